use crate::builders::*;
use huifang_store::{Key, Store};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

const NAME: &str = "欧阳秀英";

fn key(n: u8) -> Key {
    Key::new([n; 32])
}

/// An office with one client, closed.
fn closed_office(key: Option<&Key>) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = Store::create(folder.path(), key).expect("an office");
    write(&mut store, |tx| tx.put_client(&client("c1", NAME)));
    let copy = folder.path().join("copy.db");
    store.backup_to(&copy).expect("a copy");
    folder
}

/// Whether the name stands in any file of the office.
fn shows_name(folder: &Path) -> bool {
    let files = fs::read_dir(folder).expect("the folder").map(|entry| entry.expect("an entry").path());
    files.filter(|path| path.is_file()).any(|path| {
        let bytes = fs::read(path).expect("a file");
        bytes.windows(NAME.len()).any(|window| window == NAME.as_bytes())
    })
}

#[test]
fn the_right_key_opens_the_office_and_its_copy() {
    let folder = closed_office(Some(&key(7)));
    for path in [folder.path().to_owned(), folder.path().join("copy.db")] {
        let store = Store::open(&path, Some(&key(7))).expect("the office");
        assert_eq!(store.read().clients_all().expect("a read")[0].name, NAME);
    }
}

#[test]
fn a_wrong_key_or_none_does_not() {
    let folder = closed_office(Some(&key(7)));
    for path in [folder.path().to_owned(), folder.path().join("copy.db")] {
        for wrong in [Some(key(8)), None] {
            let error = Store::open(&path, wrong.as_ref()).map(drop).expect_err("the office is locked away");
            assert_eq!(error.code(), "wrong_key_or_corrupt", "{} with {wrong:?}", path.display());
        }
    }
    Store::open(folder.path(), Some(&key(7))).expect("trying does no harm");
}

#[test]
fn a_key_does_not_open_a_plain_office() {
    let folder = closed_office(None);
    let error = Store::open(folder.path(), Some(&key(7))).map(drop).expect_err("it is plain");
    assert_eq!(error.code(), "wrong_key_or_corrupt");
}

#[test]
fn an_encrypted_office_shows_no_name_in_any_of_its_files() {
    assert!(shows_name(closed_office(None).path()), "the search itself works: a plain office shows it");
    assert!(!shows_name(closed_office(Some(&key(7))).path()), "the file is worthless when stolen");
}

#[test]
fn an_open_office_shows_no_name_in_its_log_either() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = Store::create(folder.path(), Some(&key(7))).expect("an office");
    write(&mut store, |tx| tx.put_client(&client("c1", NAME)));
    assert!(!shows_name(folder.path()));
}

#[test]
fn a_key_is_not_printed() {
    assert_eq!(format!("{:?}", key(7)), "Key(..)");
}
