//! `planned`: lines of an approved plan.

use super::support::*;
use crate::domain::{Act, Facts};
use crate::engine::{Enabled, State};

fn rules(more: &str) -> Enabled {
    let rule = "[[rule]]\nid = \"plan\"\ntitle = \"按计划回访\"\nkind = \"planned\"\nassign = \"客服\"\n";
    since_2020(&format!("{rule}{more}\n"))
}

fn planned(milestones: &[(&str, &str)]) -> Facts {
    about_c1(vec![matter("p1", "plan_item", "c1", milestones)])
}

#[test]
fn it_is_due_on_its_day_and_may_be_begun_so_long_before() {
    let facts = planned(&[("planned", "09-20")]);
    assert_eq!(windows(&rules(""), &facts, "09-01"), ["09-20 09-20"]);
    let early = rules("lead = \"3 days\"");
    assert_eq!(windows(&early, &facts, "09-01"), ["09-17 09-20"]);
    for (today, wanted) in
        [("09-16", State::Waiting), ("09-17", State::Open), ("09-20", State::Open), ("09-21", State::Overdue)]
    {
        assert_eq!(state(&early, &facts, today), wanted, "{today}");
    }
}

#[test]
fn a_line_that_is_not_approved_is_not_in_force() {
    let rules = rules("approved = \"approved\"");
    assert_eq!(ask(&rules, &planned(&[("planned", "09-20")]), "09-20"), []);
    assert_eq!(windows(&rules, &planned(&[("planned", "09-20"), ("approved", "09-01")]), "09-20"), ["09-20 09-20"]);
}

#[test]
fn a_line_that_is_moved_is_the_same_task_and_one_taken_back_is_gone() {
    let mut facts = planned(&[("planned", "09-20")]);
    let before = only(&rules(""), &facts, "09-01");
    facts.matters[0].milestones[0].on = day("10-08").into();
    let moved = only(&rules(""), &facts, "09-01");
    assert_eq!((moved.id, moved.due.day), (before.id, day("10-08")));
    facts.matters[0].milestones.clear();
    assert_eq!(ask(&rules(""), &facts, "09-01"), []);
}

#[test]
fn every_day_of_the_plan_is_a_task() {
    let facts = planned(&[("planned", "09-20"), ("planned", "10-20"), ("approved", "09-01")]);
    assert_eq!(windows(&rules("approved = \"approved\""), &facts, "09-01"), ["09-20 09-20", "10-20 10-20"]);
}

#[test]
fn it_may_be_made_up_for_so_long_and_is_then_missed() {
    let (rules, facts) = (rules("lapse = \"2 days\""), planned(&[("planned", "09-20")]));
    for (today, wanted) in [("09-21", State::Overdue), ("09-22", State::Overdue), ("09-23", State::Missed)] {
        assert_eq!(state(&rules, &facts, today), wanted, "{today}");
    }
}

#[test]
fn a_plan_for_everybody_is_a_task_for_each() {
    let mut facts = planned(&[("planned", "09-20")]);
    facts.matters[0].participants.clear();
    facts.clients.push(client("c2"));
    assert_eq!(ask(&rules(""), &facts, "09-20"), []);
    assert_eq!(ask(&rules("audience = \"all\""), &facts, "09-20").len(), 2);
}

#[test]
fn the_pack_s_first_day_the_horizon_and_a_halt_bound_it() {
    let facts = planned(&[("planned", "09-20")]);
    let since = |on: &str| Enabled { effective_from: day(on), ..rules("") };
    assert_eq!((ask(&since("09-20"), &facts, "09-20").len(), ask(&since("09-21"), &facts, "09-21").len()), (1, 0));
    assert_eq!((ask(&rules(""), &facts, "06-22").len(), ask(&rules(""), &facts, "06-21").len()), (1, 0));
    let mut halted = facts;
    halted.decisions.push(decided("d1", "09-01", Act::Pause { client: "c1".into(), until: Some(day("09-25")) }));
    assert_eq!((ask(&rules(""), &halted, "09-25").len(), ask(&rules(""), &halted, "09-26").len()), (0, 1));
}
