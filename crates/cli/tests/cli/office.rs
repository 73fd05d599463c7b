//! An office from the command line: made, asked, written, reported.

use crate::place::{Place, keys, keys_are};
use calamine::{Reader, Xlsx, open_workbook};
use serde_json::json;

#[test]
fn init_makes_an_office_once() {
    let place = Place::new();
    let args = ["init", "o", "--pack", "002-12", "--effective-from", "2026-01-01", "--json"];
    let made = place.run(&args);
    assert_eq!(made.json(), json!({ "dir": "o", "packs": ["002-12"], "effective_from": "2026-01-01" }));
    assert_eq!(made.code, 0);
    for folder in ["o/attachments", "o/backups"] {
        assert!(place.0.path().join(folder).is_dir(), "{folder}");
    }
    let again = place.run(&args);
    assert_eq!((again.code, again.out.as_str()), (2, ""));
    assert!(again.err.contains("office_exists"), "{}", again.err);
    let unknown = place.run(&["init", "p", "--pack", "002-99"]);
    assert!(unknown.code == 2 && unknown.err.contains("002-99"), "{}", unknown.err);
}

#[test]
fn tasks_print_every_key_and_every_state_or_those_asked_for() {
    let place = Place::with_office();
    let run = place.run(&["tasks", "o", "--json"]);
    assert_eq!(run.code, 0);
    let document = run.json();
    let tasks = document["tasks"].as_array().expect("tasks");
    let of_clients = tasks.iter().filter(|task| task["client"].is_string()).count();
    assert_eq!(of_clients, 2, "besides them there is the office's own work: the monthly report");
    let asked = [
        "id", "rule", "clauses", "client", "matter", "no", "step", "need", "opens", "due", "latest", "channels",
        "role", "assignee", "state", "because",
    ];
    assert!(tasks.iter().all(|task| asked.iter().all(|key| keys(task).contains(key))), "{document}");

    let task = place.task("TS1");
    assert_eq!(
        (&task["opens"], &task["due"], &task["state"]),
        (&json!("2026-09-28"), &json!("2026-10-01"), &json!("open"))
    );
    assert_eq!((&task["rule"], &task["step"], &task["need"]), (&json!("complaint"), &json!(1), &json!(1)));
    assert_eq!((&task["role"], &task["channels"]), (&json!("物业助理"), &json!(["home_visit", "phone"])));
    let because = task["because"].as_str().expect("a sentence");
    assert!(because.starts_with("投诉 TS1 于 09-28 处理完毕,须在 3 天内回访,最迟 10-01。依据 002-12-03"), "{because}");

    let overdue = place.run(&["tasks", "o", "--state", "overdue,done", "--json"]).json();
    let numbers: Vec<_> = overdue["tasks"].as_array().expect("tasks").iter().map(|t| t["no"].clone()).collect();
    assert_eq!(numbers, ["TS2"]);
    let unknown = place.run(&["tasks", "o", "--state", "overdo", "--json"]);
    assert!(unknown.code == 2 && unknown.err.contains("unknown_state"), "{}", unknown.err);
}

#[test]
fn the_day_decides_what_is_overdue() {
    let place = Place::with_office();
    let state = |today| {
        let run = place.run_with(&["tasks", "o", "--json"], &[("HUIFANG_TODAY", today)]).json();
        run["tasks"].as_array().expect("tasks").iter().find(|t| t["no"] == "TS1").map(|t| t["state"].clone())
    };
    assert_eq!(state("2026-10-01"), Some(json!("open")));
    assert_eq!(state("2026-10-02"), Some(json!("overdue")));
}

#[test]
fn a_day_that_is_no_day_is_refused() {
    let run = Place::new().run_with(&["packs", "list"], &[("HUIFANG_TODAY", "明天")]);
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(run.err.contains("bad_today") && run.err.contains("明天"), "{}", run.err);
}

#[test]
fn explain_says_why_and_why_not_says_why_not() {
    let place = Place::with_office();
    let task = place.task("TS1");
    let id = task["id"].as_str().expect("an id");
    let explained = place.run(&["explain", "o", id, "--json"]).json();
    keys_are(&explained, &["task", "because", "withdrawn_because"]);
    assert_eq!((&explained["because"], &explained["task"]), (&task["because"], &task));
    let unknown = place.run(&["explain", "o", "0000"]);
    assert!(unknown.code == 2 && unknown.err.contains("not_found"), "{}", unknown.err);

    let why = place.run(&["why-not", "o", "甲一", "--json"]).json();
    assert_eq!(why["client"], task["client"]);
    let rules = why["rules"].as_array().expect("rules");
    rules.iter().for_each(|rule| keys_are(rule, &["pack", "rule", "title", "on_list", "text"]));
    let of = |id: &str| rules.iter().find(|r| r["rule"] == id).expect("each rule answers");
    assert_eq!((&of("complaint")["on_list"], &of("complaint")["text"]), (&json!(true), &task["because"]));
    assert_eq!((&of("repair")["on_list"], &of("repair")["text"]), (&json!(false), &json!("没有维修")));

    let nobody = place.run(&["why-not", "o", "无此人"]);
    assert_eq!(nobody.code, 2);
    let two = place.run(&["why-not", "o", "1栋1单元"]);
    assert!(two.code == 2 && two.err.contains("ambiguous_client"), "{}", two.err);
}

#[test]
fn record_settles_a_task_and_a_form_with_gaps_is_refused() {
    let place = Place::with_office();
    let task = place.task("TS1");
    let id = task["id"].as_str().expect("an id");
    let call = ["record", "o", "--task", id, "--channel", "phone", "--outcome", "reached", "--json"];
    let gaps = place.run(&call);
    assert!(gaps.code == 2 && gaps.err.contains("form_incomplete") && gaps.err.contains("是否满意"), "{}", gaps.err);
    assert_eq!(place.task("TS1")["state"], "open");

    let answers = r#"{"content":"问了处理情况","satisfied":"不满意"}"#;
    let done = place.run(&[&call[..], &["--answers", answers]].concat());
    let document = done.json();
    assert_eq!((done.code, &document["settled"]), (0, &json!([id])));
    assert_eq!(document["problems"][0]["no"], "WT260001");
    assert_eq!(place.task("TS1")["state"], "done");

    let nobody = place.run(&[&call[..], &["--by", "无此人"]].concat());
    assert!(nobody.code == 2 && nobody.err.contains("无此人"), "{}", nobody.err);
    let garbage = place.run(&[&call[..], &["--answers", "满意"]].concat());
    assert!(garbage.code == 2 && garbage.err.contains("bad_answers"), "{}", garbage.err);
}

#[test]
fn report_writes_the_quarter_as_a_workbook() {
    let place = Place::with_office();
    let run =
        place.run(&["report", "o", "--report", "quarterly", "--period", "2026Q3", "--out", "季报.xlsx", "--json"]);
    assert_eq!((run.code, run.json()), (0, json!({ "path": "季报.xlsx", "rows": 1 })), "TS2 was due in the quarter");
    let book: Xlsx<_> = open_workbook(place.0.path().join("季报.xlsx")).expect("it is a workbook");
    assert!(book.defined_names().iter().any(|(name, _)| name == "coverage"));
    for period in ["2026", "2026Q5", "三季度"] {
        let bad = place.run(&["report", "o", "--period", period, "--out", "x.xlsx"]);
        assert!(bad.code == 2 && bad.err.contains("bad_period"), "{period}: {}", bad.err);
    }
    assert!(!place.0.path().join("x.xlsx").exists());
    let unknown = place.run(&["report", "o", "--report", "daily", "--period", "2026Q3", "--out", "x.xlsx"]);
    assert!(unknown.code == 2 && unknown.err.contains("unknown_report"), "{}", unknown.err);
}

#[test]
fn plan_and_call_print_documents() {
    let place = Place::with_office();
    let plan = place.run(&["plan", "o", "--json"]);
    let nothing = json!({ "new": 0, "moved": 0, "withdrawn": 0, "again": 0, "failures": [] });
    assert_eq!((plan.code, plan.json()), (0, nothing));

    let query = r#"{"tab":"all","find":"","offset":0,"limit":10}"#;
    assert_eq!(
        place.run(&["call", "o", "worklist", query]).json()["total"],
        2,
        "two calls; the month's report stands apart"
    );
    let unknown = place.run(&["call", "o", "paint"]);
    assert!(unknown.code == 2 && unknown.err.contains("unknown_command"), "{}", unknown.err);
    let wish = r#"{"files":["投诉登记.csv"],"as":null,"dry_run":false,"mapping":{}}"#;
    let job = place.run(&["call", "o", "start_import", wish]).json();
    assert_eq!((&job["state"], &job["imports"][0]["unchanged"]), (&json!("done"), &json!(2)), "it waits for the job");
}

#[test]
fn search_says_what_was_matched() {
    let place = Place::with_office();
    let found = place.run(&["search", "o", "0001", "--json"]).json();
    let first = &found["clients"][0];
    keys_are(first, &["id", "name", "no", "place", "matched", "by", "text", "reading"]);
    assert_eq!((&first["name"], &found["total"]), (&json!("甲一"), &json!(1)));
    assert_eq!((&first["matched"], &first["by"]), (&json!("0001"), &json!("phone")), "the part that answers");
    let by_sound = place.run(&["search", "o", "jiay", "--json"]).json();
    let heard = &by_sound["clients"][0];
    assert_eq!((&heard["matched"], &heard["reading"]), (&json!("甲一"), &json!("jia yi")));
    let matters = place.run(&["search", "o", "ts1", "--json"]).json();
    assert_eq!((&matters["matters"][0]["no"], &matters["clients"]), (&json!("TS1"), &json!([])));
    let shown = place.run(&["search", "o", "甲y"]).out;
    assert!(shown.contains("【甲一】") && shown.contains("客户 1 位"), "{shown}");
}

#[test]
fn an_office_that_is_not_there_or_a_command_that_is_none_ends_with_two() {
    let place = Place::new();
    let run = place.run(&["tasks", "nowhere", "--json"]);
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(run.err.contains("这里没有办公室"), "{}", run.err);
    assert!(!run.err.contains('\u{1b}'), "no colours in a pipe");
    assert_eq!(place.run(&["frob"]).code, 2);
    assert_eq!(place.run(&[]).code, 2);
    assert_eq!(place.run(&["--version"]).code, 0);
}

#[test]
fn a_change_of_policies_is_foreseen_and_then_made() {
    let place = Place::with_office();
    let pause = ["preview", "o", "002-12", "--pause", "--from", "2026-01-01"];
    let seen = place.run(&pause);
    assert!(seen.code == 0 && seen.out.contains("撤回") && seen.out.contains("本制度自"), "{}", seen.out);
    let seen = place.run(&[&pause[..], &["--json"]].concat()).json();
    let withdrawn = seen["withdrawn"]["count"].as_u64().expect("a count");
    assert!(withdrawn >= 2, "both calls, and the reports of the months");
    assert_eq!(seen["weeks"].as_array().map(Vec::len), Some(13));
    assert_eq!(place.task("TS1")["state"], "open", "nothing was written");
    assert_eq!(place.run(&["pause", "o", "002-12", "--from", "2026-01-01"]).code, 0);
    assert_eq!(place.task("TS1")["state"], "withdrawn");
    let back = place.run(&["enable", "o", "002-12", "--from", "2026-01-01"]);
    assert!(back.code == 0 && back.out.contains("已启用"), "{}", back.out);
    assert_eq!(place.task("TS1")["state"], "open");
    let set = ["set", "o", "002-12", "--from", "2026-09-01", "--values"];
    let bad = place.run(&[&set[..], &[r#"{"fix_within":"soon"}"#]].concat());
    assert!(bad.code == 2 && bad.err.contains("param_invalid"), "{}", bad.err);
    assert_eq!(place.run(&[&set[..], &[r#"{"fix_within":"2 days"}"#]].concat()).code, 0);
    let page = place.run(&["call", "o", "pack_text", r#"{"id":"002-12"}"#]).json();
    let set = page["params"].as_array().expect("parameters").iter().find(|p| p["name"] == "fix_within");
    assert_eq!(set.expect("it is there")["value"], "2 days");
}
