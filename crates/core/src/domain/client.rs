//! Clients: the one super-term for patients, owners, households, members, companies.

use super::{Channel, ClientId, FieldValue, StaffRef};
use crate::codes::code_enum;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

code_enum!(
    /// Sex as written in the archive.
    Sex {
        /// Male.
        Male = "male",
        /// Female.
        Female = "female",
    }
);

/// A person, household or company that is followed up.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Client {
    /// Stable identifier.
    pub id: ClientId,
    /// Name as written, without surrounding or inner blanks.
    pub name: String,
    /// Record number (病历号, 会员号, 住院号 …).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no: Option<String>,
    /// Identity card number as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id_number: Option<String>,
    /// Sex, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sex: Option<Sex>,
    /// Date of birth, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub born: Option<NaiveDate>,
    /// Label of the place where the client lives now, such as `9栋1单元1501`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Ways to reach the client; the first is the client's own, the others are kin or colleagues.
    #[serde(default)]
    pub contacts: Vec<Contact>,
    /// First day as a client (首诊, 入伙, 入会).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<NaiveDate>,
    /// The person of staff to whom the client belongs (责任咨询员, 客户经理).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assignee: Option<StaffRef>,
    /// Classes with the span in which each held.
    #[serde(default, deserialize_with = "class_spans")]
    pub classes: Vec<ClassSpan>,
    /// Which clients are one household: those with the same word here are rung up together. `None`: on his own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub household: Option<String>,
    /// How the client wishes to be contacted.
    #[serde(default, skip_serializing_if = "ContactWish::is_empty")]
    pub wish: ContactWish,
    /// Fields of the sector and of the office, by code or, where none is known, by the column's own title.
    #[serde(default)]
    pub fields: BTreeMap<String, FieldValue>,
}

impl Client {
    /// A client of whom nothing but the name is known.
    pub fn new(id: impl Into<ClientId>, name: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            name: name.into(),
            no: None,
            id_number: None,
            sex: None,
            born: None,
            place: None,
            contacts: Vec::new(),
            since: None,
            assignee: None,
            classes: Vec::new(),
            household: None,
            wish: ContactWish::default(),
            fields: BTreeMap::new(),
        }
    }

    /// The client's own telephone numbers, normalised to digits (a contact without a relation is the client).
    pub fn own_phones(&self) -> impl Iterator<Item = &str> {
        self.contacts.iter().filter(|c| c.relation.is_none()).flat_map(|c| c.phones.iter().map(String::as_str))
    }

    /// Those who may be rung up.
    pub fn callable(&self) -> impl Iterator<Item = &Contact> {
        self.contacts.iter().filter(|contact| !contact.do_not_contact)
    }

    /// Whether the client is in the class on that day.
    pub fn in_class(&self, class: &str, day: NaiveDate) -> bool {
        self.classes.iter().any(|span| span.class == class && span.holds_on(day))
    }
}

/// Someone who can be rung up about a client.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Contact {
    /// `None`: the client in person. Otherwise what he is to the client, or 联系人 where the list does not say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub relation: Option<String>,
    /// Name, where it is not the client's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Telephone numbers as digits, best first; what could not be understood is not here but in the client's fields.
    pub phones: Vec<String>,
    /// WeChat account.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wechat: Option<String>,
    /// Not to be rung up: the numbers stay in the archive, and are not offered for a call.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub do_not_contact: bool,
}

/// A text with fewer digits is no number that can be rung.
const FEWEST_DIGITS: usize = 7;

/// Whether there is a number by which the client could be rung up or written to, his own or another's.
pub fn has_number(contacts: &[Contact]) -> bool {
    let digits = |phone: &String| phone.chars().filter(char::is_ascii_digit).count();
    contacts.iter().flat_map(|contact| &contact.phones).any(|phone| digits(phone) >= FEWEST_DIGITS)
}

/// How a client wishes to be contacted. It says when and how to ring, never when a task is due.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ContactWish {
    /// Hours that suit him, in local time; empty: the office's own hours (回访时段).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub hours: Vec<HourSpan>,
    /// The channel that he prefers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channel: Option<Channel>,
    /// What to heed: hard of hearing, dialect, a guide who interprets.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
}

impl ContactWish {
    /// Whether he wishes nothing in particular.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Hours of a day in local time, as minutes since midnight; the end is not in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct HourSpan {
    /// First minute, 0–1439.
    pub from: u16,
    /// The minute after the last, 1–1440.
    pub to: u16,
}

/// Membership of a class, from a day to a day, both inclusive; an open end has no bound.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClassSpan {
    /// The class's code or, for classes of the office's own, its name.
    pub class: String,
    /// First day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// Last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<NaiveDate>,
}

impl ClassSpan {
    /// Membership without bounds.
    pub fn always(class: impl Into<String>) -> Self {
        Self { class: class.into(), from: None, to: None }
    }

    /// Whether the span contains the day.
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

/// Facts files may write a class as its bare code.
fn class_spans<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Vec<ClassSpan>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Either {
        Code(String),
        Span(ClassSpan),
    }
    let items = Vec::<Either>::deserialize(deserializer)?;
    Ok(items
        .into_iter()
        .map(|item| match item {
            Either::Code(class) => ClassSpan::always(class),
            Either::Span(span) => span,
        })
        .collect())
}
