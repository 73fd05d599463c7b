//! What importing a file would do, row by row, without doing it.

use crate::archive::{Archive, Entity, Layers};
use crate::book::{Book, Progress, REPORT_EVERY, Row, Sheet, Step, Watcher};
use crate::cell::Cell;
use crate::code::Code;
use crate::field::{Field, ListKind};
use crate::header::{Column, Header, Mapping};
use crate::line::{Line, Warning, data_rows};
use crate::merge::{Outcome, Placer};
use huifang_core::domain::ClientId;
use serde::Serialize;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

/// What the caller says about a file.
#[derive(Debug, Clone, Default)]
pub struct Request {
    /// What kind of list it is; `None`: told by mapping or titles.
    pub as_kind: Option<ListKind>,
    /// A saved mapping.
    pub mapping: Option<Mapping>,
    /// What a person said about single rows of a list of clients.
    pub choices: HashMap<u32, Choice>,
}

/// What a person said about a row of a list of clients.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    /// Somebody new, whoever looks like him.
    New,
    /// This client.
    Into(ClientId),
    /// The row is passed over.
    Skip,
}

/// What became of an entry of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Row, from 1.
    pub row: u32,
    /// What it does.
    pub outcome: Outcome,
    /// In a list of clients: whom the row is about.
    pub client: Option<ClientId>,
}

/// Why a file that could be read is not imported. Nothing of it is.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message_zh())]
pub enum ImportError {
    /// In no sheet there are titles that are understood.
    NoHeader {
        /// File name.
        file: String,
        /// Texts of the first filled rows, to be mapped by hand.
        seen: Vec<String>,
    },
    /// There are titles, and nothing below them.
    NoRows {
        /// File name.
        file: String,
    },
    /// The watcher stopped it.
    Cancelled,
}

impl ImportError {
    /// Code for messages and tests.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoHeader { .. } => "no_header",
            Self::NoRows { .. } => "no_rows",
            Self::Cancelled => "cancelled",
        }
    }

    /// One Chinese sentence: which file, what is wrong, what to do.
    pub fn message_zh(&self) -> String {
        match self {
            Self::NoHeader { file, seen } => format!(
                "“{file}”里找不到认得的标题行(看到的是:{})。请选择名单种类,或为各列指定含义后再导入。",
                seen.join("、")
            ),
            Self::NoRows { file } => format!("“{file}”只有标题,没有数据行。请确认选对了文件和工作表。"),
            Self::Cancelled => "已取消,没有导入任何内容。".to_owned(),
        }
    }
}

/// What importing a file would do.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ImportPlan {
    /// File name.
    pub file: String,
    /// What kind of list it is; of several sheets, the kind with the most rows.
    #[serde(rename = "as")]
    pub kind: ListKind,
    /// Entries of the list: titles, blank rows, totals and remarks are none.
    pub rows: usize,
    /// Entries that the office did not have.
    pub created: usize,
    /// Entries that change what the office has.
    pub updated: usize,
    /// Entries that say what the office has, an identical second row included.
    pub unchanged: usize,
    /// Entries that do not go in.
    pub rejected: Vec<Rejected>,
    /// Doubtful cells of entries that go in.
    pub warnings: Vec<Warning>,
    /// What is to be written, in this order; one row may change several entities, and several rows the same one.
    #[serde(skip)]
    pub changes: Vec<Change>,
    /// How each sheet was understood.
    #[serde(skip)]
    pub sheets: Vec<SheetReading>,
    /// What became of each entry that goes in.
    #[serde(skip)]
    pub entries: Vec<Entry>,
    #[serde(skip)]
    mend: Vec<RejectedSheet>,
}

/// A row that does not go in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Rejected {
    /// Sheet.
    pub sheet: String,
    /// Row, from 1.
    pub row: u32,
    /// Why.
    pub code: Code,
    /// Who or what the row is about, in its own words.
    pub found: String,
}

/// One entity before and after.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Change {
    /// Sheet.
    pub sheet: String,
    /// Row, from 1.
    pub row: u32,
    /// `None`: it is new.
    pub before: Option<Entity>,
    /// As it is to be.
    pub after: Entity,
}

/// How a sheet was understood.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SheetReading {
    /// Sheet.
    pub sheet: String,
    /// Its titles; `None`: it has none that are understood, and was passed over.
    pub header: Option<Header>,
    /// Its entries.
    pub rows: usize,
}

impl SheetReading {
    /// The titles that mean nothing to the program; their cells are kept under the title.
    pub fn unknown_titles(&self) -> impl Iterator<Item = &str> {
        let columns = self.header.iter().flat_map(|header| &header.columns);
        columns.filter(|column| column.field.is_none()).map(|column| column.title.as_str())
    }
}

/// The rejected rows of one sheet as they stood there, with the reason: to be mended and imported again.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RejectedSheet {
    /// Sheet.
    pub sheet: String,
    /// Titles from column A; a column without a title has an empty one.
    pub titles: Vec<String>,
    /// Rows.
    pub rows: Vec<RejectedRow>,
}

/// A rejected row as it stood in the file.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RejectedRow {
    /// Row, from 1.
    pub row: u32,
    /// Cells from column A; building and unit are filled in.
    pub cells: Vec<Cell>,
    /// Chinese sentence.
    pub reason: String,
}

impl ImportPlan {
    fn new(file: &str, kind: ListKind) -> Self {
        Self {
            file: file.to_owned(),
            kind,
            rows: 0,
            created: 0,
            updated: 0,
            unchanged: 0,
            rejected: Vec::new(),
            warnings: Vec::new(),
            changes: Vec::new(),
            sheets: Vec::new(),
            entries: Vec::new(),
            mend: Vec::new(),
        }
    }

    /// Rows that contradict each other change an entity to and fro. What is at the end as it was at the beginning is not
    /// changed, so that the same file a second time changes nothing.
    fn drop_round_trips(&mut self) {
        let key = |entity: &Entity| (std::mem::discriminant(entity), entity.id().to_owned());
        let mut ends: HashMap<_, (&Option<Entity>, &Entity)> = HashMap::new();
        for change in &self.changes {
            ends.entry(key(&change.after)).or_insert((&change.before, &change.after)).1 = &change.after;
        }
        let back = ends.into_iter().filter(|(_, (was, is))| was.as_ref() == Some(*is));
        let back: HashSet<_> = back.map(|(key, _)| key).collect();
        if back.is_empty() {
            return;
        }
        let changes = std::mem::take(&mut self.changes).into_iter();
        let (dropped, kept): (Vec<_>, Vec<_>) = changes.partition(|change| back.contains(&key(&change.after)));
        let row = |change: &Change| (change.sheet.clone(), change.row);
        let still: HashSet<_> = kept.iter().map(row).collect();
        let quiet: HashSet<_> = dropped.iter().map(row).filter(|row| !still.contains(row)).collect();
        self.updated = self.updated.saturating_sub(quiet.len());
        self.unchanged += quiet.len();
        self.changes = kept;
    }

    /// The rows that do not go in, with titles and reasons, sheet by sheet.
    pub fn rejected_rows(&self) -> &[RejectedSheet] {
        &self.mend
    }
}

/// Compares a book with what the office has.
///
/// The archive stays as it is: [`Archive::apply`] puts the plan in, before the next file is planned.
///
/// # Errors
/// `NoHeader` and `NoRows` if there is nothing to import, `Cancelled` if the watcher says so.
pub fn plan_import(
    book: &Book,
    request: &Request,
    archive: &Archive,
    watcher: Watcher<'_>,
) -> Result<ImportPlan, ImportError> {
    let sheets = understand(book, request);
    let entries: Vec<_> =
        sheets.iter().map(|(sheet, header)| (*sheet, header, data_rows_of(header.as_ref(), sheet))).collect();
    let Some((_, Some(first), _)) =
        entries.iter().filter(|(_, header, _)| header.is_some()).max_by_key(|(_, _, rows)| rows.len())
    else {
        return Err(ImportError::NoHeader { file: book.file.clone(), seen: first_texts(book) });
    };
    let total = entries.iter().map(|(_, _, rows)| rows.len()).sum();
    if total == 0 {
        return Err(ImportError::NoRows { file: book.file.clone() });
    }
    let mut planner = Planner {
        placer: Placer::new(Layers::new(archive), &request.choices),
        plan: ImportPlan::new(&book.file, first.kind.clone()),
        phones: HashMap::new(),
        watcher,
        total,
    };
    for (sheet, header, rows) in entries {
        let reading = SheetReading { sheet: sheet.name.clone(), header: header.clone(), rows: rows.len() };
        if let Some(header) = header {
            planner.sheet(&sheet.name, header, &rows)?;
        }
        planner.plan.sheets.push(reading);
    }
    Ok(planner.finish())
}

/// The sheets with their titles: staff and clients first, because matters ask for them.
fn understand<'b>(book: &'b Book, request: &Request) -> Vec<(&'b Sheet, Option<Header>)> {
    let none = Mapping::default();
    let mapping = request.mapping.as_ref().unwrap_or(&none);
    let find = |sheet: &'b Sheet| (sheet, Header::find(&book.file, sheet, request.as_kind.as_ref(), mapping));
    let mut sheets: Vec<_> = book.sheets.iter().map(find).collect();
    sheets.sort_by_key(|(_, header)| match header.as_ref().map(|header| &header.kind) {
        Some(ListKind::Staff) => 0,
        Some(ListKind::Clients) => 1,
        Some(ListKind::Matter(_)) => 2,
        None => 3,
    });
    sheets
}

fn data_rows_of<'s>(header: Option<&Header>, sheet: &'s Sheet) -> Vec<Cow<'s, Row>> {
    header.map(|header| data_rows(header, sheet)).unwrap_or_default()
}

fn first_texts(book: &Book) -> Vec<String> {
    let rows = book.sheets.iter().flat_map(|sheet| sheet.rows.iter().take(3));
    rows.flat_map(Row::filled).map(|(_, cell)| cell.text().chars().take(20).collect()).take(8).collect()
}

struct Planner<'a, 'w> {
    placer: Placer<'a>,
    plan: ImportPlan,
    /// The last row that gave a telephone as a client's own.
    phones: HashMap<String, (String, u32, String)>,
    watcher: Watcher<'w>,
    total: usize,
}

impl Planner<'_, '_> {
    fn sheet(&mut self, sheet: &str, header: &Header, rows: &[Cow<'_, Row>]) -> Result<(), ImportError> {
        for row in rows {
            if self.plan.rows.is_multiple_of(REPORT_EVERY) {
                let progress = Progress { step: Step::Comparing, done: self.plan.rows, total: self.total };
                if (self.watcher)(progress).is_break() {
                    return Err(ImportError::Cancelled);
                }
            }
            if !self.placer.is_skipped(row.number) {
                self.plan.rows += 1;
                self.row(sheet, header, row);
            }
        }
        Ok(())
    }

    fn row(&mut self, sheet: &str, header: &Header, row: &Row) {
        match self.placer.place(Line::new(sheet, header, row)) {
            Err((code, found)) => self.reject(sheet, header, row, code, found),
            Ok(placed) => {
                match placed.outcome {
                    Outcome::Created => self.plan.created += 1,
                    Outcome::Updated => self.plan.updated += 1,
                    Outcome::Unchanged => self.plan.unchanged += 1,
                }
                self.plan.entries.push(Entry { row: row.number, outcome: placed.outcome, client: placed.client });
                self.plan.warnings.extend(placed.warnings);
                let changes = placed.changes.into_iter();
                self.plan.changes.extend(changes.map(|(before, after)| Change {
                    sheet: sheet.to_owned(),
                    row: row.number,
                    before,
                    after,
                }));
                let column = header.columns_of(&Field::Phone).next();
                for phone in placed.own_phones {
                    let title = column.map(|column: &Column| column.title.clone()).unwrap_or_default();
                    self.phones.insert(phone, (sheet.to_owned(), row.number, title));
                }
            }
        }
    }

    fn reject(&mut self, sheet: &str, header: &Header, row: &Row, code: Code, found: String) {
        if self.plan.mend.last().is_none_or(|last| last.sheet != sheet) {
            let width = header.columns.iter().map(|column| column.at + 1).max().unwrap_or(0);
            let mut titles = vec![String::new(); width];
            header.columns.iter().for_each(|column| titles[column.at].clone_from(&column.title));
            self.plan.mend.push(RejectedSheet { sheet: sheet.to_owned(), titles, rows: Vec::new() });
        }
        if let Some(last) = self.plan.mend.last_mut() {
            last.rows.push(RejectedRow { row: row.number, cells: row.cells.clone(), reason: code.message_zh(&found) });
        }
        self.plan.rejected.push(Rejected { sheet: sheet.to_owned(), row: row.number, code, found });
    }

    /// Telephones of this file that now belong to several clients: one warning each.
    fn finish(mut self) -> ImportPlan {
        let mut shared: Vec<_> = std::mem::take(&mut self.phones)
            .into_iter()
            .filter(|(phone, _)| self.placer.layers.clients_by_phone(phone).len() > 1)
            .map(|(found, (sheet, row, column))| Warning { sheet, row, column, code: Code::PhoneShared, found })
            .collect();
        shared.sort_by(|a, b| (&a.sheet, a.row, &a.found).cmp(&(&b.sheet, b.row, &b.found)));
        self.plan.warnings.append(&mut shared);
        self.plan.drop_round_trips();
        self.plan
    }
}
