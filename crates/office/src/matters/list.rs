//! Where matters stand: the board and the list of a kind.

use super::values::about;
use crate::OfficeError;
use crate::office::Office;
use crate::wire::{MatterCounts, MatterList, MatterQuery, MatterRow, MatterTask, StageCount};
use crate::worklist::client_brief;
use chrono::NaiveDate;
use huifang_core::calendar::Now;
use huifang_core::domain::{Client, ClientId, Matter, MatterId, Staff, StaffId, StaffRef};
use huifang_core::policy::Vocabulary;
use huifang_store::{Board, Page, TaskRow};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// More rows than this are never sent at once.
const MOST_ROWS: u32 = 500;

/// So many clients and numbers are looked through for what was typed.
const MOST_FOUND: usize = 500;

impl Office {
    /// A window of the matters of a kind, what moved last first.
    ///
    /// # Errors
    /// The store's.
    pub fn matter_list(&self, query: &MatterQuery, now: Now) -> Result<MatterList, OfficeError> {
        let board = self.board(query, now.today)?;
        let counts = self.store.read().matter_counts(&board)?;
        let wanted = |stage: &str| query.stage.as_deref().is_none_or(|only| only == stage);
        let total = counts.iter().filter(|(stage, _)| wanted(stage)).map(|(_, count)| count).sum();
        let page = Page { offset: query.offset, limit: query.limit.min(MOST_ROWS) };
        let ids = self.store.read().matter_board(&board, query.stage.as_deref(), page)?;
        Ok(MatterList { total, rows: self.matter_rows(&ids, now.today)? })
    }

    /// How many matters of a kind stand where.
    ///
    /// # Errors
    /// The store's.
    pub fn matter_counts(&self, query: &MatterQuery, now: Now) -> Result<MatterCounts, OfficeError> {
        let found = self.store.read().matter_counts(&self.board(query, now.today)?)?;
        let mut counts: BTreeMap<String, u32> = found.into_iter().collect();
        let total = counts.values().sum();
        let kind = Vocabulary::shipped().kind(&query.kind);
        let stage = |stage: &str, count: u32| StageCount {
            stage: stage.to_owned(),
            label: stage_label(&query.kind, stage),
            count,
            ends: kind.is_end(stage),
        };
        let mut stages: Vec<_> = kind.order.iter().map(|s| stage(s, counts.remove(s).unwrap_or(0))).collect();
        stages.extend(counts.into_iter().map(|(code, count)| stage(&code, count)));
        Ok(MatterCounts { total, stages })
    }

    fn board(&self, query: &MatterQuery, today: NaiveDate) -> Result<Board, OfficeError> {
        let handler = match query.handler.as_deref().filter(|h| !h.is_empty()) {
            Some(id) => {
                let staff = self.store.read().staff(&StaffId::from(id))?;
                staff.map_or_else(|| vec![StaffRef(id.to_owned())], |s| vec![StaffRef(s.id.0), StaffRef(s.name)])
            }
            None => Vec::new(),
        };
        let found = self.found(query.find.trim())?;
        let overdue = query.overdue.then(|| self.store.read().matters_overdue(today)).transpose()?;
        let among = match (found, overdue) {
            (Some(found), Some(overdue)) => Some(found.intersection(&overdue).cloned().collect()),
            (found, overdue) => found.or(overdue),
        };
        let department = query.department.clone().filter(|d| !d.is_empty());
        Ok(Board { kind: query.kind.clone(), department, handler, among })
    }

    /// The matters of the clients and of the numbers that what was typed finds.
    fn found(&self, find: &str) -> Result<Option<BTreeSet<MatterId>>, OfficeError> {
        if find.is_empty() {
            return Ok(None);
        }
        let read = self.store.read();
        let clients: BTreeSet<ClientId> =
            read.find_clients(find, MOST_FOUND)?.hits.into_iter().map(|(c, _)| c.id).collect();
        let mut ids = read.matter_ids_of_clients(&clients)?;
        ids.extend(read.find_matters(find, MOST_FOUND)?.hits.into_iter().map(|(m, _)| m.id));
        Ok(Some(ids))
    }

    /// Matters as rows, in the order of the ids.
    pub(super) fn matter_rows(&self, ids: &[MatterId], today: NaiveDate) -> Result<Vec<MatterRow>, OfficeError> {
        let matters = self.store.read().matters_ever(&ids.iter().cloned().collect())?;
        let by_id: HashMap<&MatterId, &Matter> = matters.iter().map(|m| (&m.id, m)).collect();
        let rows = Rows::of(self, &matters, today)?;
        Ok(ids.iter().filter_map(|id| by_id.get(id)).map(|matter| rows.row(self, matter)).collect())
    }
}

/// What rows are made of, read once for all of them.
struct Rows {
    clients: HashMap<ClientId, Client>,
    staff: Vec<Staff>,
    tasks: HashMap<MatterId, Vec<TaskRow>>,
    today: NaiveDate,
}

impl Rows {
    fn of(office: &Office, matters: &[Matter], today: NaiveDate) -> Result<Self, OfficeError> {
        let read = office.store.read();
        let first = matters.iter().filter_map(|m| m.participants.first()).map(|p| p.client.clone()).collect();
        let ids: BTreeSet<_> = matters.iter().map(|m| m.id.clone()).collect();
        let mut tasks: HashMap<MatterId, Vec<TaskRow>> = HashMap::new();
        for task in read.tasks_about(&ids)?.into_iter().filter(|task| is_ahead(task, today)) {
            if let Some(matter) = task.matter.clone() {
                tasks.entry(matter).or_default().push(task);
            }
        }
        let clients = read.clients(&first)?.into_iter().map(|c| (c.id.clone(), c)).collect();
        Ok(Self { clients, staff: read.staff_all()?, tasks, today })
    }

    fn row(&self, office: &Office, matter: &Matter) -> MatterRow {
        let kind = Vocabulary::shipped().kind(&matter.kind);
        let stage = kind.stage(matter);
        let began = matter.milestones.iter().map(|m| m.on.day).min();
        let ended = stage.is_some_and(|m| kind.is_end(&m.kind));
        let until = stage.filter(|_| ended).map_or(self.today, |m| m.on.day);
        let client = matter.participants.first().and_then(|p| self.clients.get(&p.client));
        let tasks = self.tasks.get(&matter.id).map_or(&[][..], Vec::as_slice);
        let code = stage.map_or("", |m| m.kind.as_str());
        MatterRow {
            matter: office.matter_brief(matter),
            client: client.map(|c| client_brief(c, self.today)),
            others: matter.participants.len().saturating_sub(1) as u32,
            text: about(matter),
            severity: matter.severity.clone(),
            department: matter.department.clone(),
            handler: matter
                .handler
                .as_ref()
                .map(|h| h.find(&self.staff).map_or_else(|| h.0.clone(), |s| s.name.clone())),
            stage: code.to_owned(),
            stage_label: stage_label(&matter.kind, code),
            stage_on: stage.map(|m| m.on.to_string()),
            began: began.map(|d| d.to_string()),
            days: began.map_or(0, |began| (until - began).num_days().max(0) as u32),
            ended,
            next: tasks.iter().min_by_key(|t| (t.due_now(), &t.id)).map(|task| self.next(office, task)),
            open: tasks.len() as u32,
        }
    }

    fn next(&self, office: &Office, task: &TaskRow) -> MatterTask {
        let (due, today) = (task.due_now(), self.today);
        let title = office.rule_ever(&task.pack, &task.rule).map_or(&task.rule, |rule| &rule.title);
        let state = if due < today {
            "overdue"
        } else if task.opens <= today {
            "open"
        } else {
            "waiting"
        };
        MatterTask {
            task: task.id.to_string(),
            title: title.clone(),
            due: due.to_string(),
            state: state.to_owned(),
            days_over: (today - due).num_days().max(0) as u32,
        }
    }
}

/// Asked for, ended by nobody, fulfilled by nothing, and not missed.
fn is_ahead(task: &TaskRow, today: NaiveDate) -> bool {
    let lapsed = task.lapses.is_some_and(|day| day <= today) && task.due_now() < today;
    task.asked && task.ended.is_none() && task.fulfilled.is_none() && !lapsed
}

fn stage_label(kind: &str, stage: &str) -> String {
    match stage {
        "" => "未登记节点".to_owned(),
        stage => Vocabulary::shipped().milestone(kind, stage).to_owned(),
    }
}
