//! Doubtful data that somebody looked at and found to be in order.

use crate::column::{rows, run};
use crate::{Noun, Reader, StoreError, Tx};
use rusqlite::params;

/// A doubt that somebody put aside. It comes back when the data are others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AcceptedDoubt {
    /// What is doubted of whom, as a code.
    pub doubt: String,
    /// The data as they were then, as a hash.
    pub data: String,
    /// When, in milliseconds since 1970 (UTC).
    pub at_ms: i64,
    /// Who found it to be in order.
    pub by: Option<String>,
    /// Why.
    pub reason: String,
}

impl Reader<'_> {
    /// Every doubt that was put aside.
    pub fn accepted_doubts(&self) -> Result<Vec<AcceptedDoubt>, StoreError> {
        let doubt = |row: &rusqlite::Row<'_>| {
            Ok(AcceptedDoubt {
                doubt: row.get(0)?,
                data: row.get(1)?,
                at_ms: row.get(2)?,
                by: row.get(3)?,
                reason: row.get(4)?,
            })
        };
        Ok(rows(self.conn, include_str!("all.sql"), [], doubt)?)
    }
}

impl Tx<'_> {
    /// Puts a doubt aside.
    pub fn accept_doubt(&mut self, doubt: &AcceptedDoubt) -> Result<(), StoreError> {
        self.touch(Noun::Client);
        let AcceptedDoubt { doubt, data, at_ms, by, reason } = doubt;
        run(&self.inner, include_str!("put.sql"), params![doubt, data, at_ms, by, reason])?;
        Ok(())
    }

    /// Doubts again.
    pub fn drop_accepted_doubt(&mut self, doubt: &str) -> Result<(), StoreError> {
        self.touch(Noun::Client);
        run(&self.inner, include_str!("delete.sql"), [doubt])?;
        Ok(())
    }
}
