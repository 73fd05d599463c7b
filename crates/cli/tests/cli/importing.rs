//! Lists from the command line.

use crate::place::{COMPLAINTS, HOUSEHOLDS, Place};
use calamine::{Reader, Xlsx, open_workbook};
use serde_json::json;

#[test]
fn import_prints_a_document_with_rejected_rows_and_doubtful_cells() {
    let place = Place::new();
    place.run(&["init", "o", "--pack", "002-12"]);
    place.file("业主档案.csv", HOUSEHOLDS);
    let look = place.run(&["import", "o", "业主档案.csv", "--dry-run", "--json"]);
    let run = place.run(&["import", "o", "业主档案.csv", "--json"]);
    let expected = json!({
        "file": "业主档案.csv", "as": "clients", "rows": 3, "created": 2, "updated": 0, "unchanged": 0,
        "rejected": [{ "sheet": "业主档案", "row": 3, "code": "missing_name", "found": "1栋1单元0102 13800000002" }],
        "warnings": [{ "sheet": "业主档案", "row": 4, "column": "联系电话", "code": "phone_invalid", "found": "138-坏" }],
    });
    assert_eq!((run.code, run.json()), (1, expected.clone()));
    assert_eq!((look.code, look.json()), (1, expected), "a look before says the same");

    let again = place.run(&["import", "o", "业主档案.csv", "--json"]).json();
    assert_eq!((&again["created"], &again["updated"], &again["unchanged"]), (&json!(0), &json!(0), &json!(2)));
}

#[test]
fn import_of_several_files_prints_a_list_and_a_bad_file_keeps_no_other_out() {
    let place = Place::new();
    place.run(&["init", "o", "--pack", "002-12"]);
    place.file("业主档案.csv", HOUSEHOLDS);
    place.file("投诉登记.csv", COMPLAINTS);
    let run = place.run(&["import", "o", "业主档案.csv", "没有.csv", "投诉登记.csv", "--json"]);
    assert_eq!(run.code, 1);
    let documents = run.json();
    let files: Vec<_> = documents.as_array().expect("a list").iter().map(|d| d["file"].clone()).collect();
    assert_eq!(files, ["业主档案.csv", "投诉登记.csv", "没有.csv"]);
    assert_eq!((&documents[1]["created"], &documents[2]["error"]["code"]), (&json!(2), &json!("io")));

    let none = place.run(&["import", "o", "没有.csv", "--json"]);
    assert_eq!((none.code, &none.json()["error"]["code"]), (2, &json!("io")));
    assert!(none.err.contains("不存在"), "{}", none.err);
}

#[test]
fn import_can_be_told_what_a_list_is_and_what_its_columns_mean() {
    let place = Place::with_office();
    place.file("表.csv", "谁家,甲方\n1栋1单元0104,丁四\n");
    place.file("m.toml", "as = \"clients\"\n[columns]\n\"谁家\" = \"room\"\n\"甲方\" = \"name\"\n");
    let unknown = place.run(&["import", "o", "表.csv", "--dry-run"]);
    assert!(unknown.code == 2 && unknown.err.contains("no_header"), "{}", unknown.err);
    let mapped = place.run(&["import", "o", "表.csv", "--map", "m.toml", "--json"]);
    assert_eq!((mapped.code, &mapped.json()["created"]), (0, &json!(1)), "{}", mapped.err);
    let slip = place.run(&["import", "o", "投诉登记.csv", "--as", "complaints"]);
    assert!(slip.code == 2 && slip.err.contains("unknown_kind"), "{}", slip.err);
    for (mapping, word) in [("[columns]\n\"谁家\" = 3\n", "谁家"), ("[columns]\n谁家 = \"room\"\n", "第 2 行")]
    {
        place.file("m.toml", mapping);
        let bad = place.run(&["import", "o", "表.csv", "--map", "m.toml"]);
        assert!(bad.code == 2 && bad.err.contains("bad_mapping") && bad.err.contains(word), "{}", bad.err);
    }
}

#[test]
fn rejected_rows_come_back_as_a_workbook_and_an_import_can_be_taken_back() {
    let place = Place::new();
    place.run(&["init", "o", "--pack", "002-12"]);
    place.file("业主档案.csv", HOUSEHOLDS);
    place.run(&["import", "o", "业主档案.csv", "--errors", "错误行.xlsx"]);
    let mut book: Xlsx<_> = open_workbook(place.0.path().join("错误行.xlsx")).expect("it is a workbook");
    let sheet = book.worksheet_range_at(0).expect("it has a sheet").expect("it can be read");
    let text: Vec<_> = sheet.rows().flatten().map(ToString::to_string).collect();
    assert!(text.iter().any(|cell| cell.contains("没有姓名")), "{text:?}");

    let imports = place.run(&["imports", "o", "--json"]).json();
    assert_eq!(
        (&imports["imports"][0]["file"], &imports["imports"][0]["undone"]),
        (&json!("业主档案.csv"), &json!(false))
    );
    let undone = place.run(&["undo-import", "o", "1", "--json"]);
    assert_eq!((undone.code, &undone.json()["kept"]), (0, &json!([])));
    assert_eq!(place.run(&["search", "o", "甲", "--json"]).json()["total"], 0);
}
