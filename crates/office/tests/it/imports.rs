//! Lists that come in: once and no more, taken back as one step, or refused with a sentence and nothing written.

use crate::common::{HOUSEHOLDS, Small, at, complaints, day, import, import_watched, refusal};
use huifang_office::wire::CorrectMatter;
use huifang_office::{ImportWish, Office, Watch};
use rust_xlsxwriter::{Workbook, XlsxError};
use serde_json::json;
use std::ops::ControlFlow;

const TODAY: &str = "2026-09-29";

const TWO: [[&str; 5]; 2] = [["TS1", "0101", "2026-09-28", "一般", ""], ["TS2", "0102", "2026-09-28", "一般", ""]];

fn households() -> Small {
    Small::property(&[], at(TODAY))
}

fn imports(office: &Office) -> usize {
    office.imports(at(TODAY)).expect("imports can be listed").len()
}

fn clients(office: &Office) -> u32 {
    office.find_clients("", 1, at(TODAY)).expect("clients can be counted").total
}

fn matters(small: &Small, kind: &str) -> usize {
    let (facts, _) = small.office.task_views(day(TODAY)).expect("the tasks can be read");
    facts.facts.matters.iter().filter(|m| m.kind == kind).count()
}

#[test]
fn the_same_list_twice_changes_nothing_and_is_no_import() {
    let mut small = households();
    let first = small.import("投诉登记.csv", &complaints(&TWO), at(TODAY));
    assert_eq!((first.plan.rows, first.plan.created), (2, 2));
    assert_eq!(first.tasks.map(|t| t.new.len()), Some(2));
    let (lines, count) = (small.lines(TODAY), imports(&small.office));

    let second = small.import("投诉登记.csv", &complaints(&TWO), at(TODAY));
    assert_eq!((second.plan.created, second.plan.updated, second.plan.unchanged), (0, 0, 2));
    assert_eq!(second.import, None);
    assert_eq!((small.lines(TODAY), imports(&small.office)), (lines, count));
}

#[test]
fn a_look_before_importing_writes_nothing() {
    let mut small = households();
    let count = imports(&small.office);
    let wish = ImportWish { dry_run: true, ..ImportWish::default() };
    let go_on: Watch<'_> = &mut |_, _, _| ControlFlow::Continue(());
    let text = complaints(&TWO);
    let seen = import_watched(&mut small.office, "投诉登记.csv", text.as_bytes(), &wish, at(TODAY), go_on);
    let seen = seen.expect("it can be looked at");
    assert_eq!((seen.plan.created, seen.import), (2, None));
    assert!(seen.tasks.is_none());
    assert_eq!(seen.preview.len(), 2);
    assert_eq!((imports(&small.office), matters(&small, "complaint")), (count, 0));
}

#[test]
fn what_columns_mean_is_said_once_and_holds_for_the_next_list_with_the_same_titles() {
    let mut small = households();
    let list = |room: &str, name: &str| format!("谁家,甲方,打哪个\n2栋1单元{room},{name},13900000009\n");
    let (code, _) = refusal(import(&mut small.office, "表.csv", list("0101", "庚七").as_bytes(), at(TODAY)));
    assert_eq!(code, "no_header");

    let mapping = json!({ "columns": { "谁家": "room", "甲方": "name", "打哪个": "phone" } });
    let mapping = serde_json::from_value(mapping).expect("it is a mapping");
    let wish = ImportWish { kind: Some("clients".to_owned()), mapping: Some(mapping), ..ImportWish::default() };
    let go_on: Watch<'_> = &mut |_, _, _| ControlFlow::Continue(());
    let text = list("0101", "庚七");
    import_watched(&mut small.office, "表.csv", text.as_bytes(), &wish, at(TODAY), go_on).expect("it is imported");

    let plan = small.import("表2.csv", &list("0102", "辛八"), at(TODAY)).plan;
    assert_eq!((plan.kind.code(), plan.created), ("clients", 1));
    let found = small.office.find_clients("辛八", 1, at(TODAY)).expect("clients can be searched");
    assert_eq!(found.rows[0].client.place.as_deref(), Some("2栋1单元0102"));
}

#[test]
fn a_kind_of_list_that_there_is_not_is_refused() {
    let mut small = households();
    let wish = ImportWish { kind: Some("complaints".to_owned()), ..ImportWish::default() };
    let go_on: Watch<'_> = &mut |_, _, _| ControlFlow::Continue(());
    let text = complaints(&TWO);
    let outcome = import_watched(&mut small.office, "投诉登记.csv", text.as_bytes(), &wish, at(TODAY), go_on);
    let (code, sentence) = refusal(outcome);
    assert!(code == "unknown_kind" && sentence.contains("complaints"), "{sentence}");
    assert_eq!(matters(&small, "complaints"), 0);
}

#[test]
fn undoing_lists_what_was_edited_later_and_leaves_it_until_told_otherwise() {
    let mut small = households();
    let id = small.import("投诉登记.csv", &complaints(&TWO), at(TODAY)).import.expect("it wrote something");
    let wish = CorrectMatter {
        matter: small.matter("TS1"),
        field: "severity".to_owned(),
        value: json!("major"),
        reason: "经理定为重大".to_owned(),
    };
    small.office.correct_matter(&wish, at(TODAY)).expect("it is corrected");

    let undone = small.office.undo_import(id, false, at(TODAY)).expect("it is taken back");
    let kept: Vec<_> = undone.kept.iter().map(|k| (k.label.as_str(), k.value.as_str())).collect();
    assert_eq!((undone.undone, kept), (1, vec![("TS1", "导入之后有人改过")]));
    assert_eq!(matters(&small, "complaint"), 1);
    assert_eq!(small.line(TODAY, "complaint", "TS1").role, "公司经理");

    let forced = small.office.undo_import(id, true, at(TODAY)).expect("it is taken back");
    assert_eq!(forced.kept, []);
    assert_eq!(matters(&small, "complaint"), 0);
    assert!(small.office.imports(at(TODAY)).expect("imports can be listed")[0].undone);
    let (code, _) = refusal(small.office.undo_import(id, true, at(TODAY)));
    assert_eq!(code, "import_undone");
}

#[test]
fn undoing_a_changed_list_gives_back_what_was_there_before() {
    let mut small = households();
    small.import("投诉登记.csv", &complaints(&TWO), at(TODAY));
    let before = small.lines(TODAY);
    let later = [["TS1", "0101", "2026-09-29", "重大", ""], ["TS3", "0103", "2026-09-29", "一般", ""]];
    let id = small.import("投诉登记.csv", &complaints(&later), at(TODAY)).import.expect("it wrote something");
    assert_eq!(small.line(TODAY, "complaint", "TS1").role, "公司经理");
    small.office.undo_import(id, false, at(TODAY)).expect("it is taken back");
    let after: Vec<_> = small.lines(TODAY).into_iter().filter(|l| l.state != "withdrawn").collect();
    assert_eq!(after, before);
}

#[test]
fn undoing_leaves_a_matter_that_was_followed_up_and_says_so() {
    let mut small = households();
    let id = small.import("投诉登记.csv", &complaints(&TWO), at(TODAY)).import.expect("it wrote something");
    let task = small.line(TODAY, "complaint", "TS1").id;
    small.office.record_follow_up(&crate::common::asked(&task, "满意", "王芳"), at(TODAY)).expect("it is written");
    let undone = small.office.undo_import(id, false, at(TODAY)).expect("it is taken back");
    let kept: Vec<_> = undone.kept.iter().map(|k| (k.label.as_str(), k.value.as_str())).collect();
    assert_eq!(kept, [("TS1", "已有回访记录或其他内容与它相连")]);
    assert_eq!(small.line(TODAY, "complaint", "TS1").state, "done");
}

#[test]
fn an_import_cancelled_at_any_stage_writes_nothing() {
    for stage in ["checking", "writing", "planning"] {
        let mut small = households();
        let (lines, count) = (small.lines(TODAY), imports(&small.office));
        let mut stopped = false;
        let watch: Watch<'_> = &mut |at, _, _| {
            stopped |= at == stage;
            if at == stage { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        let (text, wish) = (complaints(&TWO), ImportWish::default());
        let outcome = import_watched(&mut small.office, "投诉登记.csv", text.as_bytes(), &wish, at(TODAY), watch);
        assert_eq!(refusal(outcome).0, "cancelled", "{stage}");
        assert!(stopped);
        assert_eq!((small.lines(TODAY), imports(&small.office)), (lines, count), "{stage}");
        assert_eq!(matters(&small, "complaint"), 0);
        // The office works on.
        small.import("投诉登记.csv", &complaints(&TWO), at(TODAY));
        assert_eq!(matters(&small, "complaint"), 2);
    }
}

fn workbook(fill: impl FnOnce(&mut Workbook) -> Result<(), XlsxError>) -> Vec<u8> {
    let mut workbook = Workbook::new();
    fill(&mut workbook).expect("the cells can be written");
    workbook.save_to_buffer().expect("the workbook can be written")
}

/// A workbook as it looks with a password: a compound file whose only stream is the encrypted package.
fn with_password() -> Vec<u8> {
    const NONE: u32 = 0xffff_ffff;
    const END: u32 = 0xffff_fffe;
    let mut file = vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    file.resize(24, 0);
    [0x3e_u16, 3, 0xfffe, 9, 6].iter().for_each(|word| file.extend(word.to_le_bytes()));
    file.resize(44, 0);
    // One sector of the table, the directory in sector 1, no small streams.
    [1, 1, 0, 4096, END, 0, END, 0, 0].iter().for_each(|word: &u32| file.extend(word.to_le_bytes()));
    file.resize(512, 0xff);
    [0xffff_fffd, END].iter().for_each(|word: &u32| file.extend(word.to_le_bytes()));
    file.resize(1024, 0xff);
    for (name, kind, child) in [("Root Entry", 5_u8, 1), ("EncryptedPackage", 2, NONE)] {
        let start = file.len();
        name.encode_utf16().for_each(|unit| file.extend(unit.to_le_bytes()));
        file.resize(start + 64, 0);
        file.extend((2 * name.len() as u16 + 2).to_le_bytes());
        file.extend([kind, 1]);
        [NONE, NONE, child].iter().for_each(|word| file.extend(word.to_le_bytes()));
        file.resize(start + 116, 0);
        file.extend(END.to_le_bytes());
        file.resize(start + 128, 0);
    }
    file.resize(1536, 0);
    file
}

#[test]
fn a_file_that_can_not_be_imported_is_named_with_a_remedy_and_nothing_is_written() {
    let whole = workbook(|book| {
        book.add_worksheet().write_row(0, 0, ["姓名", "电话"])?.write_row(1, 0, ["张三", "13800138000"])?;
        Ok(())
    });
    let files: [(&str, &[u8], &str, &str); 8] = [
        ("坏.xlsx", &whole[..whole.len() / 2], "unreadable", "另存为"),
        ("加密.xlsx", &with_password(), "password_protected", "去掉密码"),
        ("导出.xls", b"<html><table><tr><td>1</td></tr></table></html>", "not_a_workbook", "网页"),
        ("改名.xlsx", "姓名,电话\n张三,13800138000\n".as_bytes(), "not_a_workbook", "文本文件"),
        ("空表.xlsx", &workbook(|book| book.add_worksheet().set_name("空").map(drop)), "empty", "没有内容"),
        ("空.csv", b"", "empty", "没有内容"),
        ("表头.csv", "房号,业主姓名,联系电话\n".as_bytes(), "no_rows", "没有数据行"),
        ("信.csv", "今天天气很好\n我们去回访\n".as_bytes(), "no_header", "标题行"),
    ];
    let mut small = households();
    let before = (clients(&small.office), imports(&small.office));
    for (file, bytes, code, remedy) in files {
        let (found, sentence) = refusal(import(&mut small.office, file, bytes, at(TODAY)));
        assert_eq!(found, code, "{sentence}");
        assert!(sentence.contains(file) && sentence.contains(remedy) && sentence.ends_with('。'), "{sentence}");
    }
    let missing = small.dir.path().join("没有.xlsx");
    let go_on: Watch<'_> = &mut |_, _, _| ControlFlow::Continue(());
    let (code, sentence) = refusal(small.office.import(&missing, &ImportWish::default(), at(TODAY), go_on));
    assert!(code == "io" && sentence.contains("没有.xlsx"), "{sentence}");
    assert_eq!((clients(&small.office), imports(&small.office)), before);
}

#[test]
fn two_hundred_columns_go_in() {
    let titles: Vec<String> = (0..198).map(|n| format!("自定义{n}")).collect();
    let bytes = workbook(|book| {
        let sheet = book.add_worksheet();
        sheet.write_row(0, 0, ["业主姓名", "联系电话"])?.write_row(0, 2, &titles)?;
        sheet.write_row(1, 0, ["庚七", "13800000007"])?.write_row(1, 2, vec!["值"; 198])?;
        Ok(())
    });
    let mut small = households();
    let outcome = import(&mut small.office, "宽.xlsx", &bytes, at(TODAY)).expect("it is imported");
    assert_eq!((outcome.plan.created, outcome.plan.warnings.len()), (1, 0));
    let (facts, _) = small.office.task_views(day(TODAY)).expect("the tasks can be read");
    let client = facts.facts.clients.iter().find(|c| c.name == "庚七").expect("the client is there");
    assert_eq!(client.fields["自定义197"].text(), "值");
}

#[test]
fn good_rows_go_in_and_the_bad_ones_come_back_with_their_reasons() {
    let mut small = households();
    let text = complaints(&[TWO[0], ["TS9", "9999", "2026-09-28", "一般", ""]]);
    let outcome = small.import("投诉登记.csv", &text, at(TODAY));
    assert_eq!((outcome.plan.created, outcome.plan.rejected.len()), (1, 1));
    assert_eq!((outcome.plan.rejected[0].row, outcome.plan.rejected[0].code.code()), (3, "unknown_client"));
    let file = small.dir.path().join("错误行.xlsx");
    assert_eq!(huifang_office::write_rejected(&[&outcome.plan], &file).expect("it is written"), 1);

    // The household is entered, and the workbook is imported as it came back.
    let more = HOUSEHOLDS.lines().next().expect("titles").to_owned() + "\n1栋1单元9999,庚七,13800000007,90,\n";
    small.import("业主档案2.csv", &more, at(TODAY));
    let go_on: Watch<'_> = &mut |_, _, _| ControlFlow::Continue(());
    let mended = small.office.import(&file, &ImportWish::default(), at(TODAY), go_on);
    let mended = mended.expect("the mended rows are imported");
    assert_eq!((mended.plan.created, mended.plan.rejected.len()), (1, 0));
    assert_eq!(small.line(TODAY, "complaint", "TS9").due, day("2026-10-01"));
}
