//! A workbook reaches its place whole or not at all.

use crate::builders::{due, header, report};
use huifang_report::{ReportError, State, write_quarterly};
use std::fs;
use std::path::Path;

fn write(path: &Path) -> Result<u32, ReportError> {
    let report = report(vec![due("2026-08-03", State::Done)]);
    write_quarterly(&report, &header(), path).map(|written| written.rows)
}

fn names_in(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("the folder is there");
    entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect()
}

#[test]
fn an_older_report_of_the_same_name_is_replaced_and_nothing_else_is_left() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("报告.xlsx");
    fs::write(&path, "older").expect("written");
    assert_eq!(write(&path).expect("it is written"), 1);
    assert!(fs::read(&path).expect("it is there").starts_with(b"PK"));
    assert_eq!(names_in(folder.path()), ["报告.xlsx"]);
}

#[test]
fn a_place_that_cannot_be_written_to_is_named_with_what_to_do_and_left_as_it_was() {
    let folder = tempfile::tempdir().expect("a folder");
    // A folder of that name stands in the way, as an open file does where files in use may not be replaced.
    let path = folder.path().join("报告.xlsx");
    fs::create_dir(&path).expect("a folder in the way");
    let error = write(&path).expect_err("it cannot be written");
    assert_eq!(error.code(), "not_writable");
    let message = error.to_string();
    assert!(message.contains("报告.xlsx") && message.contains("请先关闭该文件"), "{message}");
    assert_eq!(names_in(folder.path()), ["报告.xlsx"], "the half-written file is gone");
    assert!(path.is_dir());
}

#[test]
fn a_folder_that_does_not_exist_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let error = write(&folder.path().join("没有").join("报告.xlsx")).expect_err("it cannot be written");
    assert_eq!(error.code(), "folder_missing");
    assert!(error.to_string().contains("没有"));
    assert!(names_in(folder.path()).is_empty());
}
