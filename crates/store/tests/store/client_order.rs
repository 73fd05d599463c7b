//! The list of clients in any order, and that what it is sorted by follows from every write.

use crate::builders::*;
use huifang_core::calendar::Moment;
use huifang_core::domain::Client;
use huifang_store::{ClientSort, ClientsOnly, End, Listing, Noun, Page, Store};
use serde_json::json;

const TODAY: &str = "2026-10-10";

fn listing() -> Listing<'static> {
    Listing { text: "", only: ClientsOnly::All, sort: None, descending: false, today: day(TODAY) }
}

fn by(sort: ClientSort) -> Listing<'static> {
    Listing { sort: Some(sort), ..listing() }
}

fn names(store: &Store, list: &Listing<'_>) -> Vec<String> {
    let found = store.read().client_lines(list, Page::first(20)).expect("a list");
    assert_eq!(found.total as usize, found.lines.len(), "the count and the list agree");
    found.lines.into_iter().map(|line| line.client.name).collect()
}

/// What is kept of a client: the last contact and the next due day.
fn kept(store: &Store, id: &str) -> (Option<String>, Option<String>) {
    let found = store.read().client_lines(&listing(), Page::first(20)).expect("a list");
    let line = found.lines.into_iter().find(|line| line.client.id.as_str() == id).expect("a client of that id");
    (line.last_contact.map(|day| day.to_string()), line.next_due.map(|day| day.to_string()))
}

fn numbered(id: &str, name: &str, no: &str, place: &str) -> Client {
    let mut client = at_place(client(id, name), place);
    client.no = Some(no.to_owned()).filter(|no| !no.is_empty());
    client.place = client.place.filter(|place| !place.is_empty());
    client
}

fn four() -> Store {
    let mut store = office();
    write(&mut store, |tx| {
        tx.put_client(&numbered("c1", "王伟", "YZ10", "10栋1单元0101"))?;
        tx.put_client(&numbered("c2", "单雄信", "YZ9", "2栋1单元1201"))?;
        tx.put_client(&numbered("c3", "曾国藩", "", ""))?;
        tx.put_client(&numbered("c4", "李明", "YZ100", "2栋1单元0902"))
    });
    store
}

#[test]
fn names_stand_by_their_sound_numbers_and_places_by_their_value() {
    let store = four();
    assert_eq!(names(&store, &listing()), ["李明", "单雄信", "王伟", "曾国藩"]);
    assert_eq!(names(&store, &by(ClientSort::No)), ["单雄信", "王伟", "李明", "曾国藩"]);
    assert_eq!(names(&store, &by(ClientSort::Place)), ["李明", "单雄信", "王伟", "曾国藩"]);
    let backwards = Listing { descending: true, ..by(ClientSort::No) };
    assert_eq!(names(&store, &backwards), ["曾国藩", "李明", "王伟", "单雄信"]);
}

#[test]
fn a_new_name_sorts_anew_and_who_is_deleted_is_gone() {
    let mut store = four();
    write(&mut store, |tx| {
        tx.put_client(&numbered("c1", "安宁", "YZ10", ""))?;
        tx.delete_client(&"c3".into())
    });
    assert_eq!(names(&store, &listing()), ["安宁", "李明", "单雄信"]);
}

#[test]
fn the_last_contact_follows_records_that_are_written_moved_struck_out_and_deleted() {
    let mut store = four();
    let last = |store: &Store, id: &str| kept(store, id).0;
    write(&mut store, |tx| {
        tx.put_record(&call("r1", "c1", "2026-10-03"))?;
        tx.put_record(&call("r2", "c1", "2026-10-05"))
    });
    assert_eq!(last(&store, "c1").as_deref(), Some("2026-10-05"));
    assert_eq!(names(&store, &by(ClientSort::LastContact)).pop().as_deref(), Some("王伟"), "the others never were");
    write(&mut store, |tx| tx.put_record(&call("r2", "c2", "2026-10-06")));
    assert_eq!(
        (last(&store, "c1").as_deref(), last(&store, "c2").as_deref()),
        (Some("2026-10-03"), Some("2026-10-06"))
    );
    write(&mut store, |tx| tx.void_record(&"r2".into(), true));
    assert_eq!(last(&store, "c2"), None);
    write(&mut store, |tx| tx.void_record(&"r2".into(), false));
    assert_eq!(last(&store, "c2").as_deref(), Some("2026-10-06"));
    write(&mut store, |tx| tx.delete_record(&"r1".into()));
    assert_eq!(last(&store, "c1"), None);
}

#[test]
fn the_next_due_day_follows_tasks_that_are_asked_for_moved_ended_and_withdrawn() {
    let mut store = four();
    let next = |store: &Store| kept(store, "c1").1;
    write(&mut store, |tx| {
        tx.upsert_tasks(&[task("t1", "c1", "2026-10-01", "2026-10-20"), task("t2", "c1", "2026-10-01", "2026-10-12")])
    });
    assert_eq!(next(&store).as_deref(), Some("2026-10-12"));
    write(&mut store, |tx| tx.set_task_overrides(&"t2".into(), Some(day("2026-10-30")), None));
    assert_eq!(next(&store).as_deref(), Some("2026-10-20"));
    write(&mut store, |tx| tx.set_task_end(&"t1".into(), Some((End::Done, day(TODAY)))));
    assert_eq!(next(&store).as_deref(), Some("2026-10-30"));
    write(&mut store, |tx| tx.withdraw_tasks(&["t2".into()], "事项已不在"));
    assert_eq!(next(&store), None);
    write(&mut store, |tx| tx.set_task_end(&"t1".into(), None));
    assert_eq!(next(&store).as_deref(), Some("2026-10-20"));
}

#[test]
fn what_lapsed_is_no_longer_due_from_the_day_on_and_due_again_when_the_clock_is_set_back() {
    let mut store = four();
    let lapsing = |id: &str, due: &str, lapses: &str| huifang_store::TaskRow {
        lapses: Some(day(lapses)),
        ..task(id, "c1", "2026-10-01", due)
    };
    write(&mut store, |tx| {
        tx.turn_day(day("2026-10-01"))?;
        tx.upsert_tasks(&[lapsing("t1", "2026-10-05", "2026-10-09"), task("t2", "c1", "2026-10-01", "2026-10-20")])
    });
    let next_on = |store: &mut Store, today: &str| {
        write(store, |tx| tx.turn_day(day(today)));
        kept(store, "c1").1
    };
    assert_eq!(next_on(&mut store, "2026-10-08").as_deref(), Some("2026-10-05"));
    assert_eq!(next_on(&mut store, "2026-10-09").as_deref(), Some("2026-10-20"));
    assert_eq!(next_on(&mut store, "2026-11-09").as_deref(), Some("2026-10-20"));
    assert_eq!(next_on(&mut store, "2026-10-02").as_deref(), Some("2026-10-05"));
}

#[test]
fn what_waits_for_a_further_try_is_due_on_the_day_of_the_try_until_that_day() {
    let mut store = four();
    let next = |store: &Store| kept(store, "c1").1;
    write(&mut store, |tx| {
        tx.turn_day(day(TODAY))?;
        tx.upsert_tasks(&[task("t1", "c1", "2026-10-01", "2026-10-08"), task("t2", "c1", "2026-10-01", "2026-10-20")])?;
        tx.set_next_try(&"t1".into(), Moment::parse("2026-10-13T09:00"))
    });
    assert_eq!(next(&store).as_deref(), Some("2026-10-13"), "nobody is overdue who is to be rung in three days");
    write(&mut store, |tx| tx.turn_day(day("2026-10-12")));
    assert_eq!(next(&store).as_deref(), Some("2026-10-13"));
    write(&mut store, |tx| tx.turn_day(day("2026-10-13")));
    assert_eq!(next(&store).as_deref(), Some("2026-10-08"), "on the day of the try it is as late as it is");
    write(&mut store, |tx| tx.turn_day(day(TODAY)));
    assert_eq!(next(&store).as_deref(), Some("2026-10-13"), "the clock was set back");
    write(&mut store, |tx| tx.set_next_try(&"t1".into(), Moment::parse("2026-10-25T09:00")));
    assert_eq!(next(&store).as_deref(), Some("2026-10-20"), "the other task comes first");
    write(&mut store, |tx| tx.set_next_try(&"t1".into(), None));
    assert_eq!(next(&store).as_deref(), Some("2026-10-08"));
}

#[test]
fn what_is_halted_is_not_due_until_the_halt_is_over() {
    let mut store = four();
    let halted = |to: Option<&str>| huifang_store::TaskRow {
        halted_to: to.map(day),
        ..task("t1", "c1", "2026-10-01", "2026-10-08")
    };
    let open = |store: &Store| {
        let list = Listing { text: "王伟", ..listing() };
        store.read().client_lines(&list, Page::first(1)).expect("a list").lines[0].open
    };
    write(&mut store, |tx| {
        tx.turn_day(day(TODAY))?;
        tx.upsert_tasks(&[halted(Some("2026-10-31"))])
    });
    assert_eq!((kept(&store, "c1").1, open(&store)), (None, 0));
    write(&mut store, |tx| tx.turn_day(day("2026-11-01")));
    assert_eq!(kept(&store, "c1").1.as_deref(), Some("2026-10-08"));
    write(&mut store, |tx| tx.turn_day(day(TODAY)));
    assert_eq!(kept(&store, "c1").1, None);
    write(&mut store, |tx| tx.upsert_tasks(&[halted(None)]));
    assert_eq!((kept(&store, "c1").1.as_deref(), open(&store)), (Some("2026-10-08"), 1));
}

#[test]
fn the_list_is_narrowed_by_what_is_due_and_by_what_is_typed() {
    let mut store = four();
    write(&mut store, |tx| {
        tx.put_record(&call("r1", "c1", "2026-10-03"))?;
        tx.upsert_tasks(&[task("t1", "c1", "2026-10-01", "2026-10-09"), task("t2", "c4", "2026-10-01", "2026-10-20")])
    });
    let only = |only: ClientsOnly| Listing { only, ..listing() };
    assert_eq!(names(&store, &only(ClientsOnly::Overdue)), ["王伟"]);
    assert_eq!(names(&store, &only(ClientsOnly::Due)), ["李明", "王伟"]);
    assert_eq!(names(&store, &only(ClientsOnly::Never)), ["李明", "单雄信", "曾国藩"]);
    assert_eq!(names(&store, &Listing { text: "2栋", ..by(ClientSort::Name) }), ["李明", "单雄信"]);
    assert_eq!(names(&store, &Listing { text: "dxx", ..only(ClientsOnly::Never) }), ["单雄信"]);
    assert_eq!(names(&store, &Listing { text: "王", ..only(ClientsOnly::Never) }), [""; 0]);
}

#[test]
fn a_row_counts_matters_and_what_can_be_done() {
    let mut store = four();
    write(&mut store, |tx| {
        tx.put_matter(&complaint("m1", "c1"))?;
        tx.put_matter(&complaint("m2", "c1"))?;
        tx.upsert_tasks(&[task("t1", "c1", "2026-10-01", "2026-10-12"), task("t2", "c1", "2026-10-15", "2026-10-20")])
    });
    let list = Listing { text: "王伟", ..listing() };
    let found = store.read().client_lines(&list, Page::first(2)).expect("a list").lines.remove(0);
    assert_eq!((found.matters, found.open), (2, 1), "what opens later can not be done yet");
}

#[test]
fn windows_follow_each_other_without_gaps() {
    let mut store = office();
    write(&mut store, |tx| (0..25).try_for_each(|n| tx.put_client(&client(&format!("c{n:02}"), "王伟"))));
    let window = |offset| {
        let found = store.read().client_lines(&by(ClientSort::Name), Page { offset, limit: 10 }).expect("a window");
        assert_eq!(found.total, 25);
        found.lines.into_iter().map(|line| line.client.id.0).collect::<Vec<_>>()
    };
    let all = [window(0), window(10), window(20)].concat();
    assert_eq!(all, (0..25).map(|n| format!("c{n:02}")).collect::<Vec<_>>());
}

#[test]
fn columns_are_kept_for_each_person() {
    let mut store = office();
    let (mine, hers) = (Some("s1".into()), Some("s2".into()));
    let value = json!({ "widths": { "name": 200 } });
    write(&mut store, |tx| {
        tx.put_view_setting(mine.as_ref(), "clients", &value)?;
        assert!(tx.changed().contains(&Noun::View));
        Ok(())
    });
    let read =
        |staff: Option<&huifang_core::domain::StaffId>| store.read().view_setting(staff, "clients").expect("a read");
    assert_eq!((read(mine.as_ref()), read(hers.as_ref()), read(None)), (Some(value), None, None));
}
