//! Placeholders of a text, and what stands for them in a message to one client.

use chrono::{Datelike, NaiveDate};
use huifang_core::calendar::Moment;
use huifang_core::domain::{Client, Sex};
use std::collections::{BTreeMap, BTreeSet};

/// Every placeholder with what it stands for. The policies' own scripts say 客户, 处所, 单位, 医生.
pub(super) const PLACEHOLDERS: [(&str, &str); 16] = [
    ("姓名", "客户的姓名"),
    ("客户", "客户的姓名"),
    ("称呼", "王女士、李先生;不知道性别时是姓名"),
    ("房号", "房号、床位"),
    ("处所", "房号、床位"),
    ("编号", "档案里的编号"),
    ("事项", "为哪件事:投诉、维修、预约"),
    ("单号", "那件事的编号"),
    ("时间", "约定的时间"),
    ("经办人", "经办人、医生"),
    ("医生", "经办人、医生"),
    ("到期日", "最迟哪天回访"),
    ("节日", "哪个节日"),
    ("生日", "今年生日是哪天"),
    ("机构", "本单位的名称"),
    ("我", "发信人的姓名"),
];

/// 单位 is what many scripts call the office.
const OFFICE_TOO: &str = "单位";

/// Surnames of two characters.
const COMPOUND: [&str; 24] = [
    "欧阳", "司马", "上官", "诸葛", "东方", "尉迟", "公孙", "慕容", "令狐", "宇文", "长孙", "司徒", "皇甫", "夏侯",
    "轩辕", "端木", "独孤", "南宫", "万俟", "闻人", "申屠", "太史", "呼延", "司空",
];

/// What stands for the placeholders, by name.
pub(super) type Words = BTreeMap<&'static str, String>;

/// A text with the words put in, or the placeholders for which there is none.
pub(super) fn fill(text: &str, words: &Words) -> Result<String, Vec<String>> {
    let mut blanks = Vec::new();
    let filled = walk(text, |name| {
        let word = words.get(name).filter(|word| !word.trim().is_empty()).cloned();
        if word.is_none() && !blanks.iter().any(|blank| blank == name) {
            blanks.push(name.to_owned());
        }
        word
    });
    if blanks.is_empty() { Ok(filled) } else { Err(blanks) }
}

/// The placeholders of the text that nobody knows, each once.
pub(super) fn unknown(text: &str) -> Vec<String> {
    let is_known = |name: &str| name == OFFICE_TOO || PLACEHOLDERS.iter().any(|(known, _)| *known == name);
    let mut unknown = BTreeSet::new();
    walk(text, |name| {
        if !is_known(name) {
            unknown.insert(name.to_owned());
        }
        None
    });
    unknown.into_iter().collect()
}

/// Goes over the text; what stands in braces is asked for and, where there is an answer, replaced.
fn walk(text: &str, mut word_for: impl FnMut(&str) -> Option<String>) -> String {
    let mut done = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        done += before;
        match after.split_once('}') {
            Some((name, later)) => {
                match word_for(name.trim()) {
                    Some(word) => done += &word,
                    None => done += &format!("{{{name}}}"),
                }
                rest = later;
            }
            None => {
                done.push('{');
                rest = after;
            }
        }
    }
    done + rest
}

/// Words of the office and of who sends.
pub(super) fn of_office(office: &str, me: &str) -> Words {
    Words::from([("机构", office.to_owned()), (OFFICE_TOO, office.to_owned()), ("我", me.to_owned())])
}

/// Words of a client.
pub(super) fn of_client(client: &Client) -> Words {
    let place = client.place.clone().unwrap_or_default();
    Words::from([
        ("姓名", client.name.clone()),
        ("客户", client.name.clone()),
        ("称呼", salutation(&client.name, client.sex)),
        ("房号", place.clone()),
        ("处所", place),
        ("编号", client.no.clone().unwrap_or_default()),
    ])
}

/// 王女士, 欧阳先生. A company, a long name and somebody of unknown sex are called by the whole name.
fn salutation(name: &str, sex: Option<Sex>) -> String {
    let length = name.chars().count();
    let is_chinese = name.chars().all(|c| ('\u{3400}'..='\u{9fff}').contains(&c));
    let Some(sex) = sex.filter(|_| is_chinese && (2..=4).contains(&length)) else { return name.to_owned() };
    let compound = COMPOUND.iter().find(|surname| length > 2 && name.starts_with(*surname));
    let surname = compound.map_or_else(|| name.chars().take(1).collect(), |surname| (*surname).to_owned());
    format!("{surname}{}", if sex == Sex::Male { "先生" } else { "女士" })
}

/// `10月9日`.
pub(super) fn day_words(day: NaiveDate) -> String {
    format!("{}月{}日", day.month(), day.day())
}

/// `10月9日 14:30`.
pub(super) fn moment_words(moment: Moment) -> String {
    let minute = moment.minute.map(|minute| format!(" {:02}:{:02}", minute / 60, minute % 60));
    day_words(moment.day) + &minute.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_for_placeholders_and_what_has_none_is_named_once() {
        let words = Words::from([("称呼", "王女士".to_owned()), ("房号", String::new())]);
        assert_eq!(fill("{称呼}您好", &words), Ok("王女士您好".to_owned()));
        assert_eq!(fill("{ 称呼 }", &words), Ok("王女士".to_owned()));
        assert_eq!(fill("{房号}的{称呼},{房号}{事项}", &words), Err(vec!["房号".to_owned(), "事项".to_owned()]));
        assert_eq!(fill("没有 { 也没有 }", &Words::new()).expect_err("a blank name"), ["也没有"]);
        assert_eq!(fill("开口 {", &words), Ok("开口 {".to_owned()));
    }

    #[test]
    fn what_a_client_is_called_is_not_read_as_a_placeholder() {
        let words = Words::from([("姓名", "{房号}".to_owned()), ("房号", "3-1".to_owned())]);
        assert_eq!(fill("{姓名}", &words), Ok("{房号}".to_owned()));
    }

    #[test]
    fn unknown_placeholders_are_named() {
        assert_eq!(unknown("{称呼}的{余额}在{余额},{单位}{小区}"), ["余额", "小区"]);
    }

    #[test]
    fn people_are_called_as_one_calls_them() {
        for (name, sex, called) in [
            ("王秀英", Some(Sex::Female), "王女士"),
            ("欧阳淑贞", Some(Sex::Female), "欧阳女士"),
            ("欧阳", Some(Sex::Male), "欧先生"),
            ("李强", Some(Sex::Male), "李先生"),
            ("李强", None, "李强"),
            ("万通物业公司", Some(Sex::Male), "万通物业公司"),
            ("John", Some(Sex::Male), "John"),
        ] {
            assert_eq!(salutation(name, sex), called, "{name}");
        }
    }
}
