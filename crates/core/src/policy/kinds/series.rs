//! How `kind = "series"` is written.

use super::read_every;
use crate::calendar::Span;
use crate::codes::code_enum;
use crate::policy::anchor::{Anchor, StepTiming, read_anchor, read_step_timing};
use crate::policy::node::NodeValue;
use crate::policy::reader::TableReader;

/// See `RuleKind::Series`.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// Base.
    pub anchor: Anchor,
    /// From what each step is counted.
    pub base: SeriesBase,
    /// Steps in order.
    pub steps: Vec<Step>,
    /// What comes after the steps.
    pub repeat: Option<Repeat>,
    /// Instead of steps: how often, by age since the anchor.
    pub phases: Vec<Phase>,
}

code_enum!(
    /// From what a step of a series is counted.
    SeriesBase {
        /// The anchor.
        Anchor = "anchor",
        /// The previous step's due day.
        PreviousDue = "previous_due",
        /// The day on which the previous step was done (its due day, if it was not).
        PreviousDone = "previous_done",
    }
);

/// A step of a series.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Due.
    pub timing: StepTiming,
    /// What it is called, where the steps differ.
    pub title: Option<String>,
}

/// The repetition after the steps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repeat {
    /// From due day to due day.
    pub every: Span,
    /// At most so many.
    pub times: Option<u32>,
    /// Only as far as this from the anchor.
    pub over: Option<Span>,
    /// One repetition for the client, instead of one for each matter (004-14-16).
    pub per_client: bool,
}

/// How often, up to an age.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Phase {
    /// Up to this age since the anchor; `None`: for ever.
    pub upto: Option<Span>,
    /// Once in each such stretch.
    pub every: Span,
}

pub(super) fn read(table: &TableReader<'_, '_>) -> Series {
    let steps = read_steps(table);
    let phases: Vec<Phase> = table
        .tables("phases")
        .into_iter()
        .map(|t| {
            let phase = Phase { upto: t.span("upto"), every: read_every(&t) };
            t.finish("阶段");
            phase
        })
        .collect();
    if steps.is_empty() == phases.is_empty() {
        table.missing("steps", "series 要写 steps(各步)或 phases(按时间长短分阶段),只写其一");
    }
    let repeat = table.tables("repeat").into_iter().next().map(|t| {
        let repeat = Repeat {
            every: read_every(&t),
            times: t.count("times"),
            over: t.span("over"),
            per_client: t.flag("per_client"),
        };
        t.finish("repeat ");
        repeat
    });
    let base = table.code("base", SeriesBase::parse, "anchor、previous_due、previous_done");
    Series { anchor: read_anchor(table), base: base.unwrap_or(SeriesBase::Anchor), steps, repeat, phases }
}

fn read_steps(table: &TableReader<'_, '_>) -> Vec<Step> {
    let Some(node) = table.raw("steps") else { return Vec::new() };
    let NodeValue::List(items) = &node.value else {
        table.wrong::<()>(node, "steps", "列表,如 [\"1 day\", \"4 days\"]");
        return Vec::new();
    };
    items
        .iter()
        .filter_map(|item| match &item.value {
            NodeValue::Table(_) => {
                let step = TableReader::new(table.source, item);
                let read = Step { timing: read_step_timing(&step), title: step.text("title") };
                step.finish("步骤");
                Some(read)
            }
            _ => {
                let span = table.span_of(&table.source.resolve(item), "steps")?;
                Some(Step { timing: StepTiming::Within(span), title: None })
            }
        })
        .collect()
}
