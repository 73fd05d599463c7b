//! Human decisions about tasks and clients: dated facts that no recomputation overwrites.

use crate::OfficeError;
use crate::clients::{act_words, staff_name};
use crate::desklist::refuse_unapproved;
use crate::follow_up::day;
use crate::office::Office;
use crate::rows::TaskFacts;
use crate::wire::{Decide, Decided, DecisionBrief};
use huifang_core::calendar::Now;
use huifang_core::domain::{Act, ClientId, Decision, DecisionId, StaffRef, TaskId, short_hash};
use huifang_core::engine::Edit;
use serde_json::json;

impl Office {
    /// Writes a decision; `resume` takes back every pause and do-not-contact of the client.
    ///
    /// # Errors
    /// `reason_missing`, `approver_missing`, `approver_post`, `past_latest`, `not_found`, or what does not make sense; of `finish` what `finish_day` says.
    pub fn decide(&mut self, wish: &Decide, now: Now) -> Result<Decided, OfficeError> {
        if wish.reason.trim().is_empty() && !["resume", "reassign", "finish"].contains(&wish.act.as_str()) {
            return Err(OfficeError::invalid("reason_missing", "请写明理由,日后要能说清"));
        }
        if wish.act == "resume" {
            return self.resume(wish, now);
        }
        let act = self.act_of(wish, now)?;
        let approver = match &act {
            Act::GiveUp { task } => self.approver_of_giving_up(task, wish.approver.as_deref())?,
            _ => self.approver_of(wish.approver.as_deref())?,
        };
        if let Some(task) = act.task() {
            refuse_unapproved(&act, &self.task_row(task)?, approver.as_ref())?;
        }
        let on = match &act {
            Act::Finish { task } => self.finish_day(task, wish.day.as_deref(), now)?,
            _ => now.today,
        };
        let named: Vec<_> = act.task().cloned().into_iter().collect();
        let stamp = format!("{}/{}", now.instant_ms, self.store.read().audit_head()?.0);
        let decision = Decision {
            id: DecisionId(short_hash(&["decision", &wish.act, &stamp])),
            on,
            act,
            by: self.me.as_ref().map(|id| StaffRef(id.0.clone())),
            approver,
            reason: wish.reason.trim().to_owned(),
            voided: false,
            at_ms: self.act_time(&named, now)?,
        };
        self.write("decide", now, json!({ "decision": &decision }), |tx, rules| {
            tx.put_decision(&decision)?;
            rules.replan(tx, now, &[Edit::Decision(None, Some(&decision))])?;
            Ok(())
        })?;
        let changed = ["decision", "task", "client"].map(str::to_owned).to_vec();
        let line = if wish.act == "finish" { "已办完" } else { "已记下这个决定" };
        Ok(Decided { decision: Some(decision.id.to_string()), changed, line: line.to_owned() })
    }

    fn resume(&mut self, wish: &Decide, now: Now) -> Result<Decided, OfficeError> {
        let client = self.client_of(wish)?;
        let halts: Vec<_> = self.store.read().decisions_of_client(&client)?;
        let halts: Vec<_> = halts.into_iter().filter(|d| !d.voided && d.act.halts() == Some(&client)).collect();
        self.write("resume", now, json!({ "client": client.as_str(), "reason": wish.reason }), |tx, rules| {
            for halt in &halts {
                tx.void_decision(&halt.id, true)?;
            }
            let edits: Vec<_> = halts.iter().map(|halt| Edit::Decision(Some(halt), None)).collect();
            rules.replan(tx, now, &edits)?;
            Ok(())
        })?;
        let changed = ["decision", "task", "client"].map(str::to_owned).to_vec();
        Ok(Decided { decision: None, changed, line: "已恢复回访".to_owned() })
    }

    fn act_of(&self, wish: &Decide, now: Now) -> Result<Act, OfficeError> {
        let of_task = |make: &dyn Fn(TaskId) -> Act| -> Result<Act, OfficeError> {
            let id = wish.task.as_deref().ok_or_else(|| OfficeError::invalid("no_task", "没有说明是哪一件任务"))?;
            Ok(make(self.task_row(&TaskId::from(id))?.id))
        };
        let needed_day = || match wish.day.as_deref() {
            None | Some("") => Err(OfficeError::invalid("bad_day", "请填写日期")),
            text => day(text, now.today, "day"),
        };
        match wish.act.as_str() {
            "waive" => of_task(&|task| Act::Waive { task }),
            "finish" => of_task(&|task| Act::Finish { task }),
            "give_up" => of_task(&|task| Act::GiveUp { task }),
            "reopen" => of_task(&|task| Act::Reopen { task }),
            "reschedule" => {
                let due = needed_day()?;
                of_task(&|task| Act::Reschedule { task, due })
            }
            "reassign" => {
                let to = wish.to.clone().ok_or_else(|| OfficeError::invalid("no_staff", "请选择改由谁负责"))?;
                let to = self.known_staff(&to)?;
                of_task(&|task| Act::Reassign { task, to: to.clone() })
            }
            "pause" => {
                let until = wish.day.as_deref().filter(|d| !d.is_empty()).map(|d| day(Some(d), now.today, "day"));
                Ok(Act::Pause { client: self.client_of(wish)?, until: until.transpose()? })
            }
            "do_not_contact" => Ok(Act::DoNotContact { client: self.client_of(wish)? }),
            other => Err(OfficeError::invalid("unknown_act", format!("没有这种决定:{other}"))),
        }
    }

    /// The person of staff with that identifier or name.
    pub(crate) fn known_staff(&self, named: &str) -> Result<StaffRef, OfficeError> {
        let found = StaffRef(named.to_owned()).find(&self.store.read().staff_all()?).map(|s| StaffRef(s.id.0.clone()));
        found.ok_or_else(|| OfficeError::NotFound { noun: "员工", id: named.to_owned() })
    }

    /// The person who approved.
    ///
    /// # Errors
    /// `approver_missing`, `not_found`.
    pub(crate) fn approver(&self, named: &str) -> Result<StaffRef, OfficeError> {
        match named.trim() {
            "" => Err(OfficeError::invalid("approver_missing", "请写明由谁批准")),
            named => self.known_staff(named),
        }
    }

    /// What the person of staff is called.
    pub(crate) fn staff_called(&self, person: &StaffRef) -> String {
        let staff = self.store.read().staff_all().unwrap_or_default();
        person.find(&staff).map_or_else(|| person.0.clone(), |s| s.name.clone())
    }

    fn client_of(&self, wish: &Decide) -> Result<ClientId, OfficeError> {
        let id = wish.client.as_deref().ok_or_else(|| OfficeError::invalid("no_client", "没有说明是哪位客户"))?;
        let client = self.store.read().client(&ClientId::from(id))?;
        client.map(|c| c.id).ok_or_else(|| OfficeError::NotFound { noun: "客户", id: id.to_owned() })
    }
}

/// What people decided about the task, newest first.
pub(crate) fn decision_briefs(facts: &TaskFacts, task: &TaskId) -> Vec<DecisionBrief> {
    let mut found: Vec<_> = facts.facts.decisions.iter().filter(|d| d.act.task() == Some(task)).collect();
    found.sort_by_key(|d| std::cmp::Reverse((d.at_ms, d.on)));
    let brief = |decision: &Decision| DecisionBrief {
        id: decision.id.to_string(),
        on: decision.on.to_string(),
        what: match &decision.approver {
            Some(approver) => format!("{}({}批准)", act_words(facts, &decision.act), staff_name(facts, approver)),
            None => act_words(facts, &decision.act),
        },
        by: decision.by.as_ref().map(|by| staff_name(facts, by)).unwrap_or_default(),
        note: decision.reason.clone(),
        voided: decision.voided,
    };
    found.into_iter().map(brief).collect()
}
