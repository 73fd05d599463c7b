//! What is said beside a field while somebody types: plain sentences, none of which forbids.

use crate::OfficeError;
use crate::office::Office;
use crate::wire::{CheckNote, ClientChecks, ClientEdit};
use crate::worklist::client_brief;
use chrono::{Datelike, NaiveDate};
use huifang_core::calendar::{Now, lunar_label};
use huifang_core::domain::{Client, ClientId, Sex};
use huifang_intake::{IdNumber, normal_id_number, read_id_number, read_phones, read_room};

/// More clients than these are not named beside a field.
const MOST_NAMED: usize = 3;

/// Among so many that a search finds first.
const MOST_LOOKED_AT: usize = 20;

/// People older than this are rather wrongly written down.
pub(super) const OLDEST: i32 = 120;

impl Office {
    /// What the checks say of a form as it stands.
    ///
    /// # Errors
    /// The store's.
    pub fn check_client(&self, edit: &ClientEdit, now: Now) -> Result<ClientChecks, OfficeError> {
        let mut notes = Vec::new();
        let id = edit.client.as_deref().map(ClientId::from);
        let number = normal_id_number(&edit.id_number);
        let says = read_id_number(&number);
        let born = edit.born.trim().parse::<NaiveDate>().ok();
        id_notes(edit, &number, says, born, &mut notes);
        day_notes(edit, born, now.today, &mut notes);
        self.others_notes(edit, &number, id.as_ref(), now, &mut notes)?;
        let by_id = match says {
            IdNumber::Citizen { born, sex } => Some((born, sex)),
            IdNumber::Wrong | IdNumber::Other => None,
        };
        let known = born.or(by_id.map(|(born, _)| born));
        Ok(ClientChecks {
            notes,
            born: by_id.map(|(born, _)| born.to_string()),
            sex: by_id.map(|(_, sex)| sex.code().to_owned()),
            lunar: known.and_then(lunar_label),
            age: known.and_then(|born| now.today.years_since(born)),
        })
    }

    /// Other clients with the same number, telephone, account or room.
    fn others_notes(
        &self,
        edit: &ClientEdit,
        number: &str,
        id: Option<&ClientId>,
        now: Now,
        notes: &mut Vec<CheckNote>,
    ) -> Result<(), OfficeError> {
        let mut note = |field: String, what: &str, others: Vec<Client>| {
            for other in others.iter().filter(|other| Some(&other.id) != id).take(MOST_NAMED) {
                let place = other.place.as_ref().map(|place| format!("({place})")).unwrap_or_default();
                let text = format!("{what}已有:{}{place}", other.name);
                notes.push(CheckNote { field: field.clone(), text, client: Some(client_brief(other, now.today)) });
            }
        };
        let find = |words: &str, holds: &dyn Fn(&Client) -> bool| -> Result<Vec<Client>, OfficeError> {
            let found = self.store.read().find_clients(words, MOST_LOOKED_AT)?.hits.into_iter();
            Ok(found.map(|(client, _)| client).filter(|client| holds(client)).collect())
        };
        let no = edit.no.trim();
        if !no.is_empty() {
            note("no".to_owned(), "此编号", find(no, &|c| c.no.as_deref() == Some(no))?);
        }
        if number.len() >= 15 {
            note("id_number".to_owned(), "此身份证号", self.store.read().clients_with_id_number(number)?);
        }
        for (at, contact) in edit.contacts.iter().enumerate() {
            let phones = read_phones(&contact.phones);
            for phone in &phones.numbers {
                let has = |c: &Client| c.contacts.iter().any(|contact| contact.phones.contains(phone));
                note(format!("contact.{at}"), "此电话", find(phone, &has)?);
            }
        }
        if let Some(room) = read_room(&edit.place).filter(|_| edit.client.is_none()) {
            note("place".to_owned(), "此房号", self.store.read().clients_at(&room.label)?);
        }
        for (at, contact) in edit.contacts.iter().enumerate() {
            if read_phones(&contact.phones).invalid {
                let text = "这里有看不懂的号码,请核对位数。先存着也可以,会列入“疑似有误”".to_owned();
                notes.push(CheckNote { field: format!("contact.{at}"), text, client: None });
            }
        }
        Ok(())
    }
}

fn id_notes(edit: &ClientEdit, number: &str, says: IdNumber, born: Option<NaiveDate>, notes: &mut Vec<CheckNote>) {
    let mut note = |field: &str, text: String| notes.push(CheckNote { field: field.to_owned(), text, client: None });
    match says {
        IdNumber::Wrong => note("id_number", wrong_number(number).to_owned()),
        IdNumber::Citizen { born: by_id, sex: sex_by_id } => {
            if let Some(born) = born.filter(|born| *born != by_id) {
                note("born", format!("与身份证不符:身份证上是 {by_id},这里是 {born}"));
            }
            if Sex::parse(&edit.sex).is_some_and(|sex| sex != sex_by_id) {
                let word = if sex_by_id == Sex::Male { "男" } else { "女" };
                note("sex", format!("与身份证不符:身份证上是{word}"));
            }
        }
        IdNumber::Other => {}
    }
}

/// What is wrong with a citizen's number, so that somebody knows where to look.
pub(super) fn wrong_number(number: &str) -> &'static str {
    match number.len() {
        18 if NaiveDate::parse_from_str(number.get(6..14).unwrap_or_default(), "%Y%m%d").is_err() => {
            "身份证号里的生日不是一个日期,请核对第 7 至 14 位"
        }
        18 => "身份证校验位不对,请核对最后一位",
        15 => "身份证号里的生日不是一个日期,请核对第 7 至 12 位",
        _ => "身份证号应是 18 位,请核对位数",
    }
}

fn day_notes(edit: &ClientEdit, born: Option<NaiveDate>, today: NaiveDate, notes: &mut Vec<CheckNote>) {
    let mut note = |field: &str, text: &str| {
        notes.push(CheckNote { field: field.to_owned(), text: text.to_owned(), client: None });
    };
    if born.is_some_and(|born| born > today) {
        note("born", "出生日期还没到,请核对");
    }
    if born.is_some_and(|born| born.year() < today.year() - OLDEST) {
        note("born", "出生日期太早,请核对年份");
    }
    let since = edit.since.trim().parse::<NaiveDate>().ok();
    if since.is_some_and(|since| since > today) {
        note("since", "建档日期还没到,请核对");
    }
    if since.zip(born).is_some_and(|(since, born)| since < born) {
        note("since", "建档日期早于出生日期,请核对");
    }
}
