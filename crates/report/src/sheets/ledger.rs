//! 台账: one row for each occurrence. Every figure of the report counts these rows.

use crate::formulas::letter;
use crate::looks::Look;
use crate::occurrence::{Occurrence, Standing};
use crate::page::{Drawn, Page, Paper, fit, wrapped_height};
use crate::workbook::Report;

/// Name of the sheet, as formulas write it.
pub(crate) const SHEET: &str = "台账";
/// The row of column headings, counted from 0.
const HEAD_ROW: u32 = 2;
/// The first row of occurrences, counted from 0.
pub(crate) const FIRST_ROW: u32 = HEAD_ROW + 1;

/// Columns in their order. Those after `Remarks` are for tracing a row and are not printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Column {
    Number,
    Due,
    Client,
    Place,
    Matter,
    RuleTitle,
    Standing,
    Counting,
    DoneOn,
    OnTime,
    Department,
    Assignee,
    DoneBy,
    Channel,
    Satisfied,
    Answers,
    Remarks,
    RuleCode,
    TaskId,
}

impl Column {
    const ALL: [Self; 19] = [
        Self::Number,
        Self::Due,
        Self::Client,
        Self::Place,
        Self::Matter,
        Self::RuleTitle,
        Self::Standing,
        Self::Counting,
        Self::DoneOn,
        Self::OnTime,
        Self::Department,
        Self::Assignee,
        Self::DoneBy,
        Self::Channel,
        Self::Satisfied,
        Self::Answers,
        Self::Remarks,
        Self::RuleCode,
        Self::TaskId,
    ];

    fn at(self) -> u16 {
        self as u16
    }

    /// The column's letter in formulas.
    pub(crate) fn letter(self) -> char {
        letter(self.at())
    }

    fn title(self) -> &'static str {
        match self {
            Self::Number => "序号",
            Self::Due => "应访日",
            Self::Client => "客户",
            Self::Place => "房号/编号",
            Self::Matter => "事项编号",
            Self::RuleTitle => "回访类别",
            Self::Standing => "结果",
            Self::Counting => "计入",
            Self::DoneOn => "完成日",
            Self::OnTime => "按期",
            Self::Department => "部门",
            Self::Assignee => "责任人",
            Self::DoneBy => "回访人",
            Self::Channel => "方式",
            Self::Satisfied => "满意度",
            Self::Answers => "评价",
            Self::Remarks => "意见与原因",
            Self::RuleCode => "规则编号",
            Self::TaskId => "任务编号",
        }
    }

    /// Least and greatest width in half-width characters.
    fn bounds(self) -> (f64, f64) {
        match self {
            Self::Number => (5.5, 8.0),
            Self::Due | Self::DoneOn => (11.5, 11.5),
            Self::Standing | Self::Counting | Self::OnTime => (7.0, 7.0),
            Self::Satisfied => (8.0, 8.0),
            Self::Client => (8.0, 13.0),
            Self::Assignee | Self::DoneBy | Self::Channel => (7.0, 10.0),
            Self::Place => (10.0, 15.0),
            Self::Matter | Self::Department => (9.0, 12.0),
            Self::RuleTitle => (12.0, 16.0),
            Self::Answers | Self::Remarks => (12.0, 24.0),
            Self::RuleCode | Self::TaskId => (12.0, 34.0),
        }
    }

    fn look(self) -> Look {
        match self {
            Self::Standing | Self::Counting | Self::OnTime | Self::Satisfied | Self::Channel => Look::Word,
            Self::RuleCode | Self::TaskId => Look::Text,
            _ => Look::Wrap,
        }
    }
}

/// The word in the column 按期 for what was reached by its day.
pub(crate) const ON_TIME: &str = "按期";
/// The word in the column 满意度.
pub(crate) const SATISFIED: &str = "满意";
/// The other word in the column 满意度.
pub(crate) const DISSATISFIED: &str = "不满意";

/// The cells of a row that are text.
fn text(column: Column, occurrence: &Occurrence) -> String {
    let or_empty = |text: &Option<String>| text.clone().unwrap_or_default();
    match column {
        Column::Number | Column::Due | Column::DoneOn => String::new(),
        Column::Client => occurrence.client_name.clone(),
        Column::Place => or_empty(&occurrence.place_or_no),
        Column::Matter => or_empty(&occurrence.matter_no),
        Column::RuleTitle => occurrence.rule_title.clone(),
        Column::Standing => occurrence.standing().label().to_owned(),
        Column::Counting => occurrence.counting().label().to_owned(),
        Column::OnTime => on_time(occurrence).to_owned(),
        Column::Department => occurrence.department_label().to_owned(),
        Column::Assignee => occurrence.assignee_label().to_owned(),
        Column::DoneBy => occurrence.done_by.as_deref().unwrap_or_default().trim().to_owned(),
        Column::Channel => or_empty(&occurrence.channel),
        Column::Satisfied => satisfied(occurrence).to_owned(),
        Column::Answers => answers(occurrence),
        Column::Remarks => remarks(occurrence),
        Column::RuleCode => occurrence.rule_code(),
        Column::TaskId => occurrence.task_id.clone(),
    }
}

fn on_time(occurrence: &Occurrence) -> &'static str {
    match occurrence.on_time() {
        Some(true) => ON_TIME,
        Some(false) => "延期",
        None => "—",
    }
}

fn satisfied(occurrence: &Occurrence) -> &'static str {
    match occurrence.satisfaction() {
        Some(true) => SATISFIED,
        Some(false) => DISSATISFIED,
        None if occurrence.standing() == Standing::Reached => "未问",
        None => "—",
    }
}

/// Answers to rating items; those that mean dissatisfied bear a cross.
pub(crate) fn answers(occurrence: &Occurrence) -> String {
    let answer = |a: &crate::Answer| format!("{}:{}{}", a.item, a.answer, if a.dissatisfied { " ✗" } else { "" });
    occurrence.answers.iter().map(answer).collect::<Vec<_>>().join("; ")
}

/// What the client said, and why it was waived or given up.
pub(crate) fn remarks(occurrence: &Occurrence) -> String {
    let note = Some(occurrence.note.trim()).filter(|note| !note.is_empty()).map(str::to_owned);
    let reason =
        occurrence.reason.as_deref().filter(|reason| !reason.is_empty()).map(|reason| format!("原因:{reason}"));
    note.into_iter().chain(reason).collect::<Vec<_>>().join("\n")
}

/// Draws the sheet.
pub(crate) fn draw(page: &mut Page<'_>, report: &Report<'_>) -> Drawn {
    let ledger = &report.model.ledger;
    let last_printed = Column::Remarks.at();
    report.with_margin(|margin| page.paper(Paper::Landscape, margin));
    let widths = widths(ledger);
    page.widths(&widths)?;
    page.title(last_printed, &format!("回访台账 {}", report.model.period.label))?;
    let explained =
        "「计入」为“计入”的行构成应访;“免访”“撤回”“步骤”不计。封面各项指标都由本表用公式得出,可在此筛选核对。";
    page.across(1, (0, last_printed), explained, Look::Remark)?;
    page.heads(HEAD_ROW, &Column::ALL.map(Column::title))?;
    for (at, occurrence) in (0..).zip(ledger) {
        draw_row(page, at, occurrence, &widths)?;
    }
    let last = FIRST_ROW + report.ledger.rows.max(1) - 1;
    page.sheet.set_freeze_panes(FIRST_ROW, Column::Place.at())?;
    page.sheet.autofilter(HEAD_ROW, 0, last, Column::TaskId.at())?;
    page.sheet.set_repeat_rows(HEAD_ROW, HEAD_ROW)?.set_print_area(0, 0, last, last_printed)?;
    Ok(())
}

fn draw_row(page: &mut Page<'_>, at: u32, occurrence: &Occurrence, widths: &[f64]) -> Drawn {
    let row = FIRST_ROW + at;
    let mut height = 20.0_f64;
    for (column, width) in Column::ALL.into_iter().zip(widths) {
        match column {
            Column::Number => page.count(row, column.at(), at + 1, Look::Ordinal)?,
            Column::Due => page.date(row, column.at(), Some(occurrence.due))?,
            Column::DoneOn => page.date(row, column.at(), occurrence.done_on)?,
            _ => {
                let text = text(column, occurrence);
                page.text(row, column.at(), &text, column.look())?;
                if column.look() == Look::Wrap {
                    height = height.max(wrapped_height(&text, *width));
                }
            }
        }
    }
    page.height(row, height)
}

/// The first rows are typical of the rest.
fn widths(ledger: &[Occurrence]) -> Vec<f64> {
    let width = |column: Column| {
        let (least, most) = column.bounds();
        let texts: Vec<_> = ledger.iter().take(500).map(|occurrence| text(column, occurrence)).collect();
        fit(texts.iter().map(String::as_str), least, most)
    };
    Column::ALL.into_iter().map(width).collect()
}
