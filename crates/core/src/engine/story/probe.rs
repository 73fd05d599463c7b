//! Whether anybody would notice: every number of a pack changed, one at a time, and every part taken out. A change that no
//! story and no check notices is a line of the policy that nothing holds.

use super::story_holds;
use crate::calendar::WorkingCalendar;
use crate::policy::{Clause, PackTexts, ParamValues, PolicyPack, check};
use std::fmt;
use std::ops::Range;

/// A change that went unnoticed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unnoticed {
    /// Line of the pack's text, from 1.
    pub line: usize,
    /// What was changed.
    pub what: String,
}

impl fmt::Display for Unnoticed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "第 {} 行:{},没有故事或检查发现", self.line, self.what)
    }
}

/// A pack with its stories, to be probed.
pub struct Probe<'p> {
    /// The pack's text.
    pub text: &'p str,
    /// Texts of its stories.
    pub stories: &'p [String],
    /// The clauses of all policies.
    pub clauses: &'p [Clause],
    /// Finds the packs that it extends.
    pub texts: PackTexts<'p>,
    /// Working days.
    pub calendar: &'p WorkingCalendar,
}

/// Keys whose values are words, names or bounds of what may be entered, and not rules.
const WORDS: [&str; 21] = [
    "id",
    "title",
    "label",
    "text",
    "hint",
    "sector",
    "language",
    "version",
    "clauses",
    "asks",
    "shows",
    "windows",
    "min",
    "max",
    "levels",
    "dissatisfied",
    "choices",
    "here",
    "there",
    "count",
    "keep",
];

impl Probe<'_> {
    /// How many numbers the pack has.
    pub fn numbers(&self) -> usize {
        numbers(self.text).len()
    }

    /// Changes each number to the next, the one before, and twice as much and one; gives what nobody noticed.
    pub fn unnoticed_numbers(&self) -> Vec<Unnoticed> {
        let mut found = Vec::new();
        for number in numbers(self.text) {
            let Ok(was) = self.text[number.at.clone()].parse::<i64>() else { continue };
            for now in [was + 1, was - 1, was * 2 + 1] {
                let mut changed = self.text.to_owned();
                changed.replace_range(number.at.clone(), &now.to_string());
                if !self.is_noticed(&changed) {
                    let what = format!("{} {} 由 {was} 改为 {now}", number.first_key, number.key);
                    found.push(Unnoticed { line: line_of(self.text, number.at.start), what });
                }
            }
        }
        found
    }

    /// Takes out each part; gives those that nobody missed.
    pub fn unnoticed_parts(&self) -> Vec<Unnoticed> {
        let unnoticed = parts(self.text).into_iter().filter(|part| {
            let changed = format!("{}{}", &self.text[..part.start], &self.text[part.end..]);
            !self.is_noticed(&changed)
        });
        let first_line = |part: &Range<usize>| self.text[part.clone()].lines().next().unwrap_or_default().to_owned();
        unnoticed
            .map(|part| Unnoticed {
                line: line_of(self.text, part.start), what: format!("去掉 {}", first_line(&part))
            })
            .collect()
    }

    /// Whether the pack is refused, or carries its clauses no more, or a story comes out otherwise.
    pub fn is_noticed(&self, text: &str) -> bool {
        match PolicyPack::parse_among(text, &ParamValues::new(), self.texts) {
            Ok(pack) => {
                let as_written = self.stories.iter().all(|story| story_holds(story, &pack, self.calendar));
                !as_written || !check(&pack, text, self.clauses).is_empty()
            }
            Err(_) => true,
        }
    }
}

fn line_of(text: &str, at: usize) -> usize {
    text[..at].matches('\n').count() + 1
}

/// A number of the text, with the key to which it belongs.
struct Number {
    key: String,
    /// The line's first key: the parameter, for parameters.
    first_key: String,
    at: Range<usize>,
}

/// The numbers of a pack's text that say something: not in comments, not in words, not in names.
fn numbers(text: &str) -> Vec<Number> {
    let mut found = Vec::new();
    let mut line_start = 0;
    for line in text.split_inclusive('\n') {
        let rule = line.split(" #").next().unwrap_or_default();
        let first_key = rule.split_once(" = ").map_or("", |(key, _)| key);
        if !rule.starts_with(['#', '[']) && !WORDS.contains(&first_key) {
            for at in digits(rule) {
                let key = key_before(&rule[..at.start]);
                if !WORDS.contains(&key.as_str()) {
                    let at = line_start + at.start..line_start + at.end;
                    found.push(Number { key, first_key: first_key.to_owned(), at });
                }
            }
        }
        line_start += line.len();
    }
    found
}

fn digits(line: &str) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (i, _) in line.bytes().enumerate().filter(|(_, b)| b.is_ascii_digit()) {
        match runs.last_mut().filter(|run| run.end == i) {
            Some(run) => run.end = i + 1,
            None => runs.push(i..i + 1),
        }
    }
    runs
}

fn key_before(text: &str) -> String {
    let before = text.rsplit_once(" = ").map_or("", |(before, _)| before);
    let key: String = before.chars().rev().take_while(|c| c.is_ascii_alphanumeric() || "_-".contains(*c)).collect();
    key.chars().rev().collect()
}

/// The stretches of text that are a part: from a line `[[…]]` to the next part, and each line of `[params]`.
fn parts(text: &str) -> Vec<Range<usize>> {
    let mut parts: Vec<Range<usize>> = Vec::new();
    let (mut start, mut in_params) = (0, false);
    for line in text.split_inclusive('\n') {
        let end = start + line.len();
        if line.starts_with("[[") {
            parts.push(start..end);
            in_params = false;
        } else if line.starts_with('[') {
            in_params = line.starts_with("[params]");
        } else if in_params && line.contains(" = {") {
            parts.push(start..end);
        } else if let Some(part) = parts.last_mut().filter(|part| part.end == start && !in_params) {
            part.end = end;
        }
        start = end;
    }
    parts
}
