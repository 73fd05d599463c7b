//! Planning what an edit touched gives exactly what planning everything gives, after any edit.

use crate::common::{Small, about_client, about_task, asked, at, complaints, day, mended};
use huifang_core::domain::Subject;
use huifang_core::engine::TaskView;
use huifang_office::wire::{CorrectMatter, Decide, RecordContact, SetClass, VoidRecord};
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

/// Each manager contacts five households a month, whichever: counted over everybody.
fn office_of_managers() -> Small {
    let mut small = Small::new(&["002-14"], "2026-01-01", at(TODAY));
    let managers = "姓名,岗位,部门,手机\n周经理,物业经理,办公室,13900000011\n吴经理,物业经理,办公室,13900000012\n\
                    郑前台,客服人员,客服部,13900000013\n";
    small.import("员工.csv", managers, at(TODAY));
    small.import("业主档案.csv", crate::common::HOUSEHOLDS, at(TODAY));
    small
}

fn contact(small: &mut Small, client: &str, by: &str, on: &str) -> String {
    let wish = RecordContact {
        client: small.client(client),
        purpose: "follow_up".to_owned(),
        tasks: Vec::new(),
        matter: None,
        channel: "phone".to_owned(),
        outcome: "reached".to_owned(),
        on: Some(on.to_owned()),
        again_on: None,
        phone: None,
        note: "问候".to_owned(),
        by: Some(small.staff(by)),
    };
    small.office.record_contact(&wish, at(TODAY)).expect("it is written").record
}

#[test]
fn what_is_counted_over_everybody_is_counted_again_in_the_months_of_the_edit_alone() {
    let mut small = office_of_managers();
    let have = |small: &Small, by: &str, month: &str| {
        let person = small.staff(by);
        let views = views(small).into_values();
        let of = views.filter(|v| v.task.emission.key.rule == "manager" && v.task.emission.key.anchor == month);
        let mine = of.filter(|v| v.task.emission.key.subject == Subject::Staff(person.as_str().into()));
        mine.map(|v| v.task.emission.have).collect::<Vec<_>>()
    };
    for (client, by, on) in
        [("甲一", "周经理", "2026-09-02"), ("乙二", "周经理", "2026-09-03"), ("甲一", "吴经理", "2026-08-03")]
    {
        contact(&mut small, client, by, on);
        assert_settled(&mut small, "a contact that counts");
    }
    assert_eq!([have(&small, "周经理", "2026-09"), have(&small, "吴经理", "2026-08")], [[2], [1]]);
    let void = contact(&mut small, "丙三", "周经理", "2026-09-04");
    contact(&mut small, "丁四", "郑前台", "2026-09-05");
    assert_settled(&mut small, "a contact by somebody else");
    assert_eq!(have(&small, "周经理", "2026-09"), [3]);
    let wish = VoidRecord { record: void, reason: "记错".to_owned() };
    small.office.void_record(&wish, at(TODAY)).expect("it is struck out");
    assert_settled(&mut small, "a contact struck out");
    assert_eq!([have(&small, "周经理", "2026-09"), have(&small, "吴经理", "2026-08")], [[2], [1]]);
    let wish = SetClass { client: small.client("甲一"), class: "租户".to_owned(), member: true };
    small.office.set_class(&wish, at(TODAY)).expect("it is set");
    assert_settled(&mut small, "an edit of a client");
    let quota = small.lines(TODAY).into_iter().find(|l| l.rule == "manager" && l.state == "open").expect("a quota").id;
    let to = small.staff("郑前台");
    small.decide(Decide { to: Some(to), ..about_task("reassign", &quota) }, at(TODAY));
    assert_settled(&mut small, "a decision about the quota itself");
    assert_eq!(
        small.lines(TODAY).into_iter().find(|l| l.id == quota).and_then(|l| l.assignee).as_deref(),
        Some("郑前台")
    );
}
