//! Draws: stored acts that anybody can make again (law 7 of DESIGN section 6).

use super::support::*;
use crate::calendar::WorkingCalendar;
use crate::domain::{ClientId, Draw, Drawn, Facts, FieldValue, Replaced, short_hash};
use crate::engine::{DrawFrame, Enabled, World, draw_frame};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// A quarterly draw out of all clients.
fn quarterly(more: &str) -> Enabled {
    since_2020(&format!(
        "[[rule]]\nid = \"poll\"\ntitle = \"抽查\"\nkind = \"sample\"\npopulation = \"all\"\nper = \"quarter\"\n\
         assign = \"客服\"\n{more}\n"
    ))
}

/// Clients `c000` … in strata of the given sizes, `甲` the first.
fn office(sizes: &[usize]) -> Facts {
    let mut facts = Facts::default();
    for (stratum, size) in ["甲", "乙", "丙", "丁"].iter().zip(sizes) {
        for _ in 0..*size {
            let mut client = client(&format!("c{:03}", facts.clients.len()));
            client.fields.insert("等级".to_owned(), FieldValue::from(*stratum));
            facts.clients.push(client);
        }
    }
    facts
}

fn frame(rules: &Enabled, facts: &Facts, on: &str) -> DrawFrame {
    let calendar = WorkingCalendar::shipped();
    draw_frame(&World::new(facts, &calendar, day(on)), rules, "poll", day(on)).expect("a sampling rule")
}

fn drawn(frame: &DrawFrame, seed: &str, on: &str) -> Draw {
    frame.draw(seed, day(on), None, 0)
}

fn chosen(draw: &Draw) -> Vec<ClientId> {
    draw.chosen().into_iter().filter_map(|unit| unit.client.clone()).collect()
}

#[test]
fn the_same_seed_and_frame_give_the_same_ranking_and_another_seed_another() {
    let frame = frame(&quarterly("take = 5"), &office(&[40]), "09-10");
    assert_eq!(drawn(&frame, "7", "09-10"), drawn(&frame, "7", "09-10"));
    assert_ne!(drawn(&frame, "7", "09-10").ranking, drawn(&frame, "8", "09-10").ranking);
    assert_eq!((chosen(&drawn(&frame, "7", "09-10")).len(), frame.units.len()), (5, 40));
}

#[test]
fn any_other_machine_makes_the_ranking_again_from_seed_and_frame() {
    let rules = quarterly("take = 3\nstrata = \"等级\"");
    let frame = frame(&rules, &office(&[6, 5]), "09-10");
    let draw = drawn(&frame, "2026 年三季度", "09-10");
    // Written down here in full: the lot of a unit is a hash over seed and unit, and the smallest lot comes first.
    let lot = |unit: &Drawn| {
        let client = unit.client.as_ref().expect("a client").as_str();
        short_hash(&["2026 年三季度", &format!("{client}||{}", unit.stratum)])
    };
    let mut again = frame.units.clone();
    again.sort_by_key(lot);
    assert_eq!(draw.ranking, again);
    let names: Vec<_> = frame.units.iter().map(|u| format!("{}||{}", u.client.as_ref().unwrap(), u.stratum)).collect();
    assert_eq!(draw.frame_hash, short_hash(&names.iter().map(String::as_str).collect::<Vec<_>>()));
}

#[test]
fn the_order_in_which_clients_were_entered_means_nothing() {
    let (rules, facts) = (quarterly("take = 5"), office(&[40]));
    let mut turned = facts.clone();
    turned.clients.reverse();
    assert_eq!(frame(&rules, &facts, "09-10"), frame(&rules, &turned, "09-10"));
}

#[test]
fn a_percentage_is_rounded_up_and_a_number_is_at_most_all() {
    for (take, size, wanted) in [
        ("\"30%\"", 10, 3),
        ("\"30%\"", 11, 4),
        ("\"60%\"", 5, 3),
        ("\"100%\"", 7, 7),
        ("\"1%\"", 1, 1),
        ("20", 12, 12),
        ("20", 20, 20),
        ("20", 21, 20),
        ("5", 0, 0),
    ] {
        let frame = frame(&quarterly(&format!("take = {take}")), &office(&[size]), "09-10");
        assert_eq!(chosen(&drawn(&frame, "1", "09-10")).len(), wanted, "{take} of {size}");
    }
}

#[test]
fn of_each_part_as_many_are_drawn_and_of_a_small_part_all() {
    let frame = frame(&quarterly("take = 3\neach = \"等级\""), &office(&[10, 2, 3]), "09-10");
    let takes = BTreeMap::from([("甲".to_owned(), 3), ("乙".to_owned(), 2), ("丙".to_owned(), 3)]);
    assert_eq!(frame.take, takes);
    let shares = quarterly("take = \"50%\"\neach = \"等级\"");
    let halves = self::frame(&shares, &office(&[10, 3]), "09-10");
    assert_eq!(halves.take, BTreeMap::from([("甲".to_owned(), 5), ("乙".to_owned(), 2)]));
}

#[test]
fn who_has_no_such_column_is_a_part_of_its_own() {
    let mut facts = office(&[4]);
    facts.clients.extend([client("x1"), client("x2")]);
    let frame = frame(&quarterly("take = 1\neach = \"等级\""), &facts, "09-10");
    assert_eq!(frame.take, BTreeMap::from([(String::new(), 1), ("甲".to_owned(), 1)]));
}

proptest! {
    #[test]
    fn strata_are_drawn_in_proportion(sizes in prop::collection::vec(0usize..30, 1..5), n in 1u32..60) {
        let rules = quarterly(&format!("take = {n}\nstrata = \"等级\""));
        let frame = frame(&rules, &office(&sizes), "09-10");
        let whole: usize = sizes.iter().sum();
        let wanted = (n as usize).min(whole);
        prop_assert_eq!(frame.take.values().sum::<u32>() as usize, wanted, "the sum is exact");
        for (stratum, size) in ["甲", "乙", "丙", "丁"].iter().zip(&sizes).filter(|(_, size)| **size > 0) {
            let (take, share) = (f64::from(frame.take[*stratum]), (size * wanted) as f64 / whole as f64);
            prop_assert!((take - share).abs() < 1.0, "{} of {}, its share is {}", take, size, share);
            prop_assert!(take as usize <= *size);
        }
        let draw = drawn(&frame, "1", "09-10");
        for (stratum, take) in &frame.take {
            prop_assert_eq!(draw.chosen().iter().filter(|u| &u.stratum == stratum).count() as u32, *take);
        }
    }

    #[test]
    fn a_replacement_takes_the_next_rank_of_its_stratum_and_nobody_else_moves(
        sizes in prop::collection::vec(1usize..12, 1..4), n in 1u32..12, which in any::<prop::sample::Index>(), seed in any::<u8>()
    ) {
        let rules = quarterly(&format!("take = {n}\nstrata = \"等级\""));
        let mut draw = drawn(&frame(&rules, &office(&sizes), "09-10"), &seed.to_string(), "09-10");
        let before: Vec<Drawn> = draw.chosen().into_iter().cloned().collect();
        let gone = before[which.index(before.len())].clone();
        let next = draw.ranking.iter().find(|u| u.stratum == gone.stratum && !before.contains(u)).cloned();
        draw.replaced.push(Replaced { unit: gone.clone(), reason: "搬走".to_owned(), on: day("09-11"), by: None });
        let after: BTreeSet<Drawn> = draw.chosen().into_iter().cloned().collect();
        let mut wanted: BTreeSet<Drawn> = before.into_iter().filter(|u| *u != gone).collect();
        wanted.extend(next);
        prop_assert_eq!(after, wanted);
    }
}

#[test]
fn over_a_thousand_seeds_every_unit_is_drawn_equally_often() {
    let (units, take, seeds) = (24usize, 6usize, 1_000u32);
    let frame = frame(&quarterly(&format!("take = {take}")), &office(&[units]), "09-10");
    let mut counts: BTreeMap<ClientId, f64> = BTreeMap::new();
    for seed in 0..seeds {
        for client in chosen(&drawn(&frame, &seed.to_string(), "09-10")) {
            *counts.entry(client).or_default() += 1.0;
        }
    }
    let share = take as f64 / units as f64;
    let expected = f64::from(seeds) * share;
    // A draw takes nobody twice, so counts hang together: the sum of their squares over m·p·(1−p), times (N−1)/N, has the
    // distribution of chi-squared with N−1 degrees of freedom.
    let squares: f64 = counts.values().map(|count| (count - expected).powi(2)).sum();
    let statistic = squares / (expected * (1.0 - share)) * (units - 1) as f64 / units as f64;
    // 49.728: upper 0.1 % point of chi-squared with 23 degrees of freedom (NIST/SEMATECH e-Handbook of Statistical Methods,
    // 1.3.6.7.4, critical values of the chi-square distribution).
    assert!(counts.len() == units && statistic < 49.728, "{statistic}");
}

#[test]
fn the_frame_holds_who_is_a_client_in_the_population_and_may_be_contacted_on_the_day_of_the_draw() {
    let mut facts = office(&[1]);
    facts.clients[0].since = Some(day("09-10"));
    let rules = quarterly("take = 5");
    assert_eq!(frame(&rules, &facts, "09-09").units.len(), 0);
    assert_eq!(frame(&rules, &facts, "09-10").units.len(), 1);
    let stop = decided("d1", "09-12", crate::domain::Act::DoNotContact { client: "c000".into() });
    facts.decisions.push(stop);
    assert_eq!(frame(&rules, &facts, "09-11").units.len(), 1);
    assert_eq!(frame(&rules, &facts, "09-12").units.len(), 0);
    facts.decisions[0].act = crate::domain::Act::Pause { client: "c000".into(), until: Some(day("09-20")) };
    assert_eq!(frame(&rules, &facts, "09-20").units.len(), 0);
    assert_eq!(frame(&rules, &facts, "09-21").units.len(), 1);
}

#[test]
fn conditions_and_exceptions_keep_out_of_the_frame() {
    let mut facts = office(&[2, 1]);
    assert_eq!(
        frame(&quarterly("take = 5\nunless = { field = \"等级\", is = \"甲\" }"), &facts, "09-10").units.len(),
        1
    );
    let suppressed =
        "take = 5\n[[except]]\nid = \"e\"\ntitle = \"e\"\nwhen = { field = \"等级\", is = \"乙\" }\nsuppress = true";
    assert_eq!(frame(&quarterly(suppressed), &facts, "09-10").units.len(), 2);
    facts.clients.truncate(1);
    assert_eq!(frame(&quarterly("take = 5\nwhere = { field = \"等级\", is = \"乙\" }"), &facts, "09-10").units, []);
}

#[test]
fn a_rule_that_is_no_sampling_rule_has_no_frame() {
    let calendar = WorkingCalendar::shipped();
    let (facts, rules) = (office(&[1]), quarterly("take = 1"));
    assert!(draw_frame(&World::new(&facts, &calendar, day("09-10")), &rules, "other", day("09-10")).is_none());
}
