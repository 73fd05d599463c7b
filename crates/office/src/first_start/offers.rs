//! What is offered to a new office: every pack of the shelf with what it asks for in one line.

use crate::packs::{PackShelf, counts};
use crate::wire::PackOffer;
use huifang_core::policy::{Assign, PolicyPack, Rule, TaskAction};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// So many titles stand in the line; of the others only how many.
const TITLES: usize = 4;

/// The packs that can be read, of each sector the recommended one first, then by how many clauses run.
pub(crate) fn pack_offers(shelf: &PackShelf) -> Vec<PackOffer> {
    let packs = shelf.ids().filter_map(|id| shelf.get(id).ok());
    let mut offers: Vec<_> = packs.map(|found| offer(&found.pack)).collect();
    offers.sort_by(|a, b| {
        (&a.sector, a.blanks > 0, Reverse(a.runs), &a.id).cmp(&(&b.sector, b.blanks > 0, Reverse(b.runs), &b.id))
    });
    let mut sector = None;
    for offer in &mut offers {
        offer.recommended = sector.as_ref() != Some(&offer.sector);
        sector = Some(offer.sector.clone());
    }
    offers
}

fn offer(pack: &PolicyPack) -> PackOffer {
    let [runs, asks, shows] = counts(pack);
    PackOffer {
        id: pack.id.clone(),
        title: pack.title.clone(),
        sector: pack.sector.clone(),
        line: line(pack),
        runs,
        asks,
        shows,
        blanks: pack.params.iter().filter(|param| param.must).count() as u32,
        recommended: false,
        roles: roles(pack),
    }
}

fn contacts(pack: &PolicyPack) -> impl Iterator<Item = &Rule> {
    pack.rules.iter().filter(|rule| rule.action == TaskAction::Contact)
}

/// What clients are contacted for; a pack that contacts nobody is told by its first steps.
fn line(pack: &PolicyPack) -> String {
    let mut titles: Vec<&str> = contacts(pack).map(|rule| rule.title.as_str()).collect();
    if titles.is_empty() {
        titles = pack.rules.iter().map(|rule| rule.title.as_str()).collect();
    }
    let shown = titles.iter().take(TITLES).copied().collect::<Vec<_>>().join("、");
    if titles.len() > TITLES { format!("{shown} 等 {} 项", titles.len()) } else { shown }
}

fn roles(pack: &PolicyPack) -> Vec<String> {
    let mut often: BTreeMap<&str, u32> = BTreeMap::new();
    for rule in contacts(pack) {
        let named: Vec<&str> = match &rule.assign {
            Assign::Severity(by) => by.values().map(String::as_str).collect(),
            other => other.role().into_iter().collect(),
        };
        for role in named.into_iter().filter(|role| !role.is_empty()) {
            *often.entry(role).or_default() += 1;
        }
    }
    let mut roles: Vec<_> = often.into_iter().collect();
    roles.sort_by_key(|(role, times)| (Reverse(*times), *role));
    roles.into_iter().map(|(role, _)| role.to_owned()).collect()
}
