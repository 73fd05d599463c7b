//! The laws of the engine (DESIGN section 6) over all packs that ship: random offices, random edits, every pack.

mod shelf;

use chrono::{Days, NaiveDate};
use huifang_core::calendar::{Moment, WorkingCalendar};
use huifang_core::domain::{
    Act, Channel, ClassSpan, Client, Decision, DecisionId, Draw, Facts, FieldValue, Matter, MatterId, Outcome,
    Participant, Purpose, Record, RecordId, Settlement, Staff, StaffRef, TaskId,
};
use huifang_core::engine::{
    Change, Edit, Emission, Enabled, Recount, Scope, State, Task, TaskKey, World, advance, asks_office, derive,
    draw_frame, kinds_of_all_in, reconcile, simulate, tasks_named, touched, why_not,
};
use huifang_core::policy::{Condition, PolicyPack, RuleKind, TaskAction, Test, Vocabulary};
use proptest::prelude::*;
use proptest::sample::Index;
use shelf::Shelf;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

static PACKS: LazyLock<Vec<PolicyPack>> = LazyLock::new(|| {
    let shelf = Shelf::read();
    shelf.folders.iter().map(|folder| shelf.pack(folder).expect("a pack that reads")).collect()
});
static CALENDAR: LazyLock<WorkingCalendar> = LazyLock::new(WorkingCalendar::shipped);

fn day(n: i64) -> NaiveDate {
    let first = NaiveDate::from_ymd_opt(2026, 1, 1).expect("a day");
    if n < 0 { first - Days::new(n.unsigned_abs()) } else { first + Days::new(n.unsigned_abs()) }
}

/// Something that people enter, with numbers in place of names.
#[derive(Debug, Clone)]
enum Entry {
    Client { which: u8, class: Option<Index>, field: Option<Index>, since: Option<i64> },
    Matter { which: u8, kind: Index, with: Vec<(u8, Index)>, steps: Vec<(Index, i64)>, field: Option<Index> },
    Gone(u8),
    Answer { task: Index, on: i64, reached: bool, satisfied: bool },
    Decide { task: Index, on: i64, what: u8 },
    Pause { client: u8, on: i64, days: Option<i64> },
    Draw { rule: Index, on: i64, seed: u8 },
    Strike(Index),
}

fn entry() -> impl Strategy<Value = Entry> {
    let i = any::<Index>;
    let on = || -40i64..200;
    prop_oneof![
        2 => (0u8..4, prop::option::of(i()), prop::option::of(i()), prop::option::of(on()))
            .prop_map(|(which, class, field, since)| Entry::Client { which, class, field, since }),
        6 => (0u8..5, i(), prop::collection::vec((0u8..4, i()), 0..3), prop::collection::vec((i(), on()), 0..4),
            prop::option::of(i())).prop_map(|(which, kind, with, steps, field)| Entry::Matter { which, kind, with, steps, field }),
        1 => (0u8..5).prop_map(Entry::Gone),
        4 => (i(), on(), any::<bool>(), any::<bool>())
            .prop_map(|(task, on, reached, satisfied)| Entry::Answer { task, on, reached, satisfied }),
        3 => (i(), on(), 0u8..5).prop_map(|(task, on, what)| Entry::Decide { task, on, what }),
        1 => (0u8..4, on(), prop::option::of(0i64..60)).prop_map(|(client, on, days)| Entry::Pause { client, on, days }),
        2 => (i(), on(), 0u8..9).prop_map(|(rule, on, seed)| Entry::Draw { rule, on, seed }),
        1 => i().prop_map(Entry::Strike),
    ]
}

/// Names that the pack's conditions use, so that facts meet them.
#[derive(Debug, Default)]
struct Words {
    kinds: Vec<String>,
    roles: Vec<String>,
    posts: Vec<String>,
    classes: Vec<String>,
    fields: Vec<(String, FieldValue)>,
}

fn words(pack: &PolicyPack) -> Words {
    let mut words = Words::default();
    for rule in &pack.rules {
        words.kinds.extend(rule.kind.anchor().map(|a| a.matter.clone()).filter(|kind| !kind.is_empty()));
        words.kinds.extend(rule.waits_for.as_ref().map(|w| w.matter.clone()));
        words.roles.extend(rule.kind.anchor().and_then(|a| a.role.clone()));
        words.posts.extend(rule.assign.role().map(str::to_owned));
        collect(&rule.wanted, &mut words);
        collect(&rule.unless, &mut words);
        if let RuleKind::Quota(quota) = &rule.kind {
            words.classes.extend(quota.population.classes.clone());
            words.kinds.extend(quota.population.matter.clone());
        }
        if let RuleKind::OnDate(on_date) = &rule.kind {
            words.classes.extend(on_date.population.classes.clone());
            words.kinds.extend(on_date.population.matter.clone());
        }
    }
    pack.excepts.iter().for_each(|e| collect(&e.when, &mut words));
    words.roles.push("subject".to_owned());
    if words.kinds.is_empty() {
        words.kinds.push("complaint".to_owned());
    }
    words
}

fn collect(condition: &Condition, words: &mut Words) {
    match condition {
        Condition::All(parts) | Condition::Any(parts) => parts.iter().for_each(|c| collect(c, words)),
        Condition::Not(inner) => collect(inner, words),
        Condition::Class(class) => words.classes.push(class.clone()),
        Condition::Matters { kind, .. } | Condition::Open { kind, .. } => words.kinds.push(kind.clone()),
        Condition::Field { name, test } => {
            let value = match test {
                Test::In(texts) | Test::Contains(texts) => texts.first().map(|t| FieldValue::Text(t.clone())),
                Test::AtLeast(n) | Test::AtMost(n) => Some(FieldValue::Number(*n)),
                Test::Truthy | Test::Absent => Some(FieldValue::Bool(true)),
            };
            words.fields.extend(value.map(|value| (name.clone(), value)));
        }
        _ => {}
    }
}

/// An office at work with one pack: its facts, and the tasks that it keeps.
struct Office {
    enabled: Vec<Enabled>,
    words: Words,
    facts: Facts,
    tasks: BTreeMap<TaskId, Task>,
    today: NaiveDate,
    count: i64,
}

impl Office {
    fn new(pack: &PolicyPack) -> Self {
        let words = words(pack);
        let posts: BTreeSet<_> = words.posts.iter().cloned().collect();
        let staff = posts.iter().enumerate().map(|(n, role)| Staff {
            id: format!("s{n}").as_str().into(),
            name: format!("职员{n}"),
            role: role.clone(),
            phone: None,
            department: None,
            areas: Vec::new(),
            active: true,
        });
        let facts = Facts { staff: staff.collect(), ..Facts::default() };
        let enabled = vec![Enabled::new(pack.clone(), day(0))];
        Self { enabled, words, facts, tasks: BTreeMap::new(), today: day(120), count: 0 }
    }

    fn derive(&self, scope: Scope<'_>) -> Vec<Emission> {
        let world = World::new(&self.facts, &CALENDAR, self.today);
        let derived = derive(&world, &self.enabled, scope);
        assert!(derived.failures.is_empty(), "{:?}", derived.failures);
        derived.emissions
    }

    fn settle(&mut self, scope: Scope<'_>) -> usize {
        self.settle_those(scope, &|_| true)
    }

    fn settle_those(&mut self, scope: Scope<'_>, those: &dyn Fn(&TaskKey) -> bool) -> usize {
        let covered = |t: &&Task| scope.covers(&t.emission.key.subject) && those(&t.emission.key);
        let existing: Vec<Task> = self.tasks.values().filter(covered).cloned().collect();
        let changes = reconcile(&existing, self.derive(scope), &|_| String::new());
        let count = changes.len();
        for change in changes {
            match change {
                Change::New(emission) | Change::AskedAgain(emission) | Change::Moved { now: emission, .. } => {
                    let task = Task { emission, asked: true, withdrawn_because: None };
                    self.tasks.insert(task.emission.id.clone(), task);
                }
                Change::Withdrawn { id, .. } => {
                    let task = self.tasks.get_mut(&id).expect("a kept task");
                    task.asked = false;
                }
            }
        }
        count
    }

    /// Replans what the edit touched, as the program does.
    fn replan(&mut self, edit: &Edit<'_>) {
        let edits = [*edit];
        let named: Vec<Task> = tasks_named(&edits).iter().filter_map(|id| self.tasks.get(id).cloned()).collect();
        let mut touched = touched(&edits, &named);
        let pack = self.enabled[0].versions[0].pack.clone();
        let of_all: BTreeSet<String> = kinds_of_all_in(&pack);
        if !touched.of_all.is_disjoint(&of_all) {
            self.settle(Scope::All);
            return;
        }
        touched.widen(&self.facts.matters);
        self.settle(touched.scope());
        if touched.pooled && pack.rules.iter().any(asks_office) {
            let recount = Recount::after([&*pack], &edits, &named, &self.facts.records);
            self.settle_those(Scope::Pooled, &|key| !recount.is_quota(key));
            self.settle_those(Scope::Counted(recount.days()), &|key| recount.covers(key));
        }
    }

    fn next(&mut self) -> i64 {
        self.count += 1;
        self.count
    }

    fn live(&mut self, entry: &Entry) {
        match entry {
            Entry::Client { which, class, field, since } => self.enter_client(*which, *class, *field, *since),
            Entry::Matter { which, kind, with, steps, field } => self.enter_matter(*which, *kind, with, steps, *field),
            Entry::Gone(which) => {
                let id = MatterId(format!("m{which}"));
                if let Some(place) = self.facts.matters.iter().position(|m| m.id == id) {
                    let was = self.facts.matters.remove(place);
                    self.replan(&Edit::Matter(Some(&was), None));
                }
            }
            Entry::Answer { task, on, reached, satisfied } => self.answer(*task, *on, *reached, *satisfied),
            Entry::Decide { task, on, what } => self.decide(*task, *on, *what),
            Entry::Pause { client, on, days } => {
                let until = days.map(|days| day(*on + days));
                let act = Act::Pause { client: format!("c{client}").into(), until };
                self.note(act, *on);
            }
            Entry::Draw { rule, on, seed } => self.draw(*rule, *on, *seed),
            Entry::Strike(which) => self.strike(*which),
        }
    }

    fn pick<T: Clone>(list: &[T], index: Option<Index>) -> Option<T> {
        index.filter(|_| !list.is_empty()).map(|i| i.get(list).clone())
    }

    fn enter_client(&mut self, which: u8, class: Option<Index>, field: Option<Index>, since: Option<i64>) {
        let id = format!("c{which}");
        let mut client = Client::new(id.as_str(), id.as_str());
        let classes = Self::pick(&self.words.classes, class);
        client.classes = classes.map(|class| ClassSpan { class, from: None, to: None }).into_iter().collect();
        client.fields.extend(Self::pick(&self.words.fields, field));
        client.since = since.map(day);
        let was = self.facts.clients.iter().position(|c| c.id == client.id).map(|i| self.facts.clients.remove(i));
        self.facts.clients.push(client.clone());
        self.replan(&Edit::Client(was.as_ref(), Some(&client)));
    }

    fn enter_matter(
        &mut self,
        which: u8,
        kind: Index,
        with: &[(u8, Index)],
        steps: &[(Index, i64)],
        field: Option<Index>,
    ) {
        let kind = kind.get(&self.words.kinds).clone();
        let mut matter = Matter::new(format!("m{which}"), kind.as_str());
        matter.participants = with
            .iter()
            .map(|(client, role)| Participant {
                client: format!("c{client}").into(),
                role: role.get(&self.words.roles).clone(),
            })
            .collect();
        let known: Vec<String> = Vocabulary::shipped().matters[&kind].milestones.keys().cloned().collect();
        for (step, on) in steps {
            matter.add_milestone(step.get(&known[..]).as_str(), Moment::from(day(*on)), None);
        }
        matter.fields.extend(Self::pick(&self.words.fields, field));
        let was = self.facts.matters.iter().position(|m| m.id == matter.id).map(|i| self.facts.matters.remove(i));
        self.facts.matters.push(matter.clone());
        self.replan(&Edit::Matter(was.as_ref(), Some(&matter)));
    }

    fn listed(&self, index: Index, action: TaskAction) -> Option<Emission> {
        let asked = self.tasks.values().filter(|t| t.asked && t.emission.action == action);
        let asked: Vec<&Emission> = asked.map(|t| &t.emission).collect();
        if asked.is_empty() { None } else { Some((*index.get(&asked)).clone()) }
    }

    fn answer(&mut self, task: Index, on: i64, reached: bool, satisfied: bool) {
        let Some(emission) = self.listed(task, TaskAction::Contact) else { return };
        let number = self.next();
        let settlement = Settlement {
            rule: Some(format!("{}/{}", emission.key.pack, emission.key.rule)),
            satisfied: Some(satisfied),
            ..Settlement::task(emission.id.clone())
        };
        let record = Record {
            id: RecordId(format!("r{number}")),
            client: emission.client.clone(),
            matter: emission.matter.clone(),
            on: day(on),
            channel: emission.channels.first().copied().unwrap_or(Channel::Phone),
            outcome: if reached { Outcome::Reached } else { Outcome::NoAnswer },
            satisfied: Some(satisfied),
            by: self.facts.staff.first().map(|s| StaffRef::from(s.name.as_str())),
            recorder: None,
            purpose: Purpose::FollowUp,
            again_on: None,
            again_minute: None,
            phone: None,
            moved_from: None,
            note: String::new(),
            settles: vec![settlement],
            voided: false,
            at_ms: number,
        };
        self.facts.records.push(record.clone());
        self.replan(&Edit::Record(None, Some(&record)));
    }

    fn strike(&mut self, which: Index) {
        if self.facts.records.is_empty() {
            return;
        }
        let place = which.index(self.facts.records.len());
        let was = self.facts.records[place].clone();
        self.facts.records[place].voided = !was.voided;
        let now = self.facts.records[place].clone();
        self.replan(&Edit::Record(Some(&was), Some(&now)));
    }

    fn decide(&mut self, task: Index, on: i64, what: u8) {
        let action = if what == 4 { TaskAction::Step } else { TaskAction::Contact };
        let Some(emission) = self.listed(task, action) else { return };
        let task = emission.id;
        let act = match what {
            0 => Act::Waive { task },
            1 => Act::GiveUp { task },
            2 => Act::Reopen { task },
            3 => Act::Reschedule { task, due: day(on + 9) },
            _ => Act::Finish { task },
        };
        self.note(act, on);
    }

    fn note(&mut self, act: Act, on: i64) {
        let number = self.next();
        let decision = Decision {
            id: DecisionId(format!("d{number}")),
            on: day(on),
            act,
            by: None,
            approver: None,
            reason: String::new(),
            voided: false,
            at_ms: number,
        };
        self.facts.decisions.push(decision.clone());
        self.replan(&Edit::Decision(None, Some(&decision)));
    }

    fn draw(&mut self, rule: Index, on: i64, seed: u8) {
        let rules = &self.enabled[0].versions[0].pack.rules;
        let samples: Vec<String> =
            rules.iter().filter(|r| matches!(r.kind, RuleKind::Sample(_))).map(|r| r.id.clone()).collect();
        if samples.is_empty() {
            return;
        }
        let world = World::new(&self.facts, &CALENDAR, self.today);
        let frame =
            draw_frame(&world, &self.enabled[0], rule.get(&samples[..]).as_str(), day(on)).expect("a sampling rule");
        let stands = |d: &Draw| d.rule == frame.rule && d.period == frame.period;
        if !self.facts.draws.iter().any(stands) {
            let draw = frame.draw(&seed.to_string(), day(on), None, i64::from(seed));
            self.facts.draws.push(draw.clone());
            self.replan(&Edit::Draw(None, Some(&draw)));
        }
    }
}

fn office(pack: usize, entries: &[Entry]) -> Office {
    let mut office = Office::new(&PACKS[pack]);
    office.settle(Scope::All);
    entries.iter().for_each(|entry| office.live(entry));
    office
}

fn asked(tasks: &BTreeMap<TaskId, Task>) -> BTreeMap<TaskId, Emission> {
    tasks.iter().filter(|(_, t)| t.asked).map(|(id, t)| (id.clone(), t.emission.clone())).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    /// Law 3: incremental is full, and both are what an empty store with the human facts gives; twice changes nothing.
    #[test]
    fn replanning_what_was_touched_is_replanning_everything(
        pack in 0..PACKS.len(), entries in prop::collection::vec(entry(), 1..14)
    ) {
        let mut office = office(pack, &entries);
        let incremental = asked(&office.tasks);
        prop_assert_eq!(office.settle(Scope::All), 0, "{}: a full plan finds something to do", PACKS[pack].id);
        office.tasks.clear();
        office.settle(Scope::All);
        prop_assert_eq!(asked(&office.tasks), incremental);
        prop_assert_eq!(office.settle(Scope::All), 0);
    }

    /// Laws 1, 2 and 9: ids are of the key alone and unique; only people end tasks; every task says why, with its clauses.
    #[test]
    fn every_task_has_one_id_a_sane_window_and_a_sentence(
        pack in 0..PACKS.len(), entries in prop::collection::vec(entry(), 1..14)
    ) {
        let office = office(pack, &entries);
        let world = World::new(&office.facts, &CALENDAR, office.today);
        let emissions = office.derive(Scope::All);
        let ids: BTreeSet<_> = emissions.iter().map(|e| &e.id).collect();
        prop_assert_eq!(ids.len(), emissions.len());
        for emission in &emissions {
            prop_assert_eq!(&emission.key.id(), &emission.id);
            prop_assert!(emission.opens <= emission.due.day, "{}", emission.because);
            prop_assert!(emission.lapses.is_none_or(|day| day > emission.opens), "{}", emission.because);
            prop_assert!(emission.because.contains("最迟"), "{}", emission.because);
            let clauses = emission.clauses.iter().all(|clause| emission.because.contains(clause));
            prop_assert!(clauses, "{}", emission.because);
            let task = Task { emission: emission.clone(), asked: true, withdrawn_because: None };
            let view = advance(task, world.acts.of(&emission.id), office.today);
            let by_person = world.acts.end(&emission.id).is_some() || emission.fulfilled.is_some();
            prop_assert!(view.state != State::Done || by_person, "{}", emission.because);
        }
    }

    /// Law 9: for every rule and client there is a task or a reason in words.
    #[test]
    fn who_is_not_on_the_list_is_told_why(
        pack in 0..PACKS.len(), entries in prop::collection::vec(entry(), 1..10)
    ) {
        let office = office(pack, &entries);
        let world = World::new(&office.facts, &CALENDAR, office.today);
        for client in &office.facts.clients {
            for answer in why_not(&world, &office.enabled, &client.id) {
                let told = answer.why.as_ref().is_some_and(|why| !why.chinese(office.today).is_empty());
                prop_assert!(told || !answer.emissions.is_empty(), "{} {}", answer.rule, client.id);
            }
        }
    }

    /// What is simulated falls due in the span, and every occurrence once.
    #[test]
    fn a_simulation_stays_in_its_span(
        pack in 0..PACKS.len(), entries in prop::collection::vec(entry(), 1..10), from in 0i64..100, length in 1i64..120
    ) {
        let office = office(pack, &entries);
        let (from, to) = (day(from), day(from + length));
        let derived = simulate(&office.facts, &office.enabled, &CALENDAR, from, to);
        prop_assert!(derived.failures.is_empty(), "{:?}", derived.failures);
        prop_assert!(derived.emissions.iter().all(|e| (from..=to).contains(&e.due.day)));
        let ids: BTreeSet<_> = derived.emissions.iter().map(|e| &e.id).collect();
        prop_assert_eq!(ids.len(), derived.emissions.len());
    }
}
