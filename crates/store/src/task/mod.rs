//! Tasks: what the policies ask for, as last computed.

mod row;
mod scope;

pub use row::{End, TaskRow};
pub use scope::{About, TabCounts};

use crate::column::{Day, Json, Page, id_list, row, rows, run};
use crate::error::{OrNotFound, StoreError};
use crate::{Noun, Reader, Tx};
use chrono::NaiveDate;
use huifang_core::calendar::Moment;
use huifang_core::domain::{Channel, ClientId, MatterId, StaffId, StaffRef, TaskId};
use row::row_to_task;
use rusqlite::{Row, params};
use std::collections::BTreeSet;

/// Which open tasks to list: asked for, ended by nobody, fulfilled by nothing, begun, not lapsed, and not halted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Worklist {
    /// The day on which the list is read: what lapsed by then is missed, and not listed.
    pub today: NaiveDate,
    /// Tasks that open up to this day: `today`, or a later day to see what is coming.
    pub opens_by: NaiveDate,
    /// Due on or after.
    pub due_from: Option<NaiveDate>,
    /// Due on or before.
    pub due_to: Option<NaiveDate>,
    /// Of this pack only.
    pub pack: Option<String>,
    /// Of these rules only, each as `pack/rule`.
    pub rules: Option<BTreeSet<String>>,
    /// For this role only.
    pub role: Option<String>,
    /// Only what one of these must do; `None` among them: nobody in particular.
    pub meant: Option<BTreeSet<Option<StaffId>>>,
    /// Not these: the office's own work, which is listed apart.
    pub without: BTreeSet<TaskId>,
    /// Not those that wait for a try after this moment; `None`: those too.
    pub ready_by: Option<Moment>,
    /// Only what a person put a halt to; otherwise only what nobody did.
    pub paused: bool,
}

impl Worklist {
    /// Everything that can be done on the day.
    pub fn on(today: NaiveDate) -> Self {
        Self {
            today,
            opens_by: today,
            due_from: None,
            due_to: None,
            pack: None,
            rules: None,
            role: None,
            meant: None,
            without: BTreeSet::new(),
            ready_by: None,
            paused: false,
        }
    }
}

/// A rule of which something is listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedRule {
    /// The pack.
    pub pack: String,
    /// The rule in it.
    pub rule: String,
    /// The channel that its tasks prefer.
    pub channel: Option<Channel>,
}

/// The widest range of days that the file's checks admit.
const FIRST_DAY: &str = "0000-00-00";
const LAST_DAY: &str = "9999-12-31";

impl Reader<'_> {
    /// The task, if there is one of that identifier.
    pub fn task(&self, id: &TaskId) -> Result<Option<TaskRow>, StoreError> {
        let sql = concat!(include_str!("select.sql"), include_str!("where_id.sql"));
        Ok(row(self.conn, sql, [id.as_str()], row_to_task)?)
    }

    /// The tasks of these identifiers; an unknown one is left out.
    pub fn tasks(&self, ids: &BTreeSet<TaskId>) -> Result<Vec<TaskRow>, StoreError> {
        where_ids(self, ids)
    }

    /// All tasks, withdrawn ones included.
    pub fn tasks_all(&self) -> Result<Vec<TaskRow>, StoreError> {
        Ok(rows(self.conn, include_str!("select.sql"), [], row_to_task)?)
    }

    /// The client's tasks, withdrawn ones included, by due day.
    pub fn tasks_of_client(&self, client: &ClientId) -> Result<Vec<TaskRow>, StoreError> {
        let sql = concat!(include_str!("select.sql"), include_str!("where_client.sql"));
        Ok(rows(self.conn, sql, [client.as_str()], row_to_task)?)
    }

    /// The matter's tasks, withdrawn ones included, by due day.
    pub fn tasks_of_matter(&self, matter: &MatterId) -> Result<Vec<TaskRow>, StoreError> {
        let sql = concat!(include_str!("select.sql"), include_str!("where_matter.sql"));
        Ok(rows(self.conn, sql, [matter.as_str()], row_to_task)?)
    }

    /// The rule's tasks, withdrawn ones included, by due day.
    pub fn tasks_of_rule(&self, pack: &str, rule: &str) -> Result<Vec<TaskRow>, StoreError> {
        let sql = concat!(include_str!("select.sql"), include_str!("where_rule.sql"));
        Ok(rows(self.conn, sql, [pack, rule], row_to_task)?)
    }

    /// What of the rule's tasks of staff and of the office can be done on the day, by due day.
    pub fn office_worklist(&self, pack: &str, rule: &str, today: NaiveDate) -> Result<Vec<TaskRow>, StoreError> {
        let sql = concat!(include_str!("select.sql"), include_str!("where_office_open.sql"));
        Ok(rows(self.conn, sql, params![pack, rule, Day(today)], row_to_task)?)
    }

    /// The tasks that are about these matters, whoever is asked; withdrawn ones included.
    pub fn tasks_about(&self, matters: &BTreeSet<MatterId>) -> Result<Vec<TaskRow>, StoreError> {
        let sql = concat!(include_str!("select.sql"), include_str!("where_matters.sql"));
        Ok(rows(self.conn, sql, [id_list(matters.iter().map(MatterId::as_str))], row_to_task)?)
    }

    /// The tasks whose subject is one of these clients or of these matters, withdrawn ones included. A task about a
    /// client on whose matter it hangs is the client's, not the matter's.
    pub fn tasks_of(
        &self,
        clients: &BTreeSet<ClientId>,
        matters: &BTreeSet<MatterId>,
    ) -> Result<Vec<TaskRow>, StoreError> {
        let (clients, matters) =
            (id_list(clients.iter().map(ClientId::as_str)), id_list(matters.iter().map(MatterId::as_str)));
        let sql = concat!(include_str!("select.sql"), include_str!("where_subjects.sql"));
        Ok(rows(self.conn, sql, params![clients, matters], row_to_task)?)
    }

    /// The tasks without a client (of staff, of the office, of anonymous matters), withdrawn ones included.
    pub fn tasks_without_client(&self) -> Result<Vec<TaskRow>, StoreError> {
        let sql = concat!(include_str!("select.sql"), include_str!("where_no_client.sql"));
        Ok(rows(self.conn, sql, [], row_to_task)?)
    }

    /// The tasks due (a person's day before the policy's) from the first day to the last, both inclusive, whatever became
    /// of them: what a report counts.
    pub fn tasks_due_between(&self, first: NaiveDate, last: NaiveDate) -> Result<Vec<TaskRow>, StoreError> {
        let sql = concat!(include_str!("select.sql"), include_str!("where_due.sql"));
        Ok(rows(self.conn, sql, params![Day(first), Day(last)], row_to_task)?)
    }

    /// A page of the worklist, by due day, then minute.
    pub fn worklist(&self, list: &Worklist, page: Page) -> Result<Vec<TaskRow>, StoreError> {
        let sql = match &list.meant {
            None => concat!(include_str!("select.sql"), include_str!("where_open.sql")),
            Some(_) => concat!(include_str!("select.sql"), include_str!("where_meant.sql")),
        };
        let (from, to) = bounds(list);
        let Worklist { pack, role, .. } = list;
        let (opens_by, today) = (Day(list.opens_by), Day(list.today));
        let (rules, meant) = (list.rules.as_ref().map(Json), meant(list));
        let without = id_list(list.without.iter().map(TaskId::as_str));
        let ready = ready_by(list);
        let values = params![
            from,
            to,
            opens_by,
            today,
            pack,
            rules,
            role,
            meant,
            without,
            ready,
            list.paused,
            page.limit,
            page.offset
        ];
        Ok(rows(self.conn, sql, values, row_to_task)?)
    }

    /// How many tasks the worklist has on all its pages.
    pub fn worklist_count(&self, list: &Worklist) -> Result<u32, StoreError> {
        let sql = match &list.meant {
            None => include_str!("count_open.sql"),
            Some(_) => include_str!("count_meant.sql"),
        };
        let (from, to) = bounds(list);
        let Worklist { pack, role, .. } = list;
        let (rules, meant) = (list.rules.as_ref().map(Json), meant(list));
        let without = id_list(list.without.iter().map(TaskId::as_str));
        let (opens_by, today) = (Day(list.opens_by), Day(list.today));
        let values = params![from, to, opens_by, today, pack, rules, role, meant, without, ready_by(list), list.paused];
        Ok(self.conn.prepare_cached(sql)?.query_row(values, |row| row.get(0))?)
    }

    /// What rules have something under a list of what is not halted, each with the channels that its tasks prefer.
    pub fn listed_rules(&self, list: &Worklist) -> Result<Vec<ListedRule>, StoreError> {
        let (from, to) = bounds(list);
        let without = id_list(list.without.iter().map(TaskId::as_str));
        let values = params![from, to, Day(list.opens_by), Day(list.today), without];
        let listed = |row: &Row<'_>| {
            let channel: Option<String> = row.get(2)?;
            let channel = channel.as_deref().and_then(Channel::parse);
            Ok(ListedRule { pack: row.get(0)?, rule: row.get(1)?, channel })
        };
        Ok(rows(self.conn, include_str!("listed_rules.sql"), values, listed)?)
    }

    /// A page of what waits for a try after that moment, by the moment of the try.
    pub fn waiting(&self, now: Moment, page: Page) -> Result<Vec<TaskRow>, StoreError> {
        let sql = concat!(include_str!("select.sql"), include_str!("where_waiting.sql"));
        let values = params![now.to_string(), Day(now.day), page.limit, page.offset];
        Ok(rows(self.conn, sql, values, row_to_task)?)
    }

    /// How many wait for a try after that moment.
    pub fn waiting_count(&self, now: Moment) -> Result<u32, StoreError> {
        let mut statement = self.conn.prepare_cached(include_str!("count_waiting.sql"))?;
        Ok(statement.query_row(params![now.to_string(), Day(now.day)], |row| row.get(0))?)
    }
}

/// The people as a list of identifiers; the empty one stands for nobody.
fn meant(list: &Worklist) -> Option<Json<Vec<&str>>> {
    let people = list.meant.as_ref()?;
    Some(Json(people.iter().map(|who| who.as_ref().map_or("", StaffId::as_str)).collect()))
}

fn ready_by(list: &Worklist) -> Option<String> {
    list.ready_by.map(|moment| moment.to_string())
}

fn where_ids<'i>(read: &Reader<'_>, ids: impl IntoIterator<Item = &'i TaskId>) -> Result<Vec<TaskRow>, StoreError> {
    let sql = concat!(include_str!("select.sql"), include_str!("where_ids.sql"));
    Ok(rows(read.conn, sql, [id_list(ids.into_iter().map(TaskId::as_str))], row_to_task)?)
}

fn bounds(list: &Worklist) -> (String, String) {
    let text = |day: Option<NaiveDate>, open: &str| day.map_or(open.to_owned(), |day| day.to_string());
    (text(list.due_from, FIRST_DAY), text(list.due_to, LAST_DAY))
}

impl Tx<'_> {
    /// Writes what the policies ask for. Of a task that exists, what people did to it (`ended`, `due_set`,
    /// `assignee_set`) and `first_asked_ms` stay as they are in the file.
    ///
    /// # Errors
    /// `conflict` (`duplicate`) where a task of another identifier has the same pack, rule, subject, anchor and
    /// occurrence.
    pub fn upsert_tasks(&mut self, tasks: &[TaskRow]) -> Result<(), StoreError> {
        self.touch(Noun::Task);
        let mut statement = self.inner.prepare_cached(include_str!("put.sql"))?;
        for task in tasks {
            row::put(&mut statement, task)?;
        }
        Ok(())
    }

    /// The policies no longer ask for these tasks. They stay, and are asked for again when their cause comes back.
    ///
    /// # Errors
    /// `not_found`.
    pub fn withdraw_tasks(&mut self, ids: &[TaskId], because: &str) -> Result<(), StoreError> {
        self.touch(Noun::Task);
        for id in ids {
            let set = run(&self.inner, include_str!("withdraw.sql"), [id.as_str(), because])?;
            (set > 0).then_some(()).or_not_found(Noun::Task.code(), id.as_str())?;
        }
        Ok(())
    }

    /// Sets how a person ended the task and on which day; `None`: nobody did, or he took it back.
    ///
    /// # Errors
    /// `not_found`.
    pub fn set_task_end(&mut self, id: &TaskId, end: Option<(End, NaiveDate)>) -> Result<(), StoreError> {
        self.touch(Noun::Task);
        let (end, on) = end.map(|(end, on)| (end.code(), Day(on))).unzip();
        let set = run(&self.inner, include_str!("set_end.sql"), params![id.as_str(), end, on])?;
        (set > 0).then_some(()).or_not_found(Noun::Task.code(), id.as_str())
    }

    /// Sets the due day and the person that decisions put in the place of the policy's.
    ///
    /// # Errors
    /// `not_found`.
    pub fn set_task_overrides(
        &mut self,
        id: &TaskId,
        due: Option<NaiveDate>,
        assignee: Option<&StaffRef>,
    ) -> Result<(), StoreError> {
        self.touch(Noun::Task);
        let values = params![id.as_str(), due.map(Day), assignee.map(|staff| &staff.0)];
        let set = run(&self.inner, include_str!("set_overrides.sql"), values)?;
        (set > 0).then_some(()).or_not_found(Noun::Task.code(), id.as_str())
    }

    /// Sets who must do the task.
    ///
    /// # Errors
    /// `not_found`.
    pub fn set_meant(&mut self, id: &TaskId, who: Option<&StaffId>) -> Result<(), StoreError> {
        self.touch(Noun::Task);
        let values = [id.as_str(), who.map_or("", StaffId::as_str)];
        let set = run(&self.inner, include_str!("set_meant.sql"), values)?;
        (set > 0).then_some(()).or_not_found(Noun::Task.code(), id.as_str())
    }

    /// Sets from when the task is to be tried again.
    ///
    /// # Errors
    /// `not_found`.
    pub fn set_next_try(&mut self, id: &TaskId, next: Option<Moment>) -> Result<(), StoreError> {
        self.touch(Noun::Task);
        let values = params![id.as_str(), next.map(|moment| moment.to_string())];
        let set = run(&self.inner, include_str!("set_next_try.sql"), values)?;
        (set > 0).then_some(()).or_not_found(Noun::Task.code(), id.as_str())
    }
}
