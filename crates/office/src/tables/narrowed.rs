//! How many stand under the tabs of the worklist: narrow reads of an index, whatever the office holds.

use crate::OfficeError;
use crate::office::Office;
use crate::wire::WorklistCounts;
use chrono::{Days, NaiveDate};
use huifang_core::calendar::Now;
use huifang_store::TaskRow as StoredTask;

impl Office {
    /// How many stand under each tab; the office's own work stands under its own.
    pub(crate) fn worklist_counts(
        &self,
        now: Now,
        call_back: u32,
        office: &[StoredTask],
    ) -> Result<WorklistCounts, OfficeError> {
        let read = self.store.read();
        let today = now.today;
        let counts = read.tab_counts(now.moment())?;
        let day = |n: u64| today.checked_add_days(Days::new(n)).unwrap_or(today);
        let due = |first: NaiveDate, last: NaiveDate| {
            office.iter().filter(|row| (first..=last).contains(&row.due_now())).count() as u32
        };
        let office_overdue = office.iter().filter(|row| row.due_now() < today).count() as u32;
        Ok(WorklistCounts {
            overdue: counts.overdue.saturating_sub(office_overdue),
            today: counts.today.saturating_sub(due(today, today)),
            tomorrow: counts.tomorrow.saturating_sub(due(day(1), day(1))),
            week: counts.week.saturating_sub(due(day(1), day(7))),
            paused: counts.paused,
            waiting: read.waiting_count(now.moment())?,
            all: counts.all.saturating_sub(office.len() as u32),
            call_back,
            office: office.len() as u32,
            office_overdue,
            unsigned: self.unsigned_tasks(today)?.len() as u32,
            done_today: read.settled_on(today)?,
            problems: self.open_problems()?,
        })
    }
}
