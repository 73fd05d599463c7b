//! Views of the worklist that people saved, each for himself.

use crate::column::{Json, json, row, rows, run};
use crate::error::OrNotFound;
use crate::{Noun, Reader, StoreError, Tx};
use rusqlite::{Row, params};
use serde_json::Value;

/// A saved view.
#[derive(Debug, Clone, PartialEq)]
pub struct SavedViewRow {
    /// Identifier.
    pub id: String,
    /// Whose it is (staff id); empty: of nobody who signed in.
    pub staff: String,
    /// Its name.
    pub name: String,
    /// What it lists; what this says is the office's business.
    pub filter: Value,
    /// Its place among his views, from 0.
    pub position: u32,
}

impl Reader<'_> {
    /// The views of a person, in their order.
    pub fn saved_views(&self, staff: &str) -> Result<Vec<SavedViewRow>, StoreError> {
        let sql = concat!(include_str!("select.sql"), include_str!("where_staff.sql"));
        Ok(rows(self.conn, sql, [staff], row_to_view)?)
    }

    /// The view, if there is one of that identifier.
    pub fn saved_view(&self, id: &str) -> Result<Option<SavedViewRow>, StoreError> {
        let sql = concat!(include_str!("select.sql"), include_str!("where_id.sql"));
        Ok(row(self.conn, sql, [id], row_to_view)?)
    }
}

impl Tx<'_> {
    /// Writes the view: a new one, or in the place of the one of that identifier.
    pub fn put_saved_view(&mut self, view: &SavedViewRow) -> Result<(), StoreError> {
        self.touch(Noun::View);
        let values = params![view.id, view.staff, view.name, Json(&view.filter), view.position];
        run(&self.inner, include_str!("put.sql"), values)?;
        Ok(())
    }

    /// Takes the view away.
    ///
    /// # Errors
    /// `not_found`.
    pub fn delete_saved_view(&mut self, id: &str) -> Result<(), StoreError> {
        self.touch(Noun::View);
        let gone = run(&self.inner, include_str!("delete.sql"), [id])?;
        (gone > 0).then_some(()).or_not_found("view", id)
    }
}

fn row_to_view(row: &Row<'_>) -> rusqlite::Result<SavedViewRow> {
    Ok(SavedViewRow {
        id: row.get(0)?,
        staff: row.get(1)?,
        name: row.get(2)?,
        filter: json(row, 3)?,
        position: row.get(4)?,
    })
}
