//! Long lists: narrowed, with the columns of each person, as workbooks (conventions 6 and 7); and pasted rows.

use crate::common::{Small, about_task, at, listing};
use calamine::{Data, Reader, Xlsx, open_workbook};
use huifang_office::wire::{
    ClientQuery, Decide, ExportList, LabelValue, PasteRows, PutViewSetting, RowChoice, WorklistQuery,
};
use serde_json::{Value, json};
use std::collections::BTreeMap;

const TODAY: &str = "2026-09-29";

fn office() -> Small {
    let rows = [["TS1", "0101", "2026-09-26", "一般", ""], ["TS2", "0102", "2026-09-20", "一般", ""]];
    Small::property(&rows, at(TODAY))
}

fn query(sort: &str, only: &str) -> ClientQuery {
    let (sort, only) = (sort.to_owned(), only.to_owned());
    ClientQuery { find: String::new(), only, sort, descending: false, offset: 0, limit: 200 }
}

fn names(small: &Small, query: &ClientQuery) -> Vec<String> {
    let list = small.office.client_list(query, at(TODAY)).expect("a list");
    list.rows.into_iter().map(|row| row.client.name).collect()
}

fn work(small: &Small, mine: bool, find: &str) -> (u32, Vec<String>) {
    let query = WorklistQuery {
        whose: if mine { "mine" } else { "all" }.to_owned(),
        find: find.to_owned(),
        limit: 50,
        ..listing("all")
    };
    let list = small.office.list(&query, at(TODAY)).expect("a list");
    (list.total, list.rows.into_iter().filter_map(|row| row.client.map(|client| client.name)).collect())
}

#[test]
fn the_list_of_clients_is_sorted_and_narrowed_by_the_office() {
    let small = office();
    assert_eq!(names(&small, &query("next", "due")), ["乙二", "甲一"], "by due day");
    assert_eq!(names(&small, &query("", "overdue")), ["乙二"]);
    assert_eq!(names(&small, &query("name", "all"))[..2], ["丙三", "丁四"], "by sound: bing, ding");
    let refused = small.office.client_list(&query("colour", "all"), at(TODAY)).expect_err("no such order");
    assert_eq!(refused.code(), "unknown_sort");
}

#[test]
fn the_worklist_is_narrowed_to_a_person_and_to_what_is_typed() {
    let mut small = office();
    assert_eq!(work(&small, false, ""), (2, vec!["乙二".to_owned(), "甲一".to_owned()]));
    assert_eq!(work(&small, false, "jy"), (1, vec!["甲一".to_owned()]), "by initials, as the search has it");
    assert_eq!(work(&small, false, "ts2"), (1, vec!["乙二".to_owned()]), "by the number of the complaint");
    assert_eq!(work(&small, false, "0002").0, 1, "by the tail of the telephone");
    let somebody = small.staff("赵总");
    let task = small.line(TODAY, "complaint", "TS1").id;
    let wish = Decide { to: Some(somebody.clone()), ..about_task("reassign", &task) };
    small.decide(wish, at(TODAY));
    small.office.sign_in(Some(somebody.as_str().into()), at(TODAY)).expect("somebody works");
    assert_eq!(work(&small, true, ""), (1, vec!["甲一".to_owned()]), "what he was given, and nothing of the others");
    assert_eq!(work(&small, true, "ts2").0, 0);
}

#[test]
fn columns_are_remembered_for_each_person() {
    let mut small = office();
    let value = json!({ "order": ["no", "place"], "shown": {}, "widths": { "name": 180 } });
    let wish = PutViewSetting { name: "clients".to_owned(), value: value.clone() };
    small.office.sign_in(Some(small.staff("王芳").as_str().into()), at(TODAY)).expect("she works");
    small.office.put_view_setting(&wish, at(TODAY)).expect("it is kept");
    assert_eq!(small.office.view_setting("clients").expect("a read").value, value);
    small.office.sign_in(Some(small.staff("李娜").as_str().into()), at(TODAY)).expect("another one works");
    assert_eq!(small.office.view_setting("clients").expect("a read").value, Value::Null);
    let nameless = PutViewSetting { name: String::new(), value };
    assert_eq!(small.office.put_view_setting(&nameless, at(TODAY)).expect_err("no table").code(), "bad_view");
}

fn export(small: &mut Small, list: &str, query: Value, columns: &[(&str, &str)]) -> Vec<Vec<Data>> {
    let path = small.dir.path().join("清单.xlsx");
    let column = |(title, id): &(&str, &str)| LabelValue { label: (*title).to_owned(), value: (*id).to_owned() };
    let wish = ExportList {
        path: path.display().to_string(),
        title: "客户档案 · 全部".to_owned(),
        list: list.to_owned(),
        query,
        columns: columns.iter().map(column).collect(),
        rows: vec![vec!["=1+1".to_owned()]],
    };
    small.office.export_list(&wish, at(TODAY)).expect("it is written");
    let mut book: Xlsx<_> = open_workbook(&path).expect("a workbook");
    let sheet = book.worksheet_range("清单").expect("a sheet");
    sheet.rows().map(<[Data]>::to_vec).collect()
}

#[test]
fn convention_06_a_workbook_has_exactly_the_columns_order_and_filter_on_the_screen() {
    let mut small = office();
    let rows = export(
        &mut small,
        "clients",
        json!({ "find": "", "only": "due", "sort": "next", "descending": true }),
        &[("下次到期", "next"), ("姓名", "name"), ("待办", "open")],
    );
    let texts = |row: &[Data]| row.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(texts(&rows[0])[0], "客户档案 · 全部");
    assert_eq!(texts(&rows[1]), ["下次到期", "姓名", "待办"]);
    assert_eq!(rows.len(), 4, "the two of whom something is due");
    assert!(matches!(rows[2][0], Data::DateTime(_)), "a day is a day");
    assert_eq!((rows[2][1].to_string(), &rows[2][2]), ("甲一".to_owned(), &Data::Float(1.0)));
    assert_eq!(rows[3][1].to_string(), "乙二");
}

#[test]
fn convention_06_the_worklist_and_rows_of_the_window_are_written_too() {
    let mut small = office();
    let work = json!({ "tab": "all", "mine": false, "find": "jy" });
    let rows = export(&mut small, "worklist", work, &[("客户", "client"), ("单号", "matter")]);
    assert_eq!((rows.len(), rows[2][0].to_string(), rows[2][1].to_string()), (3, "甲一".to_owned(), "TS1".to_owned()));
    let rows = export(&mut small, "rows", Value::Null, &[("文件", "file")]);
    assert_eq!(rows[2][0], Data::String("=1+1".to_owned()), "text stays text");
}

fn pasted(text: &str) -> PasteRows {
    PasteRows { text: text.to_owned(), titles: Vec::new(), mapping: BTreeMap::new(), choices: Vec::new() }
}

fn count(small: &Small) -> u32 {
    small.office.client_list(&query("", ""), at(TODAY)).expect("a list").total
}

/// A new client, one with half a telephone, one that is known by room and name, one with a known telephone, one without a name.
const BLOCK: &str = "业主姓名\t联系电话\t房号\n\
    贺新元\t13800001111\t3栋2单元0401\n\
    苗小雨\t1380000\t3栋2单元0402\n\
    甲一\t13900009999\t1栋1单元0101\n\
    甲大\t13800000001\t3栋2单元0403\n\
    \t13800002222\t3栋2单元0404\n";

#[test]
fn convention_06_a_pasted_block_is_looked_at_row_by_row_and_nothing_is_written() {
    let small = office();
    let before = count(&small);
    let preview = small.office.preview_paste(&pasted(BLOCK), at(TODAY)).expect("it is read");
    let fields: Vec<_> = preview.columns.iter().map(|c| (c.label.as_str(), c.value.as_str())).collect();
    assert_eq!(fields, [("业主姓名", "name"), ("联系电话", "phone"), ("房号", "room")]);
    let outcomes: Vec<_> = preview.rows.iter().map(|row| row.outcome.as_str()).collect();
    assert_eq!(outcomes, ["created", "created", "updated", "created", "rejected"]);
    assert_eq!((preview.created, preview.updated, preview.rejected), (3, 1, 1));
    assert!(preview.rows[1].cells[1].doubt.is_some(), "half a telephone is marked in its cell");
    assert!(preview.rows[0].cells.iter().all(|cell| cell.doubt.is_none()));
    let beside = |n: usize| {
        let row = &preview.rows[n];
        (row.existing.as_ref().map(|c| c.name.clone()), row.alike.clone())
    };
    assert_eq!(beside(2), (Some("甲一".to_owned()), Some("same".to_owned())));
    assert_eq!(beside(3), (Some("甲一".to_owned()), Some("phone".to_owned())), "another name, the same telephone");
    assert_eq!(beside(0), (None, None));
    assert!(preview.rows[4].reason.is_some());
    assert_eq!(count(&small), before);
}

#[test]
fn convention_06_each_row_is_new_merged_or_passed_over_and_all_is_taken_back_as_an_import() {
    let mut small = office();
    let before = count(&small);
    let choice = |row, choice: &str, client: Option<String>| RowChoice { row, choice: choice.to_owned(), client };
    let known = small.client("甲一");
    let choices = vec![choice(3, "skip", None), choice(4, "new", None), choice(5, "merge", Some(known.clone()))];
    let wish = PasteRows { choices, ..pasted(BLOCK) };
    let preview = small.office.preview_paste(&wish, at(TODAY)).expect("it is read");
    let outcomes: Vec<_> = preview.rows.iter().map(|row| row.outcome.as_str()).collect();
    assert_eq!(outcomes, ["created", "skipped", "created", "updated", "rejected"]);
    let written = small.office.paste_clients(&wish, at(TODAY)).expect("it goes in");
    assert_eq!((written.created, written.updated), (2, 1));
    assert_eq!(count(&small), before + 2);
    let import = written.import.expect("an import").parse().expect("a number");
    small.office.undo_import(import, false, at(TODAY)).expect("it is taken back");
    assert_eq!(count(&small), before);
    assert_eq!(small.client("甲一"), known, "he is called again as before");
}

#[test]
fn convention_06_rows_without_titles_are_known_by_what_stands_in_them() {
    let mut small = office();
    let text = "3栋2单元0401\t贺新元\t13800001111\n3栋2单元0402\t苗小雨\t13800001112\n";
    let preview = small.office.preview_paste(&pasted(text), at(TODAY)).expect("it is read");
    assert_eq!(preview.titles, ["房号", "姓名", "联系电话"]);
    assert_eq!((preview.created, preview.rows.len()), (2, 2));
    let wish = PasteRows { titles: preview.titles, ..pasted(text) };
    assert_eq!(small.office.paste_clients(&wish, at(TODAY)).expect("it goes in").created, 2);
    let empty = small.office.preview_paste(&pasted(" \n"), at(TODAY)).expect_err("nothing was pasted");
    assert_eq!(empty.code(), "nothing_pasted");
}
