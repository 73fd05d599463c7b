//! What a row says about a client, and laying it over what the office has.

use crate::code::Code;
use crate::field::{Field, ListKind};
use crate::id_card::{IdNumber, normal_id_number, read_id_number};
use crate::line::{Line, Noted};
use crate::place::{Room, read_room};
use chrono::NaiveDate;
use huifang_core::domain::{ClassSpan, Client, ClientId, Contact, FieldValue, Sex, StaffRef};
use std::collections::{BTreeMap, BTreeSet};

/// The class of clients whom a property list marks for special care.
pub const SPECIAL_CARE_CLASS: &str = "特殊关怀";

/// What a list calls a contact of whom it says no relation.
pub const UNNAMED_RELATION: &str = "联系人";

/// A client as one row gives it; what is empty says nothing.
#[derive(Debug, Default)]
pub(crate) struct ClientDraft {
    pub name: Option<String>,
    pub no: Option<String>,
    /// Whether the number is only that of a stay: a patient known under another one is the same patient.
    borrowed_no: bool,
    pub id_number: Option<String>,
    pub room: Option<Room>,
    pub phones: Vec<String>,
    sex: Option<Sex>,
    born: Option<NaiveDate>,
    wechat: Option<String>,
    kin: Option<Contact>,
    since: Option<NaiveDate>,
    assignee: Option<StaffRef>,
    classes: Vec<String>,
    fields: BTreeMap<String, FieldValue>,
}

impl ClientDraft {
    /// Reads who the row is about. In a list of matters everything else is about the matter.
    pub fn read(line: &Line<'_>) -> Self {
        let kind = &line.header.kind;
        let mut draft = Self {
            name: line.name(&Field::Name),
            no: line.number(&Field::ClientNo),
            id_number: read_id(line),
            room: line.room(),
            phones: line.phones(&Field::Phone),
            sex: read_sex(line),
            born: line.moment(&Field::Born).map(|moment| moment.day),
            wechat: line.number(&Field::Wechat),
            ..Self::default()
        };
        draft.check_id_number(line);
        if kind.makes_clients() {
            draft.kin = read_kin(line);
            // In a discharge list the number of the stay is what the patient is filed by.
            draft.borrowed_no = draft.no.is_none();
            draft.no = draft.no.or_else(|| line.number(&Field::MatterNo));
        }
        if *kind == ListKind::Clients {
            draft.read_archive(line);
        }
        draft
    }

    fn read_archive(&mut self, line: &Line<'_>) {
        let handed_over = || line.moment(&Field::Milestone("handed_over".to_owned()));
        self.since = line.moment(&Field::Since).or_else(handed_over).map(|moment| moment.day);
        self.assignee = line.name(&Field::Assignee).map(StaffRef);
        self.fields = line.fields();
        self.classes.extend(line.number(&Field::Class));
        if self.fields.contains_key("special_care") {
            self.classes.push(SPECIAL_CARE_CLASS.to_owned());
        }
    }

    fn check_id_number(&mut self, line: &Line<'_>) {
        let (Some(number), Some((column, _))) = (&self.id_number, line.cell(&Field::IdNumber)) else { return };
        match read_id_number(number) {
            IdNumber::Other => {}
            IdNumber::Wrong => line.warn(column, Code::IdChecksum, number.clone()),
            IdNumber::Citizen { born, sex } => {
                if self.sex.is_some_and(|written| written != sex) {
                    let written = line.text(&Field::Sex).unwrap_or_default();
                    line.warn(column, Code::IdSexMismatch, format!("{written} {number}"));
                }
                if let Some(written) = self.born.filter(|written| *written != born) {
                    line.warn(column, Code::IdBirthMismatch, format!("{written} {number}"));
                }
            }
        }
    }

    /// Whether the row says anything about who the client is.
    pub fn is_anonymous(&self) -> bool {
        self.name.is_none() && self.room.is_none() && self.no.is_none() && self.id_number.is_none()
    }

    /// Who the row is about, in the words of the row.
    pub fn found(&self) -> String {
        let room = self.room.as_ref().map(|room| &room.label);
        let parts = self.no.iter().chain(room).chain(&self.name).chain(self.phones.first());
        parts.map(String::as_str).collect::<Vec<_>>().join(" ")
    }

    /// Whether the client cannot be the one whom the row means, although something else of them agrees.
    pub fn contradicts(&self, client: &Client) -> bool {
        let differ =
            |mine: Option<&str>, theirs: Option<&str>| mine.zip(theirs).is_some_and(|(mine, theirs)| mine != theirs);
        let theirs = client.place.as_deref().and_then(read_room);
        differ(self.no.as_deref().filter(|_| !self.borrowed_no), client.no.as_deref())
            || differ(self.id_number.as_deref(), client.id_number.as_deref())
            || self.room.as_ref().zip(theirs).is_some_and(|(mine, theirs)| mine.key != theirs.key)
    }

    /// Whether the name is the client's, or one of them is not known.
    pub fn same_name(&self, client: &Client) -> bool {
        self.name.as_ref().is_none_or(|name| *name == client.name)
    }

    /// Whether one of the row's telephones is the client's own.
    pub fn shares_phone(&self, client: &Client) -> bool {
        client.own_phones().any(|own| self.phones.iter().any(|phone| phone == own))
    }

    /// The client with the row's values laid over the old ones. Empty cells erase nothing; fields that a person corrected stay.
    pub fn lay_over(
        &self,
        old: Option<&Client>,
        id: &ClientId,
        held: Option<&BTreeSet<String>>,
        noted: &Noted<'_>,
    ) -> Client {
        let mut client = old.cloned().unwrap_or_else(|| Client::new(id.clone(), ""));
        let free = |name: &str| held.is_none_or(|held| !held.contains(name));
        lay(&mut client.name, self.name.clone(), free("name"));
        let numbered = client.no.is_some() && self.borrowed_no;
        lay(&mut client.no, self.no.clone().map(Some), free("no") && !numbered);
        lay(&mut client.id_number, self.id_number.clone().map(Some), free("id_number"));
        lay(&mut client.sex, self.sex.map(Some), free("sex"));
        lay(&mut client.born, self.born.map(Some), free("born"));
        lay(&mut client.since, self.since.map(Some), free("since"));
        lay(&mut client.assignee, self.assignee.clone().map(Some), free("assignee"));
        if let Some(room) = self.room.as_ref().filter(|_| free("place")) {
            let known = client.place.as_deref().and_then(read_room);
            if known.is_none_or(|known| known.key != room.key) {
                client.place = Some(room.label.clone());
            }
        }
        self.lay_contacts(&mut client, &free);
        for class in self.classes.iter().filter(|_| free("classes")) {
            if !client.classes.iter().any(|span| span.class == *class) {
                client.classes.push(ClassSpan::always(class.clone()));
            }
        }
        lay_fields(&mut client.fields, &self.fields, noted, &free);
        client
    }

    fn lay_contacts(&self, client: &mut Client, free: &dyn Fn(&str) -> bool) {
        let (phones, wechat) = (!self.phones.is_empty() && free("phones"), self.wechat.is_some() && free("wechat"));
        if phones || wechat {
            let own = client.contacts.iter().position(|contact| contact.relation.is_none()).unwrap_or_else(|| {
                client.contacts.insert(0, Contact::default());
                0
            });
            lay(&mut client.contacts[own].phones, Some(self.phones.clone()), phones);
            lay(&mut client.contacts[own].wechat, Some(self.wechat.clone()), wechat);
        }
        let Some(kin) = self.kin.as_ref().filter(|_| free("contacts")) else { return };
        let known = client.contacts.iter_mut().find(|contact| contact.relation.is_some() && contact.name == kin.name);
        match known {
            Some(known) => lay(&mut known.phones, Some(kin.phones.clone()), !kin.phones.is_empty()),
            None => client.contacts.push(kin.clone()),
        }
    }
}

/// Sets a value that the row gives, if no person has.
pub(crate) fn lay<T>(old: &mut T, new: Option<T>, free: bool) {
    if let Some(new) = new.filter(|_| free) {
        *old = new;
    }
}

/// Lays fields over fields; what could not be understood is kept under its title until it is.
pub(crate) fn lay_fields(
    old: &mut BTreeMap<String, FieldValue>,
    new: &BTreeMap<String, FieldValue>,
    noted: &Noted<'_>,
    free: &dyn Fn(&str) -> bool,
) {
    for title in noted.understood.iter().filter(|title| free(title) && !noted.kept.contains_key(**title)) {
        old.remove(*title);
    }
    for (key, value) in new.iter().chain(&noted.kept).filter(|(key, _)| free(key)) {
        old.insert(key.clone(), value.clone());
    }
}

fn read_sex(line: &Line<'_>) -> Option<Sex> {
    let (column, cell) = line.cell(&Field::Sex)?;
    let sex = match cell.text().as_str() {
        "男" | "男性" | "M" | "m" | "先生" => Some(Sex::Male),
        "女" | "女性" | "F" | "f" | "女士" => Some(Sex::Female),
        _ => None,
    };
    match sex {
        Some(_) => line.understood(column),
        None => line.keep(column, cell),
    }
    sex
}

/// A text without a digit (不详) is no number: it is kept as it was written.
fn read_id(line: &Line<'_>) -> Option<String> {
    let (column, cell) = line.cell(&Field::IdNumber)?;
    let number = normal_id_number(&cell.text());
    if number.bytes().any(|b| b.is_ascii_digit()) {
        line.understood(column);
        return Some(number);
    }
    line.keep(column, cell);
    None
}

fn read_kin(line: &Line<'_>) -> Option<Contact> {
    let (name, phones) = (line.name(&Field::ContactName), line.phones(&Field::ContactPhone));
    if name.is_none() && phones.is_empty() {
        return None;
    }
    let relation = line.name(&Field::ContactRelation).unwrap_or_else(|| UNNAMED_RELATION.to_owned());
    Some(Contact { relation: Some(relation), name, phones, ..Contact::default() })
}
