//! Planning what an edit touched gives exactly what planning everything gives, after any edit.

use crate::common::{Small, about_client, about_task, asked, at, complaints, day, mended};
use huifang_core::engine::TaskView;
use huifang_office::wire::{CorrectMatter, Decide, SetClass, VoidRecord};
use serde_json::json;
use std::collections::BTreeMap;

const TODAY: &str = "2026-09-29";

/// Three policies side by side: per matter, per festival, and quotas of clients and of the office.
fn office() -> Small {
    let mut small = Small::new(&["002-12", "002-09", "004-15"], "2026-01-01", at(TODAY));
    small.import("员工.csv", crate::common::STAFF, at(TODAY));
    small.import("业主档案.csv", crate::common::HOUSEHOLDS, at(TODAY));
    let rows = [["TS1", "0101", "2026-09-28", "一般", ""], ["TS2", "0102", "2026-09-28", "重要", ""]];
    small.import("投诉登记.csv", &complaints(&rows), at(TODAY));
    small
}

/// Every task as the list would show it. Why a task went is told from what was seen when it went, so it is left out.
fn views(small: &Small) -> BTreeMap<String, TaskView> {
    let (_, views) = small.office.task_views(day(TODAY)).expect("the tasks can be read");
    let keyed = views.into_iter().map(|mut view| {
        view.task.withdrawn_because = None;
        (view.task.emission.id.to_string(), view)
    });
    keyed.collect()
}

/// Plans everything, which must change nothing.
fn assert_settled(small: &mut Small, after: &str) {
    let before = views(small);
    let plan = small.office.plan(at(TODAY)).expect("it is planned");
    assert_eq!((plan.new.len(), plan.moved, plan.withdrawn, plan.again), (0, 0, 0, 0), "after {after}: {plan:?}");
    assert_eq!(plan.failures, [], "after {after}");
    assert_eq!(views(small), before, "after {after}");
}

#[test]
fn after_every_edit_of_a_day_at_the_desk_a_full_plan_changes_nothing() {
    let mut small = office();
    assert_settled(&mut small, "imports");
    records(&mut small);
    corrections(&mut small);
    decisions(&mut small);
    imports(&mut small);
}

fn records(small: &mut Small) {
    let task = small.lines(TODAY).into_iter().find(|l| l.rule == "complaint" && l.about == "TS1").expect("a task").id;
    let written = small.office.record_follow_up(&asked(&task, "不满意", "王芳"), at(TODAY)).expect("it is written");
    assert_settled(small, "a dissatisfied answer");
    let problem = written.problems[0].matter.clone();
    small.office.rectify(&mended(&problem, "孙工"), at(TODAY)).expect("it is rectified");
    assert_settled(small, "a rectification");
    let recheck = small.line(TODAY, "dissatisfied.recheck", "WT260001").id;
    let closing = small.office.record_follow_up(&asked(&recheck, "满意", "李娜"), at(TODAY)).expect("it is written");
    assert_settled(small, "a closing record");
    for record in [closing.record, written.record] {
        let wish = VoidRecord { record, reason: "记错".to_owned() };
        small.office.void_record(&wish, at(TODAY)).expect("it is struck out");
        assert_settled(small, "a record struck out");
    }
    let second = small.office.record_follow_up(&asked(&task, "不满意", "王芳"), at(TODAY)).expect("it is written");
    let wish = VoidRecord { record: second.record, reason: "记错".to_owned() };
    small.office.void_record(&wish, at(TODAY)).expect("it is struck out");
    assert_settled(small, "a problem taken back");
}

fn corrections(small: &mut Small) {
    let matter = small.matter("TS1");
    for (field, value) in [("reply_only", json!(true)), ("severity", json!("major")), ("reply_only", json!(false))] {
        let (field, reason) = (field.to_owned(), "更正".to_owned());
        let wish = CorrectMatter { matter: matter.clone(), field, value, reason };
        small.office.correct_matter(&wish, at(TODAY)).expect("it is corrected");
        assert_settled(small, "a correction");
    }
    let client = small.client("丙三");
    for (class, member) in [("特殊关怀", true), ("A1", true), ("A1", false), ("B2", true)] {
        let wish = SetClass { client: client.clone(), class: class.to_owned(), member };
        small.office.set_class(&wish, at(TODAY)).expect("the class is set");
        assert_settled(small, class);
    }
}

fn decisions(small: &mut Small) {
    let client = small.client("甲一");
    for act in ["pause", "resume", "do_not_contact", "resume"] {
        small.decide(about_client(act, &client), at(TODAY));
        assert_settled(small, act);
    }
    let task = small.lines(TODAY).into_iter().find(|l| l.rule == "complaint" && l.about == "TS2").expect("a task").id;
    let to = small.staff("赵总");
    let later = Some("2026-10-12".to_owned());
    for act in ["waive", "reopen", "give_up", "reopen", "reschedule", "reassign"] {
        let wish = Decide { day: later.clone(), to: Some(to.clone()), ..about_task(act, &task) };
        small.decide(wish, at(TODAY));
        assert_settled(small, act);
    }
}

fn imports(small: &mut Small) {
    let rows = [["TS2", "0102", "2026-09-29", "重要", ""], ["TS3", "0103", "2026-09-27", "重大", ""]];
    let import = small.import("投诉登记2.csv", &complaints(&rows), at(TODAY)).import.expect("it wrote something");
    assert_settled(small, "a changed list");
    small.office.undo_import(import, true, at(TODAY)).expect("it is taken back");
    assert_settled(small, "an import undone");
    small.import("投诉登记2.csv", &complaints(&rows), at(TODAY));
    assert_settled(small, "the import done again");
    let staff = crate::common::STAFF.replace("李娜,物业助理", "李娜,客服部主管");
    small.import("员工.csv", &staff, at(TODAY));
    assert_settled(small, "a change of staff");
}
