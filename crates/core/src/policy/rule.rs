//! Rules: a population, a base, a timing, and who does what by which channel.

use super::assign::{Assign, read_assign};
use super::condition::{Condition, read_condition};
use super::kinds::{RuleKind, read_kind};
use super::part::{Carried, read_channels};
use super::reader::TableReader;
use crate::codes::code_enum;
use crate::domain::Channel;

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
    /// What must be over before it is asked for (000-19-26: the next round waits for the improvement).
    pub waits_for: Option<WaitsFor>,
    /// A due day that is no working day moves to the next one.
    pub shift: bool,
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
    /// More words about it: what goes into a report, and to whom.
    pub text: String,
    /// Clauses.
    pub carried: Carried,
}

impl Rule {
    /// A rule with nothing but its kind and who must: no conditions, no form.
    pub fn plain(id: &str, title: &str, kind: RuleKind, assign: Assign) -> Self {
        Self {
            id: id.to_owned(),
            title: title.to_owned(),
            kind,
            wanted: Condition::always(),
            unless: Condition::never(),
            until: Vec::new(),
            until_known: Vec::new(),
            waits_for: None,
            shift: false,
            channels: Vec::new(),
            assign,
            form: None,
            script: None,
            action: TaskAction::Contact,
            verb: "回访".to_owned(),
            text: String::new(),
            carried: Carried::default(),
        }
    }
}

/// A matter of the client's or of the whole office that must have reached a milestone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaitsFor {
    /// Matter kind.
    pub matter: String,
    /// The milestone that ends the waiting.
    pub milestone: String,
}

pub(super) fn read_rule(table: TableReader<'_, '_>) -> Option<Rule> {
    let kind = read_kind(&table);
    let condition = |key| table.raw(key).map(|n| read_condition(table.source, n));
    let is_step = matches!(&kind, Some(RuleKind::Duty(_) | RuleKind::Quality(_)));
    let action = table.code("action", TaskAction::parse, "contact、step");
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
        waits_for: read_waits_for(&table),
        shift: table.flag("shift"),
        channels: read_channels(&table, "channels"),
        assign: read_assign(&table),
        form: table.text("form"),
        script: table.text("script"),
        action: action.unwrap_or(if is_step { TaskAction::Step } else { TaskAction::Contact }),
        verb: table.text("verb").unwrap_or_else(|| if is_step { "办理" } else { "回访" }.to_owned()),
        text: table.text("text").unwrap_or_default(),
        carried: Carried::read(&table),
        kind: kind?,
    };
    check_action(&table, &rule);
    check_shift(&table, &rule);
    table.finish(&format!("{} 规则", rule.kind.code()));
    Some(rule)
}

fn check_action(table: &TableReader<'_, '_>, rule: &Rule) {
    let merged = matches!(&rule.kind, RuleKind::Series(s) if s.repeat.as_ref().is_some_and(|r| r.per_client));
    if merged && rule.action == TaskAction::Step {
        table.source.report(table.at, "bad_value", "per_client 是对客户的回访,不能用于 action = \"step\"", &rule.id);
    }
    if matches!(&rule.kind, RuleKind::Duty(_)) && rule.action == TaskAction::Contact {
        table.source.report(table.at, "bad_value", "duty 是例行事务,不是回访,action 只能是 \"step\"", &rule.id);
    }
}

/// What a period or an appointment bounds cannot be put off to a later day.
fn check_shift(table: &TableReader<'_, '_>, rule: &Rule) {
    if rule.shift && matches!(&rule.kind, RuleKind::Quota(_) | RuleKind::Before(_)) {
        let expected = format!("{} 规则不能顺延:它以周期或约定为界", rule.kind.code());
        table.source.report(table.at, "bad_value", &expected, &rule.id);
    }
}

fn read_waits_for(table: &TableReader<'_, '_>) -> Option<WaitsFor> {
    let inner = TableReader::new(table.source, table.raw("waits_for")?);
    let waits = WaitsFor {
        matter: inner.required_text("matter", "等哪种事项"),
        milestone: inner.required_text("milestone", "等到哪个节点"),
    };
    inner.finish("waits_for ");
    Some(waits)
}
