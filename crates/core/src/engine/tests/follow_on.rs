//! `follow_on`: what comes after a follow-up.

use super::support::*;
use crate::domain::{Facts, FieldValue, Outcome, Record, Settlement};
use crate::engine::{Emission, Enabled, Human, PackVersion, State, Task, advance};
use crate::policy::TaskAction;

const VISIT: &str = "[[rule]]\nid = \"visit\"\ntitle = \"投诉回访\"\nkind = \"after\"\nmatter = \"complaint\"\n\
                     milestone = \"handled\"\nwithin = \"3 days\"\nassign = \"客服\"\n";

fn rules(follow: &str) -> Enabled {
    let rule = "[[rule]]\nid = \"next\"\ntitle = \"再确认\"\nkind = \"follow_on\"\nassign = \"客服\"\n";
    since_2020(&format!("{VISIT}{rule}{follow}\n"))
}

fn confirm() -> Enabled {
    rules("rules = [\"visit\"]\nwithin = \"2 days\"")
}

fn handled() -> Facts {
    about_c1(vec![matter("m1", "complaint", "c1", &[("handled", "09-01")])])
}

/// The complaint was followed up on the day, as the program writes it down.
fn visited(facts: &Facts, on: &str) -> Record {
    let task = ask(&confirm(), facts, on).into_iter().find(|e| e.key.rule == "visit").expect("a visit");
    let mut record = reached(&task.id, on);
    record.matter = task.matter;
    record.settles[0].rule = Some("t-1/visit".to_owned());
    record
}

/// What follows on the visit.
fn following(facts: &Facts, today: &str) -> Emission {
    ask(&confirm(), facts, today).into_iter().find(|e| e.key.rule == "next").expect("a follow-on")
}

/// `opens due role` of what follows.
fn next(rules: &Enabled, facts: &Facts, today: &str) -> Vec<String> {
    let asked = ask(rules, facts, today).into_iter().filter(|e| e.key.rule == "next");
    asked.map(|e| format!("{} {} {}", e.opens, e.due, e.role)).collect()
}

#[test]
fn it_opens_with_the_follow_up_and_is_due_so_long_after_it() {
    let mut facts = handled();
    assert_eq!(next(&confirm(), &facts, "09-02"), Vec::<String>::new());
    facts.records.push(visited(&facts, "09-02"));
    assert_eq!(next(&confirm(), &facts, "09-02"), ["2026-09-02 2026-09-04 客服"]);
    let only_next = rules("rules = [\"visit\"]\nwithin = \"2 days\"\nunless = { not = { happened = \"handled\" } }");
    assert_eq!(next(&only_next, &facts, "09-02").len(), 1, "conditions are judged on the record's matter");
}

#[test]
fn a_day_before_the_last_the_last_and_the_day_after() {
    let mut facts = handled();
    facts.records.push(visited(&facts, "09-02"));
    for (today, wanted) in [("09-03", State::Open), ("09-04", State::Open), ("09-05", State::Overdue)] {
        let emission = following(&facts, today);
        let task = Task { emission, asked: true, withdrawn_because: None };
        assert_eq!(advance(task, Human::default(), day(today)).state, wanted, "{today}");
    }
}

#[test]
fn a_record_that_is_struck_out_takes_what_follows_with_it_and_a_corrected_one_moves_it() {
    let mut facts = handled();
    facts.records.push(visited(&facts, "09-02"));
    let before = following(&facts, "09-02").id;
    facts.records[0].voided = true;
    assert_eq!(next(&confirm(), &facts, "09-02"), Vec::<String>::new());
    facts.records[0].voided = false;
    facts.records[0].on = day("09-05");
    let moved = following(&facts, "09-05");
    assert_eq!((moved.id, moved.due.day), (before, day("09-07")), "the same task on another day");
}

#[test]
fn a_try_that_did_not_reach_anybody_is_no_follow_up() {
    let mut facts = handled();
    facts.records.push(Record { outcome: Outcome::NoAnswer, ..visited(&facts, "09-02") });
    assert_eq!(next(&confirm(), &facts, "09-02"), Vec::<String>::new());
    let after_a_try = rules("rules = [\"visit\"]\noutcome = \"no_answer\"\nwithin = \"1 day\"");
    assert_eq!(next(&after_a_try, &facts, "09-02"), ["2026-09-02 2026-09-03 客服"]);
}

#[test]
fn it_may_ask_for_satisfaction_or_for_an_answer() {
    let mut facts = handled();
    facts.records.push(visited(&facts, "09-02"));
    let unhappy = rules("rules = [\"visit\"]\nsatisfied = false\nwithin = \"1 day\"");
    assert_eq!(next(&unhappy, &facts, "09-02").len(), 0, "not asked is not dissatisfied");
    facts.records[0].satisfied = Some(false);
    assert_eq!(next(&unhappy, &facts, "09-02").len(), 1);
    facts.records[0].settles[0].satisfied = Some(true);
    assert_eq!(next(&unhappy, &facts, "09-02").len(), 0, "the task's own form comes before the record");
    let answered = rules("rules = [\"visit\"]\nanswer = { field = \"solved\", is = false }\nwithin = \"1 day\"");
    assert_eq!(next(&answered, &facts, "09-02").len(), 1);
    facts.records[0].settles[0].answers.insert("solved".to_owned(), FieldValue::Bool(true));
    assert_eq!(next(&answered, &facts, "09-02").len(), 0);
}

#[test]
fn it_may_be_counted_from_the_day_that_was_agreed_or_that_the_form_says() {
    let mut facts = handled();
    facts.records.push(visited(&facts, "09-02"));
    let agreed = rules("rules = [\"visit\"]\nfrom = \"again_on\"\nat = \"0 days\"\ngrace = \"1 day\"");
    assert_eq!(next(&agreed, &facts, "09-02").len(), 0, "nothing was agreed");
    facts.records[0].again_on = Some(day("09-20"));
    assert_eq!(next(&agreed, &facts, "09-02"), ["2026-09-20 2026-09-21 客服"]);
    let form = rules("rules = [\"visit\"]\nfrom = \"next_visit\"\nwithin = \"0 days\"");
    facts.records[0].settles[0].answers.insert("next_visit".to_owned(), "2026-10-09".into());
    assert_eq!(next(&form, &facts, "09-02"), ["2026-10-09 2026-10-09 客服"]);
    facts.records[0].settles[0].answers.insert("next_visit".to_owned(), "说不准".into());
    assert_eq!(next(&form, &facts, "09-02").len(), 0);
}

#[test]
fn who_made_the_follow_up_goes_on() {
    let rules = rules("rules = [\"visit\"]\nwithin = \"1 day\"\naction = \"step\"").versions.remove(0).pack;
    assert_eq!(rules.rules[1].action, TaskAction::Step);
    let doer = since_2020(&format!(
        "{VISIT}[[rule]]\nid = \"next\"\ntitle = \"填报告\"\nkind = \"follow_on\"\nwithin = \"1 day\"\naction = \"step\"\n\
         assign = {{ of = \"doer\", role = \"客服\" }}\n"
    ));
    let mut facts = handled();
    facts.records.push(Record { by: Some("林晓".into()), ..visited(&facts, "09-02") });
    assert_eq!(ask(&doer, &facts, "09-02")[0].held_by, Some("林晓".into()));
}

#[test]
fn without_named_rules_it_follows_on_all_but_not_on_what_follows() {
    let all = rules("within = \"2 days\"");
    let mut facts = handled();
    facts.records.push(visited(&facts, "09-02"));
    let task = ask(&all, &facts, "09-02").into_iter().find(|e| e.key.rule == "next").expect("a follow-on").id;
    let settles = vec![Settlement { rule: Some("t-1/next".to_owned()), ..Settlement::task(task) }];
    facts.records.push(Record { settles, ..called("c1", "09-03") });
    assert_eq!(next(&all, &facts, "09-03"), ["2026-09-02 2026-09-04 客服"]);
    let settles = vec![Settlement { rule: Some("t-2/visit".to_owned()), ..facts.records[0].settles[0].clone() }];
    facts.records.push(Record { settles, ..called("c1", "09-05") });
    assert_eq!(next(&all, &facts, "09-05").len(), 1, "another policy's follow-up is none of this one's");
}

#[test]
fn one_call_about_two_complaints_is_followed_twice_where_each_had_its_own_answers() {
    let mut facts = handled();
    facts.matters.push(matter("m2", "complaint", "c1", &[("handled", "09-01")]));
    let tasks: Vec<_> = ask(&confirm(), &facts, "09-01").into_iter().map(|e| e.id).collect();
    let rule = Some("t-1/visit".to_owned());
    let settled = |task: &crate::domain::TaskId, solved: bool| {
        let answers = [("solved".to_owned(), FieldValue::Bool(solved))].into();
        Settlement { rule: rule.clone(), answers, ..Settlement::task(task.clone()) }
    };
    let settles = vec![settled(&tasks[0], false), settled(&tasks[1], false)];
    facts.records.push(Record { settles, ..called("c1", "09-02") });
    let unsolved = rules("rules = [\"visit\"]\nanswer = { field = \"solved\", is = false }\nwithin = \"1 day\"");
    assert_eq!(next(&unsolved, &facts, "09-02").len(), 2);
    facts.records[0].settles[1] = settled(&tasks[1], true);
    assert_eq!(next(&unsolved, &facts, "09-02").len(), 1);
}

#[test]
fn it_is_judged_by_the_version_in_force_on_the_day_of_the_follow_up() {
    let mut versions = confirm();
    let later = rules("rules = [\"visit\"]\nwithin = \"5 days\"").versions.remove(0).pack;
    versions.versions.push(PackVersion { from: day("09-10"), pack: later, variants: Vec::new() });
    let mut facts = handled();
    facts.records.push(visited(&facts, "09-09"));
    assert_eq!(next(&versions, &facts, "09-09"), ["2026-09-09 2026-09-11 客服"]);
    facts.records[0].on = day("09-10");
    assert_eq!(next(&versions, &facts, "09-10"), ["2026-09-10 2026-09-15 客服"]);
}

#[test]
fn what_was_done_before_the_pack_is_not_made_up_for() {
    let mut facts = handled();
    facts.records.push(visited(&facts, "09-02"));
    let since = |day_of: &str| Enabled { effective_from: day(day_of), ..confirm() };
    assert_eq!((next(&since("09-04"), &facts, "09-05").len(), next(&since("09-05"), &facts, "09-05").len()), (1, 0));
}

#[test]
fn a_matter_of_somebody_else_that_the_record_names_is_not_read() {
    let mut facts = handled();
    let mut record = visited(&facts, "09-02");
    facts.matters.push(matter("m9", "complaint", "c9", &[("handled", "09-01")]));
    record.matter = Some("m9".into());
    facts.records.push(record);
    assert_eq!(following(&facts, "09-02").matter, None);
}
