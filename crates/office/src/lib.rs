//! The use cases: one function for each thing that a person does, with its transaction and audit; and the wire list,
//! through which every host (window, command line) runs them.
//!
//! Map: [`Office`] is an open office folder (store, enabled packs, calendar). Use cases are its methods, each in the module
//! of its noun: `planning` (what the policies ask for), `worklist`, `follow_up`, `problems`, `clients`, `matters`,
//! `decisions`, `imports`, `reports`, `print`, `sample`. `wire` is the one list of commands with its types; it knows no host.
//! The clock comes in as `Now`; nothing here reads one.

mod answers;
mod clients;
mod decisions;
mod error;
mod follow_up;
mod imports;
mod matters;
mod office;
mod packs;
mod planning;
mod print;
mod problems;
mod reports;
mod rows;
mod sample;
mod saving;
pub mod wire;
mod worklist;

pub use error::OfficeError;
pub use huifang_intake::Mapping;
pub use huifang_print::Paper;
pub use imports::{Batch, ImportOutcome, ImportWish, Watch, write_rejected};
pub use office::{NewOffice, Office};
pub use packs::{PackShelf, ShelfPack};
pub use planning::PlanSummary;
pub use print::{PrintedRound, VisitsWish, save_pdf};
pub use rows::TaskFacts;
pub use sample::{SampleSector, make_sample};
