//! How `kind = "before"` is written.

use super::required_span;
use crate::calendar::Span;
use crate::policy::anchor::{Anchor, EachOf, Timing, read_anchor};
use crate::policy::reader::TableReader;

/// See `RuleKind::Before`.
#[derive(Debug, Clone, PartialEq)]
pub struct Before {
    /// What it comes before.
    pub anchor: Anchor,
    /// It comes before the day on which this rule falls due (001-07-12); none or one.
    pub rule: Vec<String>,
    /// That rule's timing from the anchor, put in when the pack has been read.
    pub of_due: Option<Timing>,
    /// How long before.
    pub lead: Span,
    /// Part of the day, for the sentence: 下午.
    pub day_part: Option<String>,
}

pub(super) fn read(table: &TableReader<'_, '_>) -> Before {
    let rule: Vec<String> = table.text("rule").into_iter().collect();
    // The anchor of a rule that comes before another is that of the other.
    let none = Anchor { milestones: Vec::new(), of: EachOf::Each, ..Anchor::each("", "") };
    Before {
        anchor: if rule.is_empty() { read_anchor(table) } else { none },
        rule,
        of_due: None,
        lead: required_span(table, "lead"),
        day_part: table.text("day_part"),
    }
}
