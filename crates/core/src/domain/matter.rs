//! Matters: what concerns clients, with dated milestones.

use super::{ClientId, FieldValue, MatterId, MilestoneId, StaffRef};
use crate::calendar::Moment;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A stay, appointment, complaint, repair, purchase, project, case, problem …
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Matter {
    /// Stable identifier.
    pub id: MatterId,
    /// Kind: a code of `packs/vocabulary.toml` (`complaint`, `repair` …).
    pub kind: String,
    /// Number as the office writes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no: Option<String>,
    /// Clients in the matter; an anonymous complaint has none.
    #[serde(default)]
    pub participants: Vec<Participant>,
    /// Department concerned, as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub department: Option<String>,
    /// Severity: `normal`, `important`, `major`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub severity: Option<String>,
    /// The person of staff who deals with it (主管医师, 受理人, 经办人).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handler: Option<StaffRef>,
    /// For a problem: the matter out of which it came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<MatterId>,
    /// Dated steps; a kind may occur many times.
    #[serde(default)]
    pub milestones: Vec<Milestone>,
    /// Fields used by policies (`reply_only`, `town`, `surgery` …) and the office's own columns.
    #[serde(default)]
    pub fields: BTreeMap<String, FieldValue>,
}

impl Matter {
    /// A matter of the kind without participants, milestones or fields.
    pub fn new(id: impl Into<MatterId>, kind: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            kind: kind.into(),
            no: None,
            participants: Vec::new(),
            department: None,
            severity: None,
            handler: None,
            parent: None,
            milestones: Vec::new(),
            fields: BTreeMap::new(),
        }
    }

    /// Milestones of a kind, oldest first.
    pub fn milestones_of(&self, kind: &str) -> Vec<&Milestone> {
        let mut found: Vec<_> = self.milestones.iter().filter(|m| m.kind == kind).collect();
        found.sort_by(|a, b| (a.on, &a.id).cmp(&(b.on, &b.id)));
        found
    }

    /// The oldest milestone of a kind.
    pub fn milestone(&self, kind: &str) -> Option<&Milestone> {
        self.milestones_of(kind).first().copied()
    }

    /// Adds a milestone whose identifier is made of matter, kind and the first free number from 1.
    pub fn add_milestone(&mut self, kind: &str, on: Moment, known: Option<NaiveDate>) -> MilestoneId {
        let numbered = |n: usize| MilestoneId(format!("{}/{kind}/{n}", self.id));
        let taken = |id: &MilestoneId| self.milestones.iter().any(|m| &m.id == id);
        // Among one number more than there are milestones, one is free.
        let id = (1..=self.milestones.len() + 1).map(numbered).find(|id| !taken(id)).unwrap_or_else(|| numbered(0));
        self.milestones.push(Milestone { id: id.clone(), kind: kind.to_owned(), on, known, note: String::new() });
        id
    }

    /// Whether the client takes part.
    pub fn has_client(&self, client: &ClientId) -> bool {
        self.participants.iter().any(|p| &p.client == client)
    }
}

/// A client in a matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Participant {
    /// Who.
    pub client: ClientId,
    /// As what: `subject` (default), `complainant`, `obligor` …
    #[serde(default = "subject_role")]
    pub role: String,
}

impl Participant {
    /// The ordinary participant.
    pub fn subject(client: ClientId) -> Self {
        Self { client, role: subject_role() }
    }
}

fn subject_role() -> String {
    "subject".to_owned()
}

/// A dated step of a matter (节点).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Milestone {
    /// Stable identifier: the anchor of tasks.
    pub id: MilestoneId,
    /// Kind: a code of the vocabulary (`handled`, `discharged` …).
    pub kind: String,
    /// When it happened.
    pub on: Moment,
    /// The day on which the office came to know it; `None`: on the day itself. A stop acts from this day on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub known: Option<NaiveDate>,
    /// A remark, as it was written.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

impl Milestone {
    /// The day from which the office can act on it.
    pub fn known_on(&self) -> NaiveDate {
        self.known.unwrap_or(self.on.day).max(self.on.day)
    }
}
