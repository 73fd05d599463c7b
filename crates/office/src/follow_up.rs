//! Writing down a follow-up: the record, what it settles, and what an unsatisfied answer leads to.

use crate::OfficeError;
use crate::office::Office;
use crate::problems::Problem;
use crate::rows::TaskFacts;
use crate::wire::{Changed, FollowUpWritten, Foresight, RecordFollowUp, VoidRecord};
use chrono::NaiveDate;
use huifang_core::calendar::Now;
use huifang_core::domain::{
    Channel, FieldValue, Matter, Outcome, Purpose, Record, RecordId, Settlement, Settles, StaffRef, TaskId, short_hash,
};
use huifang_core::engine::Edit;
use huifang_core::policy::{FieldKind, Form, Loop};
use huifang_store::{TaskRow as StoredTask, Tx};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// A request whose texts have become values.
struct Written {
    record: Record,
    tasks: Vec<StoredTask>,
}

impl Office {
    /// Writes a follow-up.
    ///
    /// # Errors
    /// `form_incomplete` with all missing fields, `recheck_by_rectifier`, `not_found`, or what else does not make sense.
    pub fn record_follow_up(&mut self, wish: &RecordFollowUp, now: Now) -> Result<FollowUpWritten, OfficeError> {
        let Written { record, tasks } = self.read_wish(wish, now)?;
        self.refuse_own_recheck(&record, &tasks, wish)?;
        let raised = self.problems_to_raise(&record, &tasks)?;
        let closing = self.problems_to_close(&record, &tasks)?;
        let detail =
            json!({ "record": record.id.as_str(), "tasks": wish.tasks.iter().map(|t| &t.task).collect::<Vec<_>>() });
        let asked = self.write("record_follow_up", now, detail, |tx, rules| {
            tx.put_record(&record)?;
            for problem in raised.iter().chain(&closing) {
                tx.put_matter(problem)?;
            }
            let problems = raised.iter().chain(&closing).map(|p| Edit::Matter(None, Some(p)));
            let edits: Vec<_> = std::iter::once(Edit::Record(None, Some(&record))).chain(problems).collect();
            Ok(rules.replan(tx, now, &edits)?.new)
        })?;
        self.follow_up_written(&record, &raised, &asked, now)
    }

    fn follow_up_written(
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
        let mut line =
            if settled.is_empty() { "已记录一次联系".to_owned() } else { "已完成回访".to_owned() };
        for problem in &problems {
            line += &format!(",生成问题单 {}", problem.no);
            line += &problem.deadline.as_ref().map(|d| format!(",须在 {d} 前整改")).unwrap_or_default();
        }
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
            let again = wish.again_on.as_deref().map(|d| format!("{d} 起列入「约定回拨」"));
            lines.push(again.unwrap_or_else(|| "记为一次未成的联系,任务仍在名单上".to_owned()));
            return Ok(Foresight { lines });
        }
        for answers in &wish.tasks {
            let row = self.task_row(&TaskId::from(answers.task.as_str()))?;
            let values = answers.answers.iter().map(|(k, v)| (k.clone(), field_value(v))).collect();
            if satisfaction(self.form_of(&row), &values) != Some(false) {
                continue;
            }
            if let Some((part, recheck)) = self.loop_of(&row) {
                let deadline = self.rules().calendar.add(now.today, part.solve_within).value;
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

    /// Strikes out a record: what it settled is open again, and problems that it raised are taken back unless somebody
    /// worked on them.
    ///
    /// # Errors
    /// `not_found`.
    pub fn void_record(&mut self, wish: &VoidRecord, now: Now) -> Result<Changed, OfficeError> {
        let id = RecordId::from(wish.record.as_str());
        let record = self.store.read().record(&id)?;
        let record = record.ok_or_else(|| OfficeError::NotFound { noun: "回访记录", id: wish.record.clone() })?;
        let problems = self.problems_by_record(&record)?;
        let detail = json!({ "record": wish.record, "reason": wish.reason });
        let kept = self.write("void_record", now, detail, |tx, rules| {
            tx.void_record(&id, true)?;
            let mut kept = 0;
            for problem in &problems {
                kept += u32::from(!take_back(tx, problem.clone(), &id)?);
            }
            let mut edits = vec![Edit::Record(Some(&record), None)];
            edits.extend(problems.iter().map(|problem| Edit::Matter(Some(problem), None)));
            rules.replan(tx, now, &edits)?;
            Ok(kept)
        })?;
        let more = if kept > 0 { ",已在整改的问题单保留" } else { "" };
        Ok(Changed {
            changed: ["record", "task", "matter"].map(str::to_owned).to_vec(),
            line: format!("已作废这条记录,相应任务重新列入名单{more}"),
        })
    }

    fn read_wish(&self, wish: &RecordFollowUp, now: Now) -> Result<Written, OfficeError> {
        let outcome = outcome_of(&wish.outcome)?;
        let channel = Channel::parse(&wish.channel)
            .ok_or_else(|| OfficeError::invalid("channel_missing", "请选择用什么方式联系的"))?;
        let ids: Vec<TaskId> = wish.tasks.iter().map(|t| TaskId::from(t.task.as_str())).collect();
        let tasks = ids.iter().map(|id| self.task_row(id)).collect::<Result<Vec<_>, _>>()?;
        let Some(first) = tasks.first() else {
            return Err(OfficeError::invalid("no_task", "这次联系没有对应任何回访任务"));
        };
        if tasks.iter().any(|t| t.client != first.client) {
            return Err(OfficeError::invalid("different_clients", "一次联系只能记在同一位客户的任务上"));
        }
        if outcome == Outcome::Reached && tasks.iter().any(|t| t.ended.is_some()) {
            let text = "这件任务已经有结果。要更正,请先作废原来的记录,或重新打开任务。";
            return Err(OfficeError::invalid("already_done", text));
        }
        let on = day(wish.on.as_deref(), now.today, "on")?;
        if on > now.today {
            return Err(OfficeError::invalid("future_record", format!("联系日期 {on} 还没到,请改为今天或以前")));
        }
        let by = wish.by.clone().map(StaffRef).or_else(|| self.me.as_ref().map(|id| StaffRef(id.0.clone())));
        let settles = self.settlements(wish, &tasks, outcome)?;
        let asked: Vec<_> = settles.iter().filter_map(|s| s.satisfied).collect();
        let satisfied = if asked.is_empty() { None } else { Some(asked.into_iter().all(|s| s)) };
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
                again_on: wish.again_on.as_deref().map(|text| day(Some(text), now.today, "again_on")).transpose()?,
                note: wish.note.trim().to_owned(),
                settles,
                voided: false,
                at_ms: now.instant_ms,
            },
            tasks,
        })
    }

    fn settlements(
        &self,
        wish: &RecordFollowUp,
        tasks: &[StoredTask],
        outcome: Outcome,
    ) -> Result<Vec<Settlement>, OfficeError> {
        let mut missing = Vec::new();
        let mut settles = Vec::new();
        for (row, answers) in tasks.iter().zip(&wish.tasks) {
            let answers: BTreeMap<_, _> = answers.answers.iter().map(|(k, v)| (k.clone(), field_value(v))).collect();
            let form = self.form_of(row);
            if outcome == Outcome::Reached {
                missing.extend(form.map(|f| unanswered(f, &answers)).unwrap_or_default());
            }
            settles.push(Settlement {
                task: Settles::Task(row.id.clone()),
                form: row.form.clone(),
                satisfied: if outcome == Outcome::Reached { satisfaction(form, &answers) } else { None },
                answers: if outcome == Outcome::Reached { answers } else { BTreeMap::new() },
            });
        }
        if missing.is_empty() {
            return Ok(settles);
        }
        let labels: Vec<_> = missing.iter().map(|(_, label)| label.clone()).collect();
        let fields: Vec<_> = missing.into_iter().map(|(id, _)| id).collect();
        Err(OfficeError::Invalid {
            code: "form_incomplete",
            params: json!({ "fields": fields, "labels": labels }),
            text: format!("还有必填项没有填:{}", labels.join("、")),
        })
    }

    fn form_of(&self, row: &StoredTask) -> Option<&Form> {
        let (pack, _) = self.rule_of(&row.pack, &row.rule)?;
        pack.form(row.form.as_deref()?)
    }

    /// The loop that a dissatisfied answer to the task enters, and whether the task is its recheck.
    fn loop_of(&self, row: &StoredTask) -> Option<(&Loop, bool)> {
        let pack = self.pack(&row.pack)?;
        let part = pack.loop_of(&row.rule)?;
        Some((part, row.rule == format!("{}.recheck", part.id)))
    }

    /// A recheck is made by someone other than the rectifier (DESIGN 7), unless an approved reason is given.
    fn refuse_own_recheck(
        &self,
        record: &Record,
        tasks: &[StoredTask],
        wish: &RecordFollowUp,
    ) -> Result<(), OfficeError> {
        if record.outcome != Outcome::Reached || wish.exception.as_deref().is_some_and(|e| !e.trim().is_empty()) {
            return Ok(());
        }
        let staff = self.store.read().staff_all()?;
        let same =
            |a: &StaffRef, b: &StaffRef| a == b || (a.find(&staff).is_some() && a.find(&staff) == b.find(&staff));
        for row in tasks.iter().filter(|row| self.loop_of(row).is_some_and(|(_, recheck)| recheck)) {
            let Some(problem) = self.problem_matter(row.matter.as_ref())? else { continue };
            let rectifier = Problem(&problem).rectified_by();
            if let (Some(rectifier), Some(by)) = (rectifier, &record.by)
                && same(&rectifier, by)
            {
                let text = "复访须由整改人以外的人做。请换一个人,或填写经批准的例外理由。";
                return Err(OfficeError::invalid("recheck_by_rectifier", text));
            }
        }
        Ok(())
    }

    /// New problems for dissatisfied answers, and problems that a dissatisfied recheck raises again.
    fn problems_to_raise(&self, record: &Record, tasks: &[StoredTask]) -> Result<Vec<Matter>, OfficeError> {
        let mut problems = Vec::new();
        let mut number = self.next_problem_number(record.on)?;
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
    fn complaint_text(&self, row: &StoredTask, settlement: &Settlement, note: &str) -> String {
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

    fn problems_to_close(&self, record: &Record, tasks: &[StoredTask]) -> Result<Vec<Matter>, OfficeError> {
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

/// Takes back what a record did to a problem; `false`: somebody worked on it, so it stays.
fn take_back(tx: &mut Tx<'_>, mut problem: Matter, record: &RecordId) -> Result<bool, OfficeError> {
    if !Problem::undo(&mut problem, record) {
        return Ok(false);
    }
    if problem.milestones.is_empty() {
        tx.delete_matter(&problem.id)?;
    } else {
        tx.put_matter(&problem)?;
    }
    Ok(true)
}

fn outcome_of(code: &str) -> Result<Outcome, OfficeError> {
    Outcome::parse(code).ok_or_else(|| OfficeError::invalid("outcome_missing", "请选择接通情况"))
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

fn field_value(value: &Value) -> FieldValue {
    serde_json::from_value(value.clone()).unwrap_or_else(|_| FieldValue::Text(value.to_string()))
}

/// Satisfied or not, as the rating and choice fields say; `None` where none of them was answered.
fn satisfaction(form: Option<&Form>, answers: &BTreeMap<String, FieldValue>) -> Option<bool> {
    let fields = form?.fields.iter().filter(|f| !f.dissatisfied.is_empty());
    let judged: Vec<_> = fields
        .filter_map(|f| answers.get(&f.id).filter(|a| a.truthy()).map(|a| !f.is_dissatisfied(&a.text())))
        .collect();
    if judged.is_empty() { None } else { Some(judged.into_iter().all(|satisfied| satisfied)) }
}

/// Fields that must be answered and are not: id and label.
fn unanswered(form: &Form, answers: &BTreeMap<String, FieldValue>) -> Vec<(String, String)> {
    let answered = |id: &str| answers.get(id).is_some_and(|a| matches!(a, FieldValue::Bool(_)) || a.truthy());
    let needed = |field: &&huifang_core::policy::Field| {
        let condition = field.required_if.as_ref().is_some_and(|other| {
            let asked = form.fields.iter().find(|f| &f.id == other);
            let answer = answers.get(other);
            match asked.map(|f| f.kind) {
                Some(FieldKind::YesNo) => answer == Some(&FieldValue::Bool(true)),
                Some(_) => asked.zip(answer).is_some_and(|(f, a)| f.is_dissatisfied(&a.text())),
                None => false,
            }
        });
        (field.required || condition) && !answered(&field.id)
    };
    form.fields.iter().filter(needed).map(|f| (f.id.clone(), f.label.clone())).collect()
}
