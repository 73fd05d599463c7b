//! What the host gives: the clock, read once; the shelf of packs; the open office.

use chrono::{Local, NaiveTime, Timelike};
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
    let real = Local::now().fixed_offset();
    let minute = |time: NaiveTime| (time.hour() * 60 + time.minute()) as u16;
    let set = match std::env::var("HUIFANG_TODAY").ok().filter(|text| !text.trim().is_empty()) {
        None => None,
        Some(text) => Some(Moment::parse(&text).ok_or_else(|| {
            OfficeError::invalid("bad_today", format!("HUIFANG_TODAY 要写成 2026-09-30 的样子:{text}"))
        })?),
    };
    let (zone, clock_minute) = (*real.offset(), minute(real.time()));
    Ok(match set {
        None => Now {
            instant_ms: real.timestamp_millis(),
            zone,
            today: real.date_naive(),
            minute: clock_minute,
            pretended: false,
        },
        Some(set) => {
            // The real time of day goes on, so that what is written one after the other keeps its order.
            let time = set.minute.and_then(|m| NaiveTime::from_hms_opt(u32::from(m) / 60, u32::from(m) % 60, 0));
            let time = time.unwrap_or_else(|| real.time());
            let utc_ms = set.day.and_time(time).and_utc().timestamp_millis() - i64::from(zone.local_minus_utc()) * 1000;
            Now { instant_ms: utc_ms, zone, today: set.day, minute: minute(time), pretended: true }
        }
    })
}
