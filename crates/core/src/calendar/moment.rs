//! The two kinds of time: civil days (what is due) and instants (what was recorded when).

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, Timelike};
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

/// The local moment of an instant (milliseconds since 1970, UTC) in the zone; an instant that no calendar reaches is the
/// beginning of 1970.
pub fn local_moment(instant_ms: i64, zone: FixedOffset) -> Moment {
    let local = DateTime::from_timestamp_millis(instant_ms).unwrap_or_default().with_timezone(&zone);
    Moment::at(local.date_naive(), (local.hour() * 60 + local.minute()) as u16)
}

impl Now {
    /// Day and minute.
    pub fn moment(&self) -> Moment {
        Moment::at(self.today, self.minute)
    }

    /// The clock of one command: the computer's, or with the day (and the minute) that somebody set by hand. Without a
    /// minute the real time of day goes on, so that what is written one after the other keeps its order.
    pub fn of(real: DateTime<FixedOffset>, set: Option<Moment>) -> Self {
        let set_time = |m: u16| NaiveTime::from_hms_opt(u32::from(m) / 60, u32::from(m) % 60, 0);
        let day = set.map_or(real.date_naive(), |set| set.day);
        let time = set.and_then(|set| set.minute).and_then(set_time).unwrap_or_else(|| real.time());
        let zone = *real.offset();
        let offset_ms = i64::from(zone.local_minus_utc()) * 1000;
        Self {
            instant_ms: day.and_time(time).and_utc().timestamp_millis() - offset_ms,
            zone,
            today: day,
            // 1439 at most, so nothing is cut off.
            minute: (time.hour() * 60 + time.minute()) as u16,
            pretended: set.is_some(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn real() -> DateTime<FixedOffset> {
        DateTime::parse_from_rfc3339("1970-01-02T00:00:00.250+08:00").expect("an instant")
    }

    #[test]
    fn midnight_in_china_is_the_afternoon_before_in_greenwich() {
        let now = Now::of(real(), None);
        assert_eq!(
            (now.instant_ms, now.today.to_string().as_str(), now.minute),
            (16 * 3_600_000 + 250, "1970-01-02", 0)
        );
        assert!(!now.pretended);
    }

    #[test]
    fn a_minute_set_by_hand_sets_the_whole_clock() {
        let now = Now::of(real(), Moment::parse("2026-09-30T09:05"));
        assert_eq!((now.today.to_string().as_str(), now.minute, now.pretended), ("2026-09-30", 545, true));
        assert_eq!((now.instant_ms / 1000 + 8 * 3600) % 86_400, 545 * 60);
    }

    #[test]
    fn a_day_set_by_hand_keeps_the_real_time_of_day() {
        let now = Now::of(real(), Moment::parse("1970-01-03"));
        assert_eq!(now.instant_ms, Now::of(real(), None).instant_ms + 86_400_000);
        assert!(now.pretended);
    }
}
