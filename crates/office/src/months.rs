//! A month of the calendar, as a day is chosen from it: lunar days, festivals, days off and make-up days.

use crate::OfficeError;
use crate::wire::{CalendarDay, CalendarMonth};
use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use huifang_core::calendar::{Festival, WorkingCalendar, lunar_label};

/// The whole weeks that hold the month `YYYY-MM`.
///
/// # Errors
/// `bad_day`.
pub(crate) fn calendar_month(calendar: &WorkingCalendar, month: &str) -> Result<CalendarMonth, OfficeError> {
    let wrong = || OfficeError::invalid("bad_day", format!("月份要写成 2026-10 的样子({month})"));
    let first: NaiveDate = format!("{month}-01").parse().map_err(|_| wrong())?;
    let next = first.checked_add_months(Months::new(1)).ok_or_else(wrong)?;
    let last = next.pred_opt().ok_or_else(wrong)?;
    let (from, to) = (first.week(Weekday::Mon).first_day(), last.week(Weekday::Mon).last_day());
    let days = from.iter_days().take_while(|day| *day <= to).map(|day| day_of(calendar, day));
    Ok(CalendarMonth { month: month.to_owned(), known: calendar.is_known(first.year()), days: days.collect() })
}

fn day_of(calendar: &WorkingCalendar, day: NaiveDate) -> CalendarDay {
    let holiday = calendar.holiday_name(day);
    let works = calendar.is_working(day);
    let mark = if calendar.is_makeup_day(day) { Some("work") } else { holiday.filter(|_| !works).map(|_| "rest") };
    CalendarDay {
        day: day.to_string(),
        lunar: lunar_short(day),
        name: festival(day).map(str::to_owned).or_else(|| first_day_of(calendar, day)),
        mark: mark.map(str::to_owned),
        works,
    }
}

/// 廿九; on the first day of a lunar month the month's name, as wall calendars print it.
fn lunar_short(day: NaiveDate) -> String {
    let Some(label) = lunar_label(day) else { return String::new() };
    match label.strip_suffix("初一") {
        Some(month) => month.to_owned(),
        None => label.chars().skip(label.chars().count().saturating_sub(2)).collect(),
    }
}

/// A festival of which people speak: the first in the table that falls on the day.
fn festival(day: NaiveDate) -> Option<&'static str> {
    Festival::ALL.iter().find(|festival| festival.on(day.year()) == Some(day)).map(|festival| festival.chinese())
}

/// A holiday of several days is named on its first: 清明节 is no festival of the table.
fn first_day_of(calendar: &WorkingCalendar, day: NaiveDate) -> Option<String> {
    let off = |day: NaiveDate| calendar.holiday_name(day).filter(|_| !calendar.is_working(day));
    let name = off(day)?;
    let before = day.checked_sub_days(Days::new(1)).and_then(off);
    (before != Some(name)).then(|| name.to_owned())
}
