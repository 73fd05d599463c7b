//! "Why is this client not on the list?": answered per rule by the first condition that failed, in words.

use super::derive::{Enabled, HORIZON_DAYS, Scope, ask_all};
use super::emission::Emission;
use super::sentence::day_near;
use super::world::World;
use crate::domain::{ClientId, MatterId};
use crate::policy::Vocabulary;
use chrono::{Days, NaiveDate};
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
    /// Not in the population; in words.
    NotInPopulation(String),
}

impl Why {
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
            Self::NotInPopulation(text) => text.clone(),
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

/// What every rule says of the client.
pub fn why_not(world: &World<'_>, packs: &[Enabled], client: &ClientId) -> Vec<WhyNot> {
    let clients = BTreeSet::from([client.clone()]);
    let matters: BTreeSet<_> = world.matters_of(client).iter().map(|m| m.id.clone()).collect();
    let scope = Scope::Only { clients: &clients, matters: &matters };
    let horizon = world.today.checked_add_days(Days::new(HORIZON_DAYS)).unwrap_or(NaiveDate::MAX);
    let (derived, skips) = ask_all(world, packs, scope, horizon, true);
    let current = packs.iter().filter_map(Enabled::current);
    let rules = current.flat_map(|p| p.rules.iter().map(move |r| (p, r))).filter(|(_, r)| super::kinds::reads_one_client(r));
    rules
        .map(|(pack, rule)| {
            let mine = |p: &str, r: &str| p == pack.id && r == rule.id;
            let emissions: Vec<_> =
                derived.emissions.iter().filter(|e| mine(&e.key.pack, &e.key.rule)).cloned().collect();
            let skip = skips.iter().rev().find(|s| mine(&s.pack, &s.rule)).map(|s| s.why.clone());
            let none = || rule.kind.anchor().map(|a| Why::NoMatter(a.matter.clone()));
            let why = if emissions.is_empty() { skip.or_else(none) } else { None };
            WhyNot { pack: pack.id.clone(), rule: rule.id.clone(), title: rule.title.clone(), emissions, why }
        })
        .collect()
}
