//! The commands about calls: take the office, call the use case.

use super::desk::Desk;
use super::handlers::Answer;
use super::types::*;
use huifang_core::calendar::Now;

pub(super) fn claim(desk: &Desk, request: Claim, now: Now) -> Answer<Claimed> {
    desk.with(|office| office.claim(&request, now))
}

pub(super) fn release(desk: &Desk, request: ClientRef, _: Now) -> Answer<Nothing> {
    desk.with(|office| {
        office.release(&request.client);
        Ok(Nothing {})
    })
}

pub(super) fn give_up(desk: &Desk, request: GiveUp, now: Now) -> Answer<Decided> {
    desk.with(|office| office.give_up(&request, now))
}

pub(super) fn record_contact(desk: &Desk, request: RecordContact, now: Now) -> Answer<FollowUpWritten> {
    desk.with(|office| office.record_contact(&request, now))
}

pub(super) fn ask_for(desk: &Desk, request: AskFor, now: Now) -> Answer<Decided> {
    desk.with(|office| office.ask_for(&request, now))
}

pub(super) fn move_record(desk: &Desk, request: MoveRecord, now: Now) -> Answer<Changed> {
    desk.with(|office| office.move_record(&request, now))
}
