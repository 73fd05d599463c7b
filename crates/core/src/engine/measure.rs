//! Conditions and counts over facts.

use super::world::World;
use crate::calendar::Span;
use crate::domain::{Channel, Client, ClientId, FieldValue, Matter, Outcome, Purpose, Record};
use crate::policy::{Condition, PolicyPack, RecordsOf, RecordsWhose};
use chrono::{Datelike, NaiveDate};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// What a condition is judged on.
#[derive(Clone, Copy)]
pub(super) struct Case<'c, 'w> {
    pub world: &'c World<'w>,
    pub pack: &'c PolicyPack,
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
        Condition::Field { name, test } => test.passes(field(case, name).as_deref()),
        Condition::Severity(codes) => {
            let severity = case.matter.and_then(|m| m.severity.as_deref());
            severity.is_some_and(|s| codes.iter().any(|c| c == s))
        }
        Condition::Happened(kind) => case.matter.is_some_and(|m| m.milestones.iter().any(|s| &s.kind == kind)),
        Condition::Class(class) => case.client.is_some_and(|c| in_class(case.world, case.pack, c, class, case.day)),
        Condition::AgeAtLeast(age) => case.client.and_then(|c| c.born).is_some_and(|b| full_years(b, case.day) >= *age),
        Condition::Matters { kind, within, at_least, wanted } => {
            count_matters(case, kind, *within, wanted) >= *at_least as usize
        }
        Condition::Records { what, of, within, at_least } => {
            count_records(case, *what, *of, *within) >= *at_least as usize
        }
        Condition::Open { kind, until } => is_open(case, kind, until),
    }
}

/// Whether the client is in the class on the day: given by hand, or as the pack computes it.
pub(super) fn in_class(world: &World<'_>, pack: &PolicyPack, client: &Client, class: &str, day: NaiveDate) -> bool {
    let case = Case { world, pack, matter: None, client: Some(client), day, period: None };
    let mut computed = pack.classes.iter().filter(|c| c.id == class).filter_map(|c| c.when.as_ref());
    client.in_class(class, day) || computed.any(|when| holds(when, case))
}

/// Whether the answers of a form are as the condition says.
pub(super) fn answers_hold(wanted: &Condition, answers: &BTreeMap<String, FieldValue>) -> bool {
    match wanted {
        Condition::All(parts) => parts.iter().all(|c| answers_hold(c, answers)),
        Condition::Any(parts) => parts.iter().any(|c| answers_hold(c, answers)),
        Condition::Not(inner) => !answers_hold(inner, answers),
        Condition::Field { name, test } => test.passes(answers.get(name)),
        _ => false,
    }
}

/// A field of the matter or, where it has none of that name, of the client; the department is a field too.
fn field<'c>(case: Case<'c, '_>, name: &str) -> Option<Cow<'c, FieldValue>> {
    let of_matter = case.matter.and_then(|m| m.fields.get(name)).map(Cow::Borrowed);
    let department = || {
        let department = case.matter.filter(|_| name == "department").and_then(|m| m.department.as_ref());
        department.map(|d| Cow::Owned(FieldValue::Text(d.clone())))
    };
    let of_client = || case.client.and_then(|c| c.fields.get(name)).map(Cow::Borrowed);
    of_matter.or_else(department).or_else(of_client)
}

fn full_years(born: NaiveDate, day: NaiveDate) -> u32 {
    let years = day.year() - born.year();
    let before_birthday = (day.month(), day.day()) < (born.month(), born.day());
    u32::try_from(years - i32::from(before_birthday)).unwrap_or(0)
}

/// The days that are looked back on: so far, or the quota's period, or all.
fn stretch(case: Case<'_, '_>, within: Option<Span>) -> (NaiveDate, NaiveDate) {
    match (within, case.period) {
        (Some(span), _) => {
            let back = case.world.calendar.add(case.day, Span { n: -span.n, unit: span.unit }).value;
            (back.succ_opt().unwrap_or(back), case.day)
        }
        (None, Some(period)) => period,
        (None, None) => (NaiveDate::MIN, case.day),
    }
}

/// Matters of the kind whose first milestone lies in the stretch.
fn count_matters(case: Case<'_, '_>, kind: &str, within: Option<Span>, wanted: &Condition) -> usize {
    let Some(client) = case.client else { return 0 };
    let (first, last) = stretch(case, within);
    let matters = case.world.matters_of(&client.id).iter().filter(|m| m.kind == kind);
    let in_time = matters.filter(|m| began(m).is_some_and(|d| (first..=last).contains(&d)));
    in_time.filter(|m| holds(wanted, Case { matter: Some(m), ..case })).count()
}

/// The day of a matter's first milestone.
pub(super) fn began(matter: &Matter) -> Option<NaiveDate> {
    matter.milestones.iter().map(|s| s.on.day).min()
}

fn count_records(case: Case<'_, '_>, what: RecordsOf, of: RecordsWhose, within: Option<Span>) -> usize {
    let Some(client) = case.client else { return 0 };
    let (first, last) = stretch(case, within);
    let records = case.world.records_of(&client.id).iter().filter(|r| (first..=last).contains(&r.on));
    let about = |r: &Record| match of {
        RecordsWhose::Client => true,
        RecordsWhose::Matter => case.matter.is_some() && r.matter.as_ref() == case.matter.map(|m| &m.id),
    };
    let fits = |r: &Record| match what {
        RecordsOf::Reached => r.outcome == Outcome::Reached,
        RecordsOf::Unreached => r.outcome != Outcome::Reached,
        RecordsOf::Dissatisfied => r.satisfied == Some(false) || r.settles.iter().any(|s| s.satisfied == Some(false)),
    };
    records.filter(|r| r.purpose == Purpose::FollowUp && about(r) && fits(r)).count()
}

/// Whether a matter of the client's or of the whole office has begun by the day and not come to the milestone.
fn is_open(case: Case<'_, '_>, kind: &str, until: &str) -> bool {
    let own = case.client.map(|c| case.world.matters_of(&c.id)).unwrap_or_default();
    let matters = own.iter().chain(case.world.matters_of_all()).filter(|m| m.kind == kind);
    let ended = |m: &Matter| m.milestones.iter().any(|s| s.kind == until && s.on.day <= case.day);
    matters.filter(|m| began(m).is_some_and(|d| d <= case.day)).any(|m| !ended(m))
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

/// Whether a quota counts such a contact, whenever it was and whoever made it.
pub(super) fn may_count(record: &Record, channels: &[Channel]) -> bool {
    !record.voided
        && record.outcome == Outcome::Reached
        && record.purpose == Purpose::FollowUp
        && (channels.is_empty() || channels.contains(&record.channel))
}

pub(super) fn counts(world: &World<'_>, record: &Record, counted: &Counted<'_>) -> bool {
    may_count(record, counted.channels)
        && (counted.first..=counted.last).contains(&record.on)
        && counted
            .by_role
            .is_none_or(|role| record.by.as_ref().and_then(|by| world.staff(by)).is_some_and(|s| s.role == role))
}
