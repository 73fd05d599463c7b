//! The loop: dissatisfied, a problem with a deadline, rectified, gone back to by somebody else, closed only when satisfied.

use crate::common::{Small, asked, at, day, mended, reached, refusal};
use huifang_core::calendar::Now;
use huifang_office::wire::{ProblemRow, RecordFollowUp, Rectify, TaskAnswers, VoidRecord};
use serde_json::json;

const TUESDAY: &str = "2026-09-29";
const AFTER_HOLIDAYS: &str = "2026-10-08";

/// One complaint, handled on Monday 2026-09-28.
fn one_complaint() -> Small {
    Small::property(&[["TS1", "0101", "2026-09-28", "一般", ""]], at(TUESDAY))
}

/// As above; on Tuesday the household was not satisfied. Gives the record.
fn dissatisfied() -> (Small, String) {
    let mut small = one_complaint();
    let task = small.line(TUESDAY, "complaint", "TS1").id;
    let written = small.office.record_follow_up(&asked(&task, "不满意", "王芳"), at(TUESDAY)).expect("it is written");
    (small, written.record)
}

/// As above; on the first day after the holidays it was rectified.
fn rectified() -> (Small, String) {
    let (mut small, record) = dissatisfied();
    let problem = problem(&small, AFTER_HOLIDAYS).matter;
    small.office.rectify(&mended(&problem, "孙工"), at(AFTER_HOLIDAYS)).expect("it is written");
    (small, record)
}

/// As above, and the recheck found the household satisfied. Gives the record of the recheck.
fn closed() -> (Small, String) {
    let (mut small, _) = rectified();
    let recheck = small.line(AFTER_HOLIDAYS, "dissatisfied.recheck", "WT260001").id;
    let call = asked(&recheck, "满意", "李娜");
    let written = small.office.record_follow_up(&call, at(AFTER_HOLIDAYS)).expect("it is written");
    (small, written.record)
}

fn problem(small: &Small, today: &str) -> ProblemRow {
    let problems = small.office.problems(at(today)).expect("problems can be listed");
    let [problem] = &problems[..] else { panic!("one problem, found {problems:#?}") };
    problem.clone()
}

fn void(small: &mut Small, record: &str, now: Now) -> String {
    let wish = VoidRecord { record: record.to_owned(), reason: "记错了户".to_owned() };
    small.office.void_record(&wish, now).expect("the record is struck out").line
}

#[test]
fn a_dissatisfied_answer_makes_a_problem_with_number_deadline_and_a_step_of_rectification() {
    let mut small = one_complaint();
    let task = small.line(TUESDAY, "complaint", "TS1").id;
    let call = RecordFollowUp { note: "电梯又停了".to_owned(), ..asked(&task, "不满意", "王芳") };
    let foreseen = small.office.foresee(&call, at(TUESDAY)).expect("it can be foreseen");
    assert_eq!(foreseen.lines, ["保存后:生成问题单,3 个工作日内整改(最迟 10-09),整改后再回访"]);

    let written = small.office.record_follow_up(&call, at(TUESDAY)).expect("it is written");
    assert_eq!(written.settled, [task]);
    assert_eq!(written.line, "生成问题单 WT260001,最迟 2026-10-09 整改");
    let problem = problem(&small, TUESDAY);
    assert_eq!(written.problems, std::slice::from_ref(&problem));
    assert_eq!((problem.no.as_str(), problem.state.as_str(), problem.rounds), ("WT260001", "open", 0));
    assert_eq!(problem.text, "电梯又停了");
    assert_eq!(problem.parent.and_then(|p| p.no).as_deref(), Some("TS1"));

    // Three working days after Tuesday: 09-30, and after the holidays 10-08 and 10-09.
    let step = small.line(TUESDAY, "dissatisfied.rectify", "WT260001");
    assert_eq!((step.due, step.state, step.assignee.as_deref()), (day("2026-10-09"), "open", Some("孙工")));
    assert_eq!(problem.deadline.as_deref(), Some("2026-10-09"));
    assert_eq!(written.asked.iter().map(|t| t.id.as_str()).collect::<Vec<_>>(), [step.id]);
    assert_eq!(small.line(TUESDAY, "complaint", "TS1").state, "done");
}

#[test]
fn what_is_wrong_is_told_by_the_form_where_there_is_no_note() {
    let (small, _) = dissatisfied();
    assert_eq!(problem(&small, TUESDAY).text, "问了处理情况");
}

#[test]
fn a_satisfied_answer_makes_no_problem() {
    let mut small = one_complaint();
    let task = small.line(TUESDAY, "complaint", "TS1").id;
    let written = small.office.record_follow_up(&asked(&task, "基本满意", "王芳"), at(TUESDAY)).expect("it is written");
    assert_eq!((written.problems, written.line.as_str()), (vec![], ""));
    assert!(small.office.problems(at(TUESDAY)).expect("problems can be listed").is_empty());
}

#[test]
fn a_problem_that_nobody_mends_is_overdue_the_day_after_its_deadline() {
    let (small, _) = dissatisfied();
    assert_eq!(problem(&small, "2026-10-09").state, "open");
    assert_eq!(problem(&small, "2026-10-10").state, "overdue");
    assert_eq!(small.line("2026-10-10", "dissatisfied.rectify", "WT260001").state, "overdue");
}

#[test]
fn a_rectification_asks_for_a_recheck() {
    let (small, _) = rectified();
    let problem = problem(&small, AFTER_HOLIDAYS);
    assert_eq!((problem.state.as_str(), problem.rounds, problem.handler.as_str()), ("to_recheck", 1, "孙工"));
    assert_eq!(problem.rectified.as_deref(), Some(AFTER_HOLIDAYS));
    let recheck = small.line(AFTER_HOLIDAYS, "dissatisfied.recheck", "WT260001");
    assert_eq!((recheck.due, recheck.state, recheck.role.as_str()), (day("2026-10-11"), "open", "物业助理"));
    assert_eq!(small.line(AFTER_HOLIDAYS, "dissatisfied.rectify", "WT260001").state, "done");
}

#[test]
fn a_rectification_needs_words_an_open_problem_that_waits_for_it_and_a_day_that_has_come() {
    let (mut small, _) = dissatisfied();
    let id = problem(&small, AFTER_HOLIDAYS).matter;
    let silent = Rectify { note: "  ".to_owned(), ..mended(&id, "孙工") };
    let (code, _) = refusal(small.office.rectify(&silent, at(AFTER_HOLIDAYS)));
    assert_eq!(code, "rectify_note_missing");
    let tomorrow = Rectify { on: Some("2026-10-09".to_owned()), ..mended(&id, "孙工") };
    let (code, sentence) = refusal(small.office.rectify(&tomorrow, at(AFTER_HOLIDAYS)));
    assert_eq!(code, "future_record", "{sentence}");
    assert_eq!(problem(&small, AFTER_HOLIDAYS).rounds, 0);

    small.office.rectify(&mended(&id, "孙工"), at(AFTER_HOLIDAYS)).expect("it is written");
    let (code, sentence) = refusal(small.office.rectify(&mended(&id, "孙工"), at(AFTER_HOLIDAYS)));
    assert_eq!(code, "already_rectified", "{sentence}");

    let (mut small, _) = closed();
    let id = problem(&small, AFTER_HOLIDAYS).matter;
    let (code, _) = refusal(small.office.rectify(&mended(&id, "孙工"), at(AFTER_HOLIDAYS)));
    assert_eq!(code, "problem_closed");
}

#[test]
fn the_rectifier_does_not_recheck_his_own_work_unless_an_exception_is_approved() {
    let (mut small, _) = rectified();
    let recheck = small.line(AFTER_HOLIDAYS, "dissatisfied.recheck", "WT260001").id;
    // By name or by number: the same person.
    for by in ["孙工".to_owned(), small.staff("孙工")] {
        let (code, sentence) =
            refusal(small.office.record_follow_up(&asked(&recheck, "满意", &by), at(AFTER_HOLIDAYS)));
        assert_eq!(code, "recheck_by_rectifier");
        assert!(sentence.contains("整改人以外"), "{sentence}");
    }
    assert_eq!(small.line(AFTER_HOLIDAYS, "dissatisfied.recheck", "WT260001").state, "open");

    let call = RecordFollowUp {
        exception: Some("当班只有一人,经理同意".to_owned()),
        ..asked(&recheck, "满意", "孙工")
    };
    small.office.record_follow_up(&call, at(AFTER_HOLIDAYS)).expect("with an exception it is written");
    assert_eq!(problem(&small, AFTER_HOLIDAYS).state, "closed");
}

#[test]
fn a_recheck_that_finds_the_client_dissatisfied_raises_the_problem_again_with_a_new_deadline() {
    let (mut small, _) = rectified();
    let first = small.line("2026-10-09", "dissatisfied.recheck", "WT260001");
    let call = asked(&first.id, "不满意", "李娜");
    let written = small.office.record_follow_up(&call, at("2026-10-09")).expect("it is written");

    let again = problem(&small, "2026-10-09");
    // 10-10 is a make-up day, so the three working days are 10, 12 and 13 October.
    assert_eq!((again.deadline.as_deref(), again.state.as_str(), again.rounds), (Some("2026-10-13"), "open", 1));
    assert_eq!((again.no.as_str(), again.raised.as_str()), ("WT260001", "2026-10-09"));
    assert_eq!(written.problems, std::slice::from_ref(&again));

    small.office.rectify(&mended(&again.matter, "孙工"), at("2026-10-12")).expect("it is rectified again");
    let rechecks: Vec<_> = small.lines("2026-10-12").into_iter().filter(|l| l.rule == "dissatisfied.recheck").collect();
    let states: Vec<_> = rechecks.iter().map(|l| (l.id == first.id, l.state)).collect();
    assert_eq!(states.len(), 2);
    assert!(states.contains(&(true, "done")) && states.contains(&(false, "open")), "{rechecks:#?}");
}

#[test]
fn only_a_satisfied_recheck_closes_the_problem() {
    let (small, _) = closed();
    let problem = problem(&small, AFTER_HOLIDAYS);
    assert_eq!((problem.state.as_str(), problem.closed.as_deref()), ("closed", Some(AFTER_HOLIDAYS)));
    assert_eq!(small.line(AFTER_HOLIDAYS, "dissatisfied.recheck", "WT260001").state, "done");
    let of_clients = small.lines(AFTER_HOLIDAYS).into_iter().filter(|l| !l.rule.starts_with("report."));
    let listed: Vec<_> = of_clients.filter(|l| ["open", "overdue"].contains(&l.state)).collect();
    assert_eq!(listed, []);
}

#[test]
fn striking_out_the_first_record_takes_back_a_problem_on_which_nobody_worked() {
    let (mut small, record) = dissatisfied();
    void(&mut small, &record, at(TUESDAY));
    assert!(small.office.problems(at(TUESDAY)).expect("problems can be listed").is_empty());
    assert_eq!(small.line(TUESDAY, "complaint", "TS1").state, "open");
    let rectify = small.lines(TUESDAY).into_iter().find(|l| l.rule == "dissatisfied.rectify");
    assert!(rectify.is_none_or(|l| l.state == "withdrawn"));

    let task = small.line(TUESDAY, "complaint", "TS1").id;
    small.office.record_follow_up(&asked(&task, "不满意", "王芳"), at(TUESDAY)).expect("it is written");
    assert_eq!(problem(&small, TUESDAY).state, "open");
}

#[test]
fn striking_out_the_first_record_keeps_a_problem_that_was_worked_on() {
    let (mut small, record) = rectified();
    let line = void(&mut small, &record, at(AFTER_HOLIDAYS));
    assert!(line.contains("已在整改的问题单保留"), "{line}");
    assert_eq!(problem(&small, AFTER_HOLIDAYS).state, "to_recheck");
    assert_eq!(small.line(AFTER_HOLIDAYS, "complaint", "TS1").state, "overdue");
}

#[test]
fn striking_out_the_closing_record_reopens_the_problem() {
    let (mut small, record) = closed();
    let recheck = small.line(AFTER_HOLIDAYS, "dissatisfied.recheck", "WT260001").id;
    void(&mut small, &record, at(AFTER_HOLIDAYS));
    let problem = problem(&small, AFTER_HOLIDAYS);
    assert_eq!((problem.state.as_str(), problem.closed), ("to_recheck", None));
    let again = small.line(AFTER_HOLIDAYS, "dissatisfied.recheck", "WT260001");
    assert_eq!((again.id, again.state), (recheck, "open"));
}

#[test]
fn striking_out_a_dissatisfied_recheck_takes_back_its_new_round() {
    let (mut small, _) = rectified();
    let recheck = small.line(AFTER_HOLIDAYS, "dissatisfied.recheck", "WT260001").id;
    let call = asked(&recheck, "不满意", "李娜");
    let written = small.office.record_follow_up(&call, at(AFTER_HOLIDAYS)).expect("it is written");
    assert_eq!(problem(&small, AFTER_HOLIDAYS).state, "open");
    void(&mut small, &written.record, at(AFTER_HOLIDAYS));
    assert_eq!(problem(&small, AFTER_HOLIDAYS).state, "to_recheck");
    assert_eq!(small.line(AFTER_HOLIDAYS, "dissatisfied.recheck", "WT260001").state, "open");
}

#[test]
fn a_form_with_gaps_is_refused_with_all_of_them_and_nothing_is_written() {
    let mut small = one_complaint();
    let before = small.lines(TUESDAY);
    let task = small.line(TUESDAY, "complaint", "TS1").id;
    let missing = |small: &mut Small, answers| {
        let error = small.office.record_follow_up(&reached(&task, answers), at(TUESDAY)).expect_err("it has gaps");
        assert_eq!(error.code(), "form_incomplete");
        (error.params()["fields"].clone(), error.sentence())
    };
    let (fields, sentence) = missing(&mut small, json!({}));
    assert_eq!(fields, json!(["content", "satisfied"]));
    assert_eq!(sentence, "还有必填项没有填:回访内容、是否满意");
    let (fields, _) = missing(&mut small, json!({ "content": "问了", "pending": true, "unsolved": true }));
    assert_eq!(fields, json!(["satisfied", "answer_on", "reason", "next_on", "fixer"]));
    let (fields, _) = missing(&mut small, json!({ "content": "", "satisfied": "不满意", "pending": false }));
    assert_eq!(fields, json!(["content"]));

    assert_eq!(small.lines(TUESDAY), before);
    assert!(small.office.problems(at(TUESDAY)).expect("problems can be listed").is_empty());
    let (facts, _) = small.office.task_views(day(TUESDAY)).expect("the tasks can be read");
    assert!(facts.facts.records.is_empty());
}

#[test]
fn a_try_that_reached_nobody_needs_no_form_and_leaves_the_task_open() {
    let mut small = one_complaint();
    let task = small.line(TUESDAY, "complaint", "TS1").id;
    let call = RecordFollowUp { outcome: "no_answer".to_owned(), ..reached(&task, json!({})) };
    let written = small.office.record_follow_up(&call, at(TUESDAY)).expect("it is written");
    assert_eq!(written.settled, Vec::<String>::new());
    assert!(written.line.starts_with("今天 12:00 起再联系(已试 1 次)"), "{}", written.line);
    assert_eq!(small.line(TUESDAY, "complaint", "TS1").state, "open");
}

#[test]
fn a_record_of_tomorrow_is_refused() {
    let mut small = one_complaint();
    let task = small.line(TUESDAY, "complaint", "TS1").id;
    let call = RecordFollowUp { on: Some("2026-09-30".to_owned()), ..asked(&task, "满意", "王芳") };
    let (code, sentence) = refusal(small.office.record_follow_up(&call, at(TUESDAY)));
    assert_eq!(code, "future_record");
    assert!(sentence.contains("2026-09-30"), "{sentence}");
    assert_eq!(small.line(TUESDAY, "complaint", "TS1").state, "open");
}

#[test]
fn one_record_settles_tasks_of_one_client_only() {
    let rows = [
        ["TS1", "0101", "2026-09-28", "一般", ""],
        ["TS2", "0102", "2026-09-28", "一般", ""],
        ["TS3", "0101", "2026-09-28", "重要", ""],
    ];
    let mut small = Small::property(&rows, at(TUESDAY));
    let id = |small: &Small, no: &str| small.line(TUESDAY, "complaint", no).id;
    let with = |call: RecordFollowUp, task: String| {
        let mut tasks = call.tasks.clone();
        tasks.push(TaskAnswers { task, ..call.tasks[0].clone() });
        RecordFollowUp { tasks, ..call }
    };
    let strangers = with(asked(&id(&small, "TS1"), "满意", "王芳"), id(&small, "TS2"));
    let (code, _) = refusal(small.office.record_follow_up(&strangers, at(TUESDAY)));
    assert_eq!(code, "different_clients");
    assert_eq!(small.line(TUESDAY, "complaint", "TS1").state, "open");

    let household = with(asked(&id(&small, "TS1"), "满意", "王芳"), id(&small, "TS3"));
    let written = small.office.record_follow_up(&household, at(TUESDAY)).expect("it is written");
    assert_eq!(written.settled.len(), 2);
    for no in ["TS1", "TS3"] {
        assert_eq!(small.line(TUESDAY, "complaint", no).state, "done", "{no}");
    }
}
