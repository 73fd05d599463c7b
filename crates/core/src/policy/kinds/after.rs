//! How `kind = "after"` is written.

use crate::calendar::Span;
use crate::policy::anchor::{Anchor, Timing, read_anchor, read_timing};
use crate::policy::reader::TableReader;

/// See `RuleKind::After`.
#[derive(Debug, Clone, PartialEq)]
pub struct After {
    /// Base.
    pub anchor: Anchor,
    /// Due.
    pub timing: Timing,
    /// Hard deadline, from the anchor.
    pub latest: Option<Span>,
    /// How long after the deadline it can still be helped; then it is missed. `None`: it stays overdue.
    pub lapse: Option<Span>,
    /// The next anchor of the same kind in the same matter makes the earlier occurrence missed.
    pub renews: bool,
    /// For steps: the milestone by which it is done.
    pub done_by: Option<String>,
}

pub(super) fn read(table: &TableReader<'_, '_>) -> After {
    After {
        anchor: read_anchor(table),
        timing: read_timing(table),
        latest: table.span("latest"),
        lapse: table.span("lapse"),
        renews: table.flag("renews"),
        done_by: table.text("done_by"),
    }
}
