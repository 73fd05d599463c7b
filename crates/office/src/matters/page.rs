//! One matter on one page: facts, what happened, tasks that came of it, records, what came out of it.

use super::values::field_shown;
use crate::OfficeError;
use crate::office::Office;
use crate::rows::TaskFacts;
use crate::wire::{MatterFieldValue, MatterPage, MilestoneRow, ParticipantBrief, RecordBrief, StruckMilestoneRow};
use crate::worklist::{client_brief, settled_tasks};
use chrono::{DateTime, NaiveDate};
use huifang_core::calendar::Now;
use huifang_core::domain::{FieldValue, Matter, MatterId, Milestone, Record, TaskId};
use huifang_core::policy::Vocabulary;
use huifang_store::{StruckMilestone, TaskRow};
use serde_json::Value;
use std::collections::BTreeSet;

impl Office {
    /// Everything about one matter; of a struck-out one too.
    ///
    /// # Errors
    /// `not_found`.
    pub fn matter_page(&self, id: &str, now: Now) -> Result<MatterPage, OfficeError> {
        let id = MatterId::from(id);
        let found = self.store.read().matter_ever(&id)?;
        let matter = found.ok_or_else(|| OfficeError::NotFound { noun: "事项", id: id.to_string() })?;
        let stored = self.store.read().tasks_of_matter(&id)?;
        let facts = self.facts_about(&matter, &stored)?;
        let children: Vec<_> = self.store.read().matter_children(&id)?.into_iter().collect();
        let struck = self.store.read().struck_milestones(&id)?;
        let parent = matter.parent.as_ref().map(|parent| self.store.read().matter(parent)).transpose()?.flatten();
        Ok(MatterPage {
            row: self.matter_rows(std::slice::from_ref(&id), now.today)?.remove(0),
            participants: participants(&matter, &facts, now.today),
            fields: self.field_values(&matter),
            milestones: milestone_rows(&matter, &stored),
            struck: struck.iter().map(|s| self.struck_row(&matter, s, now)).collect(),
            tasks: self.task_rows(&facts, &stored, now.today)?,
            records: self.records_about(&facts, &matter, &stored)?,
            parent: parent.map(|parent| self.matter_brief(&parent)),
            children: self.matter_rows(&children, now.today)?,
            struck_out: self.struck_matter_row(&matter)?,
        })
    }

    /// Facts of all who take part, and of the tasks that hang on the matter.
    fn facts_about(&self, matter: &Matter, stored: &[TaskRow]) -> Result<TaskFacts, OfficeError> {
        let read = self.store.read();
        let clients = matter.participants.iter().map(|p| p.client.clone());
        let clients = clients.chain(stored.iter().filter_map(|t| t.client.clone())).collect();
        let mut facts = read.facts_of(&clients)?;
        if facts.matters.iter().all(|m| m.id != matter.id) {
            facts.matters.push(matter.clone());
        }
        let known: BTreeSet<_> = facts.records.iter().map(|r| r.id.clone()).collect();
        facts.records.extend(read.records_of_matter(&matter.id)?.into_iter().filter(|r| !known.contains(&r.id)));
        for row in stored.iter().filter(|row| row.client.is_none()) {
            facts.decisions.extend(read.decisions_of_task(&row.id)?);
        }
        Ok(TaskFacts::new(facts))
    }

    fn field_values(&self, matter: &Matter) -> Vec<MatterFieldValue> {
        let mut fields = self.matter_fields_of(&matter.kind);
        let known: BTreeSet<String> = fields.iter().map(|f| f.id.clone()).collect();
        let more = matter.fields.iter().filter(|(id, value)| !known.contains(*id) && value.truthy());
        fields.extend(more.filter_map(|(id, _)| field_shown(id)));
        let value = |id: &str| matter.fields.get(id);
        let shown = fields.into_iter().map(|field| MatterFieldValue {
            value: value(&field.id).and_then(|v| serde_json::to_value(v).ok()).unwrap_or(Value::Null),
            text: value(&field.id).map(FieldValue::text).unwrap_or_default(),
            field,
        });
        shown.collect()
    }

    fn records_about(
        &self,
        facts: &TaskFacts,
        matter: &Matter,
        stored: &[TaskRow],
    ) -> Result<Vec<RecordBrief>, OfficeError> {
        let tasks: BTreeSet<&TaskId> = stored.iter().map(|t| &t.id).collect();
        let is_about =
            |r: &&Record| r.matter.as_ref() == Some(&matter.id) || settled_tasks(r).any(|task| tasks.contains(task));
        let mut records: Vec<_> = facts.facts.records.iter().filter(is_about).collect();
        records.sort_by_key(|r| std::cmp::Reverse((r.on, r.at_ms)));
        records.into_iter().map(|r| self.record_brief(facts, r)).collect()
    }

    fn struck_row(&self, matter: &Matter, struck: &StruckMilestone, now: Now) -> StruckMilestoneRow {
        let at = DateTime::from_timestamp_millis(struck.at_ms).map(|at| at.with_timezone(&now.zone).date_naive());
        StruckMilestoneRow {
            milestone: milestone_row(matter, &struck.milestone, 0),
            reason: struck.reason.clone(),
            by: struck.by.as_ref().map(|by| self.staff_called(by)).unwrap_or_default(),
            on: at.unwrap_or(now.today).to_string(),
        }
    }
}

fn participants(matter: &Matter, facts: &TaskFacts, today: NaiveDate) -> Vec<ParticipantBrief> {
    let words = Vocabulary::shipped();
    let brief = |p: &huifang_core::domain::Participant| {
        Some(ParticipantBrief {
            client: client_brief(facts.client(Some(&p.client))?, today),
            role: p.role.clone(),
            role_label: words.name("role", &p.role).to_owned(),
        })
    };
    matter.participants.iter().filter_map(brief).collect()
}

fn milestone_rows(matter: &Matter, stored: &[TaskRow]) -> Vec<MilestoneRow> {
    let mut milestones: Vec<_> = matter.milestones.iter().collect();
    milestones.sort_by_key(|m| m.on.day);
    let tasks = |m: &Milestone| stored.iter().filter(|t| t.asked && t.anchor == m.id.as_str()).count() as u32;
    milestones.into_iter().map(|m| milestone_row(matter, m, tasks(m))).collect()
}

fn milestone_row(matter: &Matter, milestone: &Milestone, tasks: u32) -> MilestoneRow {
    MilestoneRow {
        id: milestone.id.to_string(),
        kind: milestone.kind.clone(),
        label: Vocabulary::shipped().milestone(&matter.kind, &milestone.kind).to_owned(),
        on: milestone.on.to_string(),
        note: milestone.note.clone(),
        tasks,
    }
}
