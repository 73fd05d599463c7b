use crate::builders::*;
use huifang_store::{Store, StoreError};

#[test]
fn a_second_store_on_the_same_office_is_refused_plainly() {
    let folder = tempfile::tempdir().expect("a folder");
    let first = Store::create(folder.path(), None).expect("an office");
    match Store::open(folder.path(), None).map(drop) {
        Err(StoreError::Locked { path }) => assert_eq!(Some(path.as_path()), first.path()),
        other => panic!("expected Locked, got {other:?}"),
    }
    drop(first);
    Store::open(folder.path(), None).expect("it is free again when it is closed");
}

#[test]
fn an_office_is_there_again_after_it_was_closed() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = Store::create(folder.path().join("new").join("office"), None).expect("folders are made");
    write(&mut store, |tx| tx.put_client(&client("c1", "王秀英")));
    drop(store);
    let store = Store::open(folder.path().join("new").join("office"), None).expect("the office");
    assert_eq!(store.read().client_count().expect("a read"), 1, "nothing acknowledged is lost");
}

#[test]
fn a_folder_may_have_a_dot_in_its_name() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Store::create(folder.path().join("office.2026"), None).expect("an office");
    assert!(store.path().is_some_and(|path| path.ends_with("office.2026/office.db")));
}

#[test]
fn an_office_is_not_made_over_another() {
    let folder = tempfile::tempdir().expect("a folder");
    drop(Store::create(folder.path(), None).expect("an office"));
    let error = Store::create(folder.path(), None).map(drop).expect_err("there is one");
    assert_eq!(error.code(), "conflict");
}

#[test]
fn an_office_that_is_not_there_is_not_made_by_opening_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let error = Store::open(folder.path(), None).map(drop).expect_err("there is none");
    assert_eq!(error.code(), "not_found");
    assert_eq!(std::fs::read_dir(folder.path()).expect("the folder").count(), 0, "not even a lock is left behind");
}

#[test]
fn a_file_that_is_no_database_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("list.db");
    std::fs::write(&file, "姓名,电话\n".repeat(1000)).expect("a file");
    let error = Store::open(&file, None).map(drop).expect_err("it is a list");
    assert_eq!(error.code(), "wrong_key_or_corrupt");
}

#[test]
fn a_folder_that_cannot_be_made_is_an_error_with_its_path() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("file");
    std::fs::write(&file, "").expect("a file");
    match Store::create(file.join("office"), None).map(drop) {
        Err(StoreError::Io { operation, path, .. }) => {
            assert_eq!(operation, "create folder");
            assert!(path.starts_with(&file));
        }
        other => panic!("expected Io, got {other:?}"),
    }
}

#[test]
fn a_backup_is_an_office_of_its_own() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = Store::create(folder.path(), None).expect("an office");
    write(&mut store, |tx| tx.put_client(&client("c1", "王秀英")));
    let copy = folder.path().join("backups").join("copy.db");
    store.backup_to(&copy).expect("a copy");
    let head = store.verify_audit().expect("a whole chain");
    let restored = Store::open(&copy, None).expect("the copy opens beside the original");
    assert_eq!(restored.read().client_count().expect("a read"), 1);
    assert_eq!(restored.verify_audit().expect("a whole chain"), head, "the same history");
    let error = store.backup_to(&copy).expect_err("a copy is never written over another");
    assert_eq!(error.code(), "conflict");
}

#[test]
fn a_file_of_a_newer_program_is_left_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = Store::create(folder.path(), None).expect("an office").path().expect("a file").to_owned();
    let conn = rusqlite::Connection::open(&path).expect("the file");
    conn.pragma_update(None, "user_version", 99).expect("a pragma");
    drop(conn);
    let error = Store::open(folder.path(), None).map(drop).expect_err("its shape is unknown");
    assert_eq!(error.code(), "file_too_new");
}
