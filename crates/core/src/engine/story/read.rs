//! A story's text as tables: headings, events, expectations, targets.

use super::words::{BECAUSE, ENABLED, ONLY, plain, split_colon};
use super::{StoryHead, StoryMismatch};
use crate::calendar::Moment;
use chrono::NaiveDate;

/// A story as it is written.
#[derive(Debug, Default)]
pub(super) struct Story {
    pub head: StoryHead,
    /// Titles of the rules of which alone the story tells; empty: all.
    pub only: Vec<String>,
    pub events: Vec<Event>,
    pub rows: Vec<Row>,
    pub targets: Vec<TargetRow>,
    pub scores: Vec<ScoreRow>,
}

/// A line of the table `| 日期 | 事 |`; without a date it is known from the beginning.
#[derive(Debug)]
pub(super) struct Event {
    pub line: usize,
    pub on: Option<Moment>,
    pub text: String,
}

/// A line of the table `| 今天 | 任务 | 谁 | 最迟 | 状态 |`, with the sentences that follow the table.
#[derive(Debug)]
pub(super) struct Row {
    pub line: usize,
    pub today: NaiveDate,
    pub task: String,
    pub who: String,
    pub due: String,
    pub state: String,
    pub because: Vec<(usize, String)>,
}

/// A line of the table `| 指标 | 做到 | 应做 | 结果 |`.
#[derive(Debug)]
pub(super) struct TargetRow {
    pub line: usize,
    pub title: String,
    pub reached: String,
    pub of: String,
    pub result: String,
}

/// A line of the table `| 得分 | 做到 | 应做 | 件数 | 结果 |`.
#[derive(Debug)]
pub(super) struct ScoreRow {
    pub line: usize,
    pub title: String,
    pub reached: String,
    pub of: String,
    pub cases: String,
    pub result: String,
}

#[derive(Clone, Copy, PartialEq)]
enum Table {
    None,
    Events,
    Rows,
    Targets,
    Scores,
}

struct Reader {
    stories: Vec<Story>,
    mismatches: Vec<StoryMismatch>,
    table: Table,
    today: Option<NaiveDate>,
}

/// All stories of a text, and the lines that could not be understood.
pub(super) fn read(text: &str) -> (Vec<Story>, Vec<StoryMismatch>) {
    let mut reader = Reader { stories: Vec::new(), mismatches: Vec::new(), table: Table::None, today: None };
    for (index, line) in text.lines().enumerate() {
        reader.line(index + 1, line.trim());
    }
    (reader.stories, reader.mismatches)
}

impl Reader {
    fn line(&mut self, number: usize, text: &str) {
        if let Some(heading) = text.strip_prefix("# ") {
            self.stories.push(Story { head: head(heading), ..Story::default() });
            (self.table, self.today) = (Table::None, None);
        } else if text.starts_with('|') {
            let cells: Vec<_> = text.trim_matches('|').split('|').map(plain).collect();
            self.cells(number, &cells);
        } else {
            self.table = Table::None;
            let text = plain(text);
            match split_colon(&text) {
                (BECAUSE, sentence) => self.because(number, sentence),
                (ONLY, titles) => self.story().only.extend(titles.split('、').map(|t| t.trim().to_owned())),
                _ => {}
            }
        }
    }

    fn cells(&mut self, line: usize, cells: &[String]) {
        let cell = |i: usize| cells.get(i).cloned().unwrap_or_default();
        if cells.iter().all(|c| !c.is_empty() && c.chars().all(|c| "-: ".contains(c))) {
            return;
        }
        match cell(0).as_str() {
            "日期" => self.table = Table::Events,
            "今天" => self.table = Table::Rows,
            "指标" => self.table = Table::Targets,
            "得分" => self.table = Table::Scores,
            _ if self.stories.is_empty() => self.problem(line, "先写标题 # …", &cell(0)),
            _ => match self.table {
                Table::None => self.problem(line, "表头:日期、今天、指标 或 得分", &cell(0)),
                Table::Events => self.event(line, &cell(0), cell(1)),
                Table::Rows => self.row(line, cells),
                Table::Targets => {
                    let row = TargetRow { line, title: cell(0), reached: cell(1), of: cell(2), result: cell(3) };
                    self.story().targets.push(row);
                }
                Table::Scores => {
                    let (title, reached, of, cases, result) = (cell(0), cell(1), cell(2), cell(3), cell(4));
                    self.story().scores.push(ScoreRow { line, title, reached, of, cases, result });
                }
            },
        }
    }

    fn event(&mut self, line: usize, date: &str, text: String) {
        let on = Moment::parse(date);
        if on.is_none() && (!date.is_empty() || text == ENABLED) {
            self.problem(line, "日期 YYYY-MM-DD(可带 HH:MM)", date);
        } else {
            self.story().events.push(Event { line, on, text });
        }
    }

    fn row(&mut self, line: usize, cells: &[String]) {
        let cell = |i: usize| cells.get(i).cloned().unwrap_or_default();
        if !cell(0).is_empty() {
            self.today = Moment::parse(&cell(0)).map(|m| m.day);
        }
        let Some(today) = self.today else { return self.problem(line, "今天 YYYY-MM-DD", &cell(0)) };
        let (task, who, due, state) = (cell(1), cell(2), cell(3), cell(4));
        self.story().rows.push(Row { line, today, task, who, due, state, because: Vec::new() });
    }

    fn because(&mut self, line: usize, text: &str) {
        let text = text.trim_end_matches('。').to_owned();
        match self.stories.last_mut().and_then(|s| s.rows.last_mut()) {
            Some(row) => row.because.push((line, text)),
            None => self.problem(line, "「因为」写在任务表之后", &text),
        }
    }

    fn story(&mut self) -> &mut Story {
        if self.stories.is_empty() {
            self.stories.push(Story::default());
        }
        let last = self.stories.len() - 1;
        &mut self.stories[last]
    }

    fn problem(&mut self, line: usize, expected: &str, got: &str) {
        let story = self.stories.last().map(|s| s.head.title.clone()).unwrap_or_default();
        self.mismatches.push(StoryMismatch { story, line, expected: expected.to_owned(), got: got.to_owned() });
    }
}

/// `重大投诉 3 天内回访 002-12-03 002-12-08`: words, then clause ids.
fn head(text: &str) -> StoryHead {
    let (clauses, words): (Vec<&str>, Vec<&str>) = text.split_whitespace().partition(|word| is_clause(word));
    StoryHead { title: words.join(" "), clauses: clauses.into_iter().map(str::to_owned).collect() }
}

fn is_clause(word: &str) -> bool {
    let lengths: Vec<_> = word.split('-').map(str::len).collect();
    lengths == [3, 2, 2] && word.chars().all(|c| c.is_ascii_digit() || c == '-')
}
