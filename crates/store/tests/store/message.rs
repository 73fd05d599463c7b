//! Messages: texts of the office's own, batches that remember whom they went to.

use crate::builders::*;
use huifang_core::domain::Channel;
use huifang_store::{Message, MessageBatch, MessageText, NewMessageBatch, Page, SentBefore};
use std::collections::BTreeSet;

fn text(id: Option<i64>, title: &str) -> MessageText {
    MessageText {
        id, title: title.to_owned(), purpose: "greeting".to_owned(), text: "{称呼},节日快乐".to_owned()
    }
}

fn greeting() -> NewMessageBatch {
    NewMessageBatch {
        on: day("2026-09-24"),
        at_ms: 7,
        by: Some("s1".to_owned()),
        channel: Channel::Sms,
        title: "中秋问候".to_owned(),
        text: "{称呼},中秋快乐".to_owned(),
    }
}

fn to(record: &str) -> Message {
    Message {
        record: record.into(),
        occasion: "festival/mid_autumn/2026".to_owned(),
        address: "13800000001".to_owned(),
    }
}

#[test]
fn texts_are_written_changed_and_taken_away() {
    let mut store = office();
    let id = write(&mut store, |tx| tx.put_message_text(&text(None, "问候"), 1));
    let other = write(&mut store, |tx| tx.put_message_text(&text(None, "提醒"), 2));
    write(&mut store, |tx| tx.put_message_text(&text(Some(id), "节日问候"), 3));
    let kept = store.read().message_texts().expect("a read");
    assert_eq!(kept, [text(Some(id), "节日问候"), text(Some(other), "提醒")]);
    write(&mut store, |tx| tx.delete_message_text(id));
    assert_eq!(store.read().message_texts().expect("a read"), [text(Some(other), "提醒")]);
    assert_eq!(refuse(&mut store, |tx| tx.delete_message_text(id)).code(), "not_found");
    assert_eq!(refuse(&mut store, |tx| tx.put_message_text(&text(Some(id), "问候"), 4)).code(), "not_found");
}

#[test]
fn a_batch_remembers_whom_it_went_to_until_it_is_taken_back() {
    let mut store = office_with_clients(2);
    write(&mut store, |tx| {
        tx.put_staff(&staff("s1", "赵敏"))?;
        tx.put_record(&call("r1", "c1", "2026-09-24"))?;
        tx.put_record(&call("r2", "c2", "2026-09-24"))
    });
    let sent = [to("r1"), to("r2")];
    let id = write(&mut store, |tx| tx.add_message_batch(&greeting(), &sent));
    let batch = MessageBatch { id, what: greeting(), count: 2, undone_ms: None };
    assert_eq!(store.read().message_batches(Page::first(9)).expect("a read"), std::slice::from_ref(&batch));
    assert_eq!(store.read().messages_of_batch(id).expect("a read"), sent);
    let clients = BTreeSet::from(["c1".into()]);
    let before = SentBefore {
        client: "c1".into(),
        occasion: sent[0].occasion.clone(),
        on: day("2026-09-24"),
        title: "中秋问候".to_owned(),
    };
    assert_eq!(store.read().messages_to(&clients).expect("a read"), [before]);
    write(&mut store, |tx| tx.set_message_batch_undone(id, 9));
    assert_eq!(store.read().messages_to(&clients).expect("a read"), []);
    assert_eq!(store.read().message_batch(id).expect("a read"), Some(MessageBatch { undone_ms: Some(9), ..batch }));
    assert_eq!(refuse(&mut store, |tx| tx.set_message_batch_undone(id, 10)).code(), "not_found");
}

#[test]
fn a_message_whose_record_was_struck_out_was_not_sent() {
    let mut store = office_with_clients(1);
    write(&mut store, |tx| tx.put_record(&call("r1", "c1", "2026-09-24")));
    write(&mut store, |tx| tx.add_message_batch(&greeting(), &[to("r1")]));
    write(&mut store, |tx| tx.void_record(&"r1".into(), true));
    assert_eq!(store.read().messages_to(&BTreeSet::from(["c1".into()])).expect("a read"), []);
}
