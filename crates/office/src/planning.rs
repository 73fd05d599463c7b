//! Keeping the tasks as the policies ask for them: everything, or what an edit touched.

use crate::OfficeError;
use crate::office::Rules;
use crate::rows::{end_of, row_of, task_of};
use huifang_core::calendar::Now;
use huifang_core::domain::{ClientId, Facts, TaskId};
use huifang_core::engine::{
    Change, Edit, Enabled, Failure, HumanActs, Scope, Task, Why, World, derive, reads_one_client, reconcile,
    tasks_named, touched, why_not,
};
use huifang_store::{TaskRow, Tx};
use std::collections::{BTreeMap, HashMap};

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

impl Rules<'_> {
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
        let facts = tx.read().facts_of(&touched.clients)?;
        touched.widen(&facts.matters);
        let existing = tx.read().tasks_of(&touched.clients, &touched.matters)?;
        let mut summary = self.settle(tx, now, &facts, existing, touched.scope())?;
        let mut rules = self.enabled.iter().flat_map(|e| &e.versions).flat_map(|v| &v.pack.rules);
        if touched.pooled && rules.any(|rule| !reads_one_client(rule)) {
            let facts = tx.read().facts_all()?;
            let existing = tx.read().tasks_without_client()?;
            let pooled = self.settle(tx, now, &facts, existing, Scope::Pooled)?;
            summary.new.extend(pooled.new);
            summary.moved += pooled.moved;
            summary.failures.extend(pooled.failures);
        }
        Ok(summary)
    }

    fn settle(
        &self,
        tx: &mut Tx<'_>,
        now: Now,
        facts: &Facts,
        mut existing: Vec<TaskRow>,
        scope: Scope<'_>,
    ) -> Result<PlanSummary, OfficeError> {
        let world = World::new(facts, self.calendar, now.today);
        let derived = derive(&world, self.enabled, scope);
        existing.retain(|row| scope.covers(&row.subject));
        // What a rule could not be asked for stays as it was, until the rule can be asked again.
        let tasks: Vec<Task> = existing.iter().map(task_of).filter(|task| !derived.failed_for(task)).collect();
        let reasons = Reasons::default();
        let many = tasks.len() > MOST_REASONS
            && tasks.iter().filter(|t| t.asked).count() > derived.emissions.len() + MOST_REASONS;
        let gone = |task: &Task| reasons.of(&world, self.enabled, task, many);
        let changes = reconcile(&tasks, derived.emissions, &gone);
        let mut summary = apply(tx, now, &existing, changes, &world.acts)?;
        summary.failures = derived.failures;
        refresh_ends(tx, &existing, &world.acts)?;
        Ok(summary)
    }
}

fn apply(
    tx: &mut Tx<'_>,
    now: Now,
    existing: &[TaskRow],
    changes: Vec<Change>,
    acts: &HumanActs,
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
        rows.push(row_of(&emission, &acts.of(&emission.id), first_asked));
    }
    tx.upsert_tasks(&rows)?;
    for (because, ids) in withdrawn {
        tx.withdraw_tasks(&ids, &because)?;
    }
    Ok(summary)
}

/// Brings the copies of what people did about tasks up to date where the emission itself did not change.
fn refresh_ends(tx: &mut Tx<'_>, existing: &[TaskRow], acts: &HumanActs) -> Result<(), OfficeError> {
    for row in existing {
        let human = acts.of(&row.id);
        let end = end_of(row.need, &human);
        if end != row.ended {
            tx.set_task_end(&row.id, end)?;
        }
        if human.due != row.due_set || human.assignee != row.assignee_set {
            tx.set_task_overrides(&row.id, human.due, human.assignee.as_ref())?;
        }
    }
    Ok(())
}

/// What each rule says of a client, by pack and rule.
type WhyByRule = HashMap<(String, String), Option<Why>>;

/// Why tasks are no longer asked for, looked up once a client.
#[derive(Default)]
struct Reasons {
    found: std::cell::RefCell<HashMap<ClientId, WhyByRule>>,
}

impl Reasons {
    fn of(&self, world: &World<'_>, packs: &[Enabled], task: &Task, many: bool) -> String {
        let emission = &task.emission;
        if emission.matter.as_ref().is_some_and(|id| world.matter(id).is_none()) {
            return "事项已不在".to_owned();
        }
        let unknown = || "条件不再满足".to_owned();
        let Some(client) = &emission.client else { return unknown() };
        if world.client(client).is_none() {
            return "客户已不在".to_owned();
        }
        if many {
            return unknown();
        }
        let mut found = self.found.borrow_mut();
        let by_rule = found.entry(client.clone()).or_insert_with(|| {
            let answers = why_not(world, packs, client).into_iter();
            answers.map(|w| ((w.pack, w.rule), w.why)).collect()
        });
        let key = (emission.key.pack.clone(), emission.key.rule.clone());
        // What is told of the rule may be about a later occurrence: too far ahead is never why one that was asked for goes.
        let why = by_rule.get(&key).cloned().flatten().filter(|why| !matches!(why, Why::TooFar(_)));
        why.map_or_else(unknown, |why| why.chinese(world.today))
    }
}
