//! Why a task is here: one Chinese sentence with its dates and clauses (DESIGN 6.9).

use crate::calendar::{Span, Unit, WorkingCalendar};
use crate::domain::Matter;
use crate::policy::Vocabulary;
use chrono::{Datelike, NaiveDate};

/// `10-09`, or with the year if it is not the year of the other day.
pub(super) fn day_near(day: NaiveDate, near: NaiveDate) -> String {
    if day.year() == near.year() { day.format("%m-%d").to_string() } else { day.format("%Y-%m-%d").to_string() }
}

/// `投诉 TS260017 于 09-30 处理完毕`.
pub(super) fn happened(matter: &Matter, milestones: &[String], on: NaiveDate, due: NaiveDate) -> String {
    let vocabulary = Vocabulary::shipped();
    let names: Vec<_> = milestones.iter().map(|m| vocabulary.milestone(&matter.kind, m)).collect();
    let (name, happened) = (matter_name(matter), names.join("、"));
    // 入伙 has one milestone of the same name: said once is enough.
    if name == happened {
        return format!("{} {happened}", day_near(on, due));
    }
    format!("{name} 于 {} {happened}", day_near(on, due))
}

/// `投诉 TS260017`, or `投诉` where it has no number.
pub(super) fn matter_name(matter: &Matter) -> String {
    let kind = Vocabulary::shipped().matter(&matter.kind);
    match &matter.no {
        Some(no) => format!("{kind} {no}"),
        None => kind.to_owned(),
    }
}

/// `3 个工作日内`, `当日`, and, where working days are counted over a holiday, `(10-01 至 10-07 放假)`.
pub(super) fn within(span: Span, verb: &str, from: NaiveDate, due: NaiveDate, calendar: &WorkingCalendar) -> String {
    let time = if span.n == 0 { "当日".to_owned() } else { format!("在 {}内", span.chinese()) };
    let off = if span.unit == Unit::WorkingDay { calendar.days_off_between(from, due) } else { Vec::new() };
    let off: Vec<_> = off
        .iter()
        .map(|d| {
            if d.first == d.last {
                format!("{} 放假", day_near(d.first, due))
            } else {
                format!("{} 至 {} 放假", day_near(d.first, due), day_near(d.last, due))
            }
        })
        .collect();
    let off = if off.is_empty() { String::new() } else { format!("({})", off.join(",")) };
    format!("须{time}{verb}{off}")
}

/// Said of a day that was computed over a year without a holiday table (DESIGN 4: it says so).
pub(super) const GUESSED: &str = "(有的年份没有放假安排,暂按周末推算)";

/// The whole sentence: what happened, what must be done, until when, on what clauses.
pub(super) fn because(head: &str, must: &str, due: NaiveDate, latest: Option<NaiveDate>, clauses: &[String]) -> String {
    let latest = latest.map(|l| format!(",至迟不超过 {}", day_near(l, due))).unwrap_or_default();
    let clauses = if clauses.is_empty() { String::new() } else { format!("。依据 {}", clauses.join("、")) };
    let near = due;
    format!("{head},{must},最迟 {}{latest}{clauses}", day_near(due, near))
}
