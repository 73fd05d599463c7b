//! How periods are written: `2026Q3` for programs, 2026年第三季度 for people.

use super::{Period, PeriodKind, PeriodShift};
use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A text that names no period; its message says what was expected.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("应为期间,如 2026、2026H1、2026Q3、2026-09、2026-09a、2026W40,实为 \"{found}\"")]
pub struct PeriodError {
    /// What stood there.
    pub found: String,
}

const DIGITS: [&str; 4] = ["一", "二", "三", "四"];

impl Period {
    /// Reads a period's text: `2026`, `2026H1`, `2026Q3`, `2026-09`, `2026-09a` (first half) and `b`, `2026W40` (ISO
    /// week), `2026-09-28..2026-10-11` (fortnight), `2026-09-30` (day). Months begin on the 1st unless the text ends with the day on
    /// which they do: `2026-09@26`.
    pub fn parse(text: &str) -> Result<Self, PeriodError> {
        Self::parse_in(text, PeriodShift::CALENDAR)
    }

    /// As [`Period::parse`], but a text that does not say on which day months begin is read by the office's shift.
    pub fn parse_in(text: &str, shift: PeriodShift) -> Result<Self, PeriodError> {
        read(text.trim(), shift).ok_or_else(|| PeriodError { found: text.to_owned() })
    }

    /// As people call it: 2026年第三季度, 2026年9月上半月, 2026年第40周, 2026-09-28 至 2026-10-11.
    pub fn chinese(self) -> String {
        let (year, month) = self.last_month();
        match self.kind {
            PeriodKind::Week => {
                let week = self.first.iso_week();
                format!("{}年第{}周", week.year(), week.week())
            }
            PeriodKind::Day => self.first.to_string(),
            PeriodKind::Fortnight => format!("{} 至 {}", self.first, self.last),
            PeriodKind::HalfMonth if self.is_first_half() => format!("{year}年{month}月上半月"),
            PeriodKind::HalfMonth => format!("{year}年{month}月下半月"),
            PeriodKind::Month => format!("{year}年{month}月"),
            PeriodKind::Quarter => format!("{year}年第{}季度", DIGITS[(month as usize - 1) / 3]),
            PeriodKind::HalfYear => format!("{year}年{}半年", if month <= 6 { "上" } else { "下" }),
            PeriodKind::Year => format!("{year}年"),
        }
    }
}

/// The form that [`Period::parse`] reads, for years 1 to 9999.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month) = self.last_month();
        match self.kind {
            PeriodKind::Week => {
                let week = self.first.iso_week();
                write!(f, "{:04}W{:02}", week.year(), week.week())
            }
            PeriodKind::Day => write!(f, "{}", self.first),
            PeriodKind::Fortnight => write!(f, "{}..{}", self.first, self.last),
            PeriodKind::HalfMonth => write!(f, "{year:04}-{month:02}{}", if self.is_first_half() { 'a' } else { 'b' }),
            PeriodKind::Month => write!(f, "{year:04}-{month:02}"),
            PeriodKind::Quarter => write!(f, "{year:04}Q{}", month / 3),
            PeriodKind::HalfYear => write!(f, "{year:04}H{}", month / 6),
            PeriodKind::Year => write!(f, "{year:04}"),
        }?;
        match self.shift() {
            PeriodShift::CALENDAR => Ok(()),
            shift => write!(f, "@{}", shift.first_day()),
        }
    }
}

impl Serialize for Period {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Period {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::parse(&String::deserialize(deserializer)?).map_err(serde::de::Error::custom)
    }
}

fn read(text: &str, shift: PeriodShift) -> Option<Period> {
    if let Some((first, last)) = text.split_once("..") {
        return read_fortnight(first, last);
    }
    if let Ok(day) = NaiveDate::parse_from_str(text, "%Y-%m-%d") {
        return Some(Period::containing(PeriodKind::Day, day, PeriodShift::CALENDAR));
    }
    let (text, shift) = match text.split_once('@') {
        None => (text, shift),
        Some((text, day)) => (text, PeriodShift::from_day(number(day, 1..=2)?)?),
    };
    let (year, rest) = text.split_at_checked(4)?;
    let year = number(year, 4..=4)? as i32;
    if rest.is_empty() {
        return Period::ending_in(PeriodKind::Year, year, 12, shift);
    }
    let (mark, rest) = rest.split_at_checked(1)?;
    match mark {
        "H" => Period::ending_in(PeriodKind::HalfYear, year, number(rest, 1..=1)? * 6, shift),
        "Q" => Period::ending_in(PeriodKind::Quarter, year, number(rest, 1..=1)? * 3, shift),
        "W" => read_week(year, number(rest, 2..=2)?),
        "-" => read_month(year, rest, shift),
        _ => None,
    }
}

/// A number written with as many plain digits as said.
fn number(text: &str, digits: std::ops::RangeInclusive<usize>) -> Option<u32> {
    let plain = digits.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok())?
}

fn read_month(year: i32, rest: &str, shift: PeriodShift) -> Option<Period> {
    let (month, half) = rest.split_at_checked(2)?;
    let month = Period::ending_in(PeriodKind::Month, year, number(month, 2..=2)?, shift)?;
    match half {
        "" => Some(month),
        "a" => Some(Period::containing(PeriodKind::HalfMonth, month.first, shift)),
        "b" => Some(Period::containing(PeriodKind::HalfMonth, month.last, shift)),
        _ => None,
    }
}

fn read_week(year: i32, week: u32) -> Option<Period> {
    let monday = NaiveDate::from_isoywd_opt(year, week, Weekday::Mon)?;
    Some(Period::containing(PeriodKind::Week, monday, PeriodShift::CALENDAR))
}

fn read_fortnight(first: &str, last: &str) -> Option<Period> {
    let day = |text: &str| NaiveDate::parse_from_str(text, "%Y-%m-%d").ok();
    let fortnight = Period::containing(PeriodKind::Fortnight, day(first)?, PeriodShift::CALENDAR);
    (fortnight.first == day(first)? && fortnight.last == day(last)?).then_some(fortnight)
}
