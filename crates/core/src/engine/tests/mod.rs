//! The engine's rules as a specification, and its laws.

mod after;
mod before;
mod book;
mod gates;
mod history;
mod human;
mod laws;
mod on_date;
mod quota;
mod series;
mod simulate;
mod support;
mod touch;
mod versions;
mod why;

pub(super) use support::fail_where_told;
