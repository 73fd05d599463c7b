//! A wish about policies becomes the policies as they would be, and what would be written.

use super::holidays::{read_table, table_of};
use super::in_force::{Override, Policies, calendar_with, overrides_of, params_of};
use super::params::{read_values, refuse_blanks};
use crate::OfficeError;
use crate::office::Office;
use crate::packs::PackShelf;
use crate::wire::{ParamOverride, PolicyChange};
use chrono::NaiveDate;
use huifang_core::calendar::{HolidayYear, Now};
use huifang_core::policy::{ParamValues, PolicyPack};
use huifang_store::PackRow;
use serde_json::json;

/// The policies as a change would leave them.
pub(super) struct Proposed {
    /// Packs and calendar.
    pub policies: Policies,
    /// Versions to be written.
    pub packs: Vec<PackRow>,
    /// A holiday table to be written; one without days is taken back.
    pub holidays: Option<HolidayYear>,
    /// What is done, as the notice says it.
    pub line: String,
}

impl Office {
    /// The policies as the change would leave them. Nothing is written.
    ///
    /// # Errors
    /// What does not make sense; parameters that may not stand; the mistakes of the pack.
    pub(super) fn propose(&self, wish: &PolicyChange, shelf: &PackShelf, now: Now) -> Result<Proposed, OfficeError> {
        if wish.act == "holidays" {
            return self.propose_holidays(wish);
        }
        let id = wish.pack.as_deref().ok_or_else(|| OfficeError::invalid("pack_missing", "没有说明是哪一份制度"))?;
        let from = crate::follow_up::day(wish.from.as_deref(), now.today, "from")?;
        let (row, line) = match wish.act.as_str() {
            "enable" => (Some(self.enabling(wish, id, from, shelf)?), format!("已启用,自 {from} 起")),
            "params" => (Some(self.setting(wish, id, from, shelf)?), format!("已更改,自 {from} 起")),
            "pause" => (self.pausing(id)?, format!("已停用,自 {from} 起")),
            other => return Err(OfficeError::invalid("unknown_act", format!("没有这种更改:{other}"))),
        };
        let mut rows = self.policies.rows.clone();
        give_way(&mut rows, id, from);
        rows.extend(row);
        let was = &self.policies.rows;
        let packs = rows.iter().filter(|row| !was.contains(row)).cloned().collect();
        let policies = Policies::of_rows(rows, self.policies.calendar.clone())?;
        Ok(Proposed { policies, packs, holidays: None, line })
    }

    fn enabling(
        &self,
        wish: &PolicyChange,
        id: &str,
        from: NaiveDate,
        shelf: &PackShelf,
    ) -> Result<PackRow, OfficeError> {
        let found = shelf.get(id)?;
        let last = self.policies.versions(id).next_back();
        if last.is_some_and(|row| row.until.is_none()) {
            return Err(OfficeError::invalid("already_enabled", format!("制度 {id} 已经启用")));
        }
        new_version(wish, last, &found.pack, found.text.clone(), from)
    }

    fn setting(
        &self,
        wish: &PolicyChange,
        id: &str,
        from: NaiveDate,
        shelf: &PackShelf,
    ) -> Result<PackRow, OfficeError> {
        let last = self.open_version(id)?;
        if self.policies.effective_from(id).is_some_and(|day| from < day) {
            let text = "更改不能早于制度的启用日;请选启用日或之后的一天";
            return Err(OfficeError::invalid("before_enabled", text));
        }
        let text = if wish.new_text { shelf.get(id)?.text.clone() } else { last.text.clone() };
        let pack = PolicyPack::parse(&text, &ParamValues::new())
            .map_err(|problems| OfficeError::Pack { id: id.to_owned(), problems })?;
        new_version(wish, Some(last), &pack, text, from)
    }

    /// Nothing takes the place of what is in force.
    fn pausing(&self, id: &str) -> Result<Option<PackRow>, OfficeError> {
        self.open_version(id).map(|_| None)
    }

    fn open_version(&self, id: &str) -> Result<&PackRow, OfficeError> {
        let last = self.policies.versions(id).next_back().filter(|row| row.until.is_none());
        last.ok_or_else(|| OfficeError::invalid("not_enabled", format!("制度 {id} 没有启用")))
    }

    fn propose_holidays(&self, wish: &PolicyChange) -> Result<Proposed, OfficeError> {
        let table = wish.holidays.as_ref();
        let table = table.ok_or_else(|| OfficeError::invalid("no_table", "没有给出放假安排"))?;
        let year = read_table(table)?;
        let mut years = self.store.read().holiday_years()?;
        years.retain(|kept| kept.year != year.year);
        if !year.days.is_empty() {
            years.push(year.clone());
        }
        let policies = Policies::of_rows(self.policies.rows.clone(), calendar_with(years))?;
        let line = match table_of(&policies.calendar, year.year) {
            Some(_) => format!("{} 年的放假安排已保存", year.year),
            None => format!("{} 年没有放假安排,工作日按周末推算", year.year),
        };
        Ok(Proposed { policies, packs: Vec::new(), holidays: Some(year), line })
    }
}

/// The versions in force on the day or later end there.
fn give_way(rows: &mut [PackRow], id: &str, from: NaiveDate) {
    for row in rows.iter_mut().filter(|row| row.id == id && row.until.is_none_or(|until| until > from)) {
        row.until = Some(from.max(row.effective_from));
    }
}

fn new_version(
    wish: &PolicyChange,
    last: Option<&PackRow>,
    pack: &PolicyPack,
    text: String,
    from: NaiveDate,
) -> Result<PackRow, OfficeError> {
    let mut values = last.map(params_of).unwrap_or_default();
    // A parameter that the text does not have any more is forgotten with it.
    values.retain(|name, _| pack.params.iter().any(|p| &p.name == name));
    values.extend(read_values(pack, &wish.values)?);
    refuse_blanks(pack, &values)?;
    let overrides = match &wish.overrides {
        None => last.map(overrides_of).unwrap_or_default(),
        Some(wished) => read_overrides(pack, wished)?,
    };
    Ok(PackRow {
        id: pack.id.clone(),
        version: last.map_or(1, |row| row.version + 1),
        effective_from: from,
        until: None,
        params: json!(values),
        overrides: json!(overrides),
        text,
    })
}

fn read_overrides(pack: &PolicyPack, wished: &[ParamOverride]) -> Result<Vec<Override>, OfficeError> {
    let read = |o: &ParamOverride| {
        if !["class", "client"].contains(&o.whom.as_str()) || o.name.trim().is_empty() {
            return Err(OfficeError::invalid("whom_missing", "请写明是哪一类客户,或哪一位客户"));
        }
        let params = read_values(pack, &o.values)?;
        Ok(Override { whom: o.whom.clone(), name: o.name.trim().to_owned(), params })
    };
    wished.iter().map(read).collect()
}
