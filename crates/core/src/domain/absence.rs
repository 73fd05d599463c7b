//! Absences: who is not on duty on which days, and who stands in for him.

use super::{AbsenceId, Staff, StaffId, StaffRef};
use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

/// A person of staff who is on leave (休假), or off duty on some weekdays (轮休): a dated human fact. It moves no task; who
/// must do one on a day is computed from it when it is read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Absence {
    /// Stable identifier.
    pub id: AbsenceId,
    /// Who is away.
    pub staff: StaffId,
    /// First day.
    pub from: NaiveDate,
    /// Last day; `None`: until it is taken back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<NaiveDate>,
    /// Only these days of the week; empty: every day from `from` to `to`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub weekdays: Vec<Weekday>,
    /// Who stands in; `None`: nobody, what he must do is to be assigned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub substitute: Option<StaffId>,
    /// Why, in the author's words; may be empty.
    #[serde(default)]
    pub reason: String,
    /// Who wrote it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<StaffRef>,
    /// Taken back: it stays visible, and counts for nothing.
    #[serde(default)]
    pub voided: bool,
    /// When it was written, milliseconds since 1970 (UTC).
    #[serde(default)]
    pub at_ms: i64,
}

impl Absence {
    /// Whether the person is away on the day because of it.
    pub fn covers(&self, day: NaiveDate) -> bool {
        let in_span = self.from <= day && self.to.is_none_or(|to| day <= to);
        !self.voided && in_span && (self.weekdays.is_empty() || self.weekdays.contains(&day.weekday()))
    }
}

/// Who must do something on a day, once leave and days off are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OnDuty<'s> {
    /// The person who is meant is there.
    Present(&'s Staff),
    /// He is away, and this person stands in for him (代).
    StandIn {
        /// Who does it.
        person: &'s Staff,
        /// For whom.
        instead_of: &'s Staff,
    },
    /// He is away, and nobody stands in: to be assigned.
    Away(&'s Staff),
    /// Nobody is meant: to be assigned.
    Nobody,
}

impl<'s> OnDuty<'s> {
    /// Who does it; `None`: to be assigned.
    pub fn person(self) -> Option<&'s Staff> {
        match self {
            Self::Present(person) | Self::StandIn { person, .. } => Some(person),
            Self::Away(_) | Self::Nobody => None,
        }
    }
}

/// Who does on the day what is meant for this person. A substitute who is away himself is stood in for in turn; of several
/// absences on one day the last one written counts.
pub fn on_duty<'s>(meant: Option<&'s Staff>, staff: &'s [Staff], absences: &[Absence], day: NaiveDate) -> OnDuty<'s> {
    let Some(meant) = meant else { return OnDuty::Nobody };
    let away = |who: &Staff| {
        absences
            .iter()
            .filter(|a| a.staff == who.id && a.covers(day))
            .max_by_key(|a| (a.at_ms, a.id.as_str().to_owned()))
    };
    let mut person = meant;
    let mut asked = vec![&meant.id];
    while let Some(absence) = away(person) {
        let next = absence.substitute.as_ref().and_then(|id| staff.iter().find(|s| &s.id == id && s.active));
        match next {
            // Two who stand in for each other are both away.
            Some(next) if !asked.contains(&&next.id) => {
                asked.push(&next.id);
                person = next;
            }
            _ => return OnDuty::Away(meant),
        }
    }
    if person.id == meant.id { OnDuty::Present(meant) } else { OnDuty::StandIn { person, instead_of: meant } }
}

#[cfg(test)]
mod tests;
