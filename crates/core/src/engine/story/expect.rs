//! What must be on the list of a day: exactly the tasks named, with person, deadline and state.

use super::act::named;
use super::read::{Row, TargetRow};
use super::stage::Seen;
use super::words::{NOBODY, NOTHING, TO_DO, parts};
use crate::engine::State;
use crate::policy::{PolicyPack, Vocabulary};
use chrono::{Datelike, NaiveDate};

/// Line, what was expected, what came out.
type Difference = (usize, String, String);

/// Compares the rows of one day with the tasks as they stand. Every row must have its task, and every task on the list its row.
pub(super) fn compare(seen: &[Seen], rows: &[&Row]) -> Vec<Difference> {
    let mut left: Vec<&Seen> = seen.iter().collect();
    let mut differences = Vec::new();
    for row in rows.iter().filter(|row| row.task != NOTHING) {
        let by_name = |s: &&Seen| names(s, &row.task);
        match left.iter().position(|s| by_name(s) && fault(s, row).is_none()) {
            Some(index) => {
                let task = left.swap_remove(index);
                differences.extend(because(task, row));
            }
            None => {
                let nearest = left.iter().position(by_name);
                let got = nearest.map(|i| describe(left.swap_remove(i), row.today));
                let expected = format!("{} {} {} {}", row.task, row.who, row.due, row.state);
                differences.push((row.line, expected, got.unwrap_or_else(|| "没有这件任务".to_owned())));
            }
        }
    }
    let line = rows.last().map_or(0, |row| row.line);
    let extra = left.iter().filter(|s| s.view.state.is_listed());
    let today = rows.first().map(|row| row.today).unwrap_or_default();
    differences.extend(extra.map(|s| (line, "当天清单上没有别的任务".to_owned(), describe(s, today))));
    differences
}

/// Whether the row's words name the task; one of them must say what it is.
fn names(seen: &Seen, words: &str) -> bool {
    let step = seen.view.task.emission.step_title.as_deref();
    let title = |word: &str| word == seen.title || Some(word) == step;
    named(seen, words) && words.split_whitespace().any(title)
}

/// The first column that is not as written; empty cells ask nothing.
fn fault(seen: &Seen, row: &Row) -> Option<&'static str> {
    if !row.who.is_empty() && !is_who(seen, &row.who) {
        return Some("谁");
    }
    if !row.due.is_empty() && row.due != due(seen, Some(row.today)) && row.due != due(seen, None) {
        return Some("最迟");
    }
    parts(&row.state).any(|part| !is_state(seen, part)).then_some("状态")
}

fn is_who(seen: &Seen, who: &str) -> bool {
    let unassigned = seen.who.len() == 1 && who == NOBODY;
    unassigned || seen.who.iter().any(|w| w == who)
}

/// `10-03`, or with the year; `10-15,至迟 12-15` where there is a hard deadline.
fn due(seen: &Seen, near: Option<NaiveDate>) -> String {
    let day = |d: NaiveDate| match near {
        Some(near) if near.year() == d.year() => d.format("%m-%d").to_string(),
        _ => d.to_string(),
    };
    let latest = seen.view.task.emission.latest.map(|l| format!(",至迟 {}", day(l))).unwrap_or_default();
    format!("{}{latest}", day(seen.view.due))
}

/// `待办`, a label of the vocabulary, `逾期 3 天`, `须 2 已 1`.
fn is_state(seen: &Seen, part: &str) -> bool {
    let state = seen.view.state;
    let numbers: Vec<u32> = part.split(|c: char| !c.is_ascii_digit()).filter_map(|n| n.parse().ok()).collect();
    let emission = &seen.view.task.emission;
    match numbers[..] {
        [need, have] if part.starts_with('须') => (need, have) == (emission.need, emission.have),
        [days] if part.starts_with(label(State::Overdue)) => state == State::Overdue && seen.view.days_over == days,
        [] if part == TO_DO => state == State::Open,
        [] => part == label(state),
        _ => false,
    }
}

fn label(state: State) -> &'static str {
    Vocabulary::shipped().name("state", state.code())
}

fn because(seen: &Seen, row: &Row) -> Vec<Difference> {
    let got = &seen.view.task.emission.because;
    let wrong = row.because.iter().filter(|(_, text)| !got.contains(text.as_str()));
    wrong.map(|(line, text)| (*line, text.clone(), got.clone())).collect()
}

fn describe(seen: &Seen, today: NaiveDate) -> String {
    let emission = &seen.view.task.emission;
    let words: Vec<_> = seen.words.iter().filter(|w| **w != seen.title).map(String::as_str).collect();
    let quota = if emission.need > 1 || emission.have > 0 {
        format!(",须 {} 已 {}", emission.need, emission.have)
    } else {
        String::new()
    };
    let over = if seen.view.state == State::Overdue { format!(" {} 天", seen.view.days_over) } else { String::new() };
    let who = seen.who.join("/");
    format!(
        "{} {} {who} {} {}{over}{quota}",
        seen.title,
        words.join(" "),
        due(seen, Some(today)),
        label(seen.view.state)
    )
}

/// Whether a target comes out as the row says.
pub(super) fn target(pack: &PolicyPack, row: &TargetRow) -> Result<(), (String, String)> {
    let found = pack.targets.iter().find(|t| t.title == row.title);
    let target = found.ok_or_else(|| ("制度包里的指标".to_owned(), row.title.clone()))?;
    let number = |text: &str| text.parse::<u32>().map_err(|_| ("一个整数".to_owned(), text.to_owned()));
    let got = match target.is_met(number(&row.reached)?, number(&row.of)?) {
        Some(true) => "达到",
        Some(false) => "未达到",
        None => "无从计算",
    };
    if got == row.result { Ok(()) } else { Err((row.result.clone(), got.to_owned())) }
}
