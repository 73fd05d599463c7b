//! Forms on paper.

use super::labelled;
use crate::OfficeError;
use crate::office::Office;
use crate::rows::TaskFacts;
use crate::worklist::{label, matter_facts, settled_tasks};
use huifang_core::calendar::Now;
use huifang_core::domain::{Record, Settles, TaskId};
use huifang_core::engine::TaskView;
use huifang_core::policy::{Carried, Form};
use huifang_print::{Filled, FormSheet, Labelled, Paper};
use std::collections::{BTreeMap, BTreeSet};

impl Office {
    /// The form of a task: blank, to be filled in by hand, or with what was last written down.
    ///
    /// # Errors
    /// `not_found`; `not_recorded`: it is to be printed filled in and nothing was written down yet.
    pub fn print_form(&self, task: &TaskId, blank: bool, now: Now) -> Result<Paper, OfficeError> {
        let row = self.task_row(task)?;
        let facts = TaskFacts::of(self, std::slice::from_ref(&row))?;
        let view = facts.view(&row, now.today);
        let filled = if blank { None } else { Some(self.filled(&facts, task)?) };
        let emission = &view.task.emission;
        let matter = facts.matter(emission.matter.as_ref());
        let client = facts.client(emission.client.as_ref());
        let number = matter.and_then(|m| m.no.clone()).or_else(|| client.and_then(|c| c.no.clone()));
        let sheet = FormSheet {
            header: self.print_header(now)?,
            form: self.form_of(&row).cloned().unwrap_or_else(without_fields),
            purpose: self.task_title(&view),
            no: number.unwrap_or_default(),
            about: self.about(&facts, &view),
            channels: emission.channels.clone(),
            client_term: self.term().to_owned(),
            filled,
            basis: self.basis(&emission.clauses),
        };
        Ok(sheet.paper()?)
    }

    /// A form of an enabled pack, blank, with room for the facts of a client.
    ///
    /// # Errors
    /// `not_found`.
    pub fn print_blank_form(&self, pack: &str, form: &str, now: Now) -> Result<Paper, OfficeError> {
        let found = self.pack(pack).and_then(|p| Some((p, p.form(form)?)));
        let (pack, form) =
            found.ok_or_else(|| OfficeError::NotFound { noun: "表单", id: format!("{pack}/{form}") })?;
        let sheet = FormSheet {
            header: self.print_header(now)?,
            form: form.clone(),
            purpose: String::new(),
            no: String::new(),
            about: [pack.client_term(), "编号或房号", "电话", "事项"].map(|label| Labelled::new(label, "")).to_vec(),
            channels: Vec::new(),
            client_term: pack.client_term().to_owned(),
            filled: None,
            basis: self.basis(&form.carried.ids()),
        };
        Ok(sheet.paper()?)
    }

    fn about(&self, facts: &TaskFacts, view: &TaskView) -> Vec<Labelled> {
        let emission = &view.task.emission;
        let mut about = Vec::new();
        if let Some(client) = facts.client(emission.client.as_ref()) {
            about.push(label(self.term(), &client.name));
            about.extend(client.place.as_ref().map(|place| label("房号", place)));
            about.extend(client.own_phones().next().map(|phone| label("电话", phone)));
        }
        if let Some(matter) = facts.matter(emission.matter.as_ref()) {
            let brief = self.matter_brief(matter);
            about.push(label("事项", format!("{} {}", brief.kind_label, brief.no.unwrap_or_default()).trim()));
            about.extend(matter_facts(matter));
        }
        labelled(&about)
    }

    /// What was last written down about the task and not struck out.
    fn filled(&self, facts: &TaskFacts, task: &TaskId) -> Result<Filled, OfficeError> {
        let about = |record: &&Record| !record.voided && settled_tasks(record).any(|id| id == task);
        let last = facts.facts.records.iter().filter(about).max_by_key(|r| (r.on, r.at_ms));
        let record = last.ok_or_else(|| {
            OfficeError::invalid("not_recorded", "这件回访还没有记录。可以先打印空白表,填好后再录入。")
        })?;
        let settlement = record.settles.iter().find(|s| matches!(&s.task, Settles::Task(id) if id == task));
        let by = record.by.as_ref();
        let by = by.map(|by| by.find(&facts.facts.staff).map_or_else(|| by.0.clone(), |s| s.name.clone()));
        Ok(Filled {
            on: record.on,
            channel: record.channel,
            outcome: record.outcome,
            by: by.unwrap_or_default(),
            answers: settlement.map_or_else(BTreeMap::new, |s| s.answers.clone()),
            note: record.note.clone(),
            voided: false,
        })
    }

    /// Clauses with the titles of their policies: `002-12-03、002-12-18《…制度》`.
    fn basis(&self, clauses: &[String]) -> String {
        let of_pack = |clause: &String| clause.rsplit_once('-').map_or(clause.clone(), |(pack, _)| pack.to_owned());
        let packs: BTreeSet<String> = clauses.iter().map(of_pack).collect();
        let part = |pack: &String| {
            let ids: Vec<_> = clauses.iter().filter(|c| &of_pack(c) == pack).map(String::as_str).collect();
            let title = self.pack(pack).map(|p| format!("《{}》", p.title)).unwrap_or_default();
            format!("{}{title}", ids.join("、"))
        };
        packs.iter().map(part).collect::<Vec<_>>().join(";")
    }
}

/// For a task without a form only outcome and remark are asked, as on the screen.
fn without_fields() -> Form {
    Form { id: String::new(), title: "回访记录表".to_owned(), fields: Vec::new(), carried: Carried::default() }
}
