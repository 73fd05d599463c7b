//! What an author is told about a pack or a story that is wrong.

use huifang_core::calendar::WorkingCalendar;
use huifang_core::domain::FieldValue;
use huifang_core::engine::story::{StoryMismatch, run_story, story_heads};
use huifang_core::policy::{Clause, ParamValues, PolicyPack, check};

const TEN_MISTAKES: &str = r#"[pack]
id = "002-12"
title = "物业"
sector = "property"
language = 1

[params]
unused_days = { label = "没人用", default = "3 days" }
wrong_default = { label = "缺省值不在范围", default = 9, max = 5 }

[[rule]]
id = "complaint"
title = "投诉回访"
kind = "after"
matter = "complaint"
milestone = "finished"
withn = "3 days"
within = "3 dayss"
assign = "$nobody"
channels = ["phone", "pigeon"]
form = "missing-form"
enabled = "$wrong_default"

[[rule]]
id = "festival"
title = "节日拜访"
kind = "on_date"
on = ["泼水节"]
assign = "经理"

[[target]]
title = "回访率"
at_least = "150%"
rules = ["nothing"]
"#;

fn problems(text: &str) -> Vec<(u32, u32, &'static str, String)> {
    let problems = PolicyPack::parse(text, &ParamValues::new()).expect_err("mistakes");
    problems.into_iter().map(|p| (p.line, p.column, p.code, p.found)).collect()
}

#[test]
fn all_mistakes_of_a_pack_are_told_at_once_each_with_its_place() {
    let found = problems(TEN_MISTAKES);
    let expected = [
        (8, 15, "unused", "unused_days"),
        (9, 17, "bad_value", "9"),
        (11, 1, "unknown_name", "finished"),
        (11, 1, "unknown_name", "missing-form"),
        (17, 1, "unknown_key", "withn"),
        (18, 10, "wrong_type", "3 dayss"),
        (19, 10, "unknown_name", "$nobody"),
        (20, 12, "bad_value", "pigeon"),
        (22, 11, "wrong_type", "9"),
        (24, 1, "missing", ""),
        (28, 6, "bad_value", "泼水节"),
        (31, 1, "unknown_name", "nothing"),
        (33, 12, "wrong_type", "150%"),
    ];
    let found: Vec<_> =
        found.iter().map(|(line, column, code, found)| (*line, *column, *code, found.as_str())).collect();
    assert_eq!(found, expected);
}

#[test]
fn a_value_that_the_office_sets_is_checked_like_a_default() {
    let text = include_str!("../../../packs/002-12/pack.toml");
    let wrong = |name: &str, value: FieldValue| {
        let values = ParamValues::from([(name.to_owned(), value)]);
        PolicyPack::parse(text, &values).expect_err(name)[0].to_string()
    };
    assert!(wrong("fix_within", "三天".into()).contains("应是一段时间"));
    assert!(wrong("activity_base", "谁都行".into()).contains("应是其中之一:参加者、全体住户"));
    assert!(wrong("fix_witin", "3 days".into()).contains("没有这个参数"));
}

#[test]
fn a_complete_pack_is_told_which_clause_nothing_carries_and_which_timed_one_does_not_run() {
    let text =
        "[pack]\nid = \"002-12\"\ntitle = \"物业\"\nsector = \"property\"\nlanguage = 1\nasks = [\"002-12-03\"]\n";
    let pack = PolicyPack::parse(text, &ParamValues::new()).expect("a pack");
    let clauses =
        include_str!("../../../packs/clauses.jsonl").lines().map(|l| serde_json::from_str(l).expect("a clause"));
    let clauses: Vec<Clause> = clauses.filter(|c: &Clause| c.id.starts_with("002-12-0")).collect();
    let found: Vec<_> = check(&pack, text, &clauses).into_iter().map(|p| (p.expected, p.found)).collect();
    assert!(found.contains(&("这条可执行条款没有任何部分承担".to_owned(), "002-12-04".to_owned())), "{found:?}");
    assert!(found.contains(&("有数字的时限条款必须由程序执行(clauses = …)".to_owned(), "002-12-03".to_owned())));
}

fn told(story: &str) -> Vec<StoryMismatch> {
    let text = include_str!("../../../packs/002-12/pack.toml");
    let pack = PolicyPack::parse(text, &ParamValues::new()).expect("the shipped pack");
    run_story(story, &pack, &WorkingCalendar::shipped()).err().unwrap_or_default()
}

fn story(event: &str, rows: &str) -> String {
    let events =
        format!("| 日期 | 事 |\n|---|---|\n| 2026-09-28 | 投诉 T1 受理:住户 张三 |\n| 2026-09-30 | {event} |\n");
    format!("# 例子 002-12-03\n\n{events}\n| 今天 | 任务 | 谁 | 最迟 | 状态 |\n|---|---|---|---|---|\n{rows}")
}

#[test]
fn a_story_that_comes_out_as_written_says_nothing() {
    assert_eq!(told(&story("T1 处理完毕", "| 2026-10-01 | 投诉回访 T1 | 物业助理 | 10-03 | 待办 |\n")), []);
    assert_eq!(told(&story("T1 处理完毕", "| 2026-10-01 | 投诉回访 张三 | 物业助理 | 2026-10-03 | 待回访 |\n")), []);
    let full_width = "| 2026-10-01 | 投诉回访 T1 | 物业助理 | 10-03 | 待办 |\n\n因为\u{FF1A}投诉 T1 于 09-30 处理完毕\u{FF0C}须在 3 天内\n";
    assert_eq!(told(&story("T1 处理完毕", full_width)), []);
}

#[test]
fn each_column_that_is_wrong_is_told_with_its_line_and_what_came_out() {
    for row in [
        "| 2026-10-01 | 投诉回访 T1 | 公司经理 | 10-03 | 待办 |",
        "| 2026-10-01 | 投诉回访 T1 | 物业助理 | 10-04 | 待办 |",
        "| 2026-10-01 | 投诉回访 T1 | 物业助理 | 10-03 | 逾期 1 天 |",
        "| 2026-10-01 | 投诉回访 T1 | 物业助理 | 10-03 | 待办,须 2 已 0 |",
        "| 2026-10-05 | 投诉回访 T1 | 物业助理 | 10-03 | 逾期 1 天 |",
    ] {
        let found = told(&story("T1 处理完毕", &format!("{row}\n")));
        assert_eq!(found.len(), 1, "{row}");
        assert_eq!((found[0].story.as_str(), found[0].line), ("例子", 10), "{row}");
        assert!(found[0].got.starts_with("投诉回访 T1 张三 第1次 物业助理 10-03"), "{}", found[0].got);
    }
}

#[test]
fn a_task_too_many_and_a_task_too_few_are_told() {
    let none = told(&story("T1 处理完毕", "| 2026-10-01 | (无) | | | |\n"));
    assert_eq!(none.len(), 1);
    assert_eq!(none[0].expected, "当天清单上没有别的任务");
    let few = told(&story("T1 处理完毕", "| 2026-10-01 | 投诉回访 T1 | | | |\n| | 投诉回访 T2 | | | |\n"));
    assert_eq!(few.iter().map(|m| (m.line, m.got.as_str())).collect::<Vec<_>>(), [(11, "没有这件任务")]);
}

#[test]
fn a_sentence_that_says_otherwise_is_told() {
    let found = told(&story("T1 处理完毕", "| 2026-10-01 | 投诉回访 T1 | | | |\n\n因为:须在 4 天内\n"));
    assert_eq!(found.len(), 1);
    assert!(found[0].got.contains("须在 3 天内回访,最迟 10-03。依据 002-12-03"), "{}", found[0].got);
}

#[test]
fn an_event_that_nobody_understands_is_told() {
    for (event, expected) in [
        ("T1 处理好了", "投诉的节点:办结、处理完毕、受理"),
        ("T9", "员工、客户、事项种类"),
        ("电话回访 张三 T1:接通", "当天有 张三 T1 的待办任务"),
        ("免访 张三 T1", "有 张三 T1 的任务"),
        ("停访 张三 至 明天", "日期 YYYY-MM-DD"),
    ] {
        let found = told(&story(event, "| 2026-09-29 | (无) | | | |\n"));
        assert_eq!(found.iter().map(|m| m.line).collect::<Vec<_>>(), [6], "{event}");
        assert!(found[0].expected.starts_with(expected), "{}", found[0].expected);
    }
}

#[test]
fn a_heading_is_words_and_clauses() {
    let heads = story_heads("# 三天内回访 002-12-03 002-12-05\n文字\n# 另一个\n");
    assert_eq!(heads.iter().map(|h| h.title.as_str()).collect::<Vec<_>>(), ["三天内回访", "另一个"]);
    assert_eq!(heads[0].clauses, ["002-12-03", "002-12-05"]);
    assert!(heads[1].clauses.is_empty());
}
