//! 封面: the figures with numerator, denominator and definition, the months, the targets, the lines to sign.

use super::ledger::{Column, DISSATISFIED, ON_TIME, SATISFIED};
use crate::figures::{Figure, FigureKind};
use crate::formulas::{LedgerRange, cell, is, share, sum};
use crate::looks::{ACCENT, FONT, Look, RULE};
use crate::occurrence::{Counting, Standing};
use crate::page::{Comes, Drawn, Page, Paper, row_height};
use crate::quarterly::Target;
use crate::tables::MonthFigures;
use crate::workbook::Report;
use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{Chart, ChartFont, ChartFormat, ChartLegendPosition, ChartLine, ChartSolidFill, Color};

/// Name of the sheet, as formulas write it.
pub(crate) const SHEET: &str = "封面";
/// The row of the first figure, counted from 0.
const FIRST_FIGURE: u32 = 7;
/// The column of results.
const RESULT: u16 = 3;
/// The last column: definitions, and the chart.
const LAST: u16 = 4;
const WIDTHS: [f64; 5] = [20.0, 10.0, 10.0, 12.0, 48.0];
/// Tall enough that three months and their total make room for the chart beside them.
const MONTH_HEIGHT: f64 = 34.0;

fn figure_row(kind: FigureKind) -> u32 {
    let at = FigureKind::ALL.iter().position(|other| *other == kind).unwrap_or(0);
    FIRST_FIGURE + at as u32
}

/// Where the figure stands, for its defined name.
pub(crate) fn figure_cell(kind: FigureKind) -> String {
    format!("$D${}", figure_row(kind) + 1)
}

/// Draws the sheet.
pub(crate) fn draw(page: &mut Page<'_>, report: &Report<'_>) -> Drawn {
    report.with_margin(|margin| page.paper(Paper::Portrait, margin));
    page.widths(&WIDTHS)?;
    draw_title(page, report)?;
    let next = draw_figures(page, report)?;
    let next = draw_months(page, report, next + 1)?;
    let next = draw_targets(page, &report.model.targets, next + 1)?;
    let next = draw_signatures(page, report, next + 1)?;
    page.sheet.set_print_area(0, 0, next, LAST)?.set_freeze_panes(0, 0)?;
    Ok(())
}

fn draw_title(page: &mut Page<'_>, report: &Report<'_>) -> Drawn {
    let (header, period) = (report.header, &report.model.period);
    page.across(0, (0, LAST), &header.office, Look::Subtitle)?;
    page.across(1, (0, LAST), &header.title, Look::Title)?;
    page.height(1, 34.0)?;
    let span = format!("{}({} 至 {})", period.label, period.first, period.last);
    page.across(2, (0, LAST), &span, Look::Subtitle)?;
    let made = format!("数据截至 {}    编制人 {}    编制日期 {}", report.model.as_of, header.made_by, header.made_on);
    page.across(3, (0, LAST), &made, Look::Subtitle)?;
    let mark = header.mark();
    if !mark.is_empty() {
        page.across(4, (0, LAST), &format!("※ {mark} ※"), Look::Warning)?;
        page.height(4, 22.0)?;
    }
    Ok(())
}

fn draw_figures(page: &mut Page<'_>, report: &Report<'_>) -> Result<u32, rust_xlsxwriter::XlsxError> {
    page.section(FIRST_FIGURE - 2, "一、回访指标")?;
    page.heads(FIRST_FIGURE - 1, &["指标", "分子", "分母", "结果", "含义"])?;
    for kind in FigureKind::ALL {
        let (row, figure) = (figure_row(kind), report.model.figure(kind));
        page.text(row, 0, kind.label(), Look::Strong)?;
        match figure.denominator {
            None => draw_count(page, report.ledger, row, figure)?,
            Some(denominator) => draw_rate(page, report.ledger, row, figure, denominator)?,
        }
        page.text(row, LAST, kind.definition(), Look::Wrap)?;
        page.height(row, row_height(&[kind.definition()], &WIDTHS[4..]))?;
    }
    let row = FIRST_FIGURE + FigureKind::ALL.len() as u32;
    draw_check(page, report, row)?;
    Ok(row + 1)
}

/// Which rows of the ledger a count counts.
fn conditions(kind: FigureKind) -> Vec<(Column, String)> {
    let counted = |more: Option<(Column, &str)>| {
        let base = [(Column::Counting, is(Counting::Counted.label()))];
        base.into_iter().chain(more.map(|(column, word)| (column, is(word)))).collect()
    };
    match kind {
        FigureKind::DoneCount => counted(Some((Column::Standing, Standing::Reached.label()))),
        FigureKind::LostCount => counted(Some((Column::Standing, Standing::Lost.label()))),
        FigureKind::MissedCount => counted(Some((Column::Standing, Standing::Missed.label()))),
        FigureKind::OnTimeCount => counted(Some((Column::OnTime, ON_TIME))),
        FigureKind::WaivedCount => vec![(Column::Counting, is(Counting::Waived.label()))],
        FigureKind::SatisfactionRate => counted(Some((Column::Satisfied, SATISFIED))),
        FigureKind::DueCount | FigureKind::Coverage | FigureKind::OnTimeRate => counted(None),
    }
}

fn draw_count(page: &mut Page<'_>, ledger: LedgerRange, row: u32, figure: Figure) -> Drawn {
    page.text(row, 1, "", Look::Text)?;
    page.text(row, 2, "", Look::Text)?;
    let formula = ledger.count(&conditions(figure.kind));
    page.formula(row, RESULT, &formula, Comes::Count(figure.numerator), Look::BigCount)
}

fn draw_rate(page: &mut Page<'_>, ledger: LedgerRange, row: u32, figure: Figure, denominator: u32) -> Drawn {
    let result_of = |kind| format!("={}", cell(figure_row(kind), RESULT));
    let satisfied = || ledger.count(&conditions(FigureKind::SatisfactionRate));
    let (above, below) = match figure.kind {
        FigureKind::Coverage => (result_of(FigureKind::DoneCount), result_of(FigureKind::DueCount)),
        FigureKind::OnTimeRate => (result_of(FigureKind::OnTimeCount), result_of(FigureKind::DoneCount)),
        _ => (satisfied(), asked(ledger, cell(row, 1))),
    };
    page.formula(row, 1, &above, Comes::Count(figure.numerator), Look::Count)?;
    page.formula(row, 2, &below, Comes::Count(denominator), Look::Count)?;
    let share_of = share(&cell(row, 1), &cell(row, 2));
    let comes = Comes::Share(figure.ratio().and_then(crate::Ratio::share));
    page.formula(row, RESULT, &share_of, comes, Look::BigShare)
}

/// Asked is satisfied and not satisfied.
fn asked(ledger: LedgerRange, satisfied: String) -> String {
    let counted = (Column::Counting, is(Counting::Counted.label()));
    let dissatisfied = ledger.count(&[counted, (Column::Satisfied, is(DISSATISFIED))]);
    format!("={satisfied}+{}", dissatisfied.trim_start_matches('='))
}

/// Every due occurrence came to exactly one thing; the sheet says so itself.
fn draw_check(page: &mut Page<'_>, report: &Report<'_>, row: u32) -> Drawn {
    let counts = &report.model.counts;
    let parts = [Standing::Overdue, Standing::Paused, Standing::Pending, Standing::Unreached].map(|standing| {
        let counted = (Column::Counting, is(Counting::Counted.label()));
        report.ledger.count(&[counted, (Column::Standing, is(standing.label()))]).replacen('=', "", 1)
    });
    let named = [FigureKind::DoneCount, FigureKind::LostCount, FigureKind::MissedCount].map(FigureKind::id);
    let whole = format!("{}+{}", named.join("+"), parts.join("+"));
    let formula = format!("=IF(due_count={whole},\"✓ 相符\",\"✗ 不符\")");
    page.text(row, 0, "核对", Look::Text)?;
    page.text(row, 1, "", Look::Text)?;
    page.text(row, 2, "", Look::Text)?;
    page.formula(row, RESULT, &formula, Comes::Text("✓ 相符".to_owned()), Look::Word)?;
    let paused = if counts.paused > 0 { format!(" + 暂停 {}", counts.paused) } else { String::new() };
    let sentence = format!(
        "应访 {} = 已访 {} + 失访 {} + 漏访 {} + 逾期 {}{paused} + 待访 {} + 未接通 {}",
        counts.due, counts.done, counts.lost, counts.missed, counts.overdue, counts.pending, counts.unreached
    );
    page.text(row, LAST, &sentence, Look::Wrap)?;
    page.height(row, row_height(&[&sentence], &WIDTHS[4..]))
}

fn draw_months(page: &mut Page<'_>, report: &Report<'_>, row: u32) -> Result<u32, rust_xlsxwriter::XlsxError> {
    page.section(row, "二、各月情况")?;
    let head = row + 1;
    page.heads(head, &["月份", "应访", "已访", "按期"])?;
    let first = head + 1;
    let months = &report.model.months;
    for (at, month) in (first..).zip(months) {
        draw_month(page, report.ledger, at, month)?;
    }
    let total = first + months.len() as u32;
    page.text(total, 0, "合计", Look::TotalText)?;
    let counts = &report.model.counts;
    for (col, count) in (1..).zip([counts.due, counts.done, counts.on_time]) {
        page.formula(total, col, &sum(col, first, total - 1), Comes::Count(count), Look::TotalCount)?;
    }
    page.height(total, MONTH_HEIGHT)?;
    let rows = months.len() as f64 + 1.0;
    let chart = chart(first, total - 1, ((rows * MONTH_HEIGHT + 20.0) * 4.0 / 3.0) as u32);
    page.sheet.insert_chart_with_offset(head, LAST, &chart, 4, 2)?;
    Ok(total + 1)
}

fn draw_month(page: &mut Page<'_>, ledger: LedgerRange, row: u32, month: &MonthFigures) -> Drawn {
    page.text(row, 0, &month.month, Look::Strong)?;
    let day = |d: NaiveDate| format!("DATE({},{},{})", d.year(), d.month(), d.day());
    let span =
        [(Column::Due, format!("\">=\"&{}", day(month.first))), (Column::Due, format!("\"<=\"&{}", day(month.last)))];
    let counts = [
        (FigureKind::DueCount, month.counts.due),
        (FigureKind::DoneCount, month.counts.done),
        (FigureKind::OnTimeCount, month.counts.on_time),
    ];
    for (col, (kind, count)) in (1..).zip(counts) {
        let all: Vec<_> = span.iter().cloned().chain(conditions(kind)).collect();
        page.formula(row, col, &ledger.count(&all), Comes::Count(count), Look::Count)?;
    }
    page.height(row, MONTH_HEIGHT)
}

/// Due and done, month by month. Due is an outlined column and done a full one, so grey paper tells them apart.
fn chart(first: u32, last: u32, height: u32) -> Chart {
    let mut chart = Chart::new_column();
    let font = |size: u32| ChartFont::new().set_name(FONT).set_size(size).clone();
    let fills = [(1, "应访", Color::White), (2, "已访", ACCENT)];
    for (col, name, fill) in fills {
        let mut format = ChartFormat::new();
        format.set_solid_fill(ChartSolidFill::new().set_color(fill));
        format.set_border(ChartLine::new().set_color(ACCENT).set_width(1.25));
        let series = chart.add_series().set_name(name).set_format(&mut format).set_gap(80).set_overlap(0);
        series.set_categories((SHEET, first, 0, last, 0)).set_values((SHEET, first, col, last, col));
        series.set_data_label(rust_xlsxwriter::ChartDataLabel::new().show_value().set_font(&font(8)));
    }
    chart.title().set_name("各月应访与已访(件)").set_font(&font(10));
    chart.legend().set_position(ChartLegendPosition::Bottom).set_font(&font(9));
    chart.x_axis().set_font(&font(9)).set_text_axis(true);
    chart
        .y_axis()
        .set_font(&font(9))
        .set_min(0)
        .set_major_gridlines_line(ChartLine::new().set_color(RULE).set_width(0.5));
    // To the very edge of its column of 48 characters, which are 341 pixels.
    chart.set_width(337).set_height(height).set_alt_text("各月应访与已访的柱形图,数字见左表");
    chart
}

fn draw_targets(page: &mut Page<'_>, targets: &[Target], row: u32) -> Result<u32, rust_xlsxwriter::XlsxError> {
    page.section(row, "三、制度目标")?;
    if targets.is_empty() {
        page.across(row + 1, (0, LAST), "启用的制度没有规定目标。", Look::Remark)?;
        return Ok(row + 2);
    }
    page.heads(row + 1, &["目标", "分子", "分母", "结果", "要求、是否达到、依据"])?;
    for (at, target) in (row + 2..).zip(targets) {
        draw_target(page, at, target)?;
    }
    Ok(row + 2 + targets.len() as u32)
}

fn draw_target(page: &mut Page<'_>, row: u32, target: &Target) -> Drawn {
    page.text(row, 0, &target.title, Look::Wrap)?;
    page.count(row, 1, target.numerator, Look::Count)?;
    match target.denominator {
        Some(denominator) => {
            page.count(row, 2, denominator, Look::Count)?;
            let ratio = crate::Ratio { numerator: target.numerator, denominator };
            page.formula(row, 3, &share(&cell(row, 1), &cell(row, 2)), Comes::Share(ratio.share()), Look::Share)?;
        }
        None => {
            page.text(row, 2, "", Look::Text)?;
            page.formula(row, 3, &format!("={}", cell(row, 1)), Comes::Count(target.numerator), Look::Count)?;
        }
    }
    let met = match target.met {
        Some(true) => "✓ 达到",
        Some(false) => "✗ 未达到",
        None => "— 无可计算的数据",
    };
    let clauses =
        if target.clauses.is_empty() { String::new() } else { format!(";依据 {}", target.clauses.join("、")) };
    let text = format!("{};{met}{clauses}", target.asked);
    page.text(row, LAST, &text, Look::Wrap)?;
    page.height(row, row_height(&[&target.title, &text], &[WIDTHS[0], WIDTHS[4]]))
}

fn draw_signatures(page: &mut Page<'_>, report: &Report<'_>, row: u32) -> Result<u32, rust_xlsxwriter::XlsxError> {
    page.section(row, "四、签字")?;
    let line = row + 1;
    page.height(line, 36.0)?;
    page.text(line, 0, &format!("编制:{}", report.header.made_by), Look::Signature)?;
    page.across(line, (1, 3), "审核:", Look::Signature)?;
    page.text(line, LAST, "日期:          年      月      日", Look::Signature)?;
    Ok(line)
}
