//! Column mappings of imports: a file with the same header is read in the same way without asking again.

use crate::column::{Json, json, row, run};
use crate::{Noun, Reader, StoreError, Tx};
use rusqlite::params;
use serde_json::Value;

impl Reader<'_> {
    /// The mapping saved for headers of that signature.
    pub fn mapping(&self, signature: &str) -> Result<Option<Value>, StoreError> {
        Ok(row(self.conn, include_str!("get.sql"), [signature], |row| json(row, 0))?)
    }
}

impl Tx<'_> {
    /// Saves the mapping for headers of that signature, in the place of an earlier one.
    pub fn put_mapping(&mut self, signature: &str, mapping: &Value, used_ms: i64) -> Result<(), StoreError> {
        self.touch(Noun::Import);
        run(&self.inner, include_str!("put.sql"), params![signature, Json(mapping), used_ms])?;
        Ok(())
    }
}
