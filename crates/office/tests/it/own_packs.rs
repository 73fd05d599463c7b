//! Packs of the office's own, comparison, holiday files and backlogs, through the wire.

use crate::common::{Small, at};
use huifang_office::wire::{Backlog, Desk, HolidayTable, PackBrief, PackCheck, PackComparison, PackHit, PackText};
use huifang_office::wire::{WireError, dispatch};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::path::Path;
use tempfile::TempDir;

const TODAY: &str = "2026-09-29";
const OWN: &str = "002-12-本院";

/// A desk on a property office with two complaints, one of them overdue.
fn desk() -> (Desk, TempDir) {
    let rows = [["TS1", "0101", "2026-09-27", "一般", ""], ["TS2", "0102", "2026-09-20", "一般", ""]];
    let Small { office, dir } = Small::property(&rows, at(TODAY));
    drop(office);
    let desk = Desk::new();
    call(&desk, "open_office", json!({ "dir": dir.path() })).expect("the office opens");
    (desk, dir)
}

fn call(desk: &Desk, command: &str, request: Value) -> Result<Value, WireError> {
    dispatch(desk, command, request, at(TODAY))
}

fn done<T: DeserializeOwned>(desk: &Desk, command: &str, request: Value) -> T {
    let answer = call(desk, command, request).unwrap_or_else(|error| panic!("{command}: {error:?}"));
    serde_json::from_value(answer).expect("the answer is of its type")
}

fn refused(desk: &Desk, command: &str, request: Value) -> WireError {
    call(desk, command, request).expect_err("this is refused")
}

fn copy(desk: &Desk) {
    done::<Value>(desk, "copy_pack", json!({ "id": "002-12", "new_id": OWN, "title": "本院投诉回访" }));
}

fn text(desk: &Desk, id: &str) -> String {
    done::<Value>(desk, "pack_source", json!({ "id": id }))["text"].as_str().expect("a text").to_owned()
}

fn brief(desk: &Desk, id: &str) -> PackBrief {
    let packs: Vec<PackBrief> = done(desk, "pack_list", json!({}));
    packs.into_iter().find(|pack| pack.id == id).expect("it is on the list")
}

#[test]
fn a_copy_stands_beside_its_model_and_carries_the_same_clauses() {
    let (desk, dir) = desk();
    copy(&desk);
    let (model, own) = (brief(&desk, "002-12"), brief(&desk, OWN));
    assert_eq!((own.title.as_str(), own.own, own.state.as_str()), ("本院投诉回访", true, "off"));
    assert_eq!(own.copied_from.as_deref(), Some("002-12"));
    assert_eq!((own.runs, own.asks, own.shows), (model.runs, model.asks, model.shows));
    let same: PackComparison = done(
        &desk,
        "compare_packs",
        json!({ "left": "002-12", "left_enabled": false, "right": OWN, "right_enabled": false }),
    );
    assert_eq!((same.differs, same.only_left, same.only_right), (0, 0, 0), "{:?}", same.rows);
    call(&desk, "close_office", Value::Null).expect("it closes");
    let packs: Vec<PackBrief> = done(&desk, "pack_list", json!({}));
    assert!(packs.iter().all(|pack| pack.id != OWN), "it belongs to the office");
    call(&desk, "open_office", json!({ "dir": dir.path() })).expect("it opens");
    assert_eq!(brief(&desk, OWN), own);
    done::<Value>(&desk, "delete_pack", json!({ "id": OWN }));
    assert_eq!(refused(&desk, "pack_text", json!({ "id": OWN })).code, "not_found");
}

#[test]
fn a_copy_needs_an_id_of_its_own() {
    let (desk, _dir) = desk();
    for (id, code) in [("002-09", "pack_id_taken"), ("", "bad_pack_id"), ("a b", "bad_pack_id"), ("a/b", "bad_pack_id")]
    {
        let request = json!({ "id": "002-12", "new_id": id, "title": "副本" });
        assert_eq!(refused(&desk, "copy_pack", request).code, code, "{id:?}");
    }
    let request = json!({ "id": "002-12", "new_id": OWN, "title": " " });
    assert_eq!(refused(&desk, "copy_pack", request).code, "name_missing");
}

#[test]
fn a_text_that_is_being_written_is_told_all_its_mistakes_with_their_places() {
    let (desk, _dir) = desk();
    copy(&desk);
    let good = text(&desk, OWN);
    let bad =
        good.replace("within = \"3 days\"", "within = \"soon\"").replacen("kind = \"after\"", "kind = \"later\"", 2);
    let check: PackCheck = done(&desk, "check_pack", json!({ "id": OWN, "text": bad }));
    assert!(check.problems.len() >= 3, "{:?}", check.problems);
    assert!(
        check.problems.iter().all(|p| p.line > 1 && p.column > 0 && !p.expected.is_empty()),
        "{:?}",
        check.problems
    );
    let request = json!({ "id": OWN, "text": bad, "drop_stories": true });
    assert_eq!(refused(&desk, "save_pack", request).code, "pack_problems");
    let request = json!({ "id": "002-12", "text": good, "drop_stories": true });
    assert_eq!(refused(&desk, "save_pack", request).code, "not_own_pack");
    let renamed = good.replacen(OWN, "另一个", 1);
    let request = json!({ "id": OWN, "text": renamed, "drop_stories": true });
    assert_eq!(refused(&desk, "save_pack", request).code, "pack_id_changed");
}

#[test]
fn a_changed_number_is_saved_when_the_stories_that_say_otherwise_may_go() {
    let (desk, _dir) = desk();
    copy(&desk);
    let changed = text(&desk, OWN).replacen("within = \"3 days\"", "within = \"5 days\"", 1);
    let check: PackCheck = done(&desk, "check_pack", json!({ "id": OWN, "text": changed }));
    assert!(check.problems.is_empty() && !check.stories.is_empty(), "{check:?}");
    let request = |drop: bool| json!({ "id": OWN, "text": changed, "drop_stories": drop });
    assert_eq!(refused(&desk, "save_pack", request(false)).code, "stories_differ");
    done::<Value>(&desk, "save_pack", request(true));
    let check: PackCheck = done(&desk, "check_pack", json!({ "id": OWN, "text": changed }));
    assert_eq!((check.problems.len(), check.stories.len()), (0, 0));
    let compared: PackComparison = done(
        &desk,
        "compare_packs",
        json!({ "left": "002-12", "left_enabled": true, "right": OWN, "right_enabled": false }),
    );
    let row = compared.rows.iter().find(|row| row.state == "differs").expect("one rule differs");
    assert_eq!((compared.differs, row.kind.as_str(), row.title.as_str()), (1, "rule", "投诉回访"));
    let other = |pieces: &[huifang_office::wire::Piece]| {
        pieces.iter().filter(|p| !p.same).map(|p| p.text.clone()).collect::<String>()
    };
    assert!(other(&row.left).contains("3 天") && other(&row.right).contains("5 天"), "{row:?}");
}

#[test]
fn an_edited_pack_is_taken_over_where_it_is_enabled_only_when_the_manager_says_so() {
    let (desk, _dir) = desk();
    copy(&desk);
    done::<Value>(&desk, "change_policy", json!({ "act": "enable", "pack": OWN, "from": "2026-09-01" }));
    let changed = text(&desk, OWN).replacen("within = \"3 days\"", "within = \"5 days\"", 1);
    done::<Value>(&desk, "save_pack", json!({ "id": OWN, "text": changed, "drop_stories": true }));
    let page: PackText = done(&desk, "pack_text", json!({ "id": OWN }));
    assert!(page.newer_text && page.lines.iter().any(|l| l.text.starts_with("投诉回访") && l.text.contains("3 天")));
    let take = json!({ "act": "params", "pack": OWN, "from": "2026-09-01", "new_text": true });
    let foreseen: Value = done(&desk, "preview_policy", take.clone());
    assert_eq!(foreseen["moved"]["count"], 2);
    done::<Value>(&desk, "change_policy", take);
    let page: PackText = done(&desk, "pack_text", json!({ "id": OWN }));
    assert!(!page.newer_text && page.lines.iter().any(|l| l.text.starts_with("投诉回访") && l.text.contains("5 天")));
    assert_eq!(refused(&desk, "delete_pack", json!({ "id": OWN })).code, "pack_in_use");
}

#[test]
fn a_pack_goes_from_office_to_office_as_one_file() {
    let (here, _here) = desk();
    let (there, dir) = desk();
    copy(&here);
    let file = dir.path().join("本院.huifang-pack");
    done::<Value>(&here, "export_pack", json!({ "id": OWN, "path": file }));
    assert_eq!(refused(&here, "import_pack", json!({ "path": file })).code, "pack_id_taken");
    done::<Value>(&there, "import_pack", json!({ "path": file }));
    assert_eq!(text(&there, OWN), text(&here, OWN));
    let mine: PackText = done(&here, "pack_text", json!({ "id": OWN }));
    let theirs: PackText = done(&there, "pack_text", json!({ "id": OWN }));
    assert_eq!(mine.lines, theirs.lines, "with its stories");
}

#[test]
fn a_pack_that_does_not_pass_the_check_is_refused_with_all_reasons() {
    let (desk, dir) = desk();
    copy(&desk);
    let good = dir.path().join("good.huifang-pack");
    done::<Value>(&desk, "export_pack", json!({ "id": OWN, "path": good }));
    let written = std::fs::read_to_string(&good).expect("the file").replace(OWN, "另一份");
    let bad = dir.path().join("bad.huifang-pack");
    let import = |text: String| {
        std::fs::write(&bad, text).expect("written");
        refused(&desk, "import_pack", json!({ "path": bad }))
    };
    let wrong = written.replace("\"1 month\"", "\"x\"");
    let error = import(wrong);
    assert_eq!(error.code, "pack_problems");
    assert!(error.params["problems"].as_array().is_some_and(|all| all.len() == 2), "{error:?}");
    assert_eq!(import(written.replacen("\"3 days\"", "\"4 days\"", 9)).code, "stories_differ");
    assert_eq!(import(written.replace("# huifang-pack 1", "# 随便")).code, "not_a_pack_file");
    assert_eq!(refused(&desk, "import_pack", json!({ "path": dir.path().join("无") })).code, "io");
    let packs: Vec<PackBrief> = done(&desk, "pack_list", json!({}));
    assert_eq!(packs.iter().filter(|pack| pack.own).count(), 1, "nothing was taken in");
}

#[test]
fn packs_are_found_by_title_id_and_the_words_of_their_clauses() {
    let (desk, _dir) = desk();
    let find = |words: &str| -> Vec<PackHit> { done(&desk, "find_packs", json!({ "find": words })) };
    assert!(find("002-12").iter().any(|hit| hit.id == "002-12" && hit.line.is_empty()));
    assert!(find("口腔").iter().any(|hit| hit.id == "001-01"));
    let clause = find("出院后");
    assert!(clause.iter().any(|hit| hit.id == "002-16" && hit.line.contains("出院后")), "{clause:?}");
    assert_eq!(find("没有这样的话"), []);
}

#[test]
fn a_holiday_table_is_read_from_a_list_and_from_the_public_tables() {
    let (desk, dir) = desk();
    let read = |name: &str, text: &str| {
        let path = dir.path().join(name);
        std::fs::write(&path, text).expect("written");
        call(&desk, "read_holidays", json!({ "path": path }))
    };
    let list = "日期,安排,名称\n2027-01-01,放假,元旦\n2027/2/6,上班,春节\n";
    let list: HolidayTable = serde_json::from_value(read("a.csv", list).expect("a list")).expect("a table");
    assert_eq!((list.year, list.days.len()), (2027, 2));
    assert_eq!(
        (list.days[1].day.as_str(), list.days[1].works, list.days[1].name.as_str()),
        ("2027-02-06", true, "春节")
    );
    let public = r#"{"year":2027,"papers":[],"days":[{"name":"元旦","date":"2027-01-01","isOffDay":true}]}"#;
    let public: HolidayTable = serde_json::from_value(read("b.json", public).expect("a table")).expect("a table");
    assert_eq!((public.year, public.days.len(), public.days[0].works), (2027, 1, false));
    assert_eq!(read("c.txt", "什么也没有").expect_err("no table").code, "holidays_invalid");
}

#[test]
fn a_backlog_is_waived_and_taken_back_in_one_step_each() {
    let (desk, _dir) = desk();
    let backlog = || -> Backlog { done(&desk, "backlog", json!({ "id": "002-12" })) };
    assert_eq!((backlog().count, backlog().rows[0].no.as_deref()), (1, Some("TS2")));
    let waive = |approver: &str, reason: &str| json!({ "pack": "002-12", "approver": approver, "reason": reason });
    assert_eq!(refused(&desk, "waive_backlog", waive("赵总", " ")).code, "reason_missing");
    assert_eq!(refused(&desk, "waive_backlog", waive("", "旧账")).code, "approver_missing");
    assert_eq!(refused(&desk, "waive_backlog", waive("没有这人", "旧账")).code, "not_found");
    done::<Value>(&desk, "waive_backlog", waive("赵总", "启用前的旧账"));
    let waived = backlog();
    assert_eq!((waived.count, waived.waivers.len()), (0, 1));
    let waiver = &waived.waivers[0];
    assert_eq!((waiver.count, waiver.approver.as_str(), waiver.undone), (1, "赵总", false));
    assert_eq!(refused(&desk, "waive_backlog", waive("赵总", "旧账")).code, "nothing_overdue");
    done::<Value>(&desk, "undo_waiver", json!({ "id": waiver.id }));
    assert_eq!((backlog().count, backlog().waivers[0].undone), (1, true));
    assert_eq!(refused(&desk, "undo_waiver", json!({ "id": waiver.id })).code, "waiver_undone");
}

#[test]
fn no_office_no_changes_but_the_shelf_can_be_read() {
    let desk = Desk::new();
    let packs: Vec<PackBrief> = done(&desk, "pack_list", json!({}));
    assert!(packs.len() >= 8 && packs.iter().all(|pack| pack.state == "off"));
    let page: PackText = done(&desk, "pack_text", json!({ "id": "002-12" }));
    assert!(page.params.iter().any(|param| param.silent) && !page.lines.iter().any(|line| line.kind == "silent"));
    assert_eq!(refused(&desk, "change_policy", json!({ "act": "enable", "pack": "002-12" })).code, "no_office");
    let path = Path::new("/没有这个文件夹/x.huifang-pack");
    assert_eq!(refused(&desk, "export_pack", json!({ "id": "002-12", "path": path })).code, "io");
}
