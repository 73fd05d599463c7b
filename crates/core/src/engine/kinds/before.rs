//! 做什么:约定时间之前提醒一次。
//! 依据:如 001-01-05(到院前 1 天下午提醒就诊)。
//! 例子:`kind = "before"`,`matter = "appointment"`,`milestone = "scheduled"`,`lead = "1 day"`。
//! 边界情形:到了约定的那一天还没有提醒,就是漏访;改约后同一件随新的日子移动;定下时提醒日已过的,没有人能提醒,不列。

use super::{Occurrence, anchor_id, next_day};
use crate::calendar::Span;
use crate::domain::{Matter, Milestone};
use crate::engine::derive::Asking;
use crate::engine::sentence;
use crate::engine::why::Why;
use crate::policy::{Before, Rule};
use chrono::NaiveDate;

pub(super) fn ask<'r>(asking: &mut Asking<'r, '_>, kind: &'r Before) {
    asking.each_matter(&kind.anchor, |asking, matter, client| {
        for (milestone, on) in asking.judged_anchors(&kind.anchor, matter, client) {
            let Some(admitted) = asking.admit(Some(matter), client, on.day, None) else { continue };
            let back = Span { n: -kind.lead.n, unit: kind.lead.unit };
            let due = asking.world.calendar.add(on.day, back);
            if fixed_on(asking.rule, matter, milestone).is_some_and(|fixed| due.value < fixed) {
                let late = || Why::LeftOut("定下时已过提醒日".to_owned());
                asking.skip::<()>(Some(matter), client, late);
                continue;
            }
            let time = on.minute.map(|m| format!(" {:02}:{:02}", m / 60, m % 60)).unwrap_or_default();
            let part = kind.day_part.clone().unwrap_or_default();
            let occurrence = Occurrence {
                subject: asking.subject(matter, client),
                anchor: anchor_id(matter, milestone),
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
            };
            asking.offer(admitted, occurrence);
        }
    });
}

/// The day on which the appointment was fixed: when it became known or, where nobody wrote that down, when the matter began.
fn fixed_on(rule: &Rule, matter: &Matter, milestone: &Milestone) -> Option<NaiveDate> {
    let before = |m: &&Milestone| m.kind != milestone.kind && !rule.until.contains(&m.kind);
    milestone.known.or_else(|| matter.milestones.iter().filter(before).map(|m| m.on.day).min())
}
