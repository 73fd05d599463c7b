//! The rows that an import refused, to mend in Excel and import again.

use crate::error::ReportError;
use crate::looks::{Formats, Look};
use crate::page::{Drawn, Margin, Page, Paper, fit};
use crate::saving::{check_rows, save};
use crate::workbook::Written;
use rust_xlsxwriter::{IgnoreError, Workbook};
use std::collections::BTreeSet;
use std::path::Path;

/// Title of the last column, which an import ignores.
pub const REASON_COLUMN: &str = "问题与改法";

/// Longest name of a sheet.
const LONGEST_NAME: usize = 31;

/// The refused rows of one sheet of the original file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ErrorSheet {
    /// Name of the original sheet; what Excel does not allow in a name is replaced.
    pub name: String,
    /// Original column titles, in their order.
    pub headers: Vec<String>,
    /// Refused rows, cells as they were written.
    pub rows: Vec<Vec<String>>,
    /// For each row, what is wrong and how to mend it.
    pub reasons: Vec<String>,
}

/// Writes the refused rows: the original titles and cells as text, in their order, and [`REASON_COLUMN`] as the last.
/// Cells stay text while they are mended, so that telephone numbers and leading zeros survive.
///
/// # Errors
/// The place cannot be written to, or a sheet has more rows than Excel allows.
pub fn write_errors(path: &Path, sheets: &[ErrorSheet]) -> Result<Written, ReportError> {
    let most = sheets.iter().map(|sheet| sheet.rows.len()).max().unwrap_or(0);
    check_rows(most)?;
    let formats = Formats::new();
    let mut workbook = Workbook::new();
    let mut taken = BTreeSet::new();
    let none = [ErrorSheet { name: "没有问题".to_owned(), ..ErrorSheet::default() }];
    for sheet in if sheets.is_empty() { &none } else { sheets } {
        let drawn = workbook.add_worksheet().set_name(free_name(&sheet.name, &mut taken))?;
        draw(&mut Page::new(drawn, &formats), sheet)?;
    }
    save(&mut workbook, path)?;
    Ok(Written { rows: sheets.iter().map(|sheet| sheet.rows.len() as u32).sum() })
}

fn draw(page: &mut Page<'_>, sheet: &ErrorSheet) -> Drawn {
    let columns = kept_columns(sheet);
    let reason_col = columns.len() as u16;
    for (col, at) in (0..).zip(&columns) {
        let cells = || sheet.rows.iter().filter_map(|row| row.get(*at)).map(String::as_str);
        let title = sheet.headers.get(*at).map_or("", String::as_str);
        page.text(0, col, title, Look::Head)?;
        page.sheet.set_column_width(col, fit(cells().chain([title]), 8.0, 30.0))?;
        for (row, text) in (1..).zip(&sheet.rows) {
            page.text(row, col, text.get(*at).map_or("", String::as_str), Look::Editable)?;
        }
    }
    page.text(0, reason_col, REASON_COLUMN, Look::Head)?;
    page.sheet.set_column_width(reason_col, 48)?;
    for row in 0..sheet.rows.len() {
        let reason = sheet.reasons.get(row).map_or("", String::as_str);
        page.text(row as u32 + 1, reason_col, reason, Look::Reason)?;
    }
    page.sheet.set_freeze_panes(1, 0)?.set_repeat_rows(0, 0)?;
    let last = sheet.rows.len() as u32;
    page.sheet.ignore_error_range(0, 0, last.max(1), reason_col, IgnoreError::NumberStoredAsText)?;
    page.paper(Paper::Landscape, Margin { left: "导入时未收的行,改好后可重新导入", ..Margin::default() });
    Ok(())
}

/// The columns of the original; the reasons of an earlier try, if the office imported a mended book, are replaced.
fn kept_columns(sheet: &ErrorSheet) -> Vec<usize> {
    let width = sheet.rows.iter().map(Vec::len).max().unwrap_or(0).max(sheet.headers.len());
    (0..width).filter(|at| sheet.headers.get(*at).is_none_or(|title| title.trim() != REASON_COLUMN)).collect()
}

/// A name that Excel allows and that no other sheet has.
fn free_name(wanted: &str, taken: &mut BTreeSet<String>) -> String {
    let allowed = |c: char| if "[]:*?/\\'".contains(c) || c.is_control() { ' ' } else { c };
    let clean: String = wanted.chars().map(allowed).collect();
    let clean = match clean.trim() {
        "" => "未命名",
        name if name.eq_ignore_ascii_case("history") => "未命名",
        name => name,
    };
    let numbered = |n: u32| {
        let suffix = if n == 1 { String::new() } else { format!("({n})") };
        let mut room = LONGEST_NAME - suffix.len();
        let head: String = clean.chars().take_while(|c| take(&mut room, c.len_utf16())).collect();
        head.trim_end().to_owned() + &suffix
    };
    let mut names = (1..).map(numbered);
    // The list of numbered names never ends, and only finitely many are taken.
    let name = names.find(|name| taken.insert(name.to_lowercase())).unwrap_or_default();
    debug_assert!(!name.is_empty());
    name
}

fn take(room: &mut usize, wanted: usize) -> bool {
    let fits = wanted <= *room;
    *room = room.saturating_sub(wanted);
    fits
}
