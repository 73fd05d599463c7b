//! Rounds of home visits that were printed: what stands in the rows of the sheets that come back.

use crate::column::{Day, Json, day, json, must_day, row, rows, run};
use crate::{Noun, Reader, StoreError, Tx};
use chrono::NaiveDate;
use huifang_core::domain::{ClientId, StaffId, TaskId};
use rusqlite::{Row, params};
use serde::{Deserialize, Serialize};

/// A printed sheet: one person's round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundRow {
    /// Identifier.
    pub id: String,
    /// Whose name stands on the sheet.
    pub person: String,
    /// The person of staff of that name, where there is one.
    pub staff: Option<StaffId>,
    /// The day on which it was printed.
    pub printed_on: NaiveDate,
    /// Day of the round; `None`: it was to be written in by hand.
    pub on: Option<NaiveDate>,
    /// Its rows in order; the first is number 1.
    pub visits: Vec<RoundVisit>,
    /// When it was printed, milliseconds since 1970 (UTC).
    pub at_ms: i64,
}

/// A row of the sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoundVisit {
    /// Whom; `None` where the task is about no client.
    pub client: Option<ClientId>,
    /// The tasks that the visit settles.
    pub tasks: Vec<TaskId>,
}

impl Reader<'_> {
    /// The last rounds, newest first.
    pub fn rounds(&self, limit: u32) -> Result<Vec<RoundRow>, StoreError> {
        let sql = concat!(include_str!("select.sql"), include_str!("order_newest.sql"));
        Ok(rows(self.conn, sql, [limit], row_to_round)?)
    }

    /// The round, if there is one of that identifier.
    pub fn round(&self, id: &str) -> Result<Option<RoundRow>, StoreError> {
        let sql = concat!(include_str!("select.sql"), include_str!("where_id.sql"));
        Ok(row(self.conn, sql, [id], row_to_round)?)
    }
}

impl Tx<'_> {
    /// Keeps a round that was printed.
    ///
    /// # Errors
    /// `conflict` where there is one of that identifier.
    pub fn add_round(&mut self, round: &RoundRow) -> Result<(), StoreError> {
        self.touch(Noun::Round);
        let values = params![
            round.id,
            round.person,
            round.staff.as_ref().map(StaffId::as_str),
            Day(round.printed_on),
            round.on.map(Day),
            Json(&round.visits),
            round.at_ms
        ];
        run(&self.inner, include_str!("add.sql"), values)?;
        Ok(())
    }
}

fn row_to_round(row: &Row<'_>) -> rusqlite::Result<RoundRow> {
    Ok(RoundRow {
        id: row.get(0)?,
        person: row.get(1)?,
        staff: row.get::<_, Option<String>>(2)?.map(StaffId),
        printed_on: must_day(row, 3)?,
        on: day(row, 4)?,
        visits: json(row, 5)?,
        at_ms: row.get(6)?,
    })
}
