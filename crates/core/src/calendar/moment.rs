//! The two kinds of time: civil days (what is due) and instants (what was recorded when).

use chrono::{FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A local civil day with an optional minute of the day. Serialized as `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`.
///
/// A moment without a minute sorts before every moment of the same day that has one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment {
    /// Civil day in the office's zone.
    pub day: NaiveDate,
    /// Minutes since midnight, 0 to 1439.
    pub minute: Option<u16>,
}

impl Moment {
    /// A moment with a minute; minutes past the end of the day are clamped to 23:59.
    pub fn at(day: NaiveDate, minute: u16) -> Self {
        Self { day, minute: Some(minute.min(1439)) }
    }

    /// Reads what `Display` prints, also with a blank instead of the T; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (day, rest) = match text.get(10..11) {
            None => (text, None),
            Some("T" | " ") => (text.get(..10)?, text.get(11..)),
            Some(_) => return None,
        };
        let day = NaiveDate::parse_from_str(day, "%Y-%m-%d").ok()?;
        let Some(rest) = rest else { return Some(day.into()) };
        let (hour, minute) = rest.split_once(':')?;
        let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.get(..2)?.parse().ok()?);
        (hour < 24 && minute < 60).then(|| Self::at(day, hour * 60 + minute))
    }
}

impl From<NaiveDate> for Moment {
    fn from(day: NaiveDate) -> Self {
        Self { day, minute: None }
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.minute {
            None => write!(f, "{}", self.day),
            Some(m) => write!(f, "{}T{:02}:{:02}", self.day, m / 60, m % 60),
        }
    }
}

impl Serialize for Moment {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| serde::de::Error::custom(format!("not a date YYYY-MM-DD: {text}")))
    }
}

/// The clock, read once a command by the host.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Now {
    /// Milliseconds since 1970 (UTC).
    pub instant_ms: i64,
    /// The office's zone.
    pub zone: FixedOffset,
    /// Civil day in that zone.
    pub today: NaiveDate,
    /// Minute of that day.
    pub minute: u16,
    /// Whether the clock was set by hand (`HUIFANG_TODAY`): what is written under it is marked.
    pub pretended: bool,
}
