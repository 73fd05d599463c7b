//! An office's day: its lists go in, two follow-ups are recorded by keyboard, a problem goes round the loop, the quarter
//! comes out.

use crate::DAY;
use crate::sheet;
use crate::window::Window;
use calamine::{Data, Reader, Xlsx, open_workbook};
use chrono::{FixedOffset, NaiveDate};
use huifang_core::calendar::Now;
use huifang_office::{NewOffice, Office, PackShelf};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// The lists of a property office, owners before what happened to them.
const LISTS: [&str; 5] = ["员工.xlsx", "业主档案.xlsx", "投诉登记.xlsx", "维修工单.csv", "特约服务.xlsx"];

#[test]
fn an_office_day_by_keyboard_from_its_lists_to_the_quarter() {
    let office = empty_office();
    let window = Window::open(Some(&office.path().join("office")), DAY);
    import_lists(&window);
    say_who_works(&window);
    let (satisfied, dissatisfied) = two_follow_ups(&window);
    let problem = only_problem(&window);
    assert_eq!(problem["state"], "open", "{problem}");
    assert_eq!(problem["deadline"], "2026-10-10", "three working days after 09-30, over the National Day holiday");
    rectify(&window);
    recheck_by_somebody_else(&window);
    assert_eq!(only_problem(&window)["state"], "closed");
    assert_ne!(satisfied, dissatisfied, "two tasks were recorded, not one twice");
    the_quarter(&window, office.path());
    window.close();
}

/// A demonstration office (the clock is set by hand) with the policy enabled for this month, and nothing in it.
fn empty_office() -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let new = NewOffice {
        name: "测试花园物业".to_owned(),
        packs: vec!["002-12".to_owned()],
        effective_from: day(2026, 9, 1),
        sample: true,
    };
    let zone = FixedOffset::east_opt(8 * 3600).expect("China's zone");
    let now = Now { instant_ms: 1_790_000_000_000, zone, today: day(2026, 9, 30), minute: 540, pretended: true };
    Office::create(&folder.path().join("office"), &new, &PackShelf::default(), now).expect("an office can be made");
    folder
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day of the calendar")
}

fn by_id(id: &str) -> String {
    format!("document.querySelector('[data-testid={id}]')")
}

fn focus(window: &Window, id: &str) {
    let found = by_id(id);
    window.until(&format!("{id} to be there"), &format!("{found} !== null && !{found}.disabled"));
    window.ask(&format!("{found}.focus()"));
}

fn import_lists(window: &Window) {
    window.until("the page", "document.querySelector('[data-testid=nav-import]') !== null");
    window.press(&["Ctrl+7"]);
    focus(window, "import-paths");
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/property");
    for list in LISTS {
        window.type_text(&samples.join(list).display().to_string());
        window.press(&["Enter"]);
    }
    window.press(&["Ctrl+Enter"]);
    focus(window, "import-run");
    window.see("业主档案.xlsx");
    window.picture("import-preview");
    window.press(&["Enter"]);
    window.until("the import to be done", "document.querySelector('[data-testid=import-done]') !== null");
    window.picture("import-done");
    let clients = window.rpc("client_list", json!({ "find": "", "offset": 0, "limit": 1 })).expect("the archive");
    assert_eq!(clients["total"], 2000, "every household is in the archive");
}

fn say_who_works(window: &Window) {
    let staff = window.rpc("staff_list", json!({})).expect("the staff list");
    let first = staff.as_array().and_then(|all| all.iter().find(|s| s["role"] == "客服部主管")).expect("a supervisor");
    window.rpc("sign_in", json!({ "staff": first["id"] })).expect("she signs in");
    // The page learns it by itself only when it asks; a person would have clicked there.
    window.ask("window.location.reload()");
}

/// One satisfied, one dissatisfied, by keys alone; gives back the two tasks.
fn two_follow_ups(window: &Window) -> (String, String) {
    window.until("the worklist", "document.querySelectorAll('[data-testid=task-row]').length > 1");
    window.until("the sheet", "document.querySelector('[data-testid=sheet]') !== null");
    window.picture("worklist");
    focus(window, "task-list");
    window.press(&["Enter"]);
    window.until("the sheet with the cursor in it", &format!("{} === 'outcome'", sheet::QUESTION));
    let first = sheet::shown_task(window);
    sheet::reached(window);
    sheet::answer(window, "处理得很快", "1");
    sheet::next_is_open(window, &first);
    let second = sheet::shown_task(window);
    sheet::reached(window);
    sheet::answer(window, "墙角还是返潮", "3");
    window.see("问题单 WT260001");
    window.picture("problem-raised");
    (first, second)
}

fn only_problem(window: &Window) -> Value {
    let problems = window.rpc("problems", json!({})).expect("the problems");
    let problems = problems.as_array().expect("a list");
    assert_eq!(problems.len(), 1, "one dissatisfied answer makes one problem");
    problems[0].clone()
}

fn rectify(window: &Window) {
    window.press(&["Ctrl+4"]);
    focus(window, "rectify-note");
    window.type_text("重新做了防水,已试水");
    window.picture("rectify");
    window.press(&["Ctrl+Enter"]);
    window.see("等待复访");
    let problem = only_problem(window);
    assert_eq!(problem["state"], "to_recheck", "{problem}");
}

/// The rectifier may not recheck her own work; a colleague may.
fn recheck_by_somebody_else(window: &Window) {
    let query = json!({ "tab": "all", "find": "WT260001", "offset": 0, "limit": 10 });
    let list = window.rpc("worklist", query).expect("the worklist");
    let recheck = &list["rows"][0];
    assert_eq!(recheck["title"], "复访", "the rectified problem asks for a recheck: {list}");
    let record = |by: Option<&str>| {
        let answers = json!({ "content": "已经不返潮了", "satisfied": "满意" });
        json!({ "tasks": [{ "task": recheck["id"], "answers": answers }], "channel": "phone", "outcome": "reached",
                "on": null, "again_on": null, "note": "", "by": by, "exception": null })
    };
    let refused = window.rpc("record_follow_up", record(None)).expect_err("she rectified it herself");
    assert_eq!(refused["code"], "recheck_by_rectifier");
    let staff = window.rpc("staff_list", json!({})).expect("the staff list");
    let other = staff.as_array().and_then(|all| all.iter().find(|s| s["role"] == "物业助理")).expect("a colleague");
    window.rpc("record_follow_up", record(other["id"].as_str())).expect("a colleague rechecks");
}

fn the_quarter(window: &Window, folder: &Path) {
    let file = folder.join("quarter.xlsx");
    window.press(&["Ctrl+8"]);
    focus(window, "export-path");
    window.press(&["Ctrl+a"]);
    window.type_text(&file.display().to_string());
    window.picture("report");
    focus(window, "export");
    window.press(&["Enter"]);
    window.until("the file to be written", "document.querySelector('[data-testid=exported]') !== null");
    let report = window.rpc("quarterly_report", json!({ "period": "2026Q3" })).expect("the quarter");
    let figures = report["figures"].as_array().expect("figures");
    for name in ["due_count", "done_count", "on_time_count", "lost_count"] {
        let figure = figures.iter().find(|f| f["id"] == name).expect("a headline figure");
        assert_eq!(defined(&file, name), figure["numerator"].as_f64().expect("a count"), "{name}");
    }
    assert!(defined(&file, "done_count") >= 2.0, "both follow-ups count, also the one that found a problem");
    let coverage = defined(&file, "done_count") / defined(&file, "due_count");
    assert!((defined(&file, "coverage") - coverage).abs() < 1e-9, "the rate is the ratio of the counts");
}

/// The number in the cell at which a defined name of the workbook points.
fn defined(file: &PathBuf, name: &str) -> f64 {
    let mut book: Xlsx<_> = open_workbook(file).expect("the workbook opens");
    let names = book.defined_names().to_vec();
    let (_, target) = names.iter().find(|(n, _)| n == name).unwrap_or_else(|| panic!("{name} is defined: {names:?}"));
    let (sheet, cell) = target.split_once('!').expect("a sheet and a cell");
    let range = book.worksheet_range(sheet.trim_matches('\'')).expect("the sheet");
    let cell = cell.replace('$', "");
    let letters: String = cell.chars().take_while(char::is_ascii_alphabetic).collect();
    let column = letters.bytes().fold(0, |n, letter| n * 26 + u32::from(letter - b'A') + 1) - 1;
    let row: u32 = cell[letters.len()..].parse().expect("a row");
    match range.get_value((row - 1, column)) {
        Some(Data::Float(n)) => *n,
        Some(Data::Int(n)) => *n as f64,
        other => panic!("{name} at {target} holds {other:?}"),
    }
}
