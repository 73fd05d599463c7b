//! 做什么:逢节日或固定日子回访,可提前一段时间开始。
//! 依据:如 002-12-15(重大节日拜访)、001-03-27/28(年关、重阳节前 1 个月起)、004-15-09(年末)。
//! 例子:`kind = "on_date"`,`on = ["重阳节"]`,`lead = "1 month"`,`population = { matter = "court_case" }`。
//! 边界情形:农历节日由历法库给出(1950–2100 年);下一个日子的窗口开始时,或过了 `lapse`,没做的成为漏访。

use super::{Occurrence, next_day, population};
use crate::calendar::{Judged, Span};
use crate::domain::{Client, Matter, Subject};
use crate::engine::derive::Asking;
use crate::engine::sentence::day_near;
use crate::engine::why::Why;
use crate::policy::{FestivalDay, OnDate, day_words};
use chrono::{Datelike, NaiveDate};

/// One of the rule's days in one year.
struct Day {
    anchor: String,
    name: String,
    opens: NaiveDate,
    due: NaiveDate,
}

pub(super) fn ask<'r>(asking: &mut Asking<'r, '_>, kind: &'r OnDate) {
    let days = days(asking, kind);
    for client in asking.clients_in_scope() {
        asking.guarded(client.id.as_str(), |asking| ask_client(asking, kind, client, &days));
    }
}

/// The calendar library knows festivals of 150 years.
const MOST_YEARS: usize = 150;

/// The days from the pack's first year to the horizon and one year beyond it, in order.
fn days(asking: &Asking<'_, '_>, kind: &OnDate) -> Vec<Day> {
    let mut days = Vec::new();
    for year in (asking.first.year()..=asking.horizon.year().saturating_add(1)).take(MOST_YEARS) {
        for day in &kind.days {
            let (due, code) = match day {
                FestivalDay::Festival(festival) => (festival.on(year), festival.code().to_owned()),
                FestivalDay::MonthDay(month, day) => {
                    (NaiveDate::from_ymd_opt(year, *month, *day), format!("{month:02}-{day:02}"))
                }
            };
            let Some(due) = due else { continue };
            let opens = kind
                .lead
                .map_or(due, |lead| asking.world.calendar.add(due, Span { n: -lead.n, unit: lead.unit }).value);
            days.push(Day { anchor: format!("{code}/{year}"), name: day_words(*day), opens, due });
        }
    }
    // All have the same lead, so in this order they also open.
    days.sort_by(|a, b| (a.due, &a.anchor).cmp(&(b.due, &b.anchor)));
    days
}

fn ask_client<'r>(asking: &mut Asking<'r, '_>, kind: &'r OnDate, client: &'r Client, days: &[Day]) {
    for (index, day) in days.iter().enumerate() {
        if !asking.judges(day.due) {
            continue;
        }
        // Who is not meant at all is told so first; that the day is far away is the answer for the others.
        let matter = of_population(asking, kind, client, day);
        if day.opens > asking.horizon {
            if matter.is_some() {
                asking.skip::<()>(None, Some(client), || Why::TooFar(day.opens));
            }
            break;
        }
        let Some(matter) = matter else { continue };
        let Some(admitted) = asking.admit(matter, Some(client), day.due, None) else { continue };
        let due = asking.shifted(Judged { value: day.due, guessed: false });
        let lapses = days.get(index + 1).map(|next| next.opens.max(next_day(due.value)));
        let lapse = kind.lapse.map(|lapse| next_day(asking.world.calendar.add(due.value, lapse).value));
        let lapses = lapses.into_iter().chain(lapse).min();
        let lead = kind.lead.map(|lead| format!("自前 {}起", lead.chinese())).unwrap_or_else(|| "当天".to_owned());
        let occurrence = Occurrence {
            subject: Subject::Client(client.id.clone()),
            anchor: day.anchor.clone(),
            number: 1,
            step_title: Some(day.name.clone()),
            opens: day.opens,
            due: due.value,
            latest: None,
            lapses,
            fulfilled: None,
            need: 1,
            have: 0,
            guessed: due.guessed,
            head: format!("{} {}", day_near(day.due, due.value), day.name),
            must: format!("{lead}须{}", asking.rule.verb),
        };
        asking.offer(admitted, occurrence);
    }
}

/// `None`: not in the population. `Some(matter)`: the matter that makes the client a member, where one is asked for.
fn of_population<'r>(
    asking: &mut Asking<'r, '_>,
    kind: &OnDate,
    client: &'r Client,
    day: &Day,
) -> Option<Option<&'r Matter>> {
    if let Some(words) = population::outside(asking, &kind.population, client, day.due) {
        let why = match (&kind.population.matter, words.strip_prefix("没有")) {
            (Some(matter), Some(_)) => Why::NoMatter(matter.clone()),
            _ => Why::NotInPopulation(words),
        };
        return asking.skip(None, Some(client), || why);
    }
    if kind.population.matter.is_none() {
        return Some(None);
    }
    let wanted = &asking.rule.wanted;
    let mut fitting = population::going_on(asking, &kind.population, client, day.due);
    let accepted = |m: &&Matter| super::holds(wanted, asking.case(Some(m), Some(client), day.due, None));
    let found = fitting.clone().find(accepted).or_else(|| fitting.next()).map(|m| &m.id)?;
    Some(asking.world.matter(found))
}
