//! The one search, from anywhere: clients by whatever a person says of them, matters by their number.

use crate::OfficeError;
use crate::office::Office;
use crate::wire::{ClientHit, Matched, MatterHit, SearchAnswer, SearchQuery};
use crate::worklist::client_brief;
use huifang_core::calendar::Now;
use huifang_core::domain::{Client, ClientId, Matter};
use huifang_core::search::{Found, Query};
use std::collections::{BTreeMap, BTreeSet};

/// More than these nobody reads; the list of clients shows all.
const MOST: u32 = 50;

impl Office {
    /// The best that is found by what was typed, with the match; while nothing is typed, the clients asked for.
    ///
    /// # Errors
    /// The store's.
    pub fn search(&self, query: &SearchQuery, now: Now) -> Result<SearchAnswer, OfficeError> {
        let limit = query.limit.min(MOST) as usize;
        if Query::new(&query.find).is_empty() {
            let clients = self.in_order(&query.recent, limit)?.into_iter();
            let clients = clients.map(|c| ClientHit { client: client_brief(&c, now.today), matched: None }).collect();
            return Ok(SearchAnswer { clients, matters: Vec::new(), more: false });
        }
        let clients = self.store.read().find_clients(&query.find, limit)?;
        let matters = self.store.read().find_matters(&query.find, limit)?;
        let matter_hits = matters.hits.into_iter().map(|(matter, found)| self.matter_hit(&matter, found, now));
        Ok(SearchAnswer {
            matters: matter_hits.collect::<Result<_, _>>()?,
            more: clients.has_more || matters.has_more,
            clients: clients
                .hits
                .into_iter()
                .map(|(client, found)| ClientHit {
                    client: client_brief(&client, now.today),
                    matched: Some(matched(found)),
                })
                .collect(),
        })
    }

    fn in_order(&self, ids: &[String], limit: usize) -> Result<Vec<Client>, OfficeError> {
        let ids: Vec<ClientId> = ids.iter().take(limit).map(|id| ClientId::from(id.as_str())).collect();
        let found = self.store.read().clients(&ids.iter().cloned().collect::<BTreeSet<_>>())?;
        let mut by_id: BTreeMap<ClientId, Client> = found.into_iter().map(|c| (c.id.clone(), c)).collect();
        Ok(ids.iter().filter_map(|id| by_id.remove(id)).collect())
    }

    fn matter_hit(&self, matter: &Matter, found: Found, now: Now) -> Result<MatterHit, OfficeError> {
        let concerned = matter.participants.first().map(|participant| self.store.read().client(&participant.client));
        let client = concerned.transpose()?.flatten();
        Ok(MatterHit {
            matter: self.matter_brief(matter),
            client: client.map(|client| client_brief(&client, now.today)),
            on: matter.milestones.iter().map(|m| m.on).max().map(|on| on.day.to_string()),
            matched: matched(found),
        })
    }
}

fn matched(found: Found) -> Matched {
    let Found { by, before, hit, after, reading } = found;
    Matched { by: by.code().to_owned(), before, hit, after, reading }
}
