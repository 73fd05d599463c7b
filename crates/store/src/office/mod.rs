//! Settings of the office: one JSON value a name.

use crate::column::{Json, json, row, rows, run};
use crate::{Noun, Reader, StoreError, Tx};
use rusqlite::params;
use serde_json::Value;
use std::collections::BTreeMap;

impl Reader<'_> {
    /// The setting, if it was ever set.
    pub fn setting(&self, name: &str) -> Result<Option<Value>, StoreError> {
        Ok(row(self.conn, include_str!("get.sql"), [name], |row| json(row, 0))?)
    }

    /// All settings.
    pub fn settings(&self) -> Result<BTreeMap<String, Value>, StoreError> {
        let found = rows(self.conn, include_str!("all.sql"), [], |row| Ok((row.get(0)?, json(row, 1)?)))?;
        Ok(found.into_iter().collect())
    }
}

impl Tx<'_> {
    /// Sets the setting.
    pub fn put_setting(&mut self, name: &str, value: &Value) -> Result<(), StoreError> {
        self.touch(Noun::Office);
        run(&self.inner, include_str!("put.sql"), params![name, Json(value)])?;
        Ok(())
    }

    /// Forgets the setting; nothing happens where it was not set.
    pub fn delete_setting(&mut self, name: &str) -> Result<(), StoreError> {
        self.touch(Noun::Office);
        run(&self.inner, include_str!("delete.sql"), [name])?;
        Ok(())
    }
}
