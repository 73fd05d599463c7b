//! Appointments and promised call-backs of the next days, for the calendar of a telephone.

use super::ics::{Entry, calendar};
use crate::OfficeError;
use crate::clients::staff_name;
use crate::office::Office;
use crate::rows::TaskFacts;
use crate::saving::save;
use crate::wire::{ExportCalendar, Exported};
use crate::worklist::settled_tasks;
use chrono::{Days, NaiveDate};
use huifang_core::calendar::Now;
use huifang_core::domain::{Client, ClientId, Matter, StaffId, StaffRef, TaskId, short_hash};
use std::collections::BTreeSet;
use std::ops::RangeInclusive;
use std::path::Path;

/// So many days, where nothing else is asked for.
const DAYS: u32 = 30;

/// A promised call-back is looked for among the records of so many days.
const PROMISED_DAYS: u64 = 366;

/// After these an appointment is over.
const OVER: [&str; 3] = ["arrived", "missed", "cancelled"];

impl Office {
    /// Writes the calendar of one person of staff or of everybody.
    ///
    /// # Errors
    /// `not_found`: there is no such person; the file cannot be written.
    pub fn export_calendar(&self, wish: &ExportCalendar, now: Now) -> Result<Exported, OfficeError> {
        let named = wish.staff.as_deref().filter(|staff| !staff.is_empty());
        let staff = named.map(|staff| self.known_staff(staff)).transpose()?.map(|staff| StaffId(staff.0));
        let days = Days::new(wish.days.unwrap_or(DAYS).into());
        let span = now.today..=now.today.checked_add_days(days).unwrap_or(now.today);
        let mut entries = self.appointments(staff.as_ref(), &span)?;
        entries.extend(self.promises(staff.as_ref(), &span, now.today)?);
        entries.sort_by(|a, b| (a.on, &a.uid).cmp(&(b.on, &b.uid)));
        let whose = staff.map(|id| format!(" · {}", self.staff_called(&StaffRef(id.0)))).unwrap_or_default();
        let text = calendar(&format!("{}{whose}", self.name), &entries, now.instant_ms);
        save(text.as_bytes(), Path::new(&wish.path))?;
        Ok(Exported { path: wish.path.clone(), rows: entries.len() as u32 })
    }

    fn appointments(
        &self,
        staff: Option<&StaffId>,
        span: &RangeInclusive<NaiveDate>,
    ) -> Result<Vec<Entry>, OfficeError> {
        let is_open = |matter: &Matter| !matter.milestones.iter().any(|m| OVER.contains(&m.kind.as_str()));
        let coming = |matter: &Matter| matter.milestones_of("scheduled").iter().any(|m| span.contains(&m.on.day));
        let mut matters = self.store.read().matters_of_kind("appointment")?;
        matters.retain(|matter| is_open(matter) && coming(matter));
        let clients: BTreeSet<ClientId> =
            matters.iter().flat_map(|m| &m.participants).map(|p| p.client.clone()).collect();
        let facts = TaskFacts::new(self.store.read().facts_of(&clients)?);
        let mut entries = Vec::new();
        for matter in &matters {
            let client = matter.participants.first().and_then(|p| facts.client(Some(&p.client)));
            let owner = matter.handler.as_ref().or_else(|| client?.assignee.as_ref());
            let found = owner.and_then(|owner| owner.find(&facts.facts.staff)).map(|person| &person.id);
            if staff.is_some_and(|wanted| found != Some(wanted)) {
                continue;
            }
            let handler = owner.map(|owner| format!("经办人 {}", staff_name(&facts, owner)));
            let brief = self.matter_brief(matter);
            let what = [brief.kind_label, brief.no.unwrap_or_default()].join(" ");
            for milestone in matter.milestones_of("scheduled").into_iter().filter(|m| span.contains(&m.on.day)) {
                entries.push(Entry {
                    uid: uid(&["appointment", milestone.id.as_str()]),
                    on: milestone.on,
                    summary: format!("{} {}", what.trim(), client.map_or("", |c| c.name.as_str())),
                    description: described(client, handler.as_deref()),
                    location: client.and_then(|c| c.place.clone()).unwrap_or_default(),
                });
            }
        }
        Ok(entries)
    }

    /// Days on which clients asked to be contacted again.
    fn promises(
        &self,
        staff: Option<&StaffId>,
        span: &RangeInclusive<NaiveDate>,
        today: NaiveDate,
    ) -> Result<Vec<Entry>, OfficeError> {
        let since = today.checked_sub_days(Days::new(PROMISED_DAYS)).unwrap_or(today);
        let records = self.store.read().records_between(since, today)?;
        let promised = records.iter().filter(|r| !r.voided && r.again_on.is_some_and(|day| span.contains(&day)));
        let ids: BTreeSet<TaskId> = promised.flat_map(settled_tasks).cloned().collect();
        let rows = self.store.read().tasks(&ids)?;
        let facts = TaskFacts::of(self, &rows)?;
        let mut entries = Vec::new();
        for view in rows.iter().map(|row| facts.view(row, today)) {
            let Some(day) = view.human.again_on.filter(|day| span.contains(day)) else { continue };
            let person = facts.assignee(&view).map(|person| &person.id);
            if view.human.end.is_some() || !view.task.asked || staff.is_some_and(|wanted| person != Some(wanted)) {
                continue;
            }
            let client = facts.client(view.task.emission.client.as_ref());
            entries.push(Entry {
                uid: uid(&["call_back", view.task.emission.id.as_str()]),
                on: day.into(),
                summary: format!("约定再联系 {}", client.map_or("", |c| c.name.as_str())),
                description: described(client, Some(&self.task_title(&view))),
                location: client.and_then(|c| c.place.clone()).unwrap_or_default(),
            });
        }
        Ok(entries)
    }
}

fn uid(parts: &[&str]) -> String {
    format!("{}@huifang", short_hash(parts))
}

/// What is needed to call: the number, and what it is about.
fn described(client: Option<&Client>, about: Option<&str>) -> String {
    let phone = client.and_then(|client| client.own_phones().next()).map(|phone| format!("电话 {phone}"));
    [phone.as_deref(), about].into_iter().flatten().collect::<Vec<_>>().join("\n")
}
