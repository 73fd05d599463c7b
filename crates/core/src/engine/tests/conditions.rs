//! Conditions over records, other matters and computed classes; matters that count as one; parameters for some clients.

use super::support::*;
use crate::domain::{ClassSpan, Facts, FieldValue, Outcome, Purpose, Record};
use crate::engine::{Enabled, Variant, Whom};
use std::sync::Arc;

fn rules(keys: &str) -> Enabled {
    let rule = "[[rule]]\nid = \"r\"\ntitle = \"回访\"\nkind = \"after\"\nmatter = \"complaint\"\nmilestone = \"handled\"\n\
                within = \"3 days\"\nassign = \"客服\"\n";
    since_2020(&format!("{rule}{keys}\n"))
}

fn handled() -> Facts {
    about_c1(vec![matter("m1", "complaint", "c1", &[("handled", "09-10")])])
}

fn is_asked(keys: &str, facts: &Facts) -> bool {
    ask(&rules(keys), facts, "09-10").iter().any(|e| e.matter.as_ref().is_some_and(|m| m.as_str() == "m1"))
}

fn no_answer(on: &str) -> Record {
    Record { outcome: Outcome::NoAnswer, ..called("c1", on) }
}

#[test]
fn records_are_counted_up_to_the_anchor_day() {
    let wanted = "where = { records = \"unreached\", at_least = 2 }";
    let mut facts = handled();
    facts.records = vec![no_answer("09-01"), no_answer("09-11")];
    assert!(!is_asked(wanted, &facts), "the second was after the day");
    facts.records[1].on = day("09-10");
    assert!(is_asked(wanted, &facts));
    facts.records[1].voided = true;
    assert!(!is_asked(wanted, &facts));
}

#[test]
fn records_may_be_those_of_a_time_and_of_the_matter() {
    let within = "where = { records = \"unreached\", within = \"5 days\" }";
    let mut facts = handled();
    facts.records = vec![no_answer("09-05")];
    assert!(!is_asked(within, &facts), "five days back from 09-10 begin on 09-06");
    facts.records[0].on = day("09-06");
    assert!(is_asked(within, &facts));
    let of_matter = "where = { records = \"unreached\", of = \"matter\" }";
    assert!(!is_asked(of_matter, &facts));
    facts.records[0].matter = Some("m1".into());
    assert!(is_asked(of_matter, &facts));
}

#[test]
fn what_records_say_is_reached_unreached_or_dissatisfied_and_business_is_none() {
    let with = |change: fn(&mut Record)| {
        let mut facts = handled();
        facts.records = vec![called("c1", "09-05")];
        change(&mut facts.records[0]);
        ["reached", "unreached", "dissatisfied"]
            .map(|what| is_asked(&format!("where = {{ records = \"{what}\" }}"), &facts))
    };
    assert_eq!(with(|_| ()), [true, false, false]);
    assert_eq!(with(|r| r.outcome = Outcome::Busy), [false, true, false]);
    assert_eq!(with(|r| r.satisfied = Some(false)), [true, false, true]);
    assert_eq!(with(|r| r.satisfied = Some(true)), [true, false, false]);
    assert_eq!(with(|r| r.purpose = Purpose::Business), [false; 3]);
}

#[test]
fn a_matter_is_open_from_its_first_day_until_the_milestone() {
    let open = "where = { open = \"incident\", until = \"handled\" }";
    let with = |milestones: &[(&str, &str)], owned: bool| {
        let mut facts = handled();
        let mut incident = matter("i1", "incident", "c1", milestones);
        if !owned {
            incident.participants.clear();
        }
        facts.matters.push(incident);
        is_asked(open, &facts)
    };
    assert!(!is_asked(open, &handled()));
    for owned in [true, false] {
        assert!(with(&[("reported", "09-10")], owned));
        assert!(!with(&[("reported", "09-11")], owned));
        assert!(with(&[("reported", "09-01"), ("handled", "09-11")], owned));
        assert!(!with(&[("reported", "09-01"), ("handled", "09-10")], owned));
    }
}

#[test]
fn matters_may_be_counted_under_a_condition_of_their_own() {
    let wanted = "where = { matters = \"repair\", within = \"30 days\", at_least = 2, where = \"warranty\" }";
    let mut facts = handled();
    facts.matters.push(matter("x1", "repair", "c1", &[("reported", "09-01")]));
    facts.matters.push(matter("x2", "repair", "c1", &[("reported", "09-02")]));
    assert!(!is_asked(wanted, &facts));
    facts.matters[1].fields.insert("warranty".to_owned(), FieldValue::Bool(true));
    assert!(!is_asked(wanted, &facts));
    facts.matters[2].fields.insert("warranty".to_owned(), FieldValue::Bool(true));
    assert!(is_asked(wanted, &facts));
    facts.matters[2].milestones[0].on = day("08-11").into();
    assert!(!is_asked(wanted, &facts), "the thirty days begin on 08-12");
    facts.matters[2].milestones[0].on = day("08-12").into();
    assert!(is_asked(wanted, &facts));
}

#[test]
fn a_class_may_be_computed_from_fields_age_and_matters() {
    let class = |when: &str| {
        format!("where = {{ class = \"重点\" }}\n[[class]]\nid = \"重点\"\ntitle = \"重点\"\nwhen = {when}")
    };
    let mut facts = handled();
    assert!(!is_asked(&class("{ age_at_least = 70 }"), &facts));
    facts.clients[0].born = Some(day("1956-09-11"));
    assert!(!is_asked(&class("{ age_at_least = 70 }"), &facts), "the birthday is the day after");
    facts.clients[0].born = Some(day("1956-09-10"));
    assert!(is_asked(&class("{ age_at_least = 70 }"), &facts));
    assert!(!is_asked(&class("\"独居\""), &facts));
    facts.clients[0].fields.insert("独居".to_owned(), FieldValue::Bool(true));
    assert!(is_asked(&class("\"独居\""), &facts));
    assert!(!is_asked(&class("{ matters = \"complaint\", at_least = 2 }"), &facts));
    facts.matters.push(matter("m0", "complaint", "c1", &[("handled", "09-01")]));
    assert!(is_asked(&class("{ matters = \"complaint\", at_least = 2 }"), &facts));
    facts.clients[0].classes = vec![ClassSpan::always("重点")];
    assert!(is_asked(&class("{ age_at_least = 200 }"), &facts), "given by hand it holds too");
}

fn merging(within: &str) -> String {
    format!("[[merge]]\nid = \"m\"\ntitle = \"一件\"\nmatter = \"complaint\"\nsame = [\"重复号\"]\n{within}")
}

/// Complaints of `c1` on these days, all with the same number.
fn alike(days: &[&str]) -> Facts {
    let matters = days.iter().enumerate().map(|(n, on)| {
        let mut one = matter(&format!("m{n}"), "complaint", "c1", &[("handled", on)]);
        one.fields.insert("重复号".to_owned(), "8".into());
        one
    });
    about_c1(matters.collect())
}

fn asked_matters(keys: &str, facts: &Facts) -> Vec<String> {
    let asked = ask(&rules(keys), facts, "09-30").into_iter();
    asked.filter_map(|e| e.matter.map(|m| m.to_string())).collect()
}

#[test]
fn what_counts_as_one_is_asked_about_once() {
    assert_eq!(asked_matters(&merging("within = \"10 days\""), &alike(&["09-01", "09-11"])), ["m0"]);
    assert_eq!(asked_matters(&merging("within = \"10 days\""), &alike(&["09-01", "09-12"])), ["m0", "m1"]);
    assert_eq!(asked_matters(&merging(""), &alike(&["01-01", "09-12"])), ["m0"]);
}

#[test]
fn what_is_merged_begins_no_new_count() {
    let days = ["09-01", "09-09", "09-15", "09-20"];
    assert_eq!(asked_matters(&merging("within = \"10 days\""), &alike(&days)), ["m0", "m2"]);
}

#[test]
fn other_clients_other_words_and_no_words_are_not_the_same() {
    let mut facts = alike(&["09-01", "09-02"]);
    facts.matters[1].fields.insert("重复号".to_owned(), "9".into());
    assert_eq!(asked_matters(&merging(""), &facts), ["m0", "m1"]);
    facts.matters.iter_mut().for_each(|m| m.fields.clear());
    assert_eq!(asked_matters(&merging(""), &facts), ["m0", "m1"]);
    let mut facts = alike(&["09-01", "09-02"]);
    facts.clients.push(client("c2"));
    facts.matters[1].participants[0].client = "c2".into();
    assert_eq!(asked_matters(&merging(""), &facts), ["m0", "m1"]);
}

#[test]
fn each_of_several_merges_of_a_kind_holds() {
    let both = format!(
        "{}\n{}",
        merging(""),
        "[[merge]]\nid = \"d\"\ntitle = \"同部门\"\nmatter = \"complaint\"\nsame = [\"department\"]"
    );
    let mut facts = alike(&["09-01", "09-02", "09-03"]);
    facts.matters[2].fields.clear();
    facts.matters.iter_mut().for_each(|m| m.department = Some("工程部".to_owned()));
    assert_eq!(asked_matters(&both, &facts), ["m0"]);
}

#[test]
fn when_the_first_of_two_is_taken_back_the_other_is_asked_about() {
    let mut facts = alike(&["09-01", "09-05"]);
    facts.matters.remove(0);
    assert_eq!(asked_matters(&merging(""), &facts), ["m1"]);
}

/// Within 3 days; 1 day for `c1`; 5 days for the class VIP; 8 for the class A1.
fn with_variants() -> Enabled {
    let mut enabled = rules("");
    let own = |whom, days: &str| {
        let text = rules("").versions.remove(0).pack.as_ref().clone();
        let mut pack = text;
        if let crate::policy::RuleKind::After(kind) = &mut pack.rules[0].kind {
            let within = crate::calendar::Span::parse(days).expect("a span");
            kind.timing = crate::policy::Timing::Counted(crate::policy::StepTiming::Within(within));
        }
        Variant { whom, pack: Arc::new(pack) }
    };
    enabled.versions[0].variants = vec![
        own(Whom::Class("VIP".to_owned()), "5 days"),
        own(Whom::Class("A1".to_owned()), "8 days"),
        own(Whom::Client("c1".into()), "1 day"),
    ];
    enabled
}

#[test]
fn what_is_set_for_a_client_comes_before_what_is_set_for_a_class_and_that_before_the_pack() {
    let mut facts = handled();
    let due = |facts: &Facts| windows(&with_variants(), facts, "09-10");
    assert_eq!(due(&facts), ["09-10 09-11"]);
    facts.clients[0].classes = vec![ClassSpan::always("VIP")];
    assert_eq!(due(&facts), ["09-10 09-11"]);
    facts.clients[0].id = "c2".into();
    facts.matters[0].participants[0].client = "c2".into();
    assert_eq!(due(&facts), ["09-10 09-15"]);
    facts.clients[0].classes.push(ClassSpan::always("A1"));
    assert_eq!(due(&facts), ["09-10 09-15"], "of two classes the first that was set");
    facts.clients[0].classes.clear();
    assert_eq!(due(&facts), ["09-10 09-13"]);
}

#[test]
fn a_class_counts_as_it_is_on_the_anchor_day_and_the_task_stays_the_same() {
    let mut facts = handled();
    facts.clients[0].id = "c2".into();
    facts.matters[0].participants[0].client = "c2".into();
    let before = only(&with_variants(), &facts, "09-10");
    let span = |from: &str| vec![ClassSpan { class: "VIP".to_owned(), from: Some(day(from)), to: None }];
    facts.clients[0].classes = span("09-11");
    assert_eq!(only(&with_variants(), &facts, "09-11"), before);
    facts.clients[0].classes = span("09-10");
    let after = only(&with_variants(), &facts, "09-11");
    assert_eq!((after.id, after.due.day), (before.id, day("09-15")));
}
