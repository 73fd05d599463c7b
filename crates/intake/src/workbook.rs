//! Workbooks: xlsx streamed cell by cell; old xls, xlsb and ods through the same reader library.

use crate::book::{Book, BookError, LooksLike, MAX_COLUMNS, Progress, REPORT_EVERY, Row, Sheet, Step, Watcher};
use crate::cell::Cell;
use calamine::{Data, Dimensions, Ods, OdsError, Reader, SheetVisible, Xls, XlsError, Xlsb, Xlsx, XlsxError};
use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

const ZIP: &[u8] = b"PK\x03\x04";
const COMPOUND: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/// Whether the bytes begin like a workbook of any age.
pub(crate) fn is_container(bytes: &[u8]) -> bool {
    bytes.starts_with(ZIP) || bytes.starts_with(COMPOUND)
}

/// Reads a zip or compound file.
pub(crate) fn read(file: &str, bytes: &[u8], watcher: Watcher<'_>) -> Result<Book, BookError> {
    let mut work = Work { file, watcher };
    // The reader library is not ours: a damaged file must not take the command down with it.
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        if bytes.starts_with(COMPOUND) { work.compound(bytes) } else { work.zipped(bytes) }
    }));
    outcome
        .unwrap_or_else(|_| Err(BookError::Unreadable { file: file.to_owned(), reason: "文件已损坏".to_owned() }))
}

struct Work<'a, 'w> {
    file: &'a str,
    watcher: Watcher<'w>,
}

/// Rows by their index from 0: cells may come in any order.
type Rows = BTreeMap<u32, Vec<Cell>>;

impl Work<'_, '_> {
    fn zipped(&mut self, bytes: &[u8]) -> Result<Book, BookError> {
        match Xlsx::new(Cursor::new(bytes)) {
            Ok(book) => self.xlsx(book),
            Err(XlsxError::Password) => Err(BookError::PasswordProtected { file: self.file.to_owned() }),
            Err(error) => self.other_zip(bytes, &error),
        }
    }

    /// A zip that is no xlsx may be an ods or xlsb; a zip with none of their parts is another program's document.
    fn other_zip(&mut self, bytes: &[u8], error: &XlsxError) -> Result<Book, BookError> {
        match Ods::new(Cursor::new(bytes)) {
            Ok(mut book) => return self.dense(&mut book, |_, _| Vec::new()),
            Err(OdsError::Password) => return Err(BookError::PasswordProtected { file: self.file.to_owned() }),
            Err(_) => {}
        }
        if let Ok(mut book) = Xlsb::new(Cursor::new(bytes)) {
            return self.dense(&mut book, |_, _| Vec::new());
        }
        Err(match error {
            XlsxError::FileNotFound(_) | XlsxError::RelationshipNotFound => self.not_a_workbook(),
            error => self.unreadable(error),
        })
    }

    /// An encrypted xlsx and an old xls share the same container.
    fn compound(&mut self, bytes: &[u8]) -> Result<Book, BookError> {
        if let Err(XlsxError::Password) = Xlsx::new(Cursor::new(bytes)) {
            return Err(BookError::PasswordProtected { file: self.file.to_owned() });
        }
        match Xls::new(Cursor::new(bytes)) {
            Ok(mut book) => {
                self.dense(&mut book, |book, name| book.merge_cells_by_sheet_name(name).unwrap_or_default())
            }
            Err(XlsError::Password) => Err(BookError::PasswordProtected { file: self.file.to_owned() }),
            Err(XlsError::Cfb(_)) => Err(self.not_a_workbook()),
            Err(error) => Err(self.unreadable(&error)),
        }
    }

    fn xlsx(&mut self, mut book: Xlsx<Cursor<&[u8]>>) -> Result<Book, BookError> {
        let mut out = Book { file: self.file.to_owned(), ..Book::default() };
        for (name, visible) in tabs(&book, &mut out.hidden) {
            if !visible {
                continue;
            }
            let mut rows = Rows::new();
            let mut cells = match book.worksheet_cells_reader(&name) {
                Ok(cells) => cells,
                // A chart sheet has no cells.
                Err(XlsxError::NotAWorksheet(_) | XlsxError::WorksheetNotFound(_)) => continue,
                Err(error) => return Err(self.unreadable(&error)),
            };
            while let Some(cell) = cells.next_cell().map_err(|error| self.unreadable(&error))? {
                self.put(&mut rows, &name, cell.get_position(), Data::from(cell.get_value().clone()))?;
            }
            drop(cells);
            let merged = book.merge_cells_by_sheet_name(&name).unwrap_or_default();
            out.sheets.extend(finish(name, rows, &merged));
        }
        Ok(out)
    }

    /// The formats that the library reads sheet by sheet.
    fn dense<'b, R: Reader<Cursor<&'b [u8]>>>(
        &mut self,
        book: &mut R,
        merged: impl Fn(&R, &str) -> Vec<Dimensions>,
    ) -> Result<Book, BookError> {
        let mut out = Book { file: self.file.to_owned(), ..Book::default() };
        for (name, visible) in tabs(book, &mut out.hidden) {
            if !visible {
                continue;
            }
            let range = book.worksheet_range(&name).map_err(|error| self.unreadable(&error))?;
            let (top, left) = range.start().unwrap_or_default();
            let mut rows = Rows::new();
            for (row, column, value) in range.used_cells() {
                self.put(&mut rows, &name, (top + row as u32, left + column as u32), value.clone())?;
            }
            let merged = merged(book, &name);
            out.sheets.extend(finish(name, rows, &merged));
        }
        Ok(out)
    }

    fn put(&mut self, rows: &mut Rows, sheet: &str, at: (u32, u32), value: Data) -> Result<(), BookError> {
        let cell = cell_of(value);
        if cell.is_empty() {
            return Ok(());
        }
        let (row, column) = (at.0, at.1 as usize);
        if column >= MAX_COLUMNS {
            let (file, sheet) = (self.file.to_owned(), sheet.to_owned());
            return Err(BookError::TooWide { file, sheet, row: row + 1, column: column + 1 });
        }
        if !rows.contains_key(&row) && rows.len() % REPORT_EVERY == REPORT_EVERY - 1 {
            let progress = Progress { step: Step::Reading, done: rows.len() + 1, total: 0 };
            if (self.watcher)(progress).is_break() {
                return Err(BookError::Cancelled);
            }
        }
        let cells = rows.entry(row).or_default();
        if cells.len() <= column {
            cells.resize(column + 1, Cell::Empty);
        }
        cells[column] = cell;
        Ok(())
    }

    fn unreadable(&self, error: &dyn std::fmt::Debug) -> BookError {
        let reason = format!("文件已损坏: {error:?}").chars().take(120).collect();
        BookError::Unreadable { file: self.file.to_owned(), reason }
    }

    fn not_a_workbook(&self) -> BookError {
        BookError::NotAWorkbook { file: self.file.to_owned(), looks_like: LooksLike::OtherDocument }
    }
}

/// Names of the tabs and whether each is visible; the hidden ones are noted.
fn tabs<'b, R: Reader<Cursor<&'b [u8]>>>(book: &R, hidden: &mut Vec<String>) -> Vec<(String, bool)> {
    let tabs: Vec<_> =
        book.sheets_metadata().iter().map(|tab| (tab.name.clone(), tab.visible == SheetVisible::Visible)).collect();
    hidden.extend(tabs.iter().filter(|(_, visible)| !visible).map(|(name, _)| name.clone()));
    tabs
}

fn finish(name: String, mut rows: Rows, merged: &[Dimensions]) -> Option<Sheet> {
    merged.iter().for_each(|region| fill_down(&mut rows, region));
    let rows: Vec<_> = rows.into_iter().map(|(index, cells)| Row { number: index + 1, cells }).collect();
    (!rows.is_empty()).then_some(Sheet { name, rows })
}

/// A vertically merged cell says the same for each of its rows. Rows that are otherwise blank stay blank.
fn fill_down(rows: &mut Rows, region: &Dimensions) {
    let ((top, left), (bottom, _)) = (region.start, region.end);
    let column = left as usize;
    let Some(value) = rows.get(&top).and_then(|cells| cells.get(column)).filter(|cell| !cell.is_empty()).cloned()
    else {
        return;
    };
    if bottom <= top {
        return;
    }
    for (_, cells) in rows.range_mut(top + 1..=bottom) {
        if cells.len() <= column {
            cells.resize(column + 1, Cell::Empty);
        }
        if cells[column].is_empty() {
            cells[column] = value.clone();
        }
    }
}

fn cell_of(value: Data) -> Cell {
    match value {
        Data::Empty => Cell::Empty,
        Data::Int(n) => Cell::Number(n as f64),
        Data::Float(n) if n.is_finite() => Cell::Number(n),
        Data::Float(_) => Cell::Empty,
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => Cell::of_text(&text),
        Data::Bool(yes) => Cell::Bool(yes),
        Data::Error(error) => Cell::Text(error.to_string()),
        Data::DateTime(at) if at.is_datetime() => {
            let (year, month, day, hour, minute, second, _) = at.to_ymd_hms_milli();
            NaiveDate::from_ymd_opt(i32::from(year), u32::from(month), u32::from(day))
                .and_then(|date| date.and_hms_opt(u32::from(hour), u32::from(minute), u32::from(second)))
                .map_or(Cell::Number(at.as_f64()), Cell::DateTime)
        }
        Data::DateTime(at) => Cell::Number(at.as_f64()),
    }
}
