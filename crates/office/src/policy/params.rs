//! Parameters: what the manager is asked, and whether his answers may stand.

use crate::OfficeError;
use crate::wire::ParamRow;
use huifang_core::calendar::Span;
use huifang_core::domain::FieldValue;
use huifang_core::policy::{Param, ParamValues, PolicyPack, Vocabulary};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Values as they come over the wire; every one that may not stand is named.
///
/// # Errors
/// `param_invalid` with the name, label and expectation of each.
pub(super) fn read_values(pack: &PolicyPack, values: &BTreeMap<String, Value>) -> Result<ParamValues, OfficeError> {
    let mut read = ParamValues::new();
    let mut faults = Vec::new();
    for (name, value) in values {
        let Some(param) = pack.params.iter().find(|p| &p.name == name) else {
            faults.push((name.clone(), name.clone(), "没有这个参数".to_owned()));
            continue;
        };
        match field_value(value).ok_or_else(|| "看不懂".to_owned()).and_then(|v| param.accepts(&v).map(|()| v)) {
            Ok(value) => drop(read.insert(name.clone(), value)),
            Err(expected) => faults.push((name.clone(), param.label.clone(), expected)),
        }
    }
    refuse(faults).map(|()| read)
}

/// The values with which an office begins to follow the pack.
///
/// # Errors
/// `param_invalid`, as `read_values`; of blanks only where they must be filled in.
pub(crate) fn first_values(
    pack: &PolicyPack,
    values: &BTreeMap<String, Value>,
    fills_blanks: bool,
) -> Result<ParamValues, OfficeError> {
    let read = read_values(pack, values)?;
    if fills_blanks {
        refuse_blanks(pack, &read)?;
    }
    Ok(read)
}

/// Refuses where a blank of the policy is not filled in.
///
/// # Errors
/// `param_invalid`, as `read_values`.
pub(super) fn refuse_blanks(pack: &PolicyPack, values: &ParamValues) -> Result<(), OfficeError> {
    let blank = |p: &&Param| p.must && values.get(&p.name).is_none_or(|v| !says_something(v));
    let blanks = pack.params.iter().filter(blank);
    refuse(blanks.map(|p| (p.name.clone(), p.label.clone(), "原文空白,请先填写".to_owned())).collect())
}

fn refuse(faults: Vec<(String, String, String)>) -> Result<(), OfficeError> {
    if faults.is_empty() {
        return Ok(());
    }
    let lines: Vec<_> = faults.iter().map(|(_, label, expected)| format!("「{label}」{expected}")).collect();
    let named: Vec<_> =
        faults.iter().map(|(name, label, text)| json!({ "name": name, "label": label, "text": text })).collect();
    let text = format!("参数还不能用:{}", lines.join(";"));
    Err(OfficeError::Invalid { code: "param_invalid", params: json!({ "params": named }), text })
}

fn field_value(value: &Value) -> Option<FieldValue> {
    match value {
        Value::Null => None,
        // A text stays a text, also one that looks like a day.
        Value::String(text) => Some(FieldValue::Text(text.trim().to_owned())),
        other => serde_json::from_value(other.clone()).ok(),
    }
}

fn says_something(value: &FieldValue) -> bool {
    match value {
        FieldValue::Text(text) => !text.trim().is_empty(),
        FieldValue::List(items) => !items.is_empty(),
        FieldValue::Bool(_) | FieldValue::Number(_) | FieldValue::Date(_) => true,
    }
}

/// A parameter as the screen asks it, with the value in force.
pub(super) fn param_row(param: &Param, values: &ParamValues) -> ParamRow {
    let value = values.get(&param.name).unwrap_or(&param.default);
    ParamRow {
        name: param.name.clone(),
        label: param.label.clone(),
        kind: param.kind.code().to_owned(),
        default: json!(param.default),
        default_words: value_words(&param.default),
        value: json!(value),
        value_words: value_words(value),
        set: values.contains_key(&param.name),
        choices: param.choices.clone(),
        min: param.min,
        max: param.max,
        silent: param.silent,
        must: param.must,
        clauses: param.carried.ids(),
    }
}

/// A value as a person says it.
pub(super) fn value_words(value: &FieldValue) -> String {
    let vocabulary = Vocabulary::shipped();
    let word = |text: &str| match Span::parse(text) {
        Ok(span) => span.chinese(),
        Err(_) => vocabulary.name("channel", text).to_owned(),
    };
    match value {
        FieldValue::List(items) => items.iter().map(|item| word(item)).collect::<Vec<_>>().join("、"),
        other => word(&other.text()),
    }
}
