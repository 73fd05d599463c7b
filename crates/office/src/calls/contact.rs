//! A contact without a task: a client rings or walks in, or somebody rings him about something else.

use crate::OfficeError;
use crate::follow_up::{day, moment, outcome_of};
use crate::office::Office;
use crate::wire::{FollowUpWritten, RecordContact, RecordFollowUp};
use huifang_core::calendar::Now;
use huifang_core::domain::{Channel, ClientId, MatterId, Purpose, Record, RecordId, StaffRef, TaskId, short_hash};
use huifang_core::engine::Edit;
use serde_json::json;

impl Office {
    /// Writes a contact down. Ticked tasks are answered by it, as by any follow-up; without them it is a record of the
    /// client alone, which quotas may count.
    ///
    /// # Errors
    /// `not_found`, `purpose_missing`, `business_settles`, `note_missing`, `different_clients`; as `record_follow_up`.
    pub fn record_contact(&mut self, wish: &RecordContact, now: Now) -> Result<FollowUpWritten, OfficeError> {
        let purpose = Purpose::parse(&wish.purpose)
            .ok_or_else(|| OfficeError::invalid("purpose_missing", "请选择这次联系是回访还是一般业务"))?;
        if !wish.tasks.is_empty() {
            return self.settle_by_contact(wish, purpose, now);
        }
        let record = self.contact_record(wish, purpose, now)?;
        let detail = json!({ "record": record.id.as_str(), "client": wish.client });
        let asked = self.write("record_contact", now, detail, |tx, rules| {
            tx.put_record(&record)?;
            Ok(rules.replan(tx, now, &[Edit::Record(None, Some(&record))])?.new)
        })?;
        self.follow_up_written(&record, &[], &asked, now)
    }

    fn settle_by_contact(
        &mut self,
        wish: &RecordContact,
        purpose: Purpose,
        now: Now,
    ) -> Result<FollowUpWritten, OfficeError> {
        if purpose == Purpose::Business {
            let text = "一般业务联系不算回访,不能结清任务。请把用途改为回访,或不勾选任务。";
            return Err(OfficeError::invalid("business_settles", text));
        }
        for answers in &wish.tasks {
            let row = self.task_row(&TaskId::from(answers.task.as_str()))?;
            if row.client.as_ref().map(ClientId::as_str) != Some(wish.client.as_str()) {
                return Err(OfficeError::invalid("different_clients", "一次联系只能记在同一位客户的任务上"));
            }
        }
        let follow_up = RecordFollowUp {
            tasks: wish.tasks.clone(),
            channel: wish.channel.clone(),
            outcome: wish.outcome.clone(),
            on: wish.on.clone(),
            again_on: wish.again_on.clone(),
            phone: wish.phone.clone(),
            note: wish.note.clone(),
            by: wish.by.clone(),
            exception: None,
            attachments: Vec::new(),
        };
        self.record_follow_up(&follow_up, now)
    }

    fn contact_record(&self, wish: &RecordContact, purpose: Purpose, now: Now) -> Result<Record, OfficeError> {
        let outcome = outcome_of(&wish.outcome)?;
        let channel = Channel::parse(&wish.channel)
            .ok_or_else(|| OfficeError::invalid("channel_missing", "请选择用什么方式联系的"))?;
        let client = ClientId::from(wish.client.as_str());
        if self.store.read().client(&client)?.is_none() {
            return Err(OfficeError::NotFound { noun: "客户", id: wish.client.clone() });
        }
        if wish.note.trim().is_empty() {
            return Err(OfficeError::invalid("note_missing", "请写一句说了什么,日后才知道为什么有这次联系"));
        }
        let on = day(wish.on.as_deref(), now.today, "on")?;
        if on > now.today {
            return Err(OfficeError::invalid("future_record", format!("联系日期 {on} 还没到,请改为今天或以前")));
        }
        let again = wish.again_on.as_deref().map(|text| moment(text, "again_on")).transpose()?;
        let stamp = format!("{}/{}", now.instant_ms, self.store.read().audit_head()?.0);
        let me = self.me.as_ref().map(|id| StaffRef(id.0.clone()));
        Ok(Record {
            id: RecordId(short_hash(&["record", client.as_str(), &stamp])),
            matter: self.matter_of(wish, &client)?,
            client: Some(client),
            on,
            channel,
            outcome,
            satisfied: None,
            by: wish.by.clone().map(StaffRef).or_else(|| me.clone()),
            recorder: me,
            purpose,
            again_on: again.map(|moment| moment.day),
            again_minute: again.and_then(|moment| moment.minute),
            phone: wish.phone.clone().filter(|phone| !phone.is_empty()),
            moved_from: None,
            note: wish.note.trim().to_owned(),
            settles: Vec::new(),
            voided: false,
            at_ms: now.instant_ms,
        })
    }

    /// The matter that the contact is about, if it is the client's.
    fn matter_of(&self, wish: &RecordContact, client: &ClientId) -> Result<Option<MatterId>, OfficeError> {
        let Some(id) = wish.matter.as_deref().filter(|id| !id.is_empty()).map(MatterId::from) else { return Ok(None) };
        let matter = self.store.read().matter(&id)?.filter(|matter| matter.has_client(client));
        let matter =
            matter.ok_or_else(|| OfficeError::NotFound { noun: "这位客户的事项", id: id.to_string() })?;
        Ok(Some(matter.id))
    }
}
