//! `series`: steps, then a repetition, until something ends it.

use super::support::*;
use crate::domain::{Act, Facts};
use crate::engine::{Enabled, State};

fn rules(timing: &str) -> Enabled {
    since_2020(&format!(
        "[[rule]]\nid = \"s\"\ntitle = \"跟进\"\nkind = \"series\"\nmatter = \"inquiry\"\nmilestone = \"called_in\"\n\
         until = [\"decided\", \"dropped\"]\nassign = \"咨询员\"\n{timing}\n"
    ))
}

fn called_in(on: &str) -> Facts {
    about_c1(vec![matter("m1", "inquiry", "c1", &[("called_in", on)])])
}

fn windows(rules: &Enabled, facts: &Facts, today: &str) -> Vec<(String, String)> {
    ask(rules, facts, today).iter().map(|e| (e.opens.to_string(), e.due.day.to_string())).collect()
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected.iter().map(|(a, b)| (day(a).to_string(), day(b).to_string())).collect()
}

const STEPS: &str = "steps = [\"1 day\", \"4 days\", \"7 days\"]";

#[test]
fn a_step_opens_the_day_after_the_window_of_the_one_before_and_makes_it_missed() {
    let (rules, facts) = (rules(STEPS), called_in("09-01"));
    assert_eq!(windows(&rules, &facts, "09-01"), pairs(&[("09-01", "09-02"), ("09-03", "09-05"), ("09-06", "09-08")]));
    let on = |today| states(&rules, &facts, today).into_iter().map(|s| s[11..].to_owned()).collect::<Vec<_>>();
    assert_eq!(on("08-31"), ["waiting", "waiting", "waiting"]);
    assert_eq!(on("09-01"), ["open", "waiting", "waiting"]);
    assert_eq!(on("09-02"), ["open", "waiting", "waiting"]);
    assert_eq!(on("09-03"), ["missed", "open", "waiting"]);
    assert_eq!(on("09-05"), ["missed", "open", "waiting"]);
    assert_eq!(on("09-06"), ["missed", "missed", "open"]);
    assert_eq!(on("09-09"), ["missed", "missed", "overdue"], "nothing comes after the last step: it stays");
}

#[test]
fn a_step_opens_as_soon_as_the_one_before_is_settled() {
    let (rules, mut facts) = (rules(STEPS), called_in("09-01"));
    let first = ask(&rules, &facts, "09-01")[0].id.clone();
    facts.records.push(reached(&first, "09-01"));
    assert_eq!(states(&rules, &facts, "09-01"), ["2026-09-02 done", "2026-09-05 open", "2026-09-08 waiting"]);
}

#[test]
fn a_step_done_before_it_opened_does_not_open_the_next_one_over_the_head_of_the_first() {
    let (rules, mut facts) = (rules(STEPS), called_in("09-01"));
    let second = ask(&rules, &facts, "09-01")[1].id.clone();
    facts.records.push(reached(&second, "09-01"));
    assert_eq!(states(&rules, &facts, "09-01"), ["2026-09-02 open", "2026-09-05 done", "2026-09-08 waiting"]);
    assert_eq!(states(&rules, &facts, "09-03"), ["2026-09-02 missed", "2026-09-05 done", "2026-09-08 open"]);
}

#[test]
fn steps_that_a_holiday_pushes_past_one_another_still_come_one_after_the_other() {
    let rules = rules("steps = [\"1 working_day\", \"3 days\"]");
    let facts = called_in("09-30");
    assert_eq!(windows(&rules, &facts, "09-30"), pairs(&[("09-30", "10-08"), ("10-09", "10-09")]));
}

#[test]
fn a_repetition_counts_from_the_anchor_and_ends_where_it_is_bounded() {
    let rules = rules("steps = [\"1 day\", \"4 days\"]\nrepeat = { every = \"3 days\", over = \"11 days\" }");
    let facts = called_in("09-01");
    let all = pairs(&[("09-01", "09-02"), ("09-03", "09-05"), ("09-06", "09-08"), ("09-09", "09-11")]);
    assert_eq!(windows(&rules, &facts, "09-01"), all);
    assert_eq!(states(&rules, &facts, "09-11")[3], "2026-09-11 open");
    assert_eq!(
        states(&rules, &facts, "09-12")[3],
        "2026-09-11 missed",
        "the last one ends as if one more were to come"
    );
}

#[test]
fn a_repetition_may_be_counted() {
    let rules = rules("steps = [\"1 day\"]\nrepeat = { every = \"1 week\", times = 2 }");
    assert_eq!(windows(&rules, &called_in("09-01"), "09-01").len(), 3);
}

#[test]
fn a_repetition_in_months_follows_steps_in_days_and_month_ends_do_not_drift() {
    let days_first = rules("steps = [\"2 weeks\"]\nrepeat = { every = \"1 month\", times = 2 }");
    let dues = windows(&days_first, &called_in("09-01"), "09-01").into_iter().map(|(_, due)| due).collect::<Vec<_>>();
    assert_eq!(dues, ["2026-09-15", "2026-10-15", "2026-11-15"]);
    let month_ends = rules("steps = [\"1 month\"]\nrepeat = { every = \"1 month\", times = 2 }");
    let dues = windows(&month_ends, &called_in("01-31"), "01-31").into_iter().map(|(_, due)| due).collect::<Vec<_>>();
    assert_eq!(dues, ["2026-02-28", "2026-03-31", "2026-04-30"]);
}

#[test]
fn an_unending_repetition_is_asked_for_up_to_the_horizon_and_only_the_latest_is_listed() {
    let rules = rules("steps = [\"1 day\"]\nrepeat = { every = \"1 month\" }");
    let facts = called_in("2025-01-10");
    let states = states(&rules, &facts, "2026-09-20");
    assert_eq!(states.iter().filter(|s| s.ends_with("open") || s.ends_with("overdue")).count(), 1, "{states:?}");
    assert!(states.contains(&"2026-10-11 open".to_owned()), "{states:?}");
    assert_eq!(states.last().map(String::as_str), Some("2027-01-11 waiting"), "the last that opens within 90 days");
}

#[test]
fn steps_may_be_counted_from_the_day_on_which_the_one_before_was_done() {
    let rules = rules("steps = [\"3 days\", \"3 days\"]\nbase = \"previous_done\"");
    let mut facts = called_in("09-01");
    assert_eq!(windows(&rules, &facts, "09-01")[1], pairs(&[("09-05", "09-07")])[0], "undone, its due day stands in");
    let first = ask(&rules, &facts, "09-01")[0].id.clone();
    facts.records.push(reached(&first, "09-02"));
    assert_eq!(windows(&rules, &facts, "09-02")[1], pairs(&[("09-02", "09-05")])[0]);
    facts.records[0].voided = true;
    assert_eq!(
        windows(&rules, &facts, "09-02")[1],
        pairs(&[("09-05", "09-07")])[0],
        "and again when the record is struck out"
    );
}

#[test]
fn at_steps_open_when_the_time_is_over() {
    let rules = rules("steps = [{ at = \"1 month\", title = \"首月\" }, { at = \"3 months\", grace = \"10 days\" }]");
    let asked = ask(&rules, &called_in("2026-08-31"), "2026-09-10");
    assert_eq!((asked[0].opens, asked[0].due.day), (day("09-30"), day("10-07")));
    assert_eq!((asked[1].opens, asked[1].due.day), (day("11-30"), day("12-10")));
    assert_eq!(asked[0].step_title.as_deref(), Some("首月"));
    assert_eq!(asked[0].lapses, Some(day("11-30")), "overdue until the next one begins");
}

#[test]
fn at_steps_whose_grace_outlasts_the_interval_wait_for_one_another() {
    let rules = rules("steps = [{ at = \"10 days\" }]\nrepeat = { every = \"3 days\", times = 3 }");
    let asked = ask(&rules, &called_in("09-01"), "09-01");
    for pair in asked.windows(2) {
        assert_eq!(pair[0].lapses, Some(pair[1].opens));
        assert!(pair[0].due.day < pair[1].opens && pair[1].opens <= pair[1].due.day);
    }
}

#[test]
fn phases_say_how_often_by_age() {
    let rules = rules(
        "phases = [{ upto = \"1 year\", every = \"1 quarter\" }, { upto = \"3 years\", every = \"1 half_year\" }]",
    );
    let facts = called_in("2023-03-31");
    let dues = windows(&rules, &facts, "2026-09-01").into_iter().map(|(_, due)| due).collect::<Vec<_>>();
    let first_year = ["2023-06-30", "2023-09-30", "2023-12-31", "2024-03-31"];
    let then = ["2024-09-30", "2025-03-31", "2025-09-30", "2026-03-31"];
    assert_eq!(dues, [first_year, then].concat());
    let states = states(&rules, &facts, "2026-09-01");
    assert!(states.iter().all(|s| s.ends_with("missed")), "{states:?}: the last phase is over");
}

#[test]
fn a_stop_acts_from_the_day_it_became_known_and_what_fell_due_earlier_stays() {
    let rules = rules(STEPS);
    let mut facts = called_in("09-01");
    facts.matters[0].add_milestone("decided", day("09-02").into(), Some(day("09-05")));
    assert_eq!(states(&rules, &facts, "09-10"), ["2026-09-02 missed"], "09-05 was due on the very day it became known");
    facts.matters[0].milestones[1].known = Some(day("09-06"));
    assert_eq!(states(&rules, &facts, "09-10"), ["2026-09-02 missed", "2026-09-05 missed"]);
    facts.matters[0].milestones.pop();
    assert_eq!(states(&rules, &facts, "09-10").len(), 3, "taken back, the same tasks are asked for again");
}

#[test]
fn an_interval_of_nothing_and_a_time_that_runs_backwards_are_refused() {
    use crate::policy::{ParamValues, PolicyPack};
    for timing in ["steps = [\"1 day\"]\nrepeat = { every = \"0 days\" }", "steps = [\"-1 days\"]"] {
        let text = format!(
            "[pack]\nlanguage = 1\nid = \"t-1\"\ntitle = \"试\"\nsector = \"x\"\n[[rule]]\nid = \"s\"\ntitle = \"s\"\nkind = \
             \"series\"\nmatter = \"inquiry\"\nmilestone = \"called_in\"\nassign = \"员\"\n{timing}\n"
        );
        assert!(PolicyPack::parse(&text, &ParamValues::new()).is_err(), "{timing}");
    }
}

const DELIVERED: &str = r#"
[[rule]]
id = "s"
title = "售后"
kind = "series"
matter = "purchase"
milestone = "delivered"
until = ["paid"]
steps = [{ at = "1 month" }, { at = "6 months" }]
repeat = { every = "1 half_year", per_client = true }
assign = "客服"
"#;

#[test]
fn a_repetition_of_the_client_is_one_for_all_batches_from_the_earliest_on() {
    let rules = since_2020(DELIVERED);
    let first = matter("m1", "purchase", "c1", &[("delivered", "2025-01-10")]);
    let second = matter("m2", "purchase", "c1", &[("delivered", "2025-04-10")]);
    let merged = |matters: Vec<_>| {
        let asked = ask(&rules, &about_c1(matters), "2026-09-01").into_iter().filter(|e| e.key.anchor == "client");
        asked.map(|e| (e.key.occurrence, e.opens.to_string())).collect::<Vec<_>>()
    };
    let alone = merged(vec![first.clone()]);
    assert_eq!(alone, [(1, "2026-01-10".to_owned()), (2, "2026-07-10".to_owned())]);
    assert_eq!(merged(vec![second.clone(), first.clone()]), alone, "a later batch changes nothing");
    let mut paid = first;
    paid.add_milestone("paid", day("2026-03-01").into(), None);
    assert_eq!(merged(vec![paid.clone()]), alone[..1], "stopped with its only batch");
    assert_eq!(merged(vec![paid, second]), alone, "but not while another batch is going on");
}

#[test]
fn the_last_step_before_the_repetition_of_the_client_does_not_stay_for_ever() {
    let facts = about_c1(vec![matter("m1", "purchase", "c1", &[("delivered", "2025-01-10")])]);
    let states = states(&since_2020(DELIVERED), &facts, "2026-09-01");
    let listed: Vec<_> = states.iter().filter(|s| s.ends_with("open") || s.ends_with("overdue")).collect();
    assert_eq!(listed, ["2026-07-17 overdue"], "{states:?}");
}

#[test]
fn waiving_a_step_settles_it_and_a_reopened_one_is_open_again() {
    let (rules, mut facts) = (rules(STEPS), called_in("09-01"));
    let first = ask(&rules, &facts, "09-01")[0].id.clone();
    facts.decisions.push(decided("d1", "09-01", Act::Waive { task: first.clone() }));
    assert_eq!(states(&rules, &facts, "09-01"), ["2026-09-02 waived", "2026-09-05 open", "2026-09-08 waiting"]);
    facts.decisions.push(decided("d2", "09-01", Act::Reopen { task: first }));
    assert_eq!(states(&rules, &facts, "09-01"), ["2026-09-02 open", "2026-09-05 waiting", "2026-09-08 waiting"]);
}

#[test]
fn what_opens_beyond_the_horizon_is_not_asked_for_yet() {
    let rules = rules("steps = [{ at = \"91 days\" }]");
    assert!(ask(&rules, &called_in("09-01"), "09-01").is_empty());
    assert_eq!(state(&rules, &called_in("09-01"), "09-02"), State::Waiting);
}
