//! The first start: what can be chosen, where the office may lie, and a demonstration office.

use super::wire;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;
use ts_rs::TS;

wire! {

    /// A pack as it is offered to a new office.
    pub struct PackOffer {
        /// Policy id.
        id: String,
        /// Title.
        title: String,
        /// Sector.
        sector: String,
        /// What it asks for, in one line: 投诉回访、维修回访、文体活动回访 等 7 项.
        line: String,
        /// How many enforceable clauses run, ask, show.
        runs: u32,
        /// See `runs`.
        asks: u32,
        /// See `runs`.
        shows: u32,
        /// Blanks of the policy that must be filled in before it can be enabled.
        blanks: u32,
        /// Of its sector the one that does most by itself and needs nothing filled in first.
        recommended: bool,
        /// The posts that it gives follow-ups to, the busiest first.
        roles: Vec<String>,
    }

    /// The first person of a new office.
    pub struct FirstPerson {
        /// Name.
        name: String,
        /// Post.
        role: String,
    }

    /// Makes an office folder and opens it.
    pub struct CreateOffice {
        /// The folder; it must be empty or not exist.
        dir: String,
        /// Name of the office.
        name: String,
        /// Ids of the packs to enable; they run side by side.
        packs: Vec<String>,
        /// From which day; none: from today.
        effective_from: Option<String>,
        /// Values of parameters: by pack, by name.
        #[serde(default)]
        #[ts(type = "{ [pack: string]: { [name: string]: unknown } }")]
        values: BTreeMap<String, BTreeMap<String, Value>>,
        /// Who works there first, and is signed in.
        #[serde(default)]
        first: Option<FirstPerson>,
    }

    /// Asks where an office may lie.
    pub struct FolderWish {
        /// The folder thought of; none: one is proposed.
        dir: Option<String>,
        /// Name of the office.
        name: String,
    }

    /// A folder for an office.
    pub struct FolderCheck {
        /// The folder.
        dir: String,
        /// Why it will not do: the code and the sentence with the remedy; none: it will.
        problem: Option<FolderProblem>,
    }

    /// Why a folder will not do.
    pub struct FolderProblem {
        /// Stable code.
        code: String,
        /// What is wrong and what to do.
        text: String,
    }

    /// Makes a demonstration office and opens it.
    pub struct SampleOffice {
        /// Sector of the office that the person thought of; the nearest of the three demonstrations is made.
        sector: String,
        /// The folder; none: one is proposed.
        dir: Option<String>,
    }
}
