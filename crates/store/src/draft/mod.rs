//! Half-filled forms. A draft is no fact: keeping one is no operation, has no row in the audit and touches no noun; but it
//! is on the disk when the call returns, like every write.

use crate::column::{Json, json, rows, run};
use crate::{Reader, Store, StoreError, Tx};
use rusqlite::{Connection, Row, params};
use serde_json::Value;

/// What somebody had typed into a form when he was called away.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// Whose it is: an id of staff; empty where nobody had said who he is.
    pub author: String,
    /// What kind of form: `call`, `matter`, `client`, `round`.
    pub kind: String,
    /// Which form of that kind: the id of the task, of the matter, of the client, of the round; `new` for a new one.
    pub key: String,
    /// What it is called in a list.
    pub title: String,
    /// What was typed, in the shape of the form.
    pub body: Value,
    /// Name of the field in which the cursor stood; empty: none.
    pub field: String,
    /// Where it stood there, in characters.
    pub cursor: Option<u32>,
    /// When it was kept, in milliseconds since 1970 (UTC).
    pub at_ms: i64,
}

impl Reader<'_> {
    /// The drafts of a person, the last one first.
    pub fn drafts_of(&self, author: &str) -> Result<Vec<Draft>, StoreError> {
        let sql = concat!(include_str!("select.sql"), include_str!("where_author.sql"));
        Ok(rows(self.conn, sql, [author], row_to_draft)?)
    }
}

impl Store {
    /// Keeps a draft in the place of the one that the person had of that form. It is durable when this returns.
    pub fn keep_draft(&mut self, draft: &Draft) -> Result<(), StoreError> {
        let Draft { author, kind, key, title, body, field, cursor, at_ms } = draft;
        let sql = include_str!("put.sql");
        run(self.conn(), sql, params![author, kind, key, title, Json(body), field, cursor, at_ms])?;
        Ok(())
    }

    /// Throws a draft away; one that is gone already is no error.
    pub fn drop_draft(&mut self, author: &str, kind: &str, key: &str) -> Result<(), StoreError> {
        drop_from(self.conn(), author, kind, key)
    }
}

impl Tx<'_> {
    /// Forgets the draft of what is being saved.
    pub fn drop_draft(&mut self, author: &str, kind: &str, key: &str) -> Result<(), StoreError> {
        drop_from(&self.inner, author, kind, key)
    }
}

fn drop_from(conn: &Connection, author: &str, kind: &str, key: &str) -> Result<(), StoreError> {
    run(conn, include_str!("delete.sql"), [author, kind, key])?;
    Ok(())
}

fn row_to_draft(row: &Row<'_>) -> rusqlite::Result<Draft> {
    Ok(Draft {
        author: row.get(0)?,
        kind: row.get(1)?,
        key: row.get(2)?,
        title: row.get(3)?,
        body: json(row, 4)?,
        field: row.get(5)?,
        cursor: row.get(6)?,
        at_ms: row.get(7)?,
    })
}
