//! Which rows of a tab are listed: whose they are, what a view asks for, what was typed.
//!
//! The counts must not make the list wait: what is looked at is the clients, staff and absences; what people did about the
//! tasks is read only where a view asks how often somebody was tried.

use super::filter::{Filter, Seen};
use crate::OfficeError;
use crate::office::Office;
use crate::rows::{TaskFacts, task_of};
use crate::wire::{TaskIds, WhoseCounts, WorklistQuery};
use crate::worklist::{fits, listed, settled_tasks};
use chrono::NaiveDate;
use huifang_core::calendar::Now;
use huifang_core::domain::{Channel, Client, Facts, OnDuty, Outcome, StaffId, TaskId, on_duty};
use huifang_core::engine::{Human, assignee};
use huifang_core::policy::TaskAction;
use huifang_store::{Page, TaskRow as StoredTask};
use std::collections::BTreeSet;

/// A text with fewer digits is no number that can be rung.
const FEWEST_DIGITS: usize = 7;

/// Whose tasks are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Whose {
    All,
    Mine,
    Unassigned,
    NoPhone,
}

impl Whose {
    fn read(code: &str) -> Result<Self, OfficeError> {
        Ok(match code {
            "" | "all" => Self::All,
            "mine" => Self::Mine,
            "unassigned" => Self::Unassigned,
            "no_phone" => Self::NoPhone,
            other => return Err(OfficeError::invalid("unknown_whose", format!("没有这种名单:{other}"))),
        })
    }

    fn has(self, row: &StoredTask, seen: &Seen<'_>, me: Option<&StaffId>) -> bool {
        match self {
            Self::All => true,
            Self::Mine => seen.on_duty.person().is_some_and(|person| Some(&person.id) == me),
            Self::Unassigned => seen.on_duty.person().is_none(),
            Self::NoPhone => lacks_number(row, seen.client),
        }
    }
}

/// What a query leaves of a tab.
pub(crate) struct Narrowing {
    whose: Whose,
    filter: Option<Filter>,
    find: String,
}

impl Narrowing {
    /// # Errors
    /// `unknown_whose`, `bad_filter`.
    pub(crate) fn read(query: &WorklistQuery) -> Result<Self, OfficeError> {
        Ok(Self {
            whose: Whose::read(&query.whose)?,
            filter: query.filter.as_ref().map(Filter::read).transpose()?,
            find: query.find.trim().to_lowercase(),
        })
    }

    /// The same without what was typed: the search has found that already.
    pub(crate) fn without_words(self) -> Self {
        Self { find: String::new(), ..self }
    }

    /// Whether it leaves everything.
    pub(crate) fn leaves_all(&self) -> bool {
        self.whose == Whose::All && self.filter.is_none() && self.find.is_empty()
    }
}

impl Office {
    /// Of the rows those that are wanted, with how many there are on all pages.
    pub(crate) fn filtered(
        &self,
        rows: Vec<StoredTask>,
        narrowing: &Narrowing,
        now: Now,
        page: Page,
    ) -> Result<(u32, Vec<StoredTask>), OfficeError> {
        let rows = self.narrowed(rows, narrowing, now.today)?;
        let total = rows.len() as u32;
        Ok((total, rows.into_iter().skip(page.offset as usize).take(page.limit as usize).collect()))
    }

    fn narrowed(
        &self,
        mut rows: Vec<StoredTask>,
        narrowing: &Narrowing,
        today: NaiveDate,
    ) -> Result<Vec<StoredTask>, OfficeError> {
        if narrowing.leaves_all() {
            return Ok(rows);
        }
        let tries = narrowing.filter.as_ref().is_some_and(Filter::asks_tries);
        let facts = self.facts_to_judge(&rows, tries, !narrowing.find.is_empty())?;
        rows.retain(|row| {
            let seen = seen(&facts, row, today);
            narrowing.whose.has(row, &seen, self.me.as_ref())
                && narrowing.filter.as_ref().is_none_or(|filter| filter.fits(row, &seen, today))
                && (narrowing.find.is_empty() || fits(&facts, row, &narrowing.find))
        });
        Ok(rows)
    }

    /// As much about the rows as they are judged by.
    pub(super) fn facts_to_judge(
        &self,
        rows: &[StoredTask],
        tries: bool,
        matters: bool,
    ) -> Result<TaskFacts, OfficeError> {
        if tries {
            return TaskFacts::of(self, rows);
        }
        let read = self.store.read();
        let clients = rows.iter().filter_map(|row| row.client.clone()).collect();
        let about: BTreeSet<_> =
            if matters { rows.iter().filter_map(|row| row.matter.clone()).collect() } else { BTreeSet::new() };
        Ok(TaskFacts::of_facts(Facts {
            staff: read.staff_all()?,
            clients: read.clients(&clients)?,
            matters: read.matters(&about)?,
            absences: read.absences_all()?,
            ..Facts::default()
        }))
    }

    /// How many rows under the tab (of the view, with what was typed) are whose.
    ///
    /// # Errors
    /// `unknown_tab`, `bad_filter`; the store's.
    pub fn whose_counts(&self, query: &WorklistQuery, now: Now) -> Result<WhoseCounts, OfficeError> {
        let narrowing = Narrowing { whose: Whose::All, ..Narrowing::read(query)? };
        let rows = self.narrowed(self.rows_of_tab(query, now)?, &narrowing, now.today)?;
        let facts = self.facts_to_judge(&rows, false, false)?;
        let mut counts = WhoseCounts { all: rows.len() as u32, mine: 0, unassigned: 0, no_phone: 0 };
        for row in &rows {
            let seen = seen(&facts, row, now.today);
            let has = |whose: Whose| u32::from(whose.has(row, &seen, self.me.as_ref()));
            counts.mine += has(Whose::Mine);
            counts.unassigned += has(Whose::Unassigned);
            counts.no_phone += has(Whose::NoPhone);
        }
        Ok(counts)
    }

    /// Every task that the query lists, in order, whatever its pages.
    ///
    /// # Errors
    /// As `list`.
    pub fn listed_ids(&self, query: &WorklistQuery, now: Now) -> Result<TaskIds, OfficeError> {
        let rows = self.narrowed(self.rows_of_tab(query, now)?, &Narrowing::read(query)?, now.today)?;
        Ok(TaskIds { tasks: rows.into_iter().map(|row| row.id.0).collect() })
    }

    fn rows_of_tab(&self, query: &WorklistQuery, now: Now) -> Result<Vec<StoredTask>, OfficeError> {
        let office = self.office_work(now.today)?;
        match query.tab.as_str() {
            "call_back" => self.call_backs(now.today),
            "office" => Ok(office),
            _ => match self.listed_apart(query, now.today)? {
                Some(rows) => Ok(rows),
                None => {
                    let list = listed(&query.tab, now, &office)?;
                    Ok(self.store.read().worklist(&list, Page::first(u32::MAX))?)
                }
            },
        }
    }

    /// The rows of the tabs that are no stretch of due days: what was settled today, what has
    /// still to be signed, and tasks that were chosen one by one.
    pub(crate) fn listed_apart(
        &self,
        query: &WorklistQuery,
        today: NaiveDate,
    ) -> Result<Option<Vec<StoredTask>>, OfficeError> {
        let ids: Vec<TaskId> = match query.tab.as_str() {
            "done" => self.settled_on(today)?,
            "unsigned" => self.unsigned_tasks(today)?,
            "chosen" => query.tasks.iter().map(|id| TaskId::from(id.as_str())).collect(),
            _ => return Ok(None),
        };
        let mut rows = self.store.read().tasks(&ids.iter().cloned().collect())?;
        if query.tab == "chosen" {
            let facts = TaskFacts::of(self, &rows)?;
            rows.retain(|row| facts.view(row, today).state.is_listed());
        }
        rows.sort_by_key(|row| ids.iter().position(|id| id == &row.id));
        Ok(Some(rows))
    }

    /// The tasks settled on the day, the last one first.
    fn settled_on(&self, day: NaiveDate) -> Result<Vec<TaskId>, OfficeError> {
        let mut records = self.store.read().records_between(day, day)?;
        records.retain(|r| !r.voided && r.outcome == Outcome::Reached);
        records.sort_by_key(|r| std::cmp::Reverse(r.at_ms));
        Ok(records.iter().flat_map(settled_tasks).cloned().collect())
    }
}

/// What a row is judged by.
pub(super) fn seen<'f>(facts: &'f TaskFacts, row: &StoredTask, today: NaiveDate) -> Seen<'f> {
    let client = facts.client(row.client.as_ref());
    Seen { client, on_duty: who_is_on_duty(facts, row, client, today), tries: facts.acts.of(&row.id).tries }
}

/// The person, from the row's own copy of what a decision named: decisions need not be read for it.
fn who_is_on_duty<'f>(facts: &'f TaskFacts, row: &StoredTask, client: Option<&Client>, today: NaiveDate) -> OnDuty<'f> {
    let human = Human { assignee: row.assignee_set.clone(), ..Human::default() };
    let meant = assignee(&task_of(row), &human, client, &facts.facts.staff);
    on_duty(meant, &facts.facts.staff, &facts.facts.absences, today)
}

/// Whether the policy wants the client to be rung up or written to, and there is no number: neither his own nor a contact's.
fn lacks_number(row: &StoredTask, client: Option<&Client>) -> bool {
    let needs = row.action == TaskAction::Contact.code()
        && row.channels.first().is_none_or(|channel| matches!(channel, Channel::Phone | Channel::Sms));
    let digits = |phone: &String| phone.chars().filter(char::is_ascii_digit).count();
    let has = |client: &Client| client.contacts.iter().flat_map(|c| &c.phones).any(|p| digits(p) >= FEWEST_DIGITS);
    needs && client.is_some_and(|client| !has(client))
}
