//! What a column means, and what kind of list a sheet is.

use serde::{Deserialize, Serialize};
use std::fmt;

/// What kind of list a sheet is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum ListKind {
    /// People of the office.
    Staff,
    /// Clients.
    Clients,
    /// Matters of the kind with this code.
    Matter(String),
}

impl ListKind {
    /// `staff`, `clients`, or the code of the matter kind.
    pub fn code(&self) -> &str {
        match self {
            Self::Staff => "staff",
            Self::Clients => "clients",
            Self::Matter(kind) => kind,
        }
    }

    /// Whether the list makes the clients that it names: a discharge list does, since nobody keeps another one.
    pub(crate) fn makes_clients(&self) -> bool {
        match self {
            Self::Clients => true,
            Self::Matter(kind) => kind == "stay",
            Self::Staff => false,
        }
    }
}

impl From<String> for ListKind {
    fn from(code: String) -> Self {
        match code.as_str() {
            "staff" => Self::Staff,
            "clients" => Self::Clients,
            _ => Self::Matter(code),
        }
    }
}

impl From<&str> for ListKind {
    fn from(code: &str) -> Self {
        code.to_owned().into()
    }
}

impl From<ListKind> for String {
    fn from(kind: ListKind) -> Self {
        kind.code().to_owned()
    }
}

/// What a column means. Written in mappings as its code.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum Field {
    /// Running number of the list, or a column that is not to be read (`-`).
    Ignored,
    /// Name of the client or person of staff (`name`).
    Name,
    /// Record number of the client (`client_no`).
    ClientNo,
    /// Identity number (`id_number`).
    IdNumber,
    /// Sex (`sex`).
    Sex,
    /// Day of birth (`born`).
    Born,
    /// The client's own telephones (`phone`); several columns may hold some.
    Phone,
    /// WeChat account (`wechat`).
    Wechat,
    /// Building (`building`).
    Building,
    /// Unit of the building (`unit`).
    Unit,
    /// Room, or the whole place in one cell (`room`).
    Room,
    /// First day as a client (`since`).
    Since,
    /// Person of staff to whom the client belongs (`assignee`).
    Assignee,
    /// Class of the client (`class`).
    Class,
    /// Kin or colleague (`contact_name`).
    ContactName,
    /// His telephones (`contact_phone`).
    ContactPhone,
    /// What he is to the client (`contact_relation`).
    ContactRelation,
    /// Number of the matter (`no`).
    MatterNo,
    /// Department (`department`).
    Department,
    /// Severity (`severity`).
    Severity,
    /// Person of staff who deals with it (`handler`).
    Handler,
    /// Post of a person of staff (`role`).
    Role,
    /// Areas of responsibility of a person of staff (`areas`).
    Areas,
    /// Whether a person of staff still works here (`employed`).
    Employed,
    /// A milestone (`on.handled`).
    Milestone(String),
    /// A field by the code that policies use (`topic`).
    Own(String),
}

/// Codes of the fields that are no milestone and no field of their own.
const FIXED: &[(&str, Field)] = &[
    ("-", Field::Ignored),
    ("name", Field::Name),
    ("client_no", Field::ClientNo),
    ("id_number", Field::IdNumber),
    ("sex", Field::Sex),
    ("born", Field::Born),
    ("phone", Field::Phone),
    ("wechat", Field::Wechat),
    ("building", Field::Building),
    ("unit", Field::Unit),
    ("room", Field::Room),
    ("since", Field::Since),
    ("assignee", Field::Assignee),
    ("class", Field::Class),
    ("contact_name", Field::ContactName),
    ("contact_phone", Field::ContactPhone),
    ("contact_relation", Field::ContactRelation),
    ("no", Field::MatterNo),
    ("department", Field::Department),
    ("severity", Field::Severity),
    ("handler", Field::Handler),
    ("role", Field::Role),
    ("areas", Field::Areas),
    ("employed", Field::Employed),
];

impl Field {
    /// Whether several columns may hold it.
    pub(crate) fn repeats(&self) -> bool {
        matches!(self, Self::Phone | Self::ContactPhone | Self::Ignored)
    }

    /// Whether a row that has nothing but this is still a row of the list.
    pub(crate) fn identifies(&self) -> bool {
        matches!(self, Self::Name | Self::ClientNo | Self::IdNumber | Self::Phone | Self::Room | Self::MatterNo)
    }
}

impl From<String> for Field {
    fn from(code: String) -> Self {
        if let Some((_, field)) = FIXED.iter().find(|(fixed, _)| *fixed == code) {
            return field.clone();
        }
        match code.strip_prefix("on.") {
            Some(kind) => Self::Milestone(kind.to_owned()),
            None if code.is_empty() => Self::Ignored,
            None => Self::Own(code),
        }
    }
}

impl From<&str> for Field {
    fn from(code: &str) -> Self {
        code.to_owned().into()
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Milestone(kind) => write!(f, "on.{kind}"),
            Self::Own(code) => f.write_str(code),
            fixed => f.write_str(FIXED.iter().find(|(_, field)| field == fixed).map_or("-", |(code, _)| code)),
        }
    }
}

impl From<Field> for String {
    fn from(field: Field) -> Self {
        field.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_reads_back_as_the_field_that_printed_it() {
        let others = [Field::Milestone("handled".into()), Field::Own("topic".into())];
        for field in FIXED.iter().map(|(_, field)| field.clone()).chain(others) {
            assert_eq!(Field::from(field.to_string()), field);
        }
    }
}
