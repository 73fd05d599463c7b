//! 做什么:某个节点(或几个节点都齐备)之后,在规定时间内做一次。
//! 依据:如 002-12-03(投诉处理完毕后 3 天内)、001-15-06(竣工、全款、保修手续齐备后)、002-09-03/04(一般 1 个月、最迟 3 个月)。
//! 例子:`kind = "after"`,`matter = "complaint"`,`milestone = "handled"`,`within = "3 days"`。
//! 边界情形:同一节点可以发生多次,每次各是一件;`renews` 时下一次发生使前一次成为漏访;`lapse` 之后不再补访。

use super::{Occurrence, anchor_id, anchors, named, next_day};
use crate::calendar::{Judged, Moment, Period, PeriodShift};
use crate::domain::{Client, Matter, Milestone};
use crate::engine::derive::Asking;
use crate::engine::sentence;
use crate::policy::{After, StepTiming, Timing};
use chrono::NaiveDate;

pub(super) fn ask<'r>(asking: &mut Asking<'r, '_>, kind: &'r After) {
    asking.each_matter(&kind.anchor, |asking, matter, client| ask_matter(asking, kind, matter, client));
}

fn ask_matter<'r>(asking: &mut Asking<'r, '_>, kind: &'r After, matter: &'r Matter, client: Option<&'r Client>) {
    let all = anchors(&kind.anchor, matter);
    for (milestone, on) in asking.judged_anchors(&kind.anchor, matter, client) {
        let index = all.iter().position(|(m, _)| m.id == milestone.id).unwrap_or_default();
        let Some(admitted) = asking.admit(Some(matter), client, on.day, None) else { continue };
        let renewed = all.get(index + 1).filter(|_| kind.renews).map(|(_, next)| next.day);
        let occurrence = occurrence(asking, kind, (matter, client), (milestone, on, index), renewed);
        asking.offer(admitted, occurrence);
    }
}

fn occurrence(
    asking: &Asking<'_, '_>,
    kind: &After,
    (matter, client): (&Matter, Option<&Client>),
    (milestone, on, index): (&Milestone, Moment, usize),
    renewed: Option<NaiveDate>,
) -> Occurrence {
    let calendar = asking.world.calendar;
    let (opens, due, must) = match kind.timing {
        Timing::Counted(timing) => counted(asking, timing, on.day),
        Timing::InNext(period) => {
            let next = Period::containing(period, on.day, PeriodShift::default()).next();
            let due = due(asking, kind.timing, on.day);
            (next.first, due, format!("须在{}内{}", next.chinese(), asking.rule.verb))
        }
    };
    let lapse = kind.lapse.map(|lapse| next_day(calendar.add(due.value, lapse).value));
    Occurrence {
        subject: asking.subject(matter, client),
        anchor: anchor_id(&kind.anchor, matter, milestone),
        number: 1,
        step_title: None,
        opens,
        due: due.value,
        latest: kind.latest.map(|latest| calendar.add(on.day, latest).value),
        lapses: [lapse, renewed].into_iter().flatten().min(),
        fulfilled: kind.done_by.as_deref().and_then(|done_by| fulfilled(kind, matter, done_by, on, index)),
        need: 1,
        have: 0,
        guessed: due.guessed,
        head: sentence::happened(matter, named(&kind.anchor, milestone), on.day, due.value),
        must,
    }
}

/// The day on which a rule with this timing falls due.
pub(super) fn due(asking: &Asking<'_, '_>, timing: Timing, from: NaiveDate) -> Judged<NaiveDate> {
    match timing {
        Timing::Counted(timing) => counted(asking, timing, from).1,
        Timing::InNext(period) => {
            let next = Period::containing(period, from, PeriodShift::default()).next();
            asking.shifted(Judged { value: next.last, guessed: false })
        }
    }
}

/// First day, due day and the words of a time that is counted from a day.
pub(super) fn counted(
    asking: &Asking<'_, '_>,
    timing: StepTiming,
    from: NaiveDate,
) -> (NaiveDate, Judged<NaiveDate>, String) {
    let (calendar, verb) = (asking.world.calendar, &asking.rule.verb);
    match timing {
        StepTiming::Within(span) => {
            let due = asking.shifted(calendar.add(from, span));
            (from, due, sentence::within(span, verb, from, due.value, calendar))
        }
        StepTiming::At { after, grace } => {
            let (opens, due) = calendar.at(from, after, grace);
            (opens.value, asking.shifted(due), format!("满 {} 须{verb}", after.chinese()))
        }
    }
}

/// The day on which the step was done: where it can come again, the n-th answers the n-th; else the first that is not earlier.
fn fulfilled(kind: &After, matter: &Matter, done_by: &str, on: Moment, index: usize) -> Option<NaiveDate> {
    let done = matter.milestones_of(done_by);
    let found = if kind.renews { done.get(index).copied() } else { done.into_iter().find(|m| m.on.day >= on.day) };
    found.map(|m| m.on.day)
}
