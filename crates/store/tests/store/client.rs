use crate::builders::*;
use huifang_core::domain::{ClassSpan, Client, ClientId, Contact, FieldValue, Sex};
use huifang_store::{Page, Store, StoreError};
use std::collections::BTreeSet;

/// Identifiers of the clients that a search finds.
fn found(store: &Store, text: &str) -> Vec<String> {
    let page = store.read().search_clients(text, Page::first(10)).expect("a search");
    assert_eq!(page.total as usize, page.clients.len(), "all fit on the page");
    page.clients.into_iter().map(|client| client.id.0).collect()
}

fn full_client() -> Client {
    let mut full = at_place(client("c1", "王秀英"), "9栋1单元1501");
    full.no = Some("TS260017".to_owned());
    full.id_number = Some("11010119490101002X".to_owned());
    full.sex = Some(Sex::Female);
    full.born = Some(day("1949-01-01"));
    full.contacts = vec![
        Contact { phones: vec!["13800138000".to_owned()], ..Contact::default() },
        Contact { relation: Some("女儿".to_owned()), phones: vec!["01088886666".to_owned()], ..Contact::default() },
    ];
    full.since = Some(day("2026-01-05"));
    full.assignee = Some("s1".into());
    full.classes = vec![ClassSpan { class: "A1".to_owned(), from: Some(day("2026-01-05")), to: None }];
    full.fields.insert("town".to_owned(), FieldValue::from("东关镇"));
    full.fields.insert("floor".to_owned(), FieldValue::Number(15.0));
    full
}

#[test]
fn a_client_comes_back_as_it_was_written() {
    let mut store = office();
    let full = full_client();
    write(&mut store, |tx| tx.put_client(&full));
    assert_eq!(store.read().client(&full.id).expect("a read"), Some(full), "no field may get lost on the way");
}

#[test]
fn an_unknown_client_is_none_and_left_out_of_a_list() {
    let store = office_with_clients(1);
    assert_eq!(store.read().client(&"c9".into()).expect("a read"), None);
    let ids = BTreeSet::from([ClientId::from("c1"), ClientId::from("c9")]);
    assert_eq!(store.read().clients(&ids).expect("a read").len(), 1);
}

#[test]
fn writing_a_client_again_replaces_it() {
    let mut store = office();
    write(&mut store, |tx| tx.put_client(&full_client()));
    let bare = client("c1", "王秀英");
    write(&mut store, |tx| tx.put_client(&bare));
    assert_eq!(store.read().clients_all().expect("a read"), vec![bare], "the same identifier is the same client");
    assert_eq!(found(&store, "8000"), Vec::<String>::new(), "a number that is gone is no longer found");
}

#[test]
fn a_client_is_found_by_name_number_place_and_the_end_of_a_phone() {
    let mut store = office();
    write(&mut store, |tx| {
        tx.put_client(&full_client())?;
        tx.put_client(&client("c2", "李建国"))
    });
    let texts = [
        "秀",
        "王秀英",
        " 秀英 ",
        "TS2600",
        "ts260017",
        "0017",
        "2600",
        "1单元15",
        "单元",
        "8000",
        "13800138000",
        "6666",
    ];
    for text in texts {
        assert_eq!(found(&store, text), ["c1"], "search for {text}");
    }
    assert_eq!(
        found(&store, "1380013"),
        Vec::<String>::new(),
        "people read out the end of a number, not its beginning"
    );
    assert_eq!(found(&store, "没有").len(), 0);
}

#[test]
fn a_client_found_in_several_ways_is_listed_once() {
    let mut store = office();
    write(&mut store, |tx| tx.put_client(&at_place(client("c1", "花园物业花园店"), "花园路1号")));
    assert_eq!(found(&store, "花园"), ["c1"]);
}

#[test]
fn a_long_text_finds_what_contains_its_beginning() {
    let mut store = office();
    let name = "一二三四五六七八九十一二三四五六七八九十有限公司";
    write(&mut store, |tx| tx.put_client(&client("c1", name)));
    assert_eq!(found(&store, name), ["c1"]);
}

#[test]
fn the_characters_of_a_search_pattern_are_ordinary_ones() {
    let mut store = office();
    write(&mut store, |tx| {
        tx.put_client(&client("c1", "100%达标店"))?;
        tx.put_client(&client("c2", "1000强店"))
    });
    assert_eq!(found(&store, "100%"), ["c1"]);
    assert_eq!(found(&store, "_").len(), 0, "an underscore stands for itself");
}

#[test]
fn an_empty_search_lists_everybody_by_name_page_by_page() {
    let store = office_with_clients(5);
    let page = store.read().search_clients("", Page { offset: 3, limit: 2 }).expect("a search");
    let names: Vec<_> = page.clients.iter().map(|client| client.name.as_str()).collect();
    assert_eq!((page.total, names), (5, vec!["客户4", "客户5"]));
}

#[test]
fn a_client_who_is_new_has_a_tenure_without_a_first_day() {
    let mut store = office();
    write(&mut store, |tx| tx.put_client(&at_place(client("c1", "王秀英"), "3栋101")));
    let tenures = store.read().tenures_of_client(&"c1".into()).expect("a read");
    assert_eq!(tenures.len(), 1);
    assert_eq!((tenures[0].from, tenures[0].to), (None, None), "since when he lives there, nobody said");
}

#[test]
fn a_client_who_moves_leaves_the_place_on_that_day() {
    let mut store = office();
    write(&mut store, |tx| tx.put_client(&at_place(client("c1", "王秀英"), "3栋101")));
    let moved = at_place(client("c1", "王秀英"), "5栋202");
    store.transact(op_on("move", "2026-10-08"), |tx| tx.put_client(&moved)).expect("a move");
    store.transact(op_on("again", "2026-10-09"), |tx| tx.put_client(&moved)).expect("no move");
    let left = &store.read().tenures_of_place("3栋101").expect("a read")[0];
    let came = &store.read().tenures_of_place("5栋202").expect("a read")[0];
    assert_eq!(left.to, Some(day("2026-10-08")));
    assert_eq!((came.from, came.to), (Some(day("2026-10-08")), None), "writing him again is no second move");
}

#[test]
fn the_buyer_of_a_place_is_not_its_seller() {
    let mut store = office();
    write(&mut store, |tx| tx.put_client(&at_place(client("seller", "王秀英"), "3栋101")));
    write(&mut store, |tx| {
        tx.put_client(&client("seller", "王秀英"))?;
        tx.put_client(&at_place(client("buyer", "李建国"), "3栋101"))
    });
    let tenures = store.read().tenures_of_place("3栋101").expect("a read");
    let open: Vec<_> = tenures.iter().filter(|tenure| tenure.to.is_none()).map(|t| t.client.as_str()).collect();
    assert_eq!(open, ["buyer"], "old complaints do not follow the buyer");
    assert_eq!(tenures.len(), 2, "who had it before is still known");
}

#[test]
fn corrected_fields_stay_marked_when_an_import_writes_the_client_again() {
    let mut store = office_with_clients(2);
    let held = BTreeSet::from(["name".to_owned(), "town".to_owned()]);
    write(&mut store, |tx| tx.hold_fields(&"c1".into(), &held));
    write(&mut store, |tx| tx.put_client(&client("c1", "王秀英")));
    assert_eq!(store.read().held_fields(&"c1".into()).expect("a read"), held);
    let both = BTreeSet::from([ClientId::from("c1"), ClientId::from("c2")]);
    let of_both = store.read().held_fields_of(&both).expect("a read");
    assert_eq!(of_both.into_iter().collect::<Vec<_>>(), [("c1".into(), held)], "only those that have any");
}

#[test]
fn holding_a_field_of_nobody_is_not_found() {
    let mut store = office();
    let error = refuse(&mut store, |tx| tx.hold_fields(&"c1".into(), &BTreeSet::new()));
    assert_eq!(error.code(), "not_found");
}

#[test]
fn a_client_without_history_can_be_deleted_with_all_that_follows_from_it() {
    let mut store = office();
    write(&mut store, |tx| tx.put_client(&full_client()));
    write(&mut store, |tx| tx.delete_client(&"c1".into()));
    assert_eq!(store.read().client_count().expect("a read"), 0);
    assert_eq!(store.read().tenures_of_place("9栋1单元1501").expect("a read"), []);
    assert_eq!(found(&store, "王秀英"), Vec::<String>::new());
    assert_eq!(refuse(&mut store, |tx| tx.delete_client(&"c1".into())).code(), "not_found");
}

#[test]
fn a_client_with_a_matter_a_record_or_a_decision_cannot_be_deleted() {
    use huifang_core::domain::Act;
    let mut store = office_with_clients(3);
    write(&mut store, |tx| {
        tx.put_matter(&complaint("m1", "c1"))?;
        tx.put_record(&call("r1", "c2", "2026-09-30"))?;
        tx.put_decision(&decision("d1", Act::DoNotContact { client: "c3".into() }))
    });
    for id in ["c1", "c2", "c3"] {
        let error = refuse(&mut store, |tx| tx.delete_client(&id.into()));
        let StoreError::Conflict { clash, .. } = &error else { panic!("a typed conflict, not {error}") };
        assert_eq!(clash.code(), "in_use", "{id} has a history");
    }
}

#[test]
fn many_clients_are_written_in_one_operation() {
    let store = office_with_clients(2_000);
    assert_eq!(store.read().client_count().expect("a read"), 2_000);
    assert_eq!(store.read().client_ids().expect("a read").len(), 2_000);
    assert_eq!(store.verify_audit().expect("a whole chain").seq, 1, "however much it writes, it is one operation");
}
