//! Text files with separated columns, as UTF-8 with or without its mark, as GB18030, or as another encoding that can be told.

use crate::book::{
    Book, BookError, LooksLike, MAX_COLUMNS, Progress, REPORT_EVERY, Row, Sheet, Step, Watcher, extension,
};
use crate::cell::Cell;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, GB18030};
use std::borrow::Cow;
use std::path::Path;

/// Reads a text file; one that has the name of a workbook is refused, because its columns would only be guessed.
pub(crate) fn read(file: &str, bytes: &[u8], watcher: Watcher<'_>) -> Result<Book, BookError> {
    let Some(text) = decode(bytes) else {
        return Err(match looks_like_text(bytes) {
            true => BookError::UnknownEncoding { file: file.to_owned() },
            false => not_a_workbook(file, LooksLike::Unknown),
        });
    };
    if text.contains('\0') {
        return Err(not_a_workbook(file, LooksLike::Unknown));
    }
    let start: String = text.trim_start().chars().take(14).collect::<String>().to_ascii_lowercase();
    if start.starts_with("<html") || start.starts_with("<!doctype html") || start.starts_with("<table") {
        return Err(not_a_workbook(file, LooksLike::WebPage));
    }
    if extension(file).starts_with("xls") || extension(file) == "ods" || extension(file) == "et" {
        return Err(not_a_workbook(file, LooksLike::Text));
    }
    let rows = rows(file, &text, watcher)?;
    let name = Path::new(file).file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let sheets = if rows.is_empty() { Vec::new() } else { vec![Sheet { name, rows }] };
    Ok(Book { file: file.to_owned(), sheets, hidden: Vec::new() })
}

fn not_a_workbook(file: &str, looks_like: LooksLike) -> BookError {
    BookError::NotAWorkbook { file: file.to_owned(), looks_like }
}

/// The mark decides first; then valid UTF-8 is UTF-8; else it is GB18030, and only if that fails too is it guessed.
fn decode(bytes: &[u8]) -> Option<Cow<'_, str>> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return clean(encoding, &bytes[mark..]);
    }
    if !looks_like_text(bytes) {
        return None;
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Some(Cow::Borrowed(text));
    }
    clean(GB18030, bytes).or_else(|| {
        let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
        detector.feed(bytes, true);
        let guess = detector.guess(Some(b"cn"), Utf8Detection::Deny);
        // A single-byte encoding fits any bytes, so that a fit proves nothing.
        if guess.is_single_byte() { None } else { clean(guess, bytes) }
    })
}

fn clean<'a>(encoding: &'static Encoding, bytes: &'a [u8]) -> Option<Cow<'a, str>> {
    encoding.decode_without_bom_handling_and_without_replacement(bytes)
}

/// Text has no control characters but tab and line ends.
fn looks_like_text(bytes: &[u8]) -> bool {
    !bytes.iter().any(|byte| *byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0c | 0x1a))
}

fn rows(file: &str, text: &str, watcher: Watcher<'_>) -> Result<Vec<Row>, BookError> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(if extension(file) == "tsv" { b'\t' } else { delimiter(text) })
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut counter = RowCounter { text, seen: 0, row: 1 };
    for record in reader.records() {
        let record =
            record.map_err(|error| BookError::Unreadable { file: file.to_owned(), reason: error.to_string() })?;
        let number = counter.row_of(&record);
        let cells: Vec<_> = record.iter().map(Cell::of_text).collect();
        if let Some(column) = cells.iter().rposition(|cell| !cell.is_empty()).filter(|column| *column >= MAX_COLUMNS) {
            let (file, sheet) = (file.to_owned(), file.to_owned());
            return Err(BookError::TooWide { file, sheet, row: number, column: column + 1 });
        }
        if cells.iter().any(|cell| !cell.is_empty()) {
            rows.push(Row { number, cells });
        }
        let progress = Progress { step: Step::Reading, done: rows.len(), total: 0 };
        if rows.len() % REPORT_EVERY == REPORT_EVERY - 1 && watcher(progress).is_break() {
            return Err(BookError::Cancelled);
        }
    }
    Ok(rows)
}

/// Numbers records as a spreadsheet program does: a blank line is a row, a line break inside a cell is none.
struct RowCounter<'a> {
    text: &'a str,
    /// Bytes whose line ends are counted.
    seen: usize,
    row: u32,
}

impl RowCounter<'_> {
    fn row_of(&mut self, record: &csv::StringRecord) -> u32 {
        let bytes = self.text.as_bytes();
        let mut start = record.position().map_or(self.seen, |position| position.byte() as usize).max(self.seen);
        // The reader leaves the rest of a line end, and blank lines, before the record that follows.
        while bytes.get(start).is_some_and(|byte| matches!(byte, b'\r' | b'\n')) {
            start += 1;
        }
        let breaks = bytes.get(self.seen..start).unwrap_or_default().iter().filter(|byte| **byte == b'\n').count();
        self.row += breaks as u32;
        self.seen = start;
        let number = self.row;
        let inside: usize = record.iter().map(|cell| cell.matches('\n').count()).sum();
        self.row = self.row.saturating_sub(inside as u32);
        number
    }
}

/// The separator that the first lines have most of.
fn delimiter(text: &str) -> u8 {
    let head: Vec<_> = text.lines().filter(|line| !line.trim().is_empty()).take(5).collect();
    let count = |sign: u8| head.iter().map(|line| line.bytes().filter(|b| *b == sign).count()).sum::<usize>();
    let best = [b',', b'\t', b';'].into_iter().rev().max_by_key(|sign| count(*sign));
    best.unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::ops::ControlFlow;

    fn cells(bytes: &[u8]) -> Vec<(u32, Vec<String>)> {
        let book = read("名单.csv", bytes, &mut |_| ControlFlow::Continue(())).unwrap();
        let rows = book.sheets.into_iter().flat_map(|sheet| sheet.rows);
        rows.map(|row| (row.number, row.cells.iter().map(Cell::text).collect())).collect()
    }

    #[test]
    fn utf8_with_and_without_mark_gb18030_and_utf16_say_the_same() {
        let expected =
            vec![(1, vec!["姓名".to_owned(), "电话".to_owned()]), (2, vec!["𠀀三".to_owned(), "1".to_owned()])];
        let text = "姓名,电话\r\n𠀀三,1\r\n";
        let mut marked = b"\xef\xbb\xbf".to_vec();
        marked.extend(text.as_bytes());
        let mut wide = vec![0xff, 0xfe];
        wide.extend(text.replace(',', "\t").encode_utf16().flat_map(u16::to_le_bytes));
        for bytes in [text.as_bytes(), &marked, &GB18030.encode(text).0, &wide] {
            assert_eq!(cells(bytes), expected);
        }
    }

    #[test]
    fn rows_are_numbered_as_a_spreadsheet_program_numbers_them() {
        let numbers: Vec<_> =
            cells("a,b\n\n\"x\ny\",1\nz,2\n".as_bytes()).into_iter().map(|(number, _)| number).collect();
        assert_eq!(numbers, [1, 3, 4]);
    }
}
