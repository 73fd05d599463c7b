//! Rules in plain Chinese: one sentence each.

use super::condition_text::words_over;
use super::{
    Assign, Condition, DataCheck, DutyDay, EachOf, FestivalDay, FollowOnBase, Frame, Population, QuotaOf, Rule,
    RuleKind, StepTiming, Take, Timing, Vocabulary, condition_words,
};
use crate::domain::Outcome;

/// A rule as one sentence.
pub fn rule_words(rule: &Rule) -> String {
    let mut text = format!("{}:{}", rule.title, kind_text(rule));
    let ever = if matches!(rule.kind, RuleKind::Quota(_) | RuleKind::Sample(_)) { "本期" } else { "曾" };
    if rule.wanted != Condition::always() && !is_of_loop(&rule.wanted) {
        text += &format!(";只对{}", words_over(&rule.wanted, ever));
    }
    if rule.unless != Condition::never() {
        text += &format!(";{}的除外", words_over(&rule.unless, ever));
    }
    if let Some(ends) = ends_text(rule) {
        text += &format!(";{ends}后不再{}", rule.verb);
    }
    if !rule.channels.is_empty() {
        let names: Vec<_> = rule.channels.iter().map(|c| Vocabulary::shipped().name("channel", c.code())).collect();
        let order = if names.len() > 1 { "依次" } else { "" };
        text += &format!(";方式{order}为{}", names.join("、"));
    }
    if let Some(waits) = &rule.waits_for {
        let vocabulary = Vocabulary::shipped();
        let until = vocabulary.milestone(&waits.matter, &waits.milestone);
        text += &format!(";等{}{until}之后再{}", vocabulary.matter(&waits.matter), rule.verb);
    }
    if rule.shift {
        text += ";逢休息日顺延";
    }
    if !rule.text.is_empty() {
        text += &format!("({})", rule.text);
    }
    text + &format!(";由{}", assign_text(&rule.assign)) + "。"
}

/// The milestones after which nothing more is asked for.
fn ends_text(rule: &Rule) -> Option<String> {
    let anchor = rule.kind.anchor()?;
    // What a step is done by ends it: that need not be said twice.
    let done_by = match &rule.kind {
        RuleKind::After(after) => after.done_by.as_ref(),
        _ => None,
    };
    let codes = rule.until.iter().chain(&rule.until_known).filter(|m| Some(*m) != done_by);
    let names: Vec<_> = codes.map(|m| Vocabulary::shipped().milestone(&anchor.matter, m)).collect();
    (!names.is_empty()).then(|| names.join("、"))
}

/// A loop's own rules tell only of its own problems: nobody need be told.
fn is_of_loop(condition: &Condition) -> bool {
    matches!(condition, Condition::Field { name, .. } if name == "loop")
}

fn kind_text(rule: &Rule) -> String {
    let verb = &rule.verb;
    match &rule.kind {
        RuleKind::After(k) => after_text(rule, k),
        RuleKind::Series(k) => series_text(rule, k),
        RuleKind::Before(k) => before_text(rule, k),
        RuleKind::Quota(k) => {
            let most = k.most.map(|most| format!(" 至 {most}")).unwrap_or_default();
            format!("{}至少{verb} {}{most} 次", whose_text(k), k.need)
        }
        RuleKind::OnDate(k) => {
            let days: Vec<_> = k.days.iter().map(|d| day_words(*d)).collect();
            let lead = k.lead.map(|l| format!("前 {} 起", l.chinese())).unwrap_or_default();
            format!("{}{lead}对{}{verb}", days.join("、"), population_text(&k.population))
        }
        RuleKind::Sample(k) => format!("{},逐个{verb}", sample_text(k)),
        RuleKind::Silence(k) => {
            let again = k.every.map(|every| format!(",仍没有的每 {} 再来", every.chinese())).unwrap_or_default();
            format!("超过 {}没有{}的,{} 内{verb}{again}", k.over.chinese(), happened_text(&k.anchor), k.grace.chinese())
        }
        RuleKind::FollowOn(k) => follow_on_text(rule, k),
        RuleKind::Planned(k) => {
            let lead = if k.lead.n > 0 { format!("(可提前 {})", k.lead.chinese()) } else { String::new() };
            format!("按计划的日子{lead}{verb}")
        }
        RuleKind::Quality(k) => {
            format!("资料可疑({})的,{}{verb}", checks_text(&k.checks), timing_text(StepTiming::Within(k.within)).trim())
        }
        RuleKind::Duty(k) => duty_text(k),
    }
}

fn after_text(rule: &Rule, k: &super::After) -> String {
    let latest = k.latest.map(|l| format!(",最迟不超过 {}", l.chinese())).unwrap_or_default();
    let lapse = k.lapse.map(|l| format!(",过期 {}后不再补", l.chinese())).unwrap_or_default();
    let time = match k.timing {
        Timing::Counted(timing) => timing_text(timing),
        Timing::InNext(period) => format!("的下一{}内", period.chinese()),
    };
    let whom = k.anchor.audience.as_ref().map(|a| format!("对{}", population_text(a))).unwrap_or_default();
    format!("{}{time}{whom}{}{latest}{lapse}", anchor_text(rule), rule.verb)
}

fn series_text(rule: &Rule, k: &super::Series) -> String {
    let steps: Vec<_> = k.steps.iter().map(|s| timing_text(s.timing)).collect();
    let phases: Vec<_> = k.phases.iter().map(|p| phase_text(*p)).collect();
    let repeat = k.repeat.as_ref().map(repeat_text).unwrap_or_default();
    format!("{}{}各{}一次{repeat}", anchor_text(rule), [steps, phases].concat().join("、"), rule.verb)
}

fn before_text(rule: &Rule, k: &super::Before) -> String {
    let part = k.day_part.clone().unwrap_or_default();
    let base = match k.of_due {
        Some(_) => format!("{}的最迟日", happened_text(&k.anchor)),
        None => happened_text(&k.anchor),
    };
    format!("{base}前 {}{part}{}", k.lead.chinese(), rule.verb)
}

fn whose_text(k: &super::Quota) -> String {
    match k.of {
        QuotaOf::Client => population_text(&k.population) + "每" + k.per.chinese(),
        QuotaOf::Staff => format!("每人每{}", k.per.chinese()),
        QuotaOf::Office => format!("全单位每{}", k.per.chinese()),
    }
}

fn sample_text(k: &super::Sample) -> String {
    let vocabulary = Vocabulary::shipped();
    let take = match k.take {
        Take::Number(n) => match k.most {
            Some(most) => format!(" {n} 至 {most} 个"),
            None => format!(" {n} 个"),
        },
        Take::Percent(percent) => format!(" {percent}%"),
    };
    let stretch = k.frame_per.unwrap_or(k.per).chinese();
    let from = match &k.frame {
        Frame::Clients(population) => population_text(population),
        Frame::Matters(anchor) => {
            format!("本{stretch}{}的{}", happened_text(anchor), vocabulary.matter(&anchor.matter))
        }
        Frame::Done(_) => format!("本{stretch}已回访的"),
    };
    let from = if k.previous { from.replace('本', "上一") } else { from };
    let each = k.each.as_ref().map(|e| format!("按{}各", vocabulary.name("field", e))).unwrap_or_default();
    let strata = k.strata.as_ref().map(|s| format!("按{}分层", vocabulary.name("field", s))).unwrap_or_default();
    format!("每{}从{from}里{strata}{each}抽{take}", k.per.chinese())
}

fn follow_on_text(rule: &Rule, k: &super::FollowOn) -> String {
    let vocabulary = Vocabulary::shipped();
    let what = match (k.satisfied, k.outcome) {
        (Some(true), _) => "回访满意",
        (Some(false), _) => "回访不满意",
        (None, Outcome::Reached) => "回访",
        (None, other) => vocabulary.name("outcome", other.code()),
    };
    let answer = match &k.answer {
        Condition::All(parts) if parts.is_empty() => String::new(),
        answer => format!("({})", condition_words(answer)),
    };
    let from = match &k.base {
        FollowOnBase::Record => "后",
        FollowOnBase::AgainOn => "约好的日子起",
        FollowOnBase::Answer(_) => "所定的日子起",
    };
    format!("{what}{answer}{from}{}{}", timing_text(k.timing), rule.verb)
}

fn checks_text(checks: &[DataCheck]) -> String {
    let names = checks.iter().map(|check| match check {
        DataCheck::Name => "姓名",
        DataCheck::Phone => "电话",
        DataCheck::Sex => "性别",
        DataCheck::Born => "生日",
        DataCheck::Place => "地址",
        DataCheck::IdNumber => "证件号",
        DataCheck::IdMatch => "证件号与性别生日",
        DataCheck::Field(field) => Vocabulary::shipped().name("field", field),
    });
    names.collect::<Vec<_>>().join("、")
}

fn duty_text(k: &super::Duty) -> String {
    let who = if k.each_staff { "每人" } else { "" };
    let on = match k.on {
        None => String::new(),
        Some(DutyDay::Weekday(day)) => format!("{},", weekday_words(day)),
        Some(DutyDay::Day(day)) => format!("{day} 日前,"),
        Some(DutyDay::MonthDay(month, day)) => format!("{month} 月 {day} 日前,"),
    };
    let previous = if k.previous { "(办上一期的)" } else { "" };
    format!("{who}每{} {} 次,{on}{previous}", k.every.chinese(), k.times).trim_end_matches(',').to_owned()
}

fn weekday_words(day: chrono::Weekday) -> &'static str {
    ["周一", "周二", "周三", "周四", "周五", "周六", "周日"][day.num_days_from_monday() as usize]
}

/// `处理完毕`, `竣工、付清都齐备`, `验收或付清`.
fn happened_text(anchor: &super::Anchor) -> String {
    let vocabulary = Vocabulary::shipped();
    let name = |codes: &[String]| -> Vec<_> {
        codes.iter().map(|m| vocabulary.milestone(&anchor.matter, m).to_owned()).collect()
    };
    match (anchor.of, &anchor.and_any[..]) {
        (EachOf::Each, _) => name(&anchor.milestones).join("或"),
        (EachOf::Any, _) => format!("{}有其一", name(&anchor.milestones).join("、")),
        (EachOf::All, []) if anchor.milestones.len() == 1 => name(&anchor.milestones).join(""),
        (EachOf::All, []) => format!("{}都齐备", name(&anchor.milestones).join("、")),
        (EachOf::All, any) => {
            format!("{}且{}有其一", name(&anchor.milestones).join("、"), name(any).join("、"))
        }
    }
}

fn anchor_text(rule: &Rule) -> String {
    let Some(anchor) = rule.kind.anchor() else { return String::new() };
    let (matter, joined) = (Vocabulary::shipped().matter(&anchor.matter), happened_text(anchor));
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
        (classes, _) if classes.iter().any(|c| Vocabulary::shipped().is_code("class", c)) => {
            let words = classes.iter().filter(|c| !Vocabulary::shipped().is_code("class", c)).cloned().collect();
            population_text(&Population { classes: words, ..population.clone() })
        }
        (classes, _) if classes.iter().all(|c| c.ends_with("客户")) => classes.join("、"),
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
        Assign::Doer(role) => format!("做前一次的人({role})"),
        Assign::Area(role) => format!("责任区的{role}"),
    }
}
