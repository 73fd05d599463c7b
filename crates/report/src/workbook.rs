//! The quarterly report as a workbook.

use crate::error::ReportError;
use crate::figures::FigureKind;
use crate::formulas::LedgerRange;
use crate::looks::Formats;
use crate::page::{Drawn, Margin, Page, excel_date};
use crate::quarterly::Quarterly;
use crate::saving::{check_rows, save};
use crate::sheets::{cover, groups, ledger, notes, overdue, satisfaction};
use chrono::NaiveDate;
use rust_xlsxwriter::{DocProperties, Workbook};
use std::path::Path;

/// A ledger longer than this goes through a temporary file: measured at 50,000 rows, 106 MB of memory instead of 318. A
/// shorter one does not, so that names of clients are not written to a disk where nobody asked for them.
const STREAMED_FROM: u32 = 40_000;

/// What stands on the report beside its figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// Name of the office.
    pub office: String,
    /// Title: 回访工作季度报告.
    pub title: String,
    /// The day on which the report is made.
    pub made_on: NaiveDate,
    /// Who makes it.
    pub made_by: String,
    /// The figures are those of a demonstration office.
    pub sample: bool,
    /// The clock was set by hand, so `made_on` is not to be believed.
    pub pretended: bool,
}

impl Header {
    /// The words that must stand on every page of a report that is not what it seems; empty for a real one.
    pub(crate) fn mark(&self) -> String {
        let sample = self.sample.then_some("示例数据,非实际业务");
        let pretended = self.pretended.then_some("日期为人为设定,非实际时间");
        sample.into_iter().chain(pretended).collect::<Vec<_>>().join("; ")
    }
}

/// What was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Written {
    /// Rows of occurrences, refused rows, or rows of the list.
    pub rows: u32,
}

/// What every sheet of the report is drawn from.
pub(crate) struct Report<'a> {
    pub(crate) model: &'a Quarterly,
    pub(crate) header: &'a Header,
    pub(crate) ledger: LedgerRange,
    formats: Formats,
}

impl Report<'_> {
    /// The margins of every page.
    pub(crate) fn with_margin<T>(&self, act: impl FnOnce(Margin<'_>) -> T) -> T {
        let right = format!("{} {}", self.header.title, self.model.period.label);
        let (made, mark) = (format!("{} 编制", self.header.made_on), self.header.mark());
        act(Margin { left: &self.header.office, middle: &mark, right: &right, made: &made })
    }
}

/// Writes the report: cover, groups, satisfaction, ledger, overdue, waivers and notes. Each headline figure is a formula
/// over the ledger and a defined name of the workbook ([`FigureKind::id`]). The same report gives the same bytes.
///
/// # Errors
/// The place cannot be written to, or there are more rows than a sheet can have.
pub fn write_quarterly(model: &Quarterly, header: &Header, path: &Path) -> Result<Written, ReportError> {
    check_rows(model.ledger.len())?;
    let rows = model.ledger.len() as u32;
    let report = Report { model, header, ledger: LedgerRange { rows }, formats: Formats::new() };
    let mut workbook = Workbook::new();
    draw(&mut workbook, &report)?;
    save(&mut workbook, path)?;
    Ok(Written { rows })
}

fn draw(workbook: &mut Workbook, report: &Report<'_>) -> Drawn {
    workbook.set_properties(&properties(report.header));
    type Sheet = fn(&mut Page<'_>, &Report<'_>) -> Drawn;
    let sheets: [(&str, Sheet); 6] = [
        (cover::SHEET, cover::draw),
        (groups::SHEET, groups::draw),
        (satisfaction::SHEET, satisfaction::draw),
        (ledger::SHEET, ledger::draw),
        (overdue::SHEET, overdue::draw),
        (notes::SHEET, notes::draw),
    ];
    for (name, draw) in sheets {
        let streamed = name == ledger::SHEET && report.ledger.rows > STREAMED_FROM;
        let sheet = if streamed { workbook.add_worksheet_with_constant_memory()? } else { workbook.add_worksheet() };
        draw(&mut Page::new(sheet.set_name(name)?, &report.formats), report)?;
    }
    for kind in FigureKind::ALL {
        workbook.define_name(kind.id(), &format!("={}!{}", cover::SHEET, cover::figure_cell(kind)))?;
    }
    Ok(())
}

fn properties(header: &Header) -> DocProperties {
    let named = DocProperties::new().set_title(&header.title).set_author(&header.made_by).set_company(&header.office);
    match excel_date(header.made_on) {
        // Left to itself the library would stamp the file with the machine's clock.
        Some(day) => named.set_creation_datetime(&day),
        None => named,
    }
}
