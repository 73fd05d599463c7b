//! What the team's worklist keeps: absences, rounds that were printed, views that were saved.

use crate::builders::*;
use chrono::Weekday;
use huifang_core::domain::Absence;
use huifang_store::{RoundRow, RoundVisit, SavedViewRow};
use serde_json::json;

fn leave(id: &str, from: &str) -> Absence {
    Absence {
        id: id.into(),
        staff: "s1".into(),
        from: day(from),
        to: None,
        weekdays: vec![Weekday::Sat, Weekday::Sun],
        substitute: Some("s2".into()),
        reason: "轮休".to_owned(),
        by: Some("s1".into()),
        voided: false,
        at_ms: 7,
    }
}

#[test]
fn an_absence_comes_back_as_it_was_written_and_taken_back_it_stays_visible() {
    let mut store = office();
    write(&mut store, |tx| tx.add_absence(&leave("a2", "2026-10-10")));
    write(&mut store, |tx| tx.add_absence(&leave("a1", "2026-10-01")));
    write(&mut store, |tx| tx.void_absence(&"a2".into(), true));
    let voided = Absence { voided: true, ..leave("a2", "2026-10-10") };
    assert_eq!(store.read().absences_all().expect("a read"), [leave("a1", "2026-10-01"), voided.clone()]);
    assert_eq!(store.read().absence(&"a2".into()).expect("a read"), Some(voided));
    assert_eq!(store.read().facts_all().expect("a read").absences.len(), 2, "the engine's facts have them");
    assert_eq!(refuse(&mut store, |tx| tx.void_absence(&"a9".into(), true)).code(), "not_found");
    assert_eq!(refuse(&mut store, |tx| tx.add_absence(&leave("a1", "2026-10-01"))).code(), "conflict");
}

fn round(id: &str, at_ms: i64) -> RoundRow {
    RoundRow {
        id: id.to_owned(),
        person: "王芳".to_owned(),
        staff: Some("s1".into()),
        printed_on: day("2026-10-09"),
        on: Some(day("2026-10-10")),
        visits: vec![
            RoundVisit { client: Some("c2".into()), tasks: vec!["t9".into(), "t1".into()] },
            RoundVisit { client: None, tasks: vec!["t2".into()] },
        ],
        at_ms,
    }
}

#[test]
fn rounds_keep_the_order_of_their_rows_and_come_newest_first() {
    let mut store = office();
    for n in 1..=3 {
        write(&mut store, |tx| tx.add_round(&round(&format!("r{n}"), n)));
    }
    assert_eq!(store.read().rounds(2).expect("a read"), [round("r3", 3), round("r2", 2)]);
    assert_eq!(store.read().round("r1").expect("a read"), Some(round("r1", 1)));
    assert_eq!(store.read().round("r9").expect("a read"), None);
}

#[test]
fn each_person_has_his_own_views_in_his_order() {
    let mut store = office();
    let view = |id: &str, staff: &str, position| SavedViewRow {
        id: id.to_owned(),
        staff: staff.to_owned(),
        name: format!("视图{id}"),
        filter: json!({ "all": true }),
        position,
    };
    for (id, staff, position) in [("v1", "s1", 1), ("v2", "s1", 0), ("v3", "s2", 0)] {
        write(&mut store, |tx| tx.put_saved_view(&view(id, staff, position)));
    }
    assert_eq!(store.read().saved_views("s1").expect("a read"), [view("v2", "s1", 0), view("v1", "s1", 1)]);
    let renamed = SavedViewRow { name: "三号楼".to_owned(), ..view("v2", "s1", 2) };
    write(&mut store, |tx| tx.put_saved_view(&renamed));
    write(&mut store, |tx| tx.delete_saved_view("v1"));
    assert_eq!(store.read().saved_views("s1").expect("a read"), [renamed]);
    assert_eq!(refuse(&mut store, |tx| tx.delete_saved_view("v1")).code(), "not_found");
}

#[test]
fn an_operation_of_the_audit_is_found_by_its_number() {
    let mut store = office();
    write(&mut store, |tx| tx.put_staff(&staff("s1", "赵敏")));
    let (seq, hash) = store.read().audit_head().expect("a read");
    let row = store.read().audit_row(seq).expect("a read").expect("the last row");
    assert_eq!((row.seq, row.hash), (seq, hash));
    assert_eq!(store.read().audit_row(seq + 1).expect("a read"), None);
}
