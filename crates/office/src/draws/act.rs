//! Looking at the frame, drawing, replacing, taking back.

use super::Seed;
use crate::OfficeError;
use crate::office::Office;
use crate::rows::TaskFacts;
use crate::wire::{Changed, DrawPreview, DrawWritten, ReplaceDrawn, VoidDraw};
use chrono::NaiveDate;
use huifang_core::calendar::{Now, Period};
use huifang_core::domain::{
    Act, Decision, DecisionId, Draw, DrawId, Drawn, Facts, Replaced, StaffRef, Subject, short_hash,
};
use huifang_core::engine::{DrawFrame, Edit, Enabled, State, TaskKey, World, draw_frame};
use huifang_core::policy::{RuleKind, TaskAction};
use huifang_store::TaskRow;
use serde_json::json;

impl Office {
    /// Who would be drawn from, if somebody drew now.
    ///
    /// # Errors
    /// `not_a_draw`, `already_drawn`, `draw_too_early`, `draw_too_late`, `not_found`.
    pub fn frame(&self, task: &str, now: Now) -> Result<DrawPreview, OfficeError> {
        let row = self.draw_task(task, now.today)?;
        let frame = self.frame_of(&row, now.today)?;
        let (sizes, take) = (super::words::strata(&frame.units, &frame.take), frame.take.values().sum());
        let stretch = super::words::stretch(&frame.stretch, &frame.period);
        Ok(DrawPreview {
            task: row.id.to_string(),
            about: self.draw_about(&row.pack, &row.rule, &frame.period, stretch),
            population: frame.units.len() as u32,
            take,
            strata: sizes,
            hash: frame.hash,
            due: row.due_now().to_string(),
        })
    }

    /// Draws: the frame is frozen and hashed, then the seed is taken, and the ranking made of both; it is kept, and the drawn
    /// are asked for. `seen`: the hash of the frame that the person looked at.
    ///
    /// # Errors
    /// As `frame`; `frame_changed` where facts came in after the person looked; `seed_used`, `bad_seed`.
    pub fn draw(&mut self, task: &str, seen: Option<&str>, seed: &Seed, now: Now) -> Result<DrawWritten, OfficeError> {
        let row = self.draw_task(task, now.today)?;
        let frame = self.frame_of(&row, now.today)?;
        if seen.is_some_and(|seen| seen != frame.hash) {
            let text = "看过以后,抽样框里的人有了变化。请再看一遍人数,然后抽样。";
            return Err(OfficeError::invalid("frame_changed", text));
        }
        let text = seed.text()?;
        let by = self.me.as_ref().map(|id| StaffRef(id.0.clone()));
        let draw = frame.draw(&text, now.today, by, now.instant_ms);
        if self.store.read().draw(&draw.id)?.is_some() {
            let text = "这一期用过同一个种子,抽样已作废。重抽要换一个种子。";
            return Err(OfficeError::invalid("seed_used", text));
        }
        let taken = draw.chosen().len() as u32;
        let detail = json!({
            "draw": draw.id.as_str(), "task": task, "pack": draw.pack, "rule": draw.rule, "period": draw.period,
            "frame_hash": draw.frame_hash, "population": draw.ranking.len(), "seed": draw.seed,
            "agreed": matches!(seed, Seed::Agreed(_)), "taken": taken,
        });
        self.write_draw("draw", now, detail, None, &draw)?;
        let line = format!("已从 {} 中抽出 {taken} 个,抽中的已列入名单", draw.ranking.len());
        Ok(DrawWritten { draw: draw.id.to_string(), taken, changed: changed(), line })
    }

    /// The next rank of the same stratum takes the place of a drawn unit.
    ///
    /// # Errors
    /// `reason_missing`, `not_found`, `draw_voided`, `not_drawn`, `already_done`, `no_next_rank`.
    pub fn replace(&mut self, wish: &ReplaceDrawn, now: Now) -> Result<Changed, OfficeError> {
        let reason = given(&wish.reason)?;
        let was = self.standing_draw(&wish.draw)?;
        let unit = unit_of_rank(&was, wish.rank)?.clone();
        self.refuse_done(&was, &unit)?;
        let by = self.me.as_ref().map(|id| StaffRef(id.0.clone()));
        let mut draw = was.clone();
        draw.replaced.push(Replaced { unit: unit.clone(), reason: reason.to_owned(), on: now.today, by });
        let known = was.chosen();
        let next = draw.chosen().into_iter().find(|unit| !known.contains(unit)).cloned();
        let Some(next) = next else {
            let text = "后面已没有可以替补的人。访不到的,请在那件回访上按免访或失访处理。";
            return Err(OfficeError::invalid("no_next_rank", text));
        };
        let detail = json!({ "draw": wish.draw, "rank": wish.rank, "unit": &unit, "next": &next, "reason": reason });
        self.write_draw("replace_drawn", now, detail, Some(&was), &draw)?;
        let rank = draw.ranking.iter().position(|other| other == &next).map_or(0, |at| at + 1);
        let names = self.drawn_names(&[&unit, &next])?;
        Ok(Changed { changed: changed(), line: format!("{} 由第 {rank} 名 {} 替补", names[0].0, names[1].0) })
    }

    /// Makes the draw count for nothing. What it asked for is withdrawn; what people did stays on the record.
    ///
    /// # Errors
    /// `reason_missing`, `approver_missing`, `not_found`, `draw_voided`.
    pub fn void_draw(&mut self, wish: &VoidDraw, now: Now) -> Result<Changed, OfficeError> {
        let reason = given(&wish.reason)?.to_owned();
        let approver = self.approver(&wish.approver)?;
        let was = self.standing_draw(&wish.draw)?;
        let stamp = format!("{}/{}", now.instant_ms, self.store.read().audit_head()?.0);
        let decision = Decision {
            id: DecisionId(short_hash(&["decision", "void_draw", &stamp])),
            on: now.today,
            act: Act::VoidDraw { draw: was.id.clone() },
            by: self.me.as_ref().map(|id| StaffRef(id.0.clone())),
            approver: Some(approver),
            reason,
            voided: false,
            at_ms: now.instant_ms,
        };
        let draw = Draw { voided: true, ..was.clone() };
        self.write("void_draw", now, json!({ "decision": &decision }), |tx, policies| {
            tx.put_decision(&decision)?;
            tx.put_draw(&draw)?;
            policies.replan(tx, now, &[Edit::Draw(Some(&chosen_only(&was)), Some(&chosen_only(&draw)))])
        })?;
        Ok(Changed { changed: changed(), line: "这次抽样已作废,可以重新抽样".to_owned() })
    }

    fn write_draw(
        &mut self,
        op: &str,
        now: Now,
        detail: serde_json::Value,
        was: Option<&Draw>,
        draw: &Draw,
    ) -> Result<(), OfficeError> {
        let before = was.map(chosen_only);
        self.write(op, now, detail, |tx, policies| {
            tx.put_draw(draw)?;
            policies.replan(tx, now, &[Edit::Draw(before.as_ref(), Some(&chosen_only(draw)))])?;
            Ok(())
        })
    }

    /// The task, where it asks for a draw that can be made today.
    fn draw_task(&self, task: &str, today: NaiveDate) -> Result<TaskRow, OfficeError> {
        let row = self.task_row(&task.into())?;
        if !self.is_draw(&row) {
            return Err(OfficeError::invalid("not_a_draw", "这件事不是抽样"));
        }
        let drawn = self.store.read().draws_chosen()?;
        if let Some(draw) = drawn.iter().find(|d| !d.voided && is_for(d, &row)) {
            let text = format!("这一期已于 {} 抽过样。要重抽,须先经批准作废那一次。", draw.on);
            return Err(OfficeError::invalid("already_drawn", text));
        }
        let view = TaskFacts::of(self, std::slice::from_ref(&row))?.view(&row, today);
        let (code, text) = match view.state {
            State::Open | State::Overdue | State::Paused => return Ok(row),
            State::Waiting => ("draw_too_early", format!("这一期从 {} 开始,到那天才能抽样", row.opens)),
            State::Missed => ("draw_too_late", format!("这一期的抽样最迟 {},已过去,记为漏办", view.due)),
            State::Withdrawn => ("not_asked", "制度已不再要求这件事".to_owned()),
            State::Done | State::Lost | State::Waived => ("already_done", "这件事已经有结果".to_owned()),
        };
        Err(OfficeError::invalid(code, text))
    }

    /// Whether the task asks for a draw.
    pub(crate) fn is_draw(&self, row: &TaskRow) -> bool {
        let step = TaskAction::parse(&row.action) == Some(TaskAction::Step);
        row.subject == Subject::Office
            && step
            && self.rule_ever(&row.pack, &row.rule).is_some_and(|rule| matches!(rule.kind, RuleKind::Sample(_)))
    }

    /// The frame of the task's period. For a period that is over (its last day was a holiday), the frame of its last day.
    fn frame_of(&self, row: &TaskRow, today: NaiveDate) -> Result<DrawFrame, OfficeError> {
        let not_a_draw = || OfficeError::invalid("not_a_draw", "制度里没有这一期的抽样");
        let period = Period::parse(&row.anchor).map_err(|_| not_a_draw())?;
        let enabled = self.enabled(&row.pack).ok_or_else(not_a_draw)?;
        let facts: Facts = self.store.read().facts_all()?;
        let world = World::new(&facts, &self.policies.calendar, today);
        let frame = draw_frame(&world, enabled, &row.rule, today.clamp(period.first, period.last));
        frame.filter(|frame| frame.period == row.anchor).ok_or_else(not_a_draw)
    }

    /// The pack as the engine asks it.
    pub(super) fn enabled(&self, pack: &str) -> Option<&Enabled> {
        self.policies.enabled.iter().find(|e| e.versions.iter().any(|v| v.pack.id == pack))
    }

    fn standing_draw(&self, id: &str) -> Result<Draw, OfficeError> {
        let draw = self.stored_draw(&DrawId::from(id))?;
        if draw.voided {
            return Err(OfficeError::invalid("draw_voided", "这次抽样已经作废"));
        }
        Ok(draw)
    }

    /// The draw with its whole ranking.
    ///
    /// # Errors
    /// `not_found`.
    pub(super) fn stored_draw(&self, id: &DrawId) -> Result<Draw, OfficeError> {
        let draw = self.store.read().draw(id)?;
        draw.ok_or_else(|| OfficeError::NotFound { noun: "抽样", id: id.to_string() })
    }

    /// Who was followed up has not to be replaced.
    fn refuse_done(&self, draw: &Draw, unit: &Drawn) -> Result<(), OfficeError> {
        let Some(row) = self.task_of_unit(draw, unit)? else { return Ok(()) };
        if row.ended.is_none() {
            return Ok(());
        }
        Err(OfficeError::invalid("already_done", "这一位已经回访过,或已按免访、失访结束,不能再替补"))
    }

    /// The task of a drawn unit, where there is one.
    pub(super) fn task_of_unit(&self, draw: &Draw, unit: &Drawn) -> Result<Option<TaskRow>, OfficeError> {
        let mut subjects = Vec::new();
        subjects.extend(unit.client.clone().map(Subject::Client));
        subjects.extend(unit.matter.clone().map(Subject::Matter));
        for subject in subjects {
            let anchor = match &unit.matter {
                Some(matter) => format!("{}/{matter}", draw.period),
                None => draw.period.clone(),
            };
            let key = TaskKey { pack: draw.pack.clone(), rule: draw.rule.clone(), subject, anchor, occurrence: 1 };
            if let Some(row) = self.store.read().task(&key.id())? {
                return Ok(Some(row));
            }
        }
        Ok(None)
    }
}

/// Whether the draw was made for the task's period.
fn is_for(draw: &Draw, row: &TaskRow) -> bool {
    draw.pack == row.pack && draw.rule == row.rule && draw.period == row.anchor
}

/// Planning needs only whom the draw asks for, however many stood in the frame.
fn chosen_only(draw: &Draw) -> Draw {
    Draw { ranking: draw.chosen().into_iter().cloned().collect(), ..draw.clone() }
}

fn unit_of_rank(draw: &Draw, rank: u32) -> Result<&Drawn, OfficeError> {
    let at = (rank as usize).checked_sub(1);
    let unit = at.and_then(|at| draw.ranking.get(at)).filter(|unit| draw.chosen().contains(unit));
    unit.ok_or_else(|| OfficeError::invalid("not_drawn", format!("第 {rank} 名没有抽中,或已被替补")))
}

fn given(reason: &str) -> Result<&str, OfficeError> {
    match reason.trim() {
        "" => Err(OfficeError::invalid("reason_missing", "请写明理由,日后要能说清")),
        reason => Ok(reason),
    }
}

fn changed() -> Vec<String> {
    ["task", "decision"].map(str::to_owned).to_vec()
}
