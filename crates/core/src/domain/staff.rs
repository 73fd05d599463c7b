//! People of the office.

use super::StaffId;
use serde::{Deserialize, Serialize};

/// A person of staff.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Staff {
    /// Stable identifier.
    pub id: StaffId,
    /// Name.
    pub name: String,
    /// Post (岗位) as the office writes it; packs name roles by the same words.
    pub role: String,
    /// Department, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub department: Option<String>,
    /// Telephone, digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Areas of responsibility: a client whose place begins with one of them belongs to this person.
    #[serde(default)]
    pub areas: Vec<String>,
    /// Whether the person still works here.
    #[serde(default = "yes")]
    pub active: bool,
}

fn yes() -> bool {
    true
}

/// A person of staff as a list names him: by identifier or by name. Lists name people who are not (or no longer) in the
/// staff list; that is kept, and shown as it was written.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct StaffRef(pub String);

impl StaffRef {
    /// The person meant, if the staff list has one with this identifier or name.
    pub fn find<'a>(&self, staff: &'a [Staff]) -> Option<&'a Staff> {
        staff.iter().find(|s| s.id.0 == self.0).or_else(|| staff.iter().find(|s| s.name == self.0))
    }
}

impl From<&str> for StaffRef {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}
