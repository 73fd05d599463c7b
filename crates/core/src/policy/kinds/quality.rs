//! How `kind = "quality"` is written.

use super::required_span;
use crate::calendar::Span;
use crate::policy::anchor::{Anchor, read_anchor};
use crate::policy::condition::field_code;
use crate::policy::population::{Population, read_optional};
use crate::policy::reader::TableReader;

/// See `RuleKind::Quality`.
#[derive(Debug, Clone, PartialEq)]
pub struct Quality {
    /// From which day it is counted; `None`: from the client's first day.
    pub anchor: Option<Anchor>,
    /// What is looked at.
    pub checks: Vec<DataCheck>,
    /// Due.
    pub within: Span,
    /// Only these clients.
    pub population: Option<Population>,
}

/// Something that a client's data must satisfy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DataCheck {
    /// A name.
    Name,
    /// A telephone number that can be one.
    Phone,
    /// The sex.
    Sex,
    /// The date of birth.
    Born,
    /// The place or address.
    Place,
    /// An identity number whose check digit is right (GB 11643).
    IdNumber,
    /// The identity number says the same sex and birth as the archive.
    IdMatch,
    /// A field of the archive is filled.
    Field(String),
}

impl DataCheck {
    fn read(text: &str) -> Self {
        match text {
            "name" => Self::Name,
            "phone" => Self::Phone,
            "sex" => Self::Sex,
            "born" => Self::Born,
            "place" => Self::Place,
            "id_number" => Self::IdNumber,
            "id_match" => Self::IdMatch,
            field => Self::Field(field_code(field)),
        }
    }
}

pub(super) fn read(table: &TableReader<'_, '_>) -> Quality {
    let checks: Vec<_> = table.texts("checks").iter().map(|text| DataCheck::read(text)).collect();
    if checks.is_empty() {
        table.missing("checks", "查哪几项:name、phone、sex、born、place、id_number、id_match 或栏目名");
    }
    Quality {
        anchor: table.has("matter").then(|| read_anchor(table)),
        checks,
        within: required_span(table, "within"),
        population: read_optional(table),
    }
}
