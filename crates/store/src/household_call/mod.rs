//! Calls to a household: the records of several clients that were one call.

use crate::column::{rows, run};
use crate::{Noun, Reader, StoreError, Tx};
use huifang_core::domain::RecordId;

impl Reader<'_> {
    /// The records of the call of which the record is one; none where it was a call to one client.
    pub fn records_of_call(&self, record: &RecordId) -> Result<Vec<RecordId>, StoreError> {
        Ok(rows(self.conn, include_str!("records.sql"), [record.as_str()], |row| row.get(0).map(RecordId))?)
    }
}

impl Tx<'_> {
    /// Notes that the records were one call; it is named by the first of them.
    pub fn put_call(&mut self, records: &[RecordId]) -> Result<(), StoreError> {
        self.touch(Noun::Record);
        let Some(call) = records.first() else { return Ok(()) };
        for record in records {
            run(&self.inner, include_str!("put.sql"), [record.as_str(), call.as_str()])?;
        }
        Ok(())
    }
}
