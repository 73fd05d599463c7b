//! The lock of a shared desk, and what reminds of what is due.

use super::wire;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

wire! {
    /// The lock of the desk.
    pub struct DeskLock {
        /// Whether the desk is locked: no command but `desk_status`, `staff_list` and `sign_in` is answered.
        locked: bool,
        /// Ids of the people who have a PIN.
        pins: Vec<String>,
        /// Whether whoever works may take away the PIN of a colleague.
        may_reset: bool,
    }

    /// Says who is working.
    pub struct SignIn {
        /// Staff id; none: nobody.
        staff: Option<String>,
        /// His PIN, where he has one.
        pin: Option<String>,
    }

    /// Sets the PIN of whoever works.
    pub struct SetPin {
        /// The PIN that he has, if he has one.
        old: Option<String>,
        /// The new one, four to six digits; none: he wants none any more.
        new: Option<String>,
    }

    /// A person of staff.
    pub struct StaffRef {
        /// Staff id.
        staff: String,
    }

    /// What is due by now, as counts.
    pub struct DueNow {
        /// Open and past due.
        overdue: u32,
        /// Due today.
        today: u32,
        /// Problems that are not closed.
        problems: u32,
        /// Promised call-backs whose day has come.
        call_backs: Vec<CallBackDue>,
    }

    /// A promised call-back.
    pub struct CallBackDue {
        /// Its task.
        task: String,
        /// When the client asked for it: a day, with the minute where he named one (`2026-10-09T14:30`).
        at: String,
        /// Whether he named a minute and it has come; one without a minute is the day's.
        is_now: bool,
    }
}
