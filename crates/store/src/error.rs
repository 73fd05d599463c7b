//! What can go wrong with the office file, as the caller may have to tell it apart.

use rusqlite::ErrorCode;
use std::io;
use std::path::{Path, PathBuf};
use thiserror::Error;

/// A failure of the store. `code()` is stable; the text is for logs, not for the screen.
#[derive(Debug, Error)]
pub enum StoreError {
    /// Another process (or another `Store` of this one) has the office open.
    #[error("{} is open elsewhere", path.display())]
    Locked {
        /// The database.
        path: PathBuf,
    },
    /// A newer version of the program wrote the file.
    #[error("the file has shape {found}, this program knows shapes up to {known}")]
    FileTooNew {
        /// Shape of the file: how many migrations were applied to it.
        found: u32,
        /// The last shape that this program knows.
        known: u32,
    },
    /// The key is wrong or missing, or the file is damaged, or it is no office file: without the key these look alike.
    #[error("wrong key, or a damaged or foreign file")]
    WrongKeyOrCorrupt,
    /// The thing named does not exist.
    #[error("{noun} {id} does not exist")]
    NotFound {
        /// What kind of thing, as a code.
        noun: &'static str,
        /// Which one.
        id: String,
    },
    /// The file system refused.
    #[error("{operation} {}: {source}", path.display())]
    Io {
        /// File or folder.
        path: PathBuf,
        /// What was being done with it.
        operation: &'static str,
        /// What the system said.
        source: io::Error,
    },
    /// SQLite refused for a reason that no caller can act on.
    #[error("sqlite: {0}")]
    Sqlite(#[source] rusqlite::Error),
    /// What was asked for contradicts what is in the file; nothing was written.
    #[error("conflict ({}): {what}", clash.code())]
    Conflict {
        /// How it contradicts.
        clash: Clash,
        /// What contradicts what.
        what: String,
    },
}

/// How a write contradicts what is in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clash {
    /// Something still refers to what should be deleted.
    InUse,
    /// There is one already.
    Duplicate,
    /// It refers to something that does not exist.
    Dangling,
    /// A value that the file's own checks refuse.
    Invalid,
}

impl Clash {
    /// Stable code.
    pub fn code(self) -> &'static str {
        match self {
            Self::InUse => "in_use",
            Self::Duplicate => "duplicate",
            Self::Dangling => "dangling",
            Self::Invalid => "invalid",
        }
    }
}

impl StoreError {
    /// Stable code on which callers branch.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Locked { .. } => "locked",
            Self::FileTooNew { .. } => "file_too_new",
            Self::WrongKeyOrCorrupt => "wrong_key_or_corrupt",
            Self::NotFound { .. } => "not_found",
            Self::Io { .. } => "io",
            Self::Sqlite(_) => "sqlite",
            Self::Conflict { .. } => "conflict",
        }
    }

    /// Whether the disk had no room for it.
    pub fn is_full(&self) -> bool {
        match self {
            Self::Io { source, .. } => source.kind() == io::ErrorKind::StorageFull,
            Self::Sqlite(error) => error.sqlite_error_code() == Some(ErrorCode::DiskFull),
            _ => false,
        }
    }

    pub(crate) fn io(path: &Path, operation: &'static str) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |source| Self::Io { path, operation, source }
    }

    pub(crate) fn conflict(clash: Clash, what: impl Into<String>) -> Self {
        Self::Conflict { clash, what: what.into() }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => Self::WrongKeyOrCorrupt,
            Some(ErrorCode::ConstraintViolation) => Self::conflict(clash_of(&error), error.to_string()),
            _ => Self::Sqlite(error),
        }
    }
}

fn clash_of(error: &rusqlite::Error) -> Clash {
    use rusqlite::ffi;
    match error.sqlite_error().map(|e| e.extended_code) {
        Some(ffi::SQLITE_CONSTRAINT_FOREIGNKEY) => Clash::Dangling,
        Some(ffi::SQLITE_CONSTRAINT_UNIQUE | ffi::SQLITE_CONSTRAINT_PRIMARYKEY | ffi::SQLITE_CONSTRAINT_ROWID) => {
            Clash::Duplicate
        }
        _ => Clash::Invalid,
    }
}

/// What a lookup that must find something does with nothing.
pub(crate) trait OrNotFound<T> {
    fn or_not_found(self, noun: &'static str, id: &str) -> Result<T, StoreError>;
}

impl<T> OrNotFound<T> for Option<T> {
    fn or_not_found(self, noun: &'static str, id: &str) -> Result<T, StoreError> {
        self.ok_or_else(|| StoreError::NotFound { noun, id: id.to_owned() })
    }
}

/// A deletion that a reference stops is a conflict that names what is in use.
pub(crate) trait OrInUse<T> {
    fn or_in_use(self, what: &str) -> Result<T, StoreError>;
}

impl<T> OrInUse<T> for rusqlite::Result<T> {
    fn or_in_use(self, what: &str) -> Result<T, StoreError> {
        self.map_err(|error| match error.sqlite_error_code() {
            Some(ErrorCode::ConstraintViolation) => StoreError::conflict(Clash::InUse, what),
            _ => error.into(),
        })
    }
}
