//! Stories: short Markdown texts that anyone can read, which say what a pack asks for in an example. They are played day
//! by day through `derive`, `reconcile` and `advance`, as an office would live through them; facts appear on their date.
//!
//! Map: `read` (text -> tables) -> `stage` (facts and kept tasks of the office so far) with `happen` (facts) and `act`
//! (records and decisions) -> `expect` (what must be on the list).

mod act;
mod expect;
mod happen;
mod probe;
mod read;
mod stage;
mod words;

use crate::calendar::WorkingCalendar;
use crate::domain::Subject;
use crate::policy::{PolicyPack, TaskAction};
use chrono::NaiveDate;
use stage::Stage;
use std::fmt;

pub use probe::{Probe, Unnoticed};

/// Something in a story that did not come out as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoryMismatch {
    /// Heading of the story.
    pub story: String,
    /// Line of the text, from 1.
    pub line: usize,
    /// What was expected.
    pub expected: String,
    /// What came out, or what stood there.
    pub got: String,
}

impl fmt::Display for StoryMismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "「{}」第 {} 行:应为 {},实为 {}", self.story, self.line, self.expected, self.got)
    }
}

/// The heading of a story: what it tells, and the clauses that it shows at work.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StoryHead {
    /// The words of the heading without the clause ids.
    pub title: String,
    /// Clause ids.
    pub clauses: Vec<String>,
}

/// The headings of all stories of a text.
pub fn story_heads(text: &str) -> Vec<StoryHead> {
    read::read(text).0.into_iter().map(|story| story.head).collect()
}

/// Plays every story of the text with the pack.
///
/// # Errors
/// Everything that did not come out as written, and every line that could not be understood.
pub fn run_story(text: &str, pack: &PolicyPack, calendar: &WorkingCalendar) -> Result<(), Vec<StoryMismatch>> {
    let (stories, mut mismatches) = read::read(text);
    for story in &stories {
        Play { story, mismatches: &mut mismatches, to_first: false }.go(pack, calendar);
    }
    if mismatches.is_empty() { Ok(()) } else { Err(mismatches) }
}

/// Whether every story of the text comes out as written; plays only the days on which something is told, and
/// only as far as the first on which one does not.
pub fn story_holds(text: &str, pack: &PolicyPack, calendar: &WorkingCalendar) -> bool {
    let (stories, mut mismatches) = read::read(text);
    stories.iter().all(|story| {
        Play { story, mismatches: &mut mismatches, to_first: true }.go(pack, calendar);
        mismatches.is_empty()
    })
}

/// One story being played.
struct Play<'p> {
    story: &'p read::Story,
    mismatches: &'p mut Vec<StoryMismatch>,
    /// One mismatch is enough.
    to_first: bool,
}

impl Play<'_> {
    fn go(&mut self, pack: &PolicyPack, calendar: &WorkingCalendar) {
        for title in self.story.only.iter().filter(|title| pack.rules.iter().all(|rule| &rule.title != *title)) {
            self.note(0, "规则的名称".to_owned(), title.clone());
        }
        for row in &self.story.targets {
            if let Err((expected, got)) = expect::target(pack, row) {
                self.note(row.line, expected, got);
            }
        }
        for row in &self.story.scores {
            if let Err((expected, got)) = expect::score(pack, row) {
                self.note(row.line, expected, got);
            }
        }
        let dated = self.story.events.iter().filter_map(|e| e.on.map(|on| on.day));
        let asked = self.story.rows.iter().map(|row| row.today);
        let (Some(first), Some(last)) = (dated.clone().chain(asked.clone()).min(), dated.chain(asked).max()) else {
            return;
        };
        let enabled = self.story.events.iter().find(|e| e.text == words::ENABLED).and_then(|e| e.on);
        let mut stage = Stage::new(pack, calendar, enabled.map_or(first, |on| on.day), first);
        for event in self.story.events.iter().filter(|e| e.on.is_none()) {
            self.happen(&mut stage, event);
        }
        for day in first.iter_days().take_while(|day| *day <= last) {
            if self.to_first && !self.mismatches.is_empty() {
                return;
            }
            // What is kept does not depend on the days on which nobody looked (DESIGN 6.3), so a quick play leaves them out.
            if !self.to_first || day == first || self.has_something_on(day) {
                self.live(&mut stage, day);
            }
        }
    }

    fn has_something_on(&self, day: NaiveDate) -> bool {
        let happens = self.story.events.iter().any(|e| e.on.is_some_and(|on| on.day == day));
        happens || self.story.rows.iter().any(|row| row.today == day)
    }

    fn live(&mut self, stage: &mut Stage<'_>, day: NaiveDate) {
        stage.begin(day);
        for event in self.story.events.iter().filter(|e| e.on.is_some_and(|on| on.day == day)) {
            self.happen(stage, event);
        }
        let rows: Vec<_> = self.story.rows.iter().filter(|row| row.today == day).collect();
        if !rows.is_empty() {
            let mut views = stage.views();
            views.retain(|seen| self.tells_of(seen));
            for (line, expected, got) in expect::compare(&views, &rows) {
                self.note(line, expected, got);
            }
        }
    }

    /// The office's own work stands on every day's list: a story that does not name it does not tell of it.
    fn tells_of(&self, seen: &stage::Seen) -> bool {
        let is_office = matches!(seen.view.task.emission.key.subject, Subject::Office | Subject::Staff(_))
            && seen.view.task.emission.action == TaskAction::Step;
        let only = &self.story.only;
        let step = seen.view.task.emission.step_title.as_deref();
        // A sampling rule's own follow-ups bear its title: the draw is told of by a word of its own.
        let names = |word: &str| word == step.unwrap_or(&seen.title);
        let told = self.story.rows.iter().any(|row| row.task.split_whitespace().any(names));
        (only.is_empty() || only.contains(&seen.title)) && (!is_office || told)
    }

    fn happen(&mut self, stage: &mut Stage<'_>, event: &read::Event) {
        if event.text != words::ENABLED
            && let Err(expected) = stage.happen(event)
        {
            self.note(event.line, expected, event.text.clone());
        }
    }

    fn note(&mut self, line: usize, expected: String, got: String) {
        let story = self.story.head.title.clone();
        self.mismatches.push(StoryMismatch { story, line, expected, got });
    }
}
