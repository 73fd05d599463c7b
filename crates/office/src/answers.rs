//! Answers to a form: what is missing, what does not fit, and whether they mean satisfied.

use crate::OfficeError;
use chrono::NaiveDate;
use huifang_core::domain::{FieldValue, Staff, StaffRef};
use huifang_core::policy::{Field, FieldKind, Form};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Answers by field id.
pub(crate) type Answers = BTreeMap<String, FieldValue>;

/// The answers of a request as values, without surrounding blanks and without empty ones.
pub(crate) fn read_answers(written: &BTreeMap<String, Value>) -> Answers {
    let values = written.iter().map(|(id, value)| (id.clone(), field_value(value)));
    values.filter(|(_, value)| !value.text().is_empty()).collect()
}

/// What a form still asks for, and what does not fit it, all at once.
#[derive(Debug, Default)]
pub(crate) struct FormFaults {
    missing: Vec<(String, String)>,
    wrong: Vec<(String, String)>,
}

impl FormFaults {
    /// Notes the faults of one form's answers.
    pub fn note(&mut self, form: Option<&Form>, answers: &Answers, staff: &[Staff]) {
        let known = |id: &str| form.is_some_and(|f| f.fields.iter().any(|field| field.id == id));
        let unknown = answers.keys().filter(|id| !known(id));
        self.wrong.extend(unknown.map(|id| (id.clone(), format!("表单没有「{id}」这一栏"))));
        let Some(form) = form else { return };
        self.missing.extend(unanswered(form, answers));
        for field in &form.fields {
            let expected = answers.get(&field.id).and_then(|answer| misfit(field, answer, staff));
            self.wrong.extend(expected.map(|expected| (field.id.clone(), format!("「{}」{expected}", field.label))));
        }
    }

    /// Nothing, or the refusal that names every fault.
    ///
    /// # Errors
    /// `form_incomplete` or `form_invalid`.
    pub fn into_result(self) -> Result<(), OfficeError> {
        if !self.wrong.is_empty() {
            let (fields, texts): (Vec<_>, Vec<_>) = self.wrong.into_iter().unzip();
            let params = json!({ "fields": fields, "labels": texts });
            return Err(OfficeError::Invalid { code: "form_invalid", params, text: texts.join(";") });
        }
        if self.missing.is_empty() {
            return Ok(());
        }
        let (fields, labels): (Vec<_>, Vec<_>) = self.missing.into_iter().unzip();
        let text = format!("还有必填项没有填:{}", labels.join("、"));
        Err(OfficeError::Invalid {
            code: "form_incomplete",
            params: json!({ "fields": fields, "labels": labels }),
            text,
        })
    }
}

/// What the field expects instead of the answer; `None`: it fits.
fn misfit(field: &Field, answer: &FieldValue, staff: &[Staff]) -> Option<String> {
    let text = answer.text();
    let level = |text: &String| field.levels.contains(text);
    let fits = match (field.kind, answer) {
        (FieldKind::YesNo, FieldValue::Bool(_)) => true,
        (FieldKind::YesNo, _) | (_, FieldValue::Bool(_)) => false,
        (FieldKind::Rating | FieldKind::Choice, _) => level(&text),
        (FieldKind::Choices, FieldValue::List(all)) => all.iter().all(level),
        (FieldKind::Choices, _) => level(&text),
        (FieldKind::Date, _) => matches!(answer, FieldValue::Date(_)) || text.parse::<NaiveDate>().is_ok(),
        (FieldKind::Number, _) => matches!(answer, FieldValue::Number(_)) || text.parse::<f64>().is_ok(),
        (FieldKind::Staff, _) => StaffRef(text.clone()).find(staff).is_some(),
        (FieldKind::Text, _) => true,
    };
    let expected = match field.kind {
        FieldKind::Rating | FieldKind::Choice | FieldKind::Choices => format!("只能是 {}", field.levels.join("、")),
        FieldKind::YesNo => "只能是 是 或 否".to_owned(),
        FieldKind::Date => "要写成 2026-09-30 的样子".to_owned(),
        FieldKind::Number => "应是一个数".to_owned(),
        FieldKind::Staff => "应是员工名单里的人".to_owned(),
        FieldKind::Text => "应是文字".to_owned(),
    };
    (!fits).then(|| format!("{expected},实际是「{text}」"))
}

fn field_value(value: &Value) -> FieldValue {
    match value {
        Value::Null => FieldValue::Text(String::new()),
        Value::String(text) => serde_json::from_value(json!(text.trim())).unwrap_or_else(|_| text.trim().into()),
        other => serde_json::from_value(other.clone()).unwrap_or_else(|_| FieldValue::Text(other.to_string())),
    }
}

/// Satisfied or not, as the rating and choice fields say; `None` where none of them was answered.
pub(crate) fn satisfaction(form: Option<&Form>, answers: &Answers) -> Option<bool> {
    let fields = form?.fields.iter().filter(|f| !f.dissatisfied.is_empty());
    let judged: Vec<_> = fields
        .filter_map(|f| answers.get(&f.id).filter(|a| a.truthy()).map(|a| !f.is_dissatisfied(&a.text())))
        .collect();
    if judged.is_empty() { None } else { Some(judged.into_iter().all(|satisfied| satisfied)) }
}

/// Fields that must be answered and are not: id and label.
fn unanswered(form: &Form, answers: &Answers) -> Vec<(String, String)> {
    let answered = |id: &str| answers.get(id).is_some_and(|a| matches!(a, FieldValue::Bool(_)) || a.truthy());
    let needed = |field: &&Field| {
        let condition = field.required_if.as_ref().is_some_and(|other| {
            let asked = form.fields.iter().find(|f| &f.id == other);
            let answer = answers.get(other);
            match asked.map(|f| f.kind) {
                Some(FieldKind::YesNo) => answer == Some(&FieldValue::Bool(true)),
                Some(_) => asked.zip(answer).is_some_and(|(f, a)| f.is_dissatisfied(&a.text())),
                None => false,
            }
        });
        (field.required || condition) && !answered(&field.id)
    };
    form.fields.iter().filter(needed).map(|f| (f.id.clone(), f.label.clone())).collect()
}
