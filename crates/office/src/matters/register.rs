//! Registering a matter: a client who is known, who calls for the first time, or nobody by name.

use super::kinds::{PROBLEM, severity};
use super::supposed::Supposed;
use super::values::{known_since, milestone_kind, moment, odd_days};
use crate::OfficeError;
use crate::office::Office;
use crate::wire::{MatterForesight, MatterWish, MatterWritten, MilestoneWish, NewClient};
use huifang_core::calendar::{Moment, Now};
use huifang_core::domain::{Client, ClientId, Contact, FieldValue, Matter, MatterId, Participant, short_hash};
use huifang_core::engine::Edit;
use huifang_core::policy::Vocabulary;
use huifang_intake::{normal_phone, read_room};
use serde_json::json;

/// The field that keeps the number from which somebody called, where it is not one of the client's.
const CALLER: &str = "来电号码";

/// A wish whose texts have become a matter.
struct Registration {
    matter: Matter,
    /// The client who is made with it.
    new_client: Option<Client>,
    warnings: Vec<String>,
}

impl Office {
    /// What registering would bring. A wish that is not complete yet is foreseen as far as it goes.
    ///
    /// # Errors
    /// `unknown_matter_kind`, `bad_day`, `bad_value`, `not_found`, or the store's.
    pub fn foresee_matter(&self, wish: &MatterWish, now: Now) -> Result<MatterForesight, OfficeError> {
        let read = match self.read_registration(wish, now) {
            Ok(read) => read,
            Err(error) if ["client_missing", "number_taken", "bad_phone"].contains(&error.code()) => {
                let no = self.next_number(&wish.kind, now.today)?;
                return Ok(MatterForesight { no, lines: Vec::new(), warnings: vec![error.sentence()] });
            }
            Err(error) => return Err(error),
        };
        let supposed = Supposed { was: None, is: Some(&read.matter), client: read.new_client.as_ref() };
        let lines = self.foreseen(&supposed, now)?;
        Ok(MatterForesight { no: read.matter.no.unwrap_or_default(), lines, warnings: read.warnings })
    }

    /// Registers a matter, with the client where he is new, and asks the policies what follows.
    ///
    /// # Errors
    /// `unknown_matter_kind`, `client_missing`, `bad_phone`, `number_taken`, `unknown_milestone`, `unknown_field`,
    /// `bad_value`, `bad_day`, `not_found`.
    pub fn register_matter(&mut self, wish: &MatterWish, now: Now) -> Result<MatterWritten, OfficeError> {
        let Registration { matter, new_client, .. } = self.read_registration(wish, now)?;
        let detail = json!({ "matter": &matter, "new_client": &new_client });
        let asked = self.write("register_matter", now, detail, |tx, rules| {
            if let Some(client) = &new_client {
                tx.put_client(client)?;
            }
            tx.put_matter(&matter)?;
            let client = new_client.iter().map(|client| Edit::Client(None, Some(client)));
            let edits: Vec<_> = client.chain([Edit::Matter(None, Some(&matter))]).collect();
            Ok(rules.replan(tx, now, &edits)?.new.len())
        })?;
        let no = matter.no.clone().unwrap_or_default();
        let tasks = if asked > 0 { format!(",生成 {asked} 件任务") } else { String::new() };
        let mut changed = vec!["matter".to_owned(), "task".to_owned()];
        changed.extend(new_client.is_some().then(|| "client".to_owned()));
        Ok(MatterWritten {
            matter: matter.id.to_string(),
            client: matter.participants.first().map(|p| p.client.to_string()),
            milestone: None,
            line: format!("已登记{} {no}{tasks}", self.kind_label(&matter.kind)),
            no: matter.no,
            changed,
        })
    }

    fn read_registration(&self, wish: &MatterWish, now: Now) -> Result<Registration, OfficeError> {
        let kind = wish.kind.as_str();
        if kind == PROBLEM || !Vocabulary::shipped().kinds.iter().any(|known| known == kind) {
            return Err(OfficeError::invalid("unknown_matter_kind", format!("没有这种事项:{kind}")));
        }
        let milestones = read_milestones(wish, now)?;
        let first_day = milestones.iter().map(|(_, on, _)| on.day).min().unwrap_or(now.today);
        let no = self.free_number(kind, &wish.no, first_day)?;
        let mut matter = Matter::new(self.new_id(kind, &no, now)?, kind);
        matter.no = Some(no);
        let new_client = self.take_part(&mut matter, wish, now)?;
        matter.severity = severity(wish.severity.as_deref())?;
        matter.department = wish.department.as_deref().map(str::trim).filter(|d| !d.is_empty()).map(str::to_owned);
        matter.handler = self.handler(wish.handler.as_deref());
        for (code, on, note) in milestones {
            matter.add_milestone(&code, on, known_since(on, now.today));
            if let Some(added) = matter.milestones.last_mut() {
                added.note = note;
            }
        }
        for (id, value) in &wish.fields {
            self.set_matter_field(&mut matter, id, value)?;
        }
        matter.parent = self.parent(wish.parent.as_deref())?;
        self.keep_caller(&mut matter, wish, new_client.as_ref())?;
        let warnings = odd_days(&matter, now.today);
        Ok(Registration { matter, new_client, warnings })
    }

    /// As an import makes it of the number, so that a list that brings it later means the same one.
    fn new_id(&self, kind: &str, no: &str, now: Now) -> Result<MatterId, OfficeError> {
        let id = MatterId(short_hash(&["matter", kind, no]));
        if self.store.read().matter_ever(&id)?.is_none() {
            return Ok(id);
        }
        let stamp = format!("{}/{}", now.instant_ms, self.store.read().audit_head()?.0);
        Ok(MatterId(short_hash(&["matter", kind, no, &stamp])))
    }

    fn parent(&self, id: Option<&str>) -> Result<Option<MatterId>, OfficeError> {
        let Some(id) = id.map(MatterId::from) else { return Ok(None) };
        match self.store.read().matter(&id)? {
            Some(found) => Ok(Some(found.id)),
            None => Err(OfficeError::NotFound { noun: "事项", id: id.to_string() }),
        }
    }

    /// Whom it concerns; the client whom it makes.
    fn take_part(&self, matter: &mut Matter, wish: &MatterWish, now: Now) -> Result<Option<Client>, OfficeError> {
        let mut made = None;
        if let Some(id) = &wish.client {
            let id = ClientId::from(id.as_str());
            let found = self.store.read().client(&id)?;
            let client = found.ok_or_else(|| OfficeError::NotFound { noun: "客户", id: id.to_string() })?;
            matter.participants.push(Participant::subject(client.id));
        } else if let Some(new) = &wish.new_client {
            let client = self.new_client(new, now)?;
            matter.participants.push(Participant::subject(client.id.clone()));
            if self.store.read().client(&client.id)?.is_none() {
                made = Some(client);
            }
        } else if self.may_be_nobody(&matter.kind) {
            matter.fields.insert("anonymous".to_owned(), FieldValue::Bool(true));
        } else {
            let text = format!(
                "{}要说明是哪位客户。可以按姓名、房号或电话查找,也可以按来电号码新建",
                self.kind_label(&matter.kind)
            );
            return Err(OfficeError::invalid("client_missing", text));
        }
        matter.participants.extend(self.participants(&wish.others)?);
        Ok(made)
    }

    /// The client of a call from an unknown number. Name and number make the identifier, as in an import.
    fn new_client(&self, wish: &NewClient, now: Now) -> Result<Client, OfficeError> {
        let phone = phone(&wish.phone)?;
        let name: String = wish.name.split_whitespace().collect();
        let tail = |phone: &str| phone.chars().skip(phone.chars().count().saturating_sub(4)).collect::<String>();
        let named = match (&phone, name.is_empty()) {
            (_, false) => name,
            (Some(phone), true) => format!("未留姓名{}", tail(phone)),
            (None, true) => return Err(OfficeError::invalid("client_missing", "新客户至少要有姓名或电话")),
        };
        let stamp = now.instant_ms.to_string();
        let key = phone.as_deref().unwrap_or(&stamp);
        let mut client = Client::new(short_hash(&["client", "name", &named, key]), named);
        client.place = read_room(&wish.place).map(|room| room.label);
        client.since = Some(now.today);
        client.contacts.extend(phone.map(|phone| Contact { phones: vec![phone], ..Contact::default() }));
        Ok(client)
    }

    /// A number that is not the client's own is kept with the matter: it is where he can be reached about it.
    fn keep_caller(&self, matter: &mut Matter, wish: &MatterWish, new: Option<&Client>) -> Result<(), OfficeError> {
        let Some(caller) = phone(&wish.caller)? else { return Ok(()) };
        let known = match matter.participants.first() {
            Some(first) => self.store.read().client(&first.client)?,
            None => None,
        };
        let client = new.or(known.as_ref());
        if !client.is_some_and(|c| c.contacts.iter().flat_map(|c| &c.phones).any(|own| *own == caller)) {
            matter.fields.insert(CALLER.to_owned(), FieldValue::Text(caller));
        }
        Ok(())
    }
}

fn phone(text: &str) -> Result<Option<String>, OfficeError> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let found = normal_phone(text);
    found.map(Some).ok_or_else(|| OfficeError::invalid("bad_phone", format!("「{}」不像电话号码,请核对", text.trim())))
}

fn read_milestones(wish: &MatterWish, now: Now) -> Result<Vec<(String, Moment, String)>, OfficeError> {
    if wish.milestones.is_empty() {
        let first = Vocabulary::shipped().kind(&wish.kind).first();
        return Ok(first.into_iter().map(|code| (code.to_owned(), now.today.into(), String::new())).collect());
    }
    let read = |m: &MilestoneWish| {
        let code = milestone_kind(&wish.kind, &m.kind)?;
        Ok::<_, OfficeError>((code.to_owned(), moment(m.on.as_deref(), now.today)?, m.note.trim().to_owned()))
    };
    wish.milestones.iter().map(read).collect()
}
