//! What is made and undone asks for the same tasks again, and what people decided stays through it all.

use crate::common::{Line, Small, about_client, about_task, at, complaints, day};
use huifang_office::wire::{CorrectMatter, Decide, SetClass};
use serde_json::{Value, json};

const TODAY: &str = "2026-09-29";

const ONE: [[&str; 5]; 1] = [["TS1", "0101", "2026-09-28", "一般", ""]];

fn correct(small: &mut Small, no: &str, field: &str, value: Value) {
    let wish =
        CorrectMatter {
            matter: small.matter(no), field: field.to_owned(), value, reason: "登记时写错".to_owned()
        };
    small.office.correct_matter(&wish, at(TODAY)).expect("it is corrected");
}

fn set_class(small: &mut Small, member: bool, today: &str) {
    let wish = SetClass { client: small.client("甲一"), class: "特殊关怀".to_owned(), member };
    small.office.set_class(&wish, at(today)).expect("the class is set");
}

/// The task was withdrawn for this reason, and is asked for again under the same id.
fn assert_came_back(first: &Line, gone: &Line, back: &Line, reason: &str) {
    assert_eq!((gone.id.as_str(), gone.state), (first.id.as_str(), "withdrawn"));
    assert_eq!(gone.withdrawn.as_deref(), Some(reason));
    assert_eq!(back, first);
}

#[test]
fn a_complaint_that_needs_a_letter_only_and_then_a_call_after_all() {
    let mut small = Small::property(&ONE, at(TODAY));
    let first = small.line(TODAY, "complaint", "TS1");
    correct(&mut small, "TS1", "reply_only", json!(true));
    let gone = small.line(TODAY, "complaint", "TS1");
    correct(&mut small, "TS1", "reply_only", json!(false));
    let back = small.line(TODAY, "complaint", "TS1");
    assert_came_back(&first, &gone, &back, "未留姓名或只需复函的除外");
}

#[test]
fn an_import_undone_and_done_again() {
    let mut small = Small::property(&[], at(TODAY));
    let import = small.import("投诉登记.csv", &complaints(&ONE), at(TODAY)).import.expect("it wrote something");
    let first = small.line(TODAY, "complaint", "TS1");
    let undone = small.office.undo_import(import, false, at(TODAY)).expect("it is taken back");
    assert_eq!((undone.undone, undone.kept.len()), (1, 0));
    // The matter is gone, so the task stands under the client's name.
    let gone = small.line(TODAY, "complaint", "甲一");
    small.import("投诉登记.csv", &complaints(&ONE), at(TODAY));
    let back = small.line(TODAY, "complaint", "TS1");
    assert_came_back(&first, &gone, &back, "事项已不在");
}

#[test]
fn a_class_changed_and_changed_back() {
    let mut small = Small::property(&[], at("2026-09-01"));
    set_class(&mut small, true, "2026-09-20");
    let festival = |small: &Small| small.line("2026-09-21", "festival", "甲一");
    let first = festival(&small);
    assert_eq!(first.due, day("2026-09-25"), "中秋");
    set_class(&mut small, false, "2026-09-21");
    let gone = festival(&small);
    set_class(&mut small, true, "2026-09-21");
    assert_came_back(&first, &gone, &festival(&small), "不在特殊关怀类");
}

#[test]
fn a_client_paused_and_resumed() {
    let mut small = Small::property(&ONE, at(TODAY));
    let first = small.line(TODAY, "complaint", "TS1");
    let client = small.client("甲一");
    small.decide(about_client("pause", &client), at(TODAY));
    let gone = small.line(TODAY, "complaint", "TS1");
    small.decide(about_client("resume", &client), at(TODAY));
    assert_came_back(&first, &gone, &small.line(TODAY, "complaint", "TS1"), "自 09-29 起停访(经理同意)");
}

#[test]
fn a_pause_to_a_day_leaves_what_falls_due_after_it() {
    let rows = [["TS1", "0101", "2026-09-28", "一般", ""], ["TS2", "0101", "2026-09-29", "一般", ""]];
    let mut small = Small::property(&rows, at(TODAY));
    let client = small.client("甲一");
    small.decide(Decide { day: Some("2026-10-01".to_owned()), ..about_client("pause", &client) }, at(TODAY));
    assert_eq!(small.line(TODAY, "complaint", "TS1").state, "withdrawn", "due on 10-01");
    assert_eq!(
        small.line(TODAY, "complaint", "TS2").state,
        "paused",
        "due on 10-02: asked for, and left alone until the pause is over"
    );
}

const FOUR: [[&str; 5]; 4] = [
    ["TS1", "0101", "2026-09-28", "一般", ""],
    ["TS2", "0102", "2026-09-28", "一般", ""],
    ["TS3", "0103", "2026-09-28", "一般", ""],
    ["TS4", "0104", "2026-09-28", "一般", ""],
];

/// Waives, gives up, moves and hands over one task each.
fn decide_all(small: &mut Small) {
    let task = |small: &Small, no: &str| small.line(TODAY, "complaint", no).id;
    small.decide(about_task("waive", &task(small, "TS1")), at(TODAY));
    small.decide(about_task("give_up", &task(small, "TS2")), at(TODAY));
    let later = Decide { day: Some("2026-10-12".to_owned()), ..about_task("reschedule", &task(small, "TS3")) };
    small.decide(later, at(TODAY));
    let lina = small.staff("李娜");
    small.decide(Decide { to: Some(lina), ..about_task("reassign", &task(small, "TS4")) }, at(TODAY));
}

/// State, due day and person of each complaint's task.
fn decided(small: &Small) -> Vec<(String, &'static str, String, Option<String>)> {
    let of = |no: &str| {
        let line = small.line(TODAY, "complaint", no);
        (line.id, line.state, line.due.to_string(), line.assignee)
    };
    ["TS1", "TS2", "TS3", "TS4"].map(of).to_vec()
}

#[test]
fn decisions_survive_a_plan_and_an_import_of_the_same_and_of_a_changed_list() {
    let mut small = Small::property(&FOUR, at(TODAY));
    decide_all(&mut small);
    let first = decided(&small);
    let [waived, lost, moved, given] = &first[..] else { unreachable!("four complaints") };
    assert_eq!((waived.1, lost.1), ("waived", "lost"));
    assert_eq!((moved.1, moved.2.as_str()), ("open", "2026-10-12"));
    assert_eq!(given.3.as_deref(), Some("李娜"));

    small.office.plan(at(TODAY)).expect("it is planned");
    assert_eq!(decided(&small), first);
    small.import("投诉登记.csv", &complaints(&FOUR), at(TODAY));
    assert_eq!(decided(&small), first);

    let a_day_later = FOUR.map(|[no, room, _, severity, remark]| [no, room, "2026-09-29", severity, remark]);
    let changed = small.import("投诉登记.csv", &complaints(&a_day_later), at(TODAY));
    assert_eq!(changed.plan.updated, 4);
    let mut expected = first;
    // The policy's day moves with the fact; the day that a person set does not.
    [0, 1, 3].iter().for_each(|i| expected[*i].2 = "2026-10-02".to_owned());
    assert_eq!(decided(&small), expected);
    small.office.plan(at(TODAY)).expect("it is planned");
    assert_eq!(decided(&small), expected);
}

#[test]
fn a_task_given_up_and_reopened_is_on_the_list_again() {
    let mut small = Small::property(&ONE, at(TODAY));
    let first = small.line(TODAY, "complaint", "TS1");
    for act in ["give_up", "waive"] {
        small.decide(about_task(act, &first.id), at(TODAY));
        assert_ne!(small.line(TODAY, "complaint", "TS1").state, "open");
        small.decide(about_task("reopen", &first.id), at(TODAY));
        assert_eq!(small.line(TODAY, "complaint", "TS1"), first);
    }
}

#[test]
fn a_decision_without_a_reason_is_refused() {
    let mut small = Small::property(&ONE, at(TODAY));
    let task = small.line(TODAY, "complaint", "TS1").id;
    let silent = Decide { reason: " ".to_owned(), ..about_task("waive", &task) };
    let error = small.office.decide(&silent, at(TODAY)).expect_err("a waiver needs a reason");
    assert_eq!(error.code(), "reason_missing");
    assert_eq!(small.line(TODAY, "complaint", "TS1").state, "open");
}

#[test]
fn a_corrected_field_survives_every_later_import() {
    let mut small = Small::property(&ONE, at(TODAY));
    assert_eq!(small.line(TODAY, "complaint", "TS1").role, "物业助理");
    correct(&mut small, "TS1", "severity", json!("major"));
    assert_eq!(small.line(TODAY, "complaint", "TS1").role, "公司经理");

    let same = small.import("投诉登记.csv", &complaints(&ONE), at(TODAY));
    assert_eq!((same.plan.updated, same.import), (0, None));
    assert_eq!(small.line(TODAY, "complaint", "TS1").role, "公司经理");

    let changed = complaints(&[["TS1", "0101", "2026-09-29", "重要", ""]]);
    assert_eq!(small.import("投诉登记.csv", &changed, at(TODAY)).plan.updated, 1);
    let line = small.line(TODAY, "complaint", "TS1");
    assert_eq!((line.role.as_str(), line.due), ("公司经理", day("2026-10-02")), "only what was corrected is held");
}

#[test]
fn a_stop_that_becomes_known_today_leaves_on_record_what_fell_due_before() {
    let title = "预约号,房号,姓名,登记时间,预约就诊时间,项目,状态\n";
    let row = |status| format!("{title}Y1,1栋1单元0101,甲一,2026-09-18 10:00,,洁牙,{status}\n");
    let mut small = Small::new(&["001-01"], "2026-09-01", at("2026-09-18"));
    small.import("患者名单.csv", crate::common::HOUSEHOLDS, at("2026-09-18"));
    small.import("预约登记.csv", &row("未定时间"), at("2026-09-18"));
    small.import("预约登记.csv", &row("已取消"), at("2026-09-23"));
    let steps: Vec<_> = small.lines("2026-09-24").into_iter().filter(|l| l.rule == "undecided").collect();
    let before: Vec<_> = steps.iter().filter(|l| l.due < day("2026-09-23")).map(|l| l.state).collect();
    assert_eq!(before.len(), 2, "09-19 and 09-22");
    assert!(before.iter().all(|state| ["missed", "overdue"].contains(state)), "{steps:#?}");
    assert!(steps.iter().filter(|l| l.due >= day("2026-09-23")).all(|l| l.state == "withdrawn"), "{steps:#?}");
}

#[test]
fn a_class_set_by_hand_survives_an_import_of_the_archive() {
    let mut small = Small::property(&[], at("2026-09-20"));
    set_class(&mut small, true, "2026-09-20");
    small.import("业主档案.csv", crate::common::HOUSEHOLDS, at("2026-09-20"));
    assert_eq!(small.line("2026-09-20", "festival", "甲一").state, "open");
}
