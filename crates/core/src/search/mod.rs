//! Finding a client or a matter by what somebody types: characters, pinyin, initials, all of them mixed, numbers, rooms.
//!
//! Two halves that must agree, and a property test holds them together. **Words** ([`client_words`], [`matter_words`]) are
//! what a store indexes: everything that can be typed for a client begins one of his words, so that a search is a few
//! ranges of an ordered index and costs what it finds, however large the office is. **A query** ([`Query`]) says which
//! ranges to walk, in order of rank ([`Query::ranges`]), and then how a client that was met there answers to it
//! ([`Query::match_client`]), which is also what is shown as the match.
//!
//! Mixed input needs no third half: a name of up to four characters has a word for each way to write every character
//! but the last by its syllable or its initial (翟伟芳: `zhaiweifang`, `zhaiwfang`, `zweifang`, `zwfang`), and whatever
//! is typed begins one of these. A Chinese character in a mixed query stands for its readings when walking and for
//! itself when matching.

mod letter;
mod matching;
mod order;
mod query;
mod sounds;
mod word;

pub use matching::{Found, MatchedBy};
pub use order::{ORDER_VERSION, name_order, natural_order};
pub use query::{Query, Range};
pub use sounds::readings;
pub use word::{client_words, matter_words};

/// Grows whenever words are made otherwise than before, also by newer readings of a character: a store that was indexed
/// under another version is indexed again. A test compares the words with those of this version.
pub const WORDS_VERSION: i64 = 1;

#[cfg(test)]
mod tests;
