//! What the engine reads, gathered from the entities.

use crate::{Reader, StoreError};
use huifang_core::domain::{ClientId, Facts};
use std::collections::BTreeSet;

impl Reader<'_> {
    /// Everything that the office knows.
    pub fn facts_all(&self) -> Result<Facts, StoreError> {
        Ok(Facts {
            staff: self.staff_all()?,
            clients: self.clients_all()?,
            matters: self.matters_all()?,
            records: self.records_all()?,
            decisions: self.decisions_all()?,
        })
    }

    /// What bears on these clients: they themselves; the matters in which they take part, with the problems that came
    /// out of them and the matters out of which they came; the records and decisions about any of these or about their
    /// tasks; all staff. Another client who takes part in such a matter is named in it, but is not among the clients.
    pub fn facts_of(&self, clients: &BTreeSet<ClientId>) -> Result<Facts, StoreError> {
        let matters = self.matter_ids_around(clients)?;
        Ok(Facts {
            staff: self.staff_all()?,
            clients: self.clients(clients)?,
            records: self.records_around(clients, &matters)?,
            decisions: self.decisions_around(clients, &matters)?,
            matters: self.matters(&matters)?,
        })
    }
}
