//! What the host gives: the clock, read once; the shelf of packs; the open office.

use chrono::Local;
use huifang_core::calendar::{Moment, Now};
use huifang_core::domain::StaffId;
use huifang_office::{Office, OfficeError, PackShelf};
use std::path::Path;

/// The environment of one run.
pub struct Host {
    /// The clock of this command.
    pub now: Now,
    /// Packs: shipped, or of `HUIFANG_PACKS`.
    pub shelf: PackShelf,
}

impl Host {
    /// Reads the clock (`HUIFANG_TODAY` sets it) and the shelf.
    ///
    /// # Errors
    /// `bad_today`; the folder of packs cannot be read.
    pub fn from_env() -> Result<Self, OfficeError> {
        let shelf = match std::env::var_os("HUIFANG_PACKS").filter(|dir| !dir.is_empty()) {
            Some(dir) => PackShelf::read(Path::new(&dir))?,
            None => PackShelf::default(),
        };
        Ok(Self { now: now()?, shelf })
    }

    /// Opens the office; what is written is written by nobody in particular unless `by` says who.
    ///
    /// # Errors
    /// As `Office::open`.
    pub fn open(&self, dir: &Path) -> Result<Office, OfficeError> {
        Office::open(dir, self.now)
    }

    /// The person of staff with that id or name.
    ///
    /// # Errors
    /// `not_found`.
    pub fn staff(office: &Office, reference: &str) -> Result<StaffId, OfficeError> {
        let staff = office.staff()?;
        let found = huifang_core::domain::StaffRef(reference.to_owned()).find(&staff).map(|s| s.id.clone());
        found.ok_or_else(|| OfficeError::NotFound { noun: "员工", id: reference.to_owned() })
    }
}

#[allow(clippy::disallowed_methods, reason = "the host reads the clock, once a command (DESIGN 4)")]
fn now() -> Result<Now, OfficeError> {
    let set = match std::env::var("HUIFANG_TODAY").ok().filter(|text| !text.trim().is_empty()) {
        None => None,
        Some(text) => Some(Moment::parse(&text).ok_or_else(|| {
            OfficeError::invalid("bad_today", format!("HUIFANG_TODAY 要写成 2026-09-30 的样子:{text}"))
        })?),
    };
    Ok(Now::of(Local::now().fixed_offset(), set))
}
