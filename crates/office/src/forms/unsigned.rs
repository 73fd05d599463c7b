//! Home visits that the client has not signed yet (待签字): his signature is on the sheet or it is missing, and when it is
//! missing somebody must bring it in.

use crate::OfficeError;
use crate::office::Office;
use chrono::{Days, NaiveDate};
use huifang_core::domain::{Channel, FieldValue, Outcome, Record, RecordId, Settlement, Settles, TaskId};
use huifang_core::policy::{Field, FieldKind, Form};
use std::collections::BTreeSet;

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
        let mut found: Vec<TaskId> = Vec::new();
        for record in self.store.read().visits_without_picture(since, &forms)? {
            let tasks = record.settles.iter().filter(|settled| self.is_unsigned(settled)).filter_map(task_of);
            for task in tasks {
                // A client who was visited twice has one sheet to sign for each task.
                if !found.contains(task) {
                    found.push(task.clone());
                }
            }
        }
        Ok(found)
    }

    /// Which of the records are home visits that the client has still to sign.
    ///
    /// # Errors
    /// The store's.
    pub(crate) fn unsigned<'r>(
        &self,
        records: impl IntoIterator<Item = &'r Record>,
    ) -> Result<BTreeSet<RecordId>, OfficeError> {
        let mut unsigned = BTreeSet::new();
        for record in records {
            if is_visit(record) && record.settles.iter().any(|settled| self.is_unsigned(settled)) {
                let files = self.store.read().attachments_of_record(&record.id)?;
                if !files.iter().any(|file| file.struck.is_none() && file.kind != "recording") {
                    unsigned.insert(record.id.clone());
                }
            }
        }
        Ok(unsigned)
    }

    fn signed_forms(&self) -> impl Iterator<Item = &Form> {
        let has_place = |form: &&Form| form.fields.iter().any(Field::is_signed_by_client);
        self.packs().flat_map(|pack| &pack.forms).filter(has_place)
    }

    /// Whether the client's signature is missing among the answers given at his door.
    fn is_unsigned(&self, settled: &Settlement) -> bool {
        let rule = settled.rule.as_deref().and_then(|rule| rule.split_once('/'));
        let form = rule.and_then(|(pack, _)| self.pack(pack)?.form(settled.form.as_deref()?));
        let fields = form.into_iter().flat_map(|form| &form.fields);
        fields.filter(|field| field.is_signed_by_client()).any(|field| lacks(field, settled))
    }
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

fn task_of(settled: &Settlement) -> Option<&TaskId> {
    match &settled.task {
        Settles::Task(id) => Some(id),
        Settles::Rule { .. } => None,
    }
}

/// The home visit to the task among the records, if the client has still to sign it.
pub(crate) fn unsigned_of(task: &TaskId, records: &[Record], unsigned: &BTreeSet<RecordId>) -> Option<String> {
    let of_task = |record: &&Record| unsigned.contains(&record.id) && record.settles.iter().any(|s| task_of(s) == Some(task));
    records.iter().find(of_task).map(|record| record.id.to_string())
}
