//! The sheet of a matter.

use super::labelled;
use super::mark::state_mark;
use crate::OfficeError;
use crate::office::Office;
use crate::wire::{LabelValue, MatterPage, MatterRow, RecordBrief};
use crate::worklist::label;
use chrono::NaiveDate;
use huifang_core::calendar::Now;
use huifang_core::policy::Vocabulary;
use huifang_print::{Happening, MatterSheet, OpenTask, Paper, Step};

impl Office {
    /// The sheet of a matter (登记单): what its page shows.
    ///
    /// # Errors
    /// `not_found`; the store's.
    pub fn print_matter(&self, id: &str, now: Now) -> Result<Paper, OfficeError> {
        let page = self.matter_page(id, now)?;
        let row = &page.row;
        let tasks = page.tasks.iter().map(|task| OpenTask {
            title: task.title.clone(),
            due: task.due.replace('T', " "),
            state: state_mark(task, now.today),
            assignee: task.assignee.clone(),
        });
        let steps = page.milestones.iter().map(|step| Step {
            name: step.label.clone(),
            on: step.on.replace('T', " "),
            note: step.note.clone(),
        });
        let sheet = MatterSheet {
            header: self.print_header(now)?,
            kind: row.matter.kind_label.clone(),
            no: row.matter.no.clone().unwrap_or_default(),
            stage: row.stage_label.clone(),
            facts: labelled(&self.matter_sheet_facts(&page)),
            steps: steps.collect(),
            tasks: tasks.collect(),
            story: story(&page, now.today),
            voided: page.struck_out.is_some(),
        };
        Ok(sheet.paper()?)
    }

    /// Whom it concerns and what is known of it; what is empty is left out.
    fn matter_sheet_facts(&self, page: &MatterPage) -> Vec<LabelValue> {
        let words = Vocabulary::shipped();
        let mut facts = Vec::new();
        for part in &page.participants {
            let client = &part.client;
            let name = if part.role == "subject" { self.term() } else { &part.role_label };
            facts.push(label(name, &client.name));
            facts.extend(client.place.as_ref().map(|place| label("房号", place)));
            facts.extend(client.phone.as_ref().map(|phone| label("电话", phone)));
        }
        if page.participants.is_empty() {
            facts.push(label(self.term(), "未留姓名"));
        }
        let row = &page.row;
        facts.extend(row.severity.as_deref().map(|severity| label("等级", words.name("severity", severity))));
        facts.extend(row.department.as_ref().map(|department| label("部门", department)));
        facts.extend(row.handler.as_ref().map(|handler| label("经办人", handler)));
        let filled = page.fields.iter().filter(|field| !field.text.is_empty());
        facts.extend(filled.map(|field| label(&field.field.label, &field.text)));
        let parent = page.parent.as_ref().map(named);
        facts.extend(parent.map(|parent| label("源自", parent)));
        facts
    }
}

fn named(matter: &crate::wire::MatterBrief) -> String {
    [matter.kind_label.as_str(), matter.no.as_deref().unwrap_or_default()].join(" ").trim().to_owned()
}

/// Records that count, and what came out of the matter.
fn story(page: &MatterPage, today: NaiveDate) -> Vec<Happening> {
    let records = page.records.iter().filter(|record| !record.voided).map(|record| told(record, today));
    let child = |row: &MatterRow| Happening {
        on: row.began.as_deref().and_then(|day| day.get(..10)?.parse().ok()).unwrap_or(today),
        title: format!("{} · {}", named(&row.matter), row.stage_label),
        lines: [row.text.clone()].into_iter().filter(|line| !line.is_empty()).collect(),
    };
    records.chain(page.children.iter().map(child)).collect()
}

fn told(record: &RecordBrief, today: NaiveDate) -> Happening {
    let words = Vocabulary::shipped();
    let answers = record.answers.iter().map(|answer| format!("{}:{}", answer.label, answer.value));
    let by = (!record.by.is_empty()).then(|| format!("回访人:{}", record.by));
    let lines = std::iter::once(record.titles.join("、")).chain(answers).chain([record.note.clone()]).chain(by);
    Happening {
        // A record's day is a day; one that is none would only be shown wrongly, not lost.
        on: record.on.parse().unwrap_or(today),
        title: format!("{} · {}", words.name("channel", &record.channel), words.name("outcome", &record.outcome)),
        lines: lines.filter(|line| !line.is_empty()).collect(),
    }
}
