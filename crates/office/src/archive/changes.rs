//! What was changed about a client (修改记录), and what else his page shows: household, halt, merges, places.

use super::facets::Words;
use crate::OfficeError;
use crate::clients::staff_name;
use crate::imports::local_minute;
use crate::office::Office;
use crate::rows::TaskFacts;
use crate::wire::{ClientArchive, ClientChange, ClientHalt, LabelValue, MergeBrief};
use crate::worklist::{client_brief, label};
use huifang_core::calendar::Now;
use huifang_core::domain::{Act, Client, ClientId, Decision, Staff, StaffRef};
use huifang_core::engine::State;
use huifang_store::{AuditRow, Noun};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// More changes than these nobody reads.
const MOST_CHANGES: u32 = 300;

impl Office {
    /// What the page of a client shows besides facts and story.
    ///
    /// # Errors
    /// `not_found`.
    pub fn client_archive(&self, id: &ClientId, now: Now) -> Result<ClientArchive, OfficeError> {
        let client = self.client_meant(id)?;
        let household = self.household_of(&client)?;
        let suggested = self.household_hints(&client, &household, now)?;
        Ok(ClientArchive {
            suggested,
            halt: self.halt_of(&client, now)?,
            merges: self.merges_of(&client, now)?,
            places: self.places_of(&client)?,
            changes: self.changes_of(&client, now)?,
            household: household.iter().map(|member| client_brief(member, now.today)).collect(),
        })
    }

    fn halt_of(&self, client: &Client, now: Now) -> Result<Option<ClientHalt>, OfficeError> {
        let decisions = self.store.read().decisions_of_client(&client.id)?;
        let in_force = |d: &&Decision| {
            let holds = match d.act {
                Act::Pause { until, .. } => until.is_none_or(|until| now.today <= until),
                Act::DoNotContact { .. } => true,
                _ => false,
            };
            holds && !d.voided && d.on <= now.today
        };
        // What has no end says more than what has one.
        let Some(halt) = decisions.iter().filter(in_force).max_by_key(|d| (until_of(&d.act).is_none(), d.at_ms)) else {
            return Ok(None);
        };
        let facts = TaskFacts::new(self.store.read().facts_of(&BTreeSet::from([client.id.clone()]))?);
        let tasks = self.store.read().tasks_of_client(&client.id)?;
        let paused = tasks.iter().filter(|row| facts.view(row, now.today).state == State::Paused).count();
        Ok(Some(ClientHalt {
            act: if matches!(halt.act, Act::DoNotContact { .. }) { "do_not_contact" } else { "pause" }.to_owned(),
            since: halt.on.to_string(),
            until: until_of(&halt.act),
            by: halt.by.as_ref().map(|by| staff_name(&facts, by)).unwrap_or_default(),
            reason: halt.reason.clone(),
            tasks: paused as u32,
        }))
    }

    fn merges_of(&self, client: &Client, now: Now) -> Result<Vec<MergeBrief>, OfficeError> {
        let staff = self.store.read().staff_all()?;
        let merges = self.store.read().client_merges_of(&client.id)?.into_iter().filter(|m| m.undone_ms.is_none());
        let brief = |merge: huifang_store::ClientMerge| MergeBrief {
            merge: merge.id.to_string(),
            name: merge.what.before["merged"]["name"].as_str().unwrap_or_default().to_owned(),
            at: local_minute(merge.what.at_ms, now.zone),
            by: person(merge.what.by.as_deref(), &staff),
        };
        Ok(merges.map(brief).collect())
    }

    /// Places that he had and has no more.
    fn places_of(&self, client: &Client) -> Result<Vec<LabelValue>, OfficeError> {
        let tenures = self.store.read().tenures_of_client(&client.id)?;
        let words = |tenure: &huifang_store::Tenure| {
            let from = tenure.from.map(|day| format!("{day} ")).unwrap_or_default();
            let to = tenure.to.map_or("起".to_owned(), |day| format!("至 {day}"));
            label(&tenure.place, format!("{from}{to}"))
        };
        let known = tenures.iter().filter(|tenure| tenure.from.is_some() || tenure.to.is_some());
        Ok(known.map(words).collect())
    }

    fn changes_of(&self, client: &Client, now: Now) -> Result<Vec<ClientChange>, OfficeError> {
        let staff = self.store.read().staff_all()?;
        let mut changes: Vec<(i64, ClientChange)> = Vec::new();
        for row in self.store.read().audit_of_client(&client.id, MOST_CHANGES)? {
            let at = local_minute(row.at_ms, now.zone);
            let by = person(row.by.as_deref(), &staff);
            let at_ms = row.at_ms;
            changes.extend(
                of_audit(row).into_iter().map(|c| (at_ms, ClientChange { at: at.clone(), by: by.clone(), ..c })),
            );
        }
        changes.extend(self.imported_changes(client, &staff, now)?);
        changes.sort_by_key(|(at_ms, _)| std::cmp::Reverse(*at_ms));
        changes.truncate(MOST_CHANGES as usize);
        Ok(changes.into_iter().map(|(_, change)| change).collect())
    }

    /// What imports changed about him.
    fn imported_changes(
        &self,
        client: &Client,
        staff: &[Staff],
        now: Now,
    ) -> Result<Vec<(i64, ClientChange)>, OfficeError> {
        let labels = self.field_labels()?;
        let words = Words { labels: &labels, staff, today: now.today };
        let read = |value: Option<Value>| value.and_then(|value| serde_json::from_value::<Client>(value).ok());
        let mut changes = Vec::new();
        let mut imports = BTreeMap::new();
        for (number, change) in self.store.read().import_changes_of(Noun::Client, client.id.as_str())? {
            let import = match imports.get(&number) {
                Some(known) => Option::<huifang_store::ImportRow>::clone(known),
                None => imports.entry(number).or_insert(self.store.read().import(number)?).clone(),
            };
            let Some(import) = import.filter(|import| import.undone_ms.is_none()) else { continue };
            let at_ms = import.import.at_ms;
            let base = ClientChange {
                at: local_minute(at_ms, now.zone),
                by: person(import.import.by.as_deref(), staff),
                what: format!("导入 {}", import.import.file),
                label: String::new(),
                from: String::new(),
                to: String::new(),
                reason: String::new(),
            };
            let Some(after) = read(change.after) else { continue };
            match read(change.before) {
                None => changes.push((at_ms, ClientChange { label: "建档".to_owned(), to: after.name, ..base })),
                Some(before) => changes.extend(words.differences(&before, &after).into_iter().map(|(was, is)| {
                    (at_ms, ClientChange { label: is.label, from: was.text, to: is.text, ..base.clone() })
                })),
            }
        }
        Ok(changes)
    }
}

fn until_of(act: &Act) -> Option<String> {
    match act {
        Act::Pause { until, .. } => until.map(|day| day.to_string()),
        _ => None,
    }
}

fn person(id: Option<&str>, staff: &[Staff]) -> String {
    let known = |id: &str| StaffRef(id.to_owned()).find(staff).map_or_else(|| id.to_owned(), |s| s.name.clone());
    id.map(known).unwrap_or_default()
}

/// The changes that an operation wrote down about a client.
fn of_audit(row: AuditRow) -> Vec<ClientChange> {
    let Some(detail) = row.detail else { return Vec::new() };
    let text = |value: &Value, key: &str| value[key].as_str().unwrap_or_default().to_owned();
    let what = match row.op.as_str() {
        "new_client" => "建档",
        "edit_client" => "修改",
        "set_class" => "分类",
        "merge_clients" => "合并",
        "part_clients" => "拆开",
        "join_household" | "leave_household" => "同户",
        _ => return Vec::new(),
    };
    let base = ClientChange {
        at: String::new(),
        by: String::new(),
        what: what.to_owned(),
        label: String::new(),
        from: String::new(),
        to: String::new(),
        reason: text(&detail, "reason"),
    };
    if row.op == "set_class" {
        let class = text(&detail, "class");
        let (from, to) =
            if detail["member"] == Value::Bool(true) { (String::new(), class) } else { (class, String::new()) };
        return vec![ClientChange { label: "分类".to_owned(), from, to, ..base }];
    }
    let listed = detail["changes"].as_array().into_iter().flatten();
    listed
        .map(|change| ClientChange {
            label: text(change, "label"),
            from: text(change, "from"),
            to: text(change, "to"),
            ..base.clone()
        })
        .collect()
}
