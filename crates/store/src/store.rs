//! The three handles: [`Store`] is the open file, [`Reader`] asks, [`Tx`] writes.

use crate::audit::{self, AuditError, AuditHead};
use crate::file::{self, Key, OfficeLock, Vault};
use crate::migration::{MIGRATIONS, migrate};
use crate::{Noun, StoreError, client_order, matter, search};
use chrono::NaiveDate;
use rusqlite::{Connection, Transaction, TransactionBehavior};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// An office's file, opened by this process alone.
pub struct Store {
    // Before the lock: fields are dropped in order, and the office must be closed before the next may open it.
    conn: Connection,
    key: Option<Key>,
    path: Option<PathBuf>,
    _lock: Option<OfficeLock>,
}

/// A named operation: what the audit keeps of a write.
#[derive(Debug, Clone)]
pub struct Op<'a> {
    /// What is done, as a code (`save_record`).
    pub name: &'a str,
    /// When, in milliseconds since 1970 (UTC).
    pub at_ms: i64,
    /// The civil day of `at_ms` in the office's zone: a client that moves does so on this day.
    pub today: NaiveDate,
    /// Who does it.
    pub by: Option<&'a str>,
    /// Whether the clock was set by hand: what is written under it is marked.
    pub pretended: bool,
    /// What a person would have to know to understand the row later; may be blanked when a person is erased.
    pub detail: serde_json::Value,
}

impl Store {
    /// Makes a new office in the folder (or the file) `path`; a folder that does not exist is made.
    ///
    /// # Errors
    /// `conflict` where there is an office already; `locked`; `io`.
    pub fn create(path: impl AsRef<Path>, key: Option<&Key>) -> Result<Self, StoreError> {
        let database = file::database_path(path.as_ref());
        if let Some(folder) = database.parent() {
            std::fs::create_dir_all(folder).map_err(StoreError::io(folder, "create folder"))?;
        }
        let lock = OfficeLock::take(&database)?;
        if database.exists() {
            let what = format!("{} exists", database.display());
            return Err(StoreError::conflict(crate::Clash::Duplicate, what));
        }
        Self::start(database, lock, key, true)
    }

    /// Opens the office in the folder (or the file) `path`, and brings an older file to this program's shape.
    ///
    /// # Errors
    /// `not_found`; `locked` where another process has it open; `wrong_key_or_corrupt`; `file_too_new`; `io`.
    pub fn open(path: impl AsRef<Path>, key: Option<&Key>) -> Result<Self, StoreError> {
        let database = file::database_path(path.as_ref());
        if !database.is_file() {
            return Err(StoreError::NotFound { noun: "office", id: database.display().to_string() });
        }
        // An office that was made has a shape; a file emptied by a broken copy must not pass for a new office.
        if std::fs::metadata(&database).map_err(StoreError::io(&database, "read"))?.len() == 0 {
            return Err(StoreError::WrongKeyOrCorrupt);
        }
        let lock = OfficeLock::take(&database)?;
        Self::start(database, lock, key, false)
    }

    /// An office that is gone when it is dropped: for tests, previews and simulations.
    pub fn in_memory() -> Result<Self, StoreError> {
        let mut conn = file::connect_in_memory()?;
        migrate(&mut conn, MIGRATIONS, |_, _| Ok(()))?;
        matter::refresh(&mut conn)?;
        search::refresh(&mut conn)?;
        client_order::refresh(&mut conn)?;
        Ok(Self { conn, key: None, path: None, _lock: None })
    }

    fn start(database: PathBuf, lock: OfficeLock, key: Option<&Key>, create: bool) -> Result<Self, StoreError> {
        let mut conn = file::connect(&database, key, create)?;
        migrate(&mut conn, MIGRATIONS, |conn, shape| {
            file::backup_to(conn, &file::upgrade_copy(&database, shape), key)
        })?;
        matter::refresh(&mut conn)?;
        search::refresh(&mut conn)?;
        client_order::refresh(&mut conn)?;
        Ok(Self { conn, key: key.cloned(), path: Some(database), _lock: Some(lock) })
    }

    /// The same office over a connection of its own, as it stands now, to be read only: what takes long to read need not
    /// keep this one. `None` in memory, where there is no second way in.
    ///
    /// # Errors
    /// `io`.
    pub fn aside(&self) -> Result<Option<Self>, StoreError> {
        let Some(path) = &self.path else { return Ok(None) };
        let conn = file::connect(path, self.key.as_ref(), false)?;
        // One transaction, begun by a read: all answers fit together, whatever is written meanwhile.
        conn.execute_batch("PRAGMA query_only = ON; BEGIN; SELECT count(*) FROM setting;")?;
        Ok(Some(Self { conn, key: self.key.clone(), path: self.path.clone(), _lock: None }))
    }

    /// The database file; `None` in memory.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// Asks. Nothing can be written while the reader lives, so all its answers fit together.
    pub fn read(&self) -> Reader<'_> {
        Reader { conn: &self.conn }
    }

    /// Writes: what `work` does is done as a whole, with one row in the audit, or not at all.
    ///
    /// # Errors
    /// Those of `work`; `conflict` where at the end a fact refers to one that does not exist.
    pub fn transact<T, E: From<StoreError>>(
        &mut self,
        op: Op<'_>,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        // Immediate: it is known at once, not at the first write, whether somebody else is writing.
        let inner = self.conn.transaction_with_behavior(TransactionBehavior::Immediate).map_err(StoreError::from)?;
        let mut tx = Tx { inner, today: op.today, changed: BTreeSet::new() };
        let output = work(&mut tx)?;
        audit::append(&tx.inner, &op, &tx.changed)?;
        tx.inner.commit().map_err(StoreError::from)?;
        Ok(output)
    }

    /// Puts the bytes of a file beside the database, under the key of the office where it has one, and gives their hash:
    /// written whole or not at all. `nonce` must never have been used before; it matters only where there is a key.
    ///
    /// # Errors
    /// `io`; `not_found` for an office in memory, which has no folder.
    pub fn put_file(&self, bytes: &[u8], nonce: [u8; 24]) -> Result<String, StoreError> {
        self.vault()?.put(bytes, nonce)
    }

    /// The bytes of a file beside the database.
    ///
    /// # Errors
    /// `io` where it is gone; `wrong_key_or_corrupt` where it was changed.
    pub fn file(&self, hash: &str) -> Result<Vec<u8>, StoreError> {
        self.vault()?.get(hash)
    }

    fn vault(&self) -> Result<Vault<'_>, StoreError> {
        let path = self.path.as_deref();
        let path = path.ok_or_else(|| StoreError::NotFound { noun: "office", id: "in memory".to_owned() })?;
        Ok(Vault::beside(path, self.key.as_ref()))
    }

    /// For what is no operation: see `draft`.
    pub(crate) fn conn(&mut self) -> &mut Connection {
        &mut self.conn
    }

    #[cfg(test)]
    pub(crate) fn conn_for_tests(&mut self) -> &mut Connection {
        &mut self.conn
    }

    /// Walks the audit chain from its first row, and gives its head.
    ///
    /// # Errors
    /// The first row that does not fit.
    pub fn verify_audit(&self) -> Result<AuditHead, AuditError> {
        audit::verify(&self.conn)
    }

    /// Writes a verified copy of the whole office to `target`, under the same key.
    ///
    /// # Errors
    /// `conflict` where `target` exists; `io`; `wrong_key_or_corrupt` where the copy cannot be read back.
    pub fn backup_to(&self, target: &Path) -> Result<(), StoreError> {
        file::backup_to(&self.conn, target, self.key.as_ref())
    }
}

/// Asks the office file. Its methods stand beside the entities that they are about.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    pub(crate) conn: &'a Connection,
}

/// Writes to the office file, inside one operation. Its methods stand beside the entities that they are about.
pub struct Tx<'a> {
    pub(crate) inner: Transaction<'a>,
    pub(crate) today: NaiveDate,
    changed: BTreeSet<Noun>,
}

impl Tx<'_> {
    /// Asks, and sees what was written so far.
    pub fn read(&self) -> Reader<'_> {
        Reader { conn: &self.inner }
    }

    /// What was touched so far.
    pub fn changed(&self) -> BTreeSet<Noun> {
        self.changed.clone()
    }

    pub(crate) fn touch(&mut self, noun: Noun) {
        self.changed.insert(noun);
    }
}
