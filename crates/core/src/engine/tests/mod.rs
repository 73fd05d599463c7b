//! The engine's rules as a specification, and its laws.

mod after;
mod anchors;
mod before;
mod book;
mod conditions;
mod draw;
mod duty;
mod follow_on;
mod gates;
mod history;
mod human;
mod laws;
mod next_call;
mod on_date;
mod planned;
mod quality;
mod quota;
mod sample;
mod series;
mod silence;
mod simulate;
mod support;
mod touch;
mod tries;
mod versions;
mod why;
mod why_kinds;

pub(super) use support::fail_where_told;
