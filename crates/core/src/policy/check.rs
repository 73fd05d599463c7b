//! Proof that a pack carries its policy: every enforceable clause, by a part that can carry that kind of clause.

use super::part::How;
use super::{PackProblem, PolicyPack, RuleKind};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

/// A clause of a policy as `packs/clauses.jsonl` lists it.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Clause {
    /// Id: `002-12-03`.
    pub id: String,
    /// Kind: `trigger_schedule`, `coverage_target`, `form_field` …
    pub kind: String,
    /// Whether something can be done about it at all.
    pub enforceable: bool,
    /// Its numbers and names.
    #[serde(default)]
    pub params: Value,
}

impl Clause {
    /// Whether it is a clause about time, rate or count that gives a number: such a clause must run.
    pub fn is_timed_with_numbers(&self) -> bool {
        const TIMED: [&str; 8] = [
            "trigger_schedule",
            "sequence",
            "periodic",
            "quota",
            "calendar",
            "appointment",
            "coverage_target",
            "sampling",
        ];
        TIMED.contains(&self.kind.as_str()) && has_number(&self.params)
    }

    /// Names of the parts that may run a clause of this kind; empty: any part.
    fn runs_by(&self) -> &'static [&'static str] {
        match self.kind.as_str() {
            "trigger_schedule" | "sequence" | "periodic" | "quota" | "calendar" | "appointment" => {
                &["rule", "loop", "param"]
            }
            "coverage_target" => &["target", "sample"],
            "sampling" => &["sample", "target", "param", "rule"],
            "assignment" => &["rule", "except", "loop", "pack", "target", "param"],
            "channel" => &["rule", "loop", "form", "target", "param", "tries"],
            "form_field" | "evidence" | "content" | "survey" => &["form", "rule"],
            "script" => &["script"],
            "rectification" | "outcome_branch" | "escalation" | "complaint_sla" => {
                &["loop", "form", "rule", "param", "tries", "except", "target"]
            }
            "stop_condition" | "merge" => &["rule", "except", "param", "loop", "tries", "merge", "form"],
            "classification" => &["class", "rule", "except", "param", "target", "form"],
            "scoring" => &["score", "target", "rule"],
            "data_quality" => &["rule", "form", "target"],
            "report" | "review_signoff" | "statistic" => &["rule", "target", "form"],
            _ => &[],
        }
    }
}

fn has_number(value: &Value) -> bool {
    match value {
        Value::Number(_) => true,
        Value::Array(items) => items.iter().any(has_number),
        Value::Object(map) => {
            map.iter().any(|(key, v)| !["step", "visit_no", "ambiguous"].contains(&key.as_str()) && has_number(v))
        }
        _ => false,
    }
}

/// A clause with what carries it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CheckedClause {
    /// Clause id.
    pub id: String,
    /// Clause kind.
    pub kind: String,
    /// The strongest way in which a part carries it; `None`: nothing does.
    pub how: Option<How>,
    /// The parts: `rule.complaint`.
    pub by: Vec<String>,
}

/// Clauses of one policy with what carries each.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ClauseCarried {
    /// Policy id.
    pub id: String,
    /// Enforceable clauses.
    pub clauses: Vec<CheckedClause>,
    /// Ids of enforceable clauses that nothing carries.
    pub missing: Vec<String>,
}

/// What carries each enforceable clause of the pack's policy. `clauses` may hold those of other policies too.
pub fn coverage(pack: &PolicyPack, clauses: &[Clause]) -> ClauseCarried {
    let mut carried: BTreeMap<&str, Vec<(How, String)>> = BTreeMap::new();
    for (part, list) in pack.carriers() {
        for (id, how) in &list.clauses {
            carried.entry(id).or_default().push((*how, part.clone()));
        }
    }
    let own = clauses.iter().filter(|c| c.enforceable && policy_of(&c.id) == pack.id);
    let clauses: Vec<_> = own
        .map(|clause| {
            let by = carried.get(clause.id.as_str()).cloned().unwrap_or_default();
            let how = by.iter().map(|(how, _)| *how).min();
            let mut by: Vec<_> = by.into_iter().map(|(_, part)| part).collect();
            by.sort();
            by.dedup();
            CheckedClause { id: clause.id.clone(), kind: clause.kind.clone(), how, by }
        })
        .collect();
    let missing = clauses.iter().filter(|c| c.how.is_none()).map(|c| c.id.clone()).collect();
    ClauseCarried { id: pack.id.clone(), clauses, missing }
}

fn policy_of(clause: &str) -> &str {
    clause.rsplit_once('-').map_or(clause, |(policy, _)| policy)
}

/// Problems of carrying: unknown clause ids, parts of the wrong kind and, in a complete pack, clauses that nothing carries
/// and timed clauses with numbers that do not run.
pub fn check(pack: &PolicyPack, text: &str, clauses: &[Clause]) -> Vec<PackProblem> {
    let by_id: BTreeMap<&str, &Clause> = clauses.iter().map(|c| (c.id.as_str(), c)).collect();
    let mut problems = Vec::new();
    for (part, list) in pack.carriers() {
        let problem = |expected: String, found: &str| super::node::problem(text, list.at, "clause", &expected, found);
        for (id, how) in &list.clauses {
            let Some(clause) = by_id.get(id.as_str()) else {
                problems.push(problem("没有这个条款号".to_owned(), id));
                continue;
            };
            let allowed = clause.runs_by();
            let kind = part.split('.').next().unwrap_or_default();
            let draws = allowed.contains(&"sample") && is_sample(pack, &part);
            let fits = draws || allowed.is_empty() || allowed.contains(&kind);
            if *how == How::Runs && (is_display(kind) || !fits) {
                let expected = format!("{} 类条款不能由 {kind} 来执行;请改写 asks 或 shows,或换一个部分", clause.kind);
                problems.push(problem(expected, id));
            }
        }
    }
    if pack.complete {
        problems.extend(incomplete(pack, clauses));
    }
    problems.sort();
    problems.dedup();
    problems
}

/// Parts that no code carries out cannot run a clause.
fn is_display(part: &str) -> bool {
    const SHOWN: [&str; 9] = ["matter", "hours", "retention", "access", "note", "duty", "report", "review", "survey"];
    SHOWN.contains(&part)
}

fn is_sample(pack: &PolicyPack, part: &str) -> bool {
    let rule = part.strip_prefix("rule.").and_then(|id| pack.rule(id));
    rule.is_some_and(|rule| matches!(rule.kind, RuleKind::Sample(_)))
}

fn incomplete(pack: &PolicyPack, clauses: &[Clause]) -> Vec<PackProblem> {
    let at_top = |expected: &str, found: &str| PackProblem {
        line: 1,
        column: 1,
        code: "clause",
        expected: expected.to_owned(),
        found: found.to_owned(),
    };
    let report = coverage(pack, clauses);
    let mut problems: Vec<_> = report.missing.iter().map(|id| at_top("这条可执行条款没有任何部分承担", id)).collect();
    for clause in clauses.iter().filter(|c| policy_of(&c.id) == pack.id && c.is_timed_with_numbers()) {
        let how = report.clauses.iter().find(|c| c.id == clause.id).and_then(|c| c.how);
        if matches!(how, Some(How::Asks | How::Shows)) {
            problems.push(at_top("有数字的时限条款必须由程序执行(clauses = …)", &clause.id));
        }
    }
    problems
}
