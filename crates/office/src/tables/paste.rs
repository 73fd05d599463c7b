//! Rows pasted out of a spreadsheet, to go in as clients: first looked at, row by row and cell by cell, then brought in as
//! an import that can be taken back as one step.

use crate::OfficeError;
use crate::imports::note_when_known;
use crate::office::Office;
use crate::wire::{LabelValue, PastePreview, PasteRows, Pasted, PastedCell, PastedRow};
use crate::worklist::{client_brief, label};
use chrono::NaiveDate;
use huifang_core::calendar::Now;
use huifang_core::domain::{Client, ClientId};
use huifang_intake::{
    Archive, Book, Cell, Choice, Entry, Header, ImportError, ImportPlan, ListKind, Mapping, Outcome, Request, Row,
    normal_id_number, plan_import, read_bytes, read_moment, read_phones, read_room,
};
use huifang_store::Noun;
use serde_json::json;
use std::collections::{BTreeSet, HashMap};
use std::ops::ControlFlow;

/// What the import history calls it.
const FILE: &str = "粘贴的表格.tsv";

/// What pasted rows are, understood.
struct Read {
    book: Book,
    archive: Archive,
    plan: ImportPlan,
    /// Titles put above the rows.
    titles: Vec<String>,
}

impl Office {
    /// What pasting the rows would do. Nothing is written.
    ///
    /// # Errors
    /// `nothing_pasted`; what the rows cannot be read as.
    pub fn preview_paste(&self, wish: &PasteRows, now: Now) -> Result<PastePreview, OfficeError> {
        let read = self.read_pasted(wish)?;
        let header = read.plan.sheets.iter().find_map(|sheet| sheet.header.as_ref());
        let columns = header.map(columns).unwrap_or_default();
        let rows = header.map(|header| pasted_rows(&read, header, wish, now.today)).unwrap_or_default();
        Ok(PastePreview {
            titles: read.titles,
            columns,
            rows,
            created: read.plan.created as u32,
            updated: read.plan.updated as u32,
            unchanged: read.plan.unchanged as u32,
            rejected: read.plan.rejected.len() as u32,
        })
    }

    /// Brings the rows in as one import; those that would not go in stay out.
    ///
    /// # Errors
    /// As `preview_paste`; the store's.
    pub fn paste_clients(&mut self, wish: &PasteRows, now: Now) -> Result<Pasted, OfficeError> {
        let mut read = self.read_pasted(wish)?;
        read.plan.changes.iter_mut().for_each(|change| note_when_known(change, now.today));
        let hash = blake3::hash(wish.text.as_bytes()).to_hex().to_string();
        let mut go_on = |_: &'static str, _: usize, _: usize| ControlFlow::Continue(());
        let (import, tasks) = self.apply_import(&read.plan, hash, now, &mut go_on)?;
        let changed = [Noun::Client, Noun::Matter, Noun::Task, Noun::Import].map(|noun| noun.code().to_owned());
        Ok(Pasted {
            import: import.map(|id| id.to_string()),
            created: read.plan.created as u32,
            updated: read.plan.updated as u32,
            new_tasks: tasks.new.len() as u32,
            changed: changed.to_vec(),
        })
    }

    fn read_pasted(&self, wish: &PasteRows) -> Result<Read, OfficeError> {
        if wish.text.trim().is_empty() {
            return Err(OfficeError::invalid("nothing_pasted", "剪贴板里没有表格。请先在 Excel 里选中几行并复制"));
        }
        let request = request(wish)?;
        let archive = self.pasted_into()?;
        let plan = |titles: &[String]| -> Result<(Book, ImportPlan), OfficeError> {
            let book = read_bytes(FILE, with_titles(titles, &wish.text).as_bytes())?;
            let plan = plan_import(&book, &request, &archive, &mut |_| ControlFlow::Continue(()))?;
            Ok((book, plan))
        };
        match plan(&wish.titles) {
            // Rows without titles are known by what stands in them.
            Err(OfficeError::Import(ImportError::NoHeader { .. })) if wish.titles.is_empty() => {
                let titles = guessed_titles(&read_bytes(FILE, wish.text.as_bytes())?);
                let (book, plan) = plan(&titles)?;
                Ok(Read { book, archive, plan, titles })
            }
            read => read.map(|(book, plan)| Read { book, archive, plan, titles: wish.titles.clone() }),
        }
    }

    /// The clients alone: what pasted rows are compared with.
    fn pasted_into(&self) -> Result<Archive, OfficeError> {
        let read = self.store.read();
        let clients = read.clients_all()?;
        let ids: BTreeSet<_> = clients.iter().map(|c| c.id.clone()).collect();
        let moved_in: BTreeSet<_> = clients.iter().map(|c| huifang_intake::move_in_id(&c.id)).collect();
        let held = read.held_fields_of(&ids)?.into_iter().map(|(id, fields)| (id.0, fields)).collect();
        Ok(Archive::new(clients, read.matters(&moved_in)?, read.staff_all()?, held))
    }
}

fn request(wish: &PasteRows) -> Result<Request, OfficeError> {
    let broken = || OfficeError::invalid("bad_choice", "有一行的处理办法读不懂,请重新选择新建、合并或跳过");
    let mapping: Mapping = serde_json::from_value(json!({ "columns": wish.mapping }))
        .map_err(|error| OfficeError::invalid("bad_mapping", format!("列的含义写得不对:{error}")))?;
    let mut choices = HashMap::new();
    for choice in &wish.choices {
        let said = match (choice.choice.as_str(), &choice.client) {
            ("new", _) => Choice::New,
            ("skip", _) => Choice::Skip,
            ("merge", Some(client)) => Choice::Into(ClientId(client.clone())),
            _ => return Err(broken()),
        };
        choices.insert(choice.row, said);
    }
    Ok(Request { as_kind: Some(ListKind::Clients), mapping: Some(mapping), choices })
}

fn with_titles(titles: &[String], text: &str) -> String {
    if titles.is_empty() { text.to_owned() } else { format!("{}\n{text}", titles.join("\t")) }
}

/// Columns that are understood, with the code of their field.
fn columns(header: &Header) -> Vec<LabelValue> {
    let field = |column: &huifang_intake::Column| column.field.as_ref().map(ToString::to_string).unwrap_or_default();
    header.columns.iter().map(|column| label(&column.title, field(column))).collect()
}

/// What a column is called when most of its cells are of a kind; each name is given once.
fn guessed_titles(book: &Book) -> Vec<String> {
    let rows: Vec<&Row> = book.sheets.iter().flat_map(|sheet| &sheet.rows).take(50).collect();
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let mut given = BTreeSet::new();
    let mut title = |at: usize| {
        let texts: Vec<String> = rows.iter().map(|row| row.cell(at).text()).filter(|text| !text.is_empty()).collect();
        let most =
            |is: &dyn Fn(&str) -> bool| !texts.is_empty() && texts.iter().filter(|t| is(t)).count() * 2 > texts.len();
        let found = KINDS.iter().find(|(title, is)| !given.contains(title) && most(is)).map(|(title, _)| *title);
        let Some(title) = found else { return format!("第{}列", at + 1) };
        given.insert(title);
        title.to_owned()
    };
    (0..width).map(&mut title).collect()
}

/// Whether a cell looks so.
type Looks = fn(&str) -> bool;

/// Titles by what cells look like, the surest first.
const KINDS: &[(&str, Looks)] = &[
    ("身份证号", |text| normal_id_number(text).len() == 18),
    ("联系电话", |text| !read_phones(text).numbers.is_empty()),
    ("性别", |text| ["男", "女"].contains(&text)),
    ("出生日期", |text| {
        read_moment(&Cell::Text(text.to_owned())).is_some_and(|moment| moment.day.to_string().as_str() < "2015-01-01")
    }),
    ("房号", |text| text.contains(['栋', '室', '房', '单']) || (text.contains('-') && read_room(text).is_some())),
    ("姓名", |text| {
        (2..=4).contains(&text.chars().count()) && text.chars().all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
    }),
];

fn pasted_rows(read: &Read, header: &Header, wish: &PasteRows, today: NaiveDate) -> Vec<PastedRow> {
    let entries: HashMap<u32, &Entry> = read.plan.entries.iter().map(|entry| (entry.row, entry)).collect();
    let refused: HashMap<u32, String> =
        read.plan.rejected.iter().map(|r| (r.row, r.code.message_zh(&r.found))).collect();
    let lookalikes = Lookalikes::of(&read.archive);
    let skipped: BTreeSet<u32> = wish.choices.iter().filter(|c| c.choice == "skip").map(|c| c.row).collect();
    let rows = read.book.sheets.iter().flat_map(|sheet| &sheet.rows).filter(|row| row.number > header.row);
    let mut shown = Vec::new();
    for row in rows {
        let entry = entries.get(&row.number).copied();
        let reason = refused.get(&row.number).cloned();
        let outcome = match (entry, &reason) {
            _ if skipped.contains(&row.number) => "skipped",
            (_, Some(_)) => "rejected",
            (Some(entry), None) => outcome_code(entry.outcome),
            // Titles said again, totals and remarks are no entries.
            (None, None) => continue,
        };
        let (existing, alike) = match entry.filter(|_| outcome != "skipped") {
            Some(entry) => lookalikes.of_entry(read, entry).unzip(),
            None => (None, None),
        };
        shown.push(PastedRow {
            row: row.number,
            cells: cells(read, header, row),
            outcome: outcome.to_owned(),
            reason,
            existing: existing.map(|client| client_brief(client, today)),
            alike: alike.map(str::to_owned),
        });
    }
    shown
}

fn outcome_code(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Created => "created",
        Outcome::Updated => "updated",
        Outcome::Unchanged => "unchanged",
    }
}

fn cells(read: &Read, header: &Header, row: &Row) -> Vec<PastedCell> {
    let doubt = |title: &str| {
        let of_cell = |w: &&huifang_intake::Warning| w.row == row.number && w.column == title;
        read.plan.warnings.iter().find(of_cell).map(|w| w.code.message_zh(&w.found))
    };
    let cell =
        |column: &huifang_intake::Column| PastedCell { text: row.cell(column.at).text(), doubt: doubt(&column.title) };
    header.columns.iter().map(cell).collect()
}

/// Who in the office looks like a row that would be somebody new.
struct Lookalikes<'a> {
    by_id: HashMap<&'a ClientId, &'a Client>,
    by_phone: HashMap<&'a str, &'a Client>,
    by_name: HashMap<&'a str, &'a Client>,
}

impl<'a> Lookalikes<'a> {
    fn of(archive: &'a Archive) -> Self {
        let clients = || archive.clients();
        Self {
            by_id: clients().map(|client| (&client.id, client)).collect(),
            by_phone: clients().flat_map(|client| client.own_phones().map(move |phone| (phone, client))).collect(),
            by_name: clients().map(|client| (client.name.as_str(), client)).collect(),
        }
    }

    /// Whom the row is about or looks like, and by what.
    fn of_entry(&self, read: &Read, entry: &Entry) -> Option<(&'a Client, &'static str)> {
        let id = entry.client.as_ref()?;
        if let Some(client) = self.by_id.get(id) {
            return Some((*client, "same"));
        }
        let change =
            read.plan.changes.iter().find(|change| change.row == entry.row && change.after.id() == id.as_str())?;
        let huifang_intake::Entity::Client(new) = &change.after else { return None };
        let rung = new.own_phones().find_map(|phone| self.by_phone.get(phone));
        let named = || self.by_name.get(new.name.as_str());
        rung.map(|client| (*client, "phone")).or_else(|| named().map(|client| (*client, "name")))
    }
}
