//! Imports, each with what it changed, so that it can be undone as one step.

use crate::column::{Json, Page, json, parsed, row, rows, run};
use crate::error::{OrNotFound, StoreError};
use crate::{Noun, Reader, Tx};
use rusqlite::{Row, params};
use serde_json::Value;

/// An import that was carried out.
#[derive(Debug, Clone, PartialEq)]
pub struct ImportRow {
    /// Its number in this office.
    pub id: i64,
    /// What was imported, and when.
    pub import: NewImport,
    /// When it was undone, in milliseconds since 1970 (UTC).
    pub undone_ms: Option<i64>,
}

/// An import that is about to be carried out.
#[derive(Debug, Clone, PartialEq)]
pub struct NewImport {
    /// When, in milliseconds since 1970 (UTC).
    pub at_ms: i64,
    /// Who.
    pub by: Option<String>,
    /// Name of the file, as the person chose it.
    pub file: String,
    /// BLAKE3 of the file, in hexadecimal: the same file is recognised when it comes again.
    pub file_hash: String,
    /// What its rows were read as: `clients`, `staff`, or a matter kind.
    pub read_as: String,
    /// Counts (rows, created, updated, unchanged, rejected) and warnings, as the import reported them.
    pub summary: Value,
}

/// One thing that an import wrote.
#[derive(Debug, Clone, PartialEq)]
pub struct ImportChange {
    /// What kind of thing.
    pub entity: Noun,
    /// Which one.
    pub id: String,
    /// The thing as it was; `None` where the import brought it in.
    pub before: Option<Value>,
    /// The thing as the import left it; `None` where the import took it out.
    pub after: Option<Value>,
}

impl Reader<'_> {
    /// Imports, newest first.
    pub fn imports(&self, page: Page) -> Result<Vec<ImportRow>, StoreError> {
        let sql = concat!(include_str!("select.sql"), include_str!("order_newest.sql"));
        Ok(rows(self.conn, sql, params![page.limit, page.offset], row_to_import)?)
    }

    /// The import, if there is one of that number.
    pub fn import(&self, id: i64) -> Result<Option<ImportRow>, StoreError> {
        let sql = concat!(include_str!("select.sql"), include_str!("where_id.sql"));
        Ok(row(self.conn, sql, [id], row_to_import)?)
    }

    /// Imports of the file with that hash, newest first.
    pub fn imports_of_file(&self, file_hash: &str) -> Result<Vec<ImportRow>, StoreError> {
        let sql = concat!(include_str!("select.sql"), include_str!("where_hash.sql"));
        Ok(rows(self.conn, sql, [file_hash], row_to_import)?)
    }

    /// What the import wrote, in the order in which it did.
    pub fn import_changes(&self, id: i64) -> Result<Vec<ImportChange>, StoreError> {
        Ok(rows(self.conn, include_str!("changes.sql"), [id], row_to_change)?)
    }

    /// What imports did to one thing, newest first, each with the number of the import.
    pub fn import_changes_of(&self, entity: Noun, id: &str) -> Result<Vec<(i64, ImportChange)>, StoreError> {
        let change = |row: &Row<'_>| Ok((row.get(4)?, row_to_change(row)?));
        Ok(rows(self.conn, include_str!("changes_of.sql"), params![entity.code(), id], change)?)
    }
}

impl Tx<'_> {
    /// Writes down an import and gives its number, which is never used again.
    pub fn add_import(&mut self, import: &NewImport) -> Result<i64, StoreError> {
        self.touch(Noun::Import);
        let NewImport { at_ms, by, file, file_hash, read_as, summary } = import;
        let mut statement = self.inner.prepare_cached(include_str!("add.sql"))?;
        Ok(statement.query_row(params![at_ms, by, file, file_hash, read_as, Json(summary)], |row| row.get(0))?)
    }

    /// Adds what the import wrote, after what was added before.
    pub fn add_import_changes(&mut self, id: i64, changes: &[ImportChange]) -> Result<(), StoreError> {
        self.touch(Noun::Import);
        let mut last_change = self.inner.prepare_cached(include_str!("last_change.sql"))?;
        let last: i64 = last_change.query_row([id], |row| row.get(0))?;
        let mut add = self.inner.prepare_cached(include_str!("add_change.sql"))?;
        for (seq, change) in (last + 1..).zip(changes) {
            let (before, after) = (change.before.as_ref().map(Json), change.after.as_ref().map(Json));
            add.execute(params![id, seq, change.entity.code(), change.id, before, after])?;
        }
        Ok(())
    }

    /// Marks the import as undone.
    ///
    /// # Errors
    /// `not_found`.
    pub fn mark_import_undone(&mut self, id: i64, at_ms: i64) -> Result<(), StoreError> {
        self.touch(Noun::Import);
        let set = run(&self.inner, include_str!("set_undone.sql"), [id, at_ms])?;
        (set > 0).then_some(()).or_not_found(Noun::Import.code(), &id.to_string())
    }
}

fn row_to_import(row: &Row<'_>) -> rusqlite::Result<ImportRow> {
    let import = NewImport {
        at_ms: row.get(1)?,
        by: row.get(2)?,
        file: row.get(3)?,
        file_hash: row.get(4)?,
        read_as: row.get(5)?,
        summary: json(row, 6)?,
    };
    Ok(ImportRow { id: row.get(0)?, import, undone_ms: row.get(7)? })
}

fn row_to_change(row: &Row<'_>) -> rusqlite::Result<ImportChange> {
    Ok(ImportChange {
        entity: parsed(row, 0, Noun::parse)?,
        id: row.get(1)?,
        before: row.get::<_, Option<Json<Value>>>(2)?.map(|json| json.0),
        after: row.get::<_, Option<Json<Value>>>(3)?.map(|json| json.0),
    })
}
