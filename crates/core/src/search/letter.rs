//! A text as searching sees it.

use super::sounds::{Sounds, sounds, surname_first};
use std::ops::Range;

/// One character that counts.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Letter {
    /// The character, folded.
    pub written: char,
    /// Its readings; none: no Chinese character.
    pub sounds: Sounds,
    /// Where it stands in the text as it was, in bytes.
    pub at: Range<usize>,
}

/// How a character counts: full-width as half-width, capitals as small ones; blanks, apostrophes (`xi'an`) and the dot
/// of foreign names not at all.
fn folded(c: char) -> Option<char> {
    let c = match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        other => other,
    };
    let is_dropped = c.is_whitespace() || c.is_control() || ['\'', '’', '‘', '·', '•', '・'].contains(&c);
    (!is_dropped).then(|| c.to_lowercase().next().unwrap_or(c))
}

/// The text folded.
pub(super) fn fold(text: &str) -> String {
    text.chars().filter_map(folded).collect()
}

/// The letters of a number or place, without readings.
pub(super) fn letters(text: &str) -> Vec<Letter> {
    let ends = text.char_indices().map(|(at, c)| (at..at + c.len_utf8(), folded(c)));
    ends.filter_map(|(at, c)| Some(Letter { written: c?, sounds: Sounds::default(), at })).collect()
}

/// The letters of a name with their readings, that of a surname first.
pub(super) fn name_letters(name: &str) -> Vec<Letter> {
    let mut letters = letters(name);
    let written: Vec<char> = letters.iter().map(|letter| letter.written).collect();
    let mut all: Vec<_> = written.iter().map(|c| sounds(*c)).collect();
    surname_first(&written, &mut all);
    for (letter, sounds) in letters.iter_mut().zip(all) {
        letter.sounds = sounds;
    }
    letters
}

/// Where in a text somebody may begin to type: at every Chinese character, and at the beginning (not in the middle) of each
/// run of digits or of letters.
pub(super) fn starts(letters: &[Letter]) -> Vec<usize> {
    let mut before = Kind::Other;
    let mut found = Vec::new();
    for (at, letter) in letters.iter().enumerate() {
        let kind = Kind::of(letter.written);
        if letter.written.is_alphanumeric() && (kind == Kind::Other || kind != before) {
            found.push(at);
        }
        before = kind;
    }
    found
}

/// A number without the noughts before it.
pub(super) fn plain(run: &str) -> &str {
    run.trim_start_matches('0')
}

/// The runs of digits of a text, each with its place in bytes.
pub(super) fn digit_runs(letters: &[Letter]) -> Vec<(String, Range<usize>)> {
    let mut runs: Vec<(String, Range<usize>)> = Vec::new();
    let mut goes_on = false;
    for letter in letters {
        let is_digit = letter.written.is_ascii_digit();
        match runs.last_mut() {
            Some((run, at)) if goes_on && is_digit => {
                run.push(letter.written);
                at.end = letter.at.end;
            }
            _ if is_digit => runs.push((letter.written.to_string(), letter.at.clone())),
            _ => {}
        }
        goes_on = is_digit;
    }
    runs
}

#[derive(PartialEq, Clone, Copy)]
enum Kind {
    Digit,
    Letter,
    Other,
}

impl Kind {
    fn of(c: char) -> Self {
        match c {
            '0'..='9' => Self::Digit,
            'a'..='z' => Self::Letter,
            _ => Self::Other,
        }
    }
}
