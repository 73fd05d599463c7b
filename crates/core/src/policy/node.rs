//! The pack's text as a tree that remembers where everything stood.

use super::PackProblem;
use toml_spanner::{Item, Value};

/// A value of the text with its place (byte offset of its start).
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Node {
    pub at: usize,
    pub value: NodeValue,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum NodeValue {
    Text(String),
    Int(i64),
    Float(f64),
    Bool(bool),
    List(Vec<Node>),
    Table(Vec<Entry>),
}

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Entry {
    pub key: String,
    pub key_at: usize,
    pub node: Node,
}

impl Node {
    /// What a person would call the value.
    pub fn shown(&self) -> String {
        match &self.value {
            NodeValue::Text(t) => t.clone(),
            NodeValue::Int(n) => n.to_string(),
            NodeValue::Float(n) => n.to_string(),
            NodeValue::Bool(b) => b.to_string(),
            NodeValue::List(_) => "列表 […]".to_owned(),
            NodeValue::Table(_) => "表 {…}".to_owned(),
        }
    }
}

/// The tree of a TOML text, as far as it can be read, and its syntax errors.
pub(super) fn parse(text: &str) -> (Node, Vec<PackProblem>) {
    let arena = toml_spanner::Arena::new();
    let document = toml_spanner::parse_recoverable(text, &arena);
    let problems = document
        .errors()
        .iter()
        .map(|e| problem(text, e.span().start as usize, "syntax", "TOML 写法有误", &e.message(text)))
        .collect();
    let entries = document.table().entries().iter().map(entry).collect();
    (Node { at: 0, value: NodeValue::Table(entries) }, problems)
}

/// A problem at a byte offset.
pub(super) fn problem(text: &str, at: usize, code: &'static str, expected: &str, found: &str) -> PackProblem {
    let before = text.get(..at).unwrap_or(text);
    let line_start = before.rfind('\n').map_or(0, |i| i + 1);
    PackProblem {
        line: before.bytes().filter(|b| *b == b'\n').count() as u32 + 1,
        column: before[line_start..].chars().count() as u32 + 1,
        code,
        expected: expected.to_owned(),
        found: found.to_owned(),
    }
}

fn entry((key, item): &(toml_spanner::Key<'_>, Item<'_>)) -> Entry {
    Entry { key: key.name.to_owned(), key_at: key.span.start as usize, node: node(item, key.span.start as usize) }
}

/// Headers and dotted keys have no span of their own for the table; the key's place stands in.
fn node(item: &Item<'_>, key_at: usize) -> Node {
    let span = item.span();
    let at = if span.is_empty() { key_at } else { span.start as usize };
    let value = match item.value() {
        Value::String(s) => NodeValue::Text((*s).to_owned()),
        Value::Integer(i) => i.as_i64().map_or_else(|| NodeValue::Float(i.as_f64()), NodeValue::Int),
        Value::Float(f) => NodeValue::Float(*f),
        Value::Boolean(b) => NodeValue::Bool(*b),
        Value::DateTime(_) => NodeValue::Text("日期请写成带引号的文字".to_owned()),
        Value::Array(items) => NodeValue::List(items.iter().map(|i| node(i, key_at)).collect()),
        Value::Table(table) => NodeValue::Table(table.entries().iter().map(entry).collect()),
    };
    Node { at, value }
}
