//! "Why is he not on the list?"

use super::support::*;
use crate::calendar::WorkingCalendar;
use crate::domain::{Act, Client, Facts, FieldValue};
use crate::engine::{Enabled, World, why_not};

const RULE: &str = r#"
[[rule]]
id = "complaint"
title = "投诉回访"
kind = "after"
matter = "complaint"
milestone = "handled"
within = "3 days"
unless = "reply_only"
until = ["closed"]
assign = "客服"
"#;

fn answer_of(enabled: &Enabled, facts: &Facts, today: &str) -> Option<String> {
    let calendar = WorkingCalendar::shipped();
    let world = World::new(facts, &calendar, day(today));
    let answers = why_not(&world, std::slice::from_ref(enabled), &"c1".into());
    let [only] = &answers[..] else { panic!("one rule") };
    assert_eq!(only.emissions.is_empty(), only.why.is_some(), "emissions or a reason");
    only.why.as_ref().map(|why| why.chinese(day(today)))
}

fn answer(facts: &Facts) -> Option<String> {
    answer_of(&since_2020(RULE), facts, "2026-09-02")
}

fn handled(on: &str) -> Facts {
    about_c1(vec![matter("m1", "complaint", "c1", &[("handled", on)])])
}

#[test]
fn who_is_on_the_list_has_no_reason() {
    assert_eq!(answer(&handled("09-01")), None);
}

#[test]
fn the_first_condition_that_failed_answers() {
    assert_eq!(answer(&about_c1(Vec::new())).as_deref(), Some("没有投诉"));
    let received = about_c1(vec![matter("m1", "complaint", "c1", &[("received", "09-01")])]);
    assert_eq!(answer(&received).as_deref(), Some("投诉还没有「处理完毕」"));
    let mut reply_only = handled("09-01");
    reply_only.matters[0].fields.insert("reply_only".to_owned(), FieldValue::Bool(true));
    assert_eq!(answer(&reply_only).as_deref(), Some("只需复函的除外"));
    let mut closed = handled("09-01");
    closed.matters[0].add_milestone("closed", day("09-02").into(), None);
    assert_eq!(answer(&closed).as_deref(), Some("已于 09-02 办结,不再回访"));
    assert_eq!(answer(&handled("2019-12-01")).as_deref(), Some("2019-12-04 到期,早于本制度启用日 2020-01-01"));
    assert_eq!(answer(&handled("2027-01-01")).as_deref(), Some("2027-01-01 才开始,在 90 天之后"));
    let mut halted = handled("09-01");
    halted.decisions.push(decided("d1", "08-20", Act::DoNotContact { client: "c1".into() }));
    halted.decisions[0].reason = "本人要求".to_owned();
    assert_eq!(answer(&halted).as_deref(), Some("自 08-20 起停访(本人要求)"));
    assert_eq!(answer(&Facts::default()).as_deref(), Some("名册里没有这一位"));
}

#[test]
fn of_several_matters_the_latest_answers() {
    let mut facts = handled("2027-01-01");
    facts.matters.insert(0, matter("m2", "complaint", "c1", &[("handled", "2019-01-01")]));
    facts.matters.push(matter("m3", "complaint", "c1", &[("handled", "2019-02-01")]));
    assert_eq!(answer(&facts).as_deref(), Some("2027-01-01 才开始,在 90 天之后"));
}

#[test]
fn another_role_is_named() {
    let rules = since_2020(&format!("{RULE}participant = \"complainant\"\n"));
    assert_eq!(answer_of(&rules, &handled("09-01"), "2026-09-02").as_deref(), Some("在投诉里不是投诉人"));
}

#[test]
fn a_pack_that_begins_later_says_when() {
    let quota = "[[rule]]\nid = \"q\"\ntitle = \"q\"\nkind = \"quota\"\nneed = 1\nper = \"month\"\npopulation = \"all\"\nassign = \"客服\"\n";
    let enabled = Enabled::new(pack(quota), day("2027-06-01"));
    assert_eq!(
        answer_of(&enabled, &handled("09-01"), "2026-09-02").as_deref(),
        Some("这条自 2027-06-01 起执行,此前的不在内")
    );
}

#[test]
fn a_rule_that_fails_for_the_client_says_so() {
    let said = failing_for("c1", || answer(&handled("09-01")));
    assert_eq!(said.as_deref(), Some("计算这条时出错,已记下,其余不受影响"));
}

#[test]
fn of_days_to_come_the_next_one_answers() {
    let rule = "[[rule]]\nid = \"g\"\ntitle = \"g\"\nkind = \"on_date\"\non = [\"08-01\", \"02-01\"]\npopulation = \"all\"\nassign = \"客服\"\n";
    let enabled = Enabled::new(pack(rule), day("2026-01-01"));
    let client = Client { since: Some(day("08-15")), ..Client::new("c1", "甲") };
    let facts = Facts { clients: vec![client], ..Facts::default() };
    assert_eq!(answer_of(&enabled, &facts, "2026-09-02").as_deref(), Some("2027-02-01 才开始,在 90 天之后"));
}

#[test]
fn who_became_a_client_after_a_festival_is_told_so() {
    let rule = "[[rule]]\nid = \"g\"\ntitle = \"g\"\nkind = \"on_date\"\non = [\"08-01\"]\nlead = \"1 year\"\npopulation = \"all\"\nassign = \"客服\"\n";
    let enabled = Enabled::new(pack(rule), day("2026-01-01"));
    let client = Client { since: Some(day("2027-08-15")), ..Client::new("c1", "甲") };
    let facts = Facts { clients: vec![client], ..Facts::default() };
    assert_eq!(answer_of(&enabled, &facts, "2026-09-02").as_deref(), Some("08-15 起才是客户"));
}
