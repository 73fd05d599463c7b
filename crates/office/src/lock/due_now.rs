//! What is due by now, as counts: for the title, the tray and the reminders, which are seen by whoever passes.

use crate::OfficeError;
use crate::office::Office;
use crate::wire::{CallBackDue, DueNow, WorklistQuery};
use huifang_core::calendar::{Moment, Now};

/// As many promised call-backs as a list has rows at once.
const MOST_CALL_BACKS: u32 = 500;

impl Office {
    /// What is due by now.
    ///
    /// # Errors
    /// The store's.
    pub fn due_now(&self, now: Now) -> Result<DueNow, OfficeError> {
        let tab = "call_back".to_owned();
        let query = WorklistQuery {
            tab,
            whose: String::new(),
            filter: None,
            tasks: Vec::new(),
            find: String::new(),
            offset: 0,
            limit: MOST_CALL_BACKS,
        };
        let list = self.list(&query, now)?;
        let call_backs = list.rows.into_iter().filter_map(|row| {
            let at = row.again_on?;
            let is_now = Moment::parse(&at).is_some_and(|asked| has_come(asked, now));
            Some(CallBackDue { task: row.id, at, is_now })
        });
        Ok(DueNow {
            overdue: list.counts.overdue,
            today: list.counts.today,
            problems: list.counts.problems,
            call_backs: call_backs.collect(),
        })
    }
}

/// Whether the minute that a client named is over.
fn has_come(asked: Moment, now: Now) -> bool {
    asked.minute.is_some_and(|minute| (asked.day, minute) <= (now.today, now.minute))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::FixedOffset;

    #[test]
    fn a_promise_comes_at_its_minute_and_one_without_a_minute_is_the_days() {
        let zone = FixedOffset::east_opt(8 * 3600).expect("eight hours are an offset");
        let today = "2026-10-09".parse().expect("a day");
        let now = Now { instant_ms: 0, zone, today, minute: 14 * 60 + 30, pretended: false };
        let came = |at: &str| has_come(Moment::parse(at).expect("a moment"), now);
        assert_eq!(["2026-10-09T14:30", "2026-10-08T18:00"].map(came), [true, true]);
        assert_eq!(["2026-10-09T14:31", "2026-10-09", "2026-10-10T08:00"].map(came), [false, false, false]);
    }
}
