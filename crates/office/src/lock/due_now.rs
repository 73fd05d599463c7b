//! What is due by now, as counts: for the title, the tray and the reminders, which are seen by whoever passes.

use crate::OfficeError;
use crate::office::Office;
use crate::wire::{CallBackDue, DueNow, WorklistQuery};
use huifang_core::calendar::Now;

/// So many promised call-backs are named; a person can not keep more in his head.
const MOST_CALL_BACKS: u32 = 50;

impl Office {
    /// What is due by now.
    ///
    /// # Errors
    /// The store's.
    pub fn due_now(&self, now: Now) -> Result<DueNow, OfficeError> {
        let tab = "call_back".to_owned();
        let query = WorklistQuery { tab, mine: false, find: String::new(), offset: 0, limit: MOST_CALL_BACKS };
        let list = self.list(&query, now)?;
        let call_backs = list.rows.into_iter().filter_map(|row| {
            let at = row.again_on?;
            Some(CallBackDue { task: row.id, at })
        });
        Ok(DueNow { overdue: list.counts.overdue, today: list.counts.today, call_backs: call_backs.collect() })
    }
}
