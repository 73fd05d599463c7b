//! Facts with the ways through them that rules need.

use super::emission::TaskKey;
use super::state::{HumanActs, human_acts};
use crate::calendar::WorkingCalendar;
use crate::domain::{Act, Client, ClientId, Decision, Facts, Matter, MatterId, Record, Staff};
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
    clients: HashMap<&'a str, &'a Client>,
    matters: HashMap<&'a str, &'a Matter>,
    matters_of: HashMap<&'a str, Vec<&'a Matter>>,
    records_of: HashMap<&'a str, Vec<&'a Record>>,
    halts_of: HashMap<&'a str, Vec<&'a Decision>>,
}

impl<'a> World<'a> {
    /// Indexes the facts.
    pub fn new(facts: &'a Facts, calendar: &'a WorkingCalendar, today: NaiveDate) -> Self {
        let mut matters_of: HashMap<&str, Vec<&Matter>> = HashMap::new();
        for matter in &facts.matters {
            for participant in &matter.participants {
                let list = matters_of.entry(participant.client.as_str()).or_default();
                if !list.iter().any(|m| std::ptr::eq(*m, matter)) {
                    list.push(matter);
                }
            }
        }
        for list in matters_of.values_mut() {
            list.sort_by(|a, b| a.id.cmp(&b.id));
        }
        let mut records_of: HashMap<&str, Vec<&Record>> = HashMap::new();
        for record in facts.records.iter().filter(|r| !r.voided) {
            if let Some(client) = &record.client {
                records_of.entry(client.as_str()).or_default().push(record);
            }
        }
        let mut halts_of: HashMap<&str, Vec<&Decision>> = HashMap::new();
        for decision in facts.decisions.iter().filter(|d| !d.voided) {
            if let Some(client) = decision.act.client() {
                halts_of.entry(client.as_str()).or_default().push(decision);
            }
        }
        Self {
            facts,
            calendar,
            today,
            acts: human_acts(facts),
            as_if_done: false,
            clients: facts.clients.iter().map(|c| (c.id.as_str(), c)).collect(),
            matters: facts.matters.iter().map(|m| (m.id.as_str(), m)).collect(),
            matters_of,
            records_of,
            halts_of,
        }
    }

    /// The same world, in which every task is taken as done on its due day.
    pub fn as_if_done(mut self) -> Self {
        self.as_if_done = true;
        self
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

    /// Records of the client that are not struck out.
    pub fn records_of(&self, client: &ClientId) -> &[&'a Record] {
        self.records_of.get(client.as_str()).map_or(&[], Vec::as_slice)
    }

    /// The person of staff that a reference means.
    pub fn staff(&self, reference: &crate::domain::StaffRef) -> Option<&'a Staff> {
        reference.find(&self.facts.staff)
    }

    /// The day on which a person ended the task, if one did (or its due day, in a world where all is done in time).
    pub(super) fn ended_on(&self, key: &TaskKey, due: NaiveDate) -> Option<NaiveDate> {
        self.acts.end(&key.id()).map(|end| end.on).or(self.as_if_done.then_some(due))
    }

    /// The decision that keeps the client from being contacted about something due on that day.
    pub(super) fn halted(&self, client: &ClientId, due: NaiveDate) -> Option<&'a Decision> {
        self.halts_of.get(client.as_str())?.iter().copied().find(|d| match d.act {
            Act::Pause { until, .. } => d.on <= due && until.is_none_or(|until| due <= until),
            _ => d.on <= due,
        })
    }
}
