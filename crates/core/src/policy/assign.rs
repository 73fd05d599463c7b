//! Who must.

use super::node::NodeValue;
use super::reader::TableReader;
use std::collections::BTreeMap;

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
    /// The person who made the follow-up on which this one follows; the post where nobody is named.
    Doer(String),
    /// The person of this post in whose area the client's place lies.
    Area(String),
}

impl Assign {
    /// The post that must, or stands in where nobody is named.
    pub fn role(&self) -> Option<&str> {
        match self {
            Self::Role(role) | Self::ClientOwner(role) | Self::Handler(role) | Self::Doer(role) | Self::Area(role) => {
                Some(role)
            }
            Self::Severity(by) => by.values().next().map(String::as_str),
        }
    }
}

pub(super) fn read_assign(table: &TableReader<'_, '_>) -> Assign {
    let Some(node) = table.node("assign") else {
        table.missing(
            "assign",
            "由谁回访:岗位名,或 { of = \"client_owner\"、\"handler\"、\"doer\"、\"area\", role = … }",
        );
        return Assign::Role(String::new());
    };
    if let NodeValue::Text(role) = &node.value {
        return Assign::Role(role.clone());
    }
    let source = table.source;
    let inner = TableReader::new(source, &node);
    let assign = if inner.text("by").as_deref() == Some("severity") {
        let by = ["normal", "important", "major"].into_iter();
        Assign::Severity(by.filter_map(|s| inner.text(s).map(|role| (s.to_owned(), role))).collect())
    } else {
        read_of(&inner)
    };
    inner.finish("assign ");
    assign
}

fn read_of(inner: &TableReader<'_, '_>) -> Assign {
    let role = inner.required_text("role", "没有指名的人时由哪个岗位");
    match inner.text("of").as_deref() {
        Some("client_owner") => Assign::ClientOwner(role),
        Some("handler") => Assign::Handler(role),
        Some("doer") => Assign::Doer(role),
        Some("area") => Assign::Area(role),
        other => {
            let found = other.unwrap_or_default().to_owned();
            inner.source.report(inner.at, "bad_value", "assign 的 of 只能是 client_owner、handler、doer、area", &found);
            Assign::Role(role)
        }
    }
}
