//! The office's own work (例行事务): duties, reports, reviews, draws, and what is counted for a person of staff or for the office.

use crate::OfficeError;
use crate::office::Office;
use crate::rows::TaskFacts;
use chrono::NaiveDate;
use huifang_core::engine::asks_office;
use huifang_store::TaskRow;
use std::collections::BTreeSet;

impl Office {
    /// What of it can be done on the day, by due day.
    pub(crate) fn office_work(&self, today: NaiveDate) -> Result<Vec<TaskRow>, OfficeError> {
        let mut found = Vec::new();
        for (pack, rule) in self.office_rules() {
            found.extend(self.store.read().office_worklist(pack, rule, today)?);
        }
        let facts = TaskFacts::of(self, &found)?;
        found.retain(|row| facts.view(row, today).state.is_listed());
        found.sort_by(|a, b| (a.due_now(), &a.id).cmp(&(b.due_now(), &b.id)));
        Ok(found)
    }

    /// The rules that ask for it, of all versions of all packs: a version that is past may still be asking.
    fn office_rules(&self) -> BTreeSet<(&str, &str)> {
        let versions = self.policies.enabled.iter().flat_map(|enabled| &enabled.versions);
        let asking = versions.flat_map(|v| v.pack.rules.iter().filter(|r| asks_office(r)).map(|r| (&v.pack.id, &r.id)));
        asking.map(|(pack, rule)| (pack.as_str(), rule.as_str())).collect()
    }
}
