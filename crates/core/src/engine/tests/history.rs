//! Random histories of an office: what people enter, correct, import, undo, record and decide while days go by.

use super::book::{Book, CALENDAR, Step, apply_to, nth};
use super::support::{called, pack};
use crate::domain::{
    Act, Channel, ClassSpan, Client, Decision, Draw, Facts, FieldValue, Matter, Outcome, Participant, Record, Replaced,
    Settlement, Staff,
};
use crate::engine::{Enabled, PackVersion, Task, Variant, Whom, World, draw_frame};
use chrono::NaiveDate;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use std::sync::{Arc, LazyLock};

/// Every kind of rule, with conditions that read classes, other matters, records and ages; one client and one class have
/// parameters of their own, and there is a second version.
pub static PACKS: LazyLock<Vec<Enabled>> = LazyLock::new(|| enabled(include_str!("laws.toml")));

/// The same without the rules that count what happened to all clients: the office's own work is then planned from the
/// facts of the office alone.
pub static UNPOOLED: LazyLock<Vec<Enabled>> = LazyLock::new(|| {
    let rules = include_str!("laws.toml").split("\n\n");
    let pooled = |part: &&str| part.contains("of = \"staff\"") || part.contains("of = \"office\"");
    enabled(&rules.filter(|part| !pooled(part)).collect::<Vec<_>>().join("\n\n"))
});

fn enabled(text: &str) -> Vec<Enabled> {
    let mut enabled = Enabled::new(pack(text), nth(0));
    let with = |was: &str, now: &str| text.replace(was, now);
    enabled.versions[0].variants = vec![
        variant(Whom::Class("VIP".to_owned()), &with("over = \"2 weeks\"", "over = \"1 week\"")),
        variant(Whom::Client("c1".into()), &with("need = 2\nper = \"month\"", "need = 1\nper = \"month\"")),
    ];
    let mut later = PackVersion::new(nth(90), pack(&with("within = \"3 working_days\"", "within = \"5 days\"")));
    later.variants = vec![variant(Whom::Class("重点".to_owned()), &with("at = \"1 month\"", "at = \"2 weeks\""))];
    enabled.versions.push(later);
    vec![enabled]
}

fn variant(whom: Whom, text: &str) -> Variant {
    Variant { whom, pack: Arc::new(pack(text)) }
}

/// Sampling rules.
const SAMPLES: [&str; 3] = ["spot", "poll", "checked"];

const KINDS: [(&str, &[&str]); 10] = [
    ("complaint", &["received", "handled", "handled", "closed"]),
    ("inquiry", &["called_in", "called_in", "decided"]),
    ("purchase", &["delivered", "delivered", "paid"]),
    ("appointment", &["scheduled", "scheduled", "cancelled"]),
    ("problem", &["raised", "rectified", "raised", "closed"]),
    ("plan_item", &["planned", "planned", "approved"]),
    ("site_node", &["topped_out", "handed_over"]),
    ("incident", &["reported", "reported", "handled"]),
    ("activity", &["planned", "held"]),
    ("suggestion", &["received", "received", "published"]),
];

/// A fact as somebody enters it, by number of its client or matter.
#[derive(Debug, Clone)]
pub enum Entry {
    Client { which: u8, class: Option<(u8, Option<i64>, Option<i64>)>, since: Option<i64>, owned: bool, grade: u8 },
    Matter { which: u8, kind: usize, with: Vec<(u8, bool)>, milestones: Vec<(Index, i64, Option<i64>)>, content: bool },
}

/// What happens in an office.
#[derive(Debug, Clone)]
pub enum Op {
    Enter(Entry),
    DeleteClient(Index),
    DeleteMatter(Index),
    AddMilestone(Index, Index, i64, Option<i64>),
    CorrectDay(Index, Index, i64),
    RemoveMilestone(Index, Index),
    ReplyOnly(Index, bool),
    Import(Vec<Entry>),
    UndoImport,
    Record { task: Index, on: i64, reached: bool, satisfied: Option<bool>, again: Option<i64> },
    Draw { rule: Index, on: i64, seed: u8 },
    Replace(Index, Index),
    StrikeDraw(Index),
    Call { client: u8, on: i64, by: bool },
    Strike(Index),
    Move(Index, u8),
    Pause { client: u8, on: i64, until: Option<i64> },
    DoNotContact { client: u8, on: i64 },
    Ask { client: u8, on: i64, due: i64 },
    Decide { task: Index, what: u8, day: i64 },
    TakeBack(Index),
    Today(i64),
}

fn days() -> impl Strategy<Value = i64> {
    -60i64..200
}

fn entry() -> impl Strategy<Value = Entry> {
    let class = prop::option::of((0u8..2, prop::option::of(days()), prop::option::of(days())));
    let client = (0u8..4, class, prop::option::of(days()), any::<bool>(), 0u8..3)
        .prop_map(|(which, class, since, owned, grade)| Entry::Client { which, class, since, owned, grade });
    let milestones = prop::collection::vec((any::<Index>(), days(), prop::option::weighted(0.2, days())), 0..4);
    let with = prop::collection::vec((0u8..4, any::<bool>()), 0..3);
    let matter = (0u8..8, 0..KINDS.len(), with, milestones, any::<bool>())
        .prop_map(|(which, kind, with, milestones, content)| Entry::Matter { which, kind, with, milestones, content });
    prop_oneof![1 => client, 3 => matter]
}

fn op() -> impl Strategy<Value = Op> {
    let i = any::<Index>;
    prop_oneof![
        6 => entry().prop_map(Op::Enter),
        1 => i().prop_map(Op::DeleteClient),
        1 => i().prop_map(Op::DeleteMatter),
        2 => (i(), i(), days(), prop::option::weighted(0.2, days())).prop_map(|(m, k, on, known)| Op::AddMilestone(m, k, on, known)),
        2 => (i(), i(), days()).prop_map(|(m, k, on)| Op::CorrectDay(m, k, on)),
        1 => (i(), i()).prop_map(|(m, k)| Op::RemoveMilestone(m, k)),
        1 => (i(), any::<bool>()).prop_map(|(m, yes)| Op::ReplyOnly(m, yes)),
        1 => prop::collection::vec(entry(), 1..5).prop_map(Op::Import),
        1 => Just(Op::UndoImport),
        6 => (i(), days(), prop::bool::weighted(0.7), prop::option::of(any::<bool>()), prop::option::of(days()))
            .prop_map(|(task, on, reached, satisfied, again)| Op::Record { task, on, reached, satisfied, again }),
        3 => (i(), days(), any::<u8>()).prop_map(|(rule, on, seed)| Op::Draw { rule, on, seed }),
        1 => (i(), i()).prop_map(|(draw, unit)| Op::Replace(draw, unit)),
        1 => i().prop_map(Op::StrikeDraw),
        2 => (0u8..4, days(), any::<bool>()).prop_map(|(client, on, by)| Op::Call { client, on, by }),
        2 => i().prop_map(Op::Strike),
        1 => (i(), 0u8..4).prop_map(|(r, client)| Op::Move(r, client)),
        1 => (0u8..4, days(), prop::option::of(days())).prop_map(|(client, on, until)| Op::Pause { client, on, until }),
        1 => (0u8..4, days()).prop_map(|(client, on)| Op::DoNotContact { client, on }),
        1 => (0u8..4, days(), days()).prop_map(|(client, on, due)| Op::Ask { client, on, due }),
        5 => (i(), 0u8..5, days()).prop_map(|(task, what, day)| Op::Decide { task, what, day }),
        1 => i().prop_map(Op::TakeBack),
        2 => select(vec![1, 9, 40, -20]).prop_map(Op::Today),
    ]
}

/// A history of some operations, with a full office to begin with.
pub fn histories(most: usize) -> impl Strategy<Value = Vec<Op>> {
    (prop::collection::vec(entry(), 3..10), prop::collection::vec(op(), 1..most)).prop_map(|(entries, mut ops)| {
        ops.insert(0, Op::Import(entries));
        ops
    })
}

/// The office as a history makes it.
#[derive(Debug, Clone)]
pub struct Office {
    pub facts: Facts,
    pub today: NaiveDate,
    imports: Vec<Vec<Step>>,
    count: i64,
}

fn staff(id: &str, role: &str) -> Staff {
    let (name, role) = (id.to_owned(), role.to_owned());
    Staff { id: id.into(), name, role, department: None, phone: None, areas: Vec::new(), active: true }
}

fn pick<'l, T>(list: &'l [T], index: &Index) -> Option<&'l T> {
    (!list.is_empty()).then(|| index.get(list))
}

/// Half of the picks are steps of a series: on their ends other tasks depend.
fn pick_task<'b>(book: &'b Book, index: &Index) -> Option<&'b Task> {
    let all: Vec<_> = book.tasks.values().collect();
    let steps: Vec<_> =
        all.iter().copied().filter(|t| ["steps", "working"].contains(&t.emission.key.rule.as_str())).collect();
    let half = index.index(2) == 0;
    pick(if half && !steps.is_empty() { &steps } else { &all }, index).copied()
}

fn client_id(which: u8) -> String {
    format!("c{which}")
}

impl Office {
    pub fn new() -> Self {
        let staff = vec![staff("s1", "客服"), staff("s2", "经理")];
        Self { facts: Facts { staff, ..Facts::default() }, today: nth(60), imports: Vec::new(), count: 0 }
    }

    /// The office after the whole history. Tasks are picked from a book that is kept along.
    pub fn after(history: &[Op]) -> (Self, Book) {
        let (mut office, mut book) = (Self::new(), Book::default());
        for op in history {
            office.perform(op, &book);
            book.replan(&office.facts, &PACKS, office.today, crate::engine::Scope::All);
        }
        (office, book)
    }

    /// Does what the operation says and tells what it edited.
    pub fn perform(&mut self, op: &Op, book: &Book) -> Vec<Step> {
        self.count += 1;
        if let Op::Today(by) = op {
            self.today += chrono::TimeDelta::days(*by);
        }
        let steps = match op {
            Op::Import(entries) => return self.import(entries),
            Op::UndoImport => {
                let import = self.imports.pop().unwrap_or_default();
                import.into_iter().rev().filter(|step| self.still_is(step)).map(Step::undone).collect()
            }
            other => self.step(other, book).into_iter().collect::<Vec<_>>(),
        };
        steps.iter().for_each(|step| apply_to(&mut self.facts, step));
        steps
    }

    fn import(&mut self, entries: &[Entry]) -> Vec<Step> {
        let mut steps = Vec::new();
        for entry in entries {
            let step = self.enter(entry);
            apply_to(&mut self.facts, &step);
            steps.push(step);
        }
        self.imports.push(steps.clone());
        steps
    }

    /// An import's undoing leaves alone what was edited later.
    fn still_is(&self, step: &Step) -> bool {
        match step {
            Step::Client(_, now) => now.as_ref().is_some_and(|now| self.facts.clients.contains(now)),
            Step::Matter(_, now) => now.as_ref().is_some_and(|now| self.facts.matters.contains(now)),
            Step::Record(..) | Step::Decision(..) | Step::Draw(..) => false,
        }
    }

    fn step(&self, op: &Op, book: &Book) -> Option<Step> {
        let facts = &self.facts;
        match op {
            Op::Enter(entry) => Some(self.enter(entry)),
            Op::DeleteClient(i) => pick(&facts.clients, i).map(|c| Step::Client(Some(c.clone()), None)),
            Op::DeleteMatter(i) => pick(&facts.matters, i).map(|m| Step::Matter(Some(m.clone()), None)),
            Op::AddMilestone(i, kind, on, known) => self.with_matter(i, |m| {
                let kinds = KINDS.iter().find(|(code, _)| *code == m.kind).map_or(&[][..], |(_, kinds)| kinds);
                if let Some(kind) = pick(kinds, kind) {
                    let id = m.add_milestone(kind, nth(*on).into(), known.map(nth));
                    // One was removed before: the number made by counting is taken.
                    if m.milestones.iter().filter(|s| s.id == id).count() > 1 {
                        m.milestones.pop();
                    }
                }
            }),
            Op::CorrectDay(i, which, on) => self.with_matter(i, |m| {
                if !m.milestones.is_empty() {
                    let place = which.index(m.milestones.len());
                    m.milestones[place].on = nth(*on).into();
                }
            }),
            Op::RemoveMilestone(i, which) => self.with_matter(i, |m| {
                if !m.milestones.is_empty() {
                    m.milestones.remove(which.index(m.milestones.len()));
                }
            }),
            Op::ReplyOnly(i, yes) => self.with_matter(i, |m| {
                m.fields.insert("reply_only".to_owned(), FieldValue::Bool(*yes));
            }),
            Op::Strike(i) => self.with_record(i, |r| r.voided = !r.voided),
            // What was settled for one client was not settled for another.
            Op::Move(i, client) => self.with_record(i, |r| {
                r.client = Some(client_id(*client).into());
                r.settles.clear();
            }),
            Op::TakeBack(i) => pick(&facts.decisions, i)
                .map(|d| Step::Decision(Some(d.clone()), Some(Decision { voided: !d.voided, ..d.clone() }))),
            Op::Record { .. } | Op::Call { .. } => self.record(op, book).map(|r| Step::Record(None, Some(r))),
            Op::Pause { .. } | Op::DoNotContact { .. } | Op::Ask { .. } | Op::Decide { .. } => {
                self.decision(op, book).map(|d| Step::Decision(None, Some(d)))
            }
            Op::Draw { .. } | Op::Replace(..) | Op::StrikeDraw(_) => self.draw(op),
            Op::Import(_) | Op::UndoImport | Op::Today(_) => None,
        }
    }

    /// A draw, a replacement in one, or one taken back. Of one period one draw stands, as the store sees to.
    fn draw(&self, op: &Op) -> Option<Step> {
        let standing = |now: &Draw| {
            let same = |d: &&Draw| !d.voided && d.id != now.id && d.rule == now.rule && d.period == now.period;
            self.facts.draws.iter().any(|d| same(&d))
        };
        let (was, now) = match op {
            Op::Draw { rule, on, seed } => {
                let world = World::new(&self.facts, &CALENDAR, nth(*on));
                let frame = draw_frame(&world, &PACKS[0], SAMPLES[rule.index(SAMPLES.len())], nth(*on))?;
                (
                    None,
                    Draw {
                        id: format!("w{}", self.count).into(),
                        ..frame.draw(&seed.to_string(), nth(*on), None, self.count)
                    },
                )
            }
            Op::Replace(draw, unit) => {
                let was = pick(&self.facts.draws, draw)?;
                let unit = pick(&was.chosen(), unit).copied().cloned()?;
                let replaced = Replaced { unit, reason: "搬走".to_owned(), on: was.on, by: None };
                (Some(was.clone()), Draw { replaced: [was.replaced.clone(), vec![replaced]].concat(), ..was.clone() })
            }
            Op::StrikeDraw(draw) => {
                let was = pick(&self.facts.draws, draw)?;
                (Some(was.clone()), Draw { voided: !was.voided, ..was.clone() })
            }
            _ => return None,
        };
        (now.voided || !standing(&now)).then_some(Step::Draw(was, Some(now)))
    }

    fn with_matter(&self, which: &Index, change: impl FnOnce(&mut Matter)) -> Option<Step> {
        let was = pick(&self.facts.matters, which)?;
        let mut now = was.clone();
        change(&mut now);
        Some(Step::Matter(Some(was.clone()), Some(now)))
    }

    fn with_record(&self, which: &Index, change: impl FnOnce(&mut Record)) -> Option<Step> {
        let was = pick(&self.facts.records, which)?;
        let mut now = was.clone();
        change(&mut now);
        Some(Step::Record(Some(was.clone()), Some(now)))
    }

    fn record(&self, op: &Op, book: &Book) -> Option<Record> {
        let (id, at_ms) = (format!("r{}", self.count), self.count);
        match op {
            Op::Record { task, on, reached, satisfied, again } => {
                let task = pick_task(book, task)?;
                let client = task.emission.client.clone();
                let outcome = if *reached { Outcome::Reached } else { Outcome::NoAnswer };
                let rule = Some(format!("{}/{}", task.emission.key.pack, task.emission.key.rule));
                let settles = vec![Settlement { rule, ..Settlement::task(task.emission.id.clone()) }];
                let (matter, satisfied) = (task.emission.matter.clone(), satisfied.filter(|_| *reached));
                let (id, on, again_on) = (id.into(), nth(*on), again.filter(|_| !reached).map(nth));
                let record =
                    Record { id, client, matter, on, outcome, satisfied, again_on, settles, ..called("c0", "09-01") };
                Some(Record { by: Some("s1".into()), at_ms, ..record })
            }
            Op::Call { client, on, by } => {
                let by = Some(if *by { "s1" } else { "s2" }.into());
                let client = Some(client_id(*client).into());
                Some(Record { id: id.into(), client, on: nth(*on), by, at_ms, ..called("c0", "09-01") })
            }
            _ => None,
        }
    }

    fn decision(&self, op: &Op, book: &Book) -> Option<Decision> {
        let (on, act) = match op {
            Op::Pause { client, on, until } => {
                (nth(*on), Act::Pause { client: client_id(*client).into(), until: until.map(nth) })
            }
            Op::DoNotContact { client, on } => (nth(*on), Act::DoNotContact { client: client_id(*client).into() }),
            Op::Ask { client, on, due } => {
                let (client, due, title) = (client_id(*client).into(), nth(*due), "问候".to_owned());
                (nth(*on), Act::Ask { client, due, title, channel: Channel::Phone, assignee: None })
            }
            Op::Decide { task, what, day } => {
                let task = pick_task(book, task)?.emission.id.clone();
                let act = match what {
                    0 => Act::Waive { task },
                    1 => Act::GiveUp { task },
                    2 => Act::Reopen { task },
                    3 => Act::Finish { task },
                    _ => Act::Reschedule { task, due: nth(*day) },
                };
                (nth(*day), act)
            }
            _ => return None,
        };
        let id = format!("d{}", self.count).into();
        let (by, approver, reason, voided) = (None, None, String::new(), false);
        Some(Decision { id, on, act, by, approver, reason, voided, at_ms: self.count })
    }

    fn enter(&self, entry: &Entry) -> Step {
        match entry {
            Entry::Client { which, class, since, owned, grade } => {
                let mut now = Client::new(client_id(*which), "某某");
                now.since = since.map(nth);
                now.assignee = owned.then(|| "s1".into());
                now.born = owned.then(|| nth(-9_000));
                let grade = ["甲", "乙"].get(usize::from(*grade)).map(|g| ("等级".to_owned(), FieldValue::from(*g)));
                now.fields.extend(grade);
                let span = |(class, from, to): &(u8, Option<i64>, Option<i64>)| ClassSpan {
                    class: ["A1", "VIP"][usize::from(*class)].to_owned(),
                    from: from.map(nth),
                    to: to.map(nth),
                };
                now.classes = class.iter().map(span).collect();
                Step::Client(self.facts.clients.iter().find(|c| c.id == now.id).cloned(), Some(now))
            }
            Entry::Matter { which, kind, with, milestones, content } => {
                let (code, kinds) = KINDS[*kind];
                let mut now = Matter::new(format!("m{which}"), code);
                now.fields.insert("重复号".to_owned(), if *content { "漏水" } else { "噪音" }.into());
                let role = |main: bool| if main { "subject" } else { "complainant" }.to_owned();
                now.participants = with
                    .iter()
                    .map(|(c, main)| Participant { client: client_id(*c).into(), role: role(*main) })
                    .collect();
                for (kind, on, known) in milestones {
                    now.add_milestone(kinds[kind.index(kinds.len())], nth(*on).into(), known.map(nth));
                }
                Step::Matter(self.facts.matters.iter().find(|m| m.id == now.id).cloned(), Some(now))
            }
        }
    }
}
