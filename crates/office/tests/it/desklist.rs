//! The worklist as a team's list: whose it is, who stands in, one decision about many, and taking back.

use crate::common::{STAFF, Small, about_client, about_task, asked, at, listing, refusal};
use huifang_office::wire::{
    Decide, DecideMany, RecentAct, RecordFollowUp, SetAbsence, TaskRow, VoidDecision, WhoseCounts, WorklistQuery,
};
use serde_json::json;

const TUESDAY: &str = "2026-09-29";
const WEDNESDAY: &str = "2026-09-30";

/// Four complaints: the first two for whoever of the two assistants, the third for the head, the last for the boss.
fn office() -> Small {
    let rows = [
        ["TS1", "0101", "2026-09-26", "一般", ""],
        ["TS2", "0102", "2026-09-27", "一般", ""],
        ["TS3", "0103", "2026-09-28", "重要", ""],
        ["TS4", "0104", "2026-09-29", "重大", ""],
    ];
    let mut small = Small::property(&rows, at(TUESDAY));
    sign_in(&mut small, "赵总");
    small
}

fn sign_in(small: &mut Small, name: &str) {
    let id = small.staff(name);
    small.office.sign_in(Some(id.as_str().into()), at(TUESDAY)).expect("he works here");
}

fn task(small: &Small, no: &str) -> String {
    small.line(TUESDAY, "complaint", no).id
}

fn tasks(small: &Small, numbers: &[&str]) -> Vec<String> {
    numbers.iter().map(|no| task(small, no)).collect()
}

fn whose(small: &Small, day: &str) -> WhoseCounts {
    small.office.whose_counts(&listing("all"), at(day)).expect("the counts")
}

fn rows(small: &Small, whose: &str, day: &str) -> Vec<TaskRow> {
    let query = WorklistQuery { whose: whose.to_owned(), ..listing("all") };
    small.office.list(&query, at(day)).expect("the list").rows
}

/// Numbers of the matters of the rows.
fn numbers(rows: &[TaskRow]) -> Vec<&str> {
    rows.iter().filter_map(|row| row.matter.as_ref().and_then(|m| m.no.as_deref())).collect()
}

fn row(small: &Small, no: &str, day: &str) -> TaskRow {
    let id = task(small, no);
    rows(small, "all", day).into_iter().find(|row| row.id == id).expect("it is listed")
}

fn leave(small: &Small, who: &str, from: &str, to: &str, substitute: Option<&str>) -> SetAbsence {
    SetAbsence {
        staff: small.staff(who),
        from: from.to_owned(),
        to: Some(to.to_owned()),
        weekdays: Vec::new(),
        substitute: substitute.map(|name| small.staff(name)),
        reason: "年休假".to_owned(),
    }
}

fn away(small: &mut Small, who: &str, from: &str, to: &str, substitute: Option<&str>) {
    let wish = leave(small, who, from, to, substitute);
    small.office.set_absence(&wish, at(TUESDAY)).expect("it is written down");
}

fn many(act: &str, tasks: Vec<String>) -> DecideMany {
    DecideMany {
        act: act.to_owned(),
        tasks,
        day: None,
        to: None,
        approver: None,
        reason: "住户外出,节后再访".to_owned(),
    }
}

fn acts(small: &Small) -> Vec<RecentAct> {
    small.office.recent_acts(at(TUESDAY)).expect("what was done today")
}

fn undo(small: &mut Small, act: &str) -> String {
    small.office.undo_act(act, at(TUESDAY)).expect("it is taken back").line
}

mod whose_tasks {
    use super::*;

    #[test]
    fn are_counted_as_they_are_listed() {
        let small = office();
        assert_eq!(whose(&small, TUESDAY), WhoseCounts { all: 4, mine: 1, unassigned: 2, no_phone: 0 });
        assert_eq!(numbers(&rows(&small, "mine", TUESDAY)), ["TS4"]);
        assert_eq!(numbers(&rows(&small, "unassigned", TUESDAY)), ["TS1", "TS2"], "two share the post");
        assert_eq!(rows(&small, "unassigned", TUESDAY)[0].assignee, "物业助理(待分派)");
        let today = WorklistQuery { whose: "mine".to_owned(), ..listing("today") };
        assert_eq!(small.office.list(&today, at(TUESDAY)).expect("the list").total, 0, "only of the tab");
        let wrong = WorklistQuery { whose: "theirs".to_owned(), ..listing("all") };
        assert_eq!(refusal(small.office.list(&wrong, at(TUESDAY))).0, "unknown_whose");
    }

    /// Three complaints under a policy; of the first household no number is known, of the second only the father's.
    fn with_few_numbers(pack: &str) -> Small {
        let mut small = Small::new(&[pack], "2026-01-01", at(TUESDAY));
        small.import("员工.csv", STAFF, at(TUESDAY));
        let households = "房号,业主姓名,联系电话,紧急联系人,紧急联系电话\n\
                          1栋1单元0101,甲一,,,\n1栋1单元0102,乙二,,乙父,13800000009\n1栋1单元0103,丙三,13800000003,,\n";
        small.import("业主档案.csv", households, at(TUESDAY));
        let list = crate::common::complaints(&[
            ["TS1", "0101", "2026-09-28", "一般", ""],
            ["TS2", "0102", "2026-09-28", "一般", ""],
            ["TS3", "0103", "2026-09-28", "一般", ""],
        ]);
        small.import("投诉登记.csv", &list, at(TUESDAY));
        small
    }

    #[test]
    fn without_a_telephone_are_those_that_are_to_be_rung_and_have_no_number_anywhere() {
        let small = with_few_numbers("003-04");
        assert_eq!(numbers(&rows(&small, "no_phone", TUESDAY)), ["TS1"], "a relative's number is one");
        assert_eq!(whose(&small, TUESDAY).no_phone, 1);
    }

    #[test]
    fn of_a_visit_need_no_number() {
        let small = with_few_numbers("002-12");
        assert_eq!(
            (whose(&small, TUESDAY).all, whose(&small, TUESDAY).no_phone),
            (3, 0),
            "002-12 goes to the door first"
        );
    }
}

mod someone_away {
    use super::*;

    #[test]
    fn is_stood_in_for_on_the_days_of_the_leave_and_the_row_says_for_whom() {
        let mut small = office();
        away(&mut small, "陈主管", TUESDAY, TUESDAY, Some("王芳"));
        let shown = row(&small, "TS3", TUESDAY);
        assert_eq!((shown.assignee.as_str(), shown.stands_in_for.as_deref()), ("王芳", Some("陈主管")));
        let back = row(&small, "TS3", WEDNESDAY);
        assert_eq!((back.assignee.as_str(), back.stands_in_for), ("陈主管", None));
        sign_in(&mut small, "王芳");
        assert_eq!(numbers(&rows(&small, "mine", TUESDAY)), ["TS3"], "it is hers today");
        assert!(rows(&small, "mine", WEDNESDAY).is_empty());
    }

    #[test]
    fn without_a_substitute_leaves_his_tasks_to_be_assigned() {
        let mut small = office();
        away(&mut small, "陈主管", TUESDAY, WEDNESDAY, None);
        assert_eq!(numbers(&rows(&small, "unassigned", TUESDAY)), ["TS1", "TS2", "TS3"]);
        assert_eq!(row(&small, "TS3", TUESDAY).assignee, "陈主管不在岗(待分派)");
    }

    #[test]
    fn is_stood_in_for_where_a_decision_gave_him_the_task_too() {
        let mut small = office();
        let to = small.staff("王芳");
        let id = task(&small, "TS1");
        small.decide(Decide { to: Some(to), ..about_task("reassign", &id) }, at(TUESDAY));
        away(&mut small, "王芳", TUESDAY, WEDNESDAY, Some("李娜"));
        let shown = row(&small, "TS1", TUESDAY);
        assert_eq!((shown.assignee.as_str(), shown.stands_in_for.as_deref()), ("李娜", Some("王芳")));
    }

    #[test]
    fn every_week_is_away_on_those_days_only() {
        let mut small = office();
        let off =
            SetAbsence {
                to: None, weekdays: vec![3, 7], ..leave(&small, "陈主管", TUESDAY, TUESDAY, Some("李娜"))
            };
        small.office.set_absence(&off, at(TUESDAY)).expect("it is written down");
        assert_eq!(row(&small, "TS3", TUESDAY).assignee, "陈主管");
        assert_eq!(row(&small, "TS3", WEDNESDAY).assignee, "李娜");
        let shown = small.office.absences(at(TUESDAY)).expect("who is away").remove(0);
        assert_eq!((shown.weekdays, shown.today, shown.substitute.as_deref()), (vec![3, 7], false, Some("李娜")));
    }

    #[test]
    fn changes_no_task_and_no_figure() {
        let mut small = office();
        let before = small.lines(TUESDAY);
        let figures = |small: &Small| small.office.quarterly("2026Q3", at(TUESDAY)).expect("the quarter").by_staff;
        let by_staff = figures(&small);
        away(&mut small, "陈主管", TUESDAY, WEDNESDAY, Some("王芳"));
        assert_eq!((small.lines(TUESDAY), figures(&small)), (before, by_staff), "figures go by who was responsible");
    }

    #[test]
    fn comes_back_when_it_is_taken_back() {
        let mut small = office();
        away(&mut small, "陈主管", TUESDAY, WEDNESDAY, Some("王芳"));
        let id = small.office.absences(at(TUESDAY)).expect("who is away").remove(0).absence;
        small.office.void_absence(&id, at(TUESDAY)).expect("it is taken back");
        assert_eq!(row(&small, "TS3", TUESDAY).assignee, "陈主管");
        assert!(small.office.absences(at(TUESDAY)).expect("who is away").is_empty());
        assert_eq!(refusal(small.office.void_absence(&id, at(TUESDAY))).0, "not_found");
    }

    #[test]
    fn is_not_written_down_wrongly() {
        let mut small = office();
        let good = leave(&small, "陈主管", TUESDAY, WEDNESDAY, None);
        let refused = |small: &mut Small, wish: SetAbsence| refusal(small.office.set_absence(&wish, at(TUESDAY))).0;
        let own = SetAbsence { substitute: Some(good.staff.clone()), ..good.clone() };
        assert_eq!(refused(&mut small, own), "own_substitute");
        let backwards = SetAbsence { from: WEDNESDAY.to_owned(), to: Some(TUESDAY.to_owned()), ..good.clone() };
        assert_eq!(refused(&mut small, backwards), "absence_backwards");
        let over = SetAbsence { from: "2026-09-01".to_owned(), to: Some("2026-09-02".to_owned()), ..good.clone() };
        assert_eq!(refused(&mut small, over), "absence_over");
        assert_eq!(refused(&mut small, SetAbsence { weekdays: vec![8], ..good.clone() }), "bad_weekday");
        assert_eq!(refused(&mut small, SetAbsence { staff: "无此人".to_owned(), ..good }), "not_found");
    }
}

mod one_decision_about_many {
    use super::*;

    #[test]
    fn is_one_act_and_taken_back_as_one() {
        let mut small = office();
        let before = small.lines(TUESDAY);
        let to = small.staff("王芳");
        let wish = DecideMany { to: Some(to), ..many("reassign", tasks(&small, &["TS1", "TS2", "TS3"])) };
        let decided = small.office.decide_many(&wish, at(TUESDAY)).expect("it is decided");
        assert_eq!((decided.count, decided.line.as_str()), (3, "3 件改由 王芳 负责"));
        let given = rows(&small, "all", TUESDAY).into_iter().filter(|row| row.assignee == "王芳").count();
        assert_eq!(given, 3);
        let listed = acts(&small);
        let shown = (listed[0].act.as_str(), listed[0].what.as_str(), listed[0].by.as_str(), listed[0].state.as_str());
        assert_eq!(shown, (decided.act.as_str(), "3 件 · 改由 王芳 负责", "赵总", "open"));
        assert_eq!(undo(&mut small, &decided.act), "已撤销,3 件恢复原样");
        assert_eq!(small.lines(TUESDAY), before);
        assert_eq!(acts(&small)[0].state, "undone");
        assert_eq!(refusal(small.office.undo_act(&decided.act, at(TUESDAY))).0, "act_undone");
    }

    #[test]
    fn is_made_about_all_or_none() {
        let mut small = office();
        let call = task(&small, "TS1");
        small.office.record_follow_up(&asked(&call, "满意", "王芳"), at(TUESDAY)).expect("it is written");
        let before = small.lines(TUESDAY);
        let day = Some("2026-10-12".to_owned());
        let wish = DecideMany { day, ..many("reschedule", vec![call, task(&small, "TS2")]) };
        let (code, text) = refusal(small.office.decide_many(&wish, at(TUESDAY)));
        assert_eq!((code, text.contains("1 件")), ("bulk_ended", true));
        assert_eq!(small.lines(TUESDAY), before);
        let none = DecideMany { tasks: Vec::new(), ..wish.clone() };
        assert_eq!(refusal(small.office.decide_many(&none, at(TUESDAY))).0, "no_task");
        let unknown = DecideMany { tasks: vec!["没有".to_owned()], ..wish };
        assert_eq!(refusal(small.office.decide_many(&unknown, at(TUESDAY))).0, "not_found");
    }

    #[test]
    fn postpones_with_a_reason_to_a_day_to_come() {
        let mut small = office();
        let to = |day: &str| DecideMany { day: Some(day.to_owned()), ..many("reschedule", Vec::new()) };
        let both = tasks(&small, &["TS1", "TS2"]);
        let mut refused = |wish: DecideMany| {
            refusal(small.office.decide_many(&DecideMany { tasks: both.clone(), ..wish }, at(TUESDAY))).0
        };
        assert_eq!(refused(DecideMany { reason: " ".to_owned(), ..to("2026-10-12") }), "reason_missing");
        assert_eq!(refused(to("2026-09-28")), "past_day");
        assert_eq!(refused(to("")), "bad_day");
        assert_eq!(refused(many("reassign", Vec::new())), "no_staff");
        assert_eq!(refused(many("forget", Vec::new())), "unknown_act");
        let wish = DecideMany { tasks: both.clone(), ..to("2026-10-12") };
        small.office.decide_many(&wish, at(TUESDAY)).expect("it is decided");
        let due: Vec<_> = ["TS1", "TS2"].iter().map(|no| row(&small, no, TUESDAY).due).collect();
        assert_eq!(due, ["2026-10-12", "2026-10-12"]);
    }

    #[test]
    fn waives_with_a_reason_and_an_approver() {
        let mut small = office();
        let both = tasks(&small, &["TS1", "TS2"]);
        let wish = many("waive", both.clone());
        assert_eq!(refusal(small.office.decide_many(&wish, at(TUESDAY))).0, "approver_missing");
        let wish = DecideMany { approver: Some(small.staff("赵总")), ..wish };
        small.office.decide_many(&wish, at(TUESDAY)).expect("it is decided");
        assert_eq!(numbers(&rows(&small, "all", TUESDAY)), ["TS3", "TS4"]);
        let shown = small.office.explain(&both[0], at(TUESDAY)).expect("the task").decisions.remove(0);
        assert_eq!((shown.what.as_str(), shown.note.as_str()), ("免访(赵总批准)", "住户外出,节后再访"));
    }

    #[test]
    fn is_undone_task_by_task_as_well() {
        let mut small = office();
        let both = tasks(&small, &["TS1", "TS2"]);
        let wish = DecideMany { day: Some("2026-10-12".to_owned()), ..many("reschedule", both.clone()) };
        let act = small.office.decide_many(&wish, at(TUESDAY)).expect("it is decided").act;
        let first = small.office.explain(&both[0], at(TUESDAY)).expect("the task").decisions.remove(0).id;
        let void = VoidDecision { decision: first, reason: "这户在家".to_owned() };
        small.office.void_decision(&void, at(TUESDAY)).expect("it is taken back");
        assert_eq!((row(&small, "TS1", TUESDAY).due, row(&small, "TS2", TUESDAY).due).1, "2026-10-12");
        assert_eq!(undo(&mut small, &act), "已撤销这个决定", "what is left of it");
        assert_eq!(row(&small, "TS2", TUESDAY).due, "2026-09-30");
    }
}

mod a_single_decision {
    use super::*;

    #[test]
    fn to_waive_needs_an_approver_who_works_here() {
        let mut small = office();
        let wish = about_task("waive", &task(&small, "TS1"));
        let mut refused = |approver: Option<&str>| {
            let wish = Decide { approver: approver.map(str::to_owned), ..wish.clone() };
            refusal(small.office.decide(&wish, at(TUESDAY))).0
        };
        assert_eq!(
            (refused(None), refused(Some(" ")), refused(Some("无此人"))),
            ("approver_missing", "approver_missing", "not_found")
        );
        small.decide(wish, at(TUESDAY));
        assert_eq!(small.line(TUESDAY, "complaint", "TS1").state, "waived");
    }

    /// A patient under 002-01: the first call within a week of discharge, two weeks at the latest.
    #[test]
    fn moves_a_day_past_the_latest_of_the_policy_only_with_an_approver() {
        let mut small = Small::new(&["002-01"], "2026-01-01", at(TUESDAY));
        small.import("员工.csv", STAFF, at(TUESDAY));
        let list = "住院号,姓名,科室,入院日期,出院日期,联系电话\nZ1,张三,骨科,2026-09-10,2026-09-22,13800138000\n";
        small.import("出院登记.csv", list, at(TUESDAY));
        let first = small.lines(TUESDAY).into_iter().find(|l| l.rule == "first").expect("the first call").id;
        let to = |day: &str| Decide { day: Some(day.to_owned()), ..about_task("reschedule", &first) };
        small.decide(to("2026-10-06"), at(TUESDAY));
        let (code, text) = refusal(small.office.decide(&to("2026-10-07"), at(TUESDAY)));
        assert_eq!((code, text.contains("最迟 2026-10-06")), ("past_latest", true), "{text}");
        let bulk = DecideMany { day: Some("2026-10-07".to_owned()), ..many("reschedule", vec![first.clone()]) };
        assert_eq!(refusal(small.office.decide_many(&bulk, at(TUESDAY))).0, "past_latest");
        let approved = Decide { approver: Some("赵总".to_owned()), ..to("2026-10-07") };
        small.decide(approved, at(TUESDAY));
        assert_eq!(
            small.lines(TUESDAY).into_iter().find(|l| l.id == first).expect("the call").due.to_string(),
            "2026-10-07"
        );
    }
}

mod what_was_done_today {
    use super::*;

    #[test]
    fn is_listed_the_last_first_with_who_and_what() {
        let mut small = office();
        let call = task(&small, "TS1");
        small.office.record_follow_up(&asked(&call, "满意", "王芳"), at(TUESDAY)).expect("it is written");
        let later = Decide { day: Some("2026-10-12".to_owned()), ..about_task("reschedule", &task(&small, "TS2")) };
        small.decide(later, at(TUESDAY));
        let client = small.client("丙三");
        small.decide(about_client("do_not_contact", &client), at(TUESDAY));
        let shown: Vec<_> = acts(&small).into_iter().map(|act| (act.what, act.by, act.state)).collect();
        let line = |what: &str| (what.to_owned(), "赵总".to_owned(), "open".to_owned());
        let expected =
            [line("丙三 · 不再联系"), line("乙二 · 改期到 2026-10-12 · 投诉回访"), line("甲一 · 接通 · 投诉回访")];
        assert_eq!(shown, expected);
    }

    #[test]
    fn is_taken_back_and_stands_as_it_was() {
        let mut small = office();
        let before = small.lines(TUESDAY);
        let call = task(&small, "TS1");
        small.office.record_follow_up(&asked(&call, "不满意", "王芳"), at(TUESDAY)).expect("it is written");
        let client = small.client("丙三");
        small.decide(about_client("do_not_contact", &client), at(TUESDAY));
        for act in acts(&small) {
            undo(&mut small, &act.act);
        }
        let asked_for = small.lines(TUESDAY).into_iter().filter(|l| l.state != "withdrawn");
        assert_eq!(asked_for.collect::<Vec<_>>(), before, "the problem that the call had raised is gone too");
        assert!(acts(&small).iter().all(|act| act.state == "undone"));
    }

    #[test]
    fn is_no_longer_taken_back_here_tomorrow() {
        let mut small = office();
        let call = task(&small, "TS1");
        small.office.record_follow_up(&asked(&call, "满意", "王芳"), at(TUESDAY)).expect("it is written");
        let act = acts(&small).remove(0).act;
        assert!(small.office.recent_acts(at(WEDNESDAY)).expect("what was done").is_empty());
        assert_eq!(refusal(small.office.undo_act(&act, at(WEDNESDAY))).0, "act_too_old");
        for nothing in ["", "x", "99999", "1"] {
            assert_eq!(refusal(small.office.undo_act(nothing, at(TUESDAY))).0, "not_found", "{nothing}");
        }
    }

    #[test]
    fn shows_no_more_than_twenty() {
        let mut small = office();
        let call = task(&small, "TS1");
        for _ in 0..25 {
            let busy = RecordFollowUp { outcome: "busy".to_owned(), ..crate::common::reached(&call, json!({})) };
            small.office.record_follow_up(&busy, at(TUESDAY)).expect("it is written");
        }
        assert_eq!(acts(&small).len(), 20);
    }
}
