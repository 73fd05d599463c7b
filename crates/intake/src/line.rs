//! The rows of a list below its titles, and one row read by what its columns mean.

use crate::book::{Row, Sheet};
use crate::cell::{self, Cell, says_nothing, squeeze, text_value};
use crate::code::Code;
use crate::date::read_moment;
use crate::field::Field;
use crate::header::{Column, Header};
use crate::phone::read_phones;
use crate::place::{Room, join_room};
use huifang_core::calendar::Moment;
use huifang_core::domain::FieldValue;
use serde::Serialize;
use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::BTreeMap;

/// Something doubtful in a cell; the row goes in all the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Warning {
    /// Sheet.
    pub sheet: String,
    /// Row, from 1.
    pub row: u32,
    /// Title of the column.
    pub column: String,
    /// What is doubtful.
    pub code: Code,
    /// What the cell says.
    pub found: String,
}

/// The rows that are entries of the list: not blank, not the titles again, no total, no remark.
///
/// Building and unit are written once and meant for all rows below, merged or not (and where they are merged, the merged
/// region is as often as not one row off), so both are carried down.
pub(crate) fn data_rows<'s>(header: &Header, sheet: &'s Sheet) -> Vec<Cow<'s, Row>> {
    let carried: Vec<_> = [Field::Building, Field::Unit]
        .iter()
        .flat_map(|field| header.columns_of(field).map(|column| column.at))
        .collect();
    let room = header.columns_of(&Field::Room).next().map(|column| column.at);
    let mut last = vec![Cell::Empty; carried.len()];
    let mut rows = Vec::with_capacity(sheet.rows.len());
    for row in sheet.rows.iter().filter(|row| row.number > header.row) {
        if !is_entry(header, row) || header.repeated_by(row) {
            continue;
        }
        let mut row = Cow::Borrowed(row);
        let placed = room.is_some_and(|at| !row.cell(at).is_empty());
        for (index, at) in carried.iter().enumerate() {
            if !row.cell(*at).is_empty() {
                // Another building has its own first unit.
                last[index..].fill(Cell::Empty);
                last[index] = row.cell(*at).clone();
            } else if placed && !last[index].is_empty() {
                let row = row.to_mut();
                row.cells.resize(row.cells.len().max(at + 1), Cell::Empty);
                row.cells[*at] = last[index].clone();
            }
        }
        rows.push(row);
    }
    rows
}

const TOTALS: &[&str] = &["合计", "总计", "小计", "共计", "累计"];
const REMARKS: &[&str] =
    &["说明", "备注", "注", "附注", "附", "制表", "填表", "填报", "审核", "统计", "打印", "单位", "日期"];

fn is_entry(header: &Header, row: &Row) -> bool {
    let field_at =
        |at: usize| header.columns.iter().find(|column| column.at == at).and_then(|column| column.field.as_ref());
    let mut filled = row.filled();
    let Some((first_at, first)) = filled.next() else { return false };
    if let Cell::Text(text) = first {
        let text = squeeze(text);
        let word = text.trim_matches(|c: char| c.is_ascii_digit() || matches!(c, ':' | '(' | ')'));
        if TOTALS.iter().any(|total| word.ends_with(total)) {
            return false;
        }
        let remark = |mark: &str| text.strip_prefix(mark).is_some_and(|rest| rest.chars().take(4).any(|c| c == ':'));
        if REMARKS.iter().any(|mark| remark(mark)) && row.filled().count() <= 4 {
            return false;
        }
    }
    if filled.next().is_some() {
        return true;
    }
    // A lone cell is an entry only if it can say whom the row is about; a sentence across the table is none.
    let sentence = first.text().contains([':', '\u{ff1a}', '。', ';', '\u{ff1b}']) || first.text().chars().count() > 20;
    field_at(first_at).is_some_and(Field::identifies) && !sentence
}

/// One row of a list. Reading a cell that cannot be understood keeps it as it was written, and warns.
pub(crate) struct Line<'a> {
    pub header: &'a Header,
    pub row: &'a Row,
    sheet: &'a str,
    noted: RefCell<Noted<'a>>,
}

/// What reading the cells left behind.
#[derive(Debug, Default)]
pub(crate) struct Noted<'a> {
    pub warnings: Vec<Warning>,
    /// Cells that could not be understood, by column title.
    pub kept: BTreeMap<String, FieldValue>,
    /// Titles of typed columns whose cell was understood: what an earlier import kept there is settled.
    pub understood: Vec<&'a str>,
}

impl<'a> Line<'a> {
    pub fn new(sheet: &'a str, header: &'a Header, row: &'a Row) -> Self {
        Self { header, row, sheet, noted: RefCell::default() }
    }

    pub fn into_noted(self) -> Noted<'a> {
        self.noted.into_inner()
    }

    /// The first filled column of the field.
    pub fn cell(&self, field: &Field) -> Option<(&'a Column, &'a Cell)> {
        let mut columns = self.header.columns.iter().filter(|column| column.field.as_ref() == Some(field));
        columns.find_map(|column| Some((column, self.row.cell(column.at))).filter(|(_, cell)| !cell.is_empty()))
    }

    /// The text of a field, trimmed.
    pub fn text(&self, field: &Field) -> Option<String> {
        self.cell(field).map(|(_, cell)| cell.text())
    }

    /// A name: without blanks.
    pub fn name(&self, field: &Field) -> Option<String> {
        self.text(field).map(|text| cell::name(&text)).filter(|name| !name.is_empty())
    }

    /// A number by which something is filed: half-width, without blanks.
    pub fn number(&self, field: &Field) -> Option<String> {
        self.text(field).map(|text| squeeze(&text)).filter(|number| !number.is_empty())
    }

    /// A date with its hour.
    pub fn moment(&self, field: &Field) -> Option<Moment> {
        let (column, cell) = self.cell(field).filter(|(_, cell)| !says_nothing(&cell.text()))?;
        let moment = read_moment(cell);
        match moment {
            Some(_) => self.understood(column),
            None => {
                self.warn(column, Code::DateInvalid, cell.text());
                self.keep(column, cell);
            }
        }
        moment
    }

    /// All telephones of a field, best first.
    pub fn phones(&self, field: &Field) -> Vec<String> {
        let mut numbers = Vec::new();
        for column in self.header.columns_of(field) {
            let cell = self.row.cell(column.at);
            if cell.is_empty() {
                continue;
            }
            let found = read_phones(&cell.text());
            if found.invalid {
                self.warn(column, Code::PhoneInvalid, cell.text());
                self.keep(column, cell);
            } else {
                self.understood(column);
            }
            for number in found.numbers {
                if !numbers.contains(&number) {
                    numbers.push(number);
                }
            }
        }
        numbers
    }

    /// The room, of one to three cells.
    pub fn room(&self) -> Option<Room> {
        let part = |field| self.text(&field).unwrap_or_default();
        let room = self.text(&Field::Room)?;
        join_room(&part(Field::Building), &part(Field::Unit), &room)
    }

    /// Fields by code, and unknown columns by title.
    pub fn fields(&self) -> BTreeMap<String, FieldValue> {
        let mut fields = BTreeMap::new();
        for column in &self.header.columns {
            let cell = self.row.cell(column.at);
            let Some(value) = cell.value() else { continue };
            match &column.field {
                None => drop(fields.insert(column.title.clone(), value)),
                Some(Field::Own(code)) => {
                    let typed = typed(code, cell).unwrap_or(value);
                    if matches!(&typed, FieldValue::Bool(_)) && !is_plain_answer(cell) {
                        self.keep(column, cell);
                    }
                    fields.insert(code.clone(), typed);
                }
                Some(_) => {}
            }
        }
        fields
    }

    /// Notes something doubtful about a cell, once however often the cell is read.
    pub fn warn(&self, column: &Column, code: Code, found: String) {
        let (sheet, column) = (self.sheet.to_owned(), column.title.clone());
        let warning = Warning { sheet, row: self.row.number, column, code, found };
        let warnings = &mut self.noted.borrow_mut().warnings;
        if !warnings.contains(&warning) {
            warnings.push(warning);
        }
    }

    /// Keeps a cell as it was written, under the title of its column.
    pub fn keep(&self, column: &Column, cell: &Cell) {
        self.noted.borrow_mut().kept.insert(column.title.clone(), text_value(&cell.text()));
    }

    /// Notes that a cell was understood.
    pub fn understood(&self, column: &'a Column) {
        self.noted.borrow_mut().understood.push(&column.title);
    }
}

const YES: &[&str] = &["是", "有", "√", "Y", "y", "yes", "Yes", "1", "有偿", "true"];
const NO: &[&str] = &["否", "无", "×", "N", "n", "no", "No", "0", "无偿", "false", "没有", "未", "免费", "-", "/"];

fn is_plain_answer(cell: &Cell) -> bool {
    let text = squeeze(&cell.text());
    YES.contains(&text.as_str()) || NO.contains(&text.as_str())
}

/// The value of a field whose type policies rely on; `None`: as the cell has it.
fn typed(code: &str, cell: &Cell) -> Option<FieldValue> {
    match code {
        // Whatever else stands there says yes: the name of an operation, the day of a quarrel, a fee.
        "surgery" | "dispute" | "paid_service" => Some(FieldValue::Bool(!NO.contains(&squeeze(&cell.text()).as_str()))),
        "rework" | "age" | "area" | "amount" => {
            let text = squeeze(&cell.text());
            let number = text.trim_end_matches(|c: char| !c.is_ascii_digit()).trim_start_matches(['¥', '\u{ffe5}']);
            let number: f64 = number.replace(',', "").parse().ok()?;
            // 8个月 is an age, and it is not 8 years.
            let unit = text
                .trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '¥' | '\u{ffe5}' | '-'));
            let plain = matches!(unit, "" | "岁" | "次" | "元" | "㎡" | "m2" | "m²" | "平方米" | "平米");
            (number.is_finite() && plain).then_some(FieldValue::Number(number))
        }
        _ => None,
    }
}
