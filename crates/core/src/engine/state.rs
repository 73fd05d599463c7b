//! States: computed from dates and human acts, here and nowhere else (DESIGN 6.2, 6.5).

use super::emission::Task;
use crate::calendar::Moment;
use crate::codes::code_enum;
use crate::domain::{Act, Client, Facts, Outcome, RecordId, Settles, Staff, StaffRef, TaskId};
use chrono::NaiveDate;
use std::collections::HashMap;

code_enum!(
    /// Where a task stands.
    State {
        /// Its window has not opened.
        Waiting = "waiting",
        /// It can be done.
        Open = "open",
        /// Past due, and it can still be done.
        Overdue = "overdue",
        /// It could be done, and a person decided that the client is not to be contacted now: neither listed nor forgotten.
        Paused = "paused",
        /// A person did it.
        Done = "done",
        /// A person gave up after the policy's tries.
        Lost = "lost",
        /// A person decided, with approval, that it need not be done.
        Waived = "waived",
        /// Its time passed and the next one began, or what it came before has come.
        Missed = "missed",
        /// The policy does not ask for it any more.
        Withdrawn = "withdrawn",
    }
);

impl State {
    /// Whether somebody has to act: open or overdue.
    pub fn is_listed(self) -> bool {
        matches!(self, Self::Open | Self::Overdue)
    }
}

code_enum!(
    /// How a person ended a task.
    EndKind {
        /// The client was reached.
        Done = "done",
        /// Given up.
        Lost = "lost",
        /// Waived.
        Waived = "waived",
    }
);

/// How and when a person ended a task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct End {
    /// How.
    pub kind: EndKind,
    /// Civil day of the act.
    pub on: NaiveDate,
    /// The record, where it was one.
    pub record: Option<RecordId>,
}

/// What people did about one task.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Human {
    /// How it ended, if it did and was not reopened.
    pub end: Option<End>,
    /// Another due day.
    pub due: Option<NaiveDate>,
    /// Another person.
    pub assignee: Option<StaffRef>,
    /// Tries that did not reach the client.
    pub tries: u32,
    /// Day of the last of them.
    pub tried_on: Option<NaiveDate>,
    /// What came of the last of them.
    pub outcome: Option<Outcome>,
    /// When it was written down, milliseconds since 1970 (UTC).
    pub tried_ms: Option<i64>,
    /// Day on which the client asked to be contacted again, from the last try.
    pub again_on: Option<NaiveDate>,
    /// Minute of that day, where he named an hour.
    pub again_minute: Option<u16>,
}

impl Human {
    /// When the client asked to be contacted again, from the last try.
    pub fn again(&self) -> Option<Moment> {
        self.again_on.map(|day| Moment { day, minute: self.again_minute })
    }
}

/// What people did about each task.
#[derive(Debug, Clone, Default)]
pub struct HumanActs(HashMap<TaskId, Human>);

impl HumanActs {
    /// What people did about the task.
    pub fn of(&self, task: &TaskId) -> Human {
        self.0.get(task).cloned().unwrap_or_default()
    }

    /// How a person ended it.
    pub fn end(&self, task: &TaskId) -> Option<&End> {
        self.0.get(task).and_then(|h| h.end.as_ref())
    }

    /// Whether nobody did anything about any task.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All tasks about which something was done.
    pub fn iter(&self) -> impl Iterator<Item = (&TaskId, &Human)> {
        self.0.iter()
    }
}

enum Deed<'a> {
    Record(&'a crate::domain::Record),
    Decision(&'a crate::domain::Decision),
}

/// Collects what people did about tasks. The last act counts: a reopened task that is done again is done.
pub fn human_acts(facts: &Facts) -> HumanActs {
    let records = facts.records.iter().filter(|r| !r.voided && !r.settles.is_empty());
    let mut deeds: Vec<_> = records.map(|r| ((r.at_ms, r.on, 0, r.id.as_str()), Deed::Record(r))).collect();
    let decisions = facts.decisions.iter().filter(|d| !d.voided && d.act.task().is_some());
    // Where nobody wrote down the hour, a decision of a day comes after its records: rather one call too many than none.
    deeds.extend(decisions.map(|d| ((d.at_ms, d.on, 1, d.id.as_str()), Deed::Decision(d))));
    deeds.sort_by(|a, b| a.0.cmp(&b.0));
    let mut acts = HumanActs::default();
    for (_, deed) in deeds {
        match deed {
            Deed::Record(record) => note_record(&mut acts, record),
            Deed::Decision(decision) => note_decision(&mut acts, decision),
        }
    }
    acts
}

fn note_record(acts: &mut HumanActs, record: &crate::domain::Record) {
    for settlement in &record.settles {
        let Settles::Task(task) = &settlement.task else { continue };
        let human = acts.0.entry(task.clone()).or_default();
        if record.outcome == Outcome::Reached {
            human.end = Some(End { kind: EndKind::Done, on: record.on, record: Some(record.id.clone()) });
            (human.outcome, human.again_on, human.again_minute) = (None, None, None);
        } else {
            human.tries += 1;
            human.tried_on = Some(record.on);
            (human.outcome, human.tried_ms) = (Some(record.outcome), Some(record.at_ms));
            (human.again_on, human.again_minute) = (record.again_on, record.again_minute);
        }
    }
}

fn note_decision(acts: &mut HumanActs, decision: &crate::domain::Decision) {
    let Some(task) = decision.act.task() else { return };
    let human = acts.0.entry(task.clone()).or_default();
    let end = |kind| Some(End { kind, on: decision.on, record: None });
    match &decision.act {
        Act::Waive { .. } => human.end = end(EndKind::Waived),
        Act::Finish { .. } => human.end = end(EndKind::Done),
        Act::GiveUp { .. } => human.end = end(EndKind::Lost),
        Act::Reopen { .. } => human.end = None,
        Act::Reschedule { due, .. } => human.due = Some(*due),
        Act::Reassign { to, .. } => human.assignee = Some(to.clone()),
        Act::Pause { .. } | Act::DoNotContact { .. } | Act::Ask { .. } | Act::VoidDraw { .. } => {}
    }
}

/// A task with what people did about it and where it stands: the one view that list, badges, client page and reports read.
#[derive(Debug, Clone, PartialEq)]
pub struct TaskView {
    /// The task.
    pub task: Task,
    /// What people did.
    pub human: Human,
    /// Where it stands.
    pub state: State,
    /// Due day that counts: the person's, else the policy's.
    pub due: NaiveDate,
    /// Days past due; 0 where it is not overdue.
    pub days_over: u32,
}

/// Where the task stands on the day.
pub fn advance(task: Task, human: Human, today: NaiveDate) -> TaskView {
    let due = human.due.unwrap_or(task.emission.due.day);
    let state = state(&task, &human, due, today);
    let over = if state == State::Overdue { (today - due).num_days().max(0) } else { 0 };
    TaskView { task, human, state, due, days_over: u32::try_from(over).unwrap_or(u32::MAX) }
}

fn state(task: &Task, human: &Human, due: NaiveDate, today: NaiveDate) -> State {
    let emission = &task.emission;
    match human.end.as_ref().map(|end| end.kind) {
        // One record does not end what needs several: it is one of those that are counted.
        Some(EndKind::Done) if emission.need > 1 => {}
        Some(EndKind::Done) => return State::Done,
        Some(EndKind::Lost) => return State::Lost,
        Some(EndKind::Waived) => return State::Waived,
        None => {}
    }
    // What a withdrawn task last said of its fulfilment is not kept up to date, so it does not count.
    if !task.asked {
        return State::Withdrawn;
    }
    if emission.fulfilled.is_some_and(|day| day <= today) {
        return State::Done;
    }
    // A later day that a person set keeps the task alive beyond the rule's own end.
    let day_after = |set: NaiveDate| set.succ_opt().unwrap_or(NaiveDate::MAX);
    let lapses = emission.lapses.map(|day| human.due.map_or(day, |set| day.max(day_after(set))));
    if lapses.is_some_and(|day| day <= today) {
        return State::Missed;
    }
    if today < emission.opens.min(due) {
        State::Waiting
    } else if emission.halted_to.is_some_and(|to| today <= to) {
        State::Paused
    } else if today > due {
        State::Overdue
    } else {
        State::Open
    }
}

/// What decides who must do a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Charge<'a> {
    /// Whom a decision names.
    pub named: Option<&'a StaffRef>,
    /// Whom the facts name.
    pub held_by: Option<&'a StaffRef>,
    /// The post that must.
    pub role: &'a str,
    /// Whether the area decides among several of a post.
    pub by_area: bool,
    /// Where the client lives.
    pub place: Option<&'a str>,
}

impl Charge<'_> {
    /// The person who must: whom a decision names, else whom the facts name, else the only one of the post (in whose area
    /// the client lives, where the rule goes by area). `None`: to be assigned.
    pub fn assignee<'s>(&self, staff: &'s [Staff]) -> Option<&'s Staff> {
        if let Some(named) = self.named {
            return named.find(staff);
        }
        if let Some(held) = self.held_by.and_then(|r| r.find(staff)).filter(|s| s.active) {
            return Some(held);
        }
        let mut of_post: Vec<&Staff> = staff.iter().filter(|s| s.active && s.role == self.role).collect();
        if of_post.len() > 1 {
            // Where several share a post, the area decides; where the rule does not go by area, only if it names somebody.
            let place = self.place.unwrap_or_default();
            let near = |s: &&Staff| s.areas.iter().any(|area| lies_in(place, area));
            let in_area: Vec<&Staff> = of_post.iter().copied().filter(near).collect();
            if self.by_area || !in_area.is_empty() {
                of_post = in_area;
            }
        }
        match of_post[..] {
            [only] => Some(only),
            _ => None,
        }
    }
}

/// The person who must do the task.
pub fn assignee<'s>(task: &Task, human: &Human, client: Option<&Client>, staff: &'s [Staff]) -> Option<&'s Staff> {
    let emission = &task.emission;
    let charge = Charge {
        named: human.assignee.as_ref(),
        held_by: emission.held_by.as_ref(),
        role: &emission.role,
        by_area: emission.by_area,
        place: client.and_then(|c| c.place.as_deref()),
    };
    charge.assignee(staff)
}

/// Whether the place begins with the area; `A12-301` does not lie in `A1`.
fn lies_in(place: &str, area: &str) -> bool {
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let rest = place.strip_prefix(area);
    rest.is_some_and(|rest| !(digit(area.chars().last()) && digit(rest.chars().next())))
}
