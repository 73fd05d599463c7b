//! A matter as it would be, and what the policies would then ask for. Only reads: a preview holds nothing to write with.

use crate::OfficeError;
use crate::office::Office;
use crate::planning::withdrawal_words;
use crate::rows::task_of;
use crate::wire::ForeseenLine;
use chrono::NaiveDate;
use huifang_core::calendar::{Moment, Now};
use huifang_core::domain::{Client, Facts, Matter, TaskId};
use huifang_core::engine::{
    Change, Edit, Emission, Scope, Task, Touched, World, assignee, kinds_of_all_in, reconcile, touched,
};
use huifang_core::policy::{RuleKind, StepTiming, TaskAction, Timing, Vocabulary};
use huifang_store::TaskRow;
use std::collections::BTreeSet;

/// More lines than this nobody reads.
const MOST_LINES: usize = 8;

/// A change of one matter, not written.
pub(super) struct Supposed<'m> {
    /// The matter so far; none: it is new, or was struck out.
    pub was: Option<&'m Matter>,
    /// The matter as it would be; none: struck out.
    pub is: Option<&'m Matter>,
    /// The client who would be made with it.
    pub client: Option<&'m Client>,
}

/// Facts that bear on the change, read once.
struct Ground {
    facts: Facts,
    touched: Touched,
    existing: Vec<TaskRow>,
    /// Everybody must be asked, since the matter concerns everybody.
    everybody: bool,
}

impl Ground {
    fn scope(&self) -> Scope<'_> {
        if self.everybody { Scope::All } else { self.touched.scope() }
    }
}

impl Office {
    /// What would follow from the change: tasks asked for, moved or gone now, and what each further milestone would bring.
    pub(super) fn foreseen(&self, supposed: &Supposed<'_>, now: Now) -> Result<Vec<ForeseenLine>, OfficeError> {
        let mut ground = self.ground(supposed)?;
        let asked = self.emissions(&ground, now.today);
        let mut lines = self.change_lines(&ground, asked.clone(), now.today);
        if let (Some(is), false) = (supposed.is, ground.everybody) {
            let known: BTreeSet<TaskId> = asked.into_iter().map(|e| e.id).collect();
            lines.extend(self.later_lines(&mut ground, is, &known, now.today));
        }
        lines.truncate(MOST_LINES);
        Ok(lines)
    }

    fn ground(&self, supposed: &Supposed<'_>) -> Result<Ground, OfficeError> {
        let edits = [Edit::Matter(supposed.was, supposed.is)];
        let mut touched = touched(&edits, &[]);
        let of_all: BTreeSet<String> = self.policies.packs().flat_map(kinds_of_all_in).collect();
        let everybody = !touched.of_all.is_disjoint(&of_all);
        let reader = self.store.read();
        let mut facts = if everybody { reader.facts_all()? } else { reader.facts_with(&touched.clients, &of_all)? };
        put(&mut facts, supposed.was, supposed.is);
        facts.clients.extend(supposed.client.cloned());
        touched.widen(&facts.matters);
        let existing =
            if everybody { reader.tasks_all()? } else { reader.tasks_of(&touched.clients, &touched.matters)? };
        Ok(Ground { facts, touched, existing, everybody })
    }

    fn emissions(&self, ground: &Ground, today: NaiveDate) -> Vec<Emission> {
        let world = World::new(&ground.facts, &self.policies.calendar, today);
        self.policies.derive(&world, ground.scope()).emissions
    }

    fn change_lines(&self, ground: &Ground, asked: Vec<Emission>, today: NaiveDate) -> Vec<ForeseenLine> {
        let world = World::new(&ground.facts, &self.policies.calendar, today);
        let covered = ground.existing.iter().filter(|row| ground.scope().covers(&row.subject));
        let tasks: Vec<Task> = covered.map(task_of).collect();
        let gone = |task: &Task| withdrawal_words(&world, &self.policies, task, false);
        let mut lines = Vec::new();
        for change in reconcile(&tasks, asked, &gone) {
            // What a person ended stays ended, whatever the policy asks.
            let is_over = |e: &Emission| world.acts.end(&e.id).is_some() || e.fulfilled.is_some();
            match change {
                Change::New(e) | Change::AskedAgain(e) if !is_over(&e) => {
                    lines.push((
                        e.due,
                        self.line("new", &e, ground, format!("最迟 {}", spoken(e.due, today)), &e.because),
                    ));
                }
                Change::Moved { was, now } if (was.due, was.opens) != (now.due, now.opens) && !is_over(&now) => {
                    let days = format!("{} 改为 {}", spoken(was.due, today), spoken(now.due, today));
                    lines.push((now.due, self.line("moved", &now, ground, days, &now.because)));
                }
                Change::Withdrawn { id, because } => {
                    let task = tasks.iter().find(|t| t.emission.id == id).filter(|t| !is_over(&t.emission));
                    let line =
                        task.map(|t| self.line("withdrawn", &t.emission, ground, "不再列入".to_owned(), &because));
                    lines.extend(task.map(|t| t.emission.due).zip(line));
                }
                _ => {}
            }
        }
        lines.sort_by_key(|(due, _)| *due);
        lines.into_iter().map(|(_, line)| line).collect()
    }

    fn line(&self, sort: &str, e: &Emission, ground: &Ground, days: String, because: &str) -> ForeseenLine {
        let title = self.rule_ever(&e.key.pack, &e.key.rule).map_or(e.key.rule.as_str(), |rule| rule.title.as_str());
        let step = e.step_title.as_deref().map(|step| format!(" · {step}")).unwrap_or_default();
        let text = match sort {
            "new" => format!("{title}{step}:{days},{}", self.how_and_who(e, ground)),
            _ => format!("{title}{step}:{days}"),
        };
        ForeseenLine { sort: sort.to_owned(), text, because: because.to_owned() }
    }

    /// 上门或电话回访(客服专员).
    fn how_and_who(&self, e: &Emission, ground: &Ground) -> String {
        let words = Vocabulary::shipped();
        let channels: Vec<_> = e.channels.iter().map(|c| words.name("channel", c.code())).collect();
        let verb = self.rule_ever(&e.key.pack, &e.key.rule).map_or("回访", |rule| rule.verb.as_str());
        let how = if e.action == TaskAction::Step { String::new() } else { channels.join("或") };
        let client = ground.facts.clients.iter().find(|c| Some(&c.id) == e.client.as_ref());
        let task = Task { emission: e.clone(), asked: true, withdrawn_because: None };
        let who = assignee(&task, &Default::default(), client, &ground.facts.staff).map(|s| s.name.clone());
        match who.unwrap_or_else(|| e.role.clone()) {
            who if who.is_empty() => format!("{how}{verb}"),
            who => format!("{how}{verb}({who})"),
        }
    }

    /// What the milestones that have not been reached would bring: each is supposed on the day after which it can be.
    fn later_lines(
        &self,
        ground: &mut Ground,
        is: &Matter,
        known: &BTreeSet<TaskId>,
        today: NaiveDate,
    ) -> Vec<ForeseenLine> {
        let kind = Vocabulary::shipped().kind(&is.kind);
        let last = is.milestones.iter().map(|m| m.on.day).max().unwrap_or(today).max(today);
        let reached = |code: &String| is.milestones.iter().any(|m| &m.kind == code);
        let mut lines: Vec<ForeseenLine> = Vec::new();
        for code in kind.order.iter().filter(|code| !reached(code)) {
            let mut then = is.clone();
            then.add_milestone(code, last.into(), None);
            put(&mut ground.facts, Some(is), Some(&then));
            let mut new = self.emissions(ground, today);
            new.retain(|e| !known.contains(&e.id) && e.fulfilled.is_none() && e.matter.as_ref() == Some(&is.id));
            new.sort_by(|a, b| (&a.key, a.due).cmp(&(&b.key, b.due)));
            let mut of_rule: Vec<(&Emission, usize)> = Vec::new();
            for e in &new {
                match of_rule
                    .iter_mut()
                    .find(|(first, _)| (&first.key.pack, &first.key.rule) == (&e.key.pack, &e.key.rule))
                {
                    Some((_, count)) => *count += 1,
                    None => of_rule.push((e, 1)),
                }
            }
            for (e, count) in of_rule {
                let times = if count > 1 { format!(",先后 {count} 次") } else { String::new() };
                let when = self.when(e, last);
                let text = format!("{}后{when}{}{times}", kind.milestones[code], self.how_and_who(e, ground));
                lines.push(ForeseenLine { sort: "later".to_owned(), text, because: String::new() });
            }
            put(&mut ground.facts, Some(&then), Some(is));
        }
        lines.dedup();
        lines
    }

    /// How long after the milestone, in the policy's own words where it counts from there.
    fn when(&self, e: &Emission, from: NaiveDate) -> String {
        let rule = self.rule_ever(&e.key.pack, &e.key.rule);
        let counted = rule.and_then(|rule| match &rule.kind {
            RuleKind::After(after) => Some(after.timing),
            _ => None,
        });
        match counted {
            Some(Timing::Counted(StepTiming::Within(span))) if span.n > 0 => format!(" {}内", span.chinese()),
            Some(Timing::Counted(StepTiming::At { after, .. })) => format!("满 {}时", after.chinese()),
            Some(Timing::InNext(period)) => format!("的下一{}内", period.chinese()),
            _ => match (e.due.day - from).num_days() {
                0 => "当天".to_owned(),
                days if days > 0 => format!(" {days} 天内"),
                _ => format!("(最迟 {})", e.due.day),
            },
        }
    }
}

/// Puts the matter as it would be in the place of what it was.
fn put(facts: &mut Facts, was: Option<&Matter>, is: Option<&Matter>) {
    let id = was.or(is).map(|m| m.id.clone());
    facts.matters.retain(|m| Some(&m.id) != id.as_ref());
    facts.matters.extend(is.cloned());
}

/// `10-12(周一)`, with the year where it is another.
fn spoken(due: Moment, today: NaiveDate) -> String {
    use chrono::Datelike;
    let weekday = ["一", "二", "三", "四", "五", "六", "日"][due.day.weekday().num_days_from_monday() as usize];
    let day = if due.day.year() == today.year() { due.day.format("%m-%d") } else { due.day.format("%Y-%m-%d") };
    let minute = due.minute.map(|m| format!(" {:02}:{:02}", m / 60, m % 60)).unwrap_or_default();
    format!("{day}(周{weekday}){minute}")
}
