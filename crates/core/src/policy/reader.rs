//! Typed reading of nodes. A reader never stops at a mistake: it notes the problem, takes a harmless value and goes on,
//! so that an author sees all mistakes at once.

use super::node::{Entry, Node, NodeValue, problem};
use super::{PackProblem, ParamValues};
use crate::calendar::Span;
use crate::domain::FieldValue;
use std::cell::RefCell;
use std::collections::BTreeSet;

/// The text, the values of its parameters, and the problems found so far.
pub(super) struct Source<'t> {
    pub text: &'t str,
    pub params: ParamValues,
    problems: RefCell<Vec<PackProblem>>,
    used: RefCell<BTreeSet<String>>,
}

impl<'t> Source<'t> {
    pub fn new(text: &'t str, params: ParamValues) -> Self {
        Self { text, params, problems: RefCell::default(), used: RefCell::default() }
    }

    pub fn report(&self, at: usize, code: &'static str, expected: &str, found: &str) {
        self.problems.borrow_mut().push(problem(self.text, at, code, expected, found));
    }

    pub fn into_problems(self) -> Vec<PackProblem> {
        self.problems.into_inner()
    }

    /// Names of the parameters that the text has used.
    pub fn used_params(&self) -> BTreeSet<String> {
        self.used.borrow().clone()
    }

    /// Replaces `$name` by the parameter's value; a node that is nothing but `$name` takes the value's own type.
    pub fn resolve(&self, node: &Node) -> Node {
        let NodeValue::Text(text) = &node.value else { return node.clone() };
        if !text.contains('$') {
            return node.clone();
        }
        if let Some(name) = text.strip_prefix('$')
            && name.chars().all(is_name)
        {
            let value = self.param(name, node.at).map_or(NodeValue::Text(String::new()), |v| node_value(&v, node.at));
            return Node { at: node.at, value };
        }
        Node { at: node.at, value: NodeValue::Text(self.substitute(text, node.at)) }
    }

    fn substitute(&self, text: &str, at: usize) -> String {
        let mut out = String::new();
        let mut rest = text;
        while let Some(i) = rest.find('$') {
            out.push_str(&rest[..i]);
            let tail = &rest[i + 1..];
            let end = tail.find(|c| !is_name(c)).unwrap_or(tail.len());
            if let Some(value) = self.param(&tail[..end], at) {
                out.push_str(&value.text());
            }
            rest = &tail[end..];
        }
        out + rest
    }

    fn param(&self, name: &str, at: usize) -> Option<FieldValue> {
        self.used.borrow_mut().insert(name.to_owned());
        let value = self.params.get(name).cloned();
        if value.is_none() {
            self.report(at, "unknown_name", "[params] 里没有这个参数", &format!("${name}"));
        }
        value
    }
}

fn is_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

fn node_value(value: &FieldValue, at: usize) -> NodeValue {
    match value {
        FieldValue::Bool(b) => NodeValue::Bool(*b),
        FieldValue::Number(n) if n.fract() == 0.0 => NodeValue::Int(*n as i64),
        FieldValue::Number(n) => NodeValue::Float(*n),
        FieldValue::Date(d) => NodeValue::Text(d.to_string()),
        FieldValue::Text(t) => NodeValue::Text(t.clone()),
        FieldValue::List(items) => {
            NodeValue::List(items.iter().map(|t| Node { at, value: NodeValue::Text(t.clone()) }).collect())
        }
    }
}

/// A table being read: notes which keys were asked for, so that `finish` can name those that nobody knows.
pub(super) struct TableReader<'s, 't> {
    pub source: &'s Source<'t>,
    pub at: usize,
    entries: &'s [Entry],
    asked: RefCell<Vec<&'static str>>,
}

impl<'s, 't> TableReader<'s, 't> {
    pub fn new(source: &'s Source<'t>, node: &'s Node) -> Self {
        static NONE: Vec<Entry> = Vec::new();
        let entries = match &node.value {
            NodeValue::Table(entries) => entries,
            _ => {
                source.report(node.at, "wrong_type", "这里应是一个表 { 键 = 值 }", &node.shown());
                &NONE
            }
        };
        Self { source, at: node.at, entries, asked: RefCell::default() }
    }

    pub fn entries(&self) -> &'s [Entry] {
        self.entries
    }

    /// The raw node of a key.
    pub fn raw(&self, key: &'static str) -> Option<&'s Node> {
        self.asked.borrow_mut().push(key);
        self.entries.iter().find(|e| e.key == key).map(|e| &e.node)
    }

    /// The node of a key with parameters put in.
    pub fn node(&self, key: &'static str) -> Option<Node> {
        self.raw(key).map(|n| self.source.resolve(n))
    }

    pub fn has(&self, key: &str) -> bool {
        self.entries.iter().any(|e| e.key == key)
    }

    pub fn missing(&self, key: &str, expected: &str) {
        self.source.report(self.at, "missing", &format!("缺少 {key}:{expected}"), "");
    }

    pub fn text(&self, key: &'static str) -> Option<String> {
        let node = self.node(key)?;
        match node.value {
            NodeValue::Text(t) => Some(t),
            NodeValue::Int(n) => Some(n.to_string()),
            _ => self.wrong(&node, key, "一段文字"),
        }
    }

    pub fn required_text(&self, key: &'static str, expected: &str) -> String {
        if !self.has(key) {
            self.missing(key, expected);
        }
        self.text(key).unwrap_or_default()
    }

    pub fn flag(&self, key: &'static str) -> bool {
        let Some(node) = self.node(key) else { return false };
        match node.value {
            NodeValue::Bool(b) => b,
            _ => self.wrong(&node, key, "true 或 false").unwrap_or(false),
        }
    }

    pub fn count(&self, key: &'static str) -> Option<u32> {
        let node = self.node(key)?;
        match &node.value {
            NodeValue::Int(n) if (0..=1_000_000).contains(n) => Some(*n as u32),
            NodeValue::Text(t) if t.trim().parse::<u32>().is_ok() => t.trim().parse().ok(),
            _ => self.wrong(&node, key, "一个不小于 0 的整数"),
        }
    }

    /// A whole number, which may be negative.
    pub fn whole(&self, key: &'static str) -> Option<i64> {
        let node = self.node(key)?;
        match &node.value {
            NodeValue::Int(n) => Some(*n),
            _ => self.wrong(&node, key, "一个整数"),
        }
    }

    /// A number, which may be negative or have a fraction.
    pub fn number(&self, key: &'static str) -> Option<f64> {
        let node = self.node(key)?;
        match &node.value {
            NodeValue::Int(n) => Some(*n as f64),
            NodeValue::Float(n) => Some(*n),
            _ => self.wrong(&node, key, "一个数"),
        }
    }

    /// A percentage written `"50%"` or as the number 50.
    pub fn percent(&self, key: &'static str) -> Option<f64> {
        let node = self.node(key)?;
        let value = match &node.value {
            NodeValue::Int(n) => Some(*n as f64),
            NodeValue::Float(n) => Some(*n),
            NodeValue::Text(t) => t.trim().trim_end_matches('%').trim().parse().ok(),
            _ => None,
        };
        match value {
            Some(v) if (0.0..=100.0).contains(&v) => Some(v),
            _ => self.wrong(&node, key, "0% 到 100% 之间的比例"),
        }
    }

    pub fn span(&self, key: &'static str) -> Option<Span> {
        let node = self.node(key)?;
        self.span_of(&node, key)
    }

    pub fn span_of(&self, node: &Node, key: &str) -> Option<Span> {
        let expected = "一段时间,如 \"3 days\"、\"3 working_days\"、\"1 month\"";
        match &node.value {
            NodeValue::Text(t) => match Span::parse(t) {
                // No policy goes back in time: "before" is said by the rule's kind.
                Ok(span) if span.n >= 0 => Some(span),
                Ok(_) | Err(_) => self.wrong(node, key, expected),
            },
            _ => self.wrong(node, key, expected),
        }
    }

    /// A list of texts; one text alone counts as a list of one.
    pub fn texts(&self, key: &'static str) -> Vec<String> {
        let Some(node) = self.node(key) else { return Vec::new() };
        self.texts_of(&node, key)
    }

    pub fn texts_of(&self, node: &Node, key: &str) -> Vec<String> {
        match &node.value {
            NodeValue::Text(t) => vec![t.clone()],
            NodeValue::List(items) => items.iter().filter_map(|i| self.item_text(i, key)).collect(),
            _ => self.wrong(node, key, "文字或文字的列表").unwrap_or_default(),
        }
    }

    fn item_text(&self, item: &Node, key: &str) -> Option<String> {
        match self.source.resolve(item).value {
            NodeValue::Text(t) => Some(t),
            NodeValue::Int(n) => Some(n.to_string()),
            _ => self.wrong(item, key, "文字"),
        }
    }

    /// The value of a code enum; names all codes where it is another.
    pub fn code<T>(&self, key: &'static str, parse: impl Fn(&str) -> Option<T>, codes: &str) -> Option<T> {
        let text = self.text(key)?;
        let found = parse(&text);
        if found.is_none() {
            let at = self.raw(key).map_or(self.at, |n| n.at);
            self.source.report(at, "bad_value", &format!("{key} 只能是 {codes}"), &text);
        }
        found
    }

    /// Tables of an array of tables, or of a list of inline tables.
    pub fn tables(&self, key: &'static str) -> Vec<TableReader<'s, 't>> {
        match self.raw(key) {
            None => Vec::new(),
            Some(node) => match &node.value {
                NodeValue::List(items) => items.iter().map(|n| TableReader::new(self.source, n)).collect(),
                _ => vec![TableReader::new(self.source, node)],
            },
        }
    }

    pub fn wrong<T>(&self, node: &Node, key: &str, expected: &str) -> Option<T> {
        self.source.report(node.at, "wrong_type", &format!("{key} 应是{expected}"), &node.shown());
        None
    }

    /// Reports every key that was not asked for.
    pub fn finish(self, what: &str) {
        let asked = self.asked.into_inner();
        for entry in self.entries {
            if !asked.contains(&entry.key.as_str()) {
                let known: BTreeSet<_> = asked.iter().copied().collect();
                let known = known.into_iter().collect::<Vec<_>>().join("、");
                self.source.report(
                    entry.key_at,
                    "unknown_key",
                    &format!("{what}没有这个键,可用的键:{known}"),
                    &entry.key,
                );
            }
        }
    }
}
