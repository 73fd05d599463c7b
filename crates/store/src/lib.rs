//! The office's SQLite file: migrations, entities, audit.
//!
//! Terminology: the **office file** is one SQLite database; a [`Store`] is that file, opened by this process alone. A
//! [`Reader`] asks, a [`Tx`] writes, and a `Tx` is only to be had inside [`Store::transact`], which is one named
//! operation ([`Op`]) with one row in the audit chain. What is read and written are the types of
//! `huifang_core::domain`; rows of the program's own ([`TaskRow`], [`PackRow`], [`ImportRow`] …) are plain structs here.
//!
//! Map: `file` (opening, lock, key, backup) -> `migration` -> `store` (reading and writing handles) -> one folder an
//! entity with its SQL beside its one row mapper. SQL stands nowhere else, and none of it reads a clock.
//!
//! ```
//! use huifang_core::domain::Client;
//! use huifang_store::{Op, Store, StoreError};
//!
//! let mut store = Store::in_memory()?;
//! let today = chrono::NaiveDate::from_ymd_opt(2026, 9, 30).expect("a day of the calendar");
//! let op = Op { name: "put_client", at_ms: 1_790_000_000_000, today, by: Some("s1"), pretended: false,
//!               detail: serde_json::json!({ "id": "c1" }) };
//! store.transact(op, |tx| tx.put_client(&Client::new("c1", "王秀英")))?;
//! assert_eq!(store.read().clients_all()?.len(), 1);
//! # Ok::<(), StoreError>(())
//! ```

mod audit;
mod backlog_waiver;
mod client;
mod column;
mod decision;
mod draw;
mod error;
mod facts;
mod file;
mod holiday_year;
mod import;
mod mapping;
mod matter;
mod migration;
mod noun;
mod office;
mod own_pack;
mod pin;
mod place;
mod policy_pack;
mod record;
mod reveal;
mod search;
mod staff;
mod store;
mod task;

pub use audit::{AuditError, AuditHead, AuditRow};
pub use backlog_waiver::{BacklogWaiver, NewWaiver};
pub use column::Page;
pub use error::{Clash, StoreError};
pub use file::Key;
pub use import::{ImportChange, ImportRow, NewImport};
pub use noun::Noun;
pub use own_pack::OwnPackRow;
pub use pin::{Pin, WrongTries};
pub use place::Tenure;
pub use policy_pack::PackRow;
pub use search::{ClientPage, Hits};
pub use store::{Op, Reader, Store, Tx};
pub use task::{DueCounts, End, TaskRow, Worklist};
