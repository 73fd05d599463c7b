//! Problems on their way round the loop: raised by an answer, rectified, gone back to, closed.

use crate::OfficeError;
use crate::office::Office;
use crate::rows::TaskFacts;
use crate::wire::{Changed, ProblemRow, Rectify};
use crate::worklist::{client_brief, settled_tasks};
use chrono::{Datelike, NaiveDate};
use huifang_core::calendar::Now;
use huifang_core::domain::{Facts, FieldValue, Matter, MatterId, Participant, Record, RecordId, StaffRef, short_hash};
use huifang_core::engine::Edit;
use huifang_store::TaskRow as StoredTask;
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};

/// A matter of kind `problem`, read.
pub(crate) struct Problem<'m>(pub &'m Matter);

impl Problem<'_> {
    /// A problem out of a dissatisfied answer.
    pub fn raise(
        pack: &str,
        part: &str,
        number: u32,
        record: &Record,
        task: &StoredTask,
        parent: Option<&Matter>,
        text: String,
    ) -> Matter {
        let id = short_hash(&["problem", record.id.as_str(), task.id.as_str()]);
        let mut problem = Matter::new(id.as_str(), "problem");
        problem.no = Some(format!("WT{:02}{number:04}", record.on.year() % 100));
        problem.participants = record.client.iter().cloned().map(Participant::subject).collect();
        problem.department = parent.and_then(|p| p.department.clone());
        problem.severity = parent.and_then(|p| p.severity.clone());
        problem.parent = parent.map(|p| p.id.clone());
        let fields = [
            ("loop", format!("{pack}/{part}")),
            ("text", text),
            ("from_record", record.id.to_string()),
            ("from_task", task.id.to_string()),
        ];
        problem.fields = fields.into_iter().map(|(k, v)| (k.to_owned(), FieldValue::Text(v))).collect();
        problem.add_milestone("raised", record.on.into(), None);
        problem
    }

    /// A recheck that found the client dissatisfied again.
    pub fn raise_again(problem: &mut Matter, record: &Record) {
        problem.add_milestone("raised", record.on.into(), None);
        let mut rounds = Self::raised_by(problem);
        rounds.push(record.id.to_string());
        problem.fields.insert("raised_by".to_owned(), FieldValue::List(rounds));
    }

    /// The records that raised it again, round by round.
    fn raised_by(problem: &Matter) -> Vec<String> {
        match problem.fields.get("raised_by") {
            Some(FieldValue::List(rounds)) => rounds.clone(),
            _ => Vec::new(),
        }
    }

    /// A recheck that found the client satisfied.
    pub fn close(problem: &mut Matter, record: &Record) {
        problem.add_milestone("closed", record.on.into(), None);
        problem.fields.insert("closed_by".to_owned(), FieldValue::Text(record.id.to_string()));
    }

    /// Takes back what the record did; `false`: the problem it raised has been worked on. A problem without milestones is
    /// to be removed.
    pub fn undo(problem: &mut Matter, record: &RecordId) -> bool {
        let by = |m: &Matter, field: &str| m.fields.get(field) == Some(&FieldValue::Text(record.to_string()));
        let remove_last = |m: &mut Matter, kind: &str| {
            if let Some(at) = m.milestones.iter().rposition(|s| s.kind == kind) {
                m.milestones.remove(at);
            }
        };
        if by(problem, "closed_by") {
            remove_last(problem, "closed");
            problem.fields.remove("closed_by");
        }
        let mut rounds = Self::raised_by(problem);
        if let Some(round) = rounds.iter().position(|id| id == record.as_str()) {
            // The first time it was raised is by the answer itself. A round that somebody answered stays.
            let raised: Vec<_> = problem.milestones_of("raised").iter().map(|m| m.id.clone()).collect();
            let Some(milestone) = raised.get(round + 1).filter(|_| Problem(problem).count("rectified") <= round + 1)
            else {
                return false;
            };
            problem.milestones.retain(|m| &m.id != milestone);
            rounds.remove(round);
            problem.fields.insert("raised_by".to_owned(), FieldValue::List(rounds));
        }
        if by(problem, "from_record") {
            if problem.milestones.iter().any(|m| m.kind == "rectified") {
                return false;
            }
            problem.milestones.clear();
        }
        true
    }

    /// A correction of the record took its place: what the problem says of the earlier record, it says of the new one.
    pub fn hand_over(problem: &mut Matter, from: &RecordId, to: &RecordId) {
        let (was, is) = (FieldValue::Text(from.to_string()), FieldValue::Text(to.to_string()));
        for field in ["from_record", "closed_by"] {
            if problem.fields.get(field) == Some(&was) {
                problem.fields.insert(field.to_owned(), is.clone());
            }
        }
        if let Some(FieldValue::List(rounds)) = problem.fields.get_mut("raised_by") {
            rounds.iter_mut().filter(|id| *id == from.as_str()).for_each(|id| *id = to.to_string());
        }
    }

    /// Says anew what was wrong.
    pub fn tell(problem: &mut Matter, text: String) {
        problem.fields.insert("text".to_owned(), FieldValue::Text(text));
    }

    /// The task whose answer raised it.
    pub fn task_of(problem: &Matter) -> Option<String> {
        problem.fields.get("from_task").map(FieldValue::text)
    }

    /// Who rectified last.
    pub fn rectified_by(&self) -> Option<StaffRef> {
        self.0.fields.get("rectified_by").map(|v| StaffRef(v.text()))
    }

    /// Whether each time that it was raised was answered by a rectification.
    fn waits_for_recheck(&self) -> bool {
        self.count("rectified") >= self.count("raised")
    }

    fn last(&self, kind: &str) -> Option<NaiveDate> {
        self.0.milestones_of(kind).last().map(|m| m.on.day)
    }

    fn count(&self, kind: &str) -> usize {
        self.0.milestones.iter().filter(|m| m.kind == kind).count()
    }
}

impl Office {
    /// All problems: what is open first, by deadline; then the closed ones, newest first.
    ///
    /// # Errors
    /// The store's.
    pub fn problems(&self, now: Now) -> Result<Vec<ProblemRow>, OfficeError> {
        let ids = self.problem_matters()?.into_iter().map(|m| m.id).collect();
        let mut rows = self.problems_of(ids, now)?;
        rows.sort_by(|a, b| {
            let key = |p: &ProblemRow| (p.closed.is_some(), p.deadline.clone(), p.no.clone());
            key(a).cmp(&key(b))
        });
        Ok(rows)
    }

    /// How many problems are not closed.
    pub(crate) fn open_problems(&self) -> Result<u32, OfficeError> {
        Ok(self.store.read().open_problem_count()?)
    }

    fn problem_matters(&self) -> Result<Vec<Matter>, OfficeError> {
        Ok(self.store.read().matters_of_kind("problem")?)
    }

    /// The problem that a task is about, if it is about one.
    pub(crate) fn problem_matter(&self, id: Option<&MatterId>) -> Result<Option<Matter>, OfficeError> {
        let Some(id) = id else { return Ok(None) };
        Ok(self.store.read().matter(id)?.filter(|m| m.kind == "problem"))
    }

    /// Problems that a record raised, raised again or closed.
    pub(crate) fn problems_by_record(&self, record: &Record) -> Result<Vec<Matter>, OfficeError> {
        let mine = FieldValue::Text(record.id.to_string());
        let by = |m: &Matter| {
            Problem::raised_by(m).iter().any(|id| id == record.id.as_str())
                || ["from_record", "closed_by"].iter().any(|f| m.fields.get(*f) == Some(&mine))
        };
        Ok(self.problems_near(record)?.into_iter().filter(by).collect())
    }

    /// Problems of the record's client and about what its tasks were about: all that a record can have had a part in.
    fn problems_near(&self, record: &Record) -> Result<Vec<Matter>, OfficeError> {
        let read = self.store.read();
        let about = |matter: Option<&MatterId>| read.matters_of_kind_about("problem", record.client.as_ref(), matter);
        let mut found = about(record.matter.as_ref())?;
        for task in read.tasks(&settled_tasks(record).cloned().collect())? {
            found.extend(self.problem_matter(task.matter.as_ref())?);
            found.extend(read.matters_of_kind_about("problem", task.client.as_ref(), task.matter.as_ref())?);
        }
        found.sort_by(|a, b| a.id.cmp(&b.id));
        found.dedup_by(|a, b| a.id == b.id);
        Ok(found)
    }

    /// The next free number of the year.
    pub(crate) fn next_problem_number(&self, on: NaiveDate) -> Result<u32, OfficeError> {
        let prefix = format!("WT{:02}", on.year() % 100);
        let last = self.store.read().last_number_from(&prefix)?;
        let number = last.and_then(|no| no.strip_prefix(prefix.as_str())?.parse::<u32>().ok());
        Ok(number.unwrap_or(0) + 1)
    }

    /// Problems as rows.
    pub(crate) fn problems_of(&self, ids: BTreeSet<MatterId>, now: Now) -> Result<Vec<ProblemRow>, OfficeError> {
        let read = self.store.read();
        let tasks = read.tasks_of(&BTreeSet::new(), &ids)?;
        let matters = read.matters(&ids)?;
        // A row says whom and what it is about; the story of a client is not read for it.
        let clients = matters.iter().filter_map(|m| m.participants.first()).map(|p| p.client.clone()).collect();
        let parents = matters.iter().filter_map(|m| m.parent.clone()).collect();
        let (clients, parents) = (read.clients(&clients)?, read.matters(&parents)?);
        let facts = TaskFacts::new(Facts { staff: read.staff_all()?, clients, matters: parents, ..Facts::default() });
        let mut deadlines: BTreeMap<&MatterId, NaiveDate> = BTreeMap::new();
        for task in tasks.iter().filter(|t| t.rule.ends_with(".rectify") && t.asked) {
            if let Some(matter) = &task.matter {
                let last = deadlines.entry(matter).or_insert(task.due_now());
                *last = task.due_now().max(*last);
            }
        }
        Ok(matters.iter().map(|m| problem_row(self, &facts, m, deadlines.get(&m.id).copied(), now.today)).collect())
    }

    /// Writes down that a problem was rectified; its recheck is asked for.
    ///
    /// # Errors
    /// `not_found`; `problem_closed`; `already_rectified`; `rectify_note_missing`; `future_record`.
    pub fn rectify(&mut self, wish: &Rectify, now: Now) -> Result<Changed, OfficeError> {
        let id = MatterId::from(wish.matter.as_str());
        let found = self.problem_matter(Some(&id))?;
        let mut problem = found.ok_or_else(|| OfficeError::NotFound { noun: "问题单", id: wish.matter.clone() })?;
        if Problem(&problem).last("closed").is_some() {
            return Err(OfficeError::invalid("problem_closed", "这个问题已经办结,不能再登记整改"));
        }
        // The n-th rectification answers the n-th time that it was raised: a second one would stand for the next round.
        if Problem(&problem).waits_for_recheck() {
            return Err(OfficeError::invalid("already_rectified", "这个问题已登记整改,正等待复访"));
        }
        if wish.note.trim().is_empty() {
            return Err(OfficeError::invalid("rectify_note_missing", "请写明做了什么,作为整改的凭据"));
        }
        let on = crate::follow_up::day(wish.on.as_deref(), now.today, "on")?;
        if on > now.today {
            return Err(OfficeError::invalid("future_record", format!("整改日期 {on} 还没到,请改为今天或以前")));
        }
        if let Some(raised) = Problem(&problem).last("raised").filter(|raised| on < *raised) {
            let text = format!("整改日期 {on} 早于问题提出的日子 {raised},请核对日期");
            return Err(OfficeError::invalid("early_record", text));
        }
        let by = match wish.by.as_deref().filter(|by| !by.trim().is_empty()) {
            Some(by) => Some(self.known_staff(by)?.0),
            None => self.me.as_ref().map(|id| id.0.clone()),
        };
        let Some(by) = by else {
            return Err(OfficeError::invalid("who_missing", "请选择是谁整改的,复访须由别人做"));
        };
        problem.add_milestone("rectified", on.into(), None);
        problem.fields.insert("rectified_note".to_owned(), FieldValue::Text(wish.note.trim().to_owned()));
        problem.fields.insert("rectified_by".to_owned(), FieldValue::Text(by));
        let no = problem.no.clone().unwrap_or_default();
        self.write("rectify", now, json!({ "problem": no }), |tx, rules| {
            tx.put_matter(&problem)?;
            rules.replan(tx, now, &[Edit::Matter(None, Some(&problem))])?;
            Ok(())
        })?;
        let changed = ["matter", "task"].map(str::to_owned).to_vec();
        Ok(Changed { changed, line: format!("问题单 {no} 已登记整改,等待复访") })
    }
}

fn problem_row(
    office: &Office,
    facts: &TaskFacts,
    matter: &Matter,
    deadline: Option<NaiveDate>,
    today: NaiveDate,
) -> ProblemRow {
    let problem = Problem(matter);
    let (rectified, closed) = (problem.last("rectified"), problem.last("closed"));
    let state = match (closed, problem.waits_for_recheck()) {
        (Some(_), _) => "closed",
        (None, true) => "to_recheck",
        (None, false) if deadline.is_some_and(|d| d < today) => "overdue",
        (None, false) => "open",
    };
    let handler = matter.handler.clone().or_else(|| problem.rectified_by());
    let handler = handler.map(|h| h.find(&facts.facts.staff).map_or_else(|| h.0.clone(), |s| s.name.clone()));
    let client = matter.participants.first().and_then(|p| facts.client(Some(&p.client)));
    ProblemRow {
        matter: matter.id.to_string(),
        no: matter.no.clone().unwrap_or_default(),
        client: client.map(|c| client_brief(c, today)),
        text: matter.fields.get("text").map(FieldValue::text).unwrap_or_default(),
        parent: facts.matter(matter.parent.as_ref()).map(|m| office.matter_brief(m)),
        raised: problem.last("raised").map(|d| d.to_string()).unwrap_or_default(),
        deadline: deadline.map(|d| d.to_string()),
        handler: handler.unwrap_or_default(),
        rectified: rectified.map(|d| d.to_string()),
        closed: closed.map(|d| d.to_string()),
        state: state.to_owned(),
        rounds: problem.count("rectified") as u32,
    }
}
