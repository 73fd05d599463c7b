//! What people decided about tasks, and the office's own work that is done.

use super::wire;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

wire! {

    /// What a decision changed.
    pub struct Decided {
        /// The decision; none: others were taken back.
        decision: Option<String>,
        /// Nouns that changed.
        changed: Vec<String>,
        /// One sentence for the person.
        line: String,
    }

    /// A decision about a task.
    pub struct DecisionBrief {
        /// Identifier.
        id: String,
        /// The day from which it holds.
        on: String,
        /// What was decided: 改期到 2026-10-12.
        what: String,
        /// Who decided; empty: nobody was named.
        by: String,
        /// Why, or how it was done.
        note: String,
        /// Taken back.
        voided: bool,
    }

    /// Takes a decision back.
    pub struct VoidDecision {
        /// The decision.
        decision: String,
        /// Why.
        reason: String,
    }

    /// A piece of the office's work that somebody finished.
    pub struct FinishedRow {
        /// The decision.
        decision: String,
        /// The task.
        task: String,
        /// What it is called.
        title: String,
        /// Which one: the task's sentence.
        because: String,
        /// Day on which it was done.
        on: String,
        /// Who finished it; empty: nobody was named.
        by: String,
        /// How it was done.
        note: String,
        /// Taken back.
        voided: bool,
    }
}
