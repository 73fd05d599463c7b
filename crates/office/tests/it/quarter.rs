//! The quarter's figures after known records, in the model, in the lists behind them and in the workbook.

use crate::common::{HOUSEHOLDS, STAFF, Small, about_client, about_task, asked, at, complaints};
use calamine::{DataType, Reader, Xlsx, open_workbook};
use huifang_office::Office;
use huifang_office::wire::{Desk, FigureList, QuarterlyReport, RecordFollowUp, VoidRecord, dispatch};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::Path;

const TODAY: &str = "2026-09-30";

/// Complaints due in the third quarter, one of them in the second, and an appointment whose three tasks nobody did.
fn prepared() -> (Small, String) {
    let mut small = Small::new(&["002-12", "001-01"], "2026-01-01", at(TODAY));
    small.import("员工.csv", STAFF, at(TODAY));
    small.import("业主档案.csv", HOUSEHOLDS, at(TODAY));
    let rows = [
        ["TS1", "0101", "2026-07-01", "一般", ""],
        ["TS2", "0102", "2026-07-10", "一般", ""],
        ["TS3", "0103", "2026-08-03", "一般", ""],
        ["TS4", "0104", "2026-08-10", "一般", ""],
        ["TS5", "0105", "2026-09-01", "一般", ""],
        ["TS6", "0106", "2026-06-20", "一般", ""],
        ["TS7", "0101", "2026-09-29", "一般", ""],
    ];
    small.import("投诉登记.csv", &complaints(&rows), at(TODAY));
    let appointment = "预约号,房号,姓名,登记时间,预约就诊时间,项目,状态\n\
                       Y1,1栋1单元0106,己六,2026-09-01 10:00,2026-09-10 09:00,洁牙,待就诊\n";
    small.import("预约登记.csv", appointment, at(TODAY));
    let on = |day: &str, no: &str, satisfied: &str, small: &mut Small| {
        let task = small.line(TODAY, "complaint", no).id;
        let call = RecordFollowUp { on: Some(day.to_owned()), ..asked(&task, satisfied, "王芳") };
        small.office.record_follow_up(&call, at(TODAY)).expect("it is written").record
    };
    let first = on("2026-07-03", "TS1", "满意", &mut small);
    on("2026-07-15", "TS2", "不满意", &mut small);
    on("2026-06-22", "TS6", "满意", &mut small);
    for (act, no) in [("give_up", "TS3"), ("waive", "TS4")] {
        let task = small.line(TODAY, "complaint", no).id;
        small.decide(about_task(act, &task), at(TODAY));
    }
    (small, first)
}

/// Numerator and denominator of each figure.
type Figures = BTreeMap<String, (u32, Option<u32>)>;

fn figures(office: &Office) -> Figures {
    let model = office.quarterly("2026Q3", at(TODAY)).expect("the quarter is computed");
    model.figures().into_iter().map(|f| (f.kind.id().to_owned(), (f.numerator, f.denominator))).collect()
}

fn expected() -> Figures {
    let figures = [
        // TS1, TS2, TS3 and TS5, and confirmation, check and reminder of the appointment. TS7 is due in October.
        ("due_count", (7, None)),
        ("done_count", (2, None)),
        ("on_time_count", (1, None)),
        ("coverage", (2, Some(7))),
        ("on_time_rate", (1, Some(2))),
        ("satisfaction_rate", (1, Some(2))),
        ("lost_count", (1, None)),
        ("missed_count", (3, None)),
        ("waived_count", (1, None)),
    ];
    figures.into_iter().map(|(id, figure)| (id.to_owned(), figure)).collect()
}

#[test]
fn each_figure_counts_exactly_what_its_definition_says() {
    let (small, _) = prepared();
    assert_eq!(figures(&small.office), expected());
}

#[test]
fn the_quarter_before_has_its_own() {
    let (small, _) = prepared();
    let model = small.office.quarterly("2026Q2", at(TODAY)).expect("the quarter is computed");
    assert_eq!((model.counts.due, model.counts.done, model.counts.on_time), (1, 1, 1));
}

#[test]
fn a_record_struck_out_later_no_longer_counts() {
    let (mut small, record) = prepared();
    let wish = VoidRecord { record, reason: "记错了户".to_owned() };
    small.office.void_record(&wish, at(TODAY)).expect("it is struck out");
    let mut expected = expected();
    expected.insert("done_count".to_owned(), (1, None));
    expected.insert("on_time_count".to_owned(), (0, None));
    expected.insert("coverage".to_owned(), (1, Some(7)));
    expected.insert("on_time_rate".to_owned(), (0, Some(1)));
    expected.insert("satisfaction_rate".to_owned(), (0, Some(1)));
    assert_eq!(figures(&small.office), expected);
}

#[test]
fn a_pause_takes_out_what_falls_due_in_it() {
    let (mut small, _) = prepared();
    let client = small.client("戊五");
    small.decide(about_client("pause", &client), at(TODAY));
    assert_eq!(figures(&small.office), expected(), "what fell due before it stays on the record");
}

#[test]
fn targets_say_what_was_reached_of_what_was_asked() {
    let (small, _) = prepared();
    let model = small.office.quarterly("2026Q3", at(TODAY)).expect("the quarter is computed");
    let target = |title: &str| {
        let found = model.targets.iter().find(|t| t.title == title).expect("the policy has this target");
        (found.numerator, found.denominator, found.met)
    };
    assert_eq!(target("投诉回访率"), (2, Some(4), Some(true)));
    assert_eq!(target("维修回访率"), (0, Some(0), None));
    assert_eq!(target("反映的问题处理率"), (0, Some(1), Some(false)));
}

#[test]
fn an_exported_workbook_names_the_same_figures() {
    let (small, _) = prepared();
    let file = small.dir.path().join("季报.xlsx");
    small.office.export_quarterly("2026Q3", &file, at(TODAY)).expect("it is written");
    assert_eq!(named_values(&file), values(&expected()));
}

/// What a spreadsheet program finds under each figure's name.
fn named_values(file: &Path) -> BTreeMap<String, f64> {
    let mut book: Xlsx<_> = open_workbook(file).expect("it is a workbook");
    let names = book.defined_names().to_vec();
    let known = expected();
    let names = names.into_iter().filter(|(name, _)| known.contains_key(name));
    names
        .map(|(name, target)| {
            let (sheet, cell) = target.rsplit_once('!').expect("a sheet and a cell");
            let range = book.worksheet_range(sheet.trim_matches('\'')).expect("the sheet is there");
            let value = range.get_value(position(cell)).and_then(DataType::as_f64);
            (name, (value.expect("a number") * 10_000.0).round() / 10_000.0)
        })
        .collect()
}

/// `$B$5` as row and column from 0.
fn position(cell: &str) -> (u32, u32) {
    let cell = cell.replace('$', "");
    let (column, row) = cell.split_at(1);
    let column = column.bytes().next().expect("a letter") - b'A';
    (row.parse::<u32>().expect("a row") - 1, u32::from(column))
}

fn values(figures: &Figures) -> BTreeMap<String, f64> {
    let value = |(numerator, denominator): (u32, Option<u32>)| match denominator {
        Some(denominator) => (f64::from(numerator) / f64::from(denominator) * 10_000.0).round() / 10_000.0,
        None => f64::from(numerator),
    };
    figures.iter().map(|(id, figure)| (id.clone(), value(*figure))).collect()
}

#[test]
fn every_figure_opens_a_list_of_as_many_rows_on_the_wire() {
    let (small, _) = prepared();
    let Small { office, dir } = small;
    drop(office);
    let desk = Desk::new();
    let call = |command: &str, payload: Value| dispatch(&desk, command, payload, at(TODAY)).expect("it answers");
    call("open_office", json!({ "dir": dir.path() }));
    let report = call("quarterly_report", json!({ "period": "2026Q3" }));
    let report: QuarterlyReport = serde_json::from_value(report).expect("it is a report");
    let shown: Figures = report.figures.iter().map(|f| (f.id.clone(), (f.numerator, f.denominator))).collect();
    assert_eq!(shown, expected());
    for figure in &report.figures {
        let query = json!({ "period": "2026Q3", "figure": figure.id, "offset": 0, "limit": 100 });
        let list: FigureList = serde_json::from_value(call("figure_list", query)).expect("it is a list");
        assert_eq!(list.total, figure.denominator.unwrap_or(figure.numerator), "{}", figure.id);
        assert_eq!(list.rows.len() as u32, list.total, "{}", figure.id);
    }
}

#[test]
fn every_number_of_a_table_and_every_target_opens_its_list() {
    let (small, _) = prepared();
    let Small { office, dir } = small;
    drop(office);
    let desk = Desk::new();
    let call = |command: &str, payload: Value| dispatch(&desk, command, payload, at(TODAY)).expect("it answers");
    call("open_office", json!({ "dir": dir.path() }));
    let report = call("quarterly_report", json!({ "period": "2026Q3" }));
    let report: QuarterlyReport = serde_json::from_value(report).expect("it is a report");
    let total = |table: &str, key: &str, figure: &str| {
        let query =
            json!({ "period": "2026Q3", "figure": figure, "table": table, "key": key, "offset": 0, "limit": 100 });
        let list: FigureList = serde_json::from_value(call("figure_list", query)).expect("it is a list");
        list.total
    };
    let mut opened = 0;
    for table in &report.tables {
        for (cells, key) in table.rows.iter().zip(&table.keys) {
            for (cell, figure) in cells.iter().zip(&table.figures) {
                let (Some(figure), Ok(number)) = (figure, cell.parse::<u32>()) else { continue };
                assert_eq!(total(&table.id, key, figure), number, "{} {key} {figure}", table.title);
                opened += 1;
            }
        }
    }
    assert!(opened > 10, "{opened} numbers");
    for target in &report.targets {
        let Some(id) = &target.id else { continue };
        let of: u32 = target.reached.split(['/', ' ']).nth(1).expect("a share").parse().expect("its denominator");
        assert_eq!(total("target", id, "coverage"), of, "{}", target.title);
    }
    let unknown =
        json!({ "period": "2026Q3", "figure": "coverage", "table": "by_moon", "key": "", "offset": 0, "limit": 1 });
    assert_eq!(dispatch(&desk, "figure_list", unknown, at(TODAY)).expect_err("no such table").code, "not_found");
}
