//! 按部门与人员: the same figures by rule, by department, by person responsible.

use super::ledger::{Column, ON_TIME};
use crate::formulas::{LedgerRange, cell, is, same_as, share, sum, tells_apart};
use crate::looks::Look;
use crate::occurrence::{Counting, Standing};
use crate::page::{Comes, Drawn, Page, Paper, row_height, wrapped_height};
use crate::tables::CoverageRow;
use crate::workbook::Report;
use rust_xlsxwriter::XlsxError;

/// Name of the sheet.
pub(crate) const SHEET: &str = "按部门与人员";
const LAST: u16 = 9;
const WIDTHS: [f64; 10] = [26.0, 8.5, 8.5, 8.5, 10.0, 10.0, 8.5, 8.5, 8.5, 24.0];

/// A table of groups.
struct Table<'a> {
    section: &'a str,
    group: &'a str,
    /// Title of the last column, where there is one.
    last: Option<&'a str>,
    /// The column of the ledger that holds the groups' keys.
    by: Column,
    rows: &'a [CoverageRow],
}

/// Draws the sheet.
pub(crate) fn draw(page: &mut Page<'_>, report: &Report<'_>) -> Drawn {
    report.with_margin(|margin| page.paper(Paper::Portrait, margin));
    page.widths(&WIDTHS)?;
    page.title(LAST, &format!("按类别、部门与人员 {}", report.model.period.label))?;
    let model = report.model;
    let tables = [
        ("一、按回访类别", "回访类别", Some("规则编号"), Column::RuleCode, &model.by_rule),
        ("二、按部门", "部门", None, Column::Department, &model.by_department),
        ("三、按责任人", "责任人", Some("本人回访(件)"), Column::Assignee, &model.by_staff),
    ];
    let mut row = 2;
    for (section, group, last, by, rows) in tables {
        row = draw_table(page, report.ledger, row, &Table { section, group, last, by, rows })? + 1;
    }
    let explained = "应访、已访、按期等按责任人计;「本人回访」按实际回访人计,含代他人完成的。同一任务只有一个责任人,合计与封面一致。";
    page.across(row, (0, LAST), explained, Look::Remark)?;
    page.height(row, wrapped_height(explained, WIDTHS.iter().sum()))?;
    page.sheet.set_freeze_panes(1, 1)?.set_repeat_rows(0, 0)?;
    Ok(())
}

fn draw_table(page: &mut Page<'_>, ledger: LedgerRange, row: u32, table: &Table<'_>) -> Result<u32, XlsxError> {
    page.section(row, table.section)?;
    let heads = [table.group, "应访", "已访", "按期", "回访率", "按期率", "失访", "漏访", "逾期"];
    let last = table.last.iter().copied();
    page.heads(row + 1, &heads.into_iter().chain(last).collect::<Vec<_>>())?;
    let first = row + 2;
    let keys: Vec<_> = table.rows.iter().map(|r| r.key.as_str()).collect();
    for (at, group) in (first..).zip(table.rows) {
        draw_group(page, ledger, at, table.by, (group, tells_apart(&group.key, &keys)))?;
    }
    draw_total(page, (first, first + table.rows.len() as u32), table)
}

/// Besides being of the group and counted, what rows of the ledger must be; `None`: nothing more.
type Condition = Option<(Column, &'static str)>;

/// The counts of a row: in which column, and which rows of the ledger they count.
fn counted(group: &CoverageRow) -> [(u16, u32, Condition); 6] {
    let counts = &group.counts;
    let standing = |standing: Standing| Some((Column::Standing, standing.label()));
    [
        (1, counts.due, None),
        (2, counts.done, standing(Standing::Reached)),
        (3, counts.on_time, Some((Column::OnTime, ON_TIME))),
        (6, counts.lost, standing(Standing::Lost)),
        (7, counts.missed, standing(Standing::Missed)),
        (8, counts.overdue, standing(Standing::Overdue)),
    ]
}

/// With `by_formula`, counts are formulas; a name that `COUNTIFS` cannot tell from others gets plain numbers.
fn draw_group(
    page: &mut Page<'_>,
    ledger: LedgerRange,
    row: u32,
    by: Column,
    (group, by_formula): (&CoverageRow, bool),
) -> Drawn {
    page.text(row, 0, &group.label, Look::Wrap)?;
    let key_at = if by == Column::RuleCode { cell(row, LAST) } else { cell(row, 0) };
    let base = [(by, same_as(&format!("${key_at}"))), (Column::Counting, is(Counting::Counted.label()))];
    for (col, count, condition) in counted(group) {
        let all: Vec<_> = base.iter().cloned().chain(condition.map(|(column, word)| (column, is(word)))).collect();
        if by_formula {
            page.formula(row, col, &ledger.count(&all), Comes::Count(count), Look::Count)?;
        } else {
            page.count(row, col, count, Look::Count)?;
        }
    }
    draw_shares(page, row, group, Look::Share)?;
    draw_last(page, ledger, row, by, (group, by_formula))?;
    page.height(row, row_height(&[&group.label], &WIDTHS))
}

fn draw_shares(page: &mut Page<'_>, row: u32, group: &CoverageRow, look: Look) -> Drawn {
    let (due, done, on_time) = (cell(row, 1), cell(row, 2), cell(row, 3));
    page.formula(row, 4, &share(&done, &due), Comes::Share(group.counts.coverage().share()), look)?;
    page.formula(row, 5, &share(&on_time, &done), Comes::Share(group.counts.on_time_rate().share()), look)
}

fn draw_last(
    page: &mut Page<'_>,
    ledger: LedgerRange,
    row: u32,
    by: Column,
    (group, by_formula): (&CoverageRow, bool),
) -> Drawn {
    match by {
        Column::RuleCode => page.text(row, LAST, &group.key, Look::Text),
        Column::Assignee if by_formula => {
            let made = [
                (Column::DoneBy, same_as(&format!("${}", cell(row, 0)))),
                (Column::Counting, is(Counting::Counted.label())),
                (Column::Standing, is(Standing::Reached.label())),
            ];
            page.formula(row, LAST, &ledger.count(&made), Comes::Count(group.made), Look::Count)
        }
        Column::Assignee => page.count(row, LAST, group.made, Look::Count),
        _ => Ok(()),
    }
}

/// Sums of the rows above; `rows` are the first and the one after the last. Answers the row after the table.
fn draw_total(page: &mut Page<'_>, (first, row): (u32, u32), table: &Table<'_>) -> Result<u32, XlsxError> {
    page.height(row, 21.0)?;
    page.text(row, 0, "合计", Look::TotalText)?;
    let mut total = CoverageRow { key: String::new(), label: String::new(), counts: Default::default(), made: 0 };
    for group in table.rows {
        total.counts.merge(&group.counts);
        total.made += group.made;
    }
    for (col, count, _) in counted(&total) {
        draw_sum(page, row, col, first, count)?;
    }
    draw_shares(page, row, &total, Look::TotalShare)?;
    match table.by {
        Column::Assignee => draw_sum(page, row, LAST, first, total.made)?,
        Column::RuleCode => page.text(row, LAST, "", Look::TotalText)?,
        _ => {}
    }
    Ok(row + 1)
}

fn draw_sum(page: &mut Page<'_>, row: u32, col: u16, first: u32, count: u32) -> Drawn {
    if first == row {
        return page.count(row, col, 0, Look::TotalCount);
    }
    page.formula(row, col, &sum(col, first, row - 1), Comes::Count(count), Look::TotalCount)
}
