//! How a client or a matter answers to what was typed.

use super::letter::{Letter, digit_runs, letters, name_letters, plain, starts};
use crate::codes::code_enum;
use std::ops::Range;

code_enum!(
    /// What of a client or matter was matched.
    MatchedBy {
        /// Characters of the name.
        Name = "name",
        /// The sound of the name, or characters and sounds mixed.
        Pinyin = "pinyin",
        /// The record number, or the number of a matter.
        No = "no",
        /// The place.
        Place = "place",
        /// The end of a telephone number.
        Phone = "phone",
        /// The name of somebody who can be rung up about the client.
        Contact = "contact",
    }
);

/// A match, for showing: the text that was matched, cut in three.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// What was matched.
    pub by: MatchedBy,
    /// What stands before the match.
    pub before: String,
    /// The part that was matched.
    pub hit: String,
    /// What stands after it.
    pub after: String,
    /// For a sound: how the matched characters are read, `zhai wei fang`.
    pub reading: Option<String>,
}

impl Found {
    fn new(by: MatchedBy, text: &str, at: Range<usize>) -> Self {
        let [before, hit, after] = [&text[..at.start], &text[at.clone()], &text[at.end..]].map(str::to_owned);
        Self { by, before, hit, after, reading: None }
    }
}

/// The match of a name, from its first letter on or (`within`) from the first one that fits. `by`: `Name` or `Contact`.
pub(super) fn match_name(by: MatchedBy, name: &str, query: &[char], within: bool) -> Option<Found> {
    let name_letters = name_letters(name);
    let last_start = if within { name_letters.len() } else { 1 };
    (0..last_start.min(name_letters.len())).find_map(|start| {
        let read = align(&name_letters[start..], query)?;
        let at = name_letters[start].at.start..name_letters[start + read.len() - 1].at.end;
        let reading: Vec<&str> = read.into_iter().flatten().collect();
        let mut found = Found::new(by, name, at);
        if !reading.is_empty() {
            found.by = if by == MatchedBy::Name { MatchedBy::Pinyin } else { by };
            found.reading = Some(reading.join(" "));
        }
        Some(found)
    })
}

/// Uses up the query from the first letter on. Gives for each letter that was needed the reading by which it was met,
/// none for one that was met as it is written.
fn align<'a>(letters: &'a [Letter], query: &[char]) -> Option<Vec<Option<&'a str>>> {
    if query.is_empty() {
        return Some(Vec::new());
    }
    let (letter, rest) = letters.split_first()?;
    let goes_on = |used: usize, read: Option<&'a str>| {
        let mut all = align(rest, &query[used..])?;
        all.insert(0, read);
        Some(all)
    };
    if letter.written == query[0] {
        return goes_on(1, None);
    }
    let by_sound = |sound: &'a String| {
        let common = sound.chars().zip(query).take_while(|(a, b)| a == *b).count();
        let is_whole = common == sound.len() || common == query.len();
        let whole = if is_whole { goes_on(common, Some(sound)) } else { None };
        whole.or_else(|| if common > 1 || (common == 1 && !is_whole) { goes_on(1, Some(sound)) } else { None })
    };
    letter.sounds.all.iter().find_map(by_sound)
}

/// The match of a place as it is written.
pub(super) fn match_place(place: &str, query: &str) -> Option<Found> {
    match_letters(MatchedBy::Place, place, &letters(place), query)
}

/// The match of a number by its letters and digits.
pub(super) fn match_number(no: &str, query: &str) -> Option<Found> {
    let letters: Vec<Letter> = letters(no).into_iter().filter(|letter| letter.written.is_alphanumeric()).collect();
    match_letters(MatchedBy::No, no, &letters, query)
}

fn match_letters(by: MatchedBy, text: &str, letters: &[Letter], query: &str) -> Option<Found> {
    let wanted = query.chars().count();
    let fits = |at: &usize| letters[*at..*at + wanted].iter().map(|letter| letter.written).eq(query.chars());
    let mut fitting = (0..=letters.len().checked_sub(wanted)?).filter(fits);
    // The beginning of a run before a middle: the second 1 in 21栋1单元.
    let begun = starts(letters);
    let start = fitting.clone().find(|at| begun.contains(at)).or_else(|| fitting.next())?;
    Some(Found::new(by, text, letters[start].at.start..letters[start + wanted - 1].at.end))
}

/// The match of a place by its numbers: `17-2-9` in 17栋2单元0901.
pub(super) fn match_numbers(place: &str, query: &[&str]) -> Option<Found> {
    let runs = digit_runs(&letters(place));
    let (last, whole) = query.split_last()?;
    let met = runs.windows(query.len()).find(|window| {
        let fits = window.iter().zip(whole).all(|((run, _), wanted)| plain(run) == *wanted);
        fits && plain(&window[whole.len()].0).starts_with(last)
    })?;
    let (run, at) = &met[whole.len()];
    let end = at.end - (plain(run).len() - last.len());
    let start = met[0].1.start;
    (start < end).then(|| Found::new(MatchedBy::Place, place, start..end))
}

/// The match of the end of a number; the query backwards.
pub(super) fn match_end(by: MatchedBy, number: &str, query_back: &str) -> Option<Found> {
    let letters = letters(number);
    let mut back = letters.iter().rev().filter(|letter| letter.written.is_alphanumeric());
    let last = back.clone().next()?;
    let first = query_back.chars().try_fold(last, |_, wanted| back.next().filter(|letter| letter.written == wanted))?;
    Some(Found::new(by, number, first.at.start..last.at.end))
}
