//! One call: when it is made, who makes it, and what may be decided in it.

use super::{TaskAnswers, wire};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

wire! {
    /// Where the calls about a task stand.
    pub struct CallState {
        /// The last try that did not reach the client: `YYYY-MM-DD`, or `YYYY-MM-DDTHH:MM` where the minute is known; none:
        /// nobody tried.
        tried: Option<String>,
        /// What came of it: outcome code.
        outcome: Option<String>,
        /// From when to try again; none: nothing to wait for.
        next: Option<String>,
        /// By which channel then, where it is another than the task's first.
        channel: Option<String>,
        /// That moment has not come: the task waits.
        waits: bool,
        /// The client asked for that moment himself.
        promised: bool,
        /// The number was not the client's: another one is needed.
        verify: bool,
        /// All tries are used up, or the client refused: he may be given up as lost.
        may_give_up: bool,
        /// From when he may be rung up; none: now.
        ring_from: Option<String>,
        /// The other person who is on the line with him.
        on_line: Option<OnLine>,
    }

    /// Somebody who is on the line with a client.
    pub struct OnLine {
        /// Staff id.
        staff: String,
        /// Name.
        name: String,
        /// Since when: `14:03`.
        since: String,
        /// Name of the member of the household with whom; none: with the client himself.
        member: Option<String>,
    }

    /// What the sheet of a call needs besides the task.
    pub struct Calling {
        /// The hours in which this client may be contacted: `14:00–17:00`.
        hours: String,
        /// Those of his numbers that turned out to be wrong.
        wrong: Vec<String>,
        /// What giving him up asks for.
        give_up: GiveUpTerms,
    }

    /// What giving a client up asks for.
    pub struct GiveUpTerms {
        /// The post that must approve; none: nobody has to.
        approve: Option<String>,
        /// What the policy still wants tried: 还差 1 次,改为上门再试 1 次; empty: nothing.
        left: String,
    }

    /// Says that who is working is on the line with a client.
    pub struct Claim {
        /// Client id.
        client: String,
        /// Even if another person is.
        take_over: bool,
    }

    /// Whether the client is claimed.
    pub struct Claimed {
        /// The other person who is on the line with him; none: he is mine.
        by: Option<OnLine>,
    }

    /// Gives a client up as lost.
    pub struct GiveUp {
        /// Task id.
        task: String,
        /// `unreachable`, `wrong_number`, `refused`, `moved`, `died`, `other`.
        why: String,
        /// More words; needed for `other`.
        note: String,
        /// Staff id of who approved, where the policy asks for it.
        approver: Option<String>,
    }

    /// A contact that no task asked for: the client rang, walked in, or was rung about something else.
    pub struct RecordContact {
        /// Client id.
        client: String,
        /// What it was about, where it was about one matter.
        matter: Option<String>,
        /// `follow_up` or `business`.
        purpose: String,
        /// Channel code.
        channel: String,
        /// Outcome code.
        outcome: String,
        /// Day of the contact; none: today.
        on: Option<String>,
        /// When the client wants to be contacted again: a day, or `YYYY-MM-DDTHH:MM`.
        again_on: Option<String>,
        /// The number that was rung, digits.
        phone: Option<String>,
        /// What was said.
        note: String,
        /// Who made the contact (staff id); none: who is signed in.
        by: Option<String>,
        /// Open tasks that it answers; only a follow-up does.
        tasks: Vec<TaskAnswers>,
    }

    /// Puts a follow-up on the list that no policy asks for.
    pub struct AskFor {
        /// Client id.
        client: String,
        /// By when.
        day: String,
        /// What it is called; empty: 单独回访.
        title: String,
        /// Channel code.
        channel: String,
        /// Who shall (staff id); none: whose the client is.
        assignee: Option<String>,
        /// Why, for who makes the call.
        reason: String,
    }

    /// Moves a record off the wrong client.
    pub struct MoveRecord {
        /// Record id.
        record: String,
        /// The client to whom it belongs.
        client: String,
        /// Why.
        reason: String,
    }
}

impl CallState {
    /// Nobody called, and nothing stands in the way.
    pub fn none() -> Self {
        Self {
            tried: None,
            outcome: None,
            next: None,
            channel: None,
            waits: false,
            promised: false,
            verify: false,
            may_give_up: false,
            ring_from: None,
            on_line: None,
        }
    }
}
