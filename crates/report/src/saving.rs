//! A workbook reaches its place whole or not at all.

use crate::error::ReportError;
use rust_xlsxwriter::{Workbook, XlsxError};
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

/// Rows that a sheet of Excel can have.
const MAX_ROWS: usize = 1_048_576;

/// Refuses what does not fit on a sheet before any work is done; `rows` without headings.
pub(crate) fn check_rows(rows: usize) -> Result<(), ReportError> {
    if rows > MAX_ROWS - 16 { Err(ReportError::TooManyRows(rows)) } else { Ok(()) }
}

/// Writes to a file beside the target and renames it, so that a failure leaves an older report as it was.
pub(crate) fn save(workbook: &mut Workbook, target: &Path) -> Result<(), ReportError> {
    let part = part_beside(target)?;
    let written = write(workbook, &part).and_then(|()| fs::rename(&part, target).map_err(XlsxError::IoError));
    written.map_err(|error| {
        // The part file may not exist at all, and the first error is the one to be told.
        let _ = fs::remove_file(&part);
        explain(error, target)
    })
}

fn part_beside(target: &Path) -> Result<PathBuf, ReportError> {
    let folder = match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    if !folder.is_dir() {
        return Err(ReportError::FolderMissing(folder.to_owned()));
    }
    let name = target.file_name().ok_or_else(|| ReportError::NotWritable(target.to_owned()))?;
    Ok(folder.join(format!(".{}.part", name.to_string_lossy())))
}

fn write(workbook: &mut Workbook, part: &Path) -> Result<(), XlsxError> {
    let file = File::create(part)?;
    workbook.save_to_writer(&file)?;
    // Renamed before its bytes are on the disk, a power cut would leave an empty report in the place of the older one.
    file.sync_all()?;
    Ok(())
}

fn explain(error: XlsxError, target: &Path) -> ReportError {
    let XlsxError::IoError(io) = &error else { return ReportError::Workbook(error) };
    match io.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => ReportError::DiskFull(target.to_owned()),
        // Whatever else the system says of this one file, the remedy is the same: close it, or write elsewhere.
        _ => ReportError::NotWritable(target.to_owned()),
    }
}
