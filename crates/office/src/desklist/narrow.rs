//! Which rows of a tab are listed: whose they are, what a view asks for, what was typed.
//!
//! The counts must not make the list wait: what is looked at is the clients, staff and absences; what people did about the
//! tasks is read only where a view asks how often somebody was tried.

use super::filter::{Filter, Seen};
use crate::OfficeError;
use crate::office::Office;
use crate::rows::TaskFacts;
use crate::wire::{TaskIds, WhoseCounts, WorklistQuery};
use crate::worklist::{fits, listed, page_of, settled_tasks};
use chrono::NaiveDate;
use huifang_core::calendar::Now;
use huifang_core::domain::{Channel, Client, Facts, Outcome, Staff, StaffId, TaskId, has_number, on_duty};
use huifang_core::policy::TaskAction;
use huifang_store::{Page, TaskRow as StoredTask, Worklist as Listed};
use std::collections::BTreeSet;

/// Whose tasks are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Whose {
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
#[derive(Clone)]
pub(crate) struct Narrowing {
    pub(crate) whose: Whose,
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

    /// What a view leaves.
    pub(super) fn of_view(filter: Filter) -> Self {
        Self { whose: Whose::All, filter: Some(filter), find: String::new() }
    }

    /// Whether it asks of nothing but who must do a task.
    pub(crate) fn asks_only_who(&self) -> bool {
        matches!(self.whose, Whose::Mine | Whose::Unassigned) && self.filter.is_none() && self.find.is_empty()
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
        Ok(page_of(self.narrowed(rows, narrowing, now.today)?, page))
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

    /// What of a list the narrowing leaves, read no further than indexes lead; in order, judged to the end.
    pub(crate) fn narrowed_list(
        &self,
        list: &Listed,
        narrowing: &Narrowing,
        today: NaiveDate,
    ) -> Result<Vec<StoredTask>, OfficeError> {
        let read = self.store.read();
        let filter = narrowing.filter.as_ref();
        let about = if !narrowing.find.is_empty() {
            read.about(&narrowing.find)?
        } else if narrowing.whose == Whose::NoPhone {
            Some(read.about_no_number()?)
        } else {
            filter.and_then(Filter::place_begins).map(|place| read.about_place(place)).transpose()?
        };
        let rows = match about {
            Some(about) => read.worklist_about(list, &about)?,
            None => {
                let list = filter.map_or_else(|| list.clone(), |filter| filter.bound(list, today));
                read.worklist(&Listed { meant: self.meant(narrowing.whose, today)?, ..list }, Page::first(u32::MAX))?
            }
        };
        // The search has found what was typed.
        self.narrowed(rows, &Narrowing { find: String::new(), ..narrowing.clone() }, today)
    }

    /// Who must do what is listed as somebody's; `None`: it is no question of who must.
    pub(crate) fn meant(
        &self,
        whose: Whose,
        today: NaiveDate,
    ) -> Result<Option<BTreeSet<Option<StaffId>>>, OfficeError> {
        let read = self.store.read();
        let (staff, absences) = (read.staff_all()?, read.absences_all()?);
        let does = |person: &Staff| on_duty(Some(person), &staff, &absences, today).person().map(|who| who.id.clone());
        let among = |wanted: Option<&StaffId>| {
            let people = staff.iter().filter(|person| does(person).as_ref() == wanted);
            people.map(|person| Some(person.id.clone())).collect::<BTreeSet<_>>()
        };
        Ok(match (whose, &self.me) {
            (Whose::All | Whose::NoPhone, _) => None,
            (Whose::Mine, None) => Some(BTreeSet::new()),
            (Whose::Mine, Some(me)) => Some(among(Some(me))),
            (Whose::Unassigned, _) => {
                let mut nobodys = among(None);
                nobodys.insert(None);
                Some(nobodys)
            }
        })
    }

    /// How many rows under the tab (of the view, with what was typed) are whose.
    ///
    /// # Errors
    /// `unknown_tab`, `bad_filter`; the store's.
    pub fn whose_counts(&self, query: &WorklistQuery, now: Now) -> Result<WhoseCounts, OfficeError> {
        let narrowing = Narrowing { whose: Whose::All, ..Narrowing::read(query)? };
        if narrowing.leaves_all() && is_stretch(&query.tab) {
            return self.whose_counts_of(&listed(&query.tab, now, &self.office_work(now.today)?)?, now.today);
        }
        let rows = self.rows_of_tab(query, &narrowing, now)?;
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

    /// The same of a whole list, counted in the index.
    fn whose_counts_of(&self, list: &Listed, today: NaiveDate) -> Result<WhoseCounts, OfficeError> {
        let count = |whose: Whose| -> Result<u32, OfficeError> {
            Ok(self.store.read().worklist_count(&Listed { meant: self.meant(whose, today)?, ..list.clone() })?)
        };
        let no_phone = Narrowing { whose: Whose::NoPhone, filter: None, find: String::new() };
        Ok(WhoseCounts {
            all: count(Whose::All)?,
            mine: count(Whose::Mine)?,
            unassigned: count(Whose::Unassigned)?,
            no_phone: self.narrowed_list(list, &no_phone, today)?.len() as u32,
        })
    }

    /// Every task that the query lists, in order, whatever its pages.
    ///
    /// # Errors
    /// As `list`.
    pub fn listed_ids(&self, query: &WorklistQuery, now: Now) -> Result<TaskIds, OfficeError> {
        let rows = self.rows_of_tab(query, &Narrowing::read(query)?, now)?;
        Ok(TaskIds { tasks: rows.into_iter().map(|row| row.id.0).collect() })
    }

    /// Every row under the tab that the narrowing leaves.
    fn rows_of_tab(
        &self,
        query: &WorklistQuery,
        narrowing: &Narrowing,
        now: Now,
    ) -> Result<Vec<StoredTask>, OfficeError> {
        let office = self.office_work(now.today)?;
        let rows = match query.tab.as_str() {
            "call_back" => self.call_backs(now.today)?,
            "office" => office,
            _ => match self.listed_apart(query, now.today)? {
                Some(rows) => rows,
                None => return self.narrowed_list(&listed(&query.tab, now, &office)?, narrowing, now.today),
            },
        };
        self.narrowed(rows, narrowing, now.today)
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

/// Whether the tab is a stretch of due days, which the store lists by itself.
fn is_stretch(tab: &str) -> bool {
    !["call_back", "office", "waiting", "done", "chosen"].contains(&tab)
}

/// What a row is judged by.
pub(super) fn seen<'f>(facts: &'f TaskFacts, row: &StoredTask, today: NaiveDate) -> Seen<'f> {
    let staff = &facts.facts.staff;
    // Who must is kept in the row: neither clients nor decisions are read for it.
    let meant = row.meant.as_ref().and_then(|id| staff.iter().find(|person| &person.id == id));
    let on_duty = on_duty(meant, staff, &facts.facts.absences, today);
    Seen { client: facts.client(row.client.as_ref()), on_duty, tries: facts.acts.of(&row.id).tries }
}

/// Whether the policy wants the client to be rung up or written to, and there is no number: neither his own nor a contact's.
fn lacks_number(row: &StoredTask, client: Option<&Client>) -> bool {
    let needs = row.action == TaskAction::Contact.code()
        && row.channels.first().is_none_or(|channel| matches!(channel, Channel::Phone | Channel::Sms));
    needs && client.is_some_and(|client| !has_number(&client.contacts))
}
