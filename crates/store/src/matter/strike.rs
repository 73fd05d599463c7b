//! What a person struck out: a matter as a whole, or one of its milestones. It is kept, and a fact no longer.

use crate::column::{Day, Json, json, must_day, row, rows, run};
use crate::error::{OrNotFound, StoreError};
use crate::search::replace_words;
use crate::{Noun, Reader, Tx};
use chrono::NaiveDate;
use huifang_core::domain::{Matter, MatterId, Milestone, MilestoneId, StaffRef};
use huifang_core::search::matter_words;
use rusqlite::{Row, params};
use std::collections::BTreeSet;

/// A matter that was struck out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StruckMatter {
    /// Which.
    pub id: MatterId,
    /// On which day.
    pub on: NaiveDate,
    /// By whom.
    pub by: Option<StaffRef>,
    /// Why.
    pub reason: String,
}

/// A milestone that was struck out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StruckMilestone {
    /// As it was.
    pub milestone: Milestone,
    /// Why.
    pub reason: String,
    /// By whom.
    pub by: Option<StaffRef>,
    /// When, in milliseconds since 1970 (UTC).
    pub at_ms: i64,
}

impl Reader<'_> {
    /// The matters struck out on that day or later, the last one first.
    pub fn struck_matters(&self, since: NaiveDate, limit: u32) -> Result<Vec<StruckMatter>, StoreError> {
        Ok(rows(self.conn, include_str!("struck_since.sql"), params![Day(since), limit], row_to_struck)?)
    }

    /// How the matter was struck out, if it was.
    pub fn struck_matter(&self, id: &MatterId) -> Result<Option<StruckMatter>, StoreError> {
        Ok(row(self.conn, include_str!("struck.sql"), [id.as_str()], row_to_struck)?)
    }

    /// The matter, even if it was struck out.
    pub fn matter_ever(&self, id: &MatterId) -> Result<Option<Matter>, StoreError> {
        Ok(self.matters_ever(&BTreeSet::from([id.clone()]))?.pop())
    }

    /// The matters of these identifiers, struck-out ones included.
    pub fn matters_ever(&self, ids: &BTreeSet<MatterId>) -> Result<Vec<Matter>, StoreError> {
        self.matters_by(concat!(include_str!("select.sql"), include_str!("where_ids_ever.sql")), ids)
    }

    /// All matters that were struck out: an import must know them again.
    pub fn matters_struck(&self) -> Result<Vec<Matter>, StoreError> {
        let ids = rows(self.conn, include_str!("struck_ids.sql"), [], |row| row.get(0).map(MatterId))?;
        self.matters_ever(&ids.into_iter().collect())
    }

    /// The matter's milestones that were struck out, the last one first.
    pub fn struck_milestones(&self, matter: &MatterId) -> Result<Vec<StruckMilestone>, StoreError> {
        Ok(rows(self.conn, include_str!("struck_milestones.sql"), [matter.as_str()], |row| {
            let by: Option<String> = row.get(2)?;
            Ok(StruckMilestone {
                milestone: json(row, 0)?,
                reason: row.get(1)?,
                by: by.map(StaffRef),
                at_ms: row.get(3)?,
            })
        })?)
    }
}

impl Tx<'_> {
    /// Strikes the matter out: it is found no more but in the bin, and no rule reads it.
    ///
    /// # Errors
    /// `not_found`, also where it was struck out already.
    pub fn strike_matter(&mut self, struck: &StruckMatter, at_ms: i64) -> Result<(), StoreError> {
        let by = struck.by.as_ref().map(|by| &by.0);
        let values = params![struck.id.as_str(), at_ms, Day(struck.on), by, struck.reason];
        self.flip_struck(include_str!("strike.sql"), values, &struck.id, true)
    }

    /// Takes the striking out back.
    ///
    /// # Errors
    /// `not_found`, also where it was not struck out.
    pub fn restore_matter(&mut self, id: &MatterId) -> Result<(), StoreError> {
        self.flip_struck(include_str!("restore.sql"), params![id.as_str()], id, false)
    }

    fn flip_struck(
        &mut self,
        sql: &str,
        values: &[&dyn rusqlite::ToSql],
        id: &MatterId,
        struck: bool,
    ) -> Result<(), StoreError> {
        self.touch(Noun::Matter);
        let found: Option<(i64, Option<String>)> = row(&self.inner, sql, values, |row| Ok((row.get(0)?, row.get(1)?)))?;
        let (key, no) = found.or_not_found(Noun::Matter.code(), id.as_str())?;
        let (words, none) = (matter_words(no.as_deref()), BTreeSet::new());
        let (before, now) = if struck { (&words, &none) } else { (&none, &words) };
        replace_words(&self.inner, key, before, now)
    }

    /// Keeps a milestone that a person struck out of the matter.
    pub fn keep_struck_milestone(&mut self, matter: &MatterId, struck: &StruckMilestone) -> Result<(), StoreError> {
        self.touch(Noun::Matter);
        let StruckMilestone { milestone, reason, by, at_ms } = struck;
        let by = by.as_ref().map(|by| &by.0);
        let values = params![milestone.id.as_str(), matter.as_str(), Json(milestone), reason, by, at_ms];
        run(&self.inner, include_str!("put_struck_milestone.sql"), values)?;
        Ok(())
    }

    /// Forgets that the milestone was struck out of the matter: it stands in it again.
    ///
    /// # Errors
    /// `not_found`.
    pub fn forget_struck_milestone(&mut self, matter: &MatterId, id: &MilestoneId) -> Result<(), StoreError> {
        self.touch(Noun::Matter);
        let sql = include_str!("delete_struck_milestone.sql");
        let gone = run(&self.inner, sql, params![id.as_str(), matter.as_str()])?;
        (gone > 0).then_some(()).or_not_found(Noun::Matter.code(), id.as_str())
    }
}

fn row_to_struck(row: &Row<'_>) -> rusqlite::Result<StruckMatter> {
    let by: Option<String> = row.get(2)?;
    Ok(StruckMatter { id: MatterId(row.get(0)?), on: must_day(row, 1)?, by: by.map(StaffRef), reason: row.get(3)? })
}
