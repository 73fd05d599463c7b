//! Quotas of staff and of the office count what happened to clients. After an edit only the periods are counted again into
//! which it falls, from the contacts of those periods: nobody reads the years of an office because of one call.
//!
//! A contact counts in the period of its day, for a client who belongs to the population then. So an edit of a record changes
//! the period of its day (as it was and as it is), and an edit of a client those in which he was contacted. Where a quota
//! asks more of the clients than that they are clients, any edit about them does.

use super::emission::{Task, TaskKey};
use super::kinds::reads_everybody;
use super::measure::may_count;
use super::touch::{Edit, changes};
use crate::calendar::{Period, PeriodShift};
use crate::domain::{Record, Staff, Subject};
use crate::policy::{Assign, Condition, PolicyPack, Population, Quota, QuotaOf, Rule, RuleKind};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// What of the quotas over everybody is to be counted again, and what must be read for it.
#[derive(Debug, Clone, Default)]
pub struct Recount<'p> {
    quotas: BTreeMap<(&'p str, &'p str), Vec<(&'p Rule, &'p Quota)>>,
    days: BTreeSet<NaiveDate>,
    asks_stories: bool,
}

impl<'p> Recount<'p> {
    /// After the edits. `packs`: all that are in force in any version; `named`: the kept tasks that the edits name;
    /// `records`: at least those of the touched clients.
    pub fn after(
        packs: impl IntoIterator<Item = &'p PolicyPack>,
        edits: &[Edit<'_>],
        named: &[Task],
        records: &[Record],
    ) -> Self {
        let mut recount = Self::default();
        for (pack, rule) in packs.into_iter().flat_map(|pack| pack.rules.iter().map(move |rule| (pack, rule))) {
            if let (RuleKind::Quota(quota), true) = (&rule.kind, reads_everybody(rule)) {
                recount.asks_stories |= asks_story(rule, quota);
                recount.quotas.entry((pack.id.as_str(), rule.id.as_str())).or_default().push((rule, quota));
            }
        }
        if recount.quotas.is_empty() {
            return recount;
        }
        // What people decided about a quota itself.
        let keys = named.iter().map(|task| &task.emission.key).filter(|key| recount.is_quota(key));
        let periods: Vec<_> = keys.filter_map(|key| Period::parse(&key.anchor).ok()).collect();
        recount.days.extend(periods.iter().map(|period| period.first));
        let mut all = false;
        for edit in edits.iter().filter(|edit| changes(edit)) {
            if let Edit::Record(was, now) = edit {
                recount.days.extend([was, now].into_iter().flatten().map(|record| record.on));
            }
            all |= recount.asks_stories || matches!(edit, Edit::Client(..));
        }
        if all {
            recount.days.extend(records.iter().map(|record| record.on));
        }
        recount
    }

    /// Whether nothing is to be counted again.
    pub fn is_empty(&self) -> bool {
        self.quotas.is_empty() || self.days.is_empty()
    }

    /// The days of which the periods are counted again.
    pub fn days(&self) -> &BTreeSet<NaiveDate> {
        &self.days
    }

    /// Whether the clients' matters, records and decisions must be read, and not only who they are.
    pub fn asks_stories(&self) -> bool {
        self.asks_stories
    }

    /// Whether the task is one of these quotas', of whatever period.
    pub fn is_quota(&self, key: &TaskKey) -> bool {
        self.quotas.contains_key(&(key.pack.as_str(), key.rule.as_str()))
            && matches!(key.subject, Subject::Staff(_) | Subject::Office)
    }

    /// Whether the task is one that is counted again.
    pub fn covers(&self, key: &TaskKey) -> bool {
        self.is_quota(key) && Period::parse(&key.anchor).is_ok_and(|period| has_day(&self.days, period))
    }

    /// The stretches of days, in order and apart, of which contacts must be read.
    pub fn spans(&self) -> Vec<(NaiveDate, NaiveDate)> {
        let kinds: BTreeSet<_> = self.quotas.values().flatten().map(|(_, quota)| quota.per).collect();
        let of = |day: NaiveDate| kinds.iter().map(move |kind| Period::containing(*kind, day, PeriodShift::default()));
        let mut spans: Vec<_> = self.days.iter().flat_map(|day| of(*day)).map(|p| (p.first, p.last)).collect();
        spans.sort_unstable();
        let mut apart: Vec<(NaiveDate, NaiveDate)> = Vec::new();
        for (first, last) in spans {
            match apart.last_mut() {
                Some(before) if first <= before.1 => before.1 = before.1.max(last),
                _ => apart.push((first, last)),
            }
        }
        apart
    }

    /// Whether the contact may count for one of the quotas; what may not need not be read any further.
    pub fn may_count(&self, record: &Record, staff: &[Staff]) -> bool {
        let role_of = || record.by.as_ref().and_then(|by| by.find(staff)).map(|person| person.role.as_str());
        self.quotas.values().flatten().any(|(rule, quota)| {
            let only = match (&rule.assign, quota.of) {
                (Assign::Role(role), QuotaOf::Staff) => Some(role.as_str()),
                _ => None,
            };
            may_count(record, &rule.channels) && only.is_none_or(|role| role_of() == Some(role))
        })
    }
}

/// Whether a day lies in the period.
pub(super) fn has_day(days: &BTreeSet<NaiveDate>, period: Period) -> bool {
    days.range(period.first..=period.last).next().is_some()
}

fn asks_story(rule: &Rule, quota: &Quota) -> bool {
    quota.population != Population::default() || rule.wanted != Condition::always() || rule.unless != Condition::never()
}
