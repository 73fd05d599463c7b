use crate::builders::*;
use huifang_core::domain::{Client, Contact};
use huifang_core::search::MatchedBy;
use huifang_store::{Page, Store};

fn office_of(names: &[&str]) -> Store {
    let mut store = office();
    write(&mut store, |tx| (1..).zip(names).try_for_each(|(n, name)| tx.put_client(&client(&format!("c{n}"), name))));
    store
}

fn with_phone(mut client: Client, phone: &str) -> Client {
    client.contacts.push(Contact { phones: vec![phone.to_owned()], ..Contact::default() });
    client
}

/// Names of those found, best rank first.
fn names(store: &Store, typed: &str, limit: usize) -> Vec<String> {
    let found = store.read().find_clients(typed, limit).expect("a search");
    found.hits.into_iter().map(|(client, _)| client.name).collect()
}

#[test]
fn the_list_finds_by_sound_and_by_mixed_input_too() {
    let store = office_of(&["翟伟芳", "张伟芳", "吕小明", "单雄信"]);
    for (typed, total) in
        [("zhaiwf", 1), ("wf", 2), ("翟wf", 1), ("lvxm", 1), ("luxm", 1), ("dxx", 1), ("sxx", 1), ("zwf", 2)]
    {
        let page = store.read().search_clients(typed, Page::first(10)).expect("a search");
        assert_eq!((page.total, page.clients.len()), (total, total as usize), "{typed}");
    }
}

#[test]
fn a_character_in_mixed_input_is_that_character() {
    let store = office_of(&["张伟芳", "章伟芳", "彰伟芳"]);
    assert_eq!(names(&store, "章wf", 9), ["章伟芳"]);
    assert_eq!(store.read().search_clients("章wf", Page::first(9)).expect("a search").total, 1);
}

#[test]
fn who_begins_so_comes_before_who_contains_it_and_who_is_called_so_first() {
    let store = office_of(&["李王", "王小明", "王"]);
    assert_eq!(names(&store, "王", 9), ["王", "王小明", "李王"]);
}

#[test]
fn who_is_read_so_commonly_comes_before_who_may_be_read_so() {
    let store = office_of(&["邓文平", "单文俊", "董文"]);
    assert_eq!(names(&store, "shanw", 9), ["单文俊", "邓文平"], "an old reading of 邓 is the same");
    assert_eq!(names(&store, "dw", 9)[..2], ["董文", "邓文平"], "who is called no more than that first");
    assert!(names(&store, "danw", 9).contains(&"单文俊".to_owned()));
}

#[test]
fn no_rank_takes_all_places_and_more_is_said() {
    let mut store = office();
    write(&mut store, |tx| {
        (10..30).try_for_each(|n| tx.put_client(&at_place(client(&format!("r{n}"), "住户"), &format!("{n}栋1501"))))?;
        (10..30)
            .try_for_each(|n| tx.put_client(&with_phone(client(&format!("p{n}"), "访客"), &format!("138{n}0001501"))))
    });
    let found = store.read().find_clients("1501", 8).expect("a search");
    let by: Vec<_> = found.hits.iter().map(|(_, found)| found.by).collect();
    assert_eq!(by.iter().filter(|by| **by == MatchedBy::Place).count(), 6, "rooms first, {by:?}");
    assert_eq!(by.iter().filter(|by| **by == MatchedBy::Phone).count(), 2, "telephones are not crowded out");
    assert!(found.has_more);
    assert!(!store.read().find_clients("281501", 8).expect("a search").has_more);
}

#[test]
fn a_client_met_in_several_ways_is_shown_once() {
    let store = office_of(&["花园物业花园店"]);
    assert_eq!(names(&store, "花园", 9).len(), 1);
    assert_eq!(names(&store, "hy", 9).len(), 1);
}

#[test]
fn a_matter_is_found_by_its_number() {
    let mut store = office_with_clients(1);
    let mut matter = complaint("m1", "c1");
    matter.no = Some("TS20260915-003".to_owned());
    write(&mut store, |tx| tx.put_matter(&matter));
    for typed in ["ts2026", "TS20260915003", "15003", "003"] {
        let found = store.read().find_matters(typed, 5).expect("a search").hits;
        assert_eq!(found.len(), 1, "{typed}");
        assert_eq!(found[0].0, matter, "with its participants and milestones");
    }
    assert!(store.read().find_clients("15003", 5).expect("a search").hits.is_empty(), "a matter is no client");
}

#[test]
fn nothing_typed_finds_nobody() {
    let store = office_with_clients(2);
    assert_eq!(names(&store, "  ", 9), Vec::<String>::new());
}
