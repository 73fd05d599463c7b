//! 做什么:好久没有动静(没有再下单、没有再来)的客户,联系一次。
//! 依据:如 004-04-05(超过 1 周没有合作就要回访)。
//! 例子:`kind = "silence"`,`matter = "purchase"`,`milestone = "ordered"`,`over = "1 week"`,`grace = "3 days"`。
//! 边界情形:从最近一次算起;窗口开始之前又有了动静,就不要;开始之后才有动静的,没访到算漏访;从来没有过的不算。

use super::{Occurrence, anchor_id, anchors, has_role, next_day, population};
use crate::calendar::{Judged, Moment};
use crate::domain::{Client, Matter, Milestone, Subject};
use crate::engine::derive::Asking;
use crate::engine::sentence;
use crate::engine::why::Why;
use crate::policy::Silence;
use chrono::NaiveDate;

/// A silence that goes on is not followed further than this (54 years of days).
const MOST_OCCURRENCES: u32 = 20_000;

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

/// The silences of a client. Of several signs of one day one counts, and none of a matter that counts as one with another.
fn gaps<'r>(asking: &mut Asking<'r, '_>, kind: &'r Silence, client: &'r Client) -> Vec<Gap<'r>> {
    let matters = asking.world.matters_of(&client.id).iter().copied().filter(|m| m.kind == kind.anchor.matter);
    let mine = matters.filter(|m| m.participants.iter().any(|p| p.client == client.id && has_role(&kind.anchor, p)));
    let mine = mine.filter(|m| asking.same_as(m, Some(client)).is_none());
    let mut signs: Vec<(NaiveDate, &Matter, &Milestone)> = mine
        .flat_map(|m| anchors(&kind.anchor, m).into_iter().map(move |(step, on): (_, Moment)| (on.day, m, step)))
        .collect();
    signs.sort_by(|a, b| (a.0, &a.1.id, &a.2.id).cmp(&(b.0, &b.1.id, &b.2.id)));
    signs.dedup_by_key(|sign| sign.0);
    if signs.is_empty() {
        asking.skip::<()>(None, Some(client), || Why::NoMatter(kind.anchor.matter.clone()));
    }
    let days: Vec<NaiveDate> = signs.iter().map(|sign| sign.0).collect();
    let gap = |(index, (from, matter, milestone)): (usize, (NaiveDate, _, _))| Gap {
        matter,
        milestone,
        from,
        until: days.get(index + 1).copied(),
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
        if let Some(on) = gap.until.filter(|until| *until <= opens) {
            let kind = gap.matter.kind.clone();
            asking.skip::<()>(Some(gap.matter), Some(client), || Why::NoSilence { kind, on });
            return;
        }
        if opens > asking.horizon {
            asking.skip::<()>(Some(gap.matter), Some(client), || Why::TooFar(opens));
            return;
        }
        let due = asking.shifted(asking.world.calendar.add(opens, kind.grace));
        // The next time begins when this one is over: of a repetition only one is open.
        let next = kind.every.map(|every| asking.world.calendar.add(opens, every).value.max(next_day(due.value)));
        asking.offer(admitted, occurrence(asking, kind, client, gap, (number, opens, due, next)));
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
    (number, opens, due, next): (u32, NaiveDate, Judged<NaiveDate>, Option<NaiveDate>),
) -> Occurrence {
    Occurrence {
        subject: Subject::Client(client.id.clone()),
        anchor: anchor_id(&kind.anchor, gap.matter, gap.milestone),
        number,
        step_title: None,
        opens,
        due: due.value,
        latest: None,
        lapses: [gap.until, next].into_iter().flatten().min(),
        fulfilled: None,
        need: 1,
        have: 0,
        guessed: due.guessed,
        head: sentence::happened(gap.matter, std::slice::from_ref(&gap.milestone.kind), gap.from, due.value),
        must: format!("此后超过 {}没有动静,须{}", kind.over.chinese(), asking.rule.verb),
    }
}
