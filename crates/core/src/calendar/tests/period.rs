//! Periods: their bounds and names by example, their tiling by laws.

use super::d;
use crate::calendar::{Period, PeriodKind, PeriodShift};
use chrono::{Datelike, NaiveDate, TimeDelta};
use proptest::prelude::*;

fn from_26th() -> PeriodShift {
    PeriodShift::from_day(26).expect("every month has a 26th")
}

#[test]
fn periods_of_the_calendar_have_these_days_and_names() {
    for (text, first, last, chinese) in [
        ("2026", "2026-01-01", "2026-12-31", "2026年"),
        ("2026H1", "2026-01-01", "2026-06-30", "2026年上半年"),
        ("2026H2", "2026-07-01", "2026-12-31", "2026年下半年"),
        ("2026Q1", "2026-01-01", "2026-03-31", "2026年第一季度"),
        ("2026Q3", "2026-07-01", "2026-09-30", "2026年第三季度"),
        ("2026-09", "2026-09-01", "2026-09-30", "2026年9月"),
        ("2024-02", "2024-02-01", "2024-02-29", "2024年2月"),
        ("2026-09a", "2026-09-01", "2026-09-15", "2026年9月上半月"),
        ("2026-02b", "2026-02-16", "2026-02-28", "2026年2月下半月"),
        ("2026W40", "2026-09-28", "2026-10-04", "2026年第40周"),
        ("2026W01", "2025-12-29", "2026-01-04", "2026年第1周"),
        ("2026W53", "2026-12-28", "2027-01-03", "2026年第53周"),
        ("2024-01-01..2024-01-14", "2024-01-01", "2024-01-14", "2024-01-01 至 2024-01-14"),
        ("2026-09-30", "2026-09-30", "2026-09-30", "2026-09-30"),
        ("2023-12-18..2023-12-31", "2023-12-18", "2023-12-31", "2023-12-18 至 2023-12-31"),
        ("2026-09-21..2026-10-04", "2026-09-21", "2026-10-04", "2026-09-21 至 2026-10-04"),
    ] {
        let period = Period::parse(text).expect(text);
        assert_eq!((period.first, period.last), (d(first), d(last)), "{text}");
        assert_eq!((period.to_string().as_str(), period.chinese().as_str()), (text, chinese));
    }
}

#[test]
fn an_office_whose_months_begin_on_the_26th_names_them_by_the_month_in_which_they_end() {
    for (text, first, last) in [
        ("2026", "2025-12-26", "2026-12-25"),
        ("2026H2", "2026-06-26", "2026-12-25"),
        ("2026Q3", "2026-06-26", "2026-09-25"),
        ("2026-09", "2026-08-26", "2026-09-25"),
        ("2026-01", "2025-12-26", "2026-01-25"),
        ("2026-09a", "2026-08-26", "2026-09-09"),
        ("2026-09b", "2026-09-10", "2026-09-25"),
    ] {
        let period = Period::parse_in(text, from_26th()).expect(text);
        assert_eq!((period.first, period.last), (d(first), d(last)), "{text}");
        assert_eq!(period.to_string(), format!("{text}@26"));
    }
    let month = Period::containing(PeriodKind::Month, d("2026-08-26"), from_26th());
    assert_eq!(month.chinese(), "2026年9月");
    let week = Period::containing(PeriodKind::Week, d("2026-08-26"), from_26th());
    assert_eq!(week, Period::containing(PeriodKind::Week, d("2026-08-26"), PeriodShift::CALENDAR), "weeks stand");
}

#[test]
fn what_names_no_period_is_refused_with_what_was_expected() {
    for text in [
        "",
        "26",
        "202",
        "2026Q0",
        "2026Q5",
        "2026Q",
        "2026Q03",
        "2026H3",
        "2026-13",
        "2026-00",
        "2026-9",
        "2026-09c",
        "2026W00",
        "2026W54",
        "2025W53",
        "2026W5",
        "2026年",
        "二〇二六",
        "+026",
        "2026-09@0",
        "2026-09@29",
        "2026-09@",
        "2026-09-28..2026-10-11",
        "2026-09-21..2026-10-11",
        "2026-09-21..",
        "..",
    ] {
        assert_eq!(Period::parse(text).map_err(|error| error.found), Err(text.to_owned()));
    }
    let message = Period::parse("2026Q5").expect_err("there is no fifth quarter").to_string();
    assert_eq!(message, "应为期间,如 2026、2026H1、2026Q3、2026-09、2026-09a、2026W40,实为 \"2026Q5\"");
}

#[test]
fn the_days_of_a_period_that_a_client_was_there_are_counted() {
    let quarter = Period::parse("2026Q3").expect("a quarter");
    assert_eq!(quarter.days(), 92);
    for (first, last, days) in [
        ("2026-01-01", "2026-12-31", 92),
        ("2026-09-30", "2026-12-31", 1),
        ("2026-08-01", "2026-08-31", 31),
        ("2026-10-01", "2026-12-31", 0),
        ("2026-08-31", "2026-08-01", 0),
    ] {
        assert_eq!(quarter.overlap_days(d(first), d(last)), days, "{first}..{last}");
    }
}

#[test]
fn neighbours_follow_across_the_year() {
    let quarter = Period::parse("2026Q4").expect("a quarter");
    assert_eq!((quarter.next().to_string().as_str(), quarter.previous().to_string().as_str()), ("2027Q1", "2026Q3"));
    let half = Period::parse("2026-12b@26").expect("a half-month");
    assert_eq!(half.next().to_string(), "2027-01a@26");
}

#[test]
fn a_shift_is_a_day_that_every_month_has() {
    assert_eq!((PeriodShift::from_day(0), PeriodShift::from_day(29)), (None, None));
    assert_eq!(serde_json::to_string(&from_26th()).ok().as_deref(), Some("26"));
    assert!(serde_json::from_str::<PeriodShift>("29").is_err());
}

#[test]
fn periods_reach_to_both_ends_of_time() {
    for kind in PeriodKind::ALL {
        for shift in [PeriodShift::CALENDAR, from_26th()] {
            let (begin, end) =
                (Period::containing(*kind, NaiveDate::MIN, shift), Period::containing(*kind, NaiveDate::MAX, shift));
            assert_eq!((begin.first, end.last), (NaiveDate::MIN, NaiveDate::MAX), "{kind:?}");
            assert_eq!((begin.previous(), end.next()), (begin, end));
        }
    }
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0..80_000_i64).prop_map(|n| d("1950-01-01") + TimeDelta::days(n))
}

fn any_shift() -> impl Strategy<Value = PeriodShift> {
    prop_oneof![Just(1), 1..=28_u32].prop_map(|day| PeriodShift::from_day(day).expect("1 to 28"))
}

proptest! {
    #[test]
    fn periods_tile_the_line_of_days(kind in prop::sample::select(PeriodKind::ALL), day in any_day(), shift in any_shift()) {
        let period = Period::containing(kind, day, shift);
        prop_assert!(period.contains(day));
        prop_assert_eq!(Some(period.next().first), period.last.succ_opt());
        prop_assert_eq!(period.next().previous(), period);
        for inside in [period.first, period.last] {
            prop_assert_eq!(Period::containing(kind, inside, shift), period);
        }
        prop_assert_eq!(period.days(), period.first.iter_days().take_while(|day| period.contains(*day)).count() as i64);
    }

    #[test]
    fn a_period_is_as_long_as_its_kind_says(day in any_day(), shift in any_shift()) {
        let lengths = [1..=1, 7..=7, 14..=14, 13..=16, 28..=31, 89..=92, 181..=184, 365..=366];
        for (kind, length) in PeriodKind::ALL.iter().zip(lengths) {
            let period = Period::containing(*kind, day, shift);
            prop_assert!(length.contains(&period.days()), "{} has {} days", period, period.days());
        }
    }

    #[test]
    fn months_and_what_is_made_of_them_begin_on_the_day_of_the_shift(day in any_day(), shift in any_shift()) {
        for kind in [PeriodKind::Month, PeriodKind::Quarter, PeriodKind::HalfYear, PeriodKind::Year] {
            prop_assert_eq!(Period::containing(kind, day, shift).first.day(), shift.first_day());
        }
    }

    #[test]
    fn reading_what_was_printed_gives_the_same_period(
        kind in prop::sample::select(PeriodKind::ALL), day in any_day(), shift in any_shift()
    ) {
        let period = Period::containing(kind, day, shift);
        prop_assert_eq!(Period::parse(&period.to_string()), Ok(period));
        let json = serde_json::to_string(&period).expect("json");
        prop_assert_eq!(serde_json::from_str::<Period>(&json).expect("its own text"), period);
    }
}
