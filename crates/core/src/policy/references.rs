//! Names that parts of a pack use for one another and for the vocabulary must exist.

use super::pack::PolicyPack;
use super::reader::Source;
use super::score::check_scores;
use super::{Anchor, Rule, RuleKind, Vocabulary, WaitsFor};
use std::collections::BTreeSet;

pub(super) fn check_references(source: &Source<'_>, pack: &PolicyPack) {
    check_rules(source, pack);
    check_named_rules(source, pack);
    let titles: Vec<_> = pack.targets.iter().map(|t| t.title.as_str()).collect();
    check_scores(source, &pack.scores, &titles);
    for param in pack.params.iter().filter(|p| !source.used_params().contains(&p.name) && p.carried.clauses.is_empty())
    {
        source.report(param.carried.at, "unused", "这个参数没有用到;删去它,或在规则里写 $参数名", &param.name);
    }
}

fn check_rules(source: &Source<'_>, pack: &PolicyPack) {
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
        check_waits(rule, &unknown);
    }
}

fn check_named_rules(source: &Source<'_>, pack: &PolicyPack) {
    let named = pack.targets.iter().map(|t| (&t.rules[..], t.carried.at));
    let named = named.chain(pack.excepts.iter().map(|e| (&e.rules[..], e.carried.at)));
    let named = named.chain(pack.tries.iter().map(|t| (&t.rules[..], t.carried.at)));
    let named = named.chain(pack.rules.iter().map(|r| (r.kind.rules(), r.carried.at)));
    for (rules, at) in named.chain(pack.loops.iter().map(|l| (&l.rules[..], l.carried.at))) {
        for rule in rules.iter().filter(|r| pack.rule(r).is_none()) {
            source.report(at, "unknown_name", "没有这条规则", rule);
        }
    }
    for merge in pack.merges.iter().filter(|m| !Vocabulary::shipped().matters.contains_key(&m.matter)) {
        source.report(merge.carried.at, "unknown_name", "没有这个事项种类", &merge.matter);
    }
}

fn check_matter(rule: &Rule, unknown: &dyn Fn(&str, &str)) {
    let vocabulary = Vocabulary::shipped();
    let Some(anchor) = rule.kind.anchor().filter(|a| !a.matter.is_empty()) else { return };
    let Some(kind) = vocabulary.matters.get(&anchor.matter) else {
        unknown("事项种类", &anchor.matter);
        return;
    };
    let named = anchor.named().chain(rule.until.iter().chain(&rule.until_known).map(String::as_str));
    let named = named.chain(own_milestone(rule)).chain(rule.wanted.milestones()).chain(rule.unless.milestones());
    for milestone in named.filter(|m| !kind.milestones.contains_key(*m)) {
        unknown("节点", milestone);
    }
}

/// The milestone that a kind names besides its anchor.
fn own_milestone(rule: &Rule) -> Option<&str> {
    match &rule.kind {
        RuleKind::After(after) => after.done_by.as_deref(),
        RuleKind::Planned(planned) => planned.approved.as_deref(),
        _ => None,
    }
}

fn check_waits(rule: &Rule, unknown: &dyn Fn(&str, &str)) {
    let named = |w: &&WaitsFor| !w.matter.is_empty() && !w.milestone.is_empty();
    let Some(waits) = rule.waits_for.as_ref().filter(named) else { return };
    let anchor = Anchor::each(&waits.matter, &waits.milestone);
    match Vocabulary::shipped().matters.get(&anchor.matter) {
        None => unknown("事项种类", &waits.matter),
        Some(kind) if !kind.milestones.contains_key(&waits.milestone) => unknown("节点", &waits.milestone),
        Some(_) => {}
    }
}
