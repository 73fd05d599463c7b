//! Who and what is found by what somebody types: walks through the words that `huifang_core::search` makes.

mod index;

pub(crate) use index::{refresh, replace_words};

use crate::column::{Page, row};
use crate::{Reader, StoreError};
use huifang_core::domain::{Client, Matter, MatterId};
use huifang_core::search::{Found, Query, Range};
use std::collections::HashSet;

/// One page of a search through all clients.
#[derive(Debug, Clone, PartialEq)]
pub struct ClientPage {
    /// How many clients were found, on all pages.
    pub total: u32,
    /// Those of this page, best rank first; without a text: by name.
    pub clients: Vec<Client>,
}

/// The best that a search found.
#[derive(Debug, Clone, PartialEq)]
pub struct Hits<T> {
    /// What was found with how it answers to the query, best rank first.
    pub hits: Vec<(T, Found)>,
    /// Whether there is more.
    pub has_more: bool,
}

impl Reader<'_> {
    /// The best `limit` clients for what was typed. Costs what it finds, however large the office is.
    pub fn find_clients(&self, typed: &str, limit: usize) -> Result<Hits<Client>, StoreError> {
        let query = Query::new(typed);
        self.best(&query.ranges(), limit, |key, range| {
            let client = self.client_of_key(key)?;
            Ok(client.and_then(|client| query.match_client(&client, range).map(|found| (client, found))))
        })
    }

    /// The best `limit` matters for the number that was typed.
    pub fn find_matters(&self, typed: &str, limit: usize) -> Result<Hits<Matter>, StoreError> {
        let query = Query::new(typed);
        self.best(&query.matter_ranges(), limit, |key, range| {
            let matter = self.matter_of_key(key)?;
            Ok(matter.and_then(|matter| query.match_matter(&matter, range).map(|found| (matter, found))))
        })
    }

    /// Everybody who answers to the text, a page at a time. Costs what it finds on all pages. An empty text finds
    /// everybody, by name.
    pub fn search_clients(&self, text: &str, page: Page) -> Result<ClientPage, StoreError> {
        let query = Query::new(text);
        if query.is_empty() {
            return self.everybody(page);
        }
        let found = self.client_keys(&query)?;
        let wanted = found.iter().skip(page.offset as usize).take(page.limit as usize);
        let clients = wanted.map(|key| self.client_of_key(*key)).collect::<Result<Vec<_>, _>>()?;
        let total = u32::try_from(found.len()).unwrap_or(u32::MAX);
        Ok(ClientPage { total, clients: clients.into_iter().flatten().collect() })
    }

    /// The row numbers of all who answer to the query, best rank first.
    pub(crate) fn client_keys(&self, query: &Query) -> Result<Vec<i64>, StoreError> {
        let mut found = Vec::new();
        let mut met = HashSet::new();
        for range in &query.ranges() {
            self.walk(range, |key| {
                if !met.contains(&key) && (range.is_exact || self.answers(query, range, key)?) {
                    met.insert(key);
                    found.push(key);
                }
                Ok(true)
            })?;
        }
        Ok(found)
    }

    /// The row numbers of all matters whose number answers to the query.
    pub(crate) fn matter_keys(&self, query: &Query) -> Result<Vec<i64>, StoreError> {
        let mut found = Vec::new();
        for range in &query.matter_ranges() {
            self.walk(range, |key| {
                if range.is_exact || self.matter_of_key(key)?.is_some_and(|m| query.match_matter(&m, range).is_some()) {
                    found.push(key);
                }
                Ok(true)
            })?;
        }
        Ok(found)
    }

    fn matter_of_key(&self, key: i64) -> Result<Option<Matter>, StoreError> {
        let id = row(self.conn, include_str!("../matter/id_of_key.sql"), [key], |row| row.get(0).map(MatterId))?;
        Ok(id.map(|id| self.matter(&id)).transpose()?.flatten())
    }

    fn everybody(&self, page: Page) -> Result<ClientPage, StoreError> {
        let total = self.client_count()?;
        Ok(ClientPage { total, clients: self.clients_by_name(page)? })
    }

    fn answers(&self, query: &Query, range: &Range, key: i64) -> Result<bool, StoreError> {
        Ok(self.client_of_key(key)?.is_some_and(|client| query.match_client(&client, range).is_some()))
    }

    /// Takes from each range as many as could be shown, shares the places out, and loads those who got one.
    fn best<T>(
        &self,
        ranges: &[Range],
        limit: usize,
        load: impl Fn(i64, &Range) -> Result<Option<(T, Found)>, StoreError>,
    ) -> Result<Hits<T>, StoreError> {
        let mut met = HashSet::new();
        let mut by_rank: Vec<Vec<i64>> = Vec::new();
        for range in ranges {
            let mut keys = Vec::new();
            self.walk(range, |key| {
                if !met.contains(&key) && (range.is_exact || load(key, range)?.is_some()) {
                    met.insert(key);
                    keys.push(key);
                }
                // One more than wanted tells whether there are more.
                Ok(keys.len() <= limit)
            })?;
            by_rank.push(keys);
        }
        let has_more = met.len() > limit;
        let mut hits = Vec::new();
        for ((range, keys), places) in ranges.iter().zip(&by_rank).zip(share(&by_rank, limit)) {
            for key in &keys[..places] {
                hits.extend(load(*key, range)?);
            }
        }
        Ok(Hits { hits, has_more })
    }

    /// Calls `visit` with the key of every word of the range in order, until it says no.
    fn walk(&self, range: &Range, mut visit: impl FnMut(i64) -> Result<bool, StoreError>) -> Result<(), StoreError> {
        let mut statement = self.conn.prepare_cached(include_str!("walk.sql"))?;
        let mut rows = statement.query([&range.from, &range.to])?;
        while let Some(row) = rows.next()? {
            if !visit(row.get(0)?)? {
                break;
            }
        }
        Ok(())
    }
}

/// How many of `limit` places each rank has: half of them the first rank that has anything, of what is left half the next
/// in turn, and what remains free those who were left out.
fn share(by_rank: &[Vec<i64>], limit: usize) -> Vec<usize> {
    let mut left = limit;
    let mut places = Vec::new();
    for keys in by_rank {
        let fair = keys.len().min(left.div_ceil(2));
        left -= fair;
        places.push(fair);
    }
    for (given, keys) in places.iter_mut().zip(by_rank) {
        let more = (keys.len() - *given).min(left);
        *given += more;
        left -= more;
    }
    places
}

#[cfg(test)]
mod tests;
