//! Correcting matters by hand.

use crate::OfficeError;
use crate::office::Office;
use crate::wire::{Changed, CorrectMatter};
use huifang_core::calendar::Now;
use huifang_core::domain::{FieldValue, Matter, MatterId, StaffRef};
use huifang_core::engine::Edit;
use serde_json::{Value, json};

impl Office {
    /// Sets a field of a matter; no import overwrites it afterwards.
    ///
    /// # Errors
    /// `not_found`; `bad_value` for a severity that there is not.
    pub fn correct_matter(&mut self, wish: &CorrectMatter, now: Now) -> Result<Changed, OfficeError> {
        let id = MatterId::from(wish.matter.as_str());
        let found = self.store.read().matter(&id)?;
        let mut matter = found.ok_or_else(|| OfficeError::NotFound { noun: "事项", id: wish.matter.clone() })?;
        set_field(&mut matter, &wish.field, &wish.value)?;
        let mut held = self.store.read().held_fields_of_matter(&id)?;
        held.insert(wish.field.clone());
        let detail = json!({ "matter": wish.matter, "field": wish.field, "value": wish.value, "reason": wish.reason });
        self.write("correct_matter", now, detail, |tx, rules| {
            tx.put_matter(&matter)?;
            tx.hold_matter_fields(&id, &held)?;
            rules.replan(tx, now, &[Edit::Matter(None, Some(&matter))])?;
            Ok(())
        })?;
        let changed = ["matter", "task", "client"].map(str::to_owned).to_vec();
        Ok(Changed { changed, line: "已更正".to_owned() })
    }
}

fn set_field(matter: &mut Matter, field: &str, value: &Value) -> Result<(), OfficeError> {
    let text = value.as_str().map(str::to_owned);
    match field {
        "severity" => {
            let known = ["normal", "important", "major"];
            if text.as_deref().is_some_and(|t| !known.contains(&t)) {
                return Err(OfficeError::invalid("bad_value", "等级只能是 一般、重要、重大"));
            }
            matter.severity = text;
        }
        "handler" => matter.handler = text.map(StaffRef),
        "department" => matter.department = text,
        _ if value.is_null() => drop(matter.fields.remove(field)),
        _ => {
            let value: FieldValue = serde_json::from_value(value.clone())
                .map_err(|_| OfficeError::invalid("bad_value", "这个值不能作为栏目的内容"))?;
            matter.fields.insert(field.to_owned(), value);
        }
    }
    Ok(())
}
