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
today_line: string, 
/**
 * The hours in which clients are contacted here: `08:00–11:00、14:00–17:00`.
 */
hours: string, 
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
 * The lock of the desk.
 */
export type DeskLock = { 
/**
 * Whether the desk is locked: no command but `desk_status`, `staff_list` and `sign_in` is answered.
 */
locked: boolean, 
/**
 * Ids of the people who have a PIN.
 */
pins: Array<string>, 
/**
 * Whether whoever works may take away the PIN of a colleague.
 */
may_reset: boolean, };

/**
 * Says who is working.
 */
export type SignIn = { 
/**
 * Staff id; none: nobody.
 */
staff: string | null, 
/**
 * His PIN, where he has one.
 */
pin: string | null, };

/**
 * Sets the PIN of whoever works.
 */
export type SetPin = { 
/**
 * The PIN that he has, if he has one.
 */
old: string | null, 
/**
 * The new one, four to six digits; none: he wants none any more.
 */
new: string | null, };

/**
 * A person of staff.
 */
export type StaffRef = { 
/**
 * Staff id.
 */
staff: string, };

/**
 * What is due by now, as counts.
 */
export type DueNow = { 
/**
 * Open and past due.
 */
overdue: number, 
/**
 * Due today.
 */
today: number, 
/**
 * Problems that are not closed.
 */
problems: number, 
/**
 * Promised call-backs whose day has come.
 */
call_backs: Array<CallBackDue>, };

/**
 * A promised call-back.
 */
export type CallBackDue = { 
/**
 * Its task.
 */
task: string, 
/**
 * When the client asked for it: a day, with the minute where he named one (`2026-10-09T14:30`).
 */
at: string, 
/**
 * Whether he named a minute and it has come; one without a minute is the day's.
 */
is_now: boolean, };

/**
 * Asks for a window of the worklist.
 */
export type WorklistQuery = { 
/**
 * `overdue`, `today`, `tomorrow`, `week` (the next seven days), `waiting` (for a further try), `call_back`, `all` (everything open, waiting or not); `paused` (clients who are not to be contacted now); `unsigned` (settled by a home visit that the client has still to sign); `done` (settled today); `chosen` (see `tasks`); `office` (the office's own work, which stands under no other tab).
 */
tab: string, 
/**
 * `all`, `mine` (who is signed in), `unassigned`, `no_phone`.
 */
whose: string, 
/**
 * What a view lists; none: everything.
 */
filter: ViewFilter | null, 
/**
 * Under the tab `chosen`: exactly these tasks, as far as they are open, in this order.
 */
tasks: Array<string>, 
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

/**
 * A window of the worklist with its counts.
 */
export type Worklist = { 
/**
 * How many stand under each tab.
 */
counts: WorklistCounts, 
/**
 * How many rows the filter has in all.
 */
total: number, 
/**
 * The rows wanted.
 */
rows: Array<TaskRow>, };

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
call_back: number, 
/**
 * Tried, and to be tried again later: in none of the counts by day.
 */
waiting: number, 
/**
 * Everything open.
 */
all: number, 
/**
 * What could be done, of clients who are not to be contacted now; in none of the other counts.
 */
paused: number, 
/**
 * The office's own work that can be done; in none of the other counts.
 */
office: number, 
/**
 * Of it, past due.
 */
office_overdue: number, 
/**
 * Settled by a home visit that the client has still to sign.
 */
unsigned: number, 
/**
 * Settled today.
 */
done_today: number, 
/**
 * Problems whose rectification is still open.
 */
problems: number, };

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
 * `waiting`, `open`, `overdue`, `paused`, `done`, `lost`, `waived`, `missed`, `withdrawn`.
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
assignee_id: string | null, 
/**
 * Whose substitute that person is today.
 */
stands_in_for: string | null, 
/**
 * Tries so far.
 */
tries: number, 
/**
 * Day on which the client wants to be contacted again.
 */
again_on: string | null, 
/**
 * Where its calls stand.
 */
call: CallState, 
/**
 * How many other tasks of the same client or household are open in an overlapping window.
 */
together: number, 
/**
 * The home visit that settled it and that the client has still to sign (record id).
 */
unsigned: string | null, 
/**
 * Whether the day was computed with a year that has no holiday table.
 */
guessed: boolean, };

/**
 * A client in a row.
 */
export type ClientBrief = { 
/**
 * Identifier.
 */
id: string, 
/**
 * Name.
 */
name: string, 
/**
 * Record number.
 */
no: string | null, 
/**
 * Room.
 */
place: string | null, 
/**
 * First telephone of his own, digits.
 */
phone: string | null, 
/**
 * Classes today, as labels.
 */
tags: Array<string>, };

/**
 * A matter in a row.
 */
export type MatterBrief = { 
/**
 * Identifier.
 */
id: string, 
/**
 * Kind code.
 */
kind: string, 
/**
 * What the kind is called here.
 */
kind_label: string, 
/**
 * Number as the office writes it.
 */
no: string | null, };

/**
 * Names one task.
 */
export type TaskRef = { 
/**
 * Task id.
 */
task: string, };

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
 * Other open tasks of the same client or household that the same call can settle.
 */
together: Array<TaskRow>, 
/**
 * When and how to call.
 */
calling: Calling, };

/**
 * A clause that a task stands on.
 */
export type ClauseRef = { 
/**
 * Clause id such as `002-12-03`.
 */
id: string, 
/**
 * Title of its policy.
 */
policy: string, };

/**
 * A labelled value.
 */
export type LabelValue = { 
/**
 * What it is.
 */
label: string, 
/**
 * The value as text.
 */
value: string, };

/**
 * A form as it belongs to one task.
 */
export type TaskForm = { 
/**
 * Task id.
 */
task: string, 
/**
 * What the rule is called.
 */
title: string, 
/**
 * Form id; none: only the outcome and a remark are asked.
 */
form: string | null, 
/**
 * Fields in order.
 */
fields: Array<FormField>, };

/**
 * A field of a form.
 */
export type FormField = { 
/**
 * Id: the key of the answer.
 */
id: string, 
/**
 * Label.
 */
label: string, 
/**
 * `text`, `rating`, `choice`, `choices`, `yes_no`, `date`, `number`, `staff`, `signature`, `photo`.
 */
kind: string, 
/**
 * For rating and choice: the levels, best first.
 */
levels: Array<string>, 
/**
 * Levels that mean dissatisfied.
 */
dissatisfied: Array<string>, 
/**
 * Whether an answer is needed when the client was reached.
 */
required: boolean, 
/**
 * Required only when this other field's answer means dissatisfied or yes (field id).
 */
required_if: string | null, 
/**
 * Required when the client was reached by one of these channels.
 */
required_by: Array<string>, 
/**
 * Least number, for a number.
 */
min: number | null, 
/**
 * Greatest number, for a number.
 */
max: number | null, 
/**
 * What a number counts; empty: nothing in particular.
 */
unit: string, 
/**
 * Lines to write on, for a text; more than one: Enter makes a line.
 */
lines: number, 
/**
 * Whether instead of an answer it may be said why there is none.
 */
may_be_unanswered: boolean, 
/**
 * A line of help.
 */
hint: string, };

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
voided: boolean, 
/**
 * The number that was rung, digits.
 */
phone: string | null, 
/**
 * Answers as label and value.
 */
answers: Array<LabelValue>, 
/**
 * Titles of the tasks it answered.
 */
titles: Array<string>, 
/**
 * Why it took the place of an earlier record; empty: it did not.
 */
correction: string, 
/**
 * Whether a later record took its place.
 */
corrected: boolean, };

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
 * When the client wants to be contacted again (outcome `call_back`): a day, or `YYYY-MM-DDTHH:MM`.
 */
again_on: string | null, 
/**
 * The number that was rung, digits.
 */
phone: string | null, 
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
exception: string | null, 
/**
 * Files that were taken with the contact, besides those that answer a field (attachment ids).
 */
attachments: Array<string>, };

/**
 * The answers for one task.
 */
export type TaskAnswers = { 
/**
 * Task id.
 */
task: string, 
/**
 * Answers by field id.
 */
answers: { [key: string]: unknown }, 
/**
 * Why a field has no answer, by field id.
 */
unanswered: { [key in string]: Gap }, };

/**
 * What writing a follow-up has caused.
 */
export type FollowUpWritten = { 
/**
 * The record.
 */
record: string, 
/**
 * Tasks that it settled.
 */
settled: Array<string>, 
/**
 * Problems that it raised.
 */
problems: Array<ProblemRow>, 
/**
 * Tasks newly asked for.
 */
asked: Array<TaskRow>, 
/**
 * What followed beyond the record itself: 问题单 WT260001,最迟 2026-10-12 整改; empty: nothing.
 */
line: string, 
/**
 * Nouns that changed: `task`, `record`, `matter`, `client`, `import` …
 */
changed: Array<string>, };

/**
 * What would follow from answers, before they are saved.
 */
export type Foresight = { 
/**
 * Sentences: 保存后生成问题单,3 个工作日内整改,整改后再回访.
 */
lines: Array<string>, };

/**
 * Strikes out a record.
 */
export type VoidRecord = { 
/**
 * Record id.
 */
record: string, 
/**
 * Why.
 */
reason: string, };

/**
 * What a write changed.
 */
export type Changed = { 
/**
 * Nouns that changed.
 */
changed: Array<string>, 
/**
 * One sentence for the person.
 */
line: string, };

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
to: string | null, 
/**
 * Who approved (staff id): for `waive`, and for a day after the latest day of the policy.
 */
approver: string | null, 
/**
 * Why; for `finish` a remark, which may be empty.
 */
reason: string, };

/**
 * Where the calls about a task stand.
 */
export type CallState = { 
/**
 * The last try that did not reach the client: `YYYY-MM-DD`, or `YYYY-MM-DDTHH:MM` where the minute is known; none:
 * nobody tried.
 */
tried: string | null, 
/**
 * What came of it: outcome code.
 */
outcome: string | null, 
/**
 * From when to try again; none: nothing to wait for.
 */
next: string | null, 
/**
 * By which channel then, where it is another than the task's first.
 */
channel: string | null, 
/**
 * That moment has not come: the task waits.
 */
waits: boolean, 
/**
 * The client asked for that moment himself.
 */
promised: boolean, 
/**
 * The number was not the client's: another one is needed.
 */
verify: boolean, 
/**
 * All tries are used up, or the client refused: he may be given up as lost.
 */
may_give_up: boolean, 
/**
 * From when he may be rung up; none: now.
 */
ring_from: string | null, 
/**
 * The other person who is on the line with him.
 */
on_line: OnLine | null, };

/**
 * Somebody who is on the line with a client.
 */
export type OnLine = { 
/**
 * Staff id.
 */
staff: string, 
/**
 * Name.
 */
name: string, 
/**
 * Since when: `14:03`.
 */
since: string, 
/**
 * Name of the member of the household with whom; none: with the client himself.
 */
member: string | null, };

/**
 * What the sheet of a call needs besides the task.
 */
export type Calling = { 
/**
 * The hours in which this client may be contacted: `14:00–17:00`.
 */
hours: string, 
/**
 * Those of his numbers that turned out to be wrong.
 */
wrong: Array<string>, 
/**
 * What giving him up asks for.
 */
give_up: GiveUpTerms, };

/**
 * What giving a client up asks for.
 */
export type GiveUpTerms = { 
/**
 * The post that must approve; none: nobody has to.
 */
approve: string | null, 
/**
 * What the policy still wants tried: 还差 1 次,改为上门再试 1 次; empty: nothing.
 */
left: string, };

/**
 * Says that who is working is on the line with a client.
 */
export type Claim = { 
/**
 * Client id.
 */
client: string, 
/**
 * Even if another person is.
 */
take_over: boolean, };

/**
 * Whether the client is claimed.
 */
export type Claimed = { 
/**
 * The other person who is on the line with him; none: he is mine.
 */
by: OnLine | null, };

/**
 * Gives a client up as lost.
 */
export type GiveUp = { 
/**
 * Task id.
 */
task: string, 
/**
 * `unreachable`, `wrong_number`, `refused`, `moved`, `died`, `other`.
 */
why: string, 
/**
 * More words; needed for `other`.
 */
note: string, 
/**
 * Staff id of who approved, where the policy asks for it.
 */
approver: string | null, };

/**
 * A contact that no task asked for: the client rang, walked in, or was rung about something else.
 */
export type RecordContact = { 
/**
 * Client id.
 */
client: string, 
/**
 * What it was about, where it was about one matter.
 */
matter: string | null, 
/**
 * `follow_up` or `business`.
 */
purpose: string, 
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
 * When the client wants to be contacted again: a day, or `YYYY-MM-DDTHH:MM`.
 */
again_on: string | null, 
/**
 * The number that was rung, digits.
 */
phone: string | null, 
/**
 * What was said.
 */
note: string, 
/**
 * Who made the contact (staff id); none: who is signed in.
 */
by: string | null, 
/**
 * Open tasks that it answers; only a follow-up does.
 */
tasks: Array<TaskAnswers>, };

/**
 * Puts a follow-up on the list that no policy asks for.
 */
export type AskFor = { 
/**
 * Client id.
 */
client: string, 
/**
 * By when.
 */
day: string, 
/**
 * What it is called; empty: 单独回访.
 */
title: string, 
/**
 * Channel code.
 */
channel: string, 
/**
 * Who shall (staff id); none: whose the client is.
 */
assignee: string | null, 
/**
 * Why, for who makes the call.
 */
reason: string, };

/**
 * Moves a record off the wrong client.
 */
export type MoveRecord = { 
/**
 * Record id.
 */
record: string, 
/**
 * The client to whom it belongs.
 */
client: string, 
/**
 * Why.
 */
reason: string, };

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
/**
 * `all`; `overdue`: something was due before today; `due`: anything is due; `never`: never contacted.
 */
only: string, 
/**
 * `name`, `no`, `place`, `last` (contact), `next` (due day); empty: as the search ranks them, else by name.
 */
sort: string, 
/**
 * The other way round.
 */
descending: boolean, 
/**
 * First row wanted.
 */
offset: number, 
/**
 * How many at most.
 */
limit: number, };

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
last_contact: string | null, 
/**
 * The next due day, past or to come.
 */
next_due: string | null, };

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
 * Whether it is a home visit that the client has still to sign.
 */
unsigned: boolean, 
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
 * Names a table of the window.
 */
export type ViewSettingRef = { 
/**
 * Name.
 */
name: string, };

/**
 * How the person at work wants a table.
 */
export type ViewSetting = { 
/**
 * As it was put; null: as it comes.
 */
value: unknown, };

/**
 * Keeps how the person at work wants a table.
 */
export type PutViewSetting = { 
/**
 * Name of the table.
 */
name: string, 
/**
 * Widths, order and what is hidden, as the window writes them.
 */
value: unknown, };

/**
 * Writes a list as a workbook, as it stands on the screen.
 */
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

/**
 * Rows out of a spreadsheet, as the clipboard has them, to go in as clients.
 */
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

/**
 * What is to become of a pasted row.
 */
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

/**
 * What pasting would do; nothing was written.
 */
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

/**
 * A pasted row.
 */
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

/**
 * A cell of a pasted row.
 */
export type PastedCell = { 
/**
 * As it stands.
 */
text: string, 
/**
 * What is doubtful about it, with the remedy.
 */
doubt: string | null, };

/**
 * What pasting did.
 */
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
rows: Array<Array<string>>, 
/**
 * For each column the figure whose list its numbers open; none: the column is no such number.
 */
figures: Array<string | null>, 
/**
 * For each row the key by which its lists are asked for.
 */
keys: Array<string>, };

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
/**
 * By this its list is asked for (table `target`, figure `coverage`); none: it counts no follow-ups.
 */
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
figure: string, 
/**
 * Only one row of this table; `target`: only what one target counts; none: the whole office.
 */
table: string | null, 
/**
 * Key of that row, or id of that target.
 */
key: string | null, 
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
export type PrintForm = { 
/**
 * Task id.
 */
task: string, 
/**
 * To be filled in by hand; otherwise with what was last written down.
 */
blank: boolean, 
/**
 * Filled in as it stands on the screen; none: as it was written down.
 */
sheet: RecordFollowUp | null, 
/**
 * Where to write the PDF; none: only pictures.
 */
path: string | null, };

/**
 * Prints a form of a pack, for nobody in particular.
 */
export type PrintBlankForm = { 
/**
 * Pack id.
 */
pack: string, 
/**
 * Form id inside the pack.
 */
form: string, 
/**
 * Where to write the PDF; none: only pictures.
 */
path: string | null, };

/**
 * Prints a client's archive card.
 */
export type PrintCard = { 
/**
 * Client id.
 */
client: string, 
/**
 * Where to write the PDF; none: only pictures.
 */
path: string | null, };

/**
 * Prints the sheet of a matter.
 */
export type PrintMatter = { 
/**
 * Matter id.
 */
matter: string, 
/**
 * Where to write the PDF; none: only pictures.
 */
path: string | null, };

/**
 * Prints lists for rounds of home visits, one for each person.
 */
export type PrintVisits = { 
/**
 * Only what this person must do (staff id); none: everybody's.
 */
staff: string | null, 
/**
 * Only what is due by this day; none: also what is due later.
 */
due_to: string | null, 
/**
 * Exactly these tasks, in this order; empty: all that are open and may be done by a home visit, by room.
 */
tasks: Array<string>, 
/**
 * Day of the round; none: room to write it in.
 */
on: string | null, 
/**
 * Where to write the PDF; none: only pictures.
 */
path: string | null, };

/**
 * Prints the sheet of a draw.
 */
export type PrintDraw = { 
/**
 * Draw id.
 */
draw: string, 
/**
 * The whole ranking; otherwise down to the last place that was drawn.
 */
whole: boolean, 
/**
 * Where to write the PDF; none: only pictures.
 */
path: string | null, };

/**
 * What was printed.
 */
export type Printed = { 
/**
 * How many pages.
 */
count: number, 
/**
 * Pictures of the first pages as SVG (at most 60); empty where a file was written.
 */
pages: Array<string>, 
/**
 * The file that was written.
 */
path: string | null, 
/**
 * Characters that no font has: on paper there is an empty box, to be filled in by hand.
 */
missing: string, };

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
rows: Array<VisitRow>, 
/**
 * Nouns that changed: a list that was written to a file is kept as a round.
 */
changed: Array<string>, };

/**
 * A row of a list of home visits.
 */
export type VisitRow = { 
/**
 * Whose list.
 */
person: string, 
/**
 * Number on the list, from 1.
 */
number: number, 
/**
 * Client id; none where the task is about no client.
 */
client: string | null, 
/**
 * The tasks that the visit settles.
 */
tasks: Array<string>, };

/**
 * Names one pack.
 */
export type PackRef = { 
/**
 * Policy id.
 */
id: string, };

/**
 * A pack as readable policy.
 */
export type PackText = { 
/**
 * Brief.
 */
brief: PackBrief, 
/**
 * The whole pack in plain Chinese, line by line.
 */
lines: Array<PackLine>, 
/**
 * What the policy leaves to the office, with the values in force.
 */
params: Array<ParamRow>, 
/**
 * Other values for some clients.
 */
overrides: Array<ParamOverride>, 
/**
 * Every version that was ever in force here, oldest first.
 */
versions: Array<PackVersionLine>, 
/**
 * Whether the text on the shelf is another than the one that is enabled.
 */
newer_text: boolean, 
/**
 * The classes of clients that the office knows.
 */
classes: Array<string>, 
/**
 * Its forms, which can be printed blank where the pack is enabled.
 */
forms: Array<PackForm>, };

/**
 * A form of a pack.
 */
export type PackForm = { 
/**
 * Id inside the pack.
 */
id: string, 
/**
 * Title.
 */
title: string, };

/**
 * A line of a pack's text.
 */
export type PackLine = { 
/**
 * `title`, `heading`, `text`.
 */
kind: string, 
/**
 * The words.
 */
text: string, 
/**
 * Clauses that the line carries.
 */
clauses: Array<string>, 
/**
 * `runs`, `asks`, `shows`, or empty.
 */
how: string, 
/**
 * Titles of the stories that show it at work.
 */
stories: Array<string>, };

/**
 * A version of an enabled pack.
 */
export type PackVersionLine = { 
/**
 * First day.
 */
from: string, 
/**
 * First day on which it was no longer in force; none: it still is.
 */
until: string | null, 
/**
 * The values that the office set, as label and words.
 */
values: Array<LabelValue>, };

/**
 * Looks for words in packs.
 */
export type FindPacks = { 
/**
 * Words of a title, an id, a clause.
 */
find: string, };

/**
 * A pack in which words were found.
 */
export type PackHit = { 
/**
 * Policy id.
 */
id: string, 
/**
 * The first line that has them; empty: the title or the id does.
 */
line: string, };

/**
 * The text of a pack.
 */
export type PackSource = { 
/**
 * Policy id.
 */
id: string, 
/**
 * The text, as it is written.
 */
text: string, 
/**
 * Whether the office keeps it itself, and may change it.
 */
own: boolean, 
/**
 * Names of its story files.
 */
stories: Array<string>, };

/**
 * Asks what is wrong with a text that is being written.
 */
export type CheckPack = { 
/**
 * The pack whose text it is.
 */
id: string, 
/**
 * The text.
 */
text: string, };

/**
 * What is wrong with a text.
 */
export type PackCheck = { 
/**
 * Mistakes with their places.
 */
problems: Array<PackFault>, 
/**
 * What the stories that came with it say otherwise.
 */
stories: Array<string>, };

/**
 * A mistake in a pack's text.
 */
export type PackFault = { 
/**
 * Line, from 1.
 */
line: number, 
/**
 * Column in characters, from 1.
 */
column: number, 
/**
 * What was expected.
 */
expected: string, 
/**
 * What was found.
 */
found: string, };

/**
 * Copies a pack under another name.
 */
export type CopyPack = { 
/**
 * Which.
 */
id: string, 
/**
 * The copy's id.
 */
new_id: string, 
/**
 * The copy's title.
 */
title: string, };

/**
 * Writes the text of a pack of the office's own.
 */
export type SavePack = { 
/**
 * Which.
 */
id: string, 
/**
 * The text.
 */
text: string, 
/**
 * Lets the stories go that say otherwise.
 */
drop_stories: boolean, };

/**
 * Writes a pack as one file.
 */
export type ExportPack = { 
/**
 * Which.
 */
id: string, 
/**
 * Where to.
 */
path: string, };

/**
 * Names one file.
 */
export type FileRef = { 
/**
 * The file.
 */
path: string, };

/**
 * A pack of the office's own that was written.
 */
export type PackWritten = { 
/**
 * Which.
 */
id: string, 
/**
 * Nouns that changed.
 */
changed: Array<string>, 
/**
 * One sentence for the person.
 */
line: string, };

/**
 * Sets two packs side by side.
 */
export type ComparePacks = { 
/**
 * The left pack.
 */
left: string, 
/**
 * As it is enabled here, instead of as it stands on the shelf.
 */
left_enabled: boolean, 
/**
 * The right pack.
 */
right: string, 
/**
 * See `left_enabled`.
 */
right_enabled: boolean, };

/**
 * Two packs side by side.
 */
export type PackComparison = { 
/**
 * Title of the left pack.
 */
left: string, 
/**
 * Title of the right pack.
 */
right: string, 
/**
 * How many parts are the same.
 */
same: number, 
/**
 * How many differ.
 */
differs: number, 
/**
 * How many only the left has.
 */
only_left: number, 
/**
 * How many only the right has.
 */
only_right: number, 
/**
 * The parts.
 */
rows: Array<CompareRow>, };

/**
 * A part of two packs.
 */
export type CompareRow = { 
/**
 * `rule`, `except`, `target`, `form`, `script`, `duty`, `param`, or another kind of part.
 */
kind: string, 
/**
 * What it is called.
 */
title: string, 
/**
 * `same`, `differs`, `left`, `right`.
 */
state: string, 
/**
 * What the left says.
 */
left: Array<Piece>, 
/**
 * What the right says.
 */
right: Array<Piece>, 
/**
 * It differs in something that the words do not say.
 */
silently: boolean, };

/**
 * A piece of a sentence.
 */
export type Piece = { 
/**
 * The words.
 */
text: string, 
/**
 * Whether the other side says it too.
 */
same: boolean, };

/**
 * Provokes a panic inside a command: how the test sees that it stays there.
 */
export type ProvokePanic = { 
/**
 * The panic's message.
 */
message: string, };

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

/**
 * A client as the form holds him: everything as text, empty where nothing is known.
 */
export type ClientEdit = { 
/**
 * Client id; none: a new one.
 */
client: string | null, 
/**
 * Name.
 */
name: string, 
/**
 * Record number.
 */
no: string, 
/**
 * Identity number.
 */
id_number: string, 
/**
 * `male`, `female` or empty.
 */
sex: string, 
/**
 * Day of birth.
 */
born: string, 
/**
 * Room.
 */
place: string, 
/**
 * First day as a client.
 */
since: string, 
/**
 * Responsible person: staff id, or a name that no person of staff has.
 */
assignee: string, 
/**
 * Ways to reach him; the client himself first.
 */
contacts: Array<ContactEdit>, 
/**
 * Classes given by hand that hold today.
 */
classes: Array<string>, 
/**
 * How he wishes to be contacted.
 */
wish: WishEdit, 
/**
 * Fields of the sector and of the office by code.
 */
fields: { [key in string]: string }, 
/**
 * Why, where somebody says so.
 */
reason: string, };

/**
 * Somebody who can be rung up.
 */
export type ContactEdit = { 
/**
 * Empty: the client himself.
 */
relation: string, 
/**
 * Name; empty for the client himself.
 */
name: string, 
/**
 * Telephone numbers as typed, several parted by blanks or `、`.
 */
phones: string, 
/**
 * WeChat account.
 */
wechat: string, 
/**
 * Not to be rung up.
 */
do_not_contact: boolean, };

/**
 * How a client wishes to be contacted.
 */
export type WishEdit = { 
/**
 * Hours that suit him: `14:00-17:00`, several parted by `、`.
 */
hours: string, 
/**
 * Channel code, or empty.
 */
channel: string, 
/**
 * What to heed: hard of hearing, dialect.
 */
note: string, };

/**
 * A form with what it may be filled in with.
 */
export type ClientForm = { 
/**
 * As he is.
 */
edit: ClientEdit, 
/**
 * Fields of the sector and of the office, in order.
 */
fields: Array<ClientFieldBrief>, 
/**
 * Classes that can be given by hand.
 */
classes: Array<string>, 
/**
 * Relations in use.
 */
relations: Array<string>, 
/**
 * Fields that a person corrected: no import overwrites them.
 */
held: Array<string>, };

/**
 * A field of clients.
 */
export type ClientFieldBrief = { 
/**
 * Key.
 */
code: string, 
/**
 * What it is called.
 */
label: string, 
/**
 * `text`, `number`, `date`, `choice`.
 */
kind: string, 
/**
 * What may be chosen, or is often meant.
 */
choices: Array<string>, 
/**
 * Whether the office defined it.
 */
own: boolean, };

/**
 * Names a client, or none for a new one.
 */
export type ClientFormRef = { 
/**
 * Client id.
 */
client: string | null, };

/**
 * What the checks say of a form.
 */
export type ClientChecks = { 
/**
 * Notes beside fields, none of which forbids.
 */
notes: Array<CheckNote>, 
/**
 * Day of birth by the identity number.
 */
born: string | null, 
/**
 * Sex by the identity number.
 */
sex: string | null, 
/**
 * The day of birth in the lunar calendar.
 */
lunar: string | null, 
/**
 * Age in full years.
 */
age: number | null, };

/**
 * A note beside a field.
 */
export type CheckNote = { 
/**
 * Field: `id_number`, `contact.0`, `no` …
 */
field: string, 
/**
 * One sentence.
 */
text: string, 
/**
 * The other client of whom it speaks.
 */
client: ClientBrief | null, };

/**
 * What saving a client has done.
 */
export type ClientSaved = { 
/**
 * The client.
 */
client: string, 
/**
 * Nouns that changed.
 */
changed: Array<string>, 
/**
 * One sentence for the person.
 */
line: string, };

/**
 * The office's own fields of clients.
 */
export type OwnFields = { 
/**
 * In order.
 */
fields: Array<ClientFieldBrief>, };

/**
 * What the page of a client shows besides facts and story.
 */
export type ClientArchive = { 
/**
 * Those of his household, himself left out.
 */
household: Array<ClientBrief>, 
/**
 * Who might be of his household, and why.
 */
suggested: Array<HouseholdHint>, 
/**
 * He is not to be contacted now.
 */
halt: ClientHalt | null, 
/**
 * Clients that were merged into him.
 */
merges: Array<MergeBrief>, 
/**
 * Places that he had: label and from when to when.
 */
places: Array<LabelValue>, 
/**
 * What was changed about him, newest first.
 */
changes: Array<ClientChange>, };

/**
 * Somebody who might be of the same household.
 */
export type HouseholdHint = { 
/**
 * Who.
 */
client: ClientBrief, 
/**
 * Why: 同一房号, 同一电话.
 */
why: string, };

/**
 * A client is not to be contacted.
 */
export type ClientHalt = { 
/**
 * `pause` or `do_not_contact`.
 */
act: string, 
/**
 * Since.
 */
since: string, 
/**
 * Last day; none: until it is taken back.
 */
until: string | null, 
/**
 * Who decided.
 */
by: string, 
/**
 * Why.
 */
reason: string, 
/**
 * Tasks that are not listed because of it.
 */
tasks: number, };

/**
 * A merge that stands.
 */
export type MergeBrief = { 
/**
 * Its number.
 */
merge: string, 
/**
 * Who was merged.
 */
name: string, 
/**
 * When.
 */
at: string, 
/**
 * Who did it.
 */
by: string, };

/**
 * A change of one field.
 */
export type ClientChange = { 
/**
 * When: `2026-09-30 09:15`.
 */
at: string, 
/**
 * Who.
 */
by: string, 
/**
 * What it was: 修改, 导入 业主档案.xlsx.
 */
what: string, 
/**
 * Field.
 */
label: string, 
/**
 * As it was.
 */
from: string, 
/**
 * As it is.
 */
to: string, 
/**
 * Why, where somebody said so.
 */
reason: string, };

/**
 * Who is of one household.
 */
export type JoinHousehold = { 
/**
 * Clients; those who are of a household already bring it along.
 */
clients: Array<string>, };

/**
 * Two clients.
 */
export type ClientPair = { 
/**
 * The one.
 */
a: string, 
/**
 * The other.
 */
b: string, };

/**
 * Pairs that may be one client.
 */
export type DuplicateList = { 
/**
 * How many.
 */
total: number, 
/**
 * The surest first.
 */
pairs: Array<DuplicatePair>, };

/**
 * Two clients who may be one.
 */
export type DuplicatePair = { 
/**
 * The one.
 */
a: ClientBrief, 
/**
 * The other.
 */
b: ClientBrief, 
/**
 * Why: 同一手机号, 姓名同音.
 */
why: Array<string>, 
/**
 * What 没有问题 names.
 */
doubt: string, 
/**
 * The data as they are now.
 */
data: string, };

/**
 * Two clients side by side.
 */
export type MergeLook = { 
/**
 * The one who is to stay.
 */
a: ClientBrief, 
/**
 * The one who is to go.
 */
b: ClientBrief, 
/**
 * Fields of either.
 */
rows: Array<MergeRow>, 
/**
 * What belongs to each: label, and how many of the one and the other.
 */
belongings: Array<MergeRow>, 
/**
 * What comes along by itself: contacts and classes of both.
 */
along: Array<string>, 
/**
 * What to know before.
 */
notes: Array<string>, };

/**
 * A field of two clients.
 */
export type MergeRow = { 
/**
 * Field.
 */
field: string, 
/**
 * What it is called.
 */
label: string, 
/**
 * Of the one.
 */
a: string, 
/**
 * Of the other.
 */
b: string, 
/**
 * Whether they differ, so that somebody must choose.
 */
differs: boolean, 
/**
 * Which is proposed: `a` or `b`.
 */
choose: string, };

/**
 * Makes two clients one.
 */
export type MergeClients = { 
/**
 * Who stays.
 */
keep: string, 
/**
 * Who goes.
 */
merge: string, 
/**
 * Fields that are taken from the one who goes.
 */
take: Array<string>, };

/**
 * What a merge has done.
 */
export type Merged = { 
/**
 * Its number, to part them again.
 */
merge: string, 
/**
 * Who stayed.
 */
client: string, 
/**
 * Nouns that changed.
 */
changed: Array<string>, 
/**
 * One sentence for the person.
 */
line: string, };

/**
 * Names one merge.
 */
export type MergeRef = { 
/**
 * Its number.
 */
merge: string, };

/**
 * What parting two clients has done.
 */
export type Parted = { 
/**
 * What stays with the kept one because it came or was edited later: label and reason.
 */
kept: Array<LabelValue>, 
/**
 * Nouns that changed.
 */
changed: Array<string>, 
/**
 * One sentence for the person.
 */
line: string, };

/**
 * Doubtful data, to be cleared.
 */
export type DoubtList = { 
/**
 * How many there are of each kind: code and number.
 */
kinds: Array<DoubtCount>, 
/**
 * How many were put aside.
 */
accepted: number, 
/**
 * The first of each kind.
 */
doubts: Array<Doubt>, };

/**
 * How many doubts of a kind there are.
 */
export type DoubtCount = { 
/**
 * Kind code.
 */
kind: string, 
/**
 * How many.
 */
count: number, };

/**
 * Something doubtful.
 */
export type Doubt = { 
/**
 * What 没有问题 names.
 */
doubt: string, 
/**
 * The data as they are now.
 */
data: string, 
/**
 * Kind: `shared_phone`, `shared_account`, `id_number`, `missing`, `date`, `far_date`, `phone`.
 */
kind: string, 
/**
 * One sentence.
 */
text: string, 
/**
 * Of whom; two or more where they share something.
 */
clients: Array<ClientBrief>, };

/**
 * Puts doubts aside.
 */
export type AcceptDoubt = { 
/**
 * What is doubted.
 */
doubt: string, 
/**
 * The data as they were when somebody looked.
 */
data: string, 
/**
 * Why it is in order.
 */
reason: string, };

/**
 * Doubts again.
 */
export type DoubtRef = { 
/**
 * What was put aside.
 */
doubt: string, };

/**
 * How many of what is listed are whose.
 */
export type WhoseCounts = { 
/**
 * Everybody's.
 */
all: number, 
/**
 * Of the person who is signed in.
 */
mine: number, 
/**
 * To be assigned: nobody is named, or he is away and nobody stands in.
 */
unassigned: number, 
/**
 * To be rung up, and no usable number is known.
 */
no_phone: number, };

/**
 * Tasks by their identifiers, in the order of the list.
 */
export type TaskIds = { 
/**
 * Task ids.
 */
tasks: Array<string>, };

/**
 * Which tasks a view lists: 满足 全部/任一 of its conditions.
 */
export type ViewFilter = { 
/**
 * All conditions must hold; otherwise any of them.
 */
all: boolean, 
/**
 * The conditions; none: everything is listed.
 */
conditions: Array<FilterCondition>, };

/**
 * 字段 · 关系 · 值.
 */
export type FilterCondition = { 
/**
 * `pack`, `rule`, `assignee`, `place`, `class`, `due`, `channel`, `tries`.
 */
field: string, 
/**
 * `is`, `is_not` (any of the values); `begins`, `contains`, `contains_not` (places); `within_days`, `over_days`,
 * `after_days` (due day); `at_least`, `at_most` (tries).
 */
relation: string, 
/**
 * Codes, a text, or a number.
 */
values: Array<string>, };

/**
 * A field by which a view can choose.
 */
export type FilterField = { 
/**
 * Its code.
 */
field: string, 
/**
 * `choices`, `text` or `number`: how its value is given.
 */
kind: string, 
/**
 * Codes of the relations that it has.
 */
relations: Array<string>, 
/**
 * What can be chosen: label and code.
 */
choices: Array<LabelValue>, };

/**
 * A view that somebody saved: a tab over the list.
 */
export type SavedView = { 
/**
 * Identifier.
 */
view: string, 
/**
 * Its name.
 */
name: string, 
/**
 * What it lists.
 */
filter: ViewFilter, 
/**
 * The same as a sentence.
 */
sentence: string, 
/**
 * How many tasks it lists now.
 */
count: number, };

/**
 * Saves a view for the person who is signed in.
 */
export type SaveView = { 
/**
 * The view to be changed; none: a new one.
 */
view: string | null, 
/**
 * Its name.
 */
name: string, 
/**
 * What it lists.
 */
filter: ViewFilter, };

/**
 * A view that was saved.
 */
export type ViewWritten = { 
/**
 * Identifier.
 */
view: string, 
/**
 * Nouns that changed.
 */
changed: Array<string>, 
/**
 * One sentence for the person.
 */
line: string, };

/**
 * Names a view.
 */
export type ViewRef = { 
/**
 * View id.
 */
view: string, };

/**
 * One decision about many tasks.
 */
export type DecideMany = { 
/**
 * `reschedule`, `reassign`, `waive`.
 */
act: string, 
/**
 * The tasks.
 */
tasks: Array<string>, 
/**
 * New due day.
 */
day: string | null, 
/**
 * Staff id, for `reassign`.
 */
to: string | null, 
/**
 * Who approved (staff id): for a waiver, and for a day after the latest day of the policy.
 */
approver: string | null, 
/**
 * Why.
 */
reason: string, };

/**
 * What was decided about many tasks.
 */
export type DecidedMany = { 
/**
 * The act, by which it is undone as one.
 */
act: string, 
/**
 * How many tasks.
 */
count: number, 
/**
 * Nouns that changed.
 */
changed: Array<string>, 
/**
 * One sentence for the person.
 */
line: string, };

/**
 * Something that was done today.
 */
export type RecentAct = { 
/**
 * By this it is undone.
 */
act: string, 
/**
 * Time of day, `14:03`.
 */
at: string, 
/**
 * Who did it; empty: nobody was signed in.
 */
by: string, 
/**
 * What was done: 李四 · 接通 · 投诉回访.
 */
what: string, 
/**
 * `open`: it can be undone; `undone`: it was; `kept`: it is not undone here.
 */
state: string, };

/**
 * Names something that was done.
 */
export type ActRef = { 
/**
 * The act.
 */
act: string, };

/**
 * A person who is away.
 */
export type AbsenceBrief = { 
/**
 * Identifier.
 */
absence: string, 
/**
 * Who.
 */
staff: string, 
/**
 * His name.
 */
name: string, 
/**
 * First day.
 */
from: string, 
/**
 * Last day; none: until it is taken back.
 */
to: string | null, 
/**
 * Days of the week, 1 for Monday to 7 for Sunday; empty: every day.
 */
weekdays: Array<number>, 
/**
 * Who stands in: a name; none: nobody.
 */
substitute: string | null, 
/**
 * Why.
 */
reason: string, 
/**
 * Whether he is away today because of it.
 */
today: boolean, };

/**
 * Writes down that somebody is away.
 */
export type SetAbsence = { 
/**
 * Who (staff id).
 */
staff: string, 
/**
 * First day.
 */
from: string, 
/**
 * Last day; none: until it is taken back.
 */
to: string | null, 
/**
 * Days of the week, 1 for Monday to 7 for Sunday; empty: every day.
 */
weekdays: Array<number>, 
/**
 * Who stands in (staff id); none: nobody.
 */
substitute: string | null, 
/**
 * Why; may be empty.
 */
reason: string, };

/**
 * Names an absence.
 */
export type AbsenceRef = { 
/**
 * Absence id.
 */
absence: string, };

/**
 * How far a target of the running period is.
 */
export type CoachLine = { 
/**
 * Pack and title: the same target on another day.
 */
target: string, 
/**
 * The sentence: 本月投诉回访率 62%(31/50),再回访 4 件达到 70%.
 */
text: string, 
/**
 * Reached.
 */
numerator: number, 
/**
 * Due in the period.
 */
denominator: number, 
/**
 * How many more reach it.
 */
missing: number, 
/**
 * Whom first: the tasks that count and can be done now, which close soonest at the head.
 */
tasks: Array<string>, 
/**
 * Clauses that ask for it.
 */
clauses: Array<string>, };

/**
 * A round of home visits that was printed.
 */
export type RoundBrief = { 
/**
 * Identifier.
 */
round: string, 
/**
 * Whose name stands on the sheet.
 */
person: string, 
/**
 * His staff id, where it is a person of staff.
 */
staff: string | null, 
/**
 * The day on which it was printed.
 */
printed_on: string, 
/**
 * Day of the round; none: it was to be written in by hand.
 */
on: string | null, 
/**
 * How many rows.
 */
visits: number, 
/**
 * How many of them have been typed in.
 */
entered: number, };

/**
 * Names a round.
 */
export type RoundRef = { 
/**
 * Round id.
 */
round: string, };

/**
 * A returned sheet, row by row as on paper.
 */
export type RoundSheet = { 
/**
 * Which round.
 */
round: RoundBrief, 
/**
 * Its rows in the order of the paper.
 */
rows: Array<RoundVisit>, };

/**
 * A row of a returned sheet.
 */
export type RoundVisit = { 
/**
 * Number on the list, from 1.
 */
number: number, 
/**
 * Whom; none where the task is about no client.
 */
client: ClientBrief | null, 
/**
 * The forms of the tasks that the visit settles and that are still open.
 */
forms: Array<TaskForm>, 
/**
 * What the row was about: titles of all its tasks.
 */
titles: Array<string>, 
/**
 * The record under which it was typed in.
 */
record: string | null, 
/**
 * Its outcome code.
 */
outcome: string | null, 
/**
 * What was noted.
 */
note: string, };

/**
 * Why a question has no answer.
 */
export type Gap = { 
/**
 * `unknown` (不详), `refused` (拒答).
 */
why: string, 
/**
 * The reason in words.
 */
reason: string, };

/**
 * Keeps a half-filled form of who is working.
 */
export type KeepDraft = { 
/**
 * `call`, `matter`, `client`, `round`.
 */
kind: string, 
/**
 * Which form of that kind: id of the task, the matter, the client, the round; `new` for a new one.
 */
key: string, 
/**
 * What it is called in a list.
 */
title: string, 
/**
 * What was typed, in the shape of the form.
 */
body: unknown, 
/**
 * Name of the field in which the cursor stands; empty: none.
 */
field: string, 
/**
 * Where it stands there, in characters.
 */
cursor: number | null, };

/**
 * A draft is on the disk.
 */
export type DraftKept = { 
/**
 * When, `YYYY-MM-DD HH:MM`.
 */
at: string, };

/**
 * Names a draft of who is working.
 */
export type DraftRef = { 
/**
 * `call`, `matter`, `client`, `round`.
 */
kind: string, 
/**
 * Which form of that kind.
 */
key: string, };

/**
 * A half-filled form.
 */
export type DraftRow = { 
/**
 * `call`, `matter`, `client`, `round`.
 */
kind: string, 
/**
 * Which form of that kind.
 */
key: string, 
/**
 * What it is called in a list.
 */
title: string, 
/**
 * What was typed, in the shape of the form.
 */
body: unknown, 
/**
 * Name of the field in which the cursor stood; empty: none.
 */
field: string, 
/**
 * Where it stood there, in characters.
 */
cursor: number | null, 
/**
 * When it was kept, `YYYY-MM-DD HH:MM`.
 */
at: string, };

/**
 * Brings a file in: of this computer, or pasted or dropped.
 */
export type AddAttachment = { 
/**
 * Client id.
 */
client: string | null, 
/**
 * Matter id.
 */
matter: string | null, 
/**
 * Record id: the file belongs to that contact.
 */
record: string | null, 
/**
 * Task id: the file belongs to its client and matter.
 */
task: string | null, 
/**
 * A file of this computer.
 */
path: string | null, 
/**
 * Name of what was pasted or dropped.
 */
name: string, 
/**
 * Its bytes as base64.
 */
data: string | null, };

/**
 * A file of a client, a matter or a record.
 */
export type AttachmentRow = { 
/**
 * Identifier.
 */
id: string, 
/**
 * `photo`, `pdf`, `recording`, `signature`.
 */
kind: string, 
/**
 * Name.
 */
name: string, 
/**
 * Media type.
 */
mime: string, 
/**
 * Size in bytes.
 */
bytes: number, 
/**
 * When, `YYYY-MM-DD HH:MM`.
 */
at: string, 
/**
 * Who brought it in.
 */
by: string, 
/**
 * What it is about: 投诉 TS1 · 2026-10-09 回访; empty: the client as such.
 */
about: string, 
/**
 * The record with which it was taken.
 */
record: string | null, 
/**
 * A small picture as a `data:` address.
 */
thumbnail: string | null, 
/**
 * Why, by whom and when it was struck out; none: it counts.
 */
struck: string | null, };

/**
 * A file was brought in.
 */
export type AttachmentWritten = { 
/**
 * The file.
 */
attachment: AttachmentRow, 
/**
 * Nouns that changed.
 */
changed: Array<string>, 
/**
 * One sentence for the person.
 */
line: string, };

/**
 * Asks for attachments: of a record, else of a client, else of the identifiers.
 */
export type AttachmentQuery = { 
/**
 * Client id.
 */
client: string | null, 
/**
 * Record id.
 */
record: string | null, 
/**
 * Identifiers.
 */
ids: Array<string>, };

/**
 * Names an attachment.
 */
export type AttachmentRef = { 
/**
 * Identifier.
 */
id: string, };

/**
 * Strikes an attachment out.
 */
export type StrikeAttachment = { 
/**
 * Identifier.
 */
id: string, 
/**
 * Why.
 */
reason: string, };

/**
 * A file for another program to show.
 */
export type FilePath = { 
/**
 * Where it is, or may be written.
 */
path: string, };

/**
 * Wants a path for a file that another program is to show.
 */
export type ViewFile = { 
/**
 * Name of the file, with its ending.
 */
name: string, };

/**
 * Keeps a signature drawn on the screen, with the answers under which it stands.
 */
export type Sign = { 
/**
 * The task and its answers as they stand.
 */
answers: TaskAnswers, 
/**
 * The picture: PNG as base64.
 */
png: string, 
/**
 * The strokes: for each its points with time and pressure.
 */
strokes: unknown, };

/**
 * Names a record.
 */
export type RecordRef = { 
/**
 * Record id.
 */
record: string, };

/**
 * A record with its forms, to be corrected.
 */
export type RecordSheet = { 
/**
 * The record.
 */
record: RecordBrief, 
/**
 * The forms, one for each task.
 */
forms: Array<TaskForm>, 
/**
 * What was answered.
 */
tasks: Array<TaskAnswers>, };

/**
 * Puts a new version in the place of a record that was wrong.
 */
export type CorrectRecord = { 
/**
 * Record id.
 */
record: string, 
/**
 * The same tasks with the right answers.
 */
tasks: Array<TaskAnswers>, 
/**
 * Channel code.
 */
channel: string, 
/**
 * Day of the contact.
 */
on: string, 
/**
 * What the client said.
 */
note: string, 
/**
 * Why it is corrected.
 */
reason: string, };

/**
 * Asks how texts are read.
 */
export type ReadingsOf = { 
/**
 * The texts.
 */
texts: Array<string>, };

/**
 * How a text is read.
 */
export type Reading = { 
/**
 * For each character every reading in letters; none for what has none.
 */
characters: Array<Array<string>>, };

/**
 * A pack as it is offered to a new office.
 */
export type PackOffer = { 
/**
 * Policy id.
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
 * What it asks for, in one line: 投诉回访、维修回访、文体活动回访 等 7 项.
 */
line: string, 
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
shows: number, 
/**
 * Blanks of the policy that must be filled in before it can be enabled.
 */
blanks: number, 
/**
 * Of its sector the one that does most by itself and needs nothing filled in first.
 */
recommended: boolean, 
/**
 * The posts that it gives follow-ups to, the busiest first.
 */
roles: Array<string>, };

/**
 * The first person of a new office.
 */
export type FirstPerson = { 
/**
 * Name.
 */
name: string, 
/**
 * Post.
 */
role: string, };

/**
 * Makes an office folder and opens it.
 */
export type CreateOffice = { 
/**
 * The folder; it must be empty or not exist.
 */
dir: string, 
/**
 * Name of the office.
 */
name: string, 
/**
 * Ids of the packs to enable; they run side by side.
 */
packs: Array<string>, 
/**
 * From which day; none: from today.
 */
effective_from: string | null, 
/**
 * Values of parameters: by pack, by name.
 */
values: { [pack: string]: { [name: string]: unknown } }, 
/**
 * Who works there first, and is signed in.
 */
first: FirstPerson | null, };

/**
 * Asks where an office may lie.
 */
export type FolderWish = { 
/**
 * The folder thought of; none: one is proposed.
 */
dir: string | null, 
/**
 * Name of the office.
 */
name: string, };

/**
 * A folder for an office.
 */
export type FolderCheck = { 
/**
 * The folder.
 */
dir: string, 
/**
 * Why it will not do: the code and the sentence with the remedy; none: it will.
 */
problem: FolderProblem | null, };

/**
 * Why a folder will not do.
 */
export type FolderProblem = { 
/**
 * Stable code.
 */
code: string, 
/**
 * What is wrong and what to do.
 */
text: string, };

/**
 * Makes a demonstration office and opens it.
 */
export type SampleOffice = { 
/**
 * Sector of the office that the person thought of; the nearest of the three demonstrations is made.
 */
sector: string, 
/**
 * The folder; none: one is proposed.
 */
dir: string | null, };

/**
 * The texts that can be used here.
 */
export type MessageTexts = { 
/**
 * The office's own first, then those of its policies, then those that ship with the program.
 */
texts: Array<MessageTextRow>, 
/**
 * Every placeholder, as it is written, with what it stands for.
 */
placeholders: Array<LabelValue>, };

/**
 * A text for messages.
 */
export type MessageTextRow = { 
/**
 * Names it: `own/3`, `pack/002-12/notice`, `shipped/birthday`.
 */
id: string, 
/**
 * What it is called.
 */
title: string, 
/**
 * `reminder`, `greeting`, `survey`, `other`.
 */
purpose: string, 
/**
 * The words, with placeholders.
 */
text: string, 
/**
 * Whether the office wrote it itself, and may change it.
 */
own: boolean, 
/**
 * Where it comes from: title of the policy; empty for the others.
 */
from: string, };

/**
 * Writes a text of the office's own.
 */
export type SaveMessageText = { 
/**
 * The text to change; none: a new one.
 */
id: string | null, 
/**
 * What it is called.
 */
title: string, 
/**
 * `reminder`, `greeting`, `survey`, `other`.
 */
purpose: string, 
/**
 * The words, with placeholders.
 */
text: string, };

/**
 * A text that was written.
 */
export type MessageTextWritten = { 
/**
 * Names it.
 */
id: string, 
/**
 * Nouns that changed.
 */
changed: Array<string>, 
/**
 * One sentence for the person.
 */
line: string, };

/**
 * Names one text.
 */
export type MessageTextRef = { 
/**
 * Which.
 */
id: string, };

/**
 * Lists of people for whom messages can be made.
 */
export type MessageLists = { 
/**
 * Open follow-ups that may be made by short message.
 */
sms: number, 
/**
 * Open follow-ups that may be made by WeChat.
 */
wechat: number, 
/**
 * Classes, each with how many clients are in it today.
 */
classes: Array<NamedCount>, 
/**
 * Clients in all.
 */
clients: number, 
/**
 * Festivals of the next year, the nearest first.
 */
festivals: Array<FestivalRow>, };

/**
 * A name with a count.
 */
export type NamedCount = { 
/**
 * The name.
 */
name: string, 
/**
 * How many.
 */
count: number, };

/**
 * A festival that comes.
 */
export type FestivalRow = { 
/**
 * Code.
 */
code: string, 
/**
 * What it is called.
 */
name: string, 
/**
 * Its day.
 */
day: string, 
/**
 * That day by the lunar calendar.
 */
lunar: string, 
/**
 * In how many days.
 */
days: number, 
/**
 * How many clients the policies ask to contact for it.
 */
asked: number, };

/**
 * Whom messages are for.
 */
export type MessageTo = { 
/**
 * `tasks` (open follow-ups that the channel may make), `class`, `festival`, `birthday`, `clients`.
 */
kind: string, 
/**
 * `class`: which; `festival`: only clients of this class (none: those whom the policies ask to contact; empty: everybody).
 */
class: string | null, 
/**
 * `festival`: its code.
 */
festival: string | null, 
/**
 * `birthday`: by the lunar calendar.
 */
lunar: boolean, 
/**
 * `birthday`: of today and so many days after it.
 */
days: number, 
/**
 * `clients`: who.
 */
clients: Array<string>, };

/**
 * Asks for messages.
 */
export type ComposeMessages = { 
/**
 * `sms`, `wechat`.
 */
channel: string, 
/**
 * What it is called: 中秋问候.
 */
title: string, 
/**
 * The words, with placeholders.
 */
text: string, 
/**
 * Whom.
 */
to: MessageTo, 
/**
 * Also those who got one for the same occasion before.
 */
again: boolean, 
/**
 * Keys of those who are left out by hand.
 */
leave_out: Array<string>, };

/**
 * Messages that were made; nothing is written.
 */
export type Composed = { 
/**
 * How many messages.
 */
total: number, 
/**
 * The first thousand of them.
 */
rows: Array<MessageRow>, 
/**
 * How many people get none.
 */
skipped_total: number, 
/**
 * The first thousand of those, and why.
 */
skipped: Array<SkippedRow>, 
/**
 * Placeholders of the text that nobody knows.
 */
unknown: Array<string>, 
/**
 * How many of all messages would settle a follow-up.
 */
counted: number, };

/**
 * A message to one client.
 */
export type MessageRow = { 
/**
 * Names it within its list.
 */
key: string, 
/**
 * Client id.
 */
client: string, 
/**
 * His name.
 */
name: string, 
/**
 * His room.
 */
place: string, 
/**
 * Number or account.
 */
address: string, 
/**
 * The words.
 */
text: string, 
/**
 * What it is for: 预约提醒,最迟 10-10.
 */
about: string, 
/**
 * `settles` (the follow-up is done by it), `try` (it counts as a try, the answer is waited for), `contact`
 * (it is noted, and counts for nothing).
 */
effect: string, 
/**
 * What he got before for the same occasion; empty: nothing.
 */
before: string, };

/**
 * Somebody who gets no message.
 */
export type SkippedRow = { 
/**
 * Client id.
 */
client: string, 
/**
 * His name.
 */
name: string, 
/**
 * His room.
 */
place: string, 
/**
 * `do_not_contact`, `paused`, `no_number`, `blank`, `sent_before`.
 */
code: string, 
/**
 * Why.
 */
reason: string, };

/**
 * Says that messages were sent.
 */
export type MarkSent = { 
/**
 * Which.
 */
messages: ComposeMessages, 
/**
 * How many the person saw; refused where the list has changed since.
 */
count: number, };

/**
 * What was written down.
 */
export type MessagesSent = { 
/**
 * Its number, by which it can be taken back.
 */
batch: string, 
/**
 * How many.
 */
count: number, 
/**
 * Nouns that changed.
 */
changed: Array<string>, 
/**
 * One sentence for the person.
 */
line: string, };

/**
 * Names one batch.
 */
export type SentRef = { 
/**
 * Its number.
 */
batch: string, };

/**
 * What was marked as sent in one step.
 */
export type SentBatch = { 
/**
 * Its number.
 */
batch: string, 
/**
 * Day.
 */
on: string, 
/**
 * `sms`, `wechat`.
 */
channel: string, 
/**
 * What it is called.
 */
title: string, 
/**
 * The words, with placeholders.
 */
text: string, 
/**
 * Who said so; empty: nobody was named.
 */
by: string, 
/**
 * How many messages.
 */
count: number, 
/**
 * Taken back.
 */
undone: boolean, };

/**
 * Writes messages as a list for a sending tool.
 */
export type ExportMessages = { 
/**
 * Which.
 */
messages: ComposeMessages, 
/**
 * Where to; its ending says how: `.xlsx` or `.csv`.
 */
path: string, };

/**
 * Writes appointments and promised call-backs as a calendar (iCalendar, RFC 5545).
 */
export type ExportCalendar = { 
/**
 * Only of this person of staff; none: of everybody.
 */
staff: string | null, 
/**
 * How many days from today; none: 30.
 */
days: number | null, 
/**
 * Where to.
 */
path: string, };

/**
 * What can be registered here, and with which words.
 */
export type MatterKinds = { 
/**
 * Kinds: those that the enabled packs ask about first, then those of which there are matters, then the others.
 */
kinds: Array<MatterKindBrief>, 
/**
 * Severities: the code as label, its name as value.
 */
severities: Array<LabelValue>, 
/**
 * Roles of participants: the code as label, its name as value; the ordinary one first.
 */
roles: Array<LabelValue>, 
/**
 * Departments that staff or matters name.
 */
departments: Array<string>, };

/**
 * A kind of matter.
 */
export type MatterKindBrief = { 
/**
 * Code.
 */
kind: string, 
/**
 * What it is called here.
 */
label: string, 
/**
 * Whether an enabled pack asks about it.
 */
asked: boolean, 
/**
 * Whether there are matters of it.
 */
used: boolean, 
/**
 * Its milestones in their order.
 */
milestones: Array<MilestoneKind>, 
/**
 * Milestones with which it is registered; the day of the last one is asked.
 */
begins: Array<string>, 
/**
 * Its fields, the first is what it is about.
 */
fields: Array<MatterField>, 
/**
 * Whether it has a severity.
 */
graded: boolean, 
/**
 * Whether it may concern nobody by name.
 */
nobody: boolean, };

/**
 * A kind of milestone.
 */
export type MilestoneKind = { 
/**
 * Code.
 */
kind: string, 
/**
 * What it is called.
 */
label: string, 
/**
 * Whether it ends the matter.
 */
ends: boolean, };

/**
 * A field of a matter.
 */
export type MatterField = { 
/**
 * Code, or the title of a field of the office's own.
 */
id: string, 
/**
 * What it is called.
 */
label: string, 
/**
 * `text`, `long` (several lines), `yes_no`, `number`, `choice`.
 */
kind: string, 
/**
 * For a choice: what there is to choose from; something else may be written.
 */
choices: Array<string>, };

/**
 * A matter as it is to be registered.
 */
export type MatterWish = { 
/**
 * Kind.
 */
kind: string, 
/**
 * The client whom it concerns.
 */
client: string | null, 
/**
 * A client who is not in the archive yet.
 */
new_client: NewClient | null, 
/**
 * The number from which somebody called; empty: nobody did.
 */
caller: string, 
/**
 * Who else takes part, and as what.
 */
others: Array<ParticipantWish>, 
/**
 * Number; empty: the next free one.
 */
no: string, 
/**
 * Severity code.
 */
severity: string | null, 
/**
 * Department.
 */
department: string | null, 
/**
 * Who deals with it (staff id or name).
 */
handler: string | null, 
/**
 * Fields by id.
 */
fields: { [key: string]: unknown }, 
/**
 * What happened; empty: what the kind is registered with, today.
 */
milestones: Array<MilestoneWish>, 
/**
 * The matter out of which it came.
 */
parent: string | null, };

/**
 * A client who is made together with a matter.
 */
export type NewClient = { 
/**
 * Name; empty: nobody said it.
 */
name: string, 
/**
 * Telephone.
 */
phone: string, 
/**
 * Room.
 */
place: string, };

/**
 * A client in a matter.
 */
export type ParticipantWish = { 
/**
 * Client id.
 */
client: string, 
/**
 * Role code.
 */
role: string, };

/**
 * A milestone as it is to be written down.
 */
export type MilestoneWish = { 
/**
 * Kind.
 */
kind: string, 
/**
 * `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`; none: today.
 */
on: string | null, 
/**
 * Remark.
 */
note: string, };

/**
 * What would follow from a matter or a change of it, before it is saved.
 */
export type MatterForesight = { 
/**
 * The number that it would have.
 */
no: string, 
/**
 * What would follow.
 */
lines: Array<ForeseenLine>, 
/**
 * What looks odd and is allowed.
 */
warnings: Array<string>, };

/**
 * One thing that would follow.
 */
export type ForeseenLine = { 
/**
 * `new` (asked for now), `moved`, `withdrawn`, `later` (when a further milestone is reached).
 */
sort: string, 
/**
 * In one sentence.
 */
text: string, 
/**
 * Why: the task's own sentence; empty where nothing was reckoned.
 */
because: string, };

/**
 * What registering or changing a matter has done.
 */
export type MatterWritten = { 
/**
 * The matter.
 */
matter: string, 
/**
 * Its number.
 */
no: string | null, 
/**
 * The client whom it concerns.
 */
client: string | null, 
/**
 * The milestone that was added.
 */
milestone: string | null, 
/**
 * One sentence for the person.
 */
line: string, 
/**
 * Nouns that changed.
 */
changed: Array<string>, };

/**
 * A change of a matter, to be previewed or made.
 */
export type MatterEdit = { 
/**
 * Matter id.
 */
matter: string, 
/**
 * `add_milestone`, `correct_milestone`, `strike_milestone`, `undo_milestone` (one that was just added),
 * `restore_milestone`, `correct` (fields), `participants`, `strike`, `restore`.
 */
act: string, 
/**
 * The milestone's id, where it is about one that there is.
 */
milestone: string | null, 
/**
 * Kind of the milestone to add.
 */
kind: string | null, 
/**
 * Its moment; none: today.
 */
on: string | null, 
/**
 * Its remark.
 */
note: string, 
/**
 * For `correct`: new values by field id, or `severity`, `handler`, `department`, `no`; null: empty.
 */
fields: { [key: string]: unknown }, 
/**
 * For `participants`: who takes part from now on.
 */
participants: Array<ParticipantWish>, 
/**
 * Why; needed for what is struck out and for participants.
 */
reason: string, };

/**
 * Which matters of a kind.
 */
export type MatterQuery = { 
/**
 * Kind.
 */
kind: string, 
/**
 * Only those that stand at this milestone; none: all. Counts ignore it.
 */
stage: string | null, 
/**
 * Only of this department.
 */
department: string | null, 
/**
 * Only what this person of staff deals with.
 */
handler: string | null, 
/**
 * Only those of which something is past due.
 */
overdue: boolean, 
/**
 * Client or number, as for `search`; empty: no filter.
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

/**
 * A window of the matters of a kind, what moved last first.
 */
export type MatterList = { 
/**
 * How many the filter has in all.
 */
total: number, 
/**
 * The rows.
 */
rows: Array<MatterRow>, };

/**
 * How many matters of a kind stand where.
 */
export type MatterCounts = { 
/**
 * All of them.
 */
total: number, 
/**
 * By stage: the kind's milestones in their order, and others where there are any.
 */
stages: Array<StageCount>, };

/**
 * How many matters stand at a milestone.
 */
export type StageCount = { 
/**
 * Milestone kind; empty: without milestones.
 */
stage: string, 
/**
 * What it is called.
 */
label: string, 
/**
 * How many.
 */
count: number, 
/**
 * Whether it ends the matter.
 */
ends: boolean, };

/**
 * A matter as a row or a card.
 */
export type MatterRow = { 
/**
 * Which.
 */
matter: MatterBrief, 
/**
 * The client whom it concerns; none: nobody by name.
 */
client: ClientBrief | null, 
/**
 * How many more take part.
 */
others: number, 
/**
 * What it is about.
 */
text: string, 
/**
 * Severity code.
 */
severity: string | null, 
/**
 * Department.
 */
department: string | null, 
/**
 * Who deals with it.
 */
handler: string | null, 
/**
 * The milestone at which it stands.
 */
stage: string, 
/**
 * What that is called.
 */
stage_label: string, 
/**
 * Since when.
 */
stage_on: string | null, 
/**
 * Its first day.
 */
began: string | null, 
/**
 * Days from its first day until today or, where it has ended, until its end.
 */
days: number, 
/**
 * Whether it has ended.
 */
ended: boolean, 
/**
 * What is due next.
 */
next: MatterTask | null, 
/**
 * How many tasks that came of it are open or to come.
 */
open: number, };

/**
 * A task in a matter's row.
 */
export type MatterTask = { 
/**
 * Task id.
 */
task: string, 
/**
 * What it is called.
 */
title: string, 
/**
 * Due day.
 */
due: string, 
/**
 * `waiting`, `open`, `overdue`.
 */
state: string, 
/**
 * Days past due.
 */
days_over: number, };

/**
 * Names one matter.
 */
export type MatterRef = { 
/**
 * Matter id.
 */
matter: string, };

/**
 * One matter, one page.
 */
export type MatterPage = { 
/**
 * As a row.
 */
row: MatterRow, 
/**
 * Who takes part.
 */
participants: Array<ParticipantBrief>, 
/**
 * Its fields with their values, those without one too.
 */
fields: Array<MatterFieldValue>, 
/**
 * What happened, oldest first.
 */
milestones: Array<MilestoneRow>, 
/**
 * Milestones that were struck out, the last one first.
 */
struck: Array<StruckMilestoneRow>, 
/**
 * The tasks that came of it, by due day.
 */
tasks: Array<TaskRow>, 
/**
 * The records about it, newest first.
 */
records: Array<RecordBrief>, 
/**
 * The matter out of which it came.
 */
parent: MatterBrief | null, 
/**
 * The matters that came out of it.
 */
children: Array<MatterRow>, 
/**
 * How it was struck out, if it was.
 */
struck_out: StruckMatterRow | null, };

/**
 * Somebody who takes part.
 */
export type ParticipantBrief = { 
/**
 * Who.
 */
client: ClientBrief, 
/**
 * Role code.
 */
role: string, 
/**
 * What that is called.
 */
role_label: string, };

/**
 * A field with its value.
 */
export type MatterFieldValue = { 
/**
 * The field.
 */
field: MatterField, 
/**
 * Its value; null: none.
 */
value: unknown, 
/**
 * The value for reading.
 */
text: string, };

/**
 * A milestone on a matter's page.
 */
export type MilestoneRow = { 
/**
 * Identifier.
 */
id: string, 
/**
 * Kind.
 */
kind: string, 
/**
 * What it is called.
 */
label: string, 
/**
 * When: `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`.
 */
on: string, 
/**
 * Remark.
 */
note: string, 
/**
 * How many tasks hang on it.
 */
tasks: number, };

/**
 * A milestone that was struck out.
 */
export type StruckMilestoneRow = { 
/**
 * As it was.
 */
milestone: MilestoneRow, 
/**
 * Why.
 */
reason: string, 
/**
 * By whom.
 */
by: string, 
/**
 * On which day.
 */
on: string, };

/**
 * A matter that was struck out.
 */
export type StruckMatterRow = { 
/**
 * Which.
 */
matter: MatterBrief, 
/**
 * The client whom it concerned.
 */
client: ClientBrief | null, 
/**
 * What it was about.
 */
text: string, 
/**
 * On which day it was struck out.
 */
on: string, 
/**
 * By whom.
 */
by: string, 
/**
 * Why.
 */
reason: string, 
/**
 * The last day on which it can be taken back.
 */
until: string, };

/**
 * A month of the calendar.
 */
export type MonthRef = { 
/**
 * `2026-10`.
 */
month: string, };

/**
 * The weeks that hold a month.
 */
export type CalendarMonth = { 
/**
 * `2026-10`.
 */
month: string, 
/**
 * Whether the year has a table of holidays; otherwise marks are missing.
 */
known: boolean, 
/**
 * Whole weeks from Monday to Sunday.
 */
days: Array<CalendarDay>, };

/**
 * A day of the calendar.
 */
export type CalendarDay = { 
/**
 * The day.
 */
day: string, 
/**
 * The lunar day in short: 廿九, on the first day of a lunar month its name.
 */
lunar: string, 
/**
 * A festival or holiday on it.
 */
name: string | null, 
/**
 * `rest` (a day off by the table), `work` (a day on which everybody makes up); none: an ordinary day.
 */
mark: string | null, 
/**
 * Whether it is a working day.
 */
works: boolean, };

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
  print_matter: { req: PrintMatter; res: Printed };
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
