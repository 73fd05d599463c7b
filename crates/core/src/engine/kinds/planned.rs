//! 做什么:按批准的计划,到计划的日子做一次。
//! 依据:如 000-01-17、002-13-04(回访按计划排定的日子完成)。
//! 例子:`kind = "planned"`,`approved = "approved"`,`lead = "3 days"`。
//! 边界情形:计划没有批准之前不列;计划改期,同一件随着移动;计划取消(`until`)就不再要。

use super::{Occurrence, anchor_id, named, next_day};
use crate::calendar::{Judged, Span};
use crate::domain::{Client, Matter};
use crate::engine::derive::Asking;
use crate::engine::sentence;
use crate::engine::why::Why;
use crate::policy::Planned;

pub(super) fn ask<'r>(asking: &mut Asking<'r, '_>, kind: &'r Planned) {
    asking.each_matter(&kind.anchor, |asking, matter, client| ask_line(asking, kind, matter, client));
}

fn ask_line<'r>(asking: &mut Asking<'r, '_>, kind: &'r Planned, matter: &'r Matter, client: Option<&'r Client>) {
    if let Some(approved) = kind.approved.as_ref().filter(|a| matter.milestone(a).is_none()) {
        let (kind, milestones) = (matter.kind.clone(), vec![approved.clone()]);
        asking.skip::<()>(Some(matter), client, || Why::NoMilestone { kind, milestones });
        return;
    }
    for (milestone, on) in asking.judged_anchors(&kind.anchor, matter, client) {
        let Some(admitted) = asking.admit(Some(matter), client, on.day, None) else { continue };
        let calendar = asking.world.calendar;
        let opens = calendar.add(on.day, Span { n: -kind.lead.n, unit: kind.lead.unit });
        let due = asking.shifted(Judged { value: on.day, guessed: false });
        let occurrence = Occurrence {
            subject: asking.subject(matter, client),
            anchor: anchor_id(&kind.anchor, matter, milestone),
            number: 1,
            step_title: None,
            opens: opens.value,
            due: due.value,
            latest: None,
            lapses: kind.lapse.map(|lapse| next_day(calendar.add(due.value, lapse).value)),
            fulfilled: None,
            need: 1,
            have: 0,
            guessed: opens.guessed || due.guessed,
            head: sentence::happened(matter, named(&kind.anchor, milestone), on.day, due.value),
            must: format!("须按计划{}", asking.rule.verb),
        };
        asking.offer(admitted, occurrence);
    }
}
