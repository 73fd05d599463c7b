//! The rule kinds, one file each, and what they have in common: finding subjects, the gates, and offering occurrences.
//!
//! A new kind is a file here, a line in `ask`, and a story.

mod after;
mod anchors;
mod before;
mod duty;
mod follow_on;
mod gates;
mod offer;
mod on_date;
mod planned;
mod population;
mod quality;
mod quota;
mod sample;
mod series;
mod silence;
mod subjects;

pub(super) use anchors::{anchors, has_role, stop_of};
pub(super) use follow_on::record_of;
pub(super) use population::includes as in_population;
pub use quality::{data_passes, data_words};

use super::derive::Asking;
use super::measure::holds;
use crate::domain::{Client, Matter, Milestone, StaffRef, Subject};
use crate::policy::{PolicyPack, QuotaOf, Rule, RuleKind};
use anchors::{anchor_id, named};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// Asks the rule for all its tasks in scope.
pub(super) fn ask(asking: &mut Asking<'_, '_>) {
    match &asking.rule.kind {
        RuleKind::After(kind) => after::ask(asking, kind),
        RuleKind::Series(kind) => series::ask(asking, kind),
        RuleKind::Before(kind) => before::ask(asking, kind),
        RuleKind::Quota(kind) => quota::ask(asking, kind),
        RuleKind::OnDate(kind) => on_date::ask(asking, kind),
        RuleKind::Sample(kind) => sample::ask(asking, kind),
        RuleKind::Silence(kind) => silence::ask(asking, kind),
        RuleKind::FollowOn(kind) => follow_on::ask(asking, kind),
        RuleKind::Planned(kind) => planned::ask(asking, kind),
        RuleKind::Quality(kind) => quality::ask(asking, kind),
        RuleKind::Duty(kind) => duty::ask(asking, kind),
    }
}

/// Whether the rule asks for tasks of clients and matters. Each depends on one client's facts alone (and on staff, calendar,
/// draws and the matters of the whole office), so it can be asked for again by itself.
pub(super) fn asks_clients(rule: &Rule) -> bool {
    match &rule.kind {
        RuleKind::Quota(kind) => kind.of == QuotaOf::Client,
        RuleKind::Duty(_) => false,
        _ => true,
    }
}

/// Whether the rule asks for tasks of staff or of the office.
pub fn asks_office(rule: &Rule) -> bool {
    match &rule.kind {
        RuleKind::Quota(kind) => kind.of != QuotaOf::Client,
        RuleKind::Duty(_) | RuleKind::Sample(_) => true,
        _ => false,
    }
}

/// Whether the rule's tasks of staff or of the office depend on what happened to clients: which of them are asked for again
/// after an edit, [`super::Recount`] says.
pub(super) fn reads_everybody(rule: &Rule) -> bool {
    matches!(&rule.kind, RuleKind::Quota(kind) if kind.of != QuotaOf::Client)
}

/// Kinds of matters of the whole office (without participants) that the rule asks clients about or waits for.
pub fn kinds_of_all(rule: &Rule) -> BTreeSet<String> {
    let audience = rule.kind.anchor().filter(|a| a.audience.is_some()).map(|a| a.matter.clone());
    let waits = rule.waits_for.as_ref().map(|w| w.matter.clone());
    let open = [&rule.wanted, &rule.unless].into_iter().flat_map(|c| c.open_kinds());
    audience.into_iter().chain(waits).chain(open.map(str::to_owned)).collect()
}

/// Those of all rules of the pack, its exceptions and computed classes included: where such a matter is edited, everybody
/// must be asked again.
pub fn kinds_of_all_in(pack: &PolicyPack) -> BTreeSet<String> {
    let excepts = pack.excepts.iter().map(|e| &e.when);
    let conditions = excepts.chain(pack.classes.iter().filter_map(|c| c.when.as_ref()));
    let open = conditions.flat_map(|c| c.open_kinds()).map(str::to_owned);
    pack.rules.iter().flat_map(kinds_of_all).chain(open).collect()
}

/// One occurrence as a kind computes it.
#[derive(Debug, Clone)]
pub(super) struct Occurrence {
    pub subject: Subject,
    pub anchor: String,
    pub number: u32,
    pub step_title: Option<String>,
    pub opens: NaiveDate,
    pub due: NaiveDate,
    pub latest: Option<NaiveDate>,
    pub lapses: Option<NaiveDate>,
    pub fulfilled: Option<NaiveDate>,
    pub need: u32,
    pub have: u32,
    pub guessed: bool,
    /// What happened, as the beginning of the sentence.
    pub head: String,
    /// What must be done.
    pub must: String,
}

/// A matter (or client) that passed the gates.
#[derive(Clone, Copy)]
pub(super) struct Admitted<'a> {
    pub matter: Option<&'a Matter>,
    pub client: Option<&'a Client>,
    /// Role that an exception handed the task to.
    pub handed_to: Option<&'a str>,
    /// Who made the follow-up on which this one follows.
    pub doer: Option<&'a StaffRef>,
    /// The day from which the matter no longer asks (a milestone of `until` became known).
    pub stop: Option<(&'a Milestone, NaiveDate)>,
}

/// Whether the rule follows on others.
fn is_follow_on(rule: &Rule) -> bool {
    matches!(rule.kind, RuleKind::FollowOn(_))
}

/// The day after, saturating.
pub(super) fn next_day(day: NaiveDate) -> NaiveDate {
    day.succ_opt().unwrap_or(NaiveDate::MAX)
}
