//! Who does the work of somebody who is away.

use super::*;

fn day(text: &str) -> NaiveDate {
    format!("2026-{text}").parse().expect("a day")
}

fn people() -> Vec<Staff> {
    let person = |id: &str, active| Staff {
        id: id.into(),
        name: format!("员工{id}"),
        role: "客服".to_owned(),
        department: None,
        phone: None,
        areas: Vec::new(),
        active,
    };
    vec![person("wang", true), person("li", true), person("chen", true), person("left", false)]
}

fn leave(staff: &str, from: &str, to: &str, substitute: Option<&str>) -> Absence {
    Absence {
        id: format!("{staff}/{from}").into(),
        staff: staff.into(),
        from: day(from),
        to: Some(day(to)),
        weekdays: Vec::new(),
        substitute: substitute.map(Into::into),
        reason: "年休假".to_owned(),
        by: None,
        voided: false,
        at_ms: 1,
    }
}

/// Who does what is meant for 王, as `li for wang`.
fn who(absences: &[Absence], on: &str) -> String {
    let staff = people();
    match on_duty(staff.first(), &staff, absences, day(on)) {
        OnDuty::Present(person) => person.id.to_string(),
        OnDuty::StandIn { person, instead_of } => format!("{} for {}", person.id, instead_of.id),
        OnDuty::Away(person) => format!("nobody for {}", person.id),
        OnDuty::Nobody => "nobody".to_owned(),
    }
}

#[test]
fn a_leave_holds_from_its_first_day_to_its_last() {
    let absences = [leave("wang", "10-09", "10-12", Some("li"))];
    let days = ["10-08", "10-09", "10-12", "10-13"].map(|on| who(&absences, on));
    assert_eq!(days, ["wang", "li for wang", "li for wang", "wang"]);
}

#[test]
fn without_a_substitute_it_is_to_be_assigned() {
    assert_eq!(who(&[leave("wang", "10-09", "10-09", None)], "10-09"), "nobody for wang");
    assert_eq!(
        who(&[leave("wang", "10-09", "10-09", Some("left"))], "10-09"),
        "nobody for wang",
        "who left is no substitute"
    );
    assert_eq!(on_duty(None, &people(), &[], day("10-09")), OnDuty::Nobody);
}

#[test]
fn days_off_are_days_of_the_week() {
    let off =
        Absence { weekdays: vec![Weekday::Sat, Weekday::Sun], to: None, ..leave("wang", "10-01", "10-01", Some("li")) };
    let days = ["10-09", "10-10", "10-11", "10-12"].map(|on| who(std::slice::from_ref(&off), on));
    assert_eq!(days, ["wang", "li for wang", "li for wang", "wang"], "Friday to Monday");
    assert_eq!(who(&[off], "09-26"), "wang", "a Saturday before it began");
}

#[test]
fn a_substitute_who_is_away_is_stood_in_for_in_turn() {
    let absences = [leave("wang", "10-09", "10-12", Some("li")), leave("li", "10-12", "10-15", Some("chen"))];
    assert_eq!(who(&absences, "10-09"), "li for wang");
    assert_eq!(who(&absences, "10-12"), "chen for wang");
}

#[test]
fn two_who_stand_in_for_each_other_leave_nobody() {
    let absences = [leave("wang", "10-09", "10-12", Some("li")), leave("li", "10-09", "10-12", Some("wang"))];
    assert_eq!(who(&absences, "10-09"), "nobody for wang");
    assert_eq!(who(&[leave("wang", "10-09", "10-09", Some("wang"))], "10-09"), "nobody for wang");
}

#[test]
fn what_was_taken_back_counts_for_nothing_and_the_last_word_holds() {
    let voided = Absence { voided: true, ..leave("wang", "10-09", "10-12", Some("li")) };
    assert_eq!(who(&[voided], "10-09"), "wang");
    let later = Absence { id: "later".into(), at_ms: 2, ..leave("wang", "10-10", "10-10", Some("chen")) };
    let absences = [later, leave("wang", "10-09", "10-12", Some("li"))];
    assert_eq!(["10-09", "10-10"].map(|on| who(&absences, on)), ["li for wang", "chen for wang"]);
}
