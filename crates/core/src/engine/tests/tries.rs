//! What follows when a client was not reached.

use super::book::CALENDAR;
use super::support::*;
use crate::domain::{Act, Channel, Outcome, Record};
use crate::engine::{Enabled, NextTry, next_try};

fn rules(tries: &str) -> Enabled {
    since_2020(&format!(
        "[[rule]]\nid = \"visit\"\ntitle = \"回访\"\nkind = \"after\"\nmatter = \"complaint\"\nmilestone = \"handled\"\n\
         within = \"9 days\"\nchannels = [\"phone\", \"home_visit\"]\nassign = \"客服\"\n{tries}"
    ))
}

const TRIES: &str = "[[tries]]\nid = \"t\"\nagain = \"1 working_day\"\nmost = 2\nthen = [\"home_visit\", \"letter\"]\n";

/// What follows after tries on these days, the last with `again_on`.
fn after(enabled: &Enabled, days: &[&str], again: Option<&str>) -> Option<NextTry> {
    let mut facts = about_c1(vec![matter("m1", "complaint", "c1", &[("handled", "09-01")])]);
    let task = only(enabled, &facts, "09-01").id;
    for (n, on) in days.iter().enumerate() {
        let record = Record { outcome: Outcome::NoAnswer, at_ms: n as i64, ..reached(&task, on) };
        facts.records.push(Record { id: format!("r{n}").into(), ..record });
    }
    if let Some(last) = facts.records.last_mut() {
        last.again_on = again.map(day);
    }
    let human = crate::engine::human_acts(&facts).of(&task);
    let pack = &enabled.versions[0].pack;
    next_try(pack.tries_of("visit"), pack.rule("visit").expect("the rule"), &human, &CALENDAR)
}

#[test]
fn nobody_tried_nothing_follows() {
    assert_eq!(after(&rules(TRIES), &[], None), None);
    assert_eq!(after(&rules(""), &["09-01"], None), None, "the policy says nothing");
}

#[test]
fn the_next_try_is_so_long_after_the_last() {
    assert_eq!(after(&rules(TRIES), &["09-03"], None), Some(NextTry::On(day("09-04"), None)));
    assert_eq!(after(&rules(TRIES), &["09-04"], None), Some(NextTry::On(day("09-07"), None)), "after the weekend");
}

#[test]
fn after_the_tries_of_one_channel_comes_the_next_and_then_the_last_again() {
    let days = ["09-01", "09-02", "09-03", "09-07", "09-08"];
    let channel = |n: usize| after(&rules(TRIES), &days[..n], None);
    assert_eq!(channel(1), Some(NextTry::On(day("09-02"), None)));
    assert_eq!(channel(2), Some(NextTry::On(day("09-03"), Some(Channel::HomeVisit))));
    assert_eq!(channel(3), Some(NextTry::On(day("09-04"), Some(Channel::Letter))));
    assert_eq!(channel(4), Some(NextTry::On(day("09-08"), Some(Channel::Letter))), "without lost it goes on");
}

#[test]
fn each_further_channel_may_be_tried_several_times() {
    let rules = rules(&format!("{TRIES}most_then = 2\nlost = true\n"));
    let days = ["09-01", "09-02", "09-03", "09-04", "09-07", "09-08"];
    let channel = |n: usize| match after(&rules, &days[..n], None) {
        Some(NextTry::On(_, channel)) => channel,
        _ => None,
    };
    assert_eq!(
        [2, 3, 4, 5].map(channel),
        [Some(Channel::HomeVisit), Some(Channel::HomeVisit), Some(Channel::Letter), Some(Channel::Letter)]
    );
    assert_eq!(after(&rules, &days, None), Some(NextTry::GiveUp));
}

#[test]
fn a_day_on_which_the_client_asked_to_be_contacted_comes_first() {
    assert_eq!(after(&rules(TRIES), &["09-03"], Some("09-20")), Some(NextTry::On(day("09-20"), None)));
    assert_eq!(after(&rules(""), &["09-03"], Some("09-20")), Some(NextTry::On(day("09-20"), None)));
}

#[test]
fn what_a_person_ended_needs_no_try() {
    let enabled = rules(TRIES);
    let mut facts = about_c1(vec![matter("m1", "complaint", "c1", &[("handled", "09-01")])]);
    let task = only(&enabled, &facts, "09-01").id;
    facts.records.push(Record { outcome: Outcome::NoAnswer, ..reached(&task, "09-02") });
    facts.decisions.push(decided("d1", "09-03", Act::GiveUp { task: task.clone() }));
    let human = crate::engine::human_acts(&facts).of(&task);
    let pack = &enabled.versions[0].pack;
    assert_eq!(next_try(pack.tries_of("visit"), &pack.rules[0], &human, &CALENDAR), None);
}

#[test]
fn what_names_the_rule_comes_before_what_is_said_for_all() {
    let both = format!("{TRIES}[[tries]]\nid = \"own\"\nrules = [\"visit\"]\nagain = \"5 days\"\n");
    assert_eq!(after(&rules(&both), &["09-03"], None), Some(NextTry::On(day("09-08"), None)));
}
