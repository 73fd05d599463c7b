//! Drafts: what somebody had typed when he was called away. Each belongs to its author.

use crate::OfficeError;
use crate::imports::local_minute;
use crate::office::Office;
use crate::wire::{DraftKept, DraftRef, DraftRow, KeepDraft, Nothing};
use huifang_core::calendar::Now;
use huifang_core::domain::StaffId;
use huifang_store::Draft;

/// Kinds of forms that can be half filled.
const KINDS: [&str; 4] = ["call", "matter", "client", "round"];

/// More than this is no form that somebody typed.
const MOST_BYTES: usize = 1 << 20;

impl Office {
    /// The drafts of who is working, the last one first.
    ///
    /// # Errors
    /// The store's.
    pub fn drafts(&self, now: Now) -> Result<Vec<DraftRow>, OfficeError> {
        let drafts = self.store.read().drafts_of(self.author())?;
        let row = |draft: Draft| DraftRow {
            at: local_minute(draft.at_ms, now.zone),
            kind: draft.kind,
            key: draft.key,
            title: draft.title,
            body: draft.body,
            field: draft.field,
            cursor: draft.cursor,
        };
        Ok(drafts.into_iter().map(row).collect())
    }

    /// Keeps a draft; it survives whatever happens to the program afterwards.
    ///
    /// # Errors
    /// `draft_kind`; `draft_too_long`; the store's.
    pub fn keep_draft(&mut self, wish: &KeepDraft, now: Now) -> Result<DraftKept, OfficeError> {
        if !KINDS.contains(&wish.kind.as_str()) {
            return Err(OfficeError::invalid("draft_kind", format!("没有这种草稿:{}", wish.kind)));
        }
        if wish.body.to_string().len() > MOST_BYTES {
            return Err(OfficeError::invalid("draft_too_long", "填写的内容太长,草稿没有保存。请先保存,或删去一些。"));
        }
        let draft = Draft {
            author: self.author().to_owned(),
            kind: wish.kind.clone(),
            key: wish.key.clone(),
            title: wish.title.clone(),
            body: wish.body.clone(),
            field: wish.field.clone(),
            cursor: wish.cursor,
            at_ms: now.instant_ms,
        };
        self.store.keep_draft(&draft)?;
        Ok(DraftKept { at: local_minute(now.instant_ms, now.zone) })
    }

    /// Throws a draft of who is working away.
    ///
    /// # Errors
    /// The store's.
    pub fn drop_draft(&mut self, wish: &DraftRef) -> Result<Nothing, OfficeError> {
        let author = self.author().to_owned();
        self.store.drop_draft(&author, &wish.kind, &wish.key)?;
        Ok(Nothing {})
    }

    /// Whose drafts are meant; where nobody has said who he is, they are nobody's.
    pub(crate) fn author(&self) -> &str {
        self.me.as_ref().map_or("", StaffId::as_str)
    }
}
