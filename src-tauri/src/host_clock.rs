//! The only place of the window that reads the clock: once a command.

use chrono::{FixedOffset, Local, NaiveDate, NaiveTime, Timelike};
use huifang_core::calendar::{Moment, Now};

/// The environment variable that sets the day for tests and demonstrations: `2026-09-30`, or `2026-09-30T09:00` to
/// set the minute too.
const VARIABLE: &str = "HUIFANG_TODAY";

/// The computer's clock, or a day set by hand.
#[derive(Debug, Clone, Copy)]
pub(crate) struct HostClock {
    pretended: Option<Moment>,
}

/// `HUIFANG_TODAY` is set to something that is no day.
#[derive(Debug)]
pub(crate) struct NotADay(String);

impl std::fmt::Display for NotADay {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{VARIABLE}={} is no day; write YYYY-MM-DD or YYYY-MM-DDTHH:MM", self.0)
    }
}

impl std::error::Error for NotADay {}

impl HostClock {
    /// The clock as the environment asks for it.
    ///
    /// # Errors
    /// [`NotADay`]: a demonstration must not run on the real day because of a slip of the pen.
    pub(crate) fn from_env() -> Result<Self, NotADay> {
        let Some(set) = std::env::var_os(VARIABLE).filter(|set| !set.is_empty()) else {
            return Ok(Self { pretended: None });
        };
        let text = set.to_string_lossy();
        let day = Moment::parse(&text).ok_or_else(|| NotADay(text.into_owned()))?;
        Ok(Self { pretended: Some(day) })
    }

    /// The clock of one command.
    #[allow(clippy::disallowed_methods, reason = "the host reads the clock, once a command (DESIGN 4)")]
    pub(crate) fn now(self) -> Now {
        let real = Local::now().fixed_offset();
        let (today, minute) = match self.pretended {
            None => (real.date_naive(), minute_of(real.time())),
            Some(set) => (set.day, set.minute.unwrap_or_else(|| minute_of(real.time()))),
        };
        let instant_ms = match self.pretended {
            None => real.timestamp_millis(),
            Some(_) => instant_ms(today, minute, *real.offset()),
        };
        Now { instant_ms, zone: *real.offset(), today, minute, pretended: self.pretended.is_some() }
    }
}

fn minute_of(time: NaiveTime) -> u16 {
    // 1439 at most, so nothing is cut off.
    (time.hour() * 60 + time.minute()) as u16
}

/// Milliseconds since 1970 at the beginning of that minute.
fn instant_ms(day: NaiveDate, minute: u16, zone: FixedOffset) -> i64 {
    let midnight = day.and_time(NaiveTime::MIN).and_utc().timestamp();
    (midnight + i64::from(minute) * 60 - i64::from(zone.local_minus_utc())) * 1000
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_set_by_hand_sets_the_whole_clock() {
        let set = Moment::parse("2026-09-30T09:05");
        let now = HostClock { pretended: set }.now();
        assert_eq!((now.today.to_string().as_str(), now.minute, now.pretended), ("2026-09-30", 545, true));
        let local_seconds = now.instant_ms / 1000 + i64::from(now.zone.local_minus_utc());
        assert_eq!(local_seconds % 86_400, 545 * 60);
    }

    #[test]
    fn midnight_in_china_is_the_afternoon_before_in_greenwich() {
        let day = NaiveDate::from_ymd_opt(1970, 1, 2).unwrap();
        let china = FixedOffset::east_opt(8 * 3600).unwrap();
        assert_eq!(instant_ms(day, 0, china), 16 * 3_600_000);
    }

    #[test]
    fn without_the_variable_nothing_is_pretended() {
        assert!(!HostClock { pretended: None }.now().pretended);
    }
}
