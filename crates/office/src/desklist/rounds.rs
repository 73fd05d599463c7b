//! Rounds of home visits on paper: a printed list is kept with its rows in order, and shown in the same order when the
//! sheets come back. What is typed is an ordinary record by the visitor (`record_follow_up`).

use crate::OfficeError;
use crate::office::Office;
use crate::rows::TaskFacts;
use crate::wire::{RoundBrief, RoundSheet, RoundVisit, VisitRow};
use crate::worklist::{client_brief, settled_tasks};
use chrono::NaiveDate;
use huifang_core::calendar::Now;
use huifang_core::domain::{Channel, ClientId, Record, StaffId, StaffRef, TaskId, short_hash};
use huifang_store::{RoundRow, RoundVisit as StoredVisit, TaskRow as StoredTask};
use serde_json::json;
use std::collections::BTreeSet;

/// How many rounds are offered.
const MOST_ROUNDS: u32 = 30;

impl Office {
    /// Keeps the printed lists, one round a person.
    ///
    /// # Errors
    /// The store's.
    pub fn keep_rounds(&mut self, rows: &[VisitRow], on: Option<NaiveDate>, now: Now) -> Result<(), OfficeError> {
        let staff = self.store.read().staff_all()?;
        let stamp = self.stamp(now)?;
        let mut rounds: Vec<RoundRow> = Vec::new();
        for row in rows {
            let visit = StoredVisit {
                client: row.client.as_deref().map(ClientId::from),
                tasks: row.tasks.iter().map(|id| TaskId::from(id.as_str())).collect(),
            };
            match rounds.iter_mut().find(|round| round.person == row.person) {
                Some(round) => round.visits.push(visit),
                None => rounds.push(RoundRow {
                    id: short_hash(&["round", &row.person, &stamp]),
                    person: row.person.clone(),
                    staff: StaffRef::from(row.person.as_str()).find(&staff).map(|s| s.id.clone()),
                    printed_on: now.today,
                    on,
                    visits: vec![visit],
                    at_ms: now.instant_ms,
                }),
            }
        }
        if rounds.is_empty() {
            return Ok(());
        }
        let detail = json!({ "rounds": rounds.iter().map(|round| &round.id).collect::<Vec<_>>() });
        self.write("print_visits", now, detail, |tx, _| rounds.iter().try_for_each(|round| Ok(tx.add_round(round)?)))
    }

    /// The last printed rounds, newest first, with how far each has been typed in.
    ///
    /// # Errors
    /// The store's.
    pub fn rounds(&self, _now: Now) -> Result<Vec<RoundBrief>, OfficeError> {
        let rounds = self.store.read().rounds(MOST_ROUNDS)?;
        rounds.iter().map(|round| Ok(brief(round, entered(round, &self.records_of_round(round)?)))).collect()
    }

    /// A returned sheet, row by row as on paper.
    ///
    /// # Errors
    /// `not_found`.
    pub fn round_sheet(&self, id: &str, now: Now) -> Result<RoundSheet, OfficeError> {
        let found = self.store.read().round(id)?;
        let round = found.ok_or_else(|| OfficeError::NotFound { noun: "回访单", id: id.to_owned() })?;
        let records = self.records_of_round(&round)?;
        let tasks = self.store.read().tasks(&tasks_of(&round))?;
        let facts = TaskFacts::of(self, &tasks)?;
        let visit = |(number, visit): (u32, &StoredVisit)| {
            let mine: Vec<_> = visit.tasks.iter().filter_map(|id| tasks.iter().find(|task| &task.id == id)).collect();
            self.round_visit(&facts, number, visit, &mine, &records, now)
        };
        let rows = (1..).zip(&round.visits).map(visit).collect();
        Ok(RoundSheet { round: brief(&round, entered(&round, &records)), rows })
    }

    fn round_visit(
        &self,
        facts: &TaskFacts,
        number: u32,
        visit: &StoredVisit,
        tasks: &[&StoredTask],
        records: &[Record],
        now: Now,
    ) -> RoundVisit {
        let record = record_of(visit, records);
        let open = tasks.iter().filter(|task| facts.view(task, now.today).state.is_listed());
        RoundVisit {
            number,
            client: facts.client(visit.client.as_ref()).map(|client| client_brief(client, now.today)),
            forms: open.map(|task| self.task_form(task)).collect(),
            titles: tasks.iter().map(|task| self.task_title(&facts.view(task, now.today))).collect(),
            record: record.map(|record| record.id.to_string()),
            outcome: record.map(|record| record.outcome.code().to_owned()),
            note: record.map(|record| record.note.clone()).unwrap_or_default(),
        }
    }

    /// Home visits to the tasks of the round that were written down after it was printed, the last first.
    fn records_of_round(&self, round: &RoundRow) -> Result<Vec<Record>, OfficeError> {
        let mut found: Vec<Record> = Vec::new();
        for task in tasks_of(round) {
            let records = self.store.read().records_of_task(&task)?;
            let of_round = |r: &Record| !r.voided && r.channel == Channel::HomeVisit && r.at_ms >= round.at_ms;
            found.extend(records.into_iter().filter(of_round));
        }
        found.sort_by_key(|record| std::cmp::Reverse(record.at_ms));
        Ok(found)
    }
}

fn tasks_of(round: &RoundRow) -> BTreeSet<TaskId> {
    round.visits.iter().flat_map(|visit| &visit.tasks).cloned().collect()
}

/// The record under which the row was typed in.
fn record_of<'r>(visit: &StoredVisit, records: &'r [Record]) -> Option<&'r Record> {
    records.iter().find(|record| settled_tasks(record).any(|task| visit.tasks.contains(task)))
}

fn entered(round: &RoundRow, records: &[Record]) -> u32 {
    round.visits.iter().filter(|visit| record_of(visit, records).is_some()).count() as u32
}

fn brief(round: &RoundRow, entered: u32) -> RoundBrief {
    RoundBrief {
        round: round.id.clone(),
        person: round.person.clone(),
        staff: round.staff.as_ref().map(StaffId::to_string),
        printed_on: round.printed_on.to_string(),
        on: round.on.map(|day| day.to_string()),
        visits: round.visits.len() as u32,
        entered,
    }
}
