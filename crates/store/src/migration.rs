//! Migrations: what shape the file has, and how an older one gets there.
//!
//! A migration is shipped once and never edited: its hash stands in [`MIGRATIONS`], and a test compares. `user_version`
//! counts the applied ones. Each runs in one transaction with `foreign_key_check` before its end, so a failing one
//! leaves the file as it was; before the first one of an existing file a verified copy is written.

use crate::StoreError;
use crate::error::Clash;
use rusqlite::Connection;

/// One step of the ladder.
pub(crate) struct Migration {
    /// File name without extension, beginning with its number.
    pub name: &'static str,
    /// Its text.
    pub sql: &'static str,
    /// BLAKE3 of the text, in hexadecimal, as it was shipped.
    #[cfg_attr(not(test), expect(dead_code, reason = "compared by a test, not at run time"))]
    pub blake3: &'static str,
}

/// All steps, oldest first. Append only.
pub(crate) const MIGRATIONS: &[Migration] = &[
    Migration {
        name: "0001_initial",
        sql: include_str!("../migrations/0001_initial.sql"),
        blake3: "9cb99a66e7e7580a8589f0509486917be8bd8dff55a737f2f83c130d415daab7",
    },
    Migration {
        name: "0002_office_policies",
        sql: include_str!("../migrations/0002_office_policies.sql"),
        blake3: "ac27a8e72ba9b9cc5695f5829feb367a5e8933c53311b9c904182533979568cf",
    },
    Migration {
        name: "0003_draws",
        sql: include_str!("../migrations/0003_draws.sql"),
        blake3: "41e8fc666c5a3831e5719d21ab02127a65c30548077124f0c25ade7be5dc1d27",
    },
    Migration {
        name: "0004_search",
        sql: include_str!("../migrations/0004_search.sql"),
        blake3: "d6d8007739861a954f47b0dc531e4150087bb3d9b9258e31264d7c6bf7fca974",
    },
    Migration {
        name: "0005_household",
        sql: include_str!("../migrations/0005_household.sql"),
        blake3: "73178320587d9e154afe5729657cd5e749315c6f888ed77afc755727c7c73b13",
    },
    Migration {
        name: "0006_calls",
        sql: include_str!("../migrations/0006_calls.sql"),
        blake3: "9674e8a730e11924c1e2c1df55f5901a36bdc49ddaaf5a3c979ca9a715122989",
    },
    Migration {
        name: "0007_desklist",
        sql: include_str!("../migrations/0007_desklist.sql"),
        blake3: "5c7497e47d224538959c4c39fdee0b2ba326dae3a39ac0457043ce8928249c4a",
    },
    Migration {
        name: "0008_tables",
        sql: include_str!("../migrations/0008_tables.sql"),
        blake3: "b75d7fcaaa1489fd6d96b22b233f3b7545aab7525fa25b10abc8c76177fe4048",
    },
    Migration {
        name: "0009_forms",
        sql: include_str!("../migrations/0009_forms.sql"),
        blake3: "e7cc67da941ecedc59e38bfb20e9ed2ca0f91522bbe79defbd868ac0d4fc57f4",
    },
    Migration {
        name: "0010_message",
        sql: include_str!("../migrations/0010_message.sql"),
        blake3: "3c214e831f8af071d7d388979997b7a6fbed48ff76f065ac5c7beba3b8acf307",
    },
    Migration {
        name: "0011_matters",
        sql: include_str!("../migrations/0011_matters.sql"),
        blake3: "99bae6162045d79dc732a52a1af9c87ff67c2a4824616dec4406d6b8ab8661ff",
    },
    Migration {
        name: "0012_archive",
        sql: include_str!("../migrations/0012_archive.sql"),
        blake3: "695831a91851cc6d751d17072330429d0043b77ef83a005c9c2db8123c0fae72",
    },
    Migration {
        name: "0013_pin",
        sql: include_str!("../migrations/0013_pin.sql"),
        blake3: "b474be6de9df80e0eadd4380b166cc55c59df15a89c56d1536316965dfcf867c",
    },
    Migration {
        name: "0014_grown_office",
        sql: include_str!("../migrations/0014_grown_office.sql"),
        blake3: "aaf889aa53286c52b38f3d5840379cb780c2bfeb01f95bc7c92e381bace44205",
    },
    Migration {
        name: "0015_visits",
        sql: include_str!("../migrations/0015_visits.sql"),
        blake3: "18444735100924b93a7c7c1b1022f1ebfd4cb2d7463b7d66f789d50fd4d406b6",
    },
];

/// `PRAGMA application_id` of an office file: `HUIF`.
const APPLICATION_ID: i64 = 0x4855_4946;

/// Brings the file to the last shape of `steps`. `backup` is called once, before the first step of a file that already
/// has a shape, with the number of that shape.
pub(crate) fn migrate(
    conn: &mut Connection,
    steps: &[Migration],
    backup: impl FnOnce(&Connection, u32) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let found: u32 = conn.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    let known = u32::try_from(steps.len()).unwrap_or(u32::MAX);
    check_origin(conn, found)?;
    if found > known {
        return Err(StoreError::FileTooNew { found, known });
    }
    if found == known {
        return Ok(());
    }
    if found > 0 {
        backup(conn, found)?;
    }
    // A step may rebuild a table that others refer to; the pragma does nothing inside a transaction.
    conn.execute_batch("PRAGMA foreign_keys = OFF")?;
    let outcome = (found..known).zip(&steps[found as usize..]).try_for_each(|(n, step)| apply(conn, n + 1, step));
    conn.execute_batch("PRAGMA foreign_keys = ON")?;
    outcome
}

/// Refuses the database of another program, which a caller could only damage.
fn check_origin(conn: &Connection, found: u32) -> Result<(), StoreError> {
    let id: i64 = conn.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    let tables: i64 = conn.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    let fresh = found == 0 && tables == 0;
    if fresh || id == APPLICATION_ID { Ok(()) } else { Err(StoreError::WrongKeyOrCorrupt) }
}

fn apply(conn: &mut Connection, number: u32, step: &Migration) -> Result<(), StoreError> {
    tracing::info!(migration = step.name, "applying");
    let tx = conn.transaction()?;
    tx.execute_batch(step.sql)?;
    let dangling = tx.prepare("PRAGMA foreign_key_check")?.exists([])?;
    if dangling {
        return Err(StoreError::conflict(Clash::Dangling, format!("migration {} leaves a reference open", step.name)));
    }
    tx.pragma_update(None, "user_version", number)?;
    Ok(tx.commit()?)
}

#[cfg(test)]
mod tests;
