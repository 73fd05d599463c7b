//! What keeps a task from being asked for, or hands it to somebody else: conditions, exceptions, pauses, the pack's first day.

use super::support::*;
use crate::domain::{Act, ClassSpan, Facts, FieldValue, StaffRef};
use crate::engine::{Enabled, Task, derive};
use std::collections::BTreeMap;

const RULE: &str = r#"
[[rule]]
id = "complaint"
title = "投诉回访"
kind = "after"
matter = "complaint"
milestone = "handled"
within = "3 days"
assign = { of = "handler", role = "客服" }
"#;

fn handled(on: &str) -> Facts {
    about_c1(vec![matter("m1", "complaint", "c1", &[("handled", on)])])
}

#[test]
fn conditions_of_the_rule_are_judged_on_the_matter_and_its_client() {
    let rules = since_2020(&format!("{RULE}where = {{ severity = [\"major\"] }}\nunless = \"reply_only\"\n"));
    let mut facts = handled("09-01");
    assert_eq!(ask(&rules, &facts, "09-02").len(), 0);
    facts.matters[0].severity = Some("major".to_owned());
    assert_eq!(ask(&rules, &facts, "09-02").len(), 1);
    facts.clients[0].fields.insert("reply_only".to_owned(), FieldValue::Bool(true));
    assert_eq!(ask(&rules, &facts, "09-02").len(), 0);
    facts.matters[0].fields.insert("reply_only".to_owned(), FieldValue::Bool(false));
    assert_eq!(ask(&rules, &facts, "09-02").len(), 1, "the matter's own field goes before the client's");
}

#[test]
fn an_exception_suppresses_or_hands_over_with_the_same_days() {
    let excepts = r#"
[[except]]
id = "dispute"
title = "医疗纠纷由医务科统一安排"
when = "dispute"
hand_to = "医务科"

[[except]]
id = "staff"
title = "本单位职工不访"
when = { class = "职工" }
suppress = true
"#;
    let rules = since_2020(&format!("{RULE}{excepts}"));
    let mut facts = handled("09-01");
    facts.matters[0].handler = Some("s1".into());
    let before = ask(&rules, &facts, "09-02");
    assert_eq!((before[0].role.as_str(), &before[0].held_by), ("客服", &Some(StaffRef::from("s1"))));
    facts.matters[0].fields.insert("dispute".to_owned(), FieldValue::Bool(true));
    let after = ask(&rules, &facts, "09-02");
    assert_eq!((after[0].role.as_str(), &after[0].held_by), ("医务科", &None));
    assert_eq!((&after[0].id, after[0].due), (&before[0].id, before[0].due));
    let span = |to: &str| ClassSpan { class: "职工".to_owned(), from: None, to: Some(day(to)) };
    facts.clients[0].classes = vec![span("08-31")];
    assert_eq!(ask(&rules, &facts, "09-02").len(), 1, "no longer a colleague on the anchor day");
    facts.clients[0].classes = vec![span("09-01")];
    assert_eq!(ask(&rules, &facts, "09-02").len(), 0);
}

#[test]
fn in_a_pause_nothing_falls_due_and_taking_it_back_asks_for_the_same_task() {
    let rules = since_2020(RULE);
    let mut facts = handled("09-01");
    let id = ask(&rules, &facts, "09-02")[0].id.clone();
    for (from, until, asked) in
        [("09-04", Some("09-04"), 0), ("09-05", Some("09-30"), 1), ("09-01", Some("09-03"), 1), ("09-01", None, 0)]
    {
        let pause = Act::Pause { client: "c1".into(), until: until.map(day) };
        facts.decisions = vec![decided("d1", from, pause)];
        assert_eq!(ask(&rules, &facts, "09-02").len(), asked, "{from} to {until:?}");
    }
    facts.decisions[0].voided = true;
    assert_eq!(ask(&rules, &facts, "09-02")[0].id, id);
}

#[test]
fn who_is_not_to_be_contacted_keeps_what_fell_due_before() {
    let rules = since_2020(RULE);
    let mut facts = handled("09-01");
    facts.matters.push(matter("m2", "complaint", "c1", &[("handled", "09-10")]));
    facts.decisions = vec![decided("d1", "09-05", Act::DoNotContact { client: "c1".into() })];
    assert_eq!(states(&rules, &facts, "09-11"), ["2026-09-04 paused"]);
}

#[test]
fn a_step_of_the_matter_goes_on_while_the_client_is_not_contacted() {
    let rules = since_2020(&RULE.replace("assign =", "action = \"step\"\nassign ="));
    let mut facts = handled("09-01");
    facts.decisions = vec![decided("d1", "09-01", Act::DoNotContact { client: "c1".into() })];
    assert_eq!(ask(&rules, &facts, "09-02").len(), 1);
}

#[test]
fn the_packs_first_day_is_compared_with_due_days() {
    let from = |on: &str| Enabled::new(pack(RULE), day(on));
    assert_eq!(ask(&from("09-04"), &handled("09-01"), "09-10").len(), 1);
    assert_eq!(ask(&from("09-05"), &handled("09-01"), "09-10").len(), 0);
}

#[test]
fn a_repetition_keeps_its_phase_and_its_numbers_whenever_the_pack_is_enabled() {
    let rule = RULE
        .replace("\"after\"", "\"series\"")
        .replace("within = \"3 days\"", "steps = [\"1 month\"]\nrepeat = { every = \"1 month\" }");
    let seen = |from: &str| {
        let asked = ask(&Enabled::new(pack(&rule), day(from)), &handled("2025-08-31"), "09-10").into_iter();
        asked.filter(|e| e.due.day >= day("08-15")).map(|e| (e.id, e.due.day)).collect::<Vec<_>>()
    };
    assert_eq!(seen("08-15"), seen("2020-01-01"));
    assert_eq!(seen("08-15")[0].1, day("08-31"));
}

#[test]
fn one_odd_client_never_blanks_the_list() {
    let rules = [since_2020(RULE)];
    let mut facts = handled("09-01");
    facts.clients.push(crate::domain::Client::new("c2", "乙"));
    facts.matters.push(matter("m2", "complaint", "c2", &[("handled", "09-01")]));
    let calendar = crate::calendar::WorkingCalendar::shipped();
    let world = crate::engine::World::new(&facts, &calendar, day("09-02"));
    let derived = failing_for("c1", || derive(&world, &rules, crate::engine::Scope::All));
    assert_eq!(derived.emissions.len(), 1);
    assert_eq!(derived.emissions[0].client, Some("c2".into()));
    let failure = &derived.failures[0];
    assert_eq!(
        (failure.rule.as_str(), failure.subject.as_str(), failure.message.as_str()),
        ("complaint", "c1", "an odd client")
    );
    let kept = derive(&world, &rules, crate::engine::Scope::All).emissions.into_iter();
    let failed = |emission| derived.failed_for(&Task { emission, asked: true, withdrawn_because: None });
    let failed: BTreeMap<_, _> = kept.map(|e| (e.client.clone(), failed(e))).collect();
    let wanted = [(Some("c1".into()), true), (Some("c2".into()), false)];
    assert_eq!(failed, BTreeMap::from(wanted), "what failed is not taken for what is not asked for");
}

#[test]
fn days_at_the_end_of_time_ask_for_nothing_and_break_nothing() {
    let every_kind = r#"
[[rule]]
id = "series"
title = "s"
kind = "series"
matter = "complaint"
milestone = "handled"
steps = ["1 working_day", { at = "1 year" }]
repeat = { every = "1 day" }
assign = "客服"
[[rule]]
id = "phases"
title = "p"
kind = "series"
matter = "complaint"
milestone = "handled"
phases = [{ upto = "1 year", every = "1 month" }, { every = "1 year" }]
assign = "客服"
[[rule]]
id = "before"
title = "b"
kind = "before"
matter = "complaint"
milestone = "handled"
lead = "1 month"
assign = "客服"
[[rule]]
id = "quota"
title = "q"
kind = "quota"
need = 1
per = "month"
population = { matter = "complaint" }
assign = "客服"
"#;
    let rules = since_2020(&format!("{RULE}{every_kind}"));
    let sound = ask(&rules, &handled("09-01"), "09-10").len();
    for odd in [chrono::NaiveDate::MIN, chrono::NaiveDate::MAX] {
        let mut facts = handled("09-01");
        facts.clients.push(crate::domain::Client {
            since: Some(odd),
            born: Some(odd),
            ..crate::domain::Client::new("c2", "乙")
        });
        let mut strange = matter("m2", "complaint", "c2", &[("handled", "09-01")]);
        strange.milestones[0].on = odd.into();
        strange.milestones[0].known = Some(odd);
        facts.matters.push(strange);
        let of_c1 = ask(&rules, &facts, "09-10").into_iter().filter(|e| e.client == Some("c1".into())).count();
        assert_eq!(of_c1, sound);
    }
}
