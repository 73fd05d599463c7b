use crate::builders::*;
use huifang_store::{AuditError, Noun, Op, Store};
use rusqlite::Connection;
use serde_json::json;
use std::path::PathBuf;
use tempfile::TempDir;

/// An office of three operations, closed.
fn closed_office() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = Store::create(folder.path(), None).expect("an office");
    for n in 1..=3 {
        write(&mut store, |tx| tx.put_client(&client(&format!("c{n}"), "王秀英")));
    }
    let path = store.path().expect("a file").to_owned();
    (folder, path)
}

/// Somebody who has the file does what the program does not.
fn tamper(path: &PathBuf, sql: &str) {
    let conn = Connection::open(path).expect("the file");
    conn.execute_batch(sql).unwrap_or_else(|error| panic!("{sql}: {error}"));
}

fn verdict(path: &PathBuf) -> Result<i64, (i64, &'static str)> {
    match Store::open(path, None).expect("an office").verify_audit() {
        Ok(head) => Ok(head.seq),
        Err(AuditError::Broken { seq, found }) => Err((seq, found)),
        Err(AuditError::Store(error)) => panic!("the chain can be read: {error}"),
    }
}

const UNLOCKED: &str = "DROP TRIGGER audit_is_not_updated; DROP TRIGGER audit_is_not_deleted;
    DROP TRIGGER audit_content_is_only_blanked; DROP TRIGGER audit_content_is_not_deleted;";

#[test]
fn each_operation_writes_one_row_that_says_who_did_what_when() {
    let mut store = office();
    let op = Op { pretended: true, detail: json!({ "client": "c1" }), ..op("put_client") };
    store.transact(op, |tx| tx.put_client(&client("c1", "王秀英"))).expect("a write");
    let rows = store.read().audit_tail(9).expect("a read");
    assert_eq!(rows.len(), 1, "one operation, one row");
    let row = &rows[0];
    assert_eq!((row.seq, row.op.as_str(), row.by.as_deref()), (1, "put_client", Some("s1")));
    assert_eq!(row.at_ms, 1_790_000_000_000);
    assert!(row.pretended, "what is written under a clock set by hand is marked");
    assert_eq!(row.detail, Some(json!({ "client": "c1" })));
    assert_eq!(row.changed, [Noun::Client].into());
}

#[test]
fn the_head_moves_with_each_operation() {
    let mut store = office();
    let before = store.verify_audit().expect("an empty chain is whole");
    write(&mut store, |tx| tx.put_setting("a", &json!(1)));
    let after = store.verify_audit().expect("a whole chain");
    assert_eq!((before.seq, after.seq), (0, 1));
    assert_ne!(before.hash, after.hash);
    assert_eq!(store.read().audit_head().expect("a read"), (1, after.hash), "what is printed is what is verified");
}

#[test]
fn the_same_operation_on_two_offices_gives_two_hashes() {
    let hash_of = |mut store: Store| {
        write(&mut store, |tx| tx.put_setting("a", &json!(1)));
        store.verify_audit().expect("a whole chain").hash
    };
    assert_ne!(hash_of(office()), hash_of(office()), "a salt keeps anybody from guessing what was blanked");
}

#[test]
fn the_audit_refuses_to_be_changed() {
    let (_folder, path) = closed_office();
    let conn = Connection::open(&path).expect("the file");
    for sql in [
        "UPDATE audit SET op = 'x' WHERE seq = 1",
        "DELETE FROM audit WHERE seq = 3",
        "UPDATE audit_content SET detail = '{}' WHERE seq = 1",
        "DELETE FROM audit_content WHERE seq = 3",
    ] {
        assert!(conn.execute(sql, []).is_err(), "{sql}");
    }
}

#[test]
fn a_whole_chain_is_verified_to_its_end() {
    let (_folder, path) = closed_office();
    assert_eq!(verdict(&path), Ok(3));
}

#[test]
fn a_changed_row_breaks_the_chain_where_it_was_changed() {
    for (change, found) in [
        ("UPDATE audit SET op = op || 'x' WHERE seq = 2", "row"),
        ("UPDATE audit SET at_ms = at_ms + 1 WHERE seq = 2", "row"),
        ("UPDATE audit SET by_staff = NULL WHERE seq = 2", "row"),
        ("UPDATE audit SET pretended = 1 WHERE seq = 2", "row"),
        ("UPDATE audit SET changed = '' WHERE seq = 2", "row"),
        ("UPDATE audit SET content_hash = hash WHERE seq = 2", "row"),
        ("UPDATE audit SET prev_hash = hash WHERE seq = 2", "previous"),
        ("UPDATE audit_content SET detail = '{}' WHERE seq = 2", "content"),
        ("UPDATE audit_content SET salt = randomblob(16) WHERE seq = 2", "content"),
    ] {
        let (_folder, path) = closed_office();
        tamper(&path, &format!("{UNLOCKED} {change}"));
        assert_eq!(verdict(&path), Err((2, found)), "{change}");
    }
}

#[test]
fn a_removed_row_breaks_the_chain_behind_it() {
    let (_folder, path) = closed_office();
    tamper(&path, &format!("{UNLOCKED} DELETE FROM audit_content WHERE seq = 2; DELETE FROM audit WHERE seq = 2;"));
    assert_eq!(verdict(&path), Err((3, "sequence")));
}

#[test]
fn a_changed_byte_of_the_file_breaks_the_chain() {
    let (_folder, path) = closed_office();
    tamper(&path, "PRAGMA wal_checkpoint(TRUNCATE)");
    let mut bytes = std::fs::read(&path).expect("the file");
    let detail = br#"{"name":"write"}"#;
    let at = bytes.windows(detail.len()).position(|window| window == detail).expect("a plain file shows it");
    bytes[at + 9] = b'W';
    std::fs::write(&path, bytes).expect("the file");
    let (seq, found) = verdict(&path).expect_err("the chain is broken");
    assert!((1..=3).contains(&seq), "in the row that holds the byte");
    assert_eq!(found, "content");
}

#[test]
fn a_blanked_detail_leaves_the_chain_whole() {
    let (_folder, path) = closed_office();
    tamper(&path, "UPDATE audit_content SET salt = NULL, detail = NULL WHERE seq = 2");
    let store = Store::open(&path, None).expect("an office");
    let head = store.verify_audit().expect("erasing a person does not break the chain");
    assert_eq!((head.seq, head.blanked), (3, 1));
    assert_eq!(store.read().audit_tail(2).expect("a read")[1].detail, None);
}
