//! 做什么:一步一步地回访,之后按间隔重复,直到有了结果。
//! 依据:如 001-01-08/09(次日、4 天、7 天,依次类推)、002-16-05/06(2 周内、2 个月内)、004-14-08…16(满 1、3、6 个月,之后每半年,多批合并)、
//! 001-15-07…09(质保期内按年头定频次)。
//! 例子:`kind = "series"`,`steps = ["1 day", "4 days", "7 days"]`,`repeat = { every = "3 days", over = "30 days" }`。
//! 边界情形:前一步做完或过了时限,后一步才开始;过了时限没做的那一步,后一步开始时成为漏访;有 `until` 的节点时,当天起不再有新的。

use super::{Admitted, Occurrence, anchor_id, anchors, has_role, named, next_day};
use crate::calendar::{Judged, Span, WorkingCalendar};
use crate::domain::{Client, Matter, Milestone, Subject};
use crate::engine::derive::Asking;
use crate::engine::emission::TaskKey;
use crate::engine::sentence;
use crate::engine::why::Why;
use crate::policy::{Repeat, Series, SeriesBase, StepTiming};
use chrono::NaiveDate;

/// Repetitions are cut off here (54 years of days), so that a mistaken date can not run away.
const MOST_OCCURRENCES: u32 = 20_000;

pub(super) fn ask<'r>(asking: &mut Asking<'r, '_>, kind: &'r Series) {
    asking.each_matter(&kind.anchor, |asking, matter, client| {
        for (milestone, on) in asking.judged_anchors(&kind.anchor, matter, client) {
            if let Some(admitted) = asking.admit(Some(matter), client, on.day, None) {
                let run = Run { anchor: on.day, matter, milestone, admitted };
                Walk::of_matter(kind, asking.subject(matter, client), run).go(asking);
            }
        }
    });
    if kind.repeat.as_ref().is_some_and(|r| r.per_client) {
        for client in asking.clients_in_scope() {
            asking.guarded(client.id.as_str(), |asking| ask_merged(asking, kind, client));
        }
    }
}

/// One repetition for the client, counted from the earliest of all matters (004-14-16).
fn ask_merged<'r>(asking: &mut Asking<'r, '_>, kind: &'r Series, client: &'r Client) {
    let mut runs = Vec::new();
    for matter in asking.world.matters_of(&client.id).iter().copied().filter(|m| m.kind == kind.anchor.matter) {
        if !matter.participants.iter().any(|p| p.client == client.id && has_role(&kind.anchor, p)) {
            continue;
        }
        for (milestone, on) in anchors(&kind.anchor, matter) {
            let admitted = asking.admit(Some(matter), Some(client), on.day, None);
            runs.extend(admitted.map(|admitted| Run { anchor: on.day, matter, milestone, admitted }));
        }
    }
    runs.sort_by_key(|run| (run.anchor, &run.milestone.id, &run.matter.id));
    // The version in force on the first day judges the whole repetition.
    if runs.first().is_some_and(|first| asking.judges(first.anchor)) {
        Walk::of_client(asking, kind, client, runs).go(asking);
    }
}

/// An anchor that asks for the series.
struct Run<'r> {
    anchor: NaiveDate,
    matter: &'r Matter,
    milestone: &'r Milestone,
    admitted: Admitted<'r>,
}

/// A series walked from its anchor.
struct Walk<'r> {
    kind: &'r Series,
    subject: Subject,
    anchor_id: String,
    anchor: NaiveDate,
    /// One anchor or, for the repetition of a client, all of them, oldest first; never empty.
    runs: Vec<Run<'r>>,
    /// Steps before the first occurrence: all of them, for the repetition of a client.
    passed: u32,
    previous: Option<Previous>,
    /// Place among the phases, and in the phase.
    phase: (usize, i32),
}

/// The occurrence before.
#[derive(Clone, Copy)]
struct Previous {
    due: NaiveDate,
    /// When a person ended it; not before it opened.
    ended: Option<NaiveDate>,
}

impl Previous {
    /// The day on which the next one may open: this one is settled, or its window is over.
    fn leaves(self) -> NaiveDate {
        self.ended.map_or(next_day(self.due), |ended| ended.min(next_day(self.due)))
    }
}

/// Days of an occurrence.
struct Window {
    opens: NaiveDate,
    due: NaiveDate,
    guessed: bool,
    /// From what the due day was counted.
    base: NaiveDate,
}

impl<'r> Walk<'r> {
    fn of_matter(kind: &'r Series, subject: Subject, run: Run<'r>) -> Self {
        let (anchor_id, anchor) = (anchor_id(&kind.anchor, run.matter, run.milestone), run.anchor);
        Self { kind, subject, anchor_id, anchor, runs: vec![run], passed: 0, previous: None, phase: (0, 1) }
    }

    fn of_client(asking: &Asking<'_, '_>, kind: &'r Series, client: &Client, runs: Vec<Run<'r>>) -> Self {
        let anchor = runs.first().map_or(NaiveDate::MIN, |first| first.anchor);
        let (subject, passed) = (Subject::Client(client.id.clone()), kind.steps.len() as u32);
        let anchor_id = "client".to_owned();
        let mut walk = Self { kind, subject, anchor_id, anchor, runs, passed, previous: None, phase: (0, 1) };
        let last_step = kind.steps.last().map(|step| walk.timed(asking, step.timing, None));
        walk.previous = last_step.map(|window| Previous { due: window.due, ended: None });
        walk
    }

    fn go(mut self, asking: &mut Asking<'r, '_>) {
        let mut window = self.window(asking, 1);
        for number in 1..=MOST_OCCURRENCES {
            let Some(now) = window else { break };
            let admitted = self.admitted_on(now.due);
            if now.opens > asking.horizon {
                asking.skip::<()>(admitted.matter, admitted.client, || Why::TooFar(now.opens));
                break;
            }
            let asked = asking.passes(admitted, now.opens, now.due);
            self.previous = Some(Previous { due: now.due, ended: self.ended(asking, number, &now) });
            let next = self.window(asking, number + 1);
            if asked {
                let occurrence = self.occurrence(asking, number, &now, next.as_ref());
                asking.emit(admitted, occurrence);
            }
            window = next;
        }
    }

    /// The anchor that still asks on that day; where none does, the one that was stopped last. Of several the task belongs
    /// to no single matter.
    fn admitted_on(&self, due: NaiveDate) -> Admitted<'r> {
        let stop = |run: &Run<'_>| run.admitted.stop.map_or(NaiveDate::MAX, |(_, on)| on);
        let going_on = self.runs.iter().find(|run| run.anchor <= due && due < stop(run));
        let run = going_on.or_else(|| self.runs.iter().max_by_key(|run| stop(run))).unwrap_or(&self.runs[0]);
        let matter = if self.passed == 0 { run.admitted.matter } else { None };
        Admitted { matter, ..run.admitted }
    }

    /// When a person ended the occurrence. Before the pack's first day nothing was asked for, so nothing was ended.
    fn ended(&self, asking: &Asking<'_, '_>, number: u32, now: &Window) -> Option<NaiveDate> {
        if now.due < asking.enabled.effective_from {
            return None;
        }
        let key = || TaskKey {
            pack: asking.pack.id.clone(),
            rule: asking.rule.id.clone(),
            subject: self.subject.clone(),
            anchor: self.anchor_id.clone(),
            occurrence: number,
        };
        asking.world.ended_on(key, now.due).map(|ended| ended.max(now.opens))
    }

    fn occurrence(&self, asking: &Asking<'_, '_>, number: u32, now: &Window, next: Option<&Window>) -> Occurrence {
        Occurrence {
            subject: self.subject.clone(),
            anchor: self.anchor_id.clone(),
            number,
            step_title: self.kind.steps.get((number + self.passed) as usize - 1).and_then(|s| s.title.clone()),
            opens: now.opens,
            due: now.due,
            latest: None,
            lapses: self.lapses(asking, number, now, next),
            fulfilled: None,
            need: 1,
            have: 0,
            guessed: now.guessed,
            head: self.head(now.due),
            must: self.must(asking, number, now),
        }
    }

    /// Window of an occurrence, given the one before; `None`: the series has no such occurrence.
    fn window(&mut self, asking: &Asking<'_, '_>, number: u32) -> Option<Window> {
        if !self.kind.phases.is_empty() {
            return self.phase_window(asking);
        }
        let index = number + self.passed;
        match self.kind.steps.get(index as usize - 1) {
            Some(step) => Some(self.timed(asking, step.timing, None)),
            None => self.repeated(asking, index - self.kind.steps.len() as u32),
        }
    }

    /// "Within" opens as soon as the one before leaves; "at" opens when the time is over, but no sooner than that. Nothing
    /// falls due before it opens.
    fn timed(&self, asking: &Asking<'_, '_>, timing: StepTiming, every: Option<(Span, i32)>) -> Window {
        let calendar = asking.world.calendar;
        let gate = self.previous.map_or(self.anchor, Previous::leaves);
        let base = self.base();
        let time = reach(calendar, base, time_of(timing), every);
        let (opens, due) = match timing {
            StepTiming::Within(_) => (gate, time),
            StepTiming::At { grace, .. } => (time.value.max(gate), calendar.add(time.value, grace)),
        };
        let due = asking.shifted(Judged { value: due.value.max(opens), guessed: time.guessed || due.guessed });
        Window { opens, due: due.value, guessed: due.guessed, base }
    }

    fn base(&self) -> NaiveDate {
        match (self.kind.base, self.previous) {
            (SeriesBase::PreviousDue, Some(previous)) => previous.due,
            (SeriesBase::PreviousDone, Some(previous)) => previous.ended.unwrap_or(previous.due),
            _ => self.anchor,
        }
    }

    /// The n-th repetition.
    fn repeated(&self, asking: &Asking<'_, '_>, n: u32) -> Option<Window> {
        let repeat = self.kind.repeat.as_ref().filter(|r| !r.per_client || self.passed > 0)?;
        if repeat.times.is_some_and(|times| n > times) {
            return None;
        }
        let last = self.kind.steps.last()?.timing;
        let (timing, every) = match self.kind.base {
            SeriesBase::Anchor => (last, Some((repeat.every, i32::try_from(n).ok()?))),
            SeriesBase::PreviousDue | SeriesBase::PreviousDone => (with_span(last, repeat.every), None),
        };
        let calendar = asking.world.calendar;
        let time = reach(calendar, self.base(), time_of(timing), every).value;
        let too_late = repeat.over.is_some_and(|over| time > calendar.add(self.anchor, over).value);
        (!too_late).then(|| self.timed(asking, timing, every))
    }

    fn phase_window(&mut self, asking: &Asking<'_, '_>) -> Option<Window> {
        let calendar = asking.world.calendar;
        loop {
            let phase = self.kind.phases.get(self.phase.0)?;
            let zero = Span { n: 0, unit: phase.every.unit };
            let start = if self.phase.0 == 0 { zero } else { self.kind.phases[self.phase.0 - 1].upto? };
            let base = calendar.add(self.anchor, start).value;
            // Counted from the anchor where the units allow it, so that a clamped month end does not drift.
            let due = reach(calendar, self.anchor, start, Some((phase.every, self.phase.1)));
            if phase.upto.is_some_and(|upto| due.value > calendar.add(self.anchor, upto).value) {
                self.phase = (self.phase.0 + 1, 1);
                continue;
            }
            self.phase.1 += 1;
            let opens = self.previous.map_or(self.anchor, |previous| next_day(previous.due));
            let due = asking.shifted(Judged { value: due.value.max(opens), guessed: due.guessed });
            return Some(Window { opens, due: due.value, guessed: due.guessed, base });
        }
    }

    /// When the occurrence is missed: its window is over and the next one begins. The last repetition of a bounded series,
    /// and the last step before the repetition of the client, end as if one more were to come; the last step of a series
    /// without repetition stays overdue.
    fn lapses(&self, asking: &Asking<'_, '_>, number: u32, now: &Window, next: Option<&Window>) -> Option<NaiveDate> {
        let over = next_day(now.due);
        if let Some(next) = next {
            return Some(over.max(next.opens));
        }
        if !self.kind.phases.is_empty() {
            return Some(over);
        }
        let repeat = self.kind.repeat.as_ref()?;
        let repeats = repeat.per_client || (number + self.passed) as usize > self.kind.steps.len();
        repeats.then(|| over.max(asking.world.calendar.add(now.opens, repeat.every).value))
    }

    fn head(&self, due: NaiveDate) -> String {
        if self.passed > 0 {
            return format!("自 {} 起", sentence::day_near(self.anchor, due));
        }
        let run = &self.runs[0];
        sentence::happened(run.matter, named(&self.kind.anchor, run.milestone), self.anchor, due)
    }

    fn must(&self, asking: &Asking<'_, '_>, number: u32, now: &Window) -> String {
        let verb = &asking.rule.verb;
        let step = self.kind.steps.get((number + self.passed) as usize - 1).map(|step| step.timing);
        match (step, &self.kind.repeat) {
            (Some(StepTiming::Within(span)), _) => {
                format!("第 {number} 次{}", sentence::within(span, verb, now.base, now.due, asking.world.calendar))
            }
            (Some(StepTiming::At { after, .. }), _) => format!("满 {} 须做第 {number} 次{verb}", after.chinese()),
            (None, Some(Repeat { every, per_client: true, .. })) => {
                format!("每 {} 须汇总{verb}一次,这是第 {number} 次", every.chinese())
            }
            (None, Some(Repeat { every, over, .. })) => {
                let over = over.map(|over| format!("({}为限)", over.chinese())).unwrap_or_default();
                format!("之后每 {} 须{verb}一次{over},这是第 {number} 次", every.chinese())
            }
            (None, None) => {
                let every = self.phase_of(asking, now.due).map(|every| format!("每 {} ", every.chinese()));
                format!("{}须{verb}一次,这是第 {number} 次", every.unwrap_or_default())
            }
        }
    }

    /// How often, in the phase to which the day belongs.
    fn phase_of(&self, asking: &Asking<'_, '_>, due: NaiveDate) -> Option<Span> {
        let reaches = |upto: Span| due <= asking.world.calendar.add(self.anchor, upto).value;
        self.kind.phases.iter().find(|phase| phase.upto.is_none_or(reaches)).map(|phase| phase.every)
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

/// `span + every * n` after the base: added up first where the units allow it, so that month ends do not drift; else the
/// repetition is counted from the day that the span reaches.
fn reach(calendar: &WorkingCalendar, base: NaiveDate, span: Span, every: Option<(Span, i32)>) -> Judged<NaiveDate> {
    let Some((every, n)) = every else { return calendar.add(base, span) };
    let ((a, unit), (b, unit_b)) = (span.in_base_unit(), every.in_base_unit());
    let rest = Span { n: b.saturating_mul(n), unit: unit_b };
    if unit == unit_b {
        return calendar.add(base, Span { n: a.saturating_add(rest.n), unit });
    }
    let last = calendar.add(base, span);
    let reached = calendar.add(last.value, rest);
    Judged { value: reached.value, guessed: last.guessed || reached.guessed }
}
