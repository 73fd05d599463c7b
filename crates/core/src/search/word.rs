//! The words under which clients and matters are indexed.
//!
//! A word is a [`Mark`], which says what it is made of and where it begins, and then the text. Marks are in order of rank.

use super::letter::{Letter, digit_runs, fold, letters, name_letters, plain, starts};
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
    /// How the name sounds, every character by its commonest reading.
    NameSound,
    /// How the name sounds by rarer readings.
    NameRareSound,
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
    /// How the name sounds from there on by rarer readings.
    InNameRareSound,
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
    add_sounds(&mut words, &name);
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
            let first = starts(&name).first().map(|start| &name[*start..]);
            words.insert(Mark::Contact.word(&written(&name)));
            words.extend(sound_words(first.unwrap_or_default(), false).iter().map(|word| Mark::Contact.word(word)));
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

/// A place is also found by its numbers alone: `17-2-901` for 17栋2单元0901; nobody types the noughts before a number.
fn add_place(words: &mut BTreeSet<String>, place: &[Letter]) {
    add_ends(words, place, Mark::Place, Mark::InPlace);
    let numbers: Vec<String> = digit_runs(place).into_iter().map(|(run, _)| plain(&run).to_owned()).collect();
    for start in 0..numbers.len().saturating_sub(1) {
        words.insert(mark_at(start, Mark::Place, Mark::InPlace).word(&numbers[start..].join("-")));
    }
}

/// The words of sound from each character on.
fn add_sounds(words: &mut BTreeSet<String>, name: &[Letter]) {
    for start in starts(name) {
        let common = sound_words(&name[start..], true);
        let all = sound_words(&name[start..], false);
        let common_mark = mark_at(start, Mark::NameSound, Mark::InNameSound);
        let rare_mark = mark_at(start, Mark::NameRareSound, Mark::InNameRareSound);
        words.extend(common.iter().map(|word| common_mark.word(word)));
        words.extend(all.difference(&common).map(|word| rare_mark.word(word)));
    }
}

/// The words of sound of a name up to the next mark of punctuation; none where no character of it is Chinese.
fn sound_words(name: &[Letter], only_common: bool) -> BTreeSet<String> {
    let run = name.split(|letter| !letter.written.is_alphanumeric()).next().unwrap_or_default();
    let mut found = BTreeSet::new();
    let spelling = Spelling { only_common, ways: &[How::Syllable, How::Initial] };
    if run.iter().all(|letter| letter.sounds.all.is_empty()) {
        return found;
    }
    if run.len() <= MIXED {
        spelling.spell(run, String::new(), &mut found);
    } else {
        Spelling { ways: &[How::Syllable], ..spelling }.spell(run, String::new(), &mut found);
        Spelling { ways: &[How::Initial], ..spelling }.spell(run, String::new(), &mut found);
    }
    found
}

#[derive(Clone, Copy)]
enum How {
    Syllable,
    Initial,
}

/// How letters are spelled.
#[derive(Clone, Copy)]
struct Spelling {
    only_common: bool,
    ways: &'static [How],
}

impl Spelling {
    /// Every way to spell the letters. The last is always a syllable where there is a choice: its initial begins it.
    fn spell(self, run: &[Letter], so_far: String, found: &mut BTreeSet<String>) {
        if found.len() >= MOST_SOUNDS {
            return;
        }
        let Some((letter, rest)) = run.split_first().filter(|_| so_far.len() < LENGTH) else {
            found.insert(so_far);
            return;
        };
        if letter.sounds.all.is_empty() {
            return self.spell(rest, format!("{so_far}{}", letter.written), found);
        }
        let ways = if rest.is_empty() { &self.ways[..1] } else { self.ways };
        let mut parts: Vec<&str> = Vec::new();
        for sound in letter.sounds.of(self.only_common) {
            for way in ways {
                let part = if matches!(way, How::Syllable) { sound.as_str() } else { &sound[..1] };
                if !parts.contains(&part) {
                    parts.push(part);
                    self.spell(rest, format!("{so_far}{part}"), found);
                }
            }
        }
    }
}
