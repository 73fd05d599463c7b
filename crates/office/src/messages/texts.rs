//! Texts for messages: the office's own, those of its policies' scripts, and those that ship with the program.

use super::words::{PLACEHOLDERS, unknown};
use crate::OfficeError;
use crate::office::Office;
use crate::wire::{
    Changed, LabelValue, MessageTextRef, MessageTextRow, MessageTextWritten, MessageTexts, SaveMessageText,
};
use huifang_core::calendar::Now;
use huifang_core::policy::{PolicyPack, Script};
use huifang_store::MessageText;
use serde::Deserialize;
use serde_json::json;

const PURPOSES: [&str; 4] = ["reminder", "greeting", "survey", "other"];

#[derive(Deserialize)]
struct Shipped {
    id: String,
    title: String,
    purpose: String,
    text: String,
}

impl Office {
    /// Every text that can be used here, and the placeholders.
    pub(crate) fn message_texts(&self) -> Result<MessageTexts, OfficeError> {
        let own = self.store.read().message_texts()?.into_iter().map(own_row);
        let scripts = self.packs().flat_map(|pack| pack.scripts.iter().map(move |script| script_row(pack, script)));
        let placeholder =
            |(name, meaning): (&str, &str)| LabelValue { label: format!("{{{name}}}"), value: meaning.to_owned() };
        Ok(MessageTexts {
            texts: own.chain(scripts).chain(shipped()).collect(),
            placeholders: PLACEHOLDERS.into_iter().map(placeholder).collect(),
        })
    }

    /// Writes a text of the office's own.
    ///
    /// # Errors
    /// `title_missing`, `text_missing`, `unknown_placeholder`, `unknown_kind`, `not_found`.
    pub(crate) fn save_message_text(
        &mut self,
        wish: &SaveMessageText,
        now: Now,
    ) -> Result<MessageTextWritten, OfficeError> {
        refuse_bad_text(&wish.text)?;
        if wish.title.trim().is_empty() {
            return Err(OfficeError::invalid("title_missing", "请给这段文字起个名字,例如「预约提醒」"));
        }
        if !PURPOSES.contains(&wish.purpose.as_str()) {
            return Err(OfficeError::invalid("unknown_kind", format!("没有这种用途:{}", wish.purpose)));
        }
        let text = MessageText {
            id: wish.id.as_deref().map(own_number).transpose()?,
            title: wish.title.trim().to_owned(),
            purpose: wish.purpose.clone(),
            text: wish.text.trim().to_owned(),
        };
        let detail = json!({ "id": wish.id, "title": text.title, "text": text.text });
        let id =
            self.write("save_message_text", now, detail, |tx, _| Ok(tx.put_message_text(&text, now.instant_ms)?))?;
        let changed = vec!["message".to_owned()];
        Ok(MessageTextWritten { id: format!("own/{id}"), changed, line: format!("已保存「{}」", text.title) })
    }

    /// Takes a text of the office's own away; what was sent by it stays as it was.
    ///
    /// # Errors
    /// `not_found`: there is none, or it is not the office's own.
    pub(crate) fn delete_message_text(&mut self, wish: &MessageTextRef, now: Now) -> Result<Changed, OfficeError> {
        let id = own_number(&wish.id)?;
        self.write("delete_message_text", now, json!({ "id": wish.id }), |tx, _| Ok(tx.delete_message_text(id)?))?;
        Ok(Changed { changed: vec!["message".to_owned()], line: "已删除这段文字".to_owned() })
    }
}

/// Refuses a text that is empty or has placeholders that nobody knows.
///
/// # Errors
/// `text_missing`, `unknown_placeholder` with all of them.
pub(super) fn refuse_bad_text(text: &str) -> Result<(), OfficeError> {
    if text.trim().is_empty() {
        return Err(OfficeError::invalid("text_missing", "请写上要发的文字"));
    }
    let unknown = unknown(text);
    if unknown.is_empty() {
        return Ok(());
    }
    let named: Vec<_> = unknown.iter().map(|name| format!("{{{name}}}")).collect();
    Err(OfficeError::Invalid {
        code: "unknown_placeholder",
        params: json!({ "names": unknown }),
        text: format!("不认得这些代号:{}。请从列出的代号里选,或去掉花括号。", named.join("、")),
    })
}

fn own_number(id: &str) -> Result<i64, OfficeError> {
    let number = id.strip_prefix("own/").and_then(|number| number.parse().ok());
    number.ok_or_else(|| OfficeError::NotFound { noun: "本单位的文字", id: id.to_owned() })
}

fn own_row(text: MessageText) -> MessageTextRow {
    MessageTextRow {
        id: format!("own/{}", text.id.unwrap_or_default()),
        title: text.title,
        purpose: text.purpose,
        text: text.text,
        own: true,
        from: String::new(),
    }
}

/// A script is called by the rules that use it.
fn script_row(pack: &PolicyPack, script: &Script) -> MessageTextRow {
    let users = pack.rules.iter().filter(|rule| rule.script.as_ref() == Some(&script.id));
    let titles: Vec<&str> = users.map(|rule| rule.title.as_str()).take(2).collect();
    MessageTextRow {
        id: format!("pack/{}/{}", pack.id, script.id),
        title: if titles.is_empty() { format!("话术 {}", script.id) } else { titles.join("、") },
        purpose: "reminder".to_owned(),
        text: script.text.clone(),
        own: false,
        from: pack.title.clone(),
    }
}

/// The file is ours, and a test reads it: what cannot be read of it is not there.
fn shipped() -> Vec<MessageTextRow> {
    let texts: Vec<Shipped> = serde_json::from_str(include_str!("shipped.json")).unwrap_or_default();
    let row = |text: Shipped| MessageTextRow {
        id: format!("shipped/{}", text.id),
        title: text.title,
        purpose: text.purpose,
        text: text.text,
        own: false,
        from: String::new(),
    };
    texts.into_iter().map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_texts_can_be_used_as_they_are() {
        let texts = shipped();
        assert_eq!(texts.len(), 5);
        for text in texts {
            assert!(PURPOSES.contains(&text.purpose.as_str()), "{}", text.title);
            assert_eq!(unknown(&text.text), Vec::<String>::new(), "{}", text.title);
        }
    }
}
