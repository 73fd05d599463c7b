//! What a careless hand does, and what must not come of it.

use crate::common::{Small, about_client, about_task, asked, at, listing, mended, reached, refusal};
use huifang_office::wire::{Decide, RecordFollowUp, Rectify, TaskAnswers, VoidRecord};
use serde_json::{Value, json};
use std::collections::BTreeSet;

const TUESDAY: &str = "2026-09-29";
const AFTER_HOLIDAYS: &str = "2026-10-08";

fn one_complaint() -> (Small, String) {
    let small = Small::property(&[["TS1", "0101", "2026-09-28", "一般", ""]], at(TUESDAY));
    let task = small.line(TUESDAY, "complaint", "TS1").id;
    (small, task)
}

fn with_problem() -> (Small, String, String) {
    let (mut small, task) = one_complaint();
    let written = small.office.record_follow_up(&asked(&task, "不满意", "王芳"), at(TUESDAY)).expect("it is written");
    let problem = written.problems[0].matter.clone();
    (small, written.record, problem)
}

#[test]
fn a_call_does_not_rectify_a_problem() {
    let (mut small, ..) = with_problem();
    let step = small.line(TUESDAY, "dissatisfied.rectify", "WT260001").id;
    for outcome in ["reached", "no_answer"] {
        let call = RecordFollowUp { outcome: outcome.to_owned(), ..reached(&step, json!({})) };
        assert_eq!(refusal(small.office.record_follow_up(&call, at(TUESDAY))).0, "not_a_contact", "{outcome}");
    }
    assert_eq!(small.line(TUESDAY, "dissatisfied.rectify", "WT260001").state, "open");
}

#[test]
fn a_rectification_before_the_problem_is_refused_because_its_recheck_would_never_be_asked_for() {
    let (mut small, _, problem) = with_problem();
    let early = Rectify { on: Some("2020-01-01".to_owned()), ..mended(&problem, "孙工") };
    assert_eq!(refusal(small.office.rectify(&early, at(TUESDAY))).0, "early_record");
    let nobody = Rectify { by: Some("某人".to_owned()), ..mended(&problem, "孙工") };
    assert_eq!(refusal(small.office.rectify(&nobody, at(TUESDAY))).0, "not_found");
}

#[test]
fn answers_that_do_not_fit_the_form_are_refused_and_blanks_around_them_do_not_matter() {
    let (mut small, task) = one_complaint();
    let call = |satisfied: Value| reached(&task, json!({ "content": "问了", "satisfied": satisfied }));
    for wrong in [json!("还行"), json!(true), json!(3)] {
        let (code, text) = refusal(small.office.record_follow_up(&call(wrong.clone()), at(TUESDAY)));
        assert_eq!(code, "form_invalid", "{wrong}");
        assert!(text.contains("是否满意") && text.contains("基本满意"), "it names the field and what fits: {text}");
    }
    let unknown = reached(&task, json!({ "content": "问了", "satisfied": "满意", "zzz": "1" }));
    assert_eq!(refusal(small.office.record_follow_up(&unknown, at(TUESDAY))).0, "form_invalid");
    assert_eq!(small.line(TUESDAY, "complaint", "TS1").state, "open", "nothing was written");
    let written = small.office.record_follow_up(&call(json!(" 不满意 ")), at(TUESDAY)).expect("it is written");
    assert_eq!(written.problems.len(), 1, "a blank does not make a dissatisfied client a satisfied one");
}

#[test]
fn a_record_dated_before_its_task_and_a_task_named_twice_are_refused() {
    let (mut small, task) = one_complaint();
    let early = RecordFollowUp { on: Some("2020-01-01".to_owned()), ..asked(&task, "满意", "王芳") };
    assert_eq!(refusal(small.office.record_follow_up(&early, at(TUESDAY))).0, "early_record");
    let mut twice = asked(&task, "满意", "王芳");
    twice.tasks.push(TaskAnswers { task: task.clone(), ..twice.tasks[0].clone() });
    assert_eq!(refusal(small.office.record_follow_up(&twice, at(TUESDAY))).0, "same_task_twice");
}

#[test]
fn a_finished_task_is_not_finished_again() {
    let (mut small, task) = one_complaint();
    small.office.record_follow_up(&asked(&task, "不满意", "王芳"), at(TUESDAY)).expect("it is written");
    let again = small.office.record_follow_up(&asked(&task, "不满意", "王芳"), at(TUESDAY));
    assert_eq!(refusal(again).0, "already_done", "a second click would make a second problem");
    assert_eq!(small.office.problems(at(TUESDAY)).expect("problems").len(), 1);
}

/// The list and the one view of a task must never disagree, whatever day a person set.
#[test]
fn the_list_shows_what_is_open_also_where_a_person_set_the_day() {
    let (mut small, task) = one_complaint();
    for due in ["2026-09-01", "2026-09-29", "2026-10-20"] {
        small.decide(Decide { day: Some(due.to_owned()), ..about_task("reschedule", &task) }, at(TUESDAY));
        let listed: BTreeSet<String> = listed(&small);
        let open = small.lines(TUESDAY).into_iter().filter(|l| ["open", "overdue"].contains(&l.state));
        assert_eq!(listed, open.map(|l| l.id).collect(), "due set to {due}");
    }
}

fn listed(small: &Small) -> BTreeSet<String> {
    let office = listing("office");
    let work = small.office.list(&office, at(TUESDAY)).expect("the office's own work");
    let list = small.office.open_worklist(at(TUESDAY)).expect("the worklist");
    list.rows.into_iter().chain(work.rows).map(|row| row.id).collect()
}

#[test]
fn the_last_act_counts_even_where_the_clock_once_ran_ahead() {
    let (mut small, task) = one_complaint();
    small.office.record_follow_up(&asked(&task, "满意", "王芳"), at(AFTER_HOLIDAYS)).expect("the clock ran ahead");
    small.decide(about_task("reopen", &task), at(TUESDAY));
    assert_eq!(small.line(TUESDAY, "complaint", "TS1").state, "open", "the reopening was the last act");
}

#[test]
fn a_pause_puts_off_and_does_not_drop() {
    let (mut small, _) = one_complaint();
    let client = small.client("甲一");
    small.decide(Decide { day: Some("2026-10-20".to_owned()), ..about_client("pause", &client) }, at(TUESDAY));
    assert_eq!(small.line(TUESDAY, "complaint", "TS1").state, "withdrawn");
    small.office.plan(at("2026-10-21")).expect("the day after the pause");
    assert_eq!(small.line("2026-10-21", "complaint", "TS1").state, "overdue", "the client is called after all");
}

#[test]
fn a_record_can_be_struck_out_also_when_a_problem_of_it_is_in_use() {
    let (mut small, record, problem) = with_problem();
    small.office.rectify(&mended(&problem, "孙工"), at(TUESDAY)).expect("it is rectified");
    let wish = VoidRecord { record, reason: "记错了户".to_owned() };
    small.office.void_record(&wish, at(TUESDAY)).expect("striking out is never blocked");
    assert_eq!(small.line(TUESDAY, "complaint", "TS1").state, "open");
    assert_eq!(small.office.problems(at(TUESDAY)).expect("problems").len(), 1, "what somebody worked on stays");
}

#[test]
fn a_list_without_remarks_does_not_take_back_what_the_remarks_said() {
    let mut small = Small::property(&[["TS1", "0101", "2026-09-28", "一般", "只需复函"]], at(TUESDAY));
    assert!(small.lines(TUESDAY).iter().all(|l| l.rule != "complaint"), "reply only: nobody is called");
    let text = "编号,投诉日期,房号,投诉人,投诉内容,等级,处理完毕日期\nTS1,2026-09-20,1栋1单元0101,张三,电梯故障,一般,2026-09-28\n";
    small.import("投诉.csv", text, at(TUESDAY));
    assert!(small.lines(TUESDAY).iter().all(|l| l.rule != "complaint" || l.state == "withdrawn"));
}
