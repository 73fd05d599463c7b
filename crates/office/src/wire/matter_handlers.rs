//! The commands about matters, and the calendar by which their days are chosen.

use super::desk::Desk;
use super::handlers::Answer;
use super::types::*;
use crate::months::calendar_month as month;
use huifang_core::calendar::Now;

pub(super) fn matter_kinds(desk: &Desk, _: Nothing, _: Now) -> Answer<MatterKinds> {
    desk.with(|office| office.matter_kinds())
}

pub(super) fn foresee_matter(desk: &Desk, request: MatterWish, now: Now) -> Answer<MatterForesight> {
    desk.with(|office| office.foresee_matter(&request, now))
}

pub(super) fn register_matter(desk: &Desk, request: MatterWish, now: Now) -> Answer<MatterWritten> {
    desk.with(|office| office.register_matter(&request, now))
}

pub(super) fn foresee_edit(desk: &Desk, request: MatterEdit, now: Now) -> Answer<MatterForesight> {
    desk.with(|office| office.foresee_edit(&request, now))
}

pub(super) fn edit_matter(desk: &Desk, request: MatterEdit, now: Now) -> Answer<MatterWritten> {
    desk.with(|office| office.edit_matter(&request, now))
}

pub(super) fn matter_list(desk: &Desk, request: MatterQuery, now: Now) -> Answer<MatterList> {
    desk.with(|office| office.matter_list(&request, now))
}

pub(super) fn matter_counts(desk: &Desk, request: MatterQuery, now: Now) -> Answer<MatterCounts> {
    desk.with(|office| office.matter_counts(&request, now))
}

pub(super) fn matter_page(desk: &Desk, request: MatterRef, now: Now) -> Answer<MatterPage> {
    desk.with(|office| office.matter_page(&request.matter, now))
}

pub(super) fn struck_matters(desk: &Desk, _: Nothing, now: Now) -> Answer<Vec<StruckMatterRow>> {
    desk.with(|office| office.struck_matters(now))
}

pub(super) fn calendar_month(desk: &Desk, request: MonthRef, _: Now) -> Answer<CalendarMonth> {
    desk.with(|office| month(&office.policies.calendar, &request.month))
}
