//! "Why is this client not on the list?": answered per rule by the first condition that failed, in words.

use super::derive::{Enabled, Scope, Stretch, ask_all};
use super::emission::Emission;
use super::sentence::day_near;
use super::world::World;
use crate::domain::{ClientId, MatterId};
use crate::policy::{Rule, TaskAction, Vocabulary};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// The first condition that kept a task from being asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// The client has no matter of the kind.
    NoMatter(String),
    /// The matter has not come to the milestone.
    NoMilestone {
        /// Matter kind.
        kind: String,
        /// Milestone kinds that are wanted.
        milestones: Vec<String>,
    },
    /// An optional clause that the office does not use.
    NotUsed,
    /// The rule is for others; in words.
    Unwanted(String),
    /// The rule leaves this out; in words.
    LeftOut(String),
    /// An exception of the pack.
    Except(String),
    /// The matter was ended by this milestone, known on this day.
    Stopped {
        /// Matter kind.
        kind: String,
        /// Milestone kind.
        milestone: String,
        /// From this day on.
        on: NaiveDate,
    },
    /// It fell due before the pack was enabled.
    BeforeEffective {
        /// Due day.
        due: NaiveDate,
        /// First day of the pack.
        from: NaiveDate,
    },
    /// Its window opens later than the horizon.
    TooFar(NaiveDate),
    /// A person paused the client or asked not to contact him; with the reason.
    Halted {
        /// Since when.
        on: NaiveDate,
        /// In the author's words.
        reason: String,
    },
    /// It counts as one with an earlier matter.
    SameAs(String),
    /// There is no follow-up of these rules yet on which it could follow.
    NoRecord(String),
    /// It is not among what was drawn; in words.
    NotDrawn(String),
    /// The follow-up on which it followed does not stand any more.
    RecordGone,
    /// Before the silence was long enough, there was another matter of this kind.
    NoSilence {
        /// Matter kind.
        kind: String,
        /// When it happened again.
        on: NaiveDate,
    },
    /// It waits for a matter of this kind to be over.
    Waits(String),
    /// Not in the population; in words.
    NotInPopulation(String),
    /// The rule (or this version of it) applies from a later day.
    NotYetInForce(NaiveDate),
    /// Asking failed; what happened, for the technician.
    Failed(String),
}

impl Why {
    /// Whether it says something about the client or the matter, and not only that a day is far away.
    fn is_lasting(&self) -> bool {
        !matches!(self, Self::TooFar(_))
    }

    /// The answer as a Chinese clause. Days are written short if they are in the year of `today`.
    pub fn chinese(&self, today: NaiveDate) -> String {
        let vocabulary = Vocabulary::shipped();
        let day = |d: NaiveDate| day_near(d, today);
        match self {
            Self::NoMatter(kind) => format!("没有{}", vocabulary.matter(kind)),
            Self::NoMilestone { kind, milestones } => {
                let names: Vec<_> = milestones.iter().map(|m| vocabulary.milestone(kind, m)).collect();
                format!("{}还没有「{}」", vocabulary.matter(kind), names.join("」「"))
            }
            Self::NotUsed => "本单位未启用这一条".to_owned(),
            Self::Unwanted(text) => format!("这条只对{text}"),
            Self::LeftOut(text) => format!("{text}的除外"),
            Self::Except(title) => format!("例外:{title}"),
            Self::Stopped { kind, milestone, on } => {
                format!("已于 {} {},不再回访", day(*on), vocabulary.milestone(kind, milestone))
            }
            Self::BeforeEffective { due, from } => format!("{} 到期,早于本制度启用日 {from}", day(*due)),
            Self::TooFar(opens) => format!("{} 才开始,在 90 天之后", day(*opens)),
            Self::Halted { on, reason } => {
                let reason = if reason.is_empty() { String::new() } else { format!("({reason})") };
                format!("自 {} 起停访{reason}", day(*on))
            }
            Self::SameAs(first) => format!("与{first}算同一件,只访一次"),
            Self::NoRecord(rules) if rules.is_empty() => "还没有可以接着做的回访".to_owned(),
            Self::NoRecord(rules) => format!("还没有做过「{rules}」"),
            Self::NotDrawn(text) => text.clone(),
            Self::RecordGone => "所接的那次回访已作废或改动".to_owned(),
            Self::NoSilence { kind, on } => format!("{} 又有了{}", day(*on), vocabulary.matter(kind)),
            Self::Waits(kind) => format!("要等{}做完再访", vocabulary.matter(kind)),
            Self::NotInPopulation(text) => text.clone(),
            Self::NotYetInForce(from) => format!("这条自 {from} 起执行,此前的不在内"),
            Self::Failed(_) => "计算这条时出错,已记下,其余不受影响".to_owned(),
        }
    }
}

/// A task that was not asked for, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Skip {
    pub pack: String,
    pub rule: String,
    pub client: Option<ClientId>,
    pub matter: Option<MatterId>,
    /// The period that it is about, where it is about one.
    pub period: Option<String>,
    /// Latest day of the matter.
    pub began: Option<NaiveDate>,
    pub why: Why,
}

/// What a rule says of a client.
#[derive(Debug, Clone, PartialEq)]
pub struct WhyNot {
    /// Pack id.
    pub pack: String,
    /// Rule id.
    pub rule: String,
    /// What the rule is called.
    pub title: String,
    /// Emissions for the client (their tasks may be done or still waiting).
    pub emissions: Vec<Emission>,
    /// Why nothing (more) is asked for: the first condition that failed, for the client's latest matter.
    pub why: Option<Why>,
}

/// What every rule says of the client. Either there are emissions or there is a reason.
pub fn why_not(world: &World<'_>, packs: &[Enabled], client: &ClientId) -> Vec<WhyNot> {
    let clients = BTreeSet::from([client.clone()]);
    let matters: BTreeSet<_> = world.matters_of(client).iter().map(|m| m.id.clone()).collect();
    let scope = Scope::Only { clients: &clients, matters: &matters };
    let (derived, skips) = ask_all(world, packs, scope, Stretch::up_to_horizon(world.today), true);
    let rules = packs.iter().filter_map(|e| e.current().map(|pack| (e, pack)));
    let rules = rules.flat_map(|(e, pack)| pack.rules.iter().map(move |rule| (e, pack, rule)));
    rules
        .filter(|(_, _, rule)| super::kinds::asks_clients(rule))
        .map(|(enabled, pack, rule)| {
            let mine = |p: &str, r: &str| p == pack.id && r == rule.id;
            let emissions: Vec<_> =
                derived.emissions.iter().filter(|e| mine(&e.key.pack, &e.key.rule)).cloned().collect();
            let failed = derived.failures.iter().find(|f| mine(&f.pack, &f.rule));
            let skipped = skips.iter().filter(|s| mine(&s.pack, &s.rule)).max_by_key(|s| s.began);
            let why = failed.map(|f| Why::Failed(f.message.clone())).or_else(|| skipped.map(|s| s.why.clone()));
            let why = why.unwrap_or_else(|| unasked(world, enabled, rule, client));
            let why = emissions.is_empty().then_some(why);
            WhyNot { pack: pack.id.clone(), rule: rule.id.clone(), title: rule.title.clone(), emissions, why }
        })
        .collect()
}

/// Why a task that was asked for is asked for no more: the first condition that failed for just this client and matter.
pub fn why_withdrawn(world: &World<'_>, packs: &[Enabled], was: &Emission) -> Option<Why> {
    if let (Some(record), Some(client)) = (super::kinds::record_of(&was.key.anchor), &was.client)
        && !world.records_of(client).iter().any(|r| r.id.as_str() == record)
    {
        return Some(Why::RecordGone);
    }
    let clients: BTreeSet<_> = was.client.iter().cloned().collect();
    let matters: BTreeSet<_> = was.matter.iter().cloned().collect();
    let scope = Scope::Only { clients: &clients, matters: &matters };
    let (_, skips) = ask_all(world, packs, scope, Stretch::up_to_horizon(world.today), true);
    let same_rule = |s: &&Skip| s.pack == was.key.pack && s.rule == was.key.rule;
    let same_thing = |s: &&Skip| s.client == was.client && (s.matter.is_none() || s.matter == was.matter);
    // That a later occurrence is far away is never why one that was asked for goes.
    let period = was.key.anchor.split('/').next();
    let same_period = |s: &&Skip| s.period.is_none() || s.period.as_deref() == period;
    let about = skips.iter().filter(same_rule).filter(same_thing).filter(same_period).filter(|s| s.why.is_lasting());
    about.max_by_key(|s| s.began).map(|s| s.why.clone())
}

/// Why the rule did not even look at the client.
fn unasked(world: &World<'_>, enabled: &Enabled, rule: &Rule, client: &ClientId) -> Why {
    if world.client(client).is_none() {
        return Why::NotInPopulation("名册里没有这一位".to_owned());
    }
    if let Some(anchor) = rule.kind.anchor() {
        let mut matters = world.matters_of(client).iter().filter(|m| m.kind == anchor.matter).peekable();
        if matters.peek().is_none() {
            return Why::NoMatter(anchor.matter.clone());
        }
        let mut in_role =
            |role: &str| matters.any(|m| m.participants.iter().any(|p| &p.client == client && p.role == role));
        if let Some(role) = anchor.role.as_deref().filter(|_| rule.action == TaskAction::Contact)
            && !in_role(role)
        {
            let vocabulary = Vocabulary::shipped();
            let (kind, role) = (vocabulary.matter(&anchor.matter), vocabulary.name("role", role));
            return Why::NotInPopulation(format!("在{kind}里不是{role}"));
        }
    }
    let version = enabled.versions.last().map_or(enabled.effective_from, |v| v.from);
    Why::NotYetInForce(enabled.effective_from.max(version))
}
