//! Verified copies of the office file.

use super::{Key, connect};
use crate::StoreError;
use crate::error::Clash;
use rusqlite::Connection;
use std::fs::{self, File};
use std::path::Path;

/// Writes a copy of the database, under the same key, to a file that must not exist yet, and reads it back in full: an
/// unreadable copy is removed and is an error. The copy is one file, without a log beside it.
pub(crate) fn backup_to(conn: &Connection, target: &Path, key: Option<&Key>) -> Result<(), StoreError> {
    if target.exists() {
        return Err(StoreError::conflict(Clash::Duplicate, format!("{} exists", target.display())));
    }
    if let Some(folder) = target.parent() {
        fs::create_dir_all(folder).map_err(StoreError::io(folder, "create folder"))?;
    }
    // SQLCipher gives the new file the key of the old one.
    conn.execute("VACUUM INTO ?1", [target.to_string_lossy()])?;
    verify(target, key).inspect_err(|_| {
        // The copy is worthless; that it could not be removed either would say less than why it is worthless.
        let _ = fs::remove_file(target);
    })?;
    File::open(target).and_then(|file| file.sync_all()).map_err(StoreError::io(target, "sync"))
}

fn verify(copy: &Path, key: Option<&Key>) -> Result<(), StoreError> {
    let conn = connect(copy, key, false)?;
    let verdict: String = conn.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if verdict != "ok" {
        return Err(StoreError::WrongKeyOrCorrupt);
    }
    // Back to a plain journal: whoever copies the one file has the whole office.
    conn.query_row("PRAGMA journal_mode = DELETE", [], |_| Ok(()))?;
    Ok(())
}
