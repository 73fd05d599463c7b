//! The parts of a pack other than rules and forms, and how a part carries clauses.

use super::condition::{Condition, field_code, read_condition};
use super::reader::TableReader;
use crate::calendar::Span;
use crate::codes::code_enum;
use crate::domain::Channel;

code_enum!(
    /// How a part carries a clause; counted apart, so that nothing is claimed that is not done.
    How {
        /// The program does or computes it.
        Runs = "runs",
        /// A person confirms or enters it, and is asked.
        Asks = "asks",
        /// It is printed or displayed.
        Shows = "shows",
    }
);

/// The clauses that a part carries: `clauses = […]` runs, `asks = […]`, `shows = […]`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Carried {
    /// Clause ids with how each is carried, in the order of the text.
    pub clauses: Vec<(String, How)>,
    /// Where the part stands in the text (byte offset), for messages.
    pub at: usize,
}

impl Carried {
    pub(super) fn read(table: &TableReader<'_, '_>) -> Self {
        let mut clauses = Vec::new();
        clauses.extend(table.texts("clauses").into_iter().map(|id| (id, How::Runs)));
        clauses.extend(table.texts("asks").into_iter().map(|id| (id, How::Asks)));
        clauses.extend(table.texts("shows").into_iter().map(|id| (id, How::Shows)));
        Self { clauses, at: table.at }
    }

    /// Ids of all clauses carried.
    pub fn ids(&self) -> Vec<String> {
        self.clauses.iter().map(|(id, _)| id.clone()).collect()
    }
}

/// `[[except]]`: across rules, for a condition.
#[derive(Debug, Clone, PartialEq)]
pub struct Except {
    /// Id inside the pack.
    pub id: String,
    /// What it is called, for the answer to "why is he not on the list".
    pub title: String,
    /// When it holds.
    pub when: Condition,
    /// Rules concerned; empty: all.
    pub rules: Vec<String>,
    /// What happens then.
    pub act: ExceptAct,
    /// Clauses.
    pub carried: Carried,
}

/// What an exception does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExceptAct {
    /// No task.
    Suppress,
    /// No task, and nobody may contact the client at all (004-05-17).
    Forbid,
    /// The same task, with the same days, for another role.
    HandTo(String),
}

/// `[[loop]]`: what a dissatisfied answer leads to. It becomes two ordinary rules on the matter kind `problem`.
#[derive(Debug, Clone, PartialEq)]
pub struct Loop {
    /// Id inside the pack.
    pub id: String,
    /// Rules whose dissatisfied answers raise a problem; empty: all.
    pub rules: Vec<String>,
    /// Deadline for rectification, from the day the problem was raised.
    pub solve_within: Span,
    /// Post that rectifies where nobody is named.
    pub fixer: String,
    /// Recheck, from the day it was rectified.
    pub recheck_within: Span,
    /// Post that rechecks.
    pub recheck_by: String,
    /// Channels of the recheck, in order.
    pub channels: Vec<Channel>,
    /// Form of the recheck.
    pub form: Option<String>,
    /// Clauses.
    pub carried: Carried,
}

/// A part that is displayed, or about which a person is asked, and that no code carries out yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherPart {
    /// Kind of part: `review`, `report`, `survey` …
    pub part: String,
    /// What it says.
    pub title: String,
    /// More words.
    pub text: String,
    /// Of a `[[matter]]`: the kind that it is about.
    pub id: Option<String>,
    /// Of a `[[matter]]`: the fields that are asked for, by code or by their own title.
    pub fields: Vec<String>,
    /// Clauses.
    pub carried: Carried,
}

pub(super) fn read_except(table: TableReader<'_, '_>) -> Except {
    let hand_to = table.text("hand_to");
    let (suppress, forbid) = (table.flag("suppress"), table.flag("forbid"));
    if hand_to.is_none() && !suppress && !forbid {
        table.missing("suppress = true、forbid = true 或 hand_to", "例外要么不访、不得联系,要么交给另一岗位");
    }
    let when = match table.raw("when") {
        Some(node) => read_condition(table.source, node),
        None => {
            table.missing("when", "什么情况下例外");
            Condition::never()
        }
    };
    let except = Except {
        id: table.required_text("id", "例外的代号"),
        title: table.required_text("title", "例外的说法"),
        when,
        rules: table.texts("rules"),
        act: match hand_to {
            Some(role) => ExceptAct::HandTo(role),
            None if forbid => ExceptAct::Forbid,
            None => ExceptAct::Suppress,
        },
        carried: Carried::read(&table),
    };
    table.finish("[[except]] ");
    except
}

pub(super) fn read_loop(table: TableReader<'_, '_>) -> Loop {
    let span = |key: &'static str| {
        if !table.has(key) {
            table.missing(key, "一段时间,如 \"3 working_days\"");
        }
        table.span(key).unwrap_or(Span { n: 1, unit: crate::calendar::Unit::Day })
    };
    let part = Loop {
        id: table.required_text("id", "回路的代号"),
        rules: table.texts("rules"),
        solve_within: span("solve_within"),
        fixer: table.required_text("fixer", "由哪个岗位整改"),
        recheck_within: span("recheck_within"),
        recheck_by: table.required_text("recheck_by", "由哪个岗位复访"),
        channels: read_channels(&table, "channels"),
        form: table.text("form"),
        carried: Carried::read(&table),
    };
    table.finish("[[loop]] ");
    part
}

pub(super) fn read_other(part: &str, table: TableReader<'_, '_>) -> OtherPart {
    let title = table.required_text("title", "一句话说明");
    let text = ["text", "by", "to"].into_iter().filter_map(|key| table.text(key)).collect::<Vec<_>>().join(",");
    let id = table.text("id");
    let mut fields = Vec::new();
    match part {
        "retention" => drop(table.span("keep")),
        "matter" => {
            fields = table.texts("fields").iter().map(|name| field_code(name)).collect();
            table.texts("severities");
        }
        _ => {}
    }
    let other = OtherPart { part: part.to_owned(), title, text, id, fields, carried: Carried::read(&table) };
    table.finish(&format!("[[{part}]] "));
    other
}

pub(super) fn read_channels(table: &TableReader<'_, '_>, key: &'static str) -> Vec<Channel> {
    let found = table.texts(key);
    let at = table.raw(key).map_or(table.at, |n| n.at);
    let known = codes(Channel::ALL.iter().map(|c| c.code()));
    found
        .iter()
        .filter_map(|text| {
            let channel = Channel::parse(text);
            if channel.is_none() {
                table.source.report(at, "bad_value", &format!("渠道只能是 {known}"), text);
            }
            channel
        })
        .collect()
}

pub(super) fn codes<'a>(all: impl Iterator<Item = &'a str>) -> String {
    all.collect::<Vec<_>>().join("、")
}
