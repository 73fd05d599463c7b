//! The codes that packs and facts share, with their Chinese names: `packs/vocabulary.toml`. Nothing is named twice.

use super::node;
use super::reader::{Source, TableReader};
use super::{PackProblem, ParamValues};
use crate::domain::{Matter, Milestone};
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// Names of matter kinds, milestones, severities, channels, outcomes and states.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Vocabulary {
    /// Matter kinds by code.
    pub matters: BTreeMap<String, MatterKind>,
    /// Codes of the matter kinds, in the order of the text.
    pub kinds: Vec<String>,
    /// Other names: section (`severity`, `channel`, `outcome`, `state`, `field`) -> code -> name.
    names: BTreeMap<String, BTreeMap<String, String>>,
}

/// A kind of matter.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct MatterKind {
    /// Chinese name.
    pub label: String,
    /// Milestones with their names: code -> 处理完毕.
    pub milestones: BTreeMap<String, String>,
    /// Codes of the milestones, in the order in which they are usually reached.
    pub order: Vec<String>,
    /// Letters before the office's numbers: `TS`.
    pub number: String,
    /// Fields, the first is what the matter is about.
    pub fields: Vec<String>,
    /// Milestones with which it is over for those who deal with it.
    pub ends: Vec<String>,
    /// Milestones with which it is registered, the last is the one whose day is asked.
    pub begins: Vec<String>,
    /// Whether it has a severity.
    pub graded: bool,
    /// Whether it may concern nobody by name: anonymous, or the whole office.
    pub nobody: bool,
}

impl MatterKind {
    /// Where the matter stands: its last milestone. One that ends it stands above those that were noted before it, whatever
    /// their day (a cancelled appointment has its appointed day ahead); a later one opens it again.
    pub fn stage<'m>(&self, matter: &'m Matter) -> Option<&'m Milestone> {
        let noted = |m: &Milestone| m.known.map_or(m.on.day, |known| known.min(m.on.day));
        matter.milestones.iter().fold(None, |stage: Option<&Milestone>, next| {
            let Some(now) = stage else { return Some(next) };
            let outranks = self.is_end(&next.kind) && !self.is_end(&now.kind);
            Some(if outranks || noted(next) >= noted(now) { next } else { now })
        })
    }

    /// Whether the milestone ends the matter.
    pub fn is_end(&self, milestone: &str) -> bool {
        self.ends.iter().any(|end| end == milestone)
    }

    /// The milestones of a new matter: usually the first.
    pub fn first(&self) -> Vec<&str> {
        let begins = if self.begins.is_empty() { &self.order[..self.order.len().min(1)] } else { &self.begins[..] };
        begins.iter().map(String::as_str).collect()
    }
}

impl Vocabulary {
    /// The vocabulary that ships with the program.
    pub fn shipped() -> &'static Self {
        static SHIPPED: OnceLock<Vocabulary> = OnceLock::new();
        SHIPPED.get_or_init(|| Self::parse(include_str!("../../../../packs/vocabulary.toml")).0)
    }

    /// Reads a vocabulary, with all its mistakes.
    pub fn parse(text: &str) -> (Self, Vec<PackProblem>) {
        let (root, mut problems) = node::parse(text);
        let source = Source::new(text, ParamValues::new());
        let mut vocabulary = Self::default();
        let table = TableReader::new(&source, &root);
        for section in table.entries() {
            let inner = TableReader::new(&source, &section.node);
            for entry in inner.entries() {
                if section.key == "matter" {
                    vocabulary.kinds.push(entry.key.clone());
                    vocabulary.matters.insert(entry.key.clone(), read_kind(TableReader::new(&source, &entry.node)));
                } else {
                    let names = vocabulary.names.entry(section.key.clone()).or_default();
                    names.insert(entry.key.clone(), entry.node.shown());
                }
            }
        }
        problems.extend(source.into_problems());
        (vocabulary, problems)
    }

    /// The Chinese name of a code in a section; the code itself where there is none.
    pub fn name<'a>(&'a self, section: &str, code: &'a str) -> &'a str {
        self.names.get(section).and_then(|names| names.get(code)).map_or(code, String::as_str)
    }

    /// Codes and names of a section.
    pub fn section(&self, section: &str) -> impl Iterator<Item = (&str, &str)> {
        self.names.get(section).into_iter().flatten().map(|(code, name)| (code.as_str(), name.as_str()))
    }

    /// A kind of matter; one that the vocabulary does not know has no milestones and no fields.
    pub fn kind(&self, code: &str) -> &MatterKind {
        static UNKNOWN: OnceLock<MatterKind> = OnceLock::new();
        self.matters.get(code).unwrap_or_else(|| UNKNOWN.get_or_init(MatterKind::default))
    }

    /// The Chinese name of a matter kind; the code itself where there is none.
    pub fn matter<'a>(&'a self, kind: &'a str) -> &'a str {
        self.matters.get(kind).map_or(kind, |k| k.label.as_str())
    }

    /// The code that stands for a word in a section whose labels give several words, between slashes.
    pub fn code_of(&self, section: &str, word: &str) -> Option<&str> {
        self.section(section).find(|(_, words)| words.split('/').any(|w| w == word)).map(|(code, _)| code)
    }

    /// The words with the codes that stand for them: facts may say either.
    pub fn with_codes(&self, section: &str, words: Vec<String>) -> Vec<String> {
        let codes: Vec<String> = words.iter().filter_map(|w| self.code_of(section, w)).map(str::to_owned).collect();
        let mut all = words;
        all.extend(codes);
        let mut seen = std::collections::BTreeSet::new();
        all.retain(|word| seen.insert(word.clone()));
        all
    }

    /// Whether the text is a code of the section, which people are not shown.
    pub fn is_code(&self, section: &str, text: &str) -> bool {
        self.names.get(section).is_some_and(|names| names.contains_key(text))
    }

    /// The name of a code, whatever it is a code of; `None` for what is no code.
    pub fn any_name(&self, code: &str) -> Option<&str> {
        let mut named = ["role", "channel", "outcome", "severity"].into_iter();
        let named = named.find_map(|section| self.names.get(section)?.get(code));
        let milestone = || self.matters.values().find_map(|kind| kind.milestones.get(code));
        let matter = || self.matters.get(code).map(|kind| &kind.label);
        named.or_else(milestone).or_else(matter).map(String::as_str)
    }

    /// The Chinese name of a milestone; the code itself where there is none.
    pub fn milestone<'a>(&'a self, kind: &str, milestone: &'a str) -> &'a str {
        self.matters.get(kind).and_then(|k| k.milestones.get(milestone)).map_or(milestone, String::as_str)
    }
}

fn read_kind(table: TableReader<'_, '_>) -> MatterKind {
    let label = table.required_text("label", "事项的中文名");
    let named = |node| TableReader::new(table.source, node).entries().iter().map(|e| (e.key.clone(), e.node.shown()));
    let milestones: Vec<(String, String)> =
        table.raw("milestones").map(|node| named(node).collect()).unwrap_or_default();
    let kind = MatterKind {
        label,
        order: milestones.iter().map(|(code, _)| code.clone()).collect(),
        milestones: milestones.into_iter().collect(),
        number: table.text("number").unwrap_or_default(),
        fields: table.texts("fields"),
        ends: table.texts("ends"),
        begins: table.texts("begins"),
        graded: table.flag("graded"),
        nobody: table.flag("nobody"),
    };
    table.finish("[matter] ");
    kind
}
