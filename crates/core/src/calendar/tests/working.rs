//! Working days: the edges by example, the counting by laws.

use super::{after, d, span};
use crate::calendar::{HolidayDay, HolidayYear, Judged, Span, Unit, WorkingCalendar};
use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};
use proptest::prelude::*;
use std::sync::LazyLock;

fn table(year: i32, days: &[(&str, bool)]) -> HolidayYear {
    let day =
        |(date, is_off_day): &(&str, bool)| HolidayDay {
            name: "元旦".into(), date: d(date), is_off_day: *is_off_day
        };
    HolidayYear { year, papers: Vec::new(), days: days.iter().map(day).collect() }
}

#[test]
fn the_day_of_the_milestone_is_day_0() {
    assert_eq!(after("2026-10-01", "0 working_days"), d("2026-10-01"), "当日, even on a holiday");
    assert_eq!(after("2026-09-30", "0 days"), d("2026-09-30"));
    assert_eq!(after("2026-09-30", "1 day"), d("2026-10-01"), "次日");
    assert_eq!(after("2026-09-30", "2 weeks"), d("2026-10-14"));
}

#[test]
fn months_are_counted_from_the_start_and_clamped_to_their_end() {
    for (start, length, due) in [
        ("2024-01-31", "1 month", "2024-02-29"),
        ("2025-01-31", "1 month", "2025-02-28"),
        ("2026-01-31", "2 months", "2026-03-31"),
        ("2026-03-31", "-1 month", "2026-02-28"),
        ("2026-11-30", "1 quarter", "2027-02-28"),
        ("2026-08-31", "1 half_year", "2027-02-28"),
        ("2024-02-29", "4 years", "2028-02-29"),
        ("2024-02-29", "-1 year", "2023-02-28"),
        ("1900-01-31", "1 month", "1900-02-28"),
        ("2000-01-31", "1 month", "2000-02-29"),
    ] {
        assert_eq!(after(start, length), d(due), "{start} + {length}");
    }
}

#[test]
fn makeup_days_are_worked_and_holidays_are_not() {
    let calendar = WorkingCalendar::shipped();
    for (day, working, makeup, holiday) in [
        ("2026-10-10", true, true, None),
        ("2026-02-14", true, true, None),
        ("2026-02-28", true, true, None),
        ("2026-02-17", false, false, Some("春节")),
        ("2025-10-06", false, false, Some("国庆节、中秋节")),
        ("2024-02-09", true, false, None),
        ("2026-10-17", false, false, None),
        ("2026-10-19", true, false, None),
    ] {
        let day = d(day);
        let judged = (calendar.is_working(day), calendar.is_makeup_day(day), calendar.holiday_name(day));
        assert_eq!(judged, (working, makeup, holiday), "{day}");
    }
}

#[test]
fn a_makeup_saturday_counts_and_a_plain_one_does_not() {
    assert_eq!(after("2026-10-09", "1 working_day"), d("2026-10-10"));
    assert_eq!(after("2026-10-16", "1 working_day"), d("2026-10-19"));
    assert_eq!(after("2026-10-08", "-1 working_day"), d("2026-09-30"), "back over the holiday");
}

#[test]
fn a_year_without_a_table_falls_back_to_weekends_and_is_marked() {
    let calendar = WorkingCalendar::shipped();
    let judged = calendar.add(d("2028-09-29"), span("1 working_day"));
    assert_eq!(judged, Judged { value: d("2028-10-02"), guessed: true });
    assert!(!calendar.is_known(2028));
    assert!(!calendar.add(d("2026-12-30"), span("1 working_day")).guessed, "ends on the last known day");
    assert!(calendar.add(d("2026-12-31"), span("1 working_day")).guessed, "crosses into 2027");
    assert!(calendar.add(d("2024-01-02"), span("-2 working_days")).guessed, "crosses back into 2023");
    assert!(!calendar.add(d("2028-09-29"), span("0 working_days")).guessed, "crosses no day");
    assert!(!calendar.add(d("2028-09-29"), span("1 month")).guessed, "calendar months need no table");
}

#[test]
fn a_due_day_is_guessed_when_its_opening_day_was() {
    let (opens, due) = WorkingCalendar::shipped().at(d("2028-09-29"), span("2 working_days"), span("7 days"));
    assert_eq!((opens.value, due.value), (d("2028-10-03"), d("2028-10-10")));
    assert!(opens.guessed && due.guessed);
}

#[test]
fn a_december_day_may_stand_in_the_table_of_the_next_year() {
    let calendar = WorkingCalendar::shipped().with_year(table(2027, &[("2026-12-31", true), ("2026-12-27", false)]));
    assert!(!calendar.is_working(d("2026-12-31")));
    assert!(calendar.is_working(d("2026-12-27")), "a make-up Sunday");
    assert_eq!(calendar.add(d("2026-12-30"), span("1 working_day")).value, d("2027-01-01"));
}

#[test]
fn a_listed_day_of_an_unknown_year_is_no_guess() {
    let calendar = WorkingCalendar::from_years(vec![table(2028, &[("2027-12-31", true)])]);
    assert!(!calendar.add(d("2027-12-30"), Span::new(1, Unit::WorkingDay)).guessed, "Friday off, then 2028");
    assert!(calendar.add(d("2027-12-29"), Span::new(1, Unit::WorkingDay)).guessed, "Thursday is of 2027");
}

#[test]
fn when_two_tables_list_a_day_the_later_notice_decides() {
    let years = vec![table(2027, &[("2026-12-31", false)]), table(2026, &[("2026-12-31", true)])];
    assert!(WorkingCalendar::from_years(years).is_working(d("2026-12-31")));
}

#[test]
fn an_office_can_replace_a_table_and_an_empty_one_leaves_the_year_unknown() {
    let calendar = WorkingCalendar::shipped();
    let edited = calendar.clone().with_year(table(2026, &[("2026-01-01", true)]));
    assert!(edited.is_working(d("2026-10-01")), "the old table is gone");
    let known = |calendar: &WorkingCalendar| calendar.years().map(|year| year.year).collect::<Vec<_>>();
    assert_eq!(known(&edited), [2024, 2025, 2026]);
    assert_eq!(known(&calendar.clone().with_year(table(2026, &[]))), [2024, 2025]);
    assert_eq!(known(&calendar.with_year(table(2027, &[]))), [2024, 2025, 2026], "not yet published");
}

#[test]
fn an_office_that_rests_on_mondays_works_on_plain_weekends_but_not_on_holidays() {
    let calendar = WorkingCalendar::shipped().with_rest_weekdays(&[Weekday::Mon]);
    assert_eq!(calendar.add(d("2026-10-16"), span("1 working_day")).value, d("2026-10-17"));
    assert_eq!(calendar.add(d("2026-10-18"), span("1 working_day")).value, d("2026-10-20"));
    assert_eq!(calendar.add(d("2026-09-30"), span("1 working_day")).value, d("2026-10-08"));
}

#[test]
fn an_office_that_rests_every_day_never_reaches_a_working_day() {
    use Weekday::{Fri, Mon, Sat, Sun, Thu, Tue, Wed};
    let calendar = WorkingCalendar::shipped().with_rest_weekdays(&[Mon, Tue, Wed, Thu, Fri, Sat, Sun]);
    assert_eq!(calendar.add(d("2026-09-18"), span("1 working_day")).value, d("2026-09-20"), "but for make-up days");
    assert_eq!(calendar.add(d("2026-10-10"), span("1 working_day")).value, NaiveDate::MAX);
    assert_eq!(calendar.add(d("2024-02-04"), span("-1 working_day")).value, NaiveDate::MIN);
}

#[test]
fn a_deadline_moves_to_the_nearest_working_day_on_the_side_asked_for() {
    let calendar = WorkingCalendar::shipped();
    assert_eq!(calendar.on_or_after(d("2026-10-03")).value, d("2026-10-08"));
    assert_eq!(calendar.on_or_before(d("2026-10-03")).value, d("2026-09-30"));
    assert_eq!(calendar.on_or_after(d("2026-10-10")).value, d("2026-10-10"));
    assert!(calendar.on_or_after(d("2028-10-02")).guessed && !calendar.on_or_after(d("2026-10-02")).guessed);
}

#[test]
fn statutory_days_off_are_told_as_ranges_without_plain_weekends() {
    let calendar = WorkingCalendar::shipped();
    let told = |first: &str, last: &str| {
        let ranges = calendar.days_off_between(d(first), d(last));
        ranges.iter().map(|off| format!("{} {} {}", off.name, off.first, off.last)).collect::<Vec<_>>()
    };
    assert_eq!(told("2026-09-21", "2026-10-31"), ["中秋节 2026-09-25 2026-09-27", "国庆节 2026-10-01 2026-10-07"]);
    assert_eq!(told("2026-10-05", "2026-10-31"), ["国庆节 2026-10-05 2026-10-07"], "cut at the start");
    assert_eq!(told("2026-10-08", "2026-10-31"), [""; 0], "a make-up day and weekends are not told");
    assert_eq!(told("2026-10-31", "2026-10-01"), [""; 0], "a range that runs backwards is empty");
}

#[test]
fn working_days_are_counted_after_the_start_up_to_the_end() {
    let calendar = WorkingCalendar::shipped();
    let between = |start: &str, end: &str| calendar.working_days_between(d(start), d(end));
    assert_eq!(between("2026-09-30", "2026-10-10"), Judged { value: 3, guessed: false });
    assert_eq!(between("2026-10-10", "2026-10-10"), Judged { value: 0, guessed: false });
    assert_eq!(between("2026-10-08", "2026-09-30"), Judged { value: -1, guessed: false });
    assert_eq!(between("2026-12-31", "2027-01-04"), Judged { value: 2, guessed: true });
    let whole_year = |year: i32| between(&format!("{}-12-31", year - 1), &format!("{year}-12-31")).value;
    assert_eq!([whole_year(2024), whole_year(2025), whole_year(2026)], [251, 248, 248]);
}

/// The shipped tables, and one of 2029 whose notice names days of December 2028.
static TABLES: LazyLock<Vec<HolidayYear>> = LazyLock::new(|| {
    let next = table(2029, &[("2028-12-30", false), ("2028-12-31", true), ("2029-01-01", true)]);
    WorkingCalendar::shipped().years().cloned().chain([next]).collect()
});

/// What the tables say of a day, looked for from the beginning each time.
fn listed(day: NaiveDate) -> Option<&'static HolidayDay> {
    TABLES.iter().flat_map(|year| &year.days).find(|listed| listed.date == day)
}

fn works(rest: &[Weekday], day: NaiveDate) -> bool {
    listed(day).map_or(!rest.contains(&day.weekday()), |listed| !listed.is_off_day)
}

fn days_from(start: NaiveDate, n: i32) -> impl Iterator<Item = NaiveDate> {
    let step = TimeDelta::days(i64::from(n.signum()));
    std::iter::successors(Some(start), move |day| day.checked_add_signed(step)).skip(1)
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (NaiveDate::MIN.num_days_from_ce() + 1..NaiveDate::MAX.num_days_from_ce())
        .prop_map(|n| NaiveDate::from_num_days_from_ce_opt(n).expect("in range"))
}

fn near_day() -> impl Strategy<Value = NaiveDate> {
    (0..2500_i64).prop_map(|n| d("2023-06-01") + TimeDelta::days(n))
}

fn any_rest() -> impl Strategy<Value = Vec<Weekday>> {
    let week: Vec<Weekday> = d("2024-01-01").iter_days().take(7).map(|day| day.weekday()).collect();
    prop::sample::subsequence(week, 0..=6)
}

proptest! {
    #[test]
    fn the_nth_working_day_is_the_nth_worked_one_met_day_by_day(
        start in near_day(), n in prop_oneof![-12..=-1, 1..=12, -300..=-1, 1..=300], rest in any_rest()
    ) {
        let calendar = WorkingCalendar::from_years(TABLES.clone()).with_rest_weekdays(&rest);
        let judged = calendar.add(start, Span::new(n, Unit::WorkingDay));
        let nth = days_from(start, n).filter(|day| works(&rest, *day)).nth(n.unsigned_abs() as usize - 1);
        let expected = nth.expect("long before the end of time");
        prop_assert_eq!(judged.value, expected);

        let mut crossed = days_from(start, n).take_while(|day| (*day - expected).num_days() * i64::from(n) <= 0);
        let guessed = crossed.any(|day| !calendar.is_known(day.year()) && listed(day).is_none());
        prop_assert_eq!(judged.guessed, guessed);
    }

    #[test]
    fn counting_undoes_adding(start in near_day(), n in -2000..=2000_i32, rest in any_rest()) {
        let calendar = WorkingCalendar::from_years(TABLES.clone()).with_rest_weekdays(&rest);
        let end = calendar.add(start, Span::new(n, Unit::WorkingDay)).value;
        prop_assert_eq!(calendar.working_days_between(start, end).value, i64::from(n));
    }

    #[test]
    fn a_month_later_is_the_same_day_of_the_month_or_its_last(start in near_day(), n in -600..=600_i32) {
        let due = WorkingCalendar::shipped().add(start, Span::new(n, Unit::Month)).value;
        let month = |day: NaiveDate| day.year() * 12 + day.month0() as i32;
        prop_assert_eq!(month(due), month(start) + n);
        let is_last = due.succ_opt().is_some_and(|next| next.day() == 1);
        prop_assert!(due.day() == start.day() || (due.day() < start.day() && is_last), "{} -> {}", start, due);
    }

    #[test]
    fn longer_units_are_so_many_months_or_days(start in near_day(), n in -60..=60_i32) {
        let calendar = WorkingCalendar::shipped();
        for (unit, times, same) in [
            (Unit::Week, 7, Unit::Day), (Unit::Quarter, 3, Unit::Month), (Unit::HalfYear, 6, Unit::Month), (Unit::Year, 12, Unit::Month)
        ] {
            prop_assert_eq!(calendar.add(start, Span::new(n, unit)), calendar.add(start, Span::new(n * times, same)));
        }
    }

    #[test]
    fn no_day_and_no_length_is_too_much(start in any_day(), n: i32, unit in prop::sample::select(Unit::ALL)) {
        let calendar = WorkingCalendar::shipped();
        let end = calendar.add(start, Span::new(n, unit)).value;
        prop_assert_eq!(end.cmp(&start), n.cmp(&0), "{} {}", start, end);
        calendar.working_days_between(start, end);
    }
}

#[test]
fn what_lies_beyond_the_last_day_saturates() {
    let calendar = WorkingCalendar::shipped();
    for unit in Unit::ALL {
        assert_eq!(calendar.add(d("2026-01-31"), Span::new(i32::MAX, *unit)).value, NaiveDate::MAX, "{unit:?}");
        assert_eq!(calendar.add(d("2026-01-31"), Span::new(i32::MIN, *unit)).value, NaiveDate::MIN, "{unit:?}");
        assert_eq!(calendar.add(NaiveDate::MAX, Span::new(1, *unit)).value, NaiveDate::MAX, "{unit:?}");
        assert_eq!(calendar.add(NaiveDate::MIN, Span::new(-1, *unit)).value, NaiveDate::MIN, "{unit:?}");
    }
}
