//! What a change of policies would do on the office's own data. Only reads: a preview holds nothing to write with.

use super::change::Proposed;
use super::in_force::Policies;
use super::load::{Load, load};
use crate::OfficeError;
use crate::office::Office;
use crate::packs::PackShelf;
use crate::planning::withdrawal_words;
use crate::rows::task_of;
use crate::wire::{PolicyChange, PolicyPreview, PreviewList, PreviewRow};
use chrono::NaiveDate;
use huifang_core::calendar::Now;
use huifang_core::domain::{Facts, TaskId};
use huifang_core::engine::{Change, Emission, Human, Scope, Task, World, reconcile};
use huifang_store::Reader;
use std::collections::HashMap;

/// How many of each list are shown by name.
const FIRST_NAMES: usize = 20;

/// A task that a change of policies would touch.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct ForeseenTask {
    /// As it would be asked for; for one that goes, as it was.
    pub emission: Emission,
    /// The due day so far, where there was one.
    pub was: Option<NaiveDate>,
    /// Why, in words.
    pub because: String,
}

/// What a change of policies would do.
#[derive(Debug, Default)]
pub(super) struct Foreseen {
    /// Asked for, for the first time or again.
    pub new: Vec<ForeseenTask>,
    /// Other days, person, channels or form.
    pub moved: Vec<ForeseenTask>,
    /// No longer asked for.
    pub withdrawn: Vec<ForeseenTask>,
    /// A person ended it, or set its day or its person: that stands.
    pub left_alone: Vec<ForeseenTask>,
    /// Only the reason reads otherwise.
    pub reworded: u32,
    /// Rules that failed for a subject.
    pub failures: u32,
}

impl Foreseen {
    /// Compares the kept tasks with what the policies would ask for.
    pub fn of(reader: &Reader<'_>, facts: &Facts, then: &Policies, today: NaiveDate) -> Result<Self, OfficeError> {
        let world = World::new(facts, &then.calendar, today);
        let derived = then.derive(&world, Scope::All);
        let kept: Vec<Task> = reader.tasks_all()?.iter().map(task_of).collect();
        let kept: Vec<Task> = kept.into_iter().filter(|task| !derived.failed_for(task)).collect();
        let mut foreseen = Self { failures: derived.failures.len() as u32, ..Self::default() };
        let changes = reconcile(&kept, derived.emissions, &|_| String::new());
        let by_id: HashMap<&TaskId, &Task> = kept.iter().map(|t| (&t.emission.id, t)).collect();
        for change in changes {
            foreseen.note(change, &by_id, &world);
        }
        foreseen.sort();
        foreseen.give_reasons(&world, then);
        Ok(foreseen)
    }

    fn note(&mut self, change: Change, kept: &HashMap<&TaskId, &Task>, world: &World<'_>) {
        let was = |id: &TaskId| kept.get(id).map(|task| task.emission.due.day);
        let (list, emission) = match change {
            Change::New(now) | Change::AskedAgain(now) => (&mut self.new, now),
            Change::Moved { was, now } if is_only_reworded(&was, &now) => return self.reworded += 1,
            Change::Moved { now, .. } => (&mut self.moved, now),
            Change::Withdrawn { id, .. } => match kept.get(&id) {
                Some(task) => (&mut self.withdrawn, task.emission.clone()),
                None => return,
            },
        };
        let human = world.acts.of(&emission.id);
        let list = if is_decided(&human, &emission) { &mut self.left_alone } else { list };
        list.push(ForeseenTask { was: was(&emission.id), because: emission.because.clone(), emission });
    }

    fn lists(&mut self) -> [&mut Vec<ForeseenTask>; 4] {
        [&mut self.new, &mut self.moved, &mut self.withdrawn, &mut self.left_alone]
    }

    fn sort(&mut self) {
        for list in self.lists() {
            list.sort_by(|a, b| (a.emission.due, &a.emission.id).cmp(&(b.emission.due, &b.emission.id)));
        }
    }

    /// Looking up why a task goes costs; only those that are named are asked about.
    fn give_reasons(&mut self, world: &World<'_>, then: &Policies) {
        for gone in self.withdrawn.iter_mut().take(FIRST_NAMES) {
            let task = Task { emission: gone.emission.clone(), asked: true, withdrawn_because: None };
            gone.because = withdrawal_words(world, then, &task, false);
        }
    }

    /// Newly asked for, and already past due.
    pub fn backlog(&self, today: NaiveDate) -> u32 {
        self.new.iter().filter(|task| task.emission.due.day < today && task.emission.fulfilled.is_none()).count() as u32
    }
}

/// Whether a person's word about the task stands above the policy's.
fn is_decided(human: &Human, emission: &Emission) -> bool {
    let ended = human.end.is_some() && emission.need <= 1;
    ended || human.due.is_some() || human.assignee.is_some()
}

/// Whether the person who has to do it would see no difference but in the words.
fn is_only_reworded(was: &Emission, now: &Emission) -> bool {
    let mut worded = was.clone();
    worded.because.clone_from(&now.because);
    worded.clauses.clone_from(&now.clauses);
    worded.guessed = now.guessed;
    worded == *now
}

impl Office {
    /// What the change would do. Nothing is written.
    ///
    /// # Errors
    /// As for doing it.
    pub fn preview_policy(
        &self,
        wish: &PolicyChange,
        shelf: &PackShelf,
        now: Now,
    ) -> Result<PolicyPreview, OfficeError> {
        let Proposed { policies, .. } = self.propose(wish, shelf, now)?;
        let reader = self.store.read();
        let facts = reader.facts_all()?;
        let foreseen = Foreseen::of(&reader, &facts, &policies, now.today)?;
        let load = load(&facts, &self.policies, &policies, now.today);
        Ok(preview_of(&foreseen, load, &facts, &policies, now.today))
    }
}

fn preview_of(foreseen: &Foreseen, load: Load, facts: &Facts, policies: &Policies, today: NaiveDate) -> PolicyPreview {
    let names = Names::of(facts, policies);
    let list = |tasks: &[ForeseenTask]| PreviewList {
        count: tasks.len() as u32,
        rows: tasks.iter().take(FIRST_NAMES).map(|task| names.row(task)).collect(),
    };
    PolicyPreview {
        new: list(&foreseen.new),
        moved: list(&foreseen.moved),
        withdrawn: list(&foreseen.withdrawn),
        left_alone: list(&foreseen.left_alone),
        reworded: foreseen.reworded,
        backlog: foreseen.backlog(today),
        failures: foreseen.failures,
        weeks: load.weeks,
        people: load.people,
    }
}

/// What tasks are called.
struct Names<'a> {
    policies: &'a Policies,
    clients: HashMap<&'a str, &'a str>,
    matters: HashMap<&'a str, Option<&'a str>>,
}

impl<'a> Names<'a> {
    fn of(facts: &'a Facts, policies: &'a Policies) -> Self {
        Self {
            policies,
            clients: facts.clients.iter().map(|c| (c.id.as_str(), c.name.as_str())).collect(),
            matters: facts.matters.iter().map(|m| (m.id.as_str(), m.no.as_deref())).collect(),
        }
    }

    fn row(&self, task: &ForeseenTask) -> PreviewRow {
        let emission = &task.emission;
        let client = emission.client.as_ref().and_then(|id| self.clients.get(id.as_str()));
        let matter = emission.matter.as_ref().and_then(|id| self.matters.get(id.as_str()));
        PreviewRow {
            task: emission.id.to_string(),
            client: client.map(|name| (*name).to_owned()),
            no: matter.and_then(|no| no.map(str::to_owned)),
            title: self.title(emission),
            was: task.was.map(|day| day.to_string()),
            due: emission.due.day.to_string(),
            because: task.because.clone(),
        }
    }

    fn title(&self, emission: &Emission) -> String {
        let packs = self.policies.enabled.iter().filter_map(|e| e.current()).filter(|p| p.id == emission.key.pack);
        let rule = packs.filter_map(|p| p.rule(&emission.key.rule)).next();
        rule.map_or_else(|| emission.key.rule.clone(), |rule| rule.title.clone())
    }
}
