//! What is done without a contact: steps and duties are finished by a person who says so, and that can be taken back.

use crate::OfficeError;
use crate::follow_up::day;
use crate::office::Office;
use crate::rows::{TaskFacts, task_of};
use crate::wire::{Changed, FinishedRow, VoidDecision};
use chrono::NaiveDate;
use huifang_core::calendar::Now;
use huifang_core::domain::{Act, Decision, DecisionId, Subject, TaskId};
use huifang_core::engine::{Edit, Emission, State, advance};
use huifang_core::policy::{RuleKind, TaskAction};
use huifang_store::TaskRow;
use serde_json::json;
use std::collections::{BTreeSet, HashMap};

/// How many finished pieces of work are listed.
const MOST_FINISHED: usize = 200;

/// What settles a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SettledBy {
    /// A contact with the client.
    Record,
    /// Somebody says that it is done.
    Finish,
    /// Somebody draws.
    Draw,
    /// The rectification of the problem is noted.
    Problem,
    /// Contacts with clients are counted.
    Count,
}

impl SettledBy {
    /// Stable code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Record => "record",
            Self::Finish => "finish",
            Self::Draw => "draw",
            Self::Problem => "problem",
            Self::Count => "count",
        }
    }

    /// What to do instead of recording a contact; none: that is what to do. A contact about what is counted settles it where
    /// one is enough.
    pub fn instead_of_a_record(self) -> Option<&'static str> {
        match self {
            Self::Record | Self::Count => None,
            Self::Finish => Some("办完了请点「办完」。"),
            Self::Draw => Some("请点「抽样」。"),
            Self::Problem => Some("这是整改一类的步骤,请在「问题整改」里登记整改完成。"),
        }
    }

    /// Why it cannot be finished by saying so; none: it can.
    fn unfinishable(self) -> Option<(&'static str, &'static str)> {
        match self {
            Self::Finish => None,
            Self::Record => Some(("finish_contact", "这是回访,不能只点办完。请填写回访记录。")),
            Self::Draw => Some(("finish_draw", "这是抽样,不能只点办完。请点「抽样」。")),
            Self::Problem => Some(("finish_problem", "整改要登记是谁整改的。请在「问题整改」里登记整改完成。")),
            Self::Count => Some(("finish_count", "这一件按回访了几位来数,够数时自己办结,不能点办完。")),
        }
    }
}

impl Office {
    /// What settles the task.
    pub(crate) fn settled_by(&self, row: &TaskRow) -> SettledBy {
        self.settled_by_of(&task_of(row).emission)
    }

    /// What settles what the emission asks for.
    pub(crate) fn settled_by_of(&self, emission: &Emission) -> SettledBy {
        let of_office = matches!(emission.key.subject, Subject::Office | Subject::Staff(_));
        if emission.action == TaskAction::Contact {
            return if of_office { SettledBy::Count } else { SettledBy::Record };
        }
        let rule = self.rule_ever(&emission.key.pack, &emission.key.rule);
        match rule.map(|rule| &rule.kind) {
            Some(RuleKind::Sample(_)) if of_office => SettledBy::Draw,
            Some(RuleKind::Quota(_)) => SettledBy::Count,
            Some(RuleKind::After(after)) if after.done_by.is_some() && after.anchor.matter == "problem" => {
                SettledBy::Problem
            }
            _ => SettledBy::Finish,
        }
    }

    /// The day on which the task is finished, if it can be: it was to be done then.
    ///
    /// # Errors
    /// `finish_contact`, `finish_draw`, `finish_problem`, `finish_count`; `already_done`, `not_asked`; `bad_day`,
    /// `future_day`, `not_open_then`, `not_found`.
    pub(crate) fn finish_day(&self, task: &TaskId, text: Option<&str>, now: Now) -> Result<NaiveDate, OfficeError> {
        let row = self.task_row(task)?;
        if let Some((code, text)) = self.settled_by(&row).unfinishable() {
            return Err(OfficeError::invalid(code, text));
        }
        let on = day(text, now.today, "day")?;
        if on > now.today {
            return Err(OfficeError::invalid("future_day", format!("办完的日期 {on} 还没到,请改为今天或以前")));
        }
        let facts = TaskFacts::of(self, std::slice::from_ref(&row))?;
        let view = advance(task_of(&row), facts.acts.of(&row.id), on);
        let (code, text) = match view.state {
            State::Open | State::Overdue | State::Paused => return Ok(on),
            State::Waiting => ("not_open_then", format!("这件事从 {} 开始办,{on} 还不能办完", row.opens)),
            State::Missed => {
                ("not_open_then", format!("这件事最迟 {},{on} 已过去,记为漏办。当时已办的,请填办完的那一天", view.due))
            }
            State::Withdrawn => ("not_asked", "制度已不再要求这件事".to_owned()),
            State::Done | State::Lost | State::Waived => ("already_done", "这件事已经有结果".to_owned()),
        };
        Err(OfficeError::invalid(code, text))
    }

    /// Takes a decision back: what it had ended, moved or stopped is as it was before.
    ///
    /// # Errors
    /// `reason_missing`, `not_found`, `decision_voided`, `void_stays`.
    pub fn void_decision(&mut self, wish: &VoidDecision, now: Now) -> Result<Changed, OfficeError> {
        let reason = wish.reason.trim();
        if reason.is_empty() {
            return Err(OfficeError::invalid("reason_missing", "请写明理由,日后要能说清"));
        }
        let id = DecisionId::from(wish.decision.as_str());
        let found = self.store.read().decision(&id)?;
        let was = found.ok_or_else(|| OfficeError::NotFound { noun: "决定", id: wish.decision.clone() })?;
        if was.voided {
            return Err(OfficeError::invalid("decision_voided", "这个决定已经撤销过"));
        }
        if matches!(was.act, Act::VoidDraw { .. }) {
            return Err(OfficeError::invalid("void_stays", "抽样作废不能撤销,请重新抽样"));
        }
        let voided = Decision { voided: true, ..was.clone() };
        self.write("void_decision", now, json!({ "decision": wish.decision, "reason": reason }), |tx, policies| {
            tx.void_decision(&id, true)?;
            policies.replan(tx, now, &[Edit::Decision(Some(&was), Some(&voided))])
        })?;
        let changed = ["decision", "task", "client"].map(str::to_owned).to_vec();
        Ok(Changed { changed, line: "已撤销这个决定".to_owned() })
    }

    /// What of the office's own work was finished, the latest first.
    ///
    /// # Errors
    /// The store's.
    pub fn finished(&self) -> Result<Vec<FinishedRow>, OfficeError> {
        let mut done = self.store.read().decisions_of_office()?;
        done.retain(|d| matches!(d.act, Act::Finish { .. }));
        done.sort_by_key(|d| std::cmp::Reverse((d.on, d.at_ms)));
        done.truncate(MOST_FINISHED);
        let ids: BTreeSet<TaskId> = done.iter().filter_map(|d| d.act.task().cloned()).collect();
        let tasks = self.store.read().tasks(&ids)?;
        let tasks: HashMap<&TaskId, &TaskRow> = tasks.iter().map(|row| (&row.id, row)).collect();
        let row = |decision: &Decision| {
            let task = tasks.get(decision.act.task()?)?;
            let title = self.rule_ever(&task.pack, &task.rule).map(|rule| rule.title.clone());
            Some(FinishedRow {
                decision: decision.id.to_string(),
                task: task.id.to_string(),
                title: title.unwrap_or_else(|| task.rule.clone()),
                because: task.because.clone(),
                on: decision.on.to_string(),
                by: decision.by.as_ref().map(|by| self.staff_called(by)).unwrap_or_default(),
                note: decision.reason.clone(),
                voided: decision.voided,
            })
        };
        Ok(done.iter().filter_map(row).collect())
    }
}
