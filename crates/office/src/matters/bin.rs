//! The bin (回收站): matters that were struck out and can be taken back.

use super::values::about;
use crate::OfficeError;
use crate::office::Office;
use crate::wire::StruckMatterRow;
use crate::worklist::client_brief;
use chrono::Days;
use huifang_core::calendar::Now;
use huifang_core::domain::Matter;
use huifang_store::StruckMatter;

/// So long a struck-out matter can be taken back.
const DAYS: u64 = 30;

/// More than this nobody looks through.
const MOST: u32 = 500;

impl Office {
    /// The matters that were struck out in the last thirty days, the last one first.
    ///
    /// # Errors
    /// The store's.
    pub fn struck_matters(&self, now: Now) -> Result<Vec<StruckMatterRow>, OfficeError> {
        let since = now.today.checked_sub_days(Days::new(DAYS)).unwrap_or(now.today);
        let struck = self.store.read().struck_matters(since, MOST)?;
        let matters = self.store.read().matters_ever(&struck.iter().map(|s| s.id.clone()).collect())?;
        let row = |struck: &StruckMatter| {
            let matter = matters.iter().find(|m| m.id == struck.id)?;
            Some(self.struck_matter_as_row(matter, struck))
        };
        struck.iter().filter_map(row).collect()
    }

    /// How the matter was struck out, if it was.
    pub(super) fn struck_matter_row(&self, matter: &Matter) -> Result<Option<StruckMatterRow>, OfficeError> {
        let struck = self.store.read().struck_matter(&matter.id)?;
        struck.map(|struck| self.struck_matter_as_row(matter, &struck)).transpose()
    }

    fn struck_matter_as_row(&self, matter: &Matter, struck: &StruckMatter) -> Result<StruckMatterRow, OfficeError> {
        let client = matter.participants.first().map(|p| self.store.read().client(&p.client)).transpose()?.flatten();
        Ok(StruckMatterRow {
            matter: self.matter_brief(matter),
            client: client.map(|client| client_brief(&client, struck.on)),
            text: about(matter),
            on: struck.on.to_string(),
            by: struck.by.as_ref().map(|by| self.staff_called(by)).unwrap_or_default(),
            reason: struck.reason.clone(),
            until: struck.on.checked_add_days(Days::new(DAYS)).unwrap_or(struck.on).to_string(),
        })
    }
}
