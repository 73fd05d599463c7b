//! What must be on the list of a day: exactly the tasks named, with person, deadline and state.

use super::act::named;
use super::read::{Row, ScoreRow, TargetRow};
use super::stage::Seen;
use super::words::{AGAIN, GIVE_UP, NOBODY, NOTHING, TIMES, TO_DO, parts};
use crate::engine::{NextTry, State};
use crate::policy::{PolicyPack, Scored, Vocabulary};
use chrono::{Datelike, NaiveDate};

/// Line, what was expected, what came out.
type Difference = (usize, String, String);

/// Compares the rows of one day with the tasks as they stand. Every row must have its task, and every task on the list its row.
pub(super) fn compare(seen: &[Seen], rows: &[&Row]) -> Vec<Difference> {
    let mut left: Vec<&Seen> = seen.iter().collect();
    let mut differences = Vec::new();
    let (many, rows_of_one): (Vec<&&Row>, Vec<&&Row>) = rows.iter().partition(|row| row.task.contains(TIMES));
    for row in many {
        differences.extend(take_many(&mut left, row));
    }
    for row in rows_of_one.into_iter().filter(|row| row.task != NOTHING) {
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

/// `抽访 ×20`: so many tasks of the rule are on the list, all as the row says.
fn take_many(left: &mut Vec<&Seen>, row: &Row) -> Option<Difference> {
    let (words, count) = row.task.split_once(TIMES)?;
    let listed = |s: &&Seen| names(s, words) && s.view.state.is_listed() && fault(s, row).is_none();
    let found = left.iter().filter(|s| listed(s)).count();
    left.retain(|s| !listed(s));
    let wanted = count.trim().parse::<usize>().ok();
    (wanted != Some(found)).then(|| (row.line, row.task.clone(), format!("{found} 件")))
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
        _ if part.starts_with(AGAIN) => is_next(seen, part),
        [] if part == GIVE_UP => seen.next == Some(NextTry::GiveUp),
        [] if part == TO_DO => state == State::Open,
        [] => part == label(state),
        _ => false,
    }
}

/// `再试 10-03`, `再试 10-03 上门`.
fn is_next(seen: &Seen, part: &str) -> bool {
    let Some(NextTry::On(day, channel)) = seen.next else { return false };
    let way = channel.map(|c| format!(" {}", Vocabulary::shipped().name("channel", c.code()))).unwrap_or_default();
    part == format!("{AGAIN} {}{way}", day.format("%m-%d"))
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
    let got = match target.is_met(number(&row.reached)?, number(&row.of)?) {
        Some(true) => "达到",
        Some(false) => "未达到",
        None => "无从计算",
    };
    if got == row.result { Ok(()) } else { Err((row.result.clone(), got.to_owned())) }
}

fn number(text: &str) -> Result<u32, (String, String)> {
    if text.is_empty() {
        return Ok(0);
    }
    text.parse().map_err(|_| ("一个整数".to_owned(), text.to_owned()))
}

/// Whether a score comes out as the row says: points (`-3`, `2.4`) or a share (`12%`).
pub(super) fn score(pack: &PolicyPack, row: &ScoreRow) -> Result<(), (String, String)> {
    let found = pack.scores.iter().find(|s| s.title == row.title);
    let score = found.ok_or_else(|| ("制度包里的得分".to_owned(), row.title.clone()))?;
    let percent = pack.targets.iter().find(|t| Some(t.title.as_str()) == score.target()).map_or(0.0, |t| t.percent());
    let (reached, of, cases) = (number(&row.reached)?, number(&row.of)?, number(&row.cases)?);
    let got = match score.reckon(percent, reached, of, cases) {
        Some(Scored::Points(points)) => rounded(points),
        Some(Scored::Percent(percent)) => format!("{}%", rounded(percent)),
        None => "无从计算".to_owned(),
    };
    if got == row.result { Ok(()) } else { Err((row.result.clone(), got)) }
}

/// At most two digits after the point, and no more than are needed.
fn rounded(value: f64) -> String {
    let rounded = (value * 100.0).round() / 100.0;
    // Nothing is not "minus nothing".
    if rounded == 0.0 { "0".to_owned() } else { rounded.to_string() }
}
