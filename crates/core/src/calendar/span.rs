//! Lengths of time as policies write them.

use crate::codes::code_enum;
use serde::{Deserialize, Serialize};
use std::fmt;

code_enum!(
    /// The unit of a length of time.
    Unit {
        /// Calendar days (自然日).
        Day = "day",
        /// Working days (工作日): needs a calendar.
        WorkingDay = "working_day",
        /// Seven days.
        Week = "week",
        /// Calendar months, clamped to the month's end.
        Month = "month",
        /// Three months.
        Quarter = "quarter",
        /// Six months.
        HalfYear = "half_year",
        /// Twelve months.
        Year = "year",
    }
);

/// A length of time: a count and its unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Span {
    /// How many; negative lengths go back.
    pub n: i32,
    /// Of what.
    pub unit: Unit,
}

/// A text that is not a length of time; its message says what was expected.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("应写作数量加单位,如 \"3 days\"、\"1 month\"(单位:{}),实为 \"{found}\"", unit_codes())]
pub struct SpanError {
    /// What stood there.
    pub found: String,
}

impl Span {
    /// A length of `n` units.
    pub const fn new(n: i32, unit: Unit) -> Self {
        Self { n, unit }
    }

    /// Reads a count, a blank and a unit code in the singular or with a plural s: `3 days`, `1 month`,
    /// `3 working_days`, `-2 weeks`.
    pub fn parse(text: &str) -> Result<Self, SpanError> {
        let read = || {
            let (count, unit) = text.trim().split_once(char::is_whitespace)?;
            let unit = unit.trim_start();
            let unit = Unit::parse(unit).or_else(|| Unit::parse(unit.strip_suffix('s')?))?;
            Some(Self::new(count.parse().ok()?, unit))
        };
        read().ok_or_else(|| SpanError { found: text.to_owned() })
    }

    /// The same length in days (days and weeks), working days, or months (months, quarters, half-years, years): lengths of
    /// one such unit can be added.
    pub fn in_base_unit(self) -> (i32, Unit) {
        match self.unit {
            Unit::Day | Unit::WorkingDay | Unit::Month => (self.n, self.unit),
            Unit::Week => (self.n.saturating_mul(7), Unit::Day),
            Unit::Quarter => (self.n.saturating_mul(3), Unit::Month),
            Unit::HalfYear => (self.n.saturating_mul(6), Unit::Month),
            Unit::Year => (self.n.saturating_mul(12), Unit::Month),
        }
    }

    /// As a Chinese sentence says it: `3 天`, `3 个工作日`, `半年`.
    pub fn chinese(self) -> String {
        let unit = match self.unit {
            Unit::Day => "天",
            Unit::WorkingDay => "个工作日",
            Unit::Week => "周",
            Unit::Month => "个月",
            Unit::Quarter => "个季度",
            Unit::HalfYear if self.n == 1 => return "半年".to_owned(),
            Unit::HalfYear => "个半年",
            Unit::Year => "年",
        };
        format!("{} {unit}", self.n)
    }
}

/// The form that [`Span::parse`] reads.
impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plural = if self.n.unsigned_abs() == 1 { "" } else { "s" };
        write!(f, "{} {}{plural}", self.n, self.unit.code())
    }
}

fn unit_codes() -> String {
    Unit::ALL.iter().map(|unit| unit.code()).collect::<Vec<_>>().join("、")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn spans_are_read_as_policies_write_them() {
        for (text, n, unit) in [
            ("3 days", 3, Unit::Day),
            ("1 day", 1, Unit::Day),
            ("3 working_days", 3, Unit::WorkingDay),
            ("2 weeks", 2, Unit::Week),
            ("1 month", 1, Unit::Month),
            ("6 months", 6, Unit::Month),
            ("1 quarter", 1, Unit::Quarter),
            ("1 half_year", 1, Unit::HalfYear),
            ("1 year", 1, Unit::Year),
            ("-2 weeks", -2, Unit::Week),
            ("0 days", 0, Unit::Day),
        ] {
            assert_eq!(Span::parse(text), Ok(Span::new(n, unit)), "{text}");
            assert_eq!(Span::new(n, unit).to_string(), text);
        }
        assert_eq!(Span::parse("  3   days "), Ok(Span::new(3, Unit::Day)), "blanks do not matter");
    }

    #[test]
    fn what_is_no_span_is_refused_with_what_was_expected() {
        for text in [
            "",
            "3",
            "days",
            "3days",
            "three days",
            "3 fortnights",
            "3 dayss",
            "3 s",
            "1.5 days",
            "3 days after",
            "9999999999 days",
        ] {
            let error = Span::parse(text).expect_err(text);
            assert_eq!(error.found, text);
        }
        let message = Span::parse("3 moons").map_err(|e| e.to_string()).expect_err("moons are no unit");
        assert_eq!(
            message,
            "应写作数量加单位,如 \"3 days\"、\"1 month\"(单位:day、working_day、week、month、quarter、half_year、year),实为 \"3 moons\""
        );
    }

    #[test]
    fn chinese_names_the_length_as_a_sentence_needs_it() {
        for (text, chinese) in [
            ("3 days", "3 天"),
            ("3 working_days", "3 个工作日"),
            ("2 weeks", "2 周"),
            ("1 month", "1 个月"),
            ("1 quarter", "1 个季度"),
            ("1 half_year", "半年"),
            ("2 half_years", "2 个半年"),
            ("1 year", "1 年"),
        ] {
            assert_eq!(Span::parse(text).map(Span::chinese), Ok(chinese.to_owned()));
        }
    }

    proptest! {
        #[test]
        fn reading_what_was_printed_gives_the_same_span(n: i32, unit in prop::sample::select(Unit::ALL)) {
            let span = Span::new(n, unit);
            prop_assert_eq!(Span::parse(&span.to_string()), Ok(span));
        }
    }
}
