//! A sheet as a printed page: cells by look, widths that fit Chinese text, A4 setup.

use crate::looks::{Formats, Look};
use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{ExcelDateTime, Formula, Worksheet, XlsxError};

/// The outcome of drawing.
pub(crate) type Drawn = Result<(), XlsxError>;

/// Longest text that a cell can hold, in UTF-16 units.
const LONGEST_TEXT: usize = 32_767;
const CUT_MARK: &str = "…(过长,已截断)";

/// Which way the paper lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Paper {
    Portrait,
    Landscape,
}

/// What a formula comes to, so that a reader that does not calculate sees it too.
#[derive(Debug, Clone)]
pub(crate) enum Comes {
    Count(u32),
    /// `None`: 0/0, shown as —.
    Share(Option<f64>),
    Text(String),
}

/// A sheet that is being drawn.
pub(crate) struct Page<'a> {
    pub(crate) sheet: &'a mut Worksheet,
    formats: &'a Formats,
}

impl<'a> Page<'a> {
    pub(crate) fn new(sheet: &'a mut Worksheet, formats: &'a Formats) -> Self {
        Self { sheet, formats }
    }

    /// Text stays text: never a formula, a number or a link.
    pub(crate) fn text(&mut self, row: u32, col: u16, text: &str, look: Look) -> Drawn {
        let format = self.formats.get(look);
        if text.is_empty() {
            self.sheet.write_blank(row, col, format)?;
        } else {
            self.sheet.write_string_with_format(row, col, fitting(text), format)?;
        }
        Ok(())
    }

    /// Texts side by side, from the first column on.
    pub(crate) fn texts(&mut self, row: u32, texts: &[&str], look: Look) -> Drawn {
        for (col, text) in (0..).zip(texts) {
            self.text(row, col, text, look)?;
        }
        Ok(())
    }

    /// Headings of columns, from the first column on.
    pub(crate) fn heads(&mut self, row: u32, titles: &[&str]) -> Drawn {
        self.height(row, 23.0)?;
        self.texts(row, titles, Look::Head)
    }

    /// The heading of a section.
    pub(crate) fn section(&mut self, row: u32, title: &str) -> Drawn {
        self.height(row, 25.0)?;
        self.text(row, 0, title, Look::Section)
    }

    /// The heading of the sheet, across its columns.
    pub(crate) fn title(&mut self, last: u16, title: &str) -> Drawn {
        self.height(0, 34.0)?;
        self.across(0, (0, last), title, Look::Title)
    }

    pub(crate) fn number(&mut self, row: u32, col: u16, number: f64, look: Look) -> Drawn {
        self.sheet.write_number_with_format(row, col, number, self.formats.get(look))?;
        Ok(())
    }

    pub(crate) fn count(&mut self, row: u32, col: u16, count: u32, look: Look) -> Drawn {
        self.number(row, col, f64::from(count), look)
    }

    /// A date before 1900, which Excel does not know, is written as text.
    pub(crate) fn date(&mut self, row: u32, col: u16, date: Option<NaiveDate>) -> Drawn {
        match date.map(|date| (date, excel_date(date))) {
            None => self.text(row, col, "", Look::Date),
            Some((date, None)) => self.text(row, col, &date.to_string(), Look::Date),
            Some((_, Some(excel))) => {
                self.sheet.write_datetime_with_format(row, col, &excel, self.formats.get(Look::Date))?;
                Ok(())
            }
        }
    }

    pub(crate) fn formula(&mut self, row: u32, col: u16, formula: &str, comes: Comes, look: Look) -> Drawn {
        let result = match comes {
            Comes::Count(count) => count.to_string(),
            Comes::Share(share) => share.map_or_else(|| "—".to_owned(), |share| share.to_string()),
            Comes::Text(text) => text,
        };
        let formula = Formula::new(formula).set_result(result);
        self.sheet.write_formula_with_format(row, col, formula, self.formats.get(look))?;
        Ok(())
    }

    /// One text across columns of a row.
    pub(crate) fn across(&mut self, row: u32, cols: (u16, u16), text: &str, look: Look) -> Drawn {
        self.sheet.merge_range(row, cols.0, row, cols.1, &fitting(text), self.formats.get(look))?;
        Ok(())
    }

    pub(crate) fn height(&mut self, row: u32, points: f64) -> Drawn {
        self.sheet.set_row_height(row, points)?;
        Ok(())
    }

    /// Widths in half-width characters, from the first column on.
    pub(crate) fn widths(&mut self, widths: &[f64]) -> Drawn {
        for (col, width) in (0..).zip(widths) {
            self.sheet.set_column_width(col, *width)?;
        }
        Ok(())
    }

    /// A4, all columns on one page, page numbers.
    pub(crate) fn paper(&mut self, paper: Paper, margin: Margin<'_>) {
        let sheet = &mut *self.sheet;
        sheet.set_paper_size(9).set_print_fit_to_pages(1, 0).set_print_center_horizontally(true);
        match paper {
            Paper::Portrait => sheet.set_portrait(),
            Paper::Landscape => sheet.set_landscape(),
        };
        sheet.set_margins(0.5, 0.5, 0.7, 0.7, 0.3, 0.3).set_screen_gridlines(false);
        let Margin { left, middle, right, made } = margin;
        sheet.set_header(format!("&L{}&C{}&R{}", in_margin(left), in_margin(middle), in_margin(right)));
        sheet.set_footer(format!("&C第 &P 页 / 共 &N 页&R{}", in_margin(made)));
    }
}

/// What stands in the margins of a printed page.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Margin<'a> {
    pub(crate) left: &'a str,
    pub(crate) middle: &'a str,
    pub(crate) right: &'a str,
    pub(crate) made: &'a str,
}

/// An ampersand is a command there, and all three parts together have 255 characters.
fn in_margin(text: &str) -> String {
    text.chars().take(40).collect::<String>().replace('&', "&&")
}

/// The date as Excel counts it; `None` outside 1900 to 9999.
pub(crate) fn excel_date(date: NaiveDate) -> Option<ExcelDateTime> {
    let (month, day) = (u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?);
    let year = u16::try_from(date.year()).ok().filter(|year| (1900..=9999).contains(year))?;
    ExcelDateTime::from_ymd(year, month, day).ok()
}

fn fitting(text: &str) -> String {
    if text.encode_utf16().count() <= LONGEST_TEXT {
        return text.to_owned();
    }
    let mut room = LONGEST_TEXT - CUT_MARK.encode_utf16().count();
    let fits = |c: &char| {
        let fits = c.len_utf16() <= room;
        room = room.saturating_sub(c.len_utf16());
        fits
    };
    text.chars().take_while(fits).chain(CUT_MARK.chars()).collect()
}

/// How many half-width characters wide the longest line of the text is.
pub(crate) fn width_of(text: &str) -> usize {
    let width = |line: &str| line.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum();
    text.lines().map(width).max().unwrap_or(0)
}

/// A column width that shows the texts, within bounds; the first few hundred rows are typical of the rest.
pub(crate) fn fit<'t>(texts: impl IntoIterator<Item = &'t str>, least: f64, most: f64) -> f64 {
    let widest = texts.into_iter().take(500).map(width_of).max().unwrap_or(0);
    (widest as f64 * 1.05 + 1.5).clamp(least, most)
}

/// The height in points of a row whose text wraps in a column of that width. Programs do not agree on whether they fit
/// the height of a row by themselves, so where it matters it is said.
pub(crate) fn wrapped_height(text: &str, width: f64) -> f64 {
    // A cell has a little room beyond its width, and a line that breaks leaves some of it unused.
    let lines_of = |line: &str| match width_of(line) as f64 {
        wide if wide > width * 1.05 => (wide / (width * 0.95)).ceil(),
        _ => 1.0,
    };
    let lines: f64 = text.lines().map(lines_of).sum();
    (lines.max(1.0) * 15.0 + 5.0).min(400.0)
}

/// The height in points of a row with these texts side by side.
pub(crate) fn row_height(texts: &[&str], widths: &[f64]) -> f64 {
    texts.iter().zip(widths).map(|(text, width)| wrapped_height(text, *width)).fold(20.0, f64::max)
}
