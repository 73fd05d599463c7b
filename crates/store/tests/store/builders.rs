//! What tests write into an office.

use chrono::NaiveDate;
use huifang_core::domain::{
    Act, Channel, Client, Decision, Matter, Outcome, Participant, Purpose, Record, Settlement, Staff, Subject, TaskId,
};
use huifang_store::{Op, Store, StoreError, TaskRow, Tx};
use serde_json::json;

pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day YYYY-MM-DD")
}

pub fn op(name: &str) -> Op<'_> {
    op_on(name, "2026-09-30")
}

pub fn op_on<'a>(name: &'a str, today: &str) -> Op<'a> {
    let at_ms = 1_790_000_000_000;
    Op { name, at_ms, today: day(today), by: Some("s1"), pretended: false, detail: json!({ "name": name }) }
}

pub fn office() -> Store {
    Store::in_memory().expect("an office in memory")
}

/// Writes, and expects it to succeed.
pub fn write<T>(store: &mut Store, work: impl FnOnce(&mut Tx<'_>) -> Result<T, StoreError>) -> T {
    store.transact(op("write"), work).expect("a valid write")
}

/// Writes, and expects it to be refused.
pub fn refuse<T: std::fmt::Debug>(
    store: &mut Store,
    work: impl FnOnce(&mut Tx<'_>) -> Result<T, StoreError>,
) -> StoreError {
    store.transact(op("refused"), work).expect_err("an invalid write")
}

/// An office with the clients c1 … cn.
pub fn office_with_clients(n: usize) -> Store {
    let mut store = office();
    write(&mut store, |tx| (1..=n).try_for_each(|i| tx.put_client(&client(&format!("c{i}"), &format!("客户{i}")))));
    store
}

pub fn client(id: &str, name: &str) -> Client {
    Client::new(id, name)
}

pub fn at_place(mut client: Client, place: &str) -> Client {
    client.place = Some(place.to_owned());
    client
}

pub fn staff(id: &str, name: &str) -> Staff {
    Staff {
        id: id.into(),
        name: name.to_owned(),
        role: "客服专员".to_owned(),
        department: Some("客服部".to_owned()),
        phone: None,
        areas: vec!["3栋".to_owned()],
        active: true,
    }
}

pub fn complaint(id: &str, client: &str) -> Matter {
    let mut matter = Matter::new(id, "complaint");
    matter.participants.push(Participant::subject(client.into()));
    matter.add_milestone("handled", day("2026-09-30").into(), None);
    matter
}

pub fn call(id: &str, client: &str, on: &str) -> Record {
    Record {
        id: id.into(),
        client: Some(client.into()),
        matter: None,
        on: day(on),
        channel: Channel::Phone,
        outcome: Outcome::Reached,
        satisfied: Some(true),
        by: Some("s1".into()),
        recorder: None,
        purpose: Purpose::FollowUp,
        again_on: None,
        again_minute: None,
        phone: None,
        moved_from: None,
        note: "一切都好".to_owned(),
        settles: Vec::new(),
        voided: false,
        at_ms: 1,
    }
}

pub fn settling(mut record: Record, task: &str) -> Record {
    record.settles.push(Settlement::task(task.into()));
    record
}

pub fn decision(id: &str, act: Act) -> Decision {
    Decision {
        id: id.into(),
        on: day("2026-09-30"),
        act,
        by: Some("s1".into()),
        approver: None,
        reason: "客户要求".to_owned(),
        voided: false,
        at_ms: 1,
    }
}

/// A task about the client, open from `opens`, due on `due`.
pub fn task(id: &str, client: &str, opens: &str, due: &str) -> TaskRow {
    TaskRow {
        id: TaskId::from(id),
        pack: "004-15".to_owned(),
        rule: "complaint".to_owned(),
        subject: Subject::Client(client.into()),
        anchor: format!("anchor of {id}"),
        occurrence: 1,
        client: Some(client.into()),
        matter: None,
        step_title: None,
        need: 1,
        have: 0,
        opens: day(opens),
        due: day(due),
        due_minute: None,
        latest: None,
        lapses: None,
        fulfilled: None,
        halted_to: None,
        action: "contact".to_owned(),
        role: "客服专员".to_owned(),
        held_by: None,
        by_area: false,
        channels: vec![Channel::Phone, Channel::HomeVisit],
        form: None,
        clauses: vec!["003-04-16".to_owned()],
        because: "投诉处理完毕".to_owned(),
        guessed: false,
        asked: true,
        withdrawn_because: None,
        first_asked_ms: 10,
        ended: None,
        due_set: None,
        assignee_set: None,
        next_try: None,
        meant: None,
    }
}
