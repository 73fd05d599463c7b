//! The tables of the report.

use crate::builders::{answered, day, done_on, due, full_quarter, report};
use huifang_report::{CoverageRow, Occurrence, Quarterly, ReportPeriod, State};

fn lines(rows: &[CoverageRow]) -> Vec<(&str, u32, u32)> {
    rows.iter().map(|row| (row.label.as_str(), row.counts.done, row.counts.due)).collect()
}

#[test]
fn each_group_has_its_numerator_and_denominator_and_the_groups_make_up_the_whole() {
    let report = full_quarter();
    for rows in [&report.by_rule, &report.by_department, &report.by_staff] {
        assert_eq!(rows.iter().map(|row| row.counts.due).sum::<u32>(), report.counts.due);
        assert_eq!(rows.iter().map(|row| row.counts.done).sum::<u32>(), report.counts.done);
    }
}

#[test]
fn rules_are_one_row_each_whether_or_not_they_bear_the_packs_id() {
    let short = due("2026-08-03", State::Done);
    let long = Occurrence { rule: "003-04.complaint".to_owned(), ..due("2026-08-04", State::Lost) };
    let report = report(vec![short, long]);
    assert_eq!(report.by_rule.len(), 1);
    assert_eq!(report.by_rule[0].key, "003-04.complaint");
    assert_eq!(lines(&report.by_rule), [("投诉处理后回访", 1, 2)]);
}

#[test]
fn what_has_no_department_or_nobody_responsible_is_a_row_of_its_own() {
    let nowhere = Occurrence { department: None, assignee: Some("  ".to_owned()), ..due("2026-08-03", State::Missed) };
    let report = report(vec![nowhere]);
    assert_eq!(lines(&report.by_department), [("未填", 0, 1)]);
    assert_eq!(lines(&report.by_staff), [("未指定", 0, 1)]);
}

#[test]
fn a_contact_made_for_a_colleague_counts_for_who_was_responsible_and_is_shown_for_who_made_it() {
    let stood_in = Occurrence { done_by: Some("赵敏".to_owned()), ..due("2026-08-03", State::Done) };
    let report = report(vec![stood_in]);
    assert_eq!(lines(&report.by_staff), [("李建国", 1, 1), ("赵敏", 0, 0)]);
    assert_eq!(report.by_staff.iter().map(|row| row.made).collect::<Vec<_>>(), [0, 1]);
}

#[test]
fn months_count_by_due_day_and_a_month_without_any_is_there() {
    let report = report(vec![
        due("2026-07-31", State::Lost),
        done_on("2026-09-01", "2026-08-31"),
        done_on("2026-09-30", "2026-10-02"),
    ]);
    let months: Vec<_> =
        report.months.iter().map(|m| (m.month.as_str(), m.counts.due, m.counts.done, m.counts.on_time)).collect();
    assert_eq!(months, [("2026-07", 1, 0, 0), ("2026-08", 0, 0, 0), ("2026-09", 2, 2, 1)]);
}

#[test]
fn months_of_an_office_that_begins_them_on_the_26th_bear_the_name_of_their_last_day() {
    let period = ReportPeriod { first: day("2026-06-26"), last: day("2026-09-25"), label: "三季度".to_owned() };
    let occurrences = ["2026-07-25", "2026-07-26", "2026-09-25"].map(|on| due(on, State::Done)).to_vec();
    let report = Quarterly::compute(period, day("2026-10-08"), occurrences, Vec::new());
    let months: Vec<_> = report.months.iter().map(|m| (m.month.as_str(), m.counts.due)).collect();
    assert_eq!(months, [("2026-07", 1), ("2026-08", 1), ("2026-09", 1)]);
}

#[test]
fn answers_are_listed_from_the_best_to_those_that_mean_dissatisfied() {
    let report = report(vec![
        answered("服务态度", "不满意", true),
        answered("服务态度", "基本满意", false),
        answered("服务态度", "满意", false),
        answered("服务态度", "满意", false),
        answered("推荐意愿", "9", false),
        answered("推荐意愿", "10", false),
    ]);
    let levels = |at: usize| -> Vec<_> {
        let item = &report.items[at];
        item.levels.iter().map(|level| (item.item.as_str(), level.answer.as_str(), level.count)).collect()
    };
    assert_eq!(levels(0), [("推荐意愿", "10", 1), ("推荐意愿", "9", 1)]);
    assert_eq!(levels(1), [("服务态度", "满意", 2), ("服务态度", "基本满意", 1), ("服务态度", "不满意", 1)]);
    assert_eq!(report.dissatisfied().count(), 1);
}
