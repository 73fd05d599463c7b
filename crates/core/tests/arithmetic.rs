//! The numbers that stories tell are those of the clauses: held against the clauses' own `params` with day counting of its
//! own (schoolbook months, a list of holidays), which shares nothing with the engine's calendar.

mod shelf;

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use huifang_core::policy::Clause;
use serde_json::Value;
use shelf::Shelf;
use std::collections::BTreeSet;

/// What a story says in numbers: days on which something happened, rows of the list, targets.
#[derive(Debug, Default)]
struct Told {
    title: String,
    happened: BTreeSet<NaiveDate>,
    rows: Vec<Row>,
    targets: Vec<(f64, f64, bool)>,
    text: String,
}

#[derive(Debug)]
struct Row {
    today: NaiveDate,
    due: Option<NaiveDate>,
    counts: Vec<u64>,
    listed: bool,
}

fn told(text: &str, clause: &str) -> Vec<Told> {
    let stories = text.split("\n# ").map(|s| s.trim_start_matches("# "));
    let about = stories.filter(|s| s.lines().next().is_some_and(|head| head.split_whitespace().any(|w| w == clause)));
    about.map(read).collect()
}

fn read(story: &str) -> Told {
    let mut told = Told { title: story.lines().next().unwrap_or_default().to_owned(), ..Told::default() };
    told.text = story.to_owned();
    let (mut table, mut today) = (String::new(), None);
    for line in story.lines().filter(|l| l.trim_start().starts_with('|')) {
        let cells: Vec<&str> = line.trim().trim_matches('|').split('|').map(str::trim).collect();
        match cells[0] {
            "日期" | "今天" | "指标" | "得分" => table = cells[0].to_owned(),
            _ if cells[0].starts_with("--") => {}
            _ if table == "日期" => told.happened.extend(days_in(line)),
            _ if table == "今天" => {
                today = cells[0].parse().ok().or(today);
                told.rows.extend(today.map(|today| row(today, &cells)));
            }
            _ if table == "指标" => told.targets.extend(target(&cells)),
            _ => {}
        }
    }
    told
}

fn row(today: NaiveDate, cells: &[&str]) -> Row {
    let cell = |i: usize| cells.get(i).copied().unwrap_or_default();
    let due = cell(3).split([',', ',']).next().unwrap_or_default().trim();
    let due = due.parse().ok().or_else(|| format!("{}-{due}", today.year()).parse().ok());
    let digits =
        |text: &str| -> Vec<u64> { text.split(|c: char| !c.is_ascii_digit()).filter_map(|n| n.parse().ok()).collect() };
    let many = cell(1).split_once('×').map(|(_, n)| digits(n)).unwrap_or_default();
    let counts = [many, digits(cell(4))].concat();
    let listed = !["(无)", "(无)"].contains(&cell(1))
        && !["未到期", "已完成", "漏访", "失访", "免访", "已撤回"].contains(&cell(4));
    Row { today, due, counts, listed }
}

fn target(cells: &[&str]) -> Option<(f64, f64, bool)> {
    let result = match *cells.get(3)? {
        "达到" => true,
        "未达到" => false,
        _ => return None,
    };
    Some((cells[1].parse().ok()?, cells[2].parse().ok()?, result))
}

fn days_in(text: &str) -> Vec<NaiveDate> {
    let marks = text.char_indices().filter(|(_, c)| c.is_ascii_digit()).map(|(i, _)| i);
    marks.filter_map(|i| text.get(i..i + 10)?.parse().ok()).collect()
}

/// A length of time as a clause gives it.
fn span(value: &Value) -> Option<(f64, &str)> {
    Some((value.get("n")?.as_f64()?, value.get("unit")?.as_str()?))
}

fn plus(day: NaiveDate, (n, unit): (f64, &str)) -> Option<NaiveDate> {
    let whole = n.abs() as u64;
    let months = |m: u32| {
        let m = Months::new(m * n.abs() as u32);
        if n < 0.0 { day.checked_sub_months(m) } else { day.checked_add_months(m) }
    };
    match unit {
        "day" if n < 0.0 => day.checked_sub_days(Days::new(whole)),
        "day" => day.checked_add_days(Days::new(whole)),
        "week" => day.checked_add_days(Days::new(whole * 7)),
        "month" => months(1),
        "quarter" => months(3),
        "half_year" => months(6),
        "year" => months(12),
        "working_day" => working_days(day, whole),
        _ => None,
    }
}

/// The n-th day after, of those on which people work: counted one by one with the State Council's list.
fn working_days(day: NaiveDate, n: u64) -> Option<NaiveDate> {
    let mut left = n;
    let mut at = day;
    while left > 0 {
        at = at.succ_opt()?;
        let listed = holidays(at.year()).into_iter().find(|(date, _)| *date == at);
        let off = listed.map_or([Weekday::Sat, Weekday::Sun].contains(&at.weekday()), |(_, off)| off);
        left -= u64::from(!off);
    }
    Some(at)
}

/// A year without a table has its weekends alone.
fn holidays(year: i32) -> Vec<(NaiveDate, bool)> {
    let file = format!("{}/holidays/{year}.json", env!("CARGO_MANIFEST_DIR"));
    let Ok(text) = std::fs::read_to_string(file) else { return Vec::new() };
    let json: Value = serde_json::from_str(&text).expect("a table");
    let day = |d: &Value| Some((d["date"].as_str()?.parse().ok()?, d["isOffDay"].as_bool()?));
    json["days"].as_array().expect("days").iter().filter_map(day).collect()
}

/// The last day of the period of that length in which the day lies.
fn period_end(day: NaiveDate, (n, unit): (f64, &str)) -> Option<NaiveDate> {
    let month_end = |month: u32| {
        let first = NaiveDate::from_ymd_opt(day.year(), month, 1)?;
        first.checked_add_months(Months::new(1))?.pred_opt()
    };
    match (unit, n) {
        ("day", 1.0) => Some(day),
        ("week", 1.0) => Some(day.week(Weekday::Mon).last_day()),
        ("week", 2.0) => {
            let monday = NaiveDate::from_ymd_opt(2024, 1, 1)?;
            let into = (day - monday).num_days().rem_euclid(14);
            day.checked_add_days(Days::new((13 - into) as u64))
        }
        ("month", 0.5) if day.day() <= 15 => day.with_day(15),
        ("month", 0.5 | 1.0) => month_end(day.month()),
        ("quarter", 1.0) | ("month", 3.0) => month_end(day.month().div_ceil(3) * 3),
        ("half_year", 1.0) | ("month", 6.0) => month_end(day.month().div_ceil(6) * 6),
        ("year", 1.0) => month_end(12),
        _ => None,
    }
}

/// Whether a row falls due, or first stands on the list, so long after something that the story tells.
fn tells_span(told: &[Told], length: (f64, &str)) -> bool {
    told.iter().any(|story| {
        // What opens so long before a festival is told by its due day alone.
        let festivals = story.rows.iter().filter_map(|row| row.due).filter(|_| length.0 < 0.0);
        let from = story.happened.iter().copied().chain(festivals);
        let reached: BTreeSet<_> = from.filter_map(|day| plus(day, length)).collect();
        story.rows.iter().any(|row| row.due.is_some_and(|due| reached.contains(&due)) || reached.contains(&row.today))
    })
}

/// Whether rows come again after so long, or fall due at the ends of such periods.
fn tells_every(told: &[Told], length: (f64, &str)) -> bool {
    told.iter().any(|story| {
        let dues: BTreeSet<_> = story.rows.iter().filter_map(|row| row.due).collect();
        let again = dues.iter().any(|due| plus(*due, length).is_some_and(|next| dues.contains(&next)));
        let ends = dues.iter().any(|due| period_end(*due, length) == Some(*due));
        again || ends || tells_span(std::slice::from_ref(story), length)
    })
}

/// Whether a row counts to the number: `须 4 已 1`, `×20`, or so many rows of one day.
fn tells_count(told: &[Told], n: u64) -> bool {
    told.iter().any(|story| {
        let same_day = |today| story.rows.iter().filter(|r| r.today == today && r.listed).count() as u64;
        story.rows.iter().any(|row| row.counts.contains(&n) || same_day(row.today) == n)
            || story.text.contains(&format!("第{n}次"))
    })
}

/// Whether the targets say "reached" exactly from the share on; a story without targets has nothing to hold against it.
fn tells_share(told: &[Told], percent: f64, at_most: bool) -> bool {
    let rows: Vec<_> = told.iter().flat_map(|story| &story.targets).collect();
    let right = |(part, whole, met): &&(f64, f64, bool)| {
        let reached = if at_most { part * 100.0 <= percent * whole } else { part * 100.0 >= percent * whole };
        reached == *met
    };
    let mine: Vec<_> = rows.iter().filter(|row| right(row)).collect();
    rows.is_empty() || (mine.iter().any(|(_, _, met)| *met) && mine.iter().any(|(_, _, met)| !*met))
}

/// The numbers of a clause that its stories do not tell.
fn untold(clause: &Clause, told: &[Told]) -> Vec<String> {
    let mut missing = Vec::new();
    let Value::Object(map) = &clause.params else { return missing };
    for (key, value) in map {
        let found = match key.as_str() {
            // The time of what is counted: told by the clause that sets it.
            "within" if clause.kind == "coverage_target" => true,
            "within" | "at" | "after" | "offset" | "before" | "on" | "increment_inferred" => {
                let length = span(value).map(|(n, unit)| (if key == "before" { -n } else { n }, unit));
                length.is_none_or(|length| tells_span(told, length) || tells_every(told, length))
            }
            "inactive_longer_than" => span(value).is_none_or(|(n, unit)| {
                tells_span(told, (n, unit)) || told.iter().any(|t| tells_day_after(t, (n, unit)))
            }),
            "every" if map.contains_key("deadline") => tells_deadline(told, &map["deadline"]),
            "every" | "per" => span(value).is_none_or(|length| tells_every(told, length)),
            "min" | "times" | "min_times" | "min_count" | "sample_n" | "sample_size" | "sample_n_min" => {
                value.as_u64().is_none_or(|n| tells_count(told, n))
            }
            "steps" => value.as_array().is_none_or(|steps| {
                steps.iter().all(|step| span(&step["offset"]).is_none_or(|length| tells_span(told, length)))
            }),
            "coverage_pct" | "min_pct" | "target_pct" | "sample_pct" => {
                value.as_f64().is_none_or(|percent| tells_share(told, percent, map.get("op") == Some(&"<=".into())))
            }
            _ => true,
        };
        if !found {
            missing.push(format!("{key} = {value}"));
        }
    }
    missing
}

/// Whether a row falls due on the day of the year, `01-31`.
fn tells_deadline(told: &[Told], deadline: &Value) -> bool {
    let rows = told.iter().flat_map(|story| &story.rows).filter_map(|row| row.due);
    rows.into_iter().any(|due| Some(due.format("%m-%d").to_string().as_str()) == deadline.as_str())
}

fn tells_day_after(story: &Told, length: (f64, &str)) -> bool {
    let after = story.happened.iter().filter_map(|day| plus(*day, length)?.succ_opt());
    let after: BTreeSet<_> = after.collect();
    story.rows.iter().any(|row| after.contains(&row.today))
}

#[test]
fn each_timed_clause_with_numbers_is_told_with_the_numbers_of_the_clause() {
    let shelf = Shelf::read();
    let mut wrong = Vec::new();
    for clause in shelf.clauses.iter().filter(|c| c.enforceable && c.is_timed_with_numbers()) {
        let folder = shelf.folders.iter().find(|f| clause.id.starts_with(&format!("{}-", f.id)));
        let texts = folder.map(|f| f.stories.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>());
        let told: Vec<Told> = texts.unwrap_or_default().into_iter().flat_map(|text| told(text, &clause.id)).collect();
        if told.is_empty() {
            wrong.push(format!("{}: no story", clause.id));
        }
        for number in untold(clause, &told) {
            let titles: Vec<_> = told.iter().map(|t| t.title.as_str()).collect();
            wrong.push(format!("{}: {number} is not told in {titles:?}", clause.id));
        }
    }
    assert!(wrong.is_empty(), "{} numbers:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_day_counting_of_this_file_is_right() {
    let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
    assert_eq!(plus(day("2026-09-30"), (3.0, "working_day")), Some(day("2026-10-10")));
    assert_eq!(plus(day("2026-01-31"), (1.0, "month")), Some(day("2026-02-28")));
    assert_eq!(period_end(day("2026-08-31"), (1.0, "quarter")), Some(day("2026-09-30")));
    assert_eq!(period_end(day("2024-01-14"), (2.0, "week")), Some(day("2024-01-14")));
    assert!(!tells_share(&[read("x\n| 指标 | 做到 | 应做 | 结果 |\n| a | 69 | 100 | 达到 |")], 70.0, false));
}
