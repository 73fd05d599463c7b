//! Asking every rule of every enabled pack what should exist.

use super::emission::{Emission, Task};
use super::kinds;
use super::measure::in_class;
use super::world::World;
use crate::calendar::Period;
use crate::domain::{Client, ClientId, MatterId, Subject};
use crate::policy::{PolicyPack, Rule};
use chrono::{Days, NaiveDate};
use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

/// How far ahead tasks are asked for, in days.
pub const HORIZON_DAYS: u64 = 90;

/// A pack that the office has enabled.
#[derive(Debug, Clone)]
pub struct Enabled {
    /// Occurrences due before this day are not asked for, so that imported history does not drown the list.
    pub effective_from: NaiveDate,
    /// The pack's versions, oldest first; each judges the occurrences whose anchor day lies in its time.
    pub versions: Vec<PackVersion>,
}

/// A pack with the office's parameters, from an anchor day on.
#[derive(Debug, Clone)]
pub struct PackVersion {
    /// First anchor day that it judges; the first version judges all earlier ones too.
    pub from: NaiveDate,
    /// The pack.
    pub pack: Arc<PolicyPack>,
    /// The same pack with other parameters for some clients.
    pub variants: Vec<Variant>,
}

/// A pack with parameters of its own for a class or a client (000-13-08: frequency per person).
#[derive(Debug, Clone)]
pub struct Variant {
    /// For whom.
    pub whom: Whom,
    /// The pack.
    pub pack: Arc<PolicyPack>,
}

/// For whom a variant holds, on the day that is judged. What is said of a client comes before what is said of a class.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Whom {
    /// A client.
    Client(ClientId),
    /// A class.
    Class(String),
}

impl PackVersion {
    /// A version in which everybody has the same parameters.
    pub fn new(from: NaiveDate, pack: PolicyPack) -> Self {
        Self { from, pack: Arc::new(pack), variants: Vec::new() }
    }

    /// Which variant judges the client on the day; `None`: the pack itself.
    fn variant_of(&self, world: &World<'_>, client: &Client, day: NaiveDate) -> Option<usize> {
        let client_first = |v: &Variant| matches!(&v.whom, Whom::Client(id) if *id == client.id);
        let class =
            |v: &Variant| matches!(&v.whom, Whom::Class(class) if in_class(world, &self.pack, client, class, day));
        self.variants.iter().position(client_first).or_else(|| self.variants.iter().position(class))
    }
}

impl Enabled {
    /// A pack in its first version.
    pub fn new(pack: PolicyPack, effective_from: NaiveDate) -> Self {
        Self { effective_from, versions: vec![PackVersion::new(NaiveDate::MIN, pack)] }
    }

    /// The version in force now.
    pub fn current(&self) -> Option<&PolicyPack> {
        self.versions.last().map(|v| v.pack.as_ref())
    }

    pub(super) fn version_on(&self, anchor: NaiveDate) -> usize {
        self.versions.iter().rposition(|v| v.from <= anchor).unwrap_or(0)
    }
}

/// For whom the rules are asked.
#[derive(Debug, Clone, Copy)]
pub enum Scope<'a> {
    /// Everybody.
    All,
    /// Only these clients and matters; rules that read more than one client are left out.
    Only {
        /// Clients.
        clients: &'a BTreeSet<ClientId>,
        /// Matters (for tasks whose subject is a matter).
        matters: &'a BTreeSet<MatterId>,
    },
    /// What `Only` leaves out: tasks of staff and of the office, but for quotas that count what happened to clients.
    Pooled,
    /// Those quotas, of the periods into which one of the days falls (see [`super::Recount`]).
    Counted(&'a BTreeSet<NaiveDate>),
}

impl Scope<'_> {
    /// Whether tasks of the subject are asked for in this scope: these, and no others, are compared in `reconcile`. Of the
    /// tasks of staff and of the office [`super::Recount`] says which are `Pooled`'s and which are `Counted`.
    pub fn covers(&self, subject: &Subject) -> bool {
        match (self, subject) {
            (Self::All, _) => true,
            (Self::Only { clients, .. }, Subject::Client(id)) => clients.contains(id),
            (Self::Only { matters, .. }, Subject::Matter(id)) => matters.contains(id),
            (Self::Pooled | Self::Counted(_), Subject::Staff(_) | Subject::Office) => true,
            (Self::Only { .. } | Self::Pooled | Self::Counted(_), _) => false,
        }
    }

    fn has_rule(&self, rule: &Rule) -> bool {
        match self {
            Self::All => true,
            Self::Only { .. } => kinds::asks_clients(rule),
            Self::Pooled => kinds::asks_office(rule) && !kinds::reads_everybody(rule),
            Self::Counted(_) => kinds::reads_everybody(rule),
        }
    }

    /// Whether the period is looked at.
    pub(super) fn has_period(&self, period: Period) -> bool {
        match self {
            Self::Counted(days) => super::recount::has_day(days, period),
            Self::All | Self::Only { .. } | Self::Pooled => true,
        }
    }

    /// Whether tasks of staff and of the office are asked for.
    pub(super) fn has_office(&self) -> bool {
        matches!(self, Self::All | Self::Pooled)
    }
}

/// What the rules ask for, and what went wrong in asking.
#[derive(Debug, Clone, Default)]
pub struct Derived {
    /// Emissions, sorted by id.
    pub emissions: Vec<Emission>,
    /// A rule that failed for a subject; the rest went on.
    pub failures: Vec<Failure>,
}

impl Derived {
    /// Whether asking failed for what the task is about. Such tasks are left out of `reconcile`: that nothing was asked for
    /// does not mean that nothing should be.
    pub fn failed_for(&self, task: &Task) -> bool {
        let (key, client) = (&task.emission.key, task.emission.client.as_ref());
        let subject = match &key.subject {
            Subject::Client(id) => id.as_str(),
            Subject::Matter(id) => id.as_str(),
            Subject::Staff(id) => id.as_str(),
            Subject::Office => "office",
        };
        let about = |failed: &str| failed == subject || client.is_some_and(|c| c.as_str() == failed);
        self.failures.iter().any(|f| f.pack == key.pack && f.rule == key.rule && about(&f.subject))
    }
}

/// A rule that failed for a subject.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// Pack id.
    pub pack: String,
    /// Rule id.
    pub rule: String,
    /// Subject, as text.
    pub subject: String,
    /// What happened.
    pub message: String,
}

/// One rule at work: the pack, the version's place in time, and where its results go.
pub(super) struct Asking<'r, 'w> {
    pub world: &'r World<'w>,
    pub enabled: &'r Enabled,
    pub version: usize,
    /// Place among the version's variants; `None`: the pack itself.
    pub variant: Option<usize>,
    pub pack: &'r PolicyPack,
    pub rule: &'r Rule,
    pub scope: Scope<'r>,
    /// First day of which periods and festivals are laid out.
    pub first: NaiveDate,
    pub horizon: NaiveDate,
    pub derived: Derived,
    pub skips: Option<Vec<super::why::Skip>>,
}

impl Asking<'_, '_> {
    /// Runs the work for one subject; a panic in it is kept as a failure of this rule and subject.
    pub fn guarded(&mut self, subject: &str, work: impl FnOnce(&mut Self)) {
        let outcome = catch_unwind(AssertUnwindSafe(|| {
            #[cfg(test)]
            super::tests::fail_where_told(subject);
            work(&mut *self);
        }));
        if let Err(panic) = outcome {
            let message = panic.downcast_ref::<&str>().map(|s| (*s).to_owned());
            let message = message.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_default();
            let (pack, rule) = (self.pack.id.clone(), self.rule.id.clone());
            self.derived.failures.push(Failure { pack, rule, subject: subject.to_owned(), message });
        }
    }

    /// Whether these parameters are the client's on the day.
    pub fn serves(&self, client: &Client, day: NaiveDate) -> bool {
        let version = &self.enabled.versions[self.version];
        version.variants.is_empty() || version.variant_of(self.world, client, day) == self.variant
    }

    /// Whether this version judges what is anchored on that day.
    pub fn judges(&self, anchor: NaiveDate) -> bool {
        self.enabled.version_on(anchor) == self.version
    }
}

/// The days that are looked at: periods and festivals are laid out from the first, windows open up to the last.
#[derive(Clone, Copy)]
pub(super) struct Stretch {
    pub first: NaiveDate,
    pub horizon: NaiveDate,
}

impl Stretch {
    /// From the first day of which an office can have kept notes to 90 days from now.
    pub fn up_to_horizon(today: NaiveDate) -> Self {
        let horizon = today.checked_add_days(Days::new(HORIZON_DAYS)).unwrap_or(NaiveDate::MAX);
        Self { first: earliest(), horizon }
    }
}

/// A pack that is in force "from ever" must not lay out periods from the beginning of time.
pub(super) fn earliest() -> NaiveDate {
    NaiveDate::from_ymd_opt(1990, 1, 1).expect("1 January is a day of every year")
}

/// What the enabled packs ask for up to today + 90 days, and what people decided by hand.
pub fn derive(world: &World<'_>, packs: &[Enabled], scope: Scope<'_>) -> Derived {
    let mut derived = ask_all(world, packs, scope, Stretch::up_to_horizon(world.today), false).0;
    super::by_hand::ask(world, scope, &mut derived);
    derived.emissions.sort_by(|a, b| a.id.cmp(&b.id));
    derived
}

/// Asks every rule; `trace`: notes also why nothing is asked for.
pub(super) fn ask_all(
    world: &World<'_>,
    packs: &[Enabled],
    scope: Scope<'_>,
    stretch: Stretch,
    trace: bool,
) -> (Derived, Vec<super::why::Skip>) {
    ask_those(world, packs, scope, stretch, trace, &|_| true)
}

/// As `ask_all`, of some of the rules.
pub(super) fn ask_those(
    world: &World<'_>,
    packs: &[Enabled],
    scope: Scope<'_>,
    stretch: Stretch,
    trace: bool,
    those: &dyn Fn(&Rule) -> bool,
) -> (Derived, Vec<super::why::Skip>) {
    let mut derived = Derived::default();
    let mut skips = Vec::new();
    for enabled in packs {
        for (version, v) in enabled.versions.iter().enumerate() {
            let variants = v.variants.iter().enumerate().map(|(index, variant)| (Some(index), &variant.pack));
            for (variant, pack) in std::iter::once((None, &v.pack)).chain(variants) {
                for rule in pack.rules.iter().filter(|r| scope.has_rule(r) && those(r)) {
                    let mut asking = Asking {
                        world,
                        enabled,
                        version,
                        variant,
                        pack,
                        rule,
                        scope,
                        first: enabled.effective_from.max(stretch.first),
                        horizon: stretch.horizon,
                        derived: Derived::default(),
                        skips: trace.then(Vec::new),
                    };
                    kinds::ask(&mut asking);
                    derived.emissions.append(&mut asking.derived.emissions);
                    derived.failures.append(&mut asking.derived.failures);
                    skips.extend(asking.skips.unwrap_or_default());
                }
            }
        }
    }
    derived.emissions.sort_by(|a, b| a.id.cmp(&b.id));
    // Whatever facts and packs say, nobody is asked for the same thing twice; the older version's word stands.
    derived.emissions.dedup_by(|later, kept| later.id == kept.id);
    (derived, skips)
}
