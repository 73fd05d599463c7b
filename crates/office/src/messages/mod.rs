//! Messages by short message and WeChat. The program is offline: it makes the texts, and writes down what people say that
//! they sent.
//!
//! Map: `words` (placeholders) and `texts` (own, of policies, shipped) -> `whom` (lists of people) -> `compose` (messages
//! ready, and who gets none) -> `sent` (records, in one step) and `export` (a list for a sending tool). Beside them
//! `calendar` with `ics`: appointments and promised call-backs for the calendar of a telephone.

mod calendar;
mod compose;
mod export;
mod ics;
mod sent;
mod texts;
mod whom;
mod words;

pub(crate) use sent::outcome_words;
