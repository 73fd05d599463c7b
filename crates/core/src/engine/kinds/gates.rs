//! What may keep a task from being asked for: conditions, exceptions, days, waiting, human halts. Each says why.

use super::{Admitted, population, stop_of};
use crate::domain::{Client, Matter, Milestone};
use crate::engine::derive::Asking;
use crate::engine::measure::{self, Case, holds};
use crate::engine::sentence;
use crate::engine::why::{Skip, Why};
use crate::policy::{Condition, Except, ExceptAct, Merge, RuleKind, TaskAction, WaitsFor, condition_words};
use chrono::NaiveDate;

impl<'r, 'w> Asking<'r, 'w> {
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
        if let Some(words) = self.outside_audience(matter, client, day) {
            return self.skip(matter, client, || Why::NotInPopulation(words));
        }
        if let Some(first) = matter.and_then(|m| self.same_as(m, client)) {
            let no = sentence::matter_name(first);
            return self.skip(matter, client, || Why::SameAs(no));
        }
        if rule.wanted == Condition::never() {
            return self.skip(matter, client, || Why::NotUsed);
        }
        if !holds(&rule.wanted, case) {
            return self.skip(matter, client, || Why::Unwanted(condition_words(&rule.wanted)));
        }
        if holds(&rule.unless, case) {
            return self.skip(matter, client, || Why::LeftOut(condition_words(&rule.unless)));
        }
        let mut handed_to = None;
        for except in self.excepted(case) {
            match &except.act {
                ExceptAct::Suppress | ExceptAct::Forbid => {
                    return self.skip(matter, client, || Why::Except(except.title.clone()));
                }
                ExceptAct::HandTo(role) => handed_to = Some(role.as_str()),
            }
        }
        let stop = matter.and_then(|m| stop_of(self.rule, m));
        Some(Admitted { matter, client, handed_to, doer: None, stop })
    }

    /// The pack's exceptions for the rule that hold in the case.
    pub fn excepted(&self, case: Case<'_, '_>) -> Vec<&'r Except> {
        let concerned = |e: &&Except| e.rules.is_empty() || e.rules.contains(&self.rule.id);
        self.pack.excepts.iter().filter(concerned).filter(|e| holds(&e.when, case)).collect()
    }

    /// Why the client is not among those whom a matter of the whole office concerns on the day; `None`: he is, or the rule
    /// has no such audience.
    fn outside_audience(&self, matter: Option<&Matter>, client: Option<&Client>, day: NaiveDate) -> Option<String> {
        let (matter, client) = (matter?, client?);
        let audience = self.rule.kind.anchor()?.audience.as_ref().filter(|_| matter.participants.is_empty())?;
        population::outside(self, audience, client, day)
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
    pub fn same_as(&self, matter: &Matter, client: Option<&Client>) -> Option<&'r Matter> {
        let client = client?;
        let merges: Vec<_> = self.pack.merges.iter().filter(|m| m.matter == matter.kind).collect();
        if merges.is_empty() {
            return None;
        }
        let own = self.world.matters_of(&client.id).iter().copied().filter(|m| m.kind == matter.kind);
        let mut own: Vec<_> = own.filter_map(|m| Some((measure::began(m)?, m))).collect();
        own.sort_by_key(|(began, m)| (*began, &m.id));
        let mut firsts: Vec<(NaiveDate, &Matter)> = Vec::new();
        for (began, other) in own {
            let as_one = |merge: &&Merge, (day, first): (NaiveDate, &Matter)| {
                let near = merge.within.is_none_or(|span| began <= self.world.calendar.add(day, span).value);
                near && merge.same.iter().all(|field| same_field(first, other, field))
            };
            let first = firsts.iter().copied().find(|first| merges.iter().any(|merge| as_one(merge, *first)));
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
                period: None,
                began: matter.and_then(|m| m.milestones.iter().map(|s| s.on.day).max()),
                why: why(),
            });
        }
        None
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

    fn gate(&self, admitted: Admitted<'_>, opens: NaiveDate, due: NaiveDate) -> Option<Why> {
        let (opens, due) = match self.after_waiting(admitted, opens, due) {
            Ok(days) => days,
            Err(why) => return Some(why),
        };
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

    /// The days of an occurrence that may have to wait: it opens when the waiting is over, and falls due no sooner. What
    /// belongs to a stretch of time that was over by then is not made up for.
    pub(super) fn after_waiting(
        &self,
        admitted: Admitted<'_>,
        opens: NaiveDate,
        due: NaiveDate,
    ) -> Result<(NaiveDate, NaiveDate), Why> {
        let Some(waits) = &self.rule.waits_for else { return Ok((opens, due)) };
        match self.waiting(waits, admitted, opens) {
            Waiting::No => Ok((opens, due)),
            Waiting::Since(day) if day <= due || !is_of_a_stretch(&self.rule.kind) => {
                Ok((opens.max(day), due.max(day)))
            }
            Waiting::Since(_) | Waiting::On => Err(Why::Waits(waits.matter.clone())),
        }
    }

    /// Whether the occurrence must wait for a matter to be over: one that had begun by the day on which it opens.
    fn waiting(&self, waits: &WaitsFor, admitted: Admitted<'_>, opens: NaiveDate) -> Waiting {
        let own = admitted.client.map(|c| self.world.matters_of(&c.id)).unwrap_or_default();
        let matters = own.iter().chain(self.world.matters_of_all()).filter(|m| m.kind == waits.matter);
        let before = matters.filter(|m| measure::began(m).is_some_and(|day| day <= opens));
        let ends: Vec<_> = before.map(|m| m.milestone(&waits.milestone).map(Milestone::known_on)).collect();
        if ends.contains(&None) {
            return Waiting::On;
        }
        ends.into_iter().flatten().max().map_or(Waiting::No, Waiting::Since)
    }
}

/// Whether an occurrence waits.
enum Waiting {
    /// It does not.
    No,
    /// It does, and no end is known.
    On,
    /// It waited, until this day.
    Since(NaiveDate),
}

/// Whether the kind's occurrences belong to a period or a day of the calendar, with which they pass.
fn is_of_a_stretch(kind: &RuleKind) -> bool {
    use RuleKind::{Before, Duty, OnDate, Quota, Sample};
    matches!(kind, Quota(_) | Duty(_) | Sample(_) | OnDate(_) | Before(_))
}

fn same_field(one: &Matter, other: &Matter, field: &str) -> bool {
    match field {
        "department" => one.department.is_some() && one.department == other.department,
        "severity" => one.severity.is_some() && one.severity == other.severity,
        _ => one.fields.contains_key(field) && one.fields.get(field) == other.fields.get(field),
    }
}
