//! An office in memory: facts that are edited, and the tasks kept of what the rules ask for.

use super::support::day;
use crate::calendar::WorkingCalendar;
use crate::domain::{
    Client, ClientId, Decision, Draw, Drawn, Facts, Matter, MatterId, Record, Settles, Subject, TaskId,
};
use crate::engine::{
    Change, Derived, Edit, Enabled, Recount, Scope, Task, TaskKey, Touched, World, derive, kinds_of_all_in, reconcile,
    tasks_named, touched,
};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

pub static CALENDAR: LazyLock<WorkingCalendar> = LazyLock::new(WorkingCalendar::shipped);

/// One edit that owns what was and what is.
#[derive(Debug, Clone)]
pub enum Step {
    Client(Option<Client>, Option<Client>),
    Matter(Option<Matter>, Option<Matter>),
    Record(Option<Record>, Option<Record>),
    Decision(Option<Decision>, Option<Decision>),
    Draw(Option<Draw>, Option<Draw>),
}

impl Step {
    pub fn as_edit(&self) -> Edit<'_> {
        match self {
            Self::Client(was, now) => Edit::Client(was.as_ref(), now.as_ref()),
            Self::Matter(was, now) => Edit::Matter(was.as_ref(), now.as_ref()),
            Self::Record(was, now) => Edit::Record(was.as_ref(), now.as_ref()),
            Self::Decision(was, now) => Edit::Decision(was.as_ref(), now.as_ref()),
            Self::Draw(was, now) => Edit::Draw(was.as_ref(), now.as_ref()),
        }
    }

    pub fn undone(self) -> Self {
        match self {
            Self::Client(was, now) => Self::Client(now, was),
            Self::Matter(was, now) => Self::Matter(now, was),
            Self::Record(was, now) => Self::Record(now, was),
            Self::Decision(was, now) => Self::Decision(now, was),
            Self::Draw(was, now) => Self::Draw(now, was),
        }
    }
}

fn put<T>(list: &mut Vec<T>, same: impl Fn(&T) -> bool, now: Option<T>) {
    list.retain(|item| !same(item));
    list.extend(now);
}

pub fn apply_to(facts: &mut Facts, step: &Step) {
    match step.clone() {
        Step::Client(was, now) => {
            let id = was.as_ref().or(now.as_ref()).map(|c| c.id.clone());
            put(&mut facts.clients, |c| Some(&c.id) == id.as_ref(), now);
        }
        Step::Matter(was, now) => {
            let id = was.as_ref().or(now.as_ref()).map(|m| m.id.clone());
            put(&mut facts.matters, |m| Some(&m.id) == id.as_ref(), now);
        }
        Step::Record(was, now) => {
            let id = was.as_ref().or(now.as_ref()).map(|r| r.id.clone());
            put(&mut facts.records, |r| Some(&r.id) == id.as_ref(), now);
        }
        Step::Decision(was, now) => {
            let id = was.as_ref().or(now.as_ref()).map(|d| d.id.clone());
            put(&mut facts.decisions, |d| Some(&d.id) == id.as_ref(), now);
        }
        Step::Draw(was, now) => {
            let id = was.as_ref().or(now.as_ref()).map(|d| d.id.clone());
            put(&mut facts.draws, |d| Some(&d.id) == id.as_ref(), now);
        }
    }
}

/// The kept tasks.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Book {
    pub tasks: BTreeMap<TaskId, Task>,
}

pub fn asked_of(facts: &Facts, packs: &[Enabled], today: NaiveDate, scope: Scope<'_>) -> Derived {
    let derived = derive(&World::new(facts, &CALENDAR, today), packs, scope);
    assert_eq!(derived.failures, [], "no rule fails");
    derived
}

impl Book {
    /// Asks the rules in the scope and keeps what changed; gives back how many changes there were.
    pub fn replan(&mut self, facts: &Facts, packs: &[Enabled], today: NaiveDate, scope: Scope<'_>) -> usize {
        self.replan_those(facts, packs, today, scope, &|_| true)
    }

    fn replan_those(
        &mut self,
        facts: &Facts,
        packs: &[Enabled],
        today: NaiveDate,
        scope: Scope<'_>,
        those: &dyn Fn(&TaskKey) -> bool,
    ) -> usize {
        let emissions = asked_of(facts, packs, today, scope).emissions;
        let key = |t: &&Task| scope.covers(&t.emission.key.subject) && those(&t.emission.key);
        let covered = self.tasks.values().filter(key);
        let existing: Vec<_> = covered.cloned().collect();
        let changes = reconcile(&existing, emissions, &|_| "条件不再满足".to_owned());
        let count = changes.len();
        for change in changes {
            let emission = match change {
                Change::New(now) | Change::Moved { now, .. } | Change::AskedAgain(now) => now,
                Change::Withdrawn { id, because } => {
                    let task = self.tasks.get_mut(&id).expect("what is withdrawn was kept");
                    (task.asked, task.withdrawn_because) = (false, Some(because));
                    continue;
                }
            };
            let task = Task { asked: true, withdrawn_because: None, emission };
            self.tasks.insert(task.emission.id.clone(), task);
        }
        count
    }

    /// Asks again for what the edits touched, reading the facts of the touched clients only.
    pub fn replan_touched(&mut self, facts: &Facts, packs: &[Enabled], today: NaiveDate, steps: &[Step]) {
        let edits: Vec<_> = steps.iter().map(Step::as_edit).collect();
        let named: Vec<_> = tasks_named(&edits).iter().filter_map(|id| self.tasks.get(id)).cloned().collect();
        let mut touched = touched(&edits, &named);
        let of_all = kinds_of_all(packs);
        if !touched.of_all.is_disjoint(&of_all) {
            self.replan(facts, packs, today, Scope::All);
            return;
        }
        touched.widen(&facts.matters);
        let near = self.facts_near(facts, &touched, &of_all);
        self.replan(&near, packs, today, touched.scope());
        if touched.pooled {
            let versions = packs.iter().flat_map(|e| &e.versions);
            let all = versions.flat_map(|v| std::iter::once(&v.pack).chain(v.variants.iter().map(|v| &v.pack)));
            let recount = Recount::after(all.map(AsRef::as_ref), &edits, &named, &near.records);
            let office = self.facts_of_office(facts, &of_all);
            self.replan_those(&office, packs, today, Scope::Pooled, &|key| !recount.is_quota(key));
            if !recount.is_empty() {
                let counted = self.facts_counted(facts, office, &recount, &of_all);
                self.replan_those(&counted, packs, today, Scope::Counted(recount.days()), &|key| recount.covers(key));
            }
        }
    }

    /// What a store would load for the quotas over everybody: the contacts of the periods that are counted again, and who was
    /// contacted, with the story where that is asked for.
    fn facts_counted(&self, facts: &Facts, office: Facts, recount: &Recount<'_>, of_all: &BTreeSet<String>) -> Facts {
        let within = |r: &&Record| recount.spans().iter().any(|(first, last)| (*first..=*last).contains(&r.on));
        let counted = facts.records.iter().filter(within).filter(|r| recount.may_count(r, &facts.staff));
        let clients: BTreeSet<ClientId> = counted.clone().filter_map(|r| r.client.clone()).collect();
        if recount.asks_stories() {
            let touched = Touched { clients, ..Touched::default() };
            let near = self.facts_near(facts, &touched, of_all);
            return Facts { decisions: [near.decisions, office.decisions].concat(), ..near };
        }
        let named = facts.clients.iter().filter(|c| clients.contains(&c.id));
        Facts { clients: named.cloned().collect(), records: counted.cloned().collect(), ..office }
    }

    /// What a store would load for the touched clients: they, their matters, and what was written and decided about them or
    /// about their tasks.
    fn facts_near(&self, facts: &Facts, touched: &Touched, of_all: &BTreeSet<String>) -> Facts {
        let client = |id: &ClientId| touched.clients.contains(id);
        let matter = |id: &MatterId| touched.matters.contains(id);
        let task = |id: &TaskId| {
            let covers = |t: &Task| touched.scope().covers(&t.emission.key.subject);
            self.tasks.get(id).is_some_and(covers)
        };
        let settles = |r: &&Record| r.settles.iter().any(|s| matches!(&s.task, Settles::Task(id) if task(id)));
        let decides = |d: &&Decision| d.act.client().is_some_and(client) || d.act.task().is_some_and(task);
        let of_office = |m: &Matter| m.participants.is_empty() && of_all.contains(&m.kind);
        let about = |m: &&Matter| matter(&m.id) || of_office(m) || m.participants.iter().any(|p| client(&p.client));
        Facts {
            draws: facts.draws.iter().map(chosen_only).collect(),
            staff: facts.staff.clone(),
            absences: facts.absences.clone(),
            clients: facts.clients.iter().filter(|c| client(&c.id)).cloned().collect(),
            matters: facts.matters.iter().filter(about).cloned().collect(),
            records: facts
                .records
                .iter()
                .filter(|r| r.client.as_ref().is_some_and(client) || settles(r))
                .cloned()
                .collect(),
            decisions: facts.decisions.iter().filter(decides).cloned().collect(),
        }
    }

    /// What a store would load for tasks of staff and of the office, where no rule counts what happened to clients.
    fn facts_of_office(&self, facts: &Facts, of_all: &BTreeSet<String>) -> Facts {
        let of_office = |m: &&Matter| m.participants.is_empty() && of_all.contains(&m.kind);
        let pooled = |id: &TaskId| {
            let subject = self.tasks.get(id).map(|t| &t.emission.key.subject);
            matches!(subject, Some(Subject::Staff(_) | Subject::Office))
        };
        let decides = |d: &&Decision| d.act.task().is_some_and(pooled);
        Facts {
            staff: facts.staff.clone(),
            matters: facts.matters.iter().filter(of_office).cloned().collect(),
            decisions: facts.decisions.iter().filter(decides).cloned().collect(),
            draws: facts.draws.iter().map(chosen_only).collect(),
            ..Facts::default()
        }
    }

    /// Tasks that are asked for.
    pub fn asked(&self) -> impl Iterator<Item = &Task> {
        self.tasks.values().filter(|t| t.asked)
    }
}

/// Kinds of matters of the whole office that any rule, exception or class reads.
fn kinds_of_all(packs: &[Enabled]) -> BTreeSet<String> {
    packs.iter().flat_map(|e| &e.versions).flat_map(|v| kinds_of_all_in(&v.pack)).collect()
}

/// A draw as it is loaded for planning: without those who were not chosen.
fn chosen_only(draw: &Draw) -> Draw {
    let ranking: Vec<Drawn> = draw.chosen().into_iter().cloned().collect();
    Draw { ranking, ..draw.clone() }
}

/// The n-th day of the time in which histories play.
pub fn nth(n: i64) -> NaiveDate {
    day("2026-03-01") + chrono::TimeDelta::days(n)
}
