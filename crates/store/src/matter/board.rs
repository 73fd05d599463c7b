//! The board of a kind: which matters stand where. Indexed walks, since an office has several hundred thousand matters.

use crate::column::{Day, Page, id_list, rows};
use crate::{Reader, StoreError};
use chrono::NaiveDate;
use huifang_core::domain::{ClientId, MatterId, StaffRef};
use rusqlite::params;
use std::collections::BTreeSet;

/// Which matters of a kind.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Board {
    /// Kind.
    pub kind: String,
    /// Of this department only.
    pub department: Option<String>,
    /// Dealt with by this person only: every way in which lists name him. Empty: whoever.
    pub handler: Vec<StaffRef>,
    /// Only these; `None`: all.
    pub among: Option<BTreeSet<MatterId>>,
}

impl Reader<'_> {
    /// How many of them stand at each stage, by one walk. A matter without milestones stands at ``.
    pub fn matter_counts(&self, board: &Board) -> Result<Vec<(String, u32)>, StoreError> {
        let (handler, among) = (board.handler_list(), board.id_list());
        let values = params![board.kind, board.department, handler, among];
        Ok(rows(self.conn, include_str!("board_count.sql"), values, |row| Ok((row.get(0)?, row.get(1)?)))?)
    }

    /// A stretch of them, those whose stage was reached last first; of one stage, or of all.
    pub fn matter_board(&self, board: &Board, stage: Option<&str>, page: Page) -> Result<Vec<MatterId>, StoreError> {
        let (handler, among) = (board.handler_list(), board.id_list());
        let found = match stage {
            Some(stage) => rows(
                self.conn,
                include_str!("board_stage.sql"),
                params![board.kind, board.department, handler, among, stage, page.limit, page.offset],
                |row| row.get(0).map(MatterId),
            ),
            None => rows(
                self.conn,
                include_str!("board_all.sql"),
                params![board.kind, board.department, handler, among, page.limit, page.offset],
                |row| row.get(0).map(MatterId),
            ),
        };
        Ok(found?)
    }

    /// Matters of which something is past due on the day.
    pub fn matters_overdue(&self, today: NaiveDate) -> Result<BTreeSet<MatterId>, StoreError> {
        let ids = rows(self.conn, include_str!("ids_overdue.sql"), [Day(today)], |row| row.get(0).map(MatterId))?;
        Ok(ids.into_iter().collect())
    }

    /// The matters in which any of the clients takes part.
    pub fn matter_ids_of_clients(&self, clients: &BTreeSet<ClientId>) -> Result<BTreeSet<MatterId>, StoreError> {
        let list = id_list(clients.iter().map(ClientId::as_str));
        let ids = rows(self.conn, include_str!("ids_of_clients.sql"), [list], |row| row.get(0).map(MatterId))?;
        Ok(ids.into_iter().collect())
    }

    /// The kinds of which there are matters.
    pub fn matter_kinds(&self) -> Result<Vec<String>, StoreError> {
        Ok(rows(self.conn, include_str!("kinds.sql"), [], |row| row.get(0))?)
    }

    /// The departments that matters name.
    pub fn matter_departments(&self) -> Result<Vec<String>, StoreError> {
        Ok(rows(self.conn, include_str!("departments.sql"), [], |row| row.get(0))?)
    }

    /// The greatest number that begins so and goes on in digits; struck-out matters keep theirs.
    pub fn last_number_from(&self, start: &str) -> Result<Option<String>, StoreError> {
        // Digits stand below ':' in the order of characters.
        let end = format!("{start}:");
        Ok(rows(self.conn, include_str!("numbers_like.sql"), params![start, end], |row| row.get(0))?.pop())
    }

    /// The matters of the kind that have the number, struck-out ones included.
    pub fn matters_with_number(&self, kind: &str, no: &str) -> Result<Vec<MatterId>, StoreError> {
        Ok(rows(self.conn, include_str!("with_number.sql"), [no, kind], |row| row.get(0).map(MatterId))?)
    }

    /// The matters that came out of this one.
    pub fn matter_children(&self, id: &MatterId) -> Result<BTreeSet<MatterId>, StoreError> {
        let ids = rows(self.conn, include_str!("children.sql"), [id.as_str()], |row| row.get(0).map(MatterId))?;
        Ok(ids.into_iter().collect())
    }
}

impl Board {
    fn handler_list(&self) -> Option<String> {
        let names: Vec<&str> = self.handler.iter().map(|h| h.0.as_str()).collect();
        (!names.is_empty()).then(|| serde_json::Value::from(names).to_string())
    }

    fn id_list(&self) -> Option<String> {
        let ids = self.among.as_ref()?;
        Some(serde_json::Value::from(ids.iter().map(MatterId::as_str).collect::<Vec<_>>()).to_string())
    }
}
