//! The draws so far, and the sheet of one as it is printed and signed.

use super::seed::is_of_system;
use super::words::{UnitNames, period_words, strata, stretch};
use crate::OfficeError;
use crate::office::Office;
use crate::rows::TaskFacts;
use crate::wire::{DrawRow, DrawSheet, DrawVoided, DrawnRow};
use huifang_core::calendar::Now;
use huifang_core::domain::{Act, Decision, Draw, DrawId, Drawn};
use huifang_core::engine::drawn_from;
use std::collections::{HashMap, HashSet};

/// How the ranking is made, for whoever wants to make it again.
const METHOD: &str = "每个单元写成“客户编号|事项编号|分层”;种子与它先后各加 8 字节长度(低位在前),用 BLAKE3 求摘要,\
                      取前 16 位十六进制数为签号;签号小的在前。全部单元按客户编号、事项编号、分层排好,\
                      同样方法一次算出的就是抽样框的摘要。";

impl Office {
    /// The draws so far, the latest first.
    ///
    /// # Errors
    /// The store's.
    pub fn draws(&self) -> Result<Vec<DrawRow>, OfficeError> {
        let (sizes, voided) = (self.store.read().draw_sizes()?, self.store.read().decisions_of_draws()?);
        let mut draws = self.store.read().draws_chosen()?;
        draws.reverse();
        let row = |draw: &Draw| self.draw_row(draw, sizes.get(&draw.id).copied().unwrap_or(0), &voided);
        Ok(draws.iter().map(row).collect())
    }

    /// The sheet of a draw; `whole`: also those who were not drawn.
    ///
    /// # Errors
    /// `not_found`.
    pub fn draw_sheet(&self, id: &DrawId, whole: bool, now: Now) -> Result<DrawSheet, OfficeError> {
        let draw = self.stored_draw(id)?;
        let voided = self.store.read().decisions_of_draws()?;
        let from = self.enabled(&draw.pack).and_then(|enabled| drawn_from(enabled, &draw));
        let stretch = from.map(|from| stretch(&from.to_string(), &draw.period)).unwrap_or_default();
        Ok(DrawSheet {
            office: self.name.clone(),
            row: self.draw_row(&draw, draw.ranking.len() as u32, &voided),
            about: self.draw_about(&draw.pack, &draw.rule, &draw.period, stretch),
            strata: strata(&draw.ranking, &draw.take),
            method: METHOD.to_owned(),
            ranking: self.drawn_rows(&draw, whole, now)?,
            signatures: ["抽样人", "见证人", "日期"].map(str::to_owned).to_vec(),
        })
    }

    fn draw_row(&self, draw: &Draw, population: u32, voided: &[Decision]) -> DrawRow {
        let of_draw = |d: &&Decision| matches!(&d.act, Act::VoidDraw { draw: id } if id == &draw.id);
        let void = voided.iter().rfind(of_draw).filter(|_| draw.voided);
        let rule = self.rule_ever(&draw.pack, &draw.rule);
        DrawRow {
            draw: draw.id.to_string(),
            pack: draw.pack.clone(),
            rule: draw.rule.clone(),
            title: rule.map_or_else(|| draw.rule.clone(), |rule| rule.title.clone()),
            period: period_words(&draw.period),
            on: draw.on.to_string(),
            by: draw.by.as_ref().map(|by| self.staff_called(by)).unwrap_or_default(),
            seed: draw.seed.clone(),
            agreed: !is_of_system(&draw.seed),
            hash: draw.frame_hash.clone(),
            population,
            taken: draw.chosen().len() as u32,
            replaced: draw.replaced.len() as u32,
            voided: void.map(|decision| DrawVoided {
                on: decision.on.to_string(),
                by: decision.by.as_ref().map(|by| self.staff_called(by)).unwrap_or_default(),
                approver: decision.approver.as_ref().map(|a| self.staff_called(a)).unwrap_or_default(),
                reason: decision.reason.clone(),
            }),
        }
    }

    fn drawn_rows(&self, draw: &Draw, whole: bool, now: Now) -> Result<Vec<DrawnRow>, OfficeError> {
        let chosen: HashSet<&Drawn> = draw.chosen().into_iter().collect();
        let replaced: HashMap<&Drawn, String> =
            draw.replaced.iter().map(|r| (&r.unit, self.replaced_words(r))).collect();
        let wanted = |unit: &Drawn| whole || chosen.contains(unit) || replaced.contains_key(unit);
        let ranked: Vec<(u32, &Drawn)> = (1..).zip(&draw.ranking).filter(|(_, unit)| wanted(unit)).collect();
        let names = self.drawn_names(&ranked.iter().map(|(_, unit)| *unit).collect::<Vec<_>>())?;
        let states = self.task_states(draw, &chosen, now)?;
        let row = |((rank, unit), (name, place, matter)): ((u32, &Drawn), UnitNames)| {
            let taken = chosen.contains(unit);
            let state = if taken { "taken" } else { replaced.get(unit).map_or("rest", |_| "replaced") };
            DrawnRow {
                rank,
                client: unit.client.as_ref().map(ToString::to_string),
                key: unit.key(),
                name,
                place,
                matter,
                stratum: unit.stratum.clone(),
                state: state.to_owned(),
                replaced: replaced.get(unit).cloned().unwrap_or_default(),
                task_state: states.get(unit).map(|state| (*state).to_owned()),
            }
        };
        Ok(ranked.into_iter().zip(names).map(row).collect())
    }

    fn replaced_words(&self, replaced: &huifang_core::domain::Replaced) -> String {
        let by = replaced.by.as_ref().map(|by| format!(",{}", self.staff_called(by))).unwrap_or_default();
        format!("{}({}{by})", replaced.reason, replaced.on)
    }

    /// Where the tasks of these units stand.
    fn task_states<'d>(
        &self,
        draw: &Draw,
        units: &HashSet<&'d Drawn>,
        now: Now,
    ) -> Result<HashMap<&'d Drawn, &'static str>, OfficeError> {
        let mut found = Vec::new();
        for unit in units {
            found.extend(self.task_of_unit(draw, unit)?.map(|row| (*unit, row)));
        }
        let rows: Vec<_> = found.iter().map(|(_, row)| row.clone()).collect();
        let facts = TaskFacts::of(self, &rows)?;
        Ok(found.into_iter().map(|(unit, row)| (unit, facts.view(&row, now.today).state.code())).collect())
    }
}
