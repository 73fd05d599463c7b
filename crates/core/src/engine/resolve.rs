//! Facts files and stories say which rule a record answers; the store says which task. This turns the one into the other.

use super::derive::{Enabled, Scope, derive};
use super::emission::Emission;
use super::world::World;
use crate::calendar::WorkingCalendar;
use crate::domain::{Facts, Record, Settles};

/// Replaces every `Settles::Rule` by the task of that rule that was open for the record's client (and matter) on its day:
/// of several, the one that opened last. A record that fits none keeps its rule and settles nothing.
pub fn resolve_settlements(facts: &mut Facts, packs: &[Enabled], calendar: &WorkingCalendar) {
    let mut order: Vec<usize> = (0..facts.records.len()).collect();
    order.sort_by_key(|i| (facts.records[*i].on, facts.records[*i].at_ms, *i));
    for index in order {
        let record = facts.records[index].clone();
        if !record.settles.iter().any(|s| matches!(s.task, Settles::Rule { .. })) {
            continue;
        }
        let world = World::new(facts, calendar, record.on);
        let emissions = derive(&world, packs, Scope::All).emissions;
        let mut settles = record.settles.clone();
        for settlement in &mut settles {
            if let Settles::Rule { rule } = &settlement.task
                && let Some(emission) = find(&world, &emissions, &record, rule)
            {
                settlement.task = Settles::Task(emission.id.clone());
            }
        }
        facts.records[index].settles = settles;
    }
}

fn find<'e>(world: &World<'_>, emissions: &'e [Emission], record: &Record, rule: &str) -> Option<&'e Emission> {
    let named = |e: &Emission| e.key.rule == rule || format!("{}.{}", e.key.pack, e.key.rule) == rule;
    let same_matter = |e: &Emission| record.matter.is_none() || e.matter == record.matter;
    emissions
        .iter()
        .filter(|e| named(e) && e.client == record.client && same_matter(e) && e.opens <= record.on)
        .filter(|e| world.acts.end(&e.id).is_none())
        .max_by_key(|e| (e.opens, e.key.occurrence))
}
