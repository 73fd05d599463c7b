//! The worklist as a team's list: whose it is, leave, bulk, undo, the coach, rounds on paper, views of one's own.

use super::{ClientBrief, LabelValue, TaskForm, wire};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

wire! {

    /// How many of what is listed are whose.
    pub struct WhoseCounts {
        /// Everybody's.
        all: u32,
        /// Of the person who is signed in.
        mine: u32,
        /// To be assigned: nobody is named, or he is away and nobody stands in.
        unassigned: u32,
        /// To be rung up, and no usable number is known.
        no_phone: u32,
    }

    /// Tasks by their identifiers, in the order of the list.
    pub struct TaskIds {
        /// Task ids.
        tasks: Vec<String>,
    }

    /// Which tasks a view lists: 满足 全部/任一 of its conditions.
    pub struct ViewFilter {
        /// All conditions must hold; otherwise any of them.
        all: bool,
        /// The conditions; none: everything is listed.
        conditions: Vec<FilterCondition>,
    }

    /// 字段 · 关系 · 值.
    pub struct FilterCondition {
        /// `pack`, `rule`, `assignee`, `place`, `class`, `due`, `channel`, `tries`.
        field: String,
        /// `is`, `is_not` (any of the values); `begins`, `contains`, `contains_not` (places); `within_days`, `over_days`,
        /// `after_days` (due day); `at_least`, `at_most` (tries).
        relation: String,
        /// Codes, a text, or a number.
        values: Vec<String>,
    }

    /// A field by which a view can choose.
    pub struct FilterField {
        /// Its code.
        field: String,
        /// `choices`, `text` or `number`: how its value is given.
        kind: String,
        /// Codes of the relations that it has.
        relations: Vec<String>,
        /// What can be chosen: label and code.
        choices: Vec<LabelValue>,
    }

    /// A view that somebody saved: a tab over the list.
    pub struct SavedView {
        /// Identifier.
        view: String,
        /// Its name.
        name: String,
        /// What it lists.
        filter: ViewFilter,
        /// The same as a sentence.
        sentence: String,
        /// How many tasks it lists now.
        count: u32,
    }

    /// Saves a view for the person who is signed in.
    pub struct SaveView {
        /// The view to be changed; none: a new one.
        view: Option<String>,
        /// Its name.
        name: String,
        /// What it lists.
        filter: ViewFilter,
    }

    /// A view that was saved.
    pub struct ViewWritten {
        /// Identifier.
        view: String,
        /// Nouns that changed.
        changed: Vec<String>,
        /// One sentence for the person.
        line: String,
    }

    /// Names a view.
    pub struct ViewRef {
        /// View id.
        view: String,
    }

    /// One decision about many tasks.
    pub struct DecideMany {
        /// `reschedule`, `reassign`, `waive`.
        act: String,
        /// The tasks.
        tasks: Vec<String>,
        /// New due day.
        day: Option<String>,
        /// Staff id, for `reassign`.
        to: Option<String>,
        /// Who approved (staff id): for a waiver, and for a day after the latest day of the policy.
        approver: Option<String>,
        /// Why.
        reason: String,
    }

    /// What was decided about many tasks.
    pub struct DecidedMany {
        /// The act, by which it is undone as one.
        act: String,
        /// How many tasks.
        count: u32,
        /// Nouns that changed.
        changed: Vec<String>,
        /// One sentence for the person.
        line: String,
    }

    /// Something that was done today.
    pub struct RecentAct {
        /// By this it is undone.
        act: String,
        /// Time of day, `14:03`.
        at: String,
        /// Who did it; empty: nobody was signed in.
        by: String,
        /// What was done: 李四 · 接通 · 投诉回访.
        what: String,
        /// `open`: it can be undone; `undone`: it was; `kept`: it is not undone here.
        state: String,
    }

    /// Names something that was done.
    pub struct ActRef {
        /// The act.
        act: String,
    }

    /// A person who is away.
    pub struct AbsenceBrief {
        /// Identifier.
        absence: String,
        /// Who.
        staff: String,
        /// His name.
        name: String,
        /// First day.
        from: String,
        /// Last day; none: until it is taken back.
        to: Option<String>,
        /// Days of the week, 1 for Monday to 7 for Sunday; empty: every day.
        weekdays: Vec<u8>,
        /// Who stands in: a name; none: nobody.
        substitute: Option<String>,
        /// Why.
        reason: String,
        /// Whether he is away today because of it.
        today: bool,
    }

    /// Writes down that somebody is away.
    pub struct SetAbsence {
        /// Who (staff id).
        staff: String,
        /// First day.
        from: String,
        /// Last day; none: until it is taken back.
        to: Option<String>,
        /// Days of the week, 1 for Monday to 7 for Sunday; empty: every day.
        weekdays: Vec<u8>,
        /// Who stands in (staff id); none: nobody.
        substitute: Option<String>,
        /// Why; may be empty.
        reason: String,
    }

    /// Names an absence.
    pub struct AbsenceRef {
        /// Absence id.
        absence: String,
    }

    /// How far a target of the running period is.
    pub struct CoachLine {
        /// Pack and title: the same target on another day.
        target: String,
        /// The sentence: 本月投诉回访率 62%(31/50),再回访 4 件达到 70%.
        text: String,
        /// Reached.
        numerator: u32,
        /// Due in the period.
        denominator: u32,
        /// How many more reach it.
        missing: u32,
        /// Whom first: the tasks that count and can be done now, which close soonest at the head.
        tasks: Vec<String>,
        /// Clauses that ask for it.
        clauses: Vec<String>,
    }

    /// A round of home visits that was printed.
    pub struct RoundBrief {
        /// Identifier.
        round: String,
        /// Whose name stands on the sheet.
        person: String,
        /// His staff id, where it is a person of staff.
        staff: Option<String>,
        /// The day on which it was printed.
        printed_on: String,
        /// Day of the round; none: it was to be written in by hand.
        on: Option<String>,
        /// How many rows.
        visits: u32,
        /// How many of them have been typed in.
        entered: u32,
    }

    /// Names a round.
    pub struct RoundRef {
        /// Round id.
        round: String,
    }

    /// A returned sheet, row by row as on paper.
    pub struct RoundSheet {
        /// Which round.
        round: RoundBrief,
        /// Its rows in the order of the paper.
        rows: Vec<RoundVisit>,
    }

    /// A row of a returned sheet.
    pub struct RoundVisit {
        /// Number on the list, from 1.
        number: u32,
        /// Whom; none where the task is about no client.
        client: Option<ClientBrief>,
        /// The forms of the tasks that the visit settles and that are still open.
        forms: Vec<TaskForm>,
        /// What the row was about: titles of all its tasks.
        titles: Vec<String>,
        /// The record under which it was typed in.
        record: Option<String>,
        /// Its outcome code.
        outcome: Option<String>,
        /// What was noted.
        note: String,
    }
}
