//! Forms on paper.

use super::labelled;
use crate::OfficeError;
use crate::answers::{Answers, Given};
use crate::clients::staff_name;
use crate::forms::{Files, ids_of, shrunk};
use crate::office::Office;
use crate::rows::TaskFacts;
use crate::wire::RecordFollowUp;
use crate::worklist::{label, matter_facts, settled_tasks};
use huifang_core::calendar::Now;
use huifang_core::domain::{Channel, Outcome, Record, Settles, StaffRef, TaskId};
use huifang_core::engine::TaskView;
use huifang_core::policy::{Carried, Form};
use huifang_print::{Filled, FormSheet, Labelled, Paper, Picture};
use huifang_store::Attachment;
use std::collections::{BTreeMap, BTreeSet};

impl Office {
    /// The form of a task: blank, to be filled in by hand, or as it stands on the screen, or with what was last written down.
    ///
    /// # Errors
    /// `not_found`; `not_recorded`: it is to be printed filled in and nothing was written down yet.
    pub fn print_form(
        &self,
        task: &TaskId,
        blank: bool,
        sheet: Option<&RecordFollowUp>,
        now: Now,
    ) -> Result<Paper, OfficeError> {
        let row = self.task_row(task)?;
        let facts = TaskFacts::of(self, std::slice::from_ref(&row))?;
        let view = facts.view(&row, now.today);
        let form = self.form_of(&row).cloned().unwrap_or_else(without_fields);
        let filled = match (blank, sheet) {
            (true, _) => None,
            (false, Some(sheet)) => Some(self.as_on_the_screen(&facts, &form, task, sheet, now)?),
            (false, None) => Some(self.filled(&facts, &form, task)?),
        };
        let emission = &view.task.emission;
        let matter = facts.matter(emission.matter.as_ref());
        let client = facts.client(emission.client.as_ref());
        let number = matter.and_then(|m| m.no.clone()).or_else(|| client.and_then(|c| c.no.clone()));
        let sheet = FormSheet {
            header: self.print_header(now)?,
            form,
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
    fn filled(&self, facts: &TaskFacts, form: &Form, task: &TaskId) -> Result<Filled, OfficeError> {
        let about = |record: &&Record| !record.voided && settled_tasks(record).any(|id| id == task);
        let last = facts.facts.records.iter().filter(about).max_by_key(|r| (r.on, r.at_ms));
        let record = last.ok_or_else(|| {
            OfficeError::invalid("not_recorded", "这件回访还没有记录。可以先打印空白表,填好后再录入。")
        })?;
        let settlement = record.settles.iter().find(|s| matches!(&s.task, Settles::Task(id) if id == task));
        let answers = settlement.map_or_else(BTreeMap::new, |s| s.answers.clone());
        let corrections = self.store.read().corrections_around([&record.id])?;
        let correction = corrections.into_iter().find(|c| c.record == record.id).map(|c| c.reason);
        Ok(Filled {
            on: record.on,
            channel: record.channel,
            outcome: Some(record.outcome),
            by: record.by.as_ref().map(|by| staff_name(facts, by)).unwrap_or_default(),
            pictures: self.pictures(form, &answers)?,
            answers,
            unanswered: settlement.map_or_else(BTreeMap::new, |s| s.unanswered.clone()),
            note: record.note.clone(),
            voided: false,
            correction: correction.unwrap_or_default(),
        })
    }

    /// What stands on the screen now, whether or not it could be saved like that.
    fn as_on_the_screen(
        &self,
        facts: &TaskFacts,
        form: &Form,
        task: &TaskId,
        sheet: &RecordFollowUp,
        now: Now,
    ) -> Result<Filled, OfficeError> {
        let written = sheet.tasks.iter().find(|answers| answers.task == task.as_str());
        let given = written.map(Given::read).transpose()?.unwrap_or_default();
        let by = sheet.by.clone().map(StaffRef).or_else(|| self.me.as_ref().map(|id| StaffRef(id.0.clone())));
        Ok(Filled {
            on: crate::follow_up::day(sheet.on.as_deref(), now.today, "on")?,
            channel: Channel::parse(&sheet.channel).unwrap_or(Channel::Phone),
            outcome: Outcome::parse(&sheet.outcome),
            by: by.map(|by| staff_name(facts, &by)).unwrap_or_default(),
            pictures: self.pictures(form, &given.answers)?,
            answers: given.answers,
            unanswered: given.unanswered,
            note: sheet.note.clone(),
            voided: false,
            correction: String::new(),
        })
    }

    /// The files that answer fields, as pictures with their words.
    fn pictures(&self, form: &Form, answers: &Answers) -> Result<BTreeMap<String, Vec<Picture>>, OfficeError> {
        let files = Files::named(self.store.read(), None, [(form, answers)])?;
        let mut pictures = BTreeMap::new();
        for field in form.fields.iter().filter(|field| field.is_file()) {
            let ids = answers.get(&field.id).map(ids_of).unwrap_or_default();
            let shown = ids.iter().filter_map(|id| files.get(id)).map(|file| self.picture(file));
            pictures.insert(field.id.clone(), shown.collect::<Result<Vec<_>, _>>()?);
        }
        Ok(pictures)
    }

    fn picture(&self, file: &Attachment) -> Result<Picture, OfficeError> {
        let bytes = if file.mime.starts_with("image/") { shrunk(&self.store.file(&file.hash)?) } else { None };
        Ok(Picture { bytes: bytes.unwrap_or_default(), words: file.name.clone() })
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
