//! The commands about policies: take the office and the packs that can be enabled in it, call the use case.

use super::desk::Desk;
use super::handlers::Answer;
use super::types::*;
use crate::policy::{check_pack as check, compare_packs as compare, export_pack as export};
use crate::policy::{pack_brief, pack_page, pack_source as source, read_holiday_file};
use huifang_core::calendar::Now;
use std::path::Path;

pub(super) fn pack_list(desk: &Desk, _: Nothing, now: Now) -> Answer<Vec<PackBrief>> {
    desk.look(|office, shelf| Ok(shelf.ids().map(|id| pack_brief(office, shelf, id, now.today)).collect()))
}

pub(super) fn pack_text(desk: &Desk, request: PackRef, now: Now) -> Answer<PackText> {
    desk.look(|office, shelf| pack_page(office, shelf, &request.id, now.today))
}

pub(super) fn find_packs(desk: &Desk, request: FindPacks, _: Now) -> Answer<Vec<PackHit>> {
    desk.look(|_, shelf| Ok(shelf.find(&request.find).into_iter().map(|(id, line)| PackHit { id, line }).collect()))
}

pub(super) fn preview_policy(desk: &Desk, request: PolicyChange, now: Now) -> Answer<PolicyPreview> {
    desk.with_shelf(|office, shelf| office.preview_policy(&request, shelf, now))
}

pub(super) fn change_policy(desk: &Desk, request: PolicyChange, now: Now) -> Answer<Changed> {
    desk.with_shelf(|office, shelf| office.change_policy(&request, shelf, now))
}

pub(super) fn compare_packs(desk: &Desk, request: ComparePacks, _: Now) -> Answer<PackComparison> {
    desk.look(|office, shelf| compare(office, shelf, &request))
}

pub(super) fn copy_pack(desk: &Desk, request: CopyPack, now: Now) -> Answer<PackWritten> {
    desk.with_shelf(|office, shelf| office.copy_pack(&request, shelf, now))
}

pub(super) fn pack_source(desk: &Desk, request: PackRef, _: Now) -> Answer<PackSource> {
    desk.look(|_, shelf| source(shelf, &request.id))
}

pub(super) fn check_pack(desk: &Desk, request: CheckPack, _: Now) -> Answer<PackCheck> {
    desk.look(|_, shelf| check(shelf, &request.id, &request.text))
}

pub(super) fn save_pack(desk: &Desk, request: SavePack, now: Now) -> Answer<PackWritten> {
    desk.with_shelf(|office, shelf| office.save_pack(&request, shelf, now))
}

pub(super) fn delete_pack(desk: &Desk, request: PackRef, now: Now) -> Answer<Changed> {
    desk.with_shelf(|office, shelf| office.delete_pack(&request.id, shelf, now))
}

pub(super) fn export_pack(desk: &Desk, request: ExportPack, _: Now) -> Answer<Exported> {
    desk.look(|_, shelf| export(shelf, &request.id, Path::new(&request.path)))
}

pub(super) fn import_pack(desk: &Desk, request: FileRef, now: Now) -> Answer<PackWritten> {
    desk.with_shelf(|office, shelf| office.import_pack(Path::new(&request.path), shelf, now))
}

pub(super) fn holidays(desk: &Desk, _: Nothing, now: Now) -> Answer<Vec<HolidayTable>> {
    desk.with(|office| office.holiday_tables(now))
}

pub(super) fn read_holidays(_: &Desk, request: FileRef, _: Now) -> Answer<HolidayTable> {
    read_holiday_file(Path::new(&request.path))
}

pub(super) fn backlog(desk: &Desk, request: PackRef, now: Now) -> Answer<Backlog> {
    desk.with(|office| office.backlog(&request.id, now))
}

pub(super) fn waive_backlog(desk: &Desk, request: WaiveBacklog, now: Now) -> Answer<Changed> {
    desk.with(|office| office.waive_backlog(&request, now))
}

pub(super) fn undo_waiver(desk: &Desk, request: WaiverRef, now: Now) -> Answer<Changed> {
    desk.with(|office| office.undo_waiver(&request.id, now))
}
