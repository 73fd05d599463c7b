//! Types at the column: how days, codes and JSON go into a row and come out, and small shared query parameters.

use chrono::NaiveDate;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, Type, ValueRef};
use rusqlite::{Connection, Params, Row};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// A stretch of a longer list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    /// How many rows to skip.
    pub offset: u32,
    /// How many rows to give at most.
    pub limit: u32,
}

impl Page {
    /// The first rows.
    pub fn first(limit: u32) -> Self {
        Self { offset: 0, limit }
    }
}

/// A civil day as `YYYY-MM-DD`.
pub(crate) struct Day(pub NaiveDate);

impl ToSql for Day {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.0.to_string().into())
    }
}

impl FromSql for Day {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let text = value.as_str()?;
        parse_day(text.as_bytes())
            .map(Self)
            .ok_or_else(|| FromSqlError::Other(format!("{text:?} is no day YYYY-MM-DD").into()))
    }
}

/// Reads `YYYY-MM-DD`. Written out because the days are a good part of what reading all tasks costs.
fn parse_day(text: &[u8]) -> Option<NaiveDate> {
    let number =
        |digits: &[u8]| digits.iter().try_fold(0, |sum, c| c.is_ascii_digit().then(|| sum * 10 + u32::from(c - b'0')));
    let [y @ .., b'-', m1, m2, b'-', d1, d2] = text else { return None };
    NaiveDate::from_ymd_opt(i32::try_from(number(y)?).ok()?, number(&[*m1, *m2])?, number(&[*d1, *d2])?)
}

/// A value as JSON text, read back from it.
pub(crate) struct Json<T>(pub T);

impl<T: Serialize> ToSql for Json<T> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        serde_json::to_string(&self.0)
            .map(ToSqlOutput::from)
            .map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))
    }
}

impl<T: DeserializeOwned> FromSql for Json<T> {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        serde_json::from_str(value.as_str()?).map(Self).map_err(FromSqlError::other)
    }
}

/// An optional day of a row.
pub(crate) fn day(row: &Row<'_>, index: usize) -> rusqlite::Result<Option<NaiveDate>> {
    Ok(row.get::<_, Option<Day>>(index)?.map(|day| day.0))
}

/// A day that every row has.
pub(crate) fn must_day(row: &Row<'_>, index: usize) -> rusqlite::Result<NaiveDate> {
    Ok(row.get::<_, Day>(index)?.0)
}

/// A JSON column.
pub(crate) fn json<T: DeserializeOwned>(row: &Row<'_>, index: usize) -> rusqlite::Result<T> {
    Ok(row.get::<_, Json<T>>(index)?.0)
}

/// A text that one of ours wrote and `parse` understands: a code, a moment, a subject.
pub(crate) fn parsed<T>(row: &Row<'_>, index: usize, parse: impl Fn(&str) -> Option<T>) -> rusqlite::Result<T> {
    let text = row.get_ref(index)?.as_str()?;
    parse(text).ok_or_else(|| {
        let what = format!("cannot read {text:?} in column {index}");
        rusqlite::Error::FromSqlConversionFailure(index, Type::Text, what.into())
    })
}

/// A list of identifiers as one parameter, for `IN (SELECT value FROM json_each(?))`.
pub(crate) fn id_list<'a>(ids: impl IntoIterator<Item = &'a str>) -> Json<Vec<&'a str>> {
    Json(ids.into_iter().collect())
}

/// All rows of a query, by a cached statement.
pub(crate) fn rows<T, P: Params>(
    conn: &Connection,
    sql: &str,
    params: P,
    mapper: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
) -> rusqlite::Result<Vec<T>> {
    conn.prepare_cached(sql)?.query_map(params, mapper)?.collect()
}

/// The only row of a query, if there is one, by a cached statement.
pub(crate) fn row<T, P: Params>(
    conn: &Connection,
    sql: &str,
    params: P,
    mapper: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
) -> rusqlite::Result<Option<T>> {
    use rusqlite::OptionalExtension;
    conn.prepare_cached(sql)?.query_row(params, mapper).optional()
}

/// Runs a writing statement, cached, and gives the number of rows that it touched.
pub(crate) fn run<P: Params>(conn: &Connection, sql: &str, params: P) -> rusqlite::Result<usize> {
    conn.prepare_cached(sql)?.execute(params)
}
