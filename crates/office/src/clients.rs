//! The archive: finding clients, and one client on one page.

use crate::OfficeError;
use crate::archive::wish_text;
use crate::office::Office;
use crate::rows::TaskFacts;
use crate::wire::{
    Changed, ClientList, ClientPage, ClientQuery, ClientRow, LabelValue, SetClass, TimelineItem, WhyLine,
};
use crate::worklist::{client_brief, label, matter_facts, phones};
use chrono::NaiveDate;
use huifang_core::calendar::Now;
use huifang_core::domain::{Act, ClassSpan, Client, ClientId, Decision, Matter, Record, Sex, StaffRef};
use huifang_core::engine::{Edit, State, TaskView, WhyNot, World, advance, why_not};
use huifang_core::policy::Vocabulary;
use huifang_store::{ClientLine, ClientSort, ClientsOnly, Listing, Page};
use serde_json::json;
use std::collections::BTreeSet;

impl Office {
    /// Clients who answer to the words, in the order wished for, a window at a time.
    ///
    /// # Errors
    /// `unknown_sort`; the store's.
    pub fn client_list(&self, query: &ClientQuery, now: Now) -> Result<ClientList, OfficeError> {
        let read = self.store.read();
        let page = Page { offset: query.offset, limit: query.limit.min(500) };
        let found = read.client_lines(&listing(query, now.today)?, page)?;
        let staff = read.staff_all()?;
        let named = |a: &StaffRef| a.find(&staff).map_or_else(|| a.0.clone(), |s| s.name.clone());
        let row = |line: &ClientLine| ClientRow {
            client: client_brief(&line.client, now.today),
            assignee: line.client.assignee.as_ref().map(named),
            matters: line.matters,
            open: line.open,
            last_contact: line.last_contact.map(|d| d.to_string()),
            next_due: line.next_due.map(|d| d.to_string()),
        };
        Ok(ClientList { total: found.total, rows: found.lines.iter().map(row).collect() })
    }

    /// The first clients whom the words find.
    ///
    /// # Errors
    /// The store's.
    pub fn find_clients(&self, words: &str, limit: u32, now: Now) -> Result<ClientList, OfficeError> {
        let (find, only, sort) = (words.to_owned(), String::new(), String::new());
        self.client_list(&ClientQuery { find, only, sort, descending: false, offset: 0, limit }, now)
    }

    /// One client: facts, tasks, story, and what each rule says of him.
    ///
    /// # Errors
    /// `not_found`.
    pub fn client_page(&self, id: &ClientId, now: Now) -> Result<ClientPage, OfficeError> {
        let client = self.client_meant(id)?;
        let id = &client.id;
        let facts = TaskFacts::new(self.store.read().facts_of(&BTreeSet::from([id.clone()]))?);
        let stored = self.store.read().tasks_of_client(id)?;
        let views: Vec<_> = stored.iter().map(|row| facts.view(row, now.today)).collect();
        let current = |v: &&TaskView| v.state.is_listed() || matches!(v.state, State::Waiting | State::Paused);
        let mut tasks: Vec<_> =
            views.iter().filter(current).map(|v| self.task_row_shown(&facts, v, now.today)).collect();
        tasks.sort_by(|a, b| a.due.cmp(&b.due));
        let tasks = self.with_calls(tasks, &facts, now);
        Ok(ClientPage {
            client: client_brief(&client, now.today),
            facts: self.client_facts(&client, now.today),
            phones: phones(&client),
            tasks,
            timeline: self.timeline(&facts, &views)?,
            why: self.why_lines(&facts, id, now),
        })
    }

    /// What each enabled rule says of the client.
    ///
    /// # Errors
    /// `not_found`.
    pub fn why_not(&self, id: &ClientId, now: Now) -> Result<Vec<WhyLine>, OfficeError> {
        if self.store.read().client(id)?.is_none() {
            return Err(OfficeError::NotFound { noun: "客户", id: id.to_string() });
        }
        let facts = TaskFacts::new(self.store.read().facts_of(&BTreeSet::from([id.clone()]))?);
        Ok(self.why_lines(&facts, id, now))
    }

    fn why_lines(&self, facts: &TaskFacts, id: &ClientId, now: Now) -> Vec<WhyLine> {
        let world = World::new(&facts.facts, &self.policies.calendar, now.today);
        let why = why_not(&world, &self.policies.enabled, id).into_iter();
        why.map(|w| self.policies.with_pauses(w)).map(|w| self.why_line(facts, w, now.today)).collect()
    }

    fn why_line(&self, facts: &TaskFacts, why: WhyNot, today: NaiveDate) -> WhyLine {
        let views: Vec<_> = why
            .emissions
            .iter()
            .map(|e| {
                let task = huifang_core::engine::Task { emission: e.clone(), asked: true, withdrawn_because: None };
                advance(task, facts.acts.of(&e.id), today)
            })
            .collect();
        let listed = views.iter().find(|v| v.state.is_listed());
        let latest = views.iter().max_by_key(|v| (v.due <= today, v.due));
        let text = match (listed, latest, &why.why) {
            (Some(view), _, _) => view.task.emission.because.clone(),
            (None, Some(view), _) => state_words(view),
            (None, None, Some(why)) => why.chinese(today),
            (None, None, None) => "不适用".to_owned(),
        };
        WhyLine { pack: why.pack, rule: why.rule, title: why.title, on_list: listed.is_some(), text }
    }

    pub(crate) fn client_facts(&self, client: &Client, today: NaiveDate) -> Vec<LabelValue> {
        let words = Vocabulary::shipped();
        let mut facts = Vec::new();
        facts.extend(client.no.as_deref().map(|no| label("编号", no)));
        facts.extend(client.place.as_deref().map(|place| label("房号", place)));
        facts.extend(client.sex.map(|sex| label("性别", if sex == Sex::Male { "男" } else { "女" })));
        facts.extend(client.born.map(|born| label("出生日期", born.to_string())));
        facts.extend(client.since.map(|since| label("建档", since.to_string())));
        let staff = self.store.read().staff_all().unwrap_or_default();
        let named = |a: &huifang_core::domain::StaffRef| a.find(&staff).map_or_else(|| a.0.clone(), |s| s.name.clone());
        facts.extend(client.assignee.as_ref().map(|a| label("责任人", named(a))));
        let classes: Vec<_> = client.classes.iter().filter(|c| c.holds_on(today)).map(|c| c.class.as_str()).collect();
        if !classes.is_empty() {
            facts.push(label("类别", classes.join("、")));
        }
        facts.extend(client.contacts.iter().filter_map(|c| c.wechat.as_deref()).map(|w| label("微信", w)));
        let wish = wish_text(&client.wish);
        if !wish.is_empty() {
            facts.push(label("联系意愿", wish));
        }
        let labels = self.field_labels().unwrap_or_default();
        let shown = client.fields.iter().filter(|(_, value)| value.truthy());
        let name = |code: &str| labels.get(code).cloned().unwrap_or_else(|| words.name("field", code).to_owned());
        facts.extend(shown.map(|(code, value)| label(&name(code), value.text())));
        facts
    }

    fn timeline(&self, facts: &TaskFacts, views: &[TaskView]) -> Result<Vec<TimelineItem>, OfficeError> {
        let mut items: Vec<TimelineItem> = facts.facts.matters.iter().filter_map(|m| self.matter_item(m)).collect();
        let unsigned = self.unsigned(&facts.facts.records)?;
        for record in &facts.facts.records {
            items.push(TimelineItem { unsigned: unsigned.contains(&record.id), ..self.record_item(facts, record)? });
        }
        items.extend(facts.facts.decisions.iter().map(|d| decision_item(facts, d)));
        let passed = views.iter().filter(|v| matches!(v.state, State::Missed | State::Lost | State::Waived));
        items.extend(passed.map(|v| self.task_item(v)));
        items.sort_by(|a, b| b.on.cmp(&a.on));
        Ok(items)
    }

    fn matter_item(&self, matter: &Matter) -> Option<TimelineItem> {
        let last = matter.milestones.iter().map(|m| m.on).max()?;
        let brief = self.matter_brief(matter);
        let facts: Vec<_> = matter_facts(matter).into_iter().map(|f| format!("{} {}", f.label, f.value)).collect();
        Some(TimelineItem {
            on: last.day.to_string(),
            kind: "matter".to_owned(),
            title: [brief.kind_label, brief.no.unwrap_or_default()].join(" ").trim().to_owned(),
            lines: vec![facts.join(" · ")],
            tone: if matter.kind == "problem" { "bad" } else { "plain" }.to_owned(),
            record: None,
            unsigned: false,
            matter: Some(matter.id.to_string()),
            matter_kind: Some(matter.kind.clone()),
        })
    }

    fn record_item(&self, facts: &TaskFacts, record: &Record) -> Result<TimelineItem, OfficeError> {
        let words = Vocabulary::shipped();
        let brief = self.record_brief(facts, record)?;
        let title = format!(
            "{} · {}{}",
            words.name("channel", &brief.channel),
            crate::messages::outcome_words(record),
            match (brief.corrected, record.voided) {
                (true, _) => "(已更正)",
                (false, true) => "(已作废)",
                (false, false) => "",
            }
        );
        let mut lines = Vec::new();
        lines.push(brief.titles.join("、"));
        lines.extend((!brief.correction.is_empty()).then(|| format!("更正记录:{}", brief.correction)));
        lines.extend(brief.answers.iter().map(|a| format!("{}:{}", a.label, a.value)));
        lines.push(brief.note.clone());
        lines.extend(self.moved_words(record)?);
        lines.push(if brief.by.is_empty() { String::new() } else { format!("回访人:{}", brief.by) });
        lines.retain(|l| !l.is_empty());
        let tone = match (record.voided, record.satisfied) {
            (true, _) | (_, None) => "plain",
            (_, Some(true)) => "good",
            (_, Some(false)) => "bad",
        };
        Ok(TimelineItem {
            on: brief.on,
            kind: "record".to_owned(),
            title,
            lines,
            tone: tone.to_owned(),
            record: (!record.voided).then(|| record.id.to_string()),
            unsigned: false,
            matter: None,
            matter_kind: None,
        })
    }

    fn task_item(&self, view: &TaskView) -> TimelineItem {
        TimelineItem {
            on: view.due.to_string(),
            kind: "task".to_owned(),
            title: format!("{} · {}", self.task_title(view), Vocabulary::shipped().name("state", view.state.code())),
            lines: vec![view.task.emission.because.clone()],
            tone: "plain".to_owned(),
            record: None,
            unsigned: false,
            matter: view.task.emission.matter.as_ref().map(ToString::to_string),
            matter_kind: None,
        }
    }

    /// Puts a client into a class from today on, or ends his membership yesterday.
    ///
    /// # Errors
    /// `not_found`.
    pub fn set_class(&mut self, wish: &SetClass, now: Now) -> Result<Changed, OfficeError> {
        let id = ClientId::from(wish.client.as_str());
        let found = self.store.read().client(&id)?;
        let mut client = found.ok_or_else(|| OfficeError::NotFound { noun: "客户", id: wish.client.clone() })?;
        let is_member = client.in_class(&wish.class, now.today);
        if wish.member && !is_member {
            client.classes.push(ClassSpan { class: wish.class.clone(), from: Some(now.today), to: None });
        }
        if !wish.member {
            end_class(&mut client, &wish.class, now.today);
        }
        let mut held = self.store.read().held_fields(&id)?;
        held.insert("classes".to_owned());
        let detail = json!({ "client": wish.client, "class": wish.class, "member": wish.member });
        self.write("set_class", now, detail, |tx, rules| {
            tx.put_client(&client)?;
            tx.hold_fields(&id, &held)?;
            rules.replan(tx, now, &[Edit::Client(None, Some(&client))])?;
            Ok(())
        })?;
        let changed = ["client", "task"].map(str::to_owned).to_vec();
        let verb = if wish.member { "已归入" } else { "已移出" };
        Ok(Changed { changed, line: format!("{} {verb}「{}」", client.name, wish.class) })
    }
}

/// A membership that began today never was; an older one ends yesterday.
pub(crate) fn end_class(client: &mut Client, class: &str, today: NaiveDate) {
    client.classes.retain(|span| span.class != class || span.from != Some(today));
    for span in client.classes.iter_mut().filter(|span| span.class == class && span.holds_on(today)) {
        span.to = today.pred_opt();
    }
}

pub(crate) fn staff_name(facts: &TaskFacts, reference: &huifang_core::domain::StaffRef) -> String {
    reference.find(&facts.facts.staff).map_or_else(|| reference.0.clone(), |s| s.name.clone())
}

/// The list that the wire asks for.
fn listing(query: &ClientQuery, today: NaiveDate) -> Result<Listing<'_>, OfficeError> {
    let unknown = |what: &str| OfficeError::invalid("unknown_sort", format!("客户名单没有这种排法或筛选:{what}"));
    let only = match query.only.as_str() {
        "" => ClientsOnly::All,
        code => ClientsOnly::parse(code).ok_or_else(|| unknown(code))?,
    };
    let sort = match query.sort.as_str() {
        "" => None,
        code => Some(ClientSort::parse(code).ok_or_else(|| unknown(code))?),
    };
    Ok(Listing { text: &query.find, only, sort, descending: query.descending, today })
}

fn state_words(view: &TaskView) -> String {
    let emission = &view.task.emission;
    let due = view.due;
    match view.state {
        State::Waiting => format!("还没到:{} 开始,最迟 {due}", emission.opens),
        State::Done => match &view.human.end {
            Some(end) => format!("已于 {} 回访", end.on),
            None => "已完成".to_owned(),
        },
        State::Lost => "已按失访结束".to_owned(),
        State::Waived => "已批准免访".to_owned(),
        State::Missed => format!("漏访:最迟 {due},之后不再列入名单"),
        State::Withdrawn => "制度不再要求".to_owned(),
        State::Paused => "暂停:客户暂不联系,恢复以后再列出".to_owned(),
        State::Open | State::Overdue => emission.because.clone(),
    }
}

/// What was decided, in words.
pub(crate) fn act_words(facts: &TaskFacts, act: &Act) -> String {
    match act {
        Act::Reschedule { due, .. } => format!("改期到 {due}"),
        Act::Reassign { to, .. } => format!("改由 {} 负责", staff_name(facts, to)),
        Act::Waive { .. } => "免访".to_owned(),
        Act::Finish { .. } => "办完".to_owned(),
        Act::GiveUp { .. } => "按失访结束".to_owned(),
        Act::Reopen { .. } => "重新打开".to_owned(),
        Act::Pause { until: Some(until), .. } => format!("停访到 {until}"),
        Act::Pause { until: None, .. } => "停访".to_owned(),
        Act::DoNotContact { .. } => "不再联系".to_owned(),
        Act::Ask { due, title, .. } => format!("加入回访「{title}」,最迟 {due}"),
        Act::VoidDraw { .. } => "抽样作废".to_owned(),
    }
}

fn decision_item(facts: &TaskFacts, decision: &Decision) -> TimelineItem {
    let what = act_words(facts, &decision.act);
    let by = decision.by.as_ref().map(|by| format!("决定人:{}", staff_name(facts, by)));
    let mut lines: Vec<_> = [Some(decision.reason.clone()), by].into_iter().flatten().collect();
    lines.retain(|l| !l.is_empty());
    TimelineItem {
        on: decision.on.to_string(),
        kind: "decision".to_owned(),
        title: if decision.voided { format!("{what}(已取消)") } else { what },
        lines,
        tone: "plain".to_owned(),
        record: None,
        unsigned: false,
        matter: None,
        matter_kind: None,
    }
}
