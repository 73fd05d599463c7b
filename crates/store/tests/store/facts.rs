use crate::builders::*;
use huifang_core::domain::{Act, Facts, Matter};
use huifang_store::Store;
use std::collections::BTreeSet;

/// c1 complained (m1), out of which came a problem (p1) and out of that another (p2); c2 has an affair of his own.
fn two_affairs() -> Store {
    let mut store = office_with_clients(2);
    let problem = |id: &str, parent: &str| Matter { parent: Some(parent.into()), ..Matter::new(id, "problem") };
    write(&mut store, |tx| {
        tx.put_staff(&staff("s1", "赵敏"))?;
        tx.put_matter(&complaint("m1", "c1"))?;
        tx.put_matter(&problem("p1", "m1"))?;
        tx.put_matter(&problem("p2", "p1"))?;
        tx.put_matter(&complaint("m2", "c2"))?;
        tx.upsert_tasks(&[task("t1", "c1", "2026-09-30", "2026-10-10"), task("t2", "c2", "2026-09-30", "2026-10-10")])
    });
    store
}

fn facts_of(store: &Store, client: &str) -> Facts {
    store.read().facts_of(&BTreeSet::from([client.into()])).expect("a read")
}

fn ids<T>(items: &[T], id: impl Fn(&T) -> &str) -> Vec<String> {
    let mut ids: Vec<_> = items.iter().map(|item| id(item).to_owned()).collect();
    ids.sort();
    ids
}

#[test]
fn the_facts_of_everybody_are_all_there_is() {
    let mut store = two_affairs();
    write(&mut store, |tx| {
        tx.put_record(&call("r1", "c1", "2026-10-02"))?;
        tx.put_decision(&decision("d1", Act::Waive { task: "t1".into() }))
    });
    let facts = store.read().facts_all().expect("a read");
    assert_eq!((facts.staff.len(), facts.clients.len(), facts.matters.len()), (1, 2, 4));
    assert_eq!((facts.records.len(), facts.decisions.len()), (1, 1));
}

#[test]
fn the_facts_of_a_client_reach_the_problems_of_his_matters_and_nobody_elses() {
    let store = two_affairs();
    let facts = facts_of(&store, "c1");
    assert_eq!(ids(&facts.clients, |c| c.id.as_str()), ["c1"]);
    assert_eq!(ids(&facts.matters, |m| m.id.as_str()), ["m1", "p1", "p2"]);
    assert_eq!(facts.staff.len(), 1, "who is responsible is looked up among all staff");
    assert_eq!(ids(&facts_of(&store, "c2").matters, |m| m.id.as_str()), ["m2"]);
}

#[test]
fn the_facts_of_a_client_reach_the_matter_out_of_which_his_came() {
    let mut store = two_affairs();
    let mut recheck = complaint("m3", "c2");
    recheck.parent = Some("p1".into());
    write(&mut store, |tx| tx.put_matter(&recheck));
    assert_eq!(ids(&facts_of(&store, "c2").matters, |m| m.id.as_str()), ["m1", "m2", "m3", "p1"]);
}

#[test]
fn the_facts_of_a_client_hold_the_records_about_him_his_matters_and_his_tasks() {
    let mut store = two_affairs();
    let mut about_problem = call("r2", "c2", "2026-10-02");
    about_problem.client = None;
    about_problem.matter = Some("p2".into());
    write(&mut store, |tx| {
        tx.put_record(&call("r1", "c1", "2026-10-02"))?;
        tx.put_record(&about_problem)?;
        tx.put_record(&settling(call("r3", "c2", "2026-10-02"), "t1"))?;
        tx.put_record(&call("r4", "c2", "2026-10-02"))
    });
    let records = facts_of(&store, "c1").records;
    assert_eq!(ids(&records, |r| r.id.as_str()), ["r1", "r2", "r3"], "one call to a household settles a task of each");
    let household = records.iter().find(|record| record.id.as_str() == "r3").expect("it is there");
    assert_eq!(household.settles.len(), 1);
}

#[test]
fn the_facts_of_a_client_hold_the_decisions_about_him_and_his_tasks() {
    let mut store = two_affairs();
    let of_matter = huifang_store::TaskRow {
        client: None,
        matter: Some("p1".into()),
        subject: huifang_core::domain::Subject::Matter("p1".into()),
        ..task("t3", "c1", "2026-09-30", "2026-10-10")
    };
    write(&mut store, |tx| {
        tx.upsert_tasks(&[of_matter])?;
        tx.put_decision(&decision("d1", Act::Waive { task: "t1".into() }))?;
        tx.put_decision(&decision("d2", Act::Waive { task: "t2".into() }))?;
        tx.put_decision(&decision("d3", Act::Waive { task: "t3".into() }))?;
        tx.put_decision(&decision("d4", Act::DoNotContact { client: "c1".into() }))
    });
    assert_eq!(ids(&facts_of(&store, "c1").decisions, |d| d.id.as_str()), ["d1", "d3", "d4"]);
}

#[test]
fn the_facts_of_nobody_are_the_staff() {
    let facts = two_affairs().read().facts_of(&BTreeSet::new()).expect("a read");
    assert_eq!((facts.staff.len(), facts.clients.len(), facts.matters.len(), facts.records.len()), (1, 0, 0, 0));
}
