//! Who is away when.

use crate::column::{Day, Json, day, json, must_day, row, rows, run};
use crate::error::OrNotFound;
use crate::{Noun, Reader, StoreError, Tx};
use huifang_core::domain::{Absence, AbsenceId, StaffId, StaffRef};
use rusqlite::{Row, params};

impl Reader<'_> {
    /// All absences, those taken back included, by their first day.
    pub fn absences_all(&self) -> Result<Vec<Absence>, StoreError> {
        let sql = concat!(include_str!("select.sql"), include_str!("order_by_from.sql"));
        Ok(rows(self.conn, sql, [], row_to_absence)?)
    }

    /// The absence, if there is one of that identifier.
    pub fn absence(&self, id: &AbsenceId) -> Result<Option<Absence>, StoreError> {
        let sql = concat!(include_str!("select.sql"), include_str!("where_id.sql"));
        Ok(row(self.conn, sql, [id.as_str()], row_to_absence)?)
    }
}

impl Tx<'_> {
    /// Writes a new absence.
    ///
    /// # Errors
    /// `conflict` where there is one of that identifier.
    pub fn add_absence(&mut self, absence: &Absence) -> Result<(), StoreError> {
        self.touch(Noun::Staff);
        let values = params![
            absence.id.as_str(),
            absence.staff.as_str(),
            Day(absence.from),
            absence.to.map(Day),
            Json(&absence.weekdays),
            absence.substitute.as_ref().map(StaffId::as_str),
            absence.reason,
            absence.by.as_ref().map(|staff| &staff.0),
            absence.voided,
            absence.at_ms
        ];
        run(&self.inner, include_str!("add.sql"), values)?;
        Ok(())
    }

    /// Takes the absence back, or (`false`) lets it hold again. It stays visible.
    ///
    /// # Errors
    /// `not_found`.
    pub fn void_absence(&mut self, id: &AbsenceId, voided: bool) -> Result<(), StoreError> {
        self.touch(Noun::Staff);
        let set = run(&self.inner, include_str!("set_voided.sql"), params![id.as_str(), voided])?;
        (set > 0).then_some(()).or_not_found("absence", id.as_str())
    }
}

fn row_to_absence(row: &Row<'_>) -> rusqlite::Result<Absence> {
    Ok(Absence {
        id: AbsenceId(row.get(0)?),
        staff: StaffId(row.get(1)?),
        from: must_day(row, 2)?,
        to: day(row, 3)?,
        weekdays: json(row, 4)?,
        substitute: row.get::<_, Option<String>>(5)?.map(StaffId),
        reason: row.get(6)?,
        by: row.get::<_, Option<String>>(7)?.map(StaffRef),
        voided: row.get(8)?,
        at_ms: row.get(9)?,
    })
}
