//! Rules: a population, a base, a timing, and who does what by which channel.

use super::condition::{Condition, read_condition};
use super::node::NodeValue;
use super::part::{Carried, codes, read_channels};
use super::reader::{Source, TableReader};
use crate::calendar::{Festival, PeriodKind, Span, Unit};
use crate::codes::code_enum;
use crate::domain::Channel;
use std::collections::BTreeMap;

code_enum!(
    /// What a task asks of a person.
    TaskAction {
        /// Contact the client.
        Contact = "contact",
        /// A timed step that is no follow-up and never counts as one.
        Step = "step",
    }
);

/// A line of a pack that asks for tasks.
#[derive(Debug, Clone, PartialEq)]
pub struct Rule {
    /// Id inside the pack.
    pub id: String,
    /// What it is called: 投诉回访.
    pub title: String,
    /// The kind and its own parameters.
    pub kind: RuleKind,
    /// Must hold.
    pub wanted: Condition,
    /// Must not hold.
    pub unless: Condition,
    /// Milestones of the same matter that end it, from the day they became known.
    pub until: Vec<String>,
    /// Milestones of the same matter that end it as soon as they are known, though their day may lie ahead (an appointment
    /// has been fixed). Where it was not written down since when, they count as known from the matter's first day.
    pub until_known: Vec<String>,
    /// Channels in the order of the policy.
    pub channels: Vec<Channel>,
    /// Who must.
    pub assign: Assign,
    /// Form to fill in.
    pub form: Option<String>,
    /// What to say.
    pub script: Option<String>,
    /// Contact or step.
    pub action: TaskAction,
    /// Verb of the sentence: 回访.
    pub verb: String,
    /// Clauses.
    pub carried: Carried,
}

/// The kinds of rules. Each is understood by one file of `engine::kinds`.
#[derive(Debug, Clone, PartialEq)]
pub enum RuleKind {
    /// After a milestone, or after all or any of several.
    After(After),
    /// Steps, then a repetition, until a condition.
    Series(Series),
    /// Before an appointment.
    Before(Before),
    /// So many per period.
    Quota(Quota),
    /// On a festival or a fixed day.
    OnDate(OnDate),
}

impl RuleKind {
    /// The code written in packs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::After(_) => "after",
            Self::Series(_) => "series",
            Self::Before(_) => "before",
            Self::Quota(_) => "quota",
            Self::OnDate(_) => "on_date",
        }
    }

    /// The milestones on which the rule hangs, if it hangs on a matter.
    pub fn anchor(&self) -> Option<&Anchor> {
        match self {
            Self::After(k) => Some(&k.anchor),
            Self::Series(k) => Some(&k.anchor),
            Self::Before(k) => Some(&k.anchor),
            Self::Quota(_) | Self::OnDate(_) => None,
        }
    }
}

/// What a task hangs on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anchor {
    /// Matter kind.
    pub matter: String,
    /// Milestone kinds.
    pub milestones: Vec<String>,
    /// How several are joined.
    pub of: EachOf,
    /// Only participants in this role; `None`: every participant.
    pub role: Option<String>,
    /// Counted from the day on which the milestone became known, and not from its own day, which may lie ahead: from the
    /// day on which an appointment was fixed. Not written down since when: from the matter's first day.
    pub from_known: bool,
}

code_enum!(
    /// How the milestones of an anchor are joined.
    EachOf {
        /// Every occurrence of any of them is an anchor.
        Each = "each",
        /// The day on which the last of them has happened.
        All = "all",
    }
);

/// When a step falls due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepTiming {
    /// Due within the time; open from the anchor (or the previous step's end).
    Within(Span),
    /// Opens when the time is over ("满"), due after the grace.
    At {
        /// The time.
        after: Span,
        /// Days from opening to due.
        grace: Span,
    },
}

/// See `RuleKind::After`.
#[derive(Debug, Clone, PartialEq)]
pub struct After {
    /// Base.
    pub anchor: Anchor,
    /// Due.
    pub timing: StepTiming,
    /// Hard deadline, from the anchor.
    pub latest: Option<Span>,
    /// How long after the deadline it can still be helped; then it is missed. `None`: it stays overdue.
    pub lapse: Option<Span>,
    /// The next anchor of the same kind in the same matter makes the earlier occurrence missed.
    pub renews: bool,
    /// For steps: the milestone by which it is done.
    pub done_by: Option<String>,
}

/// See `RuleKind::Series`.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// Base.
    pub anchor: Anchor,
    /// From what each step is counted.
    pub base: SeriesBase,
    /// Steps in order.
    pub steps: Vec<Step>,
    /// What comes after the steps.
    pub repeat: Option<Repeat>,
    /// Instead of steps: how often, by age since the anchor.
    pub phases: Vec<Phase>,
}

code_enum!(
    /// From what a step of a series is counted.
    SeriesBase {
        /// The anchor.
        Anchor = "anchor",
        /// The previous step's due day.
        PreviousDue = "previous_due",
        /// The day on which the previous step was done (its due day, if it was not).
        PreviousDone = "previous_done",
    }
);

/// A step of a series.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Due.
    pub timing: StepTiming,
    /// What it is called, where the steps differ.
    pub title: Option<String>,
}

/// The repetition after the steps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repeat {
    /// From due day to due day.
    pub every: Span,
    /// At most so many.
    pub times: Option<u32>,
    /// Only as far as this from the anchor.
    pub over: Option<Span>,
    /// One repetition for the client, instead of one for each matter (004-14-16).
    pub per_client: bool,
}

/// How often, up to an age.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Phase {
    /// Up to this age since the anchor; `None`: for ever.
    pub upto: Option<Span>,
    /// Once in each such stretch.
    pub every: Span,
}

/// See `RuleKind::Before`.
#[derive(Debug, Clone, PartialEq)]
pub struct Before {
    /// What it comes before.
    pub anchor: Anchor,
    /// How long before.
    pub lead: Span,
    /// Part of the day, for the sentence: 下午.
    pub day_part: Option<String>,
}

/// See `RuleKind::Quota`.
#[derive(Debug, Clone, PartialEq)]
pub struct Quota {
    /// Who owes it.
    pub of: QuotaOf,
    /// How many.
    pub need: u32,
    /// Not more than so many are asked for ("10 至 15 户").
    pub most: Option<u32>,
    /// In each such period.
    pub per: PeriodKind,
    /// Only records made by people of this post count.
    pub by_role: Option<String>,
    /// For whom (or, for the office, among whom).
    pub population: Population,
}

code_enum!(
    /// Whose quota it is.
    QuotaOf {
        /// Each client must be contacted so often.
        Client = "client",
        /// Each person of staff (of the rule's post) must make so many.
        Staff = "staff",
        /// The office must make so many.
        Office = "office",
    }
);

/// See `RuleKind::OnDate`.
#[derive(Debug, Clone, PartialEq)]
pub struct OnDate {
    /// The days.
    pub days: Vec<FestivalDay>,
    /// How long before the day the window opens.
    pub lead: Option<Span>,
    /// Who is contacted.
    pub population: Population,
}

/// A day of the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FestivalDay {
    /// A festival, by the calendar library.
    Festival(Festival),
    /// A month and a day.
    MonthDay(u32, u32),
}

/// Who is meant where the rule does not hang on a matter.
#[derive(Debug, Clone, PartialEq)]
pub struct Population {
    /// In one of these classes; empty: whatever class.
    pub classes: Vec<String>,
    /// Takes part in a matter of this kind that the rule's conditions accept.
    pub matter: Option<String>,
    /// … in this role.
    pub role: Option<String>,
}

/// Who must.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Assign {
    /// Someone in this post.
    Role(String),
    /// By the matter's severity.
    Severity(BTreeMap<String, String>),
    /// The person to whom the client belongs; the post where nobody is named.
    ClientOwner(String),
    /// The person who deals with the matter; the post where nobody is named.
    Handler(String),
    /// The person of this post in whose area the client's place lies.
    Area(String),
}

pub(super) fn read_rule(source: &Source<'_>, table: TableReader<'_, '_>) -> Option<Rule> {
    let kind = read_kind(source, &table);
    let condition = |key| table.raw(key).map(|n| read_condition(source, n));
    let action = table.code("action", TaskAction::parse, "contact、step").unwrap_or(TaskAction::Contact);
    let wanted = condition("where").unwrap_or_else(Condition::always);
    // An optional clause ("可以") that the office does not use: the rule stays, and asks for nothing.
    let enabled = !table.has("enabled") || table.flag("enabled");
    let rule = Rule {
        id: table.required_text("id", "规则的代号"),
        title: table.required_text("title", "规则的名称"),
        wanted: if enabled { wanted } else { Condition::never() },
        unless: condition("unless").unwrap_or_else(Condition::never),
        until: table.texts("until"),
        until_known: table.texts("until_known"),
        channels: read_channels(&table, "channels"),
        assign: read_assign(source, &table),
        form: table.text("form"),
        script: table.text("script"),
        action,
        verb: table.text("verb").unwrap_or_else(|| "回访".to_owned()),
        carried: Carried::read(&table),
        kind: kind?,
    };
    let merged = matches!(&rule.kind, RuleKind::Series(s) if s.repeat.as_ref().is_some_and(|r| r.per_client));
    if merged && rule.action == TaskAction::Step {
        source.report(table.at, "bad_value", "per_client 是对客户的回访,不能用于 action = \"step\"", &rule.id);
    }
    table.finish(&format!("{} 规则", rule.kind.code()));
    Some(rule)
}

fn read_kind(source: &Source<'_>, table: &TableReader<'_, '_>) -> Option<RuleKind> {
    match table.required_text("kind", "规则类型:after、series、before、quota、on_date").as_str() {
        "after" => Some(RuleKind::After(After {
            anchor: read_anchor(table),
            timing: read_timing(table, true),
            latest: table.span("latest"),
            lapse: table.span("lapse"),
            renews: table.flag("renews"),
            done_by: table.text("done_by"),
        })),
        "series" => Some(RuleKind::Series(read_series(table))),
        "before" => Some(RuleKind::Before(Before {
            anchor: read_anchor(table),
            lead: required_span(table, "lead"),
            day_part: table.text("day_part"),
        })),
        "quota" => Some(RuleKind::Quota(read_quota(source, table))),
        "on_date" => Some(RuleKind::OnDate(OnDate {
            days: read_days(table),
            lead: table.span("lead"),
            population: read_population(source, table),
        })),
        "" => None,
        other => {
            let at = table.raw("kind").map_or(table.at, |n| n.at);
            source.report(at, "bad_value", "规则类型只能是 after、series、before、quota、on_date", other);
            None
        }
    }
}

fn required_span(table: &TableReader<'_, '_>, key: &'static str) -> Span {
    if !table.has(key) {
        table.missing(key, "一段时间,如 \"3 days\"、\"1 month\"");
    }
    table.span(key).unwrap_or(Span { n: 0, unit: Unit::Day })
}

/// An interval of nothing would repeat for ever on one day.
fn read_every(table: &TableReader<'_, '_>) -> Span {
    let every = required_span(table, "every");
    if every.n > 0 {
        return every;
    }
    if table.has("every") && table.span("every").is_some() {
        table.source.report(table.at, "bad_value", "every 至少是 1", &every.to_string());
    }
    Span { n: 1, unit: every.unit }
}

fn read_anchor(table: &TableReader<'_, '_>) -> Anchor {
    let all = table.texts("milestones_all");
    let milestones = if all.is_empty() { table.texts("milestone") } else { all.clone() };
    if milestones.is_empty() {
        table.missing("milestone", "从哪个节点算起(多个须齐备时用 milestones_all)");
    }
    Anchor {
        matter: table.required_text("matter", "对哪种事项(没有对象范围的规则不成立)"),
        milestones,
        of: if all.is_empty() { EachOf::Each } else { EachOf::All },
        role: table.text("participant"),
        from_known: table.flag("from_known"),
    }
}

fn read_timing(table: &TableReader<'_, '_>, required: bool) -> StepTiming {
    let grace = table.span("grace").unwrap_or(Span { n: 7, unit: Unit::Day });
    if let Some(after) = table.span("at") {
        return StepTiming::At { after, grace };
    }
    if required && !table.has("within") && !table.has("at") {
        table.missing("within", "多久之内,如 \"3 days\"(“满多久”用 at)");
    }
    StepTiming::Within(table.span("within").unwrap_or(Span { n: 0, unit: Unit::Day }))
}

fn read_series(table: &TableReader<'_, '_>) -> Series {
    let steps = read_steps(table);
    let phases: Vec<Phase> = table
        .tables("phases")
        .into_iter()
        .map(|t| {
            let phase = Phase { upto: t.span("upto"), every: read_every(&t) };
            t.finish("阶段");
            phase
        })
        .collect();
    if steps.is_empty() == phases.is_empty() {
        table.missing("steps", "series 要写 steps(各步)或 phases(按时间长短分阶段),只写其一");
    }
    let repeat = table.tables("repeat").into_iter().next().map(|t| {
        let repeat = Repeat {
            every: read_every(&t),
            times: t.count("times"),
            over: t.span("over"),
            per_client: t.flag("per_client"),
        };
        t.finish("repeat ");
        repeat
    });
    let base = table.code("base", SeriesBase::parse, "anchor、previous_due、previous_done");
    Series { anchor: read_anchor(table), base: base.unwrap_or(SeriesBase::Anchor), steps, repeat, phases }
}

fn read_steps(table: &TableReader<'_, '_>) -> Vec<Step> {
    let Some(node) = table.raw("steps") else { return Vec::new() };
    let NodeValue::List(items) = &node.value else {
        table.wrong::<()>(node, "steps", "列表,如 [\"1 day\", \"4 days\"]");
        return Vec::new();
    };
    items
        .iter()
        .filter_map(|item| match &item.value {
            NodeValue::Table(_) => {
                let step = TableReader::new(table.source, item);
                let read = Step { timing: read_timing(&step, true), title: step.text("title") };
                step.finish("步骤");
                Some(read)
            }
            _ => {
                let span = table.span_of(&table.source.resolve(item), "steps")?;
                Some(Step { timing: StepTiming::Within(span), title: None })
            }
        })
        .collect()
}

fn read_quota(source: &Source<'_>, table: &TableReader<'_, '_>) -> Quota {
    if !table.has("need") {
        table.missing("need", "每个周期几次");
    }
    if !table.has("per") {
        table.missing("per", "周期:week、fortnight、half_month、month、quarter、half_year、year");
    }
    let need = table.count("need").unwrap_or(1);
    let most = table.count("most");
    if need == 0 || most.is_some_and(|most| most < need) {
        let at = table.raw("need").map_or(table.at, |n| n.at);
        source.report(at, "bad_value", "need 至少为 1,most 不小于 need", &need.to_string());
    }
    Quota {
        of: table.code("of", QuotaOf::parse, "client、staff、office").unwrap_or(QuotaOf::Client),
        need: need.max(1),
        most,
        per: table
            .code("per", PeriodKind::parse, &codes(PeriodKind::ALL.iter().map(|p| p.code())))
            .unwrap_or(PeriodKind::Month),
        by_role: table.text("by_role"),
        population: read_population(source, table),
    }
}

fn read_days(table: &TableReader<'_, '_>) -> Vec<FestivalDay> {
    let at = table.raw("on").map_or(table.at, |n| n.at);
    if !table.has("on") {
        table.missing("on", "哪些日子:节日名(春节、重阳节 …)或 \"12-31\"");
    }
    table
        .texts("on")
        .iter()
        .filter_map(|text| {
            let day = Festival::named(text).map(FestivalDay::Festival).or_else(|| month_day(text));
            if day.is_none() {
                table.source.report(at, "bad_value", "应是节日名(春节、重阳节 …)或月-日,如 \"12-31\"", text);
            }
            day
        })
        .collect()
}

fn month_day(text: &str) -> Option<FestivalDay> {
    let (month, day) = text.split_once('-')?;
    let (month, day) = (month.parse().ok()?, day.parse().ok()?);
    chrono::NaiveDate::from_ymd_opt(2024, month, day).map(|_| FestivalDay::MonthDay(month, day))
}

fn read_population(source: &Source<'_>, table: &TableReader<'_, '_>) -> Population {
    let none = Population { classes: Vec::new(), matter: None, role: None };
    let Some(node) = table.raw("population") else {
        table.missing("population", "对谁:\"all\"、{ class = … } 或 { matter = … }(没有对象范围的规则不成立)");
        return none;
    };
    if let NodeValue::Text(text) = &node.value {
        if text != "all" {
            source.report(node.at, "bad_value", "population 只能是 \"all\" 或一个表", text);
        }
        return none;
    }
    let inner = TableReader::new(source, node);
    let population =
        Population { classes: inner.texts("class"), matter: inner.text("matter"), role: inner.text("participant") };
    inner.finish("population ");
    population
}

fn read_assign(source: &Source<'_>, table: &TableReader<'_, '_>) -> Assign {
    let Some(node) = table.node("assign") else {
        table.missing("assign", "由谁回访:岗位名,或 { of = \"client_owner\"、\"handler\"、\"area\", role = … }");
        return Assign::Role(String::new());
    };
    if let NodeValue::Text(role) = &node.value {
        return Assign::Role(role.clone());
    }
    let inner = TableReader::new(source, &node);
    if inner.text("by").as_deref() == Some("severity") {
        let by = ["normal", "important", "major"].into_iter();
        return Assign::Severity(by.filter_map(|s| inner.text(s).map(|role| (s.to_owned(), role))).collect());
    }
    let role = inner.required_text("role", "没有指名的人时由哪个岗位");
    match inner.text("of").as_deref() {
        Some("client_owner") => Assign::ClientOwner(role),
        Some("handler") => Assign::Handler(role),
        Some("area") => Assign::Area(role),
        other => {
            let found = other.unwrap_or_default().to_owned();
            source.report(node.at, "bad_value", "assign 的 of 只能是 client_owner、handler、area", &found);
            Assign::Role(role)
        }
    }
}
