//! Periods: the line of days cut into days, weeks, fortnights, half-months, months, quarters, half-years or years.

use crate::codes::code_enum;
use chrono::{Datelike, NaiveDate, TimeDelta};
use serde::{Deserialize, Serialize};

code_enum!(
    /// How the line of days is cut.
    PeriodKind {
        /// A day (天).
        Day = "day",
        /// Monday to Sunday (周).
        Week = "week",
        /// Fourteen days, counted from Monday 2024-01-01 in both directions (两周).
        Fortnight = "fortnight",
        /// The first fifteen days of a month, or what is left of it (半月).
        HalfMonth = "half_month",
        /// A month (月).
        Month = "month",
        /// Three months (季度).
        Quarter = "quarter",
        /// Six months (半年).
        HalfYear = "half_year",
        /// Twelve months (年).
        Year = "year",
    }
);

impl PeriodKind {
    /// The length as a Chinese sentence names it after 每: 天, 周, 两周, 半月, 月, 季度, 半年, 年.
    pub fn chinese(self) -> &'static str {
        match self {
            Self::Day => "天",
            Self::Week => "周",
            Self::Fortnight => "两周",
            Self::HalfMonth => "半月",
            Self::Month => "月",
            Self::Quarter => "季度",
            Self::HalfYear => "半年",
            Self::Year => "年",
        }
    }

    /// How many months it has, or the month of which it is a half; 0 for what is cut by weeks.
    pub(super) fn months(self) -> i32 {
        match self {
            Self::Day | Self::Week | Self::Fortnight => 0,
            Self::HalfMonth | Self::Month => 1,
            Self::Quarter => 3,
            Self::HalfYear => 6,
            Self::Year => 12,
        }
    }
}

/// The day of the calendar month on which the office's months begin, 1 to 28.
///
/// With 26, the office's September runs from 26 August to 25 September: a month bears the name of the month in which
/// it ends, and quarters, half-years and years are made of such months. Weeks and fortnights are never shifted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u32", into = "u32")]
pub struct PeriodShift(u32);

impl PeriodShift {
    /// Months as in the calendar.
    pub const CALENDAR: Self = Self(1);

    /// Months that begin on this day; `None` unless it is 1 to 28, since every month must have the day.
    pub fn from_day(first_day: u32) -> Option<Self> {
        (1..=28).contains(&first_day).then_some(Self(first_day))
    }

    /// The day of the calendar month on which months begin.
    pub fn first_day(self) -> u32 {
        self.0
    }

    /// The month, counted from January of year 0, to which a day belongs.
    fn month_of(self, day: NaiveDate) -> i32 {
        let begun_for_next = self != Self::CALENDAR && day.day() >= self.0;
        month_index(day.year(), day.month()) + i32::from(begun_for_next)
    }

    /// The first day of such a month; `None` beyond the days that a date can hold.
    fn month_start(self, month: i32) -> Option<NaiveDate> {
        let month = month - i32::from(self != Self::CALENDAR);
        NaiveDate::from_ymd_opt(month.div_euclid(12), month.rem_euclid(12) as u32 + 1, self.0)
    }
}

impl Default for PeriodShift {
    fn default() -> Self {
        Self::CALENDAR
    }
}

impl TryFrom<u32> for PeriodShift {
    type Error = &'static str;

    fn try_from(first_day: u32) -> Result<Self, Self::Error> {
        Self::from_day(first_day).ok_or("每月起始日应为 1 至 28")
    }
}

impl From<PeriodShift> for u32 {
    fn from(shift: PeriodShift) -> Self {
        shift.0
    }
}

/// One piece of the line of days. The pieces of one kind and shift follow one another without gap or overlap.
///
/// Made only by [`Period::containing`], [`Period::parse`] and their neighbours, so first and last day always fit the
/// kind. Serialized as its text, see [`Period::parse`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    /// How the line was cut.
    pub kind: PeriodKind,
    /// First day.
    pub first: NaiveDate,
    /// Last day, inclusive.
    pub last: NaiveDate,
    /// Always the calendar's for weeks and fortnights, so that equal pieces are equal.
    shift: PeriodShift,
}

impl Period {
    /// The period of this kind to which the day belongs, in an office with this shift.
    pub fn containing(kind: PeriodKind, day: NaiveDate, shift: PeriodShift) -> Self {
        match kind {
            PeriodKind::Day => Self::of_days(kind, day, 1),
            PeriodKind::Week => Self::of_days(kind, day, 7),
            PeriodKind::Fortnight => Self::of_days(kind, day, 14),
            PeriodKind::HalfMonth => Self::half_month(day, shift),
            _ => Self::of_months(kind, shift.month_of(day), shift),
        }
    }

    /// The period that begins when this one ends. At the end of time it is the same one.
    pub fn next(self) -> Self {
        Self::containing(self.kind, self.last.succ_opt().unwrap_or(self.last), self.shift)
    }

    /// The period that ends when this one begins. At the beginning of time it is the same one.
    pub fn previous(self) -> Self {
        Self::containing(self.kind, self.first.pred_opt().unwrap_or(self.first), self.shift)
    }

    /// The shift by which it was cut.
    pub fn shift(self) -> PeriodShift {
        self.shift
    }

    /// How many days it has.
    pub fn days(self) -> i64 {
        (self.last - self.first).num_days() + 1
    }

    /// Whether the day belongs to it.
    pub fn contains(self, day: NaiveDate) -> bool {
        self.first <= day && day <= self.last
    }

    /// How many of its days lie from `first` to `last`, both included: what a quota is prorated by.
    pub fn overlap_days(self, first: NaiveDate, last: NaiveDate) -> i64 {
        ((self.last.min(last) - self.first.max(first)).num_days() + 1).max(0)
    }

    /// Year and month, 1 to 12, of its last month: the name of a month, half-month, quarter, half-year or year.
    pub(super) fn last_month(self) -> (i32, u32) {
        // The last day of the first half lies in the same office month as the last day of the second.
        let month = self.shift.month_of(self.last);
        (month.div_euclid(12), month.rem_euclid(12) as u32 + 1)
    }

    /// Whether it is the first half of its month.
    pub(super) fn is_first_half(self) -> bool {
        self.first.day() == self.shift.0
    }

    /// The period of this kind that ends with this month, 1 to 12; `None` where none does.
    pub(super) fn ending_in(kind: PeriodKind, year: i32, month: u32, shift: PeriodShift) -> Option<Self> {
        let valid = (1..=12).contains(&month) && month as i32 % kind.months() == 0;
        valid.then(|| Self::of_months(kind, month_index(year, month), shift))
    }

    fn of_days(kind: PeriodKind, day: NaiveDate, length: i64) -> Self {
        let into = (day - first_fortnight()).num_days().rem_euclid(length);
        let first = day.checked_sub_signed(TimeDelta::days(into)).unwrap_or(NaiveDate::MIN);
        let last = day.checked_add_signed(TimeDelta::days(length - 1 - into)).unwrap_or(NaiveDate::MAX);
        Self { kind, first, last, shift: PeriodShift::CALENDAR }
    }

    fn of_months(kind: PeriodKind, month: i32, shift: PeriodShift) -> Self {
        let start = month.div_euclid(kind.months()) * kind.months();
        let first = shift.month_start(start).unwrap_or(NaiveDate::MIN);
        let next = shift.month_start(start + kind.months());
        Self { kind, first, last: next.and_then(|next| next.pred_opt()).unwrap_or(NaiveDate::MAX), shift }
    }

    fn half_month(day: NaiveDate, shift: PeriodShift) -> Self {
        let month = Self::of_months(PeriodKind::HalfMonth, shift.month_of(day), shift);
        let second = month.first.checked_add_signed(TimeDelta::days(15)).unwrap_or(NaiveDate::MAX);
        match day < second {
            true => Self { last: second.pred_opt().unwrap_or(second), ..month },
            false => Self { first: second, ..month },
        }
    }
}

/// The Monday from which fortnights, and with them weeks, are counted.
fn first_fortnight() -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 1, 1).expect("1 January is a day of every year")
}

fn month_index(year: i32, month: u32) -> i32 {
    year * 12 + month as i32 - 1
}
