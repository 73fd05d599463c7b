//! The office's own tables of days off and make-up days, by year.

use crate::column::{Json, json, rows, run};
use crate::{Noun, Reader, StoreError, Tx};
use huifang_core::calendar::HolidayYear;
use rusqlite::params;

impl Reader<'_> {
    /// The office's own tables, by year.
    pub fn holiday_years(&self) -> Result<Vec<HolidayYear>, StoreError> {
        Ok(rows(self.conn, include_str!("all.sql"), [], |row| {
            Ok(HolidayYear { year: row.get(0)?, papers: Vec::new(), days: json(row, 1)? })
        })?)
    }
}

impl Tx<'_> {
    /// Writes a year's table, in the place of the one that there was.
    pub fn put_holiday_year(&mut self, year: &HolidayYear, changed_ms: i64) -> Result<(), StoreError> {
        self.touch(Noun::Office);
        run(&self.inner, include_str!("put.sql"), params![year.year, Json(&year.days), changed_ms])?;
        Ok(())
    }

    /// Forgets the office's own table of a year; nothing happens where there is none.
    pub fn delete_holiday_year(&mut self, year: i32) -> Result<(), StoreError> {
        self.touch(Noun::Office);
        run(&self.inner, include_str!("delete.sql"), [year])?;
        Ok(())
    }
}
