//! Who is meant where a rule does not hang on a matter of the client's own.

use super::Vocabulary;
use super::node::{Node, NodeValue};
use super::reader::TableReader;

/// Who is meant where the rule does not hang on a matter.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Population {
    /// In one of these classes; empty: whatever class.
    pub classes: Vec<String>,
    /// Takes part in a matter of this kind that the rule's conditions accept.
    pub matter: Option<String>,
    /// … in this role.
    pub role: Option<String>,
}

const EXPECTED: &str = "对谁:\"all\"、{ class = … } 或 { matter = …, participant = … }(没有对象范围的规则不成立)";

pub(super) fn read_population(table: &TableReader<'_, '_>) -> Population {
    match table.raw("population") {
        Some(node) => read(table, node),
        None => {
            table.missing("population", EXPECTED);
            Population::default()
        }
    }
}

/// The population of a rule that may do without one.
pub(super) fn read_optional(table: &TableReader<'_, '_>) -> Option<Population> {
    table.raw("population").map(|node| read(table, node))
}

pub(super) fn read_audience(table: &TableReader<'_, '_>) -> Option<Population> {
    table.raw("audience").map(|node| read(table, node))
}

/// A class may be called by its code, too.
fn classes(words: Vec<String>) -> Vec<String> {
    Vocabulary::shipped().with_codes("class", words)
}

fn read(table: &TableReader<'_, '_>, node: &Node) -> Population {
    let source = table.source;
    if let NodeValue::Text(text) = &source.resolve(node).value {
        if text != "all" {
            source.report(node.at, "bad_value", "population 只能是 \"all\" 或一个表", text);
        }
        return Population::default();
    }
    let inner = TableReader::new(source, node);
    let population = Population {
        classes: classes(inner.texts("class")),
        matter: inner.text("matter"),
        role: inner.text("participant"),
    };
    inner.finish("population ");
    population
}
