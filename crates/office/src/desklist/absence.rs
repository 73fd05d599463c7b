//! Leave and days off: written down, shown, taken back. Who does a task is computed from them when it is read.

use crate::OfficeError;
use crate::follow_up::day;
use crate::office::Office;
use crate::wire::{AbsenceBrief, Changed, SetAbsence};
use chrono::{NaiveDate, Weekday};
use huifang_core::calendar::Now;
use huifang_core::domain::{Absence, AbsenceId, Staff, StaffId, StaffRef, short_hash};
use serde_json::json;

impl Office {
    /// Who is or will be away, by the first day; what is over is not shown any more.
    ///
    /// # Errors
    /// The store's.
    pub fn absences(&self, now: Now) -> Result<Vec<AbsenceBrief>, OfficeError> {
        let staff = self.store.read().staff_all()?;
        let coming = |a: &Absence| !a.voided && a.to.is_none_or(|to| to >= now.today);
        let found = self.store.read().absences_all()?;
        Ok(found.iter().filter(|a| coming(a)).map(|a| brief(a, &staff, now.today)).collect())
    }

    /// Writes down that somebody is away.
    ///
    /// # Errors
    /// `not_found`, `bad_day`, `absence_backwards`, `absence_over`, `bad_weekday`, `own_substitute`.
    pub fn set_absence(&mut self, wish: &SetAbsence, now: Now) -> Result<Changed, OfficeError> {
        let absence = self.read_absence(wish, now)?;
        self.write("set_absence", now, json!({ "absence": &absence }), |tx, _| Ok(tx.add_absence(&absence)?))?;
        let called = |id: &StaffId| self.staff_called(&StaffRef(id.0.clone()));
        let by = absence
            .substitute
            .as_ref()
            .map_or("没有人代,任务列入未分派".to_owned(), |id| format!("由{}代", called(id)));
        Ok(changed(format!("已登记{}不在岗,{by}", called(&absence.staff))))
    }

    fn read_absence(&self, wish: &SetAbsence, now: Now) -> Result<Absence, OfficeError> {
        let person = |named: &str| self.known_staff(named).map(|found| StaffId(found.0));
        let staff = person(&wish.staff)?;
        let substitute = wish.substitute.as_deref().filter(|id| !id.is_empty()).map(person).transpose()?;
        if substitute.as_ref() == Some(&staff) {
            return Err(OfficeError::invalid("own_substitute", "自己不能代自己,请另选一位"));
        }
        let from = day(Some(&wish.from).filter(|d| !d.is_empty()).map(String::as_str), now.today, "from")?;
        let to = wish.to.as_deref().filter(|d| !d.is_empty()).map(|d| day(Some(d), now.today, "to")).transpose()?;
        if to.is_some_and(|to| to < from) {
            return Err(OfficeError::invalid("absence_backwards", "最后一天早于第一天,请核对日期"));
        }
        if to.is_some_and(|to| to < now.today) {
            return Err(OfficeError::invalid("absence_over", "这几天已经过去,不必登记"));
        }
        let weekdays = wish.weekdays.iter().map(|n| weekday(*n)).collect::<Result<Vec<_>, _>>()?;
        Ok(Absence {
            id: AbsenceId(short_hash(&["absence", staff.as_str(), &self.stamp(now)?])),
            staff,
            from,
            to,
            weekdays,
            substitute,
            reason: wish.reason.trim().to_owned(),
            by: self.me.as_ref().map(|id| StaffRef(id.0.clone())),
            voided: false,
            at_ms: now.instant_ms,
        })
    }

    /// Takes an absence back: the person is on duty again.
    ///
    /// # Errors
    /// `not_found`.
    pub fn void_absence(&mut self, id: &str, now: Now) -> Result<Changed, OfficeError> {
        let id = AbsenceId::from(id);
        let found = self.store.read().absence(&id)?.filter(|absence| !absence.voided);
        let absence = found.ok_or_else(|| OfficeError::NotFound { noun: "休假", id: id.to_string() })?;
        self.write("void_absence", now, json!({ "absence": id.as_str() }), |tx, _| Ok(tx.void_absence(&id, true)?))?;
        Ok(changed(format!("{}已恢复在岗", self.staff_called(&StaffRef(absence.staff.0)))))
    }
}

fn weekday(number: u8) -> Result<Weekday, OfficeError> {
    let found = number.checked_sub(1).and_then(|n| Weekday::try_from(n).ok());
    found.ok_or_else(|| OfficeError::invalid("bad_weekday", "星期要写成 1 至 7,1 是周一"))
}

fn brief(absence: &Absence, staff: &[Staff], today: NaiveDate) -> AbsenceBrief {
    let name = |id: &StaffId| staff.iter().find(|s| &s.id == id).map_or_else(|| id.to_string(), |s| s.name.clone());
    AbsenceBrief {
        absence: absence.id.to_string(),
        staff: absence.staff.to_string(),
        name: name(&absence.staff),
        from: absence.from.to_string(),
        to: absence.to.map(|day| day.to_string()),
        weekdays: absence.weekdays.iter().map(|day| day.number_from_monday() as u8).collect(),
        substitute: absence.substitute.as_ref().map(name),
        reason: absence.reason.clone(),
        today: absence.covers(today),
    }
}

fn changed(line: String) -> Changed {
    Changed { changed: vec!["staff".to_owned(), "task".to_owned()], line }
}
