//! One decision about many tasks: reassigned, postponed or waived in one operation with one audit row, so that it is
//! undone as one. Here stands also what every decision about a task is checked by.

use crate::OfficeError;
use crate::follow_up::day;
use crate::office::Office;
use crate::wire::{DecideMany, DecidedMany};
use chrono::NaiveDate;
use huifang_core::calendar::Now;
use huifang_core::domain::{Act, Decision, DecisionId, StaffRef, TaskId, short_hash};
use huifang_core::engine::Edit;
use huifang_store::TaskRow as StoredTask;
use serde_json::json;
use std::collections::BTreeSet;

/// Such a decision, understood.
enum Wanted {
    Reschedule(NaiveDate),
    Reassign(StaffRef),
    Waive,
}

impl Wanted {
    fn about(&self, task: TaskId) -> Act {
        match self {
            Self::Reschedule(due) => Act::Reschedule { task, due: *due },
            Self::Reassign(to) => Act::Reassign { task, to: to.clone() },
            Self::Waive => Act::Waive { task },
        }
    }

    fn words(&self, office: &Office) -> String {
        match self {
            Self::Reschedule(due) => format!("改期到 {due}"),
            Self::Reassign(to) => format!("改由 {} 负责", office.staff_called(to)),
            Self::Waive => "免访".to_owned(),
        }
    }
}

impl Office {
    /// Decides the same about all the tasks, or about none of them.
    ///
    /// # Errors
    /// `no_task`, `not_found`, `bulk_ended`; `reason_missing`, `approver_missing`, `past_latest`; `bad_day`, `past_day`,
    /// `no_staff`, `unknown_act`.
    pub fn decide_many(&mut self, wish: &DecideMany, now: Now) -> Result<DecidedMany, OfficeError> {
        let wanted = self.wanted(wish, now)?;
        let tasks = self.tasks_to_decide(wish)?;
        let approver = self.approver_of(wish.approver.as_deref())?;
        for task in &tasks {
            refuse_unapproved(&wanted.about(task.id.clone()), task, approver.as_ref())?;
        }
        let decisions = self.many(&wanted, &tasks, approver, wish.reason.trim(), now)?;
        let what = wanted.words(self);
        let ids: Vec<_> = decisions.iter().map(|d| d.id.as_str()).collect();
        let detail = json!({ "act": wish.act, "what": what, "reason": wish.reason.trim(), "decisions": ids });
        self.write("decide_many", now, detail, |tx, policies| {
            for decision in &decisions {
                tx.put_decision(decision)?;
            }
            let edits: Vec<_> = decisions.iter().map(|d| Edit::Decision(None, Some(d))).collect();
            policies.replan(tx, now, &edits)
        })?;
        Ok(DecidedMany {
            act: self.store.read().audit_head()?.0.to_string(),
            count: tasks.len() as u32,
            changed: ["decision", "task"].map(str::to_owned).to_vec(),
            line: format!("{} 件{what}", tasks.len()),
        })
    }

    fn wanted(&self, wish: &DecideMany, now: Now) -> Result<Wanted, OfficeError> {
        if wish.reason.trim().is_empty() && wish.act != "reassign" {
            return Err(OfficeError::invalid("reason_missing", "请写明理由,日后要能说清"));
        }
        match wish.act.as_str() {
            "waive" => Ok(Wanted::Waive),
            "reassign" => {
                let to = wish.to.as_deref().filter(|to| !to.is_empty());
                let to = to.ok_or_else(|| OfficeError::invalid("no_staff", "请选择改由谁负责"))?;
                Ok(Wanted::Reassign(self.known_staff(to)?))
            }
            "reschedule" => {
                let text = wish.day.as_deref().filter(|d| !d.is_empty());
                let text = text.ok_or_else(|| OfficeError::invalid("bad_day", "请填写日期"))?;
                let due = day(Some(text), now.today, "day")?;
                if due < now.today {
                    return Err(OfficeError::invalid("past_day", format!("{due} 已经过去,请改到今天或以后")));
                }
                Ok(Wanted::Reschedule(due))
            }
            other => Err(OfficeError::invalid("unknown_act", format!("没有这种整批决定:{other}"))),
        }
    }

    /// The tasks, each once; what has ended is not decided about any more.
    fn tasks_to_decide(&self, wish: &DecideMany) -> Result<Vec<StoredTask>, OfficeError> {
        let ids: BTreeSet<TaskId> = wish.tasks.iter().map(|id| TaskId::from(id.as_str())).collect();
        let tasks = self.store.read().tasks(&ids)?;
        if ids.is_empty() {
            return Err(OfficeError::invalid("no_task", "请先选中要处理的回访"));
        }
        if let Some(missing) = ids.iter().find(|id| !tasks.iter().any(|task| &task.id == *id)) {
            return Err(OfficeError::NotFound { noun: "回访任务", id: missing.to_string() });
        }
        let ended = tasks.iter().filter(|task| task.ended.is_some() || !task.asked).count();
        if ended > 0 {
            let text = format!("选中的回访里有 {ended} 件已经有结果或已撤回,请重新选择");
            return Err(OfficeError::invalid("bulk_ended", text));
        }
        Ok(tasks)
    }

    fn many(
        &self,
        wanted: &Wanted,
        tasks: &[StoredTask],
        approver: Option<StaffRef>,
        reason: &str,
        now: Now,
    ) -> Result<Vec<Decision>, OfficeError> {
        let ids: Vec<_> = tasks.iter().map(|task| task.id.clone()).collect();
        let (at_ms, stamp) = (self.act_time(&ids, now)?, self.stamp(now)?);
        let decision = |task: TaskId| Decision {
            id: DecisionId(short_hash(&["many", task.as_str(), &stamp])),
            on: now.today,
            act: wanted.about(task),
            by: self.me.as_ref().map(|id| StaffRef(id.0.clone())),
            approver: approver.clone(),
            reason: reason.to_owned(),
            voided: false,
            at_ms,
        };
        Ok(ids.into_iter().map(decision).collect())
    }

    /// The person who approved, where one is named.
    ///
    /// # Errors
    /// `not_found`.
    pub(crate) fn approver_of(&self, named: Option<&str>) -> Result<Option<StaffRef>, OfficeError> {
        named.map(str::trim).filter(|named| !named.is_empty()).map(|named| self.known_staff(named)).transpose()
    }
}

/// A waiver needs an approver, and so does a due day after the latest day of the policy.
///
/// # Errors
/// `approver_missing`, `past_latest`.
pub(crate) fn refuse_unapproved(act: &Act, task: &StoredTask, approver: Option<&StaffRef>) -> Result<(), OfficeError> {
    if approver.is_some() {
        return Ok(());
    }
    match (act, task.latest) {
        (Act::Waive { .. }, _) => Err(OfficeError::invalid("approver_missing", "免访须经批准,请写明由谁批准")),
        (Act::Reschedule { due, .. }, Some(latest)) if *due > latest => Err(OfficeError::Invalid {
            code: "past_latest",
            params: json!({ "latest": latest.to_string() }),
            text: format!("制度规定最迟 {latest},改到 {due} 须经批准。请写明由谁批准,或改到 {latest} 以前"),
        }),
        _ => Ok(()),
    }
}
