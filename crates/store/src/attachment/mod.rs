//! Attachments: what is known of the files beside the database. The files themselves are the business of `file::vault`.

use crate::column::{Json, id_list, json, row, rows, run};
use crate::error::{OrNotFound, StoreError};
use crate::{Noun, Reader, Tx};
use huifang_core::domain::{ClientId, MatterId, RecordId};
use rusqlite::{Row, params};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A file that belongs to a client, a matter or a record.
#[derive(Debug, Clone, PartialEq)]
pub struct Attachment {
    /// Identifier.
    pub id: String,
    /// Whose.
    pub client: Option<ClientId>,
    /// About what.
    pub matter: Option<MatterId>,
    /// The record with which it was taken.
    pub record: Option<RecordId>,
    /// What it is: `photo`, `pdf`, `recording`, `signature`.
    pub kind: String,
    /// Name of the file as the person knows it.
    pub name: String,
    /// Media type, as its bytes say.
    pub mime: String,
    /// Size in bytes.
    pub bytes: u32,
    /// BLAKE3 of its bytes, in hexadecimal: where the file stands.
    pub hash: String,
    /// A small picture of it as JPEG.
    pub thumbnail: Option<Vec<u8>>,
    /// What was signed, for a signature.
    pub signed: Option<Signed>,
    /// When, in milliseconds since 1970 (UTC).
    pub at_ms: i64,
    /// Who brought it in.
    pub by: Option<String>,
    /// Why and by whom it was struck out; none: it counts.
    pub struck: Option<Struck>,
}

/// What makes a signature more than a picture.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Signed {
    /// The strokes as they were drawn: points with time and pressure.
    pub strokes: Value,
    /// BLAKE3 of the form as it stood when it was signed, in hexadecimal.
    pub form_hash: String,
}

/// An attachment that was struck out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Struck {
    /// When, in milliseconds since 1970 (UTC).
    pub at_ms: i64,
    /// Who did it.
    pub by: Option<String>,
    /// Why.
    pub reason: String,
}

impl Reader<'_> {
    /// The attachment, if there is one of that identifier.
    pub fn attachment(&self, id: &str) -> Result<Option<Attachment>, StoreError> {
        let sql = concat!(include_str!("select.sql"), include_str!("where_id.sql"));
        Ok(row(self.conn, sql, [id], row_to_attachment)?)
    }

    /// Those of the identifiers that there are, in the order in which they came.
    pub fn attachments<'a>(&self, ids: impl IntoIterator<Item = &'a str>) -> Result<Vec<Attachment>, StoreError> {
        let sql = concat!(include_str!("select.sql"), include_str!("where_ids.sql"));
        Ok(rows(self.conn, sql, [id_list(ids)], row_to_attachment)?)
    }

    /// The client's attachments, struck out ones included, the last one first.
    pub fn attachments_of_client(&self, client: &ClientId) -> Result<Vec<Attachment>, StoreError> {
        let sql = concat!(include_str!("select.sql"), include_str!("where_client.sql"));
        Ok(rows(self.conn, sql, [client.as_str()], row_to_attachment)?)
    }

    /// The attachments of a record, in the order in which they came.
    pub fn attachments_of_record(&self, record: &RecordId) -> Result<Vec<Attachment>, StoreError> {
        let sql = concat!(include_str!("select.sql"), include_str!("where_record.sql"));
        Ok(rows(self.conn, sql, [record.as_str()], row_to_attachment)?)
    }
}

impl Tx<'_> {
    /// Writes down a new attachment; its file must be in its place already.
    pub fn add_attachment(&mut self, new: &Attachment) -> Result<(), StoreError> {
        self.touch(Noun::Attachment);
        run(
            &self.inner,
            include_str!("put.sql"),
            params![
                new.id,
                new.client.as_ref().map(ClientId::as_str),
                new.matter.as_ref().map(MatterId::as_str),
                new.record.as_ref().map(RecordId::as_str),
                new.kind,
                new.name,
                new.mime,
                new.bytes,
                new.hash,
                new.thumbnail,
                new.signed.as_ref().map(Json),
                new.at_ms,
                new.by,
                new.struck.as_ref().map(Json)
            ],
        )?;
        Ok(())
    }

    /// Joins an attachment to the record with which it was taken.
    ///
    /// # Errors
    /// `not_found`.
    pub fn join_attachment(&mut self, id: &str, record: &RecordId) -> Result<(), StoreError> {
        self.touch(Noun::Attachment);
        let joined = run(&self.inner, include_str!("set_record.sql"), [id, record.as_str()])?;
        (joined > 0).then_some(()).or_not_found(Noun::Attachment.code(), id)
    }

    /// Gives attachments to another client, where two were one or are parted again.
    pub fn give_attachments(&mut self, ids: &[String], client: &ClientId) -> Result<(), StoreError> {
        self.touch(Noun::Attachment);
        let list = id_list(ids.iter().map(String::as_str));
        run(&self.inner, include_str!("set_client.sql"), params![list, client.as_str()])?;
        Ok(())
    }

    /// Strikes an attachment out. Its file stays.
    ///
    /// # Errors
    /// `not_found`.
    pub fn strike_attachment(&mut self, id: &str, struck: &Struck) -> Result<(), StoreError> {
        self.touch(Noun::Attachment);
        let done = run(&self.inner, include_str!("set_struck.sql"), params![id, Json(struck)])?;
        (done > 0).then_some(()).or_not_found(Noun::Attachment.code(), id)
    }
}

fn row_to_attachment(row: &Row<'_>) -> rusqlite::Result<Attachment> {
    let optional = |index| row.get::<_, Option<String>>(index);
    Ok(Attachment {
        id: row.get(0)?,
        client: optional(1)?.map(ClientId),
        matter: optional(2)?.map(MatterId),
        record: optional(3)?.map(RecordId),
        kind: row.get(4)?,
        name: row.get(5)?,
        mime: row.get(6)?,
        bytes: row.get(7)?,
        hash: row.get(8)?,
        thumbnail: row.get(9)?,
        signed: optional(10)?.map(|_| json(row, 10)).transpose()?,
        at_ms: row.get(11)?,
        by: row.get(12)?,
        struck: optional(13)?.map(|_| json(row, 13)).transpose()?,
    })
}
