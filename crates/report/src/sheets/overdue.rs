//! 逾期未访: what was due and was not done, the longest overdue first.

use crate::looks::Look;
use crate::occurrence::{Occurrence, Standing};
use crate::page::{Drawn, Page, Paper, row_height};
use crate::workbook::Report;
use chrono::NaiveDate;

/// Name of the sheet.
pub(crate) const SHEET: &str = "逾期未访";
const HEADS: [&str; 10] =
    ["序号", "应访日", "逾期天数", "结果", "客户", "房号/编号", "事项编号", "回访类别", "部门", "责任人"];
const WIDTHS: [f64; 10] = [6.0, 12.0, 9.0, 8.0, 16.0, 18.0, 16.0, 24.0, 16.0, 12.0];
const LAST: u16 = 9;
const FIRST_ROW: u32 = 3;

/// Draws the sheet.
pub(crate) fn draw(page: &mut Page<'_>, report: &Report<'_>) -> Drawn {
    let model = report.model;
    report.with_margin(|margin| page.paper(Paper::Landscape, margin));
    page.widths(&WIDTHS)?;
    page.title(LAST, &format!("逾期未访 {}", model.period.label))?;
    let (overdue, missed) = (model.counts.overdue, model.counts.missed);
    let explained = format!(
        "逾期 {overdue} 件:应访日已过,仍可补做。漏访 {missed} 件:下一次已开始,不再补做。天数算至 {}。",
        model.as_of
    );
    page.across(1, (0, LAST), &explained, Look::Remark)?;
    page.heads(2, &HEADS)?;
    let rows: Vec<_> = model.with_standing(Standing::Overdue).chain(model.with_standing(Standing::Missed)).collect();
    for (at, occurrence) in (0..).zip(&rows) {
        draw_row(page, at, occurrence, model.as_of)?;
    }
    if rows.is_empty() {
        page.across(FIRST_ROW, (0, LAST), "没有逾期或漏访。", Look::Remark)?;
    } else {
        page.sheet.autofilter(2, 0, 2 + rows.len() as u32, LAST)?;
    }
    page.sheet.set_freeze_panes(FIRST_ROW, 0)?.set_repeat_rows(2, 2)?;
    Ok(())
}

fn draw_row(page: &mut Page<'_>, at: u32, occurrence: &Occurrence, as_of: NaiveDate) -> Drawn {
    let row = FIRST_ROW + at;
    let days = (as_of - occurrence.due).num_days().max(0);
    page.count(row, 0, at + 1, Look::Ordinal)?;
    page.date(row, 1, Some(occurrence.due))?;
    page.number(row, 2, days as f64, Look::Count)?;
    page.text(row, 3, occurrence.standing().label(), Look::Word)?;
    let texts = [
        occurrence.client_name.as_str(),
        occurrence.place_or_no.as_deref().unwrap_or_default(),
        occurrence.matter_no.as_deref().unwrap_or_default(),
        &occurrence.rule_title,
        occurrence.department_label(),
        occurrence.assignee_label(),
    ];
    for (col, text) in (4..).zip(texts) {
        page.text(row, col, text, Look::Wrap)?;
    }
    page.height(row, row_height(&texts, &WIDTHS[4..]))
}
