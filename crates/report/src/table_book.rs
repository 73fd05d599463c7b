//! Any list of the program as a workbook.

use crate::error::ReportError;
use crate::looks::{Formats, Look};
use crate::page::{Drawn, Margin, Page, Paper, fit};
use crate::saving::{check_rows, save};
use crate::workbook::Written;
use chrono::NaiveDate;
use rust_xlsxwriter::Workbook;
use std::path::Path;

/// A cell of a list.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Text, whatever it begins with; an empty one is a blank cell.
    Text(String),
    /// A number.
    Number(f64),
    /// A civil date.
    Date(Option<NaiveDate>),
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

/// Writes a list: its title, its column titles, one row for each row. It filters, and prints on A4.
///
/// # Errors
/// The place cannot be written to, or there are more rows than a sheet can have.
pub fn write_table(path: &Path, title: &str, headers: &[&str], rows: &[Vec<Cell>]) -> Result<Written, ReportError> {
    check_rows(rows.len())?;
    let formats = Formats::new();
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet().set_name("清单")?;
    draw(&mut Page::new(sheet, &formats), title, headers, rows)?;
    save(&mut workbook, path)?;
    Ok(Written { rows: rows.len() as u32 })
}

fn draw(page: &mut Page<'_>, title: &str, headers: &[&str], rows: &[Vec<Cell>]) -> Drawn {
    page.text(0, 0, title, Look::Section)?;
    page.texts(1, headers, Look::Head)?;
    for (at, row) in (2..).zip(rows) {
        for (col, cell) in (0..).zip(row) {
            match cell {
                Cell::Text(text) => page.text(at, col, text, Look::Text)?,
                Cell::Number(number) => page.number(at, col, *number, Look::Plain)?,
                Cell::Date(date) => page.date(at, col, *date)?,
            }
        }
    }
    for (col, title) in (0..).zip(headers) {
        let texts = rows.iter().filter_map(|row| match row.get(usize::from(col)) {
            Some(Cell::Text(text)) => Some(text.as_str()),
            _ => None,
        });
        page.sheet.set_column_width(col, fit(texts.chain([*title]), 11.5, 40.0))?;
    }
    if let Some(last) = (headers.len() as u16).checked_sub(1) {
        page.sheet.autofilter(1, 0, rows.len().max(1) as u32 + 1, last)?;
    }
    page.sheet.set_freeze_panes(2, 0)?.set_repeat_rows(1, 1)?;
    page.paper(Paper::Landscape, Margin { left: title, ..Margin::default() });
    Ok(())
}
