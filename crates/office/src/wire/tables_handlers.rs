//! One function for each command about long lists: take the office, call the use case.

use super::desk::Desk;
use super::handlers::Answer;
use super::types::*;
use huifang_core::calendar::Now;

pub(super) fn view_setting(desk: &Desk, request: ViewSettingRef, _: Now) -> Answer<ViewSetting> {
    desk.with(|office| office.view_setting(&request.name))
}

pub(super) fn put_view_setting(desk: &Desk, request: PutViewSetting, now: Now) -> Answer<Changed> {
    desk.with(|office| office.put_view_setting(&request, now))
}

pub(super) fn export_list(desk: &Desk, request: ExportList, now: Now) -> Answer<Exported> {
    let written = desk.aside(|office| office.write_list(&request, now))?;
    desk.with(|office| office.note_export(&request, &written, now))?;
    Ok(written)
}

pub(super) fn preview_paste(desk: &Desk, request: PasteRows, now: Now) -> Answer<PastePreview> {
    desk.with(|office| office.preview_paste(&request, now))
}

pub(super) fn paste_clients(desk: &Desk, request: PasteRows, now: Now) -> Answer<Pasted> {
    desk.with(|office| office.paste_clients(&request, now))
}
