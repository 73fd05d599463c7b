//! Two clients made one, in one operation: all that belonged to the one belongs to the other, and his identifier means him.

use super::facets::Words;
use crate::OfficeError;
use crate::office::Office;
use crate::rows::task_of;
use crate::wire::{MergeClients, Merged};
use chrono::NaiveDate;
use huifang_core::calendar::Now;
use huifang_core::domain::{
    Act, Client, ClientId, Contact, Decision, Matter, MatterId, Participant, Record, Settles, Subject, TaskId,
};
use huifang_core::engine::{Edit, TaskKey};
use huifang_store::{NewMerge, TaskRow, Tenure};
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};

/// Everything as it was before a merge, and what the merge made of the kept client.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Before {
    pub kept: Client,
    pub merged: Client,
    pub after: Client,
    /// When they were made one: what is later came since.
    pub made_ms: i64,
    pub kept_held: BTreeSet<String>,
    pub merged_held: BTreeSet<String>,
    pub after_held: BTreeSet<String>,
    pub kept_tenures: Vec<Tenure>,
    pub merged_tenures: Vec<Tenure>,
    /// The matters that were the kept one's.
    pub kept_matters: BTreeSet<MatterId>,
    /// Participants of the matters of the merged client.
    pub matters: BTreeMap<MatterId, Vec<Participant>>,
    /// Records and decisions as they were.
    pub records: Vec<Record>,
    pub decisions: Vec<Decision>,
    /// His attachments.
    pub attachments: Vec<String>,
    /// Tasks of the merged client, and what the same tasks are as the kept one's.
    pub tasks: BTreeMap<TaskId, TaskId>,
}

/// A merge that is about to be written.
struct Plan {
    before: Before,
    matters: Vec<(Matter, Matter)>,
    records: Vec<(Record, Record)>,
    decisions: Vec<(Decision, Decision)>,
    tenures: Vec<Tenure>,
}

impl Office {
    /// The clients who were merged into others, as they were, with the client whom each of them means now.
    pub(crate) fn merged_clients(&self) -> Result<Vec<(Client, ClientId)>, OfficeError> {
        let read = self.store.read();
        let mut merged = Vec::new();
        for merge in read.client_merges()? {
            if let Ok(before) = serde_json::from_value::<Before>(merge.what.before) {
                merged.push((before.merged, read.kept_client(&merge.what.merged)?));
            }
        }
        Ok(merged)
    }

    /// Makes two clients one: matters, records, decisions, contacts and classes of both are the kept one's.
    ///
    /// # Errors
    /// `same_client`, `not_found`.
    pub fn merge_clients(&mut self, wish: &MergeClients, now: Now) -> Result<Merged, OfficeError> {
        let (kept, merged) = self.both(&wish.keep, &wish.merge)?;
        let plan = self.merge_plan(kept, merged, &wish.take, now)?;
        let Before { kept, merged, after, .. } = &plan.before;
        let labels = self.field_labels()?;
        let staff = self.store.read().staff_all()?;
        let words = Words { labels: &labels, staff: &staff, today: now.today };
        let who = std::iter::once(json!({ "label": "并入", "from": "", "to": merged.name }));
        let differences = words.differences(kept, after).into_iter();
        let fields = differences.map(|(was, is)| json!({ "label": is.label, "from": was.text, "to": is.text }));
        let detail = json!({
            "client": kept.id.as_str(),
            "merged": merged.id.as_str(),
            "changes": who.chain(fields).collect::<Vec<_>>(),
        });
        let new = NewMerge {
            at_ms: now.instant_ms,
            by: self.me.as_ref().map(|id| id.0.clone()),
            kept: kept.id.clone(),
            merged: merged.id.clone(),
            before: serde_json::to_value(&plan.before)
                .map_err(|e| OfficeError::invalid("bad_response", e.to_string()))?,
        };
        let number = self.write("merge_clients", now, detail, |tx, rules| {
            tx.put_client(after)?;
            tx.hold_fields(&kept.id, &plan.before.after_held)?;
            for (_, is) in &plan.matters {
                tx.put_matter(is)?;
            }
            for (_, is) in &plan.records {
                tx.put_record(is)?;
            }
            for (_, is) in &plan.decisions {
                tx.put_decision(is)?;
            }
            tx.give_attachments(&plan.before.attachments, &kept.id)?;
            tx.delete_client(&merged.id)?;
            tx.set_tenures(&kept.id, &plan.tenures)?;
            let number = tx.add_client_merge(&new)?;
            let mut edits = vec![Edit::Client(Some(kept), Some(after)), Edit::Client(Some(merged), None)];
            edits.extend(plan.matters.iter().map(|(was, is)| Edit::Matter(Some(was), Some(is))));
            edits.extend(plan.records.iter().map(|(was, is)| Edit::Record(Some(was), Some(is))));
            edits.extend(plan.decisions.iter().map(|(was, is)| Edit::Decision(Some(was), Some(is))));
            rules.replan(tx, now, &edits)?;
            Ok(number)
        })?;
        Ok(Merged {
            merge: number.to_string(),
            client: kept.id.to_string(),
            changed: all_nouns(),
            line: format!(
                "{} 已并入 {}:{} 件事项、{} 条回访",
                merged.name,
                after.name,
                plan.matters.len(),
                plan.records.len()
            ),
        })
    }

    fn merge_plan(&self, kept: Client, merged: Client, take: &[String], now: Now) -> Result<Plan, OfficeError> {
        let (today, made_ms) = (now.today, now.instant_ms);
        let read = self.store.read();
        let after = united(&kept, &merged, take);
        let tasks = renamed_tasks(&read.tasks_of_client(&merged.id)?, &merged.id, &kept.id);
        let matters: Vec<_> = read
            .matters_of_client(&merged.id)?
            .into_iter()
            .map(|was| (was.clone(), Matter { participants: led_by(&was.participants, &merged.id, &kept.id), ..was }))
            .collect();
        let mut records = read.records_of_client(&merged.id)?;
        let mut decisions = read.decisions_of_client(&merged.id)?;
        for task in tasks.keys() {
            records.extend(read.records_of_task(task)?);
            decisions.extend(read.decisions_of_task(task)?);
        }
        records.sort_by(|a, b| a.id.cmp(&b.id));
        records.dedup_by(|a, b| a.id == b.id);
        decisions.sort_by(|a, b| a.id.cmp(&b.id));
        decisions.dedup_by(|a, b| a.id == b.id);
        let (kept_held, merged_held) = (read.held_fields(&kept.id)?, read.held_fields(&merged.id)?);
        let (kept_tenures, merged_tenures) = (read.tenures_of_client(&kept.id)?, read.tenures_of_client(&merged.id)?);
        let tenures = joined_tenures(&kept_tenures, &merged_tenures, after.place.as_deref(), today);
        let before = Before {
            after_held: kept_held.union(&merged_held).cloned().chain(chosen_fields(&kept, &merged)).collect(),
            kept_matters: read.matters_of_client(&kept.id)?.into_iter().map(|matter| matter.id).collect(),
            attachments: read.attachments_of_client(&merged.id)?.into_iter().map(|file| file.id).collect(),
            matters: matters.iter().map(|(was, _)| (was.id.clone(), was.participants.clone())).collect(),
            records: records.clone(),
            decisions: decisions.clone(),
            made_ms,
            kept,
            merged,
            after,
            kept_held,
            merged_held,
            kept_tenures,
            merged_tenures,
            tasks,
        };
        let (from, to) = (&before.merged.id, &before.kept.id);
        Ok(Plan {
            matters,
            records: records.into_iter().map(|r| (r.clone(), moved_record(r, from, to, &before.tasks))).collect(),
            decisions: decisions.into_iter().map(|d| (d.clone(), moved_decision(d, from, to, &before.tasks))).collect(),
            tenures,
            before,
        })
    }
}

pub(super) fn all_nouns() -> Vec<String> {
    ["client", "matter", "record", "decision", "task", "problem", "class"].map(str::to_owned).to_vec()
}

/// The kept client with what is taken from the other, and with contacts and classes of both.
fn united(kept: &Client, merged: &Client, take: &[String]) -> Client {
    let mut after = kept.clone();
    for field in take {
        match field.as_str() {
            "name" => after.name = merged.name.clone(),
            "no" => after.no = merged.no.clone(),
            "id_number" => after.id_number = merged.id_number.clone(),
            "sex" => after.sex = merged.sex,
            "born" => after.born = merged.born,
            "place" => after.place = merged.place.clone(),
            "since" => after.since = merged.since,
            "assignee" => after.assignee = merged.assignee.clone(),
            "wish" => after.wish = merged.wish.clone(),
            other => match merged.fields.get(other) {
                Some(value) => drop(after.fields.insert(other.to_owned(), value.clone())),
                None => drop(after.fields.remove(other)),
            },
        }
    }
    for contact in &merged.contacts {
        add_contact(&mut after.contacts, contact);
    }
    for span in &merged.classes {
        if !after.classes.contains(span) {
            after.classes.push(span.clone());
        }
    }
    after.household = kept.household.clone().or_else(|| merged.household.clone());
    after
}

/// Adds somebody's numbers to the same person's, or the person.
fn add_contact(contacts: &mut Vec<Contact>, contact: &Contact) {
    let same = |known: &&mut Contact| known.relation == contact.relation && known.name == contact.name;
    let Some(known) = contacts.iter_mut().find(same) else { return contacts.push(contact.clone()) };
    for phone in &contact.phones {
        if !known.phones.contains(phone) {
            known.phones.push(phone.clone());
        }
    }
    known.wechat = known.wechat.take().or_else(|| contact.wechat.clone());
    known.do_not_contact |= contact.do_not_contact;
}

/// Fields in which the two differed: somebody chose, so no import chooses again.
fn chosen_fields(kept: &Client, merged: &Client) -> Vec<String> {
    let mut chosen = Vec::new();
    let mut note = |field: &str, differs: bool| {
        if differs {
            chosen.push(field.to_owned());
        }
    };
    note("name", kept.name != merged.name);
    note("no", kept.no != merged.no);
    note("id_number", kept.id_number != merged.id_number);
    note("sex", kept.sex != merged.sex);
    note("born", kept.born != merged.born);
    note("place", kept.place != merged.place);
    note("since", kept.since != merged.since);
    note("assignee", kept.assignee != merged.assignee);
    note("phones", kept.own_phones().ne(merged.own_phones()));
    let fields: BTreeSet<_> = kept.fields.keys().chain(merged.fields.keys()).collect();
    for field in fields {
        note(field, kept.fields.get(field) != merged.fields.get(field));
    }
    chosen
}

/// The participants with the one client in the place of the other; nobody is in a matter twice in the same role.
pub(super) fn led_by(participants: &[Participant], from: &ClientId, to: &ClientId) -> Vec<Participant> {
    let mut moved: Vec<Participant> = Vec::new();
    for participant in participants {
        let client = if &participant.client == from { to.clone() } else { participant.client.clone() };
        let participant = Participant { client, ..participant.clone() };
        if !moved.contains(&participant) {
            moved.push(participant);
        }
    }
    moved
}

/// What tasks about the one client are as tasks about the other. What follows on such a task is named by it, and what
/// follows on that by it in turn: so it is gone through until nothing is named anew.
fn renamed_tasks(rows: &[TaskRow], from: &ClientId, to: &ClientId) -> BTreeMap<TaskId, TaskId> {
    let mut renamed = BTreeMap::new();
    loop {
        let name = |row: &TaskRow| {
            let was = task_of(row).emission.key;
            let about = was.subject == Subject::Client(from.clone());
            let subject = if about { Subject::Client(to.clone()) } else { was.subject.clone() };
            let is = TaskKey { anchor: renamed_anchor(&was.anchor, &renamed), subject, ..was.clone() };
            (is != was).then(|| (row.id.clone(), is.id()))
        };
        let next: BTreeMap<_, _> = rows.iter().filter_map(name).collect();
        if next == renamed {
            return renamed;
        }
        renamed = next;
    }
}

/// The anchor of a follow-on ends with the task that it follows.
fn renamed_anchor(anchor: &str, renamed: &BTreeMap<TaskId, TaskId>) -> String {
    let known = anchor.rsplit_once('/').and_then(|(record, task)| Some((record, renamed.get(&TaskId::from(task))?)));
    known.map_or_else(|| anchor.to_owned(), |(record, task)| format!("{record}/{task}"))
}

pub(super) fn moved_record(
    mut record: Record,
    from: &ClientId,
    to: &ClientId,
    tasks: &BTreeMap<TaskId, TaskId>,
) -> Record {
    if record.client.as_ref() == Some(from) {
        record.client = Some(to.clone());
    }
    for settlement in &mut record.settles {
        if let Settles::Task(task) = &mut settlement.task
            && let Some(renamed) = tasks.get(task)
        {
            *task = renamed.clone();
        }
    }
    record
}

pub(super) fn moved_decision(
    mut decision: Decision,
    from: &ClientId,
    to: &ClientId,
    tasks: &BTreeMap<TaskId, TaskId>,
) -> Decision {
    match &mut decision.act {
        Act::Pause { client, .. } | Act::DoNotContact { client } | Act::Ask { client, .. } if client == from => {
            *client = to.clone()
        }
        Act::Reschedule { task, .. }
        | Act::Reassign { task, .. }
        | Act::Waive { task }
        | Act::Finish { task }
        | Act::GiveUp { task }
        | Act::Reopen { task } => {
            if let Some(renamed) = tasks.get(task) {
                *task = renamed.clone();
            }
        }
        Act::Pause { .. } | Act::DoNotContact { .. } | Act::Ask { .. } | Act::VoidDraw { .. } => {}
    }
    decision
}

/// The places of both; he lives where the united client does, and the other place was his until today.
fn joined_tenures(kept: &[Tenure], merged: &[Tenure], place: Option<&str>, today: NaiveDate) -> Vec<Tenure> {
    let owner = kept.first().or(merged.first()).map(|tenure| tenure.client.clone());
    let mut joined: Vec<Tenure> = Vec::new();
    let mut lives = false;
    for tenure in kept.iter().chain(merged) {
        let mut tenure = Tenure { client: owner.clone().unwrap_or_else(|| tenure.client.clone()), ..tenure.clone() };
        if tenure.to.is_none() {
            let here = Some(tenure.place.as_str()) == place;
            if here && lives {
                continue;
            }
            lives |= here;
            tenure.to = if here { None } else { Some(today) };
        }
        joined.push(tenure);
    }
    joined
}
