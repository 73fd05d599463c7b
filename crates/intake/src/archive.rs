//! What the office has, held in memory so that each row finds its client, matter or person of staff at once.

use crate::place::read_room;
use huifang_core::domain::{Client, ClientId, Matter, MatterId, Staff, StaffId};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeSet, HashMap, HashSet};

/// A client, a matter or a person of staff.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Entity {
    /// A client.
    Client(Client),
    /// A matter.
    Matter(Matter),
    /// A person of staff.
    Staff(Staff),
}

impl Entity {
    /// The identifier, unique among entities of the same sort.
    pub fn id(&self) -> &str {
        match self {
            Self::Client(client) => client.id.as_str(),
            Self::Matter(matter) => matter.id.as_str(),
            Self::Staff(staff) => staff.id.as_str(),
        }
    }
}

/// Fields that a person corrected, by entity id: no import overwrites them (DESIGN 6.8).
///
/// Names are those of the struct fields (`name`, `born`, `place` …), `phones` and `wechat` of the client's own contact,
/// `contacts` for kin, `on.<kind>` for a milestone, and bare keys for entries of `fields`.
pub type Held = HashMap<String, BTreeSet<String>>;

/// The office's clients, matters and staff with what they are found by.
#[derive(Debug, Clone, Default)]
pub struct Archive {
    clients: HashMap<ClientId, Client>,
    matters: HashMap<MatterId, Matter>,
    staff: HashMap<StaffId, Staff>,
    // What follows are hints: an entity may have changed since, so each is checked against the entity itself.
    by_no: HashMap<String, Vec<ClientId>>,
    by_id_number: HashMap<String, Vec<ClientId>>,
    by_room: HashMap<String, Vec<ClientId>>,
    by_phone: HashMap<String, Vec<ClientId>>,
    by_matter_no: HashMap<(String, String), Vec<MatterId>>,
    held: Held,
    /// Clients who were merged into others, as they were, found by all that they were known by.
    merged: Option<Box<Archive>>,
    /// Into whom.
    kept: HashMap<ClientId, ClientId>,
    /// Clients with a history of their own: another name for their room is somebody who moved in.
    settled: HashSet<ClientId>,
}

impl Archive {
    /// An archive of what the store holds.
    pub fn new(clients: Vec<Client>, matters: Vec<Matter>, staff: Vec<Staff>, held: Held) -> Self {
        let mut archive = Self { held, ..Self::default() };
        let entities = clients.into_iter().map(Entity::Client);
        let entities =
            entities.chain(matters.into_iter().map(Entity::Matter)).chain(staff.into_iter().map(Entity::Staff));
        entities.for_each(|entity| archive.put(entity));
        archive
    }

    /// The same archive, which knows of clients who were merged into others: whoever means one of them means the kept one.
    pub fn with_merged(mut self, merged: impl IntoIterator<Item = (Client, ClientId)>) -> Self {
        let mut once = Self::default();
        for (client, kept) in merged {
            self.kept.insert(client.id.clone(), kept);
            once.put_client(client);
        }
        self.merged = Some(Box::new(once));
        self
    }

    /// The same archive, which knows which clients have a history of their own.
    pub fn with_settled(mut self, clients: HashSet<ClientId>) -> Self {
        self.settled = clients;
        self
    }

    /// Puts in what a plan makes and changes, so that the next file is compared with it.
    pub fn apply(&mut self, plan: &crate::ImportPlan) {
        for change in &plan.changes {
            self.put(change.after.clone());
        }
    }

    /// Puts one entity in, in place of the one with the same id.
    pub fn put(&mut self, entity: Entity) {
        match entity {
            Entity::Client(client) => self.put_client(client),
            Entity::Matter(matter) => {
                if let Some(no) = &matter.no {
                    hint(&mut self.by_matter_no, (matter.kind.clone(), no.clone()), &matter.id);
                }
                self.matters.insert(matter.id.clone(), matter);
            }
            Entity::Staff(staff) => drop(self.staff.insert(staff.id.clone(), staff)),
        }
    }

    fn put_client(&mut self, client: Client) {
        if let Some(no) = &client.no {
            hint(&mut self.by_no, no.clone(), &client.id);
        }
        if let Some(number) = &client.id_number {
            hint(&mut self.by_id_number, number.clone(), &client.id);
        }
        if let Some(room) = room_key(&client) {
            hint(&mut self.by_room, room, &client.id);
        }
        for phone in client.own_phones() {
            hint(&mut self.by_phone, phone.to_owned(), &client.id);
        }
        self.clients.insert(client.id.clone(), client);
    }

    /// All clients, in no order.
    pub fn clients(&self) -> impl Iterator<Item = &Client> {
        self.clients.values()
    }

    /// All matters, in no order.
    pub fn matters(&self) -> impl Iterator<Item = &Matter> {
        self.matters.values()
    }

    /// All people of staff, in no order.
    pub fn staff(&self) -> impl Iterator<Item = &Staff> {
        self.staff.values()
    }
}

fn hint<K: std::hash::Hash + Eq, Id: Clone + PartialEq>(index: &mut HashMap<K, Vec<Id>>, key: K, id: &Id) {
    let ids = index.entry(key).or_default();
    // Last first: a client that is put in again and again stands at the end.
    if !ids.iter().rev().any(|known| known == id) {
        ids.push(id.clone());
    }
}

fn room_key(client: &Client) -> Option<String> {
    client.place.as_deref().and_then(read_room).map(|room| room.key)
}

/// The archive as it stands while a file is being planned: what the plan made lies over what the office has.
pub(crate) struct Layers<'a> {
    base: &'a Archive,
    top: Archive,
}

impl<'a> Layers<'a> {
    pub fn new(base: &'a Archive) -> Self {
        Self { base, top: Archive::default() }
    }

    pub fn put(&mut self, entity: Entity) {
        self.top.put(entity);
    }

    pub fn client(&self, id: &ClientId) -> Option<&Client> {
        self.top.clients.get(id).or_else(|| self.base.clients.get(id))
    }

    pub fn matter(&self, id: &MatterId) -> Option<&Matter> {
        self.top.matters.get(id).or_else(|| self.base.matters.get(id))
    }

    pub fn staff(&self, id: &StaffId) -> Option<&Staff> {
        self.top.staff.get(id).or_else(|| self.base.staff.get(id))
    }

    /// The clients who were merged into others.
    pub fn merged(&self) -> Option<Layers<'a>> {
        self.base.merged.as_deref().map(Layers::new)
    }

    /// The client into whom the one of that identifier was merged.
    pub fn kept(&self, id: &ClientId) -> Option<&Client> {
        self.client(self.base.kept.get(id)?)
    }

    /// Whether the client has a history of his own.
    pub fn is_settled(&self, id: &ClientId) -> bool {
        self.base.settled.contains(id)
    }

    /// The fields of an entity that a person corrected.
    pub fn held(&self, id: &str) -> Option<&'a BTreeSet<String>> {
        self.base.held.get(id)
    }

    pub fn clients_by_no(&self, no: &str) -> Vec<&Client> {
        self.clients(|archive| &archive.by_no, no, |client| client.no.as_deref() == Some(no))
    }

    pub fn clients_by_id_number(&self, number: &str) -> Vec<&Client> {
        self.clients(|archive| &archive.by_id_number, number, |client| client.id_number.as_deref() == Some(number))
    }

    pub fn clients_by_room(&self, key: &str) -> Vec<&Client> {
        self.clients(|archive| &archive.by_room, key, |client| room_key(client).as_deref() == Some(key))
    }

    /// Clients who give the telephone as their own.
    pub fn clients_by_phone(&self, phone: &str) -> Vec<&Client> {
        self.clients(|archive| &archive.by_phone, phone, |client| client.own_phones().any(|own| own == phone))
    }

    /// The matters of a kind with a number as the office writes it.
    pub fn matters_by_no(&self, kind: &str, no: &str) -> Vec<&Matter> {
        let key = (kind.to_owned(), no.to_owned());
        let of = |archive: &'a Archive| archive.by_matter_no.get(&key);
        let base = of(self.base).into_iter().flatten();
        let ids = base.chain(self.top.by_matter_no.get(&key).into_iter().flatten());
        let mut found: Vec<&Matter> = Vec::new();
        for matter in ids.filter_map(|id| self.matter(id)).filter(|matter| matter.no.as_deref() == Some(no)) {
            if !found.iter().any(|known| known.id == matter.id) {
                found.push(matter);
            }
        }
        found
    }

    /// The candidates of both layers that the current client still bears out, oldest first, each once.
    fn clients(
        &self,
        index: impl Fn(&Archive) -> &HashMap<String, Vec<ClientId>>,
        key: &str,
        holds: impl Fn(&Client) -> bool,
    ) -> Vec<&Client> {
        let ids = [index(self.base), index(&self.top)].into_iter().filter_map(|index| index.get(key)).flatten();
        let mut found: Vec<&Client> = Vec::new();
        for client in ids.filter_map(|id| self.client(id)).filter(|client| holds(client)) {
            if !found.iter().any(|known| known.id == client.id) {
                found.push(client);
            }
        }
        found
    }
}
