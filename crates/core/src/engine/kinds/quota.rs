//! 做什么:每个周期至少几次,对客户、对人员或对全单位。
//! 依据:如 004-15-04(A1 每周电话 2 次)、004-15-05(每月上门 4 次)、002-09-29(每月 10 至 15 户,未投诉、未请修的)。
//! 例子:`kind = "quota"`,`of = "client"`,`need = 2`,`per = "week"`,`channels = ["phone"]`,`population = { class = "A1" }`。
//! 边界情形:每个周期只有一件,带着“须几次、已几次”;当期才符合条件的按天数折算,至少 1 次;正常业务联系不计。

use super::{Admitted, Occurrence, next_day, stop_of};
use crate::calendar::{Period, PeriodShift};
use crate::domain::{Client, Matter, StaffId, Subject};
use crate::engine::derive::Asking;
use crate::engine::measure::{Counted, counted_days, counts, holds, in_class};
use crate::engine::sentence::day_near;
use crate::engine::why::Why;
use crate::policy::{Assign, Population, Quota, QuotaOf, Vocabulary};
use chrono::NaiveDate;
use std::collections::BTreeSet;

pub(super) fn ask<'r>(asking: &mut Asking<'r, '_>, kind: &'r Quota) {
    let periods = periods(asking, kind);
    match kind.of {
        QuotaOf::Client => {
            for client in asking.clients_in_scope() {
                asking.guarded(client.id.as_str(), |asking| ask_client(asking, kind, client, &periods));
            }
        }
        // Nobody has parameters of his own in what is counted over all clients.
        QuotaOf::Staff | QuotaOf::Office if asking.variant.is_some() => {}
        QuotaOf::Staff => {
            let Assign::Role(role) = &asking.rule.assign else { return };
            let contacts = contacts(asking, kind);
            for person in asking.world.facts.staff.iter().filter(|s| s.active && &s.role == role) {
                let own: Vec<_> = contacts.iter().filter(|c| c.by == Some(&person.id)).copied().collect();
                let subject = Subject::Staff(person.id.clone());
                asking.guarded(person.id.as_str(), |asking| ask_pooled(asking, kind, &subject, &own, &periods));
            }
        }
        QuotaOf::Office => {
            let contacts = contacts(asking, kind);
            asking.guarded("office", |asking| ask_pooled(asking, kind, &Subject::Office, &contacts, &periods));
        }
    }
}

/// More periods than any office's pack is in force; the end of time can not run away.
const MOST_PERIODS: usize = 40_000;

/// Periods from the pack's first day to the horizon, as far as this version judges them.
fn periods(asking: &Asking<'_, '_>, kind: &Quota) -> Vec<Period> {
    let first = Period::containing(kind.per, asking.first, PeriodShift::default());
    std::iter::successors(Some(first), |p| Some(p.next()))
        .take(MOST_PERIODS)
        .take_while(|p| p.first <= asking.horizon)
        .filter(|p| asking.judges(p.first) && asking.scope.has_period(*p))
        .collect()
}

fn ask_client<'r>(asking: &mut Asking<'r, '_>, kind: &'r Quota, client: &'r Client, periods: &[Period]) {
    for period in periods.iter().copied() {
        let Some(member) = member(asking, &kind.population, client, period) else {
            let why = || Why::NotInPopulation(format!("{}{}", period.chinese(), outside(&kind.population)));
            asking.skip::<()>(None, Some(client), why);
            continue;
        };
        let Some(admitted) = asking.admit(None, Some(client), member.last, Some((period.first, period.last))) else {
            continue;
        };
        let (first, last) = (period.first, period.last);
        // What counts is the whole period's, under whatever class (DESIGN 6.6); only the need is prorated.
        let counted = Counted { first, last, channels: &asking.rule.channels, by_role: kind.by_role.as_deref() };
        let days = counted_days(asking.world, &client.id, &counted);
        let need = prorated(kind.need, period, member.days);
        let subject = Subject::Client(client.id.clone());
        let occurrence = occurrence(asking, kind, subject, period, (member.first, member.last), need, &days);
        asking.offer(admitted, occurrence);
    }
}

/// Why a client is not in the population in a period, as a clause.
fn outside(population: &Population) -> String {
    match (&population.matter, &population.classes[..]) {
        (Some(kind), []) => format!("没有{}", Vocabulary::shipped().matter(kind)),
        (_, []) => "还不是客户".to_owned(),
        (_, classes) => format!("不在{}类", classes.join("、")),
    }
}

/// How long a client belongs to a population in a period.
struct Member {
    first: NaiveDate,
    last: NaiveDate,
    days: i64,
}

/// The days of the period in which the client belongs to the population: a client already, in one of the classes, with a
/// matter of the kind that has begun and was not ended.
fn member(asking: &Asking<'_, '_>, population: &Population, client: &Client, period: Period) -> Option<Member> {
    let since = client.since.unwrap_or(NaiveDate::MIN);
    let mut parts = vec![(period.first.max(since), period.last)];
    let computed = |class: &String| asking.pack.classes.iter().any(|c| &c.id == class && c.when.is_some());
    let by_hand = !population.classes.iter().any(computed);
    if !by_hand
        && !population.classes.iter().any(|class| in_class(asking.world, asking.pack, client, class, period.last))
    {
        return None;
    }
    if !population.classes.is_empty() && by_hand {
        let spans = client.classes.iter().filter(|span| population.classes.contains(&span.class));
        let spans = spans.map(|s| (s.from.unwrap_or(NaiveDate::MIN), s.to.unwrap_or(NaiveDate::MAX)));
        parts = overlaps(&parts, spans);
    }
    if let Some(kind) = &population.matter {
        let mine = |m: &Matter| {
            let role = population.role.as_deref();
            m.participants.iter().any(|p| p.client == client.id && role.is_none_or(|role| role == p.role))
        };
        let matters = asking.world.matters_of(&client.id).iter().filter(|m| &m.kind == kind && mine(m));
        parts = overlaps(&parts, matters.filter_map(|m| going_on(asking, m)));
    }
    let days = parts.iter().map(|(first, last)| (*last - *first).num_days() + 1).sum();
    let (first, last) = (parts.first()?.0, parts.last()?.1);
    (first <= last).then_some(Member { first, last, days })
}

/// From a matter's first milestone to the day before one of the rule's `until` became known.
fn going_on(asking: &Asking<'_, '_>, matter: &Matter) -> Option<(NaiveDate, NaiveDate)> {
    let began = matter.milestones.iter().map(|m| m.on.day).min()?;
    let stop = stop_of(asking.rule, matter).map_or(Some(NaiveDate::MAX), |(_, on)| on.pred_opt())?;
    Some((began, stop))
}

/// The stretches that lie in both, in order, without overlap.
fn overlaps(
    parts: &[(NaiveDate, NaiveDate)],
    others: impl Iterator<Item = (NaiveDate, NaiveDate)>,
) -> Vec<(NaiveDate, NaiveDate)> {
    let both = others.flat_map(|o| parts.iter().map(move |p| (p.0.max(o.0), p.1.min(o.1))));
    let mut both: Vec<_> = both.filter(|(first, last)| first <= last).collect();
    both.sort_unstable();
    let mut merged: Vec<(NaiveDate, NaiveDate)> = Vec::new();
    for (first, last) in both {
        match merged.last_mut() {
            Some(before) if first <= next_day(before.1) => before.1 = before.1.max(last),
            _ => merged.push((first, last)),
        }
    }
    merged
}

/// The need in proportion to the days in the population, rounded to the nearest, at least 1.
fn prorated(need: u32, period: Period, days: i64) -> u32 {
    let whole = period.days().max(1);
    let part = (i64::from(need) * days * 2 + whole) / (whole * 2);
    u32::try_from(part).unwrap_or(need).max(1)
}

/// A record that may count for a quota of staff or of the office.
#[derive(Clone, Copy)]
struct Contact<'r> {
    on: NaiveDate,
    client: &'r Client,
    by: Option<&'r StaffId>,
}

/// Records that count whatever the period, oldest first.
fn contacts<'r>(asking: &Asking<'r, '_>, kind: &Quota) -> Vec<Contact<'r>> {
    let world = asking.world;
    let (first, last) = (NaiveDate::MIN, NaiveDate::MAX);
    let counted = Counted { first, last, channels: &asking.rule.channels, by_role: kind.by_role.as_deref() };
    let records = world.facts.records.iter().filter(|r| counts(world, r, &counted));
    let mut found: Vec<_> = records
        .filter_map(|record| {
            let client = world.client(record.client.as_ref()?)?;
            let by = record.by.as_ref().and_then(|by| world.staff(by)).map(|s| &s.id);
            Some(Contact { on: record.on, client, by })
        })
        .collect();
    found.sort_by_key(|contact| (contact.on, &contact.client.id));
    found
}

/// A quota of one person, or of the office: contacts with different clients of the population.
fn ask_pooled<'r>(
    asking: &mut Asking<'r, '_>,
    kind: &'r Quota,
    subject: &Subject,
    contacts: &[Contact<'_>],
    periods: &[Period],
) {
    for period in periods.iter().copied() {
        let begin = contacts.partition_point(|c| c.on < period.first);
        let end = contacts.partition_point(|c| c.on <= period.last);
        let days = pooled_days(asking, kind, &contacts[begin..end], period);
        let admitted = Admitted { matter: None, client: None, handed_to: None, doer: None, stop: None };
        let whole = (period.first, period.last);
        asking.offer(admitted, occurrence(asking, kind, subject.clone(), period, whole, kind.need, &days));
    }
}

/// The first day in the period on which each client of the population was contacted, oldest first.
fn pooled_days(asking: &Asking<'_, '_>, kind: &Quota, contacts: &[Contact<'_>], period: Period) -> Vec<NaiveDate> {
    let (mut seen, mut days) = (BTreeSet::new(), Vec::new());
    for contact in contacts {
        let (day, period_days) = (period.last, Some((period.first, period.last)));
        let case = asking.case(None, Some(contact.client), day, period_days);
        let wanted = !seen.contains(&contact.client.id)
            && member(asking, &kind.population, contact.client, period).is_some()
            && holds(&asking.rule.wanted, case)
            && !holds(&asking.rule.unless, case);
        if wanted {
            seen.insert(&contact.client.id);
            days.push(contact.on);
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
        must: format!("每{}须{} {} 次,已 {have} 次", kind.per.chinese(), asking.rule.verb, most(need, kind)),
    }
}

/// `10`, or `10 至 15` where the policy also says how many at most.
fn most(need: u32, kind: &Quota) -> String {
    match kind.most {
        Some(most) if need == kind.need && most > need => format!("{need} 至 {most}"),
        _ => need.to_string(),
    }
}
