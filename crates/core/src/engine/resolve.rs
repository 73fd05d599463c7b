//! Facts files and stories say which rule a record answers; the store says which task. This turns the one into the other.

use super::derive::{Enabled, Scope, derive};
use super::emission::Emission;
use super::world::World;
use crate::calendar::WorkingCalendar;
use crate::domain::{ClientId, Decision, Facts, MatterId, Record, Settles};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Replaces every `Settles::Rule` by the task of that rule that was open for the record's client (and matter) on its day:
/// of several, the one that opened last. A record that fits none keeps its rule and settles nothing.
pub fn resolve_settlements(facts: &mut Facts, packs: &[Enabled], calendar: &WorkingCalendar) {
    let mut order: Vec<usize> = (0..facts.records.len()).filter(|i| names_rule(&facts.records[*i])).collect();
    order.sort_by_key(|i| (facts.records[*i].on, facts.records[*i].at_ms, *i));
    let mut by_client: BTreeMap<Option<ClientId>, Vec<usize>> = BTreeMap::new();
    for index in order {
        by_client.entry(facts.records[index].client.clone()).or_default().push(index);
    }
    let around = Around::new(facts);
    let answers: Vec<_> =
        by_client.iter().flat_map(|(client, order)| around.resolve(client.as_ref(), order, packs, calendar)).collect();
    for (index, record) in answers {
        facts.records[index] = record;
    }
}

fn names_rule(record: &Record) -> bool {
    record.settles.iter().any(|s| matches!(s.task, Settles::Rule { .. }))
}

/// Facts by client, so that the answer to one record does not read the whole office.
struct Around<'f> {
    facts: &'f Facts,
    clients: HashMap<&'f ClientId, usize>,
    matters_of: HashMap<&'f ClientId, Vec<usize>>,
    records_of: HashMap<Option<&'f ClientId>, Vec<usize>>,
    /// Decisions about tasks, and those about each client.
    about_tasks: Vec<&'f Decision>,
    about: HashMap<&'f ClientId, Vec<&'f Decision>>,
}

impl<'f> Around<'f> {
    fn new(facts: &'f Facts) -> Self {
        let mut matters_of: HashMap<&ClientId, Vec<usize>> = HashMap::new();
        for (index, matter) in facts.matters.iter().enumerate() {
            for client in matter.participants.iter().map(|p| &p.client).collect::<BTreeSet<_>>() {
                matters_of.entry(client).or_default().push(index);
            }
        }
        let mut records_of: HashMap<Option<&ClientId>, Vec<usize>> = HashMap::new();
        for (index, record) in facts.records.iter().enumerate() {
            records_of.entry(record.client.as_ref()).or_default().push(index);
        }
        let mut about: HashMap<&ClientId, Vec<&Decision>> = HashMap::new();
        for decision in &facts.decisions {
            if let Some(client) = decision.act.client() {
                about.entry(client).or_default().push(decision);
            }
        }
        let clients = facts.clients.iter().enumerate().map(|(i, c)| (&c.id, i)).collect();
        let about_tasks = facts.decisions.iter().filter(|d| d.act.task().is_some()).collect();
        Self { facts, clients, matters_of, records_of, about_tasks, about }
    }

    /// The client's records with the tasks that they settle; those before count for those after.
    fn resolve(
        &self,
        client: Option<&ClientId>,
        order: &[usize],
        packs: &[Enabled],
        calendar: &WorkingCalendar,
    ) -> Vec<(usize, Record)> {
        let (mut near, places) = self.facts_of(client, order);
        let clients: BTreeSet<_> = client.into_iter().cloned().collect();
        let matters: BTreeSet<_> = near.matters.iter().map(|m| m.id.clone()).collect();
        let scope = Scope::Only { clients: &clients, matters: &matters };
        let mut answers = Vec::new();
        for index in order {
            let Some(place) = places.iter().position(|p| p == index) else { continue };
            let mut record = near.records[place].clone();
            let world = World::new(&near, calendar, record.on);
            let emissions = derive(&world, packs, scope).emissions;
            for settlement in &mut record.settles {
                if let Settles::Rule { rule } = &settlement.task
                    && let Some(emission) = find(&world, &emissions, &self.facts.records[*index], rule)
                {
                    settlement.task = Settles::Task(emission.id.clone());
                    settlement.rule = Some(format!("{}/{}", emission.key.pack, emission.key.rule));
                }
            }
            answers.push((*index, record.clone()));
            near.records[place] = record;
        }
        answers
    }

    /// What the rules read of the client, and where its records stand in the whole. Without a client: the records' matters.
    fn facts_of(&self, client: Option<&ClientId>, order: &[usize]) -> (Facts, Vec<usize>) {
        let facts = self.facts;
        let places = self.records_of.get(&client).cloned().unwrap_or_default();
        let matters = match client {
            Some(id) => {
                let theirs = self.matters_of.get(id).into_iter().flatten();
                theirs.map(|i| facts.matters[*i].clone()).collect()
            }
            None => {
                let named: BTreeSet<&MatterId> =
                    order.iter().filter_map(|i| facts.records[*i].matter.as_ref()).collect();
                facts.matters.iter().filter(|m| named.contains(&m.id)).cloned().collect()
            }
        };
        let decisions = client.and_then(|id| self.about.get(id)).into_iter().flatten();
        let near = Facts {
            staff: facts.staff.clone(),
            clients: client
                .and_then(|id| self.clients.get(id))
                .map(|i| facts.clients[*i].clone())
                .into_iter()
                .collect(),
            matters,
            records: places.iter().map(|i| facts.records[*i].clone()).collect(),
            decisions: self.about_tasks.iter().chain(decisions).map(|d| (*d).clone()).collect(),
            draws: facts.draws.clone(),
            absences: Vec::new(),
        };
        (near, places)
    }
}

fn find<'e>(world: &World<'_>, emissions: &'e [Emission], record: &Record, rule: &str) -> Option<&'e Emission> {
    let named = |e: &Emission| e.key.rule == rule || format!("{}.{}", e.key.pack, e.key.rule) == rule;
    let same_matter = |e: &Emission| record.matter.is_none() || e.matter.is_none() || e.matter == record.matter;
    emissions
        .iter()
        .filter(|e| named(e) && e.client == record.client && same_matter(e) && e.opens <= record.on)
        .filter(|e| e.need > 1 || world.acts.end(&e.id).is_none())
        .max_by_key(|e| (e.opens, e.key.occurrence))
}
