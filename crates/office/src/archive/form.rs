//! The form of a client: what is known, and what it may be filled in with; and the office's own fields.

use super::edit::PHONE_TO_CHECK;
use super::facets::hours_text;
use crate::OfficeError;
use crate::office::Office;
use crate::wire::{Changed, ClientEdit, ClientFieldBrief, ClientForm, ContactEdit, OwnFields, WishEdit};
use chrono::NaiveDate;
use huifang_core::calendar::Now;
use huifang_core::domain::{Client, ClientId, FieldValue, Staff, short_hash};
use huifang_core::policy::{Vocabulary, client_fields};
use huifang_store::{ClientField, FieldKind};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};

/// What an archive of the sector has room for, whether a policy reads it or not.
fn of_sector(sector: &str) -> &'static [&'static str] {
    match sector {
        "property" => &["area", "special_care", "remark"],
        "dental" | "hospital" | "clinic" | "medical" => &["allergy", "first_doctor", "source", "remark"],
        _ => &["source", "remark"],
    }
}

/// What a client may be to another, as offices write it.
const RELATIONS: &[&str] = &["配偶", "父亲", "母亲", "儿子", "女儿", "亲属", "监护人", "同事", "租客", "联系人"];

impl Office {
    /// The form of a client, or an empty one.
    ///
    /// # Errors
    /// `not_found`.
    pub fn client_form(&self, id: Option<&ClientId>, now: Now) -> Result<ClientForm, OfficeError> {
        let client = id.map(|id| self.client_meant(id)).transpose()?;
        let staff = self.store.read().staff_all()?;
        let held = match &client {
            Some(client) => self.store.read().held_fields(&client.id)?,
            None => BTreeSet::new(),
        };
        let fields = self.form_fields(client.as_ref())?;
        let edit = match &client {
            Some(client) => edit_of(client, &fields, &staff, now.today),
            None => ClientEdit { since: now.today.to_string(), ..nobody(&fields) },
        };
        Ok(ClientForm {
            edit,
            fields,
            classes: self.classes_by_hand()?,
            relations: RELATIONS.iter().map(|r| (*r).to_owned()).collect(),
            held: held.into_iter().collect(),
        })
    }

    /// Fields of the sector, those that the policies read, those of the office, and what else the client has.
    fn form_fields(&self, client: Option<&Client>) -> Result<Vec<ClientFieldBrief>, OfficeError> {
        let own = self.store.read().client_fields()?;
        let mut fields: Vec<ClientFieldBrief> = Vec::new();
        let mut read: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for pack in self.packs() {
            read.extend(of_sector(&pack.sector).iter().map(|code| ((*code).to_owned(), Vec::new())));
        }
        for (code, choices) in self.packs().flat_map(client_fields) {
            read.entry(code).or_default().extend(choices);
        }
        let words = Vocabulary::shipped();
        for (code, mut choices) in read {
            choices.sort_unstable();
            choices.dedup();
            let label = words.name("field", &code).to_owned();
            let kind = if choices.is_empty() { FieldKind::Text } else { FieldKind::Choice };
            fields.push(ClientFieldBrief { code, label, kind: kind.code().to_owned(), choices, own: false });
        }
        fields.retain(|field| !own.iter().any(|mine| mine.code == field.code));
        // What is said last in every form stands last.
        fields.sort_by_key(|field| field.code == "remark");
        fields.extend(own.iter().map(brief));
        let others = client.into_iter().flat_map(|client| client.fields.keys());
        for code in others.filter(|code| *code != PHONE_TO_CHECK) {
            if !fields.iter().any(|field| &field.code == code) {
                let label = words.name("field", code).to_owned();
                let kind = FieldKind::Text.code().to_owned();
                fields.push(ClientFieldBrief { code: code.clone(), label, kind, choices: Vec::new(), own: false });
            }
        }
        Ok(fields)
    }

    /// Classes in use and those of the policies that are not computed.
    fn classes_by_hand(&self) -> Result<Vec<String>, OfficeError> {
        let mut classes: BTreeSet<String> = self.store.read().class_names()?.into_iter().collect();
        let parts = || self.packs().flat_map(|pack| &pack.classes);
        classes.extend(parts().filter(|part| part.when.is_none()).map(|part| part.id.clone()));
        for computed in parts().filter(|part| part.when.is_some()) {
            classes.remove(&computed.id);
        }
        Ok(classes.into_iter().collect())
    }

    /// Labels of the office's own fields.
    pub(crate) fn field_labels(&self) -> Result<BTreeMap<String, String>, OfficeError> {
        Ok(self.store.read().client_fields()?.into_iter().map(|field| (field.code, field.label)).collect())
    }

    /// The office's own fields.
    ///
    /// # Errors
    /// The store's.
    pub fn own_fields(&self) -> Result<OwnFields, OfficeError> {
        Ok(OwnFields { fields: self.store.read().client_fields()?.iter().map(brief).collect() })
    }

    /// Sets the office's own fields. A field that is gone is no longer asked for; what clients have in it stays.
    ///
    /// # Errors
    /// `field_label_missing`, `field_label_twice`, `field_choices_missing`.
    pub fn save_own_fields(&mut self, wish: &OwnFields, now: Now) -> Result<Changed, OfficeError> {
        let fields = wish.fields.iter().map(read_field).collect::<Result<Vec<_>, _>>()?;
        let labels: BTreeSet<_> = fields.iter().map(|field| &field.label).collect();
        if labels.len() < fields.len() {
            return Err(OfficeError::invalid("field_label_twice", "有两个栏目同名,请改一个名字"));
        }
        let detail = json!({ "fields": fields.iter().map(|field| &field.label).collect::<Vec<_>>() });
        self.write("client_fields", now, detail, |tx, _| Ok(tx.put_client_fields(&fields)?))?;
        let changed = ["client", "office"].map(str::to_owned).to_vec();
        Ok(Changed { changed, line: format!("已保存 {} 个自设栏目", fields.len()) })
    }
}

fn brief(field: &ClientField) -> ClientFieldBrief {
    ClientFieldBrief {
        code: field.code.clone(),
        label: field.label.clone(),
        kind: field.kind.code().to_owned(),
        choices: field.choices.clone(),
        own: true,
    }
}

fn read_field(wish: &ClientFieldBrief) -> Result<ClientField, OfficeError> {
    let label = wish.label.trim().to_owned();
    if label.is_empty() {
        return Err(OfficeError::invalid("field_label_missing", "每个栏目都要有名称"));
    }
    let kind = FieldKind::parse(&wish.kind).unwrap_or(FieldKind::Text);
    let mut choices: Vec<String> = wish.choices.iter().map(|c| c.trim().to_owned()).filter(|c| !c.is_empty()).collect();
    if kind == FieldKind::Choice && choices.is_empty() {
        return Err(OfficeError::invalid("field_choices_missing", format!("“{label}”是选项,请写出可选的内容")));
    }
    if kind != FieldKind::Choice {
        choices.clear();
    }
    let code = match wish.code.trim() {
        "" => format!("own_{}", &short_hash(&["client_field", &label])[..8]),
        code => code.to_owned(),
    };
    Ok(ClientField { code, label, kind, choices })
}

fn nobody(fields: &[ClientFieldBrief]) -> ClientEdit {
    ClientEdit {
        client: None,
        name: String::new(),
        no: String::new(),
        id_number: String::new(),
        sex: String::new(),
        born: String::new(),
        place: String::new(),
        since: String::new(),
        assignee: String::new(),
        contacts: vec![ContactEdit {
            relation: String::new(),
            name: String::new(),
            phones: String::new(),
            wechat: String::new(),
            do_not_contact: false,
        }],
        classes: Vec::new(),
        wish: WishEdit { hours: String::new(), channel: String::new(), note: String::new() },
        fields: fields.iter().map(|field| (field.code.clone(), String::new())).collect(),
        reason: String::new(),
    }
}

fn edit_of(client: &Client, fields: &[ClientFieldBrief], staff: &[Staff], today: NaiveDate) -> ClientEdit {
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let empty = nobody(fields);
    let assignee = client.assignee.as_ref().map(|a| a.find(staff).map_or_else(|| a.0.clone(), |s| s.id.0.clone()));
    let has_own = client.contacts.iter().any(|contact| contact.relation.is_none());
    let blank = empty.contacts.iter().filter(|_| !has_own).cloned();
    let unclear = client.fields.get(PHONE_TO_CHECK).map(FieldValue::text).unwrap_or_default();
    let mut contacts: Vec<_> = blank.chain(client.contacts.iter().map(contact_edit)).collect();
    if let Some(own) = contacts.first_mut().filter(|_| !unclear.is_empty()) {
        own.phones = [own.phones.clone(), unclear].join(" ").trim().to_owned();
    }
    ClientEdit {
        client: Some(client.id.to_string()),
        name: client.name.clone(),
        no: text(&client.no),
        id_number: text(&client.id_number),
        sex: client.sex.map_or("", |sex| sex.code()).to_owned(),
        born: day(client.born),
        place: text(&client.place),
        since: day(client.since),
        assignee: assignee.unwrap_or_default(),
        contacts,
        classes: client.classes.iter().filter(|c| c.holds_on(today)).map(|c| c.class.clone()).collect(),
        wish: WishEdit {
            hours: hours_text(&client.wish.hours),
            channel: client.wish.channel.map_or("", |channel| channel.code()).to_owned(),
            note: client.wish.note.clone(),
        },
        fields: fields
            .iter()
            .map(|field| (field.code.clone(), client.fields.get(&field.code).map(FieldValue::text).unwrap_or_default()))
            .collect(),
        reason: String::new(),
    }
}

fn contact_edit(contact: &huifang_core::domain::Contact) -> ContactEdit {
    ContactEdit {
        relation: contact.relation.clone().unwrap_or_default(),
        name: contact.name.clone().unwrap_or_default(),
        phones: contact.phones.join("、"),
        wechat: contact.wechat.clone().unwrap_or_default(),
        do_not_contact: contact.do_not_contact,
    }
}
