//! What the engine reads, gathered from the entities.

use crate::{Reader, StoreError, TaskRow};
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
            draws: self.draws_chosen()?,
            absences: self.absences_all()?,
        })
    }

    /// What bears on these clients: they themselves; the matters in which they take part, with the problems that came
    /// out of them and the matters out of which they came; the records and decisions about any of these or about their
    /// tasks; all staff with their absences, and what was drawn of them. Another client who takes part in such a matter is named in it, but is not among the clients.
    pub fn facts_of(&self, clients: &BTreeSet<ClientId>) -> Result<Facts, StoreError> {
        self.facts_with(clients, &BTreeSet::new())
    }

    /// As `facts_of`, with the matters of the whole office (without participants) of these kinds.
    pub fn facts_with(
        &self,
        clients: &BTreeSet<ClientId>,
        kinds_of_all: &BTreeSet<String>,
    ) -> Result<Facts, StoreError> {
        let mut matters = self.matter_ids_around(clients)?;
        let (records, decisions) = (self.records_around(clients, &matters)?, self.decisions_around(clients, &matters)?);
        let draws = self.draws_chosen_of(clients, &matters)?;
        matters.extend(self.matter_ids_of_all(kinds_of_all)?);
        Ok(Facts {
            staff: self.staff_all()?,
            clients: self.clients(clients)?,
            records,
            decisions,
            matters: self.matters(&matters)?,
            draws,
            absences: self.absences_all()?,
        })
    }

    /// What became of these tasks: their records and decisions, with the clients and matters that they are about, and all
    /// staff. The rest of the clients' stories is not read: figures count by tasks.
    pub fn facts_of_tasks(&self, tasks: &[TaskRow]) -> Result<Facts, StoreError> {
        let ids = tasks.iter().map(|task| task.id.clone()).collect();
        let clients = tasks.iter().filter_map(|task| task.client.clone()).collect();
        let matters = tasks.iter().filter_map(|task| task.matter.clone()).collect();
        Ok(Facts {
            staff: self.staff_all()?,
            clients: self.clients(&clients)?,
            matters: self.matters(&matters)?,
            records: self.records_of_tasks(&ids)?,
            decisions: self.decisions_of_tasks(&ids)?,
            absences: self.absences_all()?,
            ..Facts::default()
        })
    }

    /// What the office's own work depends on, where no quota counts what happened to clients: staff, draws, the matters of
    /// the whole office of these kinds, and the decisions about tasks of staff and of the office.
    pub fn facts_of_office(&self, kinds_of_all: &BTreeSet<String>) -> Result<Facts, StoreError> {
        Ok(Facts {
            staff: self.staff_all()?,
            matters: self.matters(&self.matter_ids_of_all(kinds_of_all)?)?,
            decisions: self.decisions_of_office()?,
            draws: self.draws_chosen()?,
            ..Facts::default()
        })
    }
}
