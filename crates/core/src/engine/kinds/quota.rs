//! 做什么:每个周期至少几次,对客户、对人员或对全单位。
//! 依据:如 004-15-04(A1 每周电话 2 次)、004-15-05(每月上门 4 次)、002-09-29(每月 10 至 15 户,未投诉、未请修的)。
//! 例子:`kind = "quota"`,`of = "client"`,`need = 2`,`per = "week"`,`channels = ["phone"]`,`population = { class = "A1" }`。
//! 边界情形:每个周期只有一件,带着“须几次、已几次”;当期才符合条件的按天数折算,至少 1 次;正常业务联系不计。

use super::{Admitted, Occurrence, next_day};
use crate::calendar::{Period, PeriodShift};
use crate::domain::{Client, Staff, Subject};
use crate::engine::derive::Asking;
use crate::engine::measure::{Case, Counted, counted_days, counts, holds};
use crate::engine::sentence::day_near;
use crate::engine::why::Why;
use crate::policy::{Assign, Population, Quota, QuotaOf};
use chrono::NaiveDate;
use std::collections::BTreeSet;

pub(super) fn ask<'r>(asking: &mut Asking<'r, '_>, kind: &'r Quota) {
    match kind.of {
        QuotaOf::Client => {
            let world = asking.world;
            for client in world.facts.clients.iter().filter(|c| asking.scope.has_client(&c.id)).collect::<Vec<_>>() {
                asking.guarded(client.id.as_str(), |asking| ask_client(asking, kind, client));
            }
        }
        QuotaOf::Staff => {
            let Assign::Role(role) = &asking.rule.assign else { return };
            let world = asking.world;
            for person in world.facts.staff.iter().filter(|s| s.active && &s.role == role) {
                asking.guarded(person.id.as_str(), |asking| ask_pooled(asking, kind, Some(person)));
            }
        }
        QuotaOf::Office => asking.guarded("office", |asking| ask_pooled(asking, kind, None)),
    }
}

/// Periods from the pack's first day to the horizon, at most 50 years of them.
fn periods(asking: &Asking<'_, '_>, kind: &Quota) -> Vec<Period> {
    let first = Period::containing(kind.per, asking.enabled.effective_from, PeriodShift::default());
    std::iter::successors(Some(first), |p| Some(p.next()))
        .take(2_700)
        .take_while(|p| p.first <= asking.horizon)
        .filter(|p| asking.judges(p.first))
        .collect()
}

fn ask_client<'r>(asking: &mut Asking<'r, '_>, kind: &'r Quota, client: &'r Client) {
    for period in periods(asking, kind) {
        let Some((first, last)) = qualifies(asking, &kind.population, client, period) else {
            let classes = kind.population.classes.join("、");
            asking.skip::<()>(None, Some(client), Why::NotInPopulation(format!("{}不在{classes}类", period.chinese())));
            continue;
        };
        let Some(admitted) = asking.admit(None, Some(client), last, Some((period.first, period.last))) else { continue };
        let need = prorated(kind.need, period, first, last);
        let counted = Counted { first, last, channels: &asking.rule.channels, by_role: kind.by_role.as_deref() };
        let days = counted_days(asking.world, &client.id, &counted);
        let subject = Subject::Client(client.id.clone());
        let occurrence = occurrence(asking, kind, subject, period, (first, last), need, &days);
        asking.offer(admitted, occurrence);
    }
}

/// The part of the period in which the client belongs to the population.
fn qualifies(
    asking: &Asking<'_, '_>,
    population: &Population,
    client: &Client,
    period: Period,
) -> Option<(NaiveDate, NaiveDate)> {
    if let Some(matter) = &population.matter
        && !asking.world.matters_of(&client.id).iter().any(|m| &m.kind == matter)
    {
        return None;
    }
    let from = client.since.map_or(period.first, |since| since.max(period.first));
    let clip = |first: NaiveDate, last: NaiveDate| (first <= last).then_some((first, last));
    if population.classes.is_empty() {
        return clip(from, period.last);
    }
    let spans = client.classes.iter().filter(|span| population.classes.contains(&span.class));
    let parts = spans.filter_map(|span| {
        let first = span.from.map_or(from, |f| f.max(from));
        let last = span.to.map_or(period.last, |t| t.min(period.last));
        clip(first, last)
    });
    parts.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
}

/// The need in proportion to the days in the population, rounded to the nearest, at least 1.
fn prorated(need: u32, period: Period, first: NaiveDate, last: NaiveDate) -> u32 {
    let (days, whole) = ((last - first).num_days() + 1, period.days().max(1));
    let part = (i64::from(need) * days * 2 + whole) / (whole * 2);
    u32::try_from(part).unwrap_or(need).max(1)
}

/// A quota of one person, or of the office: contacts with different clients of the population.
fn ask_pooled<'r>(asking: &mut Asking<'r, '_>, kind: &'r Quota, person: Option<&'r Staff>) {
    for period in periods(asking, kind) {
        let days = pooled_days(asking, kind, person, period);
        let admitted = Admitted { matter: None, client: None, handed_to: None, stop: None };
        let subject = person.map_or(Subject::Office, |p| Subject::Staff(p.id.clone()));
        let occurrence = occurrence(asking, kind, subject, period, (period.first, period.last), kind.need, &days);
        asking.offer(admitted, occurrence);
    }
}

/// The first day in the period on which each client of the population was contacted, oldest first.
fn pooled_days(asking: &Asking<'_, '_>, kind: &Quota, person: Option<&Staff>, period: Period) -> Vec<NaiveDate> {
    let (first, last) = (period.first, period.last);
    let counted = Counted { first, last, channels: &asking.rule.channels, by_role: kind.by_role.as_deref() };
    let mut records: Vec<_> = asking.world.facts.records.iter().filter(|r| counts(asking.world, r, &counted)).collect();
    records.sort_by_key(|r| r.on);
    let mut seen = BTreeSet::new();
    let mut days = Vec::new();
    for record in records {
        let by = record.by.as_ref().and_then(|by| asking.world.staff(by));
        let Some(client) = record.client.as_ref().and_then(|id| asking.world.client(id)) else { continue };
        let case = Case { world: asking.world, matter: None, client: Some(client), day: last, period: Some((first, last)) };
        let wanted = person.is_none_or(|p| by.is_some_and(|b| b.id == p.id))
            && qualifies(asking, &kind.population, client, period).is_some()
            && holds(&asking.rule.wanted, case)
            && !holds(&asking.rule.unless, case);
        if wanted && seen.insert(&client.id) {
            days.push(record.on);
        }
    }
    days
}

fn occurrence(
    asking: &Asking<'_, '_>,
    kind: &Quota,
    subject: Subject,
    period: Period,
    (first, last): (NaiveDate, NaiveDate),
    need: u32,
    days: &[NaiveDate],
) -> Occurrence {
    let have = days.len() as u32;
    Occurrence {
        subject,
        anchor: period.to_string(),
        number: 1,
        step_title: None,
        opens: first,
        due: last,
        latest: None,
        lapses: Some(next_day(last)),
        fulfilled: days.get(need as usize - 1).copied(),
        need,
        have,
        guessed: false,
        head: format!("{}({} 至 {})", period.chinese(), day_near(period.first, last), day_near(period.last, last)),
        must: format!("每{}须{} {need} 次,已 {have} 次", kind.per.chinese(), asking.rule.verb),
    }
}
