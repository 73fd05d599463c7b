//! Spreadsheets as offices keep them, read into typed rows and problems.
//!
//! Map, from the bytes up: [`read_book`] makes a [`Book`] of typed cells of any workbook or text file; [`Header`] finds the
//! titles by their words; [`plan_import`] compares each row with the [`Archive`] and says in an [`ImportPlan`] what would be
//! new, changed, rejected and doubtful. Nothing here writes: the caller applies the plan's changes in one transaction.

mod archive;
mod book;
mod cell;
mod client_draft;
mod code;
mod date;
mod delimited;
mod field;
mod header;
mod id_card;
mod line;
mod matter_draft;
mod merge;
mod phone;
mod place;
mod plan;
mod staff_draft;
mod words;
mod workbook;

pub use archive::{Archive, Entity, Held};
pub use book::{
    Book, BookError, LooksLike, MAX_COLUMNS, Progress, Row, Sheet, Step, Watcher, read_book, read_book_watched,
    read_bytes, read_bytes_watched,
};
pub use cell::Cell;
pub use client_draft::{SPECIAL_CARE_CLASS, UNNAMED_RELATION};
pub use code::{Code, message_zh};
pub use date::read_moment;
pub use field::{Field, ListKind};
pub use header::{Column, Header, Mapping};
pub use id_card::{IdNumber, normal_id_number, read_id_number};
pub use line::Warning;
pub use merge::{Outcome, move_in_id};
pub use phone::{Phones, normal_phone, read_phones};
pub use place::{Room, join_room, read_room};
pub use plan::{
    Change, Choice, Entry, ImportError, ImportPlan, Rejected, RejectedRow, RejectedSheet, Request, SheetReading,
    plan_import,
};
