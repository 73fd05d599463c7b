//! 免访与说明: what is not in the denominator and why, who was lost and why, and what to know of the figures.

use crate::looks::Look;
use crate::occurrence::{Counting, Occurrence, Standing};
use crate::page::{Drawn, Page, Paper, row_height, wrapped_height};
use crate::workbook::Report;
use rust_xlsxwriter::XlsxError;

/// Name of the sheet.
pub(crate) const SHEET: &str = "免访与说明";
const HEADS: [&str; 6] = ["应访日", "客户", "房号/编号", "回访类别", "责任人", "原因"];
const WIDTHS: [f64; 6] = [12.0, 16.0, 16.0, 22.0, 12.0, 34.0];
const LAST: u16 = 5;

/// Draws the sheet.
pub(crate) fn draw(page: &mut Page<'_>, report: &Report<'_>) -> Drawn {
    let model = report.model;
    report.with_margin(|margin| page.paper(Paper::Portrait, margin));
    page.widths(&WIDTHS)?;
    page.title(LAST, &format!("免访、失访与说明 {}", model.period.label))?;
    let row = draw_list(page, 2, "一、免访(经批准,不计入应访)", model.not_counted(Counting::Waived))?;
    let row = draw_list(page, row + 1, "二、失访(计入应访)", model.with_standing(Standing::Lost))?;
    let withdrawn = "三、因事实更正而撤回(不计入应访)";
    let row = draw_list(page, row + 1, withdrawn, model.not_counted(Counting::Withdrawn))?;
    draw_notes(page, report, row + 1)?;
    page.sheet.set_freeze_panes(1, 0)?.set_repeat_rows(0, 0)?;
    Ok(())
}

/// A list under its heading; answers the row after it.
fn draw_list<'o>(
    page: &mut Page<'_>,
    row: u32,
    section: &str,
    list: impl Iterator<Item = &'o Occurrence>,
) -> Result<u32, XlsxError> {
    let list: Vec<_> = list.collect();
    page.section(row, &format!("{section}: {} 件", list.len()))?;
    if list.is_empty() {
        return Ok(row + 1);
    }
    page.heads(row + 1, &HEADS)?;
    for (at, occurrence) in (row + 2..).zip(&list) {
        draw_row(page, at, occurrence)?;
    }
    Ok(row + 2 + list.len() as u32)
}

fn draw_row(page: &mut Page<'_>, row: u32, occurrence: &Occurrence) -> Drawn {
    page.date(row, 0, Some(occurrence.due))?;
    let texts = [
        occurrence.client_name.as_str(),
        occurrence.place_or_no.as_deref().unwrap_or_default(),
        &occurrence.rule_title,
        occurrence.assignee_label(),
        occurrence.reason.as_deref().unwrap_or("未写明"),
    ];
    for (col, text) in (1..).zip(texts) {
        page.text(row, col, text, Look::Wrap)?;
    }
    page.height(row, row_height(&texts, &WIDTHS[1..]))
}

fn draw_notes(page: &mut Page<'_>, report: &Report<'_>, row: u32) -> Drawn {
    page.section(row, "四、说明")?;
    let model = report.model;
    let pending = model.counts.pending;
    let steps = model.not_counted(Counting::Step).count();
    let mut lines = vec![format!("本表数据截至 {}。", model.as_of)];
    if pending > 0 {
        lines.push(format!("待访 {pending} 件:应访日未过,尚未完成,已计入应访;本期结束前回访率会偏低。"));
    }
    if steps > 0 {
        lines.push(format!("内部步骤 {steps} 件:不是回访,只列在台账中,不计入任何指标。"));
    }
    lines.push("分母为 0 的比率写作「—」,既不是 0%,也不是 100%。".to_owned());
    lines.push("各项指标的含义见封面,逐件明细见台账。".to_owned());
    for (at, line) in (row + 1..).zip(&lines) {
        page.across(at, (0, LAST), line, Look::Remark)?;
        page.height(at, wrapped_height(line, WIDTHS.iter().sum()))?;
    }
    Ok(())
}
