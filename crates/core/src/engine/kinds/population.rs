//! Who belongs to a population on a day.

use super::stop_of;
use crate::domain::{Client, Matter};
use crate::engine::derive::Asking;
use crate::engine::measure::{began, in_class};
use crate::engine::sentence::day_near;
use crate::policy::{Population, Vocabulary};
use chrono::NaiveDate;

/// Whether the client belongs to the population on the day.
pub(in crate::engine) fn includes(
    asking: &Asking<'_, '_>,
    population: &Population,
    client: &Client,
    day: NaiveDate,
) -> bool {
    outside(asking, population, client, day).is_none()
}

/// Why the client does not belong to the population on the day, as a clause; `None`: he does.
pub(super) fn outside(
    asking: &Asking<'_, '_>,
    population: &Population,
    client: &Client,
    day: NaiveDate,
) -> Option<String> {
    if let Some(since) = client.since.filter(|since| *since > day) {
        return Some(format!("{} 起才是客户", day_near(since, day)));
    }
    let classes = &population.classes;
    if !classes.is_empty() && !classes.iter().any(|class| in_class(asking.world, asking.pack, client, class, day)) {
        return Some(format!("不在{}类", classes.join("、")));
    }
    let kind = population.matter.as_ref()?;
    let none = going_on(asking, population, client, day).next().is_none();
    none.then(|| format!("没有{}", Vocabulary::shipped().matter(kind)))
}

/// The client's matters, of the kind and in the role that the population asks for, that go on on the day.
pub(super) fn going_on<'a>(
    asking: &'a Asking<'a, '_>,
    population: &'a Population,
    client: &'a Client,
    day: NaiveDate,
) -> impl Iterator<Item = &'a Matter> + Clone {
    let rule = asking.rule;
    let matters = asking.world.matters_of(&client.id).iter().copied();
    matters.filter(move |m| {
        let mine = m.participants.iter().filter(|p| p.client == client.id);
        let in_role = population.role.as_deref().is_none_or(|role| mine.clone().any(|p| p.role == role));
        let ended = stop_of(rule, m).is_some_and(|(_, on)| on <= day);
        Some(&m.kind) == population.matter.as_ref() && in_role && !ended && began(m).is_some_and(|d| d <= day)
    })
}
