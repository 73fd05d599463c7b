//! Keeping the tasks as the policies ask for them: everything, or what an edit touched.

use crate::OfficeError;
use crate::office::Rules;
use crate::rows::{end_of, row_of, task_of};
use huifang_core::calendar::Now;
use huifang_core::domain::{ClientId, Facts, MatterId, TaskId};
use huifang_core::engine::{
    Change, Enabled, Failure, HumanActs, Scope, Task, Why, World, derive, reads_one_client, reconcile, why_not,
};
use huifang_store::{TaskRow, Tx};
use std::collections::{BTreeMap, BTreeSet, HashMap};

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
        self.settle(tx, now, &facts, existing, self.enabled, Scope::All)
    }

    /// Asks again for these clients and matters, and for the rules that look at more than one client.
    pub fn replan_some(
        &self,
        tx: &mut Tx<'_>,
        now: Now,
        clients: &BTreeSet<ClientId>,
        matters: &BTreeSet<MatterId>,
    ) -> Result<PlanSummary, OfficeError> {
        let mut clients = clients.clone();
        for matter in tx.read().matters(matters)? {
            clients.extend(matter.participants.into_iter().map(|p| p.client));
        }
        let facts = self.facts_around(tx, &clients, matters)?;
        let matters: BTreeSet<_> = facts.matters.iter().map(|m| m.id.clone()).chain(matters.iter().cloned()).collect();
        let mut existing = tx.read().tasks_of(&clients, &matters)?;
        existing.retain(|t| self.is_of_one_client(t) && in_scope(t, &clients, &matters));
        let scope = Scope::Only { clients: &clients, matters: &matters };
        let mut summary = self.settle(tx, now, &facts, existing, self.enabled, scope)?;
        let pooled = self.pooled();
        if !pooled.is_empty() {
            let facts = tx.read().facts_all()?;
            let existing = tx.read().tasks_all()?.into_iter().filter(|t| !self.is_of_one_client(t)).collect();
            let more = self.settle(tx, now, &facts, existing, &pooled, Scope::All)?;
            summary.new.extend(more.new);
            summary.moved += more.moved;
            summary.withdrawn += more.withdrawn;
            summary.again += more.again;
            summary.failures.extend(more.failures);
        }
        Ok(summary)
    }

    /// The facts of the clients, and the matters that are touched without having a client.
    fn facts_around(
        &self,
        tx: &Tx<'_>,
        clients: &BTreeSet<ClientId>,
        matters: &BTreeSet<MatterId>,
    ) -> Result<Facts, OfficeError> {
        let mut facts = tx.read().facts_of(clients)?;
        let known: BTreeSet<_> = facts.matters.iter().map(|m| m.id.clone()).collect();
        let lonely: BTreeSet<_> = matters.difference(&known).cloned().collect();
        facts.matters.extend(tx.read().matters(&lonely)?);
        Ok(facts)
    }

    fn settle(
        &self,
        tx: &mut Tx<'_>,
        now: Now,
        facts: &Facts,
        existing: Vec<TaskRow>,
        packs: &[Enabled],
        scope: Scope<'_>,
    ) -> Result<PlanSummary, OfficeError> {
        let world = World::new(facts, self.calendar, now.today);
        let derived = derive(&world, packs, scope);
        let tasks: Vec<Task> = existing.iter().map(task_of).collect();
        let reasons = Reasons::default();
        let many = tasks.len() > MOST_REASONS
            && tasks.iter().filter(|t| t.asked).count() > derived.emissions.len() + MOST_REASONS;
        let gone = |task: &Task| reasons.of(&world, packs, task, many);
        let changes = reconcile(&tasks, derived.emissions, &gone);
        let mut summary = apply(tx, now, &existing, changes, &world.acts)?;
        summary.failures = derived.failures;
        refresh_ends(tx, &existing, &world.acts)?;
        Ok(summary)
    }

    /// Rules that look at more than one client, as packs of their own.
    fn pooled(&self) -> Vec<Enabled> {
        let mut packs = self.enabled.to_vec();
        for enabled in &mut packs {
            for version in &mut enabled.versions {
                if version.pack.rules.iter().any(|r| !reads_one_client(r)) {
                    std::sync::Arc::make_mut(&mut version.pack).rules.retain(|r| !reads_one_client(r));
                } else {
                    std::sync::Arc::make_mut(&mut version.pack).rules.clear();
                }
            }
        }
        packs.retain(|e| e.versions.iter().any(|v| !v.pack.rules.is_empty()));
        packs
    }

    fn is_of_one_client(&self, task: &TaskRow) -> bool {
        let packs = self.enabled.iter().filter_map(Enabled::current).filter(|p| p.id == task.pack);
        packs.filter_map(|p| p.rule(&task.rule)).all(reads_one_client)
    }
}

/// Tasks that the scope can ask for: those of its clients, and those whose subject is one of its matters.
fn in_scope(task: &TaskRow, clients: &BTreeSet<ClientId>, matters: &BTreeSet<MatterId>) -> bool {
    use huifang_core::domain::Subject;
    match &task.subject {
        Subject::Client(id) => clients.contains(id),
        Subject::Matter(id) => matters.contains(id),
        Subject::Staff(_) | Subject::Office => false,
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
        let end = end_of(&human);
        if end != row.ended {
            tx.set_task_end(&row.id, end)?;
        }
        if human.due != row.due_set || human.assignee != row.assignee_set {
            tx.set_task_overrides(&row.id, human.due, human.assignee.as_ref())?;
        }
    }
    Ok(())
}

/// Why tasks are no longer asked for, looked up once a client.
#[derive(Default)]
struct Reasons {
    found: std::cell::RefCell<HashMap<ClientId, HashMap<(String, String), Option<Why>>>>,
}

impl Reasons {
    fn of(&self, world: &World<'_>, packs: &[Enabled], task: &Task, many: bool) -> String {
        let emission = &task.emission;
        if emission.matter.as_ref().is_some_and(|id| world.matter(id).is_none()) {
            return "事项已不在".to_owned();
        }
        let Some(client) = emission.client.as_ref().filter(|id| world.client(id).is_some()) else {
            return "客户已不在".to_owned();
        };
        let unknown = || "条件不再满足".to_owned();
        if many {
            return unknown();
        }
        let mut found = self.found.borrow_mut();
        let by_rule = found.entry(client.clone()).or_insert_with(|| {
            let answers = why_not(world, packs, client).into_iter();
            answers.map(|w| ((w.pack, w.rule), w.why)).collect()
        });
        let key = (emission.key.pack.clone(), emission.key.rule.clone());
        by_rule.get(&key).cloned().flatten().map_or_else(unknown, |why| why.chinese(world.today))
    }
}
