//! 做什么:好久没有动静(没有再下单、没有再来)的客户,联系一次。
//! 依据:如 004-04-05(超过 1 周没有合作就要回访)。
//! 例子:`kind = "silence"`,`matter = "purchase"`,`milestone = "ordered"`,`over = "1 week"`,`grace = "3 days"`。
//! 边界情形:从最近一次算起;窗口开始之前又有了动静,就不要;开始之后才有动静的,没访到算漏访;从来没有过的不算。

use super::{Occurrence, anchor_id, anchors, has_role, next_day, population};
use crate::calendar::{Moment, Span};
use crate::domain::{Client, Matter, Milestone, Subject};
use crate::engine::derive::Asking;
use crate::engine::sentence;
use crate::engine::why::Why;
use crate::policy::Silence;
use chrono::NaiveDate;

/// A silence that goes on is not followed further than this.
const MOST_OCCURRENCES: u32 = 1_000;

/// The last sign of life before a silence, and the next, if it came.
struct Gap<'r> {
    matter: &'r Matter,
    milestone: &'r Milestone,
    from: NaiveDate,
    until: Option<NaiveDate>,
}

pub(super) fn ask<'r>(asking: &mut Asking<'r, '_>, kind: &'r Silence) {
    for client in asking.clients_in_scope() {
        asking.guarded(client.id.as_str(), |asking| {
            for gap in gaps(asking, kind, client) {
                ask_gap(asking, kind, client, &gap);
            }
        });
    }
}

fn gaps<'r>(asking: &mut Asking<'r, '_>, kind: &'r Silence, client: &'r Client) -> Vec<Gap<'r>> {
    let matters = asking.world.matters_of(&client.id).iter().copied().filter(|m| m.kind == kind.anchor.matter);
    let mine = matters.filter(|m| m.participants.iter().any(|p| p.client == client.id && has_role(&kind.anchor, p)));
    let mut signs: Vec<(NaiveDate, &Matter, &Milestone)> = mine
        .flat_map(|m| anchors(&kind.anchor, m).into_iter().map(move |(step, on): (_, Moment)| (on.day, m, step)))
        .collect();
    signs.sort_by(|a, b| (a.0, &a.2.id).cmp(&(b.0, &b.2.id)));
    if signs.is_empty() {
        asking.skip::<()>(None, Some(client), || Why::NoMatter(kind.anchor.matter.clone()));
    }
    let days: Vec<NaiveDate> = signs.iter().map(|sign| sign.0).collect();
    let gap = |(index, (from, matter, milestone)): (usize, (NaiveDate, _, _))| {
        let until = days[index + 1..].iter().copied().find(|next| *next > from);
        Gap { matter, milestone, from, until }
    };
    signs.into_iter().enumerate().map(gap).collect()
}

fn ask_gap<'r>(asking: &mut Asking<'r, '_>, kind: &'r Silence, client: &'r Client, gap: &Gap<'r>) {
    if !asking.judges(gap.from) {
        return;
    }
    if let Some(words) = kind.population.as_ref().and_then(|p| population::outside(asking, p, client, gap.from)) {
        asking.skip::<()>(Some(gap.matter), Some(client), || Why::NotInPopulation(words));
        return;
    }
    let Some(admitted) = asking.admit(Some(gap.matter), Some(client), gap.from, None) else { return };
    let mut opens = next_day(asking.world.calendar.add(gap.from, kind.over).value);
    for number in 1..=MOST_OCCURRENCES {
        if gap.until.is_some_and(|until| until <= opens) {
            return;
        }
        if opens > asking.horizon {
            asking.skip::<()>(Some(gap.matter), Some(client), || Why::TooFar(opens));
            return;
        }
        let next = kind.every.map(|every| asking.world.calendar.add(opens, every).value);
        asking.offer(admitted, occurrence(asking, kind, client, gap, (number, opens, next)));
        match next {
            Some(next) => opens = next,
            None => return,
        }
    }
}

fn occurrence(
    asking: &Asking<'_, '_>,
    kind: &Silence,
    client: &Client,
    gap: &Gap<'_>,
    (number, opens, next): (u32, NaiveDate, Option<NaiveDate>),
) -> Occurrence {
    let due = asking.world.calendar.add(opens, Span { ..kind.grace });
    let over = next_day(due.value);
    let ends = [gap.until.map(|until| until.max(next_day(opens))), next.map(|next| next.max(over))];
    Occurrence {
        subject: Subject::Client(client.id.clone()),
        anchor: anchor_id(&kind.anchor, gap.matter, gap.milestone),
        number,
        step_title: None,
        opens,
        due: due.value,
        latest: None,
        lapses: ends.into_iter().flatten().min(),
        fulfilled: None,
        need: 1,
        have: 0,
        guessed: due.guessed,
        head: sentence::happened(gap.matter, std::slice::from_ref(&gap.milestone.kind), gap.from, due.value),
        must: format!("此后超过 {}没有动静,须{}", kind.over.chinese(), asking.rule.verb),
    }
}
