//! What was done today, the last first, and taking it back. The audit knows what was done; whether it still holds, the
//! records and decisions themselves say.

use crate::OfficeError;
use crate::clients::act_words;
use crate::office::Office;
use crate::rows::TaskFacts;
use crate::wire::{Changed, RecentAct, VoidRecord};
use chrono::DateTime;
use huifang_core::calendar::Now;
use huifang_core::domain::{Act, Decision, DecisionId, Record, RecordId, StaffRef, TaskId};
use huifang_core::engine::Edit;
use huifang_core::policy::Vocabulary;
use huifang_store::AuditRow;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// How many acts are shown.
const MOST_ACTS: usize = 20;
/// Among how many operations they are looked for.
const MOST_OPERATIONS: u32 = 400;

/// What an operation wrote that can be taken back as one.
enum Deed {
    Record(Record),
    /// One decision, or those of one bulk.
    Decisions {
        what: Option<String>,
        decisions: Vec<Decision>,
    },
}

impl Deed {
    fn is_undone(&self) -> bool {
        match self {
            Self::Record(record) => record.voided,
            Self::Decisions { decisions, .. } => decisions.iter().all(|d| d.voided),
        }
    }

    /// A draw that was made void is drawn again, not brought back.
    fn stays(&self) -> bool {
        matches!(self, Self::Decisions { decisions, .. } if decisions.iter().any(|d| matches!(d.act, Act::VoidDraw { .. })))
    }
}

impl Office {
    /// What was done today, the last first.
    ///
    /// # Errors
    /// The store's.
    pub fn recent_acts(&self, now: Now) -> Result<Vec<RecentAct>, OfficeError> {
        let mut acts = Vec::new();
        for row in self.store.read().audit_tail(MOST_OPERATIONS)? {
            if acts.len() == MOST_ACTS || !is_of_today(&row, now) {
                break;
            }
            let Some(deed) = self.deed_of(&row)? else { continue };
            let state = if deed.is_undone() {
                "undone"
            } else if deed.stays() {
                "kept"
            } else {
                "open"
            };
            acts.push(RecentAct {
                act: row.seq.to_string(),
                at: time_of_day(row.at_ms, now),
                by: row.by.as_deref().map(|by| self.staff_called(&StaffRef::from(by))).unwrap_or_default(),
                what: self.deed_words(&deed)?,
                state: state.to_owned(),
            });
        }
        Ok(acts)
    }

    /// Takes back what was done: a record, a decision, or all decisions of one bulk.
    ///
    /// # Errors
    /// `not_found`, `act_too_old`, `act_undone`, `void_stays`.
    pub fn undo_act(&mut self, act: &str, now: Now) -> Result<Changed, OfficeError> {
        let not_found = || OfficeError::NotFound { noun: "操作", id: act.to_owned() };
        let seq: i64 = act.parse().map_err(|_| not_found())?;
        let row = self.store.read().audit_row(seq)?.ok_or_else(not_found)?;
        let deed = self.deed_of(&row)?.ok_or_else(not_found)?;
        if !is_of_today(&row, now) {
            let text = "只能撤销今天的操作。更早的,请在客户的页面上作废记录或撤销决定,并写明理由。";
            return Err(OfficeError::invalid("act_too_old", text));
        }
        if deed.is_undone() {
            return Err(OfficeError::invalid("act_undone", "这个操作已经撤销过"));
        }
        if deed.stays() {
            return Err(OfficeError::invalid("void_stays", "抽样作废不能撤销,请重新抽样"));
        }
        match deed {
            Deed::Record(record) => {
                self.void_record(&VoidRecord { record: record.id.0, reason: "当天撤销".to_owned() }, now)
            }
            Deed::Decisions { decisions, .. } => self.undo_decisions(seq, decisions, now),
        }
    }

    fn undo_decisions(&mut self, act: i64, mut decisions: Vec<Decision>, now: Now) -> Result<Changed, OfficeError> {
        decisions.retain(|decision| !decision.voided);
        self.write("undo_act", now, json!({ "act": act, "count": decisions.len() }), |tx, policies| {
            for decision in &decisions {
                tx.void_decision(&decision.id, true)?;
            }
            let voided: Vec<_> = decisions.iter().map(|d| Decision { voided: true, ..d.clone() }).collect();
            let edits = decisions.iter().zip(&voided).map(|(was, now)| Edit::Decision(Some(was), Some(now)));
            policies.replan(tx, now, &edits.collect::<Vec<_>>())
        })?;
        let line = match decisions.len() {
            1 => "已撤销这个决定".to_owned(),
            count => format!("已撤销,{count} 件恢复原样"),
        };
        Ok(Changed { changed: ["decision", "task", "client"].map(str::to_owned).to_vec(), line })
    }

    /// What the operation wrote; `None`: nothing that is taken back here, or its detail was blanked.
    fn deed_of(&self, row: &AuditRow) -> Result<Option<Deed>, OfficeError> {
        let Some(detail) = &row.detail else { return Ok(None) };
        let text = |value: &Value| value.as_str().map(str::to_owned);
        Ok(match row.op.as_str() {
            "record_follow_up" => {
                let id = detail.get("record").and_then(text);
                let record = id.map(|id| self.store.read().record(&RecordId(id))).transpose()?;
                record.flatten().map(Deed::Record)
            }
            "decide" => {
                let id = detail.get("decision").and_then(|d| d.get("id")).and_then(text);
                self.decided(None, id)?
            }
            "decide_many" => {
                let ids = detail.get("decisions").and_then(Value::as_array).into_iter().flatten().filter_map(text);
                self.decided(detail.get("what").and_then(text), ids)?
            }
            _ => None,
        })
    }

    fn decided(
        &self,
        what: Option<String>,
        ids: impl IntoIterator<Item = String>,
    ) -> Result<Option<Deed>, OfficeError> {
        let found = ids.into_iter().map(|id| self.store.read().decision(&DecisionId(id)));
        let decisions = found.filter_map(Result::transpose).collect::<Result<Vec<_>, _>>()?;
        Ok((!decisions.is_empty()).then_some(Deed::Decisions { what, decisions }))
    }

    fn deed_words(&self, deed: &Deed) -> Result<String, OfficeError> {
        let (client, parts) = match deed {
            Deed::Record(record) => {
                let tasks: BTreeSet<TaskId> = crate::worklist::settled_tasks(record).cloned().collect();
                let outcome = Vocabulary::shipped().name("outcome", record.outcome.code()).to_owned();
                (record.client.clone(), vec![outcome, self.titles_of(&tasks)?])
            }
            Deed::Decisions { what: Some(what), decisions } => {
                (None, vec![format!("{} 件", decisions.len()), what.clone()])
            }
            Deed::Decisions { what: None, decisions } => {
                let Some(decision) = decisions.first() else { return Ok(String::new()) };
                let facts = TaskFacts::of(self, &[])?;
                let tasks: BTreeSet<TaskId> = decision.act.task().cloned().into_iter().collect();
                let row = self.store.read().tasks(&tasks)?.pop();
                let client = decision.act.client().cloned().or_else(|| row.and_then(|row| row.client));
                (client, vec![act_words(&facts, &decision.act), self.titles_of(&tasks)?])
            }
        };
        let client = client.map(|id| self.store.read().client(&id)).transpose()?.flatten().map(|c| c.name);
        let words = client.into_iter().chain(parts).filter(|part| !part.is_empty());
        Ok(words.collect::<Vec<_>>().join(" · "))
    }

    fn titles_of(&self, tasks: &BTreeSet<TaskId>) -> Result<String, OfficeError> {
        let rows = self.store.read().tasks(tasks)?;
        let title =
            |pack: &str, rule: &str| self.rule_ever(pack, rule).map_or_else(|| rule.to_owned(), |r| r.title.clone());
        let titles: BTreeSet<_> = rows.iter().map(|row| title(&row.pack, &row.rule)).collect();
        Ok(titles.into_iter().collect::<Vec<_>>().join("、"))
    }
}

/// `14:03` in the office's zone.
fn time_of_day(at_ms: i64, now: Now) -> String {
    let at = DateTime::from_timestamp_millis(at_ms).map(|at| at.with_timezone(&now.zone));
    at.map(|at| at.format("%H:%M").to_string()).unwrap_or_default()
}

fn is_of_today(row: &AuditRow, now: Now) -> bool {
    let at = DateTime::from_timestamp_millis(row.at_ms).map(|at| at.with_timezone(&now.zone).date_naive());
    at == Some(now.today)
}
