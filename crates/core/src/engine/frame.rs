//! Who stands in the frame of a draw: the population on the day of the draw, as the facts stand.

use super::derive::Asking;
use super::kinds;
use super::measure::{Case, holds};
use crate::calendar::{Period, PeriodShift};
use crate::domain::{Client, Draw, Drawn, FieldValue, Matter, Outcome, Record};
use crate::policy::{Anchor, ExceptAct, Frame, Population, Sample};
use chrono::NaiveDate;

/// For what is drawn: the period, and the day on which somebody draws.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub period: Period,
    pub day: NaiveDate,
}

impl Place {
    /// A draw on that day.
    pub fn on(kind: &Sample, day: NaiveDate) -> Self {
        Self { period: Period::containing(kind.per, day, PeriodShift::default()), day }
    }

    /// A draw for the period, made on that day; one that is made up for counts as made on the period's last day.
    pub fn within(period: Period, day: NaiveDate) -> Self {
        Self { period, day: day.clamp(period.first, period.last) }
    }

    /// The stretch out of which is drawn. A week may lie in two months: 当月 is the month of the day of the draw.
    pub fn stretch(self, kind: &Sample) -> Period {
        let current = Period::containing(kind.frame_per.unwrap_or(kind.per), self.day, PeriodShift::default());
        if kind.previous { current.previous() } else { current }
    }
}

/// The units, sorted, each once.
pub(super) fn units(asking: &Asking<'_, '_>, kind: &Sample, place: Place, before: &[Draw]) -> Vec<Drawn> {
    let mut units = match &kind.frame {
        Frame::Clients(population) => clients(asking, kind, population, place),
        Frame::Matters(anchor) => matters(asking, kind, anchor, place),
        Frame::Done(rules) => done(asking, kind, rules, place),
    };
    let seen = seen_before(asking, kind, place, before);
    units.retain(|unit| !seen.iter().any(|s| same(s, unit)));
    units.sort();
    units.dedup();
    units
}

/// The same client and matter, though the stratum may have been corrected since.
fn same(one: &Drawn, other: &Drawn) -> bool {
    one.client == other.client && one.matter == other.matter
}

/// Whom another draw out of the same, longer stretch has drawn: nobody is drawn twice out of one ledger, also not who could
/// not be followed up and was replaced.
fn seen_before(asking: &Asking<'_, '_>, kind: &Sample, place: Place, before: &[Draw]) -> Vec<Drawn> {
    if kind.frame_per.is_none_or(|per| per == kind.per) {
        return Vec::new();
    }
    let standing = asking.world.draws(&asking.pack.id, &asking.rule.id).iter().copied();
    let same_ledger = standing.chain(before).filter(|draw| {
        let period = Period::parse(&draw.period).ok().filter(|period| *period != place.period);
        period.is_some_and(|period| Place::within(period, draw.on).stretch(kind) == place.stretch(kind))
    });
    let drawn = |draw: &Draw| {
        let replaced = draw.replaced.iter().map(|r| r.unit.clone());
        draw.chosen().into_iter().cloned().chain(replaced).collect::<Vec<_>>()
    };
    same_ledger.flat_map(drawn).collect()
}

fn unit(kind: &Sample, client: Option<&Client>, matter: Option<&Matter>) -> Drawn {
    let by = kind.each.as_ref().or(kind.strata.as_ref());
    let stratum = by.map(|field| stratum(field, client, matter)).unwrap_or_default();
    Drawn { client: client.map(|c| c.id.clone()), matter: matter.map(|m| m.id.clone()), stratum }
}

fn stratum(field: &str, client: Option<&Client>, matter: Option<&Matter>) -> String {
    let of_matter = matter.and_then(|m| m.fields.get(field)).map(FieldValue::text);
    let special = match field {
        "department" => matter.and_then(|m| m.department.clone()),
        "severity" => matter.and_then(|m| m.severity.clone()),
        "handler" => matter.and_then(|m| m.handler.as_ref().map(|h| h.0.clone())),
        _ => None,
    };
    let of_client = || client.and_then(|c| c.fields.get(field)).map(FieldValue::text);
    special.or(of_matter).or_else(of_client).unwrap_or_default()
}

/// Whether the rule's conditions hold, as far as they are known on the day of the draw, and the client may be contacted.
fn fits(asking: &Asking<'_, '_>, kind: &Sample, matter: Option<&Matter>, client: &Client, place: Place) -> bool {
    let stretch = place.stretch(kind);
    let case = Case {
        world: asking.world,
        pack: asking.pack,
        matter,
        client: Some(client),
        day: stretch.last.min(place.day),
        period: Some((stretch.first, stretch.last)),
    };
    let excepted = asking.excepted(case).iter().any(|except| !matches!(except.act, ExceptAct::HandTo(_)));
    holds(&asking.rule.wanted, case)
        && !holds(&asking.rule.unless, case)
        && !excepted
        && asking.world.halted(&client.id, place.day).is_none()
}

fn clients(asking: &Asking<'_, '_>, kind: &Sample, population: &Population, place: Place) -> Vec<Drawn> {
    let all = asking.world.facts.clients.iter();
    let meant = all.filter(|c| kinds::in_population(asking, population, c, place.day));
    meant.filter(|c| fits(asking, kind, None, c, place)).map(|c| unit(kind, Some(c), None)).collect()
}

/// Matters whose milestone lies in the stretch, with each client who takes part in the role.
fn matters(asking: &Asking<'_, '_>, kind: &Sample, anchor: &Anchor, place: Place) -> Vec<Drawn> {
    let stretch = place.stretch(kind);
    let mut units = Vec::new();
    for matter in asking.world.facts.matters.iter().filter(|m| m.kind == anchor.matter) {
        let in_stretch = kinds::anchors(anchor, matter).iter().any(|(_, on)| stretch.contains(on.day));
        if !in_stretch || kinds::stop_of(asking.rule, matter).is_some_and(|(_, on)| on <= place.day) {
            continue;
        }
        for participant in matter.participants.iter().filter(|p| kinds::has_role(anchor, p)) {
            let client = asking.world.client(&participant.client);
            let counts =
                |c: &&Client| asking.same_as(matter, Some(c)).is_none() && fits(asking, kind, Some(matter), c, place);
            units.extend(client.filter(counts).map(|c| unit(kind, Some(c), Some(matter))));
        }
    }
    units
}

/// Follow-ups of the rules that were done in the stretch. What was said about a matter of somebody else is about the client.
fn done(asking: &Asking<'_, '_>, kind: &Sample, rules: &[String], place: Place) -> Vec<Drawn> {
    let (world, stretch) = (asking.world, place.stretch(kind));
    let prefix = format!("{}/", asking.pack.id);
    let of_rules = |rule: Option<&str>| {
        let rule = rule.and_then(|rule| rule.strip_prefix(&prefix));
        rule.is_some_and(|rule| rules.iter().any(|r| r == rule))
    };
    let counts = |r: &&Record| {
        let done = !r.voided && r.outcome == Outcome::Reached && stretch.contains(r.on);
        done && r.settles.iter().any(|s| of_rules(s.rule.as_deref()))
    };
    let mut units = Vec::new();
    for record in world.facts.records.iter().chain(world.as_if_records()).filter(counts) {
        let Some(client) = record.client.as_ref().and_then(|id| world.client(id)) else { continue };
        let matter = record.matter.as_ref().and_then(|id| world.matter(id)).filter(|m| m.has_client(&client.id));
        if fits(asking, kind, matter, client, place) {
            units.push(unit(kind, Some(client), matter));
        }
    }
    units
}
