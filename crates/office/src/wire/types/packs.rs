//! Policy packs as readable text.

use super::{PackBrief, wire};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

wire! {

    /// Names one pack.
    pub struct PackRef {
        /// Policy id.
        id: String,
    }

    /// A pack as readable policy.
    pub struct PackText {
        /// Brief.
        brief: PackBrief,
        /// The whole pack in plain Chinese, line by line.
        lines: Vec<PackLine>,
    }

    /// A line of a pack's text.
    pub struct PackLine {
        /// `title`, `heading`, `text`, `silent`.
        kind: String,
        /// The words.
        text: String,
        /// Clauses that the line carries.
        clauses: Vec<String>,
        /// `runs`, `asks`, `shows`, or empty.
        how: String,
    }

    /// Provokes a panic inside a command: how the test sees that it stays there.
    pub struct ProvokePanic {
        /// The panic's message.
        message: String,
    }
}
