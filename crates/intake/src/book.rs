//! A file as rows of typed cells, whatever it was saved as.

use crate::cell::Cell;
use crate::{delimited, workbook};
use serde::Serialize;
use std::ops::ControlFlow;
use std::path::Path;

/// The sheets of one file.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Book {
    /// File name, without its folder.
    pub file: String,
    /// Visible sheets with something in them, in the order of the workbook.
    pub sheets: Vec<Sheet>,
    /// Sheets that the office has hidden: not read, and said so.
    pub hidden: Vec<String>,
}

/// One sheet; a text file is one sheet with the name of the file.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sheet {
    /// Name on the tab.
    pub name: String,
    /// Rows in which some cell is filled, from the top.
    pub rows: Vec<Row>,
}

/// One row.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Row {
    /// Number of the row as the spreadsheet program shows it, from 1.
    pub number: u32,
    /// Cells from column A; what lies beyond the end is empty.
    pub cells: Vec<Cell>,
}

impl Row {
    /// The cell of a column counted from 0.
    pub fn cell(&self, column: usize) -> &Cell {
        self.cells.get(column).unwrap_or(&Cell::Empty)
    }

    /// The filled cells with their columns.
    pub fn filled(&self) -> impl Iterator<Item = (usize, &Cell)> {
        self.cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty())
    }
}

/// How far a long piece of work has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Progress {
    /// What is being done.
    pub step: Step,
    /// Rows done.
    pub done: usize,
    /// Rows in all; 0 as long as nobody knows.
    pub total: usize,
}

/// The two halves of an import.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// The file is being read.
    Reading,
    /// Its rows are being compared with what the office has.
    Comparing,
}

/// Told of progress every few hundred rows; answers whether to go on.
pub type Watcher<'a> = &'a mut dyn FnMut(Progress) -> ControlFlow<()>;

/// How many rows pass between two reports of progress.
pub(crate) const REPORT_EVERY: usize = 500;

/// No list of an office is wider; a sheet that is has a stray cell far to the right.
pub const MAX_COLUMNS: usize = 1000;

/// Why a file could not be read. Nothing of it is imported.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message_zh())]
pub enum BookError {
    /// The file cannot be opened, or is damaged.
    Unreadable {
        /// File name.
        file: String,
        /// What the system or the reader said.
        reason: String,
    },
    /// The workbook asks for a password.
    PasswordProtected {
        /// File name.
        file: String,
    },
    /// The file is something else, whatever its name says.
    NotAWorkbook {
        /// File name.
        file: String,
        /// What it looks like.
        looks_like: LooksLike,
    },
    /// Neither UTF-8 nor GB18030 nor another encoding that can be told.
    UnknownEncoding {
        /// File name.
        file: String,
    },
    /// No visible sheet has a filled cell.
    Empty {
        /// File name.
        file: String,
    },
    /// A row is filled beyond [`MAX_COLUMNS`].
    TooWide {
        /// File name.
        file: String,
        /// Sheet.
        sheet: String,
        /// Row.
        row: u32,
        /// Column of the stray cell, counted from 1.
        column: usize,
    },
    /// The watcher stopped it.
    Cancelled,
}

/// What a file that is no workbook looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LooksLike {
    /// Plain text under the name of a workbook.
    Text,
    /// A web page under the name of a workbook, as some programs export it.
    WebPage,
    /// A document of another office program.
    OtherDocument,
    /// Nothing that is known.
    Unknown,
}

impl BookError {
    /// Code for messages and tests.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Unreadable { .. } => "unreadable",
            Self::PasswordProtected { .. } => "password_protected",
            Self::NotAWorkbook { .. } => "not_a_workbook",
            Self::UnknownEncoding { .. } => "unknown_encoding",
            Self::Empty { .. } => "empty",
            Self::TooWide { .. } => "too_wide",
            Self::Cancelled => "cancelled",
        }
    }

    /// One Chinese sentence: which file, what is wrong, what to do.
    pub fn message_zh(&self) -> String {
        match self {
            Self::Unreadable { file, reason } => {
                format!(
                    "“{file}”打不开({reason})。请确认文件没有被移走或损坏,用 Excel 或 WPS 打开后另存为 .xlsx 再导入。"
                )
            }
            Self::PasswordProtected { file } => {
                format!("“{file}”设有打开密码。请用 Excel 或 WPS 打开,去掉密码后另存,再导入。")
            }
            Self::NotAWorkbook { file, looks_like } => format!("“{file}”{}", looks_like.remedy()),
            Self::UnknownEncoding { file } => {
                format!("“{file}”的文字编码认不出来。请用 Excel 或 WPS 打开,另存为 .xlsx 再导入。")
            }
            Self::Empty { file } => format!("“{file}”里没有内容。请确认选对了文件,名单在没有隐藏的工作表里。"),
            Self::TooWide { file, sheet, row, column } => format!(
                "“{file}”的工作表“{sheet}”第 {row} 行第 {column} 列还有内容,超过 {MAX_COLUMNS} 列。请删去多余的列再导入。"
            ),
            Self::Cancelled => "已取消,没有导入任何内容。".to_owned(),
        }
    }
}

impl LooksLike {
    fn remedy(self) -> &'static str {
        match self {
            Self::Text => "是文本文件,不是 Excel 工作簿。如果是逗号分隔的名单,请把扩展名改为 .csv 再导入。",
            Self::WebPage => "是网页,不是 Excel 工作簿。请用 Excel 或 WPS 打开,另存为 .xlsx 再导入。",
            Self::OtherDocument => "是别的文档,不是 Excel 工作簿。请选择 .xlsx 或 .csv 文件。",
            Self::Unknown => "不是 Excel 工作簿,也不是文本名单。请选择 .xlsx 或 .csv 文件。",
        }
    }
}

/// Reads a file from disk.
///
/// # Errors
/// Any [`BookError`] but `Cancelled`.
pub fn read_book(path: &Path) -> Result<Book, BookError> {
    read_book_watched(path, &mut |_| ControlFlow::Continue(()))
}

/// Reads a file from disk; the watcher may stop it.
///
/// # Errors
/// Any [`BookError`].
pub fn read_book_watched(path: &Path, watcher: Watcher<'_>) -> Result<Book, BookError> {
    let file = path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
    match std::fs::read(path) {
        Ok(bytes) => read_bytes_watched(&file, &bytes, watcher),
        Err(error) => Err(BookError::Unreadable { file, reason: io_reason(&error) }),
    }
}

/// Reads the bytes of a file; its kind is told by the content, the name decides only between text and damage.
///
/// # Errors
/// Any [`BookError`] but `Cancelled`.
pub fn read_bytes(file: &str, bytes: &[u8]) -> Result<Book, BookError> {
    read_bytes_watched(file, bytes, &mut |_| ControlFlow::Continue(()))
}

/// [`read_bytes`] with a watcher that may stop it.
///
/// # Errors
/// Any [`BookError`].
pub fn read_bytes_watched(file: &str, bytes: &[u8], watcher: Watcher<'_>) -> Result<Book, BookError> {
    if bytes.is_empty() {
        return Err(BookError::Empty { file: file.to_owned() });
    }
    let book = if workbook::is_container(bytes) {
        workbook::read(file, bytes, watcher)?
    } else {
        delimited::read(file, bytes, watcher)?
    };
    if book.sheets.is_empty() {
        return Err(BookError::Empty { file: file.to_owned() });
    }
    Ok(book)
}

/// The file name's extension in small letters.
pub(crate) fn extension(file: &str) -> String {
    Path::new(file).extension().map(|ext| ext.to_string_lossy().to_ascii_lowercase()).unwrap_or_default()
}

fn io_reason(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound => "文件不存在".to_owned(),
        std::io::ErrorKind::PermissionDenied => "没有读取权限,或正被别的程序占用".to_owned(),
        _ => error.to_string(),
    }
}
