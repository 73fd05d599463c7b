//! What people did: only they end a task, the last act counts, and nothing they did is lost.

use super::support::*;
use crate::domain::{Act, Client, Facts, Outcome, Staff, TaskId};
use crate::engine::{
    Enabled, Human, Scope, State, Task, World, advance, assignee, derive, human_acts, resolve_settlements,
};

const RULE: &str = r#"
[[rule]]
id = "complaint"
title = "投诉回访"
kind = "after"
matter = "complaint"
milestone = "handled"
within = "3 days"
lapse = "5 days"
assign = { of = "client_owner", role = "客服" }
"#;

fn rules() -> Enabled {
    since_2020(RULE)
}

fn facts() -> Facts {
    about_c1(vec![matter("m1", "complaint", "c1", &[("handled", "09-01")])])
}

fn task() -> TaskId {
    ask(&rules(), &facts(), "09-01")[0].id.clone()
}

#[test]
fn reaching_the_client_ends_it_a_try_does_not() {
    let mut facts = facts();
    facts.records.push(reached(&task(), "09-02"));
    assert_eq!(state(&rules(), &facts, "09-02"), State::Done);
    facts.records[0].outcome = Outcome::CallBack;
    facts.records[0].again_on = Some(day("09-03"));
    assert_eq!(state(&rules(), &facts, "09-02"), State::Open);
    let human = human_acts(&facts).of(&task());
    assert_eq!((human.tries, human.again_on, human.end), (1, Some(day("09-03")), None));
}

#[test]
fn a_record_struck_out_reopens_what_it_settled() {
    let mut facts = facts();
    facts.records.push(reached(&task(), "09-02"));
    facts.records[0].voided = true;
    assert_eq!(state(&rules(), &facts, "09-02"), State::Open);
}

#[test]
fn done_then_reopened_then_done_again_is_done() {
    let mut facts = facts();
    let reopen = decided("d1", "09-03", Act::Reopen { task: task() });
    facts.records.push(reached(&task(), "09-02"));
    facts.decisions.push(reopen);
    assert_eq!(state(&rules(), &facts, "09-03"), State::Open);
    facts.records.push(reached(&task(), "09-04"));
    assert_eq!(state(&rules(), &facts, "09-04"), State::Done);
}

#[test]
fn a_reopening_of_the_same_day_comes_after_the_record_where_nobody_wrote_down_the_hour() {
    let mut facts = facts();
    facts.records.push(reached(&task(), "09-02"));
    facts.decisions.push(decided("d1", "09-02", Act::Reopen { task: task() }));
    assert_eq!(state(&rules(), &facts, "09-02"), State::Open);
    facts.records[0].at_ms = 2;
    facts.decisions[0].at_ms = 1;
    assert_eq!(state(&rules(), &facts, "09-02"), State::Done, "with hours, the later act counts");
}

#[test]
fn waived_and_lost_are_a_persons_words_and_stay_when_the_task_is_withdrawn() {
    for (act, wanted) in [(Act::Waive { task: task() }, State::Waived), (Act::GiveUp { task: task() }, State::Lost)] {
        let mut facts = facts();
        facts.decisions.push(decided("d1", "09-02", act));
        assert_eq!(state(&rules(), &facts, "2027-01-01"), wanted);
        let emission = ask(&rules(), &facts, "09-02").remove(0);
        let human = human_acts(&facts).of(&emission.id);
        let gone = Task { emission, asked: false, withdrawn_because: Some("事项已不在".to_owned()) };
        assert_eq!(advance(gone, human, day("09-03")).state, wanted);
    }
}

#[test]
fn another_day_keeps_the_task_alive_beyond_its_lapse_and_counts_from_there() {
    let mut facts = facts();
    assert_eq!(state(&rules(), &facts, "09-09"), State::Overdue);
    assert_eq!(state(&rules(), &facts, "09-10"), State::Missed);
    facts.decisions.push(decided("d1", "09-04", Act::Reschedule { task: task(), due: day("09-20") }));
    assert_eq!(state(&rules(), &facts, "09-20"), State::Open);
    assert_eq!(state(&rules(), &facts, "09-21"), State::Missed);
    facts.decisions.push(decided("d2", "09-05", Act::Reschedule { task: task(), due: day("08-30") }));
    assert_eq!(state(&rules(), &facts, "08-30"), State::Open, "brought forward, it is open on its day");
}

#[test]
fn a_day_at_the_end_of_time_breaks_nothing() {
    let mut facts = facts();
    facts.decisions.push(decided("d1", "09-04", Act::Reschedule { task: task(), due: chrono::NaiveDate::MAX }));
    assert_eq!(state(&rules(), &facts, "2027-01-01"), State::Open);
}

fn staff(id: &str, role: &str, areas: &[&str]) -> Staff {
    Staff {
        id: id.into(),
        name: format!("员工{id}"),
        role: role.to_owned(),
        department: None,
        phone: None,
        areas: areas.iter().map(|a| (*a).to_owned()).collect(),
        active: true,
    }
}

fn who(rules: &Enabled, facts: &Facts, human: Human) -> Option<String> {
    let emission = ask(rules, facts, "09-02").remove(0);
    let task = Task { emission, asked: true, withdrawn_because: None };
    assignee(&task, &human, facts.clients.first(), &facts.staff).map(|s| s.id.to_string())
}

#[test]
fn the_person_is_whom_a_decision_names_else_whom_the_facts_name_else_the_only_one_of_the_post() {
    let mut facts = facts();
    facts.staff = vec![staff("s1", "客服", &[]), staff("s2", "经理", &[])];
    assert_eq!(who(&rules(), &facts, Human::default()).as_deref(), Some("s1"));
    facts.clients[0].assignee = Some("员工s2".into());
    assert_eq!(who(&rules(), &facts, Human::default()).as_deref(), Some("s2"));
    let human = Human { assignee: Some("s1".into()), ..Human::default() };
    assert_eq!(who(&rules(), &facts, human).as_deref(), Some("s1"));
    facts.staff[1].active = false;
    assert_eq!(
        who(&rules(), &facts, Human::default()).as_deref(),
        Some("s1"),
        "who has left does not keep his clients"
    );
    facts.staff.push(staff("s3", "客服", &[]));
    assert_eq!(who(&rules(), &facts, Human::default()), None, "of two somebody must choose");
}

#[test]
fn an_area_decides_by_the_place_of_the_client() {
    let rules = since_2020(&RULE.replace("of = \"client_owner\"", "of = \"area\""));
    let mut facts = facts();
    facts.staff = vec![staff("s1", "客服", &["A1"]), staff("s2", "客服", &["A12", "3栋"])];
    for (place, wanted) in [("3栋2单元", Some("s2")), ("A12-301", Some("s2")), ("A1-301", Some("s1")), ("5栋", None)]
    {
        facts.clients[0].place = Some(place.to_owned());
        assert_eq!(who(&rules, &facts, Human::default()).as_deref(), wanted, "{place}");
    }
}

#[test]
fn a_record_that_names_a_rule_settles_its_task_that_is_open_on_that_day() {
    let rules = rules();
    let mut facts = facts();
    facts.matters.push(matter("m2", "complaint", "c1", &[("handled", "09-10")]));
    facts.clients.push(Client::new("c2", "乙"));
    let by_rule = |client: &str, on: &str| {
        let settles = serde_json::from_str("[\"complaint\"]").expect("a settlement by rule");
        crate::domain::Record { settles, ..called(client, on) }
    };
    facts.records = vec![by_rule("c1", "09-11"), by_rule("c1", "09-02"), by_rule("c2", "09-02")];
    resolve_settlements(&mut facts, std::slice::from_ref(&rules), &crate::calendar::WorkingCalendar::shipped());
    assert_eq!(states(&rules, &facts, "09-11"), ["2026-09-04 done", "2026-09-13 done"]);
    assert!(matches!(facts.records[2].settles[0].task, crate::domain::Settles::Rule { .. }), "it fits none");
}

#[test]
fn resolving_by_rule_asks_the_same_as_the_whole_office_does() {
    let rules = [rules()];
    let mut facts = facts();
    let settles = serde_json::from_str("[\"t-1.complaint\"]").expect("a settlement by rule");
    facts.records = vec![crate::domain::Record { settles, ..called("c1", "09-02") }];
    let calendar = crate::calendar::WorkingCalendar::shipped();
    resolve_settlements(&mut facts, &rules, &calendar);
    let world = World::new(&facts, &calendar, day("09-02"));
    let whole = derive(&world, &rules, Scope::All).emissions;
    assert_eq!(facts.records[0].settles[0].task, crate::domain::Settles::Task(whole[0].id.clone()));
}
