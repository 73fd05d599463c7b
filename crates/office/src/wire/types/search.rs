//! The one search: clients, matters, and how each answers to what was typed.

use super::{ClientBrief, MatterBrief, wire};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

wire! {

    /// Asks for the best that is found by what was typed.
    pub struct SearchQuery {
        /// Name, pinyin, initials or these mixed, telephone tail, room, record number, number of a matter.
        find: String,
        /// Ids of the clients to list while nothing is typed, in that order.
        recent: Vec<String>,
        /// How many clients, and how many matters, at most.
        limit: u32,
    }

    /// What a search found, the best first.
    pub struct SearchAnswer {
        /// Clients.
        clients: Vec<ClientHit>,
        /// Matters.
        matters: Vec<MatterHit>,
        /// Whether there are more clients or matters than these.
        more: bool,
    }

    /// A client that was found.
    pub struct ClientHit {
        /// Who.
        client: ClientBrief,
        /// What was matched; none while nothing is typed.
        matched: Option<Matched>,
    }

    /// A matter that was found.
    pub struct MatterHit {
        /// Which.
        matter: MatterBrief,
        /// The client whom it concerns; none: anonymous.
        client: Option<ClientBrief>,
        /// Day of its last milestone.
        on: Option<String>,
        /// What was matched.
        matched: Matched,
    }

    /// A match: the text that was matched, cut in three.
    pub struct Matched {
        /// `name`, `pinyin`, `no`, `place`, `phone`, `contact`.
        by: String,
        /// What stands before the match.
        before: String,
        /// The part that was matched.
        hit: String,
        /// What stands after it.
        after: String,
        /// By sound: how the part is read.
        reading: Option<String>,
    }
}
