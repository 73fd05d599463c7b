//! 做什么:约定时间之前、或另一条规则的最迟日之前做一次。
//! 依据:如 001-01-05(到院前 1 天下午提醒就诊)、001-07-12(赶在犹豫期回访之前)。
//! 例子:`kind = "before"`,`matter = "appointment"`,`milestone = "scheduled"`,`lead = "1 day"`。
//! 边界情形:到了约定的那一天还没有提醒,就是漏访;改约后同一件随新的日子移动;定下时提醒日已过的,没有人能提醒,不列。

use super::{Occurrence, after, anchor_id, named, next_day};
use crate::calendar::{Judged, Moment, Span};
use crate::domain::{Client, Matter, Milestone};
use crate::engine::derive::Asking;
use crate::engine::sentence;
use crate::engine::why::Why;
use crate::policy::{Before, Rule, Timing};
use chrono::NaiveDate;

pub(super) fn ask<'r>(asking: &mut Asking<'r, '_>, kind: &'r Before) {
    asking.each_matter(&kind.anchor, |asking, matter, client| {
        for (milestone, on) in asking.judged_anchors(&kind.anchor, matter, client) {
            let Some(admitted) = asking.admit(Some(matter), client, on.day, None) else { continue };
            let occurrence = match kind.of_due {
                Some(timing) => Some(before_due(asking, kind, timing, (matter, client), (milestone, on.day))),
                None => before_day(asking, kind, (matter, client), (milestone, on)),
            };
            match occurrence {
                Some(occurrence) => asking.offer(admitted, occurrence),
                None => {
                    let late = || Why::LeftOut("定下时已过提醒日".to_owned());
                    asking.skip::<()>(Some(matter), client, late);
                }
            }
        }
    });
}

/// Before an appointment; `None`: when it was fixed, the day had passed.
fn before_day(
    asking: &Asking<'_, '_>,
    kind: &Before,
    (matter, client): (&Matter, Option<&Client>),
    (milestone, on): (&Milestone, Moment),
) -> Option<Occurrence> {
    let due = back(asking, kind, on.day);
    if fixed_on(asking.rule, matter, milestone).is_some_and(|fixed| due.value < fixed) {
        return None;
    }
    let time = on.minute.map(|m| format!(" {:02}:{:02}", m / 60, m % 60)).unwrap_or_default();
    let part = kind.day_part.clone().unwrap_or_default();
    Some(Occurrence {
        subject: asking.subject(matter, client),
        anchor: anchor_id(&kind.anchor, matter, milestone),
        number: 1,
        step_title: None,
        opens: due.value,
        due: due.value,
        latest: None,
        lapses: Some(on.day.max(next_day(due.value))),
        fulfilled: None,
        need: 1,
        have: 0,
        guessed: due.guessed,
        head: format!("{} 定于 {}{time}", sentence::matter_name(matter), sentence::day_near(on.day, due.value)),
        must: format!("须在前 {}{part}{}", kind.lead.chinese(), asking.rule.verb),
    })
}

/// Before the day on which another rule falls due; it can be done from the anchor's day on (001-07-12).
fn before_due(
    asking: &Asking<'_, '_>,
    kind: &Before,
    timing: Timing,
    (matter, client): (&Matter, Option<&Client>),
    (milestone, on): (&Milestone, NaiveDate),
) -> Occurrence {
    let other = after::due(asking, timing, on);
    let due = back(asking, kind, other.value);
    let due_day = due.value.max(on);
    Occurrence {
        subject: asking.subject(matter, client),
        anchor: anchor_id(&kind.anchor, matter, milestone),
        number: 1,
        step_title: None,
        opens: on,
        due: due_day,
        latest: Some(other.value),
        lapses: None,
        fulfilled: None,
        need: 1,
        have: 0,
        guessed: due.guessed || other.guessed,
        head: sentence::happened(matter, named(&kind.anchor, milestone), on, due_day),
        must: format!(
            "须赶在 {} 之前 {}{}",
            sentence::day_near(other.value, due_day),
            kind.lead.chinese(),
            asking.rule.verb
        ),
    }
}

fn back(asking: &Asking<'_, '_>, kind: &Before, day: NaiveDate) -> Judged<NaiveDate> {
    asking.world.calendar.add(day, Span { n: -kind.lead.n, unit: kind.lead.unit })
}

/// The day on which the appointment was fixed: when it became known or, where nobody wrote that down, when the matter began.
fn fixed_on(rule: &Rule, matter: &Matter, milestone: &Milestone) -> Option<NaiveDate> {
    let before = |m: &&Milestone| m.kind != milestone.kind && !rule.until.contains(&m.kind);
    milestone.known.or_else(|| matter.milestones.iter().filter(before).map(|m| m.on.day).min())
}
