//! `silence`: nothing happened for so long.

use super::support::*;
use crate::domain::{Act, ClassSpan, Facts};
use crate::engine::{Enabled, State};

/// More than a week without an order: within three days.
fn rules(more: &str) -> Enabled {
    let rule = "[[rule]]\nid = \"quiet\"\ntitle = \"久未下单\"\nkind = \"silence\"\nmatter = \"purchase\"\nmilestone = \"ordered\"\n\
                over = \"1 week\"\ngrace = \"3 days\"\nassign = \"客服\"\n";
    since_2020(&format!("{rule}{more}\n"))
}

fn ordered(days: &[&str]) -> Facts {
    let orders = days.iter().enumerate();
    about_c1(orders.map(|(n, on)| matter(&format!("m{n}"), "purchase", "c1", &[("ordered", on)])).collect())
}

#[test]
fn the_window_opens_on_the_first_day_beyond_the_time() {
    let (rules, facts) = (rules(""), ordered(&["09-01"]));
    assert_eq!(windows(&rules, &facts, "09-01"), ["09-09 09-12"]);
    for (today, wanted) in
        [("09-08", State::Waiting), ("09-09", State::Open), ("09-12", State::Open), ("09-13", State::Overdue)]
    {
        assert_eq!(state(&rules, &facts, today), wanted, "{today}");
    }
}

#[test]
fn a_sign_of_life_before_the_window_ends_the_silence_and_one_after_it_leaves_it_missed() {
    let rules = rules("");
    assert_eq!(windows(&rules, &ordered(&["09-01", "09-08"]), "09-08"), ["09-16 09-19"]);
    assert_eq!(windows(&rules, &ordered(&["09-01", "09-09"]), "09-09"), ["09-17 09-20"]);
    let later = ordered(&["09-01", "09-10"]);
    assert_eq!(windows(&rules, &later, "09-10"), ["09-09 09-12", "09-18 09-21"]);
    assert_eq!(states(&rules, &later, "09-09")[0], "2026-09-12 open");
    assert_eq!(states(&rules, &later, "09-10")[0], "2026-09-12 missed");
}

#[test]
fn a_silence_that_goes_on_is_asked_about_again() {
    let (rules, facts) = (rules("every = \"2 weeks\""), ordered(&["09-01"]));
    assert_eq!(windows(&rules, &facts, "09-01")[..3], ["09-09 09-12", "09-23 09-26", "10-07 10-10"]);
    let on = |today: &str| states(&rules, &facts, today)[..2].to_vec();
    assert_eq!(on("09-22"), ["2026-09-12 overdue", "2026-09-26 waiting"]);
    assert_eq!(on("09-23"), ["2026-09-12 missed", "2026-09-26 open"]);
}

#[test]
fn the_next_time_never_begins_before_the_one_before_is_over() {
    let rules = rules("every = \"2 days\"");
    assert_eq!(windows(&rules, &ordered(&["09-01"]), "09-01")[..3], ["09-09 09-12", "09-13 09-16", "09-17 09-20"]);
}

#[test]
fn an_order_that_was_entered_wrongly_and_is_taken_back_asks_for_the_same_task_again() {
    let (rules, mut facts) = (rules(""), ordered(&["09-01", "09-05"]));
    let before = only(&rules, &ordered(&["09-01"]), "09-09");
    assert_eq!(windows(&rules, &facts, "09-09"), ["09-13 09-16"]);
    facts.matters.remove(1);
    assert_eq!(only(&rules, &facts, "09-09"), before);
    facts.matters[0].milestones[0].on = day("09-02").into();
    let moved = only(&rules, &facts, "09-09");
    assert_eq!((moved.id, moved.opens), (before.id, day("09-10")));
}

#[test]
fn two_orders_of_one_day_begin_one_silence() {
    assert_eq!(windows(&rules(""), &ordered(&["09-01", "09-01"]), "09-01"), ["09-09 09-12"]);
}

#[test]
fn a_duplicate_is_no_sign_of_life() {
    let merge =
        "[[merge]]\nid = \"m\"\ntitle = \"一件\"\nmatter = \"purchase\"\nsame = [\"重复号\"]\nwithin = \"1 week\"";
    let mut facts = ordered(&["09-01", "09-04"]);
    facts.matters.iter_mut().for_each(|m| drop(m.fields.insert("重复号".to_owned(), "净水器".into())));
    assert_eq!(windows(&rules(merge), &facts, "09-04"), ["09-09 09-12"]);
}

#[test]
fn who_never_ordered_or_is_not_meant_is_left_alone() {
    assert_eq!(ask(&rules(""), &ordered(&[]), "09-30"), []);
    let vip = rules("population = { class = \"VIP\" }");
    let mut facts = ordered(&["09-01"]);
    assert_eq!(ask(&vip, &facts, "09-09"), []);
    let span = ClassSpan { class: "VIP".to_owned(), from: Some(day("09-01")), to: Some(day("09-01")) };
    facts.clients[0].classes = vec![span];
    assert_eq!(windows(&vip, &facts, "09-09"), ["09-09 09-12"], "it is judged on the day of the last order");
}

#[test]
fn it_is_asked_for_from_the_day_of_the_pack_on_and_up_to_the_horizon() {
    let facts = ordered(&["09-01"]);
    let since = |day_of: &str| Enabled { effective_from: day(day_of), ..rules("") };
    assert_eq!((ask(&since("09-12"), &facts, "09-20").len(), ask(&since("09-13"), &facts, "09-20").len()), (1, 0));
    assert_eq!((ask(&rules(""), &facts, "06-11").len(), ask(&rules(""), &facts, "06-10").len()), (1, 0));
}

#[test]
fn a_stop_a_pause_and_a_wish_not_to_be_called_end_it() {
    let rules = rules("until = [\"paid\"]");
    let mut facts = ordered(&["09-01"]);
    facts.matters[0].add_milestone("paid", day("09-12").into(), None);
    assert_eq!(ask(&rules, &facts, "09-12"), []);
    facts.matters[0].milestones[1].on = day("09-13").into();
    assert_eq!(ask(&rules, &facts, "09-13").len(), 1, "it was due the day before");
    facts.decisions.push(decided("d1", "09-10", Act::DoNotContact { client: "c1".into() }));
    assert_eq!(ask(&rules, &facts, "09-13"), []);
}

#[test]
fn a_silence_of_years_is_still_followed() {
    let mut rules = rules("every = \"1 day\"\n").versions.remove(0).pack.as_ref().clone();
    if let crate::policy::RuleKind::Silence(kind) = &mut rules.rules[0].kind {
        kind.grace.n = 0;
    }
    let enabled = Enabled::new(rules, day("2026-09-01"));
    let facts = ordered(&["2015-01-01"]);
    assert_eq!(windows(&enabled, &facts, "2026-09-01")[0], "09-01 09-01");
}

#[test]
fn after_nine_days_switched_off_the_list_is_the_same() {
    let (rules, facts) = (rules("every = \"1 week\""), ordered(&["09-01"]));
    assert_eq!(states(&rules, &facts, "09-25")[..3], ["2026-09-12 missed", "2026-09-19 missed", "2026-09-26 open"]);
}
