//! Packs of the office's own: copied from others, or imported from a file.

use crate::column::{Json, json, rows, run};
use crate::error::OrNotFound;
use crate::{Noun, Reader, StoreError, Tx};
use rusqlite::{Row, params};

/// A pack of the office's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnPackRow {
    /// The pack's identifier, unlike that of any shipped pack.
    pub id: String,
    /// The pack of which it is a copy.
    pub copied_from: Option<String>,
    /// The pack's text (TOML).
    pub text: String,
    /// Its story files: name and text.
    pub stories: Vec<(String, String)>,
    /// When it was last changed, in milliseconds since 1970 (UTC).
    pub changed_ms: i64,
}

impl Reader<'_> {
    /// All packs of the office's own, by identifier.
    pub fn own_packs(&self) -> Result<Vec<OwnPackRow>, StoreError> {
        Ok(rows(self.conn, include_str!("all.sql"), [], row_to_own_pack)?)
    }
}

impl Tx<'_> {
    /// Writes a pack of the office's own: a new one, or in the place of the same one.
    pub fn put_own_pack(&mut self, pack: &OwnPackRow) -> Result<(), StoreError> {
        self.touch(Noun::Pack);
        let OwnPackRow { id, copied_from, text, stories, changed_ms } = pack;
        run(&self.inner, include_str!("put.sql"), params![id, copied_from, text, Json(stories), changed_ms])?;
        Ok(())
    }

    /// Forgets a pack of the office's own. What was enabled of it keeps its text.
    ///
    /// # Errors
    /// `not_found`.
    pub fn delete_own_pack(&mut self, id: &str) -> Result<(), StoreError> {
        self.touch(Noun::Pack);
        let deleted = run(&self.inner, include_str!("delete.sql"), [id])?;
        (deleted > 0).then_some(()).or_not_found(Noun::Pack.code(), id)
    }
}

fn row_to_own_pack(row: &Row<'_>) -> rusqlite::Result<OwnPackRow> {
    Ok(OwnPackRow {
        id: row.get(0)?,
        copied_from: row.get(1)?,
        text: row.get(2)?,
        stories: json(row, 3)?,
        changed_ms: row.get(4)?,
    })
}
