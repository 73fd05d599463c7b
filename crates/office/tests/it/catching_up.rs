//! Days on which the program was off are caught up; a clock set back and a missing table of holidays are noticed.

use crate::common::{Line, Small, at, day, lines};
use chrono::Days;
use huifang_office::wire::{Desk, DeskStatus, dispatch};
use huifang_office::{Office, PackShelf};
use serde_json::json;
use std::path::Path;

const APPOINTMENTS: &str = "\
预约号,房号,姓名,登记时间,预约就诊时间,项目,状态
Y1,1栋1单元0101,甲一,2026-09-18 10:00,,洁牙,未定时间
Y2,1栋1单元0102,乙二,2026-09-19 10:00,2026-09-27 09:00,洁牙,待就诊
Y3,1栋1单元0103,丙三,2026-09-20 10:00,2026-12-28 09:00,洁牙,待就诊
";

/// A clinic with three appointments, last used on Monday 2026-09-21. Gives its folder, closed.
fn clinic() -> tempfile::TempDir {
    let mut small = Small::new(&["001-01"], "2026-09-01", at("2026-09-21"));
    small.import("患者名单.csv", crate::common::HOUSEHOLDS, at("2026-09-21"));
    small.import("预约登记.csv", APPOINTMENTS, at("2026-09-21"));
    small.office.plan(at("2026-09-21")).expect("it is planned");
    let Small { office, dir } = small;
    drop(office);
    dir
}

fn open(dir: &Path, today: &str) -> Office {
    Office::open(dir, at(today)).expect("the office opens")
}

#[test]
fn after_nine_days_off_the_list_is_what_daily_use_would_have_made_it() {
    let (used, off) = (clinic(), clinic());
    for n in 1..=9 {
        let today = (day("2026-09-21") + Days::new(n)).to_string();
        drop(open(used.path(), &today));
    }
    let back = open(off.path(), "2026-09-30");
    let daily = open(used.path(), "2026-09-30");
    let lines = lines(&back, day("2026-09-30"));
    assert_eq!(lines, crate::common::lines(&daily, day("2026-09-30")));

    let listed: Vec<_> = lines.iter().filter(|l| ["open", "overdue"].contains(&l.state)).collect();
    let undecided: Vec<_> = listed.iter().filter(|l| l.rule == "undecided").collect();
    assert_eq!(undecided.len(), 1, "of the repetition only the latest occurrence is listed: {undecided:#?}");
    // The reminder of 09-26 came and went; nobody is reminded of what is over.
    let state = |rule: &str, no: &str| {
        let found: Vec<&Line> = lines.iter().filter(|l| l.rule == rule && l.about == no).collect();
        found.iter().map(|l| l.state).collect::<Vec<_>>()
    };
    assert_eq!(state("reminder", "Y2"), ["missed"]);
    assert_eq!(state("reminder", "Y3"), ["waiting"], "it came over the horizon while the program was off");
}

#[test]
fn a_day_on_which_it_was_planned_already_is_not_planned_again() {
    let dir = clinic();
    let mut office = open(dir.path(), "2026-09-22");
    assert_eq!(office.catch_up(at("2026-09-22")).expect("it can be asked"), None);
    assert!(office.catch_up(at("2026-09-23")).expect("it can be asked").is_some());
}

fn notices(dir: &Path, today: &str) -> Vec<String> {
    let desk = Desk::headless(PackShelf::default());
    let status = dispatch(&desk, "open_office", json!({ "dir": dir }), at(today)).expect("the office opens");
    let status: DeskStatus = serde_json::from_value(status).expect("it is a status");
    status.office.expect("it is open").notices.into_iter().map(|n| n.code).collect()
}

#[test]
fn a_clock_set_back_is_noticed_until_it_is_right_again() {
    let dir = clinic();
    assert_eq!(notices(dir.path(), "2026-09-22"), [""; 0]);
    assert_eq!(notices(dir.path(), "2026-09-15"), ["clock_back"]);
    assert_eq!(notices(dir.path(), "2026-09-16"), ["clock_back"]);
    assert_eq!(notices(dir.path(), "2026-09-22"), [""; 0]);
}

#[test]
fn a_clock_set_back_and_right_again_leaves_the_list_as_it_was() {
    let dir = clinic();
    let before = lines(&open(dir.path(), "2026-09-30"), day("2026-09-30"));
    drop(open(dir.path(), "2026-08-30"));
    let mut after = lines(&open(dir.path(), "2026-09-30"), day("2026-09-30"));
    after.iter_mut().for_each(|l| l.withdrawn = None);
    assert_eq!(after, before);
}

#[test]
fn from_november_on_next_years_holidays_are_asked_for() {
    let dir = clinic();
    assert_eq!(notices(dir.path(), "2026-10-31"), [""; 0]);
    assert_eq!(notices(dir.path(), "2026-11-01"), ["holidays_unknown"]);
}
