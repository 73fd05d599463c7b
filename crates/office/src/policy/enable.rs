//! Doing what was foreseen: one operation, with what it was for in the audit.

use super::change::Proposed;
use crate::OfficeError;
use crate::office::Office;
use crate::packs::PackShelf;
use crate::wire::{Changed, PolicyChange};
use huifang_core::calendar::Now;
use huifang_store::Tx;
use serde_json::json;

impl Office {
    /// Enables, pauses or resumes a pack, sets parameters or a year's holidays, and plans everything by them.
    ///
    /// # Errors
    /// `already_enabled`, `not_enabled`, `before_enabled`, `param_invalid`, `pack_problems`, or what does not make sense.
    pub fn change_policy(&mut self, wish: &PolicyChange, shelf: &PackShelf, now: Now) -> Result<Changed, OfficeError> {
        let proposed = self.propose(wish, shelf, now)?;
        let name = match wish.act.as_str() {
            "enable" => "enable_pack",
            "pause" => "pause_pack",
            "params" => "set_params",
            _ => "set_holidays",
        };
        let detail = json!({
            "pack": wish.pack, "from": wish.from, "values": wish.values, "overrides": wish.overrides,
            "holidays": wish.holidays.as_ref().map(|table| table.year),
            "approver": wish.approver, "reason": wish.reason,
        });
        let policies = &proposed.policies;
        let summary = self.write(name, now, detail, |tx, _| {
            write_proposed(tx, &proposed, now)?;
            policies.replan_all(tx, now)
        })?;
        self.policies = proposed.policies;
        let changed = ["pack", "task", "office"].map(str::to_owned).to_vec();
        let done = format!("新增 {} 件,变动 {} 件,撤回 {} 件", summary.new.len(), summary.moved, summary.withdrawn);
        Ok(Changed { changed, line: format!("{}:{done}", proposed.line) })
    }
}

fn write_proposed(tx: &mut Tx<'_>, proposed: &Proposed, now: Now) -> Result<(), OfficeError> {
    for row in &proposed.packs {
        tx.put_pack(row)?;
    }
    match &proposed.holidays {
        Some(year) if year.days.is_empty() => tx.delete_holiday_year(year.year)?,
        Some(year) => tx.put_holiday_year(year, now.instant_ms)?,
        None => {}
    }
    Ok(())
}
