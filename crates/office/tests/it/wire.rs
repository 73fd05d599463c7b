//! The wire as a host uses it: every command answers, a panic stays inside, refusals are codes with plain sentences.

use crate::common::{Small, at, pretended};
use huifang_core::calendar::Now;
use huifang_office::wire::{Desk, WireError, Worklist, command_names, dispatch};
use huifang_office::{NewOffice, Office, PackShelf};
use serde_json::{Value, json};
use std::path::Path;
use tempfile::TempDir;

const TODAY: &str = "2026-09-29";

/// A property office with two complaints, closed. Gives its folder.
fn closed_office() -> TempDir {
    let rows = [["TS1", "0101", "2026-09-26", "一般", ""], ["TS2", "0102", "2026-09-20", "一般", ""]];
    let Small { office, dir } = Small::property(&rows, at(TODAY));
    drop(office);
    dir
}

fn open(desk: &Desk, dir: &Path, now: Now) -> Result<Value, WireError> {
    dispatch(desk, "open_office", json!({ "dir": dir }), now)
}

fn refused(result: Result<Value, WireError>) -> WireError {
    result.expect_err("it is refused")
}

#[test]
fn every_command_of_the_list_is_known() {
    let desk = Desk::new();
    for command in command_names() {
        if let Err(error) = dispatch(&desk, command, json!({ "无": 1 }), at(TODAY)) {
            assert!(["bad_request", "no_office"].contains(&error.code.as_str()), "{command}: {error:?}");
        }
    }
    assert!(command_names().len() > 25);
}

#[test]
fn an_unknown_command_is_named() {
    let error = refused(dispatch(&Desk::new(), "paint", json!({}), at(TODAY)));
    assert_eq!((error.code.as_str(), &error.params), ("unknown_command", &json!({ "command": "paint" })));
    assert!(error.detail.contains("paint"));
    assert_eq!(error.trace_id.len(), 8);
}

#[test]
fn a_request_with_a_mistake_says_what_is_wrong() {
    let desk = Desk::new();
    let missing = refused(dispatch(&desk, "open_office", json!({}), at(TODAY)));
    assert_eq!(missing.code, "bad_request");
    assert!(missing.detail.contains("open_office") && missing.detail.contains("dir"), "{}", missing.detail);
    let wrong = json!({ "tab": "all", "whose": 3, "find": "", "offset": 0, "limit": 10 });
    let wrong = refused(dispatch(&desk, "worklist", wrong, at(TODAY)));
    assert!(wrong.code == "bad_request" && wrong.detail.contains("3"), "{}", wrong.detail);
}

#[test]
fn a_panic_comes_back_as_an_error_and_the_desk_works_on() {
    let desk = Desk::new();
    let dir = closed_office();
    for opened in [false, true] {
        if opened {
            open(&desk, dir.path(), at(TODAY)).expect("the office opens");
        }
        let error = refused(dispatch(&desk, "provoke_panic", json!({ "message": "试一试" }), at(TODAY)));
        assert_eq!((error.code.as_str(), error.trace_id.len()), ("panic", 8));
        assert!(error.detail.contains(&error.trace_id) && !error.detail.contains("试一试"), "{}", error.detail);
    }
    let again = refused(dispatch(&desk, "provoke_panic", json!({ "message": "试一试" }), at(TODAY)));
    let first = refused(dispatch(&desk, "provoke_panic", json!({ "message": "试一试" }), at(TODAY)));
    assert_ne!(again.trace_id, first.trace_id);
    let list = worklist(&desk, "all");
    assert_eq!((list.total, list.counts.office), (2, 1), "two calls; the report of the month stands apart");
    dispatch(&desk, "sign_in", json!({ "staff": null }), at(TODAY)).expect("the office can still be written");
}

fn worklist(desk: &Desk, tab: &str) -> Worklist {
    let query = json!({ "tab": tab, "find": "", "offset": 0, "limit": 50 });
    let list = dispatch(desk, "worklist", query, at(TODAY)).expect("the list is there");
    serde_json::from_value(list).expect("it is a list")
}

#[test]
fn each_tab_shows_as_many_as_it_counts() {
    let desk = Desk::new();
    let dir = closed_office();
    open(&desk, dir.path(), at(TODAY)).expect("the office opens");
    for tab in ["overdue", "today", "tomorrow", "week", "call_back", "all", "office"] {
        let list = worklist(&desk, tab);
        let counts = &list.counts;
        let counted = match tab {
            "overdue" => counts.overdue,
            "today" => counts.today,
            "tomorrow" => counts.tomorrow,
            "week" => counts.week,
            "call_back" => counts.call_back,
            "office" => counts.office,
            _ => counts.all,
        };
        assert_eq!((list.total, list.rows.len() as u32), (counted, counted), "{tab}");
    }
    let counts = worklist(&desk, "all").counts;
    assert_eq!((counts.overdue, counts.today, counts.all), (1, 1, 2));
    let query = json!({ "tab": "never", "find": "", "offset": 0, "limit": 50 });
    assert_eq!(refused(dispatch(&desk, "worklist", query, at(TODAY))).code, "unknown_tab");
}

#[test]
fn an_office_that_is_open_elsewhere_is_refused_in_plain_words() {
    let dir = closed_office();
    let (first, second) = (Desk::new(), Desk::new());
    open(&first, dir.path(), at(TODAY)).expect("the office opens");
    let error = refused(open(&second, dir.path(), at(TODAY)));
    assert_eq!(error.code, "locked");
    assert_eq!(error.detail, "这个办公室正由另一个程序打开。请先关闭那一个,再试一次。");
    dispatch(&first, "close_office", Value::Null, at(TODAY)).expect("it closes");
    open(&second, dir.path(), at(TODAY)).expect("now it opens");
    open(&second, dir.path(), at(TODAY)).expect("the desk that has it can open it again");
}

#[test]
fn a_folder_without_an_office_is_no_office() {
    let empty = TempDir::new().expect("a folder");
    let error = refused(open(&Desk::new(), empty.path(), at(TODAY)));
    assert_eq!(error.code, "not_found");
    assert!(error.detail.starts_with("这里没有办公室"), "{}", error.detail);
    assert_eq!(std::fs::read_dir(empty.path()).expect("it can be read").count(), 0, "nothing is left behind");

    let text = TempDir::new().expect("a folder");
    let dir = closed_office();
    let database = std::fs::read_dir(dir.path()).expect("it can be read").filter_map(Result::ok);
    let mut database = database.map(|e| e.path()).filter(|p| p.is_file()).collect::<Vec<_>>();
    database.sort_by_key(|p| std::cmp::Reverse(p.metadata().map_or(0, |m| m.len())));
    let name = database[0].file_name().expect("a file has a name");
    std::fs::write(text.path().join(name), "这不是数据库,只是一段话。".repeat(200)).expect("it is written");
    let error = refused(open(&Desk::new(), text.path(), at(TODAY)));
    assert_eq!(error.code, "wrong_key_or_corrupt", "{}", error.detail);
}

#[test]
fn without_an_open_office_every_question_about_it_says_so() {
    let error = refused(dispatch(&Desk::new(), "problems", Value::Null, at(TODAY)));
    assert_eq!(error.code, "no_office");
    assert!(error.detail.contains("打开或新建"));
}

#[test]
fn a_new_office_needs_a_name_a_known_policy_and_a_folder_of_its_own() {
    let desk = Desk::new();
    let dir = TempDir::new().expect("a folder");
    let office = dir.path().join("office");
    let create = |name: &str, packs: &[&str]| {
        dispatch(&desk, "create_office", json!({ "dir": office, "name": name, "packs": packs }), at(TODAY))
    };
    assert_eq!(refused(create(" ", &["002-12"])).code, "name_missing");
    assert_eq!(refused(create("某某花园", &[])).code, "pack_missing");
    assert_eq!(refused(create("某某花园", &["002-99"])).code, "not_found");
    assert!(!office.exists(), "nothing is left behind");

    let status = create("某某花园", &["002-12"]).expect("it is made");
    assert_eq!(status["office"]["name"], "某某花园");
    assert_eq!(status["office"]["packs"][0]["effective_from"], TODAY);
    let twice = refused(create("某某花园", &["002-12"]));
    assert_eq!(twice.code, "office_exists");
    assert!(twice.detail.contains("已经有一个办公室"), "{}", twice.detail);
}

#[test]
fn a_window_refuses_a_clock_set_by_hand_on_a_real_office_and_writes_nothing() {
    let dir = closed_office();
    let window = Desk::new();
    let error = refused(open(&window, dir.path(), pretended("2027-03-01")));
    assert_eq!(error.code, "pretended_clock");
    assert!(error.detail.contains("HUIFANG_TODAY"));
    assert!(dispatch(&window, "problems", Value::Null, at(TODAY)).is_err(), "it is not open");

    let status = open(&window, dir.path(), at(TODAY)).expect("on the true clock it opens");
    assert_eq!(status["office"]["notices"], json!([]), "no trace of the day that was set by hand");
}

#[test]
fn a_headless_host_may_set_the_clock_and_a_demonstration_office_may_in_a_window() {
    let dir = closed_office();
    let headless = Desk::headless(PackShelf::default());
    let status = open(&headless, dir.path(), pretended(TODAY)).expect("it opens");
    assert_eq!(status["office"]["notices"][0]["code"], "pretended_clock");

    let sample = TempDir::new().expect("a folder");
    let new = NewOffice {
        name: "演示".to_owned(),
        packs: vec!["002-12".to_owned()],
        effective_from: crate::common::day(TODAY),
        sample: true,
    };
    drop(Office::create(sample.path(), &new, &PackShelf::default(), at(TODAY)).expect("it is made"));
    open(&Desk::new(), sample.path(), pretended(TODAY)).expect("it opens");
}

#[test]
fn folders_opened_lately_are_remembered_the_last_one_first() {
    let (first, second, home) = (closed_office(), closed_office(), TempDir::new().expect("a folder"));
    let file = home.path().join("huifang/recent");
    let desk = Desk::new().remember_in(file.clone());
    for dir in [&first, &second, &first] {
        open(&desk, dir.path(), at(TODAY)).expect("the office opens");
    }
    drop(desk);
    let later = Desk::new().remember_in(file);
    let status = dispatch(&later, "desk_status", Value::Null, at(TODAY)).expect("it answers");
    assert_eq!(status["recent"], json!([first.path(), second.path()]));
}

#[test]
fn a_draw_goes_over_the_wire_from_looking_to_the_sheet() {
    let dir = closed_office();
    let desk = Desk::new();
    open(&desk, dir.path(), at(TODAY)).expect("the office opens");
    let run = |command: &str, payload: Value| dispatch(&desk, command, payload, at(TODAY));
    let enable = json!({ "act": "enable", "pack": "002-09", "from": TODAY, "values": {}, "overrides": null,
        "new_text": false, "holidays": null, "approver": null, "reason": "经理会议" });
    run("change_policy", enable).expect("the pack is enabled");
    let work = worklist(&desk, "office");
    let task = &work.rows.iter().find(|row| row.settled_by == "draw" && row.rule == "monthly").expect("a draw").id;
    let frame = run("draw_preview", json!({ "task": task })).expect("the frame");
    assert_eq!((&frame["population"], &frame["take"]), (&json!(6), &json!(6)), "nobody complained this month");
    let drawn = run("draw", json!({ "task": task, "hash": frame["hash"], "seed": null })).expect("it is drawn");
    assert_eq!(drawn["taken"], 6);
    let twice = refused(run("draw", json!({ "task": task, "hash": null, "seed": null })));
    assert_eq!(twice.code, "already_drawn");

    let draws = run("draws", Value::Null).expect("the draws");
    assert_eq!((&draws[0]["draw"], &draws[0]["agreed"]), (&drawn["draw"], &json!(false)));
    let sheet = run("draw_sheet", json!({ "draw": drawn["draw"], "whole": true })).expect("the sheet");
    assert_eq!(sheet["ranking"].as_array().map(Vec::len), Some(6));
    let nobody = run("replace_drawn", json!({ "draw": drawn["draw"], "rank": 1, "reason": "出国" }));
    assert_eq!(refused(nobody).code, "no_next_rank", "all of them are drawn");
    let path = dir.path().join("抽样单.xlsx");
    run("export_draw", json!({ "draw": drawn["draw"], "path": path })).expect("it is written");
    assert!(path.exists());
    let me = run("staff_list", Value::Null).expect("staff")[0]["id"].clone();
    run("void_draw", json!({ "draw": drawn["draw"], "approver": me, "reason": "名单不全" })).expect("it is taken back");
    assert!(worklist(&desk, "office").rows.iter().any(|row| &row.id == task), "it can be drawn again");
}

#[test]
fn what_was_finished_is_taken_back_over_the_wire() {
    let dir = closed_office();
    let desk = Desk::new();
    open(&desk, dir.path(), at(TODAY)).expect("the office opens");
    let run = |command: &str, payload: Value| dispatch(&desk, command, payload, at(TODAY));
    let task = worklist(&desk, "office").rows[0].id.clone();
    let finish = json!({ "act": "finish", "task": task, "client": null, "day": null, "to": null, "reason": "" });
    let decided = run("decide", finish).expect("it is done");
    assert_eq!(run("finished", Value::Null).expect("what is done")[0]["task"], json!(task));
    let void = json!({ "decision": decided["decision"], "reason": "点错了" });
    run("void_decision", void).expect("it is taken back");
    assert_eq!(worklist(&desk, "office").rows[0].id, task);
    let detail = run("task_detail", json!({ "task": task })).expect("the task");
    assert_eq!(detail["decisions"][0]["voided"], true);
}
