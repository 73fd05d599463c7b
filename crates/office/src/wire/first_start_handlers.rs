//! The commands of the first start.

use super::desk::Desk;
use super::handlers::{Answer, desk_status, pretended_clock};
use super::types::*;
use crate::OfficeError;
use crate::first_start::{self, Beginning, propose_folder, refuse_bad_folder};
use crate::office::NewOffice;
use crate::sample::SampleSector;
use huifang_core::calendar::Now;
use std::path::PathBuf;

pub(super) fn pack_offers(desk: &Desk, _: Nothing, _: Now) -> Answer<Vec<PackOffer>> {
    Ok(first_start::pack_offers(&desk.shelf))
}

pub(super) fn check_folder(desk: &Desk, request: FolderWish, _: Now) -> Answer<FolderCheck> {
    let wished = request.dir.map(|dir| PathBuf::from(dir.trim()));
    let dir = wished.unwrap_or_else(|| propose_folder(desk.offices.as_deref(), &request.name));
    let problem = refuse_bad_folder(&dir).err();
    let problem = problem.map(|error| FolderProblem { code: error.code().to_owned(), text: error.sentence() });
    Ok(FolderCheck { dir: dir.display().to_string(), problem })
}

pub(super) fn create_office(desk: &Desk, request: CreateOffice, now: Now) -> Answer<DeskStatus> {
    let name = request.name.trim().to_owned();
    if name.is_empty() {
        return Err(OfficeError::invalid("name_missing", "请填写单位名称"));
    }
    if request.packs.is_empty() {
        return Err(OfficeError::invalid("pack_missing", "请至少选择一份回访制度"));
    }
    let effective_from = crate::follow_up::day(request.effective_from.as_deref(), now.today, "effective_from")?;
    let new = NewOffice { name, packs: request.packs, effective_from, sample: false };
    let dir = PathBuf::from(request.dir.trim());
    if now.pretended && desk.refuses_pretended_clock {
        return Err(pretended_clock());
    }
    let first = request.first.map(|first| (first.name, first.role));
    let beginning = Beginning { values: request.values, fills_blanks: true, first };
    // Made before the open one is let go: a refusal leaves the desk as it was.
    let office = first_start::begin(&dir, &new, &beginning, &desk.shelf, now)?;
    desk.note_opened(&dir);
    *desk.lock() = Some(office);
    desk_status(desk, Nothing {}, now)
}

pub(super) fn sample_office(desk: &Desk, request: SampleOffice, now: Now) -> Answer<DeskStatus> {
    let sector = match request.sector.as_str() {
        "dental" => SampleSector::Dental,
        "hospital" | "nursing-home" => SampleSector::Ward,
        _ => SampleSector::Property,
    };
    let name = format!("演示 {}", sector.name());
    let dir = request.dir.map(|dir| PathBuf::from(dir.trim()));
    let dir = dir.unwrap_or_else(|| propose_folder(desk.offices.as_deref(), &name));
    let office = first_start::begin_sample(&dir, sector, &desk.shelf, now)?;
    desk.note_opened(&dir);
    *desk.lock() = Some(office);
    desk_status(desk, Nothing {}, now)
}
