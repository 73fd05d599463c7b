//! What the office knows: clients, matters with dated milestones, follow-up records and human decisions.
//!
//! These types are facts. What follows from them (which task is due, which is overdue) is computed by `engine`.

mod absence;
mod client;
mod decision;
mod draw;
mod id_card;
mod ids;
mod matter;
mod record;
mod staff;
mod value;

pub use absence::{Absence, OnDuty, on_duty};
pub use client::{ClassSpan, Client, Contact, ContactWish, HourSpan, Sex, has_number};
pub use decision::{Act, Decision};
pub use draw::{Draw, Drawn, Replaced};
pub use id_card::{IdNumber, read_id_number};
pub use ids::{
    AbsenceId, ClientId, DecisionId, DrawId, MatterId, MilestoneId, RecordId, StaffId, Subject, TaskId, short_hash,
};
pub use matter::{Matter, Milestone, Participant};
pub use record::{Channel, Outcome, Purpose, Record, Settlement, Settles, Unanswered, WhyUnanswered};
pub use staff::{Staff, StaffRef};
pub use value::FieldValue;

use serde::{Deserialize, Serialize};

/// Everything the engine reads, for the whole office or for the clients that an edit touched.
///
/// Order carries no meaning: two `Facts` with the same members give the same emissions.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Facts {
    /// People of the office.
    pub staff: Vec<Staff>,
    /// Persons, households or companies that are followed up.
    pub clients: Vec<Client>,
    /// What happened to them.
    pub matters: Vec<Matter>,
    /// Tries to reach them, voided ones included.
    pub records: Vec<Record>,
    /// Dated human decisions, voided ones included.
    pub decisions: Vec<Decision>,
    /// Draws, voided ones included.
    pub draws: Vec<Draw>,
    /// Who is away when, what was taken back included. Only who does a task depends on it, never which tasks there are.
    pub absences: Vec<Absence>,
}
