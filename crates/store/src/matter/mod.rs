//! Matters with their participants and milestones.

mod board;
mod stage;
mod strike;

pub use board::Board;
pub(crate) use stage::refresh;
pub use strike::{StruckMatter, StruckMilestone};

use crate::column::{Day, Json, day, id_list, json, parsed, row, rows, run};
use crate::error::{OrInUse, OrNotFound, StoreError};
use crate::search::replace_words;
use crate::{Noun, Reader, Tx};
use chrono::NaiveDate;
use huifang_core::calendar::Moment;
use huifang_core::domain::{ClientId, Matter, MatterId, Milestone, MilestoneId, Participant, StaffRef};
use huifang_core::search::matter_words;
use rusqlite::{Row, params};
use stage::Stage;
use std::collections::{BTreeSet, HashMap};

impl Reader<'_> {
    /// The matter, if there is one of that identifier.
    pub fn matter(&self, id: &MatterId) -> Result<Option<Matter>, StoreError> {
        Ok(self.matters(&BTreeSet::from([id.clone()]))?.pop())
    }

    /// The matters of these identifiers; an unknown one, and one that was struck out, is left out.
    pub fn matters(&self, ids: &BTreeSet<MatterId>) -> Result<Vec<Matter>, StoreError> {
        self.matters_by(concat!(include_str!("select.sql"), include_str!("where_ids.sql")), ids)
    }

    fn matters_by(&self, sql: &str, ids: &BTreeSet<MatterId>) -> Result<Vec<Matter>, StoreError> {
        let list = || [id_list(ids.iter().map(MatterId::as_str))];
        let matters = rows(self.conn, sql, list(), row_to_matter)?;
        let participants = rows(self.conn, include_str!("select_participants_of.sql"), list(), row_to_participant)?;
        let milestones = rows(self.conn, include_str!("select_milestones_of.sql"), list(), row_to_milestone)?;
        Ok(assemble(matters, participants, milestones))
    }

    /// The matters of a kind, by identifier.
    pub fn matters_of_kind(&self, kind: &str) -> Result<Vec<Matter>, StoreError> {
        let ids = rows(self.conn, include_str!("ids_of_kind.sql"), [kind], |row| row.get(0).map(MatterId))?;
        self.matters(&ids.into_iter().collect())
    }

    /// How many problems are not closed.
    pub fn open_problem_count(&self) -> Result<u32, StoreError> {
        Ok(self.conn.prepare_cached(include_str!("open_problems.sql"))?.query_row([], |row| row.get(0))?)
    }

    /// The matters of a kind in which the client takes part, or that came out of the matter.
    pub fn matters_of_kind_about(
        &self,
        kind: &str,
        client: Option<&ClientId>,
        parent: Option<&MatterId>,
    ) -> Result<Vec<Matter>, StoreError> {
        let values = params![kind, client.map(ClientId::as_str), parent.map(MatterId::as_str)];
        let ids = rows(self.conn, include_str!("ids_named.sql"), values, |row| row.get(0).map(MatterId))?;
        self.matters(&ids.into_iter().collect())
    }

    /// Identifiers of the matters of these kinds in which nobody takes part: those of the whole office.
    pub(crate) fn matter_ids_of_all(&self, kinds: &BTreeSet<String>) -> Result<BTreeSet<MatterId>, StoreError> {
        if kinds.is_empty() {
            return Ok(BTreeSet::new());
        }
        let list = id_list(kinds.iter().map(String::as_str));
        let ids = rows(self.conn, include_str!("ids_of_all.sql"), [list], |row| row.get(0).map(MatterId))?;
        Ok(ids.into_iter().collect())
    }

    /// Names of the fields of the matter that a person corrected: no import overwrites them.
    ///
    /// # Errors
    /// `not_found`.
    pub fn held_fields_of_matter(&self, id: &MatterId) -> Result<BTreeSet<String>, StoreError> {
        row(self.conn, include_str!("held.sql"), [id.as_str()], |row| json(row, 0))?
            .or_not_found(Noun::Matter.code(), id.as_str())
    }

    /// The corrected fields of all matters that have any.
    pub fn held_fields_of_matters(&self) -> Result<Vec<(MatterId, BTreeSet<String>)>, StoreError> {
        Ok(rows(self.conn, include_str!("held_all.sql"), [], |row| Ok((MatterId(row.get(0)?), json(row, 1)?)))?)
    }

    /// All matters but those struck out.
    pub fn matters_all(&self) -> Result<Vec<Matter>, StoreError> {
        let sql = concat!(include_str!("select.sql"), include_str!("where_standing.sql"));
        let matters = rows(self.conn, sql, [], row_to_matter)?;
        let participants = rows(self.conn, include_str!("select_participants.sql"), [], row_to_participant)?;
        let milestones = rows(self.conn, include_str!("select_milestones.sql"), [], row_to_milestone)?;
        Ok(assemble(matters, participants, milestones))
    }

    /// The matters with a milestone before the first day or after the last.
    pub fn matters_beyond(&self, first: NaiveDate, last: NaiveDate) -> Result<Vec<Matter>, StoreError> {
        // A moment with an hour is a longer text: it stands behind its day.
        let last = format!("{last}T99");
        let ids =
            rows(self.conn, include_str!("far_ids.sql"), params![Day(first), last], |row| row.get(0).map(MatterId))?;
        self.matters(&ids.into_iter().collect())
    }

    /// The matters in which the client takes part.
    pub fn matters_of_client(&self, client: &ClientId) -> Result<Vec<Matter>, StoreError> {
        self.matters(&self.matter_ids(include_str!("ids_of_clients.sql"), &BTreeSet::from([client.clone()]))?)
    }

    /// The clients' matters, the problems that came out of them, and the matters out of which they came, however many
    /// steps away.
    pub fn matter_ids_around(&self, clients: &BTreeSet<ClientId>) -> Result<BTreeSet<MatterId>, StoreError> {
        self.matter_ids(include_str!("ids_around_clients.sql"), clients)
    }

    fn matter_ids(&self, sql: &str, clients: &BTreeSet<ClientId>) -> Result<BTreeSet<MatterId>, StoreError> {
        let list = id_list(clients.iter().map(ClientId::as_str));
        Ok(rows(self.conn, sql, [list], |row| row.get(0).map(MatterId))?.into_iter().collect())
    }
}

impl Tx<'_> {
    /// Writes the matter with all its participants and milestones: a new one, or in the place of the one of that
    /// identifier.
    ///
    /// # Errors
    /// `conflict` (`duplicate`) where another matter has a milestone of the same identifier.
    pub fn put_matter(&mut self, matter: &Matter) -> Result<(), StoreError> {
        self.touch(Noun::Matter);
        let id = matter.id.as_str();
        let no_before: Option<String> = row(&self.inner, include_str!("no.sql"), [id], |row| row.get(0))?.flatten();
        let key = self.put_matter_row(matter)?;
        let words_before = matter_words(no_before.as_deref());
        replace_words(&self.inner, key, &words_before, &matter_words(matter.no.as_deref()))?;
        self.put_participants(id, &matter.participants)?;
        self.put_milestones(id, &matter.milestones)
    }

    fn put_matter_row(&self, matter: &Matter) -> Result<i64, StoreError> {
        let mut statement = self.inner.prepare_cached(include_str!("put.sql"))?;
        let Stage { kind: stage, began, on } = Stage::of(matter);
        let values = params![
            matter.id.as_str(),
            matter.kind,
            matter.no,
            matter.department,
            matter.severity,
            matter.handler.as_ref().map(|staff| &staff.0),
            matter.parent.as_ref().map(MatterId::as_str),
            Json(&matter.fields),
            stage,
            began.map(Day),
            on.map(Day)
        ];
        Ok(statement.query_row(values, |row| row.get(0))?)
    }

    fn put_participants(&self, matter: &str, participants: &[Participant]) -> Result<(), StoreError> {
        run(&self.inner, include_str!("delete_participants.sql"), [matter])?;
        for (position, Participant { client, role }) in (0_i64..).zip(participants) {
            let values = params![matter, position, client.as_str(), role];
            run(&self.inner, include_str!("put_participant.sql"), values)?;
        }
        Ok(())
    }

    fn put_milestones(&self, matter: &str, milestones: &[Milestone]) -> Result<(), StoreError> {
        run(&self.inner, include_str!("delete_milestones.sql"), [matter])?;
        for (position, Milestone { id, kind, on, known, note }) in (0_i64..).zip(milestones) {
            let values = params![matter, position, id.as_str(), kind, on.to_string(), known.map(Day), note];
            run(&self.inner, include_str!("put_milestone.sql"), values)?;
        }
        Ok(())
    }

    /// Sets which fields of the matter a person corrected.
    ///
    /// # Errors
    /// `not_found`.
    pub fn hold_matter_fields(&mut self, id: &MatterId, fields: &BTreeSet<String>) -> Result<(), StoreError> {
        self.touch(Noun::Matter);
        let set = run(&self.inner, include_str!("set_held.sql"), params![id.as_str(), Json(fields)])?;
        (set > 0).then_some(()).or_not_found(Noun::Matter.code(), id.as_str())
    }

    /// Takes the matter out of the office, as if it had never been there: for an import undone.
    ///
    /// # Errors
    /// `not_found`; `conflict` (`in_use`) while records refer to it, or problems that came out of it.
    pub fn delete_matter(&mut self, id: &MatterId) -> Result<(), StoreError> {
        self.touch(Noun::Matter);
        let no: Option<String> = row(&self.inner, include_str!("no.sql"), [id.as_str()], |row| row.get(0))?
            .or_not_found(Noun::Matter.code(), id.as_str())?;
        let mut statement = self.inner.prepare_cached(include_str!("delete.sql"))?;
        let deleted = statement.query_row([id.as_str()], |row| row.get(0));
        let key = deleted.or_in_use(&format!("matter {id}"))?;
        replace_words(&self.inner, key, &matter_words(no.as_deref()), &BTreeSet::new())
    }
}

/// Gives each matter its own participants and milestones, in their order.
fn assemble(
    mut matters: Vec<Matter>,
    participants: Vec<(String, Participant)>,
    milestones: Vec<(String, Milestone)>,
) -> Vec<Matter> {
    let mut participants = grouped(participants);
    let mut milestones = grouped(milestones);
    for matter in &mut matters {
        matter.participants = participants.remove(matter.id.as_str()).unwrap_or_default();
        matter.milestones = milestones.remove(matter.id.as_str()).unwrap_or_default();
    }
    matters
}

fn grouped<T>(rows: Vec<(String, T)>) -> HashMap<String, Vec<T>> {
    let mut groups: HashMap<String, Vec<T>> = HashMap::new();
    for (id, item) in rows {
        groups.entry(id).or_default().push(item);
    }
    groups
}

fn row_to_matter(row: &Row<'_>) -> rusqlite::Result<Matter> {
    Ok(Matter {
        id: MatterId(row.get(0)?),
        kind: row.get(1)?,
        no: row.get(2)?,
        participants: Vec::new(),
        department: row.get(3)?,
        severity: row.get(4)?,
        handler: row.get::<_, Option<String>>(5)?.map(StaffRef),
        parent: row.get::<_, Option<String>>(6)?.map(MatterId),
        milestones: Vec::new(),
        fields: json(row, 7)?,
    })
}

fn row_to_participant(row: &Row<'_>) -> rusqlite::Result<(String, Participant)> {
    Ok((row.get(0)?, Participant { client: ClientId(row.get(1)?), role: row.get(2)? }))
}

fn row_to_milestone(row: &Row<'_>) -> rusqlite::Result<(String, Milestone)> {
    let on = parsed(row, 3, Moment::parse)?;
    let (id, kind, known, note) = (MilestoneId(row.get(1)?), row.get(2)?, day(row, 4)?, row.get(5)?);
    Ok((row.get(0)?, Milestone { id, kind, on, known, note }))
}
