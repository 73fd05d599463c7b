//! The rule kinds, one file each, and what they have in common: finding subjects, the gates, and offering occurrences.
//!
//! A new kind is a file here, a line in `ask`, and a story.

mod after;
mod before;
mod duty;
mod follow_on;
mod on_date;
mod planned;
mod population;
mod quality;
mod quota;
mod sample;
mod series;
mod silence;

pub(super) use population::includes as in_population;
pub(super) use sample::{Place, places};

use super::derive::{Asking, Scope};
use super::emission::{Emission, TaskKey};
use super::measure::{self, Case, holds};
use super::sentence;
use super::why::{Skip, Why};
use crate::calendar::Moment;
use crate::domain::{Client, Matter, Milestone, Participant, StaffRef, Subject};
use crate::policy::{
    Anchor, Assign, EachOf, ExceptAct, Population, QuotaOf, Rule, RuleKind, TaskAction, condition_words,
};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

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

/// Whether the rule's tasks of staff or of the office depend on what happened to clients: then everybody's facts must be
/// read to ask for them.
pub fn reads_everybody(rule: &Rule) -> bool {
    matches!(&rule.kind, RuleKind::Quota(kind) if kind.of != QuotaOf::Client)
}

/// Kinds of matters of the whole office (without participants) that the rule asks clients about or waits for.
pub fn kinds_of_all(rule: &Rule) -> BTreeSet<String> {
    let audience = rule.kind.anchor().filter(|a| a.audience.is_some()).map(|a| a.matter.clone());
    let waits = rule.waits_for.as_ref().map(|w| w.matter.clone());
    let open = [&rule.wanted, &rule.unless].into_iter().flat_map(|c| c.open_kinds());
    audience.into_iter().chain(waits).chain(open.map(str::to_owned)).collect()
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

impl<'r, 'w> Asking<'r, 'w> {
    /// Matters of the kind with each client who takes part in the role, once each; for a step of the matter itself, the
    /// matter with the client named first.
    pub fn each_matter(&mut self, anchor: &'r Anchor, mut work: impl FnMut(&mut Self, &'r Matter, Option<&'r Client>)) {
        let world = self.world;
        for matter in self.matters_in_scope().into_iter().filter(|m| m.kind == anchor.matter) {
            if self.rule.action == TaskAction::Step {
                let client = matter.participants.first().and_then(|p| world.client(&p.client));
                self.guarded(matter.id.as_str(), |asking| work(asking, matter, client));
                continue;
            }
            if let Some(audience) = anchor.audience.as_ref().filter(|_| matter.participants.is_empty()) {
                self.each_of_audience(audience, matter, &mut work);
                continue;
            }
            let in_role = matter.participants.iter().filter(|p| has_role(anchor, p)).collect::<Vec<_>>();
            for (index, participant) in in_role.iter().enumerate() {
                let again = in_role[..index].iter().any(|p| p.client == participant.client);
                if !again
                    && self.scope.covers(&Subject::Client(participant.client.clone()))
                    && let Some(client) = world.client(&participant.client)
                {
                    self.guarded(client.id.as_str(), |asking| work(asking, matter, Some(client)));
                }
            }
        }
    }

    /// A matter of the whole office, with each client of the audience.
    fn each_of_audience(
        &mut self,
        audience: &'r Population,
        matter: &'r Matter,
        work: &mut impl FnMut(&mut Self, &'r Matter, Option<&'r Client>),
    ) {
        let day = measure::began(matter).unwrap_or(NaiveDate::MIN);
        for client in self.clients_in_scope() {
            if population::includes(self, audience, client, day) {
                self.guarded(client.id.as_str(), |asking| work(asking, matter, Some(client)));
            }
        }
    }

    /// Matters of which the rule may ask something in this scope. Of few clients only theirs, and those of the whole office,
    /// are looked at.
    fn matters_in_scope(&self) -> Vec<&'r Matter> {
        let world = self.world;
        match self.scope {
            Scope::All => world.facts.matters.iter().collect(),
            Scope::Pooled => Vec::new(),
            Scope::Only { matters, .. } if self.rule.action == TaskAction::Step => {
                matters.iter().filter_map(|id| world.matter(id)).collect()
            }
            Scope::Only { clients, .. } => {
                let theirs = clients.iter().flat_map(|id| world.matters_of(id)).chain(world.matters_of_all());
                theirs.map(|m| (&m.id, *m)).collect::<BTreeMap<_, _>>().into_values().collect()
            }
        }
    }

    /// The clients of this scope.
    pub fn clients_in_scope(&self) -> Vec<&'r Client> {
        let world = self.world;
        match self.scope {
            Scope::All => world.facts.clients.iter().collect(),
            Scope::Pooled => Vec::new(),
            Scope::Only { clients, .. } => clients.iter().filter_map(|id| world.client(id)).collect(),
        }
    }

    /// The anchors of the matter that this version judges; notes it where the matter has none at all.
    pub fn judged_anchors(
        &mut self,
        anchor: &'r Anchor,
        matter: &'r Matter,
        client: Option<&'r Client>,
    ) -> Vec<(&'r Milestone, Moment)> {
        let mut found = anchors(anchor, matter);
        if found.is_empty() {
            let (kind, milestones) = (&matter.kind, &anchor.milestones);
            self.skip::<()>(Some(matter), client, || Why::NoMilestone {
                kind: kind.clone(),
                milestones: milestones.clone(),
            });
        }
        found.retain(|(_, on)| self.judges(on.day));
        found
    }

    /// The subject of a task that hangs on a matter.
    pub fn subject(&self, matter: &Matter, client: Option<&Client>) -> Subject {
        match client {
            Some(client) if self.rule.action == TaskAction::Contact => Subject::Client(client.id.clone()),
            _ => Subject::Matter(matter.id.clone()),
        }
    }

    /// Conditions and exceptions, judged on the anchor day; notes the first that fails.
    pub fn admit(
        &mut self,
        matter: Option<&'r Matter>,
        client: Option<&'r Client>,
        day: NaiveDate,
        period: Option<(NaiveDate, NaiveDate)>,
    ) -> Option<Admitted<'r>> {
        // Somebody with parameters of his own is judged by those alone.
        if client.is_some_and(|client| !self.serves(client, day)) || (client.is_none() && self.variant.is_some()) {
            return None;
        }
        let case = self.case(matter, client, day, period);
        let rule = self.rule;
        if let Some(first) = matter.and_then(|m| self.same_as(m, client)) {
            let no = sentence::matter_name(first);
            return self.skip(matter, client, || Why::SameAs(no));
        }
        if !holds(&rule.wanted, case) {
            return self.skip(matter, client, || Why::Unwanted(condition_words(&rule.wanted)));
        }
        if holds(&rule.unless, case) {
            return self.skip(matter, client, || Why::LeftOut(condition_words(&rule.unless)));
        }
        let mut handed_to = None;
        for except in &self.pack.excepts {
            let concerned = except.rules.is_empty() || except.rules.contains(&self.rule.id);
            if concerned && holds(&except.when, case) {
                match &except.act {
                    ExceptAct::Suppress | ExceptAct::Forbid => {
                        return self.skip(matter, client, || Why::Except(except.title.clone()));
                    }
                    ExceptAct::HandTo(role) => handed_to = Some(role.as_str()),
                }
            }
        }
        let stop = matter.and_then(|m| stop_of(self.rule, m));
        Some(Admitted { matter, client, handed_to, doer: None, stop })
    }

    /// What conditions of this rule are judged on.
    pub fn case<'c>(
        &'c self,
        matter: Option<&'c Matter>,
        client: Option<&'c Client>,
        day: NaiveDate,
        period: Option<(NaiveDate, NaiveDate)>,
    ) -> Case<'c, 'w> {
        Case { world: self.world, pack: self.pack, matter, client, day, period }
    }

    /// The earlier matter of the client that counts as one with this. What is itself merged begins no new count.
    fn same_as(&self, matter: &Matter, client: Option<&Client>) -> Option<&'r Matter> {
        let client = client?;
        let merge = self.pack.merges.iter().find(|m| m.matter == matter.kind)?;
        let own = self.world.matters_of(&client.id).iter().copied().filter(|m| m.kind == matter.kind);
        let mut own: Vec<_> = own.filter_map(|m| Some((measure::began(m)?, m))).collect();
        own.sort_by_key(|(began, m)| (*began, &m.id));
        let mut firsts: Vec<(NaiveDate, &Matter)> = Vec::new();
        for (began, other) in own {
            let first = firsts.iter().copied().find(|(day, first)| {
                let near = merge.within.is_none_or(|span| began <= self.world.calendar.add(*day, span).value);
                near && merge.same.iter().all(|field| same_field(first, other, field))
            });
            if other.id == matter.id {
                return first.map(|(_, first)| first);
            }
            if first.is_none() {
                firsts.push((began, other));
            }
        }
        None
    }

    /// Notes why nothing is asked for, where somebody wants to know.
    pub fn skip<T>(
        &mut self,
        matter: Option<&Matter>,
        client: Option<&Client>,
        why: impl FnOnce() -> Why,
    ) -> Option<T> {
        if let Some(skips) = &mut self.skips {
            skips.push(Skip {
                pack: self.pack.id.clone(),
                rule: self.rule.id.clone(),
                client: client.map(|c| c.id.clone()),
                matter: matter.map(|m| m.id.clone()),
                began: matter.and_then(|m| m.milestones.iter().map(|s| s.on.day).max()),
                why: why(),
            });
        }
        None
    }

    /// Passes an occurrence through the gates of time and human halts, and makes it an emission.
    pub fn offer(&mut self, admitted: Admitted<'r>, occurrence: Occurrence) {
        if self.passes(admitted, occurrence.opens, occurrence.due) {
            self.emit(admitted, occurrence);
        }
    }

    /// Whether nothing but its day or a human halt keeps an occurrence with these days from being asked for; notes what does.
    pub fn passes(&mut self, admitted: Admitted<'r>, opens: NaiveDate, due: NaiveDate) -> bool {
        let why = self.gate(admitted, opens, due);
        if let Some(why) = why {
            self.skip::<()>(admitted.matter, admitted.client, || why);
            return false;
        }
        true
    }

    /// Makes an occurrence that passed the gates an emission.
    pub fn emit(&mut self, admitted: Admitted<'r>, occurrence: Occurrence) {
        self.emit_as(admitted, occurrence, self.rule.action);
    }

    /// As `emit`, for what is a step though the rule asks for contacts (the draw itself).
    pub fn emit_as(&mut self, admitted: Admitted<'r>, mut occurrence: Occurrence, action: TaskAction) {
        if let Waiting::Since(day) = self.waiting(admitted, occurrence.opens) {
            occurrence.opens = occurrence.opens.max(day);
            occurrence.due = occurrence.due.max(day);
        }
        if self.rule.shift {
            let shifted = self.world.calendar.on_or_after(occurrence.due);
            occurrence.guessed |= shifted.guessed;
            occurrence.due = shifted.value;
        }
        let key = TaskKey {
            pack: self.pack.id.clone(),
            rule: self.rule.id.clone(),
            subject: occurrence.subject,
            anchor: occurrence.anchor,
            occurrence: occurrence.number,
        };
        let clauses = self.rule.carried.ids();
        let own = match &key.subject {
            Subject::Staff(id) => Some(StaffRef(id.0.clone())),
            _ => None,
        };
        let (role, held_by, by_area) = self.who(admitted);
        let must =
            if occurrence.guessed { occurrence.must.clone() + sentence::GUESSED } else { occurrence.must.clone() };
        let because = sentence::because(&occurrence.head, &must, occurrence.due, occurrence.latest, &clauses);
        self.derived.emissions.push(Emission {
            id: key.id(),
            key,
            client: admitted.client.map(|c| c.id.clone()),
            matter: admitted.matter.map(|m| m.id.clone()),
            step_title: occurrence.step_title,
            need: occurrence.need,
            have: occurrence.have,
            opens: occurrence.opens,
            due: Moment::from(occurrence.due),
            latest: occurrence.latest,
            lapses: occurrence.lapses,
            fulfilled: occurrence.fulfilled,
            action,
            role,
            held_by: own.or(held_by),
            by_area,
            channels: self.rule.channels.clone(),
            form: self.rule.form.clone(),
            clauses,
            because,
            guessed: occurrence.guessed,
        });
    }

    fn gate(&self, admitted: Admitted<'_>, opens: NaiveDate, due: NaiveDate) -> Option<Why> {
        if due < self.enabled.effective_from {
            return Some(Why::BeforeEffective { due, from: self.enabled.effective_from });
        }
        if opens > self.horizon {
            return Some(Why::TooFar(opens));
        }
        // A stop acts from the day it became known; what fell due earlier stays on the record.
        if let Some((milestone, on)) = admitted.stop.filter(|(_, on)| due >= *on) {
            let kind = self.rule.kind.anchor().map(|a| a.matter.clone()).unwrap_or_default();
            return Some(Why::Stopped { kind, milestone: milestone.kind.clone(), on });
        }
        if let Waiting::For(kind) = self.waiting(admitted, opens) {
            return Some(Why::Waits(kind));
        }
        if self.rule.action == TaskAction::Step {
            return None;
        }
        let halted = admitted.client.and_then(|c| self.world.halted(&c.id, due))?;
        Some(Why::Halted { on: halted.on, reason: halted.reason.clone() })
    }

    /// Whether the occurrence must wait for a matter to be over: one that had begun before it opened.
    fn waiting(&self, admitted: Admitted<'_>, opens: NaiveDate) -> Waiting {
        let Some(waits) = &self.rule.waits_for else { return Waiting::No };
        let own = admitted.client.map(|c| self.world.matters_of(&c.id)).unwrap_or_default();
        let matters = own.iter().chain(self.world.matters_of_all()).filter(|m| m.kind == waits.matter);
        let before = matters.filter(|m| measure::began(m).is_some_and(|day| day <= opens && day <= self.world.today));
        let ends: Vec<_> = before.map(|m| m.milestone(&waits.milestone).map(Milestone::known_on)).collect();
        if ends.contains(&None) {
            return Waiting::For(waits.matter.clone());
        }
        ends.into_iter().flatten().max().map_or(Waiting::No, Waiting::Since)
    }

    /// The post, the person whom the facts name, and whether the area decides.
    fn who(&self, admitted: Admitted<'_>) -> (String, Option<StaffRef>, bool) {
        if let Some(role) = admitted.handed_to {
            return (role.to_owned(), None, false);
        }
        match &self.rule.assign {
            Assign::Role(role) => (role.clone(), None, false),
            Assign::Severity(by) => {
                let severity = admitted.matter.and_then(|m| m.severity.as_deref()).unwrap_or("normal");
                let role = by.get(severity).or_else(|| by.get("normal")).or_else(|| by.values().next());
                (role.cloned().unwrap_or_default(), None, false)
            }
            Assign::ClientOwner(role) => (role.clone(), admitted.client.and_then(|c| c.assignee.clone()), false),
            Assign::Handler(role) => (role.clone(), admitted.matter.and_then(|m| m.handler.clone()), false),
            Assign::Doer(role) => (role.clone(), admitted.doer.cloned(), false),
            Assign::Area(role) => (role.clone(), None, true),
        }
    }
}

/// Whether the rule follows on others.
fn is_follow_on(rule: &Rule) -> bool {
    matches!(rule.kind, RuleKind::FollowOn(_))
}

/// Whether an occurrence waits.
enum Waiting {
    /// It does not.
    No,
    /// For a matter of this kind.
    For(String),
    /// It waited, until this day.
    Since(NaiveDate),
}

fn same_field(one: &Matter, other: &Matter, field: &str) -> bool {
    match field {
        "department" => one.department.is_some() && one.department == other.department,
        "severity" => one.severity.is_some() && one.severity == other.severity,
        _ => one.fields.contains_key(field) && one.fields.get(field) == other.fields.get(field),
    }
}

/// The earliest milestone that ends the rule for the matter, with the day from which it does.
pub(super) fn stop_of<'m>(rule: &Rule, matter: &'m Matter) -> Option<(&'m Milestone, NaiveDate)> {
    let stops = matter.milestones.iter().filter(|m| rule.until.contains(&m.kind)).map(|m| (m, m.known_on()));
    let known = matter.milestones.iter().filter(|m| rule.until_known.contains(&m.kind));
    let known = known.map(|m| (m, known_since(matter, m)));
    stops.chain(known).min_by(|a, b| (a.1, &a.0.id).cmp(&(b.1, &b.0.id)))
}

/// Since when a milestone that may lie ahead has been known: since the matter began, where nobody wrote it down.
fn known_since(matter: &Matter, milestone: &Milestone) -> NaiveDate {
    let began = matter.milestones.iter().map(|m| m.on.day).min().unwrap_or(NaiveDate::MIN);
    milestone.known.unwrap_or(began)
}

/// The anchors of a matter: id and day of each milestone, or of the last one where all must have happened.
pub(super) fn anchors<'m>(anchor: &Anchor, matter: &'m Matter) -> Vec<(&'m Milestone, Moment)> {
    match anchor.of {
        EachOf::Each => {
            let day = |m: &Milestone| if anchor.from_known { known_since(matter, m).into() } else { m.on };
            let of_kind = matter.milestones.iter().filter(|m| anchor.milestones.contains(&m.kind));
            let mut found: Vec<_> = of_kind.map(|m| (m, day(m))).collect();
            found.sort_by(|a, b| (a.1, &a.0.id).cmp(&(b.1, &b.0.id)));
            found
        }
        EachOf::All => all_of(anchor, matter).into_iter().collect(),
        EachOf::Any => first_of(&anchor.milestones, matter).map(|m| (m, m.on)).into_iter().collect(),
    }
}

/// The first of these milestones that happened.
fn first_of<'m>(kinds: &[String], matter: &'m Matter) -> Option<&'m Milestone> {
    let found = kinds.iter().filter_map(|kind| matter.milestone(kind));
    found.min_by(|a, b| (a.on, &a.id).cmp(&(b.on, &b.id)))
}

/// The day on which the last of all has happened, and one of the others too. The anchor is the first kind named, so that
/// the task stays the same whichever step came last.
fn all_of<'m>(anchor: &Anchor, matter: &'m Matter) -> Option<(&'m Milestone, Moment)> {
    let firsts: Option<Vec<_>> = anchor.milestones.iter().map(|kind| matter.milestone(kind)).collect();
    let mut all = firsts?;
    let first = *all.first()?;
    if !anchor.and_any.is_empty() {
        all.push(first_of(&anchor.and_any, matter)?);
    }
    let last = all.into_iter().max_by(|a, b| (a.on, &a.id).cmp(&(b.on, &b.id)))?;
    Some((first, last.on))
}

pub(super) fn has_role(anchor: &Anchor, participant: &Participant) -> bool {
    anchor.role.as_deref().is_none_or(|role| role == participant.role)
}

/// What identifies an anchor among those of the office: two matters may number their milestones alike.
///
/// Of several of which any will do, the task is the same whichever came first.
pub(super) fn anchor_id(anchor: &Anchor, matter: &Matter, milestone: &Milestone) -> String {
    if anchor.of == EachOf::Any {
        return format!("{}/any", matter.id);
    }
    let (matter, milestone) = (matter.id.as_str(), milestone.id.as_str());
    match milestone.strip_prefix(matter) {
        Some(rest) if rest.starts_with('/') => milestone.to_owned(),
        _ => format!("{matter}/{milestone}"),
    }
}

/// The milestones that the sentence names: the one that happened, or all where all had to.
pub(super) fn named<'n>(anchor: &'n Anchor, milestone: &'n Milestone) -> &'n [String] {
    match anchor.of {
        EachOf::Each | EachOf::Any => std::slice::from_ref(&milestone.kind),
        EachOf::All => &anchor.milestones,
    }
}

/// The day after, saturating.
pub(super) fn next_day(day: NaiveDate) -> NaiveDate {
    day.succ_opt().unwrap_or(NaiveDate::MAX)
}
