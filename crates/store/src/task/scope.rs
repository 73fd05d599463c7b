//! The worklist of one person, and what of it a word finds: read so narrowly that a long list costs little.

use super::{Worklist, bounds, ready_by};
use crate::column::{Day, Json, rows};
use crate::{Reader, StoreError};
use chrono::NaiveDate;
use huifang_core::calendar::Moment;
use huifang_core::search::Query;
use rusqlite::params;

/// Row numbers of the clients and the matters that a word finds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct About {
    clients: Vec<i64>,
    matters: Vec<i64>,
}

/// How many tasks stand under each tab of the worklist.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct TabCounts {
    /// Everything that can be done on the day.
    pub all: u32,
    /// Due before it.
    pub overdue: u32,
    /// Due on it.
    pub today: u32,
    /// Due on the day after.
    pub tomorrow: u32,
    /// Due in the seven days after it.
    pub week: u32,
    /// Of clients who are not to be contacted now; in none of the other counts.
    pub paused: u32,
}

impl Reader<'_> {
    /// Whom and what the words find, as the search has it; `None`: nothing was typed.
    pub fn about(&self, text: &str) -> Result<Option<About>, StoreError> {
        let query = Query::new(text);
        if query.is_empty() {
            return Ok(None);
        }
        Ok(Some(About { clients: self.client_keys(&query)?, matters: self.matter_keys(&query)? }))
    }

    /// The clients who live where the place begins so.
    pub fn about_place(&self, begins: &str) -> Result<About, StoreError> {
        let end = format!("{begins}\u{10ffff}");
        let clients = rows(self.conn, include_str!("clients_at.sql"), [begins, end.as_str()], |row| row.get(0))?;
        Ok(About { clients, matters: Vec::new() })
    }

    /// The clients who have no number by which they could be rung up or written to.
    pub fn about_no_number(&self) -> Result<About, StoreError> {
        let clients = rows(self.conn, include_str!("clients_without_number.sql"), [], |row| row.get(0))?;
        Ok(About { clients, matters: Vec::new() })
    }

    /// What of the worklist is about those, in its order; of the list its days count, its halt and what is left out.
    pub fn worklist_about(&self, list: &Worklist, about: &About) -> Result<Vec<super::TaskRow>, StoreError> {
        let (from, to) = bounds(list);
        let (opens_by, today) = (Day(list.opens_by), Day(list.today));
        let About { clients, matters } = about;
        let sql = concat!(include_str!("select.sql"), include_str!("where_about.sql"));
        let values = params![from, to, opens_by, today, Json(clients), Json(matters), ready_by(list), list.paused];
        let mut found = rows(self.conn, sql, values, super::row_to_task)?;
        found.retain(|row| !list.without.contains(&row.id));
        Ok(found)
    }

    /// How many tasks stand under each tab, the office's own work among them. What waits for a further try at the moment
    /// stands only among all.
    pub fn tab_counts(&self, at: Moment) -> Result<TabCounts, StoreError> {
        let today = at.day;
        let day = |n: u64| Day(today.checked_add_days(chrono::Days::new(n)).unwrap_or(today));
        let mut statement = self.conn.prepare_cached(include_str!("tab_counts.sql"))?;
        Ok(statement.query_row(params![day(0), day(1), day(7), at.to_string()], |row| {
            Ok(TabCounts {
                all: row.get(0)?,
                overdue: row.get(1)?,
                today: row.get(2)?,
                tomorrow: row.get(3)?,
                week: row.get(4)?,
                paused: row.get(5)?,
            })
        })?)
    }

    /// Open tasks of which a record from the first day on promised to call back, up to the last day.
    pub fn tasks_to_call_back(&self, first: NaiveDate, last: NaiveDate) -> Result<Vec<super::TaskRow>, StoreError> {
        let sql = concat!(include_str!("select.sql"), include_str!("where_call_back.sql"));
        Ok(rows(self.conn, sql, params![Day(first), Day(last)], super::row_to_task)?)
    }
}
