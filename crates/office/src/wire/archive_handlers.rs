//! The commands about the archive by hand: take the office, call the use case.

use super::desk::Desk;
use super::handlers::Answer;
use super::types::*;
use huifang_core::calendar::Now;
use huifang_core::domain::{ClientId, RecordId};

pub(super) fn client_form(desk: &Desk, request: ClientFormRef, now: Now) -> Answer<ClientForm> {
    desk.with(|office| office.client_form(request.client.map(ClientId).as_ref(), now))
}

pub(super) fn check_client(desk: &Desk, request: ClientEdit, now: Now) -> Answer<ClientChecks> {
    desk.with(|office| office.check_client(&request, now))
}

pub(super) fn save_client(desk: &Desk, request: ClientEdit, now: Now) -> Answer<ClientSaved> {
    desk.with(|office| office.save_client(&request, now))
}

pub(super) fn own_fields(desk: &Desk, _: Nothing, _: Now) -> Answer<OwnFields> {
    desk.with(|office| office.own_fields())
}

pub(super) fn save_own_fields(desk: &Desk, request: OwnFields, now: Now) -> Answer<Changed> {
    desk.with(|office| office.save_own_fields(&request, now))
}

pub(super) fn client_archive(desk: &Desk, request: ClientRef, now: Now) -> Answer<ClientArchive> {
    desk.with(|office| office.client_archive(&ClientId(request.client), now))
}

pub(super) fn join_household(desk: &Desk, request: JoinHousehold, now: Now) -> Answer<Changed> {
    desk.with(|office| office.join_household(&request, now))
}

pub(super) fn leave_household(desk: &Desk, request: ClientRef, now: Now) -> Answer<Changed> {
    desk.with(|office| office.leave_household(&ClientId(request.client), now))
}

pub(super) fn void_call(desk: &Desk, request: VoidRecord, now: Now) -> Answer<Changed> {
    desk.with(|office| office.void_call(&RecordId(request.record), &request.reason, now))
}

pub(super) fn duplicates(desk: &Desk, _: Nothing, now: Now) -> Answer<DuplicateList> {
    desk.aside(|office| office.duplicates(now))
}

pub(super) fn compare_clients(desk: &Desk, request: ClientPair, now: Now) -> Answer<MergeLook> {
    desk.with(|office| office.compare_clients(&request, now))
}

pub(super) fn merge_clients(desk: &Desk, request: MergeClients, now: Now) -> Answer<Merged> {
    desk.with(|office| office.merge_clients(&request, now))
}

pub(super) fn part_clients(desk: &Desk, request: MergeRef, now: Now) -> Answer<Parted> {
    desk.with(|office| office.part_clients(&request, now))
}

pub(super) fn doubts(desk: &Desk, _: Nothing, now: Now) -> Answer<DoubtList> {
    desk.aside(|office| office.doubts(now))
}

pub(super) fn accept_doubt(desk: &Desk, request: AcceptDoubt, now: Now) -> Answer<Changed> {
    desk.with(|office| office.accept_doubt(&request, now))
}

pub(super) fn drop_accepted_doubt(desk: &Desk, request: DoubtRef, now: Now) -> Answer<Changed> {
    desk.with(|office| office.doubt_again(&request, now))
}
