//! 做什么:一次回访之后接着要做的:再确认、填报告、到约好的日子再打。
//! 依据:如 000-08-20(回访结束第 2 天填报告表)、004-05-06(答复后再次回访确认)、001-15-27(按客户说的时间再打)。
//! 例子:`kind = "follow_on"`,`rules = ["visit"]`,`within = "1 day"`,`action = "step"`。
//! 边界情形:记录作废,接着的也撤回;记录改期,接着的随着移动;自己引出的回访不再引出自己。

use super::{Admitted, Occurrence, after};
use crate::domain::{Client, FieldValue, Matter, Record, Settlement, Settles, Subject};
use crate::engine::derive::Asking;
use crate::engine::measure::answers_hold;
use crate::engine::sentence;
use crate::engine::why::Why;
use crate::policy::{Condition, FollowOn, FollowOnBase, Vocabulary, condition_words};
use chrono::NaiveDate;

/// How the anchor of a task that follows on a record begins.
const ANCHOR: &str = "record/";

pub(super) fn ask<'r>(asking: &mut Asking<'r, '_>, kind: &'r FollowOn) {
    for client in asking.clients_in_scope() {
        asking.guarded(client.id.as_str(), |asking| ask_client(asking, kind, client));
    }
}

fn ask_client<'r>(asking: &mut Asking<'r, '_>, kind: &FollowOn, client: &'r Client) {
    let mut found = false;
    let records = asking.world.records_of(&client.id).iter().chain(asking.world.as_if_records_of(&client.id));
    for record in records.copied().filter(|r| r.outcome == kind.outcome) {
        for settlement in record.settles.iter().filter(|s| is_of_rules(asking, kind, s)).collect::<Vec<_>>() {
            found = true;
            if says_so(kind, record, settlement) {
                ask_record(asking, kind, client, record, settlement);
            } else {
                asking.skip::<()>(None, Some(client), || Why::Unwanted(wanted_words(kind)));
            }
        }
    }
    if !found {
        let titles = kind.rules.iter().filter_map(|id| asking.pack.rule(id)).map(|r| r.title.clone());
        let titles = titles.collect::<Vec<_>>().join("、");
        asking.skip::<()>(None, Some(client), || Why::NoRecord(titles));
    }
}

/// Whether the settlement answers one of the rules.
fn is_of_rules(asking: &Asking<'_, '_>, kind: &FollowOn, settlement: &Settlement) -> bool {
    let rule = settlement.rule.as_deref().and_then(|rule| rule.split_once('/'));
    rule.is_some_and(|(pack, rule)| match &kind.rules[..] {
        _ if pack != asking.pack.id => false,
        [] => rule != asking.rule.id && !asking.pack.rule(rule).is_some_and(super::is_follow_on),
        rules => rules.iter().any(|r| r == rule),
    })
}

/// Whether the client said what is asked for.
fn says_so(kind: &FollowOn, record: &Record, settlement: &Settlement) -> bool {
    let satisfied = settlement.satisfied.or(record.satisfied);
    kind.satisfied.is_none_or(|wanted| satisfied == Some(wanted)) && answers_hold(&kind.answer, &settlement.answers)
}

fn wanted_words(kind: &FollowOn) -> String {
    let satisfied = kind.satisfied.map(|yes| if yes { "答满意" } else { "答不满意" }.to_owned());
    let answer = (kind.answer != Condition::always()).then(|| format!("答{}", condition_words(&kind.answer)));
    let words: Vec<_> = satisfied.into_iter().chain(answer).collect();
    format!("{}的回访", words.join("且"))
}

fn ask_record<'r>(
    asking: &mut Asking<'r, '_>,
    kind: &FollowOn,
    client: &'r Client,
    record: &'r Record,
    settlement: &'r Settlement,
) {
    if !asking.judges(record.on) {
        return;
    }
    let Some(from) = base(kind, record, settlement) else {
        asking.skip::<()>(None, Some(client), || Why::NotInPopulation("没有说好哪一天".to_owned()));
        return;
    };
    let matter = record.matter.as_ref().and_then(|id| asking.world.matter(id)).filter(|m| concerns(asking, m, client));
    let Some(admitted) = asking.admit(matter, Some(client), record.on, None) else { return };
    let admitted = Admitted { doer: record.by.as_ref(), ..admitted };
    let (opens, due, must) = after::counted(asking, kind.timing, from);
    let way = Vocabulary::shipped().name("channel", record.channel.code());
    let occurrence = Occurrence {
        subject: Subject::Client(client.id.clone()),
        anchor: anchor_of(record, settlement),
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

/// Whether the matter of the record is the client's, or one of the whole office about which a rule asks him: of others
/// nothing is read.
fn concerns(asking: &Asking<'_, '_>, matter: &Matter, client: &Client) -> bool {
    let of_all = || asking.pack.rules.iter().any(|rule| super::kinds_of_all(rule).contains(&matter.kind));
    matter.has_client(&client.id) || (matter.participants.is_empty() && of_all())
}

/// One record may settle several tasks of one rule, each with its own answers: on each follows its own.
fn anchor_of(record: &Record, settlement: &Settlement) -> String {
    let task = match &settlement.task {
        Settles::Task(id) => id.as_str(),
        Settles::Rule { rule } => rule,
    };
    format!("{ANCHOR}{}/{task}", record.id)
}

/// The record on which a task with this anchor followed.
pub(in crate::engine) fn record_of(anchor: &str) -> Option<&str> {
    Some(anchor.strip_prefix(ANCHOR)?.rsplit_once('/')?.0)
}

fn base(kind: &FollowOn, record: &Record, settlement: &Settlement) -> Option<NaiveDate> {
    match &kind.base {
        FollowOnBase::Record => Some(record.on),
        FollowOnBase::AgainOn => record.again_on,
        FollowOnBase::Answer(field) => settlement.answers.get(field).and_then(FieldValue::as_date),
    }
}
