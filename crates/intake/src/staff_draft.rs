//! What a row says about a person of staff.

use crate::client_draft::lay;
use crate::field::Field;
use crate::line::Line;
use huifang_core::domain::{Staff, StaffId, short_hash};
use std::collections::BTreeSet;

/// A person of staff as one row gives him; what is empty says nothing.
pub(crate) struct StaffDraft {
    name: String,
    role: Option<String>,
    department: Option<String>,
    phone: Option<String>,
    areas: Vec<String>,
    active: Option<bool>,
}

impl StaffDraft {
    /// Reads a row; `None` if it has no name.
    pub fn read(line: &Line<'_>) -> Option<Self> {
        let areas = line.text(&Field::Areas).unwrap_or_default();
        let areas = areas.split(['、', ',', '\u{ff0c}', ';', '/', ' ']).map(str::trim).filter(|area| !area.is_empty());
        Some(Self {
            name: line.name(&Field::Name)?,
            role: line.name(&Field::Role),
            department: line.name(&Field::Department),
            phone: line.phones(&Field::Phone).into_iter().next(),
            areas: areas.map(str::to_owned).collect(),
            active: line.text(&Field::Employed).map(|state| !state.contains(['离', '退', '停', '辞'])),
        })
    }

    /// Two people of the same name in one department would be one: the list has nothing else to tell them apart.
    pub fn id(&self) -> StaffId {
        StaffId(short_hash(&["staff", &self.name, self.department.as_deref().unwrap_or_default()]))
    }

    /// The identifier of the same person where no department was known.
    pub fn id_by_name(&self) -> StaffId {
        StaffId(short_hash(&["staff", &self.name, ""]))
    }

    /// Whether what is known of somebody of that name may be this person.
    pub fn may_be(&self, known: &Staff) -> bool {
        known.department.is_none() || known.department == self.department
    }

    /// The person with the row's values laid over the old ones.
    pub fn lay_over(&self, old: Option<&Staff>, id: &StaffId, held: Option<&BTreeSet<String>>) -> Staff {
        let mut staff = old.cloned().unwrap_or_else(|| Staff {
            id: id.clone(),
            name: self.name.clone(),
            role: String::new(),
            department: None,
            phone: None,
            areas: Vec::new(),
            active: true,
        });
        let free = |name: &str| held.is_none_or(|held| !held.contains(name));
        lay(&mut staff.role, self.role.clone(), free("role"));
        lay(&mut staff.department, self.department.clone().map(Some), free("department"));
        lay(&mut staff.phone, self.phone.clone().map(Some), free("phone"));
        lay(&mut staff.areas, Some(self.areas.clone()), !self.areas.is_empty() && free("areas"));
        lay(&mut staff.active, self.active, free("active"));
        staff
    }
}
