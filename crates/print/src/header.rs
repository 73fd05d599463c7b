//! What stands on every sheet: whose it is, when and by whom it was made.

use chrono::NaiveDate;
use serde::Serialize;

/// Head and foot of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// Name of the office.
    pub office: String,
    /// Civil day of the printing.
    pub made_on: NaiveDate,
    /// Who printed it; empty: nobody is signed in.
    pub made_by: String,
    /// Of a demonstration office: the sheet says so.
    pub sample: bool,
    /// The day was set by hand: the sheet says so.
    pub pretended: bool,
}

/// A fact with its label.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Labelled {
    /// What it is.
    pub label: String,
    /// The value; empty: room to write it in.
    pub value: String,
}

impl Labelled {
    /// A fact with its label.
    pub fn new(label: impl Into<String>, value: impl Into<String>) -> Self {
        Self { label: label.into(), value: value.into() }
    }
}

/// The head as the templates read it.
#[derive(Debug, Serialize)]
pub(crate) struct Head {
    office: String,
    title: String,
    /// What stands small under the title.
    under: String,
    /// Number of the sheet; empty: none, and no room for one.
    no: String,
    /// What the sheet is not: a demonstration, of a day that was set by hand.
    marks: Vec<&'static str>,
    /// Left side of the foot.
    foot: String,
}

impl Head {
    pub(crate) fn new(header: &Header, title: &str, under: &str, no: &str) -> Self {
        let mut marks = Vec::new();
        marks.extend(header.sample.then_some("演示数据"));
        marks.extend(header.pretended.then_some("日期由人设定"));
        let by = if header.made_by.is_empty() { String::new() } else { format!(" {}", header.made_by) };
        Self {
            office: header.office.clone(),
            title: title.to_owned(),
            under: under.to_owned(),
            no: no.to_owned(),
            marks,
            foot: format!("{} 打印{by}", chinese_day(header.made_on)),
        }
    }
}

/// `2026年10月9日`.
pub(crate) fn chinese_day(day: NaiveDate) -> String {
    day.format("%Y年%-m月%-d日").to_string()
}

/// Facts in rows of two; one that is too long for half a line has a row of its own.
pub(crate) fn in_rows(facts: &[Labelled]) -> Vec<Vec<&Labelled>> {
    let mut rows: Vec<Vec<&Labelled>> = Vec::new();
    for fact in facts {
        match rows.last_mut() {
            Some(row) if row.len() == 1 && fits_half(row[0]) && fits_half(fact) => row.push(fact),
            _ => rows.push(vec![fact]),
        }
    }
    rows
}

/// So many widths of a letter stand in half a line.
const HALF_LINE: usize = 28;

fn fits_half(fact: &Labelled) -> bool {
    fact.value.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum::<usize>() <= HALF_LINE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_facts_stand_in_pairs_and_a_long_one_alone() {
        let facts =
            [("姓名", "王芳"), ("房号", "1栋"), ("地址", "一二三四五六七八九十一二三四五六七八"), ("电话", "1")];
        let facts = facts.map(|(label, value)| Labelled::new(label, value));
        let rows: Vec<Vec<&str>> =
            in_rows(&facts).into_iter().map(|row| row.into_iter().map(|f| f.label.as_str()).collect()).collect();
        assert_eq!(rows, [vec!["姓名", "房号"], vec!["地址"], vec!["电话"]]);
    }
}
