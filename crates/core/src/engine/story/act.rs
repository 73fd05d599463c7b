//! What people do in a story: follow-up records, and decisions.

use super::happen::read_day;
use super::stage::{Seen, Stage};
use super::words::{ANSWER, after, parts};
use crate::domain::{
    Act, Channel, Decision, DecisionId, FieldValue, MatterId, Outcome, Purpose, Record, RecordId, Settlement, StaffRef,
    TaskId,
};
use crate::policy::TaskAction;
use chrono::NaiveDate;

impl Stage<'_> {
    /// `电话回访 张三 T1:接通,满意,由 林晓`. Words after the client name the tasks on the list that it answers; without
    /// them it answers none, and counts for quotas alone.
    pub(super) fn record(&mut self, channel: &str, business: bool, whom: &str, how: &str) -> Result<(), String> {
        let (name, words) = whom.split_once(' ').unwrap_or((whom, ""));
        let tasks = if words.is_empty() { Vec::new() } else { self.on_list(name, words)? };
        let act = self.next_act();
        let mut record = Record {
            id: RecordId(format!("r{act}")),
            client: Some(self.client_named(name)),
            matter: None,
            on: self.today,
            channel: Channel::parse(channel).ok_or("渠道")?,
            outcome: Outcome::Reached,
            satisfied: None,
            by: None,
            recorder: None,
            purpose: if business { Purpose::Business } else { Purpose::FollowUp },
            again_on: None,
            again_minute: None,
            phone: None,
            moved_from: None,
            note: String::new(),
            settles: Vec::new(),
            voided: false,
            at_ms: act,
        };
        for part in parts(how) {
            self.record_part(&mut record, part)?;
        }
        record.matter = tasks.first().and_then(|(_, matter, _)| matter.clone());
        record.settles = tasks.into_iter().map(|(id, _, rule)| self.settlement(id, &rule, &record, how)).collect();
        self.facts.records.push(record);
        Ok(())
    }

    fn record_part(&self, record: &mut Record, part: &str) -> Result<(), String> {
        if let Some((code, _)) = self.vocabulary.section("outcome").find(|(_, name)| *name == part) {
            record.outcome = Outcome::parse(code).ok_or("结果")?;
        } else if after(part, ANSWER).is_some() {
            // The forms of the tasks say what is answered.
        } else if let Some(person) = after(part, "由") {
            record.by = Some(StaffRef::from(person));
        } else if let Some(day) = after(part, "约") {
            record.again_on = Some(read_day(day)?);
        } else {
            record.satisfied = match part {
                "满意" => Some(true),
                "不满意" => Some(false),
                _ => return Err("结果(接通、未接 …)、满意、不满意、由 某人、约 日期、答 栏目 值".to_owned()),
            };
        }
        Ok(())
    }

    /// What the record says about one of its tasks, with the answers of its form.
    fn settlement(&self, id: TaskId, rule: &str, record: &Record, how: &str) -> Settlement {
        let form = self.pack.rule(rule).and_then(|r| r.form.as_deref()).and_then(|form| self.pack.form(form));
        let answer = |part: &str| {
            let said = after(part, ANSWER)?;
            let (label, value) = said.split_once(' ').unwrap_or((said, ""));
            let field = form.and_then(|f| f.fields.iter().find(|field| field.label == label || field.id == label));
            let value = if value.is_empty() { FieldValue::Bool(true) } else { FieldValue::from(value.trim()) };
            Some((field.map_or(label, |f| f.id.as_str()).to_owned(), value))
        };
        Settlement {
            rule: Some(format!("{}/{rule}", self.pack.id)),
            form: form.map(|f| f.id.clone()),
            answers: parts(how).filter_map(answer).collect(),
            satisfied: record.satisfied,
            ..Settlement::task(id)
        }
    }

    fn on_list(&mut self, name: &str, words: &str) -> Result<Vec<(TaskId, Option<MatterId>, String)>, String> {
        let listed = |seen: &&Seen| seen.view.state.is_listed();
        let all = format!("{name} {words}");
        let views = self.views();
        let found = views.iter().filter(listed).filter(|seen| named(seen, &all)).map(|seen| &seen.view.task.emission);
        let tasks: Vec<_> = found.map(|e| (e.id.clone(), e.matter.clone(), e.key.rule.clone())).collect();
        if tasks.is_empty() { Err(format!("当天有 {all} 的待办任务")) } else { Ok(tasks) }
    }

    /// `停访 张三 至 2026-03-01:住院`, `恢复 张三`, `不再联系 张三`, `免访 张三 T1`, `失访 …`, `重开 …`, `改期 张三 T1 至 2026-10-09`,
    /// `改派 张三 T1 给 林晓`. `None`: the first word is no decision.
    pub(super) fn decide(&mut self, verb: &str, whom: &str, reason: &str) -> Option<Result<(), String>> {
        let split = |word: &str| whom.split_once(&format!(" {word} ")).unwrap_or((whom, ""));
        let (until, set, given) = (split("至"), split("至"), split("给"));
        Some(match verb {
            "停访" => self.pause(until.0, until.1, reason),
            "恢复" => {
                let client = self.client_named(whom);
                let halts = self.facts.decisions.iter_mut().filter(|d| d.act.halts() == Some(&client));
                halts.for_each(|d| d.voided = true);
                Ok(())
            }
            "不再联系" => {
                let client = self.client_named(whom);
                self.note(Act::DoNotContact { client }, reason);
                Ok(())
            }
            "免访" => self.about(whom, reason, |task| Act::Waive { task }),
            "失访" => self.about(whom, reason, |task| Act::GiveUp { task }),
            "重开" => self.about(whom, reason, |task| Act::Reopen { task }),
            "改派" => self.about(given.0, reason, |task| Act::Reassign { task, to: StaffRef::from(given.1) }),
            "改期" => read_day(set.1).and_then(|due| self.about(set.0, reason, |task| Act::Reschedule { task, due })),
            _ => return None,
        })
    }

    /// `办完 月度分析`: the duty or step on the list is done.
    pub(super) fn finish(&mut self, words: &str, reason: &str) -> Result<(), String> {
        let listed: Vec<_> = self.views().into_iter().filter(|s| s.view.state.is_listed() && named(s, words)).collect();
        let tasks: Vec<_> = listed.into_iter().map(|s| s.view.task.emission).collect();
        if tasks.is_empty() {
            return Err(format!("当天有 {words} 的待办任务"));
        }
        if let Some(contact) = tasks.iter().find(|e| e.action == TaskAction::Contact) {
            return Err(format!("{} 是回访,要有回访记录", contact.key.rule));
        }
        tasks.into_iter().for_each(|e| self.note(Act::Finish { task: e.id }, reason));
        Ok(())
    }

    fn pause(&mut self, name: &str, until: &str, reason: &str) -> Result<(), String> {
        let until: Option<NaiveDate> = if until.is_empty() { None } else { Some(read_day(until)?) };
        let client = self.client_named(name);
        self.note(Act::Pause { client, until }, reason);
        Ok(())
    }

    fn about(&mut self, words: &str, reason: &str, act: impl Fn(TaskId) -> Act) -> Result<(), String> {
        let views = self.views();
        let tasks: Vec<_> = views.iter().filter(|s| named(s, words)).map(|s| s.view.task.emission.id.clone()).collect();
        if tasks.is_empty() {
            return Err(format!("有 {words} 的任务"));
        }
        for task in tasks {
            self.note(act(task), reason);
        }
        Ok(())
    }

    fn note(&mut self, act: Act, reason: &str) {
        let number = self.next_act();
        self.facts.decisions.push(Decision {
            id: DecisionId(format!("d{number}")),
            on: self.today,
            act,
            by: None,
            approver: None,
            reason: reason.to_owned(),
            voided: false,
            at_ms: number,
        });
    }
}

/// Whether every word names the task.
pub(super) fn named(seen: &Seen, words: &str) -> bool {
    words.split_whitespace().all(|word| seen.words.contains(word))
}
