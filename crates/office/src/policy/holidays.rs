//! The tables of days off and make-up days: shown, read from a file, and checked before they count.

use crate::OfficeError;
use crate::office::Office;
use crate::wire::{HolidayLine, HolidayTable};
use chrono::{Datelike, NaiveDate};
use huifang_core::calendar::{HolidayDay, HolidayYear, Now, WorkingCalendar};
use serde_json::json;
use std::collections::BTreeMap;
use std::path::Path;

/// The largest list that is a year's table.
const MOST_BYTES: u64 = 1_000_000;

impl Office {
    /// The tables of all years that have one, and of this year and the next whether they have or not.
    ///
    /// # Errors
    /// The store's.
    pub fn holiday_tables(&self, now: Now) -> Result<Vec<HolidayTable>, OfficeError> {
        let own: Vec<i32> = self.store.read().holiday_years()?.iter().map(|y| y.year).collect();
        let calendar = &self.policies.calendar;
        let mut years: Vec<i32> = calendar.years().map(|y| y.year).collect();
        years.extend([now.today.year(), now.today.year() + 1]);
        years.sort_unstable();
        years.dedup();
        let shown = |year: i32| {
            let days = table_of(calendar, year).map(|y| y.days.iter().map(line_of).collect());
            HolidayTable { year, known: days.is_some(), own: own.contains(&year), days: days.unwrap_or_default() }
        };
        Ok(years.into_iter().rev().map(shown).collect())
    }
}

/// The table of a year, where there is one.
pub(super) fn table_of(calendar: &WorkingCalendar, year: i32) -> Option<&HolidayYear> {
    calendar.years().find(|table| table.year == year)
}

fn line_of(day: &HolidayDay) -> HolidayLine {
    HolidayLine { day: day.date.to_string(), name: day.name.clone(), works: !day.is_off_day }
}

/// A table as it comes over the wire. One without days takes the office's own table of the year back.
///
/// # Errors
/// `holidays_invalid` with every line that cannot stand.
pub(super) fn read_table(table: &HolidayTable) -> Result<HolidayYear, OfficeError> {
    let lines = table.days.iter().enumerate();
    read_lines(table.year, lines.map(|(at, l)| (at + 1, l.day.clone(), l.name.clone(), l.works)))
}

fn read_lines(
    year: i32,
    lines: impl Iterator<Item = (usize, String, String, bool)>,
) -> Result<HolidayYear, OfficeError> {
    let mut faults = Vec::new();
    let mut days: BTreeMap<NaiveDate, HolidayDay> = BTreeMap::new();
    for (at, day, name, works) in lines {
        let Some(date) = read_day(&day) else {
            faults.push((at, format!("「{day}」不是日期,要写成 {year}-10-01 的样子")));
            continue;
        };
        // A notice may begin with the last days of the December before.
        if date.year() != year && !(date.year() == year - 1 && date.month() == 12) {
            faults.push((at, format!("{date} 不在 {year} 年")));
        } else if days.contains_key(&date) {
            faults.push((at, format!("{date} 写了两次")));
        }
        days.insert(date, HolidayDay { name, date, is_off_day: !works });
    }
    if faults.is_empty() {
        return Ok(HolidayYear { year, papers: Vec::new(), days: days.into_values().collect() });
    }
    let said: Vec<_> = faults.iter().map(|(at, text)| format!("第 {at} 行:{text}")).collect();
    let named: Vec<_> = faults.iter().map(|(at, text)| json!({ "line": at, "text": text })).collect();
    let text = format!("放假安排有 {} 处看不懂:{}", said.len(), said.join(";"));
    Err(OfficeError::Invalid { code: "holidays_invalid", params: json!({ "lines": named }), text })
}

fn read_day(text: &str) -> Option<NaiveDate> {
    let text = text.trim().replace(['/', '.'], "-");
    NaiveDate::parse_from_str(&text, "%Y-%m-%d").ok()
}

/// Reads a table from a file: a list (day, kind, name), or the JSON of the public holiday tables. Nothing is written.
///
/// # Errors
/// `io`; `holidays_invalid` with every line that cannot stand.
pub(crate) fn read_holiday_file(path: &Path) -> Result<HolidayTable, OfficeError> {
    let io = |source| OfficeError::Io { path: path.to_owned(), operation: "读取放假安排", source };
    if std::fs::metadata(path).map_err(io)?.len() > MOST_BYTES {
        return Err(OfficeError::invalid("holidays_invalid", "文件太大,不是放假安排"));
    }
    let bytes = std::fs::read(path).map_err(io)?;
    let text = String::from_utf8_lossy(&bytes);
    let text = text.trim_start_matches('\u{feff}');
    let year = match serde_json::from_str::<HolidayYear>(text) {
        Ok(year) => year,
        Err(_) => read_list(text)?,
    };
    let days = year.days.iter().map(line_of).collect();
    Ok(HolidayTable { year: year.year, known: true, own: true, days })
}

/// Lines of day, kind (放假、上班 …) and name, in this order or the first two turned round; a heading is passed over.
fn read_list(text: &str) -> Result<HolidayYear, OfficeError> {
    let lines: Vec<_> = text.lines().enumerate().filter_map(|(at, line)| read_line(at + 1, line)).collect();
    let first = lines.iter().filter_map(|(_, day, ..)| read_day(day)).map(|day| day.year()).max();
    let Some(year) = first else {
        let text = "没有找到日期。每行写 日期,放假(或 上班),名称,如 2027-10-01,放假,国庆节";
        return Err(OfficeError::invalid("holidays_invalid", text));
    };
    read_lines(year, lines.into_iter())
}

fn read_line(at: usize, line: &str) -> Option<(usize, String, String, bool)> {
    let clean = |c: &str| c.trim().trim_matches('"').trim().to_owned();
    let cells: Vec<String> = line.split([',', '\u{ff0c}', '\t', ';']).map(clean).collect();
    if cells.iter().all(String::is_empty) || (at == 1 && !cells.iter().any(|c| c.contains(char::is_numeric))) {
        return None;
    }
    let works = |c: &String| ["上班", "调休", "补班", "班", "work", "false"].iter().any(|w| c.contains(w));
    let is_kind = |c: &String| works(c) || ["放假", "休", "off", "true"].iter().any(|w| c.contains(w));
    let day = cells.iter().find(|c| read_day(c).is_some()).or_else(|| cells.first())?.clone();
    let works = cells.iter().filter(|c| **c != day).any(works);
    let name = cells.iter().find(|c| **c != day && !is_kind(c) && !c.is_empty());
    Some((at, day, name.cloned().unwrap_or_default(), works))
}
