//! The commands about draws and about the office's own work that is done: take the office, call the use case.

use super::desk::Desk;
use super::handlers::Answer;
use super::types::*;
use crate::draws::Seed;
use huifang_core::calendar::Now;
use huifang_core::domain::DrawId;
use std::path::Path;

pub(super) fn void_decision(desk: &Desk, request: VoidDecision, now: Now) -> Answer<Changed> {
    desk.with(|office| office.void_decision(&request, now))
}

pub(super) fn finished(desk: &Desk, _: Nothing, _: Now) -> Answer<Vec<FinishedRow>> {
    desk.with(|office| office.finished())
}

pub(super) fn draw_preview(desk: &Desk, request: TaskRef, now: Now) -> Answer<DrawPreview> {
    desk.with(|office| office.frame(&request.task, now))
}

pub(super) fn draw(desk: &Desk, request: DrawWish, now: Now) -> Answer<DrawWritten> {
    let seed = request.seed.map_or(Seed::System, Seed::Agreed);
    desk.with(|office| office.draw(&request.task, request.hash.as_deref(), &seed, now))
}

pub(super) fn replace_drawn(desk: &Desk, request: ReplaceDrawn, now: Now) -> Answer<Changed> {
    desk.with(|office| office.replace(&request, now))
}

pub(super) fn void_draw(desk: &Desk, request: VoidDraw, now: Now) -> Answer<Changed> {
    desk.with(|office| office.void_draw(&request, now))
}

pub(super) fn draws(desk: &Desk, _: Nothing, _: Now) -> Answer<Vec<DrawRow>> {
    desk.with(|office| office.draws())
}

pub(super) fn draw_sheet(desk: &Desk, request: DrawRef, now: Now) -> Answer<DrawSheet> {
    desk.with(|office| office.draw_sheet(&DrawId(request.draw), request.whole, now))
}

pub(super) fn export_draw(desk: &Desk, request: ExportDraw, now: Now) -> Answer<Exported> {
    desk.with(|office| office.export_draw(&DrawId(request.draw), Path::new(&request.path), now))
}
