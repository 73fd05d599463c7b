//! The table of DESIGN section 4, row by row; what it leaves open stands in the files beside.

mod period;
mod working;

use super::{Festival, Period, PeriodKind, PeriodShift, Span, Unit, WorkingCalendar};
use chrono::NaiveDate;

/// A day written as `2026-09-30`.
fn d(text: &str) -> NaiveDate {
    text.parse().expect("a day of the calendar")
}

fn span(text: &str) -> Span {
    Span::parse(text).expect("a length of time")
}

/// The day `length` after `start` by the shipped tables.
fn after(start: &str, length: &str) -> NaiveDate {
    WorkingCalendar::shipped().add(d(start), span(length)).value
}

#[test]
fn within_3_working_days_of_2026_09_30_passes_the_national_holiday_and_uses_the_makeup_saturday() {
    assert_eq!(after("2026-09-30", "3 working_days"), d("2026-10-10"));
}

#[test]
fn within_1_working_day_of_2026_09_18_is_the_makeup_sunday() {
    assert_eq!(after("2026-09-18", "1 working_day"), d("2026-09-20"));
}

#[test]
fn within_1_month_of_2026_01_31_is_clamped_to_the_end_of_february() {
    assert_eq!(after("2026-01-31", "1 month"), d("2026-02-28"));
}

#[test]
fn at_1_year_after_2024_02_29_opens_on_the_clamped_day_and_is_due_a_week_later() {
    let (opens, due) = WorkingCalendar::shipped().at(d("2024-02-29"), span("1 year"), span("7 days"));
    assert_eq!((opens.value, due.value), (d("2025-02-28"), d("2025-03-07")));
}

#[test]
fn within_2_months_of_2026_08_31_is_2026_10_31() {
    assert_eq!(after("2026-08-31", "2 months"), d("2026-10-31"));
}

#[test]
fn one_month_before_the_double_ninth_of_2026_opens_on_2026_09_18() {
    let due = Festival::DoubleNinth.on(2026).expect("in range");
    let opens = WorkingCalendar::shipped().add(due, Span::new(-1, Unit::Month)).value;
    assert_eq!((opens, due), (d("2026-09-18"), d("2026-10-18")));
}

#[test]
fn the_quarter_of_2026_12_31_runs_from_october_to_that_day() {
    let quarter = Period::containing(PeriodKind::Quarter, d("2026-12-31"), PeriodShift::CALENDAR);
    assert_eq!((quarter.first, quarter.last), (d("2026-10-01"), d("2026-12-31")));
}
