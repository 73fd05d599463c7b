//! The policy packs that the office enabled, every version with the parameters and the text that were in force: an
//! occurrence is judged by those of its anchor day.

use crate::column::{Day, Json, day, json, must_day, rows, run};
use crate::{Noun, Reader, StoreError, Tx};
use chrono::NaiveDate;
use rusqlite::{Row, params};
use serde_json::Value;

/// One version of an enabled pack.
#[derive(Debug, Clone, PartialEq)]
pub struct PackRow {
    /// The pack's identifier.
    pub id: String,
    /// Number of this version in this office, from 1: it grows with each change of text or parameters.
    pub version: u32,
    /// First day on which it is in force.
    pub effective_from: NaiveDate,
    /// First day on which it is no longer in force; `None` while it is.
    pub until: Option<NaiveDate>,
    /// The office's parameters, as the pack language reads them.
    pub params: Value,
    /// Other values for a client class or one client, as the use cases write them.
    pub overrides: Value,
    /// The pack's text (TOML) as it was enabled, so that no change of the program changes what was in force.
    pub text: String,
}

impl Reader<'_> {
    /// All versions of all packs, by identifier and version.
    pub fn packs(&self) -> Result<Vec<PackRow>, StoreError> {
        let sql = concat!(include_str!("select.sql"), include_str!("order_by_version.sql"));
        Ok(rows(self.conn, sql, [], row_to_pack)?)
    }
}

impl Tx<'_> {
    /// Writes a version of a pack: a new one, or in the place of the same one.
    pub fn put_pack(&mut self, pack: &PackRow) -> Result<(), StoreError> {
        self.touch(Noun::Pack);
        let PackRow { id, version, effective_from, until, params, overrides, text } = pack;
        let values = params![id, version, Day(*effective_from), until.map(Day), Json(params), text, Json(overrides)];
        run(&self.inner, include_str!("put.sql"), values)?;
        Ok(())
    }
}

fn row_to_pack(row: &Row<'_>) -> rusqlite::Result<PackRow> {
    Ok(PackRow {
        id: row.get(0)?,
        version: row.get(1)?,
        effective_from: must_day(row, 2)?,
        until: day(row, 3)?,
        params: json(row, 4)?,
        text: row.get(5)?,
        overrides: json(row, 6)?,
    })
}
