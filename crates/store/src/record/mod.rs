//! Follow-up records and what they settle.

use crate::column::{Day, Json, day, id_list, json, must_day, parsed, rows, run};
use crate::error::{Clash, OrNotFound, StoreError};
use crate::{Noun, Reader, Tx};
use chrono::NaiveDate;
use huifang_core::domain::{
    Channel, ClientId, MatterId, Outcome, Purpose, Record, RecordId, Settlement, Settles, StaffRef, TaskId,
};
use rusqlite::{Params, Row, params};
use std::collections::{BTreeSet, HashMap};

impl Reader<'_> {
    /// The record, if there is one of that identifier.
    pub fn record(&self, id: &RecordId) -> Result<Option<Record>, StoreError> {
        let sql = concat!(include_str!("select.sql"), include_str!("where_id.sql"));
        Ok(self.records_by(sql, [id.as_str()])?.pop())
    }

    /// All records, voided ones included.
    pub fn records_all(&self) -> Result<Vec<Record>, StoreError> {
        let records = rows(self.conn, include_str!("select.sql"), [], row_to_record)?;
        let settlements = rows(self.conn, include_str!("select_settlements.sql"), [], row_to_settlement)?;
        Ok(assemble(records, settlements))
    }

    /// The client's records, newest first.
    pub fn records_of_client(&self, client: &ClientId) -> Result<Vec<Record>, StoreError> {
        self.records_by(concat!(include_str!("select.sql"), include_str!("where_client.sql")), [client.as_str()])
    }

    /// The records about the matter, newest first.
    pub fn records_of_matter(&self, matter: &MatterId) -> Result<Vec<Record>, StoreError> {
        self.records_by(concat!(include_str!("select.sql"), include_str!("where_matter.sql")), [matter.as_str()])
    }

    /// The records that settle the task or tried to, newest first.
    pub fn records_of_task(&self, task: &TaskId) -> Result<Vec<Record>, StoreError> {
        self.records_by(concat!(include_str!("select.sql"), include_str!("where_task.sql")), [task.as_str()])
    }

    /// The records that took the place of this one under another client, the latest first.
    pub fn records_moved_from(&self, id: &RecordId) -> Result<Vec<Record>, StoreError> {
        self.records_by(concat!(include_str!("select.sql"), include_str!("where_moved_from.sql")), [id.as_str()])
    }

    /// The records of contacts made from the first day to the last, both inclusive, in order.
    pub fn records_between(&self, first: NaiveDate, last: NaiveDate) -> Result<Vec<Record>, StoreError> {
        let sql = concat!(include_str!("select.sql"), include_str!("where_days.sql"));
        self.records_by(sql, params![Day(first), Day(last)])
    }

    /// Home visits since that day that reached the client under one of the forms, and with which no photo, PDF or signature
    /// is kept; the earliest first.
    pub fn visits_without_picture(&self, since: NaiveDate, forms: &BTreeSet<&str>) -> Result<Vec<Record>, StoreError> {
        let sql = concat!(include_str!("select.sql"), include_str!("where_visit_without_picture.sql"));
        self.records_by(sql, params![Day(since), id_list(forms.iter().copied())])
    }

    /// How many tasks the records of the day settled.
    pub fn settled_on(&self, day: NaiveDate) -> Result<u32, StoreError> {
        let mut statement = self.conn.prepare_cached(include_str!("count_settled.sql"))?;
        Ok(statement.query_row([Day(day)], |row| row.get(0))?)
    }

    /// Records of the clients or the matters, and those that settle a task of either.
    pub(crate) fn records_around(
        &self,
        clients: &BTreeSet<ClientId>,
        matters: &BTreeSet<MatterId>,
    ) -> Result<Vec<Record>, StoreError> {
        let (clients, matters) =
            (id_list(clients.iter().map(ClientId::as_str)), id_list(matters.iter().map(MatterId::as_str)));
        let ids: Vec<String> =
            rows(self.conn, include_str!("ids_around.sql"), params![clients, matters], |row| row.get(0))?;
        let sql = concat!(include_str!("select.sql"), include_str!("where_ids.sql"));
        self.records_by(sql, [id_list(ids.iter().map(String::as_str))])
    }

    /// The records that settle one of the tasks.
    pub(crate) fn records_of_tasks(&self, tasks: &BTreeSet<TaskId>) -> Result<Vec<Record>, StoreError> {
        let sql = concat!(include_str!("select.sql"), include_str!("where_tasks.sql"));
        self.records_by(sql, [id_list(tasks.iter().map(TaskId::as_str))])
    }

    fn records_by(&self, sql: &str, params: impl Params) -> Result<Vec<Record>, StoreError> {
        let records = rows(self.conn, sql, params, row_to_record)?;
        let list = id_list(records.iter().map(|record| record.id.as_str()));
        let settlements = rows(self.conn, include_str!("select_settlements_of.sql"), [list], row_to_settlement)?;
        Ok(assemble(records, settlements))
    }
}

impl Tx<'_> {
    /// Writes the record with what it settles: a new one, or in the place of the one of that identifier.
    ///
    /// # Errors
    /// `conflict` (`invalid`) where a settlement names a rule: which task that is, is found before it is kept.
    pub fn put_record(&mut self, record: &Record) -> Result<(), StoreError> {
        self.touch(Noun::Record);
        self.put_record_row(record)?;
        run(&self.inner, include_str!("delete_settlements.sql"), [record.id.as_str()])?;
        for (position, settlement) in (0..).zip(&record.settles) {
            self.put_settlement(&record.id, position, settlement)?;
        }
        Ok(())
    }

    fn put_record_row(&self, record: &Record) -> Result<(), StoreError> {
        run(
            &self.inner,
            include_str!("put.sql"),
            params![
                record.id.as_str(),
                record.client.as_ref().map(ClientId::as_str),
                record.matter.as_ref().map(MatterId::as_str),
                Day(record.on),
                record.channel.code(),
                record.outcome.code(),
                record.satisfied,
                record.by.as_ref().map(|staff| &staff.0),
                record.recorder.as_ref().map(|staff| &staff.0),
                record.purpose.code(),
                record.again_on.map(Day),
                record.note,
                record.voided,
                record.at_ms,
                record.again_minute,
                record.phone,
                record.moved_from.as_ref().map(RecordId::as_str)
            ],
        )?;
        Ok(())
    }

    fn put_settlement(&self, record: &RecordId, position: i64, settlement: &Settlement) -> Result<(), StoreError> {
        let Settles::Task(task) = &settlement.task else {
            let what = format!("record {record} settles a rule, not a task");
            return Err(StoreError::conflict(Clash::Invalid, what));
        };
        let answers = Json(&settlement.answers);
        run(
            &self.inner,
            include_str!("put_settlement.sql"),
            params![
                record.as_str(),
                position,
                task.as_str(),
                settlement.form,
                answers,
                settlement.satisfied,
                settlement.rule,
                Json(&settlement.unanswered)
            ],
        )?;
        Ok(())
    }

    /// Strikes the record out, or (`false`) takes that back. It stays visible.
    ///
    /// # Errors
    /// `not_found`.
    pub fn void_record(&mut self, id: &RecordId, voided: bool) -> Result<(), StoreError> {
        self.touch(Noun::Record);
        let set = run(&self.inner, include_str!("set_voided.sql"), params![id.as_str(), voided])?;
        (set > 0).then_some(()).or_not_found(Noun::Record.code(), id.as_str())
    }

    /// Takes the record out of the office, as if it had never been there: for an import undone. What a person typed is
    /// voided instead.
    ///
    /// # Errors
    /// `not_found`.
    pub fn delete_record(&mut self, id: &RecordId) -> Result<(), StoreError> {
        self.touch(Noun::Record);
        let gone = run(&self.inner, include_str!("delete.sql"), [id.as_str()])?;
        (gone > 0).then_some(()).or_not_found(Noun::Record.code(), id.as_str())
    }
}

/// Gives each record what it settles, in its order.
fn assemble(mut records: Vec<Record>, settlements: Vec<(String, Settlement)>) -> Vec<Record> {
    let mut groups: HashMap<String, Vec<Settlement>> = HashMap::new();
    for (id, settlement) in settlements {
        groups.entry(id).or_default().push(settlement);
    }
    for record in &mut records {
        record.settles = groups.remove(record.id.as_str()).unwrap_or_default();
    }
    records
}

fn row_to_record(row: &Row<'_>) -> rusqlite::Result<Record> {
    Ok(Record {
        id: RecordId(row.get(0)?),
        client: row.get::<_, Option<String>>(1)?.map(ClientId),
        matter: row.get::<_, Option<String>>(2)?.map(MatterId),
        on: must_day(row, 3)?,
        channel: parsed(row, 4, Channel::parse)?,
        outcome: parsed(row, 5, Outcome::parse)?,
        satisfied: row.get(6)?,
        by: row.get::<_, Option<String>>(7)?.map(StaffRef),
        recorder: row.get::<_, Option<String>>(8)?.map(StaffRef),
        purpose: parsed(row, 9, Purpose::parse)?,
        again_on: day(row, 10)?,
        again_minute: row.get(14)?,
        phone: row.get(15)?,
        moved_from: row.get::<_, Option<String>>(16)?.map(RecordId),
        note: row.get(11)?,
        settles: Vec::new(),
        voided: row.get(12)?,
        at_ms: row.get(13)?,
    })
}

fn row_to_settlement(row: &Row<'_>) -> rusqlite::Result<(String, Settlement)> {
    let settlement = Settlement {
        task: Settles::Task(TaskId(row.get(1)?)),
        form: row.get(2)?,
        answers: json(row, 3)?,
        satisfied: row.get(4)?,
        rule: row.get(5)?,
        unanswered: json(row, 6)?,
    };
    Ok((row.get(0)?, settlement))
}
