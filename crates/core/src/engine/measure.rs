//! Conditions and counts over facts.

use super::world::World;
use crate::calendar::Span;
use crate::domain::{Channel, Client, ClientId, FieldValue, Matter, Outcome, Purpose, Record};
use crate::policy::Condition;
use chrono::{Datelike, NaiveDate};

/// What a condition is judged on.
#[derive(Clone, Copy)]
pub(super) struct Case<'c, 'w> {
    pub world: &'c World<'w>,
    pub matter: Option<&'c Matter>,
    pub client: Option<&'c Client>,
    /// The anchor day, or the last day of the period.
    pub day: NaiveDate,
    /// The period of a quota.
    pub period: Option<(NaiveDate, NaiveDate)>,
}

/// Whether the condition holds.
pub(super) fn holds(condition: &Condition, case: Case<'_, '_>) -> bool {
    match condition {
        Condition::All(parts) => parts.iter().all(|c| holds(c, case)),
        Condition::Any(parts) => parts.iter().any(|c| holds(c, case)),
        Condition::Not(inner) => !holds(inner, case),
        Condition::Field { name, test } => test.passes(field(case, name)),
        Condition::Severity(codes) => {
            let severity = case.matter.and_then(|m| m.severity.as_deref());
            severity.is_some_and(|s| codes.iter().any(|c| c == s))
        }
        Condition::Happened(kind) => case.matter.is_some_and(|m| m.milestones.iter().any(|s| &s.kind == kind)),
        Condition::Class(class) => case.client.is_some_and(|c| c.in_class(class, case.day)),
        Condition::AgeAtLeast(age) => case.client.and_then(|c| c.born).is_some_and(|b| full_years(b, case.day) >= *age),
        Condition::Matters { kind, within, at_least } => count_matters(case, kind, *within) >= *at_least as usize,
    }
}

fn field<'c>(case: Case<'c, '_>, name: &str) -> Option<&'c FieldValue> {
    let of_matter = case.matter.and_then(|m| m.fields.get(name));
    of_matter.or_else(|| case.client.and_then(|c| c.fields.get(name)))
}

fn full_years(born: NaiveDate, day: NaiveDate) -> u32 {
    let years = day.year() - born.year();
    let before_birthday = (day.month(), day.day()) < (born.month(), born.day());
    u32::try_from(years - i32::from(before_birthday)).unwrap_or(0)
}

/// Matters of the kind whose first milestone lies in the stretch.
fn count_matters(case: Case<'_, '_>, kind: &str, within: Option<Span>) -> usize {
    let Some(client) = case.client else { return 0 };
    let (first, last) = match (within, case.period) {
        (Some(span), _) => {
            let back = case.world.calendar.add(case.day, Span { n: -span.n, unit: span.unit }).value;
            (back.succ_opt().unwrap_or(back), case.day)
        }
        (None, Some(period)) => period,
        (None, None) => (NaiveDate::MIN, case.day),
    };
    let began = |m: &&&Matter| m.milestones.iter().map(|s| s.on.day).min();
    let matters = case.world.matters_of(&client.id).iter().filter(|m| m.kind == kind);
    matters.filter(|m| began(m).is_some_and(|d| (first..=last).contains(&d))).count()
}

/// What of a record counts for a quota.
pub(super) struct Counted<'q> {
    pub first: NaiveDate,
    pub last: NaiveDate,
    pub channels: &'q [Channel],
    pub by_role: Option<&'q str>,
}

/// Days of the client's records that count, oldest first: reached, a follow-up (not business), by the channels, by the post.
pub(super) fn counted_days(world: &World<'_>, client: &ClientId, counted: &Counted<'_>) -> Vec<NaiveDate> {
    let records = world.records_of(client).iter().filter(|r| counts(world, r, counted));
    let mut days: Vec<_> = records.map(|r| r.on).collect();
    days.sort();
    days
}

pub(super) fn counts(world: &World<'_>, record: &Record, counted: &Counted<'_>) -> bool {
    !record.voided
        && record.outcome == Outcome::Reached
        && record.purpose == Purpose::FollowUp
        && (counted.first..=counted.last).contains(&record.on)
        && (counted.channels.is_empty() || counted.channels.contains(&record.channel))
        && counted
            .by_role
            .is_none_or(|role| record.by.as_ref().and_then(|by| world.staff(by)).is_some_and(|s| s.role == role))
}
