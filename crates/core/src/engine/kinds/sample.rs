//! 做什么:抽样回访:每个周期抽一次,抽中的逐个回访。
//! 依据:如 003-01-08(每周从当月台账抽 20 个)、002-01-28(每周每科室 3 人)、002-09-05(大批入伙抽 60%)、000-20-09(每半年不少于 10 名)。
//! 例子:`kind = "sample"`,`matter = "approval"`,`milestone = "accepted"`,`take = 20`,`per = "week"`,`frame = "month"`。
//! 边界情形:抽样是人做的一件事,事后的变化不会重抽;不能访的由下一名替补,要写理由;没抽之前,列的是“抽样”这件事。

use super::{Admitted, Occurrence, next_day};
use crate::calendar::{Judged, Period, PeriodShift};
use crate::domain::{Client, Draw, Drawn, Subject};
use crate::engine::derive::Asking;
use crate::engine::draw::DrawFrame;
use crate::engine::frame::Place;
use crate::engine::sentence::day_near;
use crate::engine::why::{Skip, Why};
use crate::policy::{Condition, ExceptAct, Sample, Take, TaskAction};
use std::borrow::Cow;

/// More periods than any office's pack is in force.
const MOST_PERIODS: usize = 40_000;

pub(super) fn ask<'r>(asking: &mut Asking<'r, '_>, kind: &'r Sample) {
    // What is drawn for the office is drawn once, whoever has parameters of his own.
    if asking.variant.is_some() {
        return;
    }
    if asking.rule.wanted == Condition::never() {
        for client in asking.clients_in_scope() {
            asking.admit(None, Some(client), asking.first, None);
        }
        return;
    }
    let (pack, rule) = (asking.pack.id.clone(), asking.rule.id.clone());
    let first = Period::containing(kind.per, asking.first, PeriodShift::default());
    let (mut as_if, horizon) = (Vec::new(), asking.horizon);
    let periods = std::iter::successors(Some(first), |p| Some(p.next())).take(MOST_PERIODS);
    for period in periods.take_while(|p| p.first <= horizon) {
        if !asking.judges(period.first) {
            continue;
        }
        let text = period.to_string();
        let drawn = asking.world.draws(&pack, &rule).iter().rfind(|d| d.period == text).copied();
        let draw = drawn.map(Cow::Borrowed).or_else(|| as_if_drawn(asking, kind, period, &as_if).map(Cow::Owned));
        if asking.scope.has_office() {
            ask_draw(asking, kind, period, draw.as_deref());
        }
        note_undrawn(asking, period, draw.as_deref());
        if let Some(draw) = draw {
            ask_units(asking, kind, period, &draw);
            as_if.extend(drawn.is_none().then(|| draw.into_owned()));
        }
    }
}

/// The draw of a world in which everything is done when it falls due: what a simulation counts with.
fn as_if_drawn(asking: &Asking<'_, '_>, kind: &Sample, period: Period, before: &[Draw]) -> Option<Draw> {
    asking.world.is_as_if_done().then(|| {
        let frame = DrawFrame::of(asking, kind, Place::within(period, period.last), before);
        frame.draw(&format!("simulate/{period}"), period.last, None, 0)
    })
}

/// Notes for each client who was not drawn in a period that has begun, why nothing is asked for.
fn note_undrawn(asking: &mut Asking<'_, '_>, period: Period, draw: Option<&Draw>) {
    if asking.skips.is_none() || period.first > asking.world.today {
        return;
    }
    let chosen = draw.map(Draw::chosen).unwrap_or_default();
    for client in asking.clients_in_scope() {
        if !chosen.iter().any(|unit| unit.client.as_ref() == Some(&client.id)) {
            let why = Why::NotDrawn(undrawn_words(asking, period, draw, client));
            let (pack, rule) = (asking.pack.id.clone(), asking.rule.id.clone());
            let (client, period) = (Some(client.id.clone()), Some(period.to_string()));
            let skip = Skip { pack, rule, client, matter: None, period, began: None, why };
            asking.skips.iter_mut().for_each(|skips| skips.push(skip.clone()));
        }
    }
}

fn undrawn_words(asking: &Asking<'_, '_>, period: Period, draw: Option<&Draw>, client: &Client) -> String {
    let (name, text) = (period.chinese(), period.to_string());
    let Some(draw) = draw else {
        let of_rule = |d: &Draw| d.pack == asking.pack.id && d.rule == asking.rule.id && d.period == text;
        let voided = asking.world.facts.draws.iter().any(|d| d.voided && of_rule(d));
        return if voided {
            format!("{name}的抽样已作废,还没有重抽")
        } else {
            format!("{name}还没有抽样")
        };
    };
    match draw.replaced.iter().find(|r| r.unit.client.as_ref() == Some(&client.id)) {
        Some(replaced) => format!("{name}抽中后由下一名替补({})", replaced.reason),
        None => format!("{name}没有抽中"),
    }
}

/// The draw itself: a step of the office, done when somebody has drawn.
fn ask_draw(asking: &mut Asking<'_, '_>, kind: &Sample, period: Period, draw: Option<&Draw>) {
    let admitted = Admitted { matter: None, client: None, handed_to: None, doer: None, stop: None };
    let due = asking.shifted(Judged { value: period.last, guessed: false });
    let occurrence = Occurrence {
        subject: Subject::Office,
        anchor: period.to_string(),
        number: 1,
        step_title: Some("抽样".to_owned()),
        opens: period.first,
        due: due.value,
        latest: None,
        lapses: Some(next_day(due.value)),
        fulfilled: draw.map(|d| d.on),
        need: 1,
        have: 0,
        guessed: due.guessed,
        head: format!(
            "{}({} 至 {})",
            period.chinese(),
            day_near(period.first, period.last),
            day_near(period.last, period.last)
        ),
        must: format!("每{}须抽{} 来{}", kind.per.chinese(), take_words(kind), asking.rule.verb),
    };
    if asking.passes(admitted, occurrence.opens, occurrence.due) {
        asking.emit_as(admitted, occurrence, TaskAction::Step);
    }
}

fn take_words(kind: &Sample) -> String {
    match (kind.take, kind.most) {
        (Take::Number(n), Some(most)) if most > n => format!(" {n} 至 {most} 个"),
        (Take::Number(n), _) => format!(" {n} 个"),
        (Take::Percent(percent), _) => format!(" {percent}%"),
    }
}

fn ask_units(asking: &mut Asking<'_, '_>, kind: &Sample, period: Period, draw: &Draw) {
    for unit in draw.chosen() {
        let subject = match (asking.rule.action, &unit.client, &unit.matter) {
            (TaskAction::Step, _, Some(matter)) => Subject::Matter(matter.clone()),
            (_, Some(client), _) => Subject::Client(client.clone()),
            (_, None, Some(matter)) => Subject::Matter(matter.clone()),
            (_, None, None) => continue,
        };
        if asking.scope.covers(&subject) {
            let name = subject.to_string();
            asking.guarded(&name, |asking| ask_unit(asking, kind, period, draw, (unit, subject)));
        }
    }
}

fn ask_unit(
    asking: &mut Asking<'_, '_>,
    kind: &Sample,
    period: Period,
    draw: &Draw,
    (unit, subject): (&Drawn, Subject),
) {
    let Some(admitted) = admit_unit(asking, kind, period, draw, unit) else { return };
    let within = kind.within.map(|within| asking.world.calendar.add(draw.on, within));
    let due = asking.shifted(within.unwrap_or(Judged { value: period.last, guessed: false }));
    let anchor = match &unit.matter {
        Some(matter) => format!("{period}/{matter}"),
        None => period.to_string(),
    };
    let occurrence = Occurrence {
        subject,
        anchor,
        number: 1,
        step_title: None,
        opens: draw.on.min(due.value),
        due: due.value,
        latest: None,
        lapses: Some(next_day(due.value).max(next_day(period.last))),
        fulfilled: None,
        need: 1,
        have: 0,
        guessed: due.guessed,
        head: format!("{} {}抽样抽中", day_near(draw.on, due.value), period.chinese()),
        must: format!("须{}", asking.rule.verb),
    };
    asking.offer(admitted, occurrence);
}

/// What was drawn stays drawn, whatever is corrected later. It is not asked for where the client or the matter is gone, the
/// matter is not the client's after all, or nobody may contact him any more; then a person replaces it.
fn admit_unit<'r>(
    asking: &mut Asking<'r, '_>,
    kind: &Sample,
    period: Period,
    draw: &Draw,
    unit: &Drawn,
) -> Option<Admitted<'r>> {
    let world = asking.world;
    let client = unit.client.as_ref().and_then(|id| world.client(id));
    let theirs = |id| world.matter(id).filter(|m| client.is_none_or(|c| m.has_client(&c.id)));
    let matter = unit.matter.as_ref().and_then(theirs);
    if client.is_some() != unit.client.is_some() || matter.is_some() != unit.matter.is_some() {
        return None;
    }
    let stretch = Place::within(period, draw.on).stretch(kind);
    let case = asking.case(matter, client, draw.on, Some((stretch.first, stretch.last)));
    let mut handed_to = None;
    for except in asking.excepted(case) {
        match &except.act {
            ExceptAct::Forbid => return asking.skip(matter, client, || Why::Except(except.title.clone())),
            ExceptAct::HandTo(role) => handed_to = Some(role.as_str()),
            ExceptAct::Suppress => {}
        }
    }
    Some(Admitted { matter, client, handed_to, doer: None, stop: None })
}
