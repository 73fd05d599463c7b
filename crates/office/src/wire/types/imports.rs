//! Imports: jobs, what they did, taking them back.

use super::{LabelValue, wire};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

wire! {

    /// Starts reading files; answered with a job.
    pub struct ImportFiles {
        /// Paths.
        files: Vec<String>,
        /// `clients`, `staff` or a matter kind; none: recognised by the headers.
        r#as: Option<String>,
        /// Only look, write nothing.
        dry_run: bool,
        /// Column title -> field, over what is recognised; empty: none.
        mapping: BTreeMap<String, String>,
    }

    /// Names one job.
    pub struct JobRef {
        /// Job id.
        job: String,
    }

    /// How far a job is.
    pub struct JobStatus {
        /// Job id.
        job: String,
        /// `running`, `done`, `failed`, `cancelled`.
        state: String,
        /// What it is doing: `reading`, `checking`, `writing`, `planning`.
        stage: String,
        /// File it is at.
        file: String,
        /// Rows done.
        done: u32,
        /// Rows in all; 0: not known yet.
        total: u32,
        /// When done: what came of it.
        imports: Vec<ImportResult>,
        /// When failed: why.
        error: Option<Problem>,
    }

    /// A clear error about input: what, and what to do.
    pub struct Problem {
        /// Stable code.
        code: String,
        /// Sentence with file, row and remedy.
        text: String,
    }

    /// What an import of one file did, or would do.
    pub struct ImportResult {
        /// Import id; none for a dry run.
        import: Option<String>,
        /// File name.
        file: String,
        /// `clients`, `staff` or a matter kind.
        r#as: String,
        /// Data rows.
        rows: u32,
        /// New.
        created: u32,
        /// Changed.
        updated: u32,
        /// As they were.
        unchanged: u32,
        /// Rows that did not go in.
        rejected: Vec<RowProblem>,
        /// Cells that were kept as written and flagged.
        warnings: Vec<RowProblem>,
        /// Recognised columns: title -> field (empty field: kept under its own title).
        columns: Vec<LabelValue>,
        /// The first rows as they would go in: cells by column.
        preview: Vec<Vec<String>>,
        /// New tasks that follow, when written.
        new_tasks: u32,
    }

    /// A row that did not go in, or a cell that is doubtful.
    pub struct RowProblem {
        /// Sheet.
        sheet: String,
        /// Row as in the spreadsheet, from 1.
        row: u32,
        /// Column title; empty for a whole row.
        column: String,
        /// Code.
        code: String,
        /// What was found.
        found: String,
        /// Sentence with the remedy.
        text: String,
    }

    /// An import in the history.
    pub struct ImportBrief {
        /// Import id.
        import: String,
        /// File name.
        file: String,
        /// What it was read as.
        r#as: String,
        /// When, `YYYY-MM-DD HH:MM`.
        at: String,
        /// Who.
        by: String,
        /// New.
        created: u32,
        /// Changed.
        updated: u32,
        /// Rows that did not go in.
        rejected: u32,
        /// Undone already.
        undone: bool,
    }

    /// Takes an import back as one step.
    pub struct UndoImport {
        /// Import id.
        import: String,
        /// Take back also what was edited later.
        force: bool,
    }

    /// What taking back did.
    pub struct UndoneImport {
        /// Removed or restored.
        undone: u32,
        /// Left alone because a person edited them later: what, and why.
        kept: Vec<LabelValue>,
        /// Nouns that changed.
        changed: Vec<String>,
    }

    /// Writes the rows that did not go in to a workbook to mend and import again.
    pub struct ErrorsWorkbook {
        /// Job id of the import.
        job: String,
        /// Where to.
        path: String,
    }
}
