//! A list for another program: column titles in the first row, text in every cell, nothing else.

use crate::error::ReportError;
use crate::looks::{Formats, Look};
use crate::page::{Drawn, Page, fit};
use crate::saving::{check_rows, save};
use crate::workbook::Written;
use rust_xlsxwriter::Workbook;
use std::path::Path;

/// Writes the rows as text: numbers of telephones keep their digits, and nothing becomes a formula.
///
/// # Errors
/// The place cannot be written to, or there are more rows than a sheet can have.
pub fn write_plain<const N: usize>(
    path: &Path,
    headers: &[&str; N],
    rows: &[[String; N]],
) -> Result<Written, ReportError> {
    check_rows(rows.len())?;
    let formats = Formats::new();
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet().set_name("清单")?;
    draw(&mut Page::new(sheet, &formats), headers, rows)?;
    save(&mut workbook, path)?;
    Ok(Written { rows: rows.len() as u32 })
}

fn draw<const N: usize>(page: &mut Page<'_>, headers: &[&str; N], rows: &[[String; N]]) -> Drawn {
    page.texts(0, headers, Look::Head)?;
    for (at, row) in (1..).zip(rows) {
        for (col, text) in (0..).zip(row) {
            page.text(at, col, text, Look::Text)?;
        }
    }
    for (col, title) in headers.iter().enumerate() {
        let texts = rows.iter().map(|row| row[col].as_str());
        page.sheet.set_column_width(col as u16, fit(texts.chain([*title]), 11.5, 60.0))?;
    }
    page.sheet.set_freeze_panes(1, 0)?;
    Ok(())
}
