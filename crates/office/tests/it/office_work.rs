//! The office's own work: what is done without a contact, listed apart, finished by saying so, and taken back.

use crate::common::{STAFF, Small, about_task, asked, at, listing, reached, refusal};
use huifang_office::wire::{Decide, VoidDecision, Worklist, WorklistQuery};
use serde_json::json;

const TUESDAY: &str = "2026-09-29";
const REPORT: &str = "report.客户回访记录";

/// A property office under 002-12: each month it reports to its leaders; one complaint waits for a call.
fn office() -> Small {
    let mut small = Small::property(&[["TS1", "0101", "2026-09-28", "一般", ""]], at(TUESDAY));
    let me = small.staff("陈主管");
    small.office.sign_in(Some(me.as_str().into()), at(TUESDAY)).expect("he works here");
    small
}

fn september(small: &Small) -> String {
    let reports = small.lines(TUESDAY).into_iter().filter(|l| l.rule == REPORT && l.state == "open");
    reports.map(|l| l.id).next().expect("the report of September")
}

fn list(small: &Small, tab: &str, today: &str) -> Worklist {
    small.office.list(&listing(tab), at(today)).expect("the list")
}

fn finish(task: &str, note: &str, day: Option<&str>) -> Decide {
    Decide { reason: note.to_owned(), day: day.map(str::to_owned), ..about_task("finish", task) }
}

fn state(small: &Small, task: &str, today: &str) -> &'static str {
    small.lines(today).into_iter().find(|l| l.id == task).expect("the task").state
}

#[test]
fn it_stands_under_its_own_heading_and_under_no_other_tab() {
    let small = office();
    let work = list(&small, "office", TUESDAY);
    let rows: Vec<_> = work.rows.iter().map(|r| (r.rule.as_str(), r.settled_by.as_str(), r.due.as_str())).collect();
    assert_eq!(rows, [(REPORT, "finish", "2026-09-30")]);
    assert!(work.rows[0].because.contains("依据 002-12"), "{}", work.rows[0].because);
    assert_eq!((work.counts.office, work.counts.office_overdue, work.counts.all), (1, 0, 1));
    let all = list(&small, "all", TUESDAY);
    assert_eq!(all.rows.iter().map(|r| r.rule.as_str()).collect::<Vec<_>>(), ["complaint"]);
    assert_eq!((all.total, list(&small, "week", TUESDAY).counts.week), (1, 1));
}

#[test]
fn it_is_given_to_a_person_and_that_person_finds_it_among_his_own() {
    let mut small = office();
    let task = september(&small);
    let me = small.staff("陈主管");
    small.decide(Decide { to: Some(me), ..about_task("reassign", &task) }, at(TUESDAY));
    let query = WorklistQuery { whose: "mine".to_owned(), ..listing("office") };
    let mine = small.office.list(&query, at(TUESDAY)).expect("the list");
    assert_eq!((mine.total, mine.rows[0].assignee.as_str()), (1, "陈主管"));
}

#[test]
fn who_says_that_it_is_done_ends_it_and_a_remark_is_not_needed() {
    let mut small = office();
    let task = september(&small);
    let decided = small.office.decide(&finish(&task, "", None), at(TUESDAY)).expect("it is done");
    assert_eq!((decided.line.as_str(), decided.decision.is_some()), ("已办完", true));
    assert_eq!(state(&small, &task, TUESDAY), "done");
    assert_eq!(list(&small, "office", TUESDAY).total, 0);
    let done = small.office.finished().expect("what is done");
    assert_eq!((done[0].title.as_str(), done[0].by.as_str(), done[0].on.as_str()), ("客户回访记录", "陈主管", TUESDAY));
    small.office.plan(at("2026-10-08")).expect("a new day");
    assert_eq!(state(&small, &task, "2026-10-08"), "done", "it does not come back as missed");
    let twice = small.office.decide(&finish(&task, "", None), at(TUESDAY));
    assert_eq!(refusal(twice).0, "already_done");
}

#[test]
fn a_slip_is_taken_back_and_both_stay_visible() {
    let mut small = office();
    let task = september(&small);
    let decided = small.office.decide(&finish(&task, "已交办公室", None), at(TUESDAY)).expect("it is done");
    let decision = decided.decision.expect("a decision");
    let void = |reason: &str| VoidDecision { decision: decision.clone(), reason: reason.to_owned() };
    assert_eq!(refusal(small.office.void_decision(&void(""), at(TUESDAY))).0, "reason_missing");
    small.office.void_decision(&void("点错了"), at(TUESDAY)).expect("it is taken back");
    assert_eq!(state(&small, &task, TUESDAY), "open");
    assert_eq!(refusal(small.office.void_decision(&void("点错了"), at(TUESDAY))).0, "decision_voided");
    small.office.decide(&finish(&task, "", None), at(TUESDAY)).expect("now it is done");
    let history = small.office.explain(&task, at(TUESDAY)).expect("the task").decisions;
    let said: Vec<_> = history.iter().map(|d| (d.what.as_str(), d.note.as_str(), d.voided)).collect();
    assert_eq!(said, [("办完", "", false), ("办完", "已交办公室", true)]);
}

#[test]
fn it_is_finished_on_a_day_on_which_it_was_to_be_done() {
    let mut small = office();
    let task = september(&small);
    let later = "2026-10-08";
    small.office.plan(at(later)).expect("a new day");
    assert_eq!(state(&small, &task, later), "missed");
    let refused =
        |small: &mut Small, day: Option<&str>| refusal(small.office.decide(&finish(&task, "", day), at(later))).0;
    assert_eq!(refused(&mut small, None), "not_open_then", "its time is over");
    assert_eq!(refused(&mut small, Some("2026-10-09")), "future_day");
    assert_eq!(refused(&mut small, Some("2026-08-31")), "not_open_then");
    assert_eq!(refused(&mut small, Some("昨天")), "bad_day");
    small.office.decide(&finish(&task, "月底已交", Some("2026-09-30")), at(later)).expect("it was done in time");
    assert_eq!(state(&small, &task, later), "done");
}

#[test]
fn a_call_is_not_finished_by_saying_so() {
    let mut small = office();
    let call = small.line(TUESDAY, "complaint", "TS1").id;
    let (code, text) = refusal(small.office.decide(&finish(&call, "打过了", None), at(TUESDAY)));
    assert_eq!((code, text.contains("回访记录")), ("finish_contact", true));
    assert_eq!(state(&small, &call, TUESDAY), "open");
}

#[test]
fn a_rectification_is_noted_with_the_problem_and_not_finished_here() {
    let mut small = office();
    let call = small.line(TUESDAY, "complaint", "TS1").id;
    small.office.record_follow_up(&asked(&call, "不满意", "王芳"), at(TUESDAY)).expect("it is written");
    let step = small.line(TUESDAY, "dissatisfied.rectify", "WT260001").id;
    assert_eq!(refusal(small.office.decide(&finish(&step, "", None), at(TUESDAY))).0, "finish_problem");
    let listed = list(&small, "all", TUESDAY);
    assert!(listed.rows.iter().any(|row| row.id == step && row.settled_by == "problem"), "it is about a client");
}

#[test]
fn a_step_is_finished_and_no_call_settles_it() {
    let mut small = office();
    let task = september(&small);
    let call = small.office.record_follow_up(&reached(&task, json!({})), at(TUESDAY));
    let (code, text) = refusal(call);
    assert_eq!((code, text.contains("办完")), ("not_a_contact", true));
}

#[test]
fn what_is_counted_for_the_office_finishes_itself() {
    let mut small = Small::new(&["003-01"], "2026-09-01", at(TUESDAY));
    small.import("员工.csv", STAFF, at(TUESDAY));
    let work = list(&small, "office", TUESDAY);
    let hall = work.rows.iter().find(|row| row.rule == "hall").expect("the weekly count");
    assert_eq!((hall.settled_by.as_str(), hall.need, hall.have), ("count", 5, 0));
    assert_eq!(refusal(small.office.decide(&finish(&hall.id, "", None), at(TUESDAY))).0, "finish_count");
}

#[test]
fn a_decision_that_there_is_not_cannot_be_taken_back() {
    let mut small = office();
    let void = VoidDecision { decision: "没有".to_owned(), reason: "点错了".to_owned() };
    assert_eq!(refusal(small.office.void_decision(&void, at(TUESDAY))).0, "not_found");
}
