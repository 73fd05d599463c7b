//! A pack in plain Chinese, as the notice on the wall would read.

use super::part::How;
use super::rule::{Assign, EachOf, FestivalDay, Population, QuotaOf, StepTiming};
use super::{Carried, Condition, ExceptAct, PolicyPack, Rule, RuleKind, Test, Vocabulary};
use crate::calendar::Span;
use crate::domain::FieldValue;

/// A line of a pack's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackLine {
    /// `title`, `heading`, `text`, `silent`.
    pub kind: &'static str,
    /// The words.
    pub text: String,
    /// Clauses that the line carries, with how.
    pub clauses: Vec<(String, How)>,
}

/// The whole pack, line by line.
pub fn pack_lines(pack: &PolicyPack) -> Vec<PackLine> {
    let mut lines = vec![line("title", format!("{} {}", pack.id, pack.title), &pack.carried)];
    section(&mut lines, "谁,多久之内,由谁去", pack.rules.iter().map(|r| (rule_words(r), &r.carried)));
    section(&mut lines, "例外", pack.excepts.iter().map(|e| (except_text(e), &e.carried)));
    section(&mut lines, "要达到多少", pack.targets.iter().map(|t| (target_text(t), &t.carried)));
    section(&mut lines, "记录什么", pack.forms.iter().map(|f| (form_text(f), &f.carried)));
    section(&mut lines, "怎么说", pack.scripts.iter().map(|s| (s.text.clone(), &s.carried)));
    section(&mut lines, "例行事务", pack.duties.iter().map(|d| (d.title.clone(), &d.carried)));
    let others = pack.others.iter().map(|o| {
        let text = if o.text.is_empty() { o.title.clone() } else { format!("{}({})", o.title, o.text) };
        (text, &o.carried)
    });
    section(&mut lines, "其他规定", others);
    let silent = pack.params.iter().filter(|p| p.silent);
    section(
        &mut lines,
        "制度没有写明,由本单位定",
        silent.map(|p| (format!("{}:{}", p.label, value_words(&p.default)), &p.carried)),
    );
    for l in lines.iter_mut().rev().take_while(|l| l.kind == "text") {
        if pack.params.iter().any(|p| p.silent) {
            l.kind = "silent";
        }
    }
    lines
}

fn section<'a>(lines: &mut Vec<PackLine>, heading: &str, items: impl Iterator<Item = (String, &'a Carried)>) {
    let items: Vec<_> = items.collect();
    if !items.is_empty() {
        lines.push(line("heading", heading.to_owned(), &Carried::default()));
        lines.extend(items.into_iter().map(|(text, carried)| line("text", text, carried)));
    }
}

/// A parameter's value as a person says it: lengths of time and codes of the vocabulary by their names.
fn value_words(value: &FieldValue) -> String {
    let vocabulary = Vocabulary::shipped();
    let word = |text: &str| match Span::parse(text) {
        Ok(span) if span.n == 0 => "当日".to_owned(),
        Ok(span) => span.chinese(),
        Err(_) => vocabulary.name("role", vocabulary.name("channel", text)).to_owned(),
    };
    match value {
        FieldValue::List(items) => items.iter().map(|item| word(item)).collect::<Vec<_>>().join("、"),
        other => word(&other.text()),
    }
}

fn line(kind: &'static str, text: String, carried: &Carried) -> PackLine {
    PackLine { kind, text, clauses: carried.clauses.clone() }
}

/// A rule as one sentence.
pub fn rule_words(rule: &Rule) -> String {
    let mut text = format!("{}:{}", rule.title, kind_text(rule));
    if rule.wanted != Condition::always() && !is_of_loop(&rule.wanted) {
        text += &format!(";只对{}", condition_words(&rule.wanted));
    }
    if rule.unless != Condition::never() {
        text += &format!(";{}的除外", condition_words(&rule.unless));
    }
    if let Some(ends) = ends_text(rule) {
        text += &format!(";{ends}后不再{}", rule.verb);
    }
    if !rule.channels.is_empty() {
        let names: Vec<_> = rule.channels.iter().map(|c| Vocabulary::shipped().name("channel", c.code())).collect();
        let order = if names.len() > 1 { "依次" } else { "" };
        text += &format!(";方式{order}为{}", names.join("、"));
    }
    text + &format!(";由{}", assign_text(&rule.assign)) + "。"
}

/// The milestones after which nothing more is asked for.
fn ends_text(rule: &Rule) -> Option<String> {
    let anchor = rule.kind.anchor()?;
    let codes = rule.until.iter().chain(&rule.until_known);
    let names: Vec<_> = codes.map(|m| Vocabulary::shipped().milestone(&anchor.matter, m)).collect();
    (!names.is_empty()).then(|| names.join("、"))
}

/// A loop's own rules tell only of its own problems: nobody need be told.
fn is_of_loop(condition: &Condition) -> bool {
    matches!(condition, Condition::Field { name, .. } if name == "loop")
}

fn kind_text(rule: &Rule) -> String {
    match &rule.kind {
        RuleKind::After(k) => {
            let base = anchor_text(rule);
            let latest = k.latest.map(|l| format!(",最迟不超过 {}", l.chinese())).unwrap_or_default();
            let lapse = k.lapse.map(|l| format!(",过期 {}后不再补", l.chinese())).unwrap_or_default();
            format!("{base}{}{}{latest}{lapse}", timing_text(k.timing), rule.verb)
        }
        RuleKind::Series(k) => {
            let steps: Vec<_> = k.steps.iter().map(|s| timing_text(s.timing)).collect();
            let phases: Vec<_> = k.phases.iter().map(|p| phase_text(*p)).collect();
            let repeat = k.repeat.as_ref().map(repeat_text).unwrap_or_default();
            format!(
                "{base}{}各{verb}一次{repeat}",
                [steps, phases].concat().join("、"),
                base = anchor_text(rule),
                verb = rule.verb
            )
        }
        RuleKind::Before(k) => {
            let part = k.day_part.clone().unwrap_or_default();
            let base = k.anchor.milestones.iter().map(|m| Vocabulary::shipped().milestone(&k.anchor.matter, m));
            format!("{}前 {}{part}{}", base.collect::<Vec<_>>().join("、"), k.lead.chinese(), rule.verb)
        }
        RuleKind::Quota(k) => {
            let whose = match k.of {
                QuotaOf::Client => population_text(&k.population) + "每" + k.per.chinese(),
                QuotaOf::Staff => format!("每人每{}", k.per.chinese()),
                QuotaOf::Office => format!("全单位每{}", k.per.chinese()),
            };
            let most = k.most.map(|most| format!(" 至 {most}")).unwrap_or_default();
            format!("{whose}至少{} {}{most} 次", rule.verb, k.need)
        }
        RuleKind::OnDate(k) => {
            let days: Vec<_> = k.days.iter().map(|d| day_words(*d)).collect();
            let lead = k.lead.map(|l| format!("前 {} 起", l.chinese())).unwrap_or_default();
            format!("{}{lead}对{}{}", days.join("、"), population_text(&k.population), rule.verb)
        }
    }
}

fn anchor_text(rule: &Rule) -> String {
    let Some(anchor) = rule.kind.anchor() else { return String::new() };
    let vocabulary = Vocabulary::shipped();
    let names: Vec<_> = anchor.milestones.iter().map(|m| vocabulary.milestone(&anchor.matter, m)).collect();
    let joined = match anchor.of {
        EachOf::Each => names.join("或"),
        EachOf::All => format!("{}都齐备", names.join("、")),
    };
    let matter = vocabulary.matter(&anchor.matter);
    match (anchor.from_known, joined.strip_prefix(matter)) {
        (true, _) => format!("{matter}有了「{joined}」后"),
        (false, Some(rest)) => format!("{matter}{rest}后"),
        (false, None) => format!("{matter}{joined}后"),
    }
}

fn repeat_text(repeat: &super::Repeat) -> String {
    let whose = if repeat.per_client { "同一客户合并为" } else { "" };
    let times = repeat.times.map(|times| format!(",最多 {times} 次")).unwrap_or_default();
    let over = repeat.over.map(|over| format!(",{}为限", over.chinese())).unwrap_or_default();
    format!(",之后{whose}每 {} 一次{times}{over}", repeat.every.chinese())
}

fn timing_text(timing: StepTiming) -> String {
    match timing {
        StepTiming::Within(span) if span.n == 0 => "当日".to_owned(),
        StepTiming::Within(span) => format!(" {}内", span.chinese()),
        StepTiming::At { after, grace } => format!("满 {}({}内)", after.chinese(), grace.chinese()),
    }
}

fn phase_text(phase: super::Phase) -> String {
    match phase.upto {
        Some(upto) => format!("{}以内每 {}", upto.chinese(), phase.every.chinese()),
        None => format!("此后每 {}", phase.every.chinese()),
    }
}

/// The name of a day of the year.
pub fn day_words(day: FestivalDay) -> String {
    match day {
        FestivalDay::Festival(festival) => festival.chinese().to_owned(),
        FestivalDay::MonthDay(month, day) => format!("{month}月{day}日"),
    }
}

fn population_text(population: &Population) -> String {
    match (&population.classes[..], &population.matter) {
        ([], None) => "全部客户".to_owned(),
        ([], Some(kind)) => format!("有{}的客户", Vocabulary::shipped().matter(kind)),
        (classes, _) => format!("{}客户", classes.join("、")),
    }
}

fn assign_text(assign: &Assign) -> String {
    let vocabulary = Vocabulary::shipped();
    match assign {
        Assign::Role(role) => role.clone(),
        Assign::Severity(by) => {
            let codes = ["normal", "important", "major"].into_iter().filter_map(|code| Some((code, by.get(code)?)));
            let by: Vec<_> =
                codes.map(|(code, role)| format!("{role}({}的)", vocabulary.name("severity", code))).collect();
            by.join("、")
        }
        Assign::ClientOwner(role) => format!("负责该客户的{role}"),
        Assign::Handler(role) => format!("经办人({role})"),
        Assign::Area(role) => format!("责任区的{role}"),
    }
}

/// A condition as words that can stand before 的除外.
pub fn condition_words(condition: &Condition) -> String {
    let vocabulary = Vocabulary::shipped();
    let join = |parts: &[Condition], word: &str| parts.iter().map(condition_words).collect::<Vec<_>>().join(word);
    match condition {
        Condition::Any(parts) if parts.is_empty() => "本单位未启用".to_owned(),
        Condition::All(parts) => join(parts, "且"),
        Condition::Any(parts) => join(parts, "或"),
        Condition::Not(inner) => format!("非「{}」", condition_words(inner)),
        Condition::Field { name, test } => test_text(vocabulary.name("field", name), test),
        Condition::Severity(codes) => {
            codes.iter().map(|c| vocabulary.name("severity", c)).collect::<Vec<_>>().join("、")
        }
        Condition::Happened(code) => {
            let name = vocabulary.matters.values().find_map(|k| k.milestones.get(code));
            format!("已{}", name.map_or(code.as_str(), String::as_str))
        }
        Condition::Class(class) => format!("{class}类"),
        Condition::AgeAtLeast(age) => format!("满 {age} 岁"),
        Condition::Matters { kind, within, at_least } => {
            let span = within.map_or("本期".to_owned(), |w| format!("{}内", w.chinese()));
            format!("{span}有{} {at_least} 次以上", vocabulary.matter(kind))
        }
    }
}

fn test_text(label: &str, test: &Test) -> String {
    match test {
        Test::Truthy => label.to_owned(),
        Test::In(texts) => format!("{label}为{}", texts.join("、")),
        Test::Contains(texts) => format!("{label}含{}", texts.join("、")),
        Test::AtLeast(n) => format!("{label}不少于 {n}"),
        Test::AtMost(n) => format!("{label}不多于 {n}"),
        Test::Absent => format!("没有{label}"),
    }
}

fn except_text(except: &super::Except) -> String {
    match &except.act {
        ExceptAct::Suppress => format!("{}:不回访({})。", except.title, condition_words(&except.when)),
        ExceptAct::HandTo(role) => {
            format!("{}:由{role}统一安排,时限不变({})。", except.title, condition_words(&except.when))
        }
    }
}

fn target_text(target: &super::Target) -> String {
    let soft = if target.soft { "(原则上)" } else { "" };
    format!("{}{soft}不低于 {}%。", target.title, target.at_least)
}

fn form_text(form: &super::Form) -> String {
    let fields: Vec<_> = form.fields.iter().map(|f| f.label.as_str()).collect();
    format!("《{}》:{}。", form.title, fields.join("、"))
}
