//! Where matters stand, kept beside them: reckoned with every write, and for files of before there was such a column.

use crate::column::{Day, rows, run};
use crate::{Reader, StoreError};
use chrono::NaiveDate;
use huifang_core::domain::{Matter, MatterId};
use huifang_core::policy::Vocabulary;
use rusqlite::{Connection, params};

/// So many are reckoned together.
const TOGETHER: u32 = 5_000;

/// What is kept of where a matter stands.
pub(super) struct Stage<'m> {
    /// Kind of the milestone at which it stands; empty where it has none.
    pub kind: &'m str,
    /// Its first day.
    pub began: Option<NaiveDate>,
    /// The day of the milestone at which it stands.
    pub on: Option<NaiveDate>,
}

impl<'m> Stage<'m> {
    pub fn of(matter: &'m Matter) -> Self {
        let stage = Vocabulary::shipped().kind(&matter.kind).stage(matter);
        Self {
            kind: stage.map_or("", |m| m.kind.as_str()),
            began: matter.milestones.iter().map(|m| m.on.day).min(),
            on: stage.map(|m| m.on.day),
        }
    }
}

/// Reckons the stages of matters that were written by a program that kept none.
pub(crate) fn refresh(conn: &mut Connection) -> Result<(), StoreError> {
    let tx = conn.transaction()?;
    loop {
        let ids = rows(&tx, include_str!("unstaged.sql"), [TOGETHER], |row| row.get(0).map(MatterId))?;
        if ids.is_empty() {
            break;
        }
        for matter in (Reader { conn: &tx }).matters_ever(&ids.into_iter().collect())? {
            let Stage { kind, began, on } = Stage::of(&matter);
            let values = params![matter.id.as_str(), kind, began.map(Day), on.map(Day)];
            run(&tx, include_str!("set_stage.sql"), values)?;
        }
    }
    Ok(tx.commit()?)
}
