//! PINs and shown numbers.

use crate::builders::*;
use huifang_store::{Pin, WrongTries};

fn pin(staff: &str, wrong: Option<WrongTries>) -> Pin {
    Pin { staff: staff.into(), hash: "$argon2id$…".to_owned(), set_ms: 7, wrong }
}

#[test]
fn a_pin_comes_back_with_its_wrong_tries_and_goes_with_its_person() {
    let mut store = office();
    let wrong = Some(WrongTries { count: 2, last_ms: 1_790_000_000_000 });
    write(&mut store, |tx| {
        tx.put_staff(&staff("s1", "赵敏"))?;
        tx.put_staff(&staff("s2", "孙强"))?;
        tx.put_pin(&pin("s1", None))?;
        tx.put_pin(&pin("s2", None))?;
        tx.put_pin(&pin("s1", wrong))
    });
    assert_eq!(store.read().pin(&"s1".into()).expect("a read"), Some(pin("s1", wrong)));
    assert_eq!(store.read().staff_with_pin().expect("a read"), ["s1".into(), "s2".into()]);
    write(&mut store, |tx| tx.delete_pin(&"s1".into()));
    write(&mut store, |tx| tx.delete_staff(&"s2".into()));
    assert_eq!(store.read().staff_with_pin().expect("a read"), []);
    assert_eq!(refuse(&mut store, |tx| tx.delete_pin(&"s1".into())).code(), "not_found");
}

#[test]
fn a_pin_belongs_to_somebody_of_the_office() {
    let mut store = office();
    assert_eq!(refuse(&mut store, |tx| tx.put_pin(&pin("s9", None))).code(), "conflict");
}

#[test]
fn a_number_is_shown_to_a_person_once_a_day() {
    let mut store = office_with_clients(1);
    let (client, today) = ("c1".into(), day("2026-10-09"));
    write(&mut store, |tx| tx.add_reveal(&client, today, "s1", 1));
    assert_eq!(refuse(&mut store, |tx| tx.add_reveal(&client, today, "s1", 2)).code(), "conflict");
    write(&mut store, |tx| tx.add_reveal(&client, today, "s2", 3));
    let seen = |on: &str, staff: &str| store.read().is_revealed(&client, day(on), staff).expect("a read");
    assert_eq!([seen("2026-10-09", "s1"), seen("2026-10-10", "s1"), seen("2026-10-09", "s3")], [true, false, false]);
}
