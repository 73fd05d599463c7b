//! The yearly tables of statutory holidays, in the shape of the public `holiday-cn` project.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// One State Council notice: what it says of each day that it names.
///
/// A day that is not listed follows the weekly pattern; a weekend that merely touches a holiday is not listed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HolidayYear {
    /// The year of the notice. Days of the December before it may be listed too.
    pub year: i32,
    /// Addresses of the official notices.
    #[serde(default)]
    pub papers: Vec<String>,
    /// The days named, in any order. An empty list means that nothing has been published yet.
    pub days: Vec<HolidayDay>,
}

/// A day named by a notice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HolidayDay {
    /// The holiday that this day belongs to, or for which it makes up.
    pub name: String,
    /// The day.
    pub date: NaiveDate,
    /// True for a day off, false for a day on which everybody works (调休上班).
    #[serde(rename = "isOffDay")]
    pub is_off_day: bool,
}

/// The tables that ship with the program: 2024 to 2026.
pub(super) fn shipped_years() -> Vec<HolidayYear> {
    [
        include_str!("../../holidays/2024.json"),
        include_str!("../../holidays/2025.json"),
        include_str!("../../holidays/2026.json"),
    ]
    .into_iter()
    .map(|text| serde_json::from_str(text).expect("the shipped tables are compiled in and read by the tests"))
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fmt::Write;

    /// The table as a notice words it: each holiday with its days off and the days that make up for it.
    fn as_notice(year: &HolidayYear) -> String {
        let mut names: Vec<&str> = Vec::new();
        for day in year.days.iter().filter(|day| day.is_off_day) {
            if !names.contains(&day.name.as_str()) {
                names.push(&day.name);
            }
        }
        let mut notice = String::new();
        for name in names {
            let days = |off: bool| year.days.iter().filter(move |day| day.name == name && day.is_off_day == off);
            let (Some(first), Some(last)) = (days(true).next(), days(true).next_back()) else { continue };
            let count = days(true).count();
            write!(notice, "{name} {}..{} {count}", first.date.format("%m-%d"), last.date.format("%m-%d"))
                .expect("a string");
            for day in days(false) {
                write!(notice, " +{}", day.date.format("%m-%d")).expect("a string");
            }
            notice.push('\n');
        }
        notice
    }

    #[test]
    fn the_shipped_tables_say_what_the_notices_say() {
        let notices: Vec<String> = shipped_years().iter().map(as_notice).collect();
        expect_test::expect![[r#"
            元旦 01-01..01-01 1
            春节 02-10..02-17 8 +02-04 +02-18
            清明节 04-04..04-06 3 +04-07
            劳动节 05-01..05-05 5 +04-28 +05-11
            端午节 06-10..06-10 1
            中秋节 09-15..09-17 3 +09-14
            国庆节 10-01..10-07 7 +09-29 +10-12

            元旦 01-01..01-01 1
            春节 01-28..02-04 8 +01-26 +02-08
            清明节 04-04..04-06 3
            劳动节 05-01..05-05 5 +04-27
            端午节 05-31..06-02 3
            国庆节、中秋节 10-01..10-08 8 +09-28 +10-11

            元旦 01-01..01-03 3 +01-04
            春节 02-15..02-23 9 +02-14 +02-28
            清明节 04-04..04-06 3
            劳动节 05-01..05-05 5 +05-09
            端午节 06-19..06-21 3
            中秋节 09-25..09-27 3
            国庆节 10-01..10-07 7 +09-20 +10-10
        "#]]
        .assert_eq(&notices.join("\n"));
    }

    #[test]
    fn every_shipped_table_names_its_notice_and_lists_each_day_once() {
        for year in shipped_years() {
            assert!(
                year.papers.iter().all(|paper| paper.starts_with("https://www.gov.cn/")) && !year.papers.is_empty()
            );
            assert!(year.days.is_sorted_by(|a, b| a.date < b.date), "{}: days are in order, none twice", year.year);
        }
    }

    #[test]
    fn a_table_is_read_with_the_extra_keys_that_the_public_files_carry() {
        let text = r#"{"$schema":"s","$id":"i","year":2027,"papers":[],"days":[{"name":"元旦","date":"2026-12-31","isOffDay":true}]}"#;
        let year: HolidayYear = serde_json::from_str(text).expect("a table");
        let written = serde_json::to_string(&year).expect("json");
        assert_eq!(
            written,
            r#"{"year":2027,"papers":[],"days":[{"name":"元旦","date":"2026-12-31","isOffDay":true}]}"#
        );
    }
}
