//! A list that is printed and signed: what it is about above it, lines to sign below it.

use crate::error::ReportError;
use crate::looks::{Formats, Look};
use crate::page::{Drawn, Margin, Page, Paper, fit, row_height};
use crate::saving::{check_rows, save};
use crate::table_book::Cell;
use crate::workbook::Written;
use rust_xlsxwriter::Workbook;
use std::path::Path;

/// What is printed.
#[derive(Debug, Clone, Copy)]
pub struct SignedList<'a> {
    /// Its title.
    pub title: &'a str,
    /// What it is about, as label and value.
    pub facts: &'a [(String, String)],
    /// Column titles.
    pub headers: &'a [&'a str],
    /// One row for each row.
    pub rows: &'a [Vec<Cell>],
    /// Lines to sign on, side by side.
    pub signatures: &'a [String],
}

/// Writes the list.
///
/// # Errors
/// The place cannot be written to, or there are more rows than a sheet can have.
pub fn write_signed_list(path: &Path, list: &SignedList<'_>) -> Result<Written, ReportError> {
    check_rows(list.rows.len() + list.facts.len() + 2)?;
    let formats = Formats::new();
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet().set_name("清单")?;
    draw(&mut Page::new(sheet, &formats), list)?;
    save(&mut workbook, path)?;
    Ok(Written { rows: list.rows.len() as u32 })
}

fn draw(page: &mut Page<'_>, list: &SignedList<'_>) -> Drawn {
    let last = (list.headers.len() as u16).saturating_sub(1).max(1);
    let widths: Vec<f64> = (0..list.headers.len()).map(|col| width(list, col)).collect();
    page.widths(&widths)?;
    page.title(last, list.title)?;
    let rest: f64 = widths.iter().skip(1).sum();
    for (at, (label, value)) in (1..).zip(list.facts) {
        page.height(at, row_height(&[value.as_str()], &[rest]))?;
        page.text(at, 0, label, Look::Strong)?;
        page.across(at, (1, last), value, Look::Wrap)?;
    }
    let head = list.facts.len() as u32 + 2;
    page.heads(head, list.headers)?;
    for (at, row) in (head + 1..).zip(list.rows) {
        for (col, cell) in (0..).zip(row) {
            match cell {
                Cell::Text(text) => page.text(at, col, text, Look::Text)?,
                Cell::Number(number) => page.number(at, col, *number, Look::Ordinal)?,
                Cell::Date(date) => page.date(at, col, *date)?,
            }
        }
    }
    let line = head + list.rows.len() as u32 + 2;
    page.height(line, 36.0)?;
    for (at, who) in (0..).zip(list.signatures) {
        page.text(line, (at * 2).min(last), who, Look::Signature)?;
    }
    page.sheet.set_repeat_rows(head, head)?;
    page.paper(Paper::Portrait, Margin { left: list.title, ..Margin::default() });
    Ok(())
}

fn width(list: &SignedList<'_>, col: usize) -> f64 {
    let texts = list.rows.iter().filter_map(|row| match row.get(col) {
        Some(Cell::Text(text)) => Some(text.as_str()),
        _ => None,
    });
    fit(texts.chain(list.headers.get(col).copied()), 9.0, 30.0)
}
