//! What a host holds: at most one open office, who works there, and jobs at work.

use super::jobs::Jobs;
use crate::OfficeError;
use crate::office::Office;
use crate::packs::PackShelf;
use crate::wire::DueNow;
use huifang_core::calendar::Now;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The desk at which somebody works.
pub struct Desk {
    pub(super) office: Arc<Mutex<Option<Office>>>,
    pub(super) jobs: Jobs,
    pub(super) shelf: PackShelf,
    recent_file: Option<PathBuf>,
    /// Where new offices are proposed; none: below the person's documents.
    pub(super) offices: Option<PathBuf>,
    /// A window refuses a clock that was set by hand on a real office (DESIGN 4); the command line marks what it writes.
    pub(super) refuses_pretended_clock: bool,
    /// Whether people prove who they are here: at a window, which many use, not at a command line.
    has_lock: bool,
    locked: AtomicBool,
    traces: AtomicU64,
}

/// How many folders are remembered.
const MOST_RECENT: usize = 8;

impl Default for Desk {
    fn default() -> Self {
        Self::new()
    }
}

impl Desk {
    /// The desk of a window, without an open office.
    pub fn new() -> Self {
        Self {
            office: Arc::default(),
            jobs: Jobs::default(),
            shelf: PackShelf::default(),
            recent_file: None,
            offices: None,
            refuses_pretended_clock: true,
            has_lock: true,
            locked: AtomicBool::new(false),
            traces: AtomicU64::new(1),
        }
    }

    /// The desk of a headless host, with the packs that it chose.
    pub fn headless(shelf: PackShelf) -> Self {
        Self { shelf, refuses_pretended_clock: false, has_lock: false, ..Self::new() }
    }

    /// Remembers the folders of offices opened in this file, one a line.
    pub fn remember_in(mut self, file: PathBuf) -> Self {
        self.recent_file = Some(file);
        self
    }

    /// Proposes folders for new offices below this one.
    pub fn keep_offices_in(mut self, dir: PathBuf) -> Self {
        self.offices = Some(dir);
        self
    }

    /// Whether people prove who they are at this desk.
    pub(super) fn has_lock(&self) -> bool {
        self.has_lock
    }

    /// Whether the desk is locked.
    pub fn is_locked(&self) -> bool {
        self.locked.load(Ordering::SeqCst)
    }

    /// Locks the desk, or unlocks it; a desk without a lock stays open.
    pub(super) fn lock_up(&self, locked: bool) {
        self.locked.store(locked && self.has_lock, Ordering::SeqCst);
    }

    /// What is due by now, for the host's own tray and reminders: counts without names, so a locked desk tells them
    /// too. Nothing while no office is open or it can not be read.
    pub fn due_now(&self, now: Now) -> Option<DueNow> {
        let due = self.with(|office| {
            office.catch_up(now)?;
            office.due_now(now)
        });
        due.ok()
    }

    /// Runs something on the open office.
    ///
    /// # Errors
    /// `no_office`, or what the work says.
    pub(super) fn with<T>(&self, work: impl FnOnce(&mut Office) -> Result<T, OfficeError>) -> Result<T, OfficeError> {
        work(self.lock().as_mut().ok_or(OfficeError::NoOffice)?)
    }

    /// Looks at the open office beside it: what takes long to read makes nobody else wait, and sees the office as it stood
    /// when the look began.
    ///
    /// # Errors
    /// `no_office`, or what the work says.
    pub(super) fn aside<T>(&self, work: impl FnOnce(&Office) -> Result<T, OfficeError>) -> Result<T, OfficeError> {
        match self.with(|office| office.aside())? {
            Some(aside) => work(&aside),
            None => self.with(|office| work(office)),
        }
    }

    /// Runs something on the open office, with all packs that can be enabled in it.
    ///
    /// # Errors
    /// `no_office`, or what the work says.
    pub(super) fn with_shelf<T>(
        &self,
        work: impl FnOnce(&mut Office, &PackShelf) -> Result<T, OfficeError>,
    ) -> Result<T, OfficeError> {
        self.with(|office| {
            let shelf = office.shelf(&self.shelf);
            work(office, &shelf)
        })
    }

    /// Looks at packs: those of the open office too, where one is open.
    ///
    /// # Errors
    /// What the work says.
    pub(super) fn look<T>(
        &self,
        work: impl FnOnce(Option<&Office>, &PackShelf) -> Result<T, OfficeError>,
    ) -> Result<T, OfficeError> {
        match self.lock().as_ref() {
            Some(office) => work(Some(office), &office.shelf(&self.shelf)),
            None => work(None, &self.shelf),
        }
    }

    /// A panic in a command leaves the office usable: its transaction was rolled back, and nothing else is kept in it.
    pub(super) fn lock(&self) -> MutexGuard<'_, Option<Office>> {
        self.office.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn next_trace(&self) -> u64 {
        self.traces.fetch_add(1, Ordering::Relaxed)
    }

    /// Folders opened lately, the last one first.
    pub(super) fn recent(&self) -> Vec<String> {
        let text = self.recent_file.as_ref().and_then(|file| std::fs::read_to_string(file).ok()).unwrap_or_default();
        text.lines().filter(|line| Path::new(line).is_dir()).map(str::to_owned).collect()
    }

    /// Notes a folder as opened; that it can not be noted is no reason not to open it.
    pub(super) fn note_opened(&self, dir: &Path) {
        let Some(file) = &self.recent_file else { return };
        let opened = dir.display().to_string();
        let mut recent = self.recent();
        recent.retain(|line| line != &opened);
        recent.insert(0, opened);
        recent.truncate(MOST_RECENT);
        let written = file
            .parent()
            .map_or(Ok(()), std::fs::create_dir_all)
            .and_then(|()| std::fs::write(file, recent.join("\n")));
        if let Err(error) = written {
            tracing::warn!(file = %file.display(), %error, "cannot remember the opened folder");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::NewOffice;
    use crate::wire::{SaveView, ViewFilter};
    use chrono::{FixedOffset, NaiveDate};

    fn now(step: i64) -> Now {
        let zone = FixedOffset::east_opt(8 * 3600).expect("eight hours are an offset");
        let today = NaiveDate::from_ymd_opt(2026, 10, 9).expect("a day");
        Now { instant_ms: 1_790_000_000_000 + step, zone, today, minute: 600, pretended: false }
    }

    fn view(name: &str) -> SaveView {
        SaveView { view: None, name: name.to_owned(), filter: ViewFilter { all: true, conditions: Vec::new() } }
    }

    #[test]
    fn while_somebody_looks_for_long_others_read_and_write_and_what_he_sees_stands_still() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let new = NewOffice {
            name: "两个人".to_owned(),
            packs: vec!["002-12".to_owned()],
            effective_from: now(0).today,
            sample: false,
        };
        let office = Office::create(&folder.path().join("office"), &new, &PackShelf::default(), now(0));
        let desk = Desk::new();
        *desk.lock() = Some(office.expect("an office is made"));
        let seen = desk.aside(|aside| {
            let before = aside.saved_views(now(1))?.len();
            // The desk itself is free: were it held, this would wait for ever.
            desk.with(|office| office.save_view(&view("我的"), now(2)))?;
            Ok((before, aside.saved_views(now(3))?.len()))
        });
        assert_eq!(seen.expect("both looks"), (0, 0));
        assert_eq!(desk.aside(|aside| Ok(aside.saved_views(now(4))?.len())).expect("a later look"), 1);
    }

    #[test]
    fn nothing_is_written_beside_the_desk() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let new = NewOffice { name: "看".to_owned(), packs: Vec::new(), effective_from: now(0).today, sample: false };
        let office = Office::create(&folder.path().join("office"), &new, &PackShelf::default(), now(0));
        let office = office.expect("an office is made");
        let mut aside = office.aside().expect("a look").expect("a file");
        aside.save_view(&view("我的"), now(1)).expect_err("it is for reading only");
        assert_eq!(office.saved_views(now(2)).expect("views"), []);
    }
}
