//! What a draw is called, and who stands in it, in words.

use crate::OfficeError;
use crate::office::Office;
use crate::wire::{ClauseRef, DrawAbout, DrawStratum};
use huifang_core::calendar::Period;
use huifang_core::domain::{ClientId, Drawn, MatterId};
use huifang_core::policy::rule_words;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A unit as a person knows it: name, room or number, matter.
pub(super) type UnitNames = (String, String, String);

impl Office {
    /// What is drawn for.
    pub(super) fn draw_about(&self, pack: &str, rule: &str, period: &str, stretch: String) -> DrawAbout {
        let found = self.rule_ever(pack, rule);
        let clauses = found.map(|rule| rule.carried.ids()).unwrap_or_default();
        DrawAbout {
            pack: pack.to_owned(),
            rule: rule.to_owned(),
            title: found.map_or_else(|| rule.to_owned(), |rule| rule.title.clone()),
            words: found.map(rule_words).unwrap_or_default(),
            clauses: clauses.iter().map(|id| self.clause_ref(id)).collect(),
            period: period_words(period),
            stretch,
        }
    }

    /// A clause with the title of its policy.
    pub(crate) fn clause_ref(&self, id: &str) -> ClauseRef {
        let pack = id.rsplit_once('-').map_or(id, |(pack, _)| pack);
        let policy = self.pack(pack).map_or_else(|| pack.to_owned(), |p| p.title.clone());
        ClauseRef { id: id.to_owned(), policy }
    }

    /// Each unit's names, in their order.
    pub(super) fn drawn_names(&self, units: &[&Drawn]) -> Result<Vec<UnitNames>, OfficeError> {
        let clients: BTreeSet<ClientId> = units.iter().filter_map(|u| u.client.clone()).collect();
        let matters: BTreeSet<MatterId> = units.iter().filter_map(|u| u.matter.clone()).collect();
        let (clients, matters) = (self.store.read().clients(&clients)?, self.store.read().matters(&matters)?);
        let clients: HashMap<_, _> = clients.iter().map(|c| (&c.id, c)).collect();
        let matters: HashMap<_, _> = matters.iter().map(|m| (&m.id, m)).collect();
        let names = |unit: &&Drawn| {
            let client = unit.client.as_ref().and_then(|id| clients.get(id));
            let matter = unit.matter.as_ref().and_then(|id| matters.get(id));
            let gone = || unit.client.as_ref().map(|id| format!("(已不在){id}")).unwrap_or_default();
            let brief = matter.map(|m| self.matter_brief(m));
            (
                client.map_or_else(gone, |c| c.name.clone()),
                client.and_then(|c| c.place.clone().or_else(|| c.no.clone())).unwrap_or_default(),
                brief.map(|b| [b.kind_label, b.no.unwrap_or_default()].join(" ").trim().to_owned()).unwrap_or_default(),
            )
        };
        Ok(units.iter().map(names).collect())
    }
}

/// The period as people call it, with its days.
pub(super) fn period_words(period: &str) -> String {
    Period::parse(period).map_or_else(|_| period.to_owned(), |p| format!("{}({} 至 {})", p.chinese(), p.first, p.last))
}

/// The stretch out of which is drawn, where it is another than the period.
pub(super) fn stretch(stretch: &str, period: &str) -> String {
    if stretch == period { String::new() } else { period_words(stretch) }
}

/// The strata with their sizes; empty where the policy draws by none.
pub(super) fn strata(units: &[Drawn], take: &BTreeMap<String, u32>) -> Vec<DrawStratum> {
    let mut sizes: BTreeMap<&str, u32> = BTreeMap::new();
    for unit in units {
        *sizes.entry(&unit.stratum).or_default() += 1;
    }
    if sizes.keys().all(|name| name.is_empty()) {
        return Vec::new();
    }
    let row = |(name, size): (&str, u32)| DrawStratum {
        name: name.to_owned(),
        size,
        take: take.get(name).copied().unwrap_or(0),
    };
    let mut rows: Vec<_> = sizes.into_iter().map(row).collect();
    rows.sort_by_key(|row| row.name.is_empty());
    rows
}
