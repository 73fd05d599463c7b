//! What is next with a client who was not reached.

use super::book::CALENDAR;
use super::support::*;
use crate::calendar::{Moment, local_moment};
use crate::domain::{Channel, ContactWish, HourSpan, Outcome};
use crate::engine::{CallRules, ContactHours, DayPart, Human, NextCall, next_call};
use crate::policy::PolicyPack;
use chrono::{FixedOffset, Weekday};
use proptest::prelude::*;

fn china() -> FixedOffset {
    FixedOffset::east_opt(8 * 3600).expect("eight hours are an offset")
}

/// `10-09T09:30`, in 2026.
fn moment(text: &str) -> Moment {
    Moment::parse(&format!("2026-{text}")).expect("a moment")
}

fn span(from: u16, to: u16) -> HourSpan {
    HourSpan { from: from * 60, to: to * 60 }
}

/// The human side of a task of which the last of so many tries was made then.
fn tried(outcome: Outcome, at: &str, tries: u32) -> Human {
    let at = moment(at);
    let minute = at.minute.expect("a minute");
    let local = at.day.and_hms_opt(u32::from(minute) / 60, u32::from(minute) % 60, 0).expect("a time");
    let tried_ms = Some((local.and_utc().timestamp() - 8 * 3600) * 1000);
    Human { tries, tried_on: Some(at.day), outcome: Some(outcome), tried_ms, ..Human::default() }
}

fn all_day() -> ContactHours {
    ContactHours::new([], &[])
}

fn next(human: &Human, hours: &ContactHours) -> NextCall {
    next_call(human, CallRules { tries: None, hours, calendar: &CALENDAR, zone: china() }).expect("something is next")
}

fn again(human: &Human, hours: &ContactHours) -> Moment {
    match next(human, hours) {
        NextCall::Try(moment, None) => moment,
        other => panic!("another try, and not {other:?}"),
    }
}

#[test]
fn nobody_tried_or_a_person_ended_it_and_nothing_is_next() {
    let hours = all_day();
    let rules = CallRules { tries: None, hours: &hours, calendar: &CALENDAR, zone: china() };
    assert_eq!(next_call(&Human::default(), rules), None);
    let end = crate::engine::End { kind: crate::engine::EndKind::Lost, on: day("10-09"), record: None };
    let ended = Human { end: Some(end), ..tried(Outcome::NoAnswer, "10-09T09:00", 1) };
    assert_eq!(next_call(&ended, rules), None);
}

#[test]
fn who_does_not_answer_is_tried_in_another_part_of_the_day() {
    let hours = all_day();
    for (tried_at, again_at) in [
        ("10-09T09:30", "10-09T12:00"), // morning: the afternoon
        ("10-09T15:00", "10-09T18:00"), // afternoon: the evening
        ("10-09T18:30", "10-10T08:00"), // evening: the next morning
    ] {
        assert_eq!(again(&tried(Outcome::NoAnswer, tried_at, 1), &hours), moment(again_at));
    }
}

#[test]
fn another_part_of_the_day_lies_in_the_contact_hours() {
    let clinic = ContactHours::new([span(8, 11), span(14, 17)], &[]);
    assert_eq!(again(&tried(Outcome::NoAnswer, "10-09T09:00", 1), &clinic), moment("10-09T14:00"));
    assert_eq!(again(&tried(Outcome::NoAnswer, "10-09T15:00", 1), &clinic), moment("10-10T08:00"));
    let afternoons = ContactHours::new([span(14, 17)], &[]);
    let same_part = again(&tried(Outcome::NoAnswer, "10-09T15:00", 1), &afternoons);
    assert_eq!(same_part, moment("10-10T14:00"), "the hours have no other part: at least another day");
    let weekdays = ContactHours::new([span(8, 11), span(14, 17)], &[Weekday::Mon, Weekday::Fri]);
    assert_eq!(
        again(&tried(Outcome::NoAnswer, "10-09T15:00", 1), &weekdays),
        moment("10-12T08:00"),
        "10-09 is a Friday"
    );
}

#[test]
fn a_busy_line_is_tried_again_in_an_hour_or_when_hours_begin() {
    let clinic = ContactHours::new([span(8, 11), span(14, 17)], &[]);
    assert_eq!(again(&tried(Outcome::Busy, "10-09T09:10", 1), &clinic), moment("10-09T10:10"));
    assert_eq!(again(&tried(Outcome::Busy, "10-09T10:30", 1), &clinic), moment("10-09T14:00"));
    assert_eq!(again(&tried(Outcome::Busy, "10-09T16:30", 1), &clinic), moment("10-10T08:00"));
    assert_eq!(again(&tried(Outcome::Busy, "10-09T23:30", 1), &all_day()), moment("10-10T08:00"));
}

#[test]
fn a_wrong_number_has_to_be_verified_and_does_not_wait() {
    assert_eq!(next(&tried(Outcome::WrongNumber, "10-09T09:00", 1), &all_day()), NextCall::Verify);
}

#[test]
fn without_a_policy_a_refusal_or_three_tries_are_enough_to_give_up() {
    assert_eq!(next(&tried(Outcome::Refused, "10-09T09:00", 1), &all_day()), NextCall::GiveUp);
    assert_eq!(next(&tried(Outcome::NoAnswer, "10-09T09:00", 3), &all_day()), NextCall::GiveUp);
}

#[test]
fn a_promise_is_kept_to_the_minute_and_without_an_hour_when_hours_begin() {
    let asked = |minute| Human {
        again_on: Some(day("10-12")),
        again_minute: minute,
        ..tried(Outcome::CallBack, "10-09T09:00", 5)
    };
    let clinic = ContactHours::new([span(14, 17)], &[]);
    assert_eq!(again(&asked(Some(19 * 60 + 30)), &clinic), moment("10-12T19:30"), "he named the hour himself");
    assert_eq!(again(&asked(None), &clinic), moment("10-12T14:00"));
}

#[test]
fn what_was_written_down_on_a_later_day_has_no_hour() {
    let late = Human { tried_on: Some(day("10-08")), ..tried(Outcome::NoAnswer, "10-09T09:00", 1) };
    assert_eq!(again(&late, &all_day()), moment("10-09T08:00"));
}

const TRIES: &str = "[[tries]]\nid = \"t\"\nagain = \"2 days\"\nmost = 2\nthen = [\"home_visit\"]\nlost = true\n";

fn policy() -> PolicyPack {
    pack(&format!(
        "[[rule]]\nid = \"visit\"\ntitle = \"回访\"\nkind = \"after\"\nmatter = \"complaint\"\nmilestone = \"handled\"\n\
         within = \"9 days\"\nchannels = [\"phone\", \"home_visit\"]\nassign = \"客服\"\n{TRIES}"
    ))
}

fn by_policy(human: &Human, hours: &ContactHours) -> Option<NextCall> {
    let pack = policy();
    let tries = pack.rule("visit").zip(pack.tries_of("visit"));
    next_call(human, CallRules { tries, hours, calendar: &CALENDAR, zone: china() })
}

#[test]
fn the_pack_decides_the_day_the_channel_and_the_end_and_the_hours_decide_the_hour() {
    let hours = all_day();
    let after = |tries| by_policy(&tried(Outcome::NoAnswer, "10-09T09:00", tries), &hours);
    assert_eq!(after(1), Some(NextCall::Try(moment("10-11T12:00"), None)), "two days on, not in the morning again");
    assert_eq!(after(2), Some(NextCall::Try(moment("10-11T12:00"), Some(Channel::HomeVisit))));
    assert_eq!(after(3), Some(NextCall::GiveUp));
    let refused = by_policy(&tried(Outcome::Refused, "10-09T09:00", 1), &hours);
    assert_eq!(refused, Some(NextCall::Try(moment("10-11T08:00"), None)), "the pack counts it as a try");
}

#[test]
fn the_wish_of_the_client_comes_before_the_hours_of_the_pack() {
    let said = pack(
        "[[hours]]\ntitle = \"时段\"\nwindows = [[\"08:00\", \"11:00\"], [\"10:30\", \"12:00\"]]\ndays = [\"monday\"]\n",
    );
    let hours: Vec<_> = said.hours.iter().collect();
    let none = ContactWish::default();
    assert_eq!(ContactHours::of(&hours, &none).spans(), [span(8, 12)], "what overlaps is one");
    let wish = ContactWish { hours: vec![span(19, 21)], ..none };
    let hours = ContactHours::of(&hours, &wish);
    assert_eq!(hours.first_from(moment("10-12T09:00")), moment("10-12T19:00"));
    assert!(!hours.allows(moment("10-13T19:00")), "the days stay those of the pack");
}

#[test]
fn hours_without_sense_are_left_out() {
    let odd = ContactHours::new([HourSpan { from: 900, to: 600 }, HourSpan { from: 900, to: 2000 }], &[]);
    assert_eq!(odd, all_day());
}

fn outcomes() -> impl Strategy<Value = Outcome> {
    prop::sample::select(vec![Outcome::NoAnswer, Outcome::Busy, Outcome::Refused, Outcome::CallBack])
}

fn any_hours() -> impl Strategy<Value = ContactHours> {
    let spans = prop::collection::vec((0u16..1440, 1u16..600), 0..4);
    let days = prop::collection::vec(0u8..7, 0..4);
    (spans, days).prop_map(|(spans, days)| {
        let spans = spans.into_iter().map(|(from, long)| HourSpan { from, to: (from + long).min(1440) });
        let days: Vec<_> = days.into_iter().filter_map(|n| Weekday::try_from(n).ok()).collect();
        ContactHours::new(spans, &days)
    })
}

proptest! {
    #[test]
    fn the_next_try_is_never_outside_hours_never_before_the_last_and_never_in_the_part_without_an_answer(
        outcome in outcomes(), hours in any_hours(), tries in 1u32..3, minutes in 0i64..500_000, has_policy in any::<bool>(),
    ) {
        let tried_ms = 1_790_000_000_000 + minutes * 60_000;
        let last = local_moment(tried_ms, china());
        let human =
            Human { tries, tried_on: Some(last.day), outcome: Some(outcome), tried_ms: Some(tried_ms), ..Human::default() };
        let found = if has_policy { by_policy(&human, &hours) } else { Some(next(&human, &hours)) };
        let Some(NextCall::Try(again, _)) = found else { return Ok(()) };
        prop_assert!(again.minute.is_some() && hours.allows(again), "{again} outside {hours:?}");
        prop_assert!(again > last, "{again} is not after {last}");
        let part = DayPart::of(last.minute.unwrap_or(0));
        let has_other = hours.spans().iter().any(|s| DayPart::of(s.from) != part || DayPart::of(s.to - 1) != part);
        if outcome == Outcome::NoAnswer && has_other {
            prop_assert_ne!(again.minute.map(DayPart::of), Some(part));
        }
        if outcome == Outcome::NoAnswer && !has_other {
            prop_assert!(again.day > last.day);
        }
    }
}
