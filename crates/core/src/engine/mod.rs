//! The rule engine: what the policies ask for, given the facts.
//!
//! ```text
//! derive(facts, packs, calendar, today)   -> emissions   what should exist up to today + 90 days
//! reconcile(existing, emissions)          -> changes     new, moved, withdrawn, asked for again
//! advance(task, human acts, today)        -> state       computed from dates, in one place
//! simulate(facts, packs, calendar, span)  -> emissions   as if each were done on its due day
//! touched(edits, tasks)                   -> scope       whom to ask again after an edit
//! ```
//!
//! All five are pure. Each rule kind is one file of `kinds`; `matters` says how a rule finds its subjects and what may keep
//! a task from being asked for, so that "why is he not on the list" is answered by the same code that makes the list.

mod by_hand;
mod derive;
mod draw;
mod emission;
mod facts_file;
mod frame;
mod hours;
mod kinds;
mod measure;
mod next_call;
mod reconcile;
mod recount;
mod resolve;
mod sentence;
mod simulate;
mod state;
pub mod story;
mod touch;
mod tries;
mod why;
mod world;

pub use by_hand::BY_HAND;
pub use derive::{Derived, Enabled, Failure, HORIZON_DAYS, PackVersion, Scope, Variant, Whom, derive};
pub use draw::{DrawFrame, draw_frame, drawn_from};
pub use emission::{Emission, HALTED_FOR_GOOD, Task, TaskKey};
pub use facts_file::facts_from_json;
pub use hours::{ContactHours, DayPart};
pub use kinds::{asks_office, data_passes, data_words, kinds_of_all, kinds_of_all_in};
pub use next_call::{CallRules, NextCall, USUAL_TRIES, next_call};
pub use reconcile::{Change, reconcile};
pub use recount::Recount;
pub use resolve::resolve_settlements;
pub use simulate::simulate;
pub use state::{Charge, End, EndKind, Human, HumanActs, State, TaskView, advance, assignee, human_acts};
pub use touch::{Edit, Touched, tasks_named, touched};
pub use tries::{NextTry, next_try};
pub use why::{Why, WhyNot, why_not, why_withdrawn};
pub use world::World;

#[cfg(test)]
mod tests;
