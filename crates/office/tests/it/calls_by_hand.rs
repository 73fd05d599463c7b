//! What people do at the telephone without a task: a client who rings or walks in, a follow-up that no policy asks for, and a
//! record that stands under the wrong client.

use crate::common::{Small, about_client, about_task, asked, at, reached, refusal};
use huifang_office::wire::{
    AskFor, MoveRecord, RecordContact, TaskAnswers, TaskRow, VoidDecision, VoidRecord, WorklistQuery,
};
use serde_json::json;

const TUESDAY: &str = "2026-09-29";

fn office() -> Small {
    let rows = [["TS1", "0101", "2026-09-28", "一般", ""], ["TS2", "0102", "2026-09-28", "一般", ""]];
    Small::property(&rows, at(TUESDAY))
}

fn rows(small: &Small, today: &str) -> Vec<TaskRow> {
    let query = WorklistQuery { limit: 50, ..crate::common::listing("all") };
    small.office.list(&query, at(today)).expect("the list can be read").rows
}

/// Every line of what happened with the client.
fn story_of(small: &Small, client: &str) -> Vec<String> {
    let page = small.office.client_page(&client.into(), at(TUESDAY)).expect("the page");
    page.timeline.into_iter().flat_map(|item| item.lines).collect()
}

fn contact(client: &str) -> RecordContact {
    RecordContact {
        client: client.to_owned(),
        matter: None,
        purpose: "business".to_owned(),
        channel: "in_office".to_owned(),
        outcome: "reached".to_owned(),
        on: None,
        again_on: None,
        phone: None,
        note: "来问停车位".to_owned(),
        by: None,
        tasks: Vec::new(),
    }
}

fn ask(client: &str) -> AskFor {
    AskFor {
        client: client.to_owned(),
        day: "2026-10-09".to_owned(),
        title: String::new(),
        channel: "phone".to_owned(),
        assignee: None,
        reason: "合同要当面说明".to_owned(),
    }
}

#[test]
fn a_client_who_walks_in_is_written_down_and_no_task_is_touched() {
    let mut small = office();
    let client = small.client("甲一");
    let before = rows(&small, TUESDAY).len();
    small.office.record_contact(&contact(&client), at(TUESDAY)).expect("it is written");
    assert_eq!(rows(&small, TUESDAY).len(), before);
    let list = small.office.find_clients("甲一", 1, at(TUESDAY)).expect("clients can be searched");
    assert_eq!(list.rows[0].last_contact.as_deref(), Some(TUESDAY));
}

#[test]
fn a_contact_settles_the_tasks_that_are_ticked_and_only_as_a_follow_up() {
    let mut small = office();
    let client = small.client("甲一");
    let task = small.line(TUESDAY, "complaint", "TS1").id;
    let call = asked(&task, "满意", "王芳");
    let tasks = vec![TaskAnswers { task: task.clone(), ..call.tasks[0].clone() }];
    let wish = RecordContact { tasks, by: Some("王芳".to_owned()), ..contact(&client) };
    assert_eq!(refusal(small.office.record_contact(&wish, at(TUESDAY))).0, "business_settles");
    let wish = RecordContact { purpose: "follow_up".to_owned(), ..wish };
    let other = RecordContact { client: small.client("乙二"), ..wish.clone() };
    assert_eq!(refusal(small.office.record_contact(&other, at(TUESDAY))).0, "different_clients");
    let written = small.office.record_contact(&wish, at(TUESDAY)).expect("it is written");
    assert_eq!(written.settled, [task]);
    assert_eq!(small.line(TUESDAY, "complaint", "TS1").state, "done");
}

#[test]
fn a_contact_says_what_it_was_and_does_not_lie_in_the_future() {
    let mut small = office();
    let client = small.client("甲一");
    let refused = |small: &mut Small, wish: RecordContact| refusal(small.office.record_contact(&wish, at(TUESDAY))).0;
    let silent = RecordContact { note: " ".to_owned(), ..contact(&client) };
    assert_eq!(refused(&mut small, silent), "note_missing");
    let odd = RecordContact { purpose: "chat".to_owned(), ..contact(&client) };
    assert_eq!(refused(&mut small, odd), "purpose_missing");
    let early = RecordContact { on: Some("2026-10-01".to_owned()), ..contact(&client) };
    assert_eq!(refused(&mut small, early), "future_record");
    let strange = RecordContact { matter: Some(small.matter("TS2")), ..contact(&client) };
    assert_eq!(refused(&mut small, strange), "not_found", "another client's matter");
    let own = RecordContact { matter: Some(small.matter("TS1")), ..contact(&client) };
    small.office.record_contact(&own, at(TUESDAY)).expect("it is written");
}

#[test]
fn a_follow_up_added_by_hand_is_a_task_like_any_other() {
    let mut small = office();
    let client = small.client("丙三");
    let wish = AskFor { assignee: Some("李娜".to_owned()), title: "续约说明".to_owned(), ..ask(&client) };
    let decision = small.office.ask_for(&wish, at(TUESDAY)).expect("it is added").decision.expect("a decision");
    let row = rows(&small, TUESDAY).into_iter().find(|row| row.title == "续约说明").expect("it is on the list");
    assert_eq!((row.due.as_str(), row.assignee.as_str(), row.settled_by.as_str()), ("2026-10-09", "李娜", "record"));
    assert!(row.because.contains("合同要当面说明"), "{}", row.because);

    small.office.plan(at("2026-09-30")).expect("it is planned");
    let again = rows(&small, "2026-09-30").into_iter().find(|row| row.title == "续约说明").expect("it stays");
    assert_eq!(again.id, row.id, "computed again it is the same task");
    let written = small.office.record_follow_up(&reached(&row.id, json!({})), at("2026-09-30")).expect("it is settled");
    assert_eq!(written.settled, std::slice::from_ref(&row.id));
    let wish = VoidRecord { record: written.record, reason: "记错".to_owned() };
    small.office.void_record(&wish, at("2026-09-30")).expect("struck out");
    assert!(rows(&small, "2026-09-30").iter().any(|r| r.id == row.id), "voiding reopens");

    let wish = VoidDecision { decision, reason: "不用打了".to_owned() };
    small.office.void_decision(&wish, at("2026-09-30")).expect("taken back");
    let state = small.office.explain(&row.id, at("2026-09-30")).expect("the task").row;
    assert_eq!(state.state, "withdrawn");
    assert!(state.because.contains("加入的人已撤回"), "{}", state.because);
}

#[test]
fn a_follow_up_by_hand_is_overdue_waived_and_given_up_like_any_other() {
    let mut small = office();
    let client = small.client("丙三");
    small.office.ask_for(&ask(&client), at(TUESDAY)).expect("it is added");
    let row = rows(&small, "2026-10-10").into_iter().find(|row| row.title == "单独回访").expect("it is on the list");
    assert_eq!(row.state, "overdue");
    small.decide(about_task("give_up", &row.id), at("2026-10-10"));
    assert_eq!(small.office.explain(&row.id, at("2026-10-10")).expect("the task").row.state, "lost");
}

#[test]
fn a_follow_up_by_hand_needs_a_reason_a_day_to_come_and_a_client_who_may_be_contacted() {
    let mut small = office();
    let client = small.client("丙三");
    let refused = |small: &mut Small, wish: AskFor| refusal(small.office.ask_for(&wish, at(TUESDAY))).0;
    assert_eq!(refused(&mut small, AskFor { reason: " ".to_owned(), ..ask(&client) }), "reason_missing");
    assert_eq!(refused(&mut small, AskFor { day: "2026-09-28".to_owned(), ..ask(&client) }), "past_day");
    assert_eq!(refused(&mut small, AskFor { channel: "鸽子".to_owned(), ..ask(&client) }), "channel_missing");
    assert_eq!(refused(&mut small, AskFor { assignee: Some("无名".to_owned()), ..ask(&client) }), "not_found");
    small.decide(about_client("do_not_contact", &client), at(TUESDAY));
    assert_eq!(refused(&mut small, ask(&client)), "client_halted");
    small.decide(about_client("resume", &client), at(TUESDAY));
    small.office.ask_for(&ask(&client), at(TUESDAY)).expect("it is added");
    small.decide(about_client("do_not_contact", &client), at(TUESDAY));
    assert!(
        rows(&small, TUESDAY).iter().all(|row| row.title != "单独回访"),
        "who is not to be contacted is not asked for"
    );
    small.decide(about_client("resume", &client), at(TUESDAY));
    assert!(
        rows(&small, TUESDAY).iter().any(|row| row.title == "单独回访"),
        "resuming takes back the halt, and not the wish"
    );
}

#[test]
fn a_record_under_the_wrong_client_is_moved_in_one_step_with_its_trace_on_both_sides() {
    let mut small = office();
    let (wrong, right) = (small.client("甲一"), small.client("乙二"));
    let task = small.line(TUESDAY, "complaint", "TS1").id;
    let written = small.office.record_follow_up(&asked(&task, "不满意", "王芳"), at(TUESDAY)).expect("it is written");
    assert_eq!(written.problems.len(), 1);

    let wish =
        MoveRecord {
            record: written.record.clone(), client: right.clone(), reason: "接电话的是乙二".to_owned()
        };
    small.office.move_record(&wish, at(TUESDAY)).expect("it is moved");
    assert_eq!(small.line(TUESDAY, "complaint", "TS1").state, "open", "the wrong client is called after all");
    assert_eq!(small.line(TUESDAY, "complaint", "TS2").state, "done", "the right one answered");
    let problems = small.office.problems(at(TUESDAY)).expect("problems can be listed");
    let of: Vec<_> = problems.iter().filter_map(|p| p.client.as_ref()).map(|c| c.name.as_str()).collect();
    assert_eq!(of, ["乙二"], "the problem went with it");

    let story = |client: &str| story_of(&small, client);
    assert!(story(&wrong).iter().any(|line| line.contains("已移到 乙二 名下")), "{:?}", story(&wrong));
    assert!(story(&right).iter().any(|line| line.contains("原记在 甲一 名下")), "{:?}", story(&right));
}

#[test]
fn what_no_task_asks_for_there_is_kept_in_words() {
    let mut small = office();
    let right = small.client("丙三");
    let task = small.line(TUESDAY, "complaint", "TS1").id;
    let written = small.office.record_follow_up(&asked(&task, "满意", "王芳"), at(TUESDAY)).expect("it is written");
    let wish = MoveRecord { record: written.record, client: right.clone(), reason: "记错了人".to_owned() };
    small.office.move_record(&wish, at(TUESDAY)).expect("it is moved");
    let story = story_of(&small, &right);
    assert!(story.iter().any(|line| line.contains("问了处理情况")), "{story:?}");
}

#[test]
fn a_record_is_moved_to_another_client_once_and_with_a_reason() {
    let mut small = office();
    let (wrong, right) = (small.client("甲一"), small.client("乙二"));
    let written = small.office.record_contact(&contact(&wrong), at(TUESDAY)).expect("it is written");
    let wish = MoveRecord { record: written.record, client: right, reason: "记错了人".to_owned() };
    let refused = |small: &mut Small, wish: &MoveRecord| refusal(small.office.move_record(wish, at(TUESDAY))).0;
    assert_eq!(refused(&mut small, &MoveRecord { reason: " ".to_owned(), ..wish.clone() }), "reason_missing");
    assert_eq!(refused(&mut small, &MoveRecord { client: wrong, ..wish.clone() }), "same_client");
    assert_eq!(refused(&mut small, &MoveRecord { client: "nobody".to_owned(), ..wish.clone() }), "not_found");
    small.office.move_record(&wish, at(TUESDAY)).expect("it is moved");
    assert_eq!(refused(&mut small, &wish), "record_voided");
}
