//! Facts with the ways through them that rules need.

use super::emission::{HALTED_FOR_GOOD, TaskKey};
use super::state::{HumanActs, human_acts};
use crate::calendar::WorkingCalendar;
use crate::domain::{Act, Client, ClientId, Decision, Draw, Facts, Matter, MatterId, Record, Staff, StaffRef};
use chrono::NaiveDate;
use std::collections::HashMap;

/// Facts, calendar and today, indexed.
pub struct World<'a> {
    /// The facts themselves.
    pub facts: &'a Facts,
    /// Working days.
    pub calendar: &'a WorkingCalendar,
    /// Civil day.
    pub today: NaiveDate,
    /// What people did about tasks.
    pub acts: HumanActs,
    as_if_done: bool,
    as_if_records: &'a [Record],
    as_if_records_of: HashMap<&'a str, Vec<&'a Record>>,
    matters_of_all: Vec<&'a Matter>,
    draws: HashMap<String, Vec<&'a Draw>>,
    clients: HashMap<&'a str, &'a Client>,
    matters: HashMap<&'a str, &'a Matter>,
    matters_of: HashMap<&'a str, Vec<&'a Matter>>,
    records_of: HashMap<&'a str, Vec<&'a Record>>,
    halts_of: HashMap<&'a str, Vec<&'a Decision>>,
    staff: HashMap<&'a str, &'a Staff>,
}

impl<'a> World<'a> {
    /// Indexes the facts.
    pub fn new(facts: &'a Facts, calendar: &'a WorkingCalendar, today: NaiveDate) -> Self {
        Self {
            facts,
            calendar,
            today,
            acts: human_acts(facts),
            as_if_done: false,
            as_if_records: &[],
            as_if_records_of: HashMap::new(),
            matters_of_all: facts.matters.iter().filter(|m| m.participants.is_empty()).collect(),
            draws: draws_by_rule(facts),
            clients: facts.clients.iter().map(|c| (c.id.as_str(), c)).collect(),
            matters: facts.matters.iter().map(|m| (m.id.as_str(), m)).collect(),
            matters_of: matters_by_client(facts),
            records_of: records_by_client(&facts.records),
            halts_of: halts_by_client(facts),
            staff: staff_by_name(facts),
        }
    }

    /// The same world, in which every task is taken as done on its due day.
    pub fn as_if_done(mut self) -> Self {
        self.as_if_done = true;
        self
    }

    /// The same world with the records that doing every task would have left: what is asked after a follow-up is asked after
    /// these too. They count for nothing else.
    pub(super) fn with_as_if_records(mut self, records: &'a [Record]) -> Self {
        self.as_if_records = records;
        self.as_if_records_of = records_by_client(records);
        self
    }

    /// Records that doing every task would have left.
    pub(super) fn as_if_records(&self) -> &'a [Record] {
        self.as_if_records
    }

    /// Those of the client.
    pub(super) fn as_if_records_of(&self, client: &ClientId) -> &[&'a Record] {
        self.as_if_records_of.get(client.as_str()).map_or(&[], Vec::as_slice)
    }

    /// A client by id.
    pub fn client(&self, id: &ClientId) -> Option<&'a Client> {
        self.clients.get(id.as_str()).copied()
    }

    /// A matter by id.
    pub fn matter(&self, id: &MatterId) -> Option<&'a Matter> {
        self.matters.get(id.as_str()).copied()
    }

    /// Matters in which the client takes part, by id.
    pub fn matters_of(&self, client: &ClientId) -> &[&'a Matter] {
        self.matters_of.get(client.as_str()).map_or(&[], Vec::as_slice)
    }

    /// Matters without participants: those of the whole office (a policy is announced, a building is topped out).
    pub fn matters_of_all(&self) -> &[&'a Matter] {
        &self.matters_of_all
    }

    /// Draws of a rule that stand, oldest first.
    pub fn draws(&self, pack: &str, rule: &str) -> &[&'a Draw] {
        self.draws.get(&format!("{pack}/{rule}")).map_or(&[], Vec::as_slice)
    }

    /// Whether every task is taken as done on its due day.
    pub(super) fn is_as_if_done(&self) -> bool {
        self.as_if_done
    }

    /// Records of the client that are not struck out.
    pub fn records_of(&self, client: &ClientId) -> &[&'a Record] {
        self.records_of.get(client.as_str()).map_or(&[], Vec::as_slice)
    }

    /// The person of staff that a reference means.
    pub fn staff(&self, reference: &StaffRef) -> Option<&'a Staff> {
        self.staff.get(reference.0.as_str()).copied()
    }

    /// The day on which a person ended the task, if one did (or its due day, in a world where all is done in time). The key
    /// is only made where somebody did anything at all.
    pub(super) fn ended_on(&self, key: impl FnOnce() -> TaskKey, due: NaiveDate) -> Option<NaiveDate> {
        let ended = if self.acts.is_empty() { None } else { self.acts.end(&key().id()).map(|end| end.on) };
        ended.or(self.as_if_done.then_some(due))
    }

    /// The decision that keeps the client from being contacted about something due on that day. A pause with an end puts
    /// off and does not drop: when it is over, what fell due in it is asked for again.
    pub(super) fn halted(&self, client: &ClientId, due: NaiveDate) -> Option<&'a Decision> {
        self.halts_of.get(client.as_str())?.iter().copied().find(|d| match d.act {
            Act::Pause { until, .. } => d.on <= due && until.is_none_or(|until| due <= until && self.today <= until),
            _ => d.on <= due,
        })
    }

    /// The last day up to which a decision in force today keeps the client from being contacted at all.
    pub(super) fn halted_to(&self, client: &ClientId) -> Option<NaiveDate> {
        let in_force = self.halts_of.get(client.as_str())?.iter().filter(|halt| halt.on <= self.today);
        let last = in_force.filter_map(|halt| match halt.act {
            Act::Pause { until: Some(until), .. } => (self.today <= until).then_some(until),
            _ => Some(HALTED_FOR_GOOD),
        });
        last.max()
    }
}

fn matters_by_client(facts: &Facts) -> HashMap<&str, Vec<&Matter>> {
    let mut matters_of: HashMap<&str, Vec<&Matter>> = HashMap::new();
    for matter in &facts.matters {
        for participant in &matter.participants {
            let list = matters_of.entry(participant.client.as_str()).or_default();
            // A client who takes part twice has the matter once: it is the last of his list if it is there.
            if !list.last().is_some_and(|m| std::ptr::eq(*m, matter)) {
                list.push(matter);
            }
        }
    }
    for list in matters_of.values_mut() {
        list.sort_by(|a, b| a.id.cmp(&b.id));
    }
    matters_of
}

fn draws_by_rule(facts: &Facts) -> HashMap<String, Vec<&Draw>> {
    let mut draws: HashMap<String, Vec<&Draw>> = HashMap::new();
    for draw in facts.draws.iter().filter(|d| !d.voided) {
        draws.entry(format!("{}/{}", draw.pack, draw.rule)).or_default().push(draw);
    }
    for list in draws.values_mut() {
        list.sort_by(|a, b| (a.on, &a.id).cmp(&(b.on, &b.id)));
    }
    draws
}

fn records_by_client(records: &[Record]) -> HashMap<&str, Vec<&Record>> {
    let mut records_of: HashMap<&str, Vec<&Record>> = HashMap::new();
    for record in records.iter().filter(|r| !r.voided) {
        if let Some(client) = &record.client {
            records_of.entry(client.as_str()).or_default().push(record);
        }
    }
    records_of
}

fn halts_by_client(facts: &Facts) -> HashMap<&str, Vec<&Decision>> {
    let mut halts_of: HashMap<&str, Vec<&Decision>> = HashMap::new();
    for decision in facts.decisions.iter().filter(|d| !d.voided) {
        if let Some(client) = decision.act.halts() {
            halts_of.entry(client.as_str()).or_default().push(decision);
        }
    }
    for list in halts_of.values_mut() {
        list.sort_by(|a, b| (a.on, &a.id).cmp(&(b.on, &b.id)));
    }
    halts_of
}

/// By identifier and, where no identifier is the same text, by name; of two people of one name the first.
fn staff_by_name(facts: &Facts) -> HashMap<&str, &Staff> {
    let mut staff = HashMap::new();
    for person in &facts.staff {
        staff.entry(person.id.as_str()).or_insert(person);
    }
    for person in &facts.staff {
        staff.entry(person.name.as_str()).or_insert(person);
    }
    staff
}
