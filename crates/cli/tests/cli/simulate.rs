//! What the policies would ask for, out of a facts file.

use crate::place::Place;
use serde_json::Value;

pub const FACTS: &str = r#"{"staff":[{"id":"s1","name":"周敏","role":"客服专员","department":"客服部","areas":["3栋"]}],
 "clients":[{"id":"c1","name":"张三","classes":["A1"],"since":"2026-01-05","assignee":"s1","fields":{}}],
 "matters":[{"id":"m1","client":"c1","kind":"complaint","department":"客服部","severity":"important","handler":"s1",
             "milestones":{"received":"2026-09-28","handled":"2026-09-30"},"fields":{"anonymous":false}},
            {"id":"m2","participants":[{"client":"c1","role":"obligor"}],"kind":"court_case",
             "milestones":[{"id":"i1","kind":"obligation_due","on":"2026-03-01"},
                           {"id":"i2","kind":"obligation_due","on":"2026-04-01"}]}],
 "records":[{"id":"r1","client":"c1","on":"2026-10-02","channel":"phone","outcome":"reached","satisfied":true,
             "matter":"m1","settles":["complaint"]}],
 "decisions":[]}"#;

#[test]
fn simulate_needs_no_office_and_knows_a_milestone_that_comes_twice() {
    let place = Place::new();
    place.file("facts.json", FACTS);
    let year = ["--facts", "facts.json", "--from", "2026-01-01", "--to", "2026-12-31", "--json"];
    let packs = ["simulate", "--pack", "002-12", "--pack", "001-03", "--params", r#"{"party":"obligor"}"#];
    let run = place.run(&[&packs[..], &year].concat());
    assert_eq!(run.code, 0, "{}", run.err);
    let document = run.json();
    let task = |t: &Value| ["rule", "matter", "no", "due", "state"].map(|key| t[key].as_str().unwrap_or("").to_owned());
    let tasks: Vec<_> = document["tasks"].as_array().expect("tasks").iter().map(task).collect();
    let instalments: Vec<_> = tasks.iter().filter(|t| t[0] == "instalment").collect();
    assert_eq!(instalments.len(), 2, "{tasks:?}");
    assert_eq!((instalments[0][3].as_str(), instalments[1][3].as_str()), ("2026-03-08", "2026-04-08"));
    let complaint = tasks.iter().find(|t| t[0] == "complaint").expect("the complaint is followed up");
    assert_eq!(complaint, &["complaint", "m1", "m1", "2026-10-03", "done"].map(str::to_owned));
}

#[test]
fn a_mistake_in_a_facts_file_is_named_with_line_and_column() {
    let place = Place::new();
    place.file("facts.json", "{\"clients\":[\n {\"id\":\"c1\"}]}");
    let args = ["simulate", "--pack", "002-12", "--facts", "facts.json", "--from", "2026-01-01", "--to", "2026-12-31"];
    let bad = place.run(&args);
    assert_eq!((bad.code, bad.out.as_str()), (2, ""));
    assert!(bad.err.contains("bad_facts") && bad.err.contains("第 2 行第 12 列"), "{}", bad.err);
    place.file("facts.json", r#"{"clients":[{"id":"c","name":"a"},{"id":"c","name":"b"}]}"#);
    assert!(place.run(&args).err.contains("客户 c 出现了两次"));
}

#[test]
fn a_parameter_goes_to_the_packs_that_know_it_and_one_that_none_knows_is_refused() {
    let place = Place::new();
    place.file("facts.json", FACTS);
    let year = ["--facts", "facts.json", "--from", "2026-01-01", "--to", "2026-12-31", "--json"];
    let run = |params: &str| {
        place.run(&[&["simulate", "--pack", "002-12", "001-03", "--params", params], &year[..]].concat())
    };
    assert_eq!(run(r#"{"party":"obligor"}"#).code, 0);
    for (params, word) in [(r#"{"nobody":1}"#, "nobody"), ("{", "JSON")] {
        let bad = run(params);
        assert!(bad.code == 2 && bad.err.contains("bad_params") && bad.err.contains(word), "{}", bad.err);
    }
}
