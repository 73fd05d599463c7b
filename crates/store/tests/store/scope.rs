//! The worklist of a person, what of it a word finds, its counts, and problems that are not closed.

use crate::builders::*;
use huifang_core::calendar::Moment;
use huifang_core::domain::{Contact, Matter, Outcome};
use huifang_store::{End, Store, TabCounts, Worklist};

const TODAY: &str = "2026-10-10";

fn noon() -> Moment {
    Moment::at(day(TODAY), 720)
}

fn office_with_tasks() -> Store {
    let mut store = office();
    write(&mut store, |tx| {
        tx.put_client(&client("c1", "单雄信"))?;
        tx.put_client(&client("c2", "吕小明"))?;
        let mut matter = complaint("m1", "c2");
        matter.no = Some("TS0042".to_owned());
        tx.put_matter(&matter)?;
        let about =
            huifang_store::TaskRow { matter: Some("m1".into()), ..task("t3", "c2", "2026-10-01", "2026-10-11") };
        tx.upsert_tasks(&[
            task("t1", "c1", "2026-10-01", "2026-10-09"),
            task("t2", "c1", "2026-10-01", "2026-10-10"),
            about,
            task("t4", "c2", "2026-10-16", "2026-10-17"),
            task("t5", "c2", "2026-10-20", "2026-10-30"),
        ])
    });
    store
}

fn found(store: &Store, find: &str) -> Vec<String> {
    let about = store.read().about(find).expect("a search").expect("something was typed");
    let found = store.read().worklist_about(&Worklist::on(day(TODAY)), &about).expect("a list");
    found.into_iter().map(|row| row.id.0).collect()
}

#[test]
fn tabs_are_counted_as_they_list() {
    let store = office_with_tasks();
    let counts = store.read().tab_counts(noon()).expect("counts");
    assert_eq!(counts, TabCounts { all: 3, overdue: 1, today: 1, tomorrow: 1, week: 2, paused: 0 });
}

#[test]
fn a_word_narrows_the_list_to_whom_and_what_it_finds() {
    let store = office_with_tasks();
    assert_eq!(found(&store, "dxx"), ["t1", "t2"]);
    assert_eq!(found(&store, "sxx"), ["t1", "t2"]);
    assert_eq!(found(&store, "ts0042"), ["t3"]);
    assert_eq!(found(&store, "没有"), [""; 0]);
}

#[test]
fn whom_nobody_can_ring_is_known_and_who_lives_where() {
    let mut store = office_with_tasks();
    let listed = |store: &Store, about: huifang_store::About| {
        let found = store.read().worklist_about(&Worklist::on(day(TODAY)), &about).expect("a list");
        found.into_iter().map(|row| row.id.0).collect::<Vec<_>>()
    };
    let numberless = |store: &Store| listed(store, store.read().about_no_number().expect("clients"));
    let with = |id: &str, phone: &str, place: &str| {
        let mut client = at_place(client(id, "某"), place);
        client.contacts = vec![Contact { phones: vec![phone.to_owned()], ..Contact::default() }];
        client
    };
    write(&mut store, |tx| {
        tx.put_client(&with("c1", "13900001234", "3栋1单元0101"))?;
        tx.put_client(&with("c2", "8812", "31栋1单元0101"))
    });
    assert_eq!(numberless(&store), ["t3"], "an extension is no number");
    write(&mut store, |tx| tx.put_client(&with("c2", "05718812345", "31栋1单元0101")));
    assert_eq!(numberless(&store), [""; 0]);
    let at = |begins: &str| listed(&store, store.read().about_place(begins).expect("clients"));
    assert_eq!((at("3栋"), at("3").len(), at("4")), (vec!["t1".to_owned(), "t2".to_owned()], 3, vec![]));
}

#[test]
fn a_promised_call_back_is_found_while_its_task_is_open() {
    let mut store = office_with_tasks();
    let found = |store: &Store| {
        let rows = store.read().tasks_to_call_back(day("2026-09-01"), day(TODAY)).expect("a read");
        rows.into_iter().map(|row| row.id.0).collect::<Vec<_>>()
    };
    let promise = |id: &str, task: &str, again: &str| {
        let mut record = settling(call(id, "c1", "2026-10-08"), task);
        record.outcome = Outcome::CallBack;
        record.again_on = Some(day(again));
        record
    };
    write(&mut store, |tx| {
        tx.put_record(&promise("r1", "t1", "2026-10-10"))?;
        tx.put_record(&promise("r2", "t2", "2026-10-11"))
    });
    assert_eq!(found(&store), ["t1"], "tomorrow's is not due yet");
    write(&mut store, |tx| tx.set_task_end(&"t1".into(), Some((End::Done, day(TODAY)))));
    assert_eq!(found(&store), [""; 0]);
}

#[test]
fn problems_are_counted_while_they_are_not_closed_and_numbered_one_after_the_other() {
    let mut store = office_with_clients(1);
    let open = |store: &Store| store.read().open_problem_count().expect("a count");
    let mut problem = Matter::new("w1", "problem");
    problem.no = Some("WT260009".to_owned());
    problem.participants.push(huifang_core::domain::Participant::subject("c1".into()));
    problem.add_milestone("raised", day("2026-10-01").into(), None);
    write(&mut store, |tx| {
        tx.put_matter(&problem)?;
        tx.put_matter(&Matter { no: Some("WT2610000".to_owned()), ..Matter::new("w2", "problem") })?;
        tx.put_matter(&complaint("m1", "c1"))
    });
    assert_eq!(open(&store), 2);
    problem.add_milestone("closed", day("2026-10-05").into(), None);
    write(&mut store, |tx| tx.put_matter(&problem));
    assert_eq!(open(&store), 1);
    problem.milestones.retain(|milestone| milestone.kind != "closed");
    write(&mut store, |tx| tx.put_matter(&problem));
    assert_eq!(open(&store), 2, "a recheck that was struck out opens it again");
    let last = store.read().last_number_from("WT26").expect("a read");
    assert_eq!(last.as_deref(), Some("WT2610000"), "five digits come after four");
    let near = store.read().matters_of_kind_about("problem", Some(&"c1".into()), None).expect("a read");
    assert_eq!(near.into_iter().map(|m| m.id.0).collect::<Vec<_>>(), ["w1"]);
    write(&mut store, |tx| tx.delete_matter(&"w2".into()));
    assert_eq!(open(&store), 1);
}

#[test]
fn what_the_days_records_settled_is_counted() {
    let mut store = office_with_tasks();
    write(&mut store, |tx| {
        tx.put_record(&settling(settling(call("r1", "c1", TODAY), "t1"), "t2"))?;
        tx.put_record(&settling(call("r2", "c1", "2026-10-09"), "t1"))?;
        let mut tried = settling(call("r3", "c2", TODAY), "t3");
        tried.outcome = Outcome::NoAnswer;
        tx.put_record(&tried)?;
        tx.put_record(&settling(call("r4", "c2", TODAY), "t3"))?;
        tx.void_record(&"r4".into(), true)
    });
    assert_eq!(store.read().settled_on(day(TODAY)).expect("a count"), 2);
}
