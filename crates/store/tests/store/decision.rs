use crate::builders::*;
use huifang_core::domain::Act;

#[test]
fn every_act_comes_back_as_it_was_written() {
    let mut store = office_with_clients(1);
    let (task, client) = ("t1".into(), "c1".into());
    let acts = [
        Act::Reschedule { task, due: day("2026-10-20") },
        Act::Reassign { task: "t1".into(), to: "s2".into() },
        Act::Waive { task: "t1".into() },
        Act::GiveUp { task: "t1".into() },
        Act::Reopen { task: "t1".into() },
        Act::Pause { client, until: Some(day("2026-12-31")) },
        Act::Pause { client: "c1".into(), until: None },
        Act::DoNotContact { client: "c1".into() },
    ];
    for (n, act) in acts.into_iter().enumerate() {
        let mut written = decision(&format!("d{n}"), act);
        written.approver = Some("经理".into());
        write(&mut store, |tx| tx.put_decision(&written));
        assert_eq!(store.read().decision(&written.id).expect("a read"), Some(written));
    }
    assert_eq!(store.read().decisions_of_task(&"t1".into()).expect("a read").len(), 5);
    assert_eq!(store.read().decisions_of_client(&"c1".into()).expect("a read").len(), 3);
    assert_eq!(store.read().decisions_all().expect("a read").len(), 8);
}

#[test]
fn a_decision_taken_back_stays_visible() {
    let mut store = office_with_clients(1);
    write(&mut store, |tx| tx.put_decision(&decision("d1", Act::Waive { task: "t1".into() })));
    write(&mut store, |tx| tx.void_decision(&"d1".into(), true));
    assert!(store.read().decisions_of_task(&"t1".into()).expect("a read")[0].voided);
    assert_eq!(refuse(&mut store, |tx| tx.void_decision(&"d9".into(), true)).code(), "not_found");
}

#[test]
fn a_decision_about_a_client_who_does_not_exist_is_refused() {
    let mut store = office();
    let error = refuse(&mut store, |tx| tx.put_decision(&decision("d1", Act::DoNotContact { client: "c1".into() })));
    assert_eq!(error.code(), "conflict");
}
