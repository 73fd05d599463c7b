//! The laws of DESIGN section 6, over random facts and histories.

use super::book::{Book, CALENDAR, asked_of};
use super::history::{Office, Op, PACKS, UNPOOLED, histories};
use crate::domain::{Facts, Subject, TaskId};
use crate::engine::{Enabled, EndKind, Human, Scope, State, Task, TaskView, World, advance, human_acts, why_not};
use chrono::{NaiveDate, TimeDelta};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

fn few(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, max_shrink_iters: 400, ..ProptestConfig::default() }
}

fn views(book: &Book, facts: &Facts, today: NaiveDate) -> Vec<TaskView> {
    let acts = human_acts(facts);
    book.tasks.values().map(|task| advance(task.clone(), acts.of(&task.emission.id), today)).collect()
}

fn fresh(facts: &Facts, today: NaiveDate) -> Book {
    let mut book = Book::default();
    book.replan(facts, &PACKS, today, Scope::All);
    book
}

/// Rules of which every period, or every silence, is an occurrence.
const PERIODIC: [&str; 9] =
    ["monthly", "cases", "staff", "office", "festival", "round", "silent", "own_report", "twice_a_month"];

/// Tasks that are asked for, alone.
fn asked(book: &Book) -> BTreeMap<&TaskId, &Task> {
    book.asked().map(|task| (&task.emission.id, task)).collect()
}

/// Plays a history twice, once asking again for what each edit touched, once for everything.
fn some_and_all(history: &[Op], packs: &[Enabled]) -> Result<(Office, Book), TestCaseError> {
    let (mut office, mut some, mut all) = (Office::new(), Book::default(), Book::default());
    // Whoever keeps tasks has planned everything once on the day; an edit asks again only for what it may change.
    some.replan(&office.facts, packs, office.today, Scope::All);
    for op in history {
        let before = office.today;
        let steps = office.perform(op, &some);
        if office.today == before {
            some.replan_touched(&office.facts, packs, office.today, &steps);
        } else {
            some.replan(&office.facts, packs, office.today, Scope::All);
        }
        all.replan(&office.facts, packs, office.today, Scope::All);
        prop_assert_eq!(&some, &all, "after {:?}", op);
    }
    Ok((office, some))
}

proptest! {
    #![proptest_config(few(60))]

    #[test]
    fn asking_for_what_an_edit_touched_gives_what_asking_for_everything_gives(history in histories(14)) {
        let (office, some) = some_and_all(&history, &PACKS)?;
        // Both equal a computation from an empty store plus human decisions.
        let empty = fresh(&office.facts, office.today);
        prop_assert_eq!(asked(&some), asked(&empty));
        let acts = human_acts(&office.facts);
        for view in views(&some, &office.facts, office.today).iter().filter(|v| !v.task.asked) {
            let ended = acts.end(&view.task.emission.id).filter(|end| end.kind != EndKind::Done || view.task.emission.need == 1);
            let wanted = match ended.map(|end| end.kind) {
                Some(EndKind::Done) => State::Done,
                Some(EndKind::Lost) => State::Lost,
                Some(EndKind::Waived) => State::Waived,
                None => State::Withdrawn,
            };
            prop_assert_eq!(view.state, wanted, "a person's end survives, and nothing else does");
        }
    }
}

proptest! {
    #![proptest_config(few(30))]

    #[test]
    fn the_office_s_own_work_needs_the_facts_of_the_office_alone(history in histories(14)) {
        let (office, some) = some_and_all(&history, &UNPOOLED)?;
        let mut empty = Book::default();
        empty.replan(&office.facts, &UNPOOLED, office.today, Scope::All);
        prop_assert_eq!(asked(&some), asked(&empty));
    }
}

proptest! {
    #![proptest_config(few(40))]

    #[test]
    fn reconciling_twice_changes_nothing_and_ids_are_unique(history in histories(12)) {
        let (office, mut book) = Office::after(&history);
        prop_assert_eq!(book.replan(&office.facts, &PACKS, office.today, Scope::All), 0);
        let emissions = asked_of(&office.facts, &PACKS, office.today, Scope::All).emissions;
        let ids: BTreeSet<_> = emissions.iter().map(|e| &e.id).collect();
        let keys: BTreeSet<_> = emissions.iter().map(|e| &e.key).collect();
        prop_assert_eq!((ids.len(), keys.len()), (emissions.len(), emissions.len()));
        prop_assert!(emissions.iter().all(|e| e.id == e.key.id()));
    }

    #[test]
    fn the_order_of_facts_means_nothing(history in histories(12), turns in any::<u64>()) {
        let (office, _) = Office::after(&history);
        let mut turned = office.facts.clone();
        let turn = |n: usize| if n == 0 { 0 } else { (turns as usize) % n };
        turned.staff.reverse();
        turned.clients.rotate_left(turn(office.facts.clients.len()));
        turned.matters.reverse();
        turned.records.rotate_left(turn(office.facts.records.len()));
        turned.decisions.reverse();
        turned.draws.reverse();
        turned.matters.iter_mut().for_each(|m| m.milestones.reverse());
        let of = |facts: &Facts| asked_of(facts, &PACKS, office.today, Scope::All).emissions;
        prop_assert_eq!(of(&office.facts), of(&turned));
    }

    #[test]
    fn an_office_switched_off_for_nine_days_catches_up(history in histories(10)) {
        let (office, book) = Office::after(&history);
        let (mut stepped, mut jumped) = (book.clone(), book);
        for n in 1..=9 {
            stepped.replan(&office.facts, &PACKS, office.today + TimeDelta::days(n), Scope::All);
        }
        let later = office.today + TimeDelta::days(9);
        jumped.replan(&office.facts, &PACKS, later, Scope::All);
        prop_assert_eq!(views(&stepped, &office.facts, later), views(&jumped, &office.facts, later));
        // A clock set back shows what stood there, and set right again shows the same.
        stepped.replan(&office.facts, &PACKS, office.today, Scope::All);
        stepped.replan(&office.facts, &PACKS, later, Scope::All);
        prop_assert_eq!(views(&stepped, &office.facts, later), views(&jumped, &office.facts, later));
    }

    #[test]
    fn a_mistake_made_and_undone_leaves_no_client_uncalled(history in histories(10), mistake in histories(8)) {
        let (mut office, mut book) = Office::after(&history);
        let before = asked_of(&office.facts, &PACKS, office.today, Scope::All).emissions;
        let (facts, mut steps) = (office.facts.clone(), Vec::new());
        for op in mistake.iter().filter(|op| !matches!(op, Op::Today(_))) {
            let made = office.perform(op, &book);
            book.replan_touched(&office.facts, &PACKS, office.today, &made);
            steps.extend(made);
        }
        for step in steps.into_iter().rev() {
            let step = step.undone();
            super::book::apply_to(&mut office.facts, &step);
            book.replan_touched(&office.facts, &PACKS, office.today, &[step]);
        }
        let after: Vec<_> = book.asked().map(|t| t.emission.clone()).collect();
        prop_assert_eq!(after, before, "the same ids, days and people");
        let same = views(&book, &office.facts, office.today);
        let acts = human_acts(&facts);
        for view in same.iter().filter(|v| v.task.asked) {
            prop_assert_eq!(&view.human, &acts.of(&view.task.emission.id));
        }
    }

    #[test]
    fn of_a_repetition_only_the_latest_begun_is_listed(history in histories(12), ahead in 0i64..120) {
        let (office, _) = Office::after(&history);
        let today = office.today + TimeDelta::days(ahead);
        let mut rescheduled = office.facts.clone();
        // A day that a person set is his own business; the law is about the policy's days.
        rescheduled.decisions.retain(|d| !matches!(d.act, crate::domain::Act::Reschedule { .. }));
        let book = fresh(&rescheduled, today);
        let mut listed: BTreeMap<(String, Subject, String), Vec<u32>> = BTreeMap::new();
        for view in views(&book, &rescheduled, today).iter().filter(|v| v.state.is_listed()) {
            let key = view.task.emission.key.clone();
            // What is due twice in a period is two things, and not one repeated.
            let times = if key.rule == "twice_a_month" { key.occurrence } else { 0 };
            let anchor = if PERIODIC.contains(&key.rule.as_str()) { format!("every period {times}") } else { key.anchor };
            listed.entry((key.rule, key.subject, anchor)).or_default().push(key.occurrence);
        }
        for (repetition, occurrences) in listed {
            prop_assert!(occurrences.len() == 1, "{:?}: {:?}", repetition, occurrences);
        }
    }

    #[test]
    fn only_a_person_ends_a_task(history in histories(12)) {
        let (office, _) = Office::after(&history);
        let untouched = Facts { records: Vec::new(), decisions: Vec::new(), draws: Vec::new(), ..office.facts.clone() };
        for view in views(&fresh(&untouched, office.today), &untouched, office.today) {
            let by_milestone = view.task.emission.fulfilled.is_some();
            prop_assert!(!matches!(view.state, State::Lost | State::Waived));
            prop_assert!(view.state != State::Done || by_milestone, "{:?}", view);
        }
        let mut struck = office.facts.clone();
        struck.records.iter_mut().for_each(|r| r.voided = true);
        struck.decisions.iter_mut().for_each(|d| d.voided = true);
        struck.draws.iter_mut().for_each(|d| d.voided = true);
        prop_assert_eq!(fresh(&struck, office.today), fresh(&untouched, office.today), "what is struck out never was");
    }

    #[test]
    fn a_reminder_is_missed_when_what_it_came_before_has_come(history in histories(10)) {
        let (office, book) = Office::after(&history);
        for task in book.asked().filter(|t| t.emission.key.rule == "remind") {
            let id = task.emission.matter.clone().expect("a reminder is about a matter");
            let matter = office.facts.matters.iter().find(|m| m.id == id).expect("it is there");
            let on = matter.milestones.iter().find(|m| m.id.as_str() == task.emission.key.anchor).expect("its anchor").on.day;
            let state = |day| advance(task.clone(), Human::default(), day).state;
            prop_assert_eq!(state(on), State::Missed);
            prop_assert!(state(on - TimeDelta::days(1)).is_listed());
        }
    }

    #[test]
    fn for_every_client_and_rule_there_is_an_emission_or_a_reason_in_words(history in histories(10)) {
        let (office, _) = Office::after(&history);
        let world = World::new(&office.facts, &CALENDAR, office.today);
        for client in &office.facts.clients {
            let answers = why_not(&world, &PACKS, &client.id);
            prop_assert_eq!(answers.len(), 31, "every rule but those of staff and of the office");
            for answer in answers {
                let text = answer.why.as_ref().map(|why| why.chinese(office.today)).unwrap_or_default();
                let in_words = text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
                prop_assert!(answer.emissions.is_empty() == in_words, "{}: {:?}", answer.rule, text);
            }
        }
    }
}
