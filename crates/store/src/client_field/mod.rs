//! Fields of clients that the office defined for itself.

use crate::column::{Json, json, parsed, rows, run};
use crate::{Noun, Reader, StoreError, Tx};
use rusqlite::params;

/// How a field is filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldKind {
    /// Any text.
    Text,
    /// A number.
    Number,
    /// A civil day.
    Date,
    /// One of the choices.
    Choice,
}

impl FieldKind {
    /// Every kind, in the order in which they are offered.
    pub const ALL: &[Self] = &[Self::Text, Self::Number, Self::Date, Self::Choice];

    /// The code that is stored and sent to the window.
    pub fn code(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Number => "number",
            Self::Date => "date",
            Self::Choice => "choice",
        }
    }

    /// The kind of a code; `None` for an unknown one.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.code() == code)
    }
}

/// A field of clients that the office defined.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClientField {
    /// Key in `Client::fields`.
    pub code: String,
    /// What it is called.
    pub label: String,
    /// How it is filled in.
    pub kind: FieldKind,
    /// What may be chosen; empty for the other kinds.
    pub choices: Vec<String>,
}

impl Reader<'_> {
    /// The office's own fields, in its order.
    pub fn client_fields(&self) -> Result<Vec<ClientField>, StoreError> {
        let field = |row: &rusqlite::Row<'_>| {
            let kind = parsed(row, 2, FieldKind::parse)?;
            Ok(ClientField { code: row.get(0)?, label: row.get(1)?, kind, choices: json(row, 3)? })
        };
        Ok(rows(self.conn, include_str!("all.sql"), [], field)?)
    }
}

impl Tx<'_> {
    /// Sets the office's own fields, in this order. What clients have in a field that is gone stays with them.
    pub fn put_client_fields(&mut self, fields: &[ClientField]) -> Result<(), StoreError> {
        self.touch(Noun::Client);
        self.touch(Noun::Office);
        run(&self.inner, include_str!("clear.sql"), [])?;
        for (position, field) in (0_i64..).zip(fields) {
            let values = params![field.code, field.label, field.kind.code(), Json(&field.choices), position];
            run(&self.inner, include_str!("put.sql"), values)?;
        }
        Ok(())
    }
}
