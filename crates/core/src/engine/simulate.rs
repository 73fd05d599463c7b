//! What would be due in a stretch of days, as if each task were done on its due day: the load to come.

use super::derive::{Derived, Enabled, Scope, Stretch, ask_those, earliest};
use super::emission::Emission;
use super::world::World;
use crate::calendar::WorkingCalendar;
use crate::domain::{Channel, Facts, Outcome, Purpose, Record, RecordId, Settlement};
use crate::policy::{Frame, Rule, RuleKind, Sample, TaskAction};
use chrono::{Days, NaiveDate};

/// What follows on follow-ups that themselves follow on others is followed no deeper than this.
const DEEPEST: usize = 4;

/// No rule follows on a follow-up later than this many days.
const LONGEST: u64 = 400;

/// What would be due between the days, both included, as if each task were done on its due day, each draw drawn on the last
/// day of its period, and each client reached, of whom nothing else is known.
pub fn simulate(
    facts: &Facts,
    packs: &[Enabled],
    calendar: &WorkingCalendar,
    from: NaiveDate,
    to: NaiveDate,
) -> Derived {
    let stretch = Stretch { first: from.max(earliest()), horizon: to };
    let world = World::new(facts, calendar, to).as_if_done();
    let mut derived = ask_those(&world, packs, Scope::All, stretch, false, &|rule| !follows(rule)).0;
    let rules = packs.iter().flat_map(|e| &e.versions).flat_map(|v| &v.pack.rules);
    if rules.into_iter().any(follows) {
        let mut followed = Derived::default();
        for _ in 0..DEEPEST {
            let begin = from.checked_sub_days(Days::new(LONGEST)).unwrap_or(from);
            let open = derived.emissions.iter().chain(&followed.emissions);
            let open = open.filter(|e| e.due.day >= begin && world.acts.end(&e.id).is_none());
            let records: Vec<_> = open.filter_map(done).collect();
            let world = World::new(facts, calendar, to).as_if_done().with_as_if_records(&records);
            let before = followed.emissions.len();
            followed = ask_those(&world, packs, Scope::All, stretch, false, &follows).0;
            if followed.emissions.len() == before {
                break;
            }
        }
        derived.emissions.append(&mut followed.emissions);
        derived.failures.append(&mut followed.failures);
        derived.emissions.sort_by(|a, b| a.id.cmp(&b.id));
    }
    derived.emissions.retain(|e| (from..=to).contains(&e.due.day));
    derived
}

/// Whether the rule asks after follow-ups that were done.
fn follows(rule: &Rule) -> bool {
    matches!(&rule.kind, RuleKind::FollowOn(_) | RuleKind::Sample(Sample { frame: Frame::Done(_), .. }))
}

/// The record that doing the task on its due day would leave.
fn done(emission: &Emission) -> Option<Record> {
    let client = emission.client.clone().filter(|_| emission.action == TaskAction::Contact)?;
    let rule = Some(format!("{}/{}", emission.key.pack, emission.key.rule));
    Some(Record {
        id: RecordId(format!("simulate/{}", emission.id)),
        client: Some(client),
        matter: emission.matter.clone(),
        on: emission.due.day,
        channel: emission.channels.first().copied().unwrap_or(Channel::Phone),
        outcome: Outcome::Reached,
        satisfied: None,
        by: None,
        recorder: None,
        purpose: Purpose::FollowUp,
        again_on: None,
        again_minute: None,
        phone: None,
        moved_from: None,
        note: String::new(),
        settles: vec![Settlement { rule, ..Settlement::task(emission.id.clone()) }],
        voided: false,
        at_ms: 0,
    })
}
