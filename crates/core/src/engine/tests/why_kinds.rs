//! "Why is he not on the list?" and "why did it go?", for each kind of rule.

use super::support::*;
use crate::calendar::WorkingCalendar;
use crate::domain::{Client, Draw, Facts, FieldValue, Matter, Outcome, Record, Replaced, Settlement};
use crate::engine::{Emission, Enabled, World, draw_frame, why_not, why_withdrawn};

fn rule(keys: &str) -> Enabled {
    since_2020(&format!("[[rule]]\nid = \"r\"\ntitle = \"回访\"\nassign = \"客服\"\n{keys}\n"))
}

/// The answer for `c1` and the rule `r`; `None`: he is on the list.
fn answer(enabled: &Enabled, facts: &Facts, today: &str) -> Option<String> {
    let calendar = WorkingCalendar::shipped();
    let world = World::new(facts, &calendar, day(today));
    let answers = why_not(&world, std::slice::from_ref(enabled), &"c1".into());
    let of_rule = answers.into_iter().find(|a| a.rule == "r").expect("the rule");
    of_rule.why.map(|why| why.chinese(day(today)))
}

fn gone(enabled: &Enabled, facts: &Facts, today: &str, was: &Emission) -> Option<String> {
    let calendar = WorkingCalendar::shipped();
    let world = World::new(facts, &calendar, day(today));
    why_withdrawn(&world, std::slice::from_ref(enabled), was).map(|why| why.chinese(day(today)))
}

fn draw(enabled: &Enabled, facts: &Facts, on: &str) -> Draw {
    let calendar = WorkingCalendar::shipped();
    let world = World::new(facts, &calendar, day(on));
    draw_frame(&world, enabled, "r", day(on)).expect("a sampling rule").draw("1", day(on), None, 0)
}

#[test]
fn who_was_not_drawn_is_told_so() {
    let rules = rule("kind = \"sample\"\npopulation = \"all\"\ntake = 1\nper = \"month\"");
    let mut facts = Facts { clients: vec![client("c1"), client("c2")], ..Facts::default() };
    assert_eq!(answer(&rules, &facts, "09-10").as_deref(), Some("2026年9月还没有抽样"));
    facts.draws.push(draw(&rules, &facts, "09-10"));
    let first = facts.draws[0].ranking[0].client.clone().expect("a client");
    // Whoever was drawn, `c1` shall be the other one.
    facts.clients.iter_mut().for_each(|c| c.id = if c.id == first { "x".into() } else { "c1".into() });
    let rename = |id: &crate::domain::ClientId| Some(if *id == first { "x".into() } else { "c1".into() });
    facts.draws[0].ranking.iter_mut().for_each(|unit| unit.client = unit.client.as_ref().and_then(rename));
    assert_eq!(answer(&rules, &facts, "09-10").as_deref(), Some("2026年9月没有抽中"));
    facts.draws[0].ranking.reverse();
    assert_eq!(answer(&rules, &facts, "09-10"), None);
    let was = ask(&rules, &facts, "09-10").into_iter().find(|e| e.client.is_some()).expect("the drawn one");
    let unit = facts.draws[0].ranking[0].clone();
    facts.draws[0].replaced.push(Replaced { unit, reason: "搬走".to_owned(), on: day("09-11"), by: None });
    assert_eq!(answer(&rules, &facts, "09-11").as_deref(), Some("2026年9月抽中后由下一名替补(搬走)"));
    assert_eq!(
        gone(&rules, &facts, "10-11", &was).as_deref(),
        Some("2026年9月抽中后由下一名替补(搬走)"),
        "months later too"
    );
    facts.draws[0].voided = true;
    assert_eq!(gone(&rules, &facts, "09-11", &was).as_deref(), Some("2026年9月的抽样已作废,还没有重抽"));
}

#[test]
fn a_draw_that_is_switched_off_says_so() {
    let rules = rule("kind = \"sample\"\npopulation = \"all\"\ntake = 1\nper = \"month\"\nenabled = false");
    let facts = Facts { clients: vec![client("c1")], ..Facts::default() };
    assert_eq!(answer(&rules, &facts, "09-10").as_deref(), Some("本单位未启用这一条"));
}

#[test]
fn a_silence_that_was_broken_says_by_what() {
    let rules = rule("kind = \"silence\"\nmatter = \"purchase\"\nmilestone = \"ordered\"\nover = \"1 week\"");
    let mut facts = about_c1(Vec::new());
    assert_eq!(answer(&rules, &facts, "09-10").as_deref(), Some("没有购买"));
    facts.matters.push(matter("m1", "purchase", "c1", &[("ordered", "09-01")]));
    let was = only(&rules, &facts, "09-09");
    facts.matters.push(matter("m2", "purchase", "c1", &[("ordered", "09-05")]));
    assert_eq!(gone(&rules, &facts, "09-09", &was).as_deref(), Some("09-05 又有了购买"));
    facts.matters[1].milestones[0].on = day("12-20").into();
    facts.matters.remove(0);
    assert_eq!(answer(&rules, &facts, "09-10").as_deref(), Some("12-28 才开始,在 90 天之后"));
}

fn follow_on(keys: &str) -> Enabled {
    let visit = "[[rule]]\nid = \"visit\"\ntitle = \"投诉回访\"\nkind = \"after\"\nmatter = \"complaint\"\nmilestone = \"handled\"\n\
                 within = \"3 days\"\nassign = \"客服\"";
    rule(&format!("kind = \"follow_on\"\nrules = [\"visit\"]\nwithin = \"1 day\"\n{keys}\n{visit}"))
}

fn visited() -> Facts {
    let mut facts = about_c1(vec![matter("m1", "complaint", "c1", &[("handled", "09-01")])]);
    let visit = ask(&follow_on(""), &facts, "09-01").remove(0);
    let settles = vec![Settlement { rule: Some("t-1/visit".to_owned()), ..Settlement::task(visit.id) }];
    facts.records.push(Record { settles, ..called("c1", "09-02") });
    facts
}

#[test]
fn what_follows_says_that_there_is_no_follow_up_or_that_it_said_otherwise() {
    let none = about_c1(Vec::new());
    assert_eq!(answer(&follow_on(""), &none, "09-10").as_deref(), Some("还没有做过「投诉回访」"));
    let facts = visited();
    assert_eq!(answer(&follow_on(""), &facts, "09-10"), None);
    let unhappy = follow_on("satisfied = false");
    assert_eq!(answer(&unhappy, &facts, "09-10").as_deref(), Some("这条只对答不满意的回访"));
    let answered = follow_on("satisfied = true\nanswer = \"要反馈\"");
    assert_eq!(answer(&answered, &facts, "09-10").as_deref(), Some("这条只对答满意且答要反馈的回访"));
    let agreed = follow_on("from = \"again_on\"");
    assert_eq!(answer(&agreed, &facts, "09-10").as_deref(), Some("没有说好哪一天"));
    let mut unreached = visited();
    unreached.records[0].outcome = Outcome::NoAnswer;
    assert_eq!(answer(&follow_on(""), &unreached, "09-10").as_deref(), Some("还没有做过「投诉回访」"));
}

#[test]
fn what_followed_on_a_record_that_was_struck_out_says_so() {
    let mut facts = visited();
    let was = ask(&follow_on(""), &facts, "09-02").into_iter().find(|e| e.key.rule == "r").expect("what follows");
    facts.records[0].voided = true;
    assert_eq!(gone(&follow_on(""), &facts, "09-03", &was).as_deref(), Some("所接的那次回访已作废或改动"));
}

#[test]
fn a_plan_that_is_not_approved_says_so() {
    let rules = rule("kind = \"planned\"\napproved = \"approved\"");
    let mut facts = about_c1(Vec::new());
    assert_eq!(answer(&rules, &facts, "09-10").as_deref(), Some("没有计划"));
    facts.matters.push(matter("p1", "plan_item", "c1", &[("planned", "09-20")]));
    assert_eq!(answer(&rules, &facts, "09-10").as_deref(), Some("计划还没有「批准」"));
    facts.matters[0].add_milestone("approved", day("09-10").into(), None);
    assert_eq!(answer(&rules, &facts, "09-10"), None);
}

#[test]
fn data_that_are_in_order_or_of_no_known_day_say_so() {
    let rules = rule("kind = \"quality\"\nchecks = [\"born\"]\nwithin = \"1 day\"");
    let with = |since: Option<&str>, born: Option<&str>| {
        let client = Client { since: since.map(day), born: born.map(day), ..client("c1") };
        answer(&rules, &Facts { clients: vec![client], ..Facts::default() }, "09-10")
    };
    assert_eq!(with(Some("09-01"), None), None);
    assert_eq!(with(Some("09-01"), Some("1980-01-01")).as_deref(), Some("资料没有可疑"));
    assert_eq!(with(None, None).as_deref(), Some("没有登记从哪天起是客户"));
}

#[test]
fn an_audience_says_who_is_not_in_it() {
    let rules = rule(
        "kind = \"after\"\nmatter = \"site_node\"\nmilestone = \"opened\"\naudience = { class = \"A1\" }\nwithin = \"1 week\"",
    );
    let mut node = Matter::new("n1", "site_node");
    node.add_milestone("opened", day("09-01").into(), None);
    let mut facts = Facts { clients: vec![client("c1")], ..Facts::default() };
    assert_eq!(answer(&rules, &facts, "09-10").as_deref(), Some("没有楼盘节点"));
    facts.matters.push(node);
    assert_eq!(answer(&rules, &facts, "09-10").as_deref(), Some("不在A1类"));
    facts.clients[0].since = Some(day("09-02"));
    assert_eq!(answer(&rules, &facts, "09-10").as_deref(), Some("09-02 起才是客户"));
}

#[test]
fn what_waits_is_merged_or_excepted_says_so() {
    let keys = "kind = \"after\"\nmatter = \"complaint\"\nmilestone = \"handled\"\nwithin = \"3 days\"";
    let mut facts = about_c1(vec![matter("m1", "complaint", "c1", &[("handled", "09-05")])]);
    facts.matters.push(matter("p1", "problem", "c1", &[("raised", "09-01")]));
    let waits = rule(&format!("{keys}\nwaits_for = {{ matter = \"problem\", milestone = \"closed\" }}"));
    assert_eq!(answer(&waits, &facts, "09-10").as_deref(), Some("要等问题做完再访"));
    let merged = rule(&format!(
        "{keys}\nwhere = \"急\"\n[[merge]]\nid = \"m\"\ntitle = \"一件\"\nmatter = \"complaint\"\nsame = [\"重复号\"]"
    ));
    facts.matters.push(matter("m2", "complaint", "c1", &[("handled", "09-06")]));
    for matter in facts.matters.iter_mut().filter(|m| m.kind == "complaint") {
        matter.no = Some(format!("TS-{}", matter.id));
        matter.fields.insert("重复号".to_owned(), "8".into());
    }
    assert_eq!(answer(&merged, &facts, "09-10").as_deref(), Some("与投诉 TS-m1算同一件,只访一次"));
    let forbid =
        rule(&format!("{keys}\n[[except]]\nid = \"e\"\ntitle = \"涉诉的不联系\"\nwhen = \"涉诉\"\nforbid = true"));
    facts.clients[0].fields.insert("涉诉".to_owned(), FieldValue::Bool(true));
    assert_eq!(answer(&forbid, &facts, "09-10").as_deref(), Some("例外:涉诉的不联系"));
}
