//! What was sent: a record for each message in one operation, taken back in one.

use super::compose::{Effect, Ready};
use super::texts::refuse_bad_text;
use crate::OfficeError;
use crate::office::Office;
use crate::wire::{Changed, MarkSent, MessagesSent, SentBatch, SentRef};
use huifang_core::calendar::Now;
use huifang_core::domain::{
    Channel, ClientId, Outcome, Purpose, Record, RecordId, Settlement, StaffRef, TaskId, short_hash,
};
use huifang_core::engine::Edit;
use huifang_core::policy::Vocabulary;
use huifang_store::{Message, NewMessageBatch, Page};
use serde_json::json;

/// So many batches are shown.
const MOST_BATCHES: u32 = 200;

impl Office {
    /// Notes for each client that the message was sent. It settles the follow-up where the rule allows the channel and no
    /// form asks for an answer, is a try where one does, and ordinary business otherwise.
    ///
    /// # Errors
    /// `text_missing`, `unknown_placeholder`, `nobody_to_send`, `list_changed`.
    pub(crate) fn mark_sent(&mut self, wish: &MarkSent, now: Now) -> Result<MessagesSent, OfficeError> {
        let messages = &wish.messages;
        refuse_bad_text(&messages.text)?;
        let batch = self.batch_of(messages, now)?;
        let count = batch.ready.len() as u32;
        if count == 0 {
            return Err(OfficeError::invalid("nobody_to_send", "没有可以发的人。请看看下面列出的原因。"));
        }
        if count != wish.count {
            let text = format!("名单变了:刚才 {} 人,现在 {count} 人。请看过新名单再记。", wish.count);
            return Err(OfficeError::invalid("list_changed", text));
        }
        let records = self.records_of(&batch.ready, batch.channel, now)?;
        let sent: Vec<Message> =
            records.iter().zip(&batch.ready).map(|(record, ready)| message(record, ready)).collect();
        let title = match messages.title.trim() {
            "" => "消息".to_owned(),
            title => title.to_owned(),
        };
        let new = NewMessageBatch {
            on: now.today,
            at_ms: now.instant_ms,
            by: self.me.as_ref().map(|id| id.0.clone()),
            channel: batch.channel,
            title: title.clone(),
            text: messages.text.trim().to_owned(),
        };
        let detail = json!({ "title": title, "channel": batch.channel.code(), "count": count });
        let id = self.write("mark_sent", now, detail, |tx, rules| {
            for record in &records {
                tx.put_record(record)?;
            }
            let id = tx.add_message_batch(&new, &sent)?;
            let edits: Vec<_> = records.iter().map(|record| Edit::Record(None, Some(record))).collect();
            rules.replan(tx, now, &edits)?;
            Ok(id)
        })?;
        let settled = batch.ready.iter().filter(|ready| ready.effect == Effect::Settles).count();
        let line = format!("已记下「{title}」{count} 条,其中 {settled} 条计入回访");
        Ok(MessagesSent { batch: id.to_string(), count, changed: nouns(), line })
    }

    fn records_of(&self, ready: &[Ready], channel: Channel, now: Now) -> Result<Vec<Record>, OfficeError> {
        let stamp = format!("{}/{}", now.instant_ms, self.store.read().audit_head()?.0);
        let me = self.me.as_ref().map(|id| StaffRef(id.0.clone()));
        let record = |ready: &Ready| -> Result<Record, OfficeError> {
            let task = ready.task.as_ref().filter(|_| ready.effect != Effect::Contact);
            let ids: Vec<TaskId> = task.iter().map(|task| task.id.clone()).collect();
            let settlement =
                task.map(|task| Settlement { form: task.form.clone(), ..Settlement::task(task.id.clone()) });
            Ok(Record {
                id: RecordId(short_hash(&["message", &ready.row.key, &stamp])),
                client: Some(ClientId::from(ready.row.client.as_str())),
                matter: task.and_then(|task| task.matter.clone()),
                on: now.today,
                channel,
                outcome: if ready.effect == Effect::Settles { Outcome::Reached } else { Outcome::NoAnswer },
                satisfied: None,
                by: me.clone(),
                recorder: me.clone(),
                purpose: if ready.effect == Effect::Contact { Purpose::Business } else { Purpose::FollowUp },
                again_on: None,
                again_minute: None,
                phone: None,
                moved_from: None,
                note: ready.row.text.clone(),
                settles: settlement.into_iter().collect(),
                voided: false,
                at_ms: self.act_time(&ids, now)?,
            })
        };
        ready.iter().map(record).collect()
    }

    /// Takes back what was marked as sent in one step: what it settled is open again.
    ///
    /// # Errors
    /// `not_found`: there is none, or it was taken back already.
    pub(crate) fn undo_sent(&mut self, wish: &SentRef, now: Now) -> Result<Changed, OfficeError> {
        let missing = || OfficeError::NotFound { noun: "已发的消息", id: wish.batch.clone() };
        let id: i64 = wish.batch.parse().map_err(|_| missing())?;
        let batch = self.store.read().message_batch(id)?.filter(|b| b.undone_ms.is_none()).ok_or_else(missing)?;
        let mut records = Vec::new();
        for message in self.store.read().messages_of_batch(id)? {
            records.extend(self.store.read().record(&message.record)?.filter(|record| !record.voided));
        }
        self.write("undo_sent", now, json!({ "batch": id, "records": records.len() }), |tx, rules| {
            for record in &records {
                tx.void_record(&record.id, true)?;
            }
            tx.set_message_batch_undone(id, now.instant_ms)?;
            let edits: Vec<_> = records.iter().map(|record| Edit::Record(Some(record), None)).collect();
            rules.replan(tx, now, &edits)?;
            Ok(())
        })?;
        let line = format!("已撤销「{}」{} 条", batch.what.title, records.len());
        Ok(Changed { changed: nouns(), line })
    }

    /// What was marked as sent, newest first.
    pub(crate) fn sent_messages(&self) -> Result<Vec<SentBatch>, OfficeError> {
        let batches = self.store.read().message_batches(Page::first(MOST_BATCHES))?.into_iter();
        let row = |batch: huifang_store::MessageBatch| SentBatch {
            batch: batch.id.to_string(),
            on: batch.what.on.to_string(),
            channel: batch.what.channel.code().to_owned(),
            title: batch.what.title,
            text: batch.what.text,
            by: batch.what.by.map(|by| self.staff_called(&StaffRef(by))).unwrap_or_default(),
            count: batch.count,
            undone: batch.undone_ms.is_some(),
        };
        Ok(batches.map(row).collect())
    }
}

/// What came of a record, in words; of a message, that it was sent.
pub(crate) fn outcome_words(record: &Record) -> &str {
    let is_written = matches!(record.channel, Channel::Sms | Channel::Wechat);
    match (record.purpose, record.outcome) {
        (Purpose::Business, Outcome::NoAnswer) if is_written => "已发,不计回访",
        (Purpose::FollowUp, Outcome::NoAnswer) if is_written => "已发,等答复",
        _ => Vocabulary::shipped().name("outcome", record.outcome.code()),
    }
}

fn message(record: &Record, ready: &Ready) -> Message {
    let (occasion, address) = (ready.occasion.clone(), ready.row.address.clone());
    Message { record: record.id.clone(), occasion, address }
}

fn nouns() -> Vec<String> {
    ["message", "record", "task"].map(str::to_owned).to_vec()
}
