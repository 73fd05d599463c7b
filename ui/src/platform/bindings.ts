// Made from the wire list by `cargo xtask bindings`. Not to be edited by hand.

/**
 * An expected failure, or a panic that stayed in its command, as it crosses the wire.
 */
export type WireError = { 
/**
 * Stable code; the catalogue of the UI has a text for each.
 */
code: string, 
/**
 * Parameters of that text.
 */
params: unknown, 
/**
 * The sentence in Chinese, with file, row and remedy where there are any.
 */
detail: string, 
/**
 * Finds the failure in the log.
 */
trace_id: string, };

/**
 * A request without parameters.
 */
export type Nothing = Record<symbol, never>;

/**
 * What this program is.
 */
export type About = { 
/**
 * Version of the program.
 */
version: string, 
/**
 * Texts of the licences of what it is built from.
 */
licences: string, };

/**
 * What the desk looks like now: the office that is open and who works there.
 */
export type DeskStatus = { 
/**
 * The open office; none: the start page is shown.
 */
office: OfficeBrief | null, 
/**
 * Who is working.
 */
me: StaffBrief | null, 
/**
 * Office folders opened lately, the last one first.
 */
recent: Array<string>, 
/**
 * Whether the desk is locked, and who needs a PIN.
 */
lock: DeskLock, };

/**
 * An open office.
 */
export type OfficeBrief = { 
/**
 * Its name.
 */
name: string, 
/**
 * Its folder.
 */
dir: string, 
/**
 * `dental`, `property`, `hospital` … (the pack's sector).
 */
sector: string, 
/**
 * What a client is called here (住户, 患者).
 */
client_term: string, 
/**
 * Whether it is a demonstration office.
 */
sample: boolean, 
/**
 * Today's civil day.
 */
today: string, 
/**
 * Today as a line: `2026年10月9日 周五 · 工作日 · 八月廿九`.
 */
today_line: string, hours: string, 
/**
 * Things the manager should know (no holiday table for next year, clock set back …).
 */
notices: Array<Notice>, 
/**
 * Enabled packs.
 */
packs: Array<PackBrief>, };

/**
 * Something the manager should know.
 */
export type Notice = { 
/**
 * Stable code, for the catalogue.
 */
code: string, 
/**
 * The sentence.
 */
text: string, };

/**
 * A policy pack in a list.
 */
export type PackBrief = { 
/**
 * Policy id such as `002-12`.
 */
id: string, 
/**
 * Title.
 */
title: string, 
/**
 * Sector.
 */
sector: string, 
/**
 * The day from which it is enabled here; none: it never was.
 */
effective_from: string | null, 
/**
 * The day from which it is paused, if it is or will be.
 */
paused_from: string | null, 
/**
 * `on`, `coming` (enabled from a later day), `ending` (paused from a later day), `paused`, `off`.
 */
state: string, 
/**
 * Whether the office keeps it itself (copied or imported).
 */
own: boolean, 
/**
 * The pack of which it is a copy.
 */
copied_from: string | null, 
/**
 * How many enforceable clauses run, ask, show.
 */
runs: number, 
/**
 * See `runs`.
 */
asks: number, 
/**
 * See `runs`.
 */
shows: number, };

/**
 * Opens an office folder.
 */
export type OpenOffice = { 
/**
 * The folder.
 */
dir: string, };

/**
 * A person of staff.
 */
export type StaffBrief = { 
/**
 * Identifier.
 */
id: string, 
/**
 * Name.
 */
name: string, 
/**
 * Post.
 */
role: string, 
/**
 * Department.
 */
department: string | null, };

/**
 * Says who is working.
 */
export type SignIn = { staff: string | null, pin: string | null, };

export type DeskLock = { locked: boolean, pins: Array<string>, may_reset: boolean, };
export type SetPin = { old: string | null, new: string | null, };
export type StaffRef = { staff: string, };
export type DueNow = { overdue: number, today: number, call_backs: Array<CallBackDue>, };
export type CallBackDue = { task: string, at: string, is_now: boolean, };

/**
 * Asks for a window of the worklist.
 */
export type WorklistQuery = { 
/**
 * `overdue`, `today`, `tomorrow`, `week` (the next seven days), `call_back`, `all` (everything open); `office` (the office's own work, which stands under no other tab).
 */
tab: string, 
/**
 * Only mine (who is signed in), or everybody's.
 */
whose: string, filter: ViewFilter | null, tasks: Array<string>, 
/**
 * Name, room, number or telephone tail; empty: no filter.
 */
find: string, 
/**
 * First row wanted.
 */
offset: number, 
/**
 * How many rows at most.
 */
limit: number, };
export type WorklistQuery = { tab: string, mine: boolean, find: string, offset: number, limit: number };

/**
 * A window of the worklist with its counts.
 */
export type Worklist = { counts: WorklistCounts, total: number, rows: Array<TaskRow> };

/**
 * Counts of the tabs, and of the day's progress.
 */
export type WorklistCounts = { 
/**
 * Open and past due.
 */
overdue: number, 
/**
 * Due today.
 */
today: number, 
/**
 * Due tomorrow.
 */
tomorrow: number, 
/**
 * Due in the seven days after today.
 */
week: number, 
/**
 * Clients who asked to be contacted again today or earlier.
 */
call_back: number, waiting: number, 
/**
 * Everything open.
 */
all: number, paused: number,
/**
 * The office's own work that can be done; in none of the other counts.
 */
office: number, 
/**
 * Of it, past due.
 */
office_overdue: number, 
/**
 * Settled today.
 */
done_today: number, 
/**
 * Problems whose rectification is still open.
 */
problems: number, };
export type WorklistCounts = { overdue: number, today: number, tomorrow: number, week: number, call_back: number, all: number, office: number, office_overdue: number, done_today: number, problems: number };

/**
 * A task as a row.
 */
export type TaskRow = { 
/**
 * Task id.
 */
id: string, 
/**
 * Pack id.
 */
pack: string, 
/**
 * Rule id inside the pack.
 */
rule: string, 
/**
 * What the rule is called: 投诉回访.
 */
title: string, 
/**
 * Whom; none where the subject is not a client.
 */
client: ClientBrief | null, 
/**
 * About what.
 */
matter: MatterBrief | null, 
/**
 * Step of a series, from 1; occurrences of a repetition go on counting.
 */
step: number, 
/**
 * For a quota: how many are needed.
 */
need: number, 
/**
 * For a quota: how many there are.
 */
have: number, 
/**
 * First day of the window.
 */
opens: string, 
/**
 * Soft deadline: `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`.
 */
due: string, 
/**
 * Hard deadline.
 */
latest: string | null, 
/**
 * `waiting`, `open`, `overdue`, `done`, `lost`, `waived`, `missed`, `withdrawn`.
 */
state: string, 
/**
 * Days past due; 0 where not overdue.
 */
days_over: number, 
/**
 * Why it is here: one sentence with dates and clauses.
 */
because: string, 
/**
 * A line of facts: 电梯故障 · 重要 · 已拨 2 次未接.
 */
detail: string, 
/**
 * `contact` or `step`.
 */
action: string, 
/**
 * What settles it: `record` (a contact), `finish` (somebody says that it is done), `draw`, `problem` (its
 * rectification is noted), `count` (contacts with clients are counted).
 */
settled_by: string, 
/**
 * Channels in the order of the policy.
 */
channels: Array<string>, 
/**
 * Who must: a name or, where nobody is named, the role.
 */
assignee: string, 
/**
 * The person's id, where one is meant.
 */
assignee_id: string | null, stands_in_for: string | null, 
/**
 * Tries so far.
 */
tries: number, 
/**
 * Day on which the client wants to be contacted again.
 */
again_on: string | null, call: CallState, 
/**
 * How many other tasks of the same client are open in an overlapping window.
 */
together: number, 
/**
 * Whether the day was computed with a year that has no holiday table.
 */
guessed: boolean, };
export type TaskRow = { id: string, pack: string, rule: string, title: string, client: ClientBrief | null, matter: MatterBrief | null, step: number, need: number, have: number, opens: string, due: string, latest: string | null, state: string, days_over: number, because: string, detail: string, action: string, settled_by: string, channels: Array<string>, assignee: string, assignee_id: string | null, tries: number, again_on: string | null, together: number, guessed: boolean };

/**
 * A client in a row.
 */
export type ClientBrief = { id: string, name: string, no: string | null, place: string | null, phone: string | null, tags: Array<string> };

/**
 * A matter in a row.
 */
export type MatterBrief = { id: string, kind: string, kind_label: string, no: string | null };

/**
 * Names one task.
 */
export type TaskRef = { task: string };

/**
 * Everything needed to make the call and write it down.
 */
export type TaskDetail = { 
/**
 * The row.
 */
row: TaskRow, 
/**
 * The clauses it stands on, with their pack's title.
 */
clauses: Array<ClauseRef>, 
/**
 * Facts of the client as label and value.
 */
client_facts: Array<LabelValue>, 
/**
 * Facts of the matter as label and value.
 */
matter_facts: Array<LabelValue>, 
/**
 * All own and other telephone numbers: label and digits.
 */
phones: Array<LabelValue>, 
/**
 * The form to fill in, one for each task of the call.
 */
forms: Array<TaskForm>, 
/**
 * What to say, with names filled in; empty where the policy gives none.
 */
script: string, 
/**
 * Tries and records on this task and matter, newest first.
 */
history: Array<RecordBrief>, 
/**
 * What people decided about this task, newest first.
 */
decisions: Array<DecisionBrief>, 
/**
 * Other open tasks of the same client that the same call can settle.
 */
together: Array<TaskRow>, calling: Calling, };
export type TaskDetail = { row: TaskRow, clauses: Array<ClauseRef>, client_facts: Array<LabelValue>, matter_facts: Array<LabelValue>, phones: Array<LabelValue>, forms: Array<TaskForm>, script: string, history: Array<RecordBrief>, decisions: Array<DecisionBrief>, together: Array<TaskRow> };

/**
 * A clause that a task stands on.
 */
export type ClauseRef = { id: string, policy: string };

/**
 * A labelled value.
 */
export type LabelValue = { label: string, value: string };

/**
 * A form as it belongs to one task.
 */
export type TaskForm = { task: string, title: string, form: string | null, fields: Array<FormField> };

/**
 * A field of a form.
 */
export type FormField = { id: string, label: string, kind: string, levels: Array<string>, dissatisfied: Array<string>, required: boolean, required_if: string | null, required_by: Array<string>, min: number | null, max: number | null, unit: string, lines: number, may_be_unanswered: boolean, hint: string };

/**
 * A record in a list.
 */
export type RecordBrief = { 
/**
 * Identifier.
 */
id: string, 
/**
 * Day of the contact.
 */
on: string, 
/**
 * Channel code.
 */
channel: string, 
/**
 * Outcome code.
 */
outcome: string, 
/**
 * Satisfied or not, where asked.
 */
satisfied: boolean | null, 
/**
 * Who made it.
 */
by: string, 
/**
 * What was said.
 */
note: string, 
/**
 * Struck out.
 */
voided: boolean, phone: string | null, 
/**
 * Answers as label and value.
 */
answers: Array<LabelValue>, 
/**
 * Titles of the tasks it answered.
 */
titles: Array<string>, };
export type RecordBrief = { id: string, on: string, channel: string, outcome: string, satisfied: boolean | null, by: string, note: string, voided: boolean, answers: Array<LabelValue>, titles: Array<string>, correction: string, corrected: boolean };

/**
 * A follow-up as it is written down.
 */
export type RecordFollowUp = { 
/**
 * The tasks that this contact answers, each with its answers.
 */
tasks: Array<TaskAnswers>, 
/**
 * Channel code.
 */
channel: string, 
/**
 * Outcome code.
 */
outcome: string, 
/**
 * Day of the contact; none: today.
 */
on: string | null, 
/**
 * When the client wants to be contacted again (outcome `call_back`).
 */
again_on: string | null, phone: string | null, 
/**
 * What the client said.
 */
note: string, 
/**
 * Who made the contact (staff id); none: who is signed in.
 */
by: string | null, 
/**
 * For a recheck by the rectifier himself: the approved reason.
 */
exception: string | null, };
export type RecordFollowUp = { tasks: Array<TaskAnswers>, channel: string, outcome: string, on: string | null, again_on: string | null, note: string, by: string | null, exception: string | null, attachments: Array<string> };

/**
 * The answers for one task.
 */
export type TaskAnswers = { task: string, answers: { [key: string]: unknown }, unanswered: { [key in string]: Gap } };

/**
 * What writing a follow-up has caused.
 */
export type FollowUpWritten = { record: string, settled: Array<string>, problems: Array<ProblemRow>, asked: Array<TaskRow>, line: string, changed: Array<string> };

/**
 * What would follow from answers, before they are saved.
 */
export type Foresight = { lines: Array<string> };

/**
 * Strikes out a record.
 */
export type VoidRecord = { record: string, reason: string };

/**
 * What a write changed.
 */
export type Changed = { changed: Array<string>, line: string };

/**
 * A decision about a task or a client.
 */
export type Decide = { 
/**
 * `waive`, `give_up`, `reopen`, `reschedule`, `reassign`, `finish` (about a task), `pause`, `resume`,
 * `do_not_contact` (about a client).
 */
act: string, 
/**
 * Task id.
 */
task: string | null, 
/**
 * Client id.
 */
client: string | null, 
/**
 * New due day, last day of the pause, or the day on which it was finished (none: today).
 */
day: string | null, 
/**
 * Staff id, for `reassign`.
 */
to: string | null, approver: string | null, 
/**
 * Why; for `finish` a remark, which may be empty.
 */
reason: string, };
export type Decide = { act: string, task: string | null, client: string | null, day: string | null, to: string | null, reason: string };

/**
 * A problem on its way round the loop.
 */
export type ProblemRow = { 
/**
 * Matter id of the problem.
 */
matter: string, 
/**
 * Number.
 */
no: string, 
/**
 * Client.
 */
client: ClientBrief | null, 
/**
 * What is wrong.
 */
text: string, 
/**
 * Out of which matter it came.
 */
parent: MatterBrief | null, 
/**
 * Day raised.
 */
raised: string, 
/**
 * Day by which it must be rectified.
 */
deadline: string | null, 
/**
 * Who rectifies.
 */
handler: string, 
/**
 * Day of the last rectification.
 */
rectified: string | null, 
/**
 * Day closed.
 */
closed: string | null, 
/**
 * `open`, `overdue`, `to_recheck`, `closed`.
 */
state: string, 
/**
 * How many times it was rectified.
 */
rounds: number, };

/**
 * Writes down that a problem was rectified.
 */
export type Rectify = { 
/**
 * Matter id of the problem.
 */
matter: string, 
/**
 * Day; none: today.
 */
on: string | null, 
/**
 * What was done.
 */
note: string, 
/**
 * Who rectified (staff id or name); none: who is signed in.
 */
by: string | null, };

/**
 * Asks for a window of the client list.
 */
export type ClientQuery = { 
/**
 * As for `search`; empty: everybody.
 */
find: string, 
/** x */
only: string,
/** x */
sort: string,
/** x */
descending: boolean,
/**
 * First row wanted.
 */
offset: number, 
/**
 * How many at most.
 */
limit: number, };

export type ViewSettingRef = { 
/**
 * Name.
 */
name: string, };

export type ViewSetting = { 
/**
 * As it was put; null: as it comes.
 */
value: unknown, };

export type PutViewSetting = { 
/**
 * Name of the table.
 */
name: string, 
/**
 * Widths, order and what is hidden, as the window writes them.
 */
value: unknown, };

export type ExportList = { 
/**
 * Where to.
 */
path: string, 
/**
 * Above the list.
 */
title: string, 
/**
 * `clients`, `worklist`, `figure`: asked for here, so that no row crosses the wire; `rows`: the rows below.
 */
list: string, 
/**
 * The request of that list, without its window.
 */
query: unknown, 
/**
 * Columns as they stand: title and id.
 */
columns: Array<LabelValue>, 
/**
 * For `rows`: what stands in the columns.
 */
rows: Array<Array<string>>, };

export type PasteRows = { 
/**
 * The rows, cells between tabs.
 */
text: string, 
/**
 * Titles to be put above them; empty: the first row has them, or they are guessed.
 */
titles: Array<string>, 
/**
 * Column title -> field, over what is recognised.
 */
mapping: { [key in string]: string }, 
/**
 * What is to become of single rows.
 */
choices: Array<RowChoice>, };

export type RowChoice = { 
/**
 * Row.
 */
row: number, 
/**
 * `new`, `merge`, `skip`.
 */
choice: string, 
/**
 * For `merge`: into whom.
 */
client: string | null, };

export type PastePreview = { 
/**
 * Titles that were guessed or given, to be sent back; empty: the first row has them.
 */
titles: Array<string>, 
/**
 * Columns: title -> field (empty field: kept under its own title).
 */
columns: Array<LabelValue>, 
/**
 * The rows.
 */
rows: Array<PastedRow>, 
/**
 * So many would be new.
 */
created: number, 
/**
 * So many would change somebody.
 */
updated: number, 
/**
 * So many say what is known.
 */
unchanged: number, 
/**
 * So many would not go in.
 */
rejected: number, };

export type PastedRow = { 
/**
 * Row.
 */
row: number, 
/**
 * Cells, by column.
 */
cells: Array<PastedCell>, 
/**
 * `created`, `updated`, `unchanged`, `rejected`, `skipped`.
 */
outcome: string, 
/**
 * Why it would not go in.
 */
reason: string | null, 
/**
 * Whom it changes, or whom it looks like.
 */
existing: ClientBrief | null, 
/**
 * By what: `same`: it is he; `phone`, `name`: he looks alike.
 */
alike: string | null, };

export type PastedCell = { 
/**
 * As it stands.
 */
text: string, 
/**
 * What is doubtful about it, with the remedy.
 */
doubt: string | null, };

export type Pasted = { 
/**
 * Import id, by which it is taken back; none where nothing changed.
 */
import: string | null, 
/**
 * So many are new.
 */
created: number, 
/**
 * So many were changed.
 */
updated: number, 
/**
 * New tasks that follow.
 */
new_tasks: number, 
/**
 * Nouns that changed.
 */
changed: Array<string>, };

/**
 * A window of the client list.
 */
export type ClientList = { 
/**
 * How many the filter has in all.
 */
total: number, 
/**
 * The rows.
 */
rows: Array<ClientRow>, };

/**
 * A client as a row of the archive.
 */
export type ClientRow = { 
/**
 * Who.
 */
client: ClientBrief, 
/**
 * Responsible person.
 */
assignee: string | null, 
/**
 * How many matters.
 */
matters: number, 
/**
 * Open tasks.
 */
open: number, 
/**
 * Last contact.
 */
last_contact: string | null, next_due: string | null, };

/**
 * Names one client.
 */
export type ClientRef = { 
/**
 * Client id.
 */
client: string, };

/**
 * One client, one page.
 */
export type ClientPage = { 
/**
 * Who.
 */
client: ClientBrief, 
/**
 * Facts as label and value.
 */
facts: Array<LabelValue>, 
/**
 * Telephone numbers: label and digits.
 */
phones: Array<LabelValue>, 
/**
 * Tasks that are open or to come.
 */
tasks: Array<TaskRow>, 
/**
 * What happened, newest first.
 */
timeline: Array<TimelineItem>, 
/**
 * Why the client is, or is not, on the list: a line for each rule.
 */
why: Array<WhyLine>, };

/**
 * A happening on a client's page.
 */
export type TimelineItem = { 
/**
 * Day.
 */
on: string, 
/**
 * `matter`, `record`, `decision`, `task`.
 */
kind: string, 
/**
 * Heading.
 */
title: string, 
/**
 * Lines below it.
 */
lines: Array<string>, 
/**
 * `good`, `bad`, `plain`.
 */
tone: string, 
/**
 * Record id, where it is a record that can be struck out.
 */
record: string | null, 
/**
 * Matter id, where it is a matter.
 */
matter: string | null, 
/**
 * Kind of the matter, where it is one.
 */
matter_kind: string | null, };

/**
 * Why a rule asks for a client, or does not.
 */
export type WhyLine = { 
/**
 * Pack id.
 */
pack: string, 
/**
 * Rule id.
 */
rule: string, 
/**
 * What the rule is called.
 */
title: string, 
/**
 * Whether a task of the rule is on the list now.
 */
on_list: boolean, 
/**
 * The first condition that failed, or the reason why it is there, in words.
 */
text: string, };

/**
 * Corrects a field of a matter by hand; no import overwrites it afterwards.
 */
export type CorrectMatter = { 
/**
 * Matter id.
 */
matter: string, 
/**
 * Field code, or `severity`, `handler`, `department`.
 */
field: string, 
/**
 * New value; null: empty.
 */
value: unknown, 
/**
 * Why.
 */
reason: string, };

/**
 * Puts a client into a class or takes him out of it.
 */
export type SetClass = { 
/**
 * Client id.
 */
client: string, 
/**
 * Class.
 */
class: string, 
/**
 * In, or out.
 */
member: boolean, };

/**
 * Asks for the best that is found by what was typed.
 */
export type SearchQuery = { 
/**
 * Name, pinyin, initials or these mixed, telephone tail, room, record number, number of a matter.
 */
find: string, 
/**
 * Ids of the clients to list while nothing is typed, in that order.
 */
recent: Array<string>, 
/**
 * How many clients, and how many matters, at most.
 */
limit: number, };

/**
 * What a search found, the best first.
 */
export type SearchAnswer = { 
/**
 * Clients.
 */
clients: Array<ClientHit>, 
/**
 * Matters.
 */
matters: Array<MatterHit>, 
/**
 * Whether there are more clients or matters than these.
 */
more: boolean, };

/**
 * A client that was found.
 */
export type ClientHit = { 
/**
 * Who.
 */
client: ClientBrief, 
/**
 * What was matched; none while nothing is typed.
 */
matched: Matched | null, };

/**
 * A matter that was found.
 */
export type MatterHit = { 
/**
 * Which.
 */
matter: MatterBrief, 
/**
 * The client whom it concerns; none: anonymous.
 */
client: ClientBrief | null, 
/**
 * Day of its last milestone.
 */
on: string | null, 
/**
 * What was matched.
 */
matched: Matched, };

/**
 * A match: the text that was matched, cut in three.
 */
export type Matched = { 
/**
 * `name`, `pinyin`, `no`, `place`, `phone`, `contact`.
 */
by: string, 
/**
 * What stands before the match.
 */
before: string, 
/**
 * The part that was matched.
 */
hit: string, 
/**
 * What stands after it.
 */
after: string, 
/**
 * By sound: how the part is read.
 */
reading: string | null, };

/**
 * Starts reading files; answered with a job.
 */
export type ImportFiles = { 
/**
 * Paths.
 */
files: Array<string>, 
/**
 * `clients`, `staff` or a matter kind; none: recognised by the headers.
 */
as: string | null, 
/**
 * Only look, write nothing.
 */
dry_run: boolean, 
/**
 * Column title -> field, over what is recognised; empty: none.
 */
mapping: { [key in string]: string }, };

/**
 * Names one job.
 */
export type JobRef = { 
/**
 * Job id.
 */
job: string, };

/**
 * How far a job is.
 */
export type JobStatus = { 
/**
 * Job id.
 */
job: string, 
/**
 * `running`, `done`, `failed`, `cancelled`.
 */
state: string, 
/**
 * What it is doing: `reading`, `checking`, `writing`, `planning`.
 */
stage: string, 
/**
 * File it is at.
 */
file: string, 
/**
 * Rows done.
 */
done: number, 
/**
 * Rows in all; 0: not known yet.
 */
total: number, 
/**
 * When done: what came of it.
 */
imports: Array<ImportResult>, 
/**
 * When failed: why.
 */
error: Problem | null, };

/**
 * A clear error about input: what, and what to do.
 */
export type Problem = { 
/**
 * Stable code.
 */
code: string, 
/**
 * Sentence with file, row and remedy.
 */
text: string, };

/**
 * What an import of one file did, or would do.
 */
export type ImportResult = { 
/**
 * Import id; none for a dry run.
 */
import: string | null, 
/**
 * File name.
 */
file: string, 
/**
 * `clients`, `staff` or a matter kind.
 */
as: string, 
/**
 * Data rows.
 */
rows: number, 
/**
 * New.
 */
created: number, 
/**
 * Changed.
 */
updated: number, 
/**
 * As they were.
 */
unchanged: number, 
/**
 * Rows that did not go in.
 */
rejected: Array<RowProblem>, 
/**
 * Cells that were kept as written and flagged.
 */
warnings: Array<RowProblem>, 
/**
 * Recognised columns: title -> field (empty field: kept under its own title).
 */
columns: Array<LabelValue>, 
/**
 * The first rows as they would go in: cells by column.
 */
preview: Array<Array<string>>, 
/**
 * New tasks that follow, when written.
 */
new_tasks: number, };

/**
 * A row that did not go in, or a cell that is doubtful.
 */
export type RowProblem = { 
/**
 * Sheet.
 */
sheet: string, 
/**
 * Row as in the spreadsheet, from 1.
 */
row: number, 
/**
 * Column title; empty for a whole row.
 */
column: string, 
/**
 * Code.
 */
code: string, 
/**
 * What was found.
 */
found: string, 
/**
 * Sentence with the remedy.
 */
text: string, };

/**
 * An import in the history.
 */
export type ImportBrief = { 
/**
 * Import id.
 */
import: string, 
/**
 * File name.
 */
file: string, 
/**
 * What it was read as.
 */
as: string, 
/**
 * When, `YYYY-MM-DD HH:MM`.
 */
at: string, 
/**
 * Who.
 */
by: string, 
/**
 * New.
 */
created: number, 
/**
 * Changed.
 */
updated: number, 
/**
 * Rows that did not go in.
 */
rejected: number, 
/**
 * Undone already.
 */
undone: boolean, };

/**
 * Takes an import back as one step.
 */
export type UndoImport = { 
/**
 * Import id.
 */
import: string, 
/**
 * Take back also what was edited later.
 */
force: boolean, };

/**
 * What taking back did.
 */
export type UndoneImport = { 
/**
 * Removed or restored.
 */
undone: number, 
/**
 * Left alone because a person edited them later: what, and why.
 */
kept: Array<LabelValue>, 
/**
 * Nouns that changed.
 */
changed: Array<string>, };

/**
 * Writes the rows that did not go in to a workbook to mend and import again.
 */
export type ErrorsWorkbook = { 
/**
 * Job id of the import.
 */
job: string, 
/**
 * Where to.
 */
path: string, };

/**
 * Names a period: `2026Q3`.
 */
export type PeriodRef = { 
/**
 * Period.
 */
period: string, };

/**
 * A period that can be chosen.
 */
export type PeriodChoice = { 
/**
 * `2026Q3`.
 */
period: string, 
/**
 * 2026年第三季度.
 */
label: string, };

/**
 * The quarter as figures.
 */
export type QuarterlyReport = { 
/**
 * `2026Q3`.
 */
period: string, 
/**
 * 2026年第三季度.
 */
label: string, 
/**
 * First and last day.
 */
days: string, 
/**
 * Headline figures.
 */
figures: Array<Figure>, 
/**
 * Coverage by rule, department, staff; satisfaction by item.
 */
tables: Array<FigureTable>, 
/**
 * Months of the quarter with due and done, for the chart.
 */
months: Array<MonthFigures>, 
/**
 * Targets of the policy with what was reached.
 */
targets: Array<TargetLine>, };

/**
 * A figure with numerator, denominator and definition.
 */
export type Figure = { 
/**
 * Stable id: `coverage`, `on_time_rate`, `satisfaction_rate`, `due_count`, `done_count`, `on_time_count`, `lost_count`, `missed_count`, `waived_count`.
 */
id: string, 
/**
 * Label.
 */
label: string, 
/**
 * Numerator, or the count.
 */
numerator: number, 
/**
 * Denominator; none for a count.
 */
denominator: number | null, 
/**
 * The rate as `83.3%`; `—` for 0/0; the count for a count.
 */
text: string, 
/**
 * What it counts.
 */
definition: string, };

/**
 * A table of figures.
 */
export type FigureTable = { 
/**
 * Stable id: `by_rule`, `by_department`, `by_staff`, `satisfaction`.
 */
id: string, 
/**
 * Title.
 */
title: string, 
/**
 * Column titles.
 */
columns: Array<string>, 
/**
 * Rows of cells as text.
 */
rows: Array<Array<string>>, figures: Array<string | null>, keys: Array<string>, };

/**
 * One month of the quarter.
 */
export type MonthFigures = { 
/**
 * `2026-07`.
 */
month: string, 
/**
 * Due.
 */
due: number, 
/**
 * Reached.
 */
done: number, 
/**
 * Reached on time.
 */
on_time: number, };

/**
 * A target of the policy.
 */
export type TargetLine = { 
id: string | null,
/**
 * What it is about.
 */
title: string, 
/**
 * What is asked: 不低于 50%.
 */
asked: string, 
/**
 * What was reached.
 */
reached: string, 
/**
 * Whether it was reached; none for 0/0.
 */
met: boolean | null, 
/**
 * Clause ids.
 */
clauses: Array<string>, };

/**
 * Asks for the list behind a figure.
 */
export type FigureQuery = { 
/**
 * Period.
 */
period: string, 
/**
 * Figure id.
 */
figure: string, table: string | null, key: string | null,
/**
 * First row wanted.
 */
offset: number, 
/**
 * How many at most.
 */
limit: number, };

/**
 * The list behind a figure.
 */
export type FigureList = { 
/**
 * How many in all.
 */
total: number, 
/**
 * The rows.
 */
rows: Array<TaskRow>, };

/**
 * Writes the quarter as a workbook.
 */
export type ExportReport = { 
/**
 * Period.
 */
period: string, 
/**
 * Where to.
 */
path: string, };

/**
 * A file that was written.
 */
export type Exported = { 
/**
 * Where it is.
 */
path: string, 
/**
 * Rows of the ledger.
 */
rows: number, };

/**
 * Prints the form of a task.
 */
export type PrintForm = { task: string, blank: boolean, sheet: RecordFollowUp | null, path: string | null };

/**
 * Prints a form of a pack, for nobody in particular.
 */
export type PrintBlankForm = { pack: string, form: string, path: string | null };

/**
 * Prints a client's archive card.
 */
export type PrintCard = { client: string, path: string | null };

/**
 * Prints lists for rounds of home visits, one for each person.
 */
export type PrintVisits = { staff: string | null, due_to: string | null, tasks: Array<string>, on: string | null, path: string | null };

/**
 * Prints the sheet of a draw.
 */
export type PrintDraw = { draw: string, whole: boolean, path: string | null };

/**
 * What was printed.
 */
export type Printed = { count: number, pages: Array<string>, path: string | null, missing: string };

/**
 * Lists of home visits that were printed.
 */
export type PrintedVisits = { 
/**
 * The sheets.
 */
printed: Printed, 
/**
 * Their rows in order, so that the returned sheets can be typed in the same order.
 */
rows: Array<VisitRow>, changed: Array<string>, };
export type PrintedVisits = { printed: Printed, rows: Array<VisitRow> };

/**
 * A row of a list of home visits.
 */
export type VisitRow = { person: string, number: number, client: string | null, tasks: Array<string> };

/**
 * Names one pack.
 */
export type PackRef = { id: string };

/**
 * A pack as readable policy.
 */
export type PackText = { brief: PackBrief, lines: Array<PackLine>, params: Array<ParamRow>, overrides: Array<ParamOverride>, versions: Array<PackVersionLine>, newer_text: boolean, classes: Array<string>, forms: Array<PackForm> };

/**
 * A line of a pack's text.
 */
export type PackLine = { kind: string, text: string, clauses: Array<string>, how: string, stories: Array<string> };

/**
 * A version of an enabled pack.
 */
export type PackVersionLine = { from: string, until: string | null, values: Array<LabelValue> };

/**
 * Looks for words in packs.
 */
export type FindPacks = { find: string };

/**
 * A pack in which words were found.
 */
export type PackHit = { id: string, line: string };

/**
 * The text of a pack.
 */
export type PackSource = { id: string, text: string, own: boolean, stories: Array<string> };

/**
 * Asks what is wrong with a text that is being written.
 */
export type CheckPack = { id: string, text: string };

/**
 * What is wrong with a text.
 */
export type PackCheck = { problems: Array<PackFault>, stories: Array<string> };

/**
 * A mistake in a pack's text.
 */
export type PackFault = { line: number, column: number, expected: string, found: string };

/**
 * Copies a pack under another name.
 */
export type CopyPack = { id: string, new_id: string, title: string };

/**
 * Writes the text of a pack of the office's own.
 */
export type SavePack = { id: string, text: string, drop_stories: boolean };

/**
 * Writes a pack as one file.
 */
export type ExportPack = { id: string, path: string };

/**
 * Names one file.
 */
export type FileRef = { path: string };

/**
 * A pack of the office's own that was written.
 */
export type PackWritten = { id: string, changed: Array<string>, line: string };

/**
 * Sets two packs side by side.
 */
export type ComparePacks = { left: string, left_enabled: boolean, right: string, right_enabled: boolean };

/**
 * Two packs side by side.
 */
export type PackComparison = { left: string, right: string, same: number, differs: number, only_left: number, only_right: number, rows: Array<CompareRow> };

/**
 * A part of two packs.
 */
export type CompareRow = { kind: string, title: string, state: string, left: Array<Piece>, right: Array<Piece>, silently: boolean };

/**
 * A piece of a sentence.
 */
export type Piece = { text: string, same: boolean };

/**
 * Provokes a panic inside a command: how the test sees that it stays there.
 */
export type ProvokePanic = { message: string };

/**
 * A parameter as the manager is asked for it.
 */
export type ParamRow = { 
/**
 * Name inside the pack.
 */
name: string, 
/**
 * What it is.
 */
label: string, 
/**
 * `number`, `span`, `percent`, `choice`, `list`, `yes_no`, `role`, `class`, `text`.
 */
kind: string, 
/**
 * The default.
 */
default: unknown, 
/**
 * The default in words.
 */
default_words: string, 
/**
 * The value in force, else the default.
 */
value: unknown, 
/**
 * That value in words.
 */
value_words: string, 
/**
 * Whether the office set it.
 */
set: boolean, 
/**
 * What may be chosen.
 */
choices: Array<string>, 
/**
 * Smallest number allowed.
 */
min: number | null, 
/**
 * Largest number allowed.
 */
max: number | null, 
/**
 * The policy says nothing of it.
 */
silent: boolean, 
/**
 * The policy leaves a blank: it must be filled in before the pack can be enabled.
 */
must: boolean, 
/**
 * Clauses that it carries.
 */
clauses: Array<string>, };

/**
 * Values of parameters for a client class or one client.
 */
export type ParamOverride = { 
/**
 * `class` or `client`.
 */
whom: string, 
/**
 * The class, or the client's id.
 */
name: string, 
/**
 * What it is called.
 */
label: string, 
/**
 * The values that differ, by name.
 */
values: { [key: string]: unknown }, };

/**
 * A change of policies, to be foreseen or done.
 */
export type PolicyChange = { 
/**
 * `enable` (also to resume), `pause`, `params`, `holidays`.
 */
act: string, 
/**
 * The pack, but for holidays.
 */
pack: string | null, 
/**
 * From which day; none: from today.
 */
from: string | null, 
/**
 * Values of parameters by name; the others stay as they are.
 */
values: { [key: string]: unknown }, 
/**
 * All values for some clients; none: they stay as they are.
 */
overrides: Array<ParamOverride> | null, 
/**
 * Takes the text that stands on the shelf now (`params`).
 */
new_text: boolean, 
/**
 * The year's table (`holidays`).
 */
holidays: HolidayTable | null, 
/**
 * Who approved it.
 */
approver: string | null, 
/**
 * Why.
 */
reason: string, };

/**
 * What a change would do on the office's own data.
 */
export type PolicyPreview = { 
/**
 * Asked for anew.
 */
new: PreviewList, 
/**
 * Other days, person or channels.
 */
moved: PreviewList, 
/**
 * No longer asked for.
 */
withdrawn: PreviewList, 
/**
 * Would change, but a person had decided.
 */
left_alone: PreviewList, 
/**
 * Only the reason reads otherwise.
 */
reworded: number, 
/**
 * New, and already past due.
 */
backlog: number, 
/**
 * Rules that failed for a client; the rest went on.
 */
failures: number, 
/**
 * Load of the next quarter, week by week.
 */
weeks: Array<WeekLoad>, 
/**
 * The same by who must, the busiest first.
 */
people: Array<PersonLoad>, };

/**
 * Tasks that a change would touch.
 */
export type PreviewList = { 
/**
 * How many.
 */
count: number, 
/**
 * The first twenty.
 */
rows: Array<PreviewRow>, };

/**
 * A task that a change would touch.
 */
export type PreviewRow = { 
/**
 * Task id.
 */
task: string, 
/**
 * Client.
 */
client: string | null, 
/**
 * Number of the matter.
 */
no: string | null, 
/**
 * What the rule is called.
 */
title: string, 
/**
 * The due day so far.
 */
was: string | null, 
/**
 * The due day then.
 */
due: string, 
/**
 * Why.
 */
because: string, };

/**
 * Tasks due in a week.
 */
export type WeekLoad = { 
/**
 * Number of the week in its year.
 */
week: number, 
/**
 * Its Monday.
 */
monday: string, 
/**
 * As things are.
 */
now: number, 
/**
 * As they would be.
 */
then: number, };

/**
 * Tasks of a person, or of a post where nobody is named, in the next quarter.
 */
export type PersonLoad = { 
/**
 * Name or post.
 */
who: string, 
/**
 * As things are.
 */
now: number, 
/**
 * As they would be.
 */
then: number, 
/**
 * The most in one week, as they would be.
 */
busiest: number, };

/**
 * A year's days off and make-up days.
 */
export type HolidayTable = { 
/**
 * Year.
 */
year: number, 
/**
 * Whether there is a table; without one, working days are guessed from weekends.
 */
known: boolean, 
/**
 * Whether the office wrote it itself.
 */
own: boolean, 
/**
 * The days.
 */
days: Array<HolidayLine>, };

/**
 * A day of a holiday table.
 */
export type HolidayLine = { 
/**
 * Day.
 */
day: string, 
/**
 * The holiday.
 */
name: string, 
/**
 * It is worked, in exchange for a day off.
 */
works: boolean, };

/**
 * What of a pack is overdue.
 */
export type Backlog = { 
/**
 * How many tasks.
 */
count: number, 
/**
 * The first twenty.
 */
rows: Array<PreviewRow>, 
/**
 * What was waived at once before, newest first.
 */
waivers: Array<WaiverBrief>, };

/**
 * A backlog that was waived at once.
 */
export type WaiverBrief = { 
/**
 * Number.
 */
id: string, 
/**
 * Day.
 */
on: string, 
/**
 * Who did it.
 */
by: string, 
/**
 * Who approved it.
 */
approver: string, 
/**
 * Why.
 */
reason: string, 
/**
 * How many tasks.
 */
count: number, 
/**
 * Taken back.
 */
undone: boolean, };

/**
 * Waives everything of a pack that is overdue.
 */
export type WaiveBacklog = { 
/**
 * The pack.
 */
pack: string, 
/**
 * Who approved it: staff id or name.
 */
approver: string, 
/**
 * Why.
 */
reason: string, };

/**
 * Names one waived backlog.
 */
export type WaiverRef = { 
/**
 * Number.
 */
id: string, };

/**
 * What a decision changed.
 */
export type Decided = { 
/**
 * The decision; none: others were taken back.
 */
decision: string | null, 
/**
 * Nouns that changed.
 */
changed: Array<string>, 
/**
 * One sentence for the person.
 */
line: string, };

/**
 * A decision about a task.
 */
export type DecisionBrief = { 
/**
 * Identifier.
 */
id: string, 
/**
 * The day from which it holds.
 */
on: string, 
/**
 * What was decided: 改期到 2026-10-12.
 */
what: string, 
/**
 * Who decided; empty: nobody was named.
 */
by: string, 
/**
 * Why, or how it was done.
 */
note: string, 
/**
 * Taken back.
 */
voided: boolean, };

/**
 * Takes a decision back.
 */
export type VoidDecision = { 
/**
 * The decision.
 */
decision: string, 
/**
 * Why.
 */
reason: string, };

/**
 * A piece of the office's work that somebody finished.
 */
export type FinishedRow = { 
/**
 * The decision.
 */
decision: string, 
/**
 * The task.
 */
task: string, 
/**
 * What it is called.
 */
title: string, 
/**
 * Which one: the task's sentence.
 */
because: string, 
/**
 * Day on which it was done.
 */
on: string, 
/**
 * Who finished it; empty: nobody was named.
 */
by: string, 
/**
 * How it was done.
 */
note: string, 
/**
 * Taken back.
 */
voided: boolean, };

/**
 * Who would be drawn from, if somebody drew now.
 */
export type DrawPreview = { 
/**
 * The task that asks for the draw.
 */
task: string, 
/**
 * What is drawn for, in words.
 */
about: DrawAbout, 
/**
 * How many stand in the frame.
 */
population: number, 
/**
 * How many are taken.
 */
take: number, 
/**
 * The strata or parts, where the policy draws by them; the one without a name last.
 */
strata: Array<DrawStratum>, 
/**
 * Hash of the frame.
 */
hash: string, 
/**
 * The day up to which the draw can be made.
 */
due: string, };

/**
 * What is drawn for: the rule and its period.
 */
export type DrawAbout = { 
/**
 * Pack id.
 */
pack: string, 
/**
 * Rule id.
 */
rule: string, 
/**
 * What the rule is called.
 */
title: string, 
/**
 * The rule as a sentence.
 */
words: string, 
/**
 * The clauses it stands on.
 */
clauses: Array<ClauseRef>, 
/**
 * The period: 2026年第40周(2026-09-28 至 2026-10-04).
 */
period: string, 
/**
 * Out of which stretch is drawn; empty where it is the period.
 */
stretch: string, };

/**
 * A stratum, or a part of each of which some are drawn.
 */
export type DrawStratum = { 
/**
 * Its name; empty: those without one.
 */
name: string, 
/**
 * How many it has.
 */
size: number, 
/**
 * How many are taken of it.
 */
take: number, };

/**
 * Draws.
 */
export type DrawWish = { 
/**
 * The task that asks for the draw.
 */
task: string, 
/**
 * The hash of the frame that the person saw; none: he did not look.
 */
hash: string | null, 
/**
 * A seed that was agreed on (thrown with dice before witnesses, say); none: the system's randomness.
 */
seed: string | null, };

/**
 * What was drawn.
 */
export type DrawWritten = { 
/**
 * The draw.
 */
draw: string, 
/**
 * How many were taken.
 */
taken: number, 
/**
 * Nouns that changed.
 */
changed: Array<string>, 
/**
 * One sentence for the person.
 */
line: string, };

/**
 * Lets the next rank take the place of a drawn unit.
 */
export type ReplaceDrawn = { 
/**
 * The draw.
 */
draw: string, 
/**
 * Rank of the unit that is replaced.
 */
rank: number, 
/**
 * Why.
 */
reason: string, };

/**
 * Makes a draw count for nothing, so that it can be made again.
 */
export type VoidDraw = { 
/**
 * The draw.
 */
draw: string, 
/**
 * Who approved (staff id or name).
 */
approver: string, 
/**
 * Why.
 */
reason: string, };

/**
 * A draw in a list.
 */
export type DrawRow = { 
/**
 * The draw.
 */
draw: string, 
/**
 * Pack id.
 */
pack: string, 
/**
 * Rule id.
 */
rule: string, 
/**
 * What the rule is called.
 */
title: string, 
/**
 * The period: 2026年第40周(2026-09-28 至 2026-10-04).
 */
period: string, 
/**
 * Day of the draw.
 */
on: string, 
/**
 * Who drew; empty: nobody was named.
 */
by: string, 
/**
 * The seed.
 */
seed: string, 
/**
 * Whether the seed was agreed on by people, not taken from the system's randomness.
 */
agreed: boolean, 
/**
 * Hash of the frame.
 */
hash: string, 
/**
 * How many stood in the frame.
 */
population: number, 
/**
 * How many are to be followed up.
 */
taken: number, 
/**
 * How many were replaced.
 */
replaced: number, 
/**
 * Who took it back, and why.
 */
voided: DrawVoided | null, };

/**
 * How a draw came to count for nothing.
 */
export type DrawVoided = { 
/**
 * Day.
 */
on: string, 
/**
 * Who did it; empty: nobody was named.
 */
by: string, 
/**
 * Who approved.
 */
approver: string, 
/**
 * Why.
 */
reason: string, };

/**
 * Names a draw.
 */
export type DrawRef = { 
/**
 * The draw.
 */
draw: string, 
/**
 * Also those who were not drawn.
 */
whole: boolean, };

/**
 * The sheet of a draw, as it is printed and signed.
 */
export type DrawSheet = { 
/**
 * Name of the office.
 */
office: string, 
/**
 * The draw in short.
 */
row: DrawRow, 
/**
 * What was drawn for, in words.
 */
about: DrawAbout, 
/**
 * The strata or parts.
 */
strata: Array<DrawStratum>, 
/**
 * How anybody can make the ranking again, in a sentence.
 */
method: string, 
/**
 * The ranking: the whole, or those who were drawn or replaced.
 */
ranking: Array<DrawnRow>, 
/**
 * Who signs: 抽样人, 见证人, 日期.
 */
signatures: Array<string>, };

/**
 * A place of the ranking.
 */
export type DrawnRow = { 
/**
 * Rank, from 1.
 */
rank: number, 
/**
 * Client id, where there is one.
 */
client: string | null, 
/**
 * The unit as it is hashed: client, matter, stratum.
 */
key: string, 
/**
 * The client's name; where he is gone, his identifier.
 */
name: string, 
/**
 * His room or number.
 */
place: string, 
/**
 * The matter: 维修 WX260017; empty where clients are drawn.
 */
matter: string, 
/**
 * Stratum.
 */
stratum: string, 
/**
 * `taken`, `replaced`, `rest`.
 */
state: string, 
/**
 * Why he was replaced, by whom, when; empty otherwise.
 */
replaced: string, 
/**
 * Where the task of one who was taken stands: `open`, `done` …; none: not asked for.
 */
task_state: string | null, };

/**
 * Writes the sheet of a draw as a workbook.
 */
export type ExportDraw = { 
/**
 * The draw.
 */
draw: string, 
/**
 * Where to.
 */
path: string, };

export type ClientEdit = { client: string | null, name: string, no: string, id_number: string, sex: string, born: string, place: string, since: string, assignee: string, contacts: Array<ContactEdit>, classes: Array<string>, wish: WishEdit, fields: { [key in string]: string }, reason: string, };

export type ContactEdit = { relation: string, name: string, phones: string, wechat: string, do_not_contact: boolean, };

export type WishEdit = { hours: string, channel: string, note: string, };

export type ClientForm = { edit: ClientEdit, fields: Array<ClientFieldBrief>, classes: Array<string>, relations: Array<string>, held: Array<string>, };

export type ClientFieldBrief = { code: string, label: string, kind: string, choices: Array<string>, own: boolean, };

export type ClientFormRef = { client: string | null, };

export type ClientChecks = { notes: Array<CheckNote>, born: string | null, sex: string | null, lunar: string | null, age: number | null, };

export type CheckNote = { field: string, text: string, client: ClientBrief | null, };

export type ClientSaved = { client: string, changed: Array<string>, line: string, };

export type OwnFields = { fields: Array<ClientFieldBrief>, };

export type ClientArchive = { household: Array<ClientBrief>, suggested: Array<HouseholdHint>, halt: ClientHalt | null, merges: Array<MergeBrief>, places: Array<LabelValue>, changes: Array<ClientChange>, };

export type HouseholdHint = { client: ClientBrief, why: string, };

export type ClientHalt = { act: string, since: string, until: string | null, by: string, reason: string, tasks: number, };

export type MergeBrief = { merge: string, name: string, at: string, by: string, };

export type ClientChange = { at: string, by: string, what: string, label: string, from: string, to: string, reason: string, };

export type JoinHousehold = { clients: Array<string>, };

export type ClientPair = { a: string, b: string, };

export type DuplicateList = { total: number, pairs: Array<DuplicatePair>, };

export type DuplicatePair = { a: ClientBrief, b: ClientBrief, why: Array<string>, doubt: string, data: string, };

export type MergeLook = { a: ClientBrief, b: ClientBrief, rows: Array<MergeRow>, belongings: Array<MergeRow>, along: Array<string>, notes: Array<string>, };

export type MergeRow = { field: string, label: string, a: string, b: string, differs: boolean, choose: string, };

export type MergeClients = { keep: string, merge: string, take: Array<string>, };

export type Merged = { merge: string, client: string, changed: Array<string>, line: string, };

export type MergeRef = { merge: string, };

export type Parted = { kept: Array<LabelValue>, changed: Array<string>, line: string, };

export type DoubtList = { kinds: Array<DoubtCount>, accepted: number, doubts: Array<Doubt>, };

export type DoubtCount = { kind: string, count: number, };

export type Doubt = { doubt: string, data: string, kind: string, text: string, clients: Array<ClientBrief>, };

export type AcceptDoubt = { doubt: string, data: string, reason: string, };

export type DoubtRef = { doubt: string, };
export type WhoseCounts = { all: number, mine: number, unassigned: number, no_phone: number };

export type TaskIds = { tasks: Array<string> };

export type ViewFilter = { all: boolean, conditions: Array<FilterCondition> };

export type FilterCondition = { field: string, relation: string, values: Array<string> };

export type FilterField = { field: string, kind: string, relations: Array<string>, choices: Array<LabelValue> };

export type SavedView = { view: string, name: string, filter: ViewFilter, sentence: string, count: number };

export type SaveView = { view: string | null, name: string, filter: ViewFilter };

export type ViewWritten = { view: string, changed: Array<string>, line: string };

export type ViewRef = { view: string };

export type DecideMany = { act: string, tasks: Array<string>, day: string | null, to: string | null, approver: string | null, reason: string };

export type DecidedMany = { act: string, count: number, changed: Array<string>, line: string };

export type RecentAct = { act: string, at: string, by: string, what: string, state: string };

export type ActRef = { act: string };

export type AbsenceBrief = { absence: string, staff: string, name: string, from: string, to: string | null, weekdays: Array<number>, substitute: string | null, reason: string, today: boolean };

export type SetAbsence = { staff: string, from: string, to: string | null, weekdays: Array<number>, substitute: string | null, reason: string };

export type AbsenceRef = { absence: string };

export type CoachLine = { target: string, text: string, numerator: number, denominator: number, missing: number, tasks: Array<string>, clauses: Array<string> };

export type RoundBrief = { round: string, person: string, staff: string | null, printed_on: string, on: string | null, visits: number, entered: number };

export type RoundRef = { round: string };

export type RoundSheet = { round: RoundBrief, rows: Array<RoundVisit> };

export type RoundVisit = { number: number, client: ClientBrief | null, forms: Array<TaskForm>, titles: Array<string>, record: string | null, outcome: string | null, note: string };
export type Gap = { why: string, reason: string };

export type KeepDraft = { kind: string, key: string, title: string, body: unknown, field: string, cursor: number | null };

export type DraftKept = { at: string };

export type DraftRef = { kind: string, key: string };

export type DraftRow = { kind: string, key: string, title: string, body: unknown, field: string, cursor: number | null, at: string };

export type AddAttachment = { client: string | null, matter: string | null, record: string | null, task: string | null, path: string | null, name: string, data: string | null };

export type AttachmentRow = { id: string, kind: string, name: string, mime: string, bytes: number, at: string, by: string, about: string, record: string | null, thumbnail: string | null, struck: string | null };

export type AttachmentWritten = { attachment: AttachmentRow, changed: Array<string>, line: string };

export type AttachmentQuery = { client: string | null, record: string | null, ids: Array<string> };

export type AttachmentRef = { id: string };

export type StrikeAttachment = { id: string, reason: string };

export type FilePath = { path: string };

export type ViewFile = { name: string };

export type Sign = { answers: TaskAnswers, png: string, strokes: unknown };

export type RecordRef = { record: string };

export type RecordSheet = { record: RecordBrief, forms: Array<TaskForm>, tasks: Array<TaskAnswers> };

export type CorrectRecord = { record: string, tasks: Array<TaskAnswers>, channel: string, on: string, note: string, reason: string };

export type ReadingsOf = { texts: Array<string> };

export type Reading = { characters: Array<Array<string>> };

export type PackForm = { id: string, title: string };
export type PackOffer = { id: string, title: string, sector: string, line: string, runs: number, asks: number, shows: number, blanks: number, recommended: boolean, roles: Array<string>, };

export type FirstPerson = { name: string, role: string, };

export type CreateOffice = { dir: string, name: string, packs: Array<string>, effective_from: string | null, values: { [pack: string]: { [name: string]: unknown } }, first: FirstPerson | null, };

export type FolderWish = { dir: string | null, name: string, };

export type FolderCheck = { dir: string, problem: FolderProblem | null, };

export type FolderProblem = { code: string, text: string, };

export type SampleOffice = { sector: string, dir: string | null, };

export type MessageTexts = { texts: Array<MessageTextRow>, placeholders: Array<LabelValue>, };

export type MessageTextRow = { id: string, title: string, purpose: string, text: string, own: boolean, from: string, };

export type SaveMessageText = { id: string | null, title: string, purpose: string, text: string, };

export type MessageTextWritten = { id: string, changed: Array<string>, line: string, };

export type MessageTextRef = { id: string, };

export type MessageLists = { sms: number, wechat: number, classes: Array<NamedCount>, clients: number, festivals: Array<FestivalRow>, };

export type NamedCount = { name: string, count: number, };

export type FestivalRow = { code: string, name: string, day: string, lunar: string, days: number, asked: number, };

export type MessageTo = { kind: string, class: string | null, festival: string | null, lunar: boolean, days: number, clients: Array<string>, };

export type ComposeMessages = { channel: string, title: string, text: string, to: MessageTo, again: boolean, leave_out: Array<string>, };

export type Composed = { total: number, rows: Array<MessageRow>, skipped_total: number, skipped: Array<SkippedRow>, unknown: Array<string>, counted: number, };

export type MessageRow = { key: string, client: string, name: string, place: string, address: string, text: string, about: string, effect: string, before: string, };

export type SkippedRow = { client: string, name: string, place: string, code: string, reason: string, };

export type MarkSent = { messages: ComposeMessages, count: number, };

export type MessagesSent = { batch: string, count: number, changed: Array<string>, line: string, };

export type SentRef = { batch: string, };

export type SentBatch = { batch: string, on: string, channel: string, title: string, text: string, by: string, count: number, undone: boolean, };

export type ExportMessages = { messages: ComposeMessages, path: string, };

export type ExportCalendar = { staff: string | null, days: number | null, path: string, };
export type MatterKinds = { kinds: Array<MatterKindBrief>, severities: Array<LabelValue>, roles: Array<LabelValue>, departments: Array<string> };
export type MatterKindBrief = { kind: string, label: string, asked: boolean, used: boolean, milestones: Array<MilestoneKind>, begins: Array<string>, fields: Array<MatterField>, graded: boolean, nobody: boolean };
export type MilestoneKind = { kind: string, label: string, ends: boolean };
export type MatterField = { id: string, label: string, kind: string, choices: Array<string> };
export type MatterWish = { kind: string, client: string | null, new_client: NewClient | null, caller: string, others: Array<ParticipantWish>, no: string, severity: string | null, department: string | null, handler: string | null, fields: { [key: string]: unknown }, milestones: Array<MilestoneWish>, parent: string | null };
export type NewClient = { name: string, phone: string, place: string };
export type ParticipantWish = { client: string, role: string };
export type MilestoneWish = { kind: string, on: string | null, note: string };
export type MatterForesight = { no: string, lines: Array<ForeseenLine>, warnings: Array<string> };
export type ForeseenLine = { sort: string, text: string, because: string };
export type MatterWritten = { matter: string, no: string | null, client: string | null, milestone: string | null, line: string, changed: Array<string> };
export type MatterEdit = { matter: string, act: string, milestone: string | null, kind: string | null, on: string | null, note: string, fields: { [key: string]: unknown }, participants: Array<ParticipantWish>, reason: string };
export type MatterQuery = { kind: string, stage: string | null, department: string | null, handler: string | null, overdue: boolean, find: string, offset: number, limit: number };
export type MatterList = { total: number, rows: Array<MatterRow> };
export type MatterCounts = { total: number, stages: Array<StageCount> };
export type StageCount = { stage: string, label: string, count: number, ends: boolean };
export type MatterRow = { matter: MatterBrief, client: ClientBrief | null, others: number, text: string, severity: string | null, department: string | null, handler: string | null, stage: string, stage_label: string, stage_on: string | null, began: string | null, days: number, ended: boolean, next: MatterTask | null, open: number };
export type MatterTask = { task: string, title: string, due: string, state: string, days_over: number };
export type MatterRef = { matter: string };
export type MatterPage = { row: MatterRow, participants: Array<ParticipantBrief>, fields: Array<MatterFieldValue>, milestones: Array<MilestoneRow>, struck: Array<StruckMilestoneRow>, tasks: Array<TaskRow>, records: Array<RecordBrief>, parent: MatterBrief | null, children: Array<MatterRow>, struck_out: StruckMatterRow | null };
export type ParticipantBrief = { client: ClientBrief, role: string, role_label: string };
export type MatterFieldValue = { field: MatterField, value: unknown, text: string };
export type MilestoneRow = { id: string, kind: string, label: string, on: string, note: string, tasks: number };
export type StruckMilestoneRow = { milestone: MilestoneRow, reason: string, by: string, on: string };
export type StruckMatterRow = { matter: MatterBrief, client: ClientBrief | null, text: string, on: string, by: string, reason: string, until: string };
export type MonthRef = { month: string };
export type CalendarMonth = { month: string, known: boolean, days: Array<CalendarDay> };
export type CalendarDay = { day: string, lunar: string, name: string | null, mark: string | null, works: boolean };

/** Every command of the wire with its request and response. */
export type Commands = {
  app_info: { req: Nothing; res: About };
  desk_status: { req: Nothing; res: DeskStatus };
  open_office: { req: OpenOffice; res: DeskStatus };
  pack_offers: { req: Nothing; res: Array<PackOffer> };
  check_folder: { req: FolderWish; res: FolderCheck };
  create_office: { req: CreateOffice; res: DeskStatus };
  sample_office: { req: SampleOffice; res: DeskStatus };
  close_office: { req: Nothing; res: DeskStatus };
  staff_list: { req: Nothing; res: Array<StaffBrief> };
  sign_in: { req: SignIn; res: DeskStatus };
  lock_desk: { req: Nothing; res: DeskStatus };
  set_pin: { req: SetPin; res: Changed };
  reset_pin: { req: StaffRef; res: Changed };
  reveal: { req: ClientRef; res: Changed };
  due_now: { req: Nothing; res: DueNow };
  worklist: { req: WorklistQuery; res: Worklist };
  task_detail: { req: TaskRef; res: TaskDetail };
  foresee: { req: RecordFollowUp; res: Foresight };
  record_follow_up: { req: RecordFollowUp; res: FollowUpWritten };
  void_record: { req: VoidRecord; res: Changed };
  move_record: { req: MoveRecord; res: Changed };
  record_contact: { req: RecordContact; res: FollowUpWritten };
  ask_for: { req: AskFor; res: Decided };
  give_up: { req: GiveUp; res: Decided };
  claim: { req: Claim; res: Claimed };
  release: { req: ClientRef; res: Nothing };
  decide: { req: Decide; res: Decided };
  void_decision: { req: VoidDecision; res: Changed };
  finished: { req: Nothing; res: Array<FinishedRow> };
  draw_preview: { req: TaskRef; res: DrawPreview };
  draw: { req: DrawWish; res: DrawWritten };
  replace_drawn: { req: ReplaceDrawn; res: Changed };
  void_draw: { req: VoidDraw; res: Changed };
  draws: { req: Nothing; res: Array<DrawRow> };
  draw_sheet: { req: DrawRef; res: DrawSheet };
  export_draw: { req: ExportDraw; res: Exported };
  problems: { req: Nothing; res: Array<ProblemRow> };
  rectify: { req: Rectify; res: Changed };
  client_list: { req: ClientQuery; res: ClientList };
  search: { req: SearchQuery; res: SearchAnswer };
  view_setting: { req: ViewSettingRef; res: ViewSetting };
  put_view_setting: { req: PutViewSetting; res: Changed };
  export_list: { req: ExportList; res: Exported };
  preview_paste: { req: PasteRows; res: PastePreview };
  paste_clients: { req: PasteRows; res: Pasted };
  client_page: { req: ClientRef; res: ClientPage };
  correct_matter: { req: CorrectMatter; res: Changed };
matter_kinds: { req: Nothing; res: MatterKinds };
foresee_matter: { req: MatterWish; res: MatterForesight };
register_matter: { req: MatterWish; res: MatterWritten };
foresee_edit: { req: MatterEdit; res: MatterForesight };
edit_matter: { req: MatterEdit; res: MatterWritten };
matter_list: { req: MatterQuery; res: MatterList };
matter_counts: { req: MatterQuery; res: MatterCounts };
matter_page: { req: MatterRef; res: MatterPage };
struck_matters: { req: Nothing; res: Array<StruckMatterRow> };
calendar_month: { req: MonthRef; res: CalendarMonth };
  set_class: { req: SetClass; res: Changed };
  client_form: { req: ClientFormRef; res: ClientForm };
  check_client: { req: ClientEdit; res: ClientChecks };
  save_client: { req: ClientEdit; res: ClientSaved };
  own_fields: { req: Nothing; res: OwnFields };
  save_own_fields: { req: OwnFields; res: Changed };
  client_archive: { req: ClientRef; res: ClientArchive };
  join_household: { req: JoinHousehold; res: Changed };
  leave_household: { req: ClientRef; res: Changed };
  void_call: { req: VoidRecord; res: Changed };
  duplicates: { req: Nothing; res: DuplicateList };
  compare_clients: { req: ClientPair; res: MergeLook };
  merge_clients: { req: MergeClients; res: Merged };
  part_clients: { req: MergeRef; res: Parted };
  doubts: { req: Nothing; res: DoubtList };
  accept_doubt: { req: AcceptDoubt; res: Changed };
  drop_accepted_doubt: { req: DoubtRef; res: Changed };
  message_texts: { req: Nothing; res: MessageTexts };
  save_message_text: { req: SaveMessageText; res: MessageTextWritten };
  delete_message_text: { req: MessageTextRef; res: Changed };
  message_lists: { req: Nothing; res: MessageLists };
  compose_messages: { req: ComposeMessages; res: Composed };
  mark_sent: { req: MarkSent; res: MessagesSent };
  undo_sent: { req: SentRef; res: Changed };
  sent_messages: { req: Nothing; res: Array<SentBatch> };
  export_messages: { req: ExportMessages; res: Exported };
  export_calendar: { req: ExportCalendar; res: Exported };
  start_import: { req: ImportFiles; res: JobStatus };
  job_status: { req: JobRef; res: JobStatus };
  cancel_job: { req: JobRef; res: JobStatus };
  import_history: { req: Nothing; res: Array<ImportBrief> };
  undo_import: { req: UndoImport; res: UndoneImport };
  errors_workbook: { req: ErrorsWorkbook; res: Exported };
  report_periods: { req: Nothing; res: Array<PeriodChoice> };
  quarterly_report: { req: PeriodRef; res: QuarterlyReport };
  figure_list: { req: FigureQuery; res: FigureList };
  export_report: { req: ExportReport; res: Exported };
  print_form: { req: PrintForm; res: Printed };
  print_blank_form: { req: PrintBlankForm; res: Printed };
  print_card: { req: PrintCard; res: Printed };
  print_visits: { req: PrintVisits; res: PrintedVisits };
  print_draw: { req: PrintDraw; res: Printed };
  pack_list: { req: Nothing; res: Array<PackBrief> };
  pack_text: { req: PackRef; res: PackText };
  find_packs: { req: FindPacks; res: Array<PackHit> };
  preview_policy: { req: PolicyChange; res: PolicyPreview };
  change_policy: { req: PolicyChange; res: Changed };
  compare_packs: { req: ComparePacks; res: PackComparison };
  copy_pack: { req: CopyPack; res: PackWritten };
  pack_source: { req: PackRef; res: PackSource };
  check_pack: { req: CheckPack; res: PackCheck };
  save_pack: { req: SavePack; res: PackWritten };
  delete_pack: { req: PackRef; res: Changed };
  export_pack: { req: ExportPack; res: Exported };
  import_pack: { req: FileRef; res: PackWritten };
  holidays: { req: Nothing; res: Array<HolidayTable> };
  read_holidays: { req: FileRef; res: HolidayTable };
  backlog: { req: PackRef; res: Backlog };
  waive_backlog: { req: WaiveBacklog; res: Changed };
  undo_waiver: { req: WaiverRef; res: Changed };
  worklist_whose: { req: WorklistQuery; res: WhoseCounts };
  worklist_ids: { req: WorklistQuery; res: TaskIds };
  filter_fields: { req: Nothing; res: Array<FilterField> };
  saved_views: { req: Nothing; res: Array<SavedView> };
  save_view: { req: SaveView; res: ViewWritten };
  delete_view: { req: ViewRef; res: Changed };
  decide_many: { req: DecideMany; res: DecidedMany };
  recent_acts: { req: Nothing; res: Array<RecentAct> };
  undo_act: { req: ActRef; res: Changed };
  absences: { req: Nothing; res: Array<AbsenceBrief> };
  set_absence: { req: SetAbsence; res: Changed };
  void_absence: { req: AbsenceRef; res: Changed };
  coach: { req: Nothing; res: Array<CoachLine> };
  rounds: { req: Nothing; res: Array<RoundBrief> };
  round_sheet: { req: RoundRef; res: RoundSheet };
  drafts: { req: Nothing; res: Array<DraftRow> };
  keep_draft: { req: KeepDraft; res: DraftKept };
  drop_draft: { req: DraftRef; res: Nothing };
  attachments: { req: AttachmentQuery; res: Array<AttachmentRow> };
  add_attachment: { req: AddAttachment; res: AttachmentWritten };
  strike_attachment: { req: StrikeAttachment; res: Changed };
  open_attachment: { req: AttachmentRef; res: FilePath };
  sign: { req: Sign; res: AttachmentWritten };
  record_sheet: { req: RecordRef; res: RecordSheet };
  correct_record: { req: CorrectRecord; res: FollowUpWritten };
  view_file: { req: ViewFile; res: FilePath };
  readings: { req: ReadingsOf; res: Array<Reading> };
  provoke_panic: { req: ProvokePanic; res: Nothing };
};

export type CallState = { tried: string | null, outcome: string | null, next: string | null, channel: string | null, waits: boolean, promised: boolean, verify: boolean, may_give_up: boolean, ring_from: string | null, on_line: OnLine | null, };
export type OnLine = { staff: string, name: string, since: string, };
export type Calling = { hours: string, wrong: Array<string>, give_up: GiveUpTerms, };
export type GiveUpTerms = { approve: string | null, left: string, };
export type Claim = { client: string, take_over: boolean, };
export type Claimed = { by: OnLine | null, };
export type GiveUp = { task: string, why: string, note: string, approver: string | null, };
export type RecordContact = { client: string, matter: string | null, purpose: string, channel: string, outcome: string, on: string | null, again_on: string | null, phone: string | null, note: string, by: string | null, tasks: Array<TaskAnswers>, };
export type AskFor = { client: string, day: string, title: string, channel: string, assignee: string | null, reason: string, };
export type MoveRecord = { record: string, client: string, reason: string, };
