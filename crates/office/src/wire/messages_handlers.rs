//! The commands about messages and the calendar: take the office, call the use case.

use super::desk::Desk;
use super::handlers::Answer;
use super::types::*;
use huifang_core::calendar::Now;

pub(super) fn message_texts(desk: &Desk, _: Nothing, _: Now) -> Answer<MessageTexts> {
    desk.with(|office| office.message_texts())
}

pub(super) fn save_message_text(desk: &Desk, request: SaveMessageText, now: Now) -> Answer<MessageTextWritten> {
    desk.with(|office| office.save_message_text(&request, now))
}

pub(super) fn delete_message_text(desk: &Desk, request: MessageTextRef, now: Now) -> Answer<Changed> {
    desk.with(|office| office.delete_message_text(&request, now))
}

pub(super) fn message_lists(desk: &Desk, _: Nothing, now: Now) -> Answer<MessageLists> {
    desk.with(|office| office.message_lists(now))
}

pub(super) fn compose_messages(desk: &Desk, request: ComposeMessages, now: Now) -> Answer<Composed> {
    desk.with(|office| office.compose_messages(&request, now))
}

pub(super) fn mark_sent(desk: &Desk, request: MarkSent, now: Now) -> Answer<MessagesSent> {
    desk.with(|office| office.mark_sent(&request, now))
}

pub(super) fn undo_sent(desk: &Desk, request: SentRef, now: Now) -> Answer<Changed> {
    desk.with(|office| office.undo_sent(&request, now))
}

pub(super) fn sent_messages(desk: &Desk, _: Nothing, _: Now) -> Answer<Vec<SentBatch>> {
    desk.with(|office| office.sent_messages())
}

pub(super) fn export_messages(desk: &Desk, request: ExportMessages, now: Now) -> Answer<Exported> {
    desk.with(|office| office.export_messages(&request, now))
}

pub(super) fn export_calendar(desk: &Desk, request: ExportCalendar, now: Now) -> Answer<Exported> {
    desk.with(|office| office.export_calendar(&request, now))
}
