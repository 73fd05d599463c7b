//! Clients that were one: who was merged into whom, and everything as it was before.

use crate::column::{Json, json, row, rows, run};
use crate::error::OrNotFound;
use crate::{Noun, Reader, StoreError, Tx};
use huifang_core::domain::ClientId;
use rusqlite::{Row, params};
use serde_json::Value;

/// Two clients that are being made one.
#[derive(Debug, Clone, PartialEq)]
pub struct NewMerge {
    /// When, in milliseconds since 1970 (UTC).
    pub at_ms: i64,
    /// Who did it.
    pub by: Option<String>,
    /// The client that stays.
    pub kept: ClientId,
    /// The client that goes: from now on his identifier means the kept one.
    pub merged: ClientId,
    /// Everything as it was, in the form of the use case that parts them again.
    pub before: Value,
}

/// Two clients that were made one.
#[derive(Debug, Clone, PartialEq)]
pub struct ClientMerge {
    /// Its number.
    pub id: i64,
    /// What it was.
    pub what: NewMerge,
    /// When they were parted again.
    pub undone_ms: Option<i64>,
}

impl Reader<'_> {
    /// The merge of that number.
    pub fn client_merge(&self, id: i64) -> Result<Option<ClientMerge>, StoreError> {
        let sql = concat!(include_str!("select.sql"), include_str!("where_id.sql"));
        Ok(row(self.conn, sql, [id], row_to_merge)?)
    }

    /// The merges that stand, oldest first.
    pub fn client_merges(&self) -> Result<Vec<ClientMerge>, StoreError> {
        let sql = concat!(include_str!("select.sql"), include_str!("where_standing.sql"));
        Ok(rows(self.conn, sql, [], row_to_merge)?)
    }

    /// Whom the client took in, oldest first; those parted again too.
    pub fn client_merges_of(&self, kept: &ClientId) -> Result<Vec<ClientMerge>, StoreError> {
        let sql = concat!(include_str!("select.sql"), include_str!("where_kept.sql"));
        Ok(rows(self.conn, sql, [kept.as_str()], row_to_merge)?)
    }

    /// The client that the identifier means: himself, or the one into whom he was merged, however often.
    pub fn kept_client(&self, id: &ClientId) -> Result<ClientId, StoreError> {
        let mut id = id.clone();
        // Each step leads to a client that was kept later, so the way ends.
        while let Some(kept) =
            row(self.conn, include_str!("pointer.sql"), [id.as_str()], |row| row.get(0).map(ClientId))?
        {
            id = kept;
        }
        Ok(id)
    }
}

impl Tx<'_> {
    /// Notes that two clients were made one, and gives the merge's number.
    pub fn add_client_merge(&mut self, merge: &NewMerge) -> Result<i64, StoreError> {
        self.touch(Noun::Client);
        let NewMerge { at_ms, by, kept, merged, before } = merge;
        let mut statement = self.inner.prepare_cached(include_str!("add.sql"))?;
        let values = params![at_ms, by, kept.as_str(), merged.as_str(), Json(before)];
        Ok(statement.query_row(values, |row| row.get(0))?)
    }

    /// Notes that the two were parted again.
    ///
    /// # Errors
    /// `not_found`.
    pub fn mark_merge_undone(&mut self, id: i64, at_ms: i64) -> Result<(), StoreError> {
        self.touch(Noun::Client);
        let set = run(&self.inner, include_str!("set_undone.sql"), [id, at_ms])?;
        (set > 0).then_some(()).or_not_found("client_merge", &id.to_string())
    }
}

fn row_to_merge(row: &Row<'_>) -> rusqlite::Result<ClientMerge> {
    let what = NewMerge {
        at_ms: row.get(1)?,
        by: row.get(2)?,
        kept: ClientId(row.get(3)?),
        merged: ClientId(row.get(4)?),
        before: json(row, 5)?,
    };
    Ok(ClientMerge { id: row.get(0)?, what, undone_ms: row.get(6)? })
}
