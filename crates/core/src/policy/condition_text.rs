//! Conditions in plain Chinese.

use super::{Condition, RecordsOf, RecordsWhose, Test, Vocabulary};

/// A condition as words that can stand before 的除外.
pub fn condition_words(condition: &Condition) -> String {
    words_over(condition, "曾")
}

/// As `condition_words`; `ever` is said of a count without a stretch of time: in a quota it is the period.
pub(super) fn words_over(condition: &Condition, ever: &str) -> String {
    let vocabulary = Vocabulary::shipped();
    let join =
        |parts: &[Condition], word: &str| parts.iter().map(|c| words_over(c, ever)).collect::<Vec<_>>().join(word);
    match condition {
        Condition::Any(parts) if parts.is_empty() => "本单位未启用".to_owned(),
        Condition::Any(parts) if is_one_class(parts) => words_over(&parts[0], ever),
        Condition::All(parts) => join(parts, "且"),
        Condition::Any(parts) => join(parts, "或"),
        Condition::Not(inner) => format!("非「{}」", words_over(inner, ever)),
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
        Condition::Matters { kind, within, at_least, wanted } => {
            let span = within.map_or(ever.to_owned(), |w| format!("{}内", w.chinese()));
            let such = if **wanted == Condition::always() { String::new() } else { words_over(wanted, ever) + "的" };
            format!("{span}有{such}{} {at_least} 次以上", vocabulary.matter(kind))
        }
        Condition::Records { what, of, within, at_least } => {
            let span = within.map_or(String::new(), |w| format!("{}内", w.chinese()));
            let whose = if *of == RecordsWhose::Matter { "同一事项" } else { "" };
            format!("{whose}{span}{} {at_least} 次以上", records_words(*what))
        }
        Condition::Open { kind, until } => {
            format!("有{}还没有{}", vocabulary.matter(kind), vocabulary.milestone(kind, until))
        }
    }
}

/// A class and the code that stands for it.
fn is_one_class(parts: &[Condition]) -> bool {
    let vocabulary = Vocabulary::shipped();
    matches!(parts, [Condition::Class(word), Condition::Class(code)] if vocabulary.code_of("class", word) == Some(code))
}

fn test_text(label: &str, test: &Test) -> String {
    match test {
        Test::Truthy => label.to_owned(),
        Test::In(texts) => {
            let said: Vec<_> = texts.iter().filter(|t| !Vocabulary::shipped().is_code("what", t)).cloned().collect();
            format!("{label}为{}", said.join("、"))
        }
        Test::Contains(texts) => format!("{label}含{}", texts.join("、")),
        Test::AtLeast(n) => format!("{label}不少于 {n}"),
        Test::AtMost(n) => format!("{label}不多于 {n}"),
        Test::Absent => format!("没有{label}"),
    }
}

fn records_words(what: RecordsOf) -> &'static str {
    match what {
        RecordsOf::Reached => "访到",
        RecordsOf::Unreached => "没有联系上",
        RecordsOf::Dissatisfied => "不满意",
    }
}
