//! Reading what was written about a matter: fields, moments, people.

use super::kinds::field;
use crate::OfficeError;
use crate::office::Office;
use crate::wire::{MatterField, ParticipantWish};
use chrono::NaiveDate;
use huifang_core::calendar::Moment;
use huifang_core::domain::{ClientId, FieldValue, Matter, Milestone, Participant, StaffRef};
use huifang_core::policy::Vocabulary;
use serde_json::Value;

/// Fields by which the program joins matters: nobody writes them.
const INTERNAL: [&str; 7] =
    ["loop", "from_record", "from_task", "closed_by", "raised_by", "rectified_by", "rectified_note"];

impl Office {
    /// The field of that name, where matters of the kind have one: by the vocabulary, by the packs, or because this matter
    /// has it already.
    ///
    /// # Errors
    /// `unknown_field`.
    pub(super) fn matter_field(&self, matter: &Matter, id: &str) -> Result<MatterField, OfficeError> {
        let known = self.matter_fields_of(&matter.kind).into_iter().find(|f| f.id == id);
        let coded = || Vocabulary::shipped().is_code("field", id) || matter.fields.contains_key(id);
        match known.or_else(|| coded().then(|| field(id, None))) {
            Some(found) if !INTERNAL.contains(&id) => Ok(found),
            _ => Err(OfficeError::invalid(
                "unknown_field",
                format!("{}没有「{id}」这个栏目", self.kind_label(&matter.kind)),
            )),
        }
    }

    /// Sets or empties a field.
    ///
    /// # Errors
    /// `unknown_field`, `bad_value`.
    pub(super) fn set_matter_field(&self, matter: &mut Matter, id: &str, value: &Value) -> Result<(), OfficeError> {
        let field = self.matter_field(matter, id)?;
        match field_value(&field, value)? {
            Some(value) => drop(matter.fields.insert(id.to_owned(), value)),
            None => drop(matter.fields.remove(id)),
        }
        Ok(())
    }

    /// Who deals with it: a person of staff by id or name, or a name that lists use; empty: nobody.
    pub(super) fn handler(&self, named: Option<&str>) -> Option<StaffRef> {
        let named = named.map(str::trim).filter(|named| !named.is_empty())?;
        Some(self.known_staff(named).unwrap_or_else(|_| StaffRef(named.to_owned())))
    }

    /// Clients with their roles; each once in a role.
    ///
    /// # Errors
    /// `not_found`; `bad_value` for a role that there is not.
    pub(super) fn participants(&self, wishes: &[ParticipantWish]) -> Result<Vec<Participant>, OfficeError> {
        let mut found: Vec<Participant> = Vec::new();
        for wish in wishes {
            let id = ClientId::from(wish.client.as_str());
            if self.store.read().client(&id)?.is_none() {
                return Err(OfficeError::NotFound { noun: "客户", id: wish.client.clone() });
            }
            if !Vocabulary::shipped().is_code("role", &wish.role) {
                return Err(OfficeError::invalid("bad_value", format!("没有这种当事人:{}", wish.role)));
            }
            let participant = Participant { client: id, role: wish.role.clone() };
            if !found.contains(&participant) {
                found.push(participant);
            }
        }
        Ok(found)
    }
}

/// A value as the field holds it; `None`: empty.
fn field_value(field: &MatterField, value: &Value) -> Result<Option<FieldValue>, OfficeError> {
    let wrong = |what: &str| OfficeError::invalid("bad_value", format!("「{}」要填{what}", field.label));
    match (field.kind.as_str(), value) {
        (_, Value::Null) => Ok(None),
        (_, Value::String(text)) if text.trim().is_empty() => Ok(None),
        ("yes_no", Value::Bool(yes)) => Ok(Some(FieldValue::Bool(*yes))),
        // Lists say more than yes or no: 手术 holds what was done.
        ("yes_no", Value::String(text)) if field.id == "surgery" => Ok(Some(FieldValue::Text(text.trim().to_owned()))),
        ("yes_no", _) => Err(wrong("是或否")),
        ("number", Value::Number(number)) => Ok(number.as_f64().map(FieldValue::Number)),
        ("number", Value::String(text)) => match text.trim().parse() {
            Ok(number) => Ok(Some(FieldValue::Number(number))),
            Err(_) => Err(wrong("数字")),
        },
        (_, Value::String(text)) => Ok(Some(FieldValue::Text(text.trim().to_owned()))),
        (_, Value::Bool(yes)) => Ok(Some(FieldValue::Bool(*yes))),
        (_, Value::Number(number)) => Ok(number.as_f64().map(FieldValue::Number)),
        _ => Err(wrong("文字")),
    }
}

/// A moment of a request; none: today.
///
/// # Errors
/// `bad_day`.
pub(super) fn moment(text: Option<&str>, today: NaiveDate) -> Result<Moment, OfficeError> {
    match text.map(str::trim).filter(|text| !text.is_empty()) {
        None => Ok(today.into()),
        Some(text) => Moment::parse(text).ok_or_else(|| {
            OfficeError::invalid("bad_day", format!("日期要写成 2026-09-30 或 2026-09-30T14:30 的样子({text})"))
        }),
    }
}

/// A milestone of the kind, as the vocabulary knows it.
///
/// # Errors
/// `unknown_milestone`.
pub(super) fn milestone_kind<'k>(matter_kind: &str, kind: &'k str) -> Result<&'k str, OfficeError> {
    let words = Vocabulary::shipped();
    if words.kind(matter_kind).milestones.contains_key(kind) {
        return Ok(kind);
    }
    let text = format!("{}没有「{kind}」这个节点", words.matter(matter_kind));
    Err(OfficeError::invalid("unknown_milestone", text))
}

/// Since when the office knows of what lies ahead: what happened is known since it happened.
pub(super) fn known_since(on: Moment, today: NaiveDate) -> Option<NaiveDate> {
    (on.day > today).then_some(today)
}

/// What looks odd about the matter's days, and is allowed.
pub(super) fn odd_days(matter: &Matter, today: NaiveDate) -> Vec<String> {
    let kind = Vocabulary::shipped().kind(&matter.kind);
    let name = |m: &Milestone| Vocabulary::shipped().milestone(&matter.kind, &m.kind).to_owned();
    let first = matter.milestones.iter().map(|m| m.on.day).min();
    let ahead = matter.milestones.iter().filter(|m| m.on.day > today && kind.is_end(&m.kind));
    let mut odd: Vec<String> = ahead.map(|m| format!("{}的日子 {} 还没到", name(m), m.on.day)).collect();
    let begins = kind.order.first().and_then(|code| matter.milestone(code));
    if let (Some(begin), Some(first)) = (begins, first)
        && begin.on.day > first
    {
        odd.push(format!("{}的日子 {} 晚于别的节点 {first}", name(begin), begin.on.day));
    }
    odd
}

/// What the matter is about, for a row: the first of its kind's fields that says something.
pub(super) fn about(matter: &Matter) -> String {
    let words = Vocabulary::shipped();
    let own = words.kind(&matter.kind).fields.iter().map(String::as_str);
    let usual = ["topic", "item", "text", "diagnosis", "what"];
    let text = |id: &str| matter.fields.get(id).filter(|v| v.truthy() && !matches!(v, FieldValue::Bool(_)));
    own.take(1).chain(usual).find_map(text).map(FieldValue::text).unwrap_or_default()
}

/// A field that the matter has, for reading; none for those by which the program joins matters.
pub(super) fn field_shown(id: &str) -> Option<MatterField> {
    (!INTERNAL.contains(&id)).then(|| field(id, None))
}
