//! One process an office: the second is told so plainly, instead of finding the database busy now and then.

use crate::StoreError;
use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

/// The office is ours while this lives. The file stays behind on purpose: deleting it would let two processes each lock
/// a file of that name.
pub(crate) struct OfficeLock(#[expect(dead_code, reason = "held for its lock, which closing the file gives up")] File);

impl OfficeLock {
    /// Takes the office whose database this is, or says that it is open elsewhere.
    pub(crate) fn take(database: &Path) -> Result<Self, StoreError> {
        let path = lock_path(database);
        let file = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(&path)
            .map_err(StoreError::io(&path, "open"))?;
        match file.try_lock() {
            Ok(()) => Ok(Self(file)),
            Err(TryLockError::WouldBlock) => Err(StoreError::Locked { path: database.to_owned() }),
            Err(TryLockError::Error(source)) => Err(StoreError::io(&path, "lock")(source)),
        }
    }
}

fn lock_path(database: &Path) -> PathBuf {
    let mut name = database.as_os_str().to_owned();
    name.push(".lock");
    name.into()
}
