//! The days of a matter on which a rule hangs, and those that end it.

use crate::calendar::Moment;
use crate::domain::{Matter, Milestone, Participant};
use crate::policy::{Anchor, EachOf, Rule};
use chrono::NaiveDate;

/// The earliest milestone that ends the rule for the matter, with the day from which it does.
pub(in crate::engine) fn stop_of<'m>(rule: &Rule, matter: &'m Matter) -> Option<(&'m Milestone, NaiveDate)> {
    let stops = matter.milestones.iter().filter(|m| rule.until.contains(&m.kind)).map(|m| (m, m.known_on()));
    let known = matter.milestones.iter().filter(|m| rule.until_known.contains(&m.kind));
    let known = known.map(|m| (m, known_since(matter, m)));
    stops.chain(known).min_by(|a, b| (a.1, &a.0.id).cmp(&(b.1, &b.0.id)))
}

/// Since when a milestone that may lie ahead has been known: since the matter began, where nobody wrote it down.
fn known_since(matter: &Matter, milestone: &Milestone) -> NaiveDate {
    let began = matter.milestones.iter().map(|m| m.on.day).min().unwrap_or(NaiveDate::MIN);
    milestone.known.unwrap_or(began)
}

/// The anchors of a matter: id and day of each milestone, or of the last one where all must have happened.
pub(in crate::engine) fn anchors<'m>(anchor: &Anchor, matter: &'m Matter) -> Vec<(&'m Milestone, Moment)> {
    match anchor.of {
        EachOf::Each => {
            let day = |m: &Milestone| if anchor.from_known { known_since(matter, m).into() } else { m.on };
            let of_kind = matter.milestones.iter().filter(|m| anchor.milestones.contains(&m.kind));
            let mut found: Vec<_> = of_kind.map(|m| (m, day(m))).collect();
            found.sort_by(|a, b| (a.1, &a.0.id).cmp(&(b.1, &b.0.id)));
            found
        }
        EachOf::All => all_of(anchor, matter).into_iter().collect(),
        EachOf::Any => first_of(&anchor.milestones, matter).map(|m| (m, m.on)).into_iter().collect(),
    }
}

/// The first of these milestones that happened.
fn first_of<'m>(kinds: &[String], matter: &'m Matter) -> Option<&'m Milestone> {
    let found = kinds.iter().filter_map(|kind| matter.milestone(kind));
    found.min_by(|a, b| (a.on, &a.id).cmp(&(b.on, &b.id)))
}

/// The day on which the last of all has happened, and one of the others too. The anchor is the first kind named, so that
/// the task stays the same whichever step came last.
fn all_of<'m>(anchor: &Anchor, matter: &'m Matter) -> Option<(&'m Milestone, Moment)> {
    let firsts: Option<Vec<_>> = anchor.milestones.iter().map(|kind| matter.milestone(kind)).collect();
    let mut all = firsts?;
    let first = *all.first()?;
    if !anchor.and_any.is_empty() {
        all.push(first_of(&anchor.and_any, matter)?);
    }
    let last = all.into_iter().max_by(|a, b| (a.on, &a.id).cmp(&(b.on, &b.id)))?;
    Some((first, last.on))
}

pub(in crate::engine) fn has_role(anchor: &Anchor, participant: &Participant) -> bool {
    anchor.role.as_deref().is_none_or(|role| role == participant.role)
}

/// What identifies an anchor among those of the office: two matters may number their milestones alike.
///
/// Of several of which any will do, the task is the same whichever came first.
pub(in crate::engine) fn anchor_id(anchor: &Anchor, matter: &Matter, milestone: &Milestone) -> String {
    if anchor.of == EachOf::Any {
        return format!("{}/any", matter.id);
    }
    let (matter, milestone) = (matter.id.as_str(), milestone.id.as_str());
    match milestone.strip_prefix(matter) {
        Some(rest) if rest.starts_with('/') => milestone.to_owned(),
        _ => format!("{matter}/{milestone}"),
    }
}

/// The milestones that the sentence names: the one that happened, or all where all had to.
pub(in crate::engine) fn named<'n>(anchor: &'n Anchor, milestone: &'n Milestone) -> &'n [String] {
    match anchor.of {
        EachOf::Each | EachOf::Any => std::slice::from_ref(&milestone.kind),
        EachOf::All => &anchor.milestones,
    }
}
