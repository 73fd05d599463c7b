//! Places, and which client has one from when to when: what concerned the seller does not follow the buyer.
//!
//! Tenures follow from `Client::place`: nobody writes them directly.

use crate::column::{Day, day, rows, run};
use crate::{Noun, Reader, StoreError, Tx};
use chrono::NaiveDate;
use huifang_core::domain::ClientId;
use rusqlite::{Row, params};
use serde::{Deserialize, Serialize};

/// A client in a place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tenure {
    /// The place's label, such as `9栋1单元1501`.
    pub place: String,
    /// Who.
    pub client: ClientId,
    /// First day; `None` where it was so when the client was first written down.
    pub from: Option<NaiveDate>,
    /// The day of the next place, which is no longer one of this; `None` while it lasts.
    pub to: Option<NaiveDate>,
}

impl Reader<'_> {
    /// Who had the place, earliest first.
    pub fn tenures_of_place(&self, label: &str) -> Result<Vec<Tenure>, StoreError> {
        let sql = concat!(include_str!("select.sql"), include_str!("where_label.sql"));
        Ok(rows(self.conn, sql, [label], row_to_tenure)?)
    }

    /// Which places the client had, earliest first.
    pub fn tenures_of_client(&self, client: &ClientId) -> Result<Vec<Tenure>, StoreError> {
        let sql = concat!(include_str!("select.sql"), include_str!("where_client.sql"));
        Ok(rows(self.conn, sql, [client.as_str()], row_to_tenure)?)
    }
}

impl Tx<'_> {
    /// Sets which places the client had: for clients that are made one or parted again.
    pub fn set_tenures(&mut self, client: &ClientId, tenures: &[Tenure]) -> Result<(), StoreError> {
        self.touch(Noun::Client);
        run(&self.inner, include_str!("delete_of_client.sql"), [client.as_str()])?;
        for tenure in tenures {
            let (from, to) = (tenure.from.map(Day), tenure.to.map(Day));
            run(&self.inner, include_str!("put.sql"), [&tenure.place])?;
            run(&self.inner, include_str!("put_tenure.sql"), params![tenure.place, client.as_str(), from, to])?;
        }
        Ok(())
    }

    /// The client now lives at `label`, or nowhere that is known. `known` is false for a client who is new to the
    /// office: since when he lives there is not.
    pub(crate) fn move_client(&self, client: &ClientId, label: Option<&str>, known: bool) -> Result<(), StoreError> {
        if known {
            run(&self.inner, include_str!("close_tenure.sql"), params![client.as_str(), Day(self.today)])?;
        }
        if let Some(label) = label {
            let from = known.then_some(Day(self.today));
            run(&self.inner, include_str!("put.sql"), [label])?;
            run(&self.inner, include_str!("open_tenure.sql"), params![label, client.as_str(), from])?;
        }
        Ok(())
    }
}

fn row_to_tenure(row: &Row<'_>) -> rusqlite::Result<Tenure> {
    Ok(Tenure { place: row.get(0)?, client: ClientId(row.get(1)?), from: day(row, 2)?, to: day(row, 3)? })
}
