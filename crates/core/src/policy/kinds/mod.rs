//! The rule kinds as they are written: one file each, with the kind's own keys. What each does is in `engine::kinds`.

mod after;
mod before;
mod duty;
mod follow_on;
mod on_date;
mod planned;
mod quality;
mod quota;
mod sample;
mod series;
mod silence;

pub use after::After;
pub use before::Before;
pub use duty::{Duty, DutyDay};
pub use follow_on::{FollowOn, FollowOnBase};
pub use on_date::{FestivalDay, OnDate};
pub use planned::Planned;
pub use quality::{DataCheck, Quality};
pub use quota::{Quota, QuotaOf};
pub use sample::{Frame, Sample, Take};
pub use series::{Phase, Repeat, Series, SeriesBase, Step};
pub use silence::Silence;

pub(super) use duty::read_day as read_duty_day;
pub(super) use sample::read_take;

use super::Anchor;
use super::part::codes;
use super::reader::TableReader;
use crate::calendar::{PeriodKind, Span, Unit};

/// The kinds of rules.
#[derive(Debug, Clone, PartialEq)]
pub enum RuleKind {
    /// After a milestone, or after all or any of several.
    After(After),
    /// Steps, then a repetition, until a condition.
    Series(Series),
    /// Before an appointment, or before another rule's due day.
    Before(Before),
    /// So many per period.
    Quota(Quota),
    /// On a festival or a fixed day.
    OnDate(OnDate),
    /// A draw, and the follow-up of what was drawn.
    Sample(Sample),
    /// Nothing happened for so long.
    Silence(Silence),
    /// After a follow-up of another rule.
    FollowOn(FollowOn),
    /// A line of an approved plan.
    Planned(Planned),
    /// Suspect data.
    Quality(Quality),
    /// The office's recurring work.
    Duty(Duty),
}

const KINDS: &str = "after、series、before、quota、on_date、sample、silence、follow_on、planned、quality、duty";

impl RuleKind {
    /// The code written in packs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::After(_) => "after",
            Self::Series(_) => "series",
            Self::Before(_) => "before",
            Self::Quota(_) => "quota",
            Self::OnDate(_) => "on_date",
            Self::Sample(_) => "sample",
            Self::Silence(_) => "silence",
            Self::FollowOn(_) => "follow_on",
            Self::Planned(_) => "planned",
            Self::Quality(_) => "quality",
            Self::Duty(_) => "duty",
        }
    }

    /// The milestones on which the rule hangs, if it hangs on a matter.
    pub fn anchor(&self) -> Option<&Anchor> {
        match self {
            Self::After(k) => Some(&k.anchor),
            Self::Series(k) => Some(&k.anchor),
            Self::Before(k) => Some(&k.anchor),
            Self::Silence(k) => Some(&k.anchor),
            Self::Planned(k) => Some(&k.anchor),
            Self::Quality(k) => k.anchor.as_ref(),
            Self::Sample(k) => match &k.frame {
                Frame::Matters(anchor) => Some(anchor),
                Frame::Clients(_) | Frame::Done(_) => None,
            },
            Self::Quota(_) | Self::OnDate(_) | Self::FollowOn(_) | Self::Duty(_) => None,
        }
    }

    /// The rules that it names.
    pub fn rules(&self) -> &[String] {
        match self {
            Self::FollowOn(k) => &k.rules,
            Self::Sample(Sample { frame: Frame::Done(rules), .. }) => rules,
            Self::Before(k) => k.rule.as_slice(),
            _ => &[],
        }
    }
}

pub(super) fn read_kind(table: &TableReader<'_, '_>) -> Option<RuleKind> {
    match table.required_text("kind", &format!("规则类型:{KINDS}")).as_str() {
        "after" => Some(RuleKind::After(after::read(table))),
        "series" => Some(RuleKind::Series(series::read(table))),
        "before" => Some(RuleKind::Before(before::read(table))),
        "quota" => Some(RuleKind::Quota(quota::read(table))),
        "on_date" => Some(RuleKind::OnDate(on_date::read(table))),
        "sample" => Some(RuleKind::Sample(sample::read(table))),
        "silence" => Some(RuleKind::Silence(silence::read(table))),
        "follow_on" => Some(RuleKind::FollowOn(follow_on::read(table))),
        "planned" => Some(RuleKind::Planned(planned::read(table))),
        "quality" => Some(RuleKind::Quality(quality::read(table))),
        "duty" => Some(RuleKind::Duty(duty::read(table))),
        "" => None,
        other => {
            let at = table.raw("kind").map_or(table.at, |n| n.at);
            table.source.report(at, "bad_value", &format!("规则类型只能是 {KINDS}"), other);
            None
        }
    }
}

pub(super) fn required_span(table: &TableReader<'_, '_>, key: &'static str) -> Span {
    if !table.has(key) {
        table.missing(key, "一段时间,如 \"3 days\"、\"1 month\"");
    }
    table.span(key).unwrap_or(Span { n: 0, unit: Unit::Day })
}

/// An interval of nothing would repeat for ever on one day.
pub(super) fn positive(table: &TableReader<'_, '_>, key: &str, every: Span) -> Span {
    if every.n > 0 {
        return every;
    }
    table.source.report(table.at, "bad_value", &format!("{key} 至少是 1"), &every.to_string());
    Span { n: 1, unit: every.unit }
}

fn read_every(table: &TableReader<'_, '_>) -> Span {
    match table.span("every") {
        Some(every) => positive(table, "every", every),
        None => {
            required_span(table, "every");
            Span { n: 1, unit: Unit::Day }
        }
    }
}

/// A kind of period by its code.
pub(super) fn read_period(table: &TableReader<'_, '_>, key: &'static str) -> Option<PeriodKind> {
    table.code(key, PeriodKind::parse, &codes(PeriodKind::ALL.iter().map(|p| p.code())))
}

pub(super) fn required_period(table: &TableReader<'_, '_>, key: &'static str) -> PeriodKind {
    if !table.has(key) {
        table.missing(key, &format!("周期:{}", codes(PeriodKind::ALL.iter().map(|p| p.code()))));
    }
    read_period(table, key).unwrap_or(PeriodKind::Month)
}
