//! The words under which clients and matters are indexed.
//!
//! A word is a [`Mark`], which says what it is made of and where it begins, and then the text. Marks are in order of rank.

use super::letter::{Letter, digit_runs, fold, letters, name_letters, starts};
use crate::domain::Client;
use std::collections::BTreeSet;

/// Words are cut off after so many characters (a full address would otherwise cost kilobytes); what is typed beyond that
/// is compared with the text itself.
pub(super) const LENGTH: usize = 12;

/// Up to so many characters a name has words for every mixture of syllables and initials; longer names (companies,
/// names of minorities) have one of all syllables and one of all initials, from every character on.
const MIXED: usize = 4;

/// So many words of sound from one character on, the commonest readings first: names in which nearly every character has
/// five readings would have thousands.
const MOST_SOUNDS: usize = 256;

/// What a word is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Mark {
    /// A client's name, from its beginning.
    Name = b'a',
    /// How the name sounds.
    NameSound,
    /// The record number.
    No,
    /// The place.
    Place,
    /// From within the place.
    InPlace,
    /// A telephone number, backwards: people read out the last digits.
    PhoneBack,
    /// The record number, backwards.
    NoBack,
    /// From within the name.
    InName,
    /// How the name sounds from there on.
    InNameSound,
    /// From within the record number.
    InNo,
    /// The name of somebody who can be rung up about the client, and how it sounds.
    Contact,
    /// A matter's number, from its beginning.
    MatterNo,
    /// A matter's number, from within.
    InMatterNo,
    /// A matter's number, backwards.
    MatterNoBack,
}

impl Mark {
    /// The word of this mark with that text.
    pub fn word(self, text: &str) -> String {
        format!("{}{}", char::from(self as u8), cut(text))
    }
}

/// The first characters of a text.
pub(super) fn cut(text: &str) -> &str {
    text.char_indices().nth(LENGTH).map_or(text, |(end, _)| &text[..end])
}

/// The letters and digits of a number.
pub(super) fn bare(number: &str) -> String {
    fold(number).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The letters and digits of a number, written backwards.
pub(super) fn backwards(number: &str) -> String {
    bare(number).chars().rev().collect()
}

/// The words under which the client is found.
pub fn client_words(client: &Client) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    let name = name_letters(&client.name);
    add_ends(&mut words, &name, Mark::Name, Mark::InName);
    add_sounds(&mut words, &name, Mark::NameSound, Some(Mark::InNameSound));
    if let Some(place) = &client.place {
        add_place(&mut words, &letters(place));
    }
    if let Some(no) = &client.no {
        add_number(&mut words, no, Mark::No, Mark::InNo, Mark::NoBack);
    }
    for contact in &client.contacts {
        words.extend(contact.phones.iter().map(|phone| Mark::PhoneBack.word(&backwards(phone))));
        let name = contact.name.as_deref().map(name_letters).unwrap_or_default();
        if !name.is_empty() {
            words.insert(Mark::Contact.word(&written(&name)));
            add_sounds(&mut words, &name, Mark::Contact, None);
        }
    }
    words
}

/// The words under which a matter of that number is found.
pub fn matter_words(no: Option<&str>) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    if let Some(no) = no {
        add_number(&mut words, no, Mark::MatterNo, Mark::InMatterNo, Mark::MatterNoBack);
    }
    words
}

fn written(letters: &[Letter]) -> String {
    letters.iter().map(|letter| letter.written).collect()
}

fn add_ends(words: &mut BTreeSet<String>, letters: &[Letter], first: Mark, within: Mark) {
    for start in starts(letters) {
        words.insert(mark_at(start, first, within).word(&written(&letters[start..])));
    }
}

/// A number counts without what stands between its letters and digits: `TS-26` is also `ts26`.
fn add_number(words: &mut BTreeSet<String>, no: &str, first: Mark, within: Mark, back: Mark) {
    let letters = letters(no);
    for start in starts(&letters) {
        words.insert(mark_at(start, first, within).word(&bare(&written(&letters[start..]))));
    }
    words.insert(back.word(&backwards(no)));
}

fn mark_at(start: usize, first: Mark, within: Mark) -> Mark {
    if start == 0 { first } else { within }
}

/// A place is also found by its numbers alone: `17-2-901` for 17栋2单元901.
fn add_place(words: &mut BTreeSet<String>, place: &[Letter]) {
    add_ends(words, place, Mark::Place, Mark::InPlace);
    let numbers: Vec<String> = digit_runs(place).into_iter().map(|(run, _)| run).collect();
    for start in 0..numbers.len().saturating_sub(1) {
        words.insert(mark_at(start, Mark::Place, Mark::InPlace).word(&numbers[start..].join("-")));
    }
}

/// The words of sound from each character on (without `within`: from the first), to the next mark of punctuation.
fn add_sounds(words: &mut BTreeSet<String>, name: &[Letter], first: Mark, within: Option<Mark>) {
    for start in starts(name).into_iter().take(if within.is_some() { usize::MAX } else { 1 }) {
        let run = name[start..].iter().take_while(|letter| letter.written.is_alphanumeric());
        let run: Vec<&Letter> = run.collect();
        if run.iter().all(|letter| letter.sounds.is_empty()) {
            continue;
        }
        let mark = mark_at(start, first, within.unwrap_or(first));
        words.extend(sound_words(&run).iter().map(|word| mark.word(word)));
    }
}

fn sound_words(run: &[&Letter]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    if run.len() <= MIXED {
        spell(run, &[How::Syllable, How::Initial], String::new(), &mut found);
    } else {
        spell(run, &[How::Syllable], String::new(), &mut found);
        spell(run, &[How::Initial], String::new(), &mut found);
    }
    found
}

#[derive(Clone, Copy, PartialEq)]
enum How {
    Syllable,
    Initial,
}

/// Every way to spell the letters. The last is always a syllable where there is a choice: its initial begins it.
fn spell(run: &[&Letter], all_ways: &[How], so_far: String, found: &mut BTreeSet<String>) {
    if found.len() >= MOST_SOUNDS {
        return;
    }
    let Some((letter, rest)) = run.split_first().filter(|_| so_far.len() < LENGTH) else {
        found.insert(so_far);
        return;
    };
    if letter.sounds.is_empty() {
        return spell(rest, all_ways, format!("{so_far}{}", letter.written), found);
    }
    let ways = if rest.is_empty() { &all_ways[..1] } else { all_ways };
    let mut spelled = Vec::new();
    for sound in &letter.sounds {
        for way in ways {
            let part = if *way == How::Syllable { sound.as_str() } else { &sound[..1] };
            if !spelled.contains(&part) {
                spelled.push(part);
                spell(rest, all_ways, format!("{so_far}{part}"), found);
            }
        }
    }
}
