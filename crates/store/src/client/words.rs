//! What a search looks up, so that its cost grows with what it finds and not with the office.
//!
//! A client's words are the ends of name, place and number: a text contains what a word begins with, so "contains" is a
//! range of the index. Telephone and other numbers are kept backwards as well, because people read out the last digits.

use huifang_core::domain::Client;
use std::collections::BTreeSet;

/// Words are cut off after so many characters (a full address would otherwise cost kilobytes), and so is what is searched
/// for: a longer text finds what contains its beginning.
const LENGTH: usize = 12;

/// Stands before what is written backwards; no text that a person types begins with it.
const BACKWARDS: char = '\u{1}';

/// After every character.
const END: char = '\u{10FFFF}';

/// The words under which the client is found.
pub(super) fn words_of(client: &Client) -> BTreeSet<String> {
    let texts = [Some(&client.name), client.place.as_ref(), client.no.as_ref()];
    let mut words: BTreeSet<String> = texts.into_iter().flatten().flat_map(|text| ends(text)).collect();
    let phones = client.contacts.iter().flat_map(|contact| &contact.phones);
    words.extend(phones.chain(client.no.as_ref()).map(|number| backwards(number)));
    words
}

/// The two ranges of words, each with its first and the one after its last, in which a client lies whose words begin with
/// the text or, for a number, end with it.
pub(super) fn ranges(text: &str) -> [String; 4] {
    let forwards = cut(&text.to_lowercase());
    let is_number = text.chars().all(|c| c.is_ascii_alphanumeric());
    let (from, to) = if is_number { with_end(backwards(text)) } else { (String::new(), String::new()) };
    let (first, last) = with_end(forwards);
    [first, last, from, to]
}

fn with_end(first: String) -> (String, String) {
    let last = format!("{first}{END}");
    (first, last)
}

/// The text from each place on where somebody may begin to type: every Chinese character, and the beginning (not the
/// middle) of each run of digits or of letters.
fn ends(text: &str) -> Vec<String> {
    let text = text.to_lowercase();
    let mut before = Kind::Other;
    let mut found = Vec::new();
    for (at, c) in text.char_indices() {
        let kind = Kind::of(c);
        if c.is_alphanumeric() && (kind == Kind::Other || kind != before) {
            found.push(cut(&text[at..]));
        }
        before = kind;
    }
    found
}

fn cut(text: &str) -> String {
    text.chars().take(LENGTH).collect()
}

fn backwards(number: &str) -> String {
    let reversed: String = number.to_lowercase().chars().rev().take(LENGTH).collect();
    format!("{BACKWARDS}{reversed}")
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
