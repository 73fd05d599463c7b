//! What must be asked again after an edit: the bridge between "somebody changed a fact" and [`Scope::Only`].
//!
//! Replanning what was touched gives exactly what replanning everything gives (DESIGN 6.3). That holds because of what rules
//! read: a task of a client depends on that client, on the matters in which he takes part, and on the records and decisions
//! about him; a task of a matter depends on the matter and on all this for the client named first in it. So an edit touches
//!
//! - the client, or the participants of the matter, as they were **and** as they are now;
//! - the matter, as its own subject;
//! - for records and decisions, the client (both, if it was moved) and the subjects of the tasks that they name;
//! - every matter that is led by a touched client ([`Touched::widen`]).
//!
//! Tasks of staff and of the office (duties, the draws) are asked for again as a whole where `pooled` says so, with
//! [`Scope::Pooled`]; their quotas over everybody by periods ([`super::Recount`]). A matter without participants concerns everybody. A change of staff, packs, parameters or holiday tables, and a new day, touch everything: [`Scope::All`].

use super::derive::Scope;
use super::emission::Task;
use crate::domain::{Client, ClientId, Decision, Draw, Matter, MatterId, Record, Settles, Subject, TaskId};
use std::collections::{BTreeMap, BTreeSet};

/// One edit: the fact as it was (`None`: it was not there) and as it is now (`None`: it is gone).
#[derive(Debug, Clone, Copy)]
pub enum Edit<'a> {
    /// A client, with classes and fields.
    Client(Option<&'a Client>, Option<&'a Client>),
    /// A matter, with participants and milestones.
    Matter(Option<&'a Matter>, Option<&'a Matter>),
    /// A record; struck out and moved ones too.
    Record(Option<&'a Record>, Option<&'a Record>),
    /// A decision; one taken back too.
    Decision(Option<&'a Decision>, Option<&'a Decision>),
    /// A draw, or a replacement in it.
    Draw(Option<&'a Draw>, Option<&'a Draw>),
}

/// What must be asked again.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Touched {
    /// Clients. Their facts (they themselves, all matters in which they take part, the records and decisions about them) are
    /// all that the rules read in this scope.
    pub clients: BTreeSet<ClientId>,
    /// Matters, for tasks whose subject is a matter.
    pub matters: BTreeSet<MatterId>,
    /// Whether tasks of staff and of the office may have changed.
    pub pooled: bool,
    /// Kinds of matters without participants that were edited. Where a rule asks everybody about such a matter
    /// ([`super::kinds_of_all`]), everybody must be asked again.
    pub of_all: BTreeSet<String>,
}

impl Touched {
    /// The scope in which to ask again.
    pub fn scope(&self) -> Scope<'_> {
        Scope::Only { clients: &self.clients, matters: &self.matters }
    }

    /// Adds those of the matters that a touched client leads. Pass at least all matters in which touched clients take part.
    pub fn widen<'m>(&mut self, matters: impl IntoIterator<Item = &'m Matter>) {
        let led = |m: &&Matter| m.participants.first().is_some_and(|p| self.clients.contains(&p.client));
        let led: Vec<_> = matters.into_iter().filter(led).map(|m| m.id.clone()).collect();
        self.matters.extend(led);
    }

    fn subject(&mut self, task: &Task) {
        self.clients.extend(task.emission.client.clone());
        match &task.emission.key.subject {
            Subject::Client(id) => self.clients.extend([id.clone()]),
            Subject::Matter(id) => self.matters.extend([id.clone()]),
            Subject::Staff(_) | Subject::Office => self.pooled = true,
        }
    }

    fn draw(&mut self, draw: &Draw) {
        for unit in &draw.ranking {
            self.clients.extend(unit.client.clone());
            self.matters.extend(unit.matter.clone());
        }
    }

    fn matter(&mut self, matter: &Matter) {
        if matter.participants.is_empty() {
            self.of_all.insert(matter.kind.clone());
        }
        self.matters.insert(matter.id.clone());
        self.clients.extend(matter.participants.iter().map(|p| p.client.clone()));
    }
}

/// What the edits touch. `tasks` are the kept tasks that they name (see [`tasks_named`]); a task that is not kept has no
/// state that could change. An edit that changes nothing touches nothing.
pub fn touched(edits: &[Edit<'_>], tasks: &[Task]) -> Touched {
    let kept: BTreeMap<&TaskId, &Task> = tasks.iter().map(|t| (&t.emission.id, t)).collect();
    let mut touched = Touched::default();
    for edit in edits.iter().filter(|e| changes(e)) {
        match edit {
            Edit::Client(was, now) => touched.clients.extend([was, now].into_iter().flatten().map(|c| c.id.clone())),
            Edit::Matter(was, now) => [was, now].into_iter().flatten().for_each(|m| touched.matter(m)),
            Edit::Record(was, now) => {
                touched.clients.extend([was, now].into_iter().flatten().filter_map(|r| r.client.clone()));
            }
            Edit::Decision(was, now) => {
                touched.clients.extend([was, now].into_iter().flatten().filter_map(|d| d.act.client().cloned()));
            }
            Edit::Draw(was, now) => [was, now].into_iter().flatten().for_each(|d| touched.draw(d)),
        }
        touched.pooled |= !matches!(edit, Edit::Decision(..));
        for task in named(edit) {
            if let Some(task) = kept.get(task) {
                touched.subject(task);
            }
        }
    }
    touched
}

/// The tasks that the edits settle, waive, reopen …
pub fn tasks_named(edits: &[Edit<'_>]) -> BTreeSet<TaskId> {
    edits.iter().flat_map(named).cloned().collect()
}

pub(super) fn changes(edit: &Edit<'_>) -> bool {
    match edit {
        Edit::Client(was, now) => was != now,
        Edit::Matter(was, now) => was != now,
        Edit::Record(was, now) => was != now,
        Edit::Decision(was, now) => was != now,
        Edit::Draw(was, now) => was != now,
    }
}

fn named<'a>(edit: &Edit<'a>) -> Vec<&'a TaskId> {
    match edit {
        Edit::Record(was, now) => {
            let settles = [was, now].into_iter().flatten().flat_map(|r| &r.settles);
            let task = |s: &'a crate::domain::Settlement| match &s.task {
                Settles::Task(id) => Some(id),
                Settles::Rule { .. } => None,
            };
            settles.filter_map(task).collect()
        }
        Edit::Decision(was, now) => [was, now].into_iter().flatten().filter_map(|d| d.act.task()).collect(),
        Edit::Client(..) | Edit::Matter(..) | Edit::Draw(..) => Vec::new(),
    }
}
