use crate::builders::*;
use huifang_store::{ImportChange, NewImport, Noun, Page};
use serde_json::json;

fn spring() -> NewImport {
    NewImport {
        at_ms: 1_790_000_000_000,
        by: Some("s1".to_owned()),
        file: "业主名单.xlsx".to_owned(),
        file_hash: "aa11".to_owned(),
        read_as: "clients".to_owned(),
        summary: json!({ "rows": 2, "created": 1 }),
    }
}

#[test]
fn an_import_is_kept_with_its_changes_in_order() {
    let mut store = office();
    let created =
        ImportChange { entity: Noun::Client, id: "c1".to_owned(), before: None, after: Some(json!({ "a": 1 })) };
    let updated = ImportChange { id: "c2".to_owned(), before: Some(json!({ "a": 0 })), ..created.clone() };
    let id = write(&mut store, |tx| {
        let id = tx.add_import(&spring())?;
        tx.add_import_changes(id, std::slice::from_ref(&created))?;
        tx.add_import_changes(id, std::slice::from_ref(&updated))?;
        Ok(id)
    });
    let read = store.read();
    assert_eq!(read.import(id).expect("a read").expect("the import").import, spring());
    assert_eq!(read.import_changes(id).expect("a read"), [created, updated], "undoing goes back the way it came");
    assert_eq!(read.imports_of_file("aa11").expect("a read").len(), 1, "the same file is recognised");
    assert_eq!(read.imports_of_file("bb22").expect("a read"), []);
}

#[test]
fn imports_are_listed_newest_first() {
    let mut store = office();
    let ids: Vec<_> = (0..3).map(|_| write(&mut store, |tx| tx.add_import(&spring()))).collect();
    let listed: Vec<_> = store.read().imports(Page::first(2)).expect("a read").iter().map(|row| row.id).collect();
    assert_eq!(listed, [ids[2], ids[1]]);
}

#[test]
fn an_undone_import_stays_listed() {
    let mut store = office();
    let id = write(&mut store, |tx| tx.add_import(&spring()));
    write(&mut store, |tx| tx.mark_import_undone(id, 5));
    assert_eq!(store.read().imports(Page::first(9)).expect("a read")[0].undone_ms, Some(5));
    assert_eq!(refuse(&mut store, |tx| tx.mark_import_undone(99, 5)).code(), "not_found");
}

#[test]
fn a_mapping_is_found_by_the_signature_of_the_header() {
    let mut store = office();
    write(&mut store, |tx| tx.put_mapping("姓名|电话", &json!({ "姓名": "name" }), 1));
    write(&mut store, |tx| tx.put_mapping("姓名|电话", &json!({ "姓名": "name", "电话": "phone" }), 2));
    let mapping = store.read().mapping("姓名|电话").expect("a read");
    assert_eq!(mapping, Some(json!({ "姓名": "name", "电话": "phone" })), "the last one is the one that was meant");
    assert_eq!(store.read().mapping("电话").expect("a read"), None);
}
