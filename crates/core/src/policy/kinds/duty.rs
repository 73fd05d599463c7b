//! How `kind = "duty"` is written.

use super::required_period;
use crate::calendar::PeriodKind;
use crate::policy::reader::TableReader;
use chrono::Weekday;

/// See `RuleKind::Duty`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duty {
    /// Once (or so many times) in each such period.
    pub every: PeriodKind,
    /// So many times.
    pub times: u32,
    /// On which day of the period; `None`: by its end.
    pub on: Option<DutyDay>,
    /// About the period before: done in the period that follows.
    pub previous: bool,
    /// Each person of the post owes it.
    pub each_staff: bool,
}

/// A day of a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DutyDay {
    /// A day of the week.
    Weekday(Weekday),
    /// A day of the month: of the period's last month or, for what is about the period before, of the first.
    Day(u32),
    /// A month and a day of the year.
    MonthDay(u32, u32),
}

pub(super) fn read(table: &TableReader<'_, '_>) -> Duty {
    Duty {
        every: required_period(table, "every"),
        times: table.count("times").unwrap_or(1).max(1),
        on: read_day(table),
        previous: table.flag("previous"),
        each_staff: read_each(table),
    }
}

fn read_each(table: &TableReader<'_, '_>) -> bool {
    match table.text("each").as_deref() {
        None => false,
        Some("staff") => true,
        Some(other) => {
            table.source.report(table.at, "bad_value", "each 只能是 staff", other);
            false
        }
    }
}

/// `"friday"`, `"5"`, `"01-31"`.
pub(in crate::policy) fn read_day(table: &TableReader<'_, '_>) -> Option<DutyDay> {
    let text = table.text("on")?;
    let day = text.parse().map(DutyDay::Weekday).ok();
    let day = day.or_else(|| text.parse().ok().filter(|day| (1..=31).contains(day)).map(DutyDay::Day));
    let day = day.or_else(|| {
        let (month, day) = text.split_once('-')?;
        let (month, day) = (month.parse().ok()?, day.parse().ok()?);
        chrono::NaiveDate::from_ymd_opt(2024, month, day).map(|_| DutyDay::MonthDay(month, day))
    });
    if day.is_none() {
        let at = table.raw("on").map_or(table.at, |n| n.at);
        table.source.report(at, "bad_value", "应是星期(friday)、几号(\"5\")或月-日(\"01-31\")", &text);
    }
    day
}
