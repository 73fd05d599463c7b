//! 做什么:一步一步地回访,之后按间隔重复,直到有了结果。
//! 依据:如 001-01-08/09(次日、4 天、7 天,依次类推)、002-16-05/06(2 周内、2 个月内)、004-14-08…16(满 1、3、6 个月,之后每半年,多批合并)、
//! 001-15-07…09(质保期内按年头定频次)。
//! 例子:`kind = "series"`,`steps = ["1 day", "4 days", "7 days"]`,`repeat = { every = "3 days", over = "30 days" }`。
//! 边界情形:前一步做完或过了时限,后一步才开始;过了时限没做的那一步,后一步开始时成为漏访;有 `until` 的节点时,当天起不再有新的。

use super::{Admitted, Occurrence, anchors, next_day};
use crate::calendar::Span;
use crate::domain::{Client, Matter, Milestone, Subject};
use crate::engine::derive::Asking;
use crate::engine::emission::TaskKey;
use crate::engine::sentence;
use crate::engine::why::Why;
use crate::policy::{Repeat, Series, SeriesBase, StepTiming};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Repetitions are cut off here, so that a mistaken interval can not run away.
const MOST_OCCURRENCES: u32 = 5_000;

pub(super) fn ask<'r>(asking: &mut Asking<'r, '_>, kind: &'r Series) {
    let mut merged: BTreeMap<&str, (NaiveDate, Admitted<'r>)> = BTreeMap::new();
    let per_client = kind.repeat.as_ref().filter(|r| r.per_client);
    asking.each_matter(&kind.anchor, |asking, matter, client| {
        let anchors = anchors(&kind.anchor, matter);
        if anchors.is_empty() {
            let why = Why::NoMilestone { kind: matter.kind.clone(), milestones: kind.anchor.milestones.clone() };
            asking.skip::<()>(Some(matter), client, why);
        }
        for (milestone, on) in anchors.into_iter().filter(|(_, on)| asking.judges(on.day)).collect::<Vec<_>>() {
            let Some(admitted) = asking.admit(Some(matter), client, on.day, None) else { continue };
            if let (Some(client), Some(_)) = (client, per_client) {
                let first = merged.entry(client.id.as_str()).or_insert((on.day, admitted));
                if on.day < first.0 {
                    *first = (on.day, admitted);
                }
            }
            Walk::new(asking, kind, matter, client, milestone, on.day).go(asking, admitted);
        }
    });
    if let Some(repeat) = per_client {
        for (base, admitted) in merged.into_values() {
            asking.guarded("client", |asking| ask_merged(asking, kind, repeat, base, admitted));
        }
    }
}

/// A series walked from its anchor.
struct Walk<'k> {
    kind: &'k Series,
    subject: Subject,
    anchor_id: String,
    anchor: NaiveDate,
    head: String,
    verb: String,
    pack: String,
    rule: String,
    /// Due day of the previous step, its end by a person, and the last day of its window.
    previous: Option<(NaiveDate, Option<NaiveDate>)>,
    phase: (usize, i32),
}

/// Window and due day of a step.
struct Window {
    opens: NaiveDate,
    due: NaiveDate,
    guessed: bool,
    must: String,
}

impl<'k> Walk<'k> {
    fn new(
        asking: &Asking<'_, '_>,
        kind: &'k Series,
        matter: &Matter,
        client: Option<&Client>,
        milestone: &Milestone,
        anchor: NaiveDate,
    ) -> Self {
        Self {
            kind,
            subject: asking.subject(matter, client),
            anchor_id: milestone.id.to_string(),
            anchor,
            head: sentence::happened(matter, &kind.anchor.milestones, anchor, anchor),
            verb: asking.rule.verb.clone(),
            pack: asking.pack.id.clone(),
            rule: asking.rule.id.clone(),
            previous: None,
            phase: (0, 1),
        }
    }

    fn go<'r>(mut self, asking: &mut Asking<'r, '_>, admitted: Admitted<'r>) {
        let mut number = 1;
        let mut window = self.window(asking, number);
        while let Some(now) = window {
            if now.opens > asking.horizon || number > MOST_OCCURRENCES {
                break;
            }
            let ended = self.ended(asking, number, now.due);
            self.previous = Some((now.due, ended));
            // What the next step would be if this one were left undone: it says when this one is missed.
            let next = self.window(asking, number + 1);
            let lapses = self.lapses(asking, number, &now, next.as_ref());
            let title = self.kind.steps.get(number as usize - 1).and_then(|s| s.title.clone());
            asking.offer(admitted, self.occurrence(number, &now, lapses, title));
            window = next;
            number += 1;
        }
    }

    fn ended(&self, asking: &Asking<'_, '_>, number: u32, due: NaiveDate) -> Option<NaiveDate> {
        let key = TaskKey {
            pack: self.pack.clone(),
            rule: self.rule.clone(),
            subject: self.subject.clone(),
            anchor: self.anchor_id.clone(),
            occurrence: number,
        };
        asking.world.ended_on(&key, due)
    }

    fn occurrence(&self, number: u32, now: &Window, lapses: Option<NaiveDate>, step_title: Option<String>) -> Occurrence {
        Occurrence {
            subject: self.subject.clone(),
            anchor: self.anchor_id.clone(),
            number,
            step_title,
            opens: now.opens,
            due: now.due,
            latest: None,
            lapses,
            fulfilled: None,
            need: 1,
            have: 0,
            guessed: now.guessed,
            head: self.head.clone(),
            must: now.must.clone(),
        }
    }

    /// Window of a step, given the previous one; `None`: the series has no such step.
    fn window(&mut self, asking: &Asking<'_, '_>, number: u32) -> Option<Window> {
        if !self.kind.phases.is_empty() {
            return self.phase_window(asking, number);
        }
        let calendar = asking.world.calendar;
        let steps = self.kind.steps.len() as u32;
        let (timing, base) = match self.kind.steps.get(number as usize - 1) {
            Some(step) => (step.timing, self.base(number)),
            None => (self.repeated(asking, number - steps)?, self.base(number)),
        };
        let which = format!("第 {number} 次");
        match timing {
            StepTiming::Within(span) => {
                let due = calendar.add(base, span);
                let opens = match self.previous {
                    None => self.anchor,
                    Some((due, ended)) => ended.unwrap_or(NaiveDate::MAX).min(next_day(due)),
                };
                let must = format!("{which}{}", sentence::within(span, &self.verb, base, due.value, calendar));
                Some(Window { opens: opens.min(due.value), due: due.value, guessed: due.guessed, must })
            }
            StepTiming::At { after, grace } => {
                let (opens, due) = calendar.at(base, after, grace);
                let must = format!("满 {} 须做{which}{}", after.chinese(), self.verb);
                Some(Window { opens: opens.value, due: due.value, guessed: due.guessed, must })
            }
        }
    }

    fn base(&self, number: u32) -> NaiveDate {
        match (self.kind.base, self.previous) {
            (SeriesBase::PreviousDue, Some((due, _))) if number > 1 => due,
            (SeriesBase::PreviousDone, Some((due, ended))) if number > 1 => ended.unwrap_or(due),
            _ => self.anchor,
        }
    }

    /// Timing of the n-th repetition, from the base; counted from the last step so that month ends do not drift.
    fn repeated(&self, asking: &Asking<'_, '_>, n: u32) -> Option<StepTiming> {
        let repeat = self.kind.repeat.as_ref().filter(|r| !r.per_client)?;
        if repeat.times.is_some_and(|times| n > times) {
            return None;
        }
        let last = self.kind.steps.last()?.timing;
        let count = i32::try_from(n).ok()?;
        let from_previous = self.kind.base != SeriesBase::Anchor;
        let timing = match last {
            _ if from_previous => with_span(last, repeat.every),
            StepTiming::Within(span) | StepTiming::At { after: span, .. } => with_span(last, plus(span, repeat.every, count)?),
        };
        let within = |over: Span| asking.world.calendar.add(self.anchor, over).value;
        let due = asking.world.calendar.add(self.base(2), time_of(timing)).value;
        if repeat.over.is_some_and(|over| due > within(over)) {
            return None;
        }
        Some(timing)
    }

    fn phase_window(&mut self, asking: &Asking<'_, '_>, number: u32) -> Option<Window> {
        let calendar = asking.world.calendar;
        loop {
            let phase = self.kind.phases.get(self.phase.0)?;
            let start = match self.phase.0 {
                0 => self.anchor,
                i => calendar.add(self.anchor, self.kind.phases[i - 1].upto?).value,
            };
            let step = Span { n: phase.every.n.checked_mul(self.phase.1)?, unit: phase.every.unit };
            let due = calendar.add(start, step);
            if phase.upto.is_some_and(|upto| due.value > calendar.add(self.anchor, upto).value) {
                self.phase = (self.phase.0 + 1, 1);
                continue;
            }
            self.phase.1 += 1;
            let opens = self.previous.map_or(self.anchor, |(due, _)| next_day(due));
            let must = format!("每 {} 须{}一次,这是第 {number} 次", phase.every.chinese(), self.verb);
            return Some(Window { opens, due: due.value, guessed: due.guessed, must });
        }
    }

    /// When the step is missed: after its window, as soon as the next one begins. The last repetition of a bounded series
    /// ends as if one more were to come; the last step of a series without repetition stays overdue.
    fn lapses(&self, asking: &Asking<'_, '_>, number: u32, now: &Window, next: Option<&Window>) -> Option<NaiveDate> {
        match next {
            Some(next) => Some(next_day(now.due).max(next.opens)),
            None if number as usize > self.kind.steps.len() => {
                let repeat = self.kind.repeat.as_ref()?;
                let again = asking.world.calendar.add(now.opens, repeat.every).value;
                Some(next_day(now.due).max(again))
            }
            None => None,
        }
    }
}

fn with_span(timing: StepTiming, span: Span) -> StepTiming {
    match timing {
        StepTiming::Within(_) => StepTiming::Within(span),
        StepTiming::At { grace, .. } => StepTiming::At { after: span, grace },
    }
}

fn time_of(timing: StepTiming) -> Span {
    match timing {
        StepTiming::Within(span) | StepTiming::At { after: span, .. } => span,
    }
}

/// `span + every * n`, for spans whose units can be added (days and weeks; months, quarters, half-years and years).
fn plus(span: Span, every: Span, n: i32) -> Option<Span> {
    if span.unit == every.unit {
        return Some(Span { n: span.n.checked_add(every.n.checked_mul(n)?)?, unit: span.unit });
    }
    let (a, unit_a) = span.in_base_unit();
    let (b, unit_b) = every.in_base_unit();
    (unit_a == unit_b).then_some(Span { n: a.checked_add(b.checked_mul(n)?)?, unit: unit_a })
}

/// One repetition for the client, from the earliest matter on (004-14-16).
fn ask_merged<'r>(
    asking: &mut Asking<'r, '_>,
    kind: &Series,
    repeat: &Repeat,
    base: NaiveDate,
    admitted: Admitted<'r>,
) {
    let (Some(client), Some(last)) = (admitted.client, kind.steps.last()) else { return };
    let admitted = Admitted { matter: None, ..admitted };
    let window = |asking: &Asking<'_, '_>, n: u32| {
        let span = plus(time_of(last.timing), repeat.every, i32::try_from(n).ok()?)?;
        let grace = match last.timing {
            StepTiming::At { grace, .. } => grace,
            StepTiming::Within(_) => Span { n: 0, unit: crate::calendar::Unit::Day },
        };
        let (opens, due) = asking.world.calendar.at(base, span, grace);
        Some((opens, due))
    };
    for n in 1..=MOST_OCCURRENCES {
        let (Some((opens, due)), Some((next, _))) = (window(asking, n), window(asking, n + 1)) else { return };
        if opens.value > asking.horizon || repeat.times.is_some_and(|times| n > times) {
            return;
        }
        let occurrence = Occurrence {
            subject: Subject::Client(client.id.clone()),
            anchor: "client".to_owned(),
            number: n,
            step_title: None,
            opens: opens.value,
            due: due.value,
            latest: None,
            lapses: Some(next.value.max(next_day(due.value))),
            fulfilled: None,
            need: 1,
            have: 0,
            guessed: due.guessed,
            head: format!("自 {base} 起"),
            must: format!("每 {} 须汇总{}一次", repeat.every.chinese(), asking.rule.verb),
        };
        asking.offer(admitted, occurrence);
    }
}
