//! The only place of the window that reads the clock: once a command.

use chrono::Local;
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
        Now::of(Local::now().fixed_offset(), self.pretended)
    }
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
    fn without_the_variable_nothing_is_pretended() {
        assert!(!HostClock { pretended: None }.now().pretended);
    }
}
