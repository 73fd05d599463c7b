//! The rule kinds, one file each, and what they have in common: finding subjects, the gates, and offering occurrences.
//!
//! A new kind is a file here, a line in `ask`, and a story.

mod after;
mod before;
mod on_date;
mod quota;
mod series;

use super::derive::{Asking, Scope};
use super::emission::{Emission, TaskKey};
use super::measure::{Case, holds};
use super::sentence;
use super::why::{Skip, Why};
use crate::calendar::Moment;
use crate::domain::{Client, Matter, Milestone, Participant, Subject};
use crate::policy::{Anchor, Assign, EachOf, ExceptAct, QuotaOf, Rule, RuleKind, TaskAction, condition_words};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Asks the rule for all its tasks in scope.
pub(super) fn ask(asking: &mut Asking<'_, '_>) {
    match &asking.rule.kind {
        RuleKind::After(kind) => after::ask(asking, kind),
        RuleKind::Series(kind) => series::ask(asking, kind),
        RuleKind::Before(kind) => before::ask(asking, kind),
        RuleKind::Quota(kind) => quota::ask(asking, kind),
        RuleKind::OnDate(kind) => on_date::ask(asking, kind),
    }
}

/// Whether the rule's tasks for a client depend on that client's facts alone (and on staff and calendar): only then can
/// they be asked for again by themselves.
pub fn reads_one_client(rule: &Rule) -> bool {
    match &rule.kind {
        RuleKind::Quota(kind) => kind.of == QuotaOf::Client,
        _ => true,
    }
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

    /// Matters of which the rule may ask something in this scope. Of few clients only theirs are looked at.
    fn matters_in_scope(&self) -> Vec<&'r Matter> {
        let world = self.world;
        match self.scope {
            Scope::All => world.facts.matters.iter().collect(),
            Scope::Pooled => Vec::new(),
            Scope::Only { matters, .. } if self.rule.action == TaskAction::Step => {
                matters.iter().filter_map(|id| world.matter(id)).collect()
            }
            Scope::Only { clients, .. } => {
                let theirs = clients.iter().flat_map(|id| world.matters_of(id)).map(|m| (&m.id, *m));
                theirs.collect::<BTreeMap<_, _>>().into_values().collect()
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
        let case = Case { world: self.world, matter, client, day, period };
        let rule = self.rule;
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
                    ExceptAct::Suppress => {
                        return self.skip(matter, client, || Why::Except(except.title.clone()));
                    }
                    ExceptAct::HandTo(role) => handed_to = Some(role.as_str()),
                }
            }
        }
        let stop = matter.and_then(|m| stop_of(self.rule, m));
        Some(Admitted { matter, client, handed_to, stop })
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
        let key = TaskKey {
            pack: self.pack.id.clone(),
            rule: self.rule.id.clone(),
            subject: occurrence.subject,
            anchor: occurrence.anchor,
            occurrence: occurrence.number,
        };
        let clauses = self.rule.carried.ids();
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
            action: self.rule.action,
            role,
            held_by,
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
        if self.rule.action == TaskAction::Step {
            return None;
        }
        let halted = admitted.client.and_then(|c| self.world.halted(&c.id, due))?;
        Some(Why::Halted { on: halted.on, reason: halted.reason.clone() })
    }

    /// The post, the person whom the facts name, and whether the area decides.
    fn who(&self, admitted: Admitted<'_>) -> (String, Option<crate::domain::StaffRef>, bool) {
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
            Assign::Area(role) => (role.clone(), None, true),
        }
    }
}

/// The earliest milestone that ends the rule for the matter, with the day from which it does.
fn stop_of<'m>(rule: &Rule, matter: &'m Matter) -> Option<(&'m Milestone, NaiveDate)> {
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
        EachOf::All => {
            let firsts: Option<Vec<_>> = anchor.milestones.iter().map(|kind| matter.milestone(kind)).collect();
            let last = firsts.and_then(|all| all.into_iter().max_by(|a, b| (a.on, &a.id).cmp(&(b.on, &b.id))));
            // The anchor is the first kind named, so that the task stays the same whichever step came last.
            match (last, anchor.milestones.first().and_then(|kind| matter.milestone(kind))) {
                (Some(last), Some(first)) => vec![(first, last.on)],
                _ => Vec::new(),
            }
        }
    }
}

fn has_role(anchor: &Anchor, participant: &Participant) -> bool {
    anchor.role.as_deref().is_none_or(|role| role == participant.role)
}

/// What identifies an anchor among those of the office: two matters may number their milestones alike.
pub(super) fn anchor_id(matter: &Matter, milestone: &Milestone) -> String {
    let (matter, milestone) = (matter.id.as_str(), milestone.id.as_str());
    match milestone.strip_prefix(matter) {
        Some(rest) if rest.starts_with('/') => milestone.to_owned(),
        _ => format!("{matter}/{milestone}"),
    }
}

/// The milestones that the sentence names: the one that happened, or all where all had to.
pub(super) fn named<'n>(anchor: &'n Anchor, milestone: &'n Milestone) -> &'n [String] {
    match anchor.of {
        EachOf::Each => std::slice::from_ref(&milestone.kind),
        EachOf::All => &anchor.milestones,
    }
}

/// The day after, saturating.
pub(super) fn next_day(day: NaiveDate) -> NaiveDate {
    day.succ_opt().unwrap_or(NaiveDate::MAX)
}
