//! The coach: how far the targets of the enabled packs are in the running period, how many follow-ups more reach them, and
//! whom first. Counted by the same code as the targets of the report.

use crate::OfficeError;
use crate::office::Office;
use crate::reports::{Ledger, target_id};
use crate::wire::CoachLine;
use chrono::NaiveDate;
use huifang_core::calendar::{Now, Period, PeriodKind, PeriodShift};
use huifang_core::engine::TaskView;
use huifang_core::policy::{Bound, Measure, PolicyPack, Target};
use huifang_report::Counting;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// More tasks than this are never named.
const MOST_TASKS: usize = 200;

/// Adding errors of floating numbers must not ask for one follow-up more.
const HAIR: f64 = 1e-6;

impl Office {
    /// A line for each target that is not reached and for which something can be done now; hard targets first, then those
    /// whose period ends soonest.
    ///
    /// # Errors
    /// The store's.
    pub fn coach(&self, now: Now) -> Result<Vec<CoachLine>, OfficeError> {
        let mut ledgers: BTreeMap<PeriodKind, Ledger> = BTreeMap::new();
        let mut lines = Vec::new();
        for pack in self.packs() {
            for target in pack.targets.iter().filter(|t| t.measure == Measure::FollowUps) {
                let Bound::AtLeast(percent) = target.bound else { continue };
                let period = Period::containing(target.period, now.today, PeriodShift::default());
                let ledger = match ledgers.entry(target.period) {
                    Entry::Occupied(known) => known.into_mut(),
                    Entry::Vacant(free) => free.insert(self.ledger(period, now)?),
                };
                let line = self.coach_line(pack, target, percent, ledger);
                lines.extend(line.map(|line| ((target.soft, period.last), line)));
            }
        }
        lines.sort_by_key(|(order, _)| *order);
        Ok(lines.into_iter().map(|(_, line)| line).collect())
    }

    fn coach_line(&self, pack: &PolicyPack, target: &Target, percent: f64, ledger: &Ledger) -> Option<CoachLine> {
        let (numerator, denominator) = self.coverage_of(pack, target, ledger);
        let wanted = (percent * f64::from(denominator) / 100.0 - HAIR).ceil().max(0.0) as u32;
        let missing = wanted.saturating_sub(numerator);
        let mut open: Vec<&TaskView> = self.targeted(pack, target, ledger);
        open.retain(|view| {
            let fits = target.channel.is_none_or(|channel| view.task.emission.channels.contains(&channel));
            fits && view.state.is_listed() && self.occurrence(&ledger.facts, view).counting() == Counting::Counted
        });
        if missing == 0 || open.is_empty() {
            return None;
        }
        open.sort_by(|a, b| closes(a).cmp(&closes(b)));
        let within_reach = open.len() as u32;
        Some(CoachLine {
            target: target_id(pack, target),
            text: words(target, percent, (numerator, denominator), missing, within_reach),
            numerator,
            denominator,
            missing,
            tasks: open.iter().take(MOST_TASKS).map(|view| view.task.emission.id.to_string()).collect(),
            clauses: target.carried.ids(),
        })
    }
}

/// What is missed soonest comes first, then what has the nearest latest day, then the nearest due day.
fn closes(view: &TaskView) -> (NaiveDate, NaiveDate, NaiveDate, &str) {
    let emission = &view.task.emission;
    let far = NaiveDate::MAX;
    (emission.lapses.unwrap_or(far), emission.latest.unwrap_or(far), view.due, emission.id.as_str())
}

fn words(target: &Target, goal: f64, (reached, due): (u32, u32), missing: u32, within_reach: u32) -> String {
    let share = |part: u32| percent(f64::from(part) * 100.0 / f64::from(due.max(1)));
    let so_far = format!("{}{} {}({reached}/{due})", this(target.period), target.title, share(reached));
    if missing <= within_reach {
        format!("{so_far},再回访 {missing} 件达到 {}", percent(goal))
    } else {
        let most = share(reached + within_reach);
        format!("{so_far},还能回访 {within_reach} 件,最多到 {most}(应达 {})", percent(goal))
    }
}

/// `62%`, or `61.7%` where it is not whole; never rounded up to a goal that is not reached.
fn percent(value: f64) -> String {
    let tenths = (value * 10.0 + HAIR).floor() / 10.0;
    if tenths.fract() == 0.0 { format!("{tenths:.0}%") } else { format!("{tenths:.1}%") }
}

fn this(period: PeriodKind) -> &'static str {
    match period {
        PeriodKind::Day => "今天",
        PeriodKind::Week => "本周",
        PeriodKind::Fortnight => "这两周",
        PeriodKind::HalfMonth => "这半月",
        PeriodKind::Month => "本月",
        PeriodKind::Quarter => "本季度",
        PeriodKind::HalfYear => "这半年",
        PeriodKind::Year => "今年",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_never_rounded_up_to_what_was_not_reached() {
        assert_eq!([62.0, 61.66, 99.99, 100.0, 0.0].map(percent), ["62%", "61.6%", "99.9%", "100%", "0%"]);
    }
}
