//! How `kind = "on_date"` is written.

use crate::calendar::{Festival, Span};
use crate::policy::population::{Population, read_population};
use crate::policy::reader::TableReader;

/// See `RuleKind::OnDate`.
#[derive(Debug, Clone, PartialEq)]
pub struct OnDate {
    /// The days.
    pub days: Vec<FestivalDay>,
    /// How long before the day the window opens.
    pub lead: Option<Span>,
    /// How long after the day it can still be helped; then it is missed. `None`: until the next day of the rule comes near.
    pub lapse: Option<Span>,
    /// Who is contacted.
    pub population: Population,
}

/// A day of the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FestivalDay {
    /// A festival, by the calendar library.
    Festival(Festival),
    /// A month and a day.
    MonthDay(u32, u32),
}

fn read_days(table: &TableReader<'_, '_>) -> Vec<FestivalDay> {
    let at = table.raw("on").map_or(table.at, |n| n.at);
    if !table.has("on") {
        table.missing("on", "哪些日子:节日名(春节、重阳节 …)或 \"12-31\"");
    }
    table
        .texts("on")
        .iter()
        .filter_map(|text| {
            let day = Festival::named(text).map(FestivalDay::Festival).or_else(|| month_day(text));
            if day.is_none() {
                table.source.report(at, "bad_value", "应是节日名(春节、重阳节 …)或月-日,如 \"12-31\"", text);
            }
            day
        })
        .collect()
}

fn month_day(text: &str) -> Option<FestivalDay> {
    let (month, day) = text.split_once('-')?;
    let (month, day) = (month.parse().ok()?, day.parse().ok()?);
    chrono::NaiveDate::from_ymd_opt(2024, month, day).map(|_| FestivalDay::MonthDay(month, day))
}

pub(super) fn read(table: &TableReader<'_, '_>) -> OnDate {
    OnDate {
        days: read_days(table),
        lead: table.span("lead"),
        lapse: table.span("lapse"),
        population: read_population(table),
    }
}
