//! `simulate`: the load to come, as if each task were done on its due day.

use super::book::CALENDAR;
use super::support::*;
use crate::domain::{Draw, Facts, Matter, Settlement};
use crate::engine::{Enabled, World, draw_frame, simulate};

const RULES: &str = r#"
[[rule]]
id = "steps"
title = "跟进"
kind = "series"
matter = "inquiry"
milestone = "called_in"
base = "previous_done"
steps = ["3 days", "3 days"]
repeat = { every = "1 week" }
assign = "咨询员"

[[rule]]
id = "weekly"
title = "每周"
kind = "quota"
need = 2
per = "week"
population = "all"
assign = "客服"
"#;

fn due(from: &str, to: &str) -> Vec<String> {
    let packs = [Enabled::new(pack(RULES), day("2026-01-01"))];
    let facts = about_c1(vec![matter("m1", "inquiry", "c1", &[("called_in", "09-01")])]);
    let derived = simulate(&facts, &packs, &CALENDAR, day(from), day(to));
    let mut due: Vec<_> = derived.emissions.iter().map(|e| format!("{} {}", e.due.day, e.key.rule)).collect();
    due.sort();
    due
}

#[test]
fn each_step_follows_the_one_before_as_if_it_had_been_done_when_due() {
    let steps: Vec<_> = due("09-01", "09-21").into_iter().filter(|d| d.ends_with("steps")).collect();
    assert_eq!(steps, ["2026-09-04 steps", "2026-09-07 steps", "2026-09-14 steps", "2026-09-21 steps"]);
}

#[test]
fn only_what_falls_due_between_the_days_both_included_is_told() {
    assert_eq!(due("09-13", "09-20"), ["2026-09-13 weekly", "2026-09-14 steps", "2026-09-20 weekly"]);
    assert_eq!(due("09-15", "09-19"), Vec::<String>::new());
}

/// `due rule` of everything that falls due in September.
fn september(rules: &str, facts: &Facts) -> Vec<String> {
    let packs = [Enabled::new(pack(rules), day("2026-01-01"))];
    let derived = simulate(facts, &packs, &CALENDAR, day("09-01"), day("09-30"));
    let mut due: Vec<_> = derived.emissions.iter().map(|e| format!("{} {}", e.due.day, e.key.rule)).collect();
    due.sort();
    due
}

fn of_rule(due: &[String], rule: &str) -> Vec<String> {
    due.iter().filter_map(|d| d.strip_suffix(&format!(" {rule}"))).map(str::to_owned).collect()
}

const SPOT: &str = "[[rule]]\nid = \"spot\"\ntitle = \"抽访\"\nkind = \"sample\"\nmatter = \"complaint\"\nmilestone = \"handled\"\n\
                    take = 2\nper = \"week\"\nframe = \"month\"\nassign = \"客服\"\n";

fn complaints(n: usize) -> Facts {
    let matters = (0..n).map(|n| matter(&format!("m{n}"), "complaint", "c1", &[("handled", "09-01")]));
    about_c1(matters.collect())
}

#[test]
fn draws_are_drawn_as_if_and_nobody_twice_out_of_one_ledger() {
    let due = of_rule(&september(SPOT, &complaints(5)), "spot");
    // Each week the draw itself, and two, two and one of the five.
    assert_eq!(due.len(), 4 + 5, "{due:?}");
    let on = |day: &str| due.iter().filter(|d| d.as_str() == day).count();
    assert_eq!([on("2026-09-06"), on("2026-09-13"), on("2026-09-20"), on("2026-09-27")], [3, 3, 2, 1]);
}

#[test]
fn a_draw_that_was_made_stands_in_a_simulation() {
    let mut facts = complaints(3);
    let rules = Enabled::new(pack(SPOT), day("2026-01-01"));
    let frame =
        draw_frame(&World::new(&facts, &CALENDAR, day("09-02")), &rules, "spot", day("09-02")).expect("a frame");
    let draw: Draw = frame.draw("1", day("09-02"), None, 0);
    facts.draws.push(draw);
    let due = of_rule(&september(SPOT, &facts), "spot");
    let on = |day: &str| due.iter().filter(|d| d.as_str() == day).count();
    assert_eq!([on("2026-09-06"), on("2026-09-13"), on("2026-09-20")], [3, 2, 1]);
}

#[test]
fn what_follows_on_what_would_be_done_is_told_too() {
    let rules = "[[rule]]\nid = \"visit\"\ntitle = \"回访\"\nkind = \"after\"\nmatter = \"complaint\"\nmilestone = \"handled\"\n\
                 within = \"3 days\"\nassign = \"客服\"\n\
                 [[rule]]\nid = \"report\"\ntitle = \"报告\"\nkind = \"follow_on\"\nrules = [\"visit\"]\nwithin = \"2 days\"\n\
                 action = \"step\"\nassign = \"客服\"\n\
                 [[rule]]\nid = \"unhappy\"\ntitle = \"不满意\"\nkind = \"follow_on\"\nsatisfied = false\nwithin = \"1 day\"\nassign = \"客服\"\n\
                 [[rule]]\nid = \"checked\"\ntitle = \"抽查\"\nkind = \"sample\"\ndone = [\"visit\"]\ntake = 5\nper = \"month\"\nassign = \"经理\"\n";
    let mut facts = complaints(1);
    let due = september(rules, &facts);
    assert_eq!(
        due,
        ["2026-09-04 visit", "2026-09-06 report", "2026-09-30 checked", "2026-09-30 checked"],
        "the draw and what it would draw"
    );
    // Done in truth on the second day: what follows, follows on that day.
    let packs = Enabled::new(pack(rules), day("2026-01-01"));
    let task = ask(&packs, &facts, "09-01").into_iter().find(|e| e.key.rule == "visit").expect("a visit").id;
    let mut record = reached(&task, "09-02");
    record.settles = vec![Settlement { rule: Some("t-1/visit".to_owned()), ..Settlement::task(task) }];
    facts.records.push(record);
    assert_eq!(of_rule(&september(rules, &facts), "report"), ["2026-09-04"]);
}

#[test]
fn every_other_kind_tells_its_tasks() {
    let rules = "[[rule]]\nid = \"quiet\"\ntitle = \"久未下单\"\nkind = \"silence\"\nmatter = \"purchase\"\nmilestone = \"ordered\"\n\
                 over = \"1 week\"\ngrace = \"3 days\"\nassign = \"客服\"\n\
                 [[rule]]\nid = \"plan\"\ntitle = \"计划\"\nkind = \"planned\"\nassign = \"客服\"\n\
                 [[rule]]\nid = \"data\"\ntitle = \"资料\"\nkind = \"quality\"\nchecks = [\"phone\"]\nwithin = \"1 day\"\nassign = \"客服\"\n\
                 [[rule]]\nid = \"duty\"\ntitle = \"例会\"\nkind = \"duty\"\nevery = \"month\"\non = \"5\"\nassign = \"经理\"\n\
                 [[rule]]\nid = \"node\"\ntitle = \"交房\"\nkind = \"after\"\nmatter = \"site_node\"\nmilestone = \"handed_over\"\n\
                 audience = \"all\"\nwithin = \"1 week\"\nassign = \"客服\"\n";
    let mut node = Matter::new("n1", "site_node");
    node.add_milestone("handed_over", day("09-10").into(), None);
    let mut facts = about_c1(vec![
        matter("b1", "purchase", "c1", &[("ordered", "09-01")]),
        matter("p1", "plan_item", "c1", &[("planned", "09-20")]),
        node,
    ]);
    facts.clients[0].since = Some(day("09-14"));
    facts.clients.push(client("c2"));
    assert_eq!(
        september(rules, &facts),
        ["2026-09-05 duty", "2026-09-12 quiet", "2026-09-15 data", "2026-09-17 node", "2026-09-20 plan"]
    );
}
