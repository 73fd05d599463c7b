//! What the report promises, read back from its model and from the files that it writes.

mod builders;
mod errors_book;
mod figures;
mod quarterly_book;
mod reading;
mod saving;
mod tables;
