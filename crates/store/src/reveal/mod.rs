//! Who had a client's hidden numbers shown to him.

use crate::column::{Day, row, run};
use crate::{Noun, Reader, StoreError, Tx};
use chrono::NaiveDate;
use huifang_core::domain::ClientId;
use rusqlite::params;

impl Reader<'_> {
    /// Whether that person had the client's numbers shown to him on that day; an empty `staff` is nobody in particular.
    pub fn is_revealed(&self, client: &ClientId, on: NaiveDate, staff: &str) -> Result<bool, StoreError> {
        let values = params![client.as_str(), Day(on), staff];
        Ok(row(self.conn, include_str!("exists.sql"), values, |_| Ok(()))?.is_some())
    }
}

impl Tx<'_> {
    /// Notes that the client's numbers were shown to that person on that day.
    ///
    /// # Errors
    /// `conflict`: that is noted already, or there is no such client.
    pub fn add_reveal(&mut self, client: &ClientId, on: NaiveDate, staff: &str, at_ms: i64) -> Result<(), StoreError> {
        self.touch(Noun::Client);
        run(&self.inner, include_str!("add.sql"), params![client.as_str(), Day(on), staff, at_ms])?;
        Ok(())
    }
}
