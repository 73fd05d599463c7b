//! What an office sets or leaves unsaid, and what the shipped packs make of it.

use huifang_core::calendar::{Moment, WorkingCalendar};
use huifang_core::domain::{Client, Facts, FieldValue, Matter, Participant};
use huifang_core::engine::story::run_story;
use huifang_core::engine::{Enabled, Scope, World, derive};
use huifang_core::policy::{ParamValues, PolicyPack};

const DENTAL: &str = include_str!("../../../packs/001-01/pack.toml");
const COURT: &str = include_str!("../../../packs/001-03/pack.toml");
const PROPERTY: &str = include_str!("../../../packs/002-12/pack.toml");

fn pack(text: &str, name: &str, value: impl Into<FieldValue>) -> PolicyPack {
    PolicyPack::parse(text, &ParamValues::from([(name.to_owned(), value.into())])).expect("a shipped pack")
}

fn plays(story: &str, pack: &PolicyPack) {
    assert_eq!(run_story(story, pack, &WorkingCalendar::shipped()), Ok(()));
}

#[test]
fn steps_may_be_counted_from_the_day_on_which_the_last_one_was_done() {
    let story = "\
# 从上一次回访算
| 日期 | 事 |
|---|---|
| 2026-09-01 | 预约 Y1 登记:患者 王五 |
| 2026-09-02 | 电话回访 王五 未定时间回访:接通 |

| 今天 | 任务 | 谁 | 最迟 | 状态 |
|---|---|---|---|---|
| 2026-09-02 | 未定时间回访 第2次 | 咨询员 | 09-06 | 待办 |
| 2026-09-07 | 未定时间回访 第3次 | 咨询员 | 09-13 | 待办 |
";
    plays(story, &pack(DENTAL, "counted_from", "previous_done"));
}

#[test]
fn an_optional_clause_that_the_office_does_not_use_asks_for_nothing() {
    let story = |row: &str| {
        format!(
            "# 年关\n| 日期 | 事 |\n|---|---|\n| 2026-12-01 | 制度启用 |\n\
             | 2026-12-01 | 案件 A1 立案:权利人 王大爷,案件类型 扶养 |\n\n\
             | 今天 | 任务 | 谁 | 最迟 | 状态 |\n|---|---|---|---|---|\n| 2027-01-05 | {row} |\n"
        )
    };
    plays(&story("年关回访 | 法官 | 02-05 | 待办"), &pack(COURT, "year_end", true));
    plays(&story("(无) | | |"), &pack(COURT, "year_end", false));
}

#[test]
fn an_office_may_follow_up_the_complaints_that_the_policy_lets_it_leave_out() {
    let values = ParamValues::from([("no_follow_up".to_owned(), FieldValue::List(Vec::new()))]);
    let all = PolicyPack::parse(PROPERTY, &values).expect("a shipped pack");
    let story = "\
# 都访
| 日期 | 事 |
|---|---|
| 2026-03-01 | 投诉 T1 受理,处理完毕:住户 张三,只需复函 |

| 今天 | 任务 | 谁 | 最迟 | 状态 |
|---|---|---|---|---|
| 2026-03-01 | 投诉回访 T1 | 物业助理 | 03-04 | 待办 |
";
    plays(story, &all);
}

#[test]
fn an_appointment_from_a_list_counts_as_fixed_when_it_was_booked() {
    let day = |text: &str| Moment::parse(text).expect("a day");
    let mut matter = Matter::new("y1", "appointment");
    matter.participants.push(Participant::subject("c1".into()));
    matter.add_milestone("booked", day("2026-09-01 16:28"), None);
    matter.add_milestone("scheduled", day("2026-09-20 09:00"), None);
    let facts = Facts { clients: vec![Client::new("c1", "王五")], matters: vec![matter], ..Facts::default() };
    let calendar = WorkingCalendar::shipped();
    let enabled =
        Enabled::new(PolicyPack::parse(DENTAL, &ParamValues::new()).expect("a shipped pack"), day("2026-01-01").day);
    let derived = derive(&World::new(&facts, &calendar, day("2026-09-01").day), &[enabled], Scope::All);
    let mut found: Vec<_> = derived.emissions.iter().map(|e| (e.key.rule.as_str(), e.due.day.to_string())).collect();
    found.sort();
    assert_eq!(
        found,
        [
            ("check", "2026-09-02".to_owned()),
            ("confirm", "2026-09-01".to_owned()),
            ("reminder", "2026-09-19".to_owned()),
        ]
    );
}
