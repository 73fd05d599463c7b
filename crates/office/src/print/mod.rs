//! Paper: forms, archive cards, sheets of matters, lists for home visits, sheets of draws. Here they are put together out of what the screen
//! shows; how they look is the business of crate `print`.

mod draws;
mod forms;
mod mark;
mod matters;
mod visits;

pub use visits::{PrintedRound, VisitsWish};

use crate::OfficeError;
use crate::office::Office;
use crate::saving::save;
use crate::wire::{ClientPage, LabelValue, Printed};
use chrono::NaiveDate;
use huifang_core::calendar::Now;
use huifang_core::domain::ClientId;
use huifang_print::{ArchiveCard, Happening, Header, Labelled, OpenTask, Paper};
use std::path::Path;

/// More pictures than this are never sent at once.
const MOST_PICTURES: usize = 60;

impl Office {
    /// A client's archive card: what his page shows.
    ///
    /// # Errors
    /// `not_found`; the store's.
    pub fn print_card(&self, id: &ClientId, now: Now) -> Result<Paper, OfficeError> {
        let page = self.client_page(id, now)?;
        let open = page.tasks.iter().map(|task| OpenTask {
            title: task.title.clone(),
            due: task.due.replace('T', " "),
            state: mark::state_mark(task, now.today),
            assignee: task.assignee.clone(),
        });
        let card = ArchiveCard {
            header: self.print_header(now)?,
            client_term: self.term().to_owned(),
            name: page.client.name.clone(),
            no: page.client.no.clone().unwrap_or_default(),
            facts: labelled(&page.facts),
            phones: labelled(&page.phones),
            open: open.collect(),
            story: story(&page, now.today),
        };
        Ok(card.paper()?)
    }

    fn print_header(&self, now: Now) -> Result<Header, OfficeError> {
        Ok(Header {
            office: self.name.clone(),
            made_on: now.today,
            made_by: self.me()?.map(|s| s.name).unwrap_or_default(),
            sample: self.sample,
            pretended: now.pretended,
        })
    }

    /// What this office calls a client.
    fn term(&self) -> &str {
        self.packs().next().map_or("客户", |pack| pack.client_term())
    }
}

fn story(page: &ClientPage, today: NaiveDate) -> Vec<Happening> {
    let items = page.timeline.iter().map(|item| Happening {
        // A timeline's days are days; a day that is none would only be shown wrongly, not lost.
        on: item.on.parse().unwrap_or(today),
        title: item.title.clone(),
        lines: item.lines.clone(),
    });
    items.collect()
}

fn labelled(facts: &[LabelValue]) -> Vec<Labelled> {
    facts.iter().map(|fact| Labelled::new(&fact.label, &fact.value)).collect()
}

/// Writes the PDF where one is wanted, or draws the pages.
///
/// # Errors
/// `io`.
pub(crate) fn printed(paper: &Paper, path: Option<String>) -> Result<Printed, OfficeError> {
    let pages = match &path {
        Some(path) => {
            save_pdf(paper, Path::new(path))?;
            Vec::new()
        }
        None => (0..MOST_PICTURES).map_while(|page| paper.picture(page)).collect(),
    };
    Ok(Printed { count: paper.pages() as u32, pages, path, missing: paper.missing().to_owned() })
}

/// Writes the PDF, whole or not at all.
///
/// # Errors
/// `io`.
pub fn save_pdf(paper: &Paper, path: &Path) -> Result<(), OfficeError> {
    save(&paper.pdf()?, path)
}
