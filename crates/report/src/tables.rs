//! Tables of the report: by rule, department, staff, month, and the answers to rating items.

use crate::figures::Counts;
use crate::occurrence::{Counting, Occurrence, Standing};
use crate::quarterly::ReportPeriod;
use chrono::{Days, Months, NaiveDate};
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// A row of a table by rule, department or staff.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CoverageRow {
    /// What the ledger calls the group: the rule's code, the department, the person responsible.
    pub key: String,
    /// What the table calls it.
    pub label: String,
    /// The counts of the group.
    pub counts: Counts,
    /// Only by staff: contacts that this person made, for whomever they were due.
    pub made: u32,
}

impl CoverageRow {
    fn new(key: &str, label: &str) -> Self {
        Self { key: key.to_owned(), label: label.to_owned(), counts: Counts::default(), made: 0 }
    }
}

/// A table whose rows are groups of the ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grouping {
    /// By rule.
    Rule,
    /// By department concerned.
    Department,
    /// By person responsible.
    Staff,
}

impl Grouping {
    /// Stable identifier of the table.
    pub fn id(self) -> &'static str {
        match self {
            Self::Rule => "by_rule",
            Self::Department => "by_department",
            Self::Staff => "by_staff",
        }
    }

    /// The table of an identifier; `None` for an unknown one.
    pub fn parse(id: &str) -> Option<Self> {
        [Self::Rule, Self::Department, Self::Staff].into_iter().find(|table| table.id() == id)
    }

    /// The key of the row in which the occurrence is counted.
    pub fn key_of(self, occurrence: &Occurrence) -> String {
        match self {
            Self::Rule => occurrence.rule_code(),
            Self::Department => occurrence.department_label().to_owned(),
            Self::Staff => occurrence.assignee_label().to_owned(),
        }
    }
}

/// One row for each rule, in the order of packs and rules.
pub(crate) fn by_rule(ledger: &[Occurrence]) -> Vec<CoverageRow> {
    let mut rows = BTreeMap::new();
    for occurrence in ledger {
        add(&mut rows, &Grouping::Rule.key_of(occurrence), &occurrence.rule_title, occurrence);
    }
    rows.into_values().filter(shown).collect()
}

/// One row for each department, the busiest first.
pub(crate) fn by_department(ledger: &[Occurrence]) -> Vec<CoverageRow> {
    let mut rows = BTreeMap::new();
    for occurrence in ledger {
        add(&mut rows, occurrence.department_label(), occurrence.department_label(), occurrence);
    }
    busiest_first(rows)
}

/// One row for each person who was responsible or made a contact, the busiest first.
pub(crate) fn by_staff(ledger: &[Occurrence]) -> Vec<CoverageRow> {
    let mut rows = BTreeMap::new();
    for occurrence in ledger {
        add(&mut rows, occurrence.assignee_label(), occurrence.assignee_label(), occurrence);
        let reached = occurrence.counting() == Counting::Counted && occurrence.standing() == Standing::Reached;
        if let Some(name) = occurrence.done_by.as_deref().map(str::trim).filter(|_| reached) {
            rows.entry(name.to_owned()).or_insert_with(|| CoverageRow::new(name, name)).made += 1;
        }
    }
    busiest_first(rows)
}

fn add(rows: &mut BTreeMap<String, CoverageRow>, key: &str, label: &str, occurrence: &Occurrence) {
    rows.entry(key.to_owned()).or_insert_with(|| CoverageRow::new(key, label)).counts.add(occurrence);
}

/// A group of which nothing counts (only steps, say) has no row.
fn shown(row: &CoverageRow) -> bool {
    row.counts != Counts::default() || row.made > 0
}

fn busiest_first(rows: BTreeMap<String, CoverageRow>) -> Vec<CoverageRow> {
    let mut rows: Vec<_> = rows.into_values().filter(shown).collect();
    rows.sort_by_key(|row| Reverse(row.counts.due));
    rows
}

/// A month of the period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MonthFigures {
    /// `2026-07`: the month in which it ends, where the office's months begin on another day than the first.
    pub month: String,
    /// First day.
    pub first: NaiveDate,
    /// Last day.
    pub last: NaiveDate,
    /// The counts of what was due in it.
    pub counts: Counts,
}

/// The months of the period, also those in which nothing was due.
pub(crate) fn months(period: &ReportPeriod, ledger: &[Occurrence]) -> Vec<MonthFigures> {
    let mut months = cut_into_months(period);
    for occurrence in ledger {
        let at = months.partition_point(|month| month.last < occurrence.due);
        if let Some(month) = months.get_mut(at) {
            month.counts.add(occurrence);
        }
    }
    months
}

fn cut_into_months(period: &ReportPeriod) -> Vec<MonthFigures> {
    let mut months = Vec::new();
    let mut first = period.first;
    while first <= period.last {
        // Counted from the period's first day, so that a clamped 28 February does not shift the months after it.
        let next = period.first.checked_add_months(Months::new(months.len() as u32 + 1));
        let last =
            next.and_then(|next| next.checked_sub_days(Days::new(1))).map_or(period.last, |d| d.min(period.last));
        months.push(MonthFigures { month: last.format("%Y-%m").to_string(), first, last, counts: Counts::default() });
        let Some(next) = next else { break };
        first = next;
    }
    months
}

/// A rating item of the forms, with its answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Item {
    /// What was asked.
    pub item: String,
    /// Answers given, the best first: scores falling, then words by how often, then those that mean dissatisfied.
    pub levels: Vec<Level>,
}

impl Item {
    /// How many answered.
    pub fn answered(&self) -> u32 {
        self.levels.iter().map(|level| level.count).sum()
    }
}

/// An answer to a rating item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Level {
    /// The answer.
    pub answer: String,
    /// Whether it means dissatisfied.
    pub dissatisfied: bool,
    /// How often it was given.
    pub count: u32,
}

/// The answers of all reached and counted occurrences, item by item.
pub(crate) fn items(ledger: &[Occurrence]) -> Vec<Item> {
    let mut counts: BTreeMap<(&str, &str, bool), u32> = BTreeMap::new();
    let reached = ledger.iter().filter(|o| o.counting() == Counting::Counted && o.standing() == Standing::Reached);
    for answer in reached.flat_map(|occurrence| &occurrence.answers) {
        *counts.entry((answer.item.as_str(), answer.answer.as_str(), answer.dissatisfied)).or_default() += 1;
    }
    let mut items: Vec<Item> = Vec::new();
    for ((item, answer, dissatisfied), count) in counts {
        if items.last().is_none_or(|last| last.item != item) {
            items.push(Item { item: item.to_owned(), levels: Vec::new() });
        }
        let level = Level { answer: answer.to_owned(), dissatisfied, count };
        items.last_mut().into_iter().for_each(|last| last.levels.push(level.clone()));
    }
    items.iter_mut().for_each(|item| item.levels.sort_by(best_first));
    items
}

fn best_first(a: &Level, b: &Level) -> std::cmp::Ordering {
    let score = |level: &Level| level.answer.trim().parse::<f64>().unwrap_or(f64::NEG_INFINITY);
    (a.dissatisfied.cmp(&b.dissatisfied)).then(score(b).total_cmp(&score(a))).then(b.count.cmp(&a.count))
}
