//! The worklist of one person, and what of it a word finds: read so narrowly that a long list costs little.

use super::{Worklist, bounds, where_ids};
use crate::column::{Day, Json, must_day, rows};
use crate::{Reader, StoreError};
use chrono::NaiveDate;
use huifang_core::domain::{StaffRef, TaskId};
use huifang_core::search::Query;
use rusqlite::{Row, params};

/// What decides who must: a task without the rest of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskHead {
    /// Identifier.
    pub id: TaskId,
    /// The due day that counts.
    pub due_now: NaiveDate,
    /// The post that must.
    pub role: String,
    /// The person whom the facts name.
    pub held_by: Option<StaffRef>,
    /// Whether the area decides among several of a post.
    pub by_area: bool,
    /// The person whom a person made responsible.
    pub assignee_set: Option<StaffRef>,
    /// The client's place.
    pub place: Option<String>,
}

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

    /// The whole worklist in its order, each task with what decides who must; with `about` only what is about those.
    pub fn worklist_heads(&self, list: &Worklist, about: Option<&About>) -> Result<Vec<TaskHead>, StoreError> {
        let (from, to) = bounds(list);
        let (opens_by, today) = (Day(list.opens_by), Day(list.today));
        let mut heads = match about {
            None => rows(self.conn, include_str!("heads_open.sql"), params![from, to, opens_by, today], row_to_head)?,
            Some(About { clients, matters }) => {
                let values = params![from, to, opens_by, today, Json(clients), Json(matters)];
                rows(self.conn, include_str!("heads_about.sql"), values, row_to_head)?
            }
        };
        heads.retain(|head| !list.without.contains(&head.id));
        Ok(heads)
    }

    /// How many tasks stand under each tab, the office's own work among them.
    pub fn tab_counts(&self, today: NaiveDate) -> Result<TabCounts, StoreError> {
        let day = |n: u64| Day(today.checked_add_days(chrono::Days::new(n)).unwrap_or(today));
        let mut statement = self.conn.prepare_cached(include_str!("tab_counts.sql"))?;
        Ok(statement.query_row(params![day(0), day(1), day(7)], |row| {
            Ok(TabCounts {
                all: row.get(0)?,
                overdue: row.get(1)?,
                today: row.get(2)?,
                tomorrow: row.get(3)?,
                week: row.get(4)?,
            })
        })?)
    }

    /// Open tasks of which a record from the first day on promised to call back, up to the last day.
    pub fn tasks_to_call_back(&self, first: NaiveDate, last: NaiveDate) -> Result<Vec<super::TaskRow>, StoreError> {
        let sql = concat!(include_str!("select.sql"), include_str!("where_call_back.sql"));
        Ok(rows(self.conn, sql, params![Day(first), Day(last)], super::row_to_task)?)
    }

    /// The tasks of these identifiers in this order; an unknown one is left out.
    pub fn tasks_in_order(&self, ids: &[TaskId]) -> Result<Vec<super::TaskRow>, StoreError> {
        let mut found = where_ids(self, ids)?;
        let place = |id: &TaskId| ids.iter().position(|wanted| wanted == id);
        found.sort_by_key(|row| place(&row.id));
        Ok(found)
    }
}

fn row_to_head(row: &Row<'_>) -> rusqlite::Result<TaskHead> {
    Ok(TaskHead {
        id: TaskId(row.get(0)?),
        due_now: must_day(row, 1)?,
        role: row.get(3)?,
        held_by: row.get::<_, Option<String>>(4)?.map(StaffRef),
        by_area: row.get(5)?,
        assignee_set: row.get::<_, Option<String>>(6)?.map(StaffRef),
        place: row.get(7)?,
    })
}
