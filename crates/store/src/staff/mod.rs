//! People of staff.

use crate::column::{Json, json, row, rows, run};
use crate::error::{Clash, OrNotFound, StoreError};
use crate::{Noun, Reader, Tx};
use huifang_core::domain::{Staff, StaffId};
use rusqlite::{Row, params};

impl Reader<'_> {
    /// The person, if there is one of that identifier.
    pub fn staff(&self, id: &StaffId) -> Result<Option<Staff>, StoreError> {
        let sql = concat!(include_str!("select.sql"), include_str!("where_id.sql"));
        Ok(row(self.conn, sql, [id.as_str()], row_to_staff)?)
    }

    /// Everybody, those who left included.
    pub fn staff_all(&self) -> Result<Vec<Staff>, StoreError> {
        let sql = concat!(include_str!("select.sql"), include_str!("order_by_id.sql"));
        Ok(rows(self.conn, sql, [], row_to_staff)?)
    }
}

impl Tx<'_> {
    /// Writes the person: a new one, or in the place of the one of that identifier.
    pub fn put_staff(&mut self, staff: &Staff) -> Result<(), StoreError> {
        self.touch(Noun::Staff);
        run(
            &self.inner,
            include_str!("put.sql"),
            params![
                staff.id.as_str(),
                staff.name,
                staff.role,
                staff.department,
                staff.phone,
                Json(&staff.areas),
                staff.active
            ],
        )?;
        Ok(())
    }

    /// Takes the person out of the office, as if he had never been there. Someone who left is set inactive instead.
    ///
    /// # Errors
    /// `not_found`; `conflict` (`in_use`) while a record, decision, client or matter names the person. Facts name staff
    /// as they were written, by identifier or name, so no foreign key could say it.
    pub fn delete_staff(&mut self, id: &StaffId) -> Result<(), StoreError> {
        self.touch(Noun::Staff);
        if self.inner.prepare_cached(include_str!("in_use.sql"))?.exists([id.as_str()])? {
            return Err(StoreError::conflict(Clash::InUse, format!("staff {id}")));
        }
        let gone = run(&self.inner, include_str!("delete.sql"), [id.as_str()])?;
        (gone > 0).then_some(()).or_not_found(Noun::Staff.code(), id.as_str())
    }
}

fn row_to_staff(row: &Row<'_>) -> rusqlite::Result<Staff> {
    Ok(Staff {
        id: StaffId(row.get(0)?),
        name: row.get(1)?,
        role: row.get(2)?,
        department: row.get(3)?,
        phone: row.get(4)?,
        areas: json(row, 5)?,
        active: row.get(6)?,
    })
}
