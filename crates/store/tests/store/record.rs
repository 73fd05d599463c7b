use crate::builders::*;
use huifang_core::domain::{FieldValue, Outcome, Record, Settlement, Settles};

fn full_record() -> Record {
    let mut full = settling(call("r1", "c1", "2026-10-02"), "t1");
    full.matter = Some("m1".into());
    full.outcome = Outcome::CallBack;
    full.recorder = Some("s2".into());
    full.again_on = Some(day("2026-10-08"));
    full.again_minute = Some(15 * 60 + 30);
    full.phone = Some("13800000001".to_owned());
    full.moved_from = Some("r0".into());
    full.settles.push(Settlement {
        form: Some("satisfaction".to_owned()),
        answers: [("score".to_owned(), FieldValue::Number(4.0))].into(),
        satisfied: Some(false),
        ..Settlement::task("t2".into())
    });
    full
}

#[test]
fn a_record_comes_back_with_what_it_settles_in_order() {
    let mut store = office_with_clients(1);
    write(&mut store, |tx| {
        tx.put_matter(&complaint("m1", "c1"))?;
        tx.put_record(&full_record())
    });
    assert_eq!(store.read().record(&"r1".into()).expect("a read"), Some(full_record()));
    assert_eq!(store.read().records_all().expect("a read"), [full_record()], "both ways of reading agree");
    assert_eq!(store.read().records_moved_from(&"r0".into()).expect("a read"), [full_record()]);
}

#[test]
fn records_are_found_by_client_matter_task_and_day() {
    let mut store = office_with_clients(2);
    write(&mut store, |tx| {
        tx.put_matter(&complaint("m1", "c1"))?;
        tx.put_record(&full_record())?;
        tx.put_record(&call("r2", "c1", "2026-10-05"))?;
        tx.put_record(&call("r3", "c2", "2026-10-05"))
    });
    let read = store.read();
    let ids = |records: Vec<Record>| records.into_iter().map(|record| record.id.0).collect::<Vec<_>>();
    assert_eq!(ids(read.records_of_client(&"c1".into()).expect("a read")), ["r2", "r1"], "newest first");
    assert_eq!(ids(read.records_of_matter(&"m1".into()).expect("a read")), ["r1"]);
    assert_eq!(ids(read.records_of_task(&"t2".into()).expect("a read")), ["r1"]);
    let days = read.records_between(day("2026-10-03"), day("2026-10-05")).expect("a read");
    assert_eq!(days.len(), 2, "the last day belongs to the period");
}

#[test]
fn a_settlement_that_names_a_rule_is_refused() {
    let mut store = office_with_clients(1);
    let mut record = call("r1", "c1", "2026-10-02");
    record
        .settles
        .push(Settlement { task: Settles::Rule { rule: "complaint".to_owned() }, ..Settlement::task("".into()) });
    let error = refuse(&mut store, |tx| tx.put_record(&record));
    assert_eq!(error.code(), "conflict", "which task a rule means depends on the day on which one asks");
    assert_eq!(store.read().record(&"r1".into()).expect("a read"), None, "nothing of it was written");
}

#[test]
fn a_voided_record_stays_visible_and_can_be_restored() {
    let mut store = office_with_clients(1);
    write(&mut store, |tx| tx.put_record(&call("r1", "c1", "2026-10-02")));
    write(&mut store, |tx| tx.void_record(&"r1".into(), true));
    assert!(store.read().records_of_client(&"c1".into()).expect("a read")[0].voided);
    write(&mut store, |tx| tx.void_record(&"r1".into(), false));
    assert!(!store.read().records_all().expect("a read")[0].voided);
    assert_eq!(refuse(&mut store, |tx| tx.void_record(&"r9".into(), true)).code(), "not_found");
}

#[test]
fn an_imported_record_can_be_taken_out_with_its_settlements() {
    let mut store = office_with_clients(1);
    write(&mut store, |tx| tx.put_record(&settling(call("r1", "c1", "2026-10-02"), "t1")));
    write(&mut store, |tx| tx.delete_record(&"r1".into()));
    assert_eq!(store.read().records_of_task(&"t1".into()).expect("a read"), []);
    assert_eq!(refuse(&mut store, |tx| tx.delete_record(&"r1".into())).code(), "not_found");
}
