//! Whom and what a row means, and what of it is new.

use crate::archive::{Entity, Layers};
use crate::client_draft::ClientDraft;
use crate::code::Code;
use crate::field::{Field, ListKind};
use crate::line::{Line, Noted, Warning};
use crate::matter_draft::MatterDraft;
use crate::plan::Choice;
use crate::staff_draft::StaffDraft;
use huifang_core::domain::{Client, ClientId, Matter, MatterId, StaffId, short_hash};
use std::collections::{HashMap, HashSet};

/// What a row did to the entity that it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It is new.
    Created,
    /// The row says something else about it than the office has.
    Updated,
    /// The row says what the office has.
    Unchanged,
}

/// A row that goes in.
pub(crate) struct Placed {
    pub outcome: Outcome,
    /// Before and after, in the order in which they are to be written.
    pub changes: Vec<(Option<Entity>, Entity)>,
    pub warnings: Vec<Warning>,
    /// Telephones that the row gives as the client's own, in a list that makes clients.
    pub own_phones: Vec<String>,
    /// In a list of clients: whom the row is about.
    pub client: Option<ClientId>,
}

/// Why a row does not go in, and what was found.
type Refusal = (Code, String);

/// Puts rows in their place, one after the other.
pub(crate) struct Placer<'a> {
    pub layers: Layers<'a>,
    /// Clients that rows of this file were about.
    clients: HashSet<ClientId>,
    /// Matters that rows of this file were about, with the content of the row.
    matters: HashMap<MatterId, Vec<String>>,
    /// What a person said about single rows.
    choices: &'a HashMap<u32, Choice>,
}

impl<'a> Placer<'a> {
    pub fn new(layers: Layers<'a>, choices: &'a HashMap<u32, Choice>) -> Self {
        Self { layers, clients: HashSet::new(), matters: HashMap::new(), choices }
    }

    /// Whether a person wants the row passed over.
    pub fn is_skipped(&self, row: u32) -> bool {
        self.choices.get(&row) == Some(&Choice::Skip)
    }

    /// Places one row, or says why it does not go in.
    pub fn place(&mut self, line: Line<'_>) -> Result<Placed, Refusal> {
        match line.header.kind.clone() {
            ListKind::Staff => self.staff(line),
            ListKind::Clients => self.client_row(line),
            ListKind::Matter(kind) => self.matter_row(&kind, line),
        }
    }

    fn staff(&mut self, line: Line<'_>) -> Result<Placed, Refusal> {
        let draft = StaffDraft::read(&line).ok_or_else(|| (Code::MissingName, first_text(&line)))?;
        let noted = line.into_noted();
        let id = self.staff_id(&draft);
        let old = self.layers.staff(&id).cloned();
        let new = draft.lay_over(old.as_ref(), &id, self.layers.held(id.as_str()));
        let mut changes = Vec::new();
        let outcome = self.record(old.map(Entity::Staff), Entity::Staff(new), &mut changes);
        Ok(Placed { outcome, changes, warnings: noted.warnings, own_phones: Vec::new(), client: None })
    }

    /// Whom the row means. A person who was written down by name alone (the first one of a new office) is found again when
    /// a list names his department.
    fn staff_id(&self, draft: &StaffDraft) -> StaffId {
        let id = draft.id();
        let by_name = draft.id_by_name();
        let is_known = self.layers.staff(&id).is_some();
        if !is_known && self.layers.staff(&by_name).is_some_and(|known| draft.may_be(known)) { by_name } else { id }
    }

    fn client_row(&mut self, line: Line<'_>) -> Result<Placed, Refusal> {
        let draft = ClientDraft::read(&line);
        if draft.name.is_none() {
            return Err((Code::MissingName, draft.found()));
        }
        let move_in = MatterDraft::move_in(&line);
        let found = self.chosen(&draft, &line)?;
        let noted = line.into_noted();
        let mut changes = Vec::new();
        let (id, mut outcome) = self.lay_client(&found, &draft, &noted, &mut changes);
        if let Some(move_in) = move_in {
            let matter_id = move_in_id(&id);
            let moved = self.lay_matter(&matter_id, &move_in, Some(&id), &Noted::default(), &mut changes);
            // The entry is the client: a move that is added to a known one is a change of the entry.
            if outcome == Outcome::Unchanged && moved != Outcome::Unchanged {
                outcome = Outcome::Updated;
            }
        }
        Ok(Placed { outcome, changes, warnings: noted.warnings, own_phones: draft.phones, client: Some(id) })
    }

    /// Whom a person said that the row is about; where he said nothing, whom it seems to be about.
    fn chosen(&self, draft: &ClientDraft, line: &Line<'_>) -> Result<Found, Refusal> {
        match self.choices.get(&line.row.number) {
            Some(Choice::Into(id)) if self.layers.client(id).is_some() => Ok(Found::known(id)),
            Some(Choice::New) => {
                // A record number is one client's, whatever a person says.
                if let Some(client) = draft.no.as_ref().and_then(|no| self.layers.clients_by_no(no).first().copied()) {
                    return Err(conflict(draft, client));
                }
                Ok(self.fresh(draft, line))
            }
            _ => self.find_or_new(draft, line),
        }
    }

    /// Somebody whom the office does not have.
    fn fresh(&self, draft: &ClientDraft, line: &Line<'_>) -> Found {
        let key = natural_key(draft, line);
        let mut count = 1_u32;
        loop {
            let id = ClientId(salted("client", &key, count));
            if self.layers.client(&id).is_none() {
                return Found { id, known: false, instead_of: None };
            }
            count += 1;
        }
    }

    fn matter_row(&mut self, kind: &str, line: Line<'_>) -> Result<Placed, Refusal> {
        let draft = ClientDraft::read(&line);
        let mut matter = MatterDraft::read(&line, kind, &draft);
        let makes_clients = line.header.kind.makes_clients();
        let found = self.client_of(kind, &draft, &line)?;
        let client = found.as_ref().and_then(|found| self.layers.client(&found.id));
        if !makes_clients {
            matter.keep_caller(&line, &draft, client);
        }
        let client_id = found.as_ref().map(|found| found.id.clone());
        let content = row_content(&line);
        let id = self.matter_id(&matter, client_id.as_ref(), &draft, &content)?;
        let noted = line.into_noted();
        self.matters.insert(id.clone(), content);
        let mut changes = Vec::new();
        if let Some(found) = found.filter(|_| makes_clients) {
            self.lay_client(&found, &draft, &Noted::default(), &mut changes);
        }
        let mut outcome = self.lay_matter(&id, &matter, client_id.as_ref(), &noted, &mut changes);
        if outcome == Outcome::Unchanged && !changes.is_empty() {
            outcome = Outcome::Updated;
        }
        let own_phones = if makes_clients { draft.phones } else { Vec::new() };
        Ok(Placed { outcome, changes, warnings: noted.warnings, own_phones, client: client_id })
    }

    /// Whose matter it is; `None` for an anonymous complaint, which is kept and never called about.
    fn client_of(&self, kind: &str, draft: &ClientDraft, line: &Line<'_>) -> Result<Option<Found>, Refusal> {
        if kind == "stay" {
            if draft.name.is_some() {
                return self.find_or_new(draft, line).map(Some);
            }
            let known = self.find(draft)?.map(|client| Found::known(&client.id));
            return known.map(Some).ok_or_else(|| (Code::MissingName, draft.found()));
        }
        if kind == "complaint" && draft.is_anonymous() {
            return Ok(None);
        }
        match self.find(draft)? {
            Some(client) => Ok(Some(Found::known(&client.id))),
            None => Err((Code::UnknownClient, draft.found())),
        }
    }

    /// The client whom the row means. One who was merged into another is the other.
    fn find(&self, draft: &ClientDraft) -> Result<Option<&Client>, Refusal> {
        let found = find_among(&self.layers, draft);
        if found.as_ref().is_ok_and(|found| found.is_some_and(|client| draft.same_name(client))) {
            return found;
        }
        let merged = self.layers.merged().and_then(|merged| {
            let once = find_among(&merged, draft).ok()??;
            draft.same_name(once).then(|| once.id.clone())
        });
        match merged.and_then(|id| self.layers.kept(&id)) {
            Some(kept) => Ok(Some(kept)),
            None => found,
        }
    }

    /// For a list that makes clients: the client whom the row means, or the id of a new one.
    fn find_or_new(&self, draft: &ClientDraft, line: &Line<'_>) -> Result<Found, Refusal> {
        let found = self.find(draft)?;
        // Two names for one room in one file are two people, not one who changed his name between two rows.
        let other = |client: &&Client| {
            !draft.same_name(client)
                && !draft.shares_phone(client)
                && self.clients.contains(&client.id)
                && draft.no.is_none()
        };
        let instead_of = found
            .filter(|client| line.header.kind == ListKind::Clients && self.moved_in(draft, client))
            .map(|client| client.id.clone());
        if let Some(client) = found.filter(|client| !other(client) && instead_of.is_none()) {
            return Ok(Found::known(&client.id));
        }
        if let Some((column, _)) = line.cell(&Field::Name).filter(|_| instead_of.is_some()) {
            line.warn(column, Code::NewOccupant, draft.found());
        }
        let key = natural_key(draft, line);
        let nothing_else =
            draft.no.is_none() && draft.id_number.is_none() && draft.room.is_none() && draft.phones.is_empty();
        let mut count = 1_u32;
        loop {
            let id = ClientId(salted("client", &key, count));
            match self.layers.client(&id) {
                None => match self.layers.kept(&id).filter(|_| nothing_else) {
                    Some(kept) => return Ok(Found::known(&kept.id)),
                    None if self.layers.kept(&id).is_some() => count += 1,
                    None => return Ok(Found { id, known: false, instead_of }),
                },
                // Nothing but the content of the row says who this is: the same content is the same person.
                Some(_) if nothing_else => return Ok(Found::known(&id)),
                Some(_) => count += 1,
            }
        }
    }

    /// Whether the row names somebody else for the room of a client with a history: then he moved in, and what concerned
    /// the other does not become his. With the same telephone or identity number it is another spelling of the name.
    fn moved_in(&self, draft: &ClientDraft, client: &Client) -> bool {
        let same_id = draft.id_number.is_some() && draft.id_number == client.id_number;
        let same_no = draft.no.is_some() && draft.no == client.no;
        draft.room.is_some()
            && !draft.same_name(client)
            && !draft.shares_phone(client)
            && !same_id
            && !same_no
            && self.layers.is_settled(&client.id)
    }

    fn lay_client(
        &mut self,
        found: &Found,
        draft: &ClientDraft,
        noted: &Noted<'_>,
        changes: &mut Vec<(Option<Entity>, Entity)>,
    ) -> (ClientId, Outcome) {
        if let Some(before) = found.instead_of.as_ref().and_then(|id| self.layers.client(id)).cloned() {
            let after = Client { place: None, ..before.clone() };
            self.record(Some(Entity::Client(before)), Entity::Client(after), changes);
        }
        let old = self.layers.client(&found.id).filter(|_| found.known).cloned();
        let new = draft.lay_over(old.as_ref(), &found.id, self.layers.held(found.id.as_str()), noted);
        self.clients.insert(found.id.clone());
        (found.id.clone(), self.record(old.map(Entity::Client), Entity::Client(new), changes))
    }

    /// The matter that the row means, or the id of a new one.
    ///
    /// A matter with a number is that number, unless both the client and all days are others. One without is told by its client, its first day and what it is about; a
    /// second such row of the same file is another matter, unless it says the very same.
    fn matter_id(
        &self,
        draft: &MatterDraft,
        client: Option<&ClientId>,
        who: &ClientDraft,
        content: &[String],
    ) -> Result<MatterId, Refusal> {
        let Some(no) = &draft.no else {
            let key = [draft.kind.as_str(), client.map_or("", ClientId::as_str), &draft.content()].map(str::to_owned);
            let mut count = 1_u32;
            loop {
                let id = MatterId(salted("matter", &key, count));
                if self.matters.get(&id).is_none_or(|known| known == content) {
                    return Ok(id);
                }
                count += 1;
            }
        };
        for known in self.layers.matters_by_no(&draft.kind, no) {
            let same_client = client.map_or(known.participants.is_empty(), |client| known.has_client(client));
            // Lists that are numbered anew each month use a number for many matters.
            if is_later_stay(known, draft) || (!same_client && draft.on_other_days(known)) {
                continue;
            }
            if !same_client && self.matters.contains_key(&known.id) {
                return Err((Code::RecordNoConflict, format!("{no} {}", who.found())));
            }
            return Ok(known.id.clone());
        }
        let key = [draft.kind.clone(), no.clone()];
        let free =
            (1_u32..).map(|count| MatterId(salted("matter", &key, count))).find(|id| self.layers.matter(id).is_none());
        Ok(free.unwrap_or_else(|| MatterId(short_hash(&["matter", &draft.kind, no]))))
    }

    fn lay_matter(
        &mut self,
        id: &MatterId,
        draft: &MatterDraft,
        client: Option<&ClientId>,
        noted: &Noted<'_>,
        changes: &mut Vec<(Option<Entity>, Entity)>,
    ) -> Outcome {
        let old = self.layers.matter(id).cloned();
        let client = client.and_then(|client| self.layers.client(client));
        let new = draft.lay_over(old.as_ref(), id, client, self.layers.held(id.as_str()), noted);
        self.record(old.map(Entity::Matter), Entity::Matter(new), changes)
    }

    fn record(&mut self, old: Option<Entity>, new: Entity, changes: &mut Vec<(Option<Entity>, Entity)>) -> Outcome {
        if old.as_ref() == Some(&new) {
            return Outcome::Unchanged;
        }
        let outcome = if old.is_some() { Outcome::Updated } else { Outcome::Created };
        self.layers.put(new.clone());
        changes.push((old, new));
        outcome
    }
}

/// The matter by which a list of clients says when somebody moved in.
pub fn move_in_id(client: &ClientId) -> MatterId {
    MatterId(short_hash(&["matter", "move_in", client.as_str()]))
}

/// A client whom a row means.
struct Found {
    id: ClientId,
    known: bool,
    /// Who had the room before him, and has moved out.
    instead_of: Option<ClientId>,
}

impl Found {
    fn known(id: &ClientId) -> Self {
        Self { id: id.clone(), known: true, instead_of: None }
    }
}

/// The client whom the row means: by record number, else by identity number, else by room, else by name with the own
/// telephone. The telephones of kin are never looked at.
fn find_among<'l>(layers: &'l Layers<'_>, draft: &ClientDraft) -> Result<Option<&'l Client>, Refusal> {
    if let Some(no) = &draft.no
        && let Some(client) = layers.clients_by_no(no).first()
    {
        // The same number under two names is a mistake in one of two rows: which one, only a person can say.
        return if draft.same_name(client) { Ok(Some(client)) } else { Err(conflict(draft, client)) };
    }
    if let Some(number) = &draft.id_number {
        let fits = |client: &&&Client| draft.same_name(client) && !draft.contradicts(client);
        if let Some(client) = layers.clients_by_id_number(number).iter().find(fits) {
            return Ok(Some(client));
        }
    }
    if let Some(client) = find_in_room(layers, draft) {
        return Ok(Some(client));
    }
    let named = |client: &&&Client| draft.name.as_ref() == Some(&client.name) && !draft.contradicts(client);
    for phone in &draft.phones {
        if let Some(client) = layers.clients_by_phone(phone).iter().find(named) {
            return Ok(Some(client));
        }
    }
    Ok(None)
}

/// Of several clients in a room the one with the name, else the one with the telephone, else the first.
fn find_in_room<'l>(layers: &'l Layers<'_>, draft: &ClientDraft) -> Option<&'l Client> {
    let room = draft.room.as_ref()?;
    let mut there = layers.clients_by_room(&room.key);
    there.retain(|client| !draft.contradicts(client));
    let named = there.iter().find(|client| draft.name.as_ref() == Some(&client.name));
    let rung = || there.iter().find(|client| draft.shares_phone(client));
    named.or_else(rung).or_else(|| there.first()).copied()
}

fn conflict(draft: &ClientDraft, client: &Client) -> Refusal {
    (Code::RecordNoConflict, format!("{} (已登记为 {})", draft.found(), client.name))
}

/// A patient may keep his number from stay to stay: one that begins after the known one ended is another.
fn is_later_stay(known: &Matter, draft: &MatterDraft) -> bool {
    let ended = known.milestone("discharged").map(|milestone| milestone.on.day);
    draft.kind == "stay"
        && ended.zip(draft.day_of("admitted")).is_some_and(|(ended, admitted)| {
            known.milestone("admitted").is_none_or(|milestone| milestone.on.day != admitted) && admitted >= ended
        })
}

/// What makes a client the same one when the import is undone and done again.
fn natural_key(draft: &ClientDraft, line: &Line<'_>) -> Vec<String> {
    let name = draft.name.clone().unwrap_or_default();
    if let Some(no) = &draft.no {
        return vec!["no".to_owned(), no.clone()];
    }
    if let Some(number) = &draft.id_number {
        return vec!["id".to_owned(), number.clone()];
    }
    if let Some(room) = &draft.room {
        return vec!["place".to_owned(), room.key.clone()];
    }
    if let Some(phone) = draft.phones.first() {
        return vec!["name".to_owned(), name, phone.clone()];
    }
    std::iter::once("row".to_owned()).chain(row_content(line)).collect()
}

/// The cells of a row without its running number.
fn row_content(line: &Line<'_>) -> Vec<String> {
    let read = line.header.columns.iter().filter(|column| column.field != Some(Field::Ignored));
    read.map(|column| line.row.cell(column.at).text()).collect()
}

/// The id of a natural key; the count parts what has the same key and is not the same.
fn salted(sort: &str, key: &[String], count: u32) -> String {
    let count = count.to_string();
    let salt = (count != "1").then_some(count.as_str());
    let parts: Vec<_> = std::iter::once(sort).chain(key.iter().map(String::as_str)).chain(salt).collect();
    short_hash(&parts)
}

fn first_text(line: &Line<'_>) -> String {
    line.row.filled().map(|(_, cell)| cell.text()).take(3).collect::<Vec<_>>().join(" ")
}
