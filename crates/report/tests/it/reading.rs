//! Reads a workbook back as a program would that does not calculate.

use calamine::{Data, Range, Reader, Xlsx, open_workbook};
use chrono::{Days, NaiveDate};
use std::fs::File;
use std::io::{BufReader, Read};
use std::path::Path;

pub struct Book(Xlsx<BufReader<File>>);

impl Book {
    pub fn open(path: &Path) -> Self {
        Self(open_workbook(path).expect("the workbook opens"))
    }

    pub fn sheets(&self) -> Vec<String> {
        self.0.sheet_names()
    }

    /// Cells, with the sheet's own addresses.
    pub fn cells(&mut self, sheet: &str) -> Range<Data> {
        self.0.worksheet_range(sheet).expect("the sheet is there")
    }

    pub fn formulas(&mut self, sheet: &str) -> Range<String> {
        self.0.worksheet_formula(sheet).expect("the sheet is there")
    }

    /// What a defined name points at, as (row, column) counted from 0 on the cover.
    pub fn place_of(&self, name: &str) -> (u32, u32) {
        let (_, target) = self.0.defined_names().iter().find(|(n, _)| n == name).expect("the name is defined");
        let cell = target.strip_prefix("封面!$").expect("it is a cell of the cover");
        let (column, row) = cell.split_once('$').expect("it is absolute");
        let column = column.bytes().fold(0, |at, letter| at * 26 + u32::from(letter - b'A'));
        (row.parse::<u32>().expect("a row") - 1, column)
    }

    /// The value that a defined name points at.
    pub fn named(&mut self, name: &str) -> Data {
        let place = self.place_of(name);
        self.cells("封面").get_value(place).expect("the cell is there").clone()
    }

    /// The formula that a defined name points at.
    pub fn named_formula(&mut self, name: &str) -> String {
        let place = self.place_of(name);
        self.formulas("封面").get_value(place).cloned().unwrap_or_default()
    }

    /// The rows of the ledger under their headings, as text.
    pub fn ledger(&mut self) -> Ledger {
        let cells = self.cells("台账");
        let mut rows = cells.rows().skip(2).map(|row| row.iter().map(ToString::to_string).collect::<Vec<_>>());
        let heads = rows.next().expect("headings");
        Ledger { heads, rows: rows.collect() }
    }
}

pub struct Ledger {
    heads: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

impl Ledger {
    pub fn column(&self, title: &str) -> usize {
        self.heads.iter().position(|head| head == title).expect("the column is there")
    }

    /// How many rows fulfil all conditions: `COUNTIFS`, done again.
    pub fn count(&self, conditions: &[(&str, &str)]) -> u32 {
        let columns: Vec<_> = conditions.iter().map(|(title, word)| (self.column(title), *word)).collect();
        self.rows.iter().filter(|row| columns.iter().all(|(at, word)| row[*at] == *word)).count() as u32
    }
}

/// The text of a part of the file.
pub fn part(path: &Path, name: &str) -> String {
    let mut archive = zip::ZipArchive::new(File::open(path).expect("the file is there")).expect("a package");
    let mut text = String::new();
    archive.by_name(name).expect("the part is there").read_to_string(&mut text).expect("it is text");
    text
}

/// The civil date of a cell that is one; Excel counts days from the 30th of December 1899.
pub fn date(cell: &Data) -> Option<NaiveDate> {
    let Data::DateTime(date) = cell else { return None };
    NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(date.as_f64() as u64))
}
