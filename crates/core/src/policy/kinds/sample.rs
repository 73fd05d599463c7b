//! How `kind = "sample"` is written.

use super::{read_period, required_period};
use crate::calendar::{PeriodKind, Span};
use crate::policy::anchor::{Anchor, read_anchor};
use crate::policy::condition::field_code;
use crate::policy::node::NodeValue;
use crate::policy::population::{Population, read_optional};
use crate::policy::reader::TableReader;

/// See `RuleKind::Sample`.
#[derive(Debug, Clone, PartialEq)]
pub struct Sample {
    /// Out of what is drawn.
    pub frame: Frame,
    /// How many.
    pub take: Take,
    /// Not more than so many, replacements aside ("10 至 15 户"): the office may draw up to this.
    pub most: Option<u32>,
    /// One draw in each such period.
    pub per: PeriodKind,
    /// The stretch out of which is drawn, where it is another than the period of the draw (003-01-08: weekly, from the
    /// month's ledger).
    pub frame_per: Option<PeriodKind>,
    /// Drawn from the stretch before.
    pub previous: bool,
    /// Field by which the frame is cut into strata, each drawn in proportion.
    pub strata: Option<String>,
    /// Field by which the frame is cut into parts, of each of which `take` are drawn (002-01-28: 3 of each department).
    pub each: Option<String>,
    /// Due, from the day of the draw; `None`: by the end of the period.
    pub within: Option<Span>,
}

/// Out of what is drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum Frame {
    /// Clients.
    Clients(Population),
    /// Matters whose milestone lies in the stretch.
    Matters(Anchor),
    /// Follow-ups of these rules done in the stretch.
    Done(Vec<String>),
}

/// How many are drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Take {
    /// So many (all, where there are fewer).
    Number(u32),
    /// So many percent, rounded up.
    Percent(f64),
}

pub(super) fn read(table: &TableReader<'_, '_>) -> Sample {
    let done = table.texts("done");
    let population = read_optional(table);
    let frame = match (table.has("matter"), done.is_empty()) {
        (true, _) => Frame::Matters(read_anchor(table)),
        (false, false) => Frame::Done(done),
        (false, true) => Frame::Clients(population.unwrap_or_else(|| {
            table.missing("population", "从哪里抽:population(客户)、matter 加 milestone(事项)或 done(已做的回访)");
            Population::default()
        })),
    };
    Sample {
        frame,
        take: read_take(table),
        most: table.count("take_most"),
        per: required_period(table, "per"),
        frame_per: read_period(table, "frame"),
        previous: table.flag("previous"),
        strata: table.text("strata").map(|name| field_code(&name)),
        each: table.text("each").map(|name| field_code(&name)),
        within: table.span("within"),
    }
}

/// `20` or `"30%"`.
pub(in crate::policy) fn read_take(table: &TableReader<'_, '_>) -> Take {
    let Some(node) = table.node("take") else {
        table.missing("take", "抽多少:20 或 \"30%\"");
        return Take::Number(1);
    };
    if let NodeValue::Text(text) = &node.value
        && text.trim().ends_with('%')
    {
        return Take::Percent(table.percent("take").unwrap_or(100.0));
    }
    match table.count("take") {
        Some(0) => {
            table.source.report(node.at, "bad_value", "take 至少是 1", "0");
            Take::Number(1)
        }
        count => Take::Number(count.unwrap_or(1)),
    }
}
