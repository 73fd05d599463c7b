//! Which occurrences are in which figure (DESIGN 7).

use crate::builders::{day, done_on, due, full_quarter, report, satisfied};
use huifang_report::{Counts, FigureKind, Occurrence, Ratio, State};

fn counts(occurrences: Vec<Occurrence>) -> Counts {
    report(occurrences).counts
}

#[test]
fn the_first_and_the_last_day_of_the_period_are_in_it_and_their_neighbours_are_not() {
    let days = ["2026-06-30", "2026-07-01", "2026-09-30", "2026-10-01"];
    let report = report(days.map(|on| due(on, State::Done)).to_vec());
    let kept: Vec<_> = report.ledger.iter().map(|occurrence| occurrence.due.to_string()).collect();
    assert_eq!(kept, ["2026-07-01", "2026-09-30"]);
    assert_eq!(report.counts.due, 2);
}

#[test]
fn missed_lost_overdue_and_pending_are_in_the_denominator() {
    let states = [State::Done, State::Lost, State::Missed, State::Overdue, State::Open, State::Waiting];
    let counts = counts(states.map(|state| due("2026-08-03", state)).to_vec());
    assert_eq!((counts.due, counts.done, counts.lost, counts.missed), (6, 1, 1, 1));
    assert_eq!((counts.overdue, counts.pending), (1, 2));
    assert_eq!(counts.coverage(), Ratio { numerator: 1, denominator: 6 });
}

#[test]
fn an_approved_waiver_leaves_the_denominator_and_is_counted_apart() {
    let counts = counts(vec![due("2026-08-03", State::Done), due("2026-08-04", State::Waived)]);
    assert_eq!((counts.due, counts.done, counts.waived), (1, 1, 1));
    assert_eq!(counts.coverage().text(), "100.0%");
}

#[test]
fn what_the_corrected_facts_no_longer_ask_for_counts_nowhere() {
    assert_eq!(counts(vec![due("2026-08-03", State::Withdrawn)]), Counts::default());
}

#[test]
fn a_step_never_counts_whatever_became_of_it() {
    for state in State::ALL {
        let step = Occurrence { counts: false, satisfied: Some(true), ..due("2026-08-03", state) };
        assert_eq!(counts(vec![step]), Counts::default(), "a step that is {}", state.code());
    }
}

#[test]
fn settled_without_reaching_anybody_is_due_but_not_done() {
    let counts = counts(vec![Occurrence { reached: false, ..due("2026-08-03", State::Done) }]);
    assert_eq!((counts.due, counts.done, counts.unreached, counts.on_time), (1, 0, 1, 0));
}

#[test]
fn on_time_is_done_no_later_than_the_due_day() {
    let early = done_on("2026-08-03", "2026-07-30");
    let on_the_day = done_on("2026-08-03", "2026-08-03");
    let late = done_on("2026-08-03", "2026-08-04");
    let nobody_knows = Occurrence { done_on: None, ..due("2026-08-03", State::Done) };
    assert_eq!([&early, &on_the_day, &late, &nobody_knows].map(|o| o.on_time()), [true, true, false, false].map(Some));
    assert_eq!(due("2026-08-03", State::Overdue).on_time(), None, "what was not reached is neither");
    let counts = counts(vec![early, on_the_day, late, nobody_knows]);
    assert_eq!(counts.on_time_rate(), Ratio { numerator: 2, denominator: 4 });
}

#[test]
fn satisfaction_is_a_share_of_those_who_were_reached_and_asked() {
    let not_asked = due("2026-08-03", State::Done);
    let not_reached = Occurrence { reached: false, ..satisfied("2026-08-03", true) };
    let asked = [satisfied("2026-08-03", true), satisfied("2026-08-04", true), satisfied("2026-08-05", false)];
    let counts = counts([asked.to_vec(), vec![not_asked, not_reached]].concat());
    assert_eq!(counts.satisfaction_rate(), Ratio { numerator: 2, denominator: 3 });
}

#[test]
fn nothing_out_of_nothing_is_neither_nothing_nor_everything() {
    let report = report(Vec::new());
    for kind in [FigureKind::Coverage, FigureKind::OnTimeRate, FigureKind::SatisfactionRate] {
        let figure = report.figure(kind);
        assert_eq!((figure.numerator, figure.denominator), (0, Some(0)));
        assert_eq!(figure.text(), "—");
        assert_eq!(figure.ratio().and_then(Ratio::share), None);
    }
    assert_eq!(report.figure(FigureKind::DueCount).text(), "0");
}

#[test]
fn every_figure_opens_the_list_that_it_counts() {
    let report = full_quarter();
    for figure in report.figures() {
        let expected = figure.denominator.unwrap_or(figure.numerator);
        assert_eq!(report.list(figure.kind).count() as u32, expected, "{}", figure.kind.id());
        assert!(expected > 0, "the example has none of {}, so it shows nothing", figure.kind.id());
        assert_eq!(FigureKind::parse(figure.kind.id()), Some(figure.kind));
    }
}

#[test]
fn what_was_due_came_to_exactly_one_thing() {
    let counts = full_quarter().counts;
    let parts =
        [counts.done, counts.lost, counts.missed, counts.overdue, counts.paused, counts.pending, counts.unreached];
    assert_eq!(parts.iter().sum::<u32>(), counts.due);
    assert!(parts.iter().all(|part| *part > 0), "the example should have some of each: {counts:?}");
}

#[test]
fn the_order_of_what_comes_in_does_not_matter() {
    let report = full_quarter();
    let mut reversed = report.ledger.clone();
    reversed.reverse();
    let again =
        huifang_report::Quarterly::compute(report.period.clone(), day("2026-09-20"), reversed, report.targets.clone());
    assert_eq!(again, report);
}
