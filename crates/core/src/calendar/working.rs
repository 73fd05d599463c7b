//! Working days: the weekly pattern, corrected by the yearly tables of statutory holidays.

use super::holidays::{HolidayDay, HolidayYear, shipped_years};
use super::{Span, Unit};
use chrono::{Datelike, Months, NaiveDate, TimeDelta, Weekday};
use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::ops::Bound;

/// A value worked out with the calendar, and whether a part of the calendar had to be guessed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Judged<T> {
    /// What was worked out.
    pub value: T,
    /// True when working days of a year without a table were counted by the weekly pattern alone.
    pub guessed: bool,
}

/// Consecutive days off of one statutory holiday, for sentences such as 「10-01 至 10-07 放假」.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayOff {
    /// First day off.
    pub first: NaiveDate,
    /// Last day off, inclusive.
    pub last: NaiveDate,
    /// The holiday.
    pub name: String,
}

/// Says which days are worked.
///
/// A day is judged by the table that lists it, whichever year that table is of (when two list it, by the later
/// notice); a day that no table lists follows the weekly pattern: Saturdays and Sundays off, unless the office has a
/// pattern of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkingCalendar {
    years: BTreeMap<i32, HolidayYear>,
    /// The days of all `years`, kept in step with them by `index`.
    listed: BTreeMap<NaiveDate, HolidayDay>,
    /// By days from Monday: whether the weekly pattern works.
    pattern: [bool; 7],
}

impl WorkingCalendar {
    /// The tables that ship with the program.
    pub fn shipped() -> Self {
        Self::from_years(shipped_years())
    }

    /// A calendar of these tables alone; of two tables of one year the last wins.
    pub fn from_years(years: Vec<HolidayYear>) -> Self {
        let years = years.into_iter().map(|year| (year.year, year)).collect();
        let mut calendar =
            Self { years, listed: BTreeMap::new(), pattern: [true, true, true, true, true, false, false] };
        calendar.index();
        calendar
    }

    /// The calendar with one year's table added or replaced. An empty table makes the year unknown again.
    pub fn with_year(mut self, year: HolidayYear) -> Self {
        self.years.insert(year.year, year);
        self.index();
        self
    }

    /// The calendar with the office's own weekly days of rest in place of Saturday and Sunday.
    /// The statutory tables stay above that pattern: a listed day off is off, a listed make-up day is worked.
    pub fn with_rest_weekdays(mut self, rest: &[Weekday]) -> Self {
        self.pattern = [true; 7];
        for weekday in rest {
            self.pattern[weekday.num_days_from_monday() as usize] = false;
        }
        self
    }

    /// The tables loaded, by year; none of them is empty.
    pub fn years(&self) -> impl Iterator<Item = &HolidayYear> {
        self.years.values()
    }

    /// Whether this year has a table.
    pub fn is_known(&self, year: i32) -> bool {
        self.years.contains_key(&year)
    }

    /// Whether this day is worked.
    pub fn is_working(&self, day: NaiveDate) -> bool {
        match self.listed.get(&day) {
            Some(listed) => !listed.is_off_day,
            None => self.pattern_works(day),
        }
    }

    /// The statutory holiday for which this day is off.
    pub fn holiday_name(&self, day: NaiveDate) -> Option<&str> {
        self.listed.get(&day).filter(|listed| listed.is_off_day).map(|listed| listed.name.as_str())
    }

    /// Whether a notice says that this day is worked in exchange for a day off (调休上班).
    pub fn is_makeup_day(&self, day: NaiveDate) -> bool {
        self.listed.get(&day).is_some_and(|listed| !listed.is_off_day)
    }

    /// The day that lies `span` after `start` (before it, when negative). Day 0 is `start`: the nth working day is
    /// the nth one after it; months are counted from it at once and clamped to the end of the month.
    /// What lies beyond the days that a date can hold comes out as the last (or first) of them.
    pub fn add(&self, start: NaiveDate, span: Span) -> Judged<NaiveDate> {
        let n = i64::from(span.n);
        let value = match span.unit {
            Unit::Day => add_days(start, n),
            Unit::WorkingDay => return self.add_working_days(start, n),
            Unit::Week => add_days(start, n * 7),
            Unit::Month => add_months(start, n),
            Unit::Quarter => add_months(start, n * 3),
            Unit::HalfYear => add_months(start, n * 6),
            Unit::Year => add_months(start, n * 12),
        };
        Judged { value, guessed: false }
    }

    /// "At n months" (满 n 个月): the day on which it opens, and the day on which it is due, `grace` later.
    pub fn at(&self, start: NaiveDate, span: Span, grace: Span) -> (Judged<NaiveDate>, Judged<NaiveDate>) {
        let opens = self.add(start, span);
        let due = self.add(opens.value, grace);
        (opens, Judged { value: due.value, guessed: opens.guessed || due.guessed })
    }

    /// This day if it is worked, else the next one that is (顺延).
    pub fn on_or_after(&self, day: NaiveDate) -> Judged<NaiveDate> {
        self.nearest(day, 1)
    }

    /// This day if it is worked, else the last one before it that is (提前).
    pub fn on_or_before(&self, day: NaiveDate) -> Judged<NaiveDate> {
        self.nearest(day, -1)
    }

    /// How many working days lie after `start`, up to and including `end`; negative when `end` is before `start`.
    /// So it is n for the nth working day after `start`.
    pub fn working_days_between(&self, start: NaiveDate, end: NaiveDate) -> Judged<i64> {
        match crossed(start, end) {
            None => Judged { value: 0, guessed: false },
            Some((first, last)) => {
                let count = self.count_working(first, last);
                let value = if end < start { -count } else { count };
                Judged { value, guessed: self.is_guess(first, last) }
            }
        }
    }

    /// The statutory days off from `first` to `last`, both included, merged into ranges. Plain weekends are not
    /// among them, and a holiday that reaches beyond an end is cut there.
    pub fn days_off_between(&self, first: NaiveDate, last: NaiveDate) -> Vec<DayOff> {
        let mut ranges: Vec<DayOff> = Vec::new();
        for day in self.listed_between(first, last).filter(|day| day.is_off_day) {
            match ranges.last_mut() {
                Some(range) if range.name == day.name && range.last.succ_opt() == Some(day.date) => {
                    range.last = day.date
                }
                _ => ranges.push(DayOff { first: day.date, last: day.date, name: day.name.clone() }),
            }
        }
        ranges
    }

    fn index(&mut self) {
        self.years.retain(|_, year| !year.days.is_empty());
        let days = self.years.values().flat_map(|year| &year.days);
        self.listed = days.map(|day| (day.date, day.clone())).collect();
    }

    fn pattern_works(&self, day: NaiveDate) -> bool {
        self.pattern[day.weekday().num_days_from_monday() as usize]
    }

    fn listed_between(&self, first: NaiveDate, last: NaiveDate) -> impl Iterator<Item = &HolidayDay> {
        // `BTreeMap::range` panics on a range that runs backwards.
        let last = (first <= last).then_some(last);
        last.into_iter().flat_map(move |last| self.listed.range(first..=last).map(|(_, day)| day))
    }

    fn nearest(&self, day: NaiveDate, step: i64) -> Judged<NaiveDate> {
        if self.is_working(day) {
            return Judged { value: day, guessed: self.is_guess(day, day) };
        }
        let moved = self.add_working_days(day, step);
        Judged { value: moved.value, guessed: moved.guessed || self.is_guess(day, day) }
    }

    fn add_working_days(&self, start: NaiveDate, n: i64) -> Judged<NaiveDate> {
        let step = n.signum();
        let (mut day, mut left) = (start, n.abs());
        while left > 0 {
            let weeks = self.weeks_to_skip(day, step, left);
            let Some(next) = checked_add_days(day, step * (weeks * 7 + 1)) else {
                day = end_of_time(step);
                break;
            };
            day = next;
            left -= weeks * self.pattern_per_week() + i64::from(self.is_working(day));
        }
        let guessed = crossed(start, day).is_some_and(|(first, last)| self.is_guess(first, last));
        Judged { value: day, guessed }
    }

    /// How many whole weeks next to `day` hold no listed day and not the last of the `left` working days wanted.
    /// Passing them at once keeps long lengths cheap.
    fn weeks_to_skip(&self, day: NaiveDate, step: i64, left: i64) -> i64 {
        let wanted = match self.pattern_per_week() {
            0 => i64::MAX,
            per_week => (left - 1) / per_week,
        };
        if wanted == 0 {
            return 0;
        }
        let listed = match step {
            1 => self.listed.range((Bound::Excluded(day), Bound::Unbounded)).next(),
            _ => self.listed.range(..day).next_back(),
        };
        let free_until = listed.map_or(end_of_time(step), |(listed, _)| *listed);
        wanted.min(((free_until - day).num_days().abs() - 1) / 7)
    }

    fn pattern_per_week(&self) -> i64 {
        self.pattern.iter().map(|works| i64::from(*works)).sum()
    }

    /// Working days from `first` to `last`, both included: what the pattern says, corrected by the days listed.
    fn count_working(&self, first: NaiveDate, last: NaiveDate) -> i64 {
        let days = days_in(first, last);
        let rest = first.iter_days().take((days % 7) as usize).filter(|day| self.pattern_works(*day)).count();
        let listed = self.listed_between(first, last);
        let correction: i64 =
            listed.map(|day| i64::from(!day.is_off_day) - i64::from(self.pattern_works(day.date))).sum();
        days / 7 * self.pattern_per_week() + rest as i64 + correction
    }

    /// Whether a day from `first` to `last` is of a year without a table, and listed by no other.
    fn is_guess(&self, first: NaiveDate, last: NaiveDate) -> bool {
        (first.year()..=last.year()).filter(|year| !self.is_known(*year)).any(|year| {
            let first = NaiveDate::from_ymd_opt(year, 1, 1).map_or(first, |new_year| new_year.max(first));
            let last = NaiveDate::from_ymd_opt(year, 12, 31).map_or(last, |year_end| year_end.min(last));
            (self.listed_between(first, last).count() as i64) < days_in(first, last)
        })
    }
}

/// The first and last day passed on the way from `start`, itself not counted, to `end`.
fn crossed(start: NaiveDate, end: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
    match start.cmp(&end) {
        Ordering::Less => Some((start.succ_opt()?, end)),
        Ordering::Equal => None,
        Ordering::Greater => Some((end, start.pred_opt()?)),
    }
}

fn days_in(first: NaiveDate, last: NaiveDate) -> i64 {
    (last - first).num_days() + 1
}

fn end_of_time(direction: i64) -> NaiveDate {
    if direction < 0 { NaiveDate::MIN } else { NaiveDate::MAX }
}

fn checked_add_days(day: NaiveDate, n: i64) -> Option<NaiveDate> {
    day.checked_add_signed(TimeDelta::try_days(n)?)
}

fn add_days(day: NaiveDate, n: i64) -> NaiveDate {
    checked_add_days(day, n).unwrap_or(end_of_time(n))
}

fn add_months(day: NaiveDate, n: i64) -> NaiveDate {
    let months = u32::try_from(n.unsigned_abs()).ok().map(Months::new);
    let moved = months.and_then(|months| match n < 0 {
        true => day.checked_sub_months(months),
        false => day.checked_add_months(months),
    });
    moved.unwrap_or(end_of_time(n))
}
