//! On what a rule hangs, and when it falls due from there.

use super::kinds::read_period;
use super::population::{Population, read_audience};
use super::reader::TableReader;
use crate::calendar::{PeriodKind, Span, Unit};
use crate::codes::code_enum;

/// What a task hangs on.
#[derive(Debug, Clone, PartialEq)]
pub struct Anchor {
    /// Matter kind.
    pub matter: String,
    /// Milestone kinds.
    pub milestones: Vec<String>,
    /// How several are joined.
    pub of: EachOf,
    /// With `EachOf::All`: one of these must have happened too (004-05-15).
    pub and_any: Vec<String>,
    /// Only participants in this role; `None`: every participant.
    pub role: Option<String>,
    /// For a matter that concerns everybody and has no participants (a building is topped out): these clients are asked.
    pub audience: Option<Population>,
    /// Counted from the day on which the milestone became known, and not from its own day, which may lie ahead: from the
    /// day on which an appointment was fixed. Not written down since when: from the matter's first day.
    pub from_known: bool,
}

impl Anchor {
    /// Every occurrence of one milestone.
    pub fn each(matter: &str, milestone: &str) -> Self {
        Self {
            matter: matter.to_owned(),
            milestones: vec![milestone.to_owned()],
            of: EachOf::Each,
            and_any: Vec::new(),
            role: None,
            audience: None,
            from_known: false,
        }
    }

    /// All milestone kinds that it names.
    pub fn named(&self) -> impl Iterator<Item = &str> {
        self.milestones.iter().chain(&self.and_any).map(String::as_str)
    }
}

code_enum!(
    /// How the milestones of an anchor are joined.
    EachOf {
        /// Every occurrence of any of them is an anchor.
        Each = "each",
        /// The day on which the last of them has happened.
        All = "all",
        /// The day on which the first of them happened.
        Any = "any",
    }
);

/// When a step falls due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepTiming {
    /// Due within the time; open from the anchor (or the previous step's end).
    Within(Span),
    /// Opens when the time is over ("满"), due after the grace.
    At {
        /// The time.
        after: Span,
        /// Days from opening to due.
        grace: Span,
    },
}

/// When a rule after a milestone falls due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Timing {
    /// Counted from the anchor.
    Counted(StepTiming),
    /// In the period that follows the anchor's (002-03-16: last week's repairs are asked about this week).
    InNext(PeriodKind),
}

/// Grace of "at" where the pack says none, in days (DESIGN section 4).
const GRACE: Span = Span { n: 7, unit: Unit::Day };

pub(super) fn read_anchor(table: &TableReader<'_, '_>) -> Anchor {
    let (each, all, any) = (table.texts("milestone"), table.texts("milestones_all"), table.texts("milestones_any"));
    let (milestones, of, and_any) = match (each.is_empty(), all.is_empty(), any.is_empty()) {
        (_, false, _) => (all, EachOf::All, any),
        (_, true, false) => (any, EachOf::Any, Vec::new()),
        (false, true, true) => (each, EachOf::Each, Vec::new()),
        (true, true, true) => {
            let expected = "从哪个节点算起(多个须齐备时用 milestones_all,有其一即可时用 milestones_any)";
            table.missing("milestone", expected);
            (Vec::new(), EachOf::Each, Vec::new())
        }
    };
    Anchor {
        matter: table.required_text("matter", "对哪种事项(没有对象范围的规则不成立)"),
        milestones,
        of,
        and_any,
        role: table.text("participant"),
        audience: read_audience(table),
        from_known: table.flag("from_known"),
    }
}

pub(super) fn read_timing(table: &TableReader<'_, '_>) -> Timing {
    match read_period(table, "in_next") {
        Some(period) => Timing::InNext(period),
        None => Timing::Counted(read_step_timing(table)),
    }
}

pub(super) fn read_step_timing(table: &TableReader<'_, '_>) -> StepTiming {
    let grace = table.span("grace").unwrap_or(GRACE);
    if let Some(after) = table.span("at") {
        return StepTiming::At { after, grace };
    }
    if !["within", "at", "in_next"].iter().any(|key| table.has(key)) {
        table.missing("within", "多久之内,如 \"3 days\"(“满多久”用 at)");
    }
    StepTiming::Within(table.span("within").unwrap_or(Span { n: 0, unit: Unit::Day }))
}
