//! Parameters: what a policy leaves to the office.

use super::node::{Node, NodeValue};
use super::part::Carried;
use super::reader::{Source, TableReader};
use crate::codes::code_enum;
use crate::domain::FieldValue;
use std::collections::BTreeMap;

/// Values of parameters by name.
pub type ParamValues = BTreeMap<String, FieldValue>;

code_enum!(
    /// What a parameter may hold.
    ParamKind {
        /// A whole number.
        Number = "number",
        /// A length of time: `3 days`.
        Span = "span",
        /// A share in percent.
        Percent = "percent",
        /// One of the choices.
        Choice = "choice",
        /// A list of texts.
        List = "list",
        /// Yes or no.
        YesNo = "yes_no",
        /// A post of the office.
        Role = "role",
        /// A client class.
        Class = "class",
        /// Any text.
        Text = "text",
    }
);

/// A parameter of a pack.
#[derive(Debug, Clone, PartialEq)]
pub struct Param {
    /// Name, used in the pack as `$name`.
    pub name: String,
    /// What it is, in Chinese.
    pub label: String,
    /// Type.
    pub kind: ParamKind,
    /// Default.
    pub default: FieldValue,
    /// For `choice`: what may be chosen.
    pub choices: Vec<String>,
    /// Smallest number allowed.
    pub min: Option<f64>,
    /// Largest number allowed.
    pub max: Option<f64>,
    /// The policy says nothing: enabling the pack asks the manager.
    pub silent: bool,
    /// The policy's text has a blank here: it must be filled before the pack is enabled; the default is for trying out.
    pub must: bool,
    /// Clauses that it carries.
    pub carried: Carried,
}

/// Reads `[params]`: the parameters with their defaults.
pub(super) fn read_params(source: &Source<'_>, root: &TableReader<'_, '_>) -> Vec<Param> {
    let Some(node) = root.raw("params") else { return Vec::new() };
    let table = TableReader::new(source, node);
    table.entries().iter().filter_map(|e| read_param(source, &e.key, &e.node)).collect()
}

fn read_param(source: &Source<'_>, name: &str, node: &Node) -> Option<Param> {
    let table = TableReader::new(source, node);
    let label = table.required_text("label", "参数的中文名");
    let Some(default) = table.raw("default") else {
        table.missing("default", "参数的缺省值(制度没写的也要给一个,并写 silent = true)");
        return None;
    };
    let default = value_of(default)?;
    let choices = table.texts("choices");
    let kind = table
        .code("type", ParamKind::parse, "number、span、percent、choice、list、yes_no、role、class、text")
        .unwrap_or_else(|| guess_kind(&default, &choices));
    let param = Param {
        name: name.to_owned(),
        label,
        kind,
        choices,
        min: table.count("min").map(f64::from),
        max: table.count("max").map(f64::from),
        silent: table.flag("silent"),
        must: table.flag("must"),
        carried: Carried::read(&table),
        default,
    };
    if let Err(expected) = param.accepts(&param.default) {
        source.report(node.at, "bad_value", &format!("参数 {name} 的缺省值{expected}"), &param.default.text());
    }
    table.finish("参数");
    Some(param)
}

fn value_of(node: &Node) -> Option<FieldValue> {
    Some(match &node.value {
        NodeValue::Text(t) => FieldValue::Text(t.clone()),
        NodeValue::Int(n) => FieldValue::Number(*n as f64),
        NodeValue::Float(n) => FieldValue::Number(*n),
        NodeValue::Bool(b) => FieldValue::Bool(*b),
        NodeValue::List(items) => FieldValue::List(items.iter().map(Node::shown).collect()),
        NodeValue::Table(_) => return None,
    })
}

fn guess_kind(default: &FieldValue, choices: &[String]) -> ParamKind {
    match default {
        _ if !choices.is_empty() => ParamKind::Choice,
        FieldValue::Bool(_) => ParamKind::YesNo,
        FieldValue::Number(_) => ParamKind::Number,
        FieldValue::List(_) => ParamKind::List,
        FieldValue::Text(t) if crate::calendar::Span::parse(t).is_ok() => ParamKind::Span,
        FieldValue::Date(_) | FieldValue::Text(_) => ParamKind::Text,
    }
}

impl Param {
    /// Whether the value may be set.
    ///
    /// # Errors
    /// What is expected instead, in Chinese, fit to follow the parameter's name.
    pub fn accepts(&self, value: &FieldValue) -> Result<(), String> {
        let number_ok = |n: f64| self.min.is_none_or(|min| n >= min) && self.max.is_none_or(|max| n <= max);
        let ok = match (self.kind, value) {
            (ParamKind::Number | ParamKind::Percent, FieldValue::Number(n)) => number_ok(*n),
            (ParamKind::Span, FieldValue::Text(t)) => crate::calendar::Span::parse(t).is_ok(),
            (ParamKind::Choice, FieldValue::Text(t)) => self.choices.contains(t),
            (ParamKind::List, FieldValue::List(_)) | (ParamKind::YesNo, FieldValue::Bool(_)) => true,
            (ParamKind::Role | ParamKind::Class | ParamKind::Text, FieldValue::Text(_)) => true,
            _ => false,
        };
        if ok { Ok(()) } else { Err(self.expected()) }
    }

    fn expected(&self) -> String {
        match self.kind {
            ParamKind::Number | ParamKind::Percent => match (self.min, self.max) {
                (Some(min), Some(max)) => format!("应是 {min} 到 {max} 之间的数"),
                (Some(min), None) => format!("应是不小于 {min} 的数"),
                _ => "应是一个数".to_owned(),
            },
            ParamKind::Span => "应是一段时间,如 3 days、1 month".to_owned(),
            ParamKind::Choice => format!("应是其中之一:{}", self.choices.join("、")),
            ParamKind::List => "应是一个列表".to_owned(),
            ParamKind::YesNo => "应是 true 或 false".to_owned(),
            ParamKind::Role | ParamKind::Class | ParamKind::Text => "应是文字".to_owned(),
        }
    }
}
