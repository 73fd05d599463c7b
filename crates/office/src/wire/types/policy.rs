//! Changing policies: parameters, a change and what it would do, holidays, backlogs.

use super::wire;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;
use ts_rs::TS;

wire! {

    /// A parameter as the manager is asked for it.
    pub struct ParamRow {
        /// Name inside the pack.
        name: String,
        /// What it is.
        label: String,
        /// `number`, `span`, `percent`, `choice`, `list`, `yes_no`, `role`, `class`, `text`.
        kind: String,
        /// The default.
        #[ts(type = "unknown")]
        default: Value,
        /// The default in words.
        default_words: String,
        /// The value in force, else the default.
        #[ts(type = "unknown")]
        value: Value,
        /// That value in words.
        value_words: String,
        /// Whether the office set it.
        set: bool,
        /// What may be chosen.
        choices: Vec<String>,
        /// Smallest number allowed.
        min: Option<f64>,
        /// Largest number allowed.
        max: Option<f64>,
        /// The policy says nothing of it.
        silent: bool,
        /// The policy leaves a blank: it must be filled in before the pack can be enabled.
        must: bool,
        /// Clauses that it carries.
        clauses: Vec<String>,
    }

    /// Values of parameters for a client class or one client.
    pub struct ParamOverride {
        /// `class` or `client`.
        whom: String,
        /// The class, or the client's id.
        name: String,
        /// What it is called.
        #[serde(default)]
        label: String,
        /// The values that differ, by name.
        #[ts(type = "{ [key: string]: unknown }")]
        values: BTreeMap<String, Value>,
    }

    /// A change of policies, to be foreseen or done.
    pub struct PolicyChange {
        /// `enable` (also to resume), `pause`, `params`, `holidays`.
        act: String,
        /// The pack, but for holidays.
        #[serde(default)]
        pack: Option<String>,
        /// From which day; none: from today.
        #[serde(default)]
        from: Option<String>,
        /// Values of parameters by name; the others stay as they are.
        #[serde(default)]
        #[ts(type = "{ [key: string]: unknown }")]
        values: BTreeMap<String, Value>,
        /// All values for some clients; none: they stay as they are.
        #[serde(default)]
        overrides: Option<Vec<ParamOverride>>,
        /// Takes the text that stands on the shelf now (`params`).
        #[serde(default)]
        new_text: bool,
        /// The year's table (`holidays`).
        #[serde(default)]
        holidays: Option<HolidayTable>,
        /// Who approved it.
        #[serde(default)]
        approver: Option<String>,
        /// Why.
        #[serde(default)]
        reason: String,
    }

    /// What a change would do on the office's own data.
    pub struct PolicyPreview {
        /// Asked for anew.
        new: PreviewList,
        /// Other days, person or channels.
        moved: PreviewList,
        /// No longer asked for.
        withdrawn: PreviewList,
        /// Would change, but a person had decided.
        left_alone: PreviewList,
        /// Only the reason reads otherwise.
        reworded: u32,
        /// New, and already past due.
        backlog: u32,
        /// Rules that failed for a client; the rest went on.
        failures: u32,
        /// Load of the next quarter, week by week.
        weeks: Vec<WeekLoad>,
        /// The same by who must, the busiest first.
        people: Vec<PersonLoad>,
    }

    /// Tasks that a change would touch.
    pub struct PreviewList {
        /// How many.
        count: u32,
        /// The first twenty.
        rows: Vec<PreviewRow>,
    }

    /// A task that a change would touch.
    pub struct PreviewRow {
        /// Task id.
        task: String,
        /// Client.
        client: Option<String>,
        /// Number of the matter.
        no: Option<String>,
        /// What the rule is called.
        title: String,
        /// The due day so far.
        was: Option<String>,
        /// The due day then.
        due: String,
        /// Why.
        because: String,
    }

    /// Tasks due in a week.
    pub struct WeekLoad {
        /// Number of the week in its year.
        week: u32,
        /// Its Monday.
        monday: String,
        /// As things are.
        now: u32,
        /// As they would be.
        then: u32,
    }

    /// Tasks of a person, or of a post where nobody is named, in the next quarter.
    pub struct PersonLoad {
        /// Name or post.
        who: String,
        /// As things are.
        now: u32,
        /// As they would be.
        then: u32,
        /// The most in one week, as they would be.
        busiest: u32,
    }

    /// A year's days off and make-up days.
    pub struct HolidayTable {
        /// Year.
        year: i32,
        /// Whether there is a table; without one, working days are guessed from weekends.
        #[serde(default)]
        known: bool,
        /// Whether the office wrote it itself.
        #[serde(default)]
        own: bool,
        /// The days.
        days: Vec<HolidayLine>,
    }

    /// A day of a holiday table.
    pub struct HolidayLine {
        /// Day.
        day: String,
        /// The holiday.
        name: String,
        /// It is worked, in exchange for a day off.
        works: bool,
    }

    /// What of a pack is overdue.
    pub struct Backlog {
        /// How many tasks.
        count: u32,
        /// The first twenty.
        rows: Vec<PreviewRow>,
        /// What was waived at once before, newest first.
        waivers: Vec<WaiverBrief>,
    }

    /// A backlog that was waived at once.
    pub struct WaiverBrief {
        /// Number.
        id: String,
        /// Day.
        on: String,
        /// Who did it.
        by: String,
        /// Who approved it.
        approver: String,
        /// Why.
        reason: String,
        /// How many tasks.
        count: u32,
        /// Taken back.
        undone: bool,
    }

    /// Waives everything of a pack that is overdue.
    pub struct WaiveBacklog {
        /// The pack.
        pack: String,
        /// Who approved it: staff id or name.
        approver: String,
        /// Why.
        reason: String,
    }

    /// Names one waived backlog.
    pub struct WaiverRef {
        /// Number.
        id: String,
    }
}
