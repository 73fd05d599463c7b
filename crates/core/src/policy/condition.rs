//! Conditions: a structured tree over the fields of a matter and its client. Total: it always comes to an answer.

use super::node::{Node, NodeValue};
use super::reader::{Source, TableReader};
use super::vocabulary::Vocabulary;
use crate::calendar::Span;
use crate::codes::code_enum;
use crate::domain::FieldValue;

/// What must hold of a matter and its client.
#[derive(Debug, Clone, PartialEq)]
pub enum Condition {
    /// Every one holds (an empty list holds).
    All(Vec<Condition>),
    /// At least one holds (an empty list does not).
    Any(Vec<Condition>),
    /// It does not hold.
    Not(Box<Condition>),
    /// A field of the matter or, where the matter has none of that name, of the client.
    Field {
        /// Field code.
        name: String,
        /// What is asked of its value.
        test: Test,
    },
    /// The matter's severity is one of these.
    Severity(Vec<String>),
    /// A milestone of this kind has happened in the matter.
    Happened(String),
    /// The client is in the class on the anchor day.
    Class(String),
    /// The client's age in full years on the anchor day is at least this; an unknown date of birth is not.
    AgeAtLeast(u32),
    /// The client had this many matters of the kind within the time before the anchor day (or in the quota's period).
    Matters {
        /// Matter kind.
        kind: String,
        /// How far back; `None`: the period of the quota.
        within: Option<Span>,
        /// At least so many.
        at_least: u32,
        /// Only those that satisfy this.
        wanted: Box<Condition>,
    },
    /// There have been so many records (002-02-14: twice on the same matter).
    Records {
        /// What came of them.
        what: RecordsOf,
        /// Whose records are counted.
        of: RecordsWhose,
        /// How far back; `None`: however far.
        within: Option<Span>,
        /// At least so many.
        at_least: u32,
    },
    /// A matter of this kind, of the client or of the whole office, has begun and not reached the milestone.
    Open {
        /// Matter kind.
        kind: String,
        /// The milestone that ends it.
        until: String,
    },
}

code_enum!(
    /// What came of the records that are counted.
    RecordsOf {
        /// The client was reached.
        Reached = "reached",
        /// The client was not reached.
        Unreached = "unreached",
        /// The client was not satisfied.
        Dissatisfied = "dissatisfied",
    }
);

code_enum!(
    /// Whose records are counted.
    RecordsWhose {
        /// All of the client.
        Client = "client",
        /// Those about the matter.
        Matter = "matter",
    }
);

/// What is asked of a field's value. An absent field passes only `Absent`.
#[derive(Debug, Clone, PartialEq)]
pub enum Test {
    /// Says yes (see `FieldValue::truthy`).
    Truthy,
    /// Is one of these texts.
    In(Vec<String>),
    /// Contains one of these texts (an address contains the town).
    Contains(Vec<String>),
    /// A number of at least this.
    AtLeast(f64),
    /// A number of at most this.
    AtMost(f64),
    /// Is not there or empty.
    Absent,
}

impl Test {
    /// Whether a value (or its absence) passes.
    pub fn passes(&self, value: Option<&FieldValue>) -> bool {
        let Some(value) = value else { return matches!(self, Self::Absent) };
        match self {
            Self::Truthy => value.truthy(),
            Self::In(texts) => match value {
                FieldValue::List(items) => items.iter().any(|i| texts.contains(i)),
                other => texts.contains(&other.text()),
            },
            Self::Contains(texts) => texts.iter().any(|t| value.text().contains(t.as_str())),
            Self::AtLeast(bound) => number(value).is_some_and(|n| n >= *bound),
            Self::AtMost(bound) => number(value).is_some_and(|n| n <= *bound),
            Self::Absent => !value.truthy(),
        }
    }
}

fn number(value: &FieldValue) -> Option<f64> {
    match value {
        FieldValue::Number(n) => Some(*n),
        FieldValue::Text(t) => t.trim().parse().ok(),
        _ => None,
    }
}

impl Condition {
    /// A condition that always holds.
    pub fn always() -> Self {
        Self::All(Vec::new())
    }

    /// A condition that never holds.
    pub fn never() -> Self {
        Self::Any(Vec::new())
    }

    /// Codes of milestones that the condition names.
    pub fn milestones(&self) -> Vec<&str> {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().flat_map(Self::milestones).collect(),
            Self::Not(inner) => inner.milestones(),
            Self::Happened(kind) => vec![kind],
            _ => Vec::new(),
        }
    }

    /// Matter kinds of which it asks whether one is open.
    pub fn open_kinds(&self) -> Vec<&str> {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().flat_map(Self::open_kinds).collect(),
            Self::Not(inner) => inner.open_kinds(),
            Self::Matters { wanted, .. } => wanted.open_kinds(),
            Self::Open { kind, .. } => vec![kind],
            _ => Vec::new(),
        }
    }

    /// The fields that it asks for, each with what is asked of it.
    pub fn fields(&self) -> Vec<(&str, &Test)> {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().flat_map(Self::fields).collect(),
            Self::Not(inner) => inner.fields(),
            Self::Field { name, test } => vec![(name, test)],
            _ => Vec::new(),
        }
    }

    /// Whether it asks for the severity.
    pub fn names_severity(&self) -> bool {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().any(Self::names_severity),
            Self::Not(inner) => inner.names_severity(),
            Self::Severity(_) => true,
            _ => false,
        }
    }

    /// Gives fields other names.
    pub(super) fn rename_fields(&mut self, rename: &dyn Fn(&str) -> Option<String>) {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter_mut().for_each(|part| part.rename_fields(rename)),
            Self::Not(inner) => inner.rename_fields(rename),
            Self::Field { name, .. } => *name = rename(name).unwrap_or_else(|| name.clone()),
            _ => {}
        }
    }

    /// Whether it asks for a class.
    pub fn names_class(&self) -> bool {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().any(Self::names_class),
            Self::Not(inner) => inner.names_class(),
            Self::Class(_) => true,
            _ => false,
        }
    }
}

/// Reads a condition: a field name alone, a table, or a list of which all must hold.
pub(super) fn read_condition(source: &Source<'_>, node: &Node) -> Condition {
    let node = source.resolve(node);
    match &node.value {
        NodeValue::Text(name) => Condition::Field { name: field_code(name), test: Test::Truthy },
        NodeValue::List(items) => Condition::All(items.iter().map(|n| read_condition(source, n)).collect()),
        NodeValue::Table(_) => read_table(source, &node),
        _ => {
            source.report(node.at, "wrong_type", "条件应是字段名、{ … } 或它们的列表", &node.shown());
            Condition::always()
        }
    }
}

fn read_table(source: &Source<'_>, node: &Node) -> Condition {
    let table = TableReader::new(source, node);
    let mut parts = Vec::new();
    let list = |key| match table.node(key).map(|n| (n.at, n.value)) {
        Some((_, NodeValue::List(items))) => items.iter().map(|n| read_condition(source, n)).collect(),
        Some((at, _)) => {
            source.report(at, "wrong_type", &format!("{key} 应是条件的列表"), "");
            Vec::new()
        }
        None => Vec::new(),
    };
    if table.has("all") {
        parts.push(Condition::All(list("all")));
    }
    if table.has("any") {
        parts.push(Condition::Any(list("any")));
    }
    if let Some(inner) = table.raw("not") {
        parts.push(Condition::Not(Box::new(read_condition(source, inner))));
    }
    if table.has("severity") {
        parts.push(Condition::Severity(table.texts("severity")));
    }
    parts.extend(table.text("happened").map(Condition::Happened));
    parts.extend(any_class(table.texts("class")));
    parts.extend(table.count("age_at_least").map(Condition::AgeAtLeast));
    if let Some(name) = table.text("field").map(|name| field_code(&name)) {
        let tests = read_tests(&table).into_iter().map(|test| with_codes(&name, test));
        parts.extend(tests.map(|test| Condition::Field { name: name.clone(), test }));
    }
    if let Some(kind) = table.text("matters") {
        let (within, at_least) = (table.span("within"), table.count("at_least").unwrap_or(1));
        let wanted = table.raw("where").map_or_else(Condition::always, |node| read_condition(source, node));
        parts.push(Condition::Matters { kind, within, at_least, wanted: Box::new(wanted) });
    }
    if let Some(what) = table.code("records", RecordsOf::parse, "reached、unreached、dissatisfied") {
        let of = table.code("of", RecordsWhose::parse, "client、matter").unwrap_or(RecordsWhose::Client);
        let (within, at_least) = (table.span("within"), table.count("at_least").unwrap_or(1));
        parts.push(Condition::Records { what, of, within, at_least });
    }
    if let Some(kind) = table.text("open") {
        parts.push(Condition::Open { kind, until: table.required_text("until", "到哪个节点才算完") });
    }
    if parts.is_empty() {
        let expected =
            "条件要写 field、severity、class、happened、age_at_least、matters、records、open、all、any 或 not";
        source.report(node.at, "missing", expected, "");
    }
    table.finish("条件");
    if parts.len() == 1 { parts.remove(0) } else { Condition::All(parts) }
}

/// What happened to an employee may be said by its word or by its code.
fn with_codes(field: &str, test: Test) -> Test {
    match test {
        Test::In(texts) => Test::In(Vocabulary::shipped().with_codes(field, texts)),
        other => other,
    }
}

/// One class, or any of several.
fn any_class(classes: Vec<String>) -> Option<Condition> {
    let classes = Vocabulary::shipped().with_codes("class", classes);
    let mut classes: Vec<_> = classes.into_iter().map(Condition::Class).collect();
    match classes.len() {
        0 | 1 => classes.pop(),
        _ => Some(Condition::Any(classes)),
    }
}

/// Packs may name a field by its code or by its label; what the vocabulary does not know is the office's own column.
pub(super) fn field_code(name: &str) -> String {
    let found = Vocabulary::shipped().section("field").find(|(_, label)| *label == name);
    found.map_or(name, |(code, _)| code).to_owned()
}

fn read_tests(table: &TableReader<'_, '_>) -> Vec<Test> {
    let mut tests = Vec::new();
    if let Some(node) = table.node("is") {
        tests.push(match &node.value {
            NodeValue::Bool(true) => Test::Truthy,
            NodeValue::Bool(false) => Test::Absent,
            _ => Test::In(table.texts_of(&node, "is")),
        });
    }
    if table.has("in") {
        tests.push(Test::In(table.texts("in")));
    }
    if table.has("contains") {
        tests.push(Test::Contains(table.texts("contains")));
    }
    tests.extend(table.count("at_least").map(|n| Test::AtLeast(f64::from(n))));
    tests.extend(table.count("at_most").map(|n| Test::AtMost(f64::from(n))));
    if tests.is_empty() {
        tests.push(Test::Truthy);
    }
    tests
}
