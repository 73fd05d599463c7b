//! Keeping the tasks as the policies ask for them: everything, or what an edit touched.

use crate::OfficeError;
use crate::policy::Policies;
use crate::rows::{end_of, row_of, task_of};
use huifang_core::calendar::{Moment, Now};
use huifang_core::domain::{Facts, TaskId};
use huifang_core::engine::{
    BY_HAND, Change, Edit, Failure, Human, HumanActs, Scope, Task, World, asks_office, kinds_of_all_in,
    reads_everybody, reconcile, tasks_named, touched, why_withdrawn,
};
use huifang_core::policy::{PolicyPack, Rule};
use huifang_store::{TaskRow, Tx};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

/// What planning changed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PlanSummary {
    /// Asked for the first time.
    pub new: Vec<TaskId>,
    /// Other days, person or reason.
    pub moved: u32,
    /// No longer asked for.
    pub withdrawn: u32,
    /// Asked for again.
    pub again: u32,
    /// Rules that failed for a subject; the rest went on.
    pub failures: Vec<Failure>,
}

/// Beyond so many withdrawals at once, reasons are not looked up one by one.
const MOST_REASONS: usize = 200;

impl Policies {
    /// Asks every rule for everybody.
    pub fn replan_all(&self, tx: &mut Tx<'_>, now: Now) -> Result<PlanSummary, OfficeError> {
        let facts = tx.read().facts_all()?;
        let existing = tx.read().tasks_all()?;
        self.settle(tx, now, &facts, existing, Scope::All)
    }

    /// Asks again for what the edits touched (they are written already).
    pub fn replan(&self, tx: &mut Tx<'_>, now: Now, edits: &[Edit<'_>]) -> Result<PlanSummary, OfficeError> {
        let named: Vec<Task> = tx.read().tasks(&tasks_named(edits))?.iter().map(task_of).collect();
        let mut touched = touched(edits, &named);
        let of_all: BTreeSet<String> = self.packs().flat_map(kinds_of_all_in).collect();
        if !touched.of_all.is_disjoint(&of_all) {
            return self.replan_all(tx, now);
        }
        let facts = tx.read().facts_with(&touched.clients, &of_all)?;
        touched.widen(&facts.matters);
        let existing = tx.read().tasks_of(&touched.clients, &touched.matters)?;
        let mut summary = self.settle(tx, now, &facts, existing, touched.scope())?;
        if touched.pooled && self.rules().any(asks_office) {
            let everybody = self.rules().any(reads_everybody);
            let facts = if everybody { tx.read().facts_all()? } else { tx.read().facts_of_office(&of_all)? };
            let existing = tx.read().tasks_without_client()?;
            let pooled = self.settle(tx, now, &facts, existing, Scope::Pooled)?;
            summary.new.extend(pooled.new);
            summary.moved += pooled.moved;
            summary.failures.extend(pooled.failures);
        }
        Ok(summary)
    }

    /// All packs in all versions, with those for some clients.
    pub(crate) fn packs(&self) -> impl Iterator<Item = &PolicyPack> {
        let versions = self.enabled.iter().flat_map(|e| &e.versions);
        versions.flat_map(|v| std::iter::once(&v.pack).chain(v.variants.iter().map(|v| &v.pack))).map(Arc::as_ref)
    }

    fn rules(&self) -> impl Iterator<Item = &Rule> {
        self.packs().flat_map(|pack| &pack.rules)
    }

    fn settle(
        &self,
        tx: &mut Tx<'_>,
        now: Now,
        facts: &Facts,
        mut existing: Vec<TaskRow>,
        scope: Scope<'_>,
    ) -> Result<PlanSummary, OfficeError> {
        let world = World::new(facts, &self.calendar, now.today);
        let derived = self.derive(&world, scope);
        existing.retain(|row| scope.covers(&row.subject));
        // What a rule could not be asked for stays as it was, until the rule can be asked again.
        let tasks: Vec<Task> = existing.iter().map(task_of).filter(|task| !derived.failed_for(task)).collect();
        let many = tasks.len() > MOST_REASONS
            && tasks.iter().filter(|t| t.asked).count() > derived.emissions.len() + MOST_REASONS;
        let gone = |task: &Task| withdrawal_words(&world, self, task, many);
        let changes = reconcile(&tasks, derived.emissions, &gone);
        let next = |row: &TaskRow, human: &Human| {
            let client = row.client.as_ref().and_then(|id| world.client(id));
            self.next_try((&row.pack, &row.rule), client, human, now.zone)
        };
        let mut summary = apply(tx, now, &existing, changes, &world.acts, &next)?;
        summary.failures = derived.failures;
        refresh_copies(tx, &existing, &world.acts, &next)?;
        Ok(summary)
    }
}

/// From when a task is to be tried again, after what people did about it.
type NextTry<'n> = dyn Fn(&TaskRow, &Human) -> Option<Moment> + 'n;

fn apply(
    tx: &mut Tx<'_>,
    now: Now,
    existing: &[TaskRow],
    changes: Vec<Change>,
    acts: &HumanActs,
    next: &NextTry<'_>,
) -> Result<PlanSummary, OfficeError> {
    let by_id: HashMap<&TaskId, &TaskRow> = existing.iter().map(|t| (&t.id, t)).collect();
    let mut summary = PlanSummary::default();
    let mut rows = Vec::new();
    let mut withdrawn: BTreeMap<String, Vec<TaskId>> = BTreeMap::new();
    for change in changes {
        let emission = match change {
            Change::New(emission) => {
                summary.new.push(emission.id.clone());
                emission
            }
            Change::Moved { now, .. } => {
                summary.moved += 1;
                now
            }
            Change::AskedAgain(emission) => {
                summary.again += 1;
                emission
            }
            Change::Withdrawn { id, because } => {
                summary.withdrawn += 1;
                withdrawn.entry(because).or_default().push(id);
                continue;
            }
        };
        let first_asked = by_id.get(&emission.id).map_or(now.instant_ms, |t| t.first_asked_ms);
        let human = acts.of(&emission.id);
        let row = row_of(&emission, &human, first_asked);
        rows.push(TaskRow { next_try: next(&row, &human), ..row });
    }
    tx.upsert_tasks(&rows)?;
    for (because, ids) in withdrawn {
        tx.withdraw_tasks(&ids, &because)?;
    }
    Ok(summary)
}

/// Brings the copies of what people did about tasks up to date where the emission itself did not change.
fn refresh_copies(
    tx: &mut Tx<'_>,
    existing: &[TaskRow],
    acts: &HumanActs,
    next: &NextTry<'_>,
) -> Result<(), OfficeError> {
    for row in existing {
        let human = acts.of(&row.id);
        let end = end_of(row.need, &human);
        if end != row.ended {
            tx.set_task_end(&row.id, end)?;
        }
        if human.due != row.due_set || human.assignee != row.assignee_set {
            tx.set_task_overrides(&row.id, human.due, human.assignee.as_ref())?;
        }
        let next = next(row, &human);
        if next != row.next_try {
            tx.set_next_try(&row.id, next)?;
        }
    }
    Ok(())
}

/// Why a task is no longer asked for, in words; `many`: too many go at once to look each up.
pub(crate) fn withdrawal_words(world: &World<'_>, policies: &Policies, task: &Task, many: bool) -> String {
    let emission = &task.emission;
    if let Some(paused) = policies.pause_words(&emission.key.pack, emission.due.day) {
        return paused;
    }
    if emission.matter.as_ref().is_some_and(|id| world.matter(id).is_none()) {
        return "事项已不在".to_owned();
    }
    if emission.client.as_ref().is_some_and(|id| world.client(id).is_none()) {
        return "客户已不在".to_owned();
    }
    if emission.key.pack == BY_HAND {
        let stands = world.facts.decisions.iter().any(|d| d.id.as_str() == emission.key.anchor && !d.voided);
        return if stands { "客户停访或不再联系" } else { "加入的人已撤回" }.to_owned();
    }
    let why = if many { None } else { why_withdrawn(world, &policies.enabled, emission) };
    why.map_or_else(|| "条件不再满足".to_owned(), |why| why.chinese(world.today))
}
