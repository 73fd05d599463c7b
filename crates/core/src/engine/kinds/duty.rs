//! 做什么:例行事务:每个周期要办的会议、分析、检查、上报。
//! 依据:如 004-02-18(每月一次员工思想动态分析)、002-06-12(每周五交维修单)、004-17-07(1 月底前编年度计划)。
//! 例子:`kind = "duty"`,`every = "month"`,`times = 1`,`on = "5"`,`previous = true`。
//! 边界情形:不是回访,不计回访率;下一期开始时没办的成为漏办;一期几次的,各是一件,期末都到期。

use super::{Admitted, Occurrence, next_day};
use crate::calendar::{Judged, Period, PeriodShift};
use crate::domain::Subject;
use crate::engine::derive::Asking;
use crate::engine::sentence::day_near;
use crate::engine::why::Why;
use crate::policy::{Assign, Duty, DutyDay};
use chrono::{Datelike, Days, NaiveDate};

/// More periods than any office's pack is in force.
const MOST_PERIODS: usize = 40_000;

pub(super) fn ask<'r>(asking: &mut Asking<'r, '_>, kind: &'r Duty) {
    if asking.variant.is_some() || !asking.scope.has_office() {
        return;
    }
    for subject in subjects(asking, kind) {
        let name = subject.to_string();
        asking.guarded(&name, |asking| ask_subject(asking, kind, &subject));
    }
}

/// The office, or each person of the post.
fn subjects(asking: &Asking<'_, '_>, kind: &Duty) -> Vec<Subject> {
    let Assign::Role(role) = &asking.rule.assign else { return vec![Subject::Office] };
    if !kind.each_staff {
        return vec![Subject::Office];
    }
    let staff = asking.world.facts.staff.iter().filter(|s| s.active && &s.role == role);
    staff.map(|s| Subject::Staff(s.id.clone())).collect()
}

fn ask_subject<'r>(asking: &mut Asking<'r, '_>, kind: &'r Duty, subject: &Subject) {
    let first = Period::containing(kind.every, asking.first, PeriodShift::default()).previous();
    let periods = std::iter::successors(Some(first), |p| Some(p.next())).take(MOST_PERIODS);
    for period in periods {
        let done_in = if kind.previous { period.next() } else { period };
        if done_in.first > asking.horizon {
            asking.skip::<()>(None, None, || Why::TooFar(done_in.first));
            return;
        }
        if !asking.judges(period.first) {
            continue;
        }
        let Some(admitted) = asking.admit(None, None, period.last, None) else { continue };
        for number in 1..=kind.times {
            asking.offer(Admitted { ..admitted }, occurrence(asking, kind, subject, (period, done_in), number));
        }
    }
}

fn occurrence(
    asking: &Asking<'_, '_>,
    kind: &Duty,
    subject: &Subject,
    (period, done_in): (Period, Period),
    number: u32,
) -> Occurrence {
    let day = kind.on.map_or(done_in.last, |on| day_of(on, done_in, kind.previous));
    let shifted = asking.shifted(Judged { value: day, guessed: false });
    let due = shifted.value;
    let times = if kind.times > 1 { format!(",这是第 {number} 次") } else { String::new() };
    let about = if kind.previous { "上一期的" } else { "" };
    Occurrence {
        subject: subject.clone(),
        anchor: period.to_string(),
        number,
        step_title: None,
        opens: done_in.first.min(day),
        due,
        latest: None,
        lapses: Some(next_day(due).max(next_day(done_in.last))),
        fulfilled: None,
        need: 1,
        have: 0,
        guessed: shifted.guessed,
        head: format!("{}({} 至 {})", period.chinese(), day_near(period.first, due), day_near(period.last, due)),
        must: format!("每{}须{} {} 次{about}{times}", kind.every.chinese(), asking.rule.verb, kind.times),
    }
}

/// The day of the period: its last such weekday, the day of its last month, the day of the year. Where the period before is
/// meant, the first such weekday and the day of the first month. Days that a month does not have are its last.
fn day_of(on: DutyDay, period: Period, previous: bool) -> NaiveDate {
    match on {
        DutyDay::Weekday(day) if previous => {
            let wait = u64::from(day.days_since(period.first.weekday()));
            period.first.checked_add_days(Days::new(wait)).unwrap_or(period.last).min(period.last)
        }
        DutyDay::Weekday(day) => {
            let back = u64::from(period.last.weekday().days_since(day));
            period.last.checked_sub_days(Days::new(back)).unwrap_or(period.first).max(period.first)
        }
        DutyDay::Day(day) => {
            let month = if previous { period.first } else { period.last };
            clamped(month.year(), month.month(), day).clamp(period.first, period.last)
        }
        DutyDay::MonthDay(month, day) => clamped(period.last.year(), month, day).clamp(period.first, period.last),
    }
}

fn clamped(year: i32, month: u32, day: u32) -> NaiveDate {
    let found = (1..=day).rev().find_map(|day| NaiveDate::from_ymd_opt(year, month, day));
    found.unwrap_or(NaiveDate::MIN)
}
