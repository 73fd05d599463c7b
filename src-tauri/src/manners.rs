//! How the program behaves on this computer: start with the system, stay in the tray. Kept in a small file beside the
//! other settings of the person; a file that is missing or damaged means the quiet defaults.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};
use tauri::{AppHandle, Manager, State};
use tauri_plugin_autostart::ManagerExt;

/// What is kept in the file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Kept {
    /// Whether closing the window leaves the program in the tray.
    pub(crate) stays_in_tray: bool,
    /// The day on which the morning's reminder was given.
    pub(crate) reminded_on: Option<NaiveDate>,
}

/// The kept settings with their file.
#[derive(Debug, Default)]
pub(crate) struct Manners {
    kept: Mutex<Kept>,
    file: Option<PathBuf>,
}

impl Manners {
    /// Reads the file; none: nothing is kept beyond this run.
    pub(crate) fn read(file: Option<PathBuf>) -> Self {
        let text = file.as_ref().and_then(|file| std::fs::read_to_string(file).ok());
        let kept = text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
        Self { kept: Mutex::new(kept), file }
    }

    /// What is kept now.
    pub(crate) fn kept(&self) -> Kept {
        self.lock().clone()
    }

    /// Changes what is kept; that it can not be written is no reason to stop.
    pub(crate) fn change(&self, change: impl FnOnce(&mut Kept)) {
        let mut kept = self.lock();
        change(&mut kept);
        let Some(file) = &self.file else { return };
        let written = serde_json::to_string_pretty(&*kept).map_err(std::io::Error::other).and_then(|text| {
            file.parent().map_or(Ok(()), std::fs::create_dir_all)?;
            std::fs::write(file, text)
        });
        if let Err(error) = written {
            tracing::warn!(file = %file.display(), %error, "cannot keep the settings of this computer");
        }
    }

    fn lock(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The settings as the page shows them; what this system does not offer is absent.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Shown {
    starts_with_system: Option<bool>,
    stays_in_tray: Option<bool>,
}

/// What the page wishes; absent: as it is.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Wish {
    starts_with_system: Option<bool>,
    stays_in_tray: Option<bool>,
}

/// Tells the page the settings of this computer, after changing what it wishes.
#[tauri::command]
pub(crate) async fn manners(app: AppHandle, kept: State<'_, Manners>, wish: Wish) -> Result<Shown, String> {
    if let Some(stays) = wish.stays_in_tray {
        kept.change(|kept| kept.stays_in_tray = stays);
    }
    let autostart = app.autolaunch();
    if let Some(starts) = wish.starts_with_system {
        let done = if starts { autostart.enable() } else { autostart.disable() };
        done.map_err(|error| error.to_string())?;
    }
    let has_tray = app.tray_by_id(crate::tray::ID).is_some();
    let stays_in_tray = has_tray.then(|| kept.kept().stays_in_tray);
    Ok(Shown { starts_with_system: autostart.is_enabled().ok(), stays_in_tray })
}

/// Whether closing the window should only hide it.
pub(crate) fn hides_on_close(app: &AppHandle) -> bool {
    app.state::<Manners>().kept().stays_in_tray && app.tray_by_id(crate::tray::ID).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_changed_is_there_at_the_next_start() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("new/manners.json");
        let manners = Manners::read(Some(file.clone()));
        assert_eq!(manners.kept(), Kept::default());
        manners.change(|kept| kept.stays_in_tray = true);
        assert!(Manners::read(Some(file)).kept().stays_in_tray);
    }

    #[test]
    fn a_damaged_file_means_the_defaults_and_no_file_keeps_for_this_run() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("manners.json");
        std::fs::write(&file, "{ broken").expect("a file");
        assert_eq!(Manners::read(Some(file)).kept(), Kept::default());
        let manners = Manners::read(None);
        manners.change(|kept| kept.stays_in_tray = true);
        assert!(manners.kept().stays_in_tray);
    }
}
