//! `quota`: so many in each period.

use super::support::*;
use crate::domain::{Channel, ClassSpan, Client, Facts, Outcome, Purpose};
use crate::engine::{Emission, Enabled};

fn weekly(more: &str) -> Enabled {
    let rule = "[[rule]]\nid = \"weekly\"\ntitle = \"每周回访\"\nkind = \"quota\"\nneed = 2\nper = \"week\"\nchannels = [\"phone\"]\n\
                assign = \"客服\"\n";
    Enabled::new(pack(&format!("{rule}{more}\n")), day("09-21"))
}

fn a1() -> Enabled {
    weekly("population = { class = \"A1\" }")
}

fn in_a1(id: &str) -> Client {
    Client { classes: vec![ClassSpan::always("A1")], ..client(id) }
}

fn facts() -> Facts {
    Facts {
        staff: vec![person("s1", "客服"), person("s2", "经理")], clients: vec![in_a1("c1")], ..Facts::default()
    }
}

/// Need, have and the day of fulfilment in the week from 2026-09-21 to 09-27.
fn first_week(emissions: &[Emission]) -> (u32, u32, Option<chrono::NaiveDate>) {
    (emissions[0].need, emissions[0].have, emissions[0].fulfilled)
}

#[test]
fn there_is_one_task_a_period_with_need_and_have() {
    let (rules, mut facts) = (a1(), facts());
    let asked = ask(&rules, &facts, "09-21");
    assert_eq!(
        (asked[0].opens, asked[0].due.day, asked[0].key.anchor.as_str()),
        (day("09-21"), day("09-27"), "2026W39")
    );
    assert_eq!(first_week(&asked), (2, 0, None));
    facts.records.push(called("c1", "09-21"));
    assert_eq!(first_week(&ask(&rules, &facts, "09-21")), (2, 1, None));
    facts.records.push(called("c1", "09-27"));
    assert_eq!(first_week(&ask(&rules, &facts, "09-21")), (2, 2, Some(day("09-27"))));
    facts.records.push(called("c1", "09-28"));
    assert_eq!(ask(&rules, &facts, "09-21")[1].have, 1, "the next week's");
}

#[test]
fn it_is_done_on_the_day_on_which_the_need_is_met_and_missed_after_the_period() {
    let (rules, mut facts) = (a1(), facts());
    assert_eq!(states(&rules, &facts, "09-27")[0], "2026-09-27 open");
    assert_eq!(states(&rules, &facts, "09-28")[..2], ["2026-09-27 missed", "2026-10-04 open"]);
    facts.records.extend([called("c1", "09-22"), called("c1", "09-24")]);
    assert_eq!(states(&rules, &facts, "09-23")[0], "2026-09-27 open");
    assert_eq!(states(&rules, &facts, "09-24")[0], "2026-09-27 done");
    facts.records[1].voided = true;
    assert_eq!(states(&rules, &facts, "09-24")[0], "2026-09-27 open");
}

#[test]
fn what_is_no_follow_up_by_the_channel_does_not_count() {
    let (rules, mut facts) = (a1(), facts());
    let call = called("c1", "09-22");
    let mut others = vec![call.clone(), call.clone(), call.clone(), call];
    others[0].purpose = Purpose::Business;
    others[1].channel = Channel::Sms;
    others[2].outcome = Outcome::NoAnswer;
    others[3].client = Some("c2".into());
    facts.records = others;
    assert_eq!(first_week(&ask(&rules, &facts, "09-21")), (2, 0, None));
}

#[test]
fn one_settled_record_does_not_end_what_needs_two() {
    let (rules, mut facts) = (a1(), facts());
    let task = ask(&rules, &facts, "09-21")[0].id.clone();
    facts.records.push(reached(&task, "09-22"));
    assert_eq!(states(&rules, &facts, "09-22")[0], "2026-09-27 open");
}

#[test]
fn a_quota_may_ask_for_people_of_one_post() {
    let rules = weekly("population = \"all\"\nby_role = \"经理\"");
    let mut facts = facts();
    facts.records.extend([called("c1", "09-22"), called("c1", "09-23"), called("c1", "09-24")]);
    facts.records[0].by = Some("s1".into());
    facts.records[1].by = Some("s2".into());
    assert_eq!(first_week(&ask(&rules, &facts, "09-21")), (2, 1, None));
}

#[test]
fn the_need_is_prorated_in_the_period_in_which_a_client_qualifies_and_is_at_least_one() {
    let span = |from: Option<&str>, to: Option<&str>| {
        vec![ClassSpan { class: "A1".to_owned(), from: from.map(day), to: to.map(day) }]
    };
    for (from, to, need, opens, due) in [
        (Some("09-20"), None, 2, "09-21", "09-27"),
        (Some("09-21"), None, 2, "09-21", "09-27"),
        (Some("09-23"), None, 1, "09-23", "09-27"),
        (Some("09-27"), None, 1, "09-27", "09-27"),
        (None, Some("09-22"), 1, "09-21", "09-22"),
        (Some("09-22"), Some("09-27"), 2, "09-22", "09-27"),
    ] {
        let mut facts = facts();
        facts.clients[0].classes = span(from, to);
        let asked = ask(&a1(), &facts, "09-21");
        assert_eq!((asked[0].need, asked[0].opens, asked[0].due.day), (need, day(opens), day(due)), "{from:?} {to:?}");
    }
    let mut facts = facts();
    facts.clients[0].classes = span(Some("09-28"), None);
    assert_eq!(ask(&a1(), &facts, "09-21")[0].key.anchor, "2026W40", "nothing is asked for the week before");
}

#[test]
fn what_was_done_earlier_in_the_period_counts_under_whatever_class() {
    let (rules, mut facts) = (a1(), facts());
    facts.clients[0].classes = vec![ClassSpan { class: "A1".to_owned(), from: Some(day("09-24")), to: None }];
    facts.records.push(called("c1", "09-22"));
    assert_eq!(first_week(&ask(&rules, &facts, "09-24")), (1, 1, Some(day("09-22"))));
}

#[test]
fn a_population_by_matter_begins_with_it_and_ends_when_it_is_stopped() {
    let rules = weekly("until = [\"enforcement_ended\"]\npopulation = { matter = \"court_case\" }");
    let mut facts = facts();
    facts.matters = vec![matter("m1", "court_case", "c1", &[("filed", "09-24"), ("enforcement_ended", "10-02")])];
    let windows: Vec<_> = ask(&rules, &facts, "10-20").iter().map(|e| (e.opens, e.due.day, e.need)).collect();
    assert_eq!(windows, [(day("09-24"), day("09-27"), 1), (day("09-28"), day("10-01"), 1)]);
}

#[test]
fn a_quota_of_staff_counts_different_clients_of_each_person_and_one_of_the_office_those_of_all() {
    let mut facts = facts();
    facts.clients.push(in_a1("c2"));
    facts.records.extend([called("c1", "09-22"), called("c1", "09-23"), called("c2", "09-24")]);
    facts.records[0].by = Some("s1".into());
    facts.records[1].by = Some("s1".into());
    facts.records[2].by = Some("s2".into());
    let staff = ask(&weekly("of = \"staff\"\npopulation = \"all\""), &facts, "09-21");
    assert_eq!(staff[0].key.subject.to_string(), "staff:s1");
    assert_eq!(first_week(&staff), (2, 1, None), "two calls to one client are one");
    let office = ask(&weekly("of = \"office\"\npopulation = \"all\""), &facts, "09-21");
    assert_eq!(office[0].key.subject.to_string(), "office");
    assert_eq!(first_week(&office), (2, 2, Some(day("09-24"))));
}

#[test]
fn a_quota_may_be_of_each_day() {
    let daily = "[[rule]]\nid = \"daily\"\ntitle = \"每天\"\nkind = \"quota\"\nneed = 1\nper = \"day\"\npopulation = \"all\"\nassign = \"客服\"\n";
    let rules = Enabled::new(pack(daily), day("09-21"));
    let mut facts = facts();
    assert_eq!(states(&rules, &facts, "09-22")[..3], ["2026-09-21 missed", "2026-09-22 open", "2026-09-23 waiting"]);
    facts.records.push(called("c1", "09-22"));
    assert_eq!(states(&rules, &facts, "09-22")[1], "2026-09-22 done");
    assert_eq!(ask(&rules, &facts, "09-22")[1].key.anchor, "2026-09-22");
    assert_eq!(ask(&rules, &facts, "09-22").last().map(|e| e.due.day), Some(day("12-21")));
    let since_ever = Enabled::new(pack(daily), chrono::NaiveDate::MIN);
    assert_eq!(
        ask(&since_ever, &facts, "09-22").last().map(|e| e.due.day),
        Some(day("12-21")),
        "however long ago it began"
    );
}
