//! Households: clients who are rung up together.

use crate::OfficeError;
use crate::office::Office;
use crate::wire::{Changed, HouseholdHint, JoinHousehold};
use crate::worklist::client_brief;
use huifang_core::calendar::Now;
use huifang_core::domain::{Client, ClientId, short_hash};
use huifang_core::engine::Edit;
use huifang_store::TaskRow;
use serde_json::json;
use std::collections::BTreeSet;

/// So many are proposed for a household.
const MOST_HINTS: usize = 6;

impl Office {
    /// The others of the client's household.
    pub(crate) fn household_of(&self, client: &Client) -> Result<Vec<Client>, OfficeError> {
        let Some(household) = &client.household else { return Ok(Vec::new()) };
        let mut members = self.store.read().clients_of_household(household)?;
        members.retain(|member| member.id != client.id);
        Ok(members)
    }

    /// Tasks of the others of the client's household, withdrawn ones included.
    pub(crate) fn household_tasks(&self, client: &ClientId) -> Result<Vec<TaskRow>, OfficeError> {
        let Some(client) = self.store.read().client(client)? else { return Ok(Vec::new()) };
        let members: BTreeSet<_> = self.household_of(&client)?.into_iter().map(|member| member.id).collect();
        if members.is_empty() {
            return Ok(Vec::new());
        }
        Ok(self.store.read().tasks_of(&members, &BTreeSet::new())?)
    }

    /// Who lives at the same place or has the same telephone, and is not of the household.
    pub(super) fn household_hints(
        &self,
        client: &Client,
        household: &[Client],
        now: Now,
    ) -> Result<Vec<HouseholdHint>, OfficeError> {
        let mut hints: Vec<HouseholdHint> = Vec::new();
        let mut hint = |others: Vec<Client>, why: &str| {
            for other in others {
                let known = other.id == client.id || household.iter().any(|member| member.id == other.id);
                match hints.iter_mut().find(|hint| hint.client.id == other.id.as_str()) {
                    Some(hint) => hint.why = format!("{}、{why}", hint.why),
                    None if known => {}
                    None => hints.push(HouseholdHint { client: client_brief(&other, now.today), why: why.to_owned() }),
                }
            }
        };
        if let Some(place) = &client.place {
            hint(self.store.read().clients_at(place)?, "同一房号");
        }
        for phone in client.contacts.iter().flat_map(|contact| &contact.phones) {
            let found = self.store.read().find_clients(phone, 2 * MOST_HINTS)?.hits.into_iter().map(|(other, _)| other);
            let has = |other: &Client| other.contacts.iter().any(|contact| contact.phones.contains(phone));
            hint(found.filter(has).collect(), "同一电话");
        }
        hints.truncate(MOST_HINTS);
        Ok(hints)
    }

    /// Joins clients into one household; those who are of one already bring its other members along.
    ///
    /// # Errors
    /// `household_of_one`, `not_found`.
    pub fn join_household(&mut self, wish: &JoinHousehold, now: Now) -> Result<Changed, OfficeError> {
        let ids: BTreeSet<ClientId> = wish.clients.iter().map(|id| ClientId::from(id.as_str())).collect();
        let mut joined = Vec::new();
        for id in &ids {
            joined.push(self.client_meant(id)?);
        }
        if joined.len() < 2 {
            return Err(OfficeError::invalid("household_of_one", "一户至少要有两位客户"));
        }
        let first = &joined[0].id;
        let known = joined.iter().find_map(|client| client.household.clone());
        let household =
            known.unwrap_or_else(|| short_hash(&["household", first.as_str(), &now.instant_ms.to_string()]));
        for old in joined.iter().filter_map(|client| client.household.clone()).collect::<BTreeSet<_>>() {
            joined.extend(self.store.read().clients_of_household(&old)?);
        }
        joined.sort_by(|a, b| a.id.cmp(&b.id));
        joined.dedup_by(|a, b| a.id == b.id);
        let names: Vec<_> = joined.iter().map(|client| client.name.clone()).collect();
        let moved: Vec<_> = joined.into_iter().filter(|client| client.household.as_ref() != Some(&household)).collect();
        let line = format!("已合为一户:{}", names.join("、"));
        self.set_households("join_household", &moved, Some(&household), &names, now)?;
        Ok(Changed { changed: ["client", "task"].map(str::to_owned).to_vec(), line })
    }

    /// Takes a client out of his household; of two, none is left.
    ///
    /// # Errors
    /// `not_found`.
    pub fn leave_household(&mut self, id: &ClientId, now: Now) -> Result<Changed, OfficeError> {
        let client = self.client_meant(id)?;
        let others = self.household_of(&client)?;
        let line = format!("{} 已移出同户", client.name);
        let mut leaving = vec![client];
        if others.len() == 1 {
            leaving.extend(others);
        }
        self.set_households("leave_household", &leaving, None, &[], now)?;
        Ok(Changed { changed: ["client", "task"].map(str::to_owned).to_vec(), line })
    }

    fn set_households(
        &mut self,
        op: &str,
        clients: &[Client],
        household: Option<&String>,
        names: &[String],
        now: Now,
    ) -> Result<(), OfficeError> {
        let moved: Vec<_> =
            clients.iter().map(|client| Client { household: household.cloned(), ..client.clone() }).collect();
        let with = names.join("、");
        let (from, to) = if household.is_some() { ("", with.as_str()) } else { ("同户", "") };
        let detail = json!({
            "client": clients.first().map(|client| client.id.as_str()),
            "clients": clients.iter().map(|client| client.id.as_str()).collect::<Vec<_>>(),
            "changes": [{ "label": "同户", "from": from, "to": to }],
        });
        self.write(op, now, detail, |tx, rules| {
            for client in &moved {
                tx.put_client(client)?;
            }
            let edits: Vec<_> = clients.iter().zip(&moved).map(|(was, is)| Edit::Client(Some(was), Some(is))).collect();
            rules.replan(tx, now, &edits)?;
            Ok(())
        })
    }
}
