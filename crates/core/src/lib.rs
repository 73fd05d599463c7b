//! The pure heart of Huifang: what a follow-up policy asks for, given what happened.
//!
//! Map, in the order in which arrows may point (each module may use those before it):
//! `calendar` (days, working days, periods, festivals) -> `domain` (clients, matters, records, decisions) ->
//! `search` (words and matches) -> `policy` (the pack language) -> `engine` (derive, reconcile, advance, simulate, explain).
//! Nothing here reads a clock, a file or a database; what cannot be understood is returned as a problem, never printed.
//! Words are those of GLOSSARY.md.

pub mod calendar;
mod codes;
pub mod domain;
pub mod engine;
pub mod policy;
pub mod search;
