//! Correcting and striking out, and the way back; and that a board says the same.

use crate::common::{Small, asked, at, complaints, day, refusal};
use crate::matters::{change, code, complaint_of, complaint_tasks, edit, office, query, reach, register, step};
use huifang_office::wire::{MatterEdit, MatterPage, MatterQuery, MatterWish, ParticipantWish};
use serde_json::json;

const TUESDAY: &str = "2026-09-29";

/// A complaint dealt with on that day; its id.
fn handled(small: &mut Small, on: &str) -> String {
    let wish = MatterWish {
        milestones: vec![step("received", "2026-09-25"), step("handled", on)],
        ..complaint_of(small, "甲一")
    };
    register(small, &wish).matter
}

fn page(small: &Small, matter: &str) -> MatterPage {
    small.office.matter_page(matter, at(TUESDAY)).expect("its page")
}

fn milestone(small: &Small, matter: &str, kind: &str) -> Option<String> {
    Some(page(small, matter).milestones.into_iter().find(|m| m.kind == kind)?.id)
}

#[test]
fn a_corrected_day_moves_the_task_that_hangs_on_it() {
    let mut small = office();
    let matter = handled(&mut small, "2026-09-28");
    let before = small.line(TUESDAY, "complaint", "TS260001");
    let milestone = milestone(&small, &matter, "handled");
    let on = Some("2026-09-29".to_owned());
    let correction =
        MatterEdit { milestone, on, note: "师傅当天才修好".to_owned(), ..edit(&matter, "correct_milestone") };
    let foreseen = small.office.foresee_edit(&correction, at(TUESDAY)).expect("it can be foreseen");
    assert_eq!(foreseen.lines[0].text, "投诉回访:10-01(周四) 改为 10-02(周五)");
    change(&mut small, &correction);
    let task = small.line(TUESDAY, "complaint", "TS260001");
    assert_eq!((task.id, task.due), (before.id, day("2026-10-02")), "the same task, on another day");
    assert_eq!(page(&small, &matter).milestones[1].note, "师傅当天才修好");
}

#[test]
fn striking_out_a_milestone_withdraws_its_task_and_putting_it_back_asks_for_the_same_one_again() {
    let mut small = office();
    let matter = handled(&mut small, "2026-09-28");
    let task = small.line(TUESDAY, "complaint", "TS260001").id;
    let milestone = milestone(&small, &matter, "handled");
    let strike = MatterEdit { milestone: milestone.clone(), ..edit(&matter, "strike_milestone") };
    let foreseen = small.office.foresee_edit(&strike, at(TUESDAY)).expect("it can be foreseen");
    assert_eq!((foreseen.lines.len(), foreseen.lines[0].text.as_str()), (1, "投诉回访:不再列入"));
    change(&mut small, &strike);
    assert_eq!(small.line(TUESDAY, "complaint", "TS260001").state, "withdrawn");
    let shown = page(&small, &matter);
    assert_eq!((shown.row.stage.as_str(), shown.struck.len()), ("received", 1));
    assert_eq!((shown.struck[0].reason.as_str(), shown.struck[0].on.as_str()), ("登记错了", TUESDAY));

    change(&mut small, &MatterEdit { milestone, ..edit(&matter, "restore_milestone") });
    let again = small.line(TUESDAY, "complaint", "TS260001");
    assert_eq!((again.id, again.state), (task, "open"));
    assert_eq!(page(&small, &matter).struck, []);
}

#[test]
fn what_was_done_about_a_milestone_struck_out_is_not_done_about_the_next() {
    let mut small = office();
    let matter = handled(&mut small, "2026-09-28");
    let first = small.line(TUESDAY, "complaint", "TS260001").id;
    small.office.record_follow_up(&asked(&first, "满意", "王芳"), at(TUESDAY)).expect("it is written");
    let milestone = milestone(&small, &matter, "handled");
    change(&mut small, &MatterEdit { milestone, ..edit(&matter, "strike_milestone") });
    reach(&mut small, &matter, "handled", TUESDAY);
    let open: Vec<_> = complaint_tasks(&small).into_iter().filter(|l| l.state == "open").collect();
    assert_eq!(open.len(), 1, "it was dealt with anew, so it is asked anew");
    assert_ne!(open[0].id, first);
}

#[test]
fn a_milestone_may_come_several_times_and_each_is_followed_up() {
    let mut small = office();
    let matter = handled(&mut small, "2026-09-20");
    reach(&mut small, &matter, "handled", "2026-09-28");
    let dues: Vec<_> = complaint_tasks(&small).into_iter().map(|l| l.due).collect();
    assert_eq!(dues, [day("2026-09-23"), day("2026-10-01")]);
}

#[test]
fn taking_back_what_was_just_added_leaves_lists_free_to_say_it() {
    let mut small = office();
    let wish = complaint_of(&small, "甲一");
    let matter = register(&mut small, &wish).matter;
    let added = reach(&mut small, &matter, "handled", TUESDAY).milestone;
    change(&mut small, &MatterEdit { milestone: added, ..edit(&matter, "undo_milestone") });
    let rows = [["TS260001", "0101", "2026-09-28", "一般", ""]];
    small.import("投诉登记.csv", &complaints(&rows), at(TUESDAY));
    assert!(milestone(&small, &matter, "handled").is_some());

    let struck = MatterEdit { milestone: milestone(&small, &matter, "handled"), ..edit(&matter, "strike_milestone") };
    change(&mut small, &struck);
    small.import("投诉登记2.csv", &(complaints(&rows) + "\n"), at(TUESDAY));
    assert_eq!(milestone(&small, &matter, "handled"), None, "what a person struck out stays struck out");
}

#[test]
fn a_matter_keeps_one_milestone_and_a_reason_is_asked() {
    let mut small = office();
    let wish = complaint_of(&small, "甲一");
    let matter = register(&mut small, &wish).matter;
    let milestone = milestone(&small, &matter, "received");
    let only = MatterEdit { milestone: milestone.clone(), ..edit(&matter, "strike_milestone") };
    assert_eq!(code(small.office.edit_matter(&only, at(TUESDAY))), "last_milestone");
    for act in ["correct_milestone", "strike_milestone", "participants", "strike"] {
        let silent = MatterEdit { reason: " ".to_owned(), milestone: milestone.clone(), ..edit(&matter, act) };
        assert_eq!(code(small.office.edit_matter(&silent, at(TUESDAY))), "reason_missing", "{act}");
    }
    let odd = MatterEdit { milestone: Some("m/handled/9".to_owned()), ..edit(&matter, "strike_milestone") };
    assert_eq!(code(small.office.edit_matter(&odd, at(TUESDAY))), "not_found");
    assert_eq!(code(small.office.edit_matter(&edit(&matter, "burn"), at(TUESDAY))), "unknown_act");
}

#[test]
fn a_matter_moved_to_the_right_client_takes_its_task_along() {
    let mut small = office();
    let matter = handled(&mut small, "2026-09-28");
    let right = ParticipantWish { client: small.client("乙二"), role: "subject".to_owned() };
    let moved = MatterEdit { participants: vec![right], ..edit(&matter, "participants") };
    let foreseen = small.office.foresee_edit(&moved, at(TUESDAY)).expect("it can be foreseen");
    let sorts: Vec<_> = foreseen.lines.iter().map(|l| l.sort.as_str()).collect();
    assert!(sorts.contains(&"new") && sorts.contains(&"withdrawn"), "{foreseen:?}");
    change(&mut small, &moved);
    let open: Vec<_> = complaint_tasks(&small).into_iter().filter(|l| l.state == "open").collect();
    assert_eq!(open.len(), 1);
    let detail = small.office.explain(&open[0].id, at(TUESDAY)).expect("the task");
    assert_eq!(detail.row.client.map(|c| c.name).as_deref(), Some("乙二"));

    let rows = [["TS260001", "0101", "2026-09-28", "一般", ""]];
    small.import("投诉登记.csv", &complaints(&rows), at(TUESDAY));
    assert_eq!(page(&small, &matter).row.client.map(|c| c.name).as_deref(), Some("乙二"), "no list moves it back");
}

#[test]
fn a_struck_out_matter_asks_for_nothing_is_found_nowhere_and_comes_back_whole() {
    let mut small = office();
    let matter = handled(&mut small, "2026-09-28");
    let task = small.line(TUESDAY, "complaint", "TS260001").id;
    let foreseen = small.office.foresee_edit(&edit(&matter, "strike"), at(TUESDAY)).expect("it can be foreseen");
    assert_eq!(foreseen.lines[0].sort, "withdrawn");
    change(&mut small, &edit(&matter, "strike"));
    let state = |small: &Small| small.lines(TUESDAY).into_iter().find(|l| l.id == task).map(|l| l.state);
    assert_eq!(state(&small), Some("withdrawn"));
    let listed = |small: &Small, find: &str| {
        let query = MatterQuery { find: find.to_owned(), ..query("complaint") };
        small.office.matter_list(&query, at(TUESDAY)).expect("the list").total
    };
    assert_eq!((listed(&small, ""), listed(&small, "TS260001")), (0, 0));
    let bin = small.office.struck_matters(at(TUESDAY)).expect("the bin");
    assert_eq!((bin.len(), bin[0].reason.as_str(), bin[0].until.as_str()), (1, "登记错了", "2026-10-29"));
    assert_eq!(page(&small, &matter).struck_out.as_ref(), Some(&bin[0]));
    assert_eq!(small.office.struck_matters(at("2026-10-30")).expect("the bin"), [], "for thirty days");

    assert_eq!(code(small.office.edit_matter(&edit(&matter, "strike"), at(TUESDAY))), "not_found", "once is enough");
    change(&mut small, &edit(&matter, "restore"));
    assert_eq!(state(&small), Some("open"), "the same task");
    assert_eq!((listed(&small, ""), listed(&small, "TS260001"), listed(&small, "jy")), (1, 1, 1));
    assert_eq!(code(small.office.edit_matter(&edit(&matter, "restore"), at(TUESDAY))), "not_found");
}

#[test]
fn a_list_does_not_bring_back_what_a_person_struck_out() {
    let rows = [["TS1", "0101", "2026-09-28", "一般", ""]];
    let mut small = Small::property(&rows, at(TUESDAY));
    let matter = small.matter("TS1");
    change(&mut small, &edit(&matter, "strike"));
    small.import("投诉登记2.csv", &(complaints(&rows) + "\n"), at(TUESDAY));
    assert_eq!(small.office.matter_list(&query("complaint"), at(TUESDAY)).expect("the list").total, 0);
    assert_eq!(small.office.struck_matters(at(TUESDAY)).expect("the bin").len(), 1);
}

#[test]
fn corrected_fields_stand_and_only_fields_that_there_are_can_be_corrected() {
    let mut small = office();
    let matter = handled(&mut small, "2026-09-28");
    let fields = [("reply_only".to_owned(), json!(true)), ("handler".to_owned(), json!("孙工"))].into();
    let correction = MatterEdit { fields, reason: String::new(), ..edit(&matter, "correct") };
    let foreseen = small.office.foresee_edit(&correction, at(TUESDAY)).expect("it can be foreseen");
    assert_eq!(foreseen.lines[0].sort, "withdrawn", "a letter in reply is not followed up");
    change(&mut small, &correction);
    assert_eq!(small.line(TUESDAY, "complaint", "TS260001").state, "withdrawn");
    assert_eq!(page(&small, &matter).row.handler.as_deref(), Some("孙工"));
    let fields = [("颜色".to_owned(), json!("红"))].into();
    let unknown = MatterEdit { fields, ..edit(&matter, "correct") };
    let (code, sentence) = refusal(small.office.edit_matter(&unknown, at(TUESDAY)));
    assert_eq!((code, sentence.as_str()), ("unknown_field", "投诉没有「颜色」这个栏目"));
}

#[test]
fn after_every_change_a_full_plan_changes_nothing() {
    let mut small = office();
    let matter = handled(&mut small, "2026-09-28");
    let other = ParticipantWish { client: small.client("乙二"), role: "subject".to_owned() };
    let handled = milestone(&small, &matter, "handled");
    let changes = [
        MatterEdit { kind: Some("closed".to_owned()), ..edit(&matter, "add_milestone") },
        MatterEdit {
            milestone: handled.clone(),
            on: Some("2026-09-27".to_owned()),
            ..edit(&matter, "correct_milestone")
        },
        MatterEdit { milestone: handled.clone(), ..edit(&matter, "strike_milestone") },
        MatterEdit { milestone: handled, ..edit(&matter, "restore_milestone") },
        MatterEdit { participants: vec![other], ..edit(&matter, "participants") },
        MatterEdit { participants: Vec::new(), ..edit(&matter, "participants") },
        edit(&matter, "strike"),
        edit(&matter, "restore"),
    ];
    for wish in changes {
        change(&mut small, &wish);
        let plan = small.office.plan(at(TUESDAY)).expect("it is planned");
        let moved = (plan.new.len(), plan.moved, plan.withdrawn, plan.again);
        assert_eq!(moved, (0, 0, 0, 0), "after {}: {plan:?}", wish.act);
    }
}

#[test]
fn a_board_counts_by_stage_and_filters() {
    let rows = [
        ["TS1", "0101", "", "一般", ""],
        ["TS2", "0102", "2026-09-28", "重要", ""],
        ["TS3", "0103", "2026-09-20", "一般", ""],
    ];
    let mut small = Small::property(&rows, at(TUESDAY));
    let counts = |small: &Small, query: &MatterQuery| {
        let counts = small.office.matter_counts(query, at(TUESDAY)).expect("the counts");
        counts.stages.into_iter().map(|s| (s.label, s.count)).filter(|(_, n)| *n > 0).collect::<Vec<_>>()
    };
    let all = query("complaint");
    assert_eq!(counts(&small, &all), [("受理".to_owned(), 1), ("处理完毕".to_owned(), 2)]);
    let list = |small: &Small, query: &MatterQuery| {
        let list = small.office.matter_list(query, at(TUESDAY)).expect("the list");
        assert_eq!(list.total as usize, list.rows.len());
        list.rows.into_iter().filter_map(|r| r.matter.no).collect::<Vec<_>>()
    };
    assert_eq!(list(&small, &all), ["TS2", "TS3", "TS1"], "what moved last first");
    assert_eq!(list(&small, &MatterQuery { stage: Some("handled".to_owned()), ..all.clone() }), ["TS2", "TS3"]);
    assert_eq!(list(&small, &MatterQuery { overdue: true, ..all.clone() }), ["TS3"], "its follow-up was due on 09-23");
    assert_eq!(list(&small, &MatterQuery { find: "yier".to_owned(), ..all.clone() }), ["TS2"]);
    assert_eq!(list(&small, &MatterQuery { find: "ts1".to_owned(), ..all.clone() }), ["TS1"]);

    let matter = small.matter("TS1");
    let fields = [("department".to_owned(), json!("工程部")), ("handler".to_owned(), json!("孙工"))].into();
    change(&mut small, &MatterEdit { fields, ..edit(&matter, "correct") });
    assert_eq!(list(&small, &MatterQuery { department: Some("工程部".to_owned()), ..all.clone() }), ["TS1"]);
    let handler = Some(small.staff("孙工"));
    assert_eq!(list(&small, &MatterQuery { handler, ..all.clone() }), ["TS1"]);
    let row = small.office.matter_list(&MatterQuery { find: "TS3".to_owned(), ..all }, at(TUESDAY)).expect("the list");
    let next = row.rows[0].next.as_ref().expect("its follow-up");
    assert_eq!((next.title.as_str(), next.state.as_str(), next.days_over), ("投诉回访", "overdue", 6));
}

#[test]
fn a_month_of_the_calendar_has_lunar_days_festivals_rest_and_make_up_days() {
    let small = office();
    drop(small);
    let desk = huifang_office::wire::Desk::headless(huifang_office::PackShelf::default());
    let folder = tempfile::TempDir::new().expect("a folder");
    let call = |name: &str, req| huifang_office::wire::dispatch(&desk, name, req, at(TUESDAY));
    let make =
        json!({ "dir": folder.path().join("office"), "name": "某某花园", "packs": ["002-12"], "effective_from": null });
    call("create_office", make).expect("an office");
    let month = call("calendar_month", json!({ "month": "2026-10" })).expect("a month");
    let days = month["days"].as_array().expect("days");
    assert_eq!((days.len() % 7, &days[0]["day"]), (0, &json!("2026-09-28")), "whole weeks from Monday");
    let of = |day: &str| days.iter().find(|d| d["day"] == day).expect("the day").clone();
    let national = of("2026-10-01");
    assert_eq!((&national["name"], &national["mark"]), (&json!("国庆节"), &json!("rest")));
    let makeup = of("2026-10-10");
    assert_eq!((&makeup["mark"], &makeup["works"], &makeup["lunar"]), (&json!("work"), &json!(true), &json!("九月")));
    let ninth = of("2026-10-18");
    assert_eq!((&ninth["name"], &ninth["lunar"], &ninth["mark"]), (&json!("重阳节"), &json!("初九"), &json!(null)));
    assert_eq!(call("calendar_month", json!({ "month": "十月" })).expect_err("no month").code, "bad_day");
}
