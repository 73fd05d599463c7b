//! Changing policies: what is foreseen is what happens, people's words stand, pauses end, versions judge their own time.

use crate::common::{Line, STAFF, Small, about_task, at, complaints, day, refusal};
use huifang_office::wire::{Decide, HolidayLine, HolidayTable, ParamOverride, PolicyChange, PolicyPreview};
use huifang_office::{Office, PackShelf};
use serde_json::json;
use std::collections::BTreeMap;

const TODAY: &str = "2026-09-29";
const REPAIRS: &str = "\
报修单号,房号,报修时间,项目,维修工,完成时间
WX1,1栋1单元0101,2026-09-18,水龙头,孙工,2026-09-20
WX2,1栋1单元0102,2026-09-24,水龙头,孙工,2026-09-25
WX3,1栋1单元0103,2026-09-28,下水,孙工,2026-09-29
";

/// Six households, one of special care, three repairs and two complaints, under 002-12.
fn office() -> Small {
    let rows = [["TS1", "0101", "2026-09-26", "一般", ""], ["TS2", "0102", "2026-09-20", "一般", ""]];
    let mut small = Small::new(&["002-12"], "2026-01-01", at(TODAY));
    small.import("员工.csv", STAFF, at(TODAY));
    small.import("业主档案.csv", &crate::common::HOUSEHOLDS.replace("13800000003,90,", "13800000003,90,是"), at(TODAY));
    small.import("投诉登记.csv", &complaints(&rows), at(TODAY));
    small.import("维修工单.csv", REPAIRS, at(TODAY));
    small
}

fn wish(act: &str, pack: &str, from: &str) -> PolicyChange {
    PolicyChange {
        act: act.to_owned(),
        pack: Some(pack.to_owned()),
        from: Some(from.to_owned()),
        values: BTreeMap::new(),
        overrides: None,
        new_text: false,
        holidays: None,
        approver: None,
        reason: "经理会议".to_owned(),
    }
}

fn with(mut wish: PolicyChange, name: &str, value: serde_json::Value) -> PolicyChange {
    wish.values.insert(name.to_owned(), value);
    wish
}

fn table(year: i32, days: &[(&str, bool)]) -> PolicyChange {
    let line =
        |(day, works): &(&str, bool)| HolidayLine { day: (*day).to_owned(), name: "节".to_owned(), works: *works };
    let days = days.iter().map(line).collect();
    let holidays = Some(HolidayTable { year, known: true, own: true, days });
    PolicyChange { pack: None, from: None, holidays, ..wish("holidays", "", TODAY) }
}

fn preview(office: &Office, wish: &PolicyChange, today: &str) -> PolicyPreview {
    office.preview_policy(wish, &PackShelf::default(), at(today)).expect("it can be foreseen")
}

fn change(small: &mut Small, wish: &PolicyChange, today: &str) -> String {
    small.office.change_policy(wish, &PackShelf::default(), at(today)).expect("it is done").line
}

fn asked(lines: &[Line]) -> BTreeMap<&str, &Line> {
    lines.iter().filter(|line| line.state != "withdrawn").map(|line| (line.id.as_str(), line)).collect()
}

/// New, moved (in due day) and withdrawn, as the office's tasks say before and after.
fn happened(before: &[Line], after: &[Line]) -> [Vec<String>; 3] {
    let (was, is) = (asked(before), asked(after));
    let new = is.keys().filter(|id| !was.contains_key(*id)).map(ToString::to_string).collect();
    let moved = is.iter().filter(|(id, line)| was.get(*id).is_some_and(|w| w.due != line.due));
    let gone = was.keys().filter(|id| !is.contains_key(*id)).map(ToString::to_string).collect();
    [new, moved.map(|(id, _)| (*id).to_owned()).collect(), gone]
}

fn ids(list: &huifang_office::wire::PreviewList) -> Vec<String> {
    assert_eq!(list.count as usize, list.rows.len(), "these lists are short");
    let mut ids: Vec<_> = list.rows.iter().map(|row| row.task.clone()).collect();
    ids.sort();
    ids
}

#[test]
fn a_preview_says_exactly_what_the_change_then_does() {
    let changes = [
        wish("enable", "002-09", "2026-09-01"),
        wish("enable", "002-09", "2026-10-01"),
        wish("pause", "002-12", "2026-10-01"),
        wish("pause", "002-12", "2026-01-01"),
        with(wish("params", "002-12", "2026-01-01"), "festivals", json!(["重阳节"])),
        with(wish("params", "002-12", "2026-09-01"), "no_follow_up", json!(["未留姓名"])),
        table(2026, &[("2026-10-01", false)]),
    ];
    for wish in changes {
        let mut small = office();
        let before = small.lines(TODAY);
        let foreseen = preview(&small.office, &wish, TODAY);
        assert_eq!(small.lines(TODAY), before, "a preview changes nothing");
        change(&mut small, &wish, TODAY);
        let [new, moved, gone] = happened(&before, &small.lines(TODAY));
        assert_eq!(ids(&foreseen.new), new, "{wish:?}");
        assert_eq!(ids(&foreseen.withdrawn), gone, "{wish:?}");
        let foreseen_moved = ids(&foreseen.moved);
        assert!(moved.iter().all(|id| foreseen_moved.contains(id)), "{wish:?}");
        let again = small.office.plan(at(TODAY)).expect("it is planned");
        assert_eq!((again.new.len(), again.moved, again.withdrawn), (0, 0, 0), "nothing is left to do");
    }
}

#[test]
fn a_preview_writes_nothing_not_even_an_audit_row() {
    let small = office();
    let bytes = || std::fs::read(small.dir.path().join("office.db")).expect("the file");
    let before = (bytes(), small.lines(TODAY));
    preview(&small.office, &wish("enable", "002-09", "2026-09-01"), TODAY);
    preview(&small.office, &wish("pause", "002-12", TODAY), TODAY);
    assert_eq!((bytes(), small.lines(TODAY)), before);
}

#[test]
fn a_pack_enabled_from_a_day_does_not_drown_the_list_in_what_was_due_before() {
    let mut small = office();
    let early = preview(&small.office, &wish("enable", "002-09", "2026-09-01"), TODAY);
    let late = preview(&small.office, &wish("enable", "002-09", "2026-10-01"), TODAY);
    assert!(early.backlog > late.backlog && late.backlog == 0, "{} {}", early.backlog, late.backlog);
    let line = change(&mut small, &wish("enable", "002-09", "2026-10-01"), TODAY);
    assert!(line.starts_with("已启用,自 2026-10-01 起:新增"), "{line}");
    assert!(small.lines(TODAY).iter().all(|l| l.rule != "repair" || l.due >= day("2026-10-01")));
    let refused = small.office.change_policy(&wish("enable", "002-09", TODAY), &PackShelf::default(), at(TODAY));
    assert_eq!(refusal(refused).0, "already_enabled");
}

#[test]
fn the_load_is_shown_by_week_and_by_who_must() {
    let small = office();
    let foreseen = preview(&small.office, &wish("enable", "002-09", "2026-09-01"), TODAY);
    assert_eq!(foreseen.weeks.len(), 13);
    let first = &foreseen.weeks[0];
    assert_eq!((first.week, first.monday.as_str()), (40, "2026-09-28"));
    let (now, then): (u32, u32) = foreseen.weeks.iter().fold((0, 0), |(a, b), w| (a + w.now, b + w.then));
    assert!(then > now && now > 0, "{now} {then}");
    let people: (u32, u32) = foreseen.people.iter().fold((0, 0), |(a, b), p| (a + p.now, b + p.then));
    assert_eq!(people, (now, then), "the same tasks, told by who must");
}

#[test]
fn what_a_person_decided_is_left_alone() {
    let mut small = office();
    let pause = wish("pause", "002-12", "2026-09-01");
    let task = small.line(TODAY, "repair", "WX1");
    small.decide(Decide { day: Some("2026-10-25".to_owned()), ..about_task("reschedule", &task.id) }, at(TODAY));
    let foreseen = preview(&small.office, &pause, TODAY);
    assert_eq!(ids(&foreseen.left_alone), vec![task.id.clone()]);
    assert!(!ids(&foreseen.withdrawn).contains(&task.id));
}

#[test]
fn a_pause_takes_back_what_falls_due_in_it_and_a_resumption_asks_for_the_same_again() {
    let mut small = office();
    let before = small.line(TODAY, "repair", "WX1");
    assert_eq!(before.due, day("2026-10-20"));
    change(&mut small, &wish("pause", "002-12", "2026-10-01"), TODAY);
    let paused = small.line(TODAY, "repair", "WX1");
    assert_eq!((paused.state, paused.withdrawn.as_deref()), ("withdrawn", Some("本制度自 2026-10-01 起停用")));
    assert_eq!(small.line(TODAY, "complaint", "TS1").state, "open", "what was due before stays");
    let client = small.client("甲一");
    let why = small.office.why_not(&client.as_str().into(), at(TODAY)).expect("reasons");
    let repair = why.iter().find(|w| w.rule == "repair").expect("the rule is named");
    assert_eq!((repair.on_list, repair.text.as_str()), (false, "本制度自 2026-10-01 起停用"));
    change(&mut small, &wish("enable", "002-12", "2026-10-15"), TODAY);
    assert_eq!(small.line(TODAY, "repair", "WX1"), before);
    let refused = small.office.change_policy(&wish("pause", "002-09", TODAY), &PackShelf::default(), at(TODAY));
    assert_eq!(refusal(refused).0, "not_enabled");
}

#[test]
fn what_fell_due_in_a_pause_is_never_asked_for() {
    let mut small = office();
    change(&mut small, &wish("pause", "002-12", "2026-10-01"), TODAY);
    change(&mut small, &wish("enable", "002-12", "2026-10-22"), TODAY);
    assert_eq!(small.line(TODAY, "repair", "WX1").state, "withdrawn", "due on 10-20, in the pause");
    assert_ne!(small.line(TODAY, "repair", "WX2").state, "withdrawn", "due on 10-25, after it");
}

#[test]
fn a_parameter_judges_what_is_anchored_from_its_day_on() {
    let mut small = office();
    change(&mut small, &wish("enable", "002-09", "2026-09-01"), TODAY);
    let due = |small: &Small, no: &str| {
        let lines = small.lines(TODAY);
        let mut of: Vec<_> = lines.iter().filter(|l| l.rule == "repair" && l.about == no).map(|l| l.due).collect();
        of.sort();
        of[0]
    };
    assert_eq!((due(&small, "WX2"), due(&small, "WX3")), (day("2026-10-02"), day("2026-10-06")));
    let wish = with(wish("params", "002-09", "2026-09-28"), "repair_within", json!("3 days"));
    let foreseen = preview(&small.office, &wish, TODAY);
    assert_eq!((foreseen.moved.count, foreseen.moved.rows[0].no.as_deref()), (1, Some("WX3")));
    assert_eq!(foreseen.moved.rows[0].was.as_deref(), Some("2026-10-06"));
    change(&mut small, &wish, TODAY);
    assert_eq!((due(&small, "WX2"), due(&small, "WX3")), (day("2026-10-02"), day("2026-10-02")));
}

#[test]
fn a_parameter_set_from_the_first_day_judges_everything() {
    let mut small = office();
    change(&mut small, &wish("enable", "002-09", "2026-09-01"), TODAY);
    let short = with(wish("params", "002-09", "2026-09-01"), "repair_within", json!("1 day"));
    change(&mut small, &short, TODAY);
    let lines = small.lines(TODAY);
    assert!(lines.iter().any(|l| l.rule == "repair" && l.about == "WX1" && l.due == day("2026-09-21")));
    let early = with(wish("params", "002-09", "2026-08-31"), "repair_within", json!("1 day"));
    assert_eq!(refusal(small.office.change_policy(&early, &PackShelf::default(), at(TODAY))).0, "before_enabled");
}

#[test]
fn values_that_may_not_stand_are_all_named() {
    let small = office();
    let wish = with(with(wish("enable", "002-09", TODAY), "repair_within", json!("soon")), "colour", json!("red"));
    let (code, text) = refusal(small.office.preview_policy(&wish, &PackShelf::default(), at(TODAY)));
    assert_eq!(code, "param_invalid");
    assert!(text.contains("请修完成后多久内回访") && text.contains("colour"), "{text}");
}

#[test]
fn values_and_pauses_outlive_the_program() {
    let mut small = office();
    change(&mut small, &with(wish("enable", "002-09", "2026-09-01"), "repair_within", json!("3 days")), TODAY);
    change(&mut small, &wish("pause", "002-12", "2026-10-01"), TODAY);
    let before = small.lines(TODAY);
    let Small { office, dir } = small;
    drop(office);
    let mut small = Small { office: Office::open(dir.path(), at(TODAY)).expect("it opens"), dir };
    small.office.plan(at(TODAY)).expect("it is planned");
    assert_eq!(small.lines(TODAY), before);
}

#[test]
fn values_for_a_class_are_checked_like_those_for_everybody() {
    let mut small = office();
    let values = |value: &str| BTreeMap::from([("festival_lead".to_owned(), json!(value))]);
    let for_class = |name: &str, value: &str| PolicyChange {
        overrides: Some(vec![ParamOverride {
            whom: "class".to_owned(),
            name: name.to_owned(),
            label: String::new(),
            values: values(value),
        }]),
        ..wish("params", "002-12", TODAY)
    };
    let shelf = PackShelf::default();
    let refused = small.office.change_policy(&for_class("特殊关怀", "soon"), &shelf, at(TODAY));
    assert_eq!(refusal(refused).0, "param_invalid");
    let refused = small.office.change_policy(&for_class(" ", "14 days"), &shelf, at(TODAY));
    assert_eq!(refusal(refused).0, "whom_missing");
    change(&mut small, &for_class("特殊关怀", "14 days"), TODAY);
}

#[test]
fn a_holiday_table_of_the_office_counts_until_it_is_taken_back() {
    let mut small = office();
    let known = |small: &Small, year: i32| {
        let tables = small.office.holiday_tables(at(TODAY)).expect("tables");
        let table = tables.into_iter().find(|t| t.year == year).expect("this year is told of");
        (table.known, table.own, table.days.len())
    };
    assert_eq!(known(&small, 2027), (false, false, 0), "a year without a table is told of");
    change(&mut small, &table(2027, &[("2027-01-01", false), ("2026-12-31", false), ("2027-02-06", true)]), TODAY);
    assert_eq!(known(&small, 2027), (true, true, 3));
    let line = change(&mut small, &table(2027, &[]), TODAY);
    assert!(line.contains("2027 年没有放假安排"), "{line}");
    assert_eq!(known(&small, 2027), (false, false, 0));
    let shipped = known(&small, 2026);
    change(&mut small, &table(2026, &[("2026-10-01", false)]), TODAY);
    assert_eq!(known(&small, 2026), (true, true, 1));
    change(&mut small, &table(2026, &[]), TODAY);
    assert_eq!(known(&small, 2026), shipped, "the shipped one counts again");
}

#[test]
fn a_holiday_table_with_mistakes_is_refused_with_all_of_them() {
    let small = office();
    let wish =
        table(2027, &[("2027-01-01", false), ("2027-01-01", true), ("2027-02-30", false), ("2025-05-01", false)]);
    let (code, text) = refusal(small.office.preview_policy(&wish, &PackShelf::default(), at(TODAY)));
    assert_eq!(code, "holidays_invalid");
    for line in ["第 2 行", "第 3 行", "第 4 行"] {
        assert!(text.contains(line), "{text}");
    }
}
