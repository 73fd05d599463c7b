//! The demonstration lists of three offices, imported as an office would, and what their policies then ask for. The
//! expected days were computed apart from this program.

use crate::common::{Line, Small, at, day, import, lines, samples};
use chrono::{Days, NaiveDate};
use huifang_core::domain::Facts;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

const TODAY: &str = "2026-09-30";

/// An office with its lists: what it holds, what it is asked for, and what was expected.
struct Sample {
    facts: Facts,
    lines: Vec<Line>,
    /// Rows that did not go in, by code.
    rejected: BTreeMap<String, u64>,
    /// Doubtful cells, by code.
    warnings: BTreeMap<String, u64>,
    expected: Value,
}

fn sample(folder: &str, packs: &[&str], files: &[&str]) -> Sample {
    let mut small = Small::new(packs, "2026-01-01", at(TODAY));
    let folder = samples().join(folder);
    let (mut rejected, mut warnings) = (BTreeMap::new(), BTreeMap::new());
    for file in files {
        let bytes = std::fs::read(folder.join(file)).expect("the list is there");
        let plan = import(&mut small.office, file, &bytes, at(TODAY)).expect("the list is imported").plan;
        plan.rejected.iter().for_each(|r| *rejected.entry(r.code.code().to_owned()).or_default() += 1);
        plan.warnings.iter().for_each(|w| *warnings.entry(w.code.code().to_owned()).or_default() += 1);
    }
    let (facts, _) = small.office.task_views(day(TODAY)).expect("the tasks can be read");
    let expected = std::fs::read_to_string(folder.join("expected.json")).expect("the expected days are there");
    Sample {
        facts: facts.facts,
        lines: lines(&small.office, day(TODAY)),
        rejected,
        warnings,
        expected: serde_json::from_str(&expected).expect("they are JSON"),
    }
}

impl Sample {
    fn matters(&self, kind: &str) -> u64 {
        self.facts.matters.iter().filter(|m| m.kind == kind).count() as u64
    }

    /// Number of the matter, step and due day of every task of the rule that is asked for.
    fn asked(&self, rule: &str) -> BTreeMap<(&str, u32), NaiveDate> {
        let asked = self.lines.iter().filter(|l| l.rule == rule && l.state != "withdrawn");
        let found: Vec<_> = asked.map(|l| ((l.about.as_str(), l.step), l.due)).collect();
        let by_number: BTreeMap<_, _> = found.iter().copied().collect();
        assert_eq!(by_number.len(), found.len(), "a task of {rule} stands twice");
        by_number
    }
}

/// Entries of an object of the expected days.
fn entries(value: &Value) -> impl Iterator<Item = (&str, &Value)> {
    value.as_object().expect("an object").iter().map(|(no, facts)| (no.as_str(), facts))
}

fn date(value: &Value) -> NaiveDate {
    day(value.as_str().expect("a day"))
}

fn yes(value: &Value) -> bool {
    value.as_bool().expect("yes or no")
}

#[test]
fn the_property_office_is_asked_for_every_named_complaint_and_every_finished_repair() {
    let files = ["员工.xlsx", "业主档案.xlsx", "投诉登记.xlsx", "维修工单.csv", "特约服务.xlsx"];
    let sample = sample("property", &["002-12"], &files);
    let expected = &sample.expected;
    assert_eq!(sample.facts.clients.len() as u64, expected["clients"]["households"]);
    assert_eq!((sample.matters("complaint"), sample.matters("repair")), (900, 3000));
    assert_eq!(sample.matters("special_service"), 200);
    assert!(sample.rejected.is_empty(), "{:?}", sample.rejected);

    let complaints = entries(&expected["complaints"]);
    let complaints = complaints.filter(|(_, facts)| !yes(&facts["anonymous"]) && !yes(&facts["reply_only"]));
    let complaints: BTreeMap<_, _> = complaints.map(|(no, facts)| ((no, 1), date(&facts["within_3_days"]))).collect();
    assert!(complaints.len() > 500, "most complaints are followed up");
    assert_eq!(sample.asked("complaint"), complaints);

    let repairs = entries(&expected["repairs"]);
    let repairs: BTreeMap<_, _> = repairs.map(|(no, facts)| ((no, 1), date(&facts["within_1_month"]))).collect();
    assert_eq!(sample.asked("repair"), repairs);
}

#[test]
fn the_ward_is_asked_for_every_discharge_but_those_of_other_towns_and_disputes_go_to_their_office() {
    let sample = sample("ward", &["002-16"], &["员工.xlsx", "出院登记.xlsx"]);
    let expected = &sample.expected;
    assert_eq!(sample.matters("stay"), expected["rows"]);
    assert!(sample.rejected.is_empty(), "{:?}", sample.rejected);

    let address = |facts: &Value| facts["address"].as_str().expect("an address").to_owned();
    let out_of_town = |facts: &Value| address(facts).contains("外市") && !address(facts).contains("贵州荔波");
    let discharges: Vec<_> = entries(&expected["discharges"]).collect();
    let kept = discharges.iter().filter(|(_, facts)| !out_of_town(facts));
    assert!(kept.clone().any(|(_, facts)| address(facts).contains("荔波")), "荔波 is among the kept ones");
    assert_eq!((discharges.len() - kept.clone().count()) as u64, expected["out_of_city"]);
    let days = kept.clone().flat_map(|(no, facts)| {
        [((*no, 1), date(&facts["within_2_weeks"])), ((*no, 2), date(&facts["within_2_months"]))]
    });
    assert_eq!(sample.asked("inpatient"), days.collect());

    let disputed: BTreeSet<_> = kept.filter(|(_, facts)| yes(&facts["dispute"])).map(|(no, _)| *no).collect();
    assert!(!disputed.is_empty());
    for line in sample.lines.iter().filter(|l| l.rule == "inpatient") {
        let role = if disputed.contains(line.about.as_str()) { "医务科" } else { "主管医师" };
        assert_eq!(line.role, role, "{line:?}");
    }
}

#[test]
fn the_dental_clinic_is_asked_for_reminders_and_undecided_patients_and_its_list_is_short() {
    let sample = sample("dental", &["001-01"], &["员工.xlsx", "患者名单.xlsx", "预约登记.csv"]);
    holds_what_the_lists_say(&sample);
    reminds_of_every_appointment_to_come(&sample);
    follows_every_undecided_patient_for_three_steps(&sample);
    lists_nobody_after_the_last_day_and_nobody_twice(&sample);
}

fn holds_what_the_lists_say(sample: &Sample) {
    let (clients, appointments) = (&sample.expected["clients"], &sample.expected["appointments"]);
    assert_eq!(sample.facts.clients.len() as u64, clients["clients"]);
    let count = |value: &Value| value.as_u64().expect("a count");
    assert_eq!(sample.matters("appointment"), count(&appointments["rows"]) - count(&appointments["unknown_client"]));
    let mut rejected: BTreeMap<_, _> =
        entries(&clients["rejected"]).map(|(code, n)| (code.to_owned(), count(n))).collect();
    rejected.insert("unknown_client".to_owned(), count(&appointments["unknown_client"]));
    assert_eq!(sample.rejected, rejected);
    let mut warnings: BTreeMap<_, _> =
        entries(&clients["warnings"]).map(|(code, n)| (code.to_owned(), count(n))).collect();
    warnings.insert("phone_shared".to_owned(), count(&clients["phones_shared"]));
    assert_eq!(sample.warnings, warnings);
}

fn reminds_of_every_appointment_to_come(sample: &Sample) {
    let asked = sample.asked("reminder");
    for (no, due) in entries(&sample.expected["appointments"]["reminders"]) {
        assert_eq!(asked.get(&(no, 1)), Some(&date(due)), "{no}");
    }
}

fn follows_every_undecided_patient_for_three_steps(sample: &Sample) {
    let asked = sample.asked("undecided");
    for (no, days) in entries(&sample.expected["appointments"]["undecided"]) {
        let days = days.as_array().expect("three days");
        assert_eq!(days.len(), 3);
        for (step, due) in (1..).zip(days) {
            assert_eq!(asked.get(&(no, step)), Some(&date(due)), "{no} step {step}");
        }
    }
}

fn lists_nobody_after_the_last_day_and_nobody_twice(sample: &Sample) {
    let listed: Vec<_> = sample.lines.iter().filter(|l| ["open", "overdue"].contains(&l.state)).collect();
    assert!(!listed.is_empty() && listed.len() < 300, "{} tasks are listed", listed.len());
    let booked = |no: &str| {
        let matter = sample.facts.matters.iter().find(|m| m.no.as_deref() == Some(no)).expect("an appointment");
        matter.milestone("booked").expect("it was booked").on.day
    };
    let mut repeated = BTreeSet::new();
    for line in listed.iter().filter(|l| l.rule == "undecided") {
        let bound = booked(&line.about) + Days::new(30);
        assert!(bound >= day(TODAY), "{line:?} is listed after {bound}");
        assert!(line.step <= 3 || repeated.insert(&line.about), "{line:?} is the second listed repetition");
    }
}
