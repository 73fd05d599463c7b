//! The file itself: where it lies, who has it open, how it is opened, and its verified copies.

mod backup;
mod connection;
mod lock;
mod vault;

pub(crate) use backup::backup_to;
pub(crate) use connection::{connect, connect_in_memory};
pub(crate) use lock::OfficeLock;
pub(crate) use vault::Vault;

use std::fmt;
use std::path::{Path, PathBuf};

/// Name of the database in an office's folder.
const DATABASE: &str = "office.db";

/// The key of an encrypted office file: 32 raw bytes, as a key slot unlocks them.
#[derive(Clone, PartialEq, Eq)]
pub struct Key([u8; 32]);

impl Key {
    /// A key of these bytes.
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The key of the files beside the database: another than that of the database, made of it.
    fn for_files(&self) -> [u8; 32] {
        blake3::derive_key("huifang 2026 attachments", &self.0)
    }

    /// The key with which the names of those files are made.
    fn for_names(&self) -> [u8; 32] {
        blake3::derive_key("huifang 2026 attachment names", &self.0)
    }

    fn hex(&self) -> String {
        self.0.iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(..)")
    }
}

/// Where the copy goes that is written before an existing file of that shape is upgraded: the first free name, because an
/// upgrade that failed has left its copy behind.
pub(crate) fn upgrade_copy(database: &Path, shape: u32) -> PathBuf {
    let folder = database.parent().unwrap_or(Path::new("")).join("backups");
    let first = folder.join(format!("before-upgrade-from-{shape}.db"));
    if !first.exists() {
        return first;
    }
    let others = (2..).map(|n: u64| folder.join(format!("before-upgrade-from-{shape}-{n}.db")));
    others.into_iter().find(|path| !path.exists()).unwrap_or(first)
}

/// The database that a caller means: a path that is no file and does not end in `.db` is an office's folder, and stands for
/// the database in it.
pub(crate) fn database_path(path: &Path) -> PathBuf {
    let is_file = path.is_file() || path.extension().is_some_and(|extension| extension == "db");
    if is_file { path.to_owned() } else { path.join(DATABASE) }
}
