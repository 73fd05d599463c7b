//! Every number of a complete pack is held by a story: change it, and a story fails.

use huifang_core::calendar::WorkingCalendar;
use huifang_core::engine::story::story_holds;
use huifang_core::policy::{ParamValues, PolicyPack};
use std::fs;
use std::ops::Range;
use std::path::Path;

/// Keys whose values are words or names, not rules.
const WORDS: [&str; 19] = [
    "id", "title", "label", "text", "hint", "sector", "language", "version", "clauses", "asks", "shows", "windows", "min",
    "max", "levels", "dissatisfied", "choices", "here", "there",
];

/// A number of the text, with the key to which it belongs.
#[derive(Debug)]
struct Number {
    key: String,
    /// Name of the line's first key: the parameter, for parameters.
    first_key: String,
    at: Range<usize>,
}

/// The numbers of a pack's text that say something: not in comments, not in words, not in names.
fn numbers(text: &str) -> Vec<Number> {
    let mut found = Vec::new();
    let mut line_start = 0;
    for line in text.split_inclusive('\n') {
        let rule = line.split(" #").next().unwrap_or_default();
        let first_key = rule.split_once(" = ").map_or("", |(key, _)| key);
        if !rule.starts_with(['#', '[']) && !WORDS.contains(&first_key) {
            for at in digits(rule) {
                let key = key_before(&rule[..at.start]);
                if !WORDS.contains(&key.as_str()) {
                    let at = line_start + at.start..line_start + at.end;
                    found.push(Number { key, first_key: first_key.to_owned(), at });
                }
            }
        }
        line_start += line.len();
    }
    found
}

fn digits(line: &str) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (i, _) in line.bytes().enumerate().filter(|(_, b)| b.is_ascii_digit()) {
        match runs.last_mut().filter(|run| run.end == i) {
            Some(run) => run.end = i + 1,
            None => runs.push(i..i + 1),
        }
    }
    runs
}

fn key_before(text: &str) -> String {
    let before = text.rsplit_once(" = ").map_or("", |(before, _)| before);
    let key: String = before.chars().rev().take_while(|c| c.is_ascii_alphanumeric() || "_-".contains(*c)).collect();
    key.chars().rev().collect()
}

fn stories(folder: &Path) -> Vec<String> {
    let files = fs::read_dir(folder.join("stories")).expect("stories/");
    files.map(|file| fs::read_to_string(file.expect("an entry").path()).expect("a story")).collect()
}

/// Whether the pack is refused, or a story comes out otherwise.
fn is_noticed(text: &str, stories: &[String], calendar: &WorkingCalendar) -> bool {
    match PolicyPack::parse(text, &ParamValues::new()) {
        Ok(pack) => !stories.iter().all(|story| story_holds(story, &pack, calendar)),
        Err(_) => true,
    }
}

fn unnoticed(id: &str, least: usize) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs").join(id);
    let text = fs::read_to_string(folder.join("pack.toml")).expect("pack.toml");
    let (stories, calendar) = (stories(&folder), WorkingCalendar::shipped());
    assert!(!is_noticed(&text, &stories, &calendar), "{id}: a story fails before anything is changed");
    let numbers = numbers(&text);
    assert!(numbers.len() >= least, "{id}: only {} numbers found", numbers.len());
    let mut survivors = Vec::new();
    for number in numbers {
        let was: i64 = text[number.at.clone()].parse().expect("digits");
        for now in [was + 1, was - 1, was * 2 + 1] {
            let mut changed = text.clone();
            changed.replace_range(number.at.clone(), &now.to_string());
            if !is_noticed(&changed, &stories, &calendar) {
                survivors.push(format!("{id} {} {}: {was} -> {now}", number.first_key, number.key));
            }
        }
    }
    survivors
}

#[test]
fn changing_any_number_of_the_property_pack_makes_a_story_fail() {
    assert_eq!(unnoticed("002-12", 10), Vec::<String>::new());
}

#[test]
fn changing_any_number_of_the_hospital_pack_makes_a_story_fail() {
    assert_eq!(unnoticed("002-16", 7), Vec::<String>::new());
}

#[test]
fn changing_any_number_of_the_dental_pack_makes_a_story_fail() {
    assert_eq!(unnoticed("001-01", 10), Vec::<String>::new());
}

#[test]
fn changing_any_number_of_the_packs_in_work_makes_a_story_fail() {
    let survivors: Vec<_> = ["001-03", "001-15", "002-09"].iter().flat_map(|id| unnoticed(id, 4)).collect();
    assert_eq!(survivors, Vec::<String>::new());
}

#[test]
fn changing_any_number_of_the_machine_makers_pack_makes_a_story_fail() {
    assert_eq!(unnoticed("004-14", 5), Vec::<String>::new());
}

#[test]
fn changing_any_number_of_the_key_clients_pack_makes_a_story_fail() {
    assert_eq!(unnoticed("004-15", 30), Vec::<String>::new());
}
