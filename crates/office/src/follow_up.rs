//! Writing down a follow-up: the record, what it settles, and what an unsatisfied answer leads to.

use crate::OfficeError;
use crate::answers::{FormFaults, Given, Setting, left_satisfaction_open, satisfaction};
use crate::calls::MadeTry;
use crate::finish::SettledBy;
use crate::forms::Files;
use crate::office::Office;
use crate::problems::Problem;
use crate::rows::TaskFacts;
use crate::wire::{Changed, FollowUpWritten, Foresight, RecordFollowUp, VoidRecord};
use chrono::NaiveDate;
use huifang_core::calendar::{Moment, Now};
use huifang_core::domain::{
    Channel, FieldValue, Matter, Outcome, Purpose, Record, RecordId, Settlement, StaffRef, TaskId, short_hash,
};
use huifang_core::engine::Edit;
use huifang_core::policy::{FieldKind, Form, Loop};
use huifang_store::{StoreError, TaskRow as StoredTask, Tx};
use serde_json::json;
use std::collections::BTreeSet;

/// A request whose texts have become values.
pub(crate) struct Written {
    pub record: Record,
    pub tasks: Vec<StoredTask>,
    /// Files that were taken with the contact.
    pub files: BTreeSet<String>,
}

impl Office {
    /// Writes a follow-up; one with several clients of a household becomes a record for each.
    ///
    /// # Errors
    /// `form_incomplete` with all missing fields, `recheck_by_rectifier`, `not_found`, or what else does not make sense.
    pub fn record_follow_up(&mut self, wish: &RecordFollowUp, now: Now) -> Result<FollowUpWritten, OfficeError> {
        let parts = self.by_client(wish)?;
        if parts.len() > 1 {
            return self.record_call(&parts, now);
        }
        let Written { record, tasks, files } = self.read_wish(wish, None, now)?;
        self.refuse_own_recheck(&record, &tasks, wish)?;
        let raised = self.problems_to_raise(&record, &tasks, 0)?;
        let closing = self.problems_to_close(&record, &tasks)?;
        let next = self.next_line(&record, &tasks, now)?;
        let detail =
            json!({ "record": record.id.as_str(), "tasks": wish.tasks.iter().map(|t| &t.task).collect::<Vec<_>>() });
        let author = self.author().to_owned();
        let asked = self.write("record_follow_up", now, detail, |tx, rules| {
            tx.put_record(&record)?;
            for file in &files {
                tx.join_attachment(file, &record.id)?;
            }
            // What was half filled is whole now.
            for task in &tasks {
                tx.drop_draft(&author, "call", task.id.as_str())?;
            }
            for problem in raised.iter().chain(&closing) {
                tx.put_matter(problem)?;
            }
            let problems = raised.iter().chain(&closing).map(|p| Edit::Matter(None, Some(p)));
            let edits: Vec<_> = std::iter::once(Edit::Record(None, Some(&record))).chain(problems).collect();
            Ok(rules.replan(tx, now, &edits)?.new)
        })?;
        if let Some(client) = &record.client {
            self.claims.release(client, self.me.as_ref());
        }
        let written = self.follow_up_written(&record, &raised, &asked, now)?;
        let line = if written.line.is_empty() { next } else { written.line };
        Ok(FollowUpWritten { line, ..written })
    }

    /// What is next after a try that did not reach the client; said of the first task of the call.
    fn next_line(&self, record: &Record, tasks: &[StoredTask], now: Now) -> Result<String, OfficeError> {
        match tasks.first() {
            Some(row) if record.outcome != Outcome::Reached => {
                let made = MadeTry { outcome: record.outcome, on: record.on, again: record.again() };
                self.words_after(row, &made, now)
            }
            _ => Ok(String::new()),
        }
    }

    pub(crate) fn follow_up_written(
        &self,
        record: &Record,
        raised: &[Matter],
        asked: &[TaskId],
        now: Now,
    ) -> Result<FollowUpWritten, OfficeError> {
        let rows = self.store.read().tasks(&asked.iter().cloned().collect())?;
        let facts = TaskFacts::of(self, &rows)?;
        let problems = self.problems_of(raised.iter().map(|m| m.id.clone()).collect(), now)?;
        let settled: Vec<_> = match record.outcome {
            Outcome::Reached => crate::worklist::settled_tasks(record).map(ToString::to_string).collect(),
            _ => Vec::new(),
        };
        let raised_words = problems.iter().map(|problem| {
            let deadline = problem.deadline.as_ref().map(|d| format!(",最迟 {d} 整改")).unwrap_or_default();
            format!("生成问题单 {}{deadline}", problem.no)
        });
        let line = raised_words.collect::<Vec<_>>().join(";");
        let mut changed = vec!["record".to_owned(), "task".to_owned()];
        if !raised.is_empty() {
            changed.push("matter".to_owned());
        }
        Ok(FollowUpWritten {
            record: record.id.to_string(),
            settled,
            problems,
            asked: self.task_rows(&facts, &rows, now.today)?,
            line,
            changed,
        })
    }

    /// What would follow, before it is saved.
    pub fn foresee(&self, wish: &RecordFollowUp, now: Now) -> Result<Foresight, OfficeError> {
        let mut lines = Vec::new();
        let Ok(outcome) = outcome_of(&wish.outcome) else { return Ok(Foresight { lines }) };
        if outcome != Outcome::Reached {
            lines.extend(self.foresee_try(wish, outcome, now)?);
            return Ok(Foresight { lines });
        }
        for answers in &wish.tasks {
            let row = self.task_row(&TaskId::from(answers.task.as_str()))?;
            let (form, given) = (self.form_of(&row), Given::read(answers)?);
            if left_satisfaction_open(form, &given) {
                lines.push("没有问到是否满意:不计为满意".to_owned());
            }
            if satisfaction(form, &given) != Some(false) {
                continue;
            }
            if let Some((part, recheck)) = self.loop_of(&row) {
                let deadline = self.policies.calendar.add(now.today, part.solve_within).value;
                let what = if recheck { "问题单重新整改" } else { "生成问题单" };
                lines.push(format!(
                    "保存后:{what},{}内整改(最迟 {}),整改后再回访",
                    part.solve_within.chinese(),
                    deadline.format("%m-%d")
                ));
            }
        }
        Ok(Foresight { lines })
    }

    /// What would be next after a try that did not reach the client.
    fn foresee_try(&self, wish: &RecordFollowUp, outcome: Outcome, now: Now) -> Result<Option<String>, OfficeError> {
        let Some(first) = wish.tasks.first() else { return Ok(None) };
        let row = self.task_row(&TaskId::from(first.task.as_str()))?;
        let on = day(wish.on.as_deref(), now.today, "on")?;
        // Half a date is being typed: there is nothing to foresee yet.
        let Ok(again) = again_of(wish, on) else { return Ok(None) };
        let words = self.words_after(&row, &MadeTry { outcome, on, again }, now)?;
        Ok(Some(words).filter(|words| !words.is_empty()).map(|words| format!("保存后:{words}")))
    }

    /// What is next after one more try on the task, in words.
    fn words_after(&self, row: &StoredTask, made: &MadeTry, now: Now) -> Result<String, OfficeError> {
        let facts = TaskFacts::of(self, std::slice::from_ref(row))?;
        let (client, human) = (facts.client(row.client.as_ref()), facts.acts.of(&row.id));
        Ok(self.next_words_after((&row.pack, &row.rule), client, &human, made, now))
    }

    /// Strikes out a record: what it settled is open again, and problems that it raised are taken back unless somebody
    /// worked on them.
    ///
    /// # Errors
    /// `not_found`.
    pub fn void_record(&mut self, wish: &VoidRecord, now: Now) -> Result<Changed, OfficeError> {
        self.void_records(&[RecordId::from(wish.record.as_str())], &wish.reason, now)
    }

    /// Strikes out records in one operation.
    ///
    /// # Errors
    /// `not_found`.
    pub(crate) fn void_records(&mut self, ids: &[RecordId], reason: &str, now: Now) -> Result<Changed, OfficeError> {
        let mut found: Vec<(Record, Vec<Matter>)> = Vec::new();
        for id in ids {
            let record = self.store.read().record(id)?;
            let record = record.ok_or_else(|| OfficeError::NotFound { noun: "回访记录", id: id.to_string() })?;
            let problems = self.problems_by_record(&record)?;
            found.push((record, problems));
        }
        let detail = json!({ "record": ids.first().map(RecordId::as_str), "records": ids.len(), "reason": reason });
        let kept = self.write("void_record", now, detail, |tx, rules| {
            let mut kept = 0;
            for (record, problems) in &found {
                tx.void_record(&record.id, true)?;
                for problem in problems {
                    kept += u32::from(!take_back(tx, problem.clone(), &record.id)?);
                }
            }
            let records = found.iter().map(|(record, _)| Edit::Record(Some(record), None));
            let problems = found.iter().flat_map(|(_, problems)| problems);
            let edits: Vec<_> = records.chain(problems.map(|problem| Edit::Matter(Some(problem), None))).collect();
            rules.replan(tx, now, &edits)?;
            Ok(kept)
        })?;
        let more = if kept > 0 { ",已在整改的问题单保留" } else { "" };
        let what =
            if ids.len() > 1 { format!("这次通话的 {} 条记录", ids.len()) } else { "这条记录".to_owned() };
        Ok(Changed {
            changed: ["record", "task", "matter"].map(str::to_owned).to_vec(),
            line: format!("已作废{what},相应任务重新列入名单{more}"),
        })
    }

    /// Says what is missing on all forms of a call at once.
    pub(crate) fn refuse_incomplete(&self, wish: &RecordFollowUp, tasks: &[StoredTask]) -> Result<(), OfficeError> {
        let outcome = outcome_of(&wish.outcome)?;
        self.settlements(wish, tasks, channel_of(wish)?, outcome, false).map(|_| ())
    }

    /// Reads a request: as a new record, or as one that takes the place of an earlier one.
    pub(crate) fn read_wish(
        &self,
        wish: &RecordFollowUp,
        corrects: Option<&Record>,
        now: Now,
    ) -> Result<Written, OfficeError> {
        let outcome = outcome_of(&wish.outcome)?;
        let channel = channel_of(wish)?;
        let ids: Vec<TaskId> = wish.tasks.iter().map(|t| TaskId::from(t.task.as_str())).collect();
        let tasks = ids.iter().map(|id| self.task_row(id)).collect::<Result<Vec<_>, _>>()?;
        let Some(first) = tasks.first() else {
            return Err(OfficeError::invalid("no_task", "这次联系没有对应任何回访任务"));
        };
        if tasks.iter().any(|t| t.client != first.client) {
            return Err(OfficeError::invalid("different_clients", "一次联系只能记在同一位客户的任务上"));
        }
        self.refuse_misplaced(&tasks)?;
        if corrects.is_none() && outcome == Outcome::Reached && tasks.iter().any(|t| t.ended.is_some()) {
            let text = "这件任务已经有结果。要更正,请先作废原来的记录,或重新打开任务。";
            return Err(OfficeError::invalid("already_done", text));
        }
        let on = day(wish.on.as_deref(), now.today, "on")?;
        if on > now.today {
            return Err(OfficeError::invalid("future_record", format!("联系日期 {on} 还没到,请改为今天或以前")));
        }
        if let Some(early) = tasks.iter().map(|t| t.opens).filter(|opens| on < *opens).max() {
            let text = format!("联系日期 {on} 早于这件任务开始的日子 {early},请核对日期");
            return Err(OfficeError::invalid("early_record", text));
        }
        let by = wish.by.clone().map(StaffRef).or_else(|| self.me.as_ref().map(|id| StaffRef(id.0.clone())));
        let again = again_of(wish, on)?;
        let (settles, mut files) = self.settlements(wish, &tasks, channel, outcome, corrects.is_some())?;
        files.extend(wish.attachments.iter().cloned());
        let satisfied = self.satisfied_with_all(&tasks, &settles);
        let stamp = format!("{}/{}", now.instant_ms, self.store.read().audit_head()?.0);
        Ok(Written {
            record: Record {
                id: RecordId(short_hash(&["record", first.id.as_str(), &stamp])),
                client: first.client.clone(),
                matter: first.matter.clone(),
                on,
                channel,
                outcome,
                satisfied,
                by,
                recorder: self.me.as_ref().map(|id| StaffRef(id.0.clone())),
                purpose: Purpose::FollowUp,
                again_on: again.map(|moment| moment.day),
                again_minute: again.and_then(|moment| moment.minute),
                phone: wish.phone.clone().filter(|phone| !phone.is_empty()),
                moved_from: None,
                note: note_with_exception(wish),
                settles,
                voided: false,
                // A correction says what was so then: among the acts it stands where the earlier record stood.
                at_ms: corrects.map_or_else(|| self.act_time(&ids, now), |earlier| Ok(earlier.at_ms))?,
            },
            tasks,
            files,
        })
    }

    /// Satisfied with everything that was asked; dissatisfied with one thing is dissatisfied, and one thing left open is open.
    fn satisfied_with_all(&self, tasks: &[StoredTask], settles: &[Settlement]) -> Option<bool> {
        let asked: Vec<_> = settles.iter().filter_map(|s| s.satisfied).collect();
        let open = tasks.iter().zip(settles).any(|(row, settlement)| {
            let given = Given { answers: settlement.answers.clone(), unanswered: settlement.unanswered.clone() };
            left_satisfaction_open(self.form_of(row), &given)
        });
        let all = asked.iter().all(|satisfied| *satisfied);
        if asked.is_empty() || (all && open) { None } else { Some(all) }
    }

    /// A step is not done by a contact; and one contact answers a task once.
    fn refuse_misplaced(&self, tasks: &[StoredTask]) -> Result<(), OfficeError> {
        let ways = tasks.iter().map(|row| self.settled_by(row));
        if let Some(remedy) = ways.filter_map(SettledBy::instead_of_a_record).next() {
            return Err(OfficeError::invalid("not_a_contact", format!("这不是回访。{remedy}")));
        }
        let once: BTreeSet<_> = tasks.iter().map(|row| &row.id).collect();
        if once.len() < tasks.len() {
            return Err(OfficeError::invalid("same_task_twice", "同一件任务在一次联系里只能记一次"));
        }
        Ok(())
    }

    /// The time of a new act on the tasks: later than every act so far, even if the clock once ran ahead, so that the last
    /// act is the one that counts.
    pub(crate) fn act_time(&self, tasks: &[TaskId], now: Now) -> Result<i64, OfficeError> {
        let mut latest = now.instant_ms;
        for task in tasks {
            let records = self.store.read().records_of_task(task)?;
            let decisions = self.store.read().decisions_of_task(task)?;
            let acts = records.iter().map(|r| r.at_ms).chain(decisions.iter().map(|d| d.at_ms));
            latest = acts.map(|at| at.saturating_add(1)).fold(latest, i64::max);
        }
        Ok(latest)
    }

    /// The settlements, and the files that their answers name.
    fn settlements(
        &self,
        wish: &RecordFollowUp,
        tasks: &[StoredTask],
        channel: Channel,
        outcome: Outcome,
        corrects: bool,
    ) -> Result<(Vec<Settlement>, BTreeSet<String>), OfficeError> {
        let mut settles: Vec<_> = tasks.iter().map(|row| Settlement::task(row.id.clone())).collect();
        for (settlement, row) in settles.iter_mut().zip(tasks) {
            settlement.form = row.form.clone();
        }
        if outcome != Outcome::Reached {
            return Ok((settles, BTreeSet::new()));
        }
        let staff = self.store.read().staff_all()?;
        let given = wish.tasks.iter().map(Given::read).collect::<Result<Vec<_>, _>>()?;
        let forms = || tasks.iter().map(|row| self.form_of(row));
        let answered = forms().zip(&given).filter_map(|(form, given)| Some((form?, &given.answers)));
        let client = tasks.first().and_then(|row| row.client.as_ref());
        let named = Files::named(self.store.read(), client, answered)?;
        let mut faults = FormFaults::default();
        for ((row, settlement), given) in tasks.iter().zip(&mut settles).zip(given) {
            let form = self.form_of(row);
            let task = row.id.as_str();
            faults.note(form, &given, &Setting { task, channel, staff: &staff, files: &named, corrects });
            settlement.satisfied = satisfaction(form, &given);
            if left_satisfaction_open(form, &given) && self.loop_of(row).is_some_and(|(_, recheck)| recheck) {
                let text = "复访要问到是否满意,问题才能办结或再整改。没有问到时,请把接通情况记为拒访或改时间。";
                return Err(OfficeError::invalid("recheck_unanswered", text));
            }
            (settlement.answers, settlement.unanswered) = (given.answers, given.unanswered);
        }
        faults.into_result()?;
        Ok((settles, named.ids()))
    }

    pub(crate) fn form_of(&self, row: &StoredTask) -> Option<&Form> {
        let (pack, _) = self.rule_of(&row.pack, &row.rule)?;
        pack.form(row.form.as_deref()?)
    }

    /// The loop that a dissatisfied answer to the task enters, and whether the task is its recheck.
    pub(crate) fn loop_of(&self, row: &StoredTask) -> Option<(&Loop, bool)> {
        let pack = self.pack(&row.pack)?;
        let part = pack.loop_of(&row.rule)?;
        Some((part, row.rule == format!("{}.recheck", part.id)))
    }

    /// A recheck is made by someone other than the rectifier (DESIGN 7), unless an approved reason is given.
    pub(crate) fn refuse_own_recheck(
        &self,
        record: &Record,
        tasks: &[StoredTask],
        wish: &RecordFollowUp,
    ) -> Result<(), OfficeError> {
        if record.outcome != Outcome::Reached || exception(wish).is_some() {
            return Ok(());
        }
        let staff = self.store.read().staff_all()?;
        let same =
            |a: &StaffRef, b: &StaffRef| a == b || (a.find(&staff).is_some() && a.find(&staff) == b.find(&staff));
        for row in tasks.iter().filter(|row| self.loop_of(row).is_some_and(|(_, recheck)| recheck)) {
            let Some(problem) = self.problem_matter(row.matter.as_ref())? else { continue };
            let rectifier = Problem(&problem).rectified_by();
            if record.by.is_none() {
                return Err(OfficeError::invalid("who_missing", "请先选择是谁复访的:复访须由整改人以外的人做"));
            }
            if let (Some(rectifier), Some(by)) = (rectifier, &record.by)
                && same(&rectifier, by)
            {
                let text = "复访须由整改人以外的人做。请换一个人,或填写经批准的例外理由。";
                return Err(OfficeError::invalid("recheck_by_rectifier", text));
            }
        }
        Ok(())
    }

    /// New problems for dissatisfied answers, and problems that a dissatisfied recheck raises again. So many numbers are
    /// `taken` by problems of the same call that are not written yet.
    pub(crate) fn problems_to_raise(
        &self,
        record: &Record,
        tasks: &[StoredTask],
        taken: u32,
    ) -> Result<Vec<Matter>, OfficeError> {
        let mut problems = Vec::new();
        let mut number = self.next_problem_number(record.on)? + taken;
        for (row, settlement) in tasks.iter().zip(&record.settles) {
            if record.outcome != Outcome::Reached || settlement.satisfied != Some(false) {
                continue;
            }
            let Some((part, recheck)) = self.loop_of(row) else { continue };
            if recheck {
                if let Some(mut problem) = self.problem_matter(row.matter.as_ref())? {
                    Problem::raise_again(&mut problem, record);
                    problems.push(problem);
                }
            } else {
                let parent = row.matter.as_ref().map(|id| self.store.read().matter(id)).transpose()?.flatten();
                let text = self.complaint_text(row, settlement, &record.note);
                let (pack, id) = (row.pack.clone(), part.id.clone());
                problems.push(Problem::raise(&pack, &id, number, record, row, parent.as_ref(), text));
                number += 1;
            }
        }
        Ok(problems)
    }

    /// What was wrong: the client's words, else what was written into the form, else the items with which he was not satisfied.
    pub(crate) fn complaint_text(&self, row: &StoredTask, settlement: &Settlement, note: &str) -> String {
        if !note.is_empty() {
            return note.to_owned();
        }
        let fields = || self.form_of(row).into_iter().flat_map(|f| &f.fields);
        let told = fields().filter(|f| f.kind == FieldKind::Text).filter_map(|f| settlement.answers.get(&f.id));
        if let Some(told) = told.map(FieldValue::text).find(|text| !text.trim().is_empty()) {
            return told;
        }
        let bad = fields().filter(|f| settlement.answers.get(&f.id).is_some_and(|a| f.is_dissatisfied(&a.text())));
        let labels: Vec<_> = bad.map(|f| f.label.clone()).collect();
        format!("回访不满意:{}", labels.join("、"))
    }

    pub(crate) fn problems_to_close(&self, record: &Record, tasks: &[StoredTask]) -> Result<Vec<Matter>, OfficeError> {
        let mut problems = Vec::new();
        for (row, settlement) in tasks.iter().zip(&record.settles) {
            let recheck = self.loop_of(row).is_some_and(|(_, recheck)| recheck);
            let satisfied = record.outcome == Outcome::Reached && settlement.satisfied == Some(true);
            if recheck
                && satisfied
                && let Some(mut problem) = self.problem_matter(row.matter.as_ref())?
            {
                Problem::close(&mut problem, record);
                problems.push(problem);
            }
        }
        Ok(problems)
    }
}

/// The approved reason for a recheck by the rectifier himself.
fn exception(wish: &RecordFollowUp) -> Option<&str> {
    wish.exception.as_deref().map(str::trim).filter(|reason| !reason.is_empty())
}

/// The client's words; an approved exception is kept with them, so that it is seen wherever the record is.
fn note_with_exception(wish: &RecordFollowUp) -> String {
    let note = wish.note.trim();
    match exception(wish) {
        None => note.to_owned(),
        Some(reason) => format!("{note}(经批准由整改人本人复访:{reason})"),
    }
}

/// Takes back what a record did to a problem; `false`: somebody worked on it, so it stays.
pub(crate) fn take_back(tx: &mut Tx<'_>, mut problem: Matter, record: &RecordId) -> Result<bool, OfficeError> {
    if !Problem::undo(&mut problem, record) {
        return Ok(false);
    }
    if problem.milestones.is_empty() {
        // Somebody has written something about it: then it stays.
        return match tx.delete_matter(&problem.id) {
            Err(StoreError::Conflict { .. }) => Ok(false),
            deleted => Ok(deleted.map(|()| true)?),
        };
    } else {
        tx.put_matter(&problem)?;
    }
    Ok(true)
}

pub(crate) fn outcome_of(code: &str) -> Result<Outcome, OfficeError> {
    Outcome::parse(code).ok_or_else(|| OfficeError::invalid("outcome_missing", "请选择接通情况"))
}

/// When the client asked to be contacted again, which cannot be before the contact itself.
fn again_of(wish: &RecordFollowUp, on: NaiveDate) -> Result<Option<Moment>, OfficeError> {
    let again = wish.again_on.as_deref().filter(|text| !text.is_empty());
    let again = again.map(|text| moment(text, "again_on")).transpose()?;
    match again {
        Some(again) if again.day < on => {
            let text = format!("再联系的日期 {} 早于这次联系,请核对", again.day);
            Err(OfficeError::invalid("early_again", text))
        }
        again => Ok(again),
    }
}

/// A day of a request, with a minute where it has one.
pub(crate) fn moment(text: &str, field: &'static str) -> Result<Moment, OfficeError> {
    Moment::parse(text).ok_or_else(|| {
        OfficeError::invalid("bad_day", format!("日期要写成 2026-09-30 或 2026-09-30T15:00 的样子({field}:{text})"))
    })
}

/// A day of a request; none: today.
pub(crate) fn day(text: Option<&str>, today: NaiveDate, field: &'static str) -> Result<NaiveDate, OfficeError> {
    match text {
        None | Some("") => Ok(today),
        Some(text) => text
            .parse()
            .map_err(|_| OfficeError::invalid("bad_day", format!("日期要写成 2026-09-30 的样子({field}:{text})"))),
    }
}

fn channel_of(wish: &RecordFollowUp) -> Result<Channel, OfficeError> {
    Channel::parse(&wish.channel).ok_or_else(|| OfficeError::invalid("channel_missing", "请选择用什么方式联系的"))
}
