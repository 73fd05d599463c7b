//! Messages: the office's own texts, and what people said that they had sent to whom, for what.

use crate::column::{Day, Page, id_list, must_day, parsed, row, rows, run};
use crate::error::OrNotFound;
use crate::{Noun, Reader, StoreError, Tx};
use chrono::NaiveDate;
use huifang_core::domain::{Channel, ClientId, RecordId};
use rusqlite::{Row, params};
use std::collections::BTreeSet;

/// A text of the office's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MessageText {
    /// Its number; `None`: it is to be written for the first time.
    pub id: Option<i64>,
    /// What it is called.
    pub title: String,
    /// `reminder`, `greeting`, `survey`, `other`.
    pub purpose: String,
    /// The words, with placeholders.
    pub text: String,
}

/// What is marked as sent in one step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewMessageBatch {
    /// The day on which it was sent.
    pub on: NaiveDate,
    /// When that was said, in milliseconds since 1970 (UTC).
    pub at_ms: i64,
    /// Who said so.
    pub by: Option<String>,
    /// Short message or WeChat.
    pub channel: Channel,
    /// What it is called.
    pub title: String,
    /// The words, with placeholders.
    pub text: String,
}

/// What was marked as sent in one step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MessageBatch {
    /// Its number.
    pub id: i64,
    /// What it was.
    pub what: NewMessageBatch,
    /// How many messages.
    pub count: u32,
    /// When it was taken back.
    pub undone_ms: Option<i64>,
}

/// One message; to whom it went and what it said stands in its record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Its record.
    pub record: RecordId,
    /// What it was for.
    pub occasion: String,
    /// Number or account.
    pub address: String,
}

/// A message that counts still.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentBefore {
    /// To whom.
    pub client: ClientId,
    /// What for.
    pub occasion: String,
    /// On which day.
    pub on: NaiveDate,
    /// What it was called.
    pub title: String,
}

impl Reader<'_> {
    /// The texts of the office's own, oldest first.
    pub fn message_texts(&self) -> Result<Vec<MessageText>, StoreError> {
        let text = |row: &Row<'_>| {
            Ok(MessageText { id: row.get(0)?, title: row.get(1)?, purpose: row.get(2)?, text: row.get(3)? })
        };
        Ok(rows(self.conn, include_str!("texts.sql"), [], text)?)
    }

    /// What was marked as sent, newest first.
    pub fn message_batches(&self, page: Page) -> Result<Vec<MessageBatch>, StoreError> {
        let sql = concat!(include_str!("select.sql"), include_str!("order_newest.sql"));
        Ok(rows(self.conn, sql, params![page.limit, page.offset], row_to_batch)?)
    }

    /// The batch, if there is one of that number.
    pub fn message_batch(&self, id: i64) -> Result<Option<MessageBatch>, StoreError> {
        let sql = concat!(include_str!("select.sql"), include_str!("where_batch.sql"));
        Ok(row(self.conn, sql, [id], row_to_batch)?)
    }

    /// The messages of a batch.
    pub fn messages_of_batch(&self, id: i64) -> Result<Vec<Message>, StoreError> {
        let message = |row: &Row<'_>| {
            let record: String = row.get(0)?;
            Ok(Message { record: RecordId(record), occasion: row.get(1)?, address: row.get(2)? })
        };
        Ok(rows(self.conn, include_str!("of_batch.sql"), [id], message)?)
    }

    /// The classes that clients are in on the day, each with how many.
    pub fn clients_in_classes(&self, day: NaiveDate) -> Result<Vec<(String, u32)>, StoreError> {
        Ok(rows(self.conn, include_str!("class_counts.sql"), [Day(day)], |row| Ok((row.get(0)?, row.get(1)?)))?)
    }

    /// The messages to these clients that were neither taken back nor struck out, oldest first.
    pub fn messages_to(&self, clients: &BTreeSet<ClientId>) -> Result<Vec<SentBefore>, StoreError> {
        let sent = |row: &Row<'_>| {
            let client: String = row.get(0)?;
            Ok(SentBefore {
                client: ClientId(client),
                occasion: row.get(1)?,
                on: must_day(row, 2)?,
                title: row.get(3)?,
            })
        };
        let wanted = id_list(clients.iter().map(ClientId::as_str));
        Ok(rows(self.conn, include_str!("before.sql"), [wanted], sent)?)
    }
}

impl Tx<'_> {
    /// Writes a text, and gives its number.
    ///
    /// # Errors
    /// `not_found`: it has a number that no text has.
    pub fn put_message_text(&mut self, text: &MessageText, changed_ms: i64) -> Result<i64, StoreError> {
        self.touch(Noun::Message);
        let MessageText { id, title, purpose, text } = text;
        let Some(id) = id else {
            run(&self.inner, include_str!("add_text.sql"), params![title, purpose, text, changed_ms])?;
            return Ok(self.inner.last_insert_rowid());
        };
        let set = run(&self.inner, include_str!("set_text.sql"), params![id, title, purpose, text, changed_ms])?;
        (set > 0).then_some(*id).or_not_found("message_text", &id.to_string())
    }

    /// Takes a text away; what was sent by it keeps its words.
    ///
    /// # Errors
    /// `not_found`.
    pub fn delete_message_text(&mut self, id: i64) -> Result<(), StoreError> {
        self.touch(Noun::Message);
        let gone = run(&self.inner, include_str!("delete_text.sql"), [id])?;
        (gone > 0).then_some(()).or_not_found("message_text", &id.to_string())
    }

    /// Keeps together what is marked as sent at once, and gives its number. The records are there already.
    pub fn add_message_batch(&mut self, batch: &NewMessageBatch, messages: &[Message]) -> Result<i64, StoreError> {
        self.touch(Noun::Message);
        let NewMessageBatch { on, at_ms, by, channel, title, text } = batch;
        let values = params![Day(*on), at_ms, by, channel.code(), title, text];
        run(&self.inner, include_str!("add_batch.sql"), values)?;
        let id = self.inner.last_insert_rowid();
        let mut add = self.inner.prepare_cached(include_str!("add.sql"))?;
        for message in messages {
            add.execute(params![message.record.as_str(), id, message.occasion, message.address])?;
        }
        Ok(id)
    }

    /// Marks a batch as taken back.
    ///
    /// # Errors
    /// `not_found`: there is none, or it was taken back already.
    pub fn set_message_batch_undone(&mut self, id: i64, at_ms: i64) -> Result<(), StoreError> {
        self.touch(Noun::Message);
        let set = run(&self.inner, include_str!("set_undone.sql"), [id, at_ms])?;
        (set > 0).then_some(()).or_not_found("message_batch", &id.to_string())
    }
}

fn row_to_batch(row: &Row<'_>) -> rusqlite::Result<MessageBatch> {
    let what = NewMessageBatch {
        on: must_day(row, 1)?,
        at_ms: row.get(2)?,
        by: row.get(3)?,
        channel: parsed(row, 4, Channel::parse)?,
        title: row.get(5)?,
        text: row.get(6)?,
    };
    Ok(MessageBatch { id: row.get(0)?, what, undone_ms: row.get(7)?, count: row.get(8)? })
}
