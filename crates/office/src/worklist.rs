//! Whom to contact today, and why; and everything that is needed to make one call.

use crate::OfficeError;
use crate::decisions::decision_briefs;
use crate::desklist::Narrowing;
use crate::forms::unsigned_of;
use crate::office::Office;
use crate::rows::TaskFacts;
use crate::wire::{
    CallState, ClientBrief, FormField, LabelValue, MatterBrief, RecordBrief, TaskDetail, TaskForm, TaskRow, Worklist,
    WorklistQuery,
};
use chrono::{Days, NaiveDate};
use huifang_core::calendar::Now;
use huifang_core::domain::{Client, ClientId, FieldValue, Matter, OnDuty, Record, Settlement, Settles, TaskId};
use huifang_core::engine::{BY_HAND, State, TaskView};
use huifang_core::policy::{Field, FieldKind, Form, Vocabulary};
use huifang_store::{Page, TaskRow as StoredTask, Worklist as Listed};
use std::collections::{BTreeSet, HashMap};

/// A promised call-back is looked for among the records of so many days.
const CALL_BACK_DAYS: u64 = 60;

/// More rows than this are never sent at once.
const MOST_ROWS: u32 = 500;

impl Office {
    /// The first window of the worklist, as the program shows it when it opens.
    ///
    /// # Errors
    /// The store's.
    pub fn open_worklist(&self, now: Now) -> Result<Worklist, OfficeError> {
        let query = WorklistQuery {
            tab: "all".to_owned(),
            whose: String::new(),
            filter: None,
            tasks: Vec::new(),
            find: String::new(),
            offset: 0,
            limit: 100,
        };
        self.list(&query, now)
    }

    /// Everything about one task: why it is here, and what is needed to make the call.
    ///
    /// # Errors
    /// `not_found`.
    pub fn explain(&self, task: &str, now: Now) -> Result<TaskDetail, OfficeError> {
        self.task_detail(&TaskId::from(task), now)
    }

    /// A window of the worklist with its counts.
    ///
    /// # Errors
    /// `unknown_tab`, `unknown_whose`, `bad_filter`; the store's.
    pub fn list(&self, query: &WorklistQuery, now: Now) -> Result<Worklist, OfficeError> {
        let narrowing = Narrowing::read(query)?;
        let page = Page { offset: query.offset, limit: query.limit.min(MOST_ROWS) };
        let call_backs = self.call_backs(now.today)?;
        let office = self.office_work(now.today)?;
        let counts = self.worklist_counts(now, call_backs.len() as u32, &office)?;
        let (total, rows) = if query.tab == "call_back" {
            self.filtered(call_backs, &narrowing, now, page)?
        } else if query.tab == "office" {
            self.filtered(office, &narrowing, now, page)?
        } else if query.tab == "waiting" {
            self.filtered(self.store.read().waiting(now.moment(), Page::first(u32::MAX))?, &narrowing, now, page)?
        } else if let Some(apart) = self.listed_apart(query, now.today)? {
            self.filtered(apart, &narrowing, now, page)?
        } else if !narrowing.leaves_all() && !narrowing.asks_only_who() {
            let rows = self.narrowed_list(&listed(&query.tab, now, &office)?, &narrowing, now.today)?;
            page_of(rows, page)
        } else {
            let meant = self.meant(narrowing.whose, now.today)?;
            let list = Listed { meant, ..listed(&query.tab, now, &office)? };
            let rows = self.store.read().worklist(&list, page)?;
            (self.store.read().worklist_count(&list)?, rows)
        };
        let facts = TaskFacts::of(self, &rows)?;
        let rows = self.with_calls(self.task_rows(&facts, &rows, now.today)?, &facts, now);
        Ok(Worklist { counts, total, rows })
    }

    /// Open tasks whose client asked to be contacted again by today.
    pub(crate) fn call_backs(&self, today: NaiveDate) -> Result<Vec<StoredTask>, OfficeError> {
        let since = today.checked_sub_days(Days::new(CALL_BACK_DAYS)).unwrap_or(today);
        let mut rows = self.store.read().tasks_to_call_back(since, today)?;
        let facts = TaskFacts::of(self, &rows)?;
        rows.retain(|row| {
            let view = facts.view(row, today);
            view.state.is_listed() && view.human.again_on.is_some_and(|day| day <= today)
        });
        self.by_promise(&mut rows)?;
        Ok(rows)
    }

    /// Rows as the screen shows them.
    pub(crate) fn task_rows(
        &self,
        facts: &TaskFacts,
        rows: &[StoredTask],
        today: NaiveDate,
    ) -> Result<Vec<TaskRow>, OfficeError> {
        let clients: BTreeSet<ClientId> = rows.iter().filter_map(|r| r.client.clone()).collect();
        let mut together: HashMap<ClientId, u32> = HashMap::new();
        for row in self.store.read().tasks_of(&clients, &BTreeSet::new())? {
            if let (Some(client), true) = (&row.client, facts.view(&row, today).state.is_listed()) {
                *together.entry(client.clone()).or_default() += 1;
            }
        }
        self.count_households(facts, &clients, today, &mut together)?;
        let unsigned = self.unsigned(&facts.facts.records)?;
        Ok(rows
            .iter()
            .map(|row| {
                let view = facts.view(row, today);
                let mut shown = self.task_row_shown(facts, &view, today);
                let same = row.client.as_ref().and_then(|c| together.get(c)).copied().unwrap_or(0);
                shown.together = same.saturating_sub(u32::from(view.state.is_listed()));
                shown.unsigned = unsigned_of(&row.id, &facts.facts.records, &unsigned);
                shown
            })
            .collect())
    }

    /// Adds what can be done for the others of each client's household.
    fn count_households(
        &self,
        facts: &TaskFacts,
        clients: &BTreeSet<ClientId>,
        today: NaiveDate,
        together: &mut HashMap<ClientId, u32>,
    ) -> Result<(), OfficeError> {
        let own: HashMap<ClientId, u32> = together.clone();
        for client in clients.iter().filter_map(|id| facts.client(Some(id))).filter(|c| c.household.is_some()) {
            let tasks = self.household_tasks(&client.id)?;
            let theirs = TaskFacts::of(self, &tasks)?;
            let listed = tasks.iter().filter(|row| theirs.view(row, today).state.is_listed()).count() as u32;
            together.insert(client.id.clone(), own.get(&client.id).copied().unwrap_or(0) + listed);
        }
        Ok(())
    }

    /// One view as the screen shows it (without the count of the client's other tasks).
    pub(crate) fn task_row_shown(&self, facts: &TaskFacts, view: &TaskView, today: NaiveDate) -> TaskRow {
        let emission = &view.task.emission;
        let client = facts.client(emission.client.as_ref());
        let matter = facts.matter(emission.matter.as_ref());
        let on_duty = facts.on_duty(view, today);
        let assignee = on_duty.person();
        let unassigned = || match on_duty {
            OnDuty::Away(person) => format!("{}不在岗(待分派)", person.name),
            _ if emission.role.is_empty() => "待分派".to_owned(),
            _ => format!("{}(待分派)", emission.role),
        };
        TaskRow {
            id: emission.id.to_string(),
            pack: emission.key.pack.clone(),
            rule: emission.key.rule.clone(),
            title: self.task_title(view),
            client: client.map(|c| client_brief(c, today)),
            matter: matter.map(|m| self.matter_brief(m)),
            step: emission.key.occurrence,
            need: emission.need,
            have: emission.have,
            opens: emission.opens.to_string(),
            due: view.human.due.map_or_else(|| emission.due.to_string(), |d| d.to_string()),
            latest: emission.latest.map(|d| d.to_string()),
            state: view.state.code().to_owned(),
            days_over: view.days_over,
            because: self.because(view),
            detail: detail_line(matter, view),
            action: emission.action.code().to_owned(),
            settled_by: self.settled_by_of(emission).code().to_owned(),
            channels: emission.channels.iter().map(|c| c.code().to_owned()).collect(),
            assignee: assignee.map_or_else(unassigned, |s| s.name.clone()),
            assignee_id: assignee.map(|s| s.id.to_string()),
            stands_in_for: match on_duty {
                OnDuty::StandIn { instead_of, .. } => Some(instead_of.name.clone()),
                _ => None,
            },
            tries: view.human.tries,
            again_on: view.human.again().map(|moment| moment.to_string()),
            call: CallState::none(),
            together: 0,
            unsigned: None,
            guessed: emission.guessed,
        }
    }

    /// What the task is called: the rule's title, with the step's own where it has one.
    pub(crate) fn task_title(&self, view: &TaskView) -> String {
        let emission = &view.task.emission;
        let rule = self.rule_of(&emission.key.pack, &emission.key.rule).map(|(_, rule)| rule.title.clone());
        let title = rule.unwrap_or_else(|| emission.key.rule.clone());
        match &emission.step_title {
            Some(asked) if emission.key.pack == BY_HAND => asked.clone(),
            Some(step) => format!("{title} · {step}"),
            None => title,
        }
    }

    /// The task's sentence, with what a person changed about it.
    fn because(&self, view: &TaskView) -> String {
        let mut text = view.task.emission.because.clone();
        if let Some(due) = view.human.due {
            text += &format!("。已由人改到 {due}");
        }
        if let (State::Withdrawn, Some(why)) = (view.state, &view.task.withdrawn_because) {
            text += &format!("。已撤回:{why}");
        }
        text
    }

    pub(crate) fn matter_brief(&self, matter: &Matter) -> MatterBrief {
        let label = self.packs().find_map(|p| p.terms.get(&matter.kind)).cloned();
        MatterBrief {
            id: matter.id.to_string(),
            kind: matter.kind.clone(),
            kind_label: label.unwrap_or_else(|| Vocabulary::shipped().matter(&matter.kind).to_owned()),
            no: matter.no.clone(),
        }
    }

    /// Everything needed to make the call and write it down.
    pub(crate) fn task_detail(&self, id: &TaskId, now: Now) -> Result<TaskDetail, OfficeError> {
        let stored = self.task_row(id)?;
        let of_client = match &stored.client {
            Some(client) => [self.store.read().tasks_of_client(client)?, self.household_tasks(client)?].concat(),
            None => vec![stored.clone()],
        };
        let facts = TaskFacts::of(self, &of_client)?;
        let view = facts.view(&stored, now.today);
        let emission = &view.task.emission;
        let others = of_client.iter().filter(|r| r.id != stored.id && overlaps(r, &stored));
        let others: Vec<_> = others.filter(|r| facts.view(r, now.today).state.is_listed()).cloned().collect();
        let client = facts.client(emission.client.as_ref());
        let matter = facts.matter(emission.matter.as_ref());
        let clauses = emission.clauses.iter().map(|id| self.clause_ref(id)).collect();
        let rows = self.task_rows(&facts, std::slice::from_ref(&stored), now.today)?;
        let mut rows = self.with_calls(rows, &facts, now);
        let together = self.task_rows(&facts, &others, now.today)?;
        Ok(TaskDetail {
            row: rows.remove(0),
            clauses,
            client_facts: client.map(|c| self.client_facts(c, now.today)).unwrap_or_default(),
            matter_facts: matter.map(matter_facts).unwrap_or_default(),
            phones: client.map(phones).unwrap_or_default(),
            forms: std::iter::once(&stored).chain(&others).map(|row| self.form_for(row, &stored, &facts)).collect(),
            script: self.script(&view, client, matter),
            history: self.history(&facts, &stored)?,
            decisions: decision_briefs(&facts, id),
            together,
            calling: self.calling(&stored, &facts),
        })
    }

    /// The form of a task in the call about another; of a task of somebody else in the household it says whose.
    fn form_for(&self, row: &StoredTask, call: &StoredTask, facts: &TaskFacts) -> TaskForm {
        let mut form = self.task_form(row);
        if let Some(other) = facts.client(row.client.as_ref()).filter(|_| row.client != call.client) {
            form.title = format!("{} · {}", other.name, form.title);
        }
        form
    }

    pub(crate) fn task_form(&self, row: &StoredTask) -> TaskForm {
        let found = self.rule_of(&row.pack, &row.rule);
        let form = found.and_then(|(pack, _)| pack.form(row.form.as_deref()?));
        TaskForm {
            task: row.id.to_string(),
            title: found.map_or_else(|| by_hand_title(row), |(_, rule)| rule.title.clone()),
            form: form.map(|f| f.id.clone()),
            fields: form.map(form_fields).unwrap_or_default(),
        }
    }

    fn script(&self, view: &TaskView, client: Option<&Client>, matter: Option<&Matter>) -> String {
        let key = &view.task.emission.key;
        let Some((pack, rule)) = self.rule_of(&key.pack, &key.rule) else { return String::new() };
        let script = rule.script.as_ref().and_then(|id| pack.scripts.iter().find(|s| &s.id == id));
        let Some(script) = script else { return String::new() };
        let me = self.me().ok().flatten().map_or_else(String::new, |s| s.name);
        let values = [
            ("{客户}", client.map_or("", |c| c.name.as_str()).to_owned()),
            ("{处所}", client.and_then(|c| c.place.clone()).unwrap_or_default()),
            ("{事项}", matter.map(|m| self.matter_brief(m)).map_or(String::new(), |m| m.kind_label)),
            (
                "{时间}",
                matter
                    .and_then(|m| m.milestone("scheduled"))
                    .map_or(String::new(), |m| m.on.to_string().replace('T', " ")),
            ),
            ("{医生}", matter.and_then(|m| m.handler.as_ref()).map_or(String::new(), |h| h.0.clone())),
            ("{单位}", self.name.clone()),
            ("{我}", me),
        ];
        values.iter().fold(script.text.clone(), |text, (mark, value)| text.replace(mark, value))
    }

    fn history(&self, facts: &TaskFacts, stored: &StoredTask) -> Result<Vec<RecordBrief>, OfficeError> {
        let about = |r: &&Record| {
            settled_tasks(r).any(|t| t == &stored.id) || (r.matter.is_some() && r.matter == stored.matter)
        };
        let mut records: Vec<_> = facts.facts.records.iter().filter(about).collect();
        records.sort_by_key(|r| std::cmp::Reverse((r.on, r.at_ms)));
        records.into_iter().map(|r| self.record_brief(facts, r)).collect()
    }

    /// A record as a list shows it.
    pub(crate) fn record_brief(&self, facts: &TaskFacts, record: &Record) -> Result<RecordBrief, OfficeError> {
        let ids: BTreeSet<_> = settled_tasks(record).cloned().collect();
        let tasks = self.store.read().tasks(&ids)?;
        let (mut titles, mut answers) = (Vec::new(), Vec::new());
        for settlement in &record.settles {
            let Settles::Task(id) = &settlement.task else { continue };
            let Some(task) = tasks.iter().find(|t| &t.id == id) else { continue };
            let found = self.rule_of(&task.pack, &task.rule);
            titles.push(found.map_or_else(|| by_hand_title(task), |(_, rule)| rule.title.clone()));
            let form = found.and_then(|(pack, _)| pack.form(settlement.form.as_deref()?));
            answers.extend(labelled(form, settlement));
        }
        let corrections = self.store.read().corrections_around([&record.id])?;
        let correction = corrections.iter().find(|c| c.record == record.id).map(|c| c.reason.clone());
        let by =
            record.by.as_ref().map(|by| by.find(&facts.facts.staff).map_or_else(|| by.0.clone(), |s| s.name.clone()));
        Ok(RecordBrief {
            id: record.id.to_string(),
            on: record.on.to_string(),
            channel: record.channel.code().to_owned(),
            outcome: record.outcome.code().to_owned(),
            satisfied: record.satisfied,
            by: by.unwrap_or_default(),
            note: record.note.clone(),
            voided: record.voided,
            phone: record.phone.clone(),
            answers,
            titles,
            correction: correction.unwrap_or_default(),
            corrected: corrections.iter().any(|c| c.corrects == record.id),
        })
    }
}

/// A follow-up added by hand has no rule: its title is its own.
fn by_hand_title(row: &StoredTask) -> String {
    row.step_title.clone().unwrap_or_else(|| row.rule.clone())
}

/// How many there are, and those of the page.
pub(crate) fn page_of<T>(rows: Vec<T>, page: Page) -> (u32, Vec<T>) {
    let total = rows.len() as u32;
    (total, rows.into_iter().skip(page.offset as usize).take(page.limit as usize).collect())
}

/// Which tasks stand under a tab; the office's own work stands under none of them.
pub(crate) fn listed(tab: &str, now: Now, office: &[StoredTask]) -> Result<Listed, OfficeError> {
    let today = now.today;
    let day = |n: u64| today.checked_add_days(Days::new(n)).unwrap_or(today);
    let without = office.iter().map(|row| row.id.clone()).collect();
    // What waits for a further try stands under its own tab, and among all.
    let list = Listed { without, ready_by: Some(now.moment()), ..Listed::on(today) };
    Ok(match tab {
        "all" => Listed { ready_by: None, ..list },
        "paused" => Listed { paused: true, ready_by: None, ..list },
        "overdue" => Listed { due_to: today.pred_opt(), ..list },
        "today" => Listed { due_from: Some(today), due_to: Some(today), ..list },
        "tomorrow" => Listed { due_from: Some(day(1)), due_to: Some(day(1)), opens_by: day(1), ..list },
        "week" => Listed { due_from: Some(day(1)), due_to: Some(day(7)), opens_by: day(7), ..list },
        other => return Err(OfficeError::invalid("unknown_tab", format!("没有这个页签:{other}"))),
    })
}

/// Whether what was typed is part of the client's name, room or number, or of the matter's number.
pub(crate) fn fits(facts: &TaskFacts, row: &StoredTask, find: &str) -> bool {
    let client = facts.client(row.client.as_ref());
    let matter = facts.matter(row.matter.as_ref());
    let has = |text: Option<&str>| text.is_some_and(|t| t.to_lowercase().contains(find));
    has(client.map(|c| c.name.as_str()))
        || has(client.and_then(|c| c.place.as_deref()))
        || has(client.and_then(|c| c.no.as_deref()))
        || has(matter.and_then(|m| m.no.as_deref()))
        || client.is_some_and(|c| c.own_phones().any(|p| p.ends_with(find)))
}

/// Windows of two tasks overlap: they can be one call (DESIGN 6.10).
fn overlaps(a: &StoredTask, b: &StoredTask) -> bool {
    let end = |t: &StoredTask| t.lapses.unwrap_or(NaiveDate::MAX);
    a.opens <= end(b) && b.opens <= end(a)
}

/// The tasks that a record is joined to.
pub(crate) fn settled_tasks(record: &Record) -> impl Iterator<Item = &TaskId> {
    record.settles.iter().filter_map(|s| match &s.task {
        Settles::Task(id) => Some(id),
        Settles::Rule { .. } => None,
    })
}

/// A client in a row.
pub(crate) fn client_brief(client: &Client, today: NaiveDate) -> ClientBrief {
    let mut tags: Vec<_> = client.classes.iter().filter(|c| c.holds_on(today)).map(|c| c.class.clone()).collect();
    tags.dedup();
    ClientBrief {
        id: client.id.to_string(),
        name: client.name.clone(),
        no: client.no.clone(),
        place: client.place.clone(),
        phone: client.callable().filter(|c| c.relation.is_none()).flat_map(|c| &c.phones).next().cloned(),
        tags,
    }
}

/// Numbers of the client and of his contacts.
pub(crate) fn phones(client: &Client) -> Vec<LabelValue> {
    let contacts = client.callable().flat_map(|c| {
        let label = match (&c.relation, &c.name) {
            (None, _) => "本人".to_owned(),
            (Some(relation), None) => relation.clone(),
            (Some(relation), Some(name)) => format!("{relation} {name}"),
        };
        c.phones.iter().map(move |phone| LabelValue { label: label.clone(), value: phone.clone() })
    });
    contacts.collect()
}

pub(crate) fn label(label: &str, value: impl Into<String>) -> LabelValue {
    LabelValue { label: label.to_owned(), value: value.into() }
}

/// Facts of a matter: severity, department, handler, milestones and fields.
pub(crate) fn matter_facts(matter: &Matter) -> Vec<LabelValue> {
    let words = Vocabulary::shipped();
    let mut facts = Vec::new();
    facts.extend(matter.severity.as_deref().map(|s| label("等级", words.name("severity", s))));
    facts.extend(matter.department.as_deref().map(|d| label("部门", d)));
    facts.extend(matter.handler.as_ref().map(|h| label("经办人", h.0.clone())));
    let mut steps: Vec<_> = matter.milestones.iter().collect();
    steps.sort_by(|a, b| (a.on, &a.id).cmp(&(b.on, &b.id)));
    facts.extend(
        steps.iter().map(|m| label(words.milestone(&matter.kind, &m.kind), m.on.to_string().replace('T', " "))),
    );
    let shown = matter.fields.iter().filter(|(name, value)| is_shown(name) && value.truthy());
    facts.extend(shown.map(|(name, value)| label(words.name("field", name), value.text())));
    facts
}

/// Fields by which the program joins a problem to its loop are not for reading.
fn is_shown(field: &str) -> bool {
    !["loop", "from_record", "from_task", "closed_by", "raised_by"].contains(&field)
}

fn detail_line(matter: Option<&Matter>, view: &TaskView) -> String {
    let words = Vocabulary::shipped();
    let mut parts = Vec::new();
    if let Some(matter) = matter {
        let text = |name: &str| matter.fields.get(name).filter(|v| v.truthy()).map(FieldValue::text);
        parts.extend(text("text").or_else(|| text("topic")).or_else(|| text("item")).or_else(|| text("diagnosis")));
        parts.extend(matter.department.clone());
        let severity = matter.severity.as_deref().filter(|s| *s != "normal");
        parts.extend(severity.map(|s| words.name("severity", s).to_owned()));
    }
    if view.task.emission.need > 1 {
        parts.push(format!("须 {} 次,已 {} 次", view.task.emission.need, view.task.emission.have));
    }
    parts.join(" · ")
}

fn form_fields(form: &Form) -> Vec<FormField> {
    let fields = form.fields.iter().map(|f| FormField {
        id: f.id.clone(),
        label: f.label.clone(),
        kind: f.kind.code().to_owned(),
        levels: f.levels.clone(),
        dissatisfied: f.dissatisfied.clone(),
        required: f.required,
        required_if: f.required_if.clone(),
        required_by: f.required_by.iter().map(|channel| channel.code().to_owned()).collect(),
        min: f.bounds.min,
        max: f.bounds.max,
        unit: f.bounds.unit.clone(),
        lines: f.lines.unwrap_or(1),
        may_be_unanswered: f.may_be_unanswered(),
        hint: f.hint.clone(),
    });
    fields.collect()
}

/// Answers with their labels, in the order of the form; where there is none, why.
pub(crate) fn labelled(form: Option<&Form>, settlement: &Settlement) -> Vec<LabelValue> {
    let shown = |field: &Field| match (settlement.answers.get(&field.id), settlement.unanswered.get(&field.id)) {
        (Some(answer), _) => file_words(field, answer).unwrap_or_else(|| answer.text()),
        (None, Some(gap)) => gap.chinese(),
        (None, None) => String::new(),
    };
    let known = form.into_iter().flat_map(|f| &f.fields).map(|f| label(&f.label, shown(f)));
    known.filter(|l| !l.value.is_empty()).collect()
}

/// What is said of files in the place of their identifiers.
fn file_words(field: &Field, answer: &FieldValue) -> Option<String> {
    let count = if let FieldValue::List(ids) = answer { ids.len() } else { 1 };
    match field.kind {
        FieldKind::Signature => Some("已签名".to_owned()),
        FieldKind::Photo => Some(format!("照片 {count} 张")),
        _ => None,
    }
}
