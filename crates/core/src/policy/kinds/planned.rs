//! How `kind = "planned"` is written.

use crate::calendar::{Span, Unit};
use crate::policy::anchor::Anchor;
use crate::policy::population::read_audience;
use crate::policy::reader::TableReader;

/// See `RuleKind::Planned`.
#[derive(Debug, Clone, PartialEq)]
pub struct Planned {
    /// The plan's line and its day.
    pub anchor: Anchor,
    /// Milestone without which the line is not in force yet.
    pub approved: Option<String>,
    /// How long before the day it may be begun.
    pub lead: Span,
    /// How long after the day it can still be helped; then it is missed. `None`: it stays overdue.
    pub lapse: Option<Span>,
}

pub(super) fn read(table: &TableReader<'_, '_>) -> Planned {
    let text = |key, default: &str| table.text(key).unwrap_or_else(|| default.to_owned());
    let anchor = Anchor {
        role: table.text("participant"),
        audience: read_audience(table),
        ..Anchor::each(&text("matter", "plan_item"), &text("milestone", "planned"))
    };
    Planned {
        anchor,
        approved: table.text("approved"),
        lead: table.span("lead").unwrap_or(Span { n: 0, unit: Unit::Day }),
        lapse: table.span("lapse"),
    }
}
