//! Sheets of draws.

use crate::OfficeError;
use crate::office::Office;
use crate::rows::TaskFacts;
use huifang_core::calendar::{Now, Period};
use huifang_core::domain::{Draw, DrawId, Drawn, StaffRef};
use huifang_print::{DrawSheet, Lot, LotRow, Paper};
use std::collections::{BTreeSet, HashMap, HashSet};

impl Office {
    /// The sheet of a draw, with which anybody can draw again; the ranking down to the last place that was drawn, or `whole`.
    ///
    /// # Errors
    /// `not_found`; the store's.
    pub fn print_draw(&self, id: &DrawId, whole: bool, now: Now) -> Result<Paper, OfficeError> {
        let found = self.store.read().draw(id)?;
        let draw = found.ok_or_else(|| OfficeError::NotFound { noun: "抽样", id: id.to_string() })?;
        let lots = lots(&draw);
        let last =
            if whole { lots.len() } else { lots.iter().rposition(|lot| *lot != Kind::Passed).map_or(0, |p| p + 1) };
        let facts = self.facts_of_units(&draw.ranking[..last])?;
        let name = |by: &Option<StaffRef>| by.as_ref().map(|by| staff_name(&facts, by)).unwrap_or_default();
        let row = |(index, unit): (usize, &Drawn)| LotRow {
            rank: index + 1,
            unit: self.unit_words(&facts, unit),
            stratum: unit.stratum.clone(),
            lot: match lots[index] {
                Kind::Taken => Lot::Taken,
                Kind::Passed => Lot::Passed,
                Kind::Replaced(at) => {
                    let replaced = &draw.replaced[at];
                    Lot::Replaced { reason: replaced.reason.clone(), on: replaced.on, by: name(&replaced.by) }
                }
            },
        };
        let rule = self.rule_of(&draw.pack, &draw.rule);
        let sheet = DrawSheet {
            header: self.print_header(now)?,
            title: rule.map_or_else(|| draw.rule.clone(), |(_, rule)| rule.title.clone()),
            policy: rule.map_or_else(|| draw.pack.clone(), |(pack, _)| format!("{} {}", pack.id, pack.title)),
            period: Period::parse(&draw.period).map_or_else(|_| draw.period.clone(), Period::chinese),
            on: draw.on,
            by: name(&draw.by),
            seed: draw.seed.clone(),
            frame_hash: draw.frame_hash.clone(),
            population: draw.ranking.len(),
            take: draw.take.iter().map(|(stratum, count)| (stratum.clone(), *count)).collect(),
            ranking: draw.ranking[..last].iter().enumerate().map(row).collect(),
            voided: draw.voided,
        };
        Ok(sheet.paper()?)
    }

    fn facts_of_units(&self, units: &[Drawn]) -> Result<TaskFacts, OfficeError> {
        let clients: BTreeSet<_> = units.iter().filter_map(|u| u.client.clone()).collect();
        let mut facts = self.store.read().facts_of(&clients)?;
        let known: HashSet<_> = facts.matters.iter().map(|m| m.id.clone()).collect();
        let others = units.iter().filter_map(|u| u.matter.clone()).filter(|m| !known.contains(m)).collect();
        facts.matters.extend(self.store.read().matters(&others)?);
        Ok(TaskFacts::of_facts(facts))
    }

    /// `李建国 3栋2单元1501 投诉 TS1`.
    fn unit_words(&self, facts: &TaskFacts, unit: &Drawn) -> String {
        let mut words = Vec::new();
        if let Some(client) = facts.client(unit.client.as_ref()) {
            words.push(client.name.clone());
            words.extend(client.place.clone().or_else(|| client.no.clone()));
        }
        if let Some(matter) = facts.matter(unit.matter.as_ref()) {
            let brief = self.matter_brief(matter);
            words.push(brief.kind_label);
            words.extend(brief.no);
        }
        if words.is_empty() {
            // A client who was erased since: his place in the ranking stays.
            words.extend(
                unit.client.as_ref().map(ToString::to_string).or_else(|| unit.matter.as_ref().map(ToString::to_string)),
            );
        }
        words.join(" ")
    }
}

/// What became of a place: the number is that of the replacement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Taken,
    Replaced(usize),
    Passed,
}

fn lots(draw: &Draw) -> Vec<Kind> {
    let taken: HashSet<&Drawn> = draw.chosen().into_iter().collect();
    let replaced: HashMap<&Drawn, usize> = draw.replaced.iter().enumerate().map(|(at, r)| (&r.unit, at)).collect();
    let lot = |unit: &Drawn| match replaced.get(unit) {
        Some(at) => Kind::Replaced(*at),
        None if taken.contains(unit) => Kind::Taken,
        None => Kind::Passed,
    };
    draw.ranking.iter().map(lot).collect()
}

fn staff_name(facts: &TaskFacts, reference: &StaffRef) -> String {
    reference.find(&facts.facts.staff).map_or_else(|| reference.0.clone(), |s| s.name.clone())
}
