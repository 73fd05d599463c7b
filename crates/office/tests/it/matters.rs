//! Registering matters at the desk, and what the policies then ask for: shown before, done after, and both the same.

use crate::common::{Line, Small, asked, at, day, refusal};
use huifang_office::OfficeError;
use huifang_office::wire::{
    ForeseenLine, MatterEdit, MatterForesight, MatterQuery, MatterWish, MatterWritten, MilestoneWish, NewClient,
    ParticipantWish,
};
use serde_json::json;
use std::collections::BTreeMap;

/// A Tuesday before the holidays of October.
const TUESDAY: &str = "2026-09-29";

pub fn office() -> Small {
    Small::property(&[], at(TUESDAY))
}

pub fn wish(kind: &str) -> MatterWish {
    MatterWish {
        kind: kind.to_owned(),
        client: None,
        new_client: None,
        caller: String::new(),
        others: Vec::new(),
        no: String::new(),
        severity: None,
        department: None,
        handler: None,
        fields: BTreeMap::new(),
        milestones: Vec::new(),
        parent: None,
    }
}

/// A complaint of that client.
pub fn complaint_of(small: &Small, name: &str) -> MatterWish {
    MatterWish { client: Some(small.client(name)), severity: Some("normal".to_owned()), ..wish("complaint") }
}

pub fn step(kind: &str, on: &str) -> MilestoneWish {
    MilestoneWish { kind: kind.to_owned(), on: Some(on.to_owned()), note: String::new() }
}

pub fn edit(matter: &str, act: &str) -> MatterEdit {
    MatterEdit {
        matter: matter.to_owned(),
        act: act.to_owned(),
        milestone: None,
        kind: None,
        on: None,
        note: String::new(),
        fields: BTreeMap::new(),
        participants: Vec::new(),
        reason: "登记错了".to_owned(),
    }
}

pub fn register(small: &mut Small, wish: &MatterWish) -> MatterWritten {
    small.office.register_matter(wish, at(TUESDAY)).expect("it is registered")
}

pub fn change(small: &mut Small, wish: &MatterEdit) -> MatterWritten {
    small.office.edit_matter(wish, at(TUESDAY)).expect("it is changed")
}

pub fn reach(small: &mut Small, matter: &str, kind: &str, on: &str) -> MatterWritten {
    let kind = Some(kind.to_owned());
    change(small, &MatterEdit { kind, on: Some(on.to_owned()), ..edit(matter, "add_milestone") })
}

fn foresee(small: &Small, wish: &MatterWish) -> MatterForesight {
    small.office.foresee_matter(wish, at(TUESDAY)).expect("it can be foreseen")
}

fn of_sort<'f>(lines: &'f [ForeseenLine], sort: &str) -> Vec<&'f str> {
    lines.iter().filter(|l| l.sort == sort).map(|l| l.text.as_str()).collect()
}

/// The complaint tasks, whoever they are about.
pub fn complaint_tasks(small: &Small) -> Vec<Line> {
    small.lines(TUESDAY).into_iter().filter(|l| l.rule == "complaint").collect()
}

#[test]
fn a_complaint_of_a_known_client_has_a_number_and_says_what_it_will_cause() {
    let mut small = office();
    let mut wish = complaint_of(&small, "甲一");
    wish.fields.insert("topic".to_owned(), json!("电梯故障"));
    let foreseen = foresee(&small, &wish);
    assert_eq!(foreseen.no, "TS260001");
    assert_eq!(of_sort(&foreseen.lines, "new"), Vec::<&str>::new(), "nothing is asked before it was dealt with");
    assert_eq!(of_sort(&foreseen.lines, "later"), ["处理完毕后 3 天内上门或电话回访(物业助理)"]);

    let written = register(&mut small, &wish);
    assert_eq!((written.no.as_deref(), written.line.as_str()), (Some("TS260001"), "已登记投诉 TS260001"));
    assert_eq!(complaint_tasks(&small), []);
    let page = small.office.matter_page(&written.matter, at(TUESDAY)).expect("its page");
    assert_eq!((page.row.stage.as_str(), page.row.text.as_str(), page.row.days), ("received", "电梯故障", 0));
    assert_eq!(page.milestones.len(), 1);
}

#[test]
fn nothing_is_written_by_looking_ahead() {
    let small = office();
    let before = small.lines(TUESDAY);
    let wish = MatterWish { milestones: vec![step("handled", TUESDAY)], ..complaint_of(&small, "甲一") };
    assert_eq!(foresee(&small, &wish).lines.len(), 1);
    assert_eq!(small.lines(TUESDAY), before);
    assert_eq!(foresee(&small, &wish).no, "TS260001", "the number was not taken either");
}

#[test]
fn what_was_foreseen_is_what_is_asked_for() {
    let mut small = office();
    let wish = MatterWish { milestones: vec![step("handled", TUESDAY)], ..complaint_of(&small, "甲一") };
    let foreseen = foresee(&small, &wish);
    assert_eq!(of_sort(&foreseen.lines, "new"), ["投诉回访:最迟 10-02(周五),上门或电话回访(物业助理)"]);
    let written = register(&mut small, &wish);
    assert_eq!(written.line, "已登记投诉 TS260001,生成 1 件任务");
    let task = small.line(TUESDAY, "complaint", "TS260001");
    assert_eq!((task.due, task.state, task.assignee.as_deref()), (day("2026-10-02"), "open", None));
    let page = small.office.matter_page(&written.matter, at(TUESDAY)).expect("its page");
    assert_eq!(foreseen.lines[0].because, page.tasks[0].because, "with the same reason");
}

#[test]
fn a_milestone_says_what_it_will_cause_and_causes_it() {
    let mut small = office();
    let wish = complaint_of(&small, "甲一");
    let matter = register(&mut small, &wish).matter;
    let kind = Some("handled".to_owned());
    let handled = MatterEdit { kind, on: Some("2026-09-28".to_owned()), ..edit(&matter, "add_milestone") };
    let foreseen = small.office.foresee_edit(&handled, at(TUESDAY)).expect("it can be foreseen");
    assert_eq!(of_sort(&foreseen.lines, "new"), ["投诉回访:最迟 10-01(周四),上门或电话回访(物业助理)"]);
    let written = change(&mut small, &handled);
    assert_eq!(written.line, "投诉 TS260001 处理完毕,生成 1 件任务");
    assert_eq!(small.line(TUESDAY, "complaint", "TS260001").due, day("2026-10-01"));
}

#[test]
fn a_caller_with_an_unknown_number_becomes_a_client_in_the_same_step() {
    let mut small = office();
    let new =
        NewClient { name: "何先生".to_owned(), phone: "137 0000 1234".to_owned(), place: "1-1-0110".to_owned() };
    let wish = MatterWish { new_client: Some(new), caller: "13700001234".to_owned(), ..wish("complaint") };
    assert!(foresee(&small, &wish).warnings.is_empty());
    let written = register(&mut small, &wish);
    assert!(written.changed.contains(&"client".to_owned()));
    let found = small.office.find_clients("13700001234", 2, at(TUESDAY)).expect("a search");
    assert_eq!(found.total, 1, "the next call from there finds him");
    let client = &found.rows[0].client;
    assert_eq!((client.name.as_str(), client.place.as_deref()), ("何先生", Some("1栋1单元0110")));
    assert_eq!(written.client.as_ref(), Some(&client.id));

    let again = register(&mut small, &wish);
    assert_eq!(again.client, written.client, "the same name and number is the same client");
    assert_eq!(again.no.as_deref(), Some("TS260002"));
}

#[test]
fn a_caller_who_says_no_name_is_told_by_the_end_of_his_number() {
    let mut small = office();
    let new = NewClient { name: String::new(), phone: "13700001234".to_owned(), place: String::new() };
    register(&mut small, &MatterWish { new_client: Some(new), ..wish("complaint") });
    assert_eq!(small.office.find_clients("未留姓名1234", 2, at(TUESDAY)).expect("a search").total, 1);
}

#[test]
fn a_number_that_is_not_the_clients_own_is_kept_with_the_matter() {
    let mut small = office();
    let own = MatterWish { caller: "13800000001".to_owned(), ..complaint_of(&small, "甲一") };
    let other = MatterWish { caller: "13700001234".to_owned(), ..complaint_of(&small, "甲一") };
    let facts = |small: &Small, matter: &str| {
        let page = small.office.matter_page(matter, at(TUESDAY)).expect("its page");
        page.fields.into_iter().find(|f| f.field.id == "来电号码").map(|f| f.text)
    };
    let (own, other) = (register(&mut small, &own).matter, register(&mut small, &other).matter);
    assert_eq!(facts(&small, &own), None);
    assert_eq!(facts(&small, &other).as_deref(), Some("13700001234"));
}

#[test]
fn a_complaint_may_be_anonymous_and_is_then_not_followed_up() {
    let mut small = office();
    let wish = MatterWish { milestones: vec![step("handled", TUESDAY)], ..wish("complaint") };
    assert_eq!(foresee(&small, &wish).lines, []);
    let written = register(&mut small, &wish);
    assert_eq!(written.client, None);
    assert_eq!(complaint_tasks(&small), []);
}

#[test]
fn an_appointment_is_somebodys() {
    let mut small = office();
    let (code, sentence) = refusal(small.office.register_matter(&wish("appointment"), at(TUESDAY)));
    assert_eq!(code, "client_missing");
    assert!(sentence.contains("预约"), "{sentence}");
    let foreseen = foresee(&small, &wish("appointment"));
    assert_eq!((foreseen.no.as_str(), foreseen.warnings.len()), ("YY260001", 1), "before saving it is only said");
}

#[test]
fn numbers_go_on_by_kind_and_year_and_are_not_given_twice() {
    let mut small = office();
    let rows = [["TS260041", "0101", "2026-09-28", "一般", ""]];
    small.import("投诉登记.csv", &crate::common::complaints(&rows), at(TUESDAY));
    let next = complaint_of(&small, "乙二");
    assert_eq!(register(&mut small, &next).no.as_deref(), Some("TS260042"));
    let last_year = MatterWish { milestones: vec![step("received", "2025-12-30")], ..complaint_of(&small, "乙二") };
    assert_eq!(register(&mut small, &last_year).no.as_deref(), Some("TS250001"));
    let own = MatterWish { no: "前台-7".to_owned(), ..complaint_of(&small, "乙二") };
    assert_eq!(register(&mut small, &own).no.as_deref(), Some("前台-7"));

    let error = small.office.register_matter(&own, at(TUESDAY)).expect_err("the number is taken");
    assert_eq!((error.code(), &error.params()["next"]), ("number_taken", &json!("TS260043")));
    let struck = edit(&small.matter("TS260042"), "strike");
    change(&mut small, &struck);
    assert_eq!(register(&mut small, &next).no.as_deref(), Some("TS260043"), "a number struck out is not given again");
}

#[test]
fn a_list_that_brings_the_number_later_means_the_same_matter() {
    let mut small = office();
    let wish = complaint_of(&small, "甲一");
    let matter = register(&mut small, &wish).matter;
    let rows = [["TS260001", "0101", "2026-09-28", "一般", ""]];
    small.import("投诉登记.csv", &crate::common::complaints(&rows), at(TUESDAY));
    assert_eq!(small.matter("TS260001"), matter);
    assert_eq!(small.line(TUESDAY, "complaint", "TS260001").due, day("2026-10-01"));
}

#[test]
fn several_take_part_each_in_a_role() {
    let mut small = office();
    let other = ParticipantWish { client: small.client("乙二"), role: "complainant".to_owned() };
    let wish = MatterWish { others: vec![other], ..complaint_of(&small, "甲一") };
    let matter = register(&mut small, &wish).matter;
    let page = small.office.matter_page(&matter, at(TUESDAY)).expect("its page");
    let people: Vec<_> = page.participants.iter().map(|p| (p.client.name.as_str(), p.role_label.as_str())).collect();
    assert_eq!(people, [("甲一", "当事人"), ("乙二", "投诉人")]);
    let stranger = ParticipantWish { client: small.client("乙二"), role: "boss".to_owned() };
    let wrong = MatterWish { others: vec![stranger], ..wish };
    assert_eq!(refusal(small.office.register_matter(&wrong, at(TUESDAY))).0, "bad_value");
}

#[test]
fn an_appointment_is_booked_today_for_a_day_that_lies_ahead() {
    let mut small = office();
    let milestones = vec![
        MilestoneWish { kind: "booked".to_owned(), on: None, note: String::new() },
        step("scheduled", "2026-10-12T14:30"),
    ];
    let wish = MatterWish { client: Some(small.client("甲一")), milestones, ..wish("appointment") };
    let matter = register(&mut small, &wish).matter;
    let page = small.office.matter_page(&matter, at(TUESDAY)).expect("its page");
    assert_eq!((page.row.stage.as_str(), page.row.stage_on.as_deref()), ("scheduled", Some("2026-10-12T14:30")));
    let cancelled = reach(&mut small, &matter, "cancelled", TUESDAY);
    let page = small.office.matter_page(&matter, at(TUESDAY)).expect("its page");
    assert_eq!((page.row.stage.as_str(), page.row.ended), ("cancelled", true), "though the day itself lies ahead");
    assert_eq!(cancelled.line, "预约 YY260001 取消");
}

#[test]
fn mistakes_are_refused_one_by_one_and_nothing_is_written() {
    let mut small = office();
    let of = |small: &Small| complaint_of(small, "甲一");
    let mut refuse = |wish: MatterWish| refusal(small.office.register_matter(&wish, at(TUESDAY))).0;
    let good = of(&office());
    let with = |field: &str, value: serde_json::Value| MatterWish {
        fields: [(field.to_owned(), value)].into(),
        ..good.clone()
    };
    assert_eq!(refuse(wish("problem")), "unknown_matter_kind");
    assert_eq!(refuse(MatterWish { client: Some("nobody".to_owned()), ..good.clone() }), "not_found");
    assert_eq!(refuse(MatterWish { severity: Some("grave".to_owned()), ..good.clone() }), "bad_value");
    assert_eq!(
        refuse(MatterWish { milestones: vec![step("discharged", TUESDAY)], ..good.clone() }),
        "unknown_milestone"
    );
    assert_eq!(refuse(MatterWish { milestones: vec![step("handled", "昨天")], ..good.clone() }), "bad_day");
    assert_eq!(refuse(MatterWish { caller: "12".to_owned(), ..good.clone() }), "bad_phone");
    assert_eq!(refuse(with("颜色", json!("红"))), "unknown_field");
    assert_eq!(refuse(with("loop", json!("002-12/dissatisfied"))), "unknown_field");
    assert_eq!(refuse(with("reply_only", json!("也许"))), "bad_value");
    let query = query("complaint");
    assert_eq!(small.office.matter_list(&query, at(TUESDAY)).expect("the list").total, 0);
}

#[test]
fn fields_of_a_kind_are_those_on_which_the_enabled_rules_depend_too() {
    let small = office();
    let kinds = small.office.matter_kinds().expect("the kinds");
    let first: Vec<_> = kinds.kinds.iter().take_while(|k| k.asked).map(|k| k.label.as_str()).collect();
    assert_eq!(first[..3], ["投诉", "维修", "活动"], "in the order of the policy");
    let complaint = kinds.kinds.iter().find(|k| k.kind == "complaint").expect("complaints");
    assert!(complaint.graded && complaint.nobody);
    let order: Vec<_> = complaint.milestones.iter().map(|m| m.label.as_str()).collect();
    assert_eq!(order, ["受理", "处理完毕", "办结", "转办"]);
    assert!(complaint.fields.iter().any(|f| f.id == "reply_only" && f.kind == "yes_no"));
    assert!(kinds.kinds.iter().all(|k| k.kind != "problem"));
    assert_eq!(kinds.departments, ["办公室", "客服部", "工程部"]);
}

#[test]
fn a_pack_that_names_fields_of_a_matter_has_them_asked() {
    let small = Small::new(&["004-03"], "2026-01-01", at(TUESDAY));
    let kinds = small.office.matter_kinds().expect("the kinds");
    let plan = kinds.kinds.iter().find(|k| k.kind == "plan_item").expect("lines of a plan");
    assert!(plan.asked);
    let labels: Vec<_> = plan.fields.iter().map(|f| f.label.as_str()).collect();
    for wanted in ["目的", "方式", "内容"] {
        assert!(labels.contains(&wanted), "{wanted} is not among {labels:?}");
    }
}

pub fn query(kind: &str) -> MatterQuery {
    MatterQuery {
        kind: kind.to_owned(),
        stage: None,
        department: None,
        handler: None,
        overdue: false,
        find: String::new(),
        offset: 0,
        limit: 100,
    }
}

pub fn code<T>(result: Result<T, OfficeError>) -> &'static str {
    refusal(result).0
}

#[test]
fn a_dissatisfied_answer_stands_on_the_page_of_its_matter() {
    let mut small = office();
    let wish = MatterWish { milestones: vec![step("handled", TUESDAY)], ..complaint_of(&small, "甲一") };
    let matter = register(&mut small, &wish).matter;
    let task = small.line(TUESDAY, "complaint", "TS260001").id;
    small.office.record_follow_up(&asked(&task, "不满意", "王芳"), at(TUESDAY)).expect("it is written");
    let page = small.office.matter_page(&matter, at(TUESDAY)).expect("its page");
    assert_eq!((page.records.len(), page.children.len()), (1, 1));
    assert_eq!(page.children[0].matter.kind, "problem");
    let problem = small.office.matter_page(&page.children[0].matter.id, at(TUESDAY)).expect("its page");
    assert_eq!(problem.parent.and_then(|p| p.no).as_deref(), Some("TS260001"));
    assert!(problem.fields.iter().all(|f| f.field.id != "loop"), "by which the program joins them is not for reading");
}
