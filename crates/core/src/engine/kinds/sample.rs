//! 做什么:抽样回访:每个周期抽一次,抽中的逐个回访。
//! 依据:如 003-01-08(每周从当月台账抽 20 个)、002-01-28(每周每科室 3 人)、002-09-05(大批入伙抽 60%)、000-20-09(每半年不少于 10 名)。
//! 例子:`kind = "sample"`,`matter = "approval"`,`milestone = "accepted"`,`take = 20`,`per = "week"`,`frame = "month"`。
//! 边界情形:抽样是人做的一件事,事后的变化不会重抽;不能访的由下一名替补,要写理由;没抽之前,列的是“抽样”这件事。

use super::{Admitted, Occurrence, next_day};
use crate::calendar::{Period, PeriodShift};
use crate::domain::{Draw, Drawn, Subject};
use crate::engine::derive::Asking;
use crate::engine::draw::virtual_draw_in;
use crate::engine::sentence::day_near;
use crate::engine::why::Why;
use crate::policy::{Sample, Take, TaskAction};
use chrono::NaiveDate;
use std::borrow::Cow;

/// More periods than any office's pack is in force.
const MOST_PERIODS: usize = 40_000;

/// A period of the rule: when is drawn, and out of which stretch.
#[derive(Debug, Clone, Copy)]
pub(in crate::engine) struct Place {
    pub period: Period,
    pub frame: Period,
}

/// The rule's periods from a day on, in order.
pub(in crate::engine) fn places(kind: &Sample, from: NaiveDate) -> impl Iterator<Item = Place> {
    let first = Period::containing(kind.per, from, PeriodShift::default());
    let periods = std::iter::successors(Some(first), |p| Some(p.next())).take(MOST_PERIODS);
    let frame = kind.frame_per.unwrap_or(kind.per);
    let previous = kind.previous;
    periods.map(move |period| {
        let current = Period::containing(frame, period.first, PeriodShift::default());
        // A longer stretch that the period runs out of is the one in which the period ends.
        let current = if current.last < period.last && !previous { period_of_end(frame, period) } else { current };
        Place { period, frame: if previous { current.previous() } else { current } }
    })
}

fn period_of_end(kind: crate::calendar::PeriodKind, period: Period) -> Period {
    Period::containing(kind, period.last, PeriodShift::default())
}

pub(super) fn ask<'r>(asking: &mut Asking<'r, '_>, kind: &'r Sample) {
    if asking.variant.is_some() {
        return;
    }
    let (pack, rule) = (asking.pack.id.clone(), asking.rule.id.clone());
    for place in places(kind, asking.first) {
        if place.period.first > asking.horizon {
            return;
        }
        if !asking.judges(place.period.first) {
            continue;
        }
        let text = place.period.to_string();
        let drawn = asking.world.draws(&pack, &rule).iter().rfind(|d| d.period == text).copied();
        let draw = drawn.map(Cow::Borrowed);
        let draw = draw.or_else(|| asking.world.is_as_if_done().then(|| Cow::Owned(virtual_draw_in(asking, kind, place))));
        if asking.scope.has_office() {
            ask_draw(asking, kind, place, draw.as_deref());
        }
        if let Some(draw) = draw {
            ask_units(asking, kind, place, &draw);
        }
    }
}

/// The draw itself: a step of the office, done when somebody has drawn.
fn ask_draw<'r>(asking: &mut Asking<'r, '_>, kind: &Sample, place: Place, draw: Option<&Draw>) {
    let Some(admitted) = admit_office(asking) else { return };
    let period = place.period;
    let occurrence = Occurrence {
        subject: Subject::Office,
        anchor: period.to_string(),
        number: 1,
        step_title: Some("抽样".to_owned()),
        opens: period.first,
        due: period.last,
        latest: None,
        lapses: Some(next_day(period.last)),
        fulfilled: draw.map(|d| d.on),
        need: 1,
        have: 0,
        guessed: false,
        head: format!("{}({} 至 {})", period.chinese(), day_near(period.first, period.last), day_near(period.last, period.last)),
        must: format!("每{}须抽{} 来{}", kind.per.chinese(), take_words(kind.take), asking.rule.verb),
    };
    if asking.passes(admitted, occurrence.opens, occurrence.due) {
        asking.emit_as(admitted, occurrence, TaskAction::Step);
    }
}

/// A rule that is switched off asks for no draw; its other conditions are about what is drawn.
fn admit_office<'r>(asking: &mut Asking<'r, '_>) -> Option<Admitted<'r>> {
    let off = asking.rule.wanted == crate::policy::Condition::never();
    (!off).then_some(Admitted { matter: None, client: None, handed_to: None, doer: None, stop: None })
}

fn take_words(take: Take) -> String {
    match take {
        Take::Number(n) => format!(" {n} 个"),
        Take::Percent(percent) => format!(" {percent}%"),
    }
}

fn ask_units<'r>(asking: &mut Asking<'r, '_>, kind: &Sample, place: Place, draw: &Draw) {
    for unit in draw.chosen() {
        let subject = match (asking.rule.action, &unit.client, &unit.matter) {
            (TaskAction::Step, _, Some(matter)) => Subject::Matter(matter.clone()),
            (_, Some(client), _) => Subject::Client(client.clone()),
            (_, None, Some(matter)) => Subject::Matter(matter.clone()),
            (_, None, None) => continue,
        };
        if asking.scope.covers(&subject) {
            let name = subject.to_string();
            asking.guarded(&name, |asking| ask_unit(asking, kind, place, draw, (unit, subject)));
        }
    }
}

fn ask_unit<'r>(
    asking: &mut Asking<'r, '_>,
    kind: &Sample,
    place: Place,
    draw: &Draw,
    (unit, subject): (&Drawn, Subject),
) {
    let world = asking.world;
    let client = unit.client.as_ref().and_then(|id| world.client(id));
    let matter = unit.matter.as_ref().and_then(|id| world.matter(id));
    if (unit.client.is_some() && client.is_none()) || (unit.matter.is_some() && matter.is_none()) {
        return;
    }
    let due = kind.within.map(|within| world.calendar.add(draw.on, within));
    let due_day = due.map_or(place.period.last, |due| due.value);
    let anchor = match &unit.matter {
        Some(matter) => format!("{}/{matter}", place.period),
        None => place.period.to_string(),
    };
    let admitted = Admitted { matter, client, handed_to: None, doer: None, stop: None };
    let occurrence = Occurrence {
        subject,
        anchor,
        number: 1,
        step_title: None,
        opens: draw.on.min(due_day),
        due: due_day,
        latest: None,
        lapses: Some(next_day(due_day).max(next_day(place.period.last))),
        fulfilled: None,
        need: 1,
        have: 0,
        guessed: due.is_some_and(|due| due.guessed),
        head: format!("{} {}抽样抽中", day_near(draw.on, due_day), place.period.chinese()),
        must: format!("须{}", asking.rule.verb),
    };
    if client.is_none_or(|client| asking.serves(client, place.period.first)) {
        asking.offer(admitted, occurrence);
    } else {
        asking.skip::<()>(matter, client, || Why::NotInPopulation("另有参数".to_owned()));
    }
}
