//! A record that stands under the wrong client: struck out there and written here in one step, with its trace on both sides.

use crate::OfficeError;
use crate::follow_up::take_back;
use crate::office::Office;
use crate::rows::TaskFacts;
use crate::wire::{Changed, MoveRecord};
use crate::worklist::{labelled, settled_tasks};
use huifang_core::calendar::Now;
use huifang_core::domain::{Client, ClientId, Outcome, Record, RecordId, Settlement, Settles, short_hash};
use huifang_core::engine::Edit;
use huifang_store::TaskRow as StoredTask;
use serde_json::json;

impl Office {
    /// Moves a record to another client. It answers there the open tasks of the same rules; what no task asks for is kept
    /// in words.
    ///
    /// # Errors
    /// `not_found`, `reason_missing`, `record_voided`, `same_client`.
    pub fn move_record(&mut self, wish: &MoveRecord, now: Now) -> Result<Changed, OfficeError> {
        let (was, to) = self.misplaced(wish)?;
        let (record, tasks) = self.record_for(&was, &to, now)?;
        let taken_back = self.problems_by_record(&was)?;
        let mut problems = self.problems_to_raise(&record, &tasks, 0)?;
        problems.extend(self.problems_to_close(&record, &tasks)?);
        let detail =
            json!({ "record": wish.record, "to": to.id.as_str(), "as": record.id.as_str(), "reason": wish.reason });
        self.write("move_record", now, detail, |tx, rules| {
            tx.void_record(&was.id, true)?;
            for problem in &taken_back {
                take_back(tx, problem.clone(), &was.id)?;
            }
            tx.put_record(&record)?;
            for problem in &problems {
                tx.put_matter(problem)?;
            }
            let mut edits = vec![Edit::Record(Some(&was), None), Edit::Record(None, Some(&record))];
            edits.extend(taken_back.iter().map(|problem| Edit::Matter(Some(problem), None)));
            edits.extend(problems.iter().map(|problem| Edit::Matter(None, Some(problem))));
            rules.replan(tx, now, &edits)?;
            Ok(())
        })?;
        let changed = ["record", "task", "matter", "client"].map(str::to_owned).to_vec();
        let settled =
            if record.settles.is_empty() { String::new() } else { ",并结清那边同样的任务".to_owned() };
        Ok(Changed {
            changed, line: format!("记录已移到 {}{settled};原处作废,相应任务重新列入名单", to.name)
        })
    }

    fn misplaced(&self, wish: &MoveRecord) -> Result<(Record, Client), OfficeError> {
        if wish.reason.trim().is_empty() {
            return Err(OfficeError::invalid("reason_missing", "请写明理由,日后要能说清"));
        }
        let was = self.store.read().record(&RecordId::from(wish.record.as_str()))?;
        let was = was.ok_or_else(|| OfficeError::NotFound { noun: "回访记录", id: wish.record.clone() })?;
        if was.voided {
            return Err(OfficeError::invalid("record_voided", "这条记录已经作废,不能再移动"));
        }
        let to = self.store.read().client(&ClientId::from(wish.client.as_str()))?;
        let to = to.ok_or_else(|| OfficeError::NotFound { noun: "客户", id: wish.client.clone() })?;
        if was.client.as_ref() == Some(&to.id) {
            return Err(OfficeError::invalid("same_client", "这条记录本来就在这位客户名下,请选择另一位"));
        }
        Ok((was, to))
    }

    /// The same record as one of the other client, with the tasks that it answers there.
    fn record_for(&self, was: &Record, to: &Client, now: Now) -> Result<(Record, Vec<StoredTask>), OfficeError> {
        let mut free = self.open_on(&to.id, was, now)?;
        let (mut settles, mut tasks, mut words) = (Vec::new(), Vec::new(), Vec::new());
        for settlement in &was.settles {
            let old = match &settlement.task {
                Settles::Task(id) => self.store.read().task(id)?,
                Settles::Rule { .. } => None,
            };
            let same =
                |row: &StoredTask| old.as_ref().is_some_and(|old| (&old.pack, &old.rule) == (&row.pack, &row.rule));
            if let Some(place) = free.iter().position(same) {
                let row = free.remove(place);
                settles.push(Settlement { task: Settles::Task(row.id.clone()), ..settlement.clone() });
                tasks.push(row);
            } else {
                let form = old.as_ref().and_then(|row| self.form_of(row));
                words.extend(labelled(form, settlement).into_iter().map(|a| format!("{}:{}", a.label, a.value)));
            }
        }
        let ids: Vec<_> = tasks.iter().map(|row| row.id.clone()).collect();
        let stamp = format!("{}/{}", now.instant_ms, self.store.read().audit_head()?.0);
        let note = [vec![was.note.clone()], words].concat().into_iter().filter(|text| !text.is_empty());
        let record = Record {
            id: RecordId(short_hash(&["record", to.id.as_str(), &stamp])),
            client: Some(to.id.clone()),
            matter: tasks.first().and_then(|row| row.matter.clone()),
            note: note.collect::<Vec<_>>().join(";"),
            settles,
            moved_from: Some(was.id.clone()),
            at_ms: self.act_time(&ids, now)?,
            ..was.clone()
        };
        Ok((record, tasks))
    }

    /// Tasks of the client that could be answered on the day of the record, by due day.
    fn open_on(&self, client: &ClientId, record: &Record, now: Now) -> Result<Vec<StoredTask>, OfficeError> {
        let mut rows = self.store.read().tasks_of_client(client)?;
        let facts = TaskFacts::of(self, &rows)?;
        let answered: Vec<_> = settled_tasks(record).cloned().collect();
        rows.retain(|row| {
            row.opens <= record.on && !answered.contains(&row.id) && facts.view(row, now.today).state.is_listed()
        });
        Ok(rows)
    }

    /// The trace of a move, on either side: whom the record came from, or to whom it went.
    ///
    /// # Errors
    /// The store's.
    pub(crate) fn moved_words(&self, record: &Record) -> Result<Option<String>, OfficeError> {
        let read = self.store.read();
        let name = |client: Option<&ClientId>| -> Result<Option<String>, OfficeError> {
            Ok(client.map(|id| read.client(id)).transpose()?.flatten().map(|client| client.name))
        };
        if let Some(from) = &record.moved_from {
            let from = read.record(from)?;
            return Ok(name(from.as_ref().and_then(|r| r.client.as_ref()))?.map(|name| format!("原记在 {name} 名下")));
        }
        if !record.voided || record.outcome == Outcome::Reached && record.client.is_none() {
            return Ok(None);
        }
        let moved = read.records_moved_from(&record.id)?;
        Ok(name(moved.first().and_then(|r| r.client.as_ref()))?.map(|name| format!("已移到 {name} 名下")))
    }
}
