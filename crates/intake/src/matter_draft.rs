//! What a row says about a matter, and laying it over what the office has.

use crate::client_draft::{ClientDraft, lay, lay_fields};
use crate::field::Field;
use crate::line::{Line, Noted};
use chrono::NaiveDate;
use huifang_core::calendar::Moment;
use huifang_core::domain::{Client, FieldValue, Matter, MatterId, Participant, StaffRef};
use std::collections::{BTreeMap, BTreeSet};

/// Milestones that the status column decides among: a change of status takes the others back.
const BY_STATUS: &[&str] = &["arrived", "missed", "cancelled"];

/// A matter as one row gives it; what is empty says nothing.
#[derive(Debug, Default)]
pub(crate) struct MatterDraft {
    pub kind: String,
    pub no: Option<String>,
    department: Option<String>,
    severity: Option<String>,
    handler: Option<StaffRef>,
    milestones: Vec<(String, Moment)>,
    has_status: bool,
    fields: BTreeMap<String, FieldValue>,
    /// Values for fields that nobody has filled in yet.
    defaults: BTreeMap<String, FieldValue>,
}

impl MatterDraft {
    /// Reads the matter of a row; `kind` is a code of the vocabulary.
    pub fn read(line: &Line<'_>, kind: &str, client: &ClientDraft) -> Self {
        let mut draft = Self {
            kind: kind.to_owned(),
            no: line.number(&Field::MatterNo),
            department: line.name(&Field::Department),
            severity: read_severity(line),
            handler: line.name(&Field::Handler).map(StaffRef),
            milestones: read_milestones(line),
            fields: line.fields(),
            ..Self::default()
        };
        match kind {
            "appointment" => draft.settle_appointment(),
            "complaint" => draft.mark_complaint(line, client),
            "stay" => draft.mark_stay(line),
            _ => {}
        }
        draft
    }

    /// The move into a home, which a property office notes in the list of its households; `None` where it does not.
    pub fn move_in(line: &Line<'_>) -> Option<Self> {
        let milestones = read_milestones(line);
        (!milestones.is_empty()).then(|| Self { kind: "move_in".to_owned(), milestones, ..Self::default() })
    }

    /// The status column says what came of an appointment, without a day of its own.
    ///
    /// Arrived and missed happened at the appointed time. On which day it was cancelled nobody wrote down: the day of
    /// booking is taken, the earliest possible, because from then on no reminder may be asked for; later days would leave
    /// reminders on the record that nobody owed.
    fn settle_appointment(&mut self) {
        let Some(FieldValue::Text(status)) = self.fields.get("status") else { return };
        self.has_status = true;
        let day = |kinds: &[&str]| {
            let of = |kind: &&str| self.milestones.iter().find(|(known, _)| known == kind).map(|(_, on)| *on);
            kinds.iter().find_map(of)
        };
        let outcome = match status.as_str() {
            "已到诊" | "到诊" | "已就诊" | "已完成" => Some(("arrived", day(&["arrived", "scheduled"]))),
            "未到诊" | "爽约" | "未到" | "失约" => Some(("missed", day(&["scheduled"]))),
            "已取消" | "取消" => Some((
                "cancelled",
                day(&["cancelled"]).or_else(|| day(&["booked", "scheduled"]).map(|on| on.day.into())),
            )),
            _ => None,
        };
        self.milestones.retain(|(kind, _)| !BY_STATUS.contains(&kind.as_str()));
        if let Some((kind, Some(on))) = outcome {
            self.milestones.push((kind.to_owned(), on));
        }
    }

    /// A list without a column for remarks says nothing about whether a reply is enough.
    fn mark_complaint(&mut self, line: &Line<'_>, client: &ClientDraft) {
        self.fields.insert("anonymous".to_owned(), client.is_anonymous().into());
        let remark = self.fields.get("remark").map(FieldValue::text).unwrap_or_default();
        if line.header.columns_of(&Field::Own("remark".to_owned())).next().is_some() {
            self.fields.insert("reply_only".to_owned(), remark.contains("只需复函").into());
        } else {
            self.defaults.insert("reply_only".to_owned(), false.into());
        }
    }

    fn mark_stay(&mut self, line: &Line<'_>) {
        for code in ["surgery", "dispute"] {
            if line.header.columns_of(&Field::Own(code.to_owned())).next().is_some() {
                self.defaults.insert(code.to_owned(), false.into());
            }
        }
    }

    /// Keeps the name and telephones of who came to the office, where they are not the client's own.
    pub fn keep_caller(&mut self, line: &Line<'_>, draft: &ClientDraft, client: Option<&Client>) {
        let other_name = client.is_none_or(|client| !draft.same_name(client));
        if let (Some(name), Some((column, _)), true) = (&draft.name, line.cell(&Field::Name), other_name) {
            self.fields.insert(column.title.clone(), name.as_str().into());
        }
        let foreign = |phone: &&String| client.is_none_or(|client| !client.own_phones().any(|own| own == **phone));
        let phones: Vec<_> = draft.phones.iter().filter(foreign).map(String::as_str).collect();
        if let (false, Some((column, _))) = (phones.is_empty(), line.cell(&Field::Phone)) {
            self.fields.insert(column.title.clone(), FieldValue::Text(phones.join("/")));
        }
    }

    /// Whether the known matter has the milestones of this one, on other days.
    pub fn on_other_days(&self, known: &Matter) -> bool {
        let theirs = |kind: &str| known.milestone(kind).map(|milestone| milestone.on.day);
        let mut shared = self.milestones.iter().filter_map(|(kind, on)| Some((theirs(kind)?, on.day))).peekable();
        shared.peek().is_some() && shared.all(|(theirs, mine)| theirs != mine)
    }

    /// The day of the first milestone of a kind.
    pub fn day_of(&self, kind: &str) -> Option<NaiveDate> {
        self.milestones.iter().find(|(known, _)| known == kind).map(|(_, on)| on.day)
    }

    /// What tells a matter without a number from others of the same client: its first day and what it is about.
    pub fn content(&self) -> String {
        let first = self.milestones.iter().map(|(_, on)| *on).min().map(|on| on.to_string()).unwrap_or_default();
        let about = ["item", "topic", "what"].iter().filter_map(|key| self.fields.get(*key)).map(FieldValue::text);
        std::iter::once(first).chain(about).collect::<Vec<_>>().join("\n")
    }

    /// The matter with the row's values laid over the old ones. Empty cells erase nothing; what a person corrected stays.
    pub fn lay_over(
        &self,
        old: Option<&Matter>,
        id: &MatterId,
        client: Option<&Client>,
        held: Option<&BTreeSet<String>>,
        noted: &Noted<'_>,
    ) -> Matter {
        let mut matter = old.cloned().unwrap_or_else(|| Matter::new(id.clone(), self.kind.clone()));
        let free = |name: &str| held.is_none_or(|held| !held.contains(name));
        lay(&mut matter.no, self.no.clone().map(Some), free("no"));
        lay(&mut matter.department, self.department.clone().map(Some), free("department"));
        lay(&mut matter.severity, self.severity.clone().map(Some), free("severity"));
        lay(&mut matter.handler, self.handler.clone().map(Some), free("handler"));
        if let Some(client) = client.filter(|client| free("participants") && !matter.has_client(&client.id)) {
            matter.participants.retain(|participant| participant.role != "subject");
            matter.participants.insert(0, Participant::subject(client.id.clone()));
        }
        self.lay_milestones(&mut matter, &free);
        for (key, value) in &self.defaults {
            matter.fields.entry(key.clone()).or_insert_with(|| value.clone());
        }
        lay_fields(&mut matter.fields, &self.fields, noted, &free);
        matter
    }

    fn lay_milestones(&self, matter: &mut Matter, free: &dyn Fn(&str) -> bool) {
        let given = |kind: &str| self.milestones.iter().any(|(known, _)| known == kind);
        let free = |kind: &str| free(&format!("on.{kind}"));
        if self.has_status {
            matter.milestones.retain(|m| !BY_STATUS.contains(&m.kind.as_str()) || given(&m.kind) || !free(&m.kind));
        }
        for (kind, on) in self.milestones.iter().filter(|(kind, _)| free(kind)) {
            // A spreadsheet has one day of each kind: it moves the first.
            match matter.milestones.iter_mut().find(|milestone| milestone.kind == *kind) {
                Some(milestone) => milestone.on = *on,
                None => drop(matter.add_milestone(kind, *on, None)),
            }
        }
    }
}

fn read_milestones(line: &Line<'_>) -> Vec<(String, Moment)> {
    let mut milestones = Vec::new();
    for column in &line.header.columns {
        if let Some(field @ Field::Milestone(kind)) = &column.field
            && let Some(on) = line.moment(field)
        {
            milestones.push((kind.clone(), on));
        }
    }
    milestones
}

fn read_severity(line: &Line<'_>) -> Option<String> {
    let (column, cell) = line.cell(&Field::Severity)?;
    let text = cell.text();
    let level = match text.trim_end_matches(['级', '类']) {
        "一般" | "日常" | "普通" | "轻微" | "normal" => "normal",
        "重要" | "较大" | "important" => "important",
        "重大" | "特大" | "严重" | "major" => "major",
        _ => {
            line.keep(column, cell);
            return None;
        }
    };
    line.understood(column);
    Some(level.to_owned())
}
