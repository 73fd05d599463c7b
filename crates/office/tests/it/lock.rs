//! A shared desk: it locks, people unlock it as themselves, wrong tries cost waiting, and shown numbers are noted.

use crate::common::{Small, at};
use huifang_core::calendar::Now;
use huifang_office::PackShelf;
use huifang_office::wire::{Desk, DeskStatus, WireError, command_names, dispatch};
use serde_json::{Value, json};
use tempfile::TempDir;

const TODAY: &str = "2026-09-29";

/// A desk at an open office, with the ids of its people.
struct Front {
    desk: Desk,
    dir: TempDir,
    wang: String,
    chief: String,
    client: String,
}

impl Front {
    fn new() -> Self {
        let small = Small::property(&[["TS1", "0101", "2026-09-26", "一般", ""]], at(TODAY));
        let (wang, chief, client) = (small.staff("王芳"), small.staff("陈主管"), small.client("甲一"));
        let Small { office, dir } = small;
        drop(office);
        let front = Self { desk: Desk::new(), dir, wang, chief, client };
        front.open();
        front
    }

    fn open(&self) -> DeskStatus {
        self.status("open_office", json!({ "dir": self.dir.path() }))
    }

    fn run(&self, command: &str, payload: Value) -> Result<Value, WireError> {
        dispatch(&self.desk, command, payload, at(TODAY))
    }

    fn status(&self, command: &str, payload: Value) -> DeskStatus {
        let answer = self.run(command, payload).unwrap_or_else(|error| panic!("{command}: {error:?}"));
        serde_json::from_value(answer).expect("it is the desk")
    }

    fn sign_in(&self, staff: &str, pin: Option<&str>, now: Now) -> Result<Value, WireError> {
        dispatch(&self.desk, "sign_in", json!({ "staff": staff, "pin": pin }), now)
    }

    /// Signs in without a PIN, and sets one.
    fn with_pin(&self, staff: &str, pin: &str) {
        self.sign_in(staff, None, at(TODAY)).expect("a person without a PIN names himself");
        self.run("set_pin", json!({ "old": null, "new": pin })).expect("the PIN is set");
    }

    /// How many rows of that operation the audit has.
    fn audited(&self, op: &str) -> usize {
        dispatch(&self.desk, "close_office", json!({}), at(TODAY)).expect("the office closes");
        let store = huifang_store::Store::open(self.dir.path(), None).expect("the file opens");
        let rows = store.read().audit_tail(500).expect("the audit can be read");
        drop(store);
        let found = rows.iter().filter(|row| row.op == op).count();
        self.open();
        found
    }
}

fn code(result: Result<Value, WireError>) -> String {
    result.expect_err("it is refused").code
}

/// `now`, so many seconds later.
fn later(now: Now, seconds: i64) -> Now {
    Now { instant_ms: now.instant_ms + 1000 * seconds, ..now }
}

#[test]
fn a_locked_desk_answers_nothing_but_who_may_unlock_it() {
    let front = Front::new();
    assert!(front.status("lock_desk", json!({})).lock.locked);
    front.status("desk_status", json!({}));
    front.run("staff_list", json!({})).expect("who may unlock it");
    for name in command_names().iter().filter(|name| !["desk_status", "staff_list", "sign_in"].contains(name)) {
        assert_eq!(code(front.run(name, json!({}))), "desk_locked", "{name}");
    }
    assert_eq!(code(front.run("sign_in", json!({ "staff": null }))), "who_missing", "nobody unlocks nothing");
    front.sign_in(&front.wang, None, at(TODAY)).expect("without a PIN the name is enough");
    assert!(!front.status("desk_status", json!({})).lock.locked);
}

#[test]
fn a_pin_unlocks_as_oneself_and_is_asked_of_whoever_has_one() {
    let front = Front::new();
    front.with_pin(&front.wang, "2580");
    let desk = front.status("lock_desk", json!({}));
    assert_eq!((desk.lock.locked, &desk.lock.pins), (true, &vec![front.wang.clone()]));
    assert_eq!(code(front.sign_in(&front.wang, None, at(TODAY))), "pin_needed");
    assert_eq!(code(front.sign_in(&front.wang, Some("2581"), at(TODAY))), "pin_wrong");
    front.sign_in(&front.wang, Some("2580"), at(TODAY)).expect("the right one");
    front.sign_in(&front.wang, None, at(TODAY)).expect("who works proves nothing at an open desk");
    front.sign_in(&front.chief, None, at(TODAY)).expect("the colleague has none");
    assert_eq!(code(front.sign_in(&front.wang, None, at(TODAY))), "pin_needed", "nor at an open desk for another");
}

#[test]
fn wrong_tries_cost_waiting_that_a_restart_does_not_shorten() {
    let front = Front::new();
    front.with_pin(&front.wang, "2580");
    front.status("lock_desk", json!({}));
    let now = at(TODAY);
    let wrong: Vec<_> = (0..3).map(|_| front.sign_in(&front.wang, Some("0000"), now).expect_err("wrong")).collect();
    let waits: Vec<_> = wrong.iter().map(|error| error.params["seconds"].clone()).collect();
    assert_eq!(waits, [json!(0), json!(0), json!(30)]);
    assert_eq!(code(front.sign_in(&front.wang, Some("2580"), later(now, 29))), "pin_wait", "even the right one");
    let again = Desk::new();
    drop(front.desk);
    dispatch(&again, "open_office", json!({ "dir": front.dir.path() }), now).expect("the office opens");
    let sign_in = |pin: &str, now| dispatch(&again, "sign_in", json!({ "staff": front.wang, "pin": pin }), now);
    assert_eq!(code(sign_in("2580", later(now, 1))), "pin_wait");
    let fourth = sign_in("1111", later(now, 30)).expect_err("wrong again");
    assert_eq!((fourth.code.as_str(), &fourth.params["seconds"]), ("pin_wrong", &json!(60)));
    sign_in("2580", later(now, 90)).expect("after the wait");
    dispatch(&again, "lock_desk", json!({}), now).expect("it locks");
    let anew = sign_in("1111", later(now, 100)).expect_err("wrong");
    assert_eq!(anew.params["seconds"], 0, "the right one wiped the slate");
}

#[test]
fn a_start_in_the_name_of_somebody_with_a_pin_is_locked() {
    let front = Front::new();
    front.sign_in(&front.wang, None, at(TODAY)).expect("without a PIN");
    assert!(!front.open().lock.locked);
    front.with_pin(&front.wang, "2580");
    assert!(front.open().lock.locked);
}

#[test]
fn a_pin_is_four_to_six_digits_and_changing_it_asks_for_the_old_one() {
    let front = Front::new();
    assert_eq!(code(front.run("set_pin", json!({ "old": null, "new": "2580" }))), "who_missing");
    front.sign_in(&front.wang, None, at(TODAY)).expect("she works");
    for wrong in ["", "123", "1234567", "12a4", "一二三四", "12 34"] {
        assert_eq!(code(front.run("set_pin", json!({ "old": null, "new": wrong }))), "pin_form", "{wrong}");
    }
    front.run("set_pin", json!({ "old": null, "new": "258000" })).expect("six digits");
    assert_eq!(code(front.run("set_pin", json!({ "old": null, "new": "1234" }))), "pin_needed");
    assert_eq!(code(front.run("set_pin", json!({ "old": "0000", "new": "1234" }))), "pin_wrong");
    front.run("set_pin", json!({ "old": "258000", "new": "1234" })).expect("changed");
    front.run("set_pin", json!({ "old": "1234", "new": null })).expect("taken away");
    assert_eq!(front.status("desk_status", json!({})).lock.pins, Vec::<String>::new());
}

#[test]
fn a_chief_takes_a_forgotten_pin_away_and_so_does_the_command_line() {
    let front = Front::new();
    front.with_pin(&front.wang, "2580");
    assert_eq!(code(front.run("reset_pin", json!({ "staff": front.wang }))), "not_allowed");
    let desk: DeskStatus =
        serde_json::from_value(front.sign_in(&front.chief, None, at(TODAY)).expect("the chief")).expect("the desk");
    assert!(desk.lock.may_reset);
    front.run("reset_pin", json!({ "staff": front.wang })).expect("the chief may");
    assert_eq!(code(front.run("reset_pin", json!({ "staff": front.wang }))), "not_found", "there is none any more");
    front.with_pin(&front.wang, "2580");
    drop(front.desk);
    let host = Desk::headless(PackShelf::default());
    dispatch(&host, "open_office", json!({ "dir": front.dir.path() }), at(TODAY)).expect("the office opens");
    dispatch(&host, "reset_pin", json!({ "staff": front.wang }), at(TODAY)).expect("whoever holds the file may");
}

#[test]
fn the_command_line_is_never_locked() {
    let front = Front::new();
    front.with_pin(&front.wang, "2580");
    drop(front.desk);
    let host = Desk::headless(PackShelf::default());
    dispatch(&host, "open_office", json!({ "dir": front.dir.path() }), at(TODAY)).expect("the office opens");
    dispatch(&host, "lock_desk", json!({}), at(TODAY)).expect("an answer");
    dispatch(&host, "problems", json!({}), at(TODAY)).expect("an answer");
}

#[test]
fn nobody_locks_out_everybody() {
    let small = Small::new(&["002-12"], "2026-01-01", at(TODAY));
    let Small { office, dir } = small;
    drop(office);
    let desk = Desk::new();
    dispatch(&desk, "open_office", json!({ "dir": dir.path() }), at(TODAY)).expect("the office opens");
    assert_eq!(code(dispatch(&desk, "lock_desk", json!({}), at(TODAY))), "nobody_to_unlock");
    assert!(!desk.is_locked());
}

#[test]
fn a_shown_number_is_one_row_of_the_audit_a_client_day_and_person() {
    let front = Front::new();
    front.sign_in(&front.wang, None, at(TODAY)).expect("she works");
    let reveal = |day: &str| dispatch(&front.desk, "reveal", json!({ "client": front.client }), at(day));
    reveal(TODAY).expect("noted");
    reveal(TODAY).expect("known");
    assert_eq!(front.audited("reveal"), 1);
    front.sign_in(&front.chief, None, at(TODAY)).expect("another");
    reveal(TODAY).expect("noted for him");
    reveal("2026-09-30").expect("and on the next day");
    assert_eq!(front.audited("reveal"), 3);
    assert_eq!(code(front.run("reveal", json!({ "client": "c-unknown" }))), "not_found");
}

#[test]
fn a_locked_desk_still_tells_its_host_how_much_is_due() {
    let front = Front::new();
    let open = front.desk.due_now(at(TODAY)).expect("an office is open");
    assert_eq!((open.overdue + open.today, open.problems, open.call_backs.len()), (1, 0, 0));
    front.status("lock_desk", json!({}));
    assert_eq!(front.desk.due_now(at(TODAY)), Some(open));
    assert_eq!(Desk::new().due_now(at(TODAY)), None, "where no office is open there is nothing");
}
