//! Matters: what can be registered, registering it, what happens in it, where it stands, striking it out and back.
//!
//! `kinds` says what can be written about a matter of a kind; `register` and `edit` read a wish into the matter as it would be
//! ([`supposed::Supposed`]), which is then either foreseen (over a reader) or written. So a preview says what the write does.

mod bin;
mod edit;
mod kinds;
mod list;
mod numbers;
mod page;
mod register;
mod supposed;
mod values;
