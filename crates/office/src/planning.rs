//! Keeping the tasks as the policies ask for them: everything, or what an edit touched.

use crate::OfficeError;
use crate::policy::Policies;
use crate::rows::{end_of, key_of, row_of, task_of};
use chrono::FixedOffset;
use huifang_core::calendar::{Moment, Now};
use huifang_core::domain::{Client, Facts, StaffId, TaskId};
use huifang_core::engine::{
    BY_HAND, Change, Charge, Edit, Failure, Human, Recount, Scope, Task, World, asks_office, kinds_of_all_in,
    reconcile, tasks_named, touched, why_withdrawn,
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

impl PlanSummary {
    fn add(&mut self, more: Self) {
        self.new.extend(more.new);
        self.moved += more.moved;
        self.failures.extend(more.failures);
    }
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
            let recount = Recount::after(self.packs(), edits, &named, &facts.records);
            let (quotas, others) =
                tx.read().tasks_without_client()?.into_iter().partition(|row| recount.is_quota(&key_of(row)));
            let facts = tx.read().facts_of_office(&of_all)?;
            let pooled = self.settle(tx, now, &facts, others, Scope::Pooled)?;
            summary.add(pooled);
            if !recount.is_empty() {
                summary.add(self.count_again(tx, now, &recount, quotas, facts, &of_all)?);
            }
        }
        Ok(summary)
    }

    /// Asks again for the quotas over everybody, of the periods into which the edits fall.
    fn count_again(
        &self,
        tx: &mut Tx<'_>,
        now: Now,
        recount: &Recount<'_>,
        mut quotas: Vec<TaskRow>,
        office: Facts,
        of_all: &BTreeSet<String>,
    ) -> Result<PlanSummary, OfficeError> {
        quotas.retain(|row| recount.covers(&key_of(row)));
        let read = tx.read();
        let mut records = Vec::new();
        for (first, last) in recount.spans() {
            records.extend(read.records_between(first, last)?);
        }
        records.retain(|record| recount.may_count(record, &office.staff));
        let clients = records.iter().filter_map(|record| record.client.clone()).collect();
        let mut facts = if recount.asks_stories() {
            let stories = read.facts_with(&clients, of_all)?;
            Facts { decisions: [stories.decisions, office.decisions].concat(), ..stories }
        } else {
            Facts { clients: read.clients(&clients)?, records, ..office }
        };
        // What people wrote about the quota itself counts, too.
        let mut known: BTreeSet<_> = facts.records.iter().map(|record| record.id.clone()).collect();
        for row in &quotas {
            let about = read.records_of_task(&row.id)?;
            facts.records.extend(about.into_iter().filter(|record| known.insert(record.id.clone())));
        }
        self.settle(tx, now, &facts, quotas, Scope::Counted(recount.days()))
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
        let copies = Copies { policies: self, world: &world, zone: now.zone };
        let mut summary = apply(tx, now, &existing, changes, &copies)?;
        summary.failures = derived.failures;
        refresh_copies(tx, &existing, &copies)?;
        Ok(summary)
    }
}

/// What a row keeps a copy of, so that lists need not reckon it.
struct Copies<'c, 'w> {
    policies: &'c Policies,
    world: &'c World<'w>,
    zone: FixedOffset,
}

impl Copies<'_, '_> {
    fn human(&self, task: &TaskId) -> Human {
        self.world.acts.of(task)
    }

    fn client(&self, row: &TaskRow) -> Option<&Client> {
        self.world.client(row.client.as_ref()?)
    }

    /// From when it is to be tried again.
    fn next_try(&self, row: &TaskRow, human: &Human) -> Option<Moment> {
        self.policies.next_try((&row.pack, &row.rule), self.client(row), human, self.zone)
    }

    /// Who must.
    fn meant(&self, row: &TaskRow, human: &Human) -> Option<StaffId> {
        let charge = Charge {
            named: human.assignee.as_ref(),
            held_by: row.held_by.as_ref(),
            role: &row.role,
            by_area: row.by_area,
            place: self.client(row).and_then(|client| client.place.as_deref()),
        };
        charge.assignee(&self.world.facts.staff).map(|person| person.id.clone())
    }
}

fn apply(
    tx: &mut Tx<'_>,
    now: Now,
    existing: &[TaskRow],
    changes: Vec<Change>,
    copies: &Copies<'_, '_>,
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
        let human = copies.human(&emission.id);
        let row = row_of(&emission, &human, first_asked);
        let (next_try, meant) = (copies.next_try(&row, &human), copies.meant(&row, &human));
        rows.push(TaskRow { next_try, meant, ..row });
    }
    tx.upsert_tasks(&rows)?;
    for (because, ids) in withdrawn {
        tx.withdraw_tasks(&ids, &because)?;
    }
    Ok(summary)
}

/// Brings the copies of what people did about tasks up to date where the emission itself did not change.
fn refresh_copies(tx: &mut Tx<'_>, existing: &[TaskRow], copies: &Copies<'_, '_>) -> Result<(), OfficeError> {
    for row in existing {
        let human = copies.human(&row.id);
        let end = end_of(row.need, &human);
        if end != row.ended {
            tx.set_task_end(&row.id, end)?;
        }
        if human.due != row.due_set || human.assignee != row.assignee_set {
            tx.set_task_overrides(&row.id, human.due, human.assignee.as_ref())?;
        }
        let next = copies.next_try(row, &human);
        if next != row.next_try {
            tx.set_next_try(&row.id, next)?;
        }
        // What is over stands in nobody's list.
        if row.asked && end.is_none() && row.fulfilled.is_none() {
            let meant = copies.meant(row, &human);
            if meant != row.meant {
                tx.set_meant(&row.id, meant.as_ref())?;
            }
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
