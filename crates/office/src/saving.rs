//! A file reaches its place whole or not at all.

use crate::OfficeError;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// Writes to a file beside the target and renames it, so that a failure leaves an older file as it was.
///
/// # Errors
/// `io`.
pub(crate) fn save(bytes: &[u8], target: &Path) -> Result<(), OfficeError> {
    let part = part_beside(target);
    write(bytes, &part).and_then(|()| fs::rename(&part, target)).map_err(|source| {
        // The part file may not exist at all, and the first error is the one to be told.
        let _ = fs::remove_file(&part);
        OfficeError::Io { path: target.to_owned(), operation: "写文件", source }
    })
}

fn part_beside(target: &Path) -> PathBuf {
    let name = target.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    target.with_file_name(format!(".{name}.part"))
}

fn write(bytes: &[u8], part: &Path) -> io::Result<()> {
    let mut file = File::create(part)?;
    file.write_all(bytes)?;
    // Renamed before its bytes are on the disk, a power cut would leave an empty file in the place of the older one.
    file.sync_all()
}
