//! Long lists: the columns that a person wants, lists as workbooks, and rows pasted out of one.

use super::{ClientBrief, LabelValue, wire};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;
use ts_rs::TS;

wire! {

    /// Names a table of the window.
    pub struct ViewSettingRef {
        /// Name.
        name: String,
    }

    /// How the person at work wants a table.
    pub struct ViewSetting {
        /// As it was put; null: as it comes.
        #[ts(type = "unknown")]
        value: Value,
    }

    /// Keeps how the person at work wants a table.
    pub struct PutViewSetting {
        /// Name of the table.
        name: String,
        /// Widths, order and what is hidden, as the window writes them.
        #[ts(type = "unknown")]
        value: Value,
    }

    /// Writes a list as a workbook, as it stands on the screen.
    pub struct ExportList {
        /// Where to.
        path: String,
        /// Above the list.
        title: String,
        /// `clients`, `worklist`, `figure`: asked for here, so that no row crosses the wire; `rows`: the rows below.
        list: String,
        /// The request of that list, without its window.
        #[ts(type = "unknown")]
        query: Value,
        /// Columns as they stand: title and id.
        columns: Vec<LabelValue>,
        /// For `rows`: what stands in the columns.
        rows: Vec<Vec<String>>,
    }

    /// Rows out of a spreadsheet, as the clipboard has them, to go in as clients.
    pub struct PasteRows {
        /// The rows, cells between tabs.
        text: String,
        /// Titles to be put above them; empty: the first row has them, or they are guessed.
        titles: Vec<String>,
        /// Column title -> field, over what is recognised.
        mapping: BTreeMap<String, String>,
        /// What is to become of single rows.
        choices: Vec<RowChoice>,
    }

    /// What is to become of a pasted row.
    pub struct RowChoice {
        /// Row.
        row: u32,
        /// `new`, `merge`, `skip`.
        choice: String,
        /// For `merge`: into whom.
        client: Option<String>,
    }

    /// What pasting would do; nothing was written.
    pub struct PastePreview {
        /// Titles that were guessed or given, to be sent back; empty: the first row has them.
        titles: Vec<String>,
        /// Columns: title -> field (empty field: kept under its own title).
        columns: Vec<LabelValue>,
        /// The rows.
        rows: Vec<PastedRow>,
        /// So many would be new.
        created: u32,
        /// So many would change somebody.
        updated: u32,
        /// So many say what is known.
        unchanged: u32,
        /// So many would not go in.
        rejected: u32,
    }

    /// A pasted row.
    pub struct PastedRow {
        /// Row.
        row: u32,
        /// Cells, by column.
        cells: Vec<PastedCell>,
        /// `created`, `updated`, `unchanged`, `rejected`, `skipped`.
        outcome: String,
        /// Why it would not go in.
        reason: Option<String>,
        /// Whom it changes, or whom it looks like.
        existing: Option<ClientBrief>,
        /// By what: `same`: it is he; `phone`, `name`: he looks alike.
        alike: Option<String>,
    }

    /// A cell of a pasted row.
    pub struct PastedCell {
        /// As it stands.
        text: String,
        /// What is doubtful about it, with the remedy.
        doubt: Option<String>,
    }

    /// What pasting did.
    pub struct Pasted {
        /// Import id, by which it is taken back; none where nothing changed.
        import: Option<String>,
        /// So many are new.
        created: u32,
        /// So many were changed.
        updated: u32,
        /// New tasks that follow.
        new_tasks: u32,
        /// Nouns that changed.
        changed: Vec<String>,
    }
}
