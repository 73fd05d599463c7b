//! The commands about the worklist as a team's list: take the office, call the use case.

use super::desk::Desk;
use super::handlers::Answer;
use super::types::*;
use huifang_core::calendar::Now;

pub(super) fn worklist_whose(desk: &Desk, request: WorklistQuery, now: Now) -> Answer<WhoseCounts> {
    desk.with(|office| office.whose_counts(&request, now))
}

pub(super) fn worklist_ids(desk: &Desk, request: WorklistQuery, now: Now) -> Answer<TaskIds> {
    desk.with(|office| office.listed_ids(&request, now))
}

pub(super) fn filter_fields(desk: &Desk, _: Nothing, now: Now) -> Answer<Vec<FilterField>> {
    desk.with(|office| office.filter_fields(now))
}

pub(super) fn saved_views(desk: &Desk, _: Nothing, now: Now) -> Answer<Vec<SavedView>> {
    desk.with(|office| office.saved_views(now))
}

pub(super) fn save_view(desk: &Desk, request: SaveView, now: Now) -> Answer<ViewWritten> {
    desk.with(|office| office.save_view(&request, now))
}

pub(super) fn delete_view(desk: &Desk, request: ViewRef, now: Now) -> Answer<Changed> {
    desk.with(|office| office.delete_view(&request.view, now))
}

pub(super) fn decide_many(desk: &Desk, request: DecideMany, now: Now) -> Answer<DecidedMany> {
    desk.with(|office| office.decide_many(&request, now))
}

pub(super) fn recent_acts(desk: &Desk, _: Nothing, now: Now) -> Answer<Vec<RecentAct>> {
    desk.with(|office| office.recent_acts(now))
}

pub(super) fn undo_act(desk: &Desk, request: ActRef, now: Now) -> Answer<Changed> {
    desk.with(|office| office.undo_act(&request.act, now))
}

pub(super) fn absences(desk: &Desk, _: Nothing, now: Now) -> Answer<Vec<AbsenceBrief>> {
    desk.with(|office| office.absences(now))
}

pub(super) fn set_absence(desk: &Desk, request: SetAbsence, now: Now) -> Answer<Changed> {
    desk.with(|office| office.set_absence(&request, now))
}

pub(super) fn void_absence(desk: &Desk, request: AbsenceRef, now: Now) -> Answer<Changed> {
    desk.with(|office| office.void_absence(&request.absence, now))
}

pub(super) fn coach(desk: &Desk, _: Nothing, now: Now) -> Answer<Vec<CoachLine>> {
    desk.aside(|office| office.coach(now))
}

pub(super) fn rounds(desk: &Desk, _: Nothing, now: Now) -> Answer<Vec<RoundBrief>> {
    desk.with(|office| office.rounds(now))
}

pub(super) fn round_sheet(desk: &Desk, request: RoundRef, now: Now) -> Answer<RoundSheet> {
    desk.with(|office| office.round_sheet(&request.round, now))
}
