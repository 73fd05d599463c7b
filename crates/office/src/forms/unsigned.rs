//! Home visits that the client has not signed yet (待签字): his signature is on the sheet or it is missing, and when it is
//! missing somebody must bring it in.

use crate::OfficeError;
use crate::office::Office;
use crate::worklist::settled_tasks;
use chrono::{Days, NaiveDate};
use huifang_core::domain::{Channel, FieldValue, Outcome, Record, RecordId, Settlement, Settles, TaskId};
use huifang_core::policy::{Field, FieldKind, Form};
use huifang_store::TaskRow;
use std::collections::{BTreeMap, BTreeSet};

/// An older visit is marked in the client's story and no longer listed: nobody goes back for it.
const LISTED_DAYS: u64 = 90;

impl Office {
    /// The tasks of home visits that the client has still to sign, the earliest visit first.
    ///
    /// # Errors
    /// The store's.
    pub(crate) fn unsigned_tasks(&self, today: NaiveDate) -> Result<Vec<TaskId>, OfficeError> {
        let forms: BTreeSet<&str> = self.signed_forms().map(|form| form.id.as_str()).collect();
        if forms.is_empty() {
            return Ok(Vec::new());
        }
        let since = today.checked_sub_days(Days::new(LISTED_DAYS)).unwrap_or(today);
        let visits = self.store.read().visits_without_picture(since, &forms)?;
        let mut found: Vec<TaskId> = Vec::new();
        for (task, _) in self.missing_signatures(&visits)? {
            // A client who was visited twice has one sheet to sign for each task.
            if !found.contains(task) {
                found.push(task.clone());
            }
        }
        Ok(found)
    }

    /// Which of the records are home visits that the client has still to sign.
    ///
    /// # Errors
    /// The store's.
    pub(crate) fn unsigned(&self, records: &[Record]) -> Result<BTreeSet<RecordId>, OfficeError> {
        let visits: Vec<Record> = records.iter().filter(|record| is_visit(record)).cloned().collect();
        if visits.is_empty() {
            return Ok(BTreeSet::new());
        }
        let mut unsigned = BTreeSet::new();
        for (_, visit) in self.missing_signatures(&visits)? {
            let files = self.store.read().attachments_of_record(visit)?;
            if !files.iter().any(|file| file.struck.is_none() && file.kind != "recording") {
                unsigned.insert(visit.clone());
            }
        }
        Ok(unsigned)
    }

    /// The tasks, each with its visit, among whose answers the client's signature is missing.
    fn missing_signatures<'r>(&self, visits: &'r [Record]) -> Result<Vec<(&'r TaskId, &'r RecordId)>, OfficeError> {
        let ids = visits.iter().flat_map(settled_tasks).cloned().collect();
        let tasks = self.store.read().tasks(&ids)?;
        let tasks: BTreeMap<&TaskId, &TaskRow> = tasks.iter().map(|row| (&row.id, row)).collect();
        let mut missing = Vec::new();
        for visit in visits {
            for settled in &visit.settles {
                let Settles::Task(id) = &settled.task else { continue };
                let form = tasks.get(id).and_then(|row| self.form_of(row));
                if form.is_some_and(|form| is_unsigned(form, settled)) {
                    missing.push((id, &visit.id));
                }
            }
        }
        Ok(missing)
    }

    fn signed_forms(&self) -> impl Iterator<Item = &Form> {
        let has_place = |form: &&Form| form.fields.iter().any(Field::is_signed_by_client);
        self.packs().flat_map(|pack| &pack.forms).filter(has_place)
    }
}

/// Whether the client's signature is missing among the answers given at his door.
fn is_unsigned(form: &Form, settled: &Settlement) -> bool {
    form.fields.iter().filter(|field| field.is_signed_by_client()).any(|field| lacks(field, settled))
}

/// A signature that the form demands is not there and no reason for that is; or it is said that he has not signed.
fn lacks(field: &Field, settled: &Settlement) -> bool {
    match settled.answers.get(&field.id) {
        Some(answer) => *answer == FieldValue::Bool(false),
        None if settled.unanswered.contains_key(&field.id) => false,
        None => {
            field.kind == FieldKind::Signature && (field.required || field.required_by.contains(&Channel::HomeVisit))
        }
    }
}

fn is_visit(record: &Record) -> bool {
    !record.voided && record.channel == Channel::HomeVisit && record.outcome == Outcome::Reached
}

/// The home visit to the task among the records, if the client has still to sign it.
pub(crate) fn unsigned_of(task: &TaskId, records: &[Record], unsigned: &BTreeSet<RecordId>) -> Option<String> {
    let of_task = |record: &&Record| unsigned.contains(&record.id) && settled_tasks(record).any(|id| id == task);
    records.iter().find(of_task).map(|record| record.id.to_string())
}
