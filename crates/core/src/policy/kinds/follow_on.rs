//! How `kind = "follow_on"` is written.

use crate::domain::Outcome;
use crate::policy::anchor::{StepTiming, read_step_timing};
use crate::policy::condition::{Condition, read_condition};
use crate::policy::part::codes;
use crate::policy::reader::TableReader;

/// See `RuleKind::FollowOn`.
#[derive(Debug, Clone, PartialEq)]
pub struct FollowOn {
    /// After a follow-up of these rules; empty: of any rule of the pack.
    pub rules: Vec<String>,
    /// With this outcome.
    pub outcome: Outcome,
    /// Satisfied or not, where it matters.
    pub satisfied: Option<bool>,
    /// What the form's answers must say.
    pub answer: Condition,
    /// From which day it is counted.
    pub base: FollowOnBase,
    /// When it falls due.
    pub timing: StepTiming,
}

/// From which day a follow-on is counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FollowOnBase {
    /// The day of the follow-up.
    Record,
    /// The day on which the client asked to be contacted again.
    AgainOn,
    /// A date field of the form.
    Answer(String),
}

pub(super) fn read(table: &TableReader<'_, '_>) -> FollowOn {
    let known = codes(Outcome::ALL.iter().map(|o| o.code()));
    FollowOn {
        rules: table.texts("rules"),
        outcome: table.code("outcome", Outcome::parse, &known).unwrap_or(Outcome::Reached),
        satisfied: table.has("satisfied").then(|| table.flag("satisfied")),
        answer: table.raw("answer").map_or_else(Condition::always, |node| read_condition(table.source, node)),
        base: match table.text("from").as_deref() {
            None | Some("record") => FollowOnBase::Record,
            Some("again_on") => FollowOnBase::AgainOn,
            Some(field) => FollowOnBase::Answer(field.to_owned()),
        },
        timing: read_step_timing(table),
    }
}
