//! The workbook says what the model says, and shows how.

use crate::builders::{day, done_on, due, full_quarter, header, report, third_quarter};
use crate::reading::{Book, date, part};
use calamine::{Data, DataType};
use huifang_report::{FigureKind, Header, Occurrence, Quarterly, Ratio, State, write_quarterly};
use std::path::PathBuf;
use tempfile::TempDir;

struct Written {
    _folder: TempDir,
    path: PathBuf,
}

fn written_with(report: &Quarterly, header: &Header) -> Written {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("季度报告.xlsx");
    let written = write_quarterly(report, header, &path).expect("it is written");
    assert_eq!(written.rows as usize, report.ledger.len());
    Written { _folder: folder, path }
}

fn written(report: &Quarterly) -> Written {
    written_with(report, &header())
}

fn number(cell: &Data) -> f64 {
    cell.as_f64().unwrap_or_else(|| panic!("{cell:?} is no number"))
}

#[test]
fn every_headline_figure_is_a_defined_name_that_says_what_the_model_says() {
    let report = full_quarter();
    let file = written(&report);
    let mut book = Book::open(&file.path);
    for figure in report.figures() {
        let share = figure.ratio().map(|ratio| ratio.share().expect("the example has some of each"));
        let expected = share.unwrap_or(f64::from(figure.numerator));
        assert_eq!(number(&book.named(figure.kind.id())), expected, "{}", figure.kind.id());
    }
}

#[test]
fn the_ledger_alone_gives_the_same_figures() {
    let report = full_quarter();
    let file = written(&report);
    let mut book = Book::open(&file.path);
    let ledger = book.ledger();
    let counted = |more: &[(&str, &str)]| ledger.count(&[&[("计入", "计入")], more].concat());
    let (reached, due, on_time) = (counted(&[("结果", "已访")]), counted(&[]), counted(&[("按期", "按期")]));
    let (happy, unhappy) = (counted(&[("满意度", "满意")]), counted(&[("满意度", "不满意")]));
    let counts = [
        ("due_count", due),
        ("done_count", reached),
        ("on_time_count", on_time),
        ("lost_count", counted(&[("结果", "失访")])),
        ("missed_count", counted(&[("结果", "漏访")])),
        ("waived_count", ledger.count(&[("计入", "免访")])),
    ];
    for (name, count) in counts {
        assert_eq!(number(&book.named(name)), f64::from(count), "{name}");
    }
    let rates =
        [("coverage", reached, due), ("on_time_rate", on_time, reached), ("satisfaction_rate", happy, happy + unhappy)];
    for (name, numerator, denominator) in rates {
        assert_eq!(number(&book.named(name)), f64::from(numerator) / f64::from(denominator), "{name}");
    }
}

#[test]
fn a_manager_can_follow_each_figure_to_the_rows_that_it_counts() {
    let report = full_quarter();
    let file = written(&report);
    let mut book = Book::open(&file.path);
    let last = report.ledger.len() + 3;
    for kind in FigureKind::ALL {
        let formula = book.named_formula(kind.id());
        match report.figure(kind).denominator {
            None => assert!(formula.contains(&format!("COUNTIFS(台账!$H$4:$H${last}")), "{}: {formula}", kind.id()),
            Some(_) => assert!(formula.starts_with("IF(") && formula.contains("\"—\""), "{}: {formula}", kind.id()),
        }
    }
    let groups = book.formulas("按部门与人员");
    let sums = groups.used_cells().filter(|(_, _, formula)| formula.starts_with("SUM(")).count();
    assert_eq!(sums, 6 + 6 + 7, "the counts of three tables, and who made the contacts");
}

#[test]
fn sums_of_groups_show_the_headline_counts() {
    let report = full_quarter();
    let file = written(&report);
    let cells = Book::open(&file.path).cells("按部门与人员");
    let totals: Vec<_> = cells.rows().filter(|row| row[0] == "合计").collect();
    assert_eq!(totals.len(), 3);
    for total in totals {
        let shown: Vec<_> = total[1..4].iter().map(number).collect();
        let counts = &report.counts;
        assert_eq!(shown, [counts.due, counts.done, counts.on_time].map(f64::from));
    }
}

#[test]
fn nothing_out_of_nothing_is_a_dash_on_paper_too() {
    let file = written(&report(Vec::new()));
    let mut book = Book::open(&file.path);
    for kind in FigureKind::ALL {
        match kind {
            FigureKind::Coverage | FigureKind::OnTimeRate | FigureKind::SatisfactionRate => {
                assert_eq!(book.named(kind.id()), Data::String("—".to_owned()), "{}", kind.id());
            }
            _ => assert_eq!(number(&book.named(kind.id())), 0.0, "{}", kind.id()),
        }
    }
}

#[test]
fn a_name_that_looks_like_a_formula_or_a_link_stays_text() {
    let names = ["=1+1", "+86", "-1", "@SUM(A1)", "http://example.com", "mailto:a@example.com", "00123"];
    let named = |name: &&str| Occurrence { client_name: (*name).to_owned(), ..due("2026-08-03", State::Done) };
    let file = written(&report(names.iter().map(named).collect()));
    let mut book = Book::open(&file.path);
    let cells = book.cells("台账");
    let mut clients: Vec<_> = (3..10).map(|row| cells.get_value((row, 2)).cloned()).collect();
    clients.sort_by_key(|cell| format!("{cell:?}"));
    let mut expected: Vec<_> = names.iter().map(|name| Some(Data::String((*name).to_owned()))).collect();
    expected.sort_by_key(|cell| format!("{cell:?}"));
    assert_eq!(clients, expected);
    assert!(book.formulas("台账").used_cells().next().is_none(), "the ledger has no formulas");
    assert!(!part(&file.path, "xl/worksheets/sheet4.xml").contains("hyperlink"));
}

#[test]
fn dates_are_dates_and_numbers_are_numbers() {
    let file = written(&report(vec![done_on("2026-08-03", "2026-08-04")]));
    let cells = Book::open(&file.path).cells("台账");
    assert_eq!(cells.get_value((3, 0)).map(number), Some(1.0));
    for (column, expected) in [(1, "2026-08-03"), (8, "2026-08-04")] {
        let cell = cells.get_value((3, column)).expect("a date");
        assert_eq!(date(cell), Some(day(expected)), "{cell:?}");
    }
    assert!(part(&file.path, "xl/styles.xml").contains("yyyy-mm-dd"));
}

#[test]
fn the_sheets_come_in_the_order_in_which_a_manager_reads() {
    let file = written(&full_quarter());
    let sheets = Book::open(&file.path).sheets();
    assert_eq!(sheets, ["封面", "按部门与人员", "满意度", "台账", "逾期未访", "免访与说明"]);
}

#[test]
fn it_prints_on_a4_one_page_wide_with_page_numbers_and_headings_on_every_page() {
    let file = written(&full_quarter());
    for sheet in 1..=6 {
        let xml = part(&file.path, &format!("xl/worksheets/sheet{sheet}.xml"));
        assert!(xml.contains("paperSize=\"9\""), "sheet {sheet} is not on A4");
        assert!(xml.contains("fitToHeight=\"0\""), "sheet {sheet} is not one page wide");
        assert!(xml.contains("第 &amp;P 页 / 共 &amp;N 页"), "sheet {sheet} has no page numbers");
    }
    let ledger = part(&file.path, "xl/worksheets/sheet4.xml");
    assert!(
        ledger.contains("orientation=\"landscape\"") && ledger.contains("<autoFilter") && ledger.contains("frozen")
    );
    assert!(part(&file.path, "xl/workbook.xml").contains("台账!$3:$3"), "the ledger's headings repeat");
    assert!(part(&file.path, "xl/charts/chart1.xml").contains("封面!"), "the chart draws the cover's own table");
}

#[test]
fn a_report_that_is_not_what_it_seems_says_so_on_every_page() {
    let sample = Header { sample: true, ..header() };
    let pretended = Header { pretended: true, ..header() };
    for (header, words) in [(sample, "示例数据"), (pretended, "日期为人为设定")] {
        let file = written_with(&full_quarter(), &header);
        for sheet in 1..=6 {
            assert!(
                part(&file.path, &format!("xl/worksheets/sheet{sheet}.xml")).contains(words),
                "sheet {sheet}: {words}"
            );
        }
    }
    let file = written(&full_quarter());
    assert!(!part(&file.path, "xl/worksheets/sheet1.xml").contains("人为设定"));
}

#[test]
fn an_office_whose_name_has_an_ampersand_keeps_it_in_the_margin() {
    let header = Header { office: "甲&P乙".to_owned(), ..header() };
    let file = written_with(&report(Vec::new()), &header);
    assert!(part(&file.path, "xl/worksheets/sheet1.xml").contains("甲&amp;&amp;P乙"));
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    let report = full_quarter();
    let (one, other) = (written(&report), written(&report));
    let read = |file: &Written| std::fs::read(&file.path).expect("it is there");
    assert!(read(&one) == read(&other), "something in the file depends on when it was written");
}

#[test]
fn the_lists_name_what_is_overdue_waived_and_lost_with_the_reason() {
    let with_reason = |state, reason: &str| Occurrence { reason: Some(reason.to_owned()), ..due("2026-08-03", state) };
    let file = written(&report(vec![
        due("2026-09-28", State::Overdue),
        due("2026-07-02", State::Missed),
        with_reason(State::Waived, "业主出国"),
        with_reason(State::Lost, "号码已停用"),
    ]));
    let mut book = Book::open(&file.path);
    let overdue = book.cells("逾期未访");
    let rows: Vec<_> =
        (3..5).map(|row| [2, 3].map(|col| overdue.get_value((row, col)).expect("a cell").to_string())).collect();
    assert_eq!(rows, [["10", "逾期"], ["98", "漏访"]]);
    let notes: Vec<_> = book.cells("免访与说明").used_cells().map(|(_, _, cell)| cell.to_string()).collect();
    assert!(notes.iter().any(|text| text == "业主出国") && notes.iter().any(|text| text == "号码已停用"));
}

#[test]
fn a_note_longer_than_a_cell_is_cut_and_says_so() {
    let long = Occurrence { note: "漏水😀".repeat(20_000), ..due("2026-08-03", State::Done) };
    let file = written(&report(vec![long]));
    let cells = Book::open(&file.path).cells("台账");
    let note = cells.get_value((3, 16)).expect("the remarks").to_string();
    assert!(note.ends_with("已截断)") && note.encode_utf16().count() <= 32_767);
}

#[test]
fn a_target_shows_both_numbers_and_whether_it_was_met_in_words() {
    let file = written(&full_quarter());
    let cells = Book::open(&file.path).cells("封面");
    let targets: Vec<_> = cells.rows().filter(|row| row[0] == "投诉回访率").collect();
    let shown: Vec<_> = targets.iter().map(|row| [1, 2, 3, 4].map(|col: usize| row[col].to_string())).collect();
    assert_eq!(shown[0], ["3", "4", "0.75", "不低于 50%;✓ 达到;依据 003-04-16"]);
    assert_eq!(shown[1], ["0", "0", "—", "不低于 50%;— 无可计算的数据;依据 003-04-16"]);
    assert_eq!(shown[2], ["12", "", "12", "不低于 50%;✗ 未达到;依据 003-04-16"]);
}

#[test]
fn a_ledger_of_fifty_thousand_rows_is_written_whole() {
    let states = [State::Done, State::Overdue, State::Lost];
    let many = (0..50_000_usize).map(|at| {
        let mut occurrence = due("2026-07-01", states[at % 3]);
        occurrence.due = third_quarter().first + chrono::Days::new((at % 92) as u64);
        occurrence.task_id = format!("{at:016x}");
        occurrence
    });
    let report = report(many.collect());
    let file = written(&report);
    let mut book = Book::open(&file.path);
    assert_eq!(number(&book.named("due_count")), 50_000.0);
    let coverage = report.figure(FigureKind::Coverage).ratio().and_then(Ratio::share).expect("some are due");
    assert_eq!(number(&book.named("coverage")), coverage);
    let ledger = book.cells("台账");
    assert_eq!(ledger.height(), 3 + 50_000);
    let last_of = |column| ledger.get_value((50_002, column)).map(ToString::to_string);
    let last = report.ledger.last().expect("the last occurrence");
    assert_eq!((last_of(0), last_of(18)), (Some("50000".to_owned()), Some(last.task_id.clone())));
}
