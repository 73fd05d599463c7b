//! Expected failures, as the office says them: a stable code, parameters, and a Chinese sentence with the remedy.

use huifang_core::policy::PackProblem;
use huifang_intake::{BookError, ImportError};
use huifang_print::PrintError;
use huifang_report::ReportError;
use huifang_store::StoreError;
use serde_json::{Value, json};
use std::path::PathBuf;

/// Why a use case was not carried out. Nothing of it was.
#[derive(Debug, thiserror::Error)]
pub enum OfficeError {
    /// The store refused.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A file could not be read as a list.
    #[error("{0}")]
    Book(BookError),
    /// A list could not be imported.
    #[error("{0}")]
    Import(ImportError),
    /// A workbook could not be written.
    #[error(transparent)]
    Report(#[from] ReportError),
    /// A sheet could not be set.
    #[error(transparent)]
    Print(#[from] PrintError),
    /// A pack has mistakes.
    #[error("制度包 {id} 有 {} 处错误", problems.len())]
    Pack {
        /// Pack id.
        id: String,
        /// All of them.
        problems: Vec<PackProblem>,
    },
    /// There is no such thing.
    #[error("没有找到{noun} {id}")]
    NotFound {
        /// What kind of thing, in Chinese.
        noun: &'static str,
        /// Which.
        id: String,
    },
    /// No office is open.
    #[error("还没有打开办公室。请先打开或新建一个。")]
    NoOffice,
    /// The request does not make sense; the sentence says why and what to do.
    #[error("{text}")]
    Invalid {
        /// Stable code.
        code: &'static str,
        /// Parameters of the code's text (names of form fields, say).
        params: Value,
        /// Chinese sentence.
        text: String,
    },
    /// A file or folder could not be used.
    #[error("{operation}失败:{}({})", path.display(), io_reason(source))]
    Io {
        /// File or folder.
        path: PathBuf,
        /// What was tried, in Chinese.
        operation: &'static str,
        /// What the system said.
        source: std::io::Error,
    },
    /// A person stopped it; nothing was written.
    #[error("已取消,没有写入任何内容。")]
    Cancelled,
}

impl OfficeError {
    /// A refusal with a code of its own.
    pub fn invalid(code: &'static str, text: impl Into<String>) -> Self {
        Self::Invalid { code, params: Value::Null, text: text.into() }
    }

    /// Stable code; the UI's catalogue has a text for each.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Store(error) => error.code(),
            Self::Book(error) => error.code(),
            Self::Import(error) => error.code(),
            Self::Report(error) => error.code(),
            Self::Print(error) => error.code(),
            Self::Pack { .. } => "pack_problems",
            Self::NotFound { .. } => "not_found",
            Self::NoOffice => "no_office",
            Self::Invalid { code, .. } => code,
            Self::Io { .. } => "io",
            Self::Cancelled => "cancelled",
        }
    }

    /// Parameters of the code's text.
    pub fn params(&self) -> Value {
        match self {
            Self::Invalid { params, .. } => params.clone(),
            Self::Pack { problems, .. } => json!({ "problems": problems }),
            Self::NotFound { noun, id } => json!({ "noun": noun, "id": id }),
            _ => Value::Null,
        }
    }

    /// The sentence for the person.
    pub fn sentence(&self) -> String {
        match self {
            Self::Store(error) => store_sentence(error),
            Self::Book(error) => error.message_zh(),
            Self::Import(error) => error.message_zh(),
            Self::Pack { problems, .. } => {
                let lines: Vec<_> = problems.iter().take(20).map(ToString::to_string).collect();
                format!("{self}:\n{}", lines.join("\n"))
            }
            other => other.to_string(),
        }
    }
}

fn store_sentence(error: &StoreError) -> String {
    match error {
        full if full.is_full() => "磁盘已满,什么也没有写入。请腾出一些地方,再试一次。".to_owned(),
        StoreError::Locked { .. } => "这个办公室正由另一个程序打开。请先关闭那一个,再试一次。".to_owned(),
        StoreError::FileTooNew { .. } => "这个办公室的文件由更新版本的程序写成。请先升级本程序。".to_owned(),
        StoreError::WrongKeyOrCorrupt => "口令不对,或文件已损坏。请核对口令;仍打不开时从备份恢复。".to_owned(),
        StoreError::NotFound { noun: "office", id } => {
            format!("这里没有办公室:{id}。请选择办公室所在的文件夹,或新建一个。")
        }
        StoreError::NotFound { .. } => format!("没有找到:{error}"),
        StoreError::Conflict { .. } => format!("不能这样做,有其他内容与它相连:{error}"),
        StoreError::Io { path, source, .. } => format!("文件读写失败:{}({})", path.display(), io_reason(source)),
        StoreError::Sqlite(_) => format!("数据文件出错:{error}"),
    }
}

/// The commonest refusals of the system in Chinese; others in its own words.
fn io_reason(error: &std::io::Error) -> String {
    use std::io::ErrorKind;
    match error.kind() {
        ErrorKind::NotFound => "文件或文件夹不存在".to_owned(),
        ErrorKind::PermissionDenied => "没有权限,或正被别的程序占用".to_owned(),
        ErrorKind::StorageFull => "磁盘已满".to_owned(),
        _ => error.to_string(),
    }
}

impl From<BookError> for OfficeError {
    fn from(error: BookError) -> Self {
        Self::Book(error)
    }
}

impl From<ImportError> for OfficeError {
    fn from(error: ImportError) -> Self {
        match error {
            ImportError::Cancelled => Self::Cancelled,
            other => Self::Import(other),
        }
    }
}
