//! Draws: who stands in the frame, and in what order the lot puts them (DESIGN 6.7).
//!
//! The order is that of a hash over seed and unit, so any machine that has the seed and the frame makes the same ranking,
//! with no library's shuffle in between.

use super::derive::{Asking, Enabled, Scope};
use super::kinds::{self, Place};
use super::measure::{Case, holds};
use super::world::World;
use crate::calendar::Period;
use crate::domain::{Client, Draw, DrawId, Drawn, Matter, Outcome, StaffRef, short_hash};
use crate::policy::{Anchor, Frame, RuleKind, Sample, Take};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// The population of a draw, frozen: sorted, hashed, with how many are taken of each stratum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DrawFrame {
    /// Pack id.
    pub pack: String,
    /// Rule id.
    pub rule: String,
    /// The period, as its text.
    pub period: String,
    /// The units, sorted.
    pub units: Vec<Drawn>,
    /// Hash of the units.
    pub hash: String,
    /// How many are taken of each stratum.
    pub take: BTreeMap<String, u32>,
}

/// The frame of a rule's draw as the facts stand: `day` lies in the period that is drawn for.
///
/// `None`: the pack has no such sampling rule.
pub fn draw_frame(world: &World<'_>, enabled: &Enabled, rule: &str, day: NaiveDate) -> Option<DrawFrame> {
    let pack = enabled.current()?;
    let found = pack.rule(rule)?;
    let RuleKind::Sample(kind) = &found.kind else { return None };
    let place = kinds::places(kind, day).next()?;
    let asking = Asking {
        world,
        enabled,
        version: enabled.versions.len() - 1,
        variant: None,
        pack,
        rule: found,
        scope: Scope::All,
        first: enabled.effective_from,
        horizon: day,
        derived: super::derive::Derived::default(),
        skips: None,
    };
    Some(frame_of(&asking, kind, place))
}

impl DrawFrame {
    /// Draws: the whole frame in the order of the lot.
    pub fn draw(&self, seed: &str, on: NaiveDate, by: Option<StaffRef>, at_ms: i64) -> Draw {
        let mut ranked: Vec<(String, &Drawn)> = self.units.iter().map(|unit| (lot(seed, unit), unit)).collect();
        ranked.sort();
        Draw {
            id: DrawId(short_hash(&[&self.pack, &self.rule, &self.period, seed])),
            pack: self.pack.clone(),
            rule: self.rule.clone(),
            period: self.period.clone(),
            on,
            seed: seed.to_owned(),
            frame_hash: self.hash.clone(),
            ranking: ranked.into_iter().map(|(_, unit)| unit.clone()).collect(),
            take: self.take.clone(),
            replaced: Vec::new(),
            by,
            voided: false,
            at_ms,
        }
    }
}

fn lot(seed: &str, unit: &Drawn) -> String {
    short_hash(&[seed, &name(unit)])
}

fn name(unit: &Drawn) -> String {
    let client = unit.client.as_ref().map_or("", |c| c.as_str());
    let matter = unit.matter.as_ref().map_or("", |m| m.as_str());
    format!("{client}|{matter}|{}", unit.stratum)
}

/// The draw of a world in which everything is done: what a simulation counts with.
pub(super) fn virtual_draw_in(asking: &Asking<'_, '_>, kind: &Sample, place: Place) -> Draw {
    let frame = frame_of(asking, kind, place);
    frame.draw("simulate", place.period.first, None, 0)
}

fn frame_of(asking: &Asking<'_, '_>, kind: &Sample, place: Place) -> DrawFrame {
    let mut units = match &kind.frame {
        Frame::Clients(population) => clients(asking, kind, population, place),
        Frame::Matters(anchor) => matters(asking, kind, anchor, place.frame),
        Frame::Done(rules) => done(asking, kind, rules, place.frame),
    };
    let repeated = seen_before(asking, kind, place);
    units.retain(|unit| !repeated.contains(unit));
    units.sort();
    units.dedup();
    let names: Vec<String> = units.iter().map(name).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    DrawFrame {
        pack: asking.pack.id.clone(),
        rule: asking.rule.id.clone(),
        period: place.period.to_string(),
        hash: short_hash(&names),
        take: takes(kind, &units),
        units,
    }
}

/// Whom an earlier draw out of the same, longer stretch has taken: nobody is drawn twice out of one ledger.
fn seen_before(asking: &Asking<'_, '_>, kind: &Sample, place: Place) -> Vec<Drawn> {
    if kind.frame_per.is_none_or(|per| per == kind.per) {
        return Vec::new();
    }
    let draws = asking.world.draws(&asking.pack.id, &asking.rule.id).iter();
    let same = draws.filter(|d| {
        let period = Period::parse(&d.period).ok();
        period.is_some_and(|p| p.first < place.period.first && place.frame.contains(p.last.min(place.frame.last)) && p.last >= place.frame.first)
    });
    same.flat_map(|d| d.chosen().into_iter().cloned()).collect()
}

fn unit(kind: &Sample, client: Option<&Client>, matter: Option<&Matter>) -> Drawn {
    let by = kind.each.as_ref().or(kind.strata.as_ref());
    let stratum = by.map(|field| stratum(field, client, matter)).unwrap_or_default();
    Drawn { client: client.map(|c| c.id.clone()), matter: matter.map(|m| m.id.clone()), stratum }
}

fn stratum(field: &str, client: Option<&Client>, matter: Option<&Matter>) -> String {
    let of_matter = matter.and_then(|m| m.fields.get(field)).map(crate::domain::FieldValue::text);
    let special = match field {
        "department" => matter.and_then(|m| m.department.clone()),
        "severity" => matter.and_then(|m| m.severity.clone()),
        "handler" => matter.and_then(|m| m.handler.as_ref().map(|h| h.0.clone())),
        _ => None,
    };
    let of_client = || client.and_then(|c| c.fields.get(field)).map(crate::domain::FieldValue::text);
    special.or(of_matter).or_else(of_client).unwrap_or_default()
}

fn fits(asking: &Asking<'_, '_>, matter: Option<&Matter>, client: Option<&Client>, frame: Period) -> bool {
    let case = Case {
        world: asking.world,
        pack: asking.pack,
        matter,
        client,
        day: frame.last,
        period: Some((frame.first, frame.last)),
    };
    let excepted = asking.pack.excepts.iter().filter(|e| e.rules.is_empty() || e.rules.contains(&asking.rule.id));
    let mut suppressing = excepted.filter(|e| !matches!(e.act, crate::policy::ExceptAct::HandTo(_)));
    holds(&asking.rule.wanted, case)
        && !holds(&asking.rule.unless, case)
        && !suppressing.any(|e| holds(&e.when, case))
        && client.is_none_or(|c| asking.world.halted(&c.id, frame.last).is_none())
}

fn clients(
    asking: &Asking<'_, '_>,
    kind: &Sample,
    population: &crate::policy::Population,
    place: Place,
) -> Vec<Drawn> {
    let day = place.period.last.min(asking.world.today.max(place.period.first));
    let of_population = asking.world.facts.clients.iter().filter(|c| kinds::in_population(asking, population, c, day));
    of_population.filter(|c| fits(asking, None, Some(c), place.frame)).map(|c| unit(kind, Some(c), None)).collect()
}

fn matters(asking: &Asking<'_, '_>, kind: &Sample, anchor: &Anchor, frame: Period) -> Vec<Drawn> {
    let mut units = Vec::new();
    for matter in asking.world.facts.matters.iter().filter(|m| m.kind == anchor.matter) {
        let in_stretch = kinds::anchors(anchor, matter).iter().any(|(_, on)| frame.contains(on.day));
        let stopped = kinds::stop_of(asking.rule, matter).is_some();
        if !in_stretch || stopped {
            continue;
        }
        for participant in matter.participants.iter().filter(|p| kinds::has_role(anchor, p)) {
            let client = asking.world.client(&participant.client);
            if client.is_some() && fits(asking, Some(matter), client, frame) {
                units.push(unit(kind, client, Some(matter)));
            }
        }
    }
    units
}

/// Follow-ups of the rules that were done in the stretch.
fn done(asking: &Asking<'_, '_>, kind: &Sample, rules: &[String], frame: Period) -> Vec<Drawn> {
    let prefix = format!("{}/", asking.pack.id);
    let of_rules = |rule: Option<&str>| {
        let rule = rule.and_then(|rule| rule.strip_prefix(&prefix));
        rule.is_some_and(|rule| rules.iter().any(|r| r == rule))
    };
    let records = asking.world.facts.records.iter().filter(|r| !r.voided && r.outcome == Outcome::Reached);
    let records = records.filter(|r| frame.contains(r.on) && r.settles.iter().any(|s| of_rules(s.rule.as_deref())));
    let mut units = Vec::new();
    for record in records {
        let client = record.client.as_ref().and_then(|id| asking.world.client(id));
        let matter = record.matter.as_ref().and_then(|id| asking.world.matter(id));
        if client.is_some() && fits(asking, matter, client, frame) {
            units.push(unit(kind, client, matter));
        }
    }
    units
}

/// How many are taken of each stratum: of each part the number or the share, or the whole number in proportion.
fn takes(kind: &Sample, units: &[Drawn]) -> BTreeMap<String, u32> {
    let mut sizes: BTreeMap<String, u32> = BTreeMap::new();
    for unit in units {
        *sizes.entry(unit.stratum.clone()).or_default() += 1;
    }
    match (kind.take, kind.each.is_some()) {
        (Take::Number(n), true) => sizes.into_iter().map(|(s, size)| (s, size.min(n))).collect(),
        (Take::Percent(percent), true) => sizes.into_iter().map(|(s, size)| (s, share(percent, size))).collect(),
        (Take::Number(n), false) => proportional(&sizes, n),
        (Take::Percent(percent), false) => {
            let whole = share(percent, sizes.values().sum());
            proportional(&sizes, whole)
        }
    }
}

/// So many percent, rounded up.
fn share(percent: f64, size: u32) -> u32 {
    let exact = f64::from(size) * percent / 100.0;
    // A hair of rounding error must not add one more.
    ((exact - 1e-9).ceil().max(0.0) as u32).min(size)
}

/// The whole number over the strata in proportion to their sizes, by largest remainders.
fn proportional(sizes: &BTreeMap<String, u32>, n: u32) -> BTreeMap<String, u32> {
    let whole: u64 = sizes.values().map(|size| u64::from(*size)).sum();
    let n = u64::from(n).min(whole);
    if whole == 0 {
        return BTreeMap::new();
    }
    let mut takes: BTreeMap<String, u32> =
        sizes.iter().map(|(s, size)| (s.clone(), (u64::from(*size) * n / whole) as u32)).collect();
    let mut rests: Vec<(u64, &String)> = sizes.iter().map(|(s, size)| (u64::from(*size) * n % whole, s)).collect();
    rests.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(b.1)));
    let left = n - takes.values().map(|t| u64::from(*t)).sum::<u64>();
    for (_, stratum) in rests.into_iter().take(left as usize) {
        if let Some(take) = takes.get_mut(stratum) {
            *take += 1;
        }
    }
    takes
}
