//! The worklist narrowed to a person or to a word, and how many stand under its tabs: narrow reads of an index, whatever
//! the office holds.

use crate::OfficeError;
use crate::office::Office;
use crate::wire::{WorklistCounts, WorklistQuery};
use chrono::{Days, NaiveDate};
use huifang_core::domain::{Staff, TaskId};
use huifang_core::engine::Charge;
use huifang_store::{Page, TaskHead, TaskRow as StoredTask, Worklist as Listed};

impl Office {
    /// What of the list is the person's at work, or answers to what was typed: how many, and the window.
    pub(crate) fn worklist_narrowed(
        &self,
        list: &Listed,
        query: &WorklistQuery,
        page: Page,
    ) -> Result<(u32, Vec<StoredTask>), OfficeError> {
        let read = self.store.read();
        let mut heads = read.worklist_heads(list, read.about(&query.find)?.as_ref())?;
        if query.mine {
            let staff = read.staff_all()?;
            heads.retain(|head| assignee(head, &staff).map(|s| &s.id) == self.me.as_ref());
        }
        let window = heads.iter().skip(page.offset as usize).take(page.limit as usize);
        let ids: Vec<TaskId> = window.map(|head| head.id.clone()).collect();
        Ok((heads.len() as u32, read.tasks_in_order(&ids)?))
    }

    /// How many stand under each tab; the office's own work stands under its own.
    pub(crate) fn worklist_counts(
        &self,
        today: NaiveDate,
        call_back: u32,
        office: &[StoredTask],
    ) -> Result<WorklistCounts, OfficeError> {
        let read = self.store.read();
        let counts = read.tab_counts(today)?;
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
            all: counts.all.saturating_sub(office.len() as u32),
            call_back,
            office: office.len() as u32,
            office_overdue,
            done_today: read.settled_on(today)?,
            problems: self.open_problems()?,
        })
    }
}

fn assignee<'s>(head: &TaskHead, staff: &'s [Staff]) -> Option<&'s Staff> {
    let charge = Charge {
        named: head.assignee_set.as_ref(),
        held_by: head.held_by.as_ref(),
        role: &head.role,
        by_area: head.by_area,
        place: head.place.as_deref(),
    };
    charge.assignee(staff)
}
