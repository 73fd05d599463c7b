//! 满意度: who was satisfied, what was answered to each item, and what was wrong.

use super::ledger::{Column, DISSATISFIED, SATISFIED, answers, remarks};
use crate::figures::Counts;
use crate::formulas::{LedgerRange, cell, is, same_as, share, sum, tells_apart};
use crate::looks::Look;
use crate::occurrence::{Counting, Occurrence};
use crate::page::{Comes, Drawn, Page, Paper, row_height};
use crate::tables::{CoverageRow, Item};
use crate::workbook::Report;
use rust_xlsxwriter::XlsxError;

/// Name of the sheet.
pub(crate) const SHEET: &str = "满意度";
const LAST: u16 = 6;
const WIDTHS: [f64; 7] = [30.0, 20.0, 12.0, 12.0, 12.0, 26.0, 32.0];

/// Draws the sheet.
pub(crate) fn draw(page: &mut Page<'_>, report: &Report<'_>) -> Drawn {
    report.with_margin(|margin| page.paper(Paper::Landscape, margin));
    page.widths(&WIDTHS)?;
    page.title(LAST, &format!("满意度 {}", report.model.period.label))?;
    let next = draw_departments(page, report, 2)?;
    let next = draw_items(page, &report.model.items, next + 1)?;
    draw_dissatisfied(page, report, next + 1)?;
    page.sheet.set_freeze_panes(1, 0)?.set_repeat_rows(0, 0)?;
    Ok(())
}

fn draw_departments(page: &mut Page<'_>, report: &Report<'_>, row: u32) -> Result<u32, XlsxError> {
    page.section(row, "一、按部门")?;
    page.heads(row + 1, &["部门", "问过(件)", "满意", "不满意", "满意率"])?;
    let rows = &report.model.by_department;
    let keys: Vec<_> = rows.iter().map(|r| r.key.as_str()).collect();
    let first = row + 2;
    for (at, group) in (first..).zip(rows) {
        page.text(at, 0, &group.label, Look::Wrap)?;
        page.height(at, row_height(&[&group.label], &WIDTHS))?;
        let by_formula = tells_apart(&group.key, &keys);
        draw_department(page, report.ledger, at, group, by_formula)?;
    }
    let total = first + rows.len() as u32;
    draw_total(page, first, total, &report.model.counts)?;
    Ok(total + 1)
}

fn draw_department(page: &mut Page<'_>, ledger: LedgerRange, row: u32, group: &CoverageRow, by_formula: bool) -> Drawn {
    let counts = &group.counts;
    let words = [(2, counts.satisfied, SATISFIED), (3, counts.asked - counts.satisfied, DISSATISFIED)];
    for (col, count, word) in words {
        let conditions = [
            (Column::Department, same_as(&format!("${}", cell(row, 0)))),
            (Column::Counting, is(Counting::Counted.label())),
            (Column::Satisfied, is(word)),
        ];
        if by_formula {
            page.formula(row, col, &ledger.count(&conditions), Comes::Count(count), Look::Count)?;
        } else {
            page.count(row, col, count, Look::Count)?;
        }
    }
    let asked = format!("={}+{}", cell(row, 2), cell(row, 3));
    page.formula(row, 1, &asked, Comes::Count(counts.asked), Look::Count)?;
    draw_share(page, row, counts, Look::Share)
}

fn draw_share(page: &mut Page<'_>, row: u32, counts: &Counts, look: Look) -> Drawn {
    let formula = share(&cell(row, 2), &cell(row, 1));
    page.formula(row, 4, &formula, Comes::Share(counts.satisfaction_rate().share()), look)
}

fn draw_total(page: &mut Page<'_>, first: u32, row: u32, counts: &Counts) -> Drawn {
    page.height(row, 21.0)?;
    page.text(row, 0, "合计", Look::TotalText)?;
    let sums = [counts.asked, counts.satisfied, counts.asked - counts.satisfied];
    for (col, count) in (1..).zip(sums) {
        if first == row {
            page.count(row, col, 0, Look::TotalCount)?;
        } else {
            page.formula(row, col, &sum(col, first, row - 1), Comes::Count(count), Look::TotalCount)?;
        }
    }
    draw_share(page, row, counts, Look::TotalShare)
}

fn draw_items(page: &mut Page<'_>, items: &[Item], row: u32) -> Result<u32, XlsxError> {
    page.section(row, "二、按评价项")?;
    if items.is_empty() {
        page.across(row + 1, (0, LAST), "本期没有评价项的回答。", Look::Remark)?;
        return Ok(row + 2);
    }
    page.heads(row + 1, &["评价项", "回答", "件数", "占该项", "性质"])?;
    let mut at = row + 2;
    for item in items {
        at = draw_item(page, item, at)?;
    }
    Ok(at)
}

fn draw_item(page: &mut Page<'_>, item: &Item, first: u32) -> Result<u32, XlsxError> {
    let total = first + item.levels.len() as u32;
    for (row, level) in (first..).zip(&item.levels) {
        page.text(row, 0, &item.item, Look::Wrap)?;
        page.text(row, 1, &level.answer, Look::Wrap)?;
        page.count(row, 2, level.count, Look::Count)?;
        let part = f64::from(level.count) / f64::from(item.answered());
        let formula = share(&cell(row, 2), &cell(total, 2));
        page.formula(row, 3, &formula, Comes::Share(Some(part)), Look::Share)?;
        page.text(row, 4, if level.dissatisfied { "✗ 不满意" } else { "" }, Look::Word)?;
        page.height(row, row_height(&[&item.item, &level.answer], &WIDTHS))?;
    }
    page.height(total, 21.0)?;
    page.text(total, 0, "小计", Look::TotalText)?;
    page.text(total, 1, "", Look::TotalText)?;
    page.formula(total, 2, &sum(2, first, total - 1), Comes::Count(item.answered()), Look::TotalCount)?;
    page.text(total, 3, "", Look::TotalText)?;
    page.text(total, 4, "", Look::TotalText)?;
    Ok(total + 1)
}

fn draw_dissatisfied(page: &mut Page<'_>, report: &Report<'_>, row: u32) -> Drawn {
    page.section(row, "三、不满意清单")?;
    let list: Vec<_> = report.model.dissatisfied().collect();
    if list.is_empty() {
        return page.across(row + 1, (0, LAST), "本期没有不满意的回答。", Look::Remark);
    }
    page.heads(row + 1, &["客户", "回访类别", "完成日", "回访人", "方式", "评价", "意见"])?;
    for (at, occurrence) in (row + 2..).zip(list) {
        draw_complaint(page, at, occurrence)?;
    }
    Ok(())
}

fn draw_complaint(page: &mut Page<'_>, row: u32, occurrence: &Occurrence) -> Drawn {
    let place = occurrence.place_or_no.as_deref().unwrap_or_default();
    let client = format!("{} {place}", occurrence.client_name);
    let (said, remarks) = (answers(occurrence), remarks(occurrence));
    page.text(row, 0, client.trim(), Look::Wrap)?;
    page.text(row, 1, &occurrence.rule_title, Look::Wrap)?;
    page.date(row, 2, occurrence.done_on)?;
    page.text(row, 3, occurrence.done_by.as_deref().unwrap_or_default(), Look::Wrap)?;
    page.text(row, 4, occurrence.channel.as_deref().unwrap_or_default(), Look::Word)?;
    page.text(row, 5, &said, Look::Wrap)?;
    page.text(row, 6, &remarks, Look::Wrap)?;
    page.height(row, row_height(&[&client, &occurrence.rule_title, "", "", "", &said, &remarks], &WIDTHS))
}
