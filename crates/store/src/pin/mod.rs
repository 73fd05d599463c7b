//! PINs of people of staff: only their hashes, and the wrong tries.

use crate::column::{row, rows, run};
use crate::error::{OrNotFound, StoreError};
use crate::{Noun, Reader, Tx};
use huifang_core::domain::StaffId;
use rusqlite::params;

/// A person's PIN, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pin {
    /// Whose.
    pub staff: StaffId,
    /// The hash with its parameters and salt (PHC string, argon2id); the PIN itself stands nowhere.
    pub hash: String,
    /// When it was set, in milliseconds since 1970 (UTC).
    pub set_ms: i64,
    /// Wrong tries since the last right one; none: there were none.
    pub wrong: Option<WrongTries>,
}

/// Tries with a wrong PIN, one after the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WrongTries {
    /// How many, at least 1.
    pub count: u32,
    /// When the last of them was, in milliseconds since 1970 (UTC).
    pub last_ms: i64,
}

impl Reader<'_> {
    /// The person's PIN, if he has one.
    pub fn pin(&self, staff: &StaffId) -> Result<Option<Pin>, StoreError> {
        let found = row(self.conn, include_str!("where_staff.sql"), [staff.as_str()], |row| {
            let (count, last_ms): (u32, Option<i64>) = (row.get(2)?, row.get(3)?);
            let wrong = last_ms.map(|last_ms| WrongTries { count, last_ms });
            Ok(Pin { staff: StaffId(row.get(0)?), hash: row.get(1)?, set_ms: row.get(4)?, wrong })
        });
        Ok(found?)
    }

    /// Who has a PIN.
    pub fn staff_with_pin(&self) -> Result<Vec<StaffId>, StoreError> {
        Ok(rows(self.conn, include_str!("staff_ids.sql"), [], |row| Ok(StaffId(row.get(0)?)))?)
    }
}

impl Tx<'_> {
    /// Writes the PIN: a new one, or in the place of the one that the person had.
    pub fn put_pin(&mut self, pin: &Pin) -> Result<(), StoreError> {
        self.touch(Noun::Staff);
        let (count, last_ms) = pin.wrong.map_or((0, None), |wrong| (wrong.count, Some(wrong.last_ms)));
        let values = params![pin.staff.as_str(), pin.hash, count, last_ms, pin.set_ms];
        run(&self.inner, include_str!("put.sql"), values)?;
        Ok(())
    }

    /// Takes the person's PIN away.
    ///
    /// # Errors
    /// `not_found`: he has none.
    pub fn delete_pin(&mut self, staff: &StaffId) -> Result<(), StoreError> {
        self.touch(Noun::Staff);
        let gone = run(&self.inner, include_str!("delete.sql"), [staff.as_str()])?;
        (gone > 0).then_some(()).or_not_found("pin", staff.as_str())
    }
}
