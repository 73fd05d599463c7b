//! The files that the answers of one contact name.

use crate::OfficeError;
use crate::answers::Answers;
use huifang_core::domain::{ClientId, FieldValue};
use huifang_core::policy::{Field, FieldKind, Form};
use huifang_store::{Attachment, Reader};
use std::collections::BTreeSet;

/// Attachments by identifier, as far as the answers name them.
#[derive(Debug, Default)]
pub(crate) struct Files {
    client: Option<ClientId>,
    found: Vec<Attachment>,
}

impl Files {
    /// Looks up what the answers to these forms name, of a contact with that client.
    pub fn named<'a>(
        reader: Reader<'_>,
        client: Option<&ClientId>,
        answered: impl IntoIterator<Item = (&'a Form, &'a Answers)>,
    ) -> Result<Self, OfficeError> {
        let ids: Vec<String> = answered.into_iter().flat_map(|(form, answers)| ids_in(form, answers)).collect();
        let found = if ids.is_empty() { Vec::new() } else { reader.attachments(ids.iter().map(String::as_str))? };
        Ok(Self { client: client.cloned(), found })
    }

    /// The attachment of that identifier.
    pub fn get(&self, id: &str) -> Option<&Attachment> {
        self.found.iter().find(|file| file.id == id)
    }

    /// The identifiers of all of them.
    pub fn ids(&self) -> BTreeSet<String> {
        self.found.iter().map(|file| file.id.clone()).collect()
    }

    /// What is wrong with the files that answer a field; `None`: nothing.
    pub fn misfit(&self, field: &Field, answer: &FieldValue, form_hash: &str) -> Option<String> {
        let files: Option<Vec<&Attachment>> = ids_of(answer).iter().map(|id| self.get(id)).collect();
        let mine = |file: &&Attachment| file.struck.is_none() && file.client == self.client;
        let files = files.filter(|files| !files.is_empty() && files.iter().all(mine));
        let Some(files) = files else {
            return Some("所附的文件已删除,或不是这位客户的,请重新添加".to_owned());
        };
        if field.kind == FieldKind::Photo {
            let seen = |file: &&Attachment| file.kind == "photo" || file.kind == "pdf";
            return (!files.iter().all(seen)).then(|| "要附照片或 PDF".to_owned());
        }
        let signed: Option<Vec<_>> = files.iter().map(|file| file.signed.as_ref()).collect();
        match signed {
            // A photo of the signed sheet is as good as a signature on the screen, and nothing binds it to the answers.
            None if files.iter().all(|file| file.kind == "photo" || file.kind == "pdf") => None,
            Some(signed) if signed.iter().all(|signed| signed.form_hash == form_hash) => None,
            Some(_) => Some("签名之后内容又改过,请请客户重新签名".to_owned()),
            None => Some("要有签名图像,或签好字的纸质表的照片".to_owned()),
        }
    }
}

/// Identifiers in the answer to a field that takes files.
pub(crate) fn ids_of(answer: &FieldValue) -> Vec<String> {
    match answer {
        FieldValue::List(ids) => ids.clone(),
        other => vec![other.text()],
    }
}

/// Identifiers of all files that the answers name.
pub(crate) fn ids_in(form: &Form, answers: &Answers) -> Vec<String> {
    let fields = form.fields.iter().filter(|field| field.is_file());
    fields.filter_map(|field| answers.get(&field.id)).flat_map(ids_of).collect()
}
