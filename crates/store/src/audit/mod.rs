//! The audit: one row for each operation, each holding the hash of the one before it.
//!
//! Guarantees: a row changed, removed or put between others is found by [`Store::verify_audit`](crate::Store); rows
//! cut off at the end are found by comparing the head with one that was printed. The detail of a row may be blanked
//! (a person is erased): the chain holds only its salted hash, and stays whole.

use crate::column::{row, rows, run};
use crate::{Noun, Op, Reader, StoreError};
use huifang_core::domain::ClientId;
use rusqlite::{Connection, Row, params};
use serde_json::Value;
use std::collections::BTreeSet;
use thiserror::Error;

/// `prev_hash` of the first row.
const GENESIS: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// The end of the chain: two files with the same head have the same history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditHead {
    /// Number of the last row; 0 where there is none.
    pub seq: i64,
    /// Its hash (BLAKE3, hexadecimal), as it is printed on signed reports.
    pub hash: String,
    /// How many rows have had their detail blanked.
    pub blanked: u64,
}

/// Why the chain could not be verified.
#[derive(Debug, Error)]
pub enum AuditError {
    /// The row does not fit what it holds or the row before it.
    #[error("the audit chain breaks at row {seq}: {found}")]
    Broken {
        /// The first row that does not fit.
        seq: i64,
        /// What does not fit, as a code: `sequence`, `previous`, `row`, `content`.
        found: &'static str,
    },
    /// The file could not be read.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// One operation as the audit keeps it.
#[derive(Debug, Clone, PartialEq)]
pub struct AuditRow {
    /// Number, from 1, without gaps.
    pub seq: i64,
    /// When, in milliseconds since 1970 (UTC).
    pub at_ms: i64,
    /// Who.
    pub by: Option<String>,
    /// What, as a code.
    pub op: String,
    /// What it touched.
    pub changed: BTreeSet<Noun>,
    /// Whether it was written under a clock set by hand.
    pub pretended: bool,
    /// The detail given with the operation; `None` once blanked.
    pub detail: Option<Value>,
    /// Hash of the row, in hexadecimal.
    pub hash: String,
}

impl Reader<'_> {
    /// The last operations, newest first.
    pub fn audit_tail(&self, limit: u32) -> Result<Vec<AuditRow>, StoreError> {
        let sql = concat!(include_str!("select.sql"), include_str!("order_last.sql"));
        let found = rows(self.conn, sql, [limit], row_to_link)?;
        Ok(found.into_iter().map(Link::into_row).collect())
    }

    /// The operations whose detail names the client under `client`, newest first.
    pub fn audit_of_client(&self, client: &ClientId, limit: u32) -> Result<Vec<AuditRow>, StoreError> {
        let sql = concat!(include_str!("select.sql"), include_str!("where_client.sql"));
        let found = rows(self.conn, sql, params![client.as_str(), limit], row_to_link)?;
        Ok(found.into_iter().map(Link::into_row).collect())
    }

    /// One operation.
    pub fn audit_row(&self, seq: i64) -> Result<Option<AuditRow>, StoreError> {
        let sql = concat!(include_str!("select.sql"), include_str!("where_seq.sql"));
        Ok(row(self.conn, sql, [seq], row_to_link)?.map(Link::into_row))
    }

    /// The end of the chain, unverified: what a signed report prints.
    pub fn audit_head(&self) -> Result<(i64, String), StoreError> {
        Ok(head(self.conn)?)
    }
}

/// Adds the row of one operation.
pub(crate) fn append(conn: &Connection, op: &Op<'_>, changed: &BTreeSet<Noun>) -> Result<(), StoreError> {
    let (last, prev_hash) = head(conn)?;
    let salt: Vec<u8> = conn.prepare_cached(include_str!("salt.sql"))?.query_row([], |row| row.get(0))?;
    let detail = op.detail.to_string();
    let mut link = Link {
        seq: last + 1,
        at_ms: op.at_ms,
        by: op.by.map(str::to_owned),
        op: op.name.to_owned(),
        changed: codes(changed),
        pretended: op.pretended,
        content_hash: content_hash(&salt, &detail),
        prev_hash,
        hash: String::new(),
        content: Some((salt, detail)),
    };
    link.hash = link.computed_hash();
    link.insert(conn)
}

/// Walks the chain.
pub(crate) fn verify(conn: &Connection) -> Result<AuditHead, AuditError> {
    let mut head = AuditHead { seq: 0, hash: GENESIS.to_owned(), blanked: 0 };
    let sql = concat!(include_str!("select.sql"), include_str!("order_by_seq.sql"));
    let mut statement = conn.prepare_cached(sql).map_err(StoreError::from)?;
    for link in statement.query_map([], row_to_link).map_err(StoreError::from)? {
        let link = link.map_err(StoreError::from)?;
        link.check(&head)?;
        head = AuditHead { seq: link.seq, hash: link.hash, blanked: head.blanked + u64::from(link.content.is_none()) };
    }
    Ok(head)
}

fn head(conn: &Connection) -> rusqlite::Result<(i64, String)> {
    let last = row(conn, include_str!("head.sql"), [], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(last.unwrap_or((0, GENESIS.to_owned())))
}

/// A row with what it hashes.
struct Link {
    seq: i64,
    at_ms: i64,
    by: Option<String>,
    op: String,
    changed: String,
    pretended: bool,
    content_hash: String,
    prev_hash: String,
    hash: String,
    content: Option<(Vec<u8>, String)>,
}

impl Link {
    /// BLAKE3 over the row in one canonical form: every field preceded by its length, an absent one by a length that no
    /// field has, so that no two rows have the same form.
    fn computed_hash(&self) -> String {
        let mut hasher = blake3::Hasher::new();
        let mut field = |bytes: Option<&[u8]>| {
            hasher.update(&bytes.map_or(u64::MAX, |b| b.len() as u64).to_le_bytes());
            hasher.update(bytes.unwrap_or_default());
        };
        field(Some(&self.seq.to_le_bytes()));
        field(Some(&self.at_ms.to_le_bytes()));
        field(self.by.as_deref().map(str::as_bytes));
        field(Some(self.op.as_bytes()));
        field(Some(self.changed.as_bytes()));
        field(Some(&[u8::from(self.pretended)]));
        field(Some(self.content_hash.as_bytes()));
        field(Some(self.prev_hash.as_bytes()));
        hasher.finalize().to_hex().to_string()
    }

    fn check(&self, before: &AuditHead) -> Result<(), AuditError> {
        let content_fits =
            self.content.as_ref().is_none_or(|(salt, detail)| content_hash(salt, detail) == self.content_hash);
        let found = match () {
            () if self.seq != before.seq + 1 => "sequence",
            () if self.prev_hash != before.hash => "previous",
            () if self.hash != self.computed_hash() => "row",
            () if !content_fits => "content",
            () => return Ok(()),
        };
        Err(AuditError::Broken { seq: self.seq, found })
    }

    fn insert(&self, conn: &Connection) -> Result<(), StoreError> {
        run(
            conn,
            include_str!("append.sql"),
            params![
                self.seq,
                self.at_ms,
                self.by,
                self.op,
                self.changed,
                self.pretended,
                self.content_hash,
                self.prev_hash,
                self.hash
            ],
        )?;
        let (salt, detail) = self.content.as_ref().map(|(salt, detail)| (salt, detail)).unzip();
        run(conn, include_str!("append_content.sql"), params![self.seq, salt, detail])?;
        Ok(())
    }

    fn into_row(self) -> AuditRow {
        AuditRow {
            seq: self.seq,
            at_ms: self.at_ms,
            by: self.by,
            op: self.op,
            changed: self.changed.split(',').filter_map(Noun::parse).collect(),
            pretended: self.pretended,
            detail: self.content.and_then(|(_, detail)| serde_json::from_str(&detail).ok()),
            hash: self.hash,
        }
    }
}

fn row_to_link(row: &Row<'_>) -> rusqlite::Result<Link> {
    let salt: Option<Vec<u8>> = row.get(9)?;
    let detail: Option<String> = row.get(10)?;
    Ok(Link {
        seq: row.get(0)?,
        at_ms: row.get(1)?,
        by: row.get(2)?,
        op: row.get(3)?,
        changed: row.get(4)?,
        pretended: row.get(5)?,
        content_hash: row.get(6)?,
        prev_hash: row.get(7)?,
        hash: row.get(8)?,
        content: salt.zip(detail),
    })
}

fn content_hash(salt: &[u8], detail: &str) -> String {
    let mut hasher = blake3::Hasher::new();
    hasher.update(salt);
    hasher.update(detail.as_bytes());
    hasher.finalize().to_hex().to_string()
}

fn codes(nouns: &BTreeSet<Noun>) -> String {
    nouns.iter().map(|noun| noun.code()).collect::<Vec<_>>().join(",")
}
