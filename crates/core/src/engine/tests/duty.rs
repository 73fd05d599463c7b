//! `duty`: the office's recurring work.

use super::support::*;
use crate::domain::{Act, Facts};
use crate::engine::{Enabled, State};

fn duty(keys: &str) -> Enabled {
    let rule = "[[rule]]\nid = \"duty\"\ntitle = \"例行\"\nkind = \"duty\"\nassign = \"经理\"\n";
    Enabled::new(pack(&format!("{rule}{keys}\n")), day("09-01"))
}

fn office() -> Facts {
    Facts { staff: vec![person("s1", "经理"), person("s2", "经理"), person("s3", "客服")], ..Facts::default() }
}

/// `anchor opens due` of the first tasks.
fn first(keys: &str, n: usize) -> Vec<String> {
    let asked = ask(&duty(keys), &office(), "09-01");
    asked.iter().take(n).map(|e| format!("{} {} {}", e.key.anchor, e.opens, e.due)).collect()
}

#[test]
fn it_is_due_by_the_end_of_each_period() {
    assert_eq!(first("every = \"month\"", 2), ["2026-09 2026-09-01 2026-09-30", "2026-10 2026-10-01 2026-10-31"]);
    assert_eq!(first("every = \"day\"", 2), ["2026-09-01 2026-09-01 2026-09-01", "2026-09-02 2026-09-02 2026-09-02"]);
    assert_eq!(first("every = \"quarter\"", 1), ["2026Q3 2026-07-01 2026-09-30"]);
    assert_eq!(first("every = \"year\"", 1), ["2026 2026-01-01 2026-12-31"]);
}

#[test]
fn it_may_be_due_on_a_day_of_the_period() {
    for (keys, wanted) in [
        ("every = \"week\"\non = \"friday\"", "2026W36 2026-08-31 2026-09-04"),
        ("every = \"fortnight\"\non = \"friday\"", "2026-08-24..2026-09-06 2026-08-24 2026-09-04"),
        ("every = \"month\"\non = \"friday\"", "2026-09 2026-09-01 2026-09-25"),
        ("every = \"month\"\non = \"5\"", "2026-09 2026-09-01 2026-09-05"),
        ("every = \"month\"\non = \"31\"", "2026-09 2026-09-01 2026-09-30"),
        ("every = \"quarter\"\non = \"20\"", "2026Q3 2026-07-01 2026-09-20"),
        ("every = \"half_year\"\non = \"12-15\"", "2026H2 2026-07-01 2026-12-15"),
        ("every = \"year\"\non = \"11-30\"", "2026 2026-01-01 2026-11-30"),
    ] {
        assert_eq!(first(keys, 1), [wanted], "{keys}");
    }
}

#[test]
fn the_period_before_may_be_meant_and_the_day_is_then_one_of_the_next() {
    for (keys, wanted) in [
        ("every = \"month\"\nprevious = true", "2026-08 2026-09-01 2026-09-30"),
        ("every = \"month\"\nprevious = true\non = \"5\"", "2026-08 2026-09-01 2026-09-05"),
        ("every = \"week\"\nprevious = true\non = \"monday\"", "2026W36 2026-09-07 2026-09-07"),
        ("every = \"month\"\nprevious = true\non = \"friday\"", "2026-08 2026-09-01 2026-09-04"),
        ("every = \"year\"\nprevious = true\non = \"01-31\"", "2026 2027-01-01 2027-01-31"),
        ("every = \"quarter\"\nprevious = true\non = \"10\"", "2026Q3 2026-10-01 2026-10-10"),
    ] {
        let found = if keys.contains("year") {
            let asked = ask(&duty(keys), &office(), "2026-12-01");
            asked.iter().take(1).map(|e| format!("{} {} {}", e.key.anchor, e.opens, e.due)).collect()
        } else {
            first(keys, 1)
        };
        assert_eq!(found, [wanted], "{keys}");
    }
}

#[test]
fn what_was_not_done_is_missed_when_the_next_period_begins() {
    let rules = duty("every = \"month\"\non = \"5\"");
    let on = |today: &str| states(&rules, &office(), today)[0].clone();
    assert_eq!(on("09-05"), "2026-09-05 open");
    assert_eq!(on("09-06"), "2026-09-05 overdue");
    assert_eq!(on("09-30"), "2026-09-05 overdue");
    assert_eq!(on("10-01"), "2026-09-05 missed");
}

#[test]
fn several_times_a_period_are_so_many_things() {
    let asked = ask(&duty("every = \"month\"\ntimes = 2"), &office(), "09-01");
    let numbers: Vec<_> = asked.iter().take(3).map(|e| (e.key.anchor.as_str(), e.key.occurrence)).collect();
    assert_eq!(numbers, [("2026-09", 1), ("2026-09", 2), ("2026-10", 1)]);
}

#[test]
fn each_person_of_the_post_may_owe_it() {
    let rules = duty("every = \"month\"\neach = \"staff\"");
    let mut office = office();
    let who = |facts: &Facts| {
        let asked = ask(&rules, facts, "09-30").into_iter().filter(|e| e.key.anchor == "2026-09");
        asked.map(|e| e.key.subject.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(who(&office), ["staff:s1", "staff:s2"]);
    office.staff[1].active = false;
    assert_eq!(who(&office), ["staff:s1"]);
    let held = ask(&rules, &office, "09-30").remove(0).held_by;
    assert_eq!(held, Some("s1".into()), "it is the person's own");
}

#[test]
fn a_person_finishes_it_and_may_reopen_it() {
    let (rules, mut office) = (duty("every = \"month\""), office());
    let task = ask(&rules, &office, "09-10")[0].id.clone();
    office.decisions.push(decided("d1", "09-10", Act::Finish { task: task.clone() }));
    assert_eq!(states(&rules, &office, "09-10")[0], "2026-09-30 done");
    assert_eq!(states(&rules, &office, "10-10")[0], "2026-09-30 done", "what was done is not missed later");
    office.decisions.push(decided("d2", "09-11", Act::Reopen { task }));
    assert_eq!(states(&rules, &office, "09-11")[0], "2026-09-30 open");
    office.decisions[1].voided = true;
    assert_eq!(states(&rules, &office, "09-11")[0], "2026-09-30 done");
}

#[test]
fn a_due_day_off_may_move_to_the_next_working_day_and_is_not_missed_before_it() {
    let rules = duty("every = \"month\"\nshift = true");
    let mut enabled = rules;
    enabled.effective_from = day("10-01");
    let on = |today: &str| states(&enabled, &office(), today)[0].clone();
    assert_eq!(on("10-31"), "2026-11-02 open", "31 October is a Saturday");
    assert_eq!(on("11-02"), "2026-11-02 open");
    assert_eq!(on("11-03"), "2026-11-02 missed");
}

#[test]
fn nothing_is_owed_for_periods_that_ended_before_the_pack() {
    let mut rules = duty("every = \"month\"\non = \"5\"");
    rules.effective_from = day("09-06");
    assert_eq!(ask(&rules, &office(), "09-06")[0].key.anchor, "2026-10");
    rules.effective_from = day("09-05");
    assert_eq!(ask(&rules, &office(), "09-06")[0].key.anchor, "2026-09");
}

#[test]
fn it_is_no_follow_up_and_is_asked_for_up_to_the_horizon() {
    let asked = ask(&duty("every = \"week\""), &office(), "09-01");
    assert!(asked.iter().all(|e| e.action == crate::policy::TaskAction::Step && e.client.is_none()));
    assert_eq!(asked.last().map(|e| e.opens), Some(day("11-30")));
    assert_eq!(asked[0].because, "2026年第36周(08-31 至 09-06),每周须办理 1 次,最迟 09-06");
}

#[test]
fn after_nine_days_switched_off_a_daily_duty_is_owed_once() {
    let states = states(&duty("every = \"day\""), &office(), "09-10");
    let open = states.iter().filter(|s| s.ends_with(State::Open.code())).count();
    let missed = states.iter().filter(|s| s.ends_with(State::Missed.code())).count();
    assert_eq!((open, missed), (1, 9));
}
