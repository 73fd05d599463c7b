//! Between the engine's tasks and the store's rows; and the view that every screen, list and report reads.

use crate::OfficeError;
use crate::office::Office;
use chrono::NaiveDate;
use huifang_core::calendar::Moment;
use huifang_core::domain::{
    Client, ClientId, Decision, Facts, Matter, MatterId, OnDuty, Record, RecordId, Staff, TaskId, on_duty,
};
use huifang_core::engine::{
    Emission, EndKind, Human, HumanActs, Task, TaskKey, TaskView, advance, assignee, human_acts,
};
use huifang_core::policy::{PolicyPack, Rule, TaskAction};
use huifang_store::{End, TaskRow};
use std::cell::OnceCell;
use std::collections::{BTreeSet, HashMap};

/// What the task of a store's row is known by.
pub(crate) fn key_of(row: &TaskRow) -> TaskKey {
    TaskKey {
        pack: row.pack.clone(),
        rule: row.rule.clone(),
        subject: row.subject.clone(),
        anchor: row.anchor.clone(),
        occurrence: row.occurrence,
    }
}

/// The engine's task of a store's row.
pub(crate) fn task_of(row: &TaskRow) -> Task {
    Task {
        asked: row.asked,
        withdrawn_because: row.withdrawn_because.clone(),
        emission: Emission {
            key: key_of(row),
            id: row.id.clone(),
            client: row.client.clone(),
            matter: row.matter.clone(),
            step_title: row.step_title.clone(),
            need: row.need,
            have: row.have,
            opens: row.opens,
            due: Moment { day: row.due, minute: row.due_minute },
            latest: row.latest,
            lapses: row.lapses,
            fulfilled: row.fulfilled,
            halted_to: row.halted_to,
            action: TaskAction::parse(&row.action).unwrap_or(TaskAction::Contact),
            role: row.role.clone(),
            held_by: row.held_by.clone(),
            by_area: row.by_area,
            channels: row.channels.clone(),
            form: row.form.clone(),
            clauses: row.clauses.clone(),
            because: row.because.clone(),
            guessed: row.guessed,
        },
    }
}

/// The store's row of an emission that is asked for, with what people did about it.
pub(crate) fn row_of(emission: &Emission, human: &Human, first_asked_ms: i64) -> TaskRow {
    TaskRow {
        id: emission.id.clone(),
        pack: emission.key.pack.clone(),
        rule: emission.key.rule.clone(),
        subject: emission.key.subject.clone(),
        anchor: emission.key.anchor.clone(),
        occurrence: emission.key.occurrence,
        client: emission.client.clone(),
        matter: emission.matter.clone(),
        step_title: emission.step_title.clone(),
        need: emission.need,
        have: emission.have,
        opens: emission.opens,
        due: emission.due.day,
        due_minute: emission.due.minute,
        latest: emission.latest,
        lapses: emission.lapses,
        fulfilled: emission.fulfilled,
        halted_to: emission.halted_to,
        action: emission.action.code().to_owned(),
        role: emission.role.clone(),
        held_by: emission.held_by.clone(),
        by_area: emission.by_area,
        channels: emission.channels.clone(),
        form: emission.form.clone(),
        clauses: emission.clauses.clone(),
        because: emission.because.clone(),
        guessed: emission.guessed,
        asked: true,
        withdrawn_because: None,
        first_asked_ms,
        ended: end_of(emission.need, human),
        due_set: human.due,
        assignee_set: human.assignee.clone(),
        next_try: None,
        meant: None,
    }
}

/// The store's copy of how a person ended a task. One record does not end a quota that needs several.
pub(crate) fn end_of(need: u32, human: &Human) -> Option<(End, NaiveDate)> {
    let end = human.end.as_ref().filter(|end| need <= 1 || end.kind != EndKind::Done);
    end.map(|end| {
        let kind = match end.kind {
            EndKind::Done => End::Done,
            EndKind::Lost => End::Lost,
            EndKind::Waived => End::Waived,
        };
        (kind, end.on)
    })
}

/// Tasks with the facts that are needed to show them: the one place where rows become views.
pub struct TaskFacts {
    /// Facts of the tasks' clients.
    pub facts: Facts,
    /// What people did.
    pub acts: HumanActs,
    clients: HashMap<ClientId, usize>,
    matters: HashMap<MatterId, usize>,
    // Only figures ask for these, and then for thousands.
    records: OnceCell<HashMap<RecordId, usize>>,
    decided: OnceCell<HashMap<TaskId, Vec<usize>>>,
}

impl TaskFacts {
    /// Facts of all clients and matters of the rows.
    pub(crate) fn of(office: &Office, rows: &[TaskRow]) -> Result<Self, OfficeError> {
        let clients: BTreeSet<_> = rows.iter().filter_map(|r| r.client.clone()).collect();
        let mut facts = office.store.read().facts_of(&clients)?;
        let known: BTreeSet<_> = facts.matters.iter().map(|m| m.id.clone()).collect();
        let lonely: BTreeSet<_> = rows.iter().filter_map(|r| r.matter.clone()).filter(|m| !known.contains(m)).collect();
        facts.matters.extend(office.store.read().matters(&lonely)?);
        // What has no client is in nobody's facts: what people did about it is asked for by the task.
        for row in rows.iter().filter(|row| row.client.is_none()) {
            facts.decisions.extend(office.store.read().decisions_of_task(&row.id)?);
            facts.records.extend(office.store.read().records_of_task(&row.id)?);
        }
        Ok(Self::new(facts))
    }

    /// Facts that come from elsewhere than the store.
    pub fn of_facts(facts: Facts) -> Self {
        Self::new(facts)
    }

    pub(crate) fn new(facts: Facts) -> Self {
        Self {
            acts: human_acts(&facts),
            clients: facts.clients.iter().enumerate().map(|(i, c)| (c.id.clone(), i)).collect(),
            matters: facts.matters.iter().enumerate().map(|(i, m)| (m.id.clone(), i)).collect(),
            records: OnceCell::new(),
            decided: OnceCell::new(),
            facts,
        }
    }

    /// A client by id.
    pub fn client(&self, id: Option<&ClientId>) -> Option<&Client> {
        self.clients.get(id?).map(|i| &self.facts.clients[*i])
    }

    /// A matter by id.
    pub fn matter(&self, id: Option<&MatterId>) -> Option<&Matter> {
        self.matters.get(id?).map(|i| &self.facts.matters[*i])
    }

    /// A record by id.
    pub(crate) fn record(&self, id: &RecordId) -> Option<&Record> {
        let all = || self.facts.records.iter().enumerate().map(|(i, r)| (r.id.clone(), i)).collect();
        self.records.get_or_init(all).get(id).map(|i| &self.facts.records[*i])
    }

    /// The decisions about the task that stand.
    pub(crate) fn decided(&self, task: &TaskId) -> impl Iterator<Item = &Decision> {
        let all = || {
            let mut by_task: HashMap<TaskId, Vec<usize>> = HashMap::new();
            for (i, decision) in self.facts.decisions.iter().enumerate().filter(|(_, d)| !d.voided) {
                if let Some(task) = decision.act.task() {
                    by_task.entry(task.clone()).or_default().push(i);
                }
            }
            by_task
        };
        self.decided.get_or_init(all).get(task).into_iter().flatten().map(|i| &self.facts.decisions[*i])
    }

    /// The view of a row on the day.
    pub fn view(&self, row: &TaskRow, today: NaiveDate) -> TaskView {
        advance(task_of(row), self.acts.of(&row.id), today)
    }

    /// Who does it on the day: the person who must or, while he is away, who stands in for him.
    pub fn on_duty(&self, view: &TaskView, today: NaiveDate) -> OnDuty<'_> {
        on_duty(self.assignee(view), &self.facts.staff, &self.facts.absences, today)
    }

    /// Who must, whether or not he is there: what figures count by.
    pub fn assignee(&self, view: &TaskView) -> Option<&Staff> {
        let client = self.client(view.task.emission.client.as_ref());
        assignee(&view.task, &view.human, client, &self.facts.staff)
    }
}

impl Office {
    /// The rule of a task, in the pack's current version.
    pub(crate) fn rule_of<'o>(&'o self, pack: &str, rule: &str) -> Option<(&'o PolicyPack, &'o Rule)> {
        let pack = self.pack(pack)?;
        pack.rule(rule).map(|rule| (pack, rule))
    }

    /// The rule of a task: of the pack's current version or, where that has it no more, of the last version that had it.
    pub(crate) fn rule_ever(&self, pack: &str, rule: &str) -> Option<&Rule> {
        let versions = self.policies.enabled.iter().flat_map(|enabled| enabled.versions.iter().rev());
        versions.filter(|version| version.pack.id == pack).find_map(|version| version.pack.rule(rule))
    }

    /// A task by id.
    ///
    /// # Errors
    /// `not_found`.
    pub(crate) fn task_row(&self, id: &TaskId) -> Result<TaskRow, OfficeError> {
        let row = self.store.read().task(id)?;
        row.ok_or_else(|| OfficeError::NotFound { noun: "回访任务", id: id.to_string() })
    }

    /// Every task with its view, for the host's lists.
    ///
    /// # Errors
    /// The store's.
    pub fn task_views(&self, today: NaiveDate) -> Result<(TaskFacts, Vec<TaskView>), OfficeError> {
        let facts = TaskFacts::new(self.store.read().facts_all()?);
        let views = self.store.read().tasks_all()?.iter().map(|row| facts.view(row, today)).collect();
        Ok((facts, views))
    }
}
