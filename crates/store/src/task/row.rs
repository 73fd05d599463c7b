//! A task as the file holds it.

use crate::column::{Day, Json, day, json, must_day, parsed};
use chrono::NaiveDate;
use huifang_core::calendar::Moment;
use huifang_core::domain::{Channel, ClientId, MatterId, StaffId, StaffRef, Subject, TaskId};
use rusqlite::{Row, Statement, params};

/// What a policy asks for, as last computed, with what people did to it beside it.
///
/// `ended`, `ended_on`, `due_set`, `assignee_set`, `next_try` and `meant` are copies of what records, decisions and the list of
/// staff say, kept so that the worklist is one query. Whether a task is open, overdue or missed is not here: that follows from the dates.
#[derive(Debug, Clone, PartialEq)]
pub struct TaskRow {
    /// Stable identifier, made of the five parts that follow and of nothing else.
    pub id: TaskId,
    /// The policy pack.
    pub pack: String,
    /// The rule in it.
    pub rule: String,
    /// What it is about.
    pub subject: Subject,
    /// Identifier of what it hangs on: a milestone, a matter, a period, another task.
    pub anchor: String,
    /// Step or repetition on that anchor, from 1.
    pub occurrence: u32,
    /// The client to be contacted, where there is one.
    pub client: Option<ClientId>,
    /// The matter, where there is one.
    pub matter: Option<MatterId>,
    /// What this step is called, where the steps of a series differ.
    pub step_title: Option<String>,
    /// How many contacts it takes.
    pub need: u32,
    /// How many there are.
    pub have: u32,
    /// First day on which it can be done.
    pub opens: NaiveDate,
    /// The policy's due day: the soft deadline.
    pub due: NaiveDate,
    /// Minute of the due day, 0 to 1439, where the policy names one.
    pub due_minute: Option<u16>,
    /// The hard deadline, where there is one.
    pub latest: Option<NaiveDate>,
    /// First day on which it is missed if nobody did it, because the next one began; `None`: it stays open.
    pub lapses: Option<NaiveDate>,
    /// The day on which facts other than a settlement fulfilled it (a quota reached, a step that happened).
    pub fulfilled: Option<NaiveDate>,
    /// Up to this day the client is not to be contacted about it; `9999-12-31`: until that is taken back.
    pub halted_to: Option<NaiveDate>,
    /// What is to be done, as a code: `contact`, or `step` for a timed step that is no follow-up.
    pub action: String,
    /// The role that must, as the pack names it.
    pub role: String,
    /// The person who must, where facts name one (the client's or the matter's own).
    pub held_by: Option<StaffRef>,
    /// Whether the person is to be found by the area of the client's place.
    pub by_area: bool,
    /// Channels in the order of preference.
    pub channels: Vec<Channel>,
    /// The form to be filled in.
    pub form: Option<String>,
    /// Clauses on which it rests.
    pub clauses: Vec<String>,
    /// Why it is here: one Chinese sentence with dates and clauses.
    pub because: String,
    /// Whether a date in it was computed from a calendar without a table for its year.
    pub guessed: bool,
    /// Whether the policy asks for it now; `false`: withdrawn.
    pub asked: bool,
    /// Why it was withdrawn.
    pub withdrawn_because: Option<String>,
    /// When it was first asked for, in milliseconds since 1970 (UTC).
    pub first_asked_ms: i64,
    /// How a person ended it, and on which day.
    pub ended: Option<(End, NaiveDate)>,
    /// The due day that a person set.
    pub due_set: Option<NaiveDate>,
    /// The person whom a person made responsible.
    pub assignee_set: Option<StaffRef>,
    /// From when it is to be tried again, where somebody tried: until then it waits.
    pub next_try: Option<Moment>,
    /// Who must do it, as decisions, facts, posts and areas have it; `None`: nobody in particular. Whether he is on duty is
    /// another matter.
    pub meant: Option<StaffId>,
}

impl TaskRow {
    /// The due day that counts: the one that a person set, else the policy's.
    pub fn due_now(&self) -> NaiveDate {
        self.due_set.unwrap_or(self.due)
    }
}

/// How a person ended a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// A record settled it.
    Done,
    /// Given up after the policy's tries (失访).
    Lost,
    /// It need not be done.
    Waived,
}

impl End {
    /// Every end, in the order of definition.
    pub const ALL: &[Self] = &[Self::Done, Self::Lost, Self::Waived];

    /// The code that is stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Lost => "lost",
            Self::Waived => "waived",
        }
    }

    /// The end of a code; `None` for an unknown one.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|end| end.code() == code)
    }
}

pub(super) fn row_to_task(row: &Row<'_>) -> rusqlite::Result<TaskRow> {
    let end: Option<String> = row.get(29)?;
    Ok(TaskRow {
        id: TaskId(row.get(0)?),
        pack: row.get(1)?,
        rule: row.get(2)?,
        subject: parsed(row, 3, Subject::parse)?,
        anchor: row.get(4)?,
        occurrence: row.get(5)?,
        client: row.get::<_, Option<String>>(6)?.map(ClientId),
        matter: row.get::<_, Option<String>>(7)?.map(MatterId),
        step_title: row.get(8)?,
        need: row.get(9)?,
        have: row.get(10)?,
        opens: must_day(row, 11)?,
        due: must_day(row, 12)?,
        due_minute: row.get(13)?,
        latest: day(row, 14)?,
        lapses: day(row, 15)?,
        fulfilled: day(row, 16)?,
        action: row.get(17)?,
        role: row.get(18)?,
        held_by: row.get::<_, Option<String>>(19)?.map(StaffRef),
        by_area: row.get(20)?,
        channels: json(row, 21)?,
        form: row.get(22)?,
        clauses: json(row, 23)?,
        because: row.get(24)?,
        guessed: row.get(25)?,
        asked: row.get(26)?,
        withdrawn_because: row.get(27)?,
        first_asked_ms: row.get(28)?,
        ended: end.as_deref().and_then(End::parse).zip(day(row, 30)?),
        due_set: day(row, 31)?,
        assignee_set: row.get::<_, Option<String>>(32)?.map(StaffRef),
        next_try: row.get::<_, Option<String>>(33)?.as_deref().and_then(Moment::parse),
        halted_to: day(row, 34)?,
        meant: row.get::<_, Option<String>>(35)?.filter(|id| !id.is_empty()).map(StaffId),
    })
}

/// Binds the row to `put.sql` and runs it.
pub(super) fn put(statement: &mut Statement<'_>, task: &TaskRow) -> rusqlite::Result<usize> {
    let (end, ended_on) = task.ended.map(|(end, on)| (end.code(), Day(on))).unzip();
    statement.execute(params![
        task.id.as_str(),
        task.pack,
        task.rule,
        task.subject.to_string(),
        task.anchor,
        task.occurrence,
        task.client.as_ref().map(ClientId::as_str),
        task.matter.as_ref().map(MatterId::as_str),
        task.step_title,
        task.need,
        task.have,
        Day(task.opens),
        Day(task.due),
        task.due_minute,
        task.latest.map(Day),
        task.lapses.map(Day),
        task.fulfilled.map(Day),
        task.action,
        task.role,
        task.held_by.as_ref().map(|staff| &staff.0),
        task.by_area,
        Json(&task.channels),
        task.form,
        Json(&task.clauses),
        task.because,
        task.guessed,
        task.asked,
        task.withdrawn_because,
        task.first_asked_ms,
        end,
        ended_on,
        task.due_set.map(Day),
        task.assignee_set.as_ref().map(|staff| &staff.0),
        task.next_try.map(|moment| moment.to_string()),
        task.halted_to.map(Day),
        task.meant.as_ref().map_or("", StaffId::as_str)
    ])
}
