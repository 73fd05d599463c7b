//! The one search, as the window asks it; and that it follows imports and their undoing.

use crate::common::{Small, at};
use huifang_office::wire::{SearchAnswer, SearchQuery};

const TODAY: &str = "2026-09-29";

/// A property office with two complaints.
fn office() -> Small {
    let rows = [["TS1", "0101", "2026-09-26", "一般", ""], ["TS2", "0102", "2026-09-20", "一般", ""]];
    Small::property(&rows, at(TODAY))
}

fn search(small: &Small, find: &str, recent: &[&str]) -> SearchAnswer {
    let recent = recent.iter().map(|id| (*id).to_owned()).collect();
    let query = SearchQuery { find: find.to_owned(), recent, limit: 8 };
    small.office.search(&query, at(TODAY)).expect("a search")
}

#[test]
fn a_ticket_leads_to_the_matter_and_its_client() {
    let small = office();
    let found = search(&small, "ts1", &[]);
    assert_eq!(found.matters.len(), 1);
    let hit = &found.matters[0];
    assert_eq!((hit.matter.no.as_deref(), hit.matched.hit.as_str()), (Some("TS1"), "TS1"));
    assert_eq!(hit.client.as_ref().map(|client| client.id.clone()), Some(small.client("甲一")));
    assert!(hit.on.is_some());
}

#[test]
fn clients_opened_lately_are_listed_while_nothing_is_typed() {
    let small = office();
    let (first, second) = (small.client("甲一"), small.client("乙二"));
    let found = search(&small, " ", &[&second, "gone", &first]);
    let ids: Vec<_> = found.clients.iter().map(|hit| hit.client.id.clone()).collect();
    assert_eq!(ids, [second, first], "in the order asked for; who is gone is left out");
    assert!(found.clients.iter().all(|hit| hit.matched.is_none()));
}

#[test]
fn an_import_is_searched_at_once_and_no_longer_when_it_is_taken_back() {
    let mut small = office();
    assert!(search(&small, "zhaiwf", &[]).clients.is_empty());
    let list = "房号,业主姓名,联系电话\n1栋1单元0909,翟伟芳,13800139000\n";
    small.import("业主.csv", list, at(TODAY));
    let found = search(&small, "zhaiwf", &[]);
    assert_eq!(found.clients.len(), 1);
    let matched = found.clients[0].matched.as_ref().expect("what was matched");
    assert_eq!((matched.by.as_str(), matched.hit.as_str()), ("pinyin", "翟伟芳"));
    let imports = small.office.imports(at(TODAY)).expect("the imports");
    let number = imports[0].import.parse().expect("a number");
    small.office.undo_import(number, false, at(TODAY)).expect("it is taken back");
    assert!(search(&small, "zhaiwf", &[]).clients.is_empty());
}
