//! A follow-up added by hand: somebody wants a client contacted once, though no policy asks for it.

use crate::OfficeError;
use crate::follow_up::day;
use crate::office::Office;
use crate::wire::{AskFor, Decided};
use huifang_core::calendar::Now;
use huifang_core::domain::{Act, Channel, ClientId, Decision, DecisionId, StaffRef, short_hash};
use huifang_core::engine::Edit;
use serde_json::json;

/// What it is called where nobody says.
const USUAL_TITLE: &str = "单独回访";

impl Office {
    /// Puts a follow-up on the list. Taken back like any decision (`void_decision`).
    ///
    /// # Errors
    /// `not_found`, `reason_missing`, `channel_missing`, `bad_day`, `past_day`; `client_halted` where the client is paused or
    /// not to be contacted on that day.
    pub fn ask_for(&mut self, wish: &AskFor, now: Now) -> Result<Decided, OfficeError> {
        let decision = self.decision_to_ask(wish, now)?;
        self.write("ask_for", now, json!({ "decision": &decision }), |tx, rules| {
            tx.put_decision(&decision)?;
            let summary = rules.replan(tx, now, &[Edit::Decision(None, Some(&decision))])?;
            if summary.new.is_empty() {
                let text = "这位客户在那一天停访或不再联系。请先恢复回访,或改到停访之后。";
                return Err(OfficeError::invalid("client_halted", text));
            }
            Ok(())
        })?;
        let changed = ["decision", "task", "client"].map(str::to_owned).to_vec();
        Ok(Decided { decision: Some(decision.id.to_string()), changed, line: "已加入回访名单".to_owned() })
    }

    fn decision_to_ask(&self, wish: &AskFor, now: Now) -> Result<Decision, OfficeError> {
        let client = self.store.read().client(&ClientId::from(wish.client.as_str()))?;
        let client = client.ok_or_else(|| OfficeError::NotFound { noun: "客户", id: wish.client.clone() })?;
        let reason = wish.reason.trim();
        if reason.is_empty() {
            return Err(OfficeError::invalid("reason_missing", "请写明为什么要联系,打电话的人要看得懂"));
        }
        let due = day(Some(&wish.day).filter(|day| !day.is_empty()).map(String::as_str), now.today, "day")?;
        if due < now.today {
            return Err(OfficeError::invalid("past_day", format!("{due} 已经过去,请填今天或以后的日期")));
        }
        let channel = Channel::parse(&wish.channel)
            .ok_or_else(|| OfficeError::invalid("channel_missing", "请选择用什么方式联系"))?;
        let assignee = wish.assignee.as_deref().filter(|named| !named.is_empty());
        let assignee = assignee.map(|named| self.known_staff(named)).transpose()?;
        let title = Some(wish.title.trim()).filter(|title| !title.is_empty()).unwrap_or(USUAL_TITLE).to_owned();
        let stamp = format!("{}/{}", now.instant_ms, self.store.read().audit_head()?.0);
        Ok(Decision {
            id: DecisionId(short_hash(&["decision", "ask", &stamp])),
            on: now.today,
            act: Act::Ask { client: client.id, due, title, channel, assignee },
            by: self.me.as_ref().map(|id| StaffRef(id.0.clone())),
            approver: None,
            reason: reason.to_owned(),
            voided: false,
            at_ms: now.instant_ms,
        })
    }
}
