//! `quality`: clients whose data are suspect.

use super::support::*;
use crate::domain::{Client, Contact, Facts, Sex};
use crate::engine::Enabled;

fn rules(checks: &str, more: &str) -> Enabled {
    since_2020(&format!(
        "[[rule]]\nid = \"data\"\ntitle = \"资料可疑\"\nkind = \"quality\"\nchecks = {checks}\nwithin = \"1 working_day\"\n\
         assign = \"客服\"\n{more}\n"
    ))
}

/// A client since Friday 2026-09-04.
fn since(change: impl FnOnce(&mut Client)) -> Facts {
    let mut client = Client { since: Some(day("09-04")), ..Client::new("c1", "甲") };
    change(&mut client);
    Facts { clients: vec![client], ..Facts::default() }
}

fn is_suspect(check: &str, change: impl FnOnce(&mut Client)) -> bool {
    !ask(&rules(&format!("[\"{check}\"]"), ""), &since(change), "09-04").is_empty()
}

#[test]
fn it_is_counted_from_the_first_day_as_a_client_in_working_days() {
    assert_eq!(windows(&rules("[\"phone\"]", ""), &since(|_| ()), "09-04"), ["09-04 09-07"]);
    let nobody_knows = since(|c| c.since = None);
    assert_eq!(ask(&rules("[\"phone\"]", ""), &nobody_knows, "09-04"), []);
}

#[test]
fn the_task_names_what_is_suspect_and_goes_when_it_is_mended() {
    let rules = rules("[\"phone\", \"born\", \"sex\"]", "");
    let mut facts = since(|c| c.sex = Some(Sex::Male));
    let asked = only(&rules, &facts, "09-04");
    assert!(asked.because.contains("电话、生日可疑"), "{}", asked.because);
    facts.clients[0].born = Some(day("1980-01-01"));
    assert!(only(&rules, &facts, "09-04").because.contains("电话可疑"));
    facts.clients[0].contacts = vec![Contact { phones: vec!["13800138000".to_owned()], ..Contact::default() }];
    assert_eq!(ask(&rules, &facts, "09-04"), []);
    facts.clients[0].contacts.clear();
    assert_eq!(only(&rules, &facts, "09-04").id, asked.id, "suspect again, the same task");
}

#[test]
fn a_telephone_number_has_seven_to_twelve_digits_that_are_not_all_the_same() {
    let phone = |text: &str| {
        let phones = vec![text.to_owned()];
        is_suspect("phone", |c| c.contacts = vec![Contact { phones, ..Contact::default() }])
    };
    for (text, suspect) in [
        ("123456", true),
        ("1234567", false),
        ("13800138000", false),
        ("057188888888", false),
        ("1234567890123", true),
        ("11111111111", true),
        ("无", true),
    ] {
        assert_eq!(phone(text), suspect, "{text}");
    }
    assert!(is_suspect("phone", |_| ()));
}

#[test]
fn an_identity_number_is_judged_by_its_check_digit_and_by_what_it_says() {
    let number = |no: &str| Some(no.to_owned());
    assert!(is_suspect("id_number", |_| ()), "none at all");
    assert!(is_suspect("id_number", |c| c.id_number = number("110105194912310021")));
    assert!(!is_suspect("id_number", |c| c.id_number = number("11010519491231002X")));
    assert!(!is_suspect("id_number", |c| c.id_number = number("E12345678")), "a passport is not judged");
    let citizen = |c: &mut Client| c.id_number = number("11010519491231002X");
    assert!(!is_suspect("id_match", citizen));
    assert!(is_suspect("id_match", |c| {
        citizen(c);
        c.sex = Some(Sex::Male);
    }));
    assert!(is_suspect("id_match", |c| {
        citizen(c);
        c.born = Some(day("1949-12-30"));
    }));
    assert!(!is_suspect("id_match", |_| ()), "what is missing is another check's");
}

#[test]
fn any_column_may_have_to_be_filled() {
    assert!(is_suspect("name", |c| c.name = " ".to_owned()));
    assert!(is_suspect("place", |_| ()));
    assert!(!is_suspect("place", |c| c.place = Some("3栋".to_owned())));
    assert!(is_suspect("合同编号", |_| ()));
    assert!(is_suspect("合同编号", |c| drop(c.fields.insert("合同编号".to_owned(), "".into()))));
    assert!(!is_suspect("合同编号", |c| drop(c.fields.insert("合同编号".to_owned(), "HT-1".into()))));
}

#[test]
fn it_may_be_counted_from_a_milestone_of_those_in_a_role() {
    let rules = rules("[\"phone\"]", "matter = \"contract\"\nmilestone = \"signed\"\nparticipant = \"subject\"");
    let mut facts = about_c1(vec![matter("m1", "contract", "c1", &[("signed", "09-30")])]);
    assert_eq!(windows(&rules, &facts, "09-30"), ["09-30 10-08"]);
    facts.matters[0].participants[0].role = "agent".to_owned();
    assert_eq!(ask(&rules, &facts, "09-30"), []);
}

#[test]
fn only_the_population_is_looked_at_and_nothing_from_before_the_pack() {
    let vip = rules("[\"phone\"]", "population = { class = \"VIP\" }");
    assert_eq!(ask(&vip, &since(|_| ()), "09-04"), []);
    assert_eq!(ask(&vip, &since(|c| c.classes = vec![crate::domain::ClassSpan::always("VIP")]), "09-04").len(), 1);
    let from = |on: &str| Enabled { effective_from: day(on), ..rules("[\"phone\"]", "") };
    assert_eq!(ask(&from("09-07"), &since(|_| ()), "09-07").len(), 1);
    assert_eq!(ask(&from("09-08"), &since(|_| ()), "09-08"), []);
}
