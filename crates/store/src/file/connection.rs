//! Opening a database with the settings under which an office runs.

use super::Key;
use crate::StoreError;
use rusqlite::{Connection, OpenFlags};
use std::path::Path;
use std::time::Duration;

/// Statements kept ready: more than there are `.sql` files, so that none is compiled twice.
const CACHED_STATEMENTS: usize = 256;

/// How long to wait for somebody who looks into the file past the lock (a backup program, say).
const BUSY: Duration = Duration::from_secs(5);

/// `synchronous` FULL: an acknowledged write survives a power cut. `cache_size` is in KiB when negative: 64 MiB, because
/// with SQLCipher each page read again is deciphered again. Temporary tables stay in memory, never in a plain file.
const SETTINGS: &str = "
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA foreign_keys = ON;
    PRAGMA cache_size = -65536;
    PRAGMA temp_store = MEMORY;
    PRAGMA journal_size_limit = 67108864;
    PRAGMA trusted_schema = OFF;
";

/// Opens the database at `path`; `create` makes it where there is none.
pub(crate) fn connect(path: &Path, key: Option<&Key>, create: bool) -> Result<Connection, StoreError> {
    let mut flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    flags.set(OpenFlags::SQLITE_OPEN_CREATE, create);
    let conn = Connection::open_with_flags(path, flags)?;
    if let Some(key) = key {
        unlock(&conn, key)?;
    }
    configure(conn)
}

/// A database that is gone when it is closed.
pub(crate) fn connect_in_memory() -> Result<Connection, StoreError> {
    configure(Connection::open_in_memory()?)
}

/// Gives SQLCipher the key. The error text of a failure would hold the statement, hence the key: it is dropped.
fn unlock(conn: &Connection, key: &Key) -> Result<(), StoreError> {
    let statement = format!("PRAGMA cipher_log_level = NONE; PRAGMA key = \"x'{}'\";", key.hex());
    conn.execute_batch(&statement).map_err(|_| StoreError::WrongKeyOrCorrupt)
}

fn configure(conn: Connection) -> Result<Connection, StoreError> {
    conn.set_prepared_statement_cache_capacity(CACHED_STATEMENTS);
    conn.busy_timeout(BUSY)?;
    // The first statement that reads a page, and so the one that a wrong key fails.
    conn.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    conn.execute_batch(SETTINGS)?;
    Ok(conn)
}
