//! Field values.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A value of a field that the office or a pack defined. Serialized as the plain JSON value; a text of the form
/// `YYYY-MM-DD` reads as a date.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum FieldValue {
    /// Yes or no.
    Bool(bool),
    /// A number.
    Number(f64),
    /// A civil date.
    Date(NaiveDate),
    /// Text, also a value that could not be understood and is kept as it was written.
    Text(String),
    /// Several texts.
    List(Vec<String>),
}

impl FieldValue {
    /// The value as a person would read it.
    pub fn text(&self) -> String {
        match self {
            Self::Bool(true) => "是".to_owned(),
            Self::Bool(false) => "否".to_owned(),
            Self::Number(n) => n.to_string(),
            Self::Date(d) => d.to_string(),
            Self::Text(t) => t.clone(),
            Self::List(items) => items.join("、"),
        }
    }

    /// The value as a day, where it is one.
    pub fn as_date(&self) -> Option<NaiveDate> {
        match self {
            Self::Date(day) => Some(*day),
            Self::Text(text) => text.trim().parse().ok(),
            _ => None,
        }
    }

    /// Whether the value says yes: `true`, a number other than 0, a non-empty text or list.
    pub fn truthy(&self) -> bool {
        match self {
            Self::Bool(b) => *b,
            Self::Number(n) => *n != 0.0,
            Self::Date(_) => true,
            Self::Text(t) => !t.is_empty(),
            Self::List(items) => !items.is_empty(),
        }
    }
}

impl From<&str> for FieldValue {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<bool> for FieldValue {
    fn from(b: bool) -> Self {
        Self::Bool(b)
    }
}
