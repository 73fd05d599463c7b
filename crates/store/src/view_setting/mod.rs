//! Columns of a table as each person wants them: one JSON value a person and table.

use crate::column::{Json, json, row, run};
use crate::{Noun, Reader, StoreError, Tx};
use huifang_core::domain::StaffId;
use rusqlite::params;
use serde_json::Value;

impl Reader<'_> {
    /// How the person wants the table of that name; without a person: how nobody in particular does.
    pub fn view_setting(&self, staff: Option<&StaffId>, name: &str) -> Result<Option<Value>, StoreError> {
        let staff = staff.map_or("", StaffId::as_str);
        Ok(row(self.conn, include_str!("get.sql"), [staff, name], |row| json(row, 0))?)
    }
}

impl Tx<'_> {
    /// Keeps how the person wants the table of that name.
    pub fn put_view_setting(&mut self, staff: Option<&StaffId>, name: &str, value: &Value) -> Result<(), StoreError> {
        self.touch(Noun::View);
        let staff = staff.map_or("", StaffId::as_str);
        run(&self.inner, include_str!("put.sql"), params![staff, name, Json(value)])?;
        Ok(())
    }
}
