//! What somebody typed, as ranges of words to walk and as the judge of whom they lead to.

use super::letter::{fold, letters, plain};
use super::matching::{Found, MatchedBy, match_end, match_name, match_number, match_numbers, match_place};
use super::sounds::sounds;
use super::word::{Mark, backwards, bare, cut};
use crate::domain::{Client, Matter};

/// A character in a mixed query stands for so many readings together with the others at most.
const MOST_SPELLINGS: usize = 16;

/// Longer input is cut: nobody types that, but a whole page may be pasted by mistake.
const LONGEST: usize = 60;

/// After every character.
const END: char = '\u{10FFFF}';

/// A range of words: those from `from` on and before `to`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Range {
    /// The first word.
    pub from: String,
    /// The first word that is beyond it.
    pub to: String,
    /// Whether all that is met there matches; otherwise each must be asked by [`Query::match_client`].
    pub is_exact: bool,
    /// What is matched there.
    mark: Mark,
}

impl Range {
    fn beginning(mark: Mark, text: &str, is_exact: bool) -> Self {
        let from = mark.word(text);
        let is_exact = is_exact && text == cut(text);
        Self { to: format!("{from}{END}"), from, is_exact, mark }
    }

    fn only(mark: Mark, text: &str) -> Self {
        let from = mark.word(text);
        Self { to: format!("{from}\0"), from, is_exact: text == cut(text), mark }
    }
}

/// What somebody typed.
#[derive(Debug, Clone)]
pub struct Query {
    folded: String,
    /// Only its letters and digits, as numbers are compared.
    bare: String,
    /// In letters and digits only, where something of it is Latin: the spellings of the whole.
    spellings: Vec<String>,
    /// Where it is nothing but numbers with something between them: `17-2-9`.
    numbers: Vec<String>,
    /// Digits and letters from the end, where there is nothing else in it.
    number_back: Option<String>,
}

impl Query {
    /// Reads what was typed; blanks, apostrophes, capitals and full-width letters do not matter.
    pub fn new(typed: &str) -> Self {
        let typed: String = typed.trim().chars().take(LONGEST).collect();
        let folded = fold(&typed);
        let is_number = folded.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        Self {
            spellings: if folded.contains(|c: char| c.is_ascii_lowercase()) { spellings(&folded) } else { Vec::new() },
            bare: bare(&folded),
            numbers: numbers(&typed),
            number_back: Some(backwards(&folded)).filter(|number| is_number && !number.is_empty()),
            folded,
        }
    }

    /// Whether there is nothing to look for.
    pub fn is_empty(&self) -> bool {
        self.folded.is_empty()
    }

    /// The ranges in which clients are met, best rank first. A client may be met in several.
    pub fn ranges(&self) -> Vec<Range> {
        if self.is_empty() {
            return Vec::new();
        }
        let begins = |mark| Range::beginning(mark, &self.folded, true);
        let mut ranges = vec![begins(Mark::Name)];
        ranges.extend(self.sounding(Mark::NameSound));
        ranges.extend(self.sounding(Mark::NameRareSound));
        ranges.extend(self.number(Mark::No));
        ranges.push(begins(Mark::Place));
        ranges.extend(self.numbered(Mark::Place));
        // 901 is rather the room 901 than the end of a telephone number, and rather that than the beginning of 9011.
        ranges.push(Range::only(Mark::InPlace, &self.folded));
        ranges.extend(self.ending(Mark::PhoneBack));
        ranges.extend(self.ending(Mark::NoBack));
        ranges.push(begins(Mark::InName));
        ranges.extend(self.sounding(Mark::InNameSound));
        ranges.extend(self.sounding(Mark::InNameRareSound));
        ranges.push(begins(Mark::InPlace));
        ranges.extend(self.numbered(Mark::InPlace));
        ranges.extend(self.number(Mark::InNo));
        ranges.push(begins(Mark::Contact));
        ranges.extend(self.sounding(Mark::Contact));
        ranges
    }

    /// The ranges in which matters are met, best rank first.
    pub fn matter_ranges(&self) -> Vec<Range> {
        if self.is_empty() {
            return Vec::new();
        }
        let found = [self.number(Mark::MatterNo), self.ending(Mark::MatterNoBack), self.number(Mark::InMatterNo)];
        found.into_iter().flatten().collect()
    }

    fn sounding(&self, mark: Mark) -> impl Iterator<Item = Range> {
        let is_exact = self.folded.is_ascii();
        self.spellings.iter().map(move |spelling| Range::beginning(mark, spelling, is_exact))
    }

    fn numbered(&self, mark: Mark) -> Option<Range> {
        (self.numbers.len() > 1).then(|| Range::beginning(mark, &self.numbers.join("-"), true))
    }

    fn number(&self, mark: Mark) -> Option<Range> {
        (!self.bare.is_empty()).then(|| Range::beginning(mark, &self.bare, true))
    }

    fn ending(&self, mark: Mark) -> Option<Range> {
        self.number_back.as_ref().map(|number| Range::beginning(mark, number, true))
    }

    /// How the client answers to the query in what the range is about; none where he does not.
    pub fn match_client(&self, client: &Client, range: &Range) -> Option<Found> {
        let typed: Vec<char> = self.folded.chars().collect();
        match range.mark {
            Mark::Name | Mark::NameSound | Mark::NameRareSound => {
                match_name(MatchedBy::Name, &client.name, &typed, false)
            }
            Mark::InName | Mark::InNameSound | Mark::InNameRareSound => {
                match_name(MatchedBy::Name, &client.name, &typed, true)
            }
            Mark::No | Mark::InNo => match_number(client.no.as_deref()?, &self.bare),
            Mark::NoBack => self.match_end(MatchedBy::No, client.no.as_deref()?),
            Mark::Place | Mark::InPlace => self.match_place(client.place.as_deref()?),
            Mark::PhoneBack => {
                let mut phones = client.contacts.iter().flat_map(|contact| &contact.phones);
                phones.find_map(|phone| self.match_end(MatchedBy::Phone, phone))
            }
            Mark::Contact => {
                let mut names = client.contacts.iter().filter_map(|contact| contact.name.as_deref());
                names.find_map(|name| match_name(MatchedBy::Contact, name, &typed, true))
            }
            Mark::MatterNo | Mark::InMatterNo | Mark::MatterNoBack => None,
        }
    }

    /// How the matter answers to the query; none where it does not.
    pub fn match_matter(&self, matter: &Matter, range: &Range) -> Option<Found> {
        let no = matter.no.as_deref()?;
        match range.mark {
            Mark::MatterNoBack => self.match_end(MatchedBy::No, no),
            _ => match_number(no, &self.bare),
        }
    }

    fn match_place(&self, place: &str) -> Option<Found> {
        let numbers: Vec<&str> = self.numbers.iter().map(String::as_str).collect();
        let as_written = match_place(place, &self.folded);
        as_written.or_else(|| if numbers.len() > 1 { match_numbers(place, &numbers) } else { None })
    }

    fn match_end(&self, by: MatchedBy, number: &str) -> Option<Found> {
        match_end(by, number, self.number_back.as_deref()?)
    }
}

/// The query in Latin letters: each Chinese character by each of its readings.
fn spellings(folded: &str) -> Vec<String> {
    let mut all = vec![String::new()];
    for letter in letters(folded) {
        let sounds = sounds(letter.written).all;
        let parts = if sounds.is_empty() { vec![letter.written.to_string()] } else { sounds };
        all = all.iter().flat_map(|so_far| parts.iter().map(move |part| format!("{so_far}{part}"))).collect();
        all.truncate(MOST_SPELLINGS);
    }
    all
}

/// The numbers of a query that consists of numbers and of what stands between them; the last may have just been begun and
/// be empty (`17-`).
fn numbers(typed: &str) -> Vec<String> {
    let is_between = |c: char| c.is_whitespace() || ['-', '－', '—', '–', '_', '/', '#', '.', ',', '，'].contains(&c);
    let only = typed.chars().all(|c| c.is_ascii_digit() || is_between(c));
    let parts: Vec<String> = typed.split(is_between).map(str::to_owned).collect();
    let begins = parts.first().is_some_and(|part| !part.is_empty());
    let has_gap = parts.iter().rev().skip(1).any(String::is_empty);
    let plain = || parts.iter().map(|part| plain(part).to_owned()).collect();
    if only && begins && !has_gap { plain() } else { Vec::new() }
}
