//! Corrections (更正记录): a record that was wrong stays, struck out, and a new one takes its place, with a reason. What
//! followed on the answers follows on the new ones.

use super::files::{Files, ids_of};
use crate::OfficeError;
use crate::answers::Given;
use crate::follow_up::{Written, take_back};
use crate::forms::form_hash;
use crate::office::Office;
use crate::problems::Problem;
use crate::rows::TaskFacts;
use crate::wire::{CorrectRecord, FollowUpWritten, Gap, RecordFollowUp, RecordRef, RecordSheet, TaskAnswers};
use crate::worklist::settled_tasks;
use huifang_core::calendar::Now;
use huifang_core::domain::{Matter, Outcome, Record, RecordId, Settlement, Settles, TaskId};
use huifang_core::engine::Edit;
use huifang_core::policy::FieldKind;
use huifang_store::{Correction, TaskRow as StoredTask};
use serde_json::json;
use std::collections::BTreeMap;

/// What a correction does to problems.
#[derive(Default)]
struct Consequences {
    /// Problems that the new record raises for the first time.
    raised: Vec<Matter>,
    /// Problems that go on, as they are then.
    changed: Vec<Matter>,
    /// Problems that the earlier record raised and the new one does not.
    undone: Vec<Matter>,
}

impl Office {
    /// A record as it is put on the screen to be corrected.
    ///
    /// # Errors
    /// `not_found`.
    pub fn record_sheet(&self, wish: &RecordRef) -> Result<RecordSheet, OfficeError> {
        let record = self.known_record(&wish.record)?;
        let rows = settled_tasks(&record).map(|id| self.task_row(id)).collect::<Result<Vec<_>, _>>()?;
        let facts = TaskFacts::of(self, &rows)?;
        Ok(RecordSheet {
            forms: rows.iter().map(|row| self.task_form(row)).collect(),
            tasks: record.settles.iter().filter_map(task_answers).collect(),
            record: self.record_brief(&facts, &record)?,
        })
    }

    /// Writes a new version of a record in the place of one that was wrong.
    ///
    /// # Errors
    /// `not_found`; `record_voided`; `reason_missing`; `other_tasks`; `correction_too_late`: a problem that the earlier answer
    /// raised again was rectified since; and what a record is refused for.
    pub fn correct_record(&mut self, wish: &CorrectRecord, now: Now) -> Result<FollowUpWritten, OfficeError> {
        let old = self.known_record(&wish.record)?;
        if old.voided {
            return Err(OfficeError::invalid("record_voided", "这条记录已作废或已更正,请更正最新的那一条"));
        }
        let reason = wish.reason.trim();
        if reason.is_empty() {
            return Err(OfficeError::invalid("reason_missing", "请写明为什么更正"));
        }
        let follow_up = self.as_follow_up(wish, &old)?;
        let Written { mut record, tasks, files } = self.read_wish(&follow_up, Some(&old), now)?;
        record.by = old.by.clone();
        let done = self.consequences(&old, &record, &tasks)?;
        let correction = Correction { record: record.id.clone(), corrects: old.id.clone(), reason: reason.to_owned() };
        let detail = json!({ "record": record.id, "corrects": old.id, "reason": reason });
        let asked = self.write("correct_record", now, detail, |tx, rules| {
            tx.void_record(&old.id, true)?;
            tx.put_record(&record)?;
            tx.add_correction(&correction)?;
            for file in &files {
                tx.join_attachment(file, &record.id)?;
            }
            for problem in done.raised.iter().chain(&done.changed) {
                tx.put_matter(problem)?;
            }
            for problem in &done.undone {
                take_back(tx, problem.clone(), &old.id)?;
            }
            let mut edits = vec![Edit::Record(Some(&old), None), Edit::Record(None, Some(&record))];
            edits.extend(done.raised.iter().chain(&done.changed).map(|p| Edit::Matter(None, Some(p))));
            edits.extend(done.undone.iter().map(|p| Edit::Matter(Some(p), None)));
            Ok(rules.replan(tx, now, &edits)?.new)
        })?;
        let mut written = self.follow_up_written(&record, &done.raised, &asked, now)?;
        written.changed.extend(["matter", "attachment"].map(str::to_owned));
        Ok(written)
    }

    fn known_record(&self, id: &str) -> Result<Record, OfficeError> {
        let record = self.store.read().record(&RecordId::from(id))?;
        record.ok_or_else(|| OfficeError::NotFound { noun: "回访记录", id: id.to_owned() })
    }

    /// The correction as a request for a record. What cannot be corrected (what came of the try, who made it) is the earlier
    /// record's; a signature under answers that are changed now does not come along.
    fn as_follow_up(&self, wish: &CorrectRecord, old: &Record) -> Result<RecordFollowUp, OfficeError> {
        let before: Vec<&TaskId> = settled_tasks(old).collect();
        let now: Vec<TaskId> = wish.tasks.iter().map(|t| TaskId::from(t.task.as_str())).collect();
        if before.len() != now.len() || !now.iter().all(|id| before.contains(&id)) {
            return Err(OfficeError::invalid("other_tasks", "更正不能换成别的回访任务。记错了任务请作废后重新记录。"));
        }
        let tasks = wish.tasks.iter().cloned().map(|answers| self.without_old_signature(answers, old));
        Ok(RecordFollowUp {
            tasks: tasks.collect::<Result<_, _>>()?,
            channel: wish.channel.clone(),
            outcome: old.outcome.code().to_owned(),
            on: Some(wish.on.clone()),
            again_on: old.again().map(|moment| moment.to_string()),
            phone: old.phone.clone(),
            note: wish.note.clone(),
            by: old.by.as_ref().map(|by| by.0.clone()),
            exception: None,
            attachments: Vec::new(),
        })
    }

    fn without_old_signature(&self, mut written: TaskAnswers, old: &Record) -> Result<TaskAnswers, OfficeError> {
        let row = self.task_row(&TaskId::from(written.task.as_str()))?;
        let Some(form) = self.form_of(&row) else { return Ok(written) };
        let given = Given::read(&written)?;
        let files = Files::named(self.store.read(), old.client.as_ref(), [(form, &given.answers)])?;
        let hash = form_hash(row.id.as_str(), Some(form), &given);
        for field in form.fields.iter().filter(|field| field.kind == FieldKind::Signature) {
            let answer = given.answers.get(&field.id);
            let ids = answer.map(ids_of).unwrap_or_default();
            let signed = ids.iter().filter_map(|id| files.get(id)?.signed.as_ref());
            if signed.into_iter().any(|signed| signed.form_hash != hash) {
                written.answers.remove(&field.id);
            }
        }
        Ok(written)
    }

    /// What the new answers mean for problems. Where a task's verdict is what it was, its problem goes on; where it is
    /// another, what the earlier one did is taken back and what the new one does is done.
    fn consequences(&self, old: &Record, new: &Record, tasks: &[StoredTask]) -> Result<Consequences, OfficeError> {
        let mut done = Consequences::default();
        let before = self.problems_by_record(old)?;
        let verdict = |record: &Record, task: &TaskId| {
            let of = |s: &&Settlement| matches!(&s.task, Settles::Task(id) if id == task);
            let reached = record.outcome == Outcome::Reached;
            record.settles.iter().find(of).filter(|_| reached).and_then(|s| s.satisfied)
        };
        let mut number = self.next_problem_number(new.on)?;
        for (row, settlement) in tasks.iter().zip(&new.settles) {
            let mine = before.iter().find(|p| is_about(p, row));
            if verdict(old, &row.id) == verdict(new, &row.id) {
                done.changed.extend(mine.map(|problem| self.handed_over(problem, old, new, row, settlement)));
                continue;
            }
            let Some((part, recheck)) = self.loop_of(row) else { continue };
            if recheck {
                let problem = self.problem_matter(row.matter.as_ref())?;
                done.changed.extend(problem.map(|p| rechecked(p, old, new, settlement.satisfied)).transpose()?);
                continue;
            }
            done.undone.extend(mine.cloned());
            if settlement.satisfied == Some(false) {
                let parent = row.matter.as_ref().map(|id| self.store.read().matter(id)).transpose()?.flatten();
                let text = self.complaint_text(row, settlement, &new.note);
                let (pack, id) = (row.pack.clone(), part.id.clone());
                done.raised.push(Problem::raise(&pack, &id, number, new, row, parent.as_ref(), text));
                number += 1;
            }
        }
        Ok(done)
    }

    /// The problem, now of the new record; told in its words as long as nobody has worked on it.
    fn handed_over(
        &self,
        problem: &Matter,
        old: &Record,
        new: &Record,
        row: &StoredTask,
        settlement: &Settlement,
    ) -> Matter {
        let mut problem = problem.clone();
        Problem::hand_over(&mut problem, &old.id, &new.id);
        if settlement.satisfied == Some(false) && problem.milestones_of("rectified").is_empty() {
            Problem::tell(&mut problem, self.complaint_text(row, settlement, &new.note));
        }
        problem
    }
}

/// Whether a problem came out of the task, or is what the task goes back to.
fn is_about(problem: &Matter, row: &StoredTask) -> bool {
    Problem::task_of(problem).as_deref() == Some(row.id.as_str()) || row.matter.as_ref() == Some(&problem.id)
}

/// A problem after the verdict of its recheck was corrected.
fn rechecked(mut problem: Matter, old: &Record, new: &Record, verdict: Option<bool>) -> Result<Matter, OfficeError> {
    if !Problem::undo(&mut problem, &old.id) {
        let text = "这次复访之后问题又整改过,不能再改是否满意。请在下一次复访里记录。";
        return Err(OfficeError::invalid("correction_too_late", text));
    }
    match verdict {
        Some(true) => Problem::close(&mut problem, new),
        Some(false) => Problem::raise_again(&mut problem, new),
        None => {}
    }
    Ok(problem)
}

fn task_answers(settlement: &Settlement) -> Option<TaskAnswers> {
    let Settles::Task(task) = &settlement.task else { return None };
    // What was read from JSON can be written as JSON.
    let value = |v| serde_json::to_value(v).unwrap_or_default();
    let answers = settlement.answers.iter().map(|(id, v)| (id.clone(), value(v)));
    let gap =
        |gap: &huifang_core::domain::Unanswered| Gap { why: gap.why.code().to_owned(), reason: gap.reason.clone() };
    let unanswered: BTreeMap<_, _> = settlement.unanswered.iter().map(|(id, g)| (id.clone(), gap(g))).collect();
    Some(TaskAnswers { task: task.to_string(), answers: answers.collect(), unanswered })
}
