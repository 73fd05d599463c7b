//! Answers to a form: what is missing, what does not fit, and whether they mean satisfied.

use crate::OfficeError;
use crate::forms::{Files, form_hash};
use crate::wire::TaskAnswers;
use chrono::NaiveDate;
use huifang_core::domain::{Channel, FieldValue, Staff, StaffRef, Unanswered, WhyUnanswered};
use huifang_core::policy::{Field, FieldKind, Form};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Answers by field id.
pub(crate) type Answers = BTreeMap<String, FieldValue>;

/// What a request says about one form: answers, and why there is none.
#[derive(Debug, Clone, Default)]
pub(crate) struct Given {
    /// Answers by field.
    pub answers: Answers,
    /// Fields without an answer, by field.
    pub unanswered: BTreeMap<String, Unanswered>,
}

impl Given {
    /// Reads a request; of a field that has both an answer and a reason for none, the answer counts.
    ///
    /// # Errors
    /// `bad_value`: a reason that is neither 不详 nor 拒答.
    pub fn read(written: &TaskAnswers) -> Result<Self, OfficeError> {
        let answers = read_answers(&written.answers);
        let gaps = written.unanswered.iter().filter(|(id, _)| !answers.contains_key(*id));
        let read = gaps.map(|(id, gap)| {
            let why = WhyUnanswered::parse(&gap.why).ok_or_else(|| {
                OfficeError::invalid("bad_value", format!("没有回答的缘由只能是 不详 或 拒答,实际是「{}」", gap.why))
            })?;
            Ok((id.clone(), Unanswered { why, reason: gap.reason.trim().to_owned() }))
        });
        let unanswered = read.collect::<Result<_, OfficeError>>()?;
        Ok(Self { answers, unanswered })
    }
}

/// What answers are judged by, besides their form.
pub(crate) struct Setting<'a> {
    /// The task, which a signature names.
    pub task: &'a str,
    /// How the client was contacted.
    pub channel: Channel,
    /// The people of the office.
    pub staff: &'a [Staff],
    /// The files that answers name.
    pub files: &'a Files,
    /// The answers correct earlier ones: a signature belongs to those, so that none is asked for.
    pub corrects: bool,
}

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
    pub fn note(&mut self, form: Option<&Form>, given: &Given, setting: &Setting<'_>) {
        let known = |id: &str| form.is_some_and(|f| f.fields.iter().any(|field| field.id == id));
        let unknown = given.answers.keys().chain(given.unanswered.keys()).filter(|id| !known(id));
        self.wrong.extend(unknown.map(|id| (id.clone(), format!("表单没有「{id}」这一栏"))));
        let Some(form) = form else { return };
        let signed = form_hash(setting.task, Some(form), given);
        for field in &form.fields {
            let fault = match (given.answers.get(&field.id), given.unanswered.get(&field.id)) {
                (Some(answer), _) if field.is_file() => setting.files.misfit(field, answer, &signed),
                (Some(answer), _) => misfit(field, answer, setting.staff),
                (None, Some(gap)) => bad_gap(field, gap),
                (None, None) => None,
            };
            self.wrong.extend(fault.map(|fault| (field.id.clone(), format!("「{}」{fault}", field.label))));
        }
        let asked = |field: &&Field| !setting.corrects || field.kind != FieldKind::Signature;
        let missing = form.fields.iter().filter(asked).filter(|field| is_missing(form, field, given, setting.channel));
        self.missing.extend(missing.map(|field| (field.id.clone(), field.label.clone())));
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
        (FieldKind::Number, FieldValue::Number(number)) => field.bounds.hold(*number),
        (FieldKind::Number, _) => text.parse().is_ok_and(|number| field.bounds.hold(number)),
        (FieldKind::Staff, _) => StaffRef(text.clone()).find(staff).is_some(),
        // Files are judged by what is known of them.
        (FieldKind::Text | FieldKind::Signature | FieldKind::Photo, _) => true,
    };
    let expected = match field.kind {
        FieldKind::Rating | FieldKind::Choice | FieldKind::Choices => format!("只能是 {}", field.levels.join("、")),
        FieldKind::YesNo => "只能是 是 或 否".to_owned(),
        FieldKind::Date => "要写成 2026-09-30 的样子".to_owned(),
        FieldKind::Number => format!("应是一个数,{}", field.bounds.chinese()).trim_end_matches(',').to_owned(),
        FieldKind::Staff => "应是员工名单里的人".to_owned(),
        FieldKind::Text | FieldKind::Signature | FieldKind::Photo => "应是文字".to_owned(),
    };
    (!fits).then(|| format!("{expected},实际是「{text}」"))
}

/// What is wrong with saying that there is no answer.
fn bad_gap(field: &Field, gap: &Unanswered) -> Option<String> {
    if !field.may_be_unanswered() {
        return Some("不能写不详或拒答,请选择是谁".to_owned());
    }
    gap.reason.is_empty().then(|| "写不详或拒答时要说明缘由".to_owned())
}

fn field_value(value: &Value) -> FieldValue {
    match value {
        Value::Null => FieldValue::Text(String::new()),
        Value::String(text) => serde_json::from_value(json!(text.trim())).unwrap_or_else(|_| text.trim().into()),
        other => serde_json::from_value(other.clone()).unwrap_or_else(|_| FieldValue::Text(other.to_string())),
    }
}

/// Satisfied or not, as the rating and choice fields say. One that was asked and not answered never means satisfied: then, and
/// where none was answered, it is not known.
pub(crate) fn satisfaction(form: Option<&Form>, given: &Given) -> Option<bool> {
    let fields = || form.into_iter().flat_map(|f| &f.fields).filter(|f| !f.dissatisfied.is_empty());
    let answered = |f: &Field| given.answers.get(&f.id).filter(|a| a.truthy()).map(|a| !f.is_dissatisfied(&a.text()));
    let judged: Vec<_> = fields().filter_map(answered).collect();
    if judged.contains(&false) {
        return Some(false);
    }
    let is_open = fields().any(|f| given.unanswered.contains_key(&f.id));
    if judged.is_empty() || is_open { None } else { Some(true) }
}

/// Whether the form asks whether the client is satisfied, and he did not say.
pub(crate) fn left_satisfaction_open(form: Option<&Form>, given: &Given) -> bool {
    let mut fields = form.into_iter().flat_map(|f| &f.fields).filter(|f| !f.dissatisfied.is_empty());
    fields.any(|f| given.unanswered.contains_key(&f.id)) && satisfaction(form, given).is_none()
}

/// Whether a field must be answered and is not, neither by an answer nor by why there is none.
fn is_missing(form: &Form, field: &Field, given: &Given, channel: Channel) -> bool {
    let answered = given.answers.get(&field.id).is_some_and(|a| matches!(a, FieldValue::Bool(_)) || a.truthy());
    let zero = matches!(given.answers.get(&field.id), Some(FieldValue::Number(_)));
    let condition = field.required_if.as_ref().is_some_and(|other| {
        let asked = form.fields.iter().find(|f| &f.id == other);
        let answer = given.answers.get(other);
        match asked.map(|f| f.kind) {
            Some(FieldKind::YesNo) => answer == Some(&FieldValue::Bool(true)),
            Some(_) => asked.zip(answer).is_some_and(|(f, a)| f.is_dissatisfied(&a.text())),
            None => false,
        }
    });
    let needed = field.required || condition || field.required_by.contains(&channel);
    needed && !answered && !zero && !given.unanswered.contains_key(&field.id)
}
