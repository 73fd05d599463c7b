use crate::builders::*;
use huifang_core::calendar::Moment;
use huifang_core::domain::{Subject, TaskId};
use huifang_store::{End, Page, Store, TaskRow, Worklist};
use std::collections::BTreeSet;

const TODAY: &str = "2026-10-10";

fn put(store: &mut Store, tasks: &[TaskRow]) {
    write(store, |tx| tx.upsert_tasks(tasks));
}

fn listed(store: &Store, list: &Worklist) -> Vec<String> {
    let tasks = store.read().worklist(list, Page::first(10)).expect("a read");
    let count = store.read().worklist_count(list).expect("a count");
    assert_eq!(count as usize, tasks.len(), "the count and the list agree");
    ids(tasks)
}

fn ids(tasks: Vec<TaskRow>) -> Vec<String> {
    tasks.into_iter().map(|task| task.id.0).collect()
}

fn today() -> Worklist {
    Worklist::on(day(TODAY))
}

#[test]
fn a_task_comes_back_as_it_was_written() {
    let mut store = office();
    let full = TaskRow {
        subject: Subject::Matter("m1".into()),
        matter: Some("m1".into()),
        step_title: Some("第二次".to_owned()),
        occurrence: 2,
        need: 3,
        have: 1,
        due_minute: Some(570),
        latest: Some(day("2026-10-15")),
        lapses: Some(day("2026-10-20")),
        fulfilled: Some(day("2026-10-09")),
        halted_to: Some(day("2026-10-30")),
        held_by: Some("张工".into()),
        by_area: true,
        form: Some("satisfaction".to_owned()),
        guessed: true,
        asked: false,
        withdrawn_because: Some("投诉已撤销".to_owned()),
        ended: Some((End::Lost, day("2026-10-11"))),
        due_set: Some(day("2026-10-12")),
        assignee_set: Some("s2".into()),
        next_try: Moment::parse("2026-10-12T14:00"),
        meant: Some("s2".into()),
        ..task("t1", "c1", "2026-10-01", "2026-10-10")
    };
    put(&mut store, std::slice::from_ref(&full));
    assert_eq!(store.read().task(&full.id).expect("a read"), Some(full.clone()));
    assert_eq!(store.read().tasks(&BTreeSet::from([full.id.clone()])).expect("a read"), std::slice::from_ref(&full));
    assert_eq!(store.read().tasks_all().expect("a read"), [full]);
}

#[test]
fn what_the_policy_asks_for_anew_leaves_alone_what_people_did() {
    let mut store = office();
    put(&mut store, &[task("t1", "c1", "2026-10-01", "2026-10-10")]);
    write(&mut store, |tx| {
        tx.set_task_end(&"t1".into(), Some((End::Done, day("2026-10-02"))))?;
        tx.set_task_overrides(&"t1".into(), Some(day("2026-10-20")), Some(&"s2".into()))
    });
    let moved = TaskRow { first_asked_ms: 99, ..task("t1", "c1", "2026-10-03", "2026-10-12") };
    put(&mut store, &[moved]);
    let kept = store.read().task(&"t1".into()).expect("a read").expect("the task");
    assert_eq!((kept.opens, kept.due), (day("2026-10-03"), day("2026-10-12")), "the policy's days are the policy's");
    assert_eq!(kept.ended, Some((End::Done, day("2026-10-02"))), "only a person ends a task");
    assert_eq!((kept.due_set, kept.assignee_set), (Some(day("2026-10-20")), Some("s2".into())));
    assert_eq!(kept.first_asked_ms, 10, "it was asked for first when it was asked for first");
}

#[test]
fn what_waits_for_a_try_leaves_the_list_until_its_moment_and_is_a_list_of_its_own() {
    let mut store = office();
    put(&mut store, &["t1", "t2", "t3"].map(|id| task(id, "c1", "2026-10-01", TODAY)));
    let moment = |text: &str| Moment::parse(text).expect("a moment");
    write(&mut store, |tx| {
        tx.set_next_try(&"t1".into(), Some(moment("2026-10-10T15:00")))?;
        tx.set_next_try(&"t2".into(), Some(moment("2026-10-10T14:00")))
    });
    let at = |text: &str| Worklist { ready_by: Some(moment(text)), ..today() };
    let waiting = |text: &str| {
        let rows = store.read().waiting(moment(text), Page::first(9)).expect("a read");
        assert_eq!(store.read().waiting_count(moment(text)).expect("a count") as usize, rows.len());
        rows.into_iter().map(|row| row.id.0).collect::<Vec<_>>()
    };
    assert_eq!(listed(&store, &at("2026-10-10T13:59")), ["t3"]);
    assert_eq!(waiting("2026-10-10T13:59"), ["t2", "t1"], "the next one first");
    assert_eq!(listed(&store, &at("2026-10-10T14:00")), ["t2", "t3"]);
    assert_eq!(waiting("2026-10-10T14:00"), ["t1"]);
    assert_eq!(listed(&store, &today()), ["t1", "t2", "t3"], "who does not ask for the moment sees them all");
    put(&mut store, &[task("t1", "c1", "2026-10-01", TODAY)]);
    let kept = store.read().task(&"t1".into()).expect("a read").expect("the task");
    assert_eq!(kept.next_try, Some(moment("2026-10-10T15:00")), "what the policy asks for anew leaves it alone");
    assert_eq!(refuse(&mut store, |tx| tx.set_next_try(&"t9".into(), None)).code(), "not_found");
}

#[test]
fn the_same_occurrence_under_another_identifier_is_refused() {
    let mut store = office();
    let first = task("t1", "c1", "2026-10-01", "2026-10-10");
    let twin = TaskRow { id: "t2".into(), ..first.clone() };
    put(&mut store, &[first]);
    let error = refuse(&mut store, |tx| tx.upsert_tasks(&[twin]));
    assert_eq!(error.code(), "conflict", "a client must not be called twice for one cause");
}

#[test]
fn the_worklist_holds_what_can_be_done_by_due_day_and_minute() {
    let mut store = office();
    let at_nine = TaskRow { due_minute: Some(540), ..task("at nine", "c1", "2026-10-01", TODAY) };
    put(
        &mut store,
        &[
            at_nine,
            task("some time", "c1", "2026-10-01", TODAY),
            task("overdue", "c1", "2026-09-01", "2026-09-10"),
            task("opens today", "c1", TODAY, "2026-10-30"),
            task("opens tomorrow", "c1", "2026-10-11", "2026-10-30"),
        ],
    );
    assert_eq!(listed(&store, &today()), ["overdue", "some time", "at nine", "opens today"]);
    let coming = Worklist { opens_by: day("2026-10-11"), ..today() };
    assert_eq!(listed(&store, &coming).len(), 5, "what is coming can be looked at");
}

#[test]
fn the_worklist_leaves_out_what_is_withdrawn_ended_fulfilled_or_lapsed() {
    let mut store = office();
    let base = |id: &str| task(id, "c1", "2026-10-01", "2026-10-09");
    put(
        &mut store,
        &[
            TaskRow { asked: false, ..base("withdrawn") },
            TaskRow { ended: Some((End::Done, day("2026-10-02"))), ..base("done") },
            TaskRow { fulfilled: Some(day("2026-10-02")), ..base("fulfilled") },
            TaskRow { lapses: Some(day(TODAY)), ..base("lapsed today") },
            TaskRow { lapses: Some(day("2026-10-11")), ..base("lapses tomorrow") },
        ],
    );
    assert_eq!(listed(&store, &today()), ["lapses tomorrow"]);
}

#[test]
fn the_worklist_is_narrowed_by_pack_rule_role_person_and_due_day() {
    let mut store = office();
    let base = |id: &str| task(id, "c1", "2026-10-01", TODAY);
    put(
        &mut store,
        &[
            TaskRow { pack: "other".to_owned(), ..base("pack") },
            TaskRow { rule: "other".to_owned(), ..base("rule") },
            TaskRow { role: "主管".to_owned(), ..base("role") },
            TaskRow { meant: Some("s2".into()), ..base("of s2") },
            TaskRow { meant: Some("s3".into()), due: day("2026-10-09"), ..base("of s3") },
            TaskRow { due: day("2026-10-20"), ..base("later") },
        ],
    );
    assert_eq!(listed(&store, &Worklist { pack: Some("other".to_owned()), ..today() }), ["pack"]);
    let rules = |codes: &[&str]| Some(codes.iter().map(|code| (*code).to_owned()).collect());
    assert_eq!(listed(&store, &Worklist { rules: rules(&["004-15/other"]), ..today() }), ["rule"]);
    assert_eq!(listed(&store, &Worklist { rules: rules(&["other/complaint", "x/y"]), ..today() }), ["pack"]);
    assert_eq!(listed(&store, &Worklist { role: Some("主管".to_owned()), ..today() }), ["role"]);
    let of = |people: &[Option<&str>]| {
        let meant = Some(people.iter().map(|id| id.map(Into::into)).collect());
        listed(&store, &Worklist { meant, ..today() })
    };
    assert_eq!(of(&[Some("s2")]), ["of s2"]);
    assert_eq!(of(&[Some("s2"), Some("s3")]), ["of s3", "of s2"], "in the order of the whole list");
    assert_eq!(of(&[None]), ["pack", "role", "rule", "later"], "nobody in particular");
    assert_eq!(of(&[]), [""; 0]);
    assert_eq!(listed(&store, &Worklist { due_from: Some(day("2026-10-11")), ..today() }), ["later"]);
    assert_eq!(listed(&store, &Worklist { due_to: Some(day(TODAY)), ..today() }).len(), 5);
    let read = store.read();
    let page = read.worklist(&Worklist { meant: Some([None].into()), ..today() }, Page { offset: 1, limit: 2 });
    assert_eq!(ids(page.expect("a page")), ["role", "rule"]);
    let rules = read.listed_rules(&today()).expect("rules").into_iter();
    let rules: Vec<_> = rules.map(|listed| format!("{}/{}", listed.pack, listed.rule)).collect();
    assert_eq!(rules, ["004-15/complaint", "004-15/other", "other/complaint"]);
}

#[test]
fn the_offices_own_work_can_be_listed_apart() {
    let mut store = office();
    let base = |id: &str, subject: Subject| TaskRow { subject, client: None, ..task(id, "c1", "2026-10-01", TODAY) };
    let person = || Subject::Staff("s1".into());
    put(
        &mut store,
        &[
            base("office", Subject::Office),
            base("person", person()),
            TaskRow {
                anchor: "coming".to_owned(),
                opens: day("2026-10-11"),
                due: day("2026-10-12"),
                ..base("coming", person())
            },
            TaskRow { anchor: "done".to_owned(), ended: Some((End::Done, day(TODAY))), ..base("done", person()) },
            task("call", "c1", "2026-10-01", TODAY),
        ],
    );
    let rule = task("call", "c1", "2026-10-01", TODAY);
    let work = ids(store.read().office_worklist(&rule.pack, &rule.rule, day(TODAY)).expect("a read"));
    assert_eq!(work, ["office", "person"]);
    assert_eq!(ids(store.read().office_worklist("other", &rule.rule, day(TODAY)).expect("a read")), [""; 0]);
    let without = work.into_iter().map(TaskId).collect();
    assert_eq!(listed(&store, &Worklist { without, ..today() }), ["call"]);
}

#[test]
fn a_rescheduled_task_stands_under_its_new_day() {
    let mut store = office();
    put(&mut store, &[task("t1", "c1", "2026-10-01", "2026-10-05"), task("t2", "c1", "2026-10-01", "2026-10-06")]);
    write(&mut store, |tx| tx.set_task_overrides(&"t1".into(), Some(day("2026-10-20")), None));
    assert_eq!(listed(&store, &today()), ["t2", "t1"]);
    let october = store.read().tasks_due_between(day("2026-10-20"), day("2026-10-31")).expect("a read");
    assert_eq!(october[0].due_now(), day("2026-10-20"));
}

#[test]
fn the_worklist_comes_in_pages() {
    let mut store = office();
    let tasks: Vec<_> = (1..=5).map(|n| task(&format!("t{n}"), "c1", "2026-10-01", &format!("2026-10-0{n}"))).collect();
    put(&mut store, &tasks);
    let page = store.read().worklist(&today(), Page { offset: 2, limit: 2 }).expect("a read");
    assert_eq!(ids(page), ["t3", "t4"]);
}

#[test]
fn tasks_are_found_by_client_matter_rule_and_subject() {
    let mut store = office();
    let of_client = TaskRow { matter: Some("m1".into()), ..task("client's", "c1", "2026-10-01", "2026-10-05") };
    let of_matter = TaskRow {
        subject: Subject::Matter("m1".into()),
        matter: Some("m1".into()),
        rule: "rectify".to_owned(),
        ..task("matter's", "c1", "2026-10-01", "2026-10-06")
    };
    let of_staff = TaskRow {
        subject: Subject::Staff("s1".into()),
        client: None,
        ..task("staff's", "", "2026-10-01", "2026-10-06")
    };
    put(&mut store, &[of_client, of_matter, of_staff]);
    let read = store.read();
    assert_eq!(ids(read.tasks_of_client(&"c1".into()).expect("a read")), ["client's", "matter's"]);
    assert_eq!(ids(read.tasks_of_matter(&"m1".into()).expect("a read")), ["client's", "matter's"]);
    assert_eq!(ids(read.tasks_of_rule("004-15", "rectify").expect("a read")), ["matter's"]);
    assert_eq!(ids(read.tasks_without_client().expect("a read")), ["staff's"]);
    let (client, matter) = (BTreeSet::from(["c1".into()]), BTreeSet::from(["m1".into()]));
    assert_eq!(ids(read.tasks_of(&client, &BTreeSet::new()).expect("a read")), ["client's"]);
    assert_eq!(ids(read.tasks_of(&BTreeSet::new(), &matter).expect("a read")), ["matter's"], "each has one subject");
}

#[test]
fn a_report_reads_what_was_due_in_the_period_whatever_became_of_it() {
    let mut store = office();
    put(
        &mut store,
        &[
            task("before", "c1", "2026-09-01", "2026-09-30"),
            TaskRow {
                ended: Some((End::Waived, day("2026-10-02"))),
                ..task("first", "c1", "2026-09-01", "2026-10-01")
            },
            TaskRow { asked: false, ..task("last", "c1", "2026-09-01", "2026-12-31") },
            task("after", "c1", "2026-09-01", "2027-01-01"),
        ],
    );
    let due = store.read().tasks_due_between(day("2026-10-01"), day("2026-12-31")).expect("a read");
    assert_eq!(ids(due), ["first", "last"]);
}

#[test]
fn a_withdrawn_task_is_asked_for_again_under_the_same_identifier() {
    let mut store = office();
    put(&mut store, &[task("t1", "c1", "2026-10-01", "2026-10-05")]);
    write(&mut store, |tx| tx.withdraw_tasks(&[TaskId::from("t1")], "投诉已撤销"));
    assert_eq!(listed(&store, &today()), Vec::<String>::new());
    let kept = store.read().task(&"t1".into()).expect("a read").expect("withdrawn, not deleted");
    assert_eq!((kept.asked, kept.withdrawn_because.as_deref()), (false, Some("投诉已撤销")));
    put(&mut store, &[task("t1", "c1", "2026-10-01", "2026-10-05")]);
    assert_eq!(listed(&store, &today()), ["t1"]);
    assert_eq!(store.read().task(&"t1".into()).expect("a read").expect("the task").withdrawn_because, None);
}

#[test]
fn a_person_may_reopen_what_he_ended() {
    let mut store = office();
    put(&mut store, &[task("t1", "c1", "2026-10-01", "2026-10-05")]);
    write(&mut store, |tx| tx.set_task_end(&"t1".into(), Some((End::Lost, day("2026-10-02")))));
    write(&mut store, |tx| tx.set_task_end(&"t1".into(), None));
    assert_eq!(listed(&store, &today()), ["t1"]);
}

#[test]
fn nothing_can_be_done_to_a_task_that_does_not_exist() {
    let mut store = office();
    let id = TaskId::from("t9");
    assert_eq!(refuse(&mut store, |tx| tx.set_task_end(&id, None)).code(), "not_found");
    assert_eq!(refuse(&mut store, |tx| tx.set_task_overrides(&id, None, None)).code(), "not_found");
    assert_eq!(refuse(&mut store, |tx| tx.withdraw_tasks(std::slice::from_ref(&id), "")).code(), "not_found");
}
