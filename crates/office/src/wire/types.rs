//! Request and response types of the wire. They are counterparts of the domain types, made for reading on a screen;
//! days are `YYYY-MM-DD`, enums are their codes, texts are in the office's language already where the core makes them.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;
use ts_rs::TS;

/// Defines wire types: serde in both directions and a TypeScript counterpart, all in one file.
macro_rules! wire {
    ($($(#[$doc:meta])* $vis:vis struct $name:ident { $($(#[$fdoc:meta])* $field:ident : $ty:ty),* $(,)? })+) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
            $vis struct $name { $($(#[$fdoc])* pub $field: $ty),* }
        )+

        /// The TypeScript declarations of all wire types, in the order of this file.
        pub(super) fn type_declarations(config: &ts_rs::Config) -> Vec<String> {
            vec![$(declaration::<$name>(config)),+]
        }
    };
}

/// One exported TypeScript type with its documentation.
pub(super) fn declaration<T: TS>(config: &ts_rs::Config) -> String {
    format!("{}export {}\n", T::docs().unwrap_or_default(), T::decl(config))
}

wire! {
    /// A request without parameters.
    pub struct Nothing {}

    // ---- desk -------------------------------------------------------------------------------------------------

    /// What this program is.
    pub struct AppInfo {
        /// Version of the program.
        version: String,
        /// Texts of the licences of what it is built from.
        licences: String,
    }

    /// What the desk looks like now: the office that is open and who works there.
    pub struct DeskStatus {
        /// The open office; none: the start page is shown.
        office: Option<OfficeBrief>,
        /// Who is working.
        me: Option<StaffBrief>,
        /// Office folders opened lately, the last one first.
        recent: Vec<String>,
    }

    /// An open office.
    pub struct OfficeBrief {
        /// Its name.
        name: String,
        /// Its folder.
        dir: String,
        /// `dental`, `property`, `hospital` … (the pack's sector).
        sector: String,
        /// What a client is called here (住户, 患者).
        client_term: String,
        /// Whether it is a demonstration office.
        sample: bool,
        /// Today's civil day.
        today: String,
        /// Today as a line: `2026年10月9日 周五 · 工作日 · 八月廿九`.
        today_line: String,
        /// Things the manager should know (no holiday table for next year, clock set back …).
        notices: Vec<Notice>,
        /// Enabled packs.
        packs: Vec<PackBrief>,
    }

    /// Something the manager should know.
    pub struct Notice {
        /// Stable code, for the catalogue.
        code: String,
        /// The sentence.
        text: String,
    }

    /// A policy pack in a list.
    pub struct PackBrief {
        /// Policy id such as `002-12`.
        id: String,
        /// Title.
        title: String,
        /// Sector.
        sector: String,
        /// The day from which it is enabled here; none: not enabled.
        effective_from: Option<String>,
        /// How many enforceable clauses run, ask, show.
        runs: u32,
        /// See `runs`.
        asks: u32,
        /// See `runs`.
        shows: u32,
    }

    /// Opens an office folder.
    pub struct OpenOffice {
        /// The folder.
        dir: String,
    }

    /// Makes an office folder and opens it.
    pub struct CreateOffice {
        /// The folder; it must be empty or not exist.
        dir: String,
        /// Name of the office.
        name: String,
        /// Ids of the packs to enable.
        packs: Vec<String>,
        /// From which day; none: from today.
        effective_from: Option<String>,
    }

    /// A person of staff.
    pub struct StaffBrief {
        /// Identifier.
        id: String,
        /// Name.
        name: String,
        /// Post.
        role: String,
        /// Department.
        department: Option<String>,
    }

    /// Says who is working.
    pub struct SignIn {
        /// Staff id; none: nobody.
        staff: Option<String>,
    }

    // ---- worklist ---------------------------------------------------------------------------------------------

    /// Asks for a window of the worklist.
    pub struct WorklistQuery {
        /// `overdue`, `today`, `tomorrow`, `week` (the next seven days), `call_back`, `all` (everything open).
        tab: String,
        /// Only mine (who is signed in), or everybody's.
        mine: bool,
        /// Name, room, number or telephone tail; empty: no filter.
        find: String,
        /// First row wanted.
        offset: u32,
        /// How many rows at most.
        limit: u32,
    }

    /// A window of the worklist with its counts.
    pub struct Worklist {
        /// How many stand under each tab.
        counts: WorklistCounts,
        /// How many rows the filter has in all.
        total: u32,
        /// The rows wanted.
        rows: Vec<TaskRow>,
    }

    /// Counts of the tabs, and of the day's progress.
    pub struct WorklistCounts {
        /// Open and past due.
        overdue: u32,
        /// Due today.
        today: u32,
        /// Due tomorrow.
        tomorrow: u32,
        /// Due in the seven days after today.
        week: u32,
        /// Clients who asked to be contacted again today or earlier.
        call_back: u32,
        /// Everything open.
        all: u32,
        /// Settled today.
        done_today: u32,
        /// Problems whose rectification is still open.
        problems: u32,
    }

    /// A task as a row.
    pub struct TaskRow {
        /// Task id.
        id: String,
        /// Pack id.
        pack: String,
        /// Rule id inside the pack.
        rule: String,
        /// What the rule is called: 投诉回访.
        title: String,
        /// Whom; none where the subject is not a client.
        client: Option<ClientBrief>,
        /// About what.
        matter: Option<MatterBrief>,
        /// Step of a series, from 1; occurrences of a repetition go on counting.
        step: u32,
        /// For a quota: how many are needed.
        need: u32,
        /// For a quota: how many there are.
        have: u32,
        /// First day of the window.
        opens: String,
        /// Soft deadline: `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`.
        due: String,
        /// Hard deadline.
        latest: Option<String>,
        /// `waiting`, `open`, `overdue`, `done`, `lost`, `waived`, `missed`, `withdrawn`.
        state: String,
        /// Days past due; 0 where not overdue.
        days_over: u32,
        /// Why it is here: one sentence with dates and clauses.
        because: String,
        /// A line of facts: 电梯故障 · 重要 · 已拨 2 次未接.
        detail: String,
        /// `contact` or `step`.
        action: String,
        /// Channels in the order of the policy.
        channels: Vec<String>,
        /// Who must: a name or, where nobody is named, the role.
        assignee: String,
        /// The person's id, where one is meant.
        assignee_id: Option<String>,
        /// Tries so far.
        tries: u32,
        /// Day on which the client wants to be contacted again.
        again_on: Option<String>,
        /// How many other tasks of the same client are open in an overlapping window.
        together: u32,
        /// Whether the day was computed with a year that has no holiday table.
        guessed: bool,
    }

    /// A client in a row.
    pub struct ClientBrief {
        /// Identifier.
        id: String,
        /// Name.
        name: String,
        /// Record number.
        no: Option<String>,
        /// Room.
        place: Option<String>,
        /// First telephone of his own, digits.
        phone: Option<String>,
        /// Classes today, as labels.
        tags: Vec<String>,
    }

    /// A matter in a row.
    pub struct MatterBrief {
        /// Identifier.
        id: String,
        /// Kind code.
        kind: String,
        /// What the kind is called here.
        kind_label: String,
        /// Number as the office writes it.
        no: Option<String>,
    }

    /// Names one task.
    pub struct TaskRef {
        /// Task id.
        task: String,
    }

    /// Everything needed to make the call and write it down.
    pub struct TaskDetail {
        /// The row.
        row: TaskRow,
        /// The clauses it stands on, with their pack's title.
        clauses: Vec<ClauseRef>,
        /// Facts of the client as label and value.
        client_facts: Vec<LabelValue>,
        /// Facts of the matter as label and value.
        matter_facts: Vec<LabelValue>,
        /// All own and other telephone numbers: label and digits.
        phones: Vec<LabelValue>,
        /// The form to fill in, one for each task of the call.
        forms: Vec<TaskForm>,
        /// What to say, with names filled in; empty where the policy gives none.
        script: String,
        /// Tries and records on this task and matter, newest first.
        history: Vec<RecordBrief>,
        /// Other open tasks of the same client that the same call can settle.
        together: Vec<TaskRow>,
    }

    /// A clause that a task stands on.
    pub struct ClauseRef {
        /// Clause id such as `002-12-03`.
        id: String,
        /// Title of its policy.
        policy: String,
    }

    /// A labelled value.
    pub struct LabelValue {
        /// What it is.
        label: String,
        /// The value as text.
        value: String,
    }

    /// A form as it belongs to one task.
    pub struct TaskForm {
        /// Task id.
        task: String,
        /// What the rule is called.
        title: String,
        /// Form id; none: only the outcome and a remark are asked.
        form: Option<String>,
        /// Fields in order.
        fields: Vec<FormField>,
    }

    /// A field of a form.
    pub struct FormField {
        /// Id: the key of the answer.
        id: String,
        /// Label.
        label: String,
        /// `text`, `rating`, `choice`, `choices`, `yes_no`, `date`, `number`, `staff`.
        kind: String,
        /// For rating and choice: the levels, best first.
        levels: Vec<String>,
        /// Levels that mean dissatisfied.
        dissatisfied: Vec<String>,
        /// Whether an answer is needed when the client was reached.
        required: bool,
        /// Required only when this other field's answer means dissatisfied or yes (field id).
        required_if: Option<String>,
        /// A line of help.
        hint: String,
    }

    /// A record in a list.
    pub struct RecordBrief {
        /// Identifier.
        id: String,
        /// Day of the contact.
        on: String,
        /// Channel code.
        channel: String,
        /// Outcome code.
        outcome: String,
        /// Satisfied or not, where asked.
        satisfied: Option<bool>,
        /// Who made it.
        by: String,
        /// What was said.
        note: String,
        /// Struck out.
        voided: bool,
        /// Answers as label and value.
        answers: Vec<LabelValue>,
        /// Titles of the tasks it answered.
        titles: Vec<String>,
    }

    /// A follow-up as it is written down.
    pub struct RecordFollowUp {
        /// The tasks that this contact answers, each with its answers.
        tasks: Vec<TaskAnswers>,
        /// Channel code.
        channel: String,
        /// Outcome code.
        outcome: String,
        /// Day of the contact; none: today.
        on: Option<String>,
        /// When the client wants to be contacted again (outcome `call_back`).
        again_on: Option<String>,
        /// What the client said.
        note: String,
        /// Who made the contact (staff id); none: who is signed in.
        by: Option<String>,
        /// For a recheck by the rectifier himself: the approved reason.
        exception: Option<String>,
    }

    /// The answers for one task.
    pub struct TaskAnswers {
        /// Task id.
        task: String,
        /// Answers by field id.
        #[ts(type = "{ [key: string]: unknown }")]
        answers: BTreeMap<String, Value>,
    }

    /// What writing a follow-up has caused.
    pub struct FollowUpWritten {
        /// The record.
        record: String,
        /// Tasks that it settled.
        settled: Vec<String>,
        /// Problems that it raised.
        problems: Vec<ProblemRow>,
        /// Tasks newly asked for.
        asked: Vec<TaskRow>,
        /// One sentence: 已记录,已生成问题单 WT260001,须在 10-12 前整改.
        line: String,
        /// Nouns that changed: `task`, `record`, `matter`, `client`, `import` …
        changed: Vec<String>,
    }

    /// What would follow from answers, before they are saved.
    pub struct Foresight {
        /// Sentences: 保存后生成问题单,3 个工作日内整改,整改后再回访.
        lines: Vec<String>,
    }

    /// Strikes out a record.
    pub struct VoidRecord {
        /// Record id.
        record: String,
        /// Why.
        reason: String,
    }

    /// What a write changed.
    pub struct Changed {
        /// Nouns that changed.
        changed: Vec<String>,
        /// One sentence for the person.
        line: String,
    }

    /// A decision about a task or a client.
    pub struct Decide {
        /// `waive`, `give_up`, `reopen`, `reschedule`, `reassign` (about a task), `pause`, `resume`, `do_not_contact` (about a client).
        act: String,
        /// Task id.
        task: Option<String>,
        /// Client id.
        client: Option<String>,
        /// New due day, or last day of the pause.
        day: Option<String>,
        /// Staff id, for `reassign`.
        to: Option<String>,
        /// Why.
        reason: String,
    }

    // ---- problems ---------------------------------------------------------------------------------------------

    /// A problem on its way round the loop.
    pub struct ProblemRow {
        /// Matter id of the problem.
        matter: String,
        /// Number.
        no: String,
        /// Client.
        client: Option<ClientBrief>,
        /// What is wrong.
        text: String,
        /// Out of which matter it came.
        parent: Option<MatterBrief>,
        /// Day raised.
        raised: String,
        /// Day by which it must be rectified.
        deadline: Option<String>,
        /// Who rectifies.
        handler: String,
        /// Day of the last rectification.
        rectified: Option<String>,
        /// Day closed.
        closed: Option<String>,
        /// `open`, `overdue`, `to_recheck`, `closed`.
        state: String,
        /// How many times it was rectified.
        rounds: u32,
    }

    /// Writes down that a problem was rectified.
    pub struct Rectify {
        /// Matter id of the problem.
        matter: String,
        /// Day; none: today.
        on: Option<String>,
        /// What was done.
        note: String,
        /// Who rectified (staff id or name); none: who is signed in.
        by: Option<String>,
    }

    // ---- clients ----------------------------------------------------------------------------------------------

    /// Asks for a window of the client list.
    pub struct ClientQuery {
        /// Name, room, number or telephone tail; empty: everybody.
        find: String,
        /// First row wanted.
        offset: u32,
        /// How many at most.
        limit: u32,
    }

    /// A window of the client list.
    pub struct ClientList {
        /// How many the filter has in all.
        total: u32,
        /// The rows.
        rows: Vec<ClientRow>,
    }

    /// A client as a row of the archive.
    pub struct ClientRow {
        /// Who.
        client: ClientBrief,
        /// Responsible person.
        assignee: Option<String>,
        /// How many matters.
        matters: u32,
        /// Open tasks.
        open: u32,
        /// Last contact.
        last_contact: Option<String>,
    }

    /// Names one client.
    pub struct ClientRef {
        /// Client id.
        client: String,
    }

    /// One client, one page.
    pub struct ClientPage {
        /// Who.
        client: ClientBrief,
        /// Facts as label and value.
        facts: Vec<LabelValue>,
        /// Telephone numbers: label and digits.
        phones: Vec<LabelValue>,
        /// Tasks that are open or to come.
        tasks: Vec<TaskRow>,
        /// What happened, newest first.
        timeline: Vec<TimelineItem>,
        /// Why the client is, or is not, on the list: a line for each rule.
        why: Vec<WhyLine>,
    }

    /// A happening on a client's page.
    pub struct TimelineItem {
        /// Day.
        on: String,
        /// `matter`, `record`, `decision`, `task`.
        kind: String,
        /// Heading.
        title: String,
        /// Lines below it.
        lines: Vec<String>,
        /// `good`, `bad`, `plain`.
        tone: String,
        /// Record id, where it is a record that can be struck out.
        record: Option<String>,
        /// Matter id, where it is a matter.
        matter: Option<String>,
    }

    /// Why a rule asks for a client, or does not.
    pub struct WhyLine {
        /// Pack id.
        pack: String,
        /// Rule id.
        rule: String,
        /// What the rule is called.
        title: String,
        /// Whether a task of the rule is on the list now.
        on_list: bool,
        /// The first condition that failed, or the reason why it is there, in words.
        text: String,
    }

    // ---- matters ----------------------------------------------------------------------------------------------

    /// Corrects a field of a matter by hand; no import overwrites it afterwards.
    pub struct CorrectMatter {
        /// Matter id.
        matter: String,
        /// Field code, or `severity`, `handler`, `department`.
        field: String,
        /// New value; null: empty.
        #[ts(type = "unknown")]
        value: Value,
        /// Why.
        reason: String,
    }

    /// Puts a client into a class or takes him out of it.
    pub struct SetClass {
        /// Client id.
        client: String,
        /// Class.
        class: String,
        /// In, or out.
        member: bool,
    }

    // ---- imports ----------------------------------------------------------------------------------------------

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

    // ---- report -----------------------------------------------------------------------------------------------

    /// Names a period: `2026Q3`.
    pub struct PeriodRef {
        /// Period.
        period: String,
    }

    /// A period that can be chosen.
    pub struct PeriodChoice {
        /// `2026Q3`.
        period: String,
        /// 2026年第三季度.
        label: String,
    }

    /// The quarter as figures.
    pub struct QuarterlyReport {
        /// `2026Q3`.
        period: String,
        /// 2026年第三季度.
        label: String,
        /// First and last day.
        days: String,
        /// Headline figures.
        figures: Vec<Figure>,
        /// Coverage by rule, department, staff; satisfaction by item.
        tables: Vec<FigureTable>,
        /// Months of the quarter with due and done, for the chart.
        months: Vec<MonthFigures>,
        /// Targets of the policy with what was reached.
        targets: Vec<TargetLine>,
    }

    /// A figure with numerator, denominator and definition.
    pub struct Figure {
        /// Stable id: `coverage`, `on_time_rate`, `satisfaction_rate`, `due_count`, `done_count`, `on_time_count`, `lost_count`, `missed_count`, `waived_count`.
        id: String,
        /// Label.
        label: String,
        /// Numerator, or the count.
        numerator: u32,
        /// Denominator; none for a count.
        denominator: Option<u32>,
        /// The rate as `83.3%`; `—` for 0/0; the count for a count.
        text: String,
        /// What it counts.
        definition: String,
    }

    /// A table of figures.
    pub struct FigureTable {
        /// Stable id: `by_rule`, `by_department`, `by_staff`, `satisfaction`.
        id: String,
        /// Title.
        title: String,
        /// Column titles.
        columns: Vec<String>,
        /// Rows of cells as text.
        rows: Vec<Vec<String>>,
    }

    /// One month of the quarter.
    pub struct MonthFigures {
        /// `2026-07`.
        month: String,
        /// Due.
        due: u32,
        /// Reached.
        done: u32,
        /// Reached on time.
        on_time: u32,
    }

    /// A target of the policy.
    pub struct TargetLine {
        /// What it is about.
        title: String,
        /// What is asked: 不低于 50%.
        asked: String,
        /// What was reached.
        reached: String,
        /// Whether it was reached; none for 0/0.
        met: Option<bool>,
        /// Clause ids.
        clauses: Vec<String>,
    }

    /// Asks for the list behind a figure.
    pub struct FigureQuery {
        /// Period.
        period: String,
        /// Figure id.
        figure: String,
        /// First row wanted.
        offset: u32,
        /// How many at most.
        limit: u32,
    }

    /// The list behind a figure.
    pub struct FigureList {
        /// How many in all.
        total: u32,
        /// The rows.
        rows: Vec<TaskRow>,
    }

    /// Writes the quarter as a workbook.
    pub struct ExportReport {
        /// Period.
        period: String,
        /// Where to.
        path: String,
    }

    /// A file that was written.
    pub struct Exported {
        /// Where it is.
        path: String,
        /// Rows of the ledger.
        rows: u32,
    }

    // ---- packs ------------------------------------------------------------------------------------------------

    /// Names one pack.
    pub struct PackRef {
        /// Policy id.
        id: String,
    }

    /// A pack as readable policy.
    pub struct PackText {
        /// Brief.
        brief: PackBrief,
        /// The whole pack in plain Chinese, line by line.
        lines: Vec<PackLine>,
    }

    /// A line of a pack's text.
    pub struct PackLine {
        /// `title`, `heading`, `text`, `silent`.
        kind: String,
        /// The words.
        text: String,
        /// Clauses that the line carries.
        clauses: Vec<String>,
        /// `runs`, `asks`, `shows`, or empty.
        how: String,
    }

    /// Provokes a panic inside a command: how the test sees that it stays there.
    pub struct ProvokePanic {
        /// The panic's message.
        message: String,
    }
}
