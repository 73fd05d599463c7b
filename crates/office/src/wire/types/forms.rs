//! Half-filled forms, attachments, signatures, corrections.

use super::{RecordBrief, TaskAnswers, TaskForm, wire};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

wire! {

    /// Why a question has no answer.
    pub struct Gap {
        /// `unknown` (不详), `refused` (拒答).
        why: String,
        /// The reason in words.
        reason: String,
    }

    /// Keeps a half-filled form of who is working.
    pub struct KeepDraft {
        /// `call`, `matter`, `client`, `round`.
        kind: String,
        /// Which form of that kind: id of the task, the matter, the client, the round; `new` for a new one.
        key: String,
        /// What it is called in a list.
        title: String,
        /// What was typed, in the shape of the form.
        #[ts(type = "unknown")]
        body: Value,
        /// Name of the field in which the cursor stands; empty: none.
        field: String,
        /// Where it stands there, in characters.
        cursor: Option<u32>,
    }

    /// A draft is on the disk.
    pub struct DraftKept {
        /// When, `YYYY-MM-DD HH:MM`.
        at: String,
    }

    /// Names a draft of who is working.
    pub struct DraftRef {
        /// `call`, `matter`, `client`, `round`.
        kind: String,
        /// Which form of that kind.
        key: String,
    }

    /// A half-filled form.
    pub struct DraftRow {
        /// `call`, `matter`, `client`, `round`.
        kind: String,
        /// Which form of that kind.
        key: String,
        /// What it is called in a list.
        title: String,
        /// What was typed, in the shape of the form.
        #[ts(type = "unknown")]
        body: Value,
        /// Name of the field in which the cursor stood; empty: none.
        field: String,
        /// Where it stood there, in characters.
        cursor: Option<u32>,
        /// When it was kept, `YYYY-MM-DD HH:MM`.
        at: String,
    }

    /// Brings a file in: of this computer, or pasted or dropped.
    pub struct AddAttachment {
        /// Client id.
        client: Option<String>,
        /// Matter id.
        matter: Option<String>,
        /// Record id: the file belongs to that contact.
        record: Option<String>,
        /// Task id: the file belongs to its client and matter.
        task: Option<String>,
        /// A file of this computer.
        path: Option<String>,
        /// Name of what was pasted or dropped.
        name: String,
        /// Its bytes as base64.
        data: Option<String>,
    }

    /// A file of a client, a matter or a record.
    pub struct AttachmentRow {
        /// Identifier.
        id: String,
        /// `photo`, `pdf`, `recording`, `signature`.
        kind: String,
        /// Name.
        name: String,
        /// Media type.
        mime: String,
        /// Size in bytes.
        bytes: u32,
        /// When, `YYYY-MM-DD HH:MM`.
        at: String,
        /// Who brought it in.
        by: String,
        /// What it is about: 投诉 TS1 · 2026-10-09 回访; empty: the client as such.
        about: String,
        /// The record with which it was taken.
        record: Option<String>,
        /// A small picture as a `data:` address.
        thumbnail: Option<String>,
        /// Why, by whom and when it was struck out; none: it counts.
        struck: Option<String>,
    }

    /// A file was brought in.
    pub struct AttachmentWritten {
        /// The file.
        attachment: AttachmentRow,
        /// Nouns that changed.
        changed: Vec<String>,
        /// One sentence for the person.
        line: String,
    }

    /// Asks for attachments: of a record, else of a client, else of the identifiers.
    pub struct AttachmentQuery {
        /// Client id.
        client: Option<String>,
        /// Record id.
        record: Option<String>,
        /// Identifiers.
        ids: Vec<String>,
    }

    /// Names an attachment.
    pub struct AttachmentRef {
        /// Identifier.
        id: String,
    }

    /// Strikes an attachment out.
    pub struct StrikeAttachment {
        /// Identifier.
        id: String,
        /// Why.
        reason: String,
    }

    /// A file for another program to show.
    pub struct FilePath {
        /// Where it is, or may be written.
        path: String,
    }

    /// Wants a path for a file that another program is to show.
    pub struct ViewFile {
        /// Name of the file, with its ending.
        name: String,
    }

    /// Keeps a signature drawn on the screen, with the answers under which it stands.
    pub struct Sign {
        /// The task and its answers as they stand.
        answers: TaskAnswers,
        /// The picture: PNG as base64.
        png: String,
        /// The strokes: for each its points with time and pressure.
        #[ts(type = "unknown")]
        strokes: Value,
    }

    /// Names a record.
    pub struct RecordRef {
        /// Record id.
        record: String,
    }

    /// A record with its forms, to be corrected.
    pub struct RecordSheet {
        /// The record.
        record: RecordBrief,
        /// The forms, one for each task.
        forms: Vec<TaskForm>,
        /// What was answered.
        tasks: Vec<TaskAnswers>,
    }

    /// Puts a new version in the place of a record that was wrong.
    pub struct CorrectRecord {
        /// Record id.
        record: String,
        /// The same tasks with the right answers.
        tasks: Vec<TaskAnswers>,
        /// Channel code.
        channel: String,
        /// Day of the contact.
        on: String,
        /// What the client said.
        note: String,
        /// Why it is corrected.
        reason: String,
    }

    /// Asks how texts are read.
    pub struct ReadingsOf {
        /// The texts.
        texts: Vec<String>,
    }

    /// How a text is read.
    pub struct Reading {
        /// For each character every reading in letters; none for what has none.
        characters: Vec<Vec<String>>,
    }
}
