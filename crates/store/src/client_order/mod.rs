//! The list of clients in any order, a window at a time: what it is sorted by is kept beside the clients.

use crate::client::row_to_client;
use crate::column::{Day, Json, Page, day, json, row, rows, run};
use crate::{Reader, StoreError, Tx};
use chrono::NaiveDate;
use huifang_core::domain::{Client, Contact, has_number};
use huifang_core::search::{ORDER_VERSION, Query, name_order, natural_order};
use rusqlite::{Connection, Row, params};

/// By what the list of clients is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClientSort {
    /// As the names sound.
    Name,
    /// By record number, 2 before 10; those without one last.
    No,
    /// By place, as its numbers count; those without one last.
    Place,
    /// By the day of the last contact; those never contacted first.
    LastContact,
    /// By the next due day; those of whom nothing is due last.
    NextDue,
}

impl ClientSort {
    /// Every order, in the order of definition.
    pub const ALL: &[Self] = &[Self::Name, Self::No, Self::Place, Self::LastContact, Self::NextDue];

    /// The code of the wire.
    pub fn code(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::No => "no",
            Self::Place => "place",
            Self::LastContact => "last",
            Self::NextDue => "next",
        }
    }

    /// The order of a code; `None` for an unknown one.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|sort| sort.code() == code)
    }

    fn column(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::No => "no",
            Self::Place => "place",
            Self::LastContact => "last_contact",
            Self::NextDue => "next_due",
        }
    }
}

/// Which clients are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClientsOnly {
    /// Everybody.
    All,
    /// Of whom something was due before today.
    Overdue,
    /// Of whom anything is due.
    Due,
    /// Who were never contacted.
    Never,
}

impl ClientsOnly {
    /// Every choice, in the order of definition.
    pub const ALL: &[Self] = &[Self::All, Self::Overdue, Self::Due, Self::Never];

    /// The code of the wire.
    pub fn code(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Overdue => "overdue",
            Self::Due => "due",
            Self::Never => "never",
        }
    }

    /// The choice of a code; `None` for an unknown one.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|only| only.code() == code)
    }

    /// `?2` is today.
    fn condition(self) -> &'static str {
        match self {
            Self::All => " AND ?2 IS NOT NULL",
            Self::Overdue => " AND next_due < ?2",
            Self::Due => " AND ?2 IS NOT NULL AND next_due < '9999-12-31'",
            Self::Never => " AND ?2 IS NOT NULL AND last_contact = ''",
        }
    }
}

/// Which clients to list, and in which order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Listing<'a> {
    /// What they answer to, as the search has it; empty: everybody.
    pub text: &'a str,
    /// Which of them.
    pub only: ClientsOnly,
    /// The order; without one by rank of the search, or where nothing is searched for by name.
    pub sort: Option<ClientSort>,
    /// The other way round.
    pub descending: bool,
    /// The day on which the list is read.
    pub today: NaiveDate,
}

/// A client as a row of the list.
#[derive(Debug, Clone, PartialEq)]
pub struct ClientLine {
    /// Who.
    pub client: Client,
    /// How many matters he takes part in.
    pub matters: u32,
    /// How many of his tasks can be done on the day.
    pub open: u32,
    /// Day of the last contact.
    pub last_contact: Option<NaiveDate>,
    /// The next due day: of what waits for a further try the day of the try, of what is halted none.
    pub next_due: Option<NaiveDate>,
}

/// A window of the list.
#[derive(Debug, Clone, PartialEq)]
pub struct ClientLines {
    /// How many there are in all.
    pub total: u32,
    /// Those of the window.
    pub lines: Vec<ClientLine>,
}

/// Stands for «nothing is due».
const NEVER_DUE: &str = "9999-12-31";

/// The day before any that counts, while an office was not planned yet.
const NO_DAY: &str = "0000-00-00";

impl Reader<'_> {
    /// A window of the list of clients.
    pub fn client_lines(&self, list: &Listing<'_>, page: Page) -> Result<ClientLines, StoreError> {
        let (total, keys) = self.listed_keys(list, page)?;
        let mut lines = Vec::with_capacity(keys.len());
        for key in keys {
            lines.extend(row(self.conn, include_str!("line.sql"), params![key, Day(list.today)], row_to_line)?);
        }
        Ok(ClientLines { total, lines })
    }

    fn listed_keys(&self, list: &Listing<'_>, page: Page) -> Result<(u32, Vec<i64>), StoreError> {
        let query = Query::new(list.text);
        let found = if query.is_empty() { None } else { Some(self.client_keys(&query)?) };
        if let (Some(found), None, ClientsOnly::All) = (&found, list.sort, list.only) {
            let window = found.iter().skip(page.offset as usize).take(page.limit as usize).copied().collect();
            return Ok((u32::try_from(found.len()).unwrap_or(u32::MAX), window));
        }
        let whom = if found.is_some() { "WHERE key IN (SELECT value FROM json_each(?1))" } else { "WHERE ?1 IS NULL" };
        let (found, today) = (found.map(Json), Day(list.today));
        let count = format!("{}{whom}{}", include_str!("count.sql"), list.only.condition());
        let total = self.conn.prepare_cached(&count)?.query_row(params![found, today], |row| row.get(0))?;
        let column = list.sort.unwrap_or(ClientSort::Name).column();
        let way = if list.descending { "DESC" } else { "ASC" };
        let sql = format!(
            "{}{whom}{} ORDER BY {column} {way}, key {way} LIMIT ?3 OFFSET ?4",
            include_str!("keys.sql"),
            list.only.condition()
        );
        let keys = rows(self.conn, &sql, params![found, today, page.limit, page.offset], |row| row.get(0))?;
        Ok((total, keys))
    }
}

impl Tx<'_> {
    /// The office is now in this day: what lapsed by then is no longer due, what waited for this day is due again.
    pub fn turn_day(&mut self, today: NaiveDate) -> Result<(), StoreError> {
        let known = row(&self.inner, include_str!("day.sql"), [], |row| row.get::<_, String>(1))?;
        let (before, now) = (known.unwrap_or_else(|| NO_DAY.to_owned()), today.to_string());
        if before == now {
            return Ok(());
        }
        let (first, last) = if before < now { (&before, &now) } else { (&now, &before) };
        put_day(&self.inner, &now)?;
        run(&self.inner, include_str!("turned_between.sql"), [first, last])?;
        Ok(())
    }
}

/// Sorts the client anew.
pub(crate) fn put_order(conn: &Connection, key: i64, client: &Client) -> Result<(), StoreError> {
    put(conn, key, &client.name, (client.no.as_deref(), client.place.as_deref()), has_number(&client.contacts))
}

fn put(
    conn: &Connection,
    key: i64,
    name: &str,
    (no, place): (Option<&str>, Option<&str>),
    has_number: bool,
) -> Result<(), StoreError> {
    let values = params![key, name_order(name), natural_order(no), natural_order(place), !has_number];
    run(conn, include_str!("put.sql"), values)?;
    Ok(())
}

fn put_day(conn: &Connection, day: &str) -> Result<(), StoreError> {
    run(conn, include_str!("delete_day.sql"), [])?;
    run(conn, include_str!("put_day.sql"), params![ORDER_VERSION, day])?;
    Ok(())
}

/// So many clients are read together.
const TOGETHER: u32 = 20_000;

/// Sorts the whole file anew where its texts are not those of this program: as a whole, or not at all.
pub(crate) fn refresh(conn: &mut Connection) -> Result<(), StoreError> {
    let known: Option<(i64, String)> = row(conn, include_str!("day.sql"), [], |row| Ok((row.get(0)?, row.get(1)?)))?;
    if known.as_ref().is_some_and(|(version, _)| *version == ORDER_VERSION) {
        return Ok(());
    }
    let tx = conn.transaction()?;
    run(&tx, include_str!("delete_all.sql"), [])?;
    put_day(&tx, &known.map_or_else(|| NO_DAY.to_owned(), |(_, day)| day))?;
    let mut last = i64::MIN;
    loop {
        let found = rows(&tx, include_str!("keys_after.sql"), params![last, TOGETHER], named)?;
        let Some((key, ..)) = found.last() else { break };
        last = *key;
        for (key, name, no, place, contacts) in &found {
            put(&tx, *key, name, (no.as_deref(), place.as_deref()), has_number(contacts))?;
        }
    }
    Ok(tx.commit()?)
}

type Named = (i64, String, Option<String>, Option<String>, Vec<Contact>);

fn named(row: &Row<'_>) -> rusqlite::Result<Named> {
    Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, json(row, 4)?))
}

fn row_to_line(row: &Row<'_>) -> rusqlite::Result<ClientLine> {
    let filled = |index: usize, none: &str| -> rusqlite::Result<Option<NaiveDate>> {
        if row.get_ref(index)?.as_str()? == none { Ok(None) } else { day(row, index) }
    };
    Ok(ClientLine {
        client: row_to_client(row)?,
        last_contact: filled(14, "")?,
        next_due: filled(15, NEVER_DUE)?,
        matters: row.get(16)?,
        open: row.get(17)?,
    })
}
