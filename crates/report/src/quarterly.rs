//! The quarter as figures.

use crate::figures::{Counts, Figure, FigureKind};
use crate::occurrence::{Counting, Occurrence, Standing};
use crate::tables::{self, CoverageRow, Item, MonthFigures};
use chrono::NaiveDate;
use serde::Serialize;

/// The span that a report is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReportPeriod {
    /// First day.
    pub first: NaiveDate,
    /// Last day, inclusive.
    pub last: NaiveDate,
    /// 2026年第三季度.
    pub label: String,
}

impl ReportPeriod {
    /// Whether the day is in it.
    pub fn contains(&self, day: NaiveDate) -> bool {
        self.first <= day && day <= self.last
    }
}

/// A target of the policy with what was reached; the office measures it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Target {
    /// What it is about.
    pub title: String,
    /// What is asked: 不低于 50%.
    pub asked: String,
    /// How many, or the count where the target is one.
    pub numerator: u32,
    /// Out of how many; `None` where the target is a count.
    pub denominator: Option<u32>,
    /// Whether it was reached; `None` for 0/0.
    pub met: Option<bool>,
    /// Clauses that ask for it.
    pub clauses: Vec<String>,
}

/// Everything that the quarterly report says. The same occurrences on the same day give the same report.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Quarterly {
    /// Span.
    pub period: ReportPeriod,
    /// The day on which the states were computed.
    pub as_of: NaiveDate,
    /// All counts of the period.
    pub counts: Counts,
    /// By rule.
    pub by_rule: Vec<CoverageRow>,
    /// By department concerned.
    pub by_department: Vec<CoverageRow>,
    /// By person responsible.
    pub by_staff: Vec<CoverageRow>,
    /// Answers to rating items.
    pub items: Vec<Item>,
    /// Month by month.
    pub months: Vec<MonthFigures>,
    /// Targets of the policy.
    pub targets: Vec<Target>,
    /// Every occurrence of the period, by due day, what is not counted included.
    pub ledger: Vec<Occurrence>,
}

impl Quarterly {
    /// Computes the report. Occurrences whose due day is outside the period are dropped; the order of what comes in does
    /// not matter. `as_of` is the day on which the states hold.
    pub fn compute(
        period: ReportPeriod,
        as_of: NaiveDate,
        mut occurrences: Vec<Occurrence>,
        targets: Vec<Target>,
    ) -> Self {
        occurrences.retain(|occurrence| period.contains(occurrence.due));
        occurrences.sort_by(|a, b| ledger_order(a).cmp(&ledger_order(b)));
        Self {
            as_of,
            counts: Counts::of(&occurrences),
            by_rule: tables::by_rule(&occurrences),
            by_department: tables::by_department(&occurrences),
            by_staff: tables::by_staff(&occurrences),
            items: tables::items(&occurrences),
            months: tables::months(&period, &occurrences),
            period,
            targets,
            ledger: occurrences,
        }
    }

    /// The headline figures in the order of the report.
    pub fn figures(&self) -> Vec<Figure> {
        FigureKind::ALL.iter().map(|kind| kind.of(&self.counts)).collect()
    }

    /// One headline figure.
    pub fn figure(&self, kind: FigureKind) -> Figure {
        kind.of(&self.counts)
    }

    /// The rows behind a figure.
    pub fn list(&self, kind: FigureKind) -> impl Iterator<Item = &Occurrence> {
        self.ledger.iter().filter(move |occurrence| kind.lists(occurrence))
    }

    /// Counted occurrences that came to this.
    pub fn with_standing(&self, standing: Standing) -> impl Iterator<Item = &Occurrence> {
        self.ledger.iter().filter(move |o| o.counting() == Counting::Counted && o.standing() == standing)
    }

    /// Occurrences that are not counted for this reason.
    pub fn not_counted(&self, why: Counting) -> impl Iterator<Item = &Occurrence> {
        self.ledger.iter().filter(move |occurrence| occurrence.counting() == why)
    }

    /// Counted occurrences in which the client said that something was wrong.
    pub fn dissatisfied(&self) -> impl Iterator<Item = &Occurrence> {
        self.with_standing(Standing::Reached)
            .filter(|o| o.satisfied == Some(false) || o.answers.iter().any(|answer| answer.dissatisfied))
    }
}

fn ledger_order(occurrence: &Occurrence) -> (NaiveDate, &str, &str, &str, &str) {
    let Occurrence { due, pack, rule, client_name, task_id, .. } = occurrence;
    (*due, pack, rule, client_name, task_id)
}
