//! The office of a story on one of its days: the facts so far, and the tasks that were kept.

use super::read::Event;
use super::words::{BUSINESS, CLIENT, DRAW, FINISH, FOLLOW_UP, STAFF, after, split_colon};
use crate::calendar::{Period, WorkingCalendar};
use crate::domain::{Client, ClientId, Facts, Matter, StaffRef, Subject, TaskId};
use crate::engine::{
    Change, Emission, Enabled, NextTry, Scope, Task, TaskView, World, advance, assignee, derive, draw_frame, next_try,
    reconcile,
};
use crate::policy::{PolicyPack, Vocabulary};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

pub(super) struct Stage<'a> {
    pub pack: &'a PolicyPack,
    pub vocabulary: &'static Vocabulary,
    pub facts: Facts,
    pub today: NaiveDate,
    calendar: &'a WorkingCalendar,
    enabled: Enabled,
    tasks: BTreeMap<TaskId, Task>,
    /// Facts changed since the tasks were last asked for.
    stale: bool,
    /// Human acts so far: orders them, and names them.
    acts: i64,
}

/// A task as it stands, with the words by which a story may name it.
pub(super) struct Seen {
    pub view: TaskView,
    pub title: String,
    pub words: BTreeSet<String>,
    /// Names that may stand for who must: post, person.
    pub who: Vec<String>,
    /// What follows on tries that did not reach the client.
    pub next: Option<NextTry>,
}

impl<'a> Stage<'a> {
    pub fn new(
        pack: &'a PolicyPack,
        calendar: &'a WorkingCalendar,
        effective_from: NaiveDate,
        today: NaiveDate,
    ) -> Self {
        Self {
            pack,
            vocabulary: Vocabulary::shipped(),
            facts: Facts::default(),
            today,
            calendar,
            enabled: Enabled::new(pack.clone(), effective_from),
            tasks: BTreeMap::new(),
            stale: true,
            acts: 0,
        }
    }

    pub fn begin(&mut self, today: NaiveDate) {
        self.today = today;
        self.stale = true;
        self.plan();
    }

    /// One event of the table.
    ///
    /// # Errors
    /// What was expected, where the line can not be understood.
    pub fn happen(&mut self, event: &Event) -> Result<(), String> {
        let (head, tail) = split_colon(&event.text);
        let first = head.split_whitespace().next().unwrap_or_default();
        let channel = self.vocabulary.section("channel").find(|(_, label)| first.starts_with(label));
        let way = channel.and_then(|(code, label)| Some((code, first.strip_prefix(label)?)));
        let done = if let Some(words) = after(head, FINISH) {
            self.finish(words, tail)
        } else if let Some(title) = after(head, DRAW) {
            self.draw(title, tail)
        } else if let Some(name) = after(head, STAFF) {
            self.staff(name, tail)
        } else if let Some(name) = self.client_head(head) {
            self.client(name, tail)
        } else if let Some((channel, kind @ (FOLLOW_UP | BUSINESS))) = way {
            self.record(channel, kind == BUSINESS, after(head, first).unwrap_or_default(), tail)
        } else if let Some(decided) = self.decide(first, after(head, first).unwrap_or_default(), tail) {
            decided
        } else {
            self.matter(head, tail, event.on)
        };
        self.stale = true;
        done
    }

    /// What follows the pack's word for a client, or the plain one.
    fn client_head<'t>(&self, head: &'t str) -> Option<&'t str> {
        after(head, self.pack.client_term()).or_else(|| after(head, CLIENT))
    }

    /// The client of that name; a new one where there is none.
    pub fn client_named(&mut self, name: &str) -> ClientId {
        let found = self.facts.clients.iter().find(|c| c.name == name).map(|c| c.id.clone());
        found.unwrap_or_else(|| {
            self.facts.clients.push(Client::new(name, name));
            ClientId::from(name)
        })
    }

    pub fn matter_numbered(&mut self, no: &str) -> Option<&mut Matter> {
        self.facts.matters.iter_mut().find(|m| m.no.as_deref() == Some(no))
    }

    /// `抽取 每周抽访`, `抽取 每周抽访:种子 7`: the sampling rule of that title is drawn for the period of today.
    fn draw(&mut self, title: &str, how: &str) -> Result<(), String> {
        let rule = self.pack.rules.iter().find(|r| r.title == title).ok_or("抽样规则的名称")?;
        let seed = after(how, "种子").unwrap_or("1").to_owned();
        let at_ms = self.next_act();
        let world = World::new(&self.facts, self.calendar, self.today);
        let frame = draw_frame(&world, &self.enabled, &rule.id, self.today).ok_or("sample 规则的名称")?;
        let draw = frame.draw(&seed, self.today, None, at_ms);
        self.facts.draws.push(draw);
        Ok(())
    }

    /// The number of the next human act.
    pub fn next_act(&mut self) -> i64 {
        self.acts += 1;
        self.acts
    }

    /// Asks the pack again, and keeps what it asks for.
    fn plan(&mut self) {
        let world = World::new(&self.facts, self.calendar, self.today);
        let derived = derive(&world, std::slice::from_ref(&self.enabled), Scope::All);
        let existing: Vec<_> = self.tasks.values().cloned().collect();
        for change in reconcile(&existing, derived.emissions, &|_| String::new()) {
            match change {
                Change::New(emission) | Change::AskedAgain(emission) | Change::Moved { now: emission, .. } => {
                    let task = Task { emission, asked: true, withdrawn_because: None };
                    self.tasks.insert(task.emission.id.clone(), task);
                }
                Change::Withdrawn { id, because } => {
                    if let Some(task) = self.tasks.get_mut(&id) {
                        (task.asked, task.withdrawn_because) = (false, Some(because));
                    }
                }
            }
        }
        self.stale = false;
    }

    /// All tasks as they stand now.
    pub fn views(&mut self) -> Vec<Seen> {
        if self.stale {
            self.plan();
        }
        let world = World::new(&self.facts, self.calendar, self.today);
        self.tasks.values().map(|task| self.seen(&world, task)).collect()
    }

    fn seen(&self, world: &World<'_>, task: &Task) -> Seen {
        let emission = &task.emission;
        let client = emission.client.as_ref().and_then(|id| world.client(id));
        let matter = emission.matter.as_ref().and_then(|id| world.matter(id));
        let view = advance(task.clone(), world.acts.of(&emission.id), self.today);
        let person = assignee(task, &view.human, client, &self.facts.staff);
        let title = self.pack.rule(&emission.key.rule).map_or(emission.key.rule.clone(), |r| r.title.clone());
        let mut words = BTreeSet::from([title.clone(), format!("第{}次", emission.key.occurrence)]);
        words.extend(emission.step_title.clone());
        words.extend(client.map(|c| c.name.clone()));
        words.extend(matter.and_then(|m| m.no.clone()));
        let period = emission.key.anchor.split('/').next().unwrap_or_default();
        words.extend(Period::parse(period).ok().map(Period::chinese));
        words.insert(period.to_owned());
        if let Subject::Staff(id) = &emission.key.subject {
            words.extend(self.facts.staff.iter().find(|s| &s.id == id).map(|s| s.name.clone()));
        }
        let held = emission.held_by.as_ref().map(|StaffRef(name)| name.clone());
        let who = person.map(|p| p.name.clone()).or(held).into_iter().chain([emission.role.clone()]).collect();
        let next = self.next_try(emission, &view);
        Seen { view, title, words, who, next }
    }

    fn next_try(&self, emission: &Emission, view: &TaskView) -> Option<NextTry> {
        let rule = self.pack.rule(&emission.key.rule)?;
        next_try(self.pack.tries_of(&rule.id), rule, &view.human, self.calendar)
    }
}
