//! 做什么:一次回访之后接着要做的:再确认、填报告、到约好的日子再打。
//! 依据:如 000-08-20(回访结束第 2 天填报告表)、004-05-06(答复后再次回访确认)、001-15-27(按客户说的时间再打)。
//! 例子:`kind = "follow_on"`,`rules = ["visit"]`,`within = "1 day"`,`action = "step"`。
//! 边界情形:记录作废,接着的也撤回;记录改期,接着的随着移动;自己引出的回访不再引出自己。

use super::{Admitted, Occurrence, after};
use crate::domain::{Client, Record, Settlement, Subject};
use crate::engine::derive::Asking;
use crate::engine::measure::answers_hold;
use crate::engine::sentence;
use crate::engine::why::Why;
use crate::policy::{FollowOn, FollowOnBase, Vocabulary};
use chrono::NaiveDate;

pub(super) fn ask<'r>(asking: &mut Asking<'r, '_>, kind: &'r FollowOn) {
    for client in asking.clients_in_scope() {
        asking.guarded(client.id.as_str(), |asking| {
            let mut found = false;
            for record in asking.world.records_of(&client.id).iter().copied().filter(|r| r.outcome == kind.outcome) {
                for settlement in &record.settles {
                    if follows(asking, kind, record, settlement) {
                        found = true;
                        ask_record(asking, kind, client, record, settlement);
                    }
                }
            }
            if !found {
                let titles = kind.rules.iter().filter_map(|id| asking.pack.rule(id)).map(|r| r.title.clone());
                let titles = titles.collect::<Vec<_>>().join("、");
                asking.skip::<()>(None, Some(client), || Why::NoRecord(titles));
            }
        });
    }
}

/// Whether the settlement answers one of the rules, and says what is asked for.
fn follows(asking: &Asking<'_, '_>, kind: &FollowOn, record: &Record, settlement: &Settlement) -> bool {
    let rule = settlement.rule.as_deref().and_then(|rule| rule.strip_prefix(&format!("{}/", asking.pack.id)));
    let of_rules = rule.is_some_and(|rule| match &kind.rules[..] {
        [] => rule != asking.rule.id && !asking.pack.rule(rule).is_some_and(super::is_follow_on),
        rules => rules.iter().any(|r| r == rule),
    });
    let satisfied = settlement.satisfied.or(record.satisfied);
    of_rules
        && kind.satisfied.is_none_or(|wanted| satisfied == Some(wanted))
        && answers_hold(&kind.answer, &settlement.answers)
}

fn ask_record<'r>(
    asking: &mut Asking<'r, '_>,
    kind: &FollowOn,
    client: &'r Client,
    record: &'r Record,
    settlement: &'r Settlement,
) {
    let Some(from) = base(kind, record, settlement).filter(|_| asking.judges(record.on)) else { return };
    let matter = record.matter.as_ref().and_then(|id| asking.world.matter(id));
    let Some(admitted) = asking.admit(matter, Some(client), record.on, None) else { return };
    let admitted = Admitted { doer: record.by.as_ref(), ..admitted };
    let (opens, due, must) = after::counted(asking, kind.timing, from);
    let way = Vocabulary::shipped().name("channel", record.channel.code());
    let occurrence = Occurrence {
        subject: Subject::Client(client.id.clone()),
        anchor: format!("record/{}/{}", record.id, settlement.rule.as_deref().unwrap_or_default()),
        number: 1,
        step_title: None,
        opens,
        due: due.value,
        latest: None,
        lapses: None,
        fulfilled: None,
        need: 1,
        have: 0,
        guessed: due.guessed,
        head: format!("{} {way}回访", sentence::day_near(record.on, due.value)),
        must,
    };
    asking.offer(admitted, occurrence);
}

fn base(kind: &FollowOn, record: &Record, settlement: &Settlement) -> Option<NaiveDate> {
    match &kind.base {
        FollowOnBase::Record => Some(record.on),
        FollowOnBase::AgainOn => record.again_on,
        FollowOnBase::Answer(field) => settlement.answers.get(field).and_then(crate::domain::FieldValue::as_date),
    }
}
