//! A pack as a whole: reading, parameters put in, loops turned into rules, references checked.

use super::desk::{read_class, read_hours, read_merge, read_tries};
use super::extend::{PackTexts, embedded, extended};
use super::form::{read_form, read_script};
use super::loops::loop_rules;
use super::node::{self, Node, NodeValue};
use super::office_work::{OfficeWork, join_before, read_survey, read_work};
use super::param::read_params;
use super::part::{read_except, read_loop, read_other};
use super::reader::{Source, TableReader};
use super::references::check_references;
use super::rule::read_rule;
use super::score::read_score;
use super::target::read_target;
use super::{
    Carried, ClassPart, Except, Form, Hours, Loop, Merge, OtherPart, PackProblem, Param, ParamValues, Rule, Score,
    Script, Target, Tries,
};
use std::collections::BTreeMap;

/// A policy as data that runs.
#[derive(Debug, Clone, PartialEq)]
pub struct PolicyPack {
    /// Policy id: `002-12`.
    pub id: String,
    /// The pack that it extends.
    pub extends: Option<String>,
    /// Title.
    pub title: String,
    /// Sector: `property`, `dental`, `hospital` …
    pub sector: String,
    /// Whether every enforceable clause must be carried (a pack in work says `false`).
    pub complete: bool,
    /// What this office calls a client, a matter kind: code -> word.
    pub terms: BTreeMap<String, String>,
    /// Parameters with their defaults.
    pub params: Vec<Param>,
    /// Rules, those made from loops, duties, reports, reviews and surveys included.
    pub rules: Vec<Rule>,
    /// Exceptions across rules.
    pub excepts: Vec<Except>,
    /// Forms.
    pub forms: Vec<Form>,
    /// Scripts.
    pub scripts: Vec<Script>,
    /// Targets.
    pub targets: Vec<Target>,
    /// Loops.
    pub loops: Vec<Loop>,
    /// Classes of clients.
    pub classes: Vec<ClassPart>,
    /// Matters that count as one.
    pub merges: Vec<Merge>,
    /// What follows when a client was not reached.
    pub tries: Vec<Tries>,
    /// When a client may be contacted.
    pub hours: Vec<Hours>,
    /// Points and deductions.
    pub scores: Vec<Score>,
    /// Parts that are displayed or asked about.
    pub others: Vec<OtherPart>,
    /// Clauses that the pack as such carries (terms, responsibility).
    pub carried: Carried,
}

const OTHER_PARTS: [&str; 4] = ["matter", "retention", "access", "note"];

impl PolicyPack {
    /// Reads a pack that extends no other, or carries what it extends along, with the office's values for its parameters (others keep their defaults).
    ///
    /// # Errors
    /// Every problem of the text, sorted by place.
    pub fn parse(text: &str, values: &ParamValues) -> Result<Self, Vec<PackProblem>> {
        Self::parse_among(text, values, &|_| None)
    }

    /// As `parse`; `texts` finds the packs that it extends.
    ///
    /// # Errors
    /// Every problem of the text, sorted by place.
    pub fn parse_among(text: &str, values: &ParamValues, texts: PackTexts<'_>) -> Result<Self, Vec<PackProblem>> {
        let (root, mut problems) = node::parse(text);
        let first = Source::new(text, ParamValues::new());
        let root = extended(&first, root, &|id| texts(id).or_else(|| embedded(text, id)), 0);
        let params = read_params(&first, &TableReader::new(&first, &root));
        let mut set: ParamValues = params.iter().map(|p| (p.name.clone(), p.default.clone())).collect();
        problems.extend(bad_values(&params, values));
        set.extend(values.iter().map(|(k, v)| (k.clone(), v.clone())));
        problems.extend(first.into_problems());
        let source = Source::new(text, set);
        let mut pack = read_pack(&source, &root, params);
        pack.rules.extend(pack.loops.iter().flat_map(|l| loop_rules(&pack.id, l)).collect::<Vec<_>>());
        for (at, rule) in join_before(&mut pack.rules) {
            source.report(at, "unknown_name", "rule 应是一条 after 规则", &rule);
        }
        check_references(&source, &pack);
        problems.extend(source.into_problems());
        if problems.is_empty() {
            return Ok(pack);
        }
        problems.sort();
        problems.dedup();
        Err(problems)
    }

    /// A rule by id.
    pub fn rule(&self, id: &str) -> Option<&Rule> {
        self.rules.iter().find(|r| r.id == id)
    }

    /// A form by id.
    pub fn form(&self, id: &str) -> Option<&Form> {
        self.forms.iter().find(|f| f.id == id)
    }

    /// The loop that a dissatisfied answer to the rule enters.
    pub fn loop_of(&self, rule: &str) -> Option<&Loop> {
        self.loops.iter().find(|l| l.rules.is_empty() || l.rules.iter().any(|r| r == rule) || is_recheck(l, rule))
    }

    /// What follows when a client was not reached for the rule.
    pub fn tries_of(&self, rule: &str) -> Option<&Tries> {
        let named = self.tries.iter().find(|t| t.rules.iter().any(|r| r == rule));
        named.or_else(|| self.tries.iter().find(|t| t.rules.is_empty()))
    }

    /// What a client is called here.
    pub fn client_term(&self) -> &str {
        self.terms.get("client").map_or("客户", String::as_str)
    }

    /// Every part that carries clauses: its name (`rule.complaint`) and what it carries.
    pub fn carriers(&self) -> Vec<(String, &Carried)> {
        let mut all = vec![("pack".to_owned(), &self.carried)];
        all.extend(self.params.iter().map(|p| (format!("param.{}", p.name), &p.carried)));
        all.extend(self.rules.iter().map(|p| (format!("rule.{}", p.id), &p.carried)));
        all.extend(self.excepts.iter().map(|p| (format!("except.{}", p.id), &p.carried)));
        all.extend(self.forms.iter().map(|p| (format!("form.{}", p.id), &p.carried)));
        all.extend(self.scripts.iter().map(|p| (format!("script.{}", p.id), &p.carried)));
        all.extend(self.targets.iter().map(|p| (format!("target.{}", p.title), &p.carried)));
        all.extend(self.loops.iter().map(|p| (format!("loop.{}", p.id), &p.carried)));
        all.extend(self.classes.iter().map(|p| (format!("class.{}", p.id), &p.carried)));
        all.extend(self.merges.iter().map(|p| (format!("merge.{}", p.id), &p.carried)));
        all.extend(self.tries.iter().map(|p| (format!("tries.{}", p.id), &p.carried)));
        all.extend(self.hours.iter().map(|p| (format!("hours.{}", p.title), &p.carried)));
        all.extend(self.scores.iter().map(|p| (format!("score.{}", p.id), &p.carried)));
        all.extend(self.others.iter().map(|p| (format!("{}.{}", p.part, p.title), &p.carried)));
        all
    }
}

fn is_recheck(part: &Loop, rule: &str) -> bool {
    rule.strip_prefix(part.id.as_str()).is_some_and(|rest| rest == ".recheck")
}

fn bad_values(params: &[Param], values: &ParamValues) -> Vec<PackProblem> {
    let problem =
        |expected: String, found: String| PackProblem { line: 0, column: 0, code: "bad_value", expected, found };
    values
        .iter()
        .filter_map(|(name, value)| match params.iter().find(|p| &p.name == name) {
            None => Some(problem("没有这个参数".to_owned(), name.clone())),
            Some(param) => {
                param.accepts(value).err().map(|e| problem(format!("参数「{}」{e}", param.label), value.text()))
            }
        })
        .collect()
}

fn read_pack(source: &Source<'_>, root: &Node, params: Vec<Param>) -> PolicyPack {
    let table = TableReader::new(source, root);
    for key in ["params", "same"] {
        table.raw(key);
    }
    let empty = Node { at: 0, value: NodeValue::Table(Vec::new()) };
    if !table.has("pack") {
        table.missing("[pack]", "制度包的 id、title、sector");
    }
    let head = TableReader::new(source, table.raw("pack").unwrap_or(&empty));
    if head.count("language") != Some(1) {
        head.missing("language = 1", "写法的版本");
    }
    let (terms, term_carried) = read_terms(source, &table);
    let mut carried = Carried::read(&head);
    carried.clauses.extend(term_carried.clauses);
    let tables = |key| table.tables(key).into_iter();
    let (work, mut others) = read_office_work(&table);
    others.extend(OTHER_PARTS.into_iter().flat_map(|part| tables(part).map(move |t| read_other(part, t))));
    let pack = PolicyPack {
        id: head.required_text("id", "制度编号,如 002-12"),
        extends: head.text("extends"),
        title: head.required_text("title", "制度的名称"),
        sector: head.required_text("sector", "行业"),
        complete: !head.has("complete") || head.flag("complete"),
        terms,
        params,
        rules: tables("rule").filter_map(read_rule).chain(work).collect(),
        excepts: tables("except").map(read_except).collect(),
        forms: tables("form").map(read_form).collect(),
        scripts: tables("script").map(read_script).collect(),
        targets: tables("target").map(read_target).collect(),
        loops: tables("loop").map(read_loop).collect(),
        classes: tables("class").map(read_class).collect(),
        merges: tables("merge").map(read_merge).collect(),
        tries: tables("tries").map(read_tries).collect(),
        hours: tables("hours").map(read_hours).collect(),
        scores: tables("score").map(read_score).collect(),
        others,
        carried,
    };
    head.count("version");
    head.texts("remove");
    head.finish("[pack] ");
    table.finish("制度包");
    pack
}

fn read_office_work(table: &TableReader<'_, '_>) -> (Vec<Rule>, Vec<OtherPart>) {
    let (mut rules, mut others) = (Vec::new(), Vec::new());
    let works = ["duty", "report", "review"].into_iter();
    let works = works.flat_map(|part| table.tables(part).into_iter().map(move |t| read_work(part, t)));
    for work in works.chain(table.tables("survey").into_iter().map(read_survey)) {
        match work {
            OfficeWork::Rule(rule) => rules.push(*rule),
            OfficeWork::Other(other) => others.push(other),
        }
    }
    (rules, others)
}

fn read_terms(source: &Source<'_>, root: &TableReader<'_, '_>) -> (BTreeMap<String, String>, Carried) {
    let Some(node) = root.raw("terms") else { return Default::default() };
    let table = TableReader::new(source, node);
    let carried = Carried::read(&table);
    let words = table.entries().iter().filter(|e| !["clauses", "asks", "shows"].contains(&e.key.as_str()));
    (words.map(|e| (e.key.clone(), source.resolve(&e.node).shown())).collect(), carried)
}
