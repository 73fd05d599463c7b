//! 做什么:约定时间之前提醒一次。
//! 依据:如 001-01-05(到院前 1 天下午提醒就诊)。
//! 例子:`kind = "before"`,`matter = "appointment"`,`milestone = "scheduled"`,`lead = "1 day"`。
//! 边界情形:到了约定的那一天还没有提醒,就是漏访;改约后同一件随新的日子移动。

use super::{Occurrence, anchors};
use crate::calendar::Span;
use crate::engine::derive::Asking;
use crate::engine::sentence;
use crate::engine::why::Why;
use crate::policy::Before;

pub(super) fn ask<'r>(asking: &mut Asking<'r, '_>, kind: &'r Before) {
    asking.each_matter(&kind.anchor, |asking, matter, client| {
        let anchors = anchors(&kind.anchor, matter);
        if anchors.is_empty() {
            let why = Why::NoMilestone { kind: matter.kind.clone(), milestones: kind.anchor.milestones.clone() };
            asking.skip::<()>(Some(matter), client, why);
        }
        for (milestone, on) in anchors {
            if !asking.judges(on.day) {
                continue;
            }
            let Some(admitted) = asking.admit(Some(matter), client, on.day, None) else { continue };
            let back = Span { n: -kind.lead.n, unit: kind.lead.unit };
            let due = asking.world.calendar.add(on.day, back);
            let time = on.minute.map(|m| format!(" {:02}:{:02}", m / 60, m % 60)).unwrap_or_default();
            let part = kind.day_part.clone().unwrap_or_default();
            let occurrence = Occurrence {
                subject: asking.subject(matter, client),
                anchor: milestone.id.to_string(),
                number: 1,
                step_title: None,
                opens: due.value,
                due: due.value,
                latest: None,
                lapses: Some(on.day),
                fulfilled: None,
                need: 1,
                have: 0,
                guessed: due.guessed,
                head: format!(
                    "{} 定于 {}{time}",
                    sentence::matter_name(matter),
                    sentence::day_near(on.day, due.value)
                ),
                must: format!("须在前 {}{part}{}", kind.lead.chinese(), asking.rule.verb),
            };
            asking.offer(admitted, occurrence);
        }
    });
}
