//! A client filled in or corrected by a person. What he corrected is held: no import overwrites it.

use super::facets::Words;
use crate::OfficeError;
use crate::office::Office;
use crate::wire::{ClientEdit, ClientSaved, ContactEdit, WishEdit};
use chrono::NaiveDate;
use huifang_core::calendar::Now;
use huifang_core::domain::{
    Channel, ClassSpan, Client, ClientId, Contact, ContactWish, FieldValue, HourSpan, Sex, StaffRef, short_hash,
};
use huifang_core::engine::Edit;
use huifang_intake::{normal_id_number, read_phones, read_room};
use huifang_store::{ClientField, FieldKind};
use serde_json::json;
use std::collections::BTreeMap;

/// The field in which a telephone number waits that could not be understood.
pub(super) const PHONE_TO_CHECK: &str = "电话(待核对)";

impl Office {
    /// Writes a client: a new one, or what a person changed about one. Nothing but a missing name and what is no day, no
    /// hour or no number is refused.
    ///
    /// # Errors
    /// `client_name_missing`, `bad_day`, `bad_hours`, `bad_number`, `not_found`.
    pub fn save_client(&mut self, edit: &ClientEdit, now: Now) -> Result<ClientSaved, OfficeError> {
        let old = edit.client.as_deref().map(|id| self.client_meant(&ClientId::from(id))).transpose()?;
        let own = self.store.read().client_fields()?;
        let id = match &old {
            Some(old) => old.id.clone(),
            None => self.new_client_id(&edit.name, now)?,
        };
        let client = read_edit(edit, old.as_ref(), id.clone(), &own, now.today)?;
        let labels = self.field_labels()?;
        let staff = self.store.read().staff_all()?;
        let words = Words { labels: &labels, staff: &staff, today: now.today };
        let nobody = Client::new(id.clone(), "");
        let differences = words.differences(old.as_ref().unwrap_or(&nobody), &client);
        if old.as_ref() == Some(&client) {
            return Ok(ClientSaved { client: id.to_string(), changed: Vec::new(), line: "没有改动".to_owned() });
        }
        let mut held = match &old {
            Some(_) => self.store.read().held_fields(&id)?,
            None => Default::default(),
        };
        held.extend(differences.iter().map(|(_, is)| is.code.clone()));
        let changes: Vec<_> =
            differences.iter().map(|(was, is)| json!({ "label": is.label, "from": was.text, "to": is.text })).collect();
        let detail = json!({ "client": id.as_str(), "changes": changes, "reason": edit.reason.trim() });
        let name = if old.is_some() { "edit_client" } else { "new_client" };
        self.write(name, now, detail, |tx, rules| {
            tx.put_client(&client)?;
            tx.hold_fields(&id, &held)?;
            rules.replan(tx, now, &[Edit::Client(old.as_ref(), Some(&client))])?;
            Ok(())
        })?;
        let line = if old.is_some() { "已保存" } else { "已建档" };
        let changed = ["client", "task", "class"].map(str::to_owned).to_vec();
        Ok(ClientSaved { client: id.to_string(), changed, line: format!("{line}:{}", client.name) })
    }

    fn new_client_id(&self, name: &str, now: Now) -> Result<ClientId, OfficeError> {
        let stamp = format!("{}/{}", now.instant_ms, self.store.read().audit_head()?.0);
        Ok(ClientId(short_hash(&["client", "by hand", &stamp, name])))
    }
}

/// The client of a form. What the form does not show stays as it was.
pub(super) fn read_edit(
    edit: &ClientEdit,
    old: Option<&Client>,
    id: ClientId,
    own: &[ClientField],
    today: NaiveDate,
) -> Result<Client, OfficeError> {
    let name: String = edit.name.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() {
        return Err(OfficeError::invalid(
            "client_name_missing",
            "请填写姓名。不知道姓名时,可以写“3栋1201住户”这样的称呼",
        ));
    }
    let mut client = old.cloned().unwrap_or_else(|| Client::new(id, ""));
    client.name = name;
    client.no = text(&edit.no);
    client.id_number = text(&edit.id_number).map(|number| normal_id_number(&number));
    client.sex = Sex::parse(&edit.sex);
    client.born = day(&edit.born)?;
    client.place = text(&edit.place).map(|place| kept_spelling(&place, old));
    client.since = day(&edit.since)?;
    client.assignee = text(&edit.assignee).map(StaffRef);
    client.wish = read_wish(&edit.wish)?;
    let (contacts, unclear) = read_contacts(&edit.contacts);
    client.contacts = contacts;
    lay_classes(&mut client, &edit.classes, today);
    lay_fields(&mut client.fields, &edit.fields, own)?;
    if unclear.is_empty() {
        client.fields.remove(PHONE_TO_CHECK);
    } else {
        client.fields.insert(PHONE_TO_CHECK.to_owned(), FieldValue::Text(unclear.join("、")));
    }
    Ok(client)
}

fn text(written: &str) -> Option<String> {
    let written = written.trim();
    (!written.is_empty()).then(|| written.to_owned())
}

fn day(written: &str) -> Result<Option<NaiveDate>, OfficeError> {
    let read = |text: String| {
        text.parse()
            .map_err(|_| OfficeError::invalid("bad_day", format!("日期看不懂:{text}。请写成 2026-09-30 的样子")))
    };
    text(written).map(read).transpose()
}

/// A room that is the same room in another spelling does not move anybody.
fn kept_spelling(place: &str, old: Option<&Client>) -> String {
    let key = |text: &str| read_room(text).map(|room| room.key);
    let known = old.and_then(|client| client.place.as_deref());
    match known.filter(|known| key(known).is_some() && key(known) == key(place)) {
        Some(known) => known.to_owned(),
        None => read_room(place).map_or_else(|| place.to_owned(), |room| room.label),
    }
}

/// The contacts, and what of their telephones could not be understood.
fn read_contacts(edits: &[ContactEdit]) -> (Vec<Contact>, Vec<String>) {
    let mut unclear = Vec::new();
    let mut contacts = Vec::new();
    for edit in edits {
        let phones = read_phones(&edit.phones);
        if phones.invalid {
            unclear.push(edit.phones.trim().to_owned());
        }
        let contact = Contact {
            relation: text(&edit.relation),
            name: text(&edit.name),
            phones: phones.numbers,
            wechat: text(&edit.wechat),
            do_not_contact: edit.do_not_contact,
        };
        let says = contact.name.is_some() || !contact.phones.is_empty() || contact.wechat.is_some();
        if says {
            contacts.push(contact);
        }
    }
    // The client's own contact comes first, as everywhere.
    contacts.sort_by_key(|contact| contact.relation.is_some());
    (contacts, unclear)
}

fn read_wish(edit: &WishEdit) -> Result<ContactWish, OfficeError> {
    let hours = edit.hours.split(['、', ',', '\u{ff0c}', ';', '\u{ff1b}', ' ']).filter(|part| !part.trim().is_empty());
    let hours = hours.map(read_hours).collect::<Result<Vec<_>, _>>()?;
    Ok(ContactWish { hours, channel: Channel::parse(&edit.channel), note: edit.note.trim().to_owned() })
}

/// `14:00-17:00`, `14-17`, `9:30~11`.
fn read_hours(text: &str) -> Result<HourSpan, OfficeError> {
    let minute = |part: &str| -> Option<u16> {
        let (hour, minute) = part.trim().split_once([':', '\u{ff1a}']).unwrap_or((part.trim(), "0"));
        let minutes = hour.parse::<u16>().ok()?.checked_mul(60)?.checked_add(minute.parse::<u16>().ok()?)?;
        (minutes <= 1440).then_some(minutes)
    };
    let span = text.split_once(['-', '~', '—', '到', '至']).and_then(|(from, to)| {
        let (from, to) = (minute(from)?, minute(to)?);
        (from < to).then_some(HourSpan { from, to })
    });
    span.ok_or_else(|| OfficeError::invalid("bad_hours", format!("时段看不懂:{text}。请写成 14:00-17:00 的样子")))
}

/// Classes that are new hold from today on; those that are gone end yesterday.
fn lay_classes(client: &mut Client, wished: &[String], today: NaiveDate) {
    let gone: Vec<String> =
        client.classes.iter().filter(|span| span.holds_on(today)).map(|s| s.class.clone()).collect();
    for class in gone.iter().filter(|class| !wished.contains(class)) {
        crate::clients::end_class(client, class, today);
    }
    for class in wished.iter().map(|class| class.trim()).filter(|class| !class.is_empty()) {
        if !client.in_class(class, today) {
            client.classes.push(ClassSpan { class: class.to_owned(), from: Some(today), to: None });
        }
    }
}

/// Fields whose text is as it was keep their value, of whatever kind it is.
fn lay_fields(
    fields: &mut BTreeMap<String, FieldValue>,
    edits: &BTreeMap<String, String>,
    own: &[ClientField],
) -> Result<(), OfficeError> {
    for (code, written) in edits {
        let written = written.trim();
        if fields.get(code).map(FieldValue::text).unwrap_or_default() == written {
            continue;
        }
        if written.is_empty() {
            fields.remove(code);
            continue;
        }
        let field = own.iter().find(|field| &field.code == code);
        let value = match field.map(|field| field.kind) {
            Some(FieldKind::Number) => FieldValue::Number(number(written, field)?),
            Some(FieldKind::Date) => FieldValue::Date(day(written)?.unwrap_or_default()),
            _ => FieldValue::Text(written.to_owned()),
        };
        fields.insert(code.clone(), value);
    }
    Ok(())
}

fn number(written: &str, field: Option<&ClientField>) -> Result<f64, OfficeError> {
    let label = field.map_or("", |field| field.label.as_str());
    let read = written.parse::<f64>().ok().filter(|number| number.is_finite());
    read.ok_or_else(|| OfficeError::invalid("bad_number", format!("“{label}”要填数字,现在是:{written}")))
}
