//! One call to a household: a record for each client in one operation, and struck out as one.

use crate::OfficeError;
use crate::follow_up::Written;
use crate::office::Office;
use crate::wire::{Changed, FollowUpWritten, RecordFollowUp, TaskAnswers};
use huifang_core::calendar::Now;
use huifang_core::domain::{ClientId, Matter, Record, RecordId, TaskId};
use huifang_core::engine::Edit;
use serde_json::json;

impl Office {
    /// The call client by client, in the order of the tasks; one part where it was with one client.
    ///
    /// # Errors
    /// `different_clients` where they are not of one household; `form_incomplete` with what is missing on all forms;
    /// `not_found`.
    pub(crate) fn by_client(&self, wish: &RecordFollowUp) -> Result<Vec<RecordFollowUp>, OfficeError> {
        let mut parts: Vec<(Option<ClientId>, Vec<TaskAnswers>)> = Vec::new();
        let mut tasks = Vec::new();
        for answers in &wish.tasks {
            let row = self.task_row(&TaskId::from(answers.task.as_str()))?;
            match parts.iter_mut().find(|(client, _)| *client == row.client) {
                Some((_, answered)) => answered.push(answers.clone()),
                None => parts.push((row.client.clone(), vec![answers.clone()])),
            }
            tasks.push(row);
        }
        if parts.len() > 1 {
            self.refuse_strangers(parts.iter().map(|(client, _)| client.as_ref()))?;
            self.refuse_incomplete(wish, &tasks)?;
        }
        // Files that were taken with the call belong to its first record.
        let part = |(at, (_, answered)): (usize, (Option<ClientId>, Vec<TaskAnswers>))| RecordFollowUp {
            tasks: answered,
            attachments: if at == 0 { wish.attachments.clone() } else { Vec::new() },
            ..wish.clone()
        };
        Ok(parts.into_iter().enumerate().map(part).collect())
    }

    fn refuse_strangers<'c>(&self, clients: impl Iterator<Item = Option<&'c ClientId>>) -> Result<(), OfficeError> {
        let mut households = Vec::new();
        for client in clients {
            let client = client.map(|id| self.store.read().client(id)).transpose()?.flatten();
            households.push(client.and_then(|client| client.household));
        }
        let same = households.iter().all(|household| household.is_some() && household == &households[0]);
        if same {
            return Ok(());
        }
        let text = "一次联系只能记在同一位客户或同一户的任务上。是一家人的,请先在客户页合为一户";
        Err(OfficeError::invalid("different_clients", text))
    }

    /// Writes one call to several clients of a household: all records or none.
    ///
    /// # Errors
    /// As `record_follow_up`.
    pub(crate) fn record_call(&mut self, parts: &[RecordFollowUp], now: Now) -> Result<FollowUpWritten, OfficeError> {
        let mut records: Vec<Record> = Vec::new();
        let mut joined: Vec<(String, RecordId)> = Vec::new();
        let mut answered: Vec<TaskId> = Vec::new();
        let (mut raised, mut closing): (Vec<Matter>, Vec<Matter>) = (Vec::new(), Vec::new());
        for part in parts {
            let Written { record, tasks, files } = self.read_wish(part, None, now)?;
            self.refuse_own_recheck(&record, &tasks, part)?;
            let numbered = raised.len() as u32;
            raised.extend(self.problems_to_raise(&record, &tasks, numbered)?);
            closing.extend(self.problems_to_close(&record, &tasks)?);
            joined.extend(files.into_iter().map(|file| (file, record.id.clone())));
            answered.extend(tasks.iter().map(|task| task.id.clone()));
            records.push(record);
        }
        let author = self.author().to_owned();
        let ids: Vec<RecordId> = records.iter().map(|record| record.id.clone()).collect();
        let detail = json!({ "records": ids.iter().map(RecordId::as_str).collect::<Vec<_>>() });
        let asked = self.write("record_household_call", now, detail, |tx, rules| {
            for record in &records {
                tx.put_record(record)?;
            }
            tx.put_call(&ids)?;
            for (file, record) in &joined {
                tx.join_attachment(file, record)?;
            }
            for task in &answered {
                tx.drop_draft(&author, "call", task.as_str())?;
            }
            for problem in raised.iter().chain(&closing) {
                tx.put_matter(problem)?;
            }
            let problems = raised.iter().chain(&closing).map(|p| Edit::Matter(None, Some(p)));
            let edits: Vec<_> = records.iter().map(|r| Edit::Record(None, Some(r))).chain(problems).collect();
            Ok(rules.replan(tx, now, &edits)?.new)
        })?;
        for client in records.iter().filter_map(|record| record.client.as_ref()) {
            self.claims.release(client, self.me.as_ref());
        }
        let mut written = self.follow_up_written(&records[0], &raised, &asked, now)?;
        for record in &records[1..] {
            written.settled.extend(self.follow_up_written(record, &[], &[], now)?.settled);
        }
        let line = format!("一次通话,{} 位都已记下", records.len());
        written.line = [line, written.line].into_iter().filter(|l| !l.is_empty()).collect::<Vec<_>>().join(";");
        Ok(written)
    }

    /// Strikes out a record with all others of the same call to a household.
    ///
    /// # Errors
    /// `not_found`.
    pub fn void_call(&mut self, record: &RecordId, reason: &str, now: Now) -> Result<Changed, OfficeError> {
        let mut records = self.store.read().records_of_call(record)?;
        if records.is_empty() {
            records.push(record.clone());
        }
        self.void_records(&records, reason, now)
    }
}
