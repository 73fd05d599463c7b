//! Drawing and finishing from the command line.

use crate::place::Place;
use calamine::{Reader, Xlsx, open_workbook};
use serde_json::{Value, json};

/// Twenty households under 002-09: ten of all are drawn each month.
fn place() -> Place {
    let place = Place::new();
    place.run(&["init", "o", "--pack", "002-09", "--pack", "002-12", "--effective-from", "2026-09-01"]);
    let row = |n: u32| format!("1栋1单元{n:04},户主{n:02},138000{n:05},90\n");
    place.file("业主档案.csv", &("房号,业主姓名,联系电话,面积\n".to_owned() + &(1..=20).map(row).collect::<String>()));
    assert_eq!(place.run(&["import", "o", "业主档案.csv"]).code, 0);
    place
}

fn task(place: &Place, rule: &str) -> String {
    let tasks = place.run(&["tasks", "o", "--state", "open", "--json"]).json();
    let mut found = tasks["tasks"].as_array().expect("tasks").iter().filter(|t| t["rule"] == rule);
    found.next().expect("a task of the rule")["id"].as_str().expect("an id").to_owned()
}

#[test]
fn a_draw_is_looked_at_made_once_and_written_as_a_sheet() {
    let place = place();
    let task = task(&place, "monthly");
    let look = place.run(&["draw", "o", &task, "--look", "--json"]).json();
    assert_eq!((&look["population"], &look["take"]), (&json!(20), &json!(10)));

    let drawn = place.run(&["draw", "o", &task, "--seed", "3 5 1 6", "--out", "抽样单.xlsx", "--json"]);
    let sheet: Value = drawn.json();
    assert_eq!((drawn.code, &sheet["row"]["seed"], &sheet["row"]["agreed"]), (0, &json!("3 5 1 6"), &json!(true)));
    assert_eq!((&sheet["row"]["hash"], &sheet["row"]["taken"]), (&look["hash"], &json!(10)));
    let mut book: Xlsx<_> = open_workbook(place.0.path().join("抽样单.xlsx")).expect("it is a workbook");
    assert!(book.worksheet_range_at(0).expect("it has a sheet").is_ok());

    let again = place.run(&["draw", "o", &task]);
    assert!(again.code == 2 && again.err.contains("already_drawn"), "{}", again.err);
}

#[test]
fn without_a_seed_chance_is_the_systems() {
    let drawn = {
        let place = place();
        place.run(&["draw", "o", &task(&place, "monthly"), "--json"]).json()
    };
    assert_eq!(drawn["row"]["agreed"], false);
    assert_eq!(drawn["row"]["seed"].as_str().expect("a seed").len(), 32);
}

#[test]
fn the_offices_work_is_finished_and_a_call_is_not() {
    let place = place();
    let report = task(&place, "report.客户回访记录");
    let done = place.run(&["finish", "o", &report, "--note", "已交办公室"]);
    assert_eq!((done.code, done.out.trim()), (0, "已办完"));
    let again = place.run(&["finish", "o", &report]);
    assert!(again.code == 2 && again.err.contains("already_done"), "{}", again.err);
    let draw = place.run(&["finish", "o", &task(&place, "monthly")]);
    assert!(draw.code == 2 && draw.err.contains("finish_draw"), "{}", draw.err);
}
