//! Follow-up records: one try by one channel, and what it settles.

use super::{ClientId, FieldValue, MatterId, RecordId, StaffRef, TaskId};
use crate::calendar::Moment;
use crate::codes::code_enum;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

code_enum!(
    /// How a client is contacted (渠道).
    Channel {
        /// Telephone.
        Phone = "phone",
        /// Short message.
        Sms = "sms",
        /// WeChat.
        Wechat = "wechat",
        /// E-mail.
        Email = "email",
        /// Letter on paper.
        Letter = "letter",
        /// A visit at the client's place (上门).
        HomeVisit = "home_visit",
        /// The client is here.
        InOffice = "in_office",
        /// Video or chat.
        Online = "online",
        /// A questionnaire.
        Questionnaire = "questionnaire",
    }
);

code_enum!(
    /// What came of a try.
    Outcome {
        /// The client was reached and answered: the only outcome that settles a task.
        Reached = "reached",
        /// Nobody answered.
        NoAnswer = "no_answer",
        /// Line busy.
        Busy = "busy",
        /// Not the client's number.
        WrongNumber = "wrong_number",
        /// The client does not want to be asked.
        Refused = "refused",
        /// The client asked to be contacted at another time.
        CallBack = "call_back",
    }
);

code_enum!(
    /// Why the client was contacted: ordinary business contact does not count as a follow-up (004-15-03).
    Purpose {
        /// Counts as a follow-up.
        FollowUp = "follow_up",
        /// Does not.
        Business = "business",
    }
);

/// One try by one channel, with its outcome. Written by a person, never by the program.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// Stable identifier.
    pub id: RecordId,
    /// Whom; `None` where the subject is not a client.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client: Option<ClientId>,
    /// About what, where it is about one matter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub matter: Option<MatterId>,
    /// Civil day of the contact (not of the typing).
    pub on: NaiveDate,
    /// Channel.
    pub channel: Channel,
    /// What came of it.
    pub outcome: Outcome,
    /// Satisfied or not, where it was asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub satisfied: Option<bool>,
    /// Who made the contact.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<StaffRef>,
    /// Who typed it, where it was another person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recorder: Option<StaffRef>,
    /// Follow-up or ordinary business.
    #[serde(default = "follow_up")]
    pub purpose: Purpose,
    /// When the client asked to be contacted again (outcome `call_back`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub again_on: Option<NaiveDate>,
    /// Minute of that day (0–1439), where he named an hour.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub again_minute: Option<u16>,
    /// The telephone number that was rung, as digits. With outcome `wrong_number` it is the one that is not the client's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// The record of another client that was struck out because it belonged here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub moved_from: Option<RecordId>,
    /// What the client said, in the words of who wrote it down.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// The tasks that this record answers, each with its own form.
    #[serde(default)]
    pub settles: Vec<Settlement>,
    /// Struck out: it stays visible, and counts for nothing.
    #[serde(default)]
    pub voided: bool,
    /// When it was written, milliseconds since 1970 (UTC); orders human acts among themselves.
    #[serde(default)]
    pub at_ms: i64,
}

impl Record {
    /// When the client asked to be contacted again: a day, with a minute where he named an hour.
    pub fn again(&self) -> Option<Moment> {
        self.again_on.map(|day| Moment { day, minute: self.again_minute })
    }
}

fn follow_up() -> Purpose {
    Purpose::FollowUp
}

/// Joins a record to a task. It settles the task only if the record's outcome is `reached`; otherwise it is a try.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(from = "SettlementForm")]
pub struct Settlement {
    /// Which task.
    pub task: Settles,
    /// The rule that had asked for the task, as `pack/rule`: what follows on it, follows on the rule.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
    /// The form that was filled in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<String>,
    /// Its answers, by field.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub answers: BTreeMap<String, FieldValue>,
    /// Satisfied or not, as this form's answers say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub satisfied: Option<bool>,
    /// Fields without an answer, by field: why there is none. A missing answer never means satisfied.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub unanswered: BTreeMap<String, Unanswered>,
}

code_enum!(
    /// Why a question of a form has no answer.
    WhyUnanswered {
        /// It is not known and could not be found out (不详).
        Unknown = "unknown",
        /// The client does not want to say, or to sign (拒答).
        Refused = "refused",
    }
);

/// A question that was asked and has no answer: what a form says instead of an invented one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unanswered {
    /// Why.
    pub why: WhyUnanswered,
    /// The reason in words.
    pub reason: String,
}

impl Unanswered {
    /// `不详(房子已转租)`.
    pub fn chinese(&self) -> String {
        let why = match self.why {
            WhyUnanswered::Unknown => "不详",
            WhyUnanswered::Refused => "拒答",
        };
        format!("{why}({})", self.reason)
    }
}

impl Settlement {
    /// A settlement of the task without a form.
    pub fn task(task: TaskId) -> Self {
        let (answers, unanswered) = (BTreeMap::new(), BTreeMap::new());
        Self { task: Settles::Task(task), rule: None, form: None, answers, satisfied: None, unanswered }
    }
}

/// What a settlement points at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Settles {
    /// A task by identifier: what the store holds.
    Task(TaskId),
    /// In facts files and stories: a rule of the pack, meaning its occurrence that is open on the record's day.
    Rule {
        /// Rule id, with or without the pack's id and a dot before it.
        rule: String,
    },
}

/// In a facts file a settlement may be the bare rule id.
#[derive(Deserialize)]
#[serde(untagged)]
enum SettlementForm {
    Rule(String),
    Full {
        task: Settles,
        #[serde(default)]
        rule: Option<String>,
        #[serde(default)]
        form: Option<String>,
        #[serde(default)]
        answers: BTreeMap<String, FieldValue>,
        #[serde(default)]
        satisfied: Option<bool>,
        #[serde(default)]
        unanswered: BTreeMap<String, Unanswered>,
    },
}

impl From<SettlementForm> for Settlement {
    fn from(form: SettlementForm) -> Self {
        match form {
            SettlementForm::Rule(rule) => {
                let task = Settles::Rule { rule };
                let (answers, unanswered) = (BTreeMap::new(), BTreeMap::new());
                Self { task, rule: None, form: None, answers, satisfied: None, unanswered }
            }
            SettlementForm::Full { task, rule, form, answers, satisfied, unanswered } => {
                Self { task, rule, form, answers, satisfied, unanswered }
            }
        }
    }
}
