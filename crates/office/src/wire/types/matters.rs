//! Matters: registering them, what happened in them, where they stand.

use super::{ClientBrief, LabelValue, MatterBrief, RecordBrief, TaskRow, wire};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;
use ts_rs::TS;

wire! {

    /// What can be registered here, and with which words.
    pub struct MatterKinds {
        /// Kinds: those that the enabled packs ask about first, then those of which there are matters, then the others.
        kinds: Vec<MatterKindBrief>,
        /// Severities: the code as label, its name as value.
        severities: Vec<LabelValue>,
        /// Roles of participants: the code as label, its name as value; the ordinary one first.
        roles: Vec<LabelValue>,
        /// Departments that staff or matters name.
        departments: Vec<String>,
    }

    /// A kind of matter.
    pub struct MatterKindBrief {
        /// Code.
        kind: String,
        /// What it is called here.
        label: String,
        /// Whether an enabled pack asks about it.
        asked: bool,
        /// Whether there are matters of it.
        used: bool,
        /// Its milestones in their order.
        milestones: Vec<MilestoneKind>,
        /// Milestones with which it is registered; the day of the last one is asked.
        begins: Vec<String>,
        /// Its fields, the first is what it is about.
        fields: Vec<MatterField>,
        /// Whether it has a severity.
        graded: bool,
        /// Whether it may concern nobody by name.
        nobody: bool,
    }

    /// A kind of milestone.
    pub struct MilestoneKind {
        /// Code.
        kind: String,
        /// What it is called.
        label: String,
        /// Whether it ends the matter.
        ends: bool,
    }

    /// A field of a matter.
    pub struct MatterField {
        /// Code, or the title of a field of the office's own.
        id: String,
        /// What it is called.
        label: String,
        /// `text`, `long` (several lines), `yes_no`, `number`, `choice`.
        kind: String,
        /// For a choice: what there is to choose from; something else may be written.
        choices: Vec<String>,
    }

    /// A matter as it is to be registered.
    pub struct MatterWish {
        /// Kind.
        kind: String,
        /// The client whom it concerns.
        client: Option<String>,
        /// A client who is not in the archive yet.
        new_client: Option<NewClient>,
        /// The number from which somebody called; empty: nobody did.
        caller: String,
        /// Who else takes part, and as what.
        others: Vec<ParticipantWish>,
        /// Number; empty: the next free one.
        no: String,
        /// Severity code.
        severity: Option<String>,
        /// Department.
        department: Option<String>,
        /// Who deals with it (staff id or name).
        handler: Option<String>,
        /// Fields by id.
        #[ts(type = "{ [key: string]: unknown }")]
        fields: BTreeMap<String, Value>,
        /// What happened; empty: what the kind is registered with, today.
        milestones: Vec<MilestoneWish>,
        /// The matter out of which it came.
        parent: Option<String>,
    }

    /// A client who is made together with a matter.
    pub struct NewClient {
        /// Name; empty: nobody said it.
        name: String,
        /// Telephone.
        phone: String,
        /// Room.
        place: String,
    }

    /// A client in a matter.
    pub struct ParticipantWish {
        /// Client id.
        client: String,
        /// Role code.
        role: String,
    }

    /// A milestone as it is to be written down.
    pub struct MilestoneWish {
        /// Kind.
        kind: String,
        /// `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`; none: today.
        on: Option<String>,
        /// Remark.
        note: String,
    }

    /// What would follow from a matter or a change of it, before it is saved.
    pub struct MatterForesight {
        /// The number that it would have.
        no: String,
        /// What would follow.
        lines: Vec<ForeseenLine>,
        /// What looks odd and is allowed.
        warnings: Vec<String>,
    }

    /// One thing that would follow.
    pub struct ForeseenLine {
        /// `new` (asked for now), `moved`, `withdrawn`, `later` (when a further milestone is reached).
        sort: String,
        /// In one sentence.
        text: String,
        /// Why: the task's own sentence; empty where nothing was reckoned.
        because: String,
    }

    /// What registering or changing a matter has done.
    pub struct MatterWritten {
        /// The matter.
        matter: String,
        /// Its number.
        no: Option<String>,
        /// The client whom it concerns.
        client: Option<String>,
        /// The milestone that was added.
        milestone: Option<String>,
        /// One sentence for the person.
        line: String,
        /// Nouns that changed.
        changed: Vec<String>,
    }

    /// A change of a matter, to be previewed or made.
    pub struct MatterEdit {
        /// Matter id.
        matter: String,
        /// `add_milestone`, `correct_milestone`, `strike_milestone`, `undo_milestone` (one that was just added),
        /// `restore_milestone`, `correct` (fields), `participants`, `strike`, `restore`.
        act: String,
        /// The milestone's id, where it is about one that there is.
        milestone: Option<String>,
        /// Kind of the milestone to add.
        kind: Option<String>,
        /// Its moment; none: today.
        on: Option<String>,
        /// Its remark.
        note: String,
        /// For `correct`: new values by field id, or `severity`, `handler`, `department`, `no`; null: empty.
        #[ts(type = "{ [key: string]: unknown }")]
        fields: BTreeMap<String, Value>,
        /// For `participants`: who takes part from now on.
        participants: Vec<ParticipantWish>,
        /// Why; needed for what is struck out and for participants.
        reason: String,
    }

    /// Which matters of a kind.
    pub struct MatterQuery {
        /// Kind.
        kind: String,
        /// Only those that stand at this milestone; none: all. Counts ignore it.
        stage: Option<String>,
        /// Only of this department.
        department: Option<String>,
        /// Only what this person of staff deals with.
        handler: Option<String>,
        /// Only those of which something is past due.
        overdue: bool,
        /// Client or number, as for `search`; empty: no filter.
        find: String,
        /// First row wanted.
        offset: u32,
        /// How many rows at most.
        limit: u32,
    }

    /// A window of the matters of a kind, what moved last first.
    pub struct MatterList {
        /// How many the filter has in all.
        total: u32,
        /// The rows.
        rows: Vec<MatterRow>,
    }

    /// How many matters of a kind stand where.
    pub struct MatterCounts {
        /// All of them.
        total: u32,
        /// By stage: the kind's milestones in their order, and others where there are any.
        stages: Vec<StageCount>,
    }

    /// How many matters stand at a milestone.
    pub struct StageCount {
        /// Milestone kind; empty: without milestones.
        stage: String,
        /// What it is called.
        label: String,
        /// How many.
        count: u32,
        /// Whether it ends the matter.
        ends: bool,
    }

    /// A matter as a row or a card.
    pub struct MatterRow {
        /// Which.
        matter: MatterBrief,
        /// The client whom it concerns; none: nobody by name.
        client: Option<ClientBrief>,
        /// How many more take part.
        others: u32,
        /// What it is about.
        text: String,
        /// Severity code.
        severity: Option<String>,
        /// Department.
        department: Option<String>,
        /// Who deals with it.
        handler: Option<String>,
        /// The milestone at which it stands.
        stage: String,
        /// What that is called.
        stage_label: String,
        /// Since when.
        stage_on: Option<String>,
        /// Its first day.
        began: Option<String>,
        /// Days from its first day until today or, where it has ended, until its end.
        days: u32,
        /// Whether it has ended.
        ended: bool,
        /// What is due next.
        next: Option<MatterTask>,
        /// How many tasks that came of it are open or to come.
        open: u32,
    }

    /// A task in a matter's row.
    pub struct MatterTask {
        /// Task id.
        task: String,
        /// What it is called.
        title: String,
        /// Due day.
        due: String,
        /// `waiting`, `open`, `overdue`.
        state: String,
        /// Days past due.
        days_over: u32,
    }

    /// Names one matter.
    pub struct MatterRef {
        /// Matter id.
        matter: String,
    }

    /// One matter, one page.
    pub struct MatterPage {
        /// As a row.
        row: MatterRow,
        /// Who takes part.
        participants: Vec<ParticipantBrief>,
        /// Its fields with their values, those without one too.
        fields: Vec<MatterFieldValue>,
        /// What happened, oldest first.
        milestones: Vec<MilestoneRow>,
        /// Milestones that were struck out, the last one first.
        struck: Vec<StruckMilestoneRow>,
        /// The tasks that came of it, by due day.
        tasks: Vec<TaskRow>,
        /// The records about it, newest first.
        records: Vec<RecordBrief>,
        /// The matter out of which it came.
        parent: Option<MatterBrief>,
        /// The matters that came out of it.
        children: Vec<MatterRow>,
        /// How it was struck out, if it was.
        struck_out: Option<StruckMatterRow>,
    }

    /// Somebody who takes part.
    pub struct ParticipantBrief {
        /// Who.
        client: ClientBrief,
        /// Role code.
        role: String,
        /// What that is called.
        role_label: String,
    }

    /// A field with its value.
    pub struct MatterFieldValue {
        /// The field.
        field: MatterField,
        /// Its value; null: none.
        #[ts(type = "unknown")]
        value: Value,
        /// The value for reading.
        text: String,
    }

    /// A milestone on a matter's page.
    pub struct MilestoneRow {
        /// Identifier.
        id: String,
        /// Kind.
        kind: String,
        /// What it is called.
        label: String,
        /// When: `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`.
        on: String,
        /// Remark.
        note: String,
        /// How many tasks hang on it.
        tasks: u32,
    }

    /// A milestone that was struck out.
    pub struct StruckMilestoneRow {
        /// As it was.
        milestone: MilestoneRow,
        /// Why.
        reason: String,
        /// By whom.
        by: String,
        /// On which day.
        on: String,
    }

    /// A matter that was struck out.
    pub struct StruckMatterRow {
        /// Which.
        matter: MatterBrief,
        /// The client whom it concerned.
        client: Option<ClientBrief>,
        /// What it was about.
        text: String,
        /// On which day it was struck out.
        on: String,
        /// By whom.
        by: String,
        /// Why.
        reason: String,
        /// The last day on which it can be taken back.
        until: String,
    }

    /// A month of the calendar.
    pub struct MonthRef {
        /// `2026-10`.
        month: String,
    }

    /// The weeks that hold a month.
    pub struct CalendarMonth {
        /// `2026-10`.
        month: String,
        /// Whether the year has a table of holidays; otherwise marks are missing.
        known: bool,
        /// Whole weeks from Monday to Sunday.
        days: Vec<CalendarDay>,
    }

    /// A day of the calendar.
    pub struct CalendarDay {
        /// The day.
        day: String,
        /// The lunar day in short: 廿九, on the first day of a lunar month its name.
        lunar: String,
        /// A festival or holiday on it.
        name: Option<String>,
        /// `rest` (a day off by the table), `work` (a day on which everybody makes up); none: an ordinary day.
        mark: Option<String>,
        /// Whether it is a working day.
        works: bool,
    }
}
