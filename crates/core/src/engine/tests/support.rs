//! Small packs and facts for tests.

use crate::calendar::WorkingCalendar;
use crate::domain::{
    Act, Channel, Client, ClientId, Decision, Facts, Matter, Outcome, Participant, Purpose, Record, Settlement, Staff,
    TaskId,
};
use crate::engine::{Emission, Enabled, Scope, State, Task, World, advance, derive};
use crate::policy::{ParamValues, PolicyPack};
use chrono::NaiveDate;
use std::cell::RefCell;

thread_local! {
    static FAILS_FOR: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Makes rules panic for one subject while `work` runs.
pub fn failing_for<T>(subject: &str, work: impl FnOnce() -> T) -> T {
    FAILS_FOR.set(Some(subject.to_owned()));
    let result = work();
    FAILS_FOR.set(None);
    result
}

/// Called by the engine in tests before a rule is asked for a subject.
pub(in crate::engine) fn fail_where_told(subject: &str) {
    if FAILS_FOR.with_borrow(|told| told.as_deref() == Some(subject)) {
        panic!("an odd client");
    }
}

/// A day written `2026-09-30`, or `09-30` for 2026.
pub fn day(text: &str) -> NaiveDate {
    let text = if text.len() == 5 { format!("2026-{text}") } else { text.to_owned() };
    NaiveDate::parse_from_str(&text, "%Y-%m-%d").expect("a day")
}

/// A pack of these rules, for the policy `t-1`.
pub fn pack(rules: &str) -> PolicyPack {
    let head = "[pack]\nlanguage = 1\nid = \"t-1\"\ntitle = \"试\"\nsector = \"property\"\ncomplete = false\n";
    match PolicyPack::parse(&format!("{head}{rules}"), &ParamValues::new()) {
        Ok(pack) => pack,
        Err(problems) => panic!("{}", problems.iter().map(|p| format!("{p}\n")).collect::<String>()),
    }
}

/// The pack in force since 2020.
pub fn since_2020(rules: &str) -> Enabled {
    Enabled::new(pack(rules), day("2020-01-01"))
}

/// A matter of one client with milestones `kind=day`.
pub fn matter(id: &str, kind: &str, client: &str, milestones: &[(&str, &str)]) -> Matter {
    let mut matter = Matter::new(id, kind);
    matter.participants.push(Participant::subject(ClientId::from(client)));
    for (kind, on) in milestones {
        matter.add_milestone(kind, day(on).into(), None);
    }
    matter
}

/// A client of whom nothing but the identifier is known.
pub fn client(id: &str) -> Client {
    Client::new(id, id)
}

/// A person of staff.
pub fn person(id: &str, role: &str) -> Staff {
    let (id, name, role) = (id.into(), id.to_owned(), role.to_owned());
    Staff { id, name, role, department: None, phone: None, areas: Vec::new(), active: true }
}

/// `09-03 09-08`: opening and due day of each emission, by due day.
pub fn windows(enabled: &Enabled, facts: &Facts, today: &str) -> Vec<String> {
    let short = |day: NaiveDate| day.format("%m-%d").to_string();
    let asked = ask(enabled, facts, today);
    asked.iter().map(|e| format!("{} {}", short(e.opens), short(e.due.day))).collect()
}

/// The only task that is asked for.
pub fn only(enabled: &Enabled, facts: &Facts, today: &str) -> Emission {
    let asked = ask(enabled, facts, today);
    let [only] = &asked[..] else { panic!("one task, not {}", asked.len()) };
    only.clone()
}

/// Facts about client `c1` alone, with these matters.
pub fn about_c1(matters: Vec<Matter>) -> Facts {
    Facts { clients: vec![Client::new("c1", "甲")], matters, ..Facts::default() }
}

/// A record of client `c1`, reached by telephone, that settles the task. Its id carries the day.
pub fn reached(task: &TaskId, on: &str) -> Record {
    Record { settles: vec![Settlement::task(task.clone())], ..called("c1", on) }
}

/// A record of a client who was reached by telephone; it settles nothing.
pub fn called(client: &str, on: &str) -> Record {
    Record {
        id: format!("r-{client}-{on}").into(),
        client: Some(client.into()),
        matter: None,
        on: day(on),
        channel: Channel::Phone,
        outcome: Outcome::Reached,
        satisfied: None,
        by: None,
        recorder: None,
        purpose: Purpose::FollowUp,
        again_on: None,
        again_minute: None,
        phone: None,
        moved_from: None,
        note: String::new(),
        settles: Vec::new(),
        voided: false,
        at_ms: 0,
    }
}

/// A decision; decisions of one day count in the order of their ids.
pub fn decided(id: &str, on: &str, act: Act) -> Decision {
    let on = day(on);
    Decision { id: id.into(), on, act, by: None, approver: None, reason: String::new(), voided: false, at_ms: 0 }
}

/// What the pack asks for on a day.
pub fn ask(enabled: &Enabled, facts: &Facts, today: &str) -> Vec<Emission> {
    ask_with(std::slice::from_ref(enabled), facts, today)
}

/// What the packs ask for on a day, by due day.
pub fn ask_with(packs: &[Enabled], facts: &Facts, today: &str) -> Vec<Emission> {
    let calendar = WorkingCalendar::shipped();
    let world = World::new(facts, &calendar, day(today));
    let derived = derive(&world, packs, Scope::All);
    assert_eq!(derived.failures, []);
    let mut emissions = derived.emissions;
    emissions.sort_by_key(|e| (e.due, e.key.clone()));
    emissions
}

/// The states of all tasks on a day, by due day: `due state`.
pub fn states(enabled: &Enabled, facts: &Facts, today: &str) -> Vec<String> {
    let calendar = WorkingCalendar::shipped();
    let world = World::new(facts, &calendar, day(today));
    let views = ask(enabled, facts, today).into_iter().map(|emission| {
        let human = world.acts.of(&emission.id);
        advance(Task { emission, asked: true, withdrawn_because: None }, human, day(today))
    });
    views.map(|view| format!("{} {}", view.due, view.state.code())).collect()
}

/// The state of the only task on a day.
pub fn state(enabled: &Enabled, facts: &Facts, today: &str) -> State {
    let states = states(enabled, facts, today);
    let [only] = &states[..] else { panic!("one task, not {states:?}") };
    State::parse(only.split_once(' ').expect("due and state").1).expect("a state")
}
