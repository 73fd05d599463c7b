//! Giving a client up as lost (失访): with a reason, after the policy's tries and channels, approved where the policy asks.

use crate::OfficeError;
use crate::finish::SettledBy;
use crate::office::Office;
use crate::rows::TaskFacts;
use crate::wire::{Decided, GiveUp, GiveUpTerms};
use huifang_core::calendar::Now;
use huifang_core::domain::{Act, Decision, DecisionId, StaffRef, TaskId, short_hash};
use huifang_core::engine::{Edit, Human, State};
use huifang_core::policy::{Tries, Vocabulary};
use huifang_store::TaskRow as StoredTask;
use serde_json::json;

/// Why a client is given up: code and words. Only the first depends on the tries; the last needs words of its own.
const REASONS: [(&str, &str); 6] = [
    (UNREACHABLE, "多次联系不上"),
    ("wrong_number", "号码有误,查不到新号码"),
    ("refused", "客户拒访"),
    ("moved", "已迁走或转出"),
    ("died", "已去世"),
    (OTHER, "其他原因"),
];
const UNREACHABLE: &str = "unreachable";
const OTHER: &str = "other";

impl Office {
    /// Gives the client of a task up.
    ///
    /// # Errors
    /// `not_found`, `not_a_contact`, `already_done`, `lost_reason_missing`, `reason_missing` (the other reason needs words),
    /// `tries_left`, `approver_missing`, `approver_post`.
    pub fn give_up(&mut self, wish: &GiveUp, now: Now) -> Result<Decided, OfficeError> {
        let row = self.task_row(&TaskId::from(wish.task.as_str()))?;
        let reason = reason_words(wish)?;
        let facts = TaskFacts::of(self, std::slice::from_ref(&row))?;
        if self.settled_by(&row) != SettledBy::Record {
            return Err(OfficeError::invalid("not_a_contact", "这不是回访,没有失访可言"));
        }
        if !matches!(facts.view(&row, now.today).state, State::Waiting | State::Open | State::Overdue) {
            return Err(OfficeError::invalid("already_done", "这件任务已经有结果"));
        }
        let terms = self.give_up_terms(&row, &facts.acts.of(&row.id));
        if wish.why == UNREACHABLE && !terms.left.is_empty() {
            let text = format!("制度要求试满才能按「多次联系不上」失访:{}。", terms.left);
            return Err(OfficeError::invalid("tries_left", text));
        }
        let approver = self.approver_of_loss(&terms, wish.approver.as_deref())?;
        let stamp = format!("{}/{}", now.instant_ms, self.store.read().audit_head()?.0);
        let decision = Decision {
            id: DecisionId(short_hash(&["decision", "give_up", &stamp])),
            on: now.today,
            act: Act::GiveUp { task: row.id.clone() },
            by: self.me.as_ref().map(|id| StaffRef(id.0.clone())),
            approver,
            reason,
            voided: false,
            at_ms: self.act_time(std::slice::from_ref(&row.id), now)?,
        };
        self.write("give_up", now, json!({ "decision": &decision }), |tx, rules| {
            tx.put_decision(&decision)?;
            rules.replan(tx, now, &[Edit::Decision(None, Some(&decision))])?;
            Ok(())
        })?;
        let changed = ["decision", "task", "client"].map(str::to_owned).to_vec();
        Ok(Decided {
            decision: Some(decision.id.to_string()), changed, line: "已按失访结束,仍计入分母".to_owned()
        })
    }

    /// The person who approved, where the policy asks for one: he must hold the post that it names.
    ///
    /// # Errors
    /// `approver_missing`, `approver_post`; `not_found`.
    fn approver_of_loss(&self, terms: &GiveUpTerms, named: Option<&str>) -> Result<Option<StaffRef>, OfficeError> {
        let named = named.map(str::trim).filter(|named| !named.is_empty());
        let Some(post) = &terms.approve else { return named.map(|named| self.known_staff(named)).transpose() };
        let Some(named) = named else {
            let text = format!("制度要求{post}批准才能按失访结束,请选择批准人");
            return Err(OfficeError::invalid("approver_missing", text));
        };
        let person = self.known_staff(named)?;
        let staff = self.store.read().staff_all()?;
        if person.find(&staff).is_none_or(|s| !s.active || s.role != *post) {
            return Err(OfficeError::invalid("approver_post", format!("批准人须是{post},请另选")));
        }
        Ok(Some(person))
    }

    /// The person who approved giving up the client of the task, however it was asked for.
    ///
    /// # Errors
    /// `not_found`; `approver_missing`, `approver_post`.
    pub(crate) fn approver_of_giving_up(
        &self,
        task: &TaskId,
        named: Option<&str>,
    ) -> Result<Option<StaffRef>, OfficeError> {
        let row = self.task_row(task)?;
        let facts = TaskFacts::of(self, std::slice::from_ref(&row))?;
        self.approver_of_loss(&self.give_up_terms(&row, &facts.acts.of(&row.id)), named)
    }

    /// What giving up asks for.
    pub(crate) fn give_up_terms(&self, row: &StoredTask, human: &Human) -> GiveUpTerms {
        let Some((_, tries)) = self.policies.tries_of(&row.pack, &row.rule) else {
            return GiveUpTerms { approve: None, left: String::new() };
        };
        let left = if tries.lost { left_words(tries, human.tries) } else { String::new() };
        GiveUpTerms { approve: tries.approve.clone(), left }
    }
}

fn reason_words(wish: &GiveUp) -> Result<String, OfficeError> {
    let found = REASONS.iter().find(|(code, _)| *code == wish.why);
    let (code, words) = found.ok_or_else(|| OfficeError::invalid("lost_reason_missing", "请选择为什么按失访结束"))?;
    match wish.note.trim() {
        "" if *code == OTHER => Err(OfficeError::invalid("reason_missing", "请写明理由,日后要能说清")),
        "" => Ok((*words).to_owned()),
        note => Ok(format!("{words}:{note}")),
    }
}

/// What of the policy's tries is not made yet: `还差 1 次,并改为上门再试 1 次`; empty: nothing.
fn left_words(tries: &Tries, made: u32) -> String {
    let first = tries.most.saturating_sub(made);
    let over = made.saturating_sub(tries.most);
    let further = tries.then.iter().enumerate().filter_map(|(place, channel)| {
        let left = (tries.most_then * (place as u32 + 1)).saturating_sub(over).min(tries.most_then);
        let name = Vocabulary::shipped().name("channel", channel.code());
        (left > 0).then(|| format!("改为{name}再试 {left} 次"))
    });
    let first = (first > 0).then(|| format!("还差 {first} 次"));
    first.into_iter().chain(further).collect::<Vec<_>>().join(",")
}
