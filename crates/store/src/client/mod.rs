//! Clients, and the fields that a person corrected.

use crate::client_order::put_order;
use crate::column::{Day, Json, Page, day, id_list, json, row, rows, run};
use crate::error::{OrInUse, OrNotFound, StoreError};
use crate::search::replace_words;
use crate::{Noun, Reader, Tx};
use huifang_core::domain::{Client, ClientId, Sex, StaffRef};
use huifang_core::search::client_words;
use rusqlite::{Row, params};
use std::collections::{BTreeMap, BTreeSet};

impl Reader<'_> {
    /// The client, if there is one of that identifier.
    pub fn client(&self, id: &ClientId) -> Result<Option<Client>, StoreError> {
        let sql = concat!(include_str!("select.sql"), include_str!("where_id.sql"));
        Ok(row(self.conn, sql, [id.as_str()], row_to_client)?)
    }

    /// The clients of these identifiers; an unknown one is left out.
    pub fn clients(&self, ids: &BTreeSet<ClientId>) -> Result<Vec<Client>, StoreError> {
        let sql = concat!(include_str!("select.sql"), include_str!("where_ids.sql"));
        Ok(rows(self.conn, sql, [id_list(ids.iter().map(ClientId::as_str))], row_to_client)?)
    }

    /// All clients.
    pub fn clients_all(&self) -> Result<Vec<Client>, StoreError> {
        Ok(rows(self.conn, include_str!("select.sql"), [], row_to_client)?)
    }

    /// The identifiers of all clients, in order.
    pub fn client_ids(&self) -> Result<Vec<ClientId>, StoreError> {
        Ok(rows(self.conn, include_str!("ids.sql"), [], |row| row.get(0).map(ClientId))?)
    }

    /// How many clients there are.
    pub fn client_count(&self) -> Result<u32, StoreError> {
        Ok(self.conn.prepare_cached(include_str!("count.sql"))?.query_row([], |row| row.get(0))?)
    }

    /// A stretch of all clients, by name.
    pub(crate) fn clients_by_name(&self, page: Page) -> Result<Vec<Client>, StoreError> {
        let sql = concat!(include_str!("select.sql"), include_str!("order_by_name.sql"));
        Ok(rows(self.conn, sql, [page.limit, page.offset], row_to_client)?)
    }

    /// The client of a row number.
    pub(crate) fn client_of_key(&self, key: i64) -> Result<Option<Client>, StoreError> {
        let sql = concat!(include_str!("select.sql"), include_str!("where_key.sql"));
        Ok(row(self.conn, sql, [key], row_to_client)?)
    }

    /// Names of the fields of the client that a person corrected: no import overwrites them.
    ///
    /// # Errors
    /// `not_found`.
    pub fn held_fields(&self, id: &ClientId) -> Result<BTreeSet<String>, StoreError> {
        row(self.conn, include_str!("held.sql"), [id.as_str()], |row| json(row, 0))?
            .or_not_found(Noun::Client.code(), id.as_str())
    }

    /// The corrected fields of those of the clients that have any.
    pub fn held_fields_of(&self, ids: &BTreeSet<ClientId>) -> Result<BTreeMap<ClientId, BTreeSet<String>>, StoreError> {
        let list = id_list(ids.iter().map(ClientId::as_str));
        let found =
            rows(self.conn, include_str!("held_of.sql"), [list], |row| Ok((ClientId(row.get(0)?), json(row, 1)?)))?;
        Ok(found.into_iter().collect())
    }

    /// Those with the identity number, by name.
    pub fn clients_with_id_number(&self, number: &str) -> Result<Vec<Client>, StoreError> {
        let sql = concat!(include_str!("select.sql"), include_str!("where_id_number.sql"));
        Ok(rows(self.conn, sql, [number], row_to_client)?)
    }

    /// Those who live there now, by name.
    pub fn clients_at(&self, place: &str) -> Result<Vec<Client>, StoreError> {
        let sql = concat!(include_str!("select.sql"), include_str!("where_place.sql"));
        Ok(rows(self.conn, sql, [place], row_to_client)?)
    }

    /// Those whom somebody contacted or tried to.
    pub fn clients_with_records(&self) -> Result<BTreeSet<ClientId>, StoreError> {
        Ok(rows(self.conn, include_str!("ids_with_records.sql"), [], |row| row.get(0).map(ClientId))?
            .into_iter()
            .collect())
    }

    /// Those of one household, by name.
    pub fn clients_of_household(&self, household: &str) -> Result<Vec<Client>, StoreError> {
        let sql = concat!(include_str!("select.sql"), include_str!("household.sql"));
        Ok(rows(self.conn, sql, [household], row_to_client)?)
    }

    /// The classes that clients are or were in, in order.
    pub fn class_names(&self) -> Result<Vec<String>, StoreError> {
        Ok(rows(self.conn, include_str!("class_names.sql"), [], |row| row.get(0))?)
    }
}

impl Tx<'_> {
    /// Writes the client: a new one, or in the place of the one of that identifier. Corrected fields stay marked, and a
    /// client whose place is another than before has moved there today.
    pub fn put_client(&mut self, client: &Client) -> Result<(), StoreError> {
        self.touch(Noun::Client);
        let before = self.read().client(&client.id)?;
        let key = self.put_client_row(client)?;
        let words_before = before.as_ref().map(client_words).unwrap_or_default();
        replace_words(&self.inner, key, &words_before, &client_words(client))?;
        put_order(&self.inner, key, client)?;
        if before.as_ref().map_or(client.place.is_some(), |before| before.place != client.place) {
            self.move_client(&client.id, client.place.as_deref(), before.is_some())?;
        }
        Ok(())
    }

    fn put_client_row(&self, client: &Client) -> Result<i64, StoreError> {
        let mut statement = self.inner.prepare_cached(include_str!("put.sql"))?;
        let values = params![
            client.id.as_str(),
            client.name,
            client.no,
            client.id_number,
            client.sex.map(Sex::code),
            client.born.map(Day),
            client.place,
            Json(&client.contacts),
            client.since.map(Day),
            client.assignee.as_ref().map(|staff| &staff.0),
            Json(&client.classes),
            Json(&client.fields),
            client.household,
            Json(&client.wish)
        ];
        Ok(statement.query_row(values, |row| row.get(0))?)
    }

    /// Takes the client out of the office, as if it had never been there: for an import undone.
    ///
    /// # Errors
    /// `not_found`; `conflict` (`in_use`) while matters, records or decisions refer to the client.
    pub fn delete_client(&mut self, id: &ClientId) -> Result<(), StoreError> {
        self.touch(Noun::Client);
        let before = self.read().client(id)?.or_not_found(Noun::Client.code(), id.as_str())?;
        let mut statement = self.inner.prepare_cached(include_str!("delete.sql"))?;
        let deleted = statement.query_row([id.as_str()], |row| row.get(0));
        let key = deleted.or_in_use(&format!("client {id}"))?;
        replace_words(&self.inner, key, &client_words(&before), &BTreeSet::new())
    }

    /// Sets which fields of the client a person corrected.
    ///
    /// # Errors
    /// `not_found`.
    pub fn hold_fields(&mut self, id: &ClientId, fields: &BTreeSet<String>) -> Result<(), StoreError> {
        self.touch(Noun::Client);
        let set = run(&self.inner, include_str!("set_held.sql"), params![id.as_str(), Json(fields)])?;
        (set > 0).then_some(()).or_not_found(Noun::Client.code(), id.as_str())
    }
}

pub(crate) fn row_to_client(row: &Row<'_>) -> rusqlite::Result<Client> {
    let sex: Option<String> = row.get(4)?;
    Ok(Client {
        id: ClientId(row.get(0)?),
        name: row.get(1)?,
        no: row.get(2)?,
        id_number: row.get(3)?,
        sex: sex.as_deref().and_then(Sex::parse),
        born: day(row, 5)?,
        place: row.get(6)?,
        contacts: json(row, 7)?,
        since: day(row, 8)?,
        assignee: row.get::<_, Option<String>>(9)?.map(StaffRef),
        classes: json(row, 10)?,
        fields: json(row, 11)?,
        household: row.get(12)?,
        wish: json(row, 13)?,
    })
}
