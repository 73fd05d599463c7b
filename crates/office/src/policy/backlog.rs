//! The tasks that were overdue already when a pack was enabled: waived in one approved step, and taken back in one.

use crate::OfficeError;
use crate::office::Office;
use crate::rows::TaskFacts;
use crate::wire::{Backlog, Changed, PreviewRow, WaiveBacklog, WaiverBrief};
use chrono::{Days, NaiveDate};
use huifang_core::calendar::Now;
use huifang_core::domain::{Act, Decision, DecisionId, StaffRef, short_hash};
use huifang_core::engine::Edit;
use huifang_store::{BacklogWaiver, NewWaiver, Page, TaskRow, Worklist};
use serde_json::json;

/// How many are shown by name.
const FIRST_NAMES: usize = 20;

impl Office {
    /// What of the pack is overdue today, and what of it was waived before.
    ///
    /// # Errors
    /// The store's.
    pub fn backlog(&self, pack: &str, now: Now) -> Result<Backlog, OfficeError> {
        let tasks = self.overdue_of(pack, now.today)?;
        let first: Vec<_> = tasks.iter().take(FIRST_NAMES).cloned().collect();
        let facts = TaskFacts::of(self, &first)?;
        let rows = first.iter().map(|task| self.backlog_row(&facts, task));
        let waivers = self.store.read().backlog_waivers(pack)?;
        Ok(Backlog {
            count: tasks.len() as u32,
            rows: rows.collect(),
            waivers: waivers.iter().map(|waiver| self.waiver_brief(waiver)).collect(),
        })
    }

    fn backlog_row(&self, facts: &TaskFacts, task: &TaskRow) -> PreviewRow {
        let title = self.rule_of(&task.pack, &task.rule).map(|(_, rule)| rule.title.clone());
        PreviewRow {
            task: task.id.to_string(),
            client: facts.client(task.client.as_ref()).map(|c| c.name.clone()),
            no: facts.matter(task.matter.as_ref()).and_then(|m| m.no.clone()),
            title: title.unwrap_or_else(|| task.rule.clone()),
            was: None,
            due: task.due_now().to_string(),
            because: task.because.clone(),
        }
    }

    fn waiver_brief(&self, waiver: &BacklogWaiver) -> WaiverBrief {
        let name = |id: &str| self.staff_called(&StaffRef(id.to_owned()));
        WaiverBrief {
            id: waiver.id.to_string(),
            on: waiver.what.on.to_string(),
            by: waiver.what.by.as_deref().map(name).unwrap_or_default(),
            approver: name(&waiver.what.approver),
            reason: waiver.what.reason.clone(),
            count: waiver.what.decisions.len() as u32,
            undone: waiver.undone_ms.is_some(),
        }
    }

    fn overdue_of(&self, pack: &str, today: NaiveDate) -> Result<Vec<TaskRow>, OfficeError> {
        let yesterday = today.checked_sub_days(Days::new(1));
        let list = Worklist { pack: Some(pack.to_owned()), due_to: yesterday, ..Worklist::on(today) };
        Ok(self.store.read().worklist(&list, Page::first(u32::MAX))?)
    }

    /// Waives everything of the pack that is overdue today.
    ///
    /// # Errors
    /// `reason_missing`, `approver_missing`, `nothing_overdue`, `not_found`.
    pub fn waive_backlog(&mut self, wish: &WaiveBacklog, now: Now) -> Result<Changed, OfficeError> {
        let reason = wish.reason.trim();
        if reason.is_empty() {
            return Err(OfficeError::invalid("reason_missing", "请写明理由,日后要能说清"));
        }
        let approver = self.approver(&wish.approver)?;
        let tasks = self.overdue_of(&wish.pack, now.today)?;
        if tasks.is_empty() {
            return Err(OfficeError::invalid("nothing_overdue", "这份制度没有逾期的回访"));
        }
        let decisions = self.waivers_of(&tasks, &approver, reason, now)?;
        let waiver = NewWaiver {
            pack: wish.pack.clone(),
            on: now.today,
            at_ms: now.instant_ms,
            by: self.me.as_ref().map(|id| id.0.clone()),
            approver: approver.0.clone(),
            reason: reason.to_owned(),
            decisions: decisions.iter().map(|d| d.id.clone()).collect(),
        };
        let detail = json!({ "pack": wish.pack, "count": tasks.len(), "approver": &approver, "reason": reason });
        self.write("waive_backlog", now, detail, |tx, policies| {
            for decision in &decisions {
                tx.put_decision(decision)?;
            }
            tx.add_backlog_waiver(&waiver)?;
            let edits: Vec<_> = decisions.iter().map(|d| Edit::Decision(None, Some(d))).collect();
            policies.replan(tx, now, &edits)
        })?;
        Ok(changed(format!("已免访 {} 件,可以整批撤回", tasks.len())))
    }

    fn waivers_of(
        &self,
        tasks: &[TaskRow],
        approver: &StaffRef,
        reason: &str,
        now: Now,
    ) -> Result<Vec<Decision>, OfficeError> {
        let ids: Vec<_> = tasks.iter().map(|task| task.id.clone()).collect();
        let at_ms = self.act_time(&ids, now)?;
        let stamp = format!("{}/{}", now.instant_ms, self.store.read().audit_head()?.0);
        let decision = |task| Decision {
            id: DecisionId(short_hash(&["backlog", &format!("{task}"), &stamp])),
            on: now.today,
            act: Act::Waive { task },
            by: self.me.as_ref().map(|id| StaffRef(id.0.clone())),
            approver: Some(approver.clone()),
            reason: reason.to_owned(),
            voided: false,
            at_ms,
        };
        Ok(ids.into_iter().map(decision).collect())
    }

    /// Takes back what was waived at once.
    ///
    /// # Errors
    /// `not_found`, `waiver_undone`.
    pub fn undo_waiver(&mut self, id: &str, now: Now) -> Result<Changed, OfficeError> {
        let not_found = || OfficeError::NotFound { noun: "免访", id: id.to_owned() };
        let number: i64 = id.parse().map_err(|_| not_found())?;
        let waiver = self.store.read().backlog_waiver(number)?.ok_or_else(not_found)?;
        if waiver.undone_ms.is_some() {
            return Err(OfficeError::invalid("waiver_undone", "这次免访已经撤回过"));
        }
        let all = self.store.read().decisions_all()?;
        let mine = |d: &&Decision| !d.voided && waiver.what.decisions.contains(&d.id);
        let mine: Vec<Decision> = all.iter().filter(mine).cloned().collect();
        self.write("undo_waiver", now, json!({ "waiver": number, "pack": waiver.what.pack }), |tx, policies| {
            for decision in &mine {
                tx.void_decision(&decision.id, true)?;
            }
            tx.set_waiver_undone(number, now.instant_ms)?;
            let edits: Vec<_> = mine.iter().map(|d| Edit::Decision(Some(d), None)).collect();
            policies.replan(tx, now, &edits)
        })?;
        Ok(changed(format!("已撤回,{} 件重新列出", mine.len())))
    }
}

fn changed(line: String) -> Changed {
    Changed { changed: ["decision", "task"].map(str::to_owned).to_vec(), line }
}
