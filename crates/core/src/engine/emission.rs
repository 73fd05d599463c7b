//! What a rule asks for, and the task that the store keeps of it.

use crate::calendar::Moment;
use crate::domain::{Channel, ClientId, MatterId, StaffRef, Subject, TaskId, short_hash};
use crate::policy::TaskAction;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What makes a task the same task: not its due day, not the pack's version, not who must do it (DESIGN 6.1).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct TaskKey {
    /// Pack id.
    pub pack: String,
    /// Rule id inside the pack.
    pub rule: String,
    /// What is counted once.
    pub subject: Subject,
    /// The milestone, period or festival on which it hangs.
    pub anchor: String,
    /// Step or repetition, from 1.
    pub occurrence: u32,
}

impl TaskKey {
    /// The task's identifier.
    pub fn id(&self) -> TaskId {
        let occurrence = self.occurrence.to_string();
        TaskId(short_hash(&[&self.pack, &self.rule, &self.subject.to_string(), &self.anchor, &occurrence]))
    }
}

/// The last day of a halt without an end, which is also the last one that a file holds.
pub const HALTED_FOR_GOOD: NaiveDate = match NaiveDate::from_ymd_opt(9999, 12, 31) {
    Some(day) => day,
    None => NaiveDate::MAX,
};

/// One thing that a rule asks for now.
#[derive(Debug, Clone, PartialEq)]
pub struct Emission {
    /// Identity.
    pub key: TaskKey,
    /// Hash of the key.
    pub id: TaskId,
    /// Client to be contacted, or of whom the matter is.
    pub client: Option<ClientId>,
    /// Matter on whose milestone it hangs.
    pub matter: Option<MatterId>,
    /// What this step is called, where the steps of a series differ.
    pub step_title: Option<String>,
    /// How many contacts are needed (1 except for quotas).
    pub need: u32,
    /// How many there are (quotas; otherwise 0).
    pub have: u32,
    /// First day of the window.
    pub opens: NaiveDate,
    /// Soft deadline.
    pub due: Moment,
    /// Hard deadline, where the policy has one.
    pub latest: Option<NaiveDate>,
    /// From this day on it is missed, if nobody ended it; `None`: it stays overdue.
    pub lapses: Option<NaiveDate>,
    /// The day on which facts fulfilled it (a quota reached, a problem rectified).
    pub fulfilled: Option<NaiveDate>,
    /// Up to this day the client is not to be contacted about it, because a person decided so after it had fallen due, or
    /// for a while within its window; [`HALTED_FOR_GOOD`]: until the decision is taken back. `None`: he may be.
    pub halted_to: Option<NaiveDate>,
    /// Contact or step.
    pub action: TaskAction,
    /// Post that must.
    pub role: String,
    /// The person whom the facts name (client's owner, matter's handler).
    pub held_by: Option<StaffRef>,
    /// Whether the person is to be found by the area of the client's place.
    pub by_area: bool,
    /// Channels in the order of the policy.
    pub channels: Vec<Channel>,
    /// Form to fill in.
    pub form: Option<String>,
    /// Clauses on which it stands.
    pub clauses: Vec<String>,
    /// Why it is here: one Chinese sentence with dates and clauses.
    pub because: String,
    /// A day was computed with a year that has no holiday table.
    pub guessed: bool,
}

/// A task as it is kept: the last emission, and whether it is still asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Task {
    /// The last emission.
    pub emission: Emission,
    /// Whether the policy asks for it now.
    pub asked: bool,
    /// Why not, where it does not.
    pub withdrawn_because: Option<String>,
}
