//! Changing a matter by hand: milestones added, corrected, struck out; fields; who takes part; the matter struck out and back.

use super::kinds::{PROBLEM, severity};
use super::supposed::Supposed;
use super::values::{known_since, milestone_kind, moment, odd_days};
use crate::OfficeError;
use crate::office::Office;
use crate::wire::{Changed, CorrectMatter, MatterEdit, MatterForesight, MatterWritten};
use huifang_core::calendar::Now;
use huifang_core::domain::{Matter, MatterId, Milestone, MilestoneId, StaffRef};
use huifang_core::engine::Edit;
use huifang_core::policy::Vocabulary;
use huifang_store::{StruckMatter, StruckMilestone, Tx};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// A change that was read: the matter before and after, and what is kept beside it.
struct Edited {
    /// As the rules read it so far; none: it was struck out.
    was: Option<Matter>,
    /// As they would read it; none: struck out.
    is: Option<Matter>,
    kept: Kept,
    /// Names of what no import may overwrite from now on.
    holds: Vec<String>,
    milestone: Option<MilestoneId>,
    line: String,
}

/// What is kept of something struck out.
enum Kept {
    Nothing,
    Milestone(StruckMilestone),
    MilestoneBack(MilestoneId),
    Matter(StruckMatter),
    MatterBack(MatterId),
}

impl Edited {
    fn of(was: Matter, is: Matter, line: String) -> Self {
        Self { was: Some(was), is: Some(is), kept: Kept::Nothing, holds: Vec::new(), milestone: None, line }
    }
}

impl Office {
    /// What the change would bring. Nothing is written.
    ///
    /// # Errors
    /// As for making it, but for a reason that is not given yet.
    pub fn foresee_edit(&self, wish: &MatterEdit, now: Now) -> Result<MatterForesight, OfficeError> {
        let reason = if wish.reason.trim().is_empty() { "—" } else { &wish.reason };
        let edited = self.read_edit(&MatterEdit { reason: reason.to_owned(), ..wish.clone() }, now)?;
        let supposed = Supposed { was: edited.was.as_ref(), is: edited.is.as_ref(), client: None };
        let mut lines = self.foreseen(&supposed, now)?;
        // What further milestones would bring was shown when it was registered.
        lines.retain(|line| line.sort != "later");
        let shown = edited.is.as_ref().or(edited.was.as_ref());
        Ok(MatterForesight {
            no: shown.and_then(|m| m.no.clone()).unwrap_or_default(),
            lines,
            warnings: edited.is.as_ref().map(|m| odd_days(m, now.today)).unwrap_or_default(),
        })
    }

    /// Makes the change, and asks the policies what follows. The audit keeps the matter as it was.
    ///
    /// # Errors
    /// `not_found`; `reason_missing`; `unknown_act`; `unknown_milestone`; `unknown_field`; `bad_value`; `bad_day`;
    /// `number_taken`; `last_milestone`; `problem_milestone`.
    pub fn edit_matter(&mut self, wish: &MatterEdit, now: Now) -> Result<MatterWritten, OfficeError> {
        let Edited { was, is, kept, holds, milestone, line } = self.read_edit(wish, now)?;
        let id = MatterId::from(wish.matter.as_str());
        let mut held = self.store.read().held_fields_of_matter(&id)?;
        held.extend(holds);
        let detail = json!({ "matter": wish.matter, "act": wish.act, "reason": wish.reason, "was": &was, "is": &is });
        let asked = self.write("edit_matter", now, detail, |tx, rules| {
            if let (Some(is), Kept::Nothing | Kept::Milestone(_) | Kept::MilestoneBack(_)) = (&is, &kept) {
                tx.put_matter(is)?;
                tx.hold_matter_fields(&id, &held)?;
            }
            keep(tx, &id, &kept, now)?;
            Ok(rules.replan(tx, now, &[Edit::Matter(was.as_ref(), is.as_ref())])?.new.len())
        })?;
        let tasks = if asked > 0 { format!(",生成 {asked} 件任务") } else { String::new() };
        let shown = is.as_ref().or(was.as_ref());
        Ok(MatterWritten {
            matter: wish.matter.clone(),
            no: shown.and_then(|m| m.no.clone()),
            client: shown.and_then(|m| m.participants.first()).map(|p| p.client.to_string()),
            milestone: milestone.map(|id| id.to_string()),
            line: line + &tasks,
            changed: ["matter", "task", "client"].map(str::to_owned).to_vec(),
        })
    }

    /// Sets a field of a matter; no import overwrites it afterwards.
    ///
    /// # Errors
    /// `not_found`; `unknown_field`; `bad_value`.
    pub fn correct_matter(&mut self, wish: &CorrectMatter, now: Now) -> Result<Changed, OfficeError> {
        let edit = MatterEdit {
            matter: wish.matter.clone(),
            act: "correct".to_owned(),
            milestone: None,
            kind: None,
            on: None,
            note: String::new(),
            fields: [(wish.field.clone(), wish.value.clone())].into(),
            participants: Vec::new(),
            reason: wish.reason.clone(),
        };
        let written = self.edit_matter(&edit, now)?;
        Ok(Changed { changed: written.changed, line: "已更正".to_owned() })
    }

    fn read_edit(&self, wish: &MatterEdit, now: Now) -> Result<Edited, OfficeError> {
        let id = MatterId::from(wish.matter.as_str());
        if wish.act == "restore" {
            return self.read_restore(id);
        }
        let found = self.store.read().matter(&id)?;
        let matter = found.ok_or_else(|| OfficeError::NotFound { noun: "事项", id: id.to_string() })?;
        let needs_reason = ["correct_milestone", "strike_milestone", "participants", "strike"];
        if needs_reason.contains(&wish.act.as_str()) && wish.reason.trim().is_empty() {
            return Err(OfficeError::invalid("reason_missing", "请写明理由,日后要能说清"));
        }
        if wish.act.ends_with("_milestone") && matter.kind == PROBLEM {
            return Err(OfficeError::invalid("problem_milestone", "问题单的整改和办结在「问题整改」里登记"));
        }
        match wish.act.as_str() {
            "add_milestone" => self.read_add(matter, wish, now),
            "correct_milestone" => self.read_correct(matter, wish, now),
            "strike_milestone" | "undo_milestone" => self.read_strike_milestone(matter, wish, now),
            "restore_milestone" => self.read_restore_milestone(matter, wish),
            "correct" => self.read_fields(matter, wish, now),
            "participants" => self.read_participants(matter, wish),
            "strike" => Ok(self.read_strike(matter, wish, now)),
            other => Err(OfficeError::invalid("unknown_act", format!("没有这种更改:{other}"))),
        }
    }

    fn read_add(&self, was: Matter, wish: &MatterEdit, now: Now) -> Result<Edited, OfficeError> {
        let kind = milestone_kind(&was.kind, wish.kind.as_deref().unwrap_or_default())?;
        let on = moment(wish.on.as_deref(), now.today)?;
        let struck = self.store.read().struck_milestones(&was.id)?;
        let taken: BTreeSet<&MilestoneId> = struck.iter().map(|s| &s.milestone.id).collect();
        let mut is = was.clone();
        // A number that was struck out is not given again: what was done about that one was not done about this one.
        let free = (1..).map(|n| MilestoneId(format!("{}/{kind}/{n}", was.id)));
        let free = free.filter(|id| !taken.contains(id) && was.milestones.iter().all(|m| &m.id != id));
        let id = free.take(1).next().unwrap_or_else(|| MilestoneId(format!("{}/{kind}", was.id)));
        let known = known_since(on, now.today);
        let note = wish.note.trim().to_owned();
        is.milestones.push(Milestone { id: id.clone(), kind: kind.to_owned(), on, known, note });
        let line = format!("{} {}", self.name_of(&was), Vocabulary::shipped().milestone(&was.kind, kind));
        Ok(Edited { milestone: Some(id), ..Edited::of(was, is, line) })
    }

    fn read_correct(&self, was: Matter, wish: &MatterEdit, now: Now) -> Result<Edited, OfficeError> {
        let mut is = was.clone();
        let milestone = find(&mut is, wish)?;
        if let Some(on) = &wish.on {
            let on = moment(Some(on), now.today)?;
            if on != milestone.on {
                (milestone.on, milestone.known) = (on, known_since(on, now.today));
            }
        }
        milestone.note = wish.note.trim().to_owned();
        let hold = format!("on.{}", milestone.kind);
        let line = format!("已更正{}的「{}」", self.name_of(&was), label_of(&was, &milestone.kind));
        Ok(Edited { holds: vec![hold], ..Edited::of(was, is, line) })
    }

    fn read_strike_milestone(&self, was: Matter, wish: &MatterEdit, now: Now) -> Result<Edited, OfficeError> {
        let mut is = was.clone();
        let milestone = find(&mut is, wish)?.clone();
        if was.milestones.len() == 1 {
            let text = "这是唯一的节点。要作废整件事项,请用「划去事项」;要改日期,请更正它";
            return Err(OfficeError::invalid("last_milestone", text));
        }
        is.milestones.retain(|m| m.id != milestone.id);
        let undone = wish.act == "undo_milestone";
        let reason = if undone { "刚登记就撤销" } else { wish.reason.trim() };
        // One that was just added by mistake says nothing about what a list may bring later.
        let holds = if undone { Vec::new() } else { vec![format!("on.{}", milestone.kind)] };
        let line = format!("已划去{}的「{}」", self.name_of(&was), label_of(&was, &milestone.kind));
        let by = self.me.as_ref().map(|me| StaffRef(me.0.clone()));
        let struck = StruckMilestone { milestone, reason: reason.to_owned(), by, at_ms: now.instant_ms };
        Ok(Edited { kept: Kept::Milestone(struck), holds, ..Edited::of(was, is, line) })
    }

    fn read_restore_milestone(&self, was: Matter, wish: &MatterEdit) -> Result<Edited, OfficeError> {
        let wanted = wish.milestone.as_deref().unwrap_or_default();
        let struck = self.store.read().struck_milestones(&was.id)?;
        let found = struck.into_iter().find(|s| s.milestone.id.as_str() == wanted);
        let found = found.ok_or_else(|| OfficeError::NotFound { noun: "节点", id: wanted.to_owned() })?;
        let mut is = was.clone();
        let line = format!("已恢复{}的「{}」", self.name_of(&was), label_of(&was, &found.milestone.kind));
        let id = found.milestone.id.clone();
        is.milestones.push(found.milestone);
        Ok(Edited { kept: Kept::MilestoneBack(id), ..Edited::of(was, is, line) })
    }

    fn read_fields(&self, was: Matter, wish: &MatterEdit, now: Now) -> Result<Edited, OfficeError> {
        let mut is = was.clone();
        for (name, value) in &wish.fields {
            self.set_any(&mut is, name, value, now)?;
        }
        let line = format!("已更正{}", self.name_of(&is));
        Ok(Edited { holds: wish.fields.keys().cloned().collect(), ..Edited::of(was, is, line) })
    }

    fn set_any(&self, matter: &mut Matter, name: &str, value: &Value, now: Now) -> Result<(), OfficeError> {
        let text = value.as_str().map(str::trim).filter(|text| !text.is_empty());
        match name {
            "severity" => matter.severity = severity(text)?,
            "handler" => matter.handler = self.handler(text),
            "department" => matter.department = text.map(str::to_owned),
            "no" if text != matter.no.as_deref() => {
                let day = matter.milestones.iter().map(|m| m.on.day).min().unwrap_or(now.today);
                matter.no = Some(self.free_number(&matter.kind, text.unwrap_or_default(), day)?);
            }
            "no" => {}
            _ => self.set_matter_field(matter, name, value)?,
        }
        Ok(())
    }

    fn read_participants(&self, was: Matter, wish: &MatterEdit) -> Result<Edited, OfficeError> {
        let mut is = was.clone();
        is.participants = self.participants(&wish.participants)?;
        if is.participants.is_empty() && !self.may_be_nobody(&is.kind) {
            let text = format!("{}要说明是哪位客户", self.kind_label(&is.kind));
            return Err(OfficeError::invalid("client_missing", text));
        }
        let line = format!("已更正{}的客户", self.name_of(&was));
        Ok(Edited { holds: vec!["participants".to_owned()], ..Edited::of(was, is, line) })
    }

    fn read_strike(&self, was: Matter, wish: &MatterEdit, now: Now) -> Edited {
        let by = self.me.as_ref().map(|me| StaffRef(me.0.clone()));
        let reason = wish.reason.trim().to_owned();
        let struck = StruckMatter { id: was.id.clone(), on: now.today, by, reason };
        let line = format!("已划去{},30 天内可从回收站恢复", self.name_of(&was));
        Edited { is: None, kept: Kept::Matter(struck), ..Edited::of(was.clone(), was, line) }
    }

    fn read_restore(&self, id: MatterId) -> Result<Edited, OfficeError> {
        if self.store.read().struck_matter(&id)?.is_none() {
            return Err(OfficeError::NotFound { noun: "划去的事项", id: id.to_string() });
        }
        let found = self.store.read().matter_ever(&id)?;
        let matter = found.ok_or_else(|| OfficeError::NotFound { noun: "事项", id: id.to_string() })?;
        let line = format!("已恢复{}", self.name_of(&matter));
        Ok(Edited { was: None, kept: Kept::MatterBack(id), ..Edited::of(matter.clone(), matter, line) })
    }

    /// 投诉 TS260017.
    pub(super) fn name_of(&self, matter: &Matter) -> String {
        let label = self.kind_label(&matter.kind);
        matter.no.as_ref().map_or_else(|| label.clone(), |no| format!("{label} {no}"))
    }
}

fn keep(tx: &mut Tx<'_>, id: &MatterId, kept: &Kept, now: Now) -> Result<(), OfficeError> {
    match kept {
        Kept::Nothing => {}
        Kept::Milestone(struck) => tx.keep_struck_milestone(id, struck)?,
        Kept::MilestoneBack(milestone) => tx.forget_struck_milestone(id, milestone)?,
        Kept::Matter(struck) => tx.strike_matter(struck, now.instant_ms)?,
        Kept::MatterBack(id) => tx.restore_matter(id)?,
    }
    Ok(())
}

fn label_of<'m>(matter: &Matter, kind: &'m str) -> &'m str {
    Vocabulary::shipped().milestone(&matter.kind, kind)
}

fn find<'m>(matter: &'m mut Matter, wish: &MatterEdit) -> Result<&'m mut Milestone, OfficeError> {
    let wanted = wish.milestone.as_deref().unwrap_or_default();
    let found = matter.milestones.iter_mut().find(|m| m.id.as_str() == wanted);
    found.ok_or_else(|| OfficeError::NotFound { noun: "节点", id: wanted.to_owned() })
}
