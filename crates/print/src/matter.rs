//! The sheet of one matter (登记单): what it is, whom it concerns, what happened and what came of it.

use crate::card::{Happening, OpenTask, StoryRow, story_rows};
use crate::header::{Head, Header, Labelled, in_rows};
use crate::paper::{Paper, PrintError};
use crate::world::Template;
use serde::Serialize;

/// A matter on A4.
#[derive(Debug, Clone)]
pub struct MatterSheet {
    /// Head and foot.
    pub header: Header,
    /// What its kind is called: 投诉.
    pub kind: String,
    /// Its number; empty: none.
    pub no: String,
    /// Where it stands, in words.
    pub stage: String,
    /// Whom it concerns and what it is, in the order of the screen.
    pub facts: Vec<Labelled>,
    /// Its milestones, oldest first.
    pub steps: Vec<Step>,
    /// The tasks that came of it.
    pub tasks: Vec<OpenTask>,
    /// The records about it and the matters that came out of it, in the order of the screen.
    pub story: Vec<Happening>,
    /// It was struck out: the sheet says so.
    pub voided: bool,
}

/// A milestone as a line of the sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Step {
    /// What it is called.
    pub name: String,
    /// When, as shown.
    pub on: String,
    /// What was noted.
    pub note: String,
}

#[derive(Serialize)]
struct Sheet<'a> {
    head: Head,
    facts: Vec<Vec<&'a Labelled>>,
    steps: &'a [Step],
    tasks: &'a [OpenTask],
    story: Vec<StoryRow<'a>>,
    voided: bool,
}

impl MatterSheet {
    /// Sets the sheet.
    ///
    /// # Errors
    /// Only a mistake in the program.
    pub fn paper(&self) -> Result<Paper, PrintError> {
        let sheet = Sheet {
            head: Head::new(&self.header, &format!("{}登记单", self.kind), &self.stage, &self.no),
            facts: in_rows(&self.facts),
            steps: &self.steps,
            tasks: &self.tasks,
            story: story_rows(&self.story),
            voided: self.voided,
        };
        Paper::set(Template::Matter, &sheet)
    }
}
