//! A day of calls, as the front desk lives it: who is not reached is tried again when it may help, and stays off the list
//! until then; what was promised is kept; numbers, claims, and giving up.

use crate::common::{HOUSEHOLDS, STAFF, Small, about_task, asked, at, complaints, day, reached, refusal};
use chrono::NaiveTime;
use huifang_core::calendar::Now;
use huifang_office::wire::{
    Claim, Decide, GiveUp, RecordFollowUp, TaskRow, VoidRecord, Worklist, WorklistCounts, WorklistQuery,
};
use huifang_office::{NewOffice, Office, PackShelf};
use serde_json::json;
use std::sync::atomic::{AtomicI64, Ordering};

/// A Tuesday on which people work.
const TUESDAY: &str = "2026-09-29";

/// That time of the day, to the minute; each clock is a little later than the one before.
fn clock(text: &str, hour: u16, minute: u16) -> Now {
    static TICKS: AtomicI64 = AtomicI64::new(0);
    let now = at(text);
    let minutes = hour * 60 + minute;
    let midnight = now.today.and_time(NaiveTime::MIN).and_utc().timestamp_millis() - 8 * 3_600_000;
    let instant_ms = midnight + i64::from(minutes) * 60_000 + TICKS.fetch_add(1, Ordering::Relaxed);
    Now { instant_ms, minute: minutes, ..now }
}

fn tab(small: &Small, tab: &str, now: Now) -> Worklist {
    let query = WorklistQuery { limit: 50, ..crate::common::listing(tab) };
    small.office.list(&query, now).expect("the list can be read")
}

fn counts(small: &Small, now: Now) -> WorklistCounts {
    tab(small, "all", now).counts
}

fn row(small: &Small, task: &str, now: Now) -> TaskRow {
    small.office.explain(task, now).expect("the task is there").row
}

/// One complaint of 甲一, and its task.
fn one_task() -> (Small, String) {
    let small = Small::property(&[["TS1", "0101", "2026-09-28", "一般", ""]], at(TUESDAY));
    let task = small.line(TUESDAY, "complaint", "TS1").id;
    (small, task)
}

fn tried(outcome: &str, task: &str) -> RecordFollowUp {
    let phone = Some("13800000001".to_owned());
    RecordFollowUp { outcome: outcome.to_owned(), phone, ..reached(task, json!({})) }
}

fn record(small: &mut Small, wish: &RecordFollowUp, now: Now) -> (String, String) {
    let written = small.office.record_follow_up(wish, now).expect("it is written");
    (written.record, written.line)
}

#[test]
fn who_does_not_answer_in_the_morning_waits_until_the_afternoon() {
    let (mut small, task) = one_task();
    let morning = clock(TUESDAY, 9, 30);
    let foreseen = small.office.foresee(&tried("no_answer", &task), morning).expect("it can be foreseen").lines;
    assert_eq!(foreseen, ["保存后:今天 12:00 起再联系(已试 1 次),之前列在「等待中」"]);
    let (_, line) = record(&mut small, &tried("no_answer", &task), morning);
    assert_eq!(line, "今天 12:00 起再联系(已试 1 次),之前列在「等待中」", "it does what it said");

    let later = clock(TUESDAY, 11, 59);
    let counted = counts(&small, later);
    assert_eq!((counted.today + counted.overdue + counted.week, counted.waiting, counted.all), (0, 1, 1));
    assert_eq!(tab(&small, "waiting", later).rows[0].id, task);
    let call = row(&small, &task, later).call;
    assert_eq!((call.tried.as_deref(), call.outcome.as_deref()), (Some("2026-09-29T09:30"), Some("no_answer")));
    assert_eq!((call.next.as_deref(), call.waits), (Some("2026-09-29T12:00"), true));

    let noon = clock(TUESDAY, 12, 0);
    let counted = counts(&small, noon);
    assert_eq!((counted.today + counted.overdue + counted.week, counted.waiting), (1, 0), "its time has come");
    assert!(!row(&small, &task, noon).call.waits);
}

#[test]
fn a_try_that_is_struck_out_was_never_made() {
    let (mut small, task) = one_task();
    let (id, _) = record(&mut small, &tried("no_answer", &task), at(TUESDAY));
    assert_eq!(counts(&small, at(TUESDAY)).waiting, 1);
    small.office.void_record(&VoidRecord { record: id, reason: "按错了".to_owned() }, at(TUESDAY)).expect("struck out");
    assert_eq!(counts(&small, at(TUESDAY)).waiting, 0);
    let row = row(&small, &task, at(TUESDAY));
    assert_eq!((row.tries, row.call.tried, row.call.next), (0, None, None));
}

#[test]
fn planning_everything_again_leaves_the_waiting_tasks_as_they_are() {
    let (mut small, task) = one_task();
    record(&mut small, &tried("busy", &task), clock(TUESDAY, 10, 0));
    let before = row(&small, &task, clock(TUESDAY, 10, 1)).call;
    small.office.plan(clock(TUESDAY, 10, 1)).expect("it is planned");
    assert_eq!(row(&small, &task, clock(TUESDAY, 10, 1)).call, before);
    assert_eq!(before.next.as_deref(), Some("2026-09-29T11:00"), "a busy line is tried again in an hour");
    assert_eq!(counts(&small, clock(TUESDAY, 10, 59)).waiting, 1);
    assert_eq!(counts(&small, clock(TUESDAY, 11, 0)).waiting, 0);
}

#[test]
fn a_promised_hour_is_kept_and_stands_among_the_promises_with_its_time() {
    let (mut small, task) = one_task();
    let promise = RecordFollowUp { again_on: Some("2026-09-30T15:30".to_owned()), ..tried("call_back", &task) };
    let (_, line) = record(&mut small, &promise, at(TUESDAY));
    assert_eq!(line, "约定 明天 15:30 再联系,到时列入「约定回拨」");
    assert_eq!(counts(&small, at(TUESDAY)).call_back, 0);

    let morning = at("2026-09-30");
    let promised = tab(&small, "call_back", morning);
    assert_eq!(promised.rows.iter().map(|r| r.again_on.as_deref()).collect::<Vec<_>>(), [Some("2026-09-30T15:30")]);
    assert!(promised.rows[0].call.promised && promised.rows[0].call.waits);
    assert_eq!(promised.counts.waiting, 1);
    let then = clock("2026-09-30", 15, 30);
    assert_eq!((counts(&small, then).waiting, counts(&small, then).call_back), (0, 1));

    let early = RecordFollowUp { again_on: Some("2026-09-01".to_owned()), ..tried("call_back", &task) };
    assert_eq!(refusal(small.office.record_follow_up(&early, then)).0, "early_again");
    let odd = RecordFollowUp { again_on: Some("后天三点".to_owned()), ..tried("call_back", &task) };
    assert_eq!(refusal(small.office.record_follow_up(&odd, then)).0, "bad_day");
}

#[test]
fn a_wrong_number_is_marked_in_the_archive_and_the_task_stays() {
    let (mut small, task) = one_task();
    let (id, line) = record(&mut small, &tried("wrong_number", &task), at(TUESDAY));
    assert!(line.contains("号码待核实"), "{line}");
    let detail = small.office.explain(&task, at(TUESDAY)).expect("the task");
    assert_eq!((detail.row.call.verify, detail.row.call.waits), (true, false));
    assert_eq!(detail.calling.wrong, ["13800000001"]);
    assert_eq!(counts(&small, at(TUESDAY)).waiting, 0);

    let found_again = RecordFollowUp { outcome: "no_answer".to_owned(), ..tried("", &task) };
    record(&mut small, &found_again, at(TUESDAY));
    assert!(
        small.office.explain(&task, at(TUESDAY)).expect("the task").calling.wrong.is_empty(),
        "the last finding counts"
    );
    small.office.void_record(&VoidRecord { record: id, reason: "听错了".to_owned() }, at(TUESDAY)).expect("struck out");
    assert!(small.office.explain(&task, at(TUESDAY)).expect("the task").calling.wrong.is_empty());
}

#[test]
fn a_row_says_when_the_client_may_be_rung_up_and_is_never_hidden() {
    let (small, task) = one_task();
    let at_night = clock(TUESDAY, 21, 0);
    assert_eq!(row(&small, &task, at_night).call.ring_from.as_deref(), Some("2026-09-30T08:00"));
    assert_eq!(counts(&small, at_night).all, 1);
    assert_eq!(row(&small, &task, clock(TUESDAY, 19, 59)).call.ring_from, None, "now");
    assert_eq!(small.office.explain(&task, at_night).expect("the task").calling.hours, "08:00–20:00");
}

#[test]
fn without_a_policy_three_tries_are_enough_and_giving_up_needs_a_reason() {
    let (mut small, task) = one_task();
    for hour in [9, 13, 18] {
        record(&mut small, &tried("no_answer", &task), clock(TUESDAY, hour, 0));
    }
    let evening = clock(TUESDAY, 18, 30);
    let call = row(&small, &task, evening).call;
    assert!(call.may_give_up && !call.waits, "it waits for a decision, and not for the clock");

    let wish = |why: &str, note: &str| GiveUp {
        task: task.clone(),
        why: why.to_owned(),
        note: note.to_owned(),
        approver: None,
    };
    assert_eq!(refusal(small.office.give_up(&wish("", ""), evening)).0, "lost_reason_missing");
    assert_eq!(refusal(small.office.give_up(&wish("other", " "), evening)).0, "reason_missing");
    small.office.give_up(&wish("unreachable", "早中晚各一次"), evening).expect("he is given up");
    assert_eq!(small.line(TUESDAY, "complaint", "TS1").state, "lost");
    let detail = small.office.explain(&task, evening).expect("the task");
    assert_eq!(detail.decisions[0].note, "多次联系不上:早中晚各一次");
    assert_eq!(refusal(small.office.give_up(&wish("unreachable", ""), evening)).0, "already_done");
}

/// A pack that wants two calls and a visit before a client is given up, with the approval of a post, and that says when to call.
const STRICT: &str = r#"[pack]
language = 1
id = "strict"
title = "严格回访"
sector = "property"
complete = false

[[rule]]
id = "complaint"
title = "投诉回访"
kind = "after"
matter = "complaint"
milestone = "handled"
within = "30 days"
assign = "物业助理"
channels = ["phone", "home_visit"]

[[tries]]
id = "strict"
again = "1 day"
most = 2
then = ["home_visit"]
lost = true
approve = "客服部主管"

[[hours]]
title = "回访时段"
windows = [["08:00", "11:00"], ["14:00", "17:00"]]
"#;

/// An office under that pack, with one complaint.
fn under_strict() -> (Small, String) {
    let shelf_dir = tempfile::TempDir::new().expect("a folder");
    let pack = shelf_dir.path().join("strict");
    std::fs::create_dir(&pack).expect("a folder for the pack");
    std::fs::write(pack.join("pack.toml"), STRICT).expect("the pack is written");
    let shelf = PackShelf::read(shelf_dir.path()).expect("the shelf");
    let dir = tempfile::TempDir::new().expect("a folder for the office");
    let new = NewOffice {
        name: "某某花园".to_owned(),
        packs: vec!["strict".to_owned()],
        effective_from: day("2026-01-01"),
        sample: false,
    };
    let office = Office::create(dir.path(), &new, &shelf, at(TUESDAY)).expect("the office is made");
    let mut small = Small { office, dir };
    small.import("员工.csv", STAFF, at(TUESDAY));
    small.import("业主档案.csv", HOUSEHOLDS, at(TUESDAY));
    small.import("投诉登记.csv", &complaints(&[["TS1", "0101", "2026-09-28", "一般", ""]]), at(TUESDAY));
    let task = small.line(TUESDAY, "complaint", "TS1").id;
    (small, task)
}

#[test]
fn the_pack_says_when_how_and_how_often_and_its_hours_are_kept() {
    let (mut small, task) = under_strict();
    assert_eq!(small.office.explain(&task, at(TUESDAY)).expect("the task").calling.hours, "08:00–11:00、14:00–17:00");
    let noon = clock(TUESDAY, 12, 30);
    assert_eq!(row(&small, &task, noon).call.ring_from.as_deref(), Some("2026-09-29T14:00"));

    record(&mut small, &tried("no_answer", &task), at(TUESDAY));
    let call = row(&small, &task, at(TUESDAY)).call;
    assert_eq!(call.next.as_deref(), Some("2026-09-30T14:00"), "a day later, and not in the morning again");
    record(&mut small, &tried("no_answer", &task), clock("2026-09-30", 14, 30));
    let call = row(&small, &task, clock("2026-09-30", 15, 0)).call;
    assert_eq!((call.next.as_deref(), call.channel.as_deref()), (Some("2026-10-01T08:00"), Some("home_visit")));
}

#[test]
fn a_client_is_given_up_after_all_tries_with_the_approval_that_the_pack_asks_for() {
    let (mut small, task) = under_strict();
    let head = small.staff("陈主管");
    let helper = small.staff("王芳");
    let wish = |why: &str, approver: Option<&String>| GiveUp {
        task: task.clone(),
        why: why.to_owned(),
        note: String::new(),
        approver: approver.cloned(),
    };
    let (code, text) = refusal(small.office.give_up(&wish("unreachable", Some(&head)), at(TUESDAY)));
    assert_eq!(code, "tries_left");
    assert!(text.contains("还差 2 次,改为上门再试 1 次"), "{text}");
    for on in [TUESDAY, "2026-09-30"] {
        record(&mut small, &tried("no_answer", &task), at(on));
    }
    let visit = RecordFollowUp { channel: "home_visit".to_owned(), phone: None, ..tried("no_answer", &task) };
    record(&mut small, &visit, at("2026-10-08"));
    let now = at("2026-10-08");
    assert!(row(&small, &task, now).call.may_give_up);
    let terms = small.office.explain(&task, now).expect("the task").calling.give_up;
    assert_eq!((terms.approve.as_deref(), terms.left.as_str()), (Some("客服部主管"), ""));

    assert_eq!(refusal(small.office.give_up(&wish("unreachable", None), now)).0, "approver_missing");
    assert_eq!(refusal(small.office.give_up(&wish("unreachable", Some(&helper)), now)).0, "approver_post");
    let past_the_dialog = |approver: Option<&String>| Decide {
        reason: "多次不接".to_owned(),
        approver: approver.cloned(),
        ..about_task("give_up", &task)
    };
    assert_eq!(refusal(small.office.decide(&past_the_dialog(None), now)).0, "approver_missing");
    assert_eq!(refusal(small.office.decide(&past_the_dialog(Some(&helper)), now)).0, "approver_post");
    small.office.give_up(&wish("unreachable", Some(&head)), now).expect("he is given up");
    assert_eq!(small.line("2026-10-08", "complaint", "TS1").state, "lost");
}

#[test]
fn who_died_or_moved_needs_no_further_tries() {
    let (mut small, task) = under_strict();
    let approver = Some(small.staff("陈主管"));
    let wish = GiveUp { task, why: "moved".to_owned(), note: String::new(), approver };
    small.office.give_up(&wish, at(TUESDAY)).expect("he is given up");
    assert_eq!(small.line(TUESDAY, "complaint", "TS1").state, "lost");
}

#[test]
fn what_waits_comes_back_when_the_hours_of_the_next_day_begin() {
    let (mut small, task) = under_strict();
    record(&mut small, &tried("busy", &task), at(TUESDAY));
    let next = |small: &Small| row(small, &task, at(TUESDAY)).call.next;
    assert_eq!(next(&small).as_deref(), Some("2026-09-30T08:00"));
    assert_eq!(counts(&small, clock("2026-09-30", 7, 59)).waiting, 1);
    assert_eq!(counts(&small, clock("2026-09-30", 8, 0)).waiting, 0);
}

#[test]
fn another_person_on_the_line_is_named_and_can_be_taken_over_from() {
    let (mut small, task) = one_task();
    let client = small.client("甲一");
    let claim = |take_over| Claim { client: client.clone(), take_over };
    let (lin, zhou) = (small.staff("王芳"), small.staff("李娜"));
    small.office.sign_in(Some(lin.as_str().into()), at(TUESDAY)).expect("signed in");
    assert_eq!(small.office.claim(&claim(false), clock(TUESDAY, 9, 5)).expect("claimed").by, None);

    small.office.sign_in(Some(zhou.as_str().into()), at(TUESDAY)).expect("signed in");
    let by = small.office.claim(&claim(false), clock(TUESDAY, 9, 10)).expect("asked").by.expect("somebody");
    assert_eq!((by.name.as_str(), by.since.as_str(), by.member), ("王芳", "09:05", None));
    assert_eq!(row(&small, &task, clock(TUESDAY, 9, 10)).call.on_line.map(|by| by.name).as_deref(), Some("王芳"));
    small.office.release(&client);
    assert!(row(&small, &task, clock(TUESDAY, 9, 11)).call.on_line.is_some(), "nobody ends another's call");
    assert_eq!(small.office.claim(&claim(true), clock(TUESDAY, 9, 12)).expect("taken over").by, None);

    small.office.sign_in(Some(lin.as_str().into()), at(TUESDAY)).expect("signed in");
    let by = small.office.claim(&claim(false), clock(TUESDAY, 9, 13)).expect("asked").by.expect("somebody");
    assert_eq!(by.name, "李娜");
    assert_eq!(
        row(&small, &task, clock(TUESDAY, 9, 42)).call.on_line,
        None,
        "after half an hour nobody is on the line"
    );
    assert_eq!(small.office.claim(&claim(false), clock(TUESDAY, 9, 43)).expect("claimed").by, None);
}

#[test]
fn saving_ends_the_call() {
    let (mut small, task) = one_task();
    let client = small.client("甲一");
    let (lin, zhou) = (small.staff("王芳"), small.staff("李娜"));
    small.office.sign_in(Some(lin.as_str().into()), at(TUESDAY)).expect("signed in");
    small.office.claim(&Claim { client: client.clone(), take_over: false }, at(TUESDAY)).expect("claimed");
    record(&mut small, &asked(&task, "满意", &lin), at(TUESDAY));
    small.office.sign_in(Some(zhou.as_str().into()), at(TUESDAY)).expect("signed in");
    assert_eq!(small.office.claim(&Claim { client, take_over: false }, at(TUESDAY)).expect("claimed").by, None);
}

#[test]
fn a_decision_without_the_dialog_gives_up_only_where_nobody_has_to_approve() {
    let (mut small, task) = one_task();
    small.decide(Decide { reason: "多次不接".to_owned(), ..about_task("give_up", &task) }, at(TUESDAY));
    assert_eq!(small.line(TUESDAY, "complaint", "TS1").state, "lost");
}
