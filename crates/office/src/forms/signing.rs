//! Signatures on the screen (现场签名图像): a picture, the strokes, the time, and the hash of the form as it stood.

use super::attachments::Arrived;
use crate::OfficeError;
use crate::answers::Given;
use crate::office::Office;
use crate::wire::{AttachmentWritten, Sign};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use huifang_core::calendar::Now;
use huifang_core::domain::{FieldValue, TaskId, Unanswered};
use huifang_core::policy::{FieldKind, Form};
use huifang_store::Signed;
use serde::Serialize;
use std::collections::BTreeMap;

/// Strokes beyond this are no signature but a drawing.
const MOST_STROKES_BYTES: usize = 512 * 1024;

impl Office {
    /// Keeps a signature with what was signed: the answers as they stand now.
    ///
    /// # Errors
    /// `not_found`; `signature_empty`; `signature_too_long`; `attachment_broken`; the store's.
    pub fn sign(&mut self, wish: &Sign, now: Now) -> Result<AttachmentWritten, OfficeError> {
        let row = self.task_row(&TaskId::from(wish.answers.task.as_str()))?;
        let strokes = wish.strokes.as_array().map_or(0, Vec::len);
        if strokes == 0 {
            return Err(OfficeError::invalid("signature_empty", "还没有签名。请客户在框内签名后再按「签好了」。"));
        }
        if wish.strokes.to_string().len() > MOST_STROKES_BYTES {
            return Err(OfficeError::invalid("signature_too_long", "签名的笔画太多。请清除后重签。"));
        }
        let broken = || OfficeError::invalid("attachment_broken", "签名图像读不出来,请清除后重签。");
        let bytes = STANDARD.decode(wish.png.as_bytes()).map_err(|_| broken())?;
        if infer::get(&bytes).is_none_or(|kind| kind.mime_type() != "image/png") {
            return Err(broken());
        }
        let given = Given::read(&wish.answers)?;
        let form = self.form_of(&row);
        let signed = Signed { strokes: wish.strokes.clone(), form_hash: form_hash(row.id.as_str(), form, &given) };
        let name = format!("现场签名图像 {}.png", now.today);
        let arrived =
            Arrived { name, bytes, signed: Some(signed), client: row.client, matter: row.matter, record: None };
        self.keep_file("sign", arrived, now)
    }
}

/// What a signature stands under: the answers, without the signatures themselves.
#[derive(Serialize)]
struct SignedForm<'a> {
    task: &'a str,
    form: Option<&'a str>,
    answers: BTreeMap<&'a str, &'a FieldValue>,
    unanswered: BTreeMap<&'a str, &'a Unanswered>,
}

/// BLAKE3, in hexadecimal, of a form's answers as JSON with its keys in order.
pub(crate) fn form_hash(task: &str, form: Option<&Form>, given: &Given) -> String {
    let is_signature = |id: &str| {
        let field = form.and_then(|form| form.fields.iter().find(|field| field.id == id));
        field.is_some_and(|field| field.kind == FieldKind::Signature)
    };
    let answers = given.answers.iter().filter(|(id, _)| !is_signature(id)).map(|(id, value)| (id.as_str(), value));
    let unanswered = given.unanswered.iter().filter(|(id, _)| !is_signature(id));
    let signed = SignedForm {
        task,
        form: form.map(|form| form.id.as_str()),
        answers: answers.collect(),
        unanswered: unanswered.map(|(id, gap)| (id.as_str(), gap)).collect(),
    };
    // Plain texts and numbers under text keys can always be written.
    let text = serde_json::to_string(&signed).unwrap_or_default();
    blake3::hash(text.as_bytes()).to_hex().to_string()
}
