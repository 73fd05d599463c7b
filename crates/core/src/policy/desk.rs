//! Parts about clients and the desk: classes, matters that count as one, further tries, contact hours.

use super::condition::{Condition, read_condition};
use super::node::NodeValue;
use super::part::{Carried, read_channels};
use super::reader::TableReader;
use crate::calendar::{Span, Unit};
use crate::domain::Channel;
use chrono::{NaiveTime, Weekday};

/// `[[class]]`: a class of clients, given by hand or computed.
#[derive(Debug, Clone, PartialEq)]
pub struct ClassPart {
    /// What stands in conditions and in the archive: `A1`, `重点`.
    pub id: String,
    /// What it means.
    pub title: String,
    /// Computed by this; `None`: given by hand.
    pub when: Option<Condition>,
    /// Clauses.
    pub carried: Carried,
}

/// `[[merge]]`: several matters of one client that count as one (002-12-27).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merge {
    /// Id inside the pack.
    pub id: String,
    /// What it is called, for the answer to "why is he not on the list".
    pub title: String,
    /// Matter kind.
    pub matter: String,
    /// Fields that must be the same; `department` and `severity` too.
    pub same: Vec<String>,
    /// Not further apart than this; `None`: however far.
    pub within: Option<Span>,
    /// Clauses.
    pub carried: Carried,
}

/// `[[tries]]`: what follows when the client was not reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tries {
    /// Id inside the pack.
    pub id: String,
    /// Rules concerned; empty: all.
    pub rules: Vec<String>,
    /// How long after a try the next one is due.
    pub again: Span,
    /// Tries by the first channel.
    pub most: u32,
    /// Channels after that, in order.
    pub then: Vec<Channel>,
    /// Tries by each of these.
    pub most_then: u32,
    /// After all tries the client may be given up as lost.
    pub lost: bool,
    /// Post that must approve it.
    pub approve: Option<String>,
    /// Clauses.
    pub carried: Carried,
}

/// `[[hours]]`: when a client may be contacted. Says when to ring, not when it is due (DESIGN section 4).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hours {
    /// What it says.
    pub title: String,
    /// From and to, in local time; empty: not said.
    pub windows: Vec<(NaiveTime, NaiveTime)>,
    /// Days of the week; empty: every day.
    pub days: Vec<Weekday>,
    /// Clauses.
    pub carried: Carried,
}

pub(super) fn read_class(table: TableReader<'_, '_>) -> ClassPart {
    let class = ClassPart {
        id: table.required_text("id", "类别的代号或叫法"),
        title: table.required_text("title", "这一类是哪些客户"),
        when: table.raw("when").map(|node| read_condition(table.source, node)),
        carried: Carried::read(&table),
    };
    if class.when.as_ref().is_some_and(Condition::names_class) {
        table.source.report(table.at, "bad_value", "类别的 when 里不能再用类别", &class.id);
    }
    table.finish("[[class]] ");
    class
}

pub(super) fn read_merge(table: TableReader<'_, '_>) -> Merge {
    let merge = Merge {
        id: table.required_text("id", "合并的代号"),
        title: table.required_text("title", "合并的说法"),
        matter: table.required_text("matter", "哪种事项"),
        same: table.texts("same").iter().map(|name| super::condition::field_code(name)).collect(),
        within: table.span("within"),
        carried: Carried::read(&table),
    };
    if merge.same.is_empty() {
        table.missing("same", "哪几栏相同才算一件,如 [\"内容\"]");
    }
    table.finish("[[merge]] ");
    merge
}

pub(super) fn read_tries(table: TableReader<'_, '_>) -> Tries {
    if !table.has("again") {
        table.missing("again", "隔多久再试,如 \"1 day\"");
    }
    let tries = Tries {
        id: table.required_text("id", "再试的代号"),
        rules: table.texts("rules"),
        again: table.span("again").unwrap_or(Span { n: 1, unit: Unit::Day }),
        most: table.count("most").unwrap_or(3).max(1),
        then: read_channels(&table, "then"),
        most_then: table.count("most_then").unwrap_or(1).max(1),
        lost: table.flag("lost"),
        approve: table.text("approve"),
        carried: Carried::read(&table),
    };
    table.text("title");
    table.finish("[[tries]] ");
    tries
}

pub(super) fn read_hours(table: TableReader<'_, '_>) -> Hours {
    let windows = match table.node("windows").map(|node| node.value) {
        Some(NodeValue::List(items)) => items.iter().filter_map(|item| read_window(&table, item)).collect(),
        _ => Vec::new(),
    };
    let day = |text: &String| {
        let day = text.parse().ok();
        if day.is_none() {
            table.source.report(table.at, "bad_value", "days 应是星期,如 \"monday\"", text);
        }
        day
    };
    table.text("id");
    table.text("text");
    let days = table.texts("days").iter().filter_map(day).collect();
    let hours =
        Hours { title: table.required_text("title", "一句话说明"), windows, days, carried: Carried::read(&table) };
    table.finish("[[hours]] ");
    hours
}

fn read_window(table: &TableReader<'_, '_>, item: &super::node::Node) -> Option<(NaiveTime, NaiveTime)> {
    let texts = table.texts_of(item, "windows");
    let time = |text: &String| NaiveTime::parse_from_str(text, "%H:%M").ok();
    let window = match texts.as_slice() {
        [from, to] => time(from).zip(time(to)).filter(|(from, to)| from < to),
        _ => None,
    };
    if window.is_none() {
        table.source.report(item.at, "bad_value", "时段应是 [\"08:00\", \"12:00\"],先早后晚", &texts.join("-"));
    }
    window
}
