//! The commands about drafts, attachments, signatures and corrections: take the office, call the use case.

use super::desk::Desk;
use super::handlers::Answer;
use super::types::*;
use crate::forms;
use huifang_core::calendar::Now;

pub(super) fn drafts(desk: &Desk, _: Nothing, now: Now) -> Answer<Vec<DraftRow>> {
    desk.with(|office| office.drafts(now))
}

pub(super) fn keep_draft(desk: &Desk, request: KeepDraft, now: Now) -> Answer<DraftKept> {
    desk.with(|office| office.keep_draft(&request, now))
}

pub(super) fn drop_draft(desk: &Desk, request: DraftRef, _: Now) -> Answer<Nothing> {
    desk.with(|office| office.drop_draft(&request))
}

pub(super) fn attachments(desk: &Desk, request: AttachmentQuery, now: Now) -> Answer<Vec<AttachmentRow>> {
    desk.with(|office| office.attachments(&request, now))
}

pub(super) fn add_attachment(desk: &Desk, request: AddAttachment, now: Now) -> Answer<AttachmentWritten> {
    desk.with(|office| office.add_attachment(&request, now))
}

pub(super) fn strike_attachment(desk: &Desk, request: StrikeAttachment, now: Now) -> Answer<Changed> {
    desk.with(|office| office.strike_attachment(&request, now))
}

pub(super) fn open_attachment(desk: &Desk, request: AttachmentRef, now: Now) -> Answer<FilePath> {
    desk.with(|office| office.open_attachment(&request, now))
}

pub(super) fn sign(desk: &Desk, request: Sign, now: Now) -> Answer<AttachmentWritten> {
    desk.with(|office| office.sign(&request, now))
}

pub(super) fn record_sheet(desk: &Desk, request: RecordRef, _: Now) -> Answer<RecordSheet> {
    desk.with(|office| office.record_sheet(&request))
}

pub(super) fn correct_record(desk: &Desk, request: CorrectRecord, now: Now) -> Answer<FollowUpWritten> {
    desk.with(|office| office.correct_record(&request, now))
}

pub(super) fn view_file(_: &Desk, request: ViewFile, now: Now) -> Answer<FilePath> {
    forms::view_file(&request, now)
}

pub(super) fn readings(_: &Desk, request: ReadingsOf, _: Now) -> Answer<Vec<Reading>> {
    let read = |text: &String| Reading { characters: huifang_core::search::readings(text) };
    Ok(request.texts.iter().map(read).collect())
}
