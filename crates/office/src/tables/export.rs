//! 导出Excel: a list with exactly the columns, order and filter that stand on the screen.

use crate::OfficeError;
use crate::office::Office;
use crate::rows::TaskFacts;
use crate::wire::{ClientQuery, ClientRow, ExportList, Exported, FigureQuery, TaskRow, WorklistQuery};
use huifang_core::calendar::Now;
use huifang_core::policy::Vocabulary;
use huifang_report::{Cell, write_table};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::path::Path;

/// So many rows are read at a time.
const WINDOW: u32 = 500;

impl Office {
    /// Writes the list; that it was done is written down, since names and numbers leave the office with it.
    ///
    /// # Errors
    /// `unknown_list`; `no_columns`; what the list itself refuses; the workbook cannot be written.
    pub fn export_list(&mut self, wish: &ExportList, now: Now) -> Result<Exported, OfficeError> {
        let written = self.write_list(wish, now)?;
        self.note_export(wish, &written, now)?;
        Ok(written)
    }

    /// Writes down that the list was written.
    pub(crate) fn note_export(&mut self, wish: &ExportList, written: &Exported, now: Now) -> Result<(), OfficeError> {
        let detail = json!({ "list": wish.list, "title": wish.title, "rows": written.rows });
        self.write("export_list", now, detail, |_, _| Ok(()))
    }

    /// Writes the list into its file, and nothing else.
    pub(crate) fn write_list(&self, wish: &ExportList, now: Now) -> Result<Exported, OfficeError> {
        if wish.columns.is_empty() {
            return Err(OfficeError::invalid("no_columns", "没有显示任何一列,请先在“列”里选至少一列"));
        }
        let rows = self.cells(wish, now)?;
        let titles: Vec<&str> = wish.columns.iter().map(|column| column.label.as_str()).collect();
        let written = write_table(Path::new(&wish.path), &wish.title, &titles, &rows)?;
        Ok(Exported { path: wish.path.clone(), rows: written.rows })
    }

    fn cells(&self, wish: &ExportList, now: Now) -> Result<Vec<Vec<Cell>>, OfficeError> {
        let ids: Vec<&str> = wish.columns.iter().map(|column| column.value.as_str()).collect();
        match wish.list.as_str() {
            "clients" => {
                let query: ClientQuery = query_of(wish)?;
                whole(|offset| {
                    let list = self.client_list(&ClientQuery { offset, limit: WINDOW, ..query.clone() }, now)?;
                    Ok((list.total, list.rows.iter().map(|row| cells_of(&ids, |id| client_cell(row, id))).collect()))
                })
            }
            "worklist" => {
                let query: WorklistQuery = query_of(wish)?;
                whole(|offset| {
                    let list = self.list(&WorklistQuery { offset, limit: WINDOW, ..query.clone() }, now)?;
                    Ok((list.total, list.rows.iter().map(|row| cells_of(&ids, |id| task_cell(row, id))).collect()))
                })
            }
            "figure" => {
                let query: FigureQuery = query_of(wish)?;
                let rows = self.figure_rows(&query, now)?;
                Ok(rows.iter().map(|row| cells_of(&ids, |id| task_cell(row, id))).collect())
            }
            "rows" => {
                Ok(wish.rows.iter().map(|row| row.iter().map(|text| Cell::from(text.as_str())).collect()).collect())
            }
            other => Err(OfficeError::invalid("unknown_list", format!("没有这个清单:{other}"))),
        }
    }

    /// The whole list behind a figure.
    fn figure_rows(&self, query: &FigureQuery, now: Now) -> Result<Vec<TaskRow>, OfficeError> {
        let rows = self.behind_figure(query, now)?;
        let facts = TaskFacts::of(self, &rows)?;
        self.task_rows(&facts, &rows, now.today)
    }
}

/// The request of the list, whatever window the screen asked for.
fn query_of<T: DeserializeOwned>(wish: &ExportList) -> Result<T, OfficeError> {
    let mut query = wish.query.clone();
    if let Value::Object(fields) = &mut query {
        fields.insert("offset".to_owned(), json!(0));
        fields.insert("limit".to_owned(), json!(WINDOW));
    }
    serde_json::from_value(query)
        .map_err(|error| OfficeError::invalid("unknown_list", format!("清单的条件读不懂:{error}")))
}

/// All windows of a list.
fn whole(window: impl Fn(u32) -> Result<(u32, Vec<Vec<Cell>>), OfficeError>) -> Result<Vec<Vec<Cell>>, OfficeError> {
    let mut all = Vec::new();
    loop {
        let (total, rows) = window(all.len() as u32)?;
        let read = rows.len();
        all.extend(rows);
        if read == 0 || all.len() >= total as usize {
            return Ok(all);
        }
    }
}

fn cells_of(ids: &[&str], cell: impl Fn(&str) -> Cell) -> Vec<Cell> {
    ids.iter().map(|id| cell(id)).collect()
}

fn text(text: Option<&str>) -> Cell {
    Cell::from(text.unwrap_or_default())
}

/// A day, or a day with an hour, which stays text.
fn day(text: Option<&str>) -> Cell {
    match text.map(str::parse) {
        Some(Ok(day)) => Cell::Date(Some(day)),
        _ => Cell::from(text.unwrap_or_default()),
    }
}

fn client_cell(row: &ClientRow, column: &str) -> Cell {
    let client = &row.client;
    match column {
        "name" => Cell::from(client.name.as_str()),
        "place" => text(client.place.as_deref()),
        "no" => text(client.no.as_deref()),
        "phone" => text(client.phone.as_deref()),
        "classes" => Cell::Text(client.tags.join("、")),
        "assignee" => text(row.assignee.as_deref()),
        "matters" => Cell::Number(f64::from(row.matters)),
        "open" => Cell::Number(f64::from(row.open)),
        "last" => day(row.last_contact.as_deref()),
        "next" => day(row.next_due.as_deref()),
        _ => Cell::from(""),
    }
}

fn task_cell(row: &TaskRow, column: &str) -> Cell {
    let words = Vocabulary::shipped();
    let client = row.client.as_ref();
    match column {
        "due" => day(Some(&row.due)),
        "client" => text(client.map(|client| client.name.as_str())),
        "place" => text(client.and_then(|client| client.place.as_deref())),
        "phone" => text(client.and_then(|client| client.phone.as_deref())),
        "title" => Cell::from(row.title.as_str()),
        "matter" => text(row.matter.as_ref().and_then(|matter| matter.no.as_deref())),
        "detail" => Cell::from(row.detail.as_str()),
        "because" => Cell::from(row.because.as_str()),
        "state" => Cell::from(words.name("state", &row.state)),
        "channel" => text(row.channels.first().map(|channel| words.name("channel", channel))),
        "assignee" => Cell::from(row.assignee.as_str()),
        "tries" => Cell::Number(f64::from(row.tries)),
        _ => Cell::from(""),
    }
}
