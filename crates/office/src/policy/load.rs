//! How much work a week would bring, as things are and as a change would make them.

use super::in_force::Policies;
use crate::wire::{PersonLoad, WeekLoad};
use chrono::{Datelike, Days, NaiveDate};
use huifang_core::domain::Facts;
use huifang_core::engine::{Emission, HumanActs, Task, assignee, human_acts, simulate};
use std::collections::{BTreeMap, HashMap};

/// How many weeks are looked at: a quarter.
const WEEKS: u64 = 13;

/// The work of the next quarter.
pub(super) struct Load {
    /// By week, the running one first.
    pub weeks: Vec<WeekLoad>,
    /// By who must, the busiest first.
    pub people: Vec<PersonLoad>,
}

/// The load under the policies as they are and as they would be, each task taken as done on its due day.
pub(super) fn load(facts: &Facts, now: &Policies, then: &Policies, today: NaiveDate) -> Load {
    let monday = today.week(chrono::Weekday::Mon).first_day();
    let acts = human_acts(facts);
    let counted = |policies| Counted::of(facts, policies, &acts, monday, today);
    let (now, then) = (counted(now), counted(then));
    let weeks = (0..WEEKS as usize).map(|week| {
        let first = monday.checked_add_days(Days::new(7 * week as u64)).unwrap_or(monday);
        WeekLoad {
            week: first.iso_week().week(),
            monday: first.to_string(),
            now: now.in_week(week),
            then: then.in_week(week),
        }
    });
    Load { weeks: weeks.collect(), people: people(&now, &then) }
}

/// Tasks of each person by week.
struct Counted(BTreeMap<String, [u32; WEEKS as usize]>);

impl Counted {
    fn of(facts: &Facts, policies: &Policies, acts: &HumanActs, monday: NaiveDate, today: NaiveDate) -> Self {
        let last = monday.checked_add_days(Days::new(7 * WEEKS - 1)).unwrap_or(NaiveDate::MAX);
        let clients: HashMap<&str, usize> =
            facts.clients.iter().enumerate().map(|(place, c)| (c.id.as_str(), place)).collect();
        let mut counted: BTreeMap<String, [u32; WEEKS as usize]> = BTreeMap::new();
        let derived = simulate(facts, &policies.enabled, &policies.calendar, today, last);
        let to_do = |e: &Emission| policies.asks_for(e) && acts.end(&e.id).is_none() && e.fulfilled.is_none();
        for emission in derived.emissions.into_iter().filter(to_do) {
            let week = ((emission.due.day - monday).num_days() / 7) as usize;
            let client = emission.client.as_ref().and_then(|id| clients.get(id.as_str())).map(|i| &facts.clients[*i]);
            let human = acts.of(&emission.id);
            let task = Task { emission, asked: true, withdrawn_because: None };
            let who = assignee(&task, &human, client, &facts.staff).map(|s| s.name.clone());
            if let Some(count) = counted.entry(who.unwrap_or(task.emission.role)).or_default().get_mut(week) {
                *count += 1;
            }
        }
        Self(counted)
    }

    fn in_week(&self, week: usize) -> u32 {
        self.0.values().map(|weeks| weeks[week]).sum()
    }

    fn of_person(&self, who: &str) -> [u32; WEEKS as usize] {
        self.0.get(who).copied().unwrap_or_default()
    }
}

fn people(now: &Counted, then: &Counted) -> Vec<PersonLoad> {
    let names: std::collections::BTreeSet<&String> = now.0.keys().chain(then.0.keys()).collect();
    let row = |who: &String| {
        let (now, then) = (now.of_person(who), then.of_person(who));
        PersonLoad {
            who: who.clone(),
            now: now.iter().sum(),
            then: then.iter().sum(),
            busiest: then.iter().copied().max().unwrap_or(0),
        }
    };
    let mut people: Vec<_> = names.into_iter().map(row).collect();
    people.sort_by(|a, b| b.then.cmp(&a.then).then_with(|| a.who.cmp(&b.who)));
    people
}
