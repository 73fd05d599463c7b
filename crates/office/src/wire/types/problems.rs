//! Problems on their way round the loop.

use super::{ClientBrief, MatterBrief, wire};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

wire! {

    /// A problem on its way round the loop.
    pub struct ProblemRow {
        /// Matter id of the problem.
        matter: String,
        /// Number.
        no: String,
        /// Client.
        client: Option<ClientBrief>,
        /// What is wrong.
        text: String,
        /// Out of which matter it came.
        parent: Option<MatterBrief>,
        /// Day raised.
        raised: String,
        /// Day by which it must be rectified.
        deadline: Option<String>,
        /// Who rectifies.
        handler: String,
        /// Day of the last rectification.
        rectified: Option<String>,
        /// Day closed.
        closed: Option<String>,
        /// `open`, `overdue`, `to_recheck`, `closed`.
        state: String,
        /// How many times it was rectified.
        rounds: u32,
    }

    /// Writes down that a problem was rectified.
    pub struct Rectify {
        /// Matter id of the problem.
        matter: String,
        /// Day; none: today.
        on: Option<String>,
        /// What was done.
        note: String,
        /// Who rectified (staff id or name); none: who is signed in.
        by: Option<String>,
    }
}
