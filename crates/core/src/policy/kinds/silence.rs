//! How `kind = "silence"` is written.

use super::{positive, required_span};
use crate::calendar::{Span, Unit};
use crate::policy::anchor::{Anchor, read_anchor};
use crate::policy::population::{Population, read_optional};
use crate::policy::reader::TableReader;

/// See `RuleKind::Silence`.
#[derive(Debug, Clone, PartialEq)]
pub struct Silence {
    /// What has not happened again.
    pub anchor: Anchor,
    /// Longer than this.
    pub over: Span,
    /// From the first day beyond it to the due day.
    pub grace: Span,
    /// If it goes on, again after so long.
    pub every: Option<Span>,
    /// Only these clients; `None`: everybody to whom it happened once.
    pub population: Option<Population>,
}

pub(super) fn read(table: &TableReader<'_, '_>) -> Silence {
    Silence {
        anchor: read_anchor(table),
        over: required_span(table, "over"),
        grace: table.span("grace").unwrap_or(Span { n: 7, unit: Unit::Day }),
        every: table.span("every").map(|every| positive(table, "every", every)),
        population: read_optional(table),
    }
}
