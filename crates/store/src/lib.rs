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

mod absence;
mod accepted_doubt;
mod attachment;
mod audit;
mod backlog_waiver;
mod client;
mod client_field;
mod client_merge;
mod client_order;
mod column;
mod correction;
mod decision;
mod draft;
mod draw;
mod error;
mod facts;
mod file;
mod holiday_year;
mod household_call;
mod import;
mod mapping;
mod matter;
mod message;
mod migration;
mod noun;
mod office;
mod own_pack;
mod pin;
mod place;
mod policy_pack;
mod record;
mod reveal;
mod round;
mod saved_view;
mod search;
mod staff;
mod store;
mod task;
mod view_setting;

pub use accepted_doubt::AcceptedDoubt;
pub use attachment::{Attachment, Signed, Struck};
pub use audit::{AuditError, AuditHead, AuditRow};
pub use backlog_waiver::{BacklogWaiver, NewWaiver};
pub use client_field::{ClientField, FieldKind};
pub use client_merge::{ClientMerge, NewMerge};
pub use client_order::{ClientLine, ClientLines, ClientSort, ClientsOnly, Listing};
pub use column::Page;
pub use correction::Correction;
pub use draft::Draft;
pub use error::{Clash, StoreError};
pub use file::Key;
pub use import::{ImportChange, ImportRow, NewImport};
pub use matter::{Board, StruckMatter, StruckMilestone};
pub use message::{Message, MessageBatch, MessageText, NewMessageBatch, SentBefore};
pub use noun::Noun;
pub use own_pack::OwnPackRow;
pub use pin::{Pin, WrongTries};
pub use place::Tenure;
pub use policy_pack::PackRow;
pub use round::{RoundRow, RoundVisit};
pub use saved_view::SavedViewRow;
pub use search::{ClientPage, Hits};
pub use store::{Op, Reader, Store, Tx};
pub use task::{About, End, ListedRule, TabCounts, TaskRow, Worklist};
