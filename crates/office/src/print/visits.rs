//! Lists for rounds of home visits.

use crate::OfficeError;
use crate::office::Office;
use crate::rows::TaskFacts;
use crate::wire::{TaskRow, VisitRow};
use crate::worklist::{listed, phones};
use chrono::NaiveDate;
use huifang_core::calendar::Now;
use huifang_core::domain::{Channel, StaffId, TaskId};
use huifang_core::policy::{Field, FieldKind};
use huifang_print::{Paper, Question, Round, Visit, VisitList, VisitTask};
use huifang_store::{Page, TaskRow as StoredTask};
use std::collections::BTreeSet;

/// Which visits are wanted.
#[derive(Debug, Clone, Default)]
pub struct VisitsWish {
    /// Only what this person must do.
    pub staff: Option<StaffId>,
    /// Only what is due by this day.
    pub due_to: Option<NaiveDate>,
    /// Exactly these, in this order; empty: all that are open and may be done by a home visit, sorted by room.
    pub tasks: Vec<TaskId>,
    /// Day of the round.
    pub on: Option<NaiveDate>,
}

/// The lists and, for typing them in, what stands in their rows.
pub struct PrintedRound {
    /// The sheets.
    pub paper: Paper,
    /// Row by row, list by list.
    pub rows: Vec<VisitRow>,
}

/// A task on its way into a list.
struct Due {
    person: String,
    client: Option<String>,
    visit: Visit,
    task: String,
}

impl Office {
    /// Lists for rounds of home visits: one for each person, several tasks of one client as one visit.
    ///
    /// # Errors
    /// `not_found`: a task of the wish; the store's.
    pub fn print_visits(&self, wish: &VisitsWish, now: Now) -> Result<PrintedRound, OfficeError> {
        let stored = self.wished(wish, now)?;
        let facts = TaskFacts::of(self, &stored)?;
        let mut due = Vec::new();
        for row in &stored {
            let view = facts.view(row, now.today);
            let assignee = facts.on_duty(&view, now.today).person().map(|s| s.id.clone());
            let in_time = wish.due_to.is_none_or(|day| view.due <= day);
            if in_time && (wish.staff.is_none() || assignee == wish.staff) {
                due.push(self.due(&facts, row, &self.task_row_shown(&facts, &view, now.today)));
            }
        }
        if wish.tasks.is_empty() {
            due.sort_by_cached_key(|d| {
                (d.person.clone(), by_number(&d.visit.place), d.visit.name.clone(), d.task.clone())
            });
        }
        let (rounds, rows) = into_rounds(due);
        let list =
            VisitList { header: self.print_header(now)?, on: wish.on, client_term: self.term().to_owned(), rounds };
        Ok(PrintedRound { paper: list.paper()?, rows })
    }

    fn wished(&self, wish: &VisitsWish, now: Now) -> Result<Vec<StoredTask>, OfficeError> {
        if wish.tasks.is_empty() {
            let mut all = self.store.read().worklist(&listed("all", now, &[])?, Page::first(u32::MAX))?;
            all.retain(|row| row.client.is_some() && row.channels.contains(&Channel::HomeVisit));
            return Ok(all);
        }
        let found = self.store.read().tasks(&wish.tasks.iter().cloned().collect::<BTreeSet<_>>())?;
        let row = |id: &TaskId| {
            let row = found.iter().find(|row| &row.id == id).cloned();
            row.ok_or_else(|| OfficeError::NotFound { noun: "回访任务", id: id.to_string() })
        };
        wish.tasks.iter().map(row).collect()
    }

    fn due(&self, facts: &TaskFacts, row: &StoredTask, shown: &TaskRow) -> Due {
        let client = facts.client(row.client.as_ref());
        let of_client =
            |p: crate::wire::LabelValue| if p.label == "本人" { p.value } else { format!("{} {}", p.label, p.value) };
        let matter = shown.matter.as_ref().and_then(|m| m.no.clone());
        let tries = if shown.tries > 0 { format!("已试 {} 次", shown.tries) } else { String::new() };
        let about = [matter.unwrap_or_default(), shown.detail.clone(), tries];
        let task = VisitTask {
            title: shown.title.clone(),
            about: about.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" "),
            due: shown.due.replace('T', " "),
            questions: self.questions(row),
        };
        Due {
            person: shown.assignee.clone(),
            client: row.client.as_ref().map(ToString::to_string),
            visit: Visit {
                name: client.map(|c| c.name.clone()).unwrap_or_default(),
                place: client.and_then(|c| c.place.clone()).unwrap_or_default(),
                phones: client.map(phones).unwrap_or_default().into_iter().map(of_client).collect(),
                heed: shown.client.as_ref().map(|c| c.tags.join("、")).unwrap_or_default(),
                tasks: vec![task],
            },
            task: row.id.to_string(),
        }
    }

    /// What the task's form requires and boxes can answer.
    fn questions(&self, row: &StoredTask) -> Vec<Question> {
        let fields = self.form_of(row).into_iter().flat_map(|f| &f.fields).filter(|f| f.required);
        fields.filter_map(question).collect()
    }
}

fn question(field: &Field) -> Option<Question> {
    let levels = match field.kind {
        // With the key that chooses it on the screen.
        FieldKind::Rating => field.levels.iter().zip(1..).map(|(level, key)| format!("{key}{level}")).collect(),
        FieldKind::Choice | FieldKind::Choices => field.levels.clone(),
        FieldKind::YesNo => ["是", "否"].map(str::to_owned).to_vec(),
        FieldKind::Text | FieldKind::Date | FieldKind::Number | FieldKind::Staff => return None,
        // Signed and photographed on the form itself.
        FieldKind::Signature | FieldKind::Photo => return None,
    };
    Some(Question { label: field.label.clone(), levels })
}

/// One list a person in the order of first mention; one row a client.
fn into_rounds(due: Vec<Due>) -> (Vec<Round>, Vec<VisitRow>) {
    let mut rounds: Vec<Round> = Vec::new();
    let mut rows: Vec<Vec<VisitRow>> = Vec::new();
    for one in due {
        let at = rounds.iter().position(|r| r.person == one.person).unwrap_or_else(|| {
            rounds.push(Round { person: one.person.clone(), visits: Vec::new() });
            rows.push(Vec::new());
            rounds.len() - 1
        });
        let same = rows[at].iter().position(|row| one.client.is_some() && row.client == one.client);
        match same {
            Some(row) => {
                rounds[at].visits[row].tasks.extend(one.visit.tasks);
                rows[at][row].tasks.push(one.task);
            }
            None => {
                let number = rows[at].len() as u32 + 1;
                rounds[at].visits.push(one.visit);
                rows[at].push(VisitRow { person: one.person, number, client: one.client, tasks: vec![one.task] });
            }
        }
    }
    (rounds, rows.concat())
}

/// A key by which 2栋 comes before 10栋: numbers count as numbers.
fn by_number(place: &str) -> Vec<(String, u64)> {
    let mut parts: Vec<(String, u64)> = vec![(String::new(), 0)];
    let mut in_number = false;
    for c in place.chars() {
        match c.to_digit(10) {
            Some(digit) => {
                if let Some((_, number)) = parts.last_mut() {
                    *number = number.saturating_mul(10).saturating_add(digit.into());
                }
                in_number = true;
            }
            None => {
                if in_number {
                    parts.push((String::new(), 0));
                    in_number = false;
                }
                if let Some((words, _)) = parts.last_mut() {
                    words.push(c);
                }
            }
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rooms_are_walked_in_the_order_of_their_numbers() {
        let mut rooms = ["10栋1单元0101", "2栋2单元0101", "2栋1单元1001", "2栋1单元0201", ""];
        rooms.sort_by_key(|room| by_number(room));
        assert_eq!(rooms, ["", "2栋1单元0201", "2栋1单元1001", "2栋2单元0101", "10栋1单元0101"]);
    }
}
