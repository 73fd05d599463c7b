//! Households: one call for several clients, a record for each, all or nothing; and who is not to be contacted.

use crate::common::{Small, about_client, asked, at, refusal};
use huifang_core::domain::{ClientId, RecordId};
use huifang_office::wire::{Claim, JoinHousehold, OnLine, RecordFollowUp};

const TODAY: &str = "2026-09-29";

/// Two households with a complaint each, handled yesterday.
fn two_complaints() -> Small {
    Small::property(&[["TS1", "0101", "2026-09-28", "一般", ""], ["TS2", "0102", "2026-09-28", "一般", ""]], at(TODAY))
}

fn joined() -> Small {
    let mut small = two_complaints();
    let clients = vec![small.client("甲一"), small.client("乙二")];
    let changed = small.office.join_household(&JoinHousehold { clients }, at(TODAY)).expect("they are joined");
    assert!(changed.line.starts_with("已合为一户"), "{}", changed.line);
    small
}

/// A call that answers the complaints of both.
fn one_call(small: &Small, satisfied: [&str; 2]) -> RecordFollowUp {
    let ids = ["TS1", "TS2"].map(|no| small.line(TODAY, "complaint", no).id);
    let first = asked(&ids[0], satisfied[0], "王芳");
    let second = asked(&ids[1], satisfied[1], "王芳");
    RecordFollowUp { tasks: [first.tasks.clone(), second.tasks].concat(), ..first }
}

fn counts(small: &Small, today: &str) -> (u32, u32, u32) {
    let counts = small.office.open_worklist(at(today)).expect("there is a list").counts;
    (counts.all, counts.overdue, counts.paused)
}

#[test]
fn strangers_are_not_one_call_and_the_remedy_is_said() {
    let mut small = two_complaints();
    let call = one_call(&small, ["满意", "满意"]);
    let (code, text) = refusal(small.office.record_follow_up(&call, at(TODAY)));
    assert_eq!(code, "different_clients");
    assert!(text.contains("合为一户"), "{text}");
}

#[test]
fn the_sheet_of_one_shows_what_is_open_for_the_others_of_the_household_by_name() {
    let small = joined();
    let task = small.line(TODAY, "complaint", "TS1").id;
    let sheet = small.office.explain(&task, at(TODAY)).expect("there is a sheet");
    assert_eq!(sheet.row.together, 1);
    let others: Vec<_> = sheet.together.iter().filter_map(|t| t.client.as_ref()).map(|c| c.name.as_str()).collect();
    assert_eq!(others, ["乙二"]);
    assert!(sheet.forms[1].title.starts_with("乙二 · "), "{}", sheet.forms[1].title);
}

#[test]
fn one_call_writes_a_record_for_each_and_taking_it_back_takes_all() {
    let mut small = joined();
    let call = one_call(&small, ["满意", "不满意"]);
    let written = small.office.record_follow_up(&call, at(TODAY)).expect("it is written");
    assert_eq!((written.settled.len(), written.problems.len()), (2, 1));
    assert_eq!(["TS1", "TS2"].map(|no| small.line(TODAY, "complaint", no).state), ["done", "done"]);
    let (facts, _) = small.office.task_views(crate::common::day(TODAY)).expect("the facts can be read");
    let clients: Vec<_> = facts.facts.records.iter().filter_map(|r| r.client.clone()).collect();
    assert_eq!(clients.len(), 2, "a record for each client");
    assert_ne!(clients[0], clients[1]);

    let undone = small.office.void_call(&RecordId::from(written.record.as_str()), "记错了", at(TODAY));
    assert!(undone.expect("it is taken back").line.contains("2 条记录"));
    assert_eq!(["TS1", "TS2"].map(|no| small.line(TODAY, "complaint", no).state), ["open", "open"]);
    assert!(small.office.problems(at(TODAY)).expect("problems can be listed").is_empty());
}

#[test]
fn problems_of_one_call_have_different_numbers() {
    let mut small = joined();
    let call = one_call(&small, ["不满意", "不满意"]);
    let written = small.office.record_follow_up(&call, at(TODAY)).expect("it is written");
    let mut numbers: Vec<_> = written.problems.iter().map(|p| p.no.as_str()).collect();
    numbers.sort_unstable();
    assert_eq!(numbers, ["WT260001", "WT260002"]);
}

#[test]
fn of_a_call_with_an_incomplete_form_nothing_is_written() {
    let mut small = joined();
    let mut call = one_call(&small, ["满意", "满意"]);
    call.tasks[1].answers.clear();
    assert_eq!(refusal(small.office.record_follow_up(&call, at(TODAY))).0, "form_incomplete");
    assert_eq!(["TS1", "TS2"].map(|no| small.line(TODAY, "complaint", no).state), ["open", "open"]);
}

#[test]
fn who_leaves_a_household_of_two_leaves_nobody_in_it() {
    let mut small = joined();
    let first = ClientId::from(small.client("甲一").as_str());
    small.office.leave_household(&first, at(TODAY)).expect("he leaves");
    for name in ["甲一", "乙二"] {
        let id = ClientId::from(small.client(name).as_str());
        assert!(small.office.client_archive(&id, at(TODAY)).expect("there is a page").household.is_empty());
    }
}

#[test]
fn those_of_one_room_or_telephone_are_proposed() {
    let mut small = two_complaints();
    small.import("业主档案.csv", "房号,业主姓名,联系电话\n9栋1单元0901,壬九,13800000001\n", at(TODAY));
    let id = ClientId::from(small.client("甲一").as_str());
    let hints = small.office.client_archive(&id, at(TODAY)).expect("there is a page").suggested;
    let hints: Vec<_> = hints.iter().map(|h| (h.client.name.as_str(), h.why.as_str())).collect();
    assert_eq!(hints, [("壬九", "同一电话")]);
}

#[test]
fn whoever_is_on_the_line_with_one_of_a_household_is_on_the_line_with_all_of_it() {
    let mut small = joined();
    let (first, second) = (small.client("甲一"), small.client("乙二"));
    let claims = |small: &mut Small, who: &str, client: &String, take_over| -> Option<OnLine> {
        let who = small.staff(who);
        small.office.sign_in(Some(who.as_str().into()), at(TODAY)).expect("signed in");
        small.office.claim(&Claim { client: client.clone(), take_over }, at(TODAY)).expect("asked").by
    };
    assert_eq!(claims(&mut small, "王芳", &first, false), None);
    assert_eq!(claims(&mut small, "王芳", &second, false), None, "to her own call he comes along");
    small.office.release(&second);

    let by = claims(&mut small, "李娜", &second, false).expect("the telephone is one");
    assert_eq!((by.name.as_str(), by.member.as_deref()), ("王芳", Some("甲一")));
    let row = small.line(TODAY, "complaint", "TS2").id;
    let shown = small.office.explain(&row, at(TODAY)).expect("there is a sheet").row.call.on_line;
    assert_eq!(shown.map(|by| by.name).as_deref(), Some("王芳"), "and the list says so");

    assert_eq!(claims(&mut small, "李娜", &second, true), None);
    let by = claims(&mut small, "王芳", &first, false).expect("it was taken over for all of them");
    assert_eq!((by.name.as_str(), by.member.as_deref()), ("李娜", Some("乙二")));
}

/// Late enough that both complaints are overdue.
const LATE: &str = "2026-11-20";

#[test]
fn do_not_contact_takes_what_is_overdue_off_the_list_and_counts_it_apart() {
    let mut small = two_complaints();
    let before = counts(&small, LATE);
    assert_eq!((before.1, before.2), (2, 0));
    let client = small.client("甲一");
    small.decide(about_client("do_not_contact", &client), at(LATE));

    assert_eq!(small.line(LATE, "complaint", "TS1").state, "paused", "it is not forgotten either");
    let after = counts(&small, LATE);
    assert_eq!((after.0, after.1, after.2), (before.0 - 1, 1, 1));
    let query = crate::common::listing("paused");
    let rows = small.office.list(&query, at(LATE)).expect("there is a list").rows;
    assert_eq!(rows.iter().filter_map(|r| r.client.as_ref()).map(|c| c.name.as_str()).collect::<Vec<_>>(), ["甲一"]);
    let id = ClientId::from(client.as_str());
    let halt = small.office.client_archive(&id, at(LATE)).expect("there is a page").halt.expect("he is not contacted");
    assert_eq!((halt.act.as_str(), halt.reason.as_str(), halt.tasks), ("do_not_contact", "经理同意", 1));

    small.decide(about_client("resume", &client), at(LATE));
    assert_eq!(counts(&small, LATE), before, "as if nothing had been decided");
    assert_eq!(small.line(LATE, "complaint", "TS1").state, "overdue");
}

#[test]
fn a_pause_with_an_end_gives_the_overdue_back_the_day_after() {
    let mut small = two_complaints();
    small.office.plan(at(LATE)).expect("planned");
    let client = small.client("甲一");
    let mut pause = about_client("pause", &client);
    pause.day = Some("2026-11-25".to_owned());
    small.decide(pause, at(LATE));
    small.office.plan(at("2026-11-25")).expect("planned");
    assert_eq!(small.line("2026-11-25", "complaint", "TS1").state, "paused");
    small.office.plan(at("2026-11-26")).expect("planned");
    assert_eq!(small.line("2026-11-26", "complaint", "TS1").state, "overdue");
}
