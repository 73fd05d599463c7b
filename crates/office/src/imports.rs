//! Bringing in lists, seeing first what they would do, and taking an import back as one step.

use crate::office::Office;
use crate::policy::Policies;
use crate::wire::{ImportBrief, ImportResult, LabelValue, RowProblem, UndoneImport};
use crate::worklist::label;
use crate::{OfficeError, PlanSummary};
use chrono::{DateTime, FixedOffset, NaiveDate};
use huifang_core::calendar::Now;
use huifang_core::domain::{Client, ClientId, Matter, MatterId, Staff, StaffId, short_hash};
use huifang_core::engine::Edit;
use huifang_core::policy::Vocabulary;
use huifang_intake::{
    Archive, Book, Entity, ImportPlan, ListKind, Mapping, Progress, Request, Step, plan_import, read_bytes_watched,
};
use huifang_report::{ErrorSheet, write_errors};
use huifang_store::{ImportChange, NewImport, Noun, Page, StoreError, Tx};
use serde_json::{Value, json};
use std::collections::{BTreeSet, HashMap, HashSet};
use std::ops::ControlFlow;
use std::path::Path;

/// What is wished for a file.
#[derive(Debug, Clone, Default)]
pub struct ImportWish {
    /// `clients`, `staff` or a matter kind; none: recognised by the headers.
    pub kind: Option<String>,
    /// A mapping of columns.
    pub mapping: Option<Mapping>,
    /// Only look.
    pub dry_run: bool,
}

/// What the office has, with what the files of one batch have brought so far.
pub struct Batch(Archive);

/// Told how far an import is: stage, rows done, rows in all. Answers whether to go on.
pub type Watch<'a> = &'a mut dyn FnMut(&'static str, usize, usize) -> ControlFlow<()>;

/// What an import did, or would do.
pub struct ImportOutcome {
    /// The plan, with rejected rows and warnings.
    pub plan: ImportPlan,
    /// Import number; none for a dry run and where nothing changed.
    pub import: Option<i64>,
    /// What it means for the tasks; none for a dry run.
    pub tasks: Option<PlanSummary>,
    /// The first rows as they stand in the file.
    pub preview: Vec<Vec<String>>,
}

/// Rows shown of a file before it goes in.
const PREVIEW_ROWS: usize = 8;

impl Office {
    /// Files that are brought in together: what one of them brings is known to those after it, in a dry run too.
    ///
    /// # Errors
    /// The store's.
    pub fn batch(&self) -> Result<Batch, OfficeError> {
        Ok(Batch(self.archive()?))
    }

    /// Imports one file. The good rows go in together with an import number, or nothing does.
    ///
    /// # Errors
    /// The file cannot be read or understood; `cancelled`; the store's.
    pub fn import(
        &mut self,
        path: &Path,
        wish: &ImportWish,
        now: Now,
        watch: Watch<'_>,
    ) -> Result<ImportOutcome, OfficeError> {
        let mut batch = self.batch()?;
        self.import_in(&mut batch, path, wish, now, watch)
    }

    /// As `import`, of one file of a batch.
    ///
    /// # Errors
    /// As `import`.
    pub fn import_in(
        &mut self,
        batch: &mut Batch,
        path: &Path,
        wish: &ImportWish,
        now: Now,
        watch: Watch<'_>,
    ) -> Result<ImportOutcome, OfficeError> {
        let bytes = std::fs::read(path).map_err(|source| OfficeError::Io {
            path: path.to_owned(),
            operation: "读取文件",
            source,
        })?;
        let file = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        self.import_bytes(batch, &file, &bytes, wish, now, watch)
    }

    /// As `import_in`, of a file that is in memory already.
    ///
    /// # Errors
    /// As `import`.
    pub fn import_bytes(
        &mut self,
        batch: &mut Batch,
        file: &str,
        bytes: &[u8],
        wish: &ImportWish,
        now: Now,
        watch: Watch<'_>,
    ) -> Result<ImportOutcome, OfficeError> {
        self.refuse_unknown_kind(wish)?;
        let book = read_bytes_watched(file, bytes, &mut stage(watch))?;
        let mapping = wish.mapping.clone().map_or_else(|| self.saved_mapping(&book), |m| Ok(Some(m)))?;
        let as_kind = wish.kind.as_deref().map(ListKind::from);
        let request = Request { as_kind, mapping, ..Request::default() };
        let mut plan = plan_import(&book, &request, &batch.0, &mut stage(watch))?;
        plan.changes.iter_mut().for_each(|change| note_when_known(change, now.today));
        let preview = preview(&book, &plan);
        let (import, tasks) = match wish.dry_run {
            true => (None, None),
            false => {
                let hash = blake3::hash(bytes).to_hex().to_string();
                let (import, tasks) = self.apply_import(&plan, hash, now, watch)?;
                let understood = plan.created + plan.updated + plan.unchanged > 0;
                if let Some(mapping) = wish.mapping.as_ref().filter(|_| understood) {
                    self.save_mapping(&book, &plan, mapping, now)?;
                }
                (import, Some(tasks))
            }
        };
        batch.0.apply(&plan);
        Ok(ImportOutcome { plan, import, tasks, preview })
    }

    /// A slip in the kind would make matters of which no rule ever asks.
    fn refuse_unknown_kind(&self, wish: &ImportWish) -> Result<(), OfficeError> {
        let named = wish.kind.as_deref().or_else(|| wish.mapping.as_ref()?.kind.as_ref().map(ListKind::code));
        let Some(kind) = named else { return Ok(()) };
        let in_packs = || self.packs().flat_map(|p| &p.rules).filter_map(|r| r.kind.anchor()).any(|a| a.matter == kind);
        if ["clients", "staff"].contains(&kind) || Vocabulary::shipped().matter(kind) != kind || in_packs() {
            return Ok(());
        }
        Err(OfficeError::invalid(
            "unknown_kind",
            format!("没有这种名单:{kind}。可以写 clients、staff 或事项种类的代号"),
        ))
    }

    /// What the office once said about columns with these titles.
    fn saved_mapping(&self, book: &Book) -> Result<Option<Mapping>, OfficeError> {
        let rows = book.sheets.iter().flat_map(|sheet| sheet.rows.iter().take(TITLE_ROWS));
        for signature in rows.filter_map(signature) {
            if let Some(saved) = self.store.read().mapping(&signature)? {
                return Ok(serde_json::from_value(saved).ok());
            }
        }
        Ok(None)
    }

    /// Keeps a mapping for the next file with the same titles.
    fn save_mapping(&mut self, book: &Book, plan: &ImportPlan, mapping: &Mapping, now: Now) -> Result<(), OfficeError> {
        let headers = plan.sheets.iter().filter_map(|s| Some((&s.sheet, s.header.as_ref()?.row)));
        let rows = headers.filter_map(|(name, number)| {
            let sheet = book.sheets.iter().find(|sheet| &sheet.name == name)?;
            sheet.rows.iter().find(|row| row.number == number)
        });
        let signatures: Vec<_> = rows.filter_map(signature).collect();
        // The kind is kept too: these titles did not tell it.
        let mapping = Mapping { kind: Some(plan.kind.clone()), ..mapping.clone() };
        let value = serde_json::to_value(mapping).unwrap_or(Value::Null);
        self.write("save_mapping", now, json!({ "file": plan.file }), |tx, _| {
            signatures.iter().try_for_each(|s| tx.put_mapping(s, &value, now.instant_ms)).map_err(OfficeError::from)
        })
    }

    fn archive(&self) -> Result<Archive, OfficeError> {
        let read = self.store.read();
        let clients = read.clients_all()?;
        let ids: BTreeSet<_> = clients.iter().map(|c| c.id.clone()).collect();
        let mut held: HashMap<String, BTreeSet<String>> = HashMap::new();
        held.extend(read.held_fields_of(&ids)?.into_iter().map(|(id, fields)| (id.0, fields)));
        held.extend(read.held_fields_of_matters()?.into_iter().map(|(id, fields)| (id.0, fields)));
        let mut matters = read.matters_all()?;
        // Whoever has a matter besides having moved in, or was contacted, has a history of his own.
        let mut settled: HashSet<ClientId> = read.clients_with_records()?.into_iter().collect();
        let told = matters.iter().filter(|matter| matter.kind != "move_in").flat_map(|matter| &matter.participants);
        settled.extend(told.map(|participant| participant.client.clone()));
        // A matter that a person struck out is known all the same: a list that brings it again does not bring it back.
        matters.extend(read.matters_struck()?);
        let archive = Archive::new(clients, matters, read.staff_all()?, held);
        Ok(archive.with_settled(settled).with_merged(self.merged_clients()?))
    }

    pub(crate) fn apply_import(
        &mut self,
        plan: &ImportPlan,
        hash: String,
        now: Now,
        watch: Watch<'_>,
    ) -> Result<(Option<i64>, PlanSummary), OfficeError> {
        if plan.changes.is_empty() {
            return Ok((None, PlanSummary::default()));
        }
        let by = self.me.as_ref().map(|id| id.0.clone());
        let new = NewImport {
            at_ms: now.instant_ms,
            by,
            file: plan.file.clone(),
            file_hash: hash,
            read_as: plan.kind.code().to_owned(),
            summary: serde_json::to_value(plan).unwrap_or(Value::Null),
        };
        let detail =
            json!({ "file": plan.file, "as": plan.kind.code(), "created": plan.created, "updated": plan.updated });
        self.write("import", now, detail, |tx, rules| {
            let import = tx.add_import(&new)?;
            write_changes(tx, plan, watch)?;
            let changes: Vec<_> = plan.changes.iter().map(change_row).collect();
            tx.add_import_changes(import, &changes)?;
            go_on(watch, "planning", 0, 0)?;
            let tasks = replan_changes(tx, rules, now, &plan.changes)?;
            Ok((Some(import), tasks))
        })
    }

    /// Imports so far, newest first.
    ///
    /// # Errors
    /// The store's.
    pub fn imports(&self, now: Now) -> Result<Vec<ImportBrief>, OfficeError> {
        let staff = self.store.read().staff_all()?;
        let name = |id: &str| staff.iter().find(|s| s.id.as_str() == id).map_or(id.to_owned(), |s| s.name.clone());
        let rows = self.store.read().imports(Page::first(500))?;
        let brief = |row: huifang_store::ImportRow| {
            let count = |key: &str| row.import.summary.get(key).and_then(Value::as_u64).unwrap_or(0) as u32;
            let rejected = row.import.summary.get("rejected").and_then(Value::as_array).map_or(0, Vec::len);
            ImportBrief {
                import: row.id.to_string(),
                file: row.import.file.clone(),
                r#as: row.import.read_as.clone(),
                at: local_minute(row.import.at_ms, now.zone),
                by: row.import.by.as_deref().map(name).unwrap_or_default(),
                created: count("created"),
                updated: count("updated"),
                rejected: rejected as u32,
                undone: row.undone_ms.is_some(),
            }
        };
        Ok(rows.into_iter().map(brief).collect())
    }

    /// Takes an import back as one step: what it brought in goes, what it changed is as before. What a person edited later
    /// is left alone and listed, unless `force` says otherwise.
    ///
    /// # Errors
    /// `not_found`; `import_undone`.
    pub fn undo_import(&mut self, id: i64, force: bool, now: Now) -> Result<UndoneImport, OfficeError> {
        let found = self.store.read().import(id)?;
        let import = found.ok_or_else(|| OfficeError::NotFound { noun: "导入", id: id.to_string() })?;
        if import.undone_ms.is_some() {
            return Err(OfficeError::invalid("import_undone", "这次导入已经撤销过了"));
        }
        let changes = self.store.read().import_changes(id)?;
        let detail = json!({ "import": id, "file": import.import.file, "force": force });
        self.write("undo_import", now, detail, |tx, rules| {
            let mut kept = Vec::new();
            let mut undone = 0;
            for change in changes.iter().rev() {
                match undo_change(tx, change, force)? {
                    None => undone += 1,
                    Some(why) => kept.push(why),
                }
            }
            if kept.is_empty() {
                tx.mark_import_undone(id, now.instant_ms)?;
            }
            rules.replan_all(tx, now)?;
            let changed = ["client", "matter", "staff", "task", "import"].map(str::to_owned).to_vec();
            Ok(UndoneImport { undone, kept, changed })
        })
    }
}

/// The intake's progress under the wire's names.
fn stage<'w>(watch: Watch<'w>) -> impl FnMut(Progress) -> ControlFlow<()> + use<'w> {
    move |progress: Progress| {
        let stage = match progress.step {
            Step::Reading => "reading",
            Step::Comparing => "checking",
        };
        watch(stage, progress.done, progress.total)
    }
}

fn go_on(watch: Watch<'_>, stage: &'static str, done: usize, total: usize) -> Result<(), OfficeError> {
    match watch(stage, done, total) {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break(()) => Err(OfficeError::Cancelled),
    }
}

/// A milestone that a later list adds to a matter becomes known now: what it stops is stopped from today on.
pub(crate) fn note_when_known(change: &mut huifang_intake::Change, today: NaiveDate) {
    let (Some(Entity::Matter(before)), Entity::Matter(after)) = (&change.before, &mut change.after) else { return };
    for milestone in after.milestones.iter_mut().filter(|m| m.known.is_none()) {
        if !before.milestones.iter().any(|old| old.id == milestone.id) {
            milestone.known = Some(today);
        }
    }
}

/// How many rows are written between two looks at whether to go on.
const ROWS_PER_LOOK: usize = 500;

fn write_changes(tx: &mut Tx<'_>, plan: &ImportPlan, watch: Watch<'_>) -> Result<(), OfficeError> {
    for (done, change) in plan.changes.iter().enumerate() {
        if done % ROWS_PER_LOOK == 0 {
            go_on(watch, "writing", done, plan.changes.len())?;
        }
        put(tx, &change.after)?;
    }
    Ok(())
}

fn put(tx: &mut Tx<'_>, entity: &Entity) -> Result<(), StoreError> {
    match entity {
        Entity::Client(client) => tx.put_client(client),
        Entity::Matter(matter) => tx.put_matter(matter),
        Entity::Staff(staff) => tx.put_staff(staff),
    }
}

fn noun(entity: &Entity) -> Noun {
    match entity {
        Entity::Client(_) => Noun::Client,
        Entity::Matter(_) => Noun::Matter,
        Entity::Staff(_) => Noun::Staff,
    }
}

fn change_row(change: &huifang_intake::Change) -> ImportChange {
    ImportChange {
        entity: noun(&change.after),
        id: change.after.id().to_owned(),
        before: change.before.as_ref().map(entity_value),
        after: Some(entity_value(&change.after)),
    }
}

fn entity_value(entity: &Entity) -> Value {
    let value = match entity {
        Entity::Client(client) => serde_json::to_value(client),
        Entity::Matter(matter) => serde_json::to_value(matter),
        Entity::Staff(staff) => serde_json::to_value(staff),
    };
    value.unwrap_or(Value::Null)
}

/// Beyond so many changes it is cheaper to ask for everything.
const MOST_EDITS: usize = 300;

fn replan_changes(
    tx: &mut Tx<'_>,
    rules: &Policies,
    now: Now,
    changes: &[huifang_intake::Change],
) -> Result<PlanSummary, OfficeError> {
    fn edit(change: &huifang_intake::Change) -> Option<Edit<'_>> {
        match (&change.before, &change.after) {
            (Some(Entity::Client(was)), Entity::Client(now)) => Some(Edit::Client(Some(was), Some(now))),
            (_, Entity::Client(now)) => Some(Edit::Client(None, Some(now))),
            (Some(Entity::Matter(was)), Entity::Matter(now)) => Some(Edit::Matter(Some(was), Some(now))),
            (_, Entity::Matter(now)) => Some(Edit::Matter(None, Some(now))),
            (_, Entity::Staff(_)) => None,
        }
    }
    let edits: Option<Vec<_>> = changes.iter().map(edit).collect();
    match edits.filter(|edits| edits.len() <= MOST_EDITS) {
        Some(edits) => rules.replan(tx, now, &edits),
        None => rules.replan_all(tx, now),
    }
}

/// Takes one change back; says what was kept and why, where it could not be.
fn undo_change(tx: &mut Tx<'_>, change: &ImportChange, force: bool) -> Result<Option<LabelValue>, OfficeError> {
    let Some(current) = current_value(tx, change)? else { return Ok(None) };
    let name = current.get("name").or_else(|| current.get("no")).and_then(Value::as_str).unwrap_or(&change.id);
    let name = name.to_owned();
    if !force && Some(&current) != change.after.as_ref() {
        return Ok(Some(label(&name, "导入之后有人改过")));
    }
    let outcome = match &change.before {
        Some(before) => put_value(tx, change.entity, before),
        None => delete(tx, change),
    };
    match outcome {
        Ok(()) => Ok(None),
        Err(OfficeError::Store(StoreError::Conflict { .. })) => {
            Ok(Some(label(&name, "已有回访记录或其他内容与它相连")))
        }
        Err(other) => Err(other),
    }
}

fn current_value(tx: &Tx<'_>, change: &ImportChange) -> Result<Option<Value>, OfficeError> {
    let id = change.id.as_str();
    let entity = match change.entity {
        Noun::Client => tx.read().client(&ClientId::from(id))?.map(Entity::Client),
        Noun::Matter => tx.read().matter(&MatterId::from(id))?.map(Entity::Matter),
        _ => tx.read().staff(&StaffId::from(id))?.map(Entity::Staff),
    };
    Ok(entity.as_ref().map(entity_value))
}

fn put_value(tx: &mut Tx<'_>, noun: Noun, value: &Value) -> Result<(), OfficeError> {
    let broken = |_| OfficeError::invalid("import_change_broken", "这次导入的旧值读不出来,不能撤销");
    match noun {
        Noun::Client => tx.put_client(&serde_json::from_value::<Client>(value.clone()).map_err(broken)?)?,
        Noun::Matter => tx.put_matter(&serde_json::from_value::<Matter>(value.clone()).map_err(broken)?)?,
        _ => tx.put_staff(&serde_json::from_value::<Staff>(value.clone()).map_err(broken)?)?,
    }
    Ok(())
}

fn delete(tx: &mut Tx<'_>, change: &ImportChange) -> Result<(), OfficeError> {
    let id = change.id.as_str();
    match change.entity {
        Noun::Client => tx.delete_client(&ClientId::from(id))?,
        Noun::Matter => tx.delete_matter(&MatterId::from(id))?,
        _ => tx.delete_staff(&StaffId::from(id))?,
    }
    Ok(())
}

pub(crate) fn local_minute(at_ms: i64, zone: FixedOffset) -> String {
    let instant = DateTime::from_timestamp_millis(at_ms).unwrap_or_default();
    instant.with_timezone(&zone).format("%Y-%m-%d %H:%M").to_string()
}

/// Titles stand in one of the first rows.
const TITLE_ROWS: usize = 12;

/// A row of titles as one text; rows with few texts are no titles.
fn signature(row: &huifang_intake::Row) -> Option<String> {
    let titles: Vec<_> = row.filled().map(|(at, cell)| format!("{at}={}", cell.text())).collect();
    let titles: Vec<_> = titles.iter().map(String::as_str).collect();
    (titles.len() >= 3).then(|| short_hash(&titles))
}

/// The first data rows as they stand in the file.
fn preview(book: &Book, plan: &ImportPlan) -> Vec<Vec<String>> {
    let Some((sheet, header)) = plan.sheets.iter().find_map(|s| Some((&s.sheet, s.header.as_ref()?))) else {
        return Vec::new();
    };
    let rows = book.sheets.iter().filter(|s| &s.name == sheet).flat_map(|s| &s.rows);
    let rows = rows.filter(|r| r.number > header.row).take(PREVIEW_ROWS);
    rows.map(|row| header.columns.iter().map(|c| row.cell(c.at).text()).collect()).collect()
}

impl ImportOutcome {
    /// The outcome as the wire says it.
    pub(crate) fn result(&self) -> ImportResult {
        let plan = &self.plan;
        let header = plan.sheets.iter().find_map(|s| s.header.as_ref());
        let columns = header.into_iter().flat_map(|h| &h.columns);
        let columns = columns.map(|c| label(&c.title, c.field.as_ref().map(ToString::to_string).unwrap_or_default()));
        let rejected = plan.rejected.iter().map(|r| RowProblem {
            sheet: r.sheet.clone(),
            row: r.row,
            column: String::new(),
            code: r.code.code().to_owned(),
            found: r.found.clone(),
            text: r.code.message_zh(&r.found),
        });
        let warnings = plan.warnings.iter().map(|w| RowProblem {
            sheet: w.sheet.clone(),
            row: w.row,
            column: w.column.clone(),
            code: w.code.code().to_owned(),
            found: w.found.clone(),
            text: w.code.message_zh(&w.found),
        });
        ImportResult {
            import: self.import.map(|id| id.to_string()),
            file: plan.file.clone(),
            r#as: plan.kind.code().to_owned(),
            rows: plan.rows as u32,
            created: plan.created as u32,
            updated: plan.updated as u32,
            unchanged: plan.unchanged as u32,
            rejected: rejected.collect(),
            warnings: warnings.collect(),
            columns: columns.collect(),
            preview: self.preview.clone(),
            new_tasks: self.tasks.as_ref().map_or(0, |t| t.new.len() as u32),
        }
    }
}

/// Writes the rows that did not go in to a workbook, to be mended and imported again; answers how many.
///
/// # Errors
/// The workbook cannot be written.
pub fn write_rejected(plans: &[&ImportPlan], path: &Path) -> Result<u32, OfficeError> {
    let sheets = plans.iter().flat_map(|plan| plan.rejected_rows()).map(|sheet| ErrorSheet {
        name: sheet.sheet.clone(),
        headers: sheet.titles.clone(),
        rows: sheet.rows.iter().map(|row| row.cells.iter().map(|c| c.text()).collect()).collect(),
        reasons: sheet.rows.iter().map(|row| row.reason.clone()).collect(),
    });
    Ok(write_errors(path, &sheets.collect::<Vec<_>>())?.rows)
}
