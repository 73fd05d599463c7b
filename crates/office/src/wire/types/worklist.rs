//! The worklist, one call, and writing it down.

use super::{CallState, Calling, DecisionBrief, Gap, ProblemRow, ViewFilter, wire};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;
use ts_rs::TS;

wire! {

    /// Asks for a window of the worklist.
    pub struct WorklistQuery {
        /// `overdue`, `today`, `tomorrow`, `week` (the next seven days), `waiting` (for a further try), `call_back`, `all` (everything open, waiting or not); `paused` (clients who are not to be contacted now); `unsigned` (settled by a home visit that the client has still to sign); `done` (settled today); `chosen` (see `tasks`); `office` (the office's own work, which stands under no other tab).
        tab: String,
        /// `all`, `mine` (who is signed in), `unassigned`, `no_phone`.
        #[serde(default)]
        whose: String,
        /// What a view lists; none: everything.
        #[serde(default)]
        filter: Option<ViewFilter>,
        /// Under the tab `chosen`: exactly these tasks, as far as they are open, in this order.
        #[serde(default)]
        tasks: Vec<String>,
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
        /// Tried, and to be tried again later: in none of the counts by day.
        waiting: u32,
        /// Everything open.
        all: u32,
        /// What could be done, of clients who are not to be contacted now; in none of the other counts.
        paused: u32,
        /// The office's own work that can be done; in none of the other counts.
        office: u32,
        /// Of it, past due.
        office_overdue: u32,
        /// Settled by a home visit that the client has still to sign.
        unsigned: u32,
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
        /// `waiting`, `open`, `overdue`, `paused`, `done`, `lost`, `waived`, `missed`, `withdrawn`.
        state: String,
        /// Days past due; 0 where not overdue.
        days_over: u32,
        /// Why it is here: one sentence with dates and clauses.
        because: String,
        /// A line of facts: 电梯故障 · 重要 · 已拨 2 次未接.
        detail: String,
        /// `contact` or `step`.
        action: String,
        /// What settles it: `record` (a contact), `finish` (somebody says that it is done), `draw`, `problem` (its
        /// rectification is noted), `count` (contacts with clients are counted).
        settled_by: String,
        /// Channels in the order of the policy.
        channels: Vec<String>,
        /// Who must: a name or, where nobody is named, the role.
        assignee: String,
        /// The person's id, where one is meant.
        assignee_id: Option<String>,
        /// Whose substitute that person is today.
        stands_in_for: Option<String>,
        /// Tries so far.
        tries: u32,
        /// Day on which the client wants to be contacted again.
        again_on: Option<String>,
        /// Where its calls stand.
        call: CallState,
        /// How many other tasks of the same client or household are open in an overlapping window.
        together: u32,
        /// The home visit that settled it and that the client has still to sign (record id).
        unsigned: Option<String>,
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
        /// What people decided about this task, newest first.
        decisions: Vec<DecisionBrief>,
        /// Other open tasks of the same client or household that the same call can settle.
        together: Vec<TaskRow>,
        /// When and how to call.
        calling: Calling,
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
        /// `text`, `rating`, `choice`, `choices`, `yes_no`, `date`, `number`, `staff`, `signature`, `photo`.
        kind: String,
        /// For rating and choice: the levels, best first.
        levels: Vec<String>,
        /// Levels that mean dissatisfied.
        dissatisfied: Vec<String>,
        /// Whether an answer is needed when the client was reached.
        required: bool,
        /// Required only when this other field's answer means dissatisfied or yes (field id).
        required_if: Option<String>,
        /// Required when the client was reached by one of these channels.
        required_by: Vec<String>,
        /// Least number, for a number.
        #[ts(type = "number | null")]
        min: Option<i64>,
        /// Greatest number, for a number.
        #[ts(type = "number | null")]
        max: Option<i64>,
        /// What a number counts; empty: nothing in particular.
        unit: String,
        /// Lines to write on, for a text; more than one: Enter makes a line.
        lines: u8,
        /// Whether instead of an answer it may be said why there is none.
        may_be_unanswered: bool,
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
        /// The number that was rung, digits.
        phone: Option<String>,
        /// Answers as label and value.
        answers: Vec<LabelValue>,
        /// Titles of the tasks it answered.
        titles: Vec<String>,
        /// Why it took the place of an earlier record; empty: it did not.
        correction: String,
        /// Whether a later record took its place.
        corrected: bool,
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
        /// When the client wants to be contacted again (outcome `call_back`): a day, or `YYYY-MM-DDTHH:MM`.
        again_on: Option<String>,
        /// The number that was rung, digits.
        #[serde(default)]
        phone: Option<String>,
        /// What the client said.
        note: String,
        /// Who made the contact (staff id); none: who is signed in.
        by: Option<String>,
        /// For a recheck by the rectifier himself: the approved reason.
        exception: Option<String>,
        /// Files that were taken with the contact, besides those that answer a field (attachment ids).
        #[serde(default)]
        attachments: Vec<String>,
    }

    /// The answers for one task.
    pub struct TaskAnswers {
        /// Task id.
        task: String,
        /// Answers by field id.
        #[ts(type = "{ [key: string]: unknown }")]
        answers: BTreeMap<String, Value>,
        /// Why a field has no answer, by field id.
        #[serde(default)]
        unanswered: BTreeMap<String, Gap>,
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
        /// What followed beyond the record itself: 问题单 WT260001,最迟 2026-10-12 整改; empty: nothing.
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
        /// `waive`, `give_up`, `reopen`, `reschedule`, `reassign`, `finish` (about a task), `pause`, `resume`,
        /// `do_not_contact` (about a client).
        act: String,
        /// Task id.
        task: Option<String>,
        /// Client id.
        client: Option<String>,
        /// New due day, last day of the pause, or the day on which it was finished (none: today).
        day: Option<String>,
        /// Staff id, for `reassign`.
        to: Option<String>,
        /// Who approved (staff id): for `waive`, and for a day after the latest day of the policy.
        approver: Option<String>,
        /// Why; for `finish` a remark, which may be empty.
        reason: String,
    }
}
