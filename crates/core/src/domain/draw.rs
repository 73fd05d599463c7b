//! Draws: stored acts. The population is frozen and hashed, then a seed, then a full ranking (DESIGN 6.7).

use super::{ClientId, DrawId, MatterId, StaffRef};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One draw of a sampling rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draw {
    /// Stable identifier.
    pub id: DrawId,
    /// Pack id.
    pub pack: String,
    /// Rule id inside the pack.
    pub rule: String,
    /// The period for which was drawn, as its text (`2026W40`).
    pub period: String,
    /// Civil day of the draw.
    pub on: NaiveDate,
    /// What the ranking was made with; anybody who has it and the frame can make the ranking again.
    pub seed: String,
    /// Hash of the frozen population.
    pub frame_hash: String,
    /// The whole population in the order of the ranking.
    pub ranking: Vec<Drawn>,
    /// How many are taken of each stratum, in the order of the ranking.
    pub take: BTreeMap<String, u32>,
    /// Those that were replaced by the next rank, with the reason.
    #[serde(default)]
    pub replaced: Vec<Replaced>,
    /// Who drew.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<StaffRef>,
    /// Taken back: it stays visible, and counts for nothing.
    #[serde(default)]
    pub voided: bool,
    /// When it was written, milliseconds since 1970 (UTC).
    #[serde(default)]
    pub at_ms: i64,
}

/// One unit of the population.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Drawn {
    /// The client.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client: Option<ClientId>,
    /// The matter, where matters are drawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub matter: Option<MatterId>,
    /// The stratum to which it belongs; empty where there are none.
    #[serde(default)]
    pub stratum: String,
}

impl Drawn {
    /// The unit as frames and lots are hashed: client, matter, stratum.
    pub fn key(&self) -> String {
        let client = self.client.as_ref().map_or("", |c| c.as_str());
        let matter = self.matter.as_ref().map_or("", |m| m.as_str());
        format!("{client}|{matter}|{}", self.stratum)
    }
}

/// A drawn unit that was replaced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Replaced {
    /// Which.
    pub unit: Drawn,
    /// Why.
    pub reason: String,
    /// Civil day.
    pub on: NaiveDate,
    /// Who replaced it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<StaffRef>,
}

impl Draw {
    /// The units that are to be followed up: of each stratum the first ranks that were not replaced.
    pub fn chosen(&self) -> Vec<&Drawn> {
        let mut left = self.take.clone();
        let standing = self.ranking.iter().filter(|unit| !self.replaced.iter().any(|r| &r.unit == *unit));
        standing
            .filter(|unit| match left.get_mut(&unit.stratum) {
                Some(left) if *left > 0 => {
                    *left -= 1;
                    true
                }
                _ => false,
            })
            .collect()
    }
}
