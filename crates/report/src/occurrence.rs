//! One occurrence of a task: a row of the ledger, and what it counts as.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The state of a task as the engine computed it on the day of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Its window has not begun.
    Waiting,
    /// It can be done, and its day has not passed.
    Open,
    /// Its day has passed.
    Overdue,
    /// It could be done, and the client is not to be contacted now.
    Paused,
    /// A record settled it.
    Done,
    /// A person gave up after the policy's tries (失访).
    Lost,
    /// An approved decision not to do it (免访).
    Waived,
    /// Its time passed and the next one began (漏访).
    Missed,
    /// The facts no longer ask for it.
    Withdrawn,
}

impl State {
    /// Every state.
    pub const ALL: [Self; 9] = [
        Self::Waiting,
        Self::Open,
        Self::Overdue,
        Self::Paused,
        Self::Done,
        Self::Lost,
        Self::Waived,
        Self::Missed,
        Self::Withdrawn,
    ];

    /// The code by which the other crates know the state.
    pub fn code(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Open => "open",
            Self::Overdue => "overdue",
            Self::Paused => "paused",
            Self::Done => "done",
            Self::Lost => "lost",
            Self::Waived => "waived",
            Self::Missed => "missed",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The state of a code; `None` for an unknown one.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// A task occurrence whose day is in the period. Names are as they are shown, identifiers as they are stored.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Occurrence {
    /// Identifier of the task.
    pub task_id: String,
    /// Identifier of the policy pack.
    pub pack: String,
    /// Identifier of the rule, with or without the pack's before it.
    pub rule: String,
    /// What the rule is called.
    pub rule_title: String,
    /// Name of the client; empty where the task is about none.
    pub client_name: String,
    /// Room, bed or record number by which the office knows the client.
    pub place_or_no: Option<String>,
    /// Number of the matter.
    pub matter_no: Option<String>,
    /// The day by which it was to be done (应访日).
    pub due: NaiveDate,
    /// State on the day of the report.
    pub state: State,
    /// The civil day of the contact that settled it.
    pub done_on: Option<NaiveDate>,
    /// Whether a person reached the client and recorded it.
    pub reached: bool,
    /// Department concerned.
    pub department: Option<String>,
    /// Who was responsible (责任人).
    pub assignee: Option<String>,
    /// Who made the contact (回访人).
    pub done_by: Option<String>,
    /// By which channel, as it is shown.
    pub channel: Option<String>,
    /// Satisfied or not, where it was asked.
    pub satisfied: Option<bool>,
    /// Answers to the rating items of the form.
    pub answers: Vec<Answer>,
    /// What the client said.
    pub note: String,
    /// Why it was waived, given up or withdrawn.
    pub reason: Option<String>,
    /// Whether it is a contact; a `step` is no follow-up and never counts as one.
    pub counts: bool,
}

/// An answer to a rating item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Answer {
    /// What was asked.
    pub item: String,
    /// What was answered.
    pub answer: String,
    /// Whether the form says that this answer means dissatisfied.
    pub dissatisfied: bool,
}

/// What came of an occurrence, as the ledger says it in one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// A person reached the client.
    Reached,
    /// Settled without reaching anybody: in the denominator, not in the numerator.
    Unreached,
    /// Given up.
    Lost,
    /// Its time passed and the next one began.
    Missed,
    /// Its day has passed and it can still be done.
    Overdue,
    /// The client is not to be contacted now: in the denominator like what is overdue, and told apart.
    Paused,
    /// Its day has not passed yet.
    Pending,
    /// Approved not to be done.
    Waived,
    /// No longer asked for.
    Withdrawn,
}

impl Standing {
    /// The word in the ledger.
    pub fn label(self) -> &'static str {
        match self {
            Self::Reached => "已访",
            Self::Unreached => "未接通",
            Self::Lost => "失访",
            Self::Missed => "漏访",
            Self::Overdue => "逾期",
            Self::Paused => "暂停",
            Self::Pending => "待访",
            Self::Waived => "免访",
            Self::Withdrawn => "撤回",
        }
    }
}

/// Whether an occurrence is in the denominator, and if not, why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Counting {
    /// In the denominator.
    Counted,
    /// A timed step that is no follow-up.
    Step,
    /// An approved waiver.
    Waived,
    /// Withdrawn because the facts were corrected.
    Withdrawn,
}

impl Counting {
    /// The word in the ledger.
    pub fn label(self) -> &'static str {
        match self {
            Self::Counted => "计入",
            Self::Step => "步骤",
            Self::Waived => "免访",
            Self::Withdrawn => "撤回",
        }
    }
}

impl Occurrence {
    /// What came of it.
    pub fn standing(&self) -> Standing {
        match self.state {
            State::Waived => Standing::Waived,
            State::Withdrawn => Standing::Withdrawn,
            _ if self.reached => Standing::Reached,
            State::Done => Standing::Unreached,
            State::Lost => Standing::Lost,
            State::Missed => Standing::Missed,
            State::Overdue => Standing::Overdue,
            State::Paused => Standing::Paused,
            State::Waiting | State::Open => Standing::Pending,
        }
    }

    /// Whether it is in the denominator.
    pub fn counting(&self) -> Counting {
        match self.state {
            _ if !self.counts => Counting::Step,
            State::Waived => Counting::Waived,
            State::Withdrawn => Counting::Withdrawn,
            _ => Counting::Counted,
        }
    }

    /// Whether it was reached by its day; `None` where it was not reached. Reached on a day that nobody wrote down is
    /// not on time, because nobody could show that it was.
    pub fn on_time(&self) -> Option<bool> {
        (self.standing() == Standing::Reached).then(|| self.done_on.is_some_and(|day| day <= self.due))
    }

    /// Satisfied or not, where the client was reached and asked.
    pub fn satisfaction(&self) -> Option<bool> {
        self.satisfied.filter(|_| self.standing() == Standing::Reached)
    }

    /// The rule's identifier with the pack's before it: one text for one rule among all packs.
    pub fn rule_code(&self) -> String {
        let bare = self.rule.strip_prefix(&self.pack).and_then(|rest| rest.strip_prefix('.')).unwrap_or(&self.rule);
        format!("{}.{bare}", self.pack)
    }

    /// The department as tables and ledger name it.
    pub(crate) fn department_label(&self) -> &str {
        label(self.department.as_deref(), "未填")
    }

    /// The person responsible as tables and ledger name him.
    pub(crate) fn assignee_label(&self) -> &str {
        label(self.assignee.as_deref(), "未指定")
    }
}

fn label<'a>(name: Option<&'a str>, absent: &'static str) -> &'a str {
    name.map(str::trim).filter(|name| !name.is_empty()).unwrap_or(absent)
}
