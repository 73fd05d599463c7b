//! Report models and their workbooks. Pure: no database and no clock; days and names come in as parameters.
//!
//! [`Quarterly::compute`] turns the occurrences of a period into figures, each with numerator, denominator and
//! definition (DESIGN 7); [`write_quarterly`] puts them on paper as a workbook whose figures are formulas over its own
//! ledger, so that a manager can follow each number down to the rows behind it. [`write_errors`], [`write_table`] and
//! [`write_signed_list`] write the rows that an import refused, any list of the program, and one that is signed.

mod error;
mod errors_book;
mod figures;
mod formulas;
mod looks;
mod occurrence;
mod page;
mod plain_book;
mod quarterly;
mod saving;
mod sheets;
mod signed_list;
mod table_book;
mod tables;
mod workbook;

pub use error::ReportError;
pub use errors_book::{ErrorSheet, REASON_COLUMN, write_errors};
pub use figures::{Counts, Figure, FigureKind, Ratio};
pub use occurrence::{Answer, Counting, Occurrence, Standing, State};
pub use plain_book::write_plain;
pub use quarterly::{Quarterly, ReportPeriod, Target};
pub use signed_list::{SignedList, write_signed_list};
pub use table_book::{Cell, write_table};
pub use tables::{CoverageRow, Grouping, Item, Level, MonthFigures};
pub use workbook::{Header, Written, write_quarterly};
