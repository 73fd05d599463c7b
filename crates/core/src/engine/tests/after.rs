//! `after`: once, so long after a milestone.

use super::support::*;
use crate::engine::State;

const COMPLAINT: &str = r#"
[[rule]]
id = "complaint"
title = "投诉回访"
kind = "after"
matter = "complaint"
milestone = "handled"
within = "3 working_days"
assign = "客服"
clauses = ["003-04-16"]
"#;

#[test]
fn the_sentence_says_what_happened_what_must_be_done_until_when_and_on_what_clause() {
    let mut complaint = matter("m1", "complaint", "c1", &[("handled", "09-30")]);
    complaint.no = Some("TS260017".to_owned());
    let asked = ask(&since_2020(COMPLAINT), &about_c1(vec![complaint]), "2026-10-01");
    assert_eq!(
        asked[0].because,
        "投诉 TS260017 于 09-30 处理完毕,须在 3 个工作日内回访(10-01 至 10-07 放假),最迟 10-10。依据 003-04-16"
    );
}

#[test]
fn a_day_counted_over_a_year_without_a_holiday_table_says_so() {
    let facts = about_c1(vec![matter("m1", "complaint", "c1", &[("handled", "2030-09-30")])]);
    let asked = ask(&since_2020(COMPLAINT), &facts, "2030-10-01");
    assert!(asked[0].guessed);
    assert!(asked[0].because.contains("暂按周末推算"), "{}", asked[0].because);
}

#[test]
fn it_waits_is_open_from_the_milestone_and_overdue_the_day_after_the_due_day() {
    let rules = since_2020(COMPLAINT);
    let facts = about_c1(vec![matter("m1", "complaint", "c1", &[("handled", "09-30")])]);
    assert_eq!(state(&rules, &facts, "09-29"), State::Waiting);
    assert_eq!(state(&rules, &facts, "09-30"), State::Open);
    assert_eq!(state(&rules, &facts, "10-10"), State::Open);
    assert_eq!(state(&rules, &facts, "10-11"), State::Overdue);
    assert_eq!(state(&rules, &facts, "2027-09-30"), State::Overdue, "without `lapse` it never goes away by itself");
}

#[test]
fn each_time_the_milestone_happens_there_is_a_task_of_its_own() {
    let twice = matter("m1", "complaint", "c1", &[("handled", "09-01"), ("handled", "09-14")]);
    assert_eq!(
        states(&since_2020(COMPLAINT), &about_c1(vec![twice]), "09-14"),
        ["2026-09-04 overdue", "2026-09-17 open"]
    );
}

#[test]
fn a_soft_deadline_makes_it_overdue_and_a_hard_one_stands_in_the_sentence() {
    let rules =
        since_2020(&COMPLAINT.replace("within = \"3 working_days\"", "within = \"1 month\"\nlatest = \"3 months\""));
    let facts = about_c1(vec![matter("m1", "complaint", "c1", &[("handled", "2026-01-31")])]);
    let asked = ask(&rules, &facts, "02-01");
    assert_eq!((asked[0].due.day, asked[0].latest), (day("02-28"), Some(day("04-30"))));
    assert!(asked[0].because.contains("最迟 02-28,至迟不超过 04-30"), "{}", asked[0].because);
    assert_eq!(state(&rules, &facts, "02-28"), State::Open);
    assert_eq!(state(&rules, &facts, "03-01"), State::Overdue);
}

#[test]
fn after_the_lapse_it_is_too_late_and_the_task_is_missed() {
    let rules = since_2020(&COMPLAINT.replace("3 working_days\"", "3 days\"\nlapse = \"2 days\""));
    let facts = about_c1(vec![matter("m1", "complaint", "c1", &[("handled", "09-01")])]);
    assert_eq!(state(&rules, &facts, "09-04"), State::Open);
    assert_eq!(state(&rules, &facts, "09-06"), State::Overdue, "the last day on which it can be made good");
    assert_eq!(state(&rules, &facts, "09-07"), State::Missed);
}

#[test]
fn where_it_renews_the_next_milestone_makes_the_earlier_task_missed() {
    let rules = since_2020(&COMPLAINT.replace("3 working_days\"", "3 days\"\nrenews = true"));
    let facts = about_c1(vec![matter("m1", "complaint", "c1", &[("handled", "09-01"), ("handled", "09-20")])]);
    assert_eq!(states(&rules, &facts, "09-19"), ["2026-09-04 overdue", "2026-09-23 waiting"]);
    assert_eq!(states(&rules, &facts, "09-20"), ["2026-09-04 missed", "2026-09-23 open"]);
}

#[test]
fn on_the_day_is_due_on_the_day() {
    let rules = since_2020(&COMPLAINT.replace("3 working_days", "0 days"));
    let facts = about_c1(vec![matter("m1", "complaint", "c1", &[("handled", "09-01")])]);
    assert_eq!(state(&rules, &facts, "09-01"), State::Open);
    assert_eq!(state(&rules, &facts, "09-02"), State::Overdue);
    assert!(ask(&rules, &facts, "09-01")[0].because.contains("须当日回访"));
}

#[test]
fn at_a_year_opens_on_the_clamped_day_and_is_due_after_the_grace() {
    let rules = since_2020(&COMPLAINT.replace("within = \"3 working_days\"", "at = \"1 year\"\ngrace = \"7 days\""));
    let facts = about_c1(vec![matter("m1", "complaint", "c1", &[("handled", "2024-02-29")])]);
    let asked = ask(&rules, &facts, "2025-01-01");
    assert_eq!((asked[0].opens, asked[0].due.day), (day("2025-02-28"), day("2025-03-07")));
    assert_eq!(state(&rules, &facts, "2025-02-27"), State::Waiting);
    assert_eq!(state(&rules, &facts, "2025-02-28"), State::Open);
    assert_eq!(state(&rules, &facts, "2025-03-08"), State::Overdue);
}

const WARRANTY: &str = r#"
[[rule]]
id = "warranty"
title = "竣工回访"
kind = "after"
matter = "project"
milestones_all = ["completed", "paid_in_full", "warranty_signed"]
within = "7 days"
assign = "客服"
"#;

#[test]
fn where_all_three_must_have_happened_the_last_one_counts() {
    let rules = since_2020(WARRANTY);
    let two = matter("m1", "project", "c1", &[("completed", "09-01"), ("paid_in_full", "09-10")]);
    assert!(ask(&rules, &about_c1(vec![two]), "09-20").is_empty());
    let last_paid = [("warranty_signed", "09-05"), ("completed", "09-01"), ("paid_in_full", "09-10")];
    let last_signed = [("warranty_signed", "09-15"), ("completed", "09-01"), ("paid_in_full", "09-10")];
    let paid = ask(&rules, &about_c1(vec![matter("m1", "project", "c1", &last_paid)]), "09-20");
    let signed = ask(&rules, &about_c1(vec![matter("m1", "project", "c1", &last_signed)]), "09-20");
    assert_eq!((paid[0].due.day, signed[0].due.day), (day("09-17"), day("09-22")));
    assert_eq!(paid[0].id, signed[0].id, "correcting one of the days does not make another task");
}

const RECTIFY: &str = r#"
[[rule]]
id = "rectify"
title = "整改"
kind = "after"
matter = "problem"
milestone = "raised"
within = "3 days"
done_by = "rectified"
renews = true
action = "step"
verb = "整改"
assign = { of = "handler", role = "主管" }
"#;

#[test]
fn a_step_is_done_by_its_milestone_and_is_asked_of_the_matter_itself() {
    let rules = since_2020(RECTIFY);
    let mut problem = matter("m1", "problem", "c1", &[("raised", "09-01")]);
    problem.participants.clear();
    let facts = about_c1(vec![problem.clone()]);
    assert_eq!(ask(&rules, &facts, "09-01")[0].key.subject.to_string(), "matter:m1");
    assert_eq!(state(&rules, &facts, "09-05"), State::Overdue);
    problem.add_milestone("rectified", day("09-05").into(), None);
    let facts = about_c1(vec![problem.clone()]);
    assert_eq!(state(&rules, &facts, "09-04"), State::Open, "the day before it was rectified");
    assert_eq!(state(&rules, &facts, "09-05"), State::Done);
    problem.add_milestone("raised", day("09-10").into(), None);
    let facts = about_c1(vec![problem]);
    assert_eq!(
        states(&rules, &facts, "09-11"),
        ["2026-09-04 done", "2026-09-13 open"],
        "raised again, not yet rectified"
    );
}

#[test]
fn with_several_milestones_the_sentence_names_the_one_that_happened() {
    let rules = since_2020(&COMPLAINT.replace("\"handled\"", "[\"received\", \"handled\"]"));
    let facts = about_c1(vec![matter("m1", "complaint", "c1", &[("received", "09-01")])]);
    assert!(ask(&rules, &facts, "09-01")[0].because.starts_with("投诉 于 09-01 受理,"));
}

#[test]
fn a_client_who_takes_part_twice_is_asked_once_and_an_anonymous_matter_asks_nobody() {
    let rules = since_2020(COMPLAINT);
    let mut twice = matter("m1", "complaint", "c1", &[("handled", "09-01")]);
    twice.participants.push(crate::domain::Participant { client: "c1".into(), role: "complainant".to_owned() });
    assert_eq!(ask(&rules, &about_c1(vec![twice.clone()]), "09-01").len(), 1);
    twice.participants.clear();
    assert!(ask(&rules, &about_c1(vec![twice]), "09-01").is_empty());
}

#[test]
fn milestones_that_two_matters_number_alike_are_two_tasks() {
    let mut matters = vec![
        matter("m1", "complaint", "c1", &[("handled", "09-01")]),
        matter("m2", "complaint", "c1", &[("handled", "09-02")]),
    ];
    for matter in &mut matters {
        matter.milestones[0].id = "i1".into();
    }
    assert_eq!(ask(&since_2020(COMPLAINT), &about_c1(matters), "09-03").len(), 2);
}
