//! Keeping the words: with every write, and anew where the program makes other words than the file has.

use crate::StoreError;
use crate::column::{json, row, rows, run};
use huifang_core::domain::Client;
use huifang_core::search::{WORDS_VERSION, client_words, matter_words};
use rusqlite::{Connection, Row, params};
use std::collections::BTreeSet;

/// So many rows are indexed together: sorted words are written several times faster, and a million clients' words need
/// not be in memory at once.
const TOGETHER: u32 = 20_000;

/// Removes and adds the words in which a row differs from what it was.
pub(crate) fn replace_words(
    conn: &Connection,
    key: i64,
    before: &BTreeSet<String>,
    now: &BTreeSet<String>,
) -> Result<(), StoreError> {
    for word in before.difference(now) {
        run(conn, include_str!("delete_word.sql"), params![word, key])?;
    }
    for word in now.difference(before) {
        run(conn, include_str!("put_word.sql"), params![word, key])?;
    }
    Ok(())
}

/// Indexes the file anew where its words are not those of this program: as a whole, or not at all.
pub(crate) fn refresh(conn: &mut Connection) -> Result<(), StoreError> {
    let version: Option<i64> = row(conn, include_str!("version.sql"), [], |row| row.get(0))?;
    if version == Some(WORDS_VERSION) {
        return Ok(());
    }
    tracing::info!(?version, now = WORDS_VERSION, "indexing for the search");
    let tx = conn.transaction()?;
    run(&tx, include_str!("delete_words.sql"), [])?;
    index_all(&tx, include_str!("clients_after.sql"), |row| Ok(client_words(&searched(row)?)))?;
    index_all(&tx, include_str!("matters_after.sql"), |row| {
        Ok(matter_words(row.get::<_, Option<String>>(1)?.as_deref()))
    })?;
    run(&tx, include_str!("delete_version.sql"), [])?;
    run(&tx, include_str!("put_version.sql"), [WORDS_VERSION])?;
    Ok(tx.commit()?)
}

fn index_all(
    conn: &Connection,
    sql: &str,
    words_of: impl Fn(&Row<'_>) -> rusqlite::Result<BTreeSet<String>>,
) -> Result<(), StoreError> {
    let mut last = i64::MIN;
    loop {
        let found = rows(conn, sql, params![last, TOGETHER], |row| Ok((row.get::<_, i64>(0)?, words_of(row)?)))?;
        let Some((key, _)) = found.last() else { return Ok(()) };
        last = *key;
        let mut words: Vec<(String, i64)> = Vec::new();
        words.extend(found.into_iter().flat_map(|(key, of_row)| of_row.into_iter().map(move |word| (word, key))));
        words.sort_unstable();
        let mut put = conn.prepare_cached(include_str!("put_word.sql"))?;
        for (word, key) in &words {
            put.execute(params![word, key])?;
        }
    }
}

/// What of a client makes words.
fn searched(row: &Row<'_>) -> rusqlite::Result<Client> {
    let client = Client::new("", row.get::<_, String>(1)?);
    Ok(Client { no: row.get(2)?, place: row.get(3)?, contacts: json(row, 4)?, ..client })
}
