//! Paper: what the screen shows, on A4.

use crate::common::{Small, asked, at, day, refusal};
use huifang_core::domain::{ClientId, Draw, DrawId, Drawn, Replaced, StaffId, TaskId};
use huifang_office::wire::{Desk, dispatch};
use huifang_office::{Office, Paper, VisitsWish, save_pdf};
use huifang_store::{Op, Store, StoreError};
use serde_json::{Value, json};
use std::collections::BTreeMap;

const TODAY: &str = "2026-09-29";

fn office() -> Small {
    let rows = [
        ["TS1", "0105", "2026-09-26", "一般", ""],
        ["TS2", "0102", "2026-09-20", "一般", ""],
        ["TS3", "0102", "2026-09-27", "一般", ""],
    ];
    Small::property(&rows, at(TODAY))
}

/// All text of the sheet as a reader of the PDF copies it, without blanks.
fn text(paper: &Paper) -> String {
    let pdf = lopdf::Document::load_mem(&paper.pdf().expect("a PDF")).expect("it can be read");
    let pages: Vec<u32> = pdf.get_pages().into_keys().collect();
    pdf.extract_text(&pages).expect("it has text").chars().filter(|c| !c.is_whitespace()).collect()
}

fn task(small: &Small, no: &str) -> String {
    small.line(TODAY, "complaint", no).id
}

#[test]
fn a_form_is_blank_until_something_is_written_down_and_then_shows_it() {
    let mut small = office();
    let id = task(&small, "TS1");
    let print = |small: &Small, blank| small.office.print_form(&TaskId::from(id.as_str()), blank, None, at(TODAY));
    assert_eq!(refusal(print(&small, false)).0, "not_recorded");
    let blank = text(&print(&small, true).expect("it is set"));
    for words in ["某某花园", "回访记录表", "编号TS1", "戊五", "1栋1单元0105", "13800000005", "□1满意", "住户签字"]
    {
        assert!(blank.contains(words), "{words} in {blank}");
    }
    assert!(!blank.contains('✓'));

    let wang = small.staff("王芳");
    small.office.record_follow_up(&asked(&id, "满意", &wang), at(TODAY)).expect("it is written");
    let filled = text(&print(&small, false).expect("it is set"));
    for words in ["□✓1满意", "问了处理情况", "□✓1接通", "回访人王芳"] {
        assert!(filled.contains(words), "{words} in {filled}");
    }
}

#[test]
fn a_blank_form_of_a_pack_is_for_nobody_in_particular() {
    let small = office();
    let blank = text(&small.office.print_blank_form("002-12", "record", at(TODAY)).expect("it is set"));
    assert!(blank.contains("住户") && !blank.contains("甲一"), "{blank}");
    assert_eq!(refusal(small.office.print_blank_form("002-12", "none", at(TODAY))).0, "not_found");
}

#[test]
fn a_card_shows_what_the_page_of_the_client_shows() {
    let small = office();
    let id = ClientId::from(small.client("乙二").as_str());
    let card = text(&small.office.print_card(&id, at(TODAY)).expect("it is set"));
    for words in ["住户档案卡", "乙二", "1栋1单元0102", "13800000002", "投诉TS2", "投诉TS3", "逾期"] {
        assert!(card.contains(words), "{words} in {card}");
    }
}

#[test]
fn a_sheet_of_a_matter_shows_what_its_page_shows() {
    let mut small = office();
    let task = task(&small, "TS2");
    let call = asked(&task, "不满意", "王芳");
    let problem = small.office.record_follow_up(&call, at(TODAY)).expect("it is written").problems[0].no.clone();
    let row = small.office.explain(&task, at(TODAY)).expect("there is a sheet").row;
    let matter = row.matter.expect("it is about a complaint").id;
    let sheet = text(&small.office.print_matter(&matter, at(TODAY)).expect("it is set"));
    let expected = ["投诉登记单", "TS2", "乙二", "1栋1单元0102", "处理完毕", "不满意", "回访人:王芳", "✓已完成"];
    for words in expected.into_iter().chain([problem.as_str()]) {
        assert!(sheet.contains(words), "{words} in {sheet}");
    }
    assert_eq!(refusal(small.office.print_matter("m-unknown", at(TODAY))).0, "not_found");
}

#[test]
fn visits_are_sorted_by_room_and_several_tasks_of_a_client_are_one_visit() {
    let small = office();
    let printed = small.office.print_visits(&VisitsWish::default(), at(TODAY)).expect("it is set");
    let rows: Vec<_> = printed.rows.iter().map(|row| (row.number, row.tasks.len())).collect();
    assert_eq!(rows, [(1, 2), (2, 1)], "乙二 with two complaints, then 戊五");
    assert_eq!(printed.rows[1].tasks, [task(&small, "TS1")]);
    let list = text(&printed.paper);
    assert!(list.find("乙二") < list.find("戊五"), "{list}");
    assert!(list.contains("共2户") && list.contains("□1满意□2基本满意□3不满意"), "{list}");
}

#[test]
fn a_list_has_what_was_wished_and_in_the_order_of_the_wish() {
    let small = office();
    let tasks = ["TS1", "TS2"].map(|no| TaskId::from(task(&small, no).as_str())).to_vec();
    let wish = VisitsWish { tasks, ..VisitsWish::default() };
    let printed = small.office.print_visits(&wish, at(TODAY)).expect("it is set");
    let order: Vec<_> = printed.rows.iter().flat_map(|row| row.tasks.clone()).collect();
    assert_eq!(order, [task(&small, "TS1"), task(&small, "TS2")]);

    let boss = VisitsWish { staff: Some(StaffId(small.staff("赵总"))), ..VisitsWish::default() };
    let printed = small.office.print_visits(&boss, at(TODAY)).expect("it is set");
    assert!(printed.rows.is_empty() && text(&printed.paper).contains("没有要上门的回访"));

    let overdue = VisitsWish { due_to: Some(day("2026-09-25")), ..VisitsWish::default() };
    let printed = small.office.print_visits(&overdue, at(TODAY)).expect("it is set");
    assert_eq!(printed.rows.iter().flat_map(|row| row.tasks.clone()).collect::<Vec<_>>(), [task(&small, "TS2")]);

    let gone = VisitsWish { tasks: vec![TaskId::from("none")], ..VisitsWish::default() };
    assert_eq!(refusal(small.office.print_visits(&gone, at(TODAY))).0, "not_found");
}

/// A draw of four households: the second place was replaced, two are taken.
fn drawn(small: Small) -> (Office, tempfile::TempDir) {
    let clients = ["丙三", "乙二", "丁四", "甲一"].map(|name| ClientId::from(small.client(name).as_str()));
    let unit = |client: &ClientId| Drawn { client: Some(client.clone()), matter: None, stratum: String::new() };
    let replaced = Replaced {
        unit: unit(&clients[1]),
        reason: "已搬走".to_owned(),
        on: day("2026-09-29"),
        by: Some("陈主管".into()),
    };
    let draw = Draw {
        id: DrawId::from("d1"),
        pack: "002-12".to_owned(),
        rule: "sample".to_owned(),
        period: "2026Q3".to_owned(),
        on: day("2026-09-28"),
        seed: "七".to_owned(),
        frame_hash: "00ff".to_owned(),
        ranking: clients.iter().map(unit).collect(),
        take: BTreeMap::from([(String::new(), 2)]),
        replaced: vec![replaced],
        by: None,
        voided: false,
        at_ms: 1,
    };
    let Small { office, dir } = small;
    drop(office);
    let mut store = Store::open(dir.path(), None).expect("it opens");
    let now = at(TODAY);
    let op =
        Op { name: "draw", at_ms: now.instant_ms, today: now.today, by: None, pretended: false, detail: json!({}) };
    store.transact(op, |tx| tx.put_draw(&draw)).map_err(|e: StoreError| e).expect("it is written");
    drop(store);
    (Office::open(dir.path(), at(TODAY)).expect("it opens"), dir)
}

#[test]
fn the_sheet_of_a_draw_names_taken_and_replaced_and_ends_with_the_last_of_them() {
    let (office, _dir) = drawn(office());
    let sheet = text(&office.print_draw(&DrawId::from("d1"), false, at(TODAY)).expect("it is set"));
    for words in ["1丙三1栋1单元0103抽中", "2乙二1栋1单元0102已替换2026年9月29日陈主管:已搬走", "3丁四1栋1单元0104抽中"]
    {
        assert!(sheet.contains(words), "{words} in {sheet}");
    }
    assert!(sheet.contains("其后1个名次没有抽到") && !sheet.contains("甲一"), "{sheet}");
    let whole = text(&office.print_draw(&DrawId::from("d1"), true, at(TODAY)).expect("it is set"));
    assert!(whole.contains("4甲一"), "{whole}");
}

#[test]
fn the_wire_gives_pictures_for_the_preview_and_a_file_where_one_is_wanted() {
    let small = office();
    let id = small.client("乙二");
    let Small { office, dir } = small;
    drop(office);
    let desk = Desk::new();
    let run = |command: &str, payload: Value| dispatch(&desk, command, payload, at(TODAY)).expect("it is done");
    run("open_office", json!({ "dir": dir.path() }));
    let shown = run("print_card", json!({ "client": id }));
    assert_eq!((&shown["count"], &shown["path"]), (&json!(1), &Value::Null));
    assert!(shown["pages"][0].as_str().is_some_and(|svg| svg.starts_with("<svg")));

    let file = dir.path().join("档案卡.pdf");
    let written = run("print_card", json!({ "client": id, "path": file }));
    assert_eq!((&written["count"], &written["pages"]), (&json!(1), &json!([])));
    assert!(std::fs::read(&file).expect("it is there").starts_with(b"%PDF-"));
    let round = run("print_visits", json!({ "tasks": [] }));
    assert_eq!(round["rows"].as_array().map(Vec::len), Some(2));
}

#[test]
fn a_file_that_cannot_be_written_leaves_the_older_one_and_no_rest() {
    let small = office();
    let paper = small.office.print_blank_form("002-12", "record", at(TODAY)).expect("it is set");
    let taken = small.dir.path().join("taken.pdf");
    std::fs::create_dir(&taken).expect("a folder of that name");
    assert_eq!(refusal(save_pdf(&paper, &taken)).0, "io");
    let rests = std::fs::read_dir(small.dir.path()).expect("it can be read").filter_map(Result::ok);
    assert!(rests.into_iter().all(|e| !e.file_name().to_string_lossy().ends_with(".part")));
}
