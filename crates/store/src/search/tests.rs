//! The index against what it was made of: after every way of writing, and after an older file was opened.

use super::index::refresh;
use crate::{Op, Store, StoreError, Tx};
use huifang_core::domain::{Client, Contact, Matter};
use huifang_core::search::{WORDS_VERSION, client_words, matter_words};
use rusqlite::Connection;
use serde_json::json;
use std::collections::BTreeSet;

fn write(store: &mut Store, work: impl FnOnce(&mut Tx<'_>) -> Result<(), StoreError>) {
    let today = chrono::NaiveDate::from_ymd_opt(2026, 9, 30).expect("a day of the calendar");
    let op = Op { name: "write", at_ms: 1, today, by: None, pretended: false, detail: json!({}) };
    store.transact(op, work).expect("a valid write");
}

fn client(id: &str, name: &str, no: &str, phone: &str) -> Client {
    let contacts = vec![Contact { phones: vec![phone.to_owned()], ..Contact::default() }];
    Client { no: Some(no.to_owned()), contacts, ..Client::new(id, name) }
}

fn repair(id: &str, no: Option<&str>) -> Matter {
    let mut matter = Matter::new(id, "repair");
    matter.no = no.map(str::to_owned);
    matter
}

fn indexed(conn: &Connection) -> BTreeSet<(String, i64)> {
    let mut statement = conn.prepare("SELECT word, key FROM search_word").expect("the index");
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).expect("rows");
    rows.collect::<Result<_, _>>().expect("words")
}

/// What should be indexed, computed from what is in the office.
fn expected(store: &Store) -> BTreeSet<(String, i64)> {
    let conn = store.read().conn;
    let key_of = |table: &str, id: &str| -> i64 {
        conn.query_row(&format!("SELECT key FROM {table} WHERE id = ?1"), [id], |row| row.get(0)).expect("a key")
    };
    let mut words = BTreeSet::new();
    for client in store.read().clients_all().expect("all") {
        let key = key_of("client", client.id.as_str());
        words.extend(client_words(&client).into_iter().map(|word| (word, key)));
    }
    for matter in store.read().matters_all().expect("all") {
        let key = key_of("matter", matter.id.as_str());
        words.extend(matter_words(matter.no.as_deref()).into_iter().map(|word| (word, key)));
    }
    words
}

fn office() -> Store {
    let mut store = Store::in_memory().expect("an office in memory");
    write(&mut store, |tx| {
        tx.put_client(&client("c1", "单雄信", "TS1", "13800138000"))?;
        tx.put_client(&client("c2", "吕小明", "TS2", "13900139000"))?;
        tx.put_matter(&repair("m1", Some("WX-1001")))?;
        tx.put_matter(&repair("m2", None))
    });
    store
}

#[test]
fn every_write_leaves_exactly_the_words_of_what_is_there() {
    let mut store = office();
    assert_eq!(indexed(store.read().conn), expected(&store));
    write(&mut store, |tx| {
        tx.put_client(&client("c1", "单信", "TS9", "13800138001"))?;
        tx.put_matter(&repair("m1", Some("WX-2002")))?;
        tx.put_matter(&repair("m2", Some("WX-3003")))
    });
    assert_eq!(indexed(store.read().conn), expected(&store), "changed");
    write(&mut store, |tx| {
        tx.delete_client(&"c1".into())?;
        tx.delete_matter(&"m1".into())?;
        tx.put_matter(&repair("m2", None))
    });
    assert_eq!(indexed(store.read().conn), expected(&store), "taken out, as by an import undone");
    assert!(store.read().find_matters("2002", 5).expect("a search").hits.is_empty());
}

#[test]
fn a_walk_follows_the_index_and_sorts_nothing() {
    let store = office();
    let sql = format!("EXPLAIN QUERY PLAN {}", include_str!("walk.sql"));
    let mut statement = store.read().conn.prepare(&sql).expect("a plan");
    let plan: Vec<String> =
        statement.query_map(["a", "b"], |row| row.get(3)).expect("rows").collect::<Result<_, _>>().expect("texts");
    let plan = plan.join("; ");
    assert!(plan.contains("PRIMARY KEY") && !plan.contains("B-TREE"), "it costs what it finds: {plan}");
}

#[test]
fn a_file_of_another_version_is_indexed_anew_and_exactly() {
    let mut store = office();
    let exact = expected(&store);
    let conn = store.conn_for_tests();
    conn.execute_batch(
        "UPDATE search_version SET version = 0; DELETE FROM search_word WHERE key = 1;
                        INSERT INTO search_word (word, key) VALUES ('astale', 1)",
    )
    .expect("an index of an older program");
    refresh(conn).expect("indexed");
    assert_eq!(indexed(conn), exact);
    let version: i64 = conn.query_row("SELECT version FROM search_version", [], |row| row.get(0)).expect("one row");
    assert_eq!(version, WORDS_VERSION);
}

#[test]
fn a_file_of_this_version_is_left_alone() {
    let mut store = office();
    let conn = store.conn_for_tests();
    conn.execute_batch("INSERT INTO search_word (word, key) VALUES ('aleft', 1)").expect("a mark");
    refresh(conn).expect("nothing to do");
    assert!(indexed(conn).contains(&("aleft".to_owned(), 1)));
}
