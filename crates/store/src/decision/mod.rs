//! Human decisions.

use crate::column::{Day, Json, id_list, json, must_day, row, rows, run};
use crate::error::{OrNotFound, StoreError};
use crate::{Noun, Reader, Tx};
use huifang_core::domain::{ClientId, Decision, DecisionId, MatterId, StaffRef, TaskId};
use rusqlite::{Row, params};
use std::collections::BTreeSet;

impl Reader<'_> {
    /// The decision, if there is one of that identifier.
    pub fn decision(&self, id: &DecisionId) -> Result<Option<Decision>, StoreError> {
        let sql = concat!(include_str!("select.sql"), include_str!("where_id.sql"));
        Ok(row(self.conn, sql, [id.as_str()], row_to_decision)?)
    }

    /// All decisions, voided ones included.
    pub fn decisions_all(&self) -> Result<Vec<Decision>, StoreError> {
        Ok(rows(self.conn, include_str!("select.sql"), [], row_to_decision)?)
    }

    /// The decisions about the task, oldest first.
    pub fn decisions_of_task(&self, task: &TaskId) -> Result<Vec<Decision>, StoreError> {
        let sql = concat!(include_str!("select.sql"), include_str!("where_task.sql"));
        Ok(rows(self.conn, sql, [task.as_str()], row_to_decision)?)
    }

    /// The decisions about the client as such, oldest first.
    pub fn decisions_of_client(&self, client: &ClientId) -> Result<Vec<Decision>, StoreError> {
        let sql = concat!(include_str!("select.sql"), include_str!("where_client.sql"));
        Ok(rows(self.conn, sql, [client.as_str()], row_to_decision)?)
    }

    /// The decisions that made draws count for nothing, oldest first.
    pub fn decisions_of_draws(&self) -> Result<Vec<Decision>, StoreError> {
        let sql = concat!(include_str!("select.sql"), include_str!("where_draws.sql"));
        Ok(rows(self.conn, sql, [], row_to_decision)?)
    }

    /// Decisions about tasks of staff and of the office.
    pub fn decisions_of_office(&self) -> Result<Vec<Decision>, StoreError> {
        let sql = concat!(include_str!("select.sql"), include_str!("where_office.sql"));
        Ok(rows(self.conn, sql, [], row_to_decision)?)
    }

    /// The decisions about one of the tasks.
    pub(crate) fn decisions_of_tasks(&self, tasks: &BTreeSet<TaskId>) -> Result<Vec<Decision>, StoreError> {
        let sql = concat!(include_str!("select.sql"), include_str!("where_tasks.sql"));
        Ok(rows(self.conn, sql, [id_list(tasks.iter().map(TaskId::as_str))], row_to_decision)?)
    }

    /// Decisions about the clients, and about tasks of the clients or the matters.
    pub(crate) fn decisions_around(
        &self,
        clients: &BTreeSet<ClientId>,
        matters: &BTreeSet<MatterId>,
    ) -> Result<Vec<Decision>, StoreError> {
        let (clients, matters) =
            (id_list(clients.iter().map(ClientId::as_str)), id_list(matters.iter().map(MatterId::as_str)));
        let sql = concat!(include_str!("select.sql"), include_str!("where_around.sql"));
        Ok(rows(self.conn, sql, params![clients, matters], row_to_decision)?)
    }
}

impl Tx<'_> {
    /// Writes the decision: a new one, or in the place of the one of that identifier.
    pub fn put_decision(&mut self, decision: &Decision) -> Result<(), StoreError> {
        self.touch(Noun::Decision);
        run(
            &self.inner,
            include_str!("put.sql"),
            params![
                decision.id.as_str(),
                Day(decision.on),
                Json(&decision.act),
                decision.act.task().map(TaskId::as_str),
                decision.act.client().map(ClientId::as_str),
                decision.by.as_ref().map(|staff| &staff.0),
                decision.approver.as_ref().map(|staff| &staff.0),
                decision.reason,
                decision.voided,
                decision.at_ms
            ],
        )?;
        Ok(())
    }

    /// Takes the decision back, or (`false`) lets it hold again. It stays visible.
    ///
    /// # Errors
    /// `not_found`.
    pub fn void_decision(&mut self, id: &DecisionId, voided: bool) -> Result<(), StoreError> {
        self.touch(Noun::Decision);
        let set = run(&self.inner, include_str!("set_voided.sql"), params![id.as_str(), voided])?;
        (set > 0).then_some(()).or_not_found(Noun::Decision.code(), id.as_str())
    }
}

fn row_to_decision(row: &Row<'_>) -> rusqlite::Result<Decision> {
    Ok(Decision {
        id: DecisionId(row.get(0)?),
        on: must_day(row, 1)?,
        act: json(row, 2)?,
        by: row.get::<_, Option<String>>(3)?.map(StaffRef),
        approver: row.get::<_, Option<String>>(4)?.map(StaffRef),
        reason: row.get(5)?,
        voided: row.get(6)?,
        at_ms: row.get(7)?,
    })
}
