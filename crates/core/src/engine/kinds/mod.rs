//! The rule kinds, one file each, and what they have in common: finding subjects, the gates, and offering occurrences.
//!
//! A new kind is a file here, a line in `ask`, and a story.

mod after;
mod before;
mod on_date;
mod quota;
mod series;

use super::derive::Asking;
use super::emission::{Emission, TaskKey};
use super::measure::{Case, holds};
use super::sentence;
use super::why::{Skip, Why};
use crate::calendar::Moment;
use crate::domain::{Client, Matter, Milestone, Subject};
use crate::policy::{Anchor, Assign, Condition, EachOf, ExceptAct, QuotaOf, Rule, RuleKind, TaskAction};
use chrono::NaiveDate;

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
pub(super) fn reads_one_client(rule: &Rule) -> bool {
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
    /// Matters of the kind with each of their participants in the role; for a step of the matter itself, the matter alone.
    pub fn each_matter(&mut self, anchor: &'r Anchor, mut work: impl FnMut(&mut Self, &'r Matter, Option<&'r Client>)) {
        let world = self.world;
        for matter in world.facts.matters.iter().filter(|m| m.kind == anchor.matter) {
            let roles = |role: &str| anchor.role.as_deref().is_none_or(|r| r == role);
            if self.rule.action == TaskAction::Step {
                if self.scope.has_matter(&matter.id) {
                    let client = matter.participants.first().and_then(|p| world.client(&p.client));
                    self.guarded(matter.id.as_str(), |asking| work(asking, matter, client));
                }
                continue;
            }
            for participant in matter.participants.iter().filter(|p| roles(&p.role)) {
                if let Some(client) = world.client(&participant.client).filter(|c| self.scope.has_client(&c.id)) {
                    self.guarded(client.id.as_str(), |asking| work(asking, matter, Some(client)));
                }
            }
        }
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
        let text = |c: &Condition| crate::policy::condition_words(c);
        if !holds(&self.rule.wanted, case) {
            let words = text(&self.rule.wanted);
            return self.skip(matter, client, Why::Unwanted(words));
        }
        if holds(&self.rule.unless, case) {
            let words = text(&self.rule.unless);
            return self.skip(matter, client, Why::LeftOut(words));
        }
        let mut handed_to = None;
        for except in &self.pack.excepts {
            let concerned = except.rules.is_empty() || except.rules.contains(&self.rule.id);
            if concerned && holds(&except.when, case) {
                match &except.act {
                    ExceptAct::Suppress => return self.skip(matter, client, Why::Except(except.title.clone())),
                    ExceptAct::HandTo(role) => handed_to = Some(role.as_str()),
                }
            }
        }
        let stop = matter.and_then(|m| stop_of(&self.rule.until, m));
        Some(Admitted { matter, client, handed_to, stop })
    }

    /// Notes why nothing is asked for, where somebody wants to know.
    pub fn skip<T>(&mut self, matter: Option<&Matter>, client: Option<&Client>, why: Why) -> Option<T> {
        if let Some(skips) = &mut self.skips {
            skips.push(Skip {
                pack: self.pack.id.clone(),
                rule: self.rule.id.clone(),
                client: client.map(|c| c.id.clone()),
                matter: matter.map(|m| m.id.clone()),
                why,
            });
        }
        None
    }

    /// Passes an occurrence through the gates of time and human halts, and makes it an emission.
    pub fn offer(&mut self, admitted: Admitted<'r>, occurrence: Occurrence) {
        if let Some(why) = self.gate(admitted, &occurrence) {
            self.skip::<()>(admitted.matter, admitted.client, why);
            return;
        }
        let key = TaskKey {
            pack: self.pack.id.clone(),
            rule: self.rule.id.clone(),
            subject: occurrence.subject,
            anchor: occurrence.anchor,
            occurrence: occurrence.number,
        };
        let clauses = self.rule.carried.ids();
        let (role, held_by, by_area) = self.who(admitted);
        let because =
            sentence::because(&occurrence.head, &occurrence.must, occurrence.due, occurrence.latest, &clauses);
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

    fn gate(&self, admitted: Admitted<'_>, occurrence: &Occurrence) -> Option<Why> {
        let due = occurrence.due;
        if due < self.enabled.effective_from {
            return Some(Why::BeforeEffective { due, from: self.enabled.effective_from });
        }
        if occurrence.opens > self.horizon {
            return Some(Why::TooFar(occurrence.opens));
        }
        // A stop acts from the day it became known; what fell due earlier stays on the record.
        if let Some((milestone, on)) = admitted.stop.filter(|(_, on)| due >= *on) {
            let kind = admitted.matter.map(|m| m.kind.clone()).unwrap_or_default();
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

/// The earliest milestone that ends the rule for the matter, with the day on which it became known.
fn stop_of<'m>(until: &[String], matter: &'m Matter) -> Option<(&'m Milestone, NaiveDate)> {
    let stops = matter.milestones.iter().filter(|m| until.contains(&m.kind));
    stops.map(|m| (m, m.known_on())).min_by(|a, b| (a.1, &a.0.id).cmp(&(b.1, &b.0.id)))
}

/// The anchors of a matter: id and day of each milestone, or of the last one where all must have happened.
pub(super) fn anchors<'m>(anchor: &Anchor, matter: &'m Matter) -> Vec<(&'m Milestone, Moment)> {
    match anchor.of {
        EachOf::Each => {
            let mut found: Vec<_> =
                matter.milestones.iter().filter(|m| anchor.milestones.contains(&m.kind)).map(|m| (m, m.on)).collect();
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

/// The day after, saturating.
pub(super) fn next_day(day: NaiveDate) -> NaiveDate {
    day.succ_opt().unwrap_or(NaiveDate::MAX)
}
