//! Two clients that were made one, parted again: everything as it was, but for what came or was edited since.

use super::facets::Words;
use super::merge::{Before, all_nouns, led_by, moved_decision, moved_record};
use crate::OfficeError;
use crate::office::Office;
use crate::wire::{LabelValue, MergeRef, Parted};
use crate::worklist::label;
use huifang_core::calendar::Now;
use huifang_core::domain::{Client, Decision, Matter, Participant, Record};
use huifang_core::engine::Edit;
use serde_json::json;
use std::collections::BTreeSet;

impl Office {
    /// Parts two clients that were made one. What was edited or added since stays with the kept one and is listed.
    ///
    /// # Errors
    /// `merge_undone`, `merged_further`, `not_found`.
    pub fn part_clients(&mut self, wish: &MergeRef, now: Now) -> Result<Parted, OfficeError> {
        let missing = || OfficeError::NotFound { noun: "合并", id: wish.merge.clone() };
        let number: i64 = wish.merge.parse().map_err(|_| missing())?;
        let merge = self.store.read().client_merge(number)?.ok_or_else(missing)?;
        if merge.undone_ms.is_some() {
            return Err(OfficeError::invalid("merge_undone", "这次合并已经拆开过了"));
        }
        let Some(current) = self.store.read().client(&merge.what.kept)? else {
            let text = "合并后的客户后来又并入了别人,请先拆开后一次合并";
            return Err(OfficeError::invalid("merged_further", text));
        };
        let before: Before = serde_json::from_value(merge.what.before)
            .map_err(|e| OfficeError::invalid("import_change_broken", e.to_string()))?;
        let mut kept = Vec::new();
        let restored = self.restored_client(&before, &current, &mut kept, now)?;
        let matters = self.parted_matters(&before, &mut kept)?;
        let records = self.parted_records(&before)?;
        let decisions = self.parted_decisions(&before)?;
        kept.extend(self.came_since(&before)?);
        let detail = json!({
            "client": current.id.as_str(),
            "merged": before.merged.id.as_str(),
            "changes": [{ "label": "拆出", "from": before.merged.name, "to": "" }],
        });
        let moved_since = current.place != before.after.place;
        self.write("part_clients", now, detail, |tx, rules| {
            tx.mark_merge_undone(number, now.instant_ms)?;
            tx.put_client(&before.merged)?;
            tx.hold_fields(&before.merged.id, &before.merged_held)?;
            tx.set_tenures(&before.merged.id, &before.merged_tenures)?;
            tx.put_client(&restored)?;
            let held = tx.read().held_fields(&current.id)?;
            let since: BTreeSet<_> = held.difference(&before.after_held).cloned().collect();
            tx.hold_fields(&current.id, &before.kept_held.union(&since).cloned().collect())?;
            if !moved_since {
                tx.set_tenures(&current.id, &before.kept_tenures)?;
            }
            tx.give_attachments(&before.attachments, &before.merged.id)?;
            for (_, is) in &matters {
                tx.put_matter(is)?;
            }
            for (_, is) in &records {
                tx.put_record(is)?;
            }
            for (_, is) in &decisions {
                tx.put_decision(is)?;
            }
            let mut edits =
                vec![Edit::Client(None, Some(&before.merged)), Edit::Client(Some(&current), Some(&restored))];
            edits.extend(matters.iter().map(|(was, is)| Edit::Matter(Some(was), Some(is))));
            edits.extend(records.iter().map(|(was, is)| Edit::Record(Some(was), Some(is))));
            edits.extend(decisions.iter().map(|(was, is)| Edit::Decision(Some(was), Some(is))));
            rules.replan(tx, now, &edits)?;
            Ok(())
        })?;
        let line = format!("已拆开:{} 与 {}", restored.name, before.merged.name);
        Ok(Parted { kept, changed: all_nouns(), line })
    }

    /// The kept client as he was; what somebody edited since stays as it is and is listed.
    fn restored_client(
        &self,
        before: &Before,
        current: &Client,
        kept: &mut Vec<LabelValue>,
        now: Now,
    ) -> Result<Client, OfficeError> {
        let labels = self.field_labels()?;
        let staff = self.store.read().staff_all()?;
        let words = Words { labels: &labels, staff: &staff, today: now.today };
        for (was, is) in words.differences(&before.after, current) {
            kept.push(label(&is.label, format!("合并以后改过:{} → {},保留在 {}", was.text, is.text, current.name)));
        }
        let mut restored = current.clone();
        let Before { kept: old, after, .. } = before;
        restore(&mut restored.name, &after.name, &old.name);
        restore(&mut restored.no, &after.no, &old.no);
        restore(&mut restored.id_number, &after.id_number, &old.id_number);
        restore(&mut restored.sex, &after.sex, &old.sex);
        restore(&mut restored.born, &after.born, &old.born);
        restore(&mut restored.place, &after.place, &old.place);
        restore(&mut restored.contacts, &after.contacts, &old.contacts);
        restore(&mut restored.since, &after.since, &old.since);
        restore(&mut restored.assignee, &after.assignee, &old.assignee);
        restore(&mut restored.classes, &after.classes, &old.classes);
        restore(&mut restored.household, &after.household, &old.household);
        restore(&mut restored.wish, &after.wish, &old.wish);
        let codes: BTreeSet<_> = after.fields.keys().chain(old.fields.keys()).collect();
        for code in codes {
            if current.fields.get(code) == after.fields.get(code) {
                match old.fields.get(code) {
                    Some(value) => drop(restored.fields.insert(code.clone(), value.clone())),
                    None => drop(restored.fields.remove(code)),
                }
            }
        }
        Ok(restored)
    }

    /// The matters with their participants of before; whatever else was edited about them stays edited.
    fn parted_matters(
        &self,
        before: &Before,
        kept: &mut Vec<LabelValue>,
    ) -> Result<Vec<(Matter, Matter)>, OfficeError> {
        let mut parted = Vec::new();
        for matter in self.store.read().matters(&before.matters.keys().cloned().collect())? {
            let name = self.matter_brief(&matter);
            let name = format!("{} {}", name.kind_label, name.no.unwrap_or_default()).trim().to_owned();
            let as_merged =
                |was: &&Vec<Participant>| led_by(was, &before.merged.id, &before.kept.id) == matter.participants;
            match before.matters.get(&matter.id).filter(as_merged) {
                Some(participants) => {
                    parted.push((matter.clone(), Matter { participants: participants.clone(), ..matter }));
                }
                None => kept.push(label(&name, "合并以后改过当事人,保持现状")),
            }
        }
        Ok(parted)
    }

    /// The records with their client and tasks of before; one that was struck out since stays struck out.
    fn parted_records(&self, before: &Before) -> Result<Vec<(Record, Record)>, OfficeError> {
        let mut parted = Vec::new();
        for was in &before.records {
            let Some(current) = self.store.read().record(&was.id)? else { continue };
            let moved = moved_record(was.clone(), &before.merged.id, &before.kept.id, &before.tasks);
            let same = Record { voided: current.voided, ..moved } == current;
            let is = match same {
                true => Record { voided: current.voided, ..was.clone() },
                false => Record { client: was.client.clone(), settles: was.settles.clone(), ..current.clone() },
            };
            parted.push((current, is));
        }
        Ok(parted)
    }

    fn parted_decisions(&self, before: &Before) -> Result<Vec<(Decision, Decision)>, OfficeError> {
        let mut parted = Vec::new();
        for was in &before.decisions {
            let Some(current) = self.store.read().decision(&was.id)? else { continue };
            let is = Decision { voided: current.voided, ..was.clone() };
            debug_assert_eq!(
                moved_decision(was.clone(), &before.merged.id, &before.kept.id, &before.tasks).act,
                current.act
            );
            parted.push((current, is));
        }
        Ok(parted)
    }

    /// What came to the kept client since, in a line each.
    fn came_since(&self, before: &Before) -> Result<Vec<LabelValue>, OfficeError> {
        let read = self.store.read();
        let id = &before.kept.id;
        let records = read.records_of_client(id)?;
        let new =
            records.iter().filter(|r| r.at_ms > before.made_ms && !before.records.iter().any(|known| known.id == r.id));
        let stays = format!("合并以后记的,留在 {}", before.kept.name);
        let mut came: Vec<_> = new.map(|record| label(&format!("{} 的回访", record.on), stays.clone())).collect();
        for matter in read.matters_of_client(id)? {
            if !before.kept_matters.contains(&matter.id) && !before.matters.contains_key(&matter.id) {
                let name = self.matter_brief(&matter);
                came.push(label(&format!("{} {}", name.kind_label, name.no.unwrap_or_default()), stays.clone()));
            }
        }
        Ok(came)
    }
}

/// Gives a field back what it was, unless somebody changed it since.
fn restore<T: Clone + PartialEq>(current: &mut T, after: &T, old: &T) {
    if current == after {
        *current = old.clone();
    }
}
