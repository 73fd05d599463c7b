//! Draws: who stands in the frame, and in what order the lot puts them (DESIGN 6.7).
//!
//! The order is that of a hash over seed and unit, so any machine that has the seed and the frame makes the same ranking,
//! with no library's shuffle in between.

use super::derive::{Asking, Enabled, PackVersion, Scope};
use super::frame::{self, Place};
use super::world::World;
use crate::calendar::Period;
use crate::domain::{Draw, DrawId, Drawn, StaffRef, short_hash};
use crate::policy::{RuleKind, Sample, Take};
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
    /// The stretch out of which is drawn, as its text.
    pub stretch: String,
    /// The units, sorted.
    pub units: Vec<Drawn>,
    /// Hash of the units.
    pub hash: String,
    /// How many are taken of each stratum.
    pub take: BTreeMap<String, u32>,
}

/// The frame of a rule's draw as the facts stand. `day` is the day of the draw or, for a period that is over, its last day:
/// it says for which period is drawn and, where the rule draws out of a longer stretch, out of which.
///
/// The version that judges the period says how. `None`: it has no such sampling rule.
pub fn draw_frame(world: &World<'_>, enabled: &Enabled, rule: &str, day: NaiveDate) -> Option<DrawFrame> {
    let sampling = |version: &PackVersion| match &version.pack.rule(rule)?.kind {
        RuleKind::Sample(kind) => Some(Place::on(kind, day)),
        _ => None,
    };
    let judges = |index: &usize| {
        sampling(&enabled.versions[*index]).is_some_and(|place| enabled.version_on(place.period.first) == *index)
    };
    let version = (0..enabled.versions.len()).rev().find(judges)?;
    let pack = enabled.versions[version].pack.as_ref();
    let found = pack.rule(rule)?;
    let RuleKind::Sample(kind) = &found.kind else { return None };
    let asking = Asking {
        world,
        enabled,
        version,
        variant: None,
        pack,
        rule: found,
        scope: Scope::All,
        first: enabled.effective_from,
        horizon: day,
        derived: super::derive::Derived::default(),
        skips: None,
    };
    Some(DrawFrame::of(&asking, kind, Place::on(kind, day), &[]))
}

/// The stretch out of which a stored draw was made, as the version that judges its period says. `None`: no such rule.
pub fn drawn_from(enabled: &Enabled, draw: &Draw) -> Option<Period> {
    let period = Period::parse(&draw.period).ok()?;
    let pack = &enabled.versions[enabled.version_on(period.first)].pack;
    match &pack.rule(&draw.rule)?.kind {
        RuleKind::Sample(kind) => Some(Place::within(period, draw.on).stretch(kind)),
        _ => None,
    }
}

impl DrawFrame {
    /// `before`: draws of the same rule that are not among the facts.
    pub(super) fn of(asking: &Asking<'_, '_>, kind: &Sample, place: Place, before: &[Draw]) -> Self {
        let units = frame::units(asking, kind, place, before);
        let names: Vec<String> = units.iter().map(Drawn::key).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        Self {
            pack: asking.pack.id.clone(),
            rule: asking.rule.id.clone(),
            period: place.period.to_string(),
            stretch: place.stretch(kind).to_string(),
            hash: short_hash(&names),
            take: takes(kind, &units),
            units,
        }
    }

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
    short_hash(&[seed, &unit.key()])
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
