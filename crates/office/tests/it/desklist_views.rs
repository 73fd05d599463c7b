//! Views of one's own over the worklist, the coach, and rounds on paper.

use crate::common::{STAFF, Small, asked, at, complaints, listing, refusal};
use huifang_office::VisitsWish;
use huifang_office::wire::{
    Desk, FilterCondition, PrintedVisits, RoundBrief, RoundSheet, SaveView, ViewFilter, Worklist, WorklistQuery,
    dispatch,
};
use serde_json::{Value, json};

const TUESDAY: &str = "2026-09-29";
const FRIDAY: &str = "2026-10-09";

fn office() -> Small {
    let rows = [
        ["TS1", "0101", "2026-09-20", "一般", ""],
        ["TS2", "0102", "2026-09-27", "一般", ""],
        ["TS3", "0103", "2026-09-28", "重要", ""],
        ["TS4", "0106", "2026-09-29", "重大", ""],
    ];
    let mut small = Small::property(&rows, at(TUESDAY));
    let me = small.staff("陈主管");
    small.office.sign_in(Some(me.as_str().into()), at(TUESDAY)).expect("he works here");
    small
}

fn condition(field: &str, relation: &str, values: &[&str]) -> FilterCondition {
    let values = values.iter().map(|v| (*v).to_owned()).collect();
    FilterCondition { field: field.to_owned(), relation: relation.to_owned(), values }
}

fn listed(small: &Small, all: bool, conditions: &[FilterCondition]) -> Vec<String> {
    let filter = Some(ViewFilter { all, conditions: conditions.to_vec() });
    let list = small.office.list(&WorklistQuery { filter, ..listing("all") }, at(TUESDAY)).expect("the list");
    let no = |row: huifang_office::wire::TaskRow| row.matter.and_then(|m| m.no).unwrap_or_default();
    list.rows.into_iter().map(no).collect()
}

mod a_filter {
    use super::*;

    #[test]
    fn chooses_by_each_of_its_fields() {
        let mut small = office();
        let one = |small: &Small, field: &str, relation: &str, values: &[&str]| {
            listed(small, true, &[condition(field, relation, values)])
        };
        let chen = small.staff("陈主管");
        assert_eq!(one(&small, "pack", "is", &["002-12"]).len(), 4);
        assert_eq!(one(&small, "pack", "is_not", &["002-12"]).len(), 0);
        assert_eq!(one(&small, "rule", "is", &["002-12/complaint"]).len(), 4);
        assert_eq!(one(&small, "assignee", "is", &[&chen]), ["TS3"]);
        assert_eq!(one(&small, "assignee", "is", &[""]), ["TS1", "TS2"], "to be assigned");
        assert_eq!(one(&small, "place", "begins", &["1栋"]).len(), 4);
        assert_eq!(one(&small, "place", "contains", &["0103"]), ["TS3"]);
        assert_eq!(one(&small, "place", "contains_not", &["010"]).len(), 0);
        assert_eq!(one(&small, "due", "over_days", &["3"]), ["TS1"], "due on 09-23");
        assert_eq!(one(&small, "due", "within_days", &["1"]), ["TS1", "TS2"], "what is overdue too");
        assert_eq!(one(&small, "due", "after_days", &["2"]), ["TS4"]);
        assert_eq!(one(&small, "channel", "is", &["home_visit"]).len(), 4);
        assert_eq!(one(&small, "class", "is", &["VIP"]).len(), 0);
        let task = small.line(TUESDAY, "complaint", "TS2").id;
        let mut busy = crate::common::reached(&task, json!({}));
        busy.outcome = "busy".to_owned();
        small.office.record_follow_up(&busy, at(TUESDAY)).expect("it is written");
        assert_eq!(one(&small, "tries", "at_least", &["1"]), ["TS2"]);
        assert_eq!(one(&small, "tries", "at_most", &["0"]), ["TS1", "TS3", "TS4"]);
    }

    #[test]
    fn holds_all_of_its_conditions_or_any() {
        let small = office();
        let both = [condition("due", "over_days", &["1"]), condition("place", "contains", &["0103"])];
        assert!(listed(&small, true, &both).is_empty());
        assert_eq!(listed(&small, false, &both), ["TS1", "TS3"]);
        assert_eq!(listed(&small, false, &[]).len(), 4, "without conditions everything is listed");
    }

    #[test]
    fn says_which_fields_and_values_there_are() {
        let small = office();
        let fields = small.office.filter_fields(at(TUESDAY)).expect("the fields");
        let labels = |name: &str| -> Vec<String> {
            let field = fields.iter().find(|f| f.field == name).expect("the field");
            field.choices.iter().map(|c| c.label.clone()).collect()
        };
        assert_eq!(labels("rule"), ["投诉回访"]);
        assert_eq!(labels("channel"), ["上门"]);
        assert!(labels("assignee").contains(&"陈主管 · 客服部主管".to_owned()));
        assert!(labels("place").is_empty());
    }
}

mod a_view {
    use super::*;

    fn save(name: &str, conditions: &[FilterCondition]) -> SaveView {
        let filter = ViewFilter { all: true, conditions: conditions.to_vec() };
        SaveView { view: None, name: name.to_owned(), filter }
    }

    #[test]
    fn is_kept_for_the_one_who_made_it_with_its_sentence_and_its_count() {
        let mut small = office();
        let conditions = [condition("place", "begins", &["1栋"]), condition("due", "within_days", &["1"])];
        let written = small.office.save_view(&save("一号楼急件", &conditions), at(TUESDAY)).expect("it is saved");
        let views = small.office.saved_views(at(TUESDAY)).expect("his views");
        let shown: Vec<_> = views.iter().map(|v| (v.name.as_str(), v.sentence.as_str(), v.count)).collect();
        assert_eq!(shown, [("一号楼急件", "满足全部:楼栋/处所 开头是 1栋;期限 在 1 天内", 2)]);
        let wang = small.staff("王芳");
        small.office.sign_in(Some(wang.as_str().into()), at(TUESDAY)).expect("she works here");
        assert!(small.office.saved_views(at(TUESDAY)).expect("her views").is_empty());
        assert_eq!(refusal(small.office.delete_view(&written.view, at(TUESDAY))).0, "not_found", "it is not hers");
    }

    #[test]
    fn is_changed_in_its_place_and_taken_away() {
        let mut small = office();
        let first = small.office.save_view(&save("甲", &[]), at(TUESDAY)).expect("it is saved").view;
        small.office.save_view(&save("乙", &[]), at(TUESDAY)).expect("it is saved");
        let changed = SaveView { view: Some(first.clone()), ..save("丙", &[condition("tries", "at_least", &["2"])]) };
        small.office.save_view(&changed, at(TUESDAY)).expect("it is changed");
        let names = |small: &Small| -> Vec<(String, u32)> {
            let views = small.office.saved_views(at(TUESDAY)).expect("his views");
            views.into_iter().map(|v| (v.name, v.count)).collect()
        };
        assert_eq!(names(&small), [("丙".to_owned(), 0), ("乙".to_owned(), 4)]);
        small.office.delete_view(&first, at(TUESDAY)).expect("it is gone");
        assert_eq!(names(&small), [("乙".to_owned(), 4)]);
        assert_eq!(refusal(small.office.save_view(&save(" ", &[]), at(TUESDAY))).0, "view_unnamed");
        let wrong = save("丁", &[condition("due", "within_days", &["很快"])]);
        assert_eq!(refusal(small.office.save_view(&wrong, at(TUESDAY))).0, "bad_filter");
    }
}

#[test]
fn every_number_of_the_day_opens_its_list() {
    let mut small = office();
    let task = small.line(TUESDAY, "complaint", "TS2").id;
    small.office.record_follow_up(&asked(&task, "满意", "王芳"), at(TUESDAY)).expect("it is written");
    let list = |tab: &str| -> Worklist { small.office.list(&listing(tab), at(TUESDAY)).expect("the list") };
    let done = list("done");
    assert_eq!((done.total, done.counts.done_today, done.rows[0].state.as_str()), (1, 1, "done"));
    let all = small.office.listed_ids(&listing("all"), at(TUESDAY)).expect("the tasks").tasks;
    assert_eq!(all.len() as u32, list("all").total);
    let backwards: Vec<String> = all.iter().rev().cloned().chain([task]).collect();
    let chosen = WorklistQuery { tasks: backwards.clone(), ..listing("chosen") };
    let rows = small.office.list(&chosen, at(TUESDAY)).expect("the list").rows;
    let shown: Vec<String> = rows.into_iter().map(|row| row.id).collect();
    assert_eq!(shown, backwards[..3], "in the order that was asked for, without what is done");
}

mod the_coach {
    use super::*;

    /// Under 003-04 every complaint is to be followed up; five are due this quarter.
    fn office() -> Small {
        let mut small = Small::new(&["003-04"], "2026-01-01", at(FRIDAY));
        small.import("员工.csv", STAFF, at(FRIDAY));
        small.import("业主档案.csv", crate::common::HOUSEHOLDS, at(FRIDAY));
        let rows = [
            ["TS1", "0101", "2026-10-01", "一般", ""],
            ["TS2", "0102", "2026-10-03", "一般", ""],
            ["TS3", "0103", "2026-10-02", "一般", ""],
            ["TS4", "0104", "2026-10-08", "一般", ""],
        ];
        small.import("投诉登记.csv", &complaints(&rows), at(FRIDAY));
        small
    }

    fn reach(small: &mut Small, no: &str) {
        let task = small.line(FRIDAY, "complaint", no).id;
        let mut call = crate::common::reached(&task, json!({}));
        let form = small.office.explain(&task, at(FRIDAY)).expect("the task").forms.remove(0);
        for field in form.fields.into_iter().filter(|field| field.required) {
            let answer = field.levels.first().cloned().unwrap_or_else(|| "已处理".to_owned());
            let answer = if field.kind == "choices" { json!([answer]) } else { json!(answer) };
            call.tasks[0].answers.insert(field.id, answer);
        }
        small.office.record_follow_up(&call, at(FRIDAY)).expect("it is written");
    }

    fn line(small: &Small) -> Option<huifang_office::wire::CoachLine> {
        let lines = small.office.coach(at(FRIDAY)).expect("the coach");
        lines.into_iter().find(|line| line.target == "003-04/投诉回访率")
    }

    #[test]
    fn says_how_many_more_and_whom_first() {
        let mut small = office();
        reach(&mut small, "TS1");
        let said = line(&small).expect("a line");
        assert_eq!(said.text, "本季度投诉回访率 25%(1/4),再回访 3 件达到 100%");
        assert_eq!((said.numerator, said.denominator, said.missing), (1, 4, 3));
        let first: Vec<String> =
            ["TS3", "TS2", "TS4"].iter().map(|no| small.line(FRIDAY, "complaint", no).id).collect();
        assert_eq!(said.tasks, first, "what is due first");
    }

    #[test]
    fn counts_as_the_report_counts() {
        let mut small = office();
        reach(&mut small, "TS2");
        let report = small.office.quarterly("2026Q4", at(FRIDAY)).expect("the quarter");
        let target = report.targets.iter().find(|t| t.title == "投诉回访率").expect("the target");
        let said = line(&small).expect("a line");
        assert_eq!((said.numerator, Some(said.denominator)), (target.numerator, target.denominator));
    }

    #[test]
    fn is_silent_when_the_target_is_reached() {
        let mut small = office();
        for no in ["TS1", "TS2", "TS3", "TS4"] {
            reach(&mut small, no);
        }
        assert_eq!(line(&small), None);
    }

    #[test]
    fn promises_nothing_that_cannot_be_reached_any_more() {
        let mut small = office();
        let lost = small.line(FRIDAY, "complaint", "TS1").id;
        small.decide(crate::common::about_task("give_up", &lost), at(FRIDAY));
        let said = line(&small).expect("a line");
        assert_eq!(said.text, "本季度投诉回访率 0%(0/4),还能回访 3 件,最多到 75%(应达 100%)");
    }
}

mod a_printed_round {
    use super::*;

    fn desk(small: Small) -> (Desk, tempfile::TempDir) {
        let Small { office, dir } = small;
        drop(office);
        let desk = Desk::new();
        dispatch(&desk, "open_office", json!({ "dir": dir.path() }), at(TUESDAY)).expect("it opens");
        (desk, dir)
    }

    fn ask<T: serde::de::DeserializeOwned>(desk: &Desk, command: &str, wish: Value) -> T {
        let answer = dispatch(desk, command, wish, at(TUESDAY)).unwrap_or_else(|error| panic!("{command}: {error:?}"));
        serde_json::from_value(answer).expect("the answer")
    }

    fn rounds(desk: &Desk) -> Vec<RoundBrief> {
        ask(desk, "rounds", json!({}))
    }

    #[test]
    fn is_kept_when_it_goes_to_paper_and_not_when_it_is_looked_at() {
        let (desk, dir) = desk(office());
        let _: PrintedVisits = ask(&desk, "print_visits", json!({ "tasks": [] }));
        assert!(rounds(&desk).is_empty());
        let wish = json!({ "tasks": [], "on": "2026-09-29", "path": dir.path().join("单.pdf") });
        let printed: PrintedVisits = ask(&desk, "print_visits", wish);
        let kept = rounds(&desk);
        let persons: std::collections::BTreeSet<_> = printed.rows.iter().map(|row| row.person.clone()).collect();
        assert_eq!(kept.len(), persons.len(), "a sheet a person");
        let chen = kept.iter().find(|round| round.person == "陈主管").expect("his sheet");
        assert_eq!(
            (chen.on.as_deref(), chen.visits, chen.entered, chen.staff.is_some()),
            (Some("2026-09-29"), 1, 0, true)
        );
    }

    #[test]
    fn is_typed_row_by_row_in_the_order_of_the_paper() {
        let mut small = office();
        let printed = small.office.print_visits(&VisitsWish::default(), at(TUESDAY)).expect("it is set");
        small.office.keep_rounds(&printed.rows, None, at(TUESDAY)).expect("it is kept");
        let wang = small.staff("王芳");
        let (desk, _dir) = desk(small);
        let round = rounds(&desk).into_iter().find(|r| r.visits == 2).expect("the sheet of two").round;
        let sheet: RoundSheet = ask(&desk, "round_sheet", json!({ "round": round }));
        let paper: Vec<_> =
            printed.rows.iter().filter(|row| row.person == sheet.round.person).map(|r| &r.tasks).collect();
        let screen: Vec<Vec<String>> =
            sheet.rows.iter().map(|row| row.forms.iter().map(|form| form.task.clone()).collect()).collect();
        assert_eq!(paper.into_iter().cloned().collect::<Vec<_>>(), screen);
        let task = &screen[1][0];
        let wish = json!({ "tasks": [{ "task": task, "answers": {} }], "channel": "home_visit", "outcome": "no_answer",
                           "on": "2026-09-29", "again_on": null, "note": "家里没人", "by": wang, "exception": null });
        let _: Value = ask(&desk, "record_follow_up", wish);
        let sheet: RoundSheet = ask(&desk, "round_sheet", json!({ "round": round }));
        let typed: Vec<_> =
            sheet.rows.iter().map(|row| (row.number, row.outcome.as_deref(), row.note.as_str())).collect();
        assert_eq!(typed, [(1, None, ""), (2, Some("no_answer"), "家里没人")]);
        assert_eq!(sheet.round.entered, 1);
        let detail: Value = ask(&desk, "task_detail", json!({ "task": task }));
        assert_eq!(detail["history"][0]["by"], "王芳", "the visitor made it, whoever typed it");
    }

    #[test]
    fn that_there_is_not_is_named() {
        let small = office();
        assert_eq!(refusal(small.office.round_sheet("没有", at(TUESDAY))).0, "not_found");
    }
}
