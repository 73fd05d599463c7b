//! A pack as a whole: reading, parameters put in, loops turned into rules, references checked.

use super::form::{read_form, read_script};
use super::node::{self, Node, NodeValue};
use super::param::read_params;
use super::part::{read_duty, read_except, read_loop, read_other, read_target};
use super::reader::{Source, TableReader};
use super::rule::read_rule;
use super::{
    After, Anchor, Assign, Carried, Condition, DutyPart, EachOf, Except, Form, Loop, OtherPart, PackProblem, Param,
    ParamValues, Rule, RuleKind, Script, StepTiming, Target, TaskAction, Test, Vocabulary,
};
use std::collections::{BTreeMap, BTreeSet};

/// A policy as data that runs.
#[derive(Debug, Clone, PartialEq)]
pub struct PolicyPack {
    /// Policy id: `002-12`.
    pub id: String,
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
    /// Rules, those made from loops included.
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
    /// Recurring office work.
    pub duties: Vec<DutyPart>,
    /// Parts that are displayed or asked about.
    pub others: Vec<OtherPart>,
    /// Clauses that the pack as such carries (terms, responsibility).
    pub carried: Carried,
}

const OTHER_PARTS: [&str; 11] =
    ["class", "matter", "sample", "survey", "score", "review", "report", "hours", "retention", "access", "note"];

impl PolicyPack {
    /// Reads a pack with the office's values for its parameters (others keep their defaults).
    ///
    /// # Errors
    /// Every problem of the text, sorted by place.
    pub fn parse(text: &str, values: &ParamValues) -> Result<Self, Vec<PackProblem>> {
        let (root, mut problems) = node::parse(text);
        let first = Source::new(text, ParamValues::new());
        let params = read_params(&first, &TableReader::new(&first, &root));
        let mut set: ParamValues = params.iter().map(|p| (p.name.clone(), p.default.clone())).collect();
        problems.extend(bad_values(&params, values));
        set.extend(values.iter().map(|(k, v)| (k.clone(), v.clone())));
        problems.extend(first.into_problems());
        let source = Source::new(text, set);
        let mut pack = read_pack(&source, &root, params);
        pack.rules.extend(pack.loops.iter().flat_map(|l| loop_rules(&pack.id, l)).collect::<Vec<_>>());
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
        all.extend(self.duties.iter().map(|p| (format!("duty.{}", p.title), &p.carried)));
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
    table.raw("params");
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
    let pack = PolicyPack {
        id: head.required_text("id", "制度编号,如 002-12"),
        title: head.required_text("title", "制度的名称"),
        sector: head.required_text("sector", "行业"),
        complete: !head.has("complete") || head.flag("complete"),
        terms,
        params,
        rules: tables("rule").filter_map(|t| read_rule(source, t)).collect(),
        excepts: tables("except").map(|t| read_except(source, t)).collect(),
        forms: tables("form").map(read_form).collect(),
        scripts: tables("script").map(read_script).collect(),
        targets: tables("target").map(read_target).collect(),
        loops: tables("loop").map(read_loop).collect(),
        duties: tables("duty").map(read_duty).collect(),
        others: OTHER_PARTS
            .into_iter()
            .flat_map(|part| table.tables(part).into_iter().map(move |t| read_other(part, t)))
            .collect(),
        carried,
    };
    head.count("version");
    head.finish("[pack] ");
    table.finish("制度包");
    pack
}

fn read_terms(source: &Source<'_>, root: &TableReader<'_, '_>) -> (BTreeMap<String, String>, Carried) {
    let Some(node) = root.raw("terms") else { return Default::default() };
    let table = TableReader::new(source, node);
    let carried = Carried::read(&table);
    let words = table.entries().iter().filter(|e| !["clauses", "asks", "shows"].contains(&e.key.as_str()));
    (words.map(|e| (e.key.clone(), source.resolve(&e.node).shown())).collect(), carried)
}

/// Deadlines and rechecks are ordinary rules on the matter kind `problem` (DESIGN section 2).
fn loop_rules(pack: &str, part: &Loop) -> [Rule; 2] {
    let wanted = Condition::Field { name: "loop".to_owned(), test: Test::In(vec![format!("{pack}/{}", part.id)]) };
    let after = |milestone: &str, within, renews, done_by: Option<&str>| {
        RuleKind::After(After {
            anchor: Anchor {
                matter: "problem".to_owned(),
                milestones: vec![milestone.to_owned()],
                of: EachOf::Each,
                role: None,
                from_known: false,
            },
            timing: StepTiming::Within(within),
            latest: None,
            lapse: None,
            renews,
            done_by: done_by.map(str::to_owned),
        })
    };
    let rule = |id: &str, title: &str, kind, assign, action, verb: &str| Rule {
        id: format!("{}.{id}", part.id),
        title: title.to_owned(),
        kind,
        wanted: wanted.clone(),
        unless: Condition::never(),
        until: vec!["closed".to_owned()],
        until_known: Vec::new(),
        channels: if action == TaskAction::Contact { part.channels.clone() } else { Vec::new() },
        assign,
        form: if action == TaskAction::Contact { part.form.clone() } else { None },
        script: None,
        action,
        verb: verb.to_owned(),
        carried: part.carried.clone(),
    };
    [
        rule(
            "rectify",
            "问题整改",
            after("raised", part.solve_within, true, Some("rectified")),
            Assign::Handler(part.fixer.clone()),
            TaskAction::Step,
            "整改",
        ),
        rule(
            "recheck",
            "复访",
            after("rectified", part.recheck_within, true, None),
            Assign::Role(part.recheck_by.clone()),
            TaskAction::Contact,
            "复访",
        ),
    ]
}

fn check_references(source: &Source<'_>, pack: &PolicyPack) {
    let forms: BTreeSet<_> = pack.forms.iter().map(|f| f.id.as_str()).collect();
    let scripts: BTreeSet<_> = pack.scripts.iter().map(|s| s.id.as_str()).collect();
    let mut seen = BTreeSet::new();
    for rule in &pack.rules {
        let at = rule.carried.at;
        let unknown = |what: &str, name: &str| {
            source.report(at, "unknown_name", &format!("规则 {}:没有这个{what}", rule.id), name)
        };
        if !seen.insert(rule.id.as_str()) {
            source.report(at, "bad_value", "规则的代号不能重复", &rule.id);
        }
        if let Some(form) = rule.form.as_deref().filter(|f| !forms.contains(f)) {
            unknown("表单", form);
        }
        if let Some(script) = rule.script.as_deref().filter(|s| !scripts.contains(s)) {
            unknown("话术", script);
        }
        check_matter(rule, &unknown);
    }
    let named = pack.targets.iter().map(|t| (&t.rules, t.carried.at));
    let named = named.chain(pack.excepts.iter().map(|e| (&e.rules, e.carried.at)));
    for (rules, at) in named.chain(pack.loops.iter().map(|l| (&l.rules, l.carried.at))) {
        for rule in rules.iter().filter(|r| pack.rule(r).is_none()) {
            source.report(at, "unknown_name", "没有这条规则", rule);
        }
    }
    for param in pack.params.iter().filter(|p| !source.used_params().contains(&p.name)) {
        source.report(param.carried.at, "unused", "这个参数没有用到;删去它,或在规则里写 $参数名", &param.name);
    }
}

fn check_matter(rule: &Rule, unknown: &dyn Fn(&str, &str)) {
    let vocabulary = Vocabulary::shipped();
    let Some(anchor) = rule.kind.anchor() else { return };
    let Some(kind) = vocabulary.matters.get(&anchor.matter) else {
        unknown("事项种类", &anchor.matter);
        return;
    };
    let done_by = match &rule.kind {
        RuleKind::After(after) => after.done_by.as_deref(),
        _ => None,
    };
    let named = anchor.milestones.iter().chain(&rule.until).chain(&rule.until_known).map(String::as_str);
    let named = named.chain(done_by).chain(rule.wanted.milestones()).chain(rule.unless.milestones());
    for milestone in named.filter(|m| !kind.milestones.contains_key(*m)) {
        unknown("节点", milestone);
    }
}
