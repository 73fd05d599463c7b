//! Paper from the command line.

use crate::place::Place;
use serde_json::json;

#[test]
fn a_form_a_card_and_a_list_are_written_as_pdf() {
    let place = Place::with_office();
    let task = place.task("TS1")["id"].as_str().expect("an id").to_owned();
    let sheets: [(&[&str], u32); 4] = [
        (&["form", &task, "--blank"], 1),
        (&["blank", "002-12", "record"], 1),
        (&["card", "甲一"], 1),
        // Two people have a visit each.
        (&["visits", "--on", "2026-09-30"], 2),
    ];
    for (sheet, pages) in sheets {
        let run = place.run(&[&["print", "o"], sheet, &["--out", "a.pdf", "--json"]].concat());
        assert_eq!(run.code, 0, "{sheet:?}: {}", run.err);
        let document = run.json();
        assert_eq!((&document["path"], &document["pages"]), (&json!("a.pdf"), &json!(pages)), "{sheet:?}");
        let bytes = std::fs::read(place.0.path().join("a.pdf")).expect("the file is there");
        assert!(bytes.starts_with(b"%PDF-"), "{sheet:?}");
    }
}

#[test]
fn the_rows_of_a_list_are_told_so_that_the_sheets_can_be_typed_in_order() {
    let place = Place::with_office();
    let rows = place.run(&["print", "o", "visits", "--out", "a.pdf", "--json"]).json()["rows"].clone();
    let of = |no: &str| json!([place.task(no)["id"]]);
    let told: Vec<_> = rows.as_array().expect("rows").iter().map(|row| (&row["number"], &row["tasks"])).collect();
    let important = "TS2 is important: another person's list";
    assert_eq!(told, [(&json!(1), &of("TS2")), (&json!(1), &of("TS1"))], "{important}");
}

#[test]
fn what_cannot_be_printed_is_refused_in_plain_words_and_nothing_is_written() {
    let place = Place::with_office();
    let task = place.task("TS1")["id"].as_str().expect("an id").to_owned();
    let refusals: [(&[&str], &str); 4] = [
        (&["form", &task], "not_recorded"),
        (&["form", "nothing"], "not_found"),
        (&["blank", "002-12", "nothing"], "not_found"),
        (&["draw", "nothing"], "not_found"),
    ];
    for (sheet, code) in refusals {
        let run = place.run(&[&["print", "o"], sheet, &["--out", "a.pdf"]].concat());
        assert!(run.code == 2 && run.err.contains(code), "{sheet:?}: {}", run.err);
    }
    let nowhere = place.run(&["print", "o", "card", "甲一", "--out", "无/a.pdf"]);
    assert!(nowhere.code == 2 && nowhere.err.contains("文件夹不存在"), "{}", nowhere.err);
    assert!(!place.0.path().join("a.pdf").exists());
}
