//! The use cases: one function for each thing that a person does, with its transaction and audit; and the wire list,
//! through which every host (window, command line) runs them.
//!
//! Map: [`Office`] is an open office folder (store, enabled packs, calendar). Use cases are its methods, each in the module
//! of its noun: `planning` (what the policies ask for), `policy` (enabling and changing them), `archive` (clients by hand,
//! households, duplicates, doubtful data), `worklist`, `desklist` (the list of a team: whose, leave, bulk, undo, coach, rounds,
//! views), `follow_up`, `calls` (hours, further tries, claims), `forms` (drafts, attachments, signatures, corrections),
//! `problems`, `clients`, `matters`, `months` (the calendar), `decisions`, `finish` (what is done without a contact), `draws`,
//! `imports`, `tables` (long lists: windows, workbooks, columns, pasted rows), `reports`, `print`, `messages` (short messages
//! and WeChat, the calendar file), `first_start` (how an office begins), `lock` (who proves who he is), `sample`. `wire` is
//! the one list of commands with its types; it knows no host.
//! The clock comes in as `Now`; nothing here reads one.

mod answers;
mod archive;
mod calls;
mod clients;
mod decisions;
mod desklist;
mod draws;
mod error;
mod finish;
mod first_start;
mod follow_up;
mod forms;
mod imports;
mod lock;
mod matters;
mod messages;
mod months;
mod office;
mod office_work;
mod packs;
mod planning;
mod policy;
mod print;
mod problems;
mod reports;
mod rows;
mod sample;
mod saving;
mod search;
mod tables;
pub mod wire;
mod worklist;

pub use draws::Seed;
pub use error::OfficeError;
pub use first_start::{Beginning, ValuesOfPacks, read_settings};
pub use huifang_intake::Mapping;
pub use huifang_print::Paper;
pub use imports::{Batch, ImportOutcome, ImportWish, Watch, write_rejected};
pub use office::{NewOffice, Office};
pub use packs::{PackShelf, ShelfPack};
pub use planning::PlanSummary;
pub use print::{PrintedRound, VisitsWish, save_pdf};
pub use rows::TaskFacts;
pub use sample::{SampleSector, make_sample};
