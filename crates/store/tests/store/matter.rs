use crate::builders::*;
use huifang_core::calendar::Moment;
use huifang_core::domain::{FieldValue, Matter, MatterId, Participant};
use huifang_store::{Board, Page, StruckMatter};
use std::collections::BTreeSet;

fn full_matter() -> Matter {
    let mut full = complaint("m2", "c1");
    full.no = Some("TS260017".to_owned());
    full.department = Some("工程部".to_owned());
    full.severity = Some("important".to_owned());
    full.handler = Some("张工".into());
    full.parent = Some("m1".into());
    full.participants.push(Participant { client: "c2".into(), role: "complainant".to_owned() });
    full.add_milestone("handled", Moment::at(day("2026-10-09"), 570), Some(day("2026-10-10")));
    full.fields.insert("reply_only".to_owned(), FieldValue::Bool(true));
    full
}

#[test]
fn a_matter_comes_back_with_its_participants_and_milestones_in_order() {
    let mut store = office_with_clients(2);
    write(&mut store, |tx| {
        tx.put_matter(&full_matter())?;
        tx.put_matter(&complaint("m1", "c1"))
    });
    let found = store.read().matter(&"m2".into()).expect("a read");
    assert_eq!(found, Some(full_matter()), "and the parent may be written after the child");
}

#[test]
fn writing_a_matter_again_replaces_its_milestones() {
    let mut store = office_with_clients(1);
    write(&mut store, |tx| tx.put_matter(&complaint("m1", "c1")));
    let mut corrected = complaint("m1", "c1");
    corrected.milestones[0].on = day("2026-10-08").into();
    corrected.participants.clear();
    write(&mut store, |tx| tx.put_matter(&corrected));
    assert_eq!(store.read().matters_all().expect("a read"), [corrected]);
}

#[test]
fn two_matters_cannot_have_a_milestone_of_the_same_identifier() {
    let mut store = office_with_clients(1);
    let mut second = complaint("m2", "c1");
    second.milestones[0].id = "m1/handled/1".into();
    write(&mut store, |tx| tx.put_matter(&complaint("m1", "c1")));
    let error = refuse(&mut store, |tx| tx.put_matter(&second));
    assert_eq!(error.code(), "conflict", "a milestone is the anchor of tasks: two would make one task of two");
}

#[test]
fn a_participant_who_does_not_exist_is_refused_when_the_operation_ends() {
    let mut store = office();
    assert_eq!(refuse(&mut store, |tx| tx.put_matter(&complaint("m1", "nobody"))).code(), "conflict");
    write(&mut store, |tx| {
        tx.put_matter(&complaint("m1", "c1"))?;
        tx.put_client(&client("c1", "王秀英"))
    });
    assert_eq!(store.read().matters_all().expect("a read").len(), 1, "within an operation the order does not matter");
}

#[test]
fn the_matters_of_a_client_are_those_in_which_he_takes_part() {
    let mut store = office_with_clients(2);
    write(&mut store, |tx| {
        tx.put_matter(&complaint("m1", "c1"))?;
        tx.put_matter(&complaint("m2", "c2"))
    });
    let ids: Vec<_> =
        store.read().matters_of_client(&"c1".into()).expect("a read").into_iter().map(|m| m.id.0).collect();
    assert_eq!(ids, ["m1"]);
    let both = BTreeSet::from([MatterId::from("m1"), MatterId::from("m2")]);
    assert_eq!(store.read().matters(&both).expect("a read").len(), 2);
}

#[test]
fn a_matter_with_a_record_or_a_problem_cannot_be_deleted() {
    let mut store = office_with_clients(1);
    let mut problem = Matter::new("p1", "problem");
    problem.parent = Some("m1".into());
    let mut about = call("r1", "c1", "2026-09-30");
    about.matter = Some("m2".into());
    write(&mut store, |tx| {
        tx.put_matter(&complaint("m1", "c1"))?;
        tx.put_matter(&complaint("m2", "c1"))?;
        tx.put_matter(&problem)?;
        tx.put_record(&about)
    });
    assert_eq!(refuse(&mut store, |tx| tx.delete_matter(&"m1".into())).code(), "conflict", "its problem is open");
    assert_eq!(refuse(&mut store, |tx| tx.delete_matter(&"m2".into())).code(), "conflict", "a record is about it");
    write(&mut store, |tx| tx.delete_matter(&"p1".into()));
    write(&mut store, |tx| tx.delete_matter(&"m1".into()));
    assert_eq!(store.read().matters_all().expect("a read").len(), 1);
    assert_eq!(refuse(&mut store, |tx| tx.delete_matter(&"m1".into())).code(), "not_found");
}

#[test]
fn matters_are_found_by_kind() {
    let mut store = office_with_clients(1);
    write(&mut store, |tx| {
        tx.put_matter(&complaint("m1", "c1"))?;
        tx.put_matter(&Matter::new("m2", "repair"))
    });
    let repairs = store.read().matters_of_kind("repair").expect("a read");
    assert_eq!(repairs, [Matter::new("m2", "repair")]);
    assert_eq!(store.read().matters_of_kind("purchase").expect("a read"), []);
}

#[test]
fn corrected_fields_of_a_matter_stay_marked_when_an_import_writes_it_again() {
    let mut store = office_with_clients(1);
    let held = BTreeSet::from(["severity".to_owned()]);
    write(&mut store, |tx| {
        tx.put_matter(&complaint("m1", "c1"))?;
        tx.put_matter(&complaint("m2", "c1"))
    });
    write(&mut store, |tx| tx.hold_matter_fields(&"m1".into(), &held));
    write(&mut store, |tx| tx.put_matter(&complaint("m1", "c1")));
    assert_eq!(store.read().held_fields_of_matter(&"m1".into()).expect("a read"), held);
    assert_eq!(
        store.read().held_fields_of_matters().expect("a read"),
        [("m1".into(), held)],
        "only those that have any"
    );
    let nobody = refuse(&mut store, |tx| tx.hold_matter_fields(&"m9".into(), &BTreeSet::new()));
    assert_eq!(nobody.code(), "not_found");
}

#[test]
fn a_board_counts_by_stage_and_pages_what_moved_last_first() {
    let mut store = office_with_clients(1);
    let matter = |n: u32, handled: Option<&str>| {
        let mut matter = Matter::new(format!("m{n}"), "complaint");
        matter.add_milestone("received", day("2026-09-01").into(), None);
        handled.map(|on| matter.add_milestone("handled", day(on).into(), None));
        matter
    };
    write(&mut store, |tx| {
        tx.put_matter(&matter(1, None))?;
        tx.put_matter(&matter(2, Some("2026-09-20")))?;
        tx.put_matter(&matter(3, Some("2026-09-28")))
    });
    let board = Board { kind: "complaint".to_owned(), ..Board::default() };
    let read = store.read();
    assert_eq!(read.matter_counts(&board).expect("counts"), [("handled".to_owned(), 2), ("received".to_owned(), 1)]);
    let ids = |stage, page| {
        let found = read.matter_board(&board, stage, page).expect("a page");
        found.into_iter().map(|id| id.0).collect::<Vec<_>>()
    };
    assert_eq!(ids(Some("handled"), Page::first(9)), ["m3", "m2"]);
    assert_eq!(ids(None, Page { offset: 1, limit: 9 }), ["m2", "m1"]);
}

#[test]
fn the_greatest_number_is_found_whatever_its_length() {
    let mut store = office_with_clients(1);
    write(&mut store, |tx| {
        for (n, no) in ["TS260009", "TS260010", "TS26-3", "TS2600099", "TS270001", "ts26"].into_iter().enumerate() {
            let mut matter = Matter::new(format!("m{n}"), "complaint");
            matter.no = Some(no.to_owned());
            tx.put_matter(&matter)?;
        }
        Ok::<(), huifang_store::StoreError>(())
    });
    let last = |start: &str| store.read().last_number_from(start).expect("a read");
    assert_eq!(last("TS26").as_deref(), Some("TS2600099"));
    assert_eq!(last("TS25"), None);
}

#[test]
fn a_struck_out_matter_is_read_only_by_who_asks_for_it() {
    let mut store = office_with_clients(1);
    let struck =
        StruckMatter { id: "m1".into(), on: day("2026-09-30"), by: Some("s1".into()), reason: "重复".to_owned() };
    write(&mut store, |tx| tx.put_matter(&complaint("m1", "c1")));
    write(&mut store, |tx| tx.strike_matter(&struck, 5));
    assert_eq!(store.read().matters_all().expect("a read"), []);
    assert_eq!(store.read().matter(&"m1".into()).expect("a read"), None);
    assert_eq!(store.read().matters_of_kind("complaint").expect("a read"), []);
    assert_eq!(store.read().matter_ever(&"m1".into()).expect("a read"), Some(complaint("m1", "c1")));
    assert_eq!(store.read().struck_matters(day("2026-09-30"), 9).expect("a read"), [struck]);
    write(&mut store, |tx| tx.put_matter(&complaint("m1", "c1")));
    assert_eq!(store.read().matters_all().expect("a read"), [], "writing it again does not bring it back");
    write(&mut store, |tx| tx.restore_matter(&"m1".into()));
    assert_eq!(store.read().matters_all().expect("a read"), [complaint("m1", "c1")]);
}
