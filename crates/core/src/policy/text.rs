//! A pack in plain Chinese, as the notice on the wall would read.

use super::part::How;
use super::{
    Bound, Carried, Case, ExceptAct, Measure, Param, PolicyPack, Reckoning, Rule, RuleKind, Score, Vocabulary, Worth,
    condition_words, rule_words,
};
use crate::calendar::{PeriodKind, Span};
use crate::domain::FieldValue;

/// A line of a pack's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackLine {
    /// `title`, `heading`, `text`, `silent`.
    pub kind: &'static str,
    /// The part that it says in words, as `PolicyPack::carriers` names it: `rule.complaint`; empty for headings.
    pub part: String,
    /// The words.
    pub text: String,
    /// Clauses that the line carries, with how.
    pub clauses: Vec<(String, How)>,
}

/// The whole pack, line by line.
pub fn pack_lines(pack: &PolicyPack) -> Vec<PackLine> {
    let mut lines = vec![line("title", format!("{} {}", pack.id, pack.title), &pack.carried)];
    section(
        &mut lines,
        "谁,多久之内,由谁去",
        pack.rules.iter().map(|r| (format!("rule.{}", r.id), rule_words(&labelled(pack, r)), &r.carried)),
    );
    section(&mut lines, "例外", pack.excepts.iter().map(|e| (format!("except.{}", e.id), except_text(e), &e.carried)));
    section(
        &mut lines,
        "要达到多少",
        pack.targets.iter().map(|t| (format!("target.{}", t.title), target_text(t), &t.carried)),
    );
    section(&mut lines, "记录什么", pack.forms.iter().map(|f| (format!("form.{}", f.id), form_text(f), &f.carried)));
    section(
        &mut lines,
        "怎么说",
        pack.scripts.iter().map(|s| (format!("script.{}", s.id), s.text.clone(), &s.carried)),
    );
    section(
        &mut lines,
        "客户类别",
        pack.classes.iter().map(|c| (format!("class.{}", c.id), class_text(c), &c.carried)),
    );
    section(
        &mut lines,
        "几件当一件",
        pack.merges.iter().map(|m| (format!("merge.{}", m.id), m.title.clone() + "。", &m.carried)),
    );
    section(
        &mut lines,
        "没联系上怎么办",
        pack.tries.iter().map(|t| (format!("tries.{}", t.id), tries_text(t), &t.carried)),
    );
    section(
        &mut lines,
        "可以联系的时段",
        pack.hours.iter().map(|h| (format!("hours.{}", h.title), hours_text(h), &h.carried)),
    );
    section(&mut lines, "考核", pack.scores.iter().map(|s| (format!("score.{}", s.id), score_text(s), &s.carried)));
    let others = pack.others.iter().map(|o| {
        let text = if o.text.is_empty() { o.title.clone() } else { format!("{}({})", o.title, o.text) };
        (format!("{}.{}", o.part, o.title), text, &o.carried)
    });
    section(&mut lines, "其他规定", others);
    let words = |p: &Param| format!("{}:{}", p.label, value_words(&p.default));
    let known = lines.len();
    let must = pack.params.iter().filter(|p| p.must);
    section(&mut lines, "原文空白,不填不能启用", must.map(|p| (format!("param.{}", p.name), words(p), &p.carried)));
    let silent = pack.params.iter().filter(|p| p.silent && !p.must);
    section(&mut lines, "制度没有写明,由本单位定", silent.map(|p| (format!("param.{}", p.name), words(p), &p.carried)));
    for line in lines.iter_mut().skip(known).filter(|l| l.kind == "text") {
        line.kind = "silent";
    }
    lines
}

/// The rule with the labels of the forms' fields for their codes, where it asks for answers.
fn labelled(pack: &PolicyPack, rule: &Rule) -> Rule {
    let mut rule = rule.clone();
    if let RuleKind::FollowOn(kind) = &mut rule.kind {
        kind.answer.rename_fields(&|code| {
            let field = pack.forms.iter().flat_map(|f| &f.fields).find(|f| f.id == code);
            field.map(|f| f.label.clone())
        });
    }
    rule
}

fn section<'a>(lines: &mut Vec<PackLine>, heading: &str, items: impl Iterator<Item = (String, String, &'a Carried)>) {
    let items: Vec<_> = items.collect();
    if !items.is_empty() {
        lines.push(line("heading", heading.to_owned(), &Carried::default()));
        lines.extend(items.into_iter().map(|(part, text, carried)| PackLine { part, ..line("text", text, carried) }));
    }
}

/// A parameter's value as a person says it: lengths of time and codes of the vocabulary by their names.
fn value_words(value: &FieldValue) -> String {
    let word = |text: &str| match Span::parse(text) {
        Ok(span) if span.n == 0 => "当日".to_owned(),
        Ok(span) => span.chinese(),
        Err(_) => code_words(text),
    };
    match value {
        FieldValue::List(items) => items.iter().map(|item| word(item)).collect::<Vec<_>>().join("、"),
        other => word(&other.text()),
    }
}

/// What a code of the language or of the vocabulary is called; other text stays as it is.
fn code_words(text: &str) -> String {
    if let Some(period) = PeriodKind::parse(text) {
        return format!("每{}", period.chinese());
    }
    match text {
        "true" | "是" => "是".to_owned(),
        "false" | "否" => "否".to_owned(),
        "office" => "全单位".to_owned(),
        "staff" => "每人".to_owned(),
        "client" | "clients" => "客户".to_owned(),
        "anchor" => "从头算起".to_owned(),
        "previous_due" => "从上一次的最迟日算起".to_owned(),
        "previous_done" => "从上一次做完算起".to_owned(),
        code => Vocabulary::shipped().any_name(code).unwrap_or(code).to_owned(),
    }
}

fn line(kind: &'static str, text: String, carried: &Carried) -> PackLine {
    PackLine { kind, part: String::new(), text, clauses: carried.clauses.clone() }
}

fn except_text(except: &super::Except) -> String {
    match &except.act {
        ExceptAct::Suppress => format!("{}:不回访({})。", except.title, condition_words(&except.when)),
        ExceptAct::Forbid => format!("{}:不得联系({})。", except.title, condition_words(&except.when)),
        ExceptAct::HandTo(role) => {
            format!("{}:由{role}统一安排,时限不变({})。", except.title, condition_words(&except.when))
        }
    }
}

fn target_text(target: &super::Target) -> String {
    let soft = if target.soft { "(原则上)" } else { "" };
    let each = match target.each.as_deref() {
        Some("department") => "各部门",
        Some(_) => "各人",
        None => "",
    };
    let vocabulary = Vocabulary::shipped();
    let channel = target.channel.map(|c| format!("({})", vocabulary.name("channel", c.code()))).unwrap_or_default();
    let by = target.by_role.as_ref().map(|role| format!("({role}做的)")).unwrap_or_default();
    let what = match &target.measure {
        Measure::OnTime => "按时的",
        _ => "",
    };
    let bound = match target.bound {
        Bound::AtLeast(percent) => format!("不低于 {percent}%"),
        Bound::AtMost(percent) => format!("不超过 {percent}%"),
    };
    format!("{each}{}{channel}{by}{soft}{what}{bound}。", target.title)
}

fn class_text(class: &super::ClassPart) -> String {
    match &class.when {
        Some(when) => format!("{}:{}({})。", class.id, class.title, condition_words(when)),
        None => format!("{}:{}(手工定)。", class.id, class.title),
    }
}

fn tries_text(tries: &super::Tries) -> String {
    let vocabulary = Vocabulary::shipped();
    let then: Vec<_> = tries.then.iter().map(|c| vocabulary.name("channel", c.code())).collect();
    let then = if then.is_empty() { String::new() } else { format!(",再换{}", then.join("、")) };
    let lost = match (tries.lost, &tries.approve) {
        (true, Some(role)) => format!(",都不成的经{role}同意可列失访"),
        (true, None) => ",都不成的可列失访".to_owned(),
        (false, _) => String::new(),
    };
    format!("没联系上的隔 {}再试,最多 {} 次{then}{lost}。", tries.again.chinese(), tries.most)
}

fn hours_text(hours: &super::Hours) -> String {
    let windows = hours.windows.iter().map(|(from, to)| format!("{} 至 {}", from.format("%H:%M"), to.format("%H:%M")));
    let windows: Vec<_> = windows.collect();
    if windows.is_empty() { hours.title.clone() } else { format!("{}:{}", hours.title, windows.join("、")) }
}

fn score_text(score: &Score) -> String {
    let how = match &score.reckoning {
        Reckoning::Shortfall { target, worth: Worth::Points(points), .. } => {
            format!("{target}每少 1 个百分点 {points} 分")
        }
        Reckoning::Shortfall { target, worth: Worth::Share { of, factor }, .. } => {
            format!("{target}每少 1 个百分点扣{of}的 {factor}%")
        }
        Reckoning::Cases { case, points } => format!("{} {points} 分", case_text(case)),
    };
    let minus = match &score.reckoning {
        Reckoning::Shortfall { rate_minus: Some(minus), .. } => {
            format!(",{}每 1 例按少 {}% 计", Vocabulary::shipped().name("field", &minus.field), minus.percent)
        }
        _ => String::new(),
    };
    format!("{}:{how}{minus}。", score.title)
}

fn case_text(case: &Case) -> String {
    match case {
        Case::Reached => "每访到 1 人次".to_owned(),
        Case::Dissatisfied => "每 1 人次不满意".to_owned(),
        Case::Missed => "每漏访 1 件".to_owned(),
        Case::Late => "每逾期 1 件".to_owned(),
        Case::Answer(field) => format!("每 1 例{}", Vocabulary::shipped().name("field", field)),
    }
}

fn form_text(form: &super::Form) -> String {
    let fields: Vec<_> = form.fields.iter().map(|f| f.label.as_str()).collect();
    format!("《{}》:{}。", form.title, fields.join("、"))
}
