//! Decisions: dated human facts that no recomputation and no import overwrites (DESIGN 6.8).

use super::{Channel, ClientId, DecisionId, DrawId, StaffRef, TaskId};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A human decision with author and reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// Stable identifier.
    pub id: DecisionId,
    /// The day from which it holds.
    pub on: NaiveDate,
    /// What was decided.
    #[serde(flatten)]
    pub act: Act,
    /// Who decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<StaffRef>,
    /// Who approved, where approval is asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approver: Option<StaffRef>,
    /// Why, in the author's words.
    #[serde(default)]
    pub reason: String,
    /// Taken back: it stays visible, and counts for nothing.
    #[serde(default)]
    pub voided: bool,
    /// When it was written, milliseconds since 1970 (UTC).
    #[serde(default)]
    pub at_ms: i64,
}

/// What a decision does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "act", rename_all = "snake_case")]
pub enum Act {
    /// The task gets another due day.
    Reschedule {
        /// Task.
        task: TaskId,
        /// New due day.
        due: NaiveDate,
    },
    /// Another person is responsible for the task.
    Reassign {
        /// Task.
        task: TaskId,
        /// The person.
        to: StaffRef,
    },
    /// The task need not be done (approved; not in the denominator).
    Waive {
        /// Task.
        task: TaskId,
    },
    /// What is no follow-up has been done: the office's recurring work, a step.
    Finish {
        /// Task.
        task: TaskId,
    },
    /// The client could not be reached after all tries (失访).
    GiveUp {
        /// Task.
        task: TaskId,
    },
    /// What ended the task no longer does.
    Reopen {
        /// Task.
        task: TaskId,
    },
    /// What falls due for the client from `on` to `until` (inclusive; `None`: until taken back) is not asked for; after
    /// `until` it is.
    Pause {
        /// Client.
        client: ClientId,
        /// Last day.
        until: Option<NaiveDate>,
    },
    /// The client is not to be contacted from `on` on.
    DoNotContact {
        /// Client.
        client: ClientId,
    },
    /// A follow-up that no policy asks for: somebody wants the client contacted once, by that day. The reason is the
    /// decision's.
    Ask {
        /// Client.
        client: ClientId,
        /// By when.
        due: NaiveDate,
        /// What it is called on the list.
        title: String,
        /// By what channel.
        channel: Channel,
        /// Who shall; `None`: whose the client is, else nobody yet.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        assignee: Option<StaffRef>,
    },
    /// The draw counts for nothing, so that it can be made again (approved).
    VoidDraw {
        /// Draw.
        draw: DrawId,
    },
}

impl Act {
    /// The task that the act is about.
    pub fn task(&self) -> Option<&TaskId> {
        match self {
            Self::Reschedule { task, .. }
            | Self::Reassign { task, .. }
            | Self::Waive { task }
            | Self::Finish { task }
            | Self::GiveUp { task }
            | Self::Reopen { task } => Some(task),
            Self::Pause { .. } | Self::DoNotContact { .. } | Self::Ask { .. } | Self::VoidDraw { .. } => None,
        }
    }

    /// The client that the act is about, where it is about a client as such.
    pub fn client(&self) -> Option<&ClientId> {
        match self {
            Self::Pause { client, .. } | Self::DoNotContact { client } | Self::Ask { client, .. } => Some(client),
            _ => None,
        }
    }

    /// The client whom the act keeps from being contacted.
    pub fn halts(&self) -> Option<&ClientId> {
        match self {
            Self::Pause { client, .. } | Self::DoNotContact { client } => Some(client),
            _ => None,
        }
    }
}
