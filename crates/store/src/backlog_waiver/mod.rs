//! Backlogs that were waived in one step: which decisions belong together, so that they can be taken back together.

use crate::column::{Day, Json, json, must_day, row, rows, run};
use crate::error::OrNotFound;
use crate::{Noun, Reader, StoreError, Tx};
use chrono::NaiveDate;
use huifang_core::domain::DecisionId;
use rusqlite::{Row, params};

/// A backlog that is being waived.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewWaiver {
    /// The pack whose overdue tasks these were.
    pub pack: String,
    /// The day of the act.
    pub on: NaiveDate,
    /// When, in milliseconds since 1970 (UTC).
    pub at_ms: i64,
    /// Who did it.
    pub by: Option<String>,
    /// Who approved it.
    pub approver: String,
    /// Why.
    pub reason: String,
    /// The decisions, one for each task.
    pub decisions: Vec<DecisionId>,
}

/// A backlog that was waived.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BacklogWaiver {
    /// Its number.
    pub id: i64,
    /// What it was.
    pub what: NewWaiver,
    /// When it was taken back.
    pub undone_ms: Option<i64>,
}

impl Reader<'_> {
    /// The waived backlogs of a pack, newest first.
    pub fn backlog_waivers(&self, pack: &str) -> Result<Vec<BacklogWaiver>, StoreError> {
        let sql = concat!(include_str!("select.sql"), include_str!("where_pack.sql"));
        Ok(rows(self.conn, sql, [pack], row_to_waiver)?)
    }

    /// One waived backlog.
    pub fn backlog_waiver(&self, id: i64) -> Result<Option<BacklogWaiver>, StoreError> {
        let sql = concat!(include_str!("select.sql"), include_str!("where_id.sql"));
        Ok(row(self.conn, sql, [id], row_to_waiver)?)
    }
}

impl Tx<'_> {
    /// Keeps together what was waived at once, and gives its number.
    pub fn add_backlog_waiver(&mut self, waiver: &NewWaiver) -> Result<i64, StoreError> {
        self.touch(Noun::Decision);
        let NewWaiver { pack, on, at_ms, by, approver, reason, decisions } = waiver;
        let values = params![pack, Day(*on), at_ms, by, approver, reason, Json(decisions)];
        run(&self.inner, include_str!("add.sql"), values)?;
        Ok(self.inner.last_insert_rowid())
    }

    /// Marks a waived backlog as taken back.
    ///
    /// # Errors
    /// `not_found`.
    pub fn set_waiver_undone(&mut self, id: i64, at_ms: i64) -> Result<(), StoreError> {
        self.touch(Noun::Decision);
        let set = run(&self.inner, include_str!("set_undone.sql"), params![id, at_ms])?;
        (set > 0).then_some(()).or_not_found("waiver", &id.to_string())
    }
}

fn row_to_waiver(row: &Row<'_>) -> rusqlite::Result<BacklogWaiver> {
    Ok(BacklogWaiver {
        id: row.get(0)?,
        what: NewWaiver {
            pack: row.get(1)?,
            on: must_day(row, 2)?,
            at_ms: row.get(3)?,
            by: row.get(4)?,
            approver: row.get(5)?,
            reason: row.get(6)?,
            decisions: json(row, 7)?,
        },
        undone_ms: row.get(8)?,
    })
}
