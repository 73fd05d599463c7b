//! The quarter as figures.

use super::{TaskRow, wire};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

wire! {

    /// Names a period: `2026Q3`.
    pub struct PeriodRef {
        /// Period.
        period: String,
    }

    /// A period that can be chosen.
    pub struct PeriodChoice {
        /// `2026Q3`.
        period: String,
        /// 2026年第三季度.
        label: String,
    }

    /// The quarter as figures.
    pub struct QuarterlyReport {
        /// `2026Q3`.
        period: String,
        /// 2026年第三季度.
        label: String,
        /// First and last day.
        days: String,
        /// Headline figures.
        figures: Vec<Figure>,
        /// Coverage by rule, department, staff; satisfaction by item.
        tables: Vec<FigureTable>,
        /// Months of the quarter with due and done, for the chart.
        months: Vec<MonthFigures>,
        /// Targets of the policy with what was reached.
        targets: Vec<TargetLine>,
    }

    /// A figure with numerator, denominator and definition.
    pub struct Figure {
        /// Stable id: `coverage`, `on_time_rate`, `satisfaction_rate`, `due_count`, `done_count`, `on_time_count`, `lost_count`, `missed_count`, `waived_count`.
        id: String,
        /// Label.
        label: String,
        /// Numerator, or the count.
        numerator: u32,
        /// Denominator; none for a count.
        denominator: Option<u32>,
        /// The rate as `83.3%`; `—` for 0/0; the count for a count.
        text: String,
        /// What it counts.
        definition: String,
    }

    /// A table of figures.
    pub struct FigureTable {
        /// Stable id: `by_rule`, `by_department`, `by_staff`, `satisfaction`.
        id: String,
        /// Title.
        title: String,
        /// Column titles.
        columns: Vec<String>,
        /// Rows of cells as text.
        rows: Vec<Vec<String>>,
        /// For each column the figure whose list its numbers open; none: the column is no such number.
        figures: Vec<Option<String>>,
        /// For each row the key by which its lists are asked for.
        keys: Vec<String>,
    }

    /// One month of the quarter.
    pub struct MonthFigures {
        /// `2026-07`.
        month: String,
        /// Due.
        due: u32,
        /// Reached.
        done: u32,
        /// Reached on time.
        on_time: u32,
    }

    /// A target of the policy.
    pub struct TargetLine {
        /// By this its list is asked for (table `target`, figure `coverage`); none: it counts no follow-ups.
        id: Option<String>,
        /// What it is about.
        title: String,
        /// What is asked: 不低于 50%.
        asked: String,
        /// What was reached.
        reached: String,
        /// Whether it was reached; none for 0/0.
        met: Option<bool>,
        /// Clause ids.
        clauses: Vec<String>,
    }

    /// Asks for the list behind a figure.
    pub struct FigureQuery {
        /// Period.
        period: String,
        /// Figure id.
        figure: String,
        /// Only one row of this table; `target`: only what one target counts; none: the whole office.
        #[serde(default)]
        table: Option<String>,
        /// Key of that row, or id of that target.
        #[serde(default)]
        key: Option<String>,
        /// First row wanted.
        offset: u32,
        /// How many at most.
        limit: u32,
    }

    /// The list behind a figure.
    pub struct FigureList {
        /// How many in all.
        total: u32,
        /// The rows.
        rows: Vec<TaskRow>,
    }

    /// Writes the quarter as a workbook.
    pub struct ExportReport {
        /// Period.
        period: String,
        /// Where to.
        path: String,
    }

    /// A file that was written.
    pub struct Exported {
        /// Where it is.
        path: String,
        /// Rows of the ledger.
        rows: u32,
    }
}
