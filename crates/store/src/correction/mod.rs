//! Corrections (更正记录): which record took the place of which, and why. Both stay; the earlier one is struck out.

use crate::column::{id_list, rows, run};
use crate::{Noun, Reader, StoreError, Tx};
use huifang_core::domain::RecordId;
use rusqlite::Row;

/// A record that took the place of an earlier one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// The new record.
    pub record: RecordId,
    /// The record that it corrects.
    pub corrects: RecordId,
    /// Why.
    pub reason: String,
}

impl Reader<'_> {
    /// The corrections in which one of the records is the new one or the old one.
    pub fn corrections_around<'a>(
        &self,
        records: impl IntoIterator<Item = &'a RecordId>,
    ) -> Result<Vec<Correction>, StoreError> {
        let sql = concat!(include_str!("select.sql"), include_str!("where_either.sql"));
        let ids = id_list(records.into_iter().map(RecordId::as_str));
        Ok(rows(self.conn, sql, [ids], row_to_correction)?)
    }
}

impl Tx<'_> {
    /// Writes down that a record takes the place of another.
    ///
    /// # Errors
    /// `conflict` (`duplicate`): that other was corrected already.
    pub fn add_correction(&mut self, new: &Correction) -> Result<(), StoreError> {
        self.touch(Noun::Record);
        run(&self.inner, include_str!("add.sql"), [new.record.as_str(), new.corrects.as_str(), new.reason.as_str()])?;
        Ok(())
    }
}

fn row_to_correction(row: &Row<'_>) -> rusqlite::Result<Correction> {
    Ok(Correction { record: RecordId(row.get(0)?), corrects: RecordId(row.get(1)?), reason: row.get(2)? })
}
