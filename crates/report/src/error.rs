//! What can go wrong while a workbook is written.

use rust_xlsxwriter::XlsxError;
use std::path::PathBuf;
use thiserror::Error;

/// Why a workbook was not written. The message says what to do; nothing was left behind and an older file of the same
/// name is as it was.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum ReportError {
    /// The folder does not exist.
    #[error("文件夹「{}」不存在,请另选一个文件夹。", .0.display())]
    FolderMissing(PathBuf),
    /// The folder or the file may not be written, or another program holds the file.
    #[error("「{}」无法写入:文件可能正在 Excel 或 WPS 中打开,或者没有写入权限。请先关闭该文件,或换一个文件名或文件夹。", .0.display())]
    NotWritable(PathBuf),
    /// No room.
    #[error("磁盘空间不足,「{}」没有写成。请腾出空间或换一个磁盘。", .0.display())]
    DiskFull(PathBuf),
    /// More rows than a sheet can have.
    #[error("共 {0} 行,超过一张工作表的 1048576 行。请缩短时间范围后分次导出。")]
    TooManyRows(usize),
    /// Anything else that the workbook's writer refused.
    #[error("工作簿没有写成:{0}。请把这句话告诉技术支持。")]
    Workbook(#[from] XlsxError),
}

impl ReportError {
    /// Stable code for the wire.
    pub fn code(&self) -> &'static str {
        match self {
            Self::FolderMissing(_) => "folder_missing",
            Self::NotWritable(_) => "not_writable",
            Self::DiskFull(_) => "disk_full",
            Self::TooManyRows(_) => "too_many_rows",
            Self::Workbook(_) => "workbook",
        }
    }
}
