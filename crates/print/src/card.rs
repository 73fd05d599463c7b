//! The archive card of a client on paper: the same facts, numbers and story as the client's page.

use crate::header::{Head, Header, Labelled, chinese_day, in_rows};
use crate::paper::{Paper, PrintError};
use crate::world::Template;
use chrono::NaiveDate;
use serde::Serialize;

/// A client's archive card on A4.
#[derive(Debug, Clone)]
pub struct ArchiveCard {
    /// Head and foot.
    pub header: Header,
    /// What the client is called here: 业主.
    pub client_term: String,
    /// Name.
    pub name: String,
    /// Number of the record; empty: none.
    pub no: String,
    /// Facts, in the order of the screen.
    pub facts: Vec<Labelled>,
    /// Telephone numbers: whose, and the digits.
    pub phones: Vec<Labelled>,
    /// What is open or to come.
    pub open: Vec<OpenTask>,
    /// What happened, in the order of the screen.
    pub story: Vec<Happening>,
}

/// A task that is open or to come, as a line of the card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OpenTask {
    /// What it is called.
    pub title: String,
    /// Due day as shown.
    pub due: String,
    /// State in words.
    pub state: String,
    /// Who must.
    pub assignee: String,
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Happening {
    /// Civil day.
    pub on: NaiveDate,
    /// Heading.
    pub title: String,
    /// Lines below it.
    pub lines: Vec<String>,
}

#[derive(Serialize)]
struct Sheet<'a> {
    head: Head,
    facts: Vec<Vec<&'a Labelled>>,
    phones: Vec<Vec<&'a Labelled>>,
    open: &'a [OpenTask],
    story: Vec<StoryRow<'a>>,
}

/// A happening as the templates read it.
#[derive(Serialize)]
pub(crate) struct StoryRow<'a> {
    on: String,
    title: &'a str,
    lines: &'a [String],
}

impl ArchiveCard {
    /// Sets the card.
    ///
    /// # Errors
    /// Only a mistake in the program.
    pub fn paper(&self) -> Result<Paper, PrintError> {
        let title = format!("{}档案卡", self.client_term);
        let sheet = Sheet {
            head: Head::new(&self.header, &title, &self.name, &self.no),
            facts: in_rows(&self.facts),
            phones: in_rows(&self.phones),
            open: &self.open,
            story: story_rows(&self.story),
        };
        Paper::set(Template::Card, &sheet)
    }
}

/// Happenings as the templates read them.
pub(crate) fn story_rows(story: &[Happening]) -> Vec<StoryRow<'_>> {
    story.iter().map(|h| StoryRow { on: chinese_day(h.on), title: &h.title, lines: &h.lines }).collect()
}
