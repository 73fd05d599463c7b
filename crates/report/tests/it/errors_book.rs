//! Refused rows go back to the office as they came, with the reason beside them.

use crate::builders::day;
use crate::reading::{Book, date};
use calamine::Data;
use huifang_report::{Cell, ErrorSheet, REASON_COLUMN, write_errors, write_table};
use std::path::PathBuf;
use tempfile::TempDir;

fn target() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("待改.xlsx");
    (folder, path)
}

fn texts(row: &[Data]) -> Vec<String> {
    row.iter().map(ToString::to_string).collect()
}

fn strings(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

fn complaints() -> ErrorSheet {
    ErrorSheet {
        name: "投诉登记".to_owned(),
        headers: strings(&["姓名", "电话", "日期"]),
        rows: vec![strings(&["=甲", "013800000000", "2026-13-01"]), strings(&["乙"])],
        reasons: strings(&["第 3 列「日期」: 2026-13-01 不是日期,请写成 2026-12-01 的样子", "缺少电话"]),
    }
}

#[test]
fn titles_and_cells_come_back_as_text_and_the_reason_is_the_last_column() {
    let (_folder, path) = target();
    let written = write_errors(&path, &[complaints()]).expect("it is written");
    assert_eq!(written.rows, 2);
    let cells = Book::open(&path).cells("投诉登记");
    let rows: Vec<_> = cells.rows().map(texts).collect();
    assert_eq!(rows[0], ["姓名", "电话", "日期", REASON_COLUMN]);
    assert_eq!(rows[1][..3], ["=甲", "013800000000", "2026-13-01"]);
    assert!(rows[1][3].contains("不是日期"));
    assert_eq!(rows[2], ["乙", "", "", "缺少电话"]);
    assert!(cells.rows().flatten().all(|cell| matches!(cell, Data::String(_) | Data::Empty)));
    assert!(Book::open(&path).formulas("投诉登记").used_cells().next().is_none());
}

#[test]
fn the_reasons_of_an_earlier_try_are_replaced_not_repeated() {
    let (_folder, path) = target();
    let mut sheet = complaints();
    sheet.headers.push(REASON_COLUMN.to_owned());
    sheet.rows[0].push("上次的原因".to_owned());
    write_errors(&path, &[sheet]).expect("it is written");
    let rows: Vec<_> = Book::open(&path).cells("投诉登记").rows().map(texts).collect();
    assert_eq!(rows[0], ["姓名", "电话", "日期", REASON_COLUMN]);
    assert!(!rows.concat().contains(&"上次的原因".to_owned()));
}

#[test]
fn a_row_longer_than_the_titles_keeps_all_its_cells() {
    let (_folder, path) = target();
    let mut sheet = complaints();
    sheet.rows[0].push("多出的一格".to_owned());
    write_errors(&path, &[sheet]).expect("it is written");
    let rows: Vec<_> = Book::open(&path).cells("投诉登记").rows().map(texts).collect();
    assert_eq!(rows[0], ["姓名", "电话", "日期", "", REASON_COLUMN]);
    assert_eq!(rows[1][3], "多出的一格");
}

#[test]
fn sheet_names_that_excel_refuses_or_that_repeat_are_made_good() {
    let (_folder, path) = target();
    let long = "很长的名字".repeat(8);
    let names = ["a/b:c", "A b c", "", "History", &long, &long, "'引号'"];
    let sheets = names.map(|name| ErrorSheet { name: name.to_owned(), ..complaints() });
    write_errors(&path, &sheets).expect("it is written");
    let written = Book::open(&path).sheets();
    assert_eq!(written.len(), names.len());
    assert_eq!(written[..4], ["a b c", "A b c(2)", "未命名", "未命名(2)"]);
    assert!(written.iter().all(|name| name.chars().count() <= 31));
    assert_eq!(written[6], "引号");
}

#[test]
fn a_list_keeps_text_numbers_and_dates_apart() {
    let (_folder, path) = target();
    let row = vec![Cell::from("=甲"), Cell::Number(12.5), Cell::Date(Some(day("2026-08-03"))), Cell::Date(None)];
    write_table(&path, "客户清单", &["姓名", "金额", "日期", "离开"], &[row]).expect("it is written");
    let cells = Book::open(&path).cells("清单");
    let rows: Vec<_> = cells.rows().collect();
    assert_eq!(texts(rows[0])[0], "客户清单");
    assert_eq!(texts(rows[1]), ["姓名", "金额", "日期", "离开"]);
    assert_eq!((&rows[2][0], &rows[2][1]), (&Data::String("=甲".to_owned()), &Data::Float(12.5)));
    assert_eq!(date(&rows[2][2]), Some(day("2026-08-03")));
    assert_eq!(rows[2][3], Data::Empty);
}
