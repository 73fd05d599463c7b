//! Targets: measures to be reached.

use super::condition::{Condition, read_condition};
use super::kinds::read_period;
use super::part::{Carried, codes};
use super::reader::TableReader;
use crate::calendar::PeriodKind;
use crate::codes::code_enum;
use crate::domain::Channel;

/// `[[target]]`: a measure to be reached.
#[derive(Debug, Clone, PartialEq)]
pub struct Target {
    /// What it is called.
    pub title: String,
    /// Rules whose occurrences are counted; empty: all rules of the pack.
    pub rules: Vec<String>,
    /// What is counted.
    pub measure: Measure,
    /// The share to be reached, or not to be passed, in percent.
    pub bound: Bound,
    /// Counts only follow-ups by this channel in the numerator.
    pub channel: Option<Channel>,
    /// Counts only follow-ups by people of this post in the numerator.
    pub by_role: Option<String>,
    /// Reckoned for each of these apart: `department`, `staff`.
    pub each: Option<String>,
    /// Over which stretch.
    pub period: PeriodKind,
    /// "In principle": shown, but a miss is not an alarm.
    pub soft: bool,
    /// Clauses.
    pub carried: Carried,
}

/// The share that a target asks for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Bound {
    /// At least so many percent.
    AtLeast(f64),
    /// At most so many percent.
    AtMost(f64),
}

/// What a target counts. The numerator is a part of the denominator, except for `Matters` of clients.
#[derive(Debug, Clone, PartialEq)]
pub enum Measure {
    /// Of the occurrences due in the period, those reached.
    FollowUps,
    /// Of the occurrences due in the period, those reached by their due day.
    OnTime,
    /// Of the problems raised in the period, those closed.
    Problems,
    /// Of the follow-ups that asked, those satisfied.
    Satisfied,
    /// Of matters of a kind (or of all clients), those that satisfy a condition.
    Matters {
        /// Matter kind.
        kind: String,
        /// Which count.
        wanted: Condition,
        /// Held against what.
        of: MattersOf,
    },
}

code_enum!(
    /// The denominator of a share of matters.
    MattersOf {
        /// All matters of the kind in the period.
        Matters = "matters",
        /// All clients.
        Clients = "clients",
    }
);

code_enum!(
    /// The codes of measures, as packs write them.
    MeasureCode {
        /// See `Measure::FollowUps`.
        FollowUps = "follow_ups",
        /// See `Measure::OnTime`.
        OnTime = "on_time",
        /// See `Measure::Problems`.
        Problems = "problems",
        /// See `Measure::Satisfied`.
        Satisfied = "satisfied",
        /// See `Measure::Matters`.
        Matters = "matters",
    }
);

impl Target {
    /// Whether the target is reached; `None` where nothing was due.
    pub fn is_met(&self, reached: u32, of: u32) -> Option<bool> {
        let (part, whole) = (f64::from(reached) * 100.0, f64::from(of));
        (of > 0).then_some(match self.bound {
            Bound::AtLeast(percent) => part >= percent * whole,
            Bound::AtMost(percent) => part <= percent * whole,
        })
    }

    /// The percentage, whichever way it bounds.
    pub fn percent(&self) -> f64 {
        match self.bound {
            Bound::AtLeast(percent) | Bound::AtMost(percent) => percent,
        }
    }
}

pub(super) fn read_target(table: TableReader<'_, '_>) -> Target {
    let target = Target {
        title: table.required_text("title", "指标的说法"),
        rules: table.texts("rules"),
        measure: read_measure(&table),
        bound: read_bound(&table),
        channel: table.code("channel", Channel::parse, &codes(Channel::ALL.iter().map(|c| c.code()))),
        by_role: table.text("by_role"),
        each: read_each(&table),
        period: read_period(&table, "period").unwrap_or(PeriodKind::Quarter),
        soft: table.flag("soft"),
        carried: Carried::read(&table),
    };
    table.finish("[[target]] ");
    target
}

fn read_bound(table: &TableReader<'_, '_>) -> Bound {
    match (table.percent("at_least"), table.percent("at_most")) {
        (_, Some(most)) => Bound::AtMost(most),
        (Some(least), None) => Bound::AtLeast(least),
        (None, None) => {
            if !table.has("at_least") && !table.has("at_most") {
                table.missing("at_least", "要达到的比例,如 \"50%\"(不得超过的写 at_most)");
            }
            Bound::AtLeast(0.0)
        }
    }
}

fn read_measure(table: &TableReader<'_, '_>) -> Measure {
    let known = codes(MeasureCode::ALL.iter().map(|c| c.code()));
    let code = table.code("measure", MeasureCode::parse, &known);
    let matter = table.text("matter");
    let wanted = table.raw("where").map_or_else(Condition::always, |node| read_condition(table.source, node));
    let of = table.code("of", MattersOf::parse, "matters、clients").unwrap_or(MattersOf::Matters);
    match code {
        None | Some(MeasureCode::FollowUps) => Measure::FollowUps,
        Some(MeasureCode::OnTime) => Measure::OnTime,
        Some(MeasureCode::Problems) => Measure::Problems,
        Some(MeasureCode::Satisfied) => Measure::Satisfied,
        Some(MeasureCode::Matters) => {
            if matter.is_none() {
                table.missing("matter", "数哪种事项");
            }
            Measure::Matters { kind: matter.unwrap_or_default(), wanted, of }
        }
    }
}

fn read_each(table: &TableReader<'_, '_>) -> Option<String> {
    let each = table.text("each")?;
    if !["department", "staff"].contains(&each.as_str()) {
        table.source.report(table.at, "bad_value", "each 只能是 department、staff", &each);
    }
    Some(each)
}
