//! `sample`: a draw in each period, and the follow-up of what was drawn.

use super::support::*;
use crate::calendar::WorkingCalendar;
use crate::domain::{Act, Draw, Facts, FieldValue, Replaced, Subject};
use crate::engine::{Enabled, PackVersion, Scope, State, World, advance, derive, draw_frame};
use chrono::NaiveDate;

/// One complaint of the month is drawn each week.
fn weekly(more: &str) -> Enabled {
    let rule = "[[rule]]\nid = \"spot\"\ntitle = \"抽访\"\nkind = \"sample\"\nmatter = \"complaint\"\nmilestone = \"handled\"\n\
                take = 1\nper = \"week\"\nframe = \"month\"\nassign = \"客服\"\n";
    Enabled::new(pack(&format!("{rule}{more}\n")), day("09-07"))
}

/// Complaints `m1` of `c1`, `m2` of `c2` …, handled on these days.
fn handled(days: &[&str]) -> Facts {
    let mut facts = Facts::default();
    for (index, on) in days.iter().enumerate() {
        let id = format!("c{}", index + 1);
        facts.matters.push(matter(&format!("m{}", index + 1), "complaint", &id, &[("handled", on)]));
        facts.clients.push(client(&id));
    }
    facts
}

fn draw_on(rules: &Enabled, facts: &Facts, on: &str) -> Draw {
    let calendar = WorkingCalendar::shipped();
    let world = World::new(facts, &calendar, day(on));
    draw_frame(&world, rules, "spot", day(on)).expect("a sampling rule").draw(on, day(on), None, 0)
}

fn clients_of(draw: &Draw) -> Vec<String> {
    draw.chosen().into_iter().filter_map(|unit| unit.client.as_ref().map(ToString::to_string)).collect()
}

/// `subject due state` of the rule's tasks of the week from 2026-09-07 to 09-13.
fn first_week(rules: &Enabled, facts: &Facts, today: &str) -> Vec<String> {
    let calendar = WorkingCalendar::shipped();
    let world = World::new(facts, &calendar, day(today));
    let asked = derive(&world, std::slice::from_ref(rules), Scope::All).emissions;
    let mut of_week: Vec<_> = asked.into_iter().filter(|e| e.key.anchor.starts_with("2026W37")).collect();
    of_week.sort_by(|a, b| a.key.cmp(&b.key));
    let view = |emission: crate::engine::Emission| {
        let human = world.acts.of(&emission.id);
        advance(crate::engine::Task { emission, asked: true, withdrawn_because: None }, human, day(today))
    };
    let views = of_week.into_iter().map(view);
    views.map(|v| format!("{} {} {}", v.task.emission.key.subject, v.due, v.state.code())).collect()
}

#[test]
fn before_the_draw_the_draw_is_listed_and_after_it_what_was_drawn() {
    let (rules, mut facts) = (weekly(""), handled(&["09-01"]));
    assert_eq!(first_week(&rules, &facts, "09-06"), ["office 2026-09-13 waiting"]);
    assert_eq!(first_week(&rules, &facts, "09-07"), ["office 2026-09-13 open"]);
    assert_eq!(first_week(&rules, &facts, "09-13"), ["office 2026-09-13 open"]);
    assert_eq!(first_week(&rules, &facts, "09-14"), ["office 2026-09-13 missed"]);
    facts.draws.push(draw_on(&rules, &facts, "09-08"));
    assert_eq!(first_week(&rules, &facts, "09-08"), ["client:c1 2026-09-13 open", "office 2026-09-13 done"]);
    assert_eq!(first_week(&rules, &facts, "09-13")[0], "client:c1 2026-09-13 open");
    assert_eq!(first_week(&rules, &facts, "09-14")[0], "client:c1 2026-09-13 missed");
}

#[test]
fn what_was_drawn_may_be_due_so_long_after_the_draw() {
    let (rules, mut facts) = (weekly("within = \"10 days\""), handled(&["09-01"]));
    facts.draws.push(draw_on(&rules, &facts, "09-08"));
    assert_eq!(first_week(&rules, &facts, "09-18")[0], "client:c1 2026-09-18 open");
    assert_eq!(first_week(&rules, &facts, "09-19")[0], "client:c1 2026-09-18 missed");
}

#[test]
fn a_draw_that_is_taken_back_is_asked_for_again_and_its_tasks_go() {
    let (rules, mut facts) = (weekly(""), handled(&["09-01"]));
    facts.draws.push(draw_on(&rules, &facts, "09-08"));
    let drawn = first_week(&rules, &facts, "09-09");
    facts.draws[0].voided = true;
    assert_eq!(first_week(&rules, &facts, "09-09"), ["office 2026-09-13 open"]);
    facts.draws[0].voided = false;
    assert_eq!(first_week(&rules, &facts, "09-09"), drawn, "the same tasks");
}

#[test]
fn facts_edited_later_never_change_who_is_drawn() {
    let (rules, mut facts) = (weekly("unless = \"reply_only\""), handled(&["09-01", "09-02", "09-03"]));
    facts.draws.push(draw_on(&rules, &facts, "09-08"));
    let ids = |facts: &Facts| {
        let units = ask(&rules, facts, "09-09").into_iter().filter(|e| e.key.subject != Subject::Office);
        units.map(|e| e.id).collect::<Vec<_>>()
    };
    let before = ids(&facts);
    for matter in &mut facts.matters {
        matter.fields.insert("reply_only".to_owned(), FieldValue::Bool(true));
        matter.milestones[0].on = day("2025-01-01").into();
    }
    let more = handled(&["09-01", "09-02", "09-03", "09-04", "09-05"]);
    facts.matters.extend(more.matters.into_iter().skip(3));
    facts.clients.extend(more.clients.into_iter().skip(3));
    assert_eq!((before.len(), ids(&facts)), (1, before));
}

#[test]
fn who_is_gone_or_may_not_be_contacted_is_not_asked_for_and_is_replaced_by_a_person() {
    let rules = weekly("[[except]]\nid = \"no\"\ntitle = \"涉诉的不得联系\"\nwhen = \"涉诉\"\nforbid = true\n");
    let mut facts = handled(&["09-01", "09-02"]);
    facts.draws.push(draw_on(&rules, &facts, "09-08"));
    let first = clients_of(&facts.draws[0]).remove(0);
    let tasks = |facts: &Facts| first_week(&rules, facts, "09-09").len() - 1;
    let place = facts.clients.iter().position(|c| c.id.as_str() == first).expect("the drawn client");
    let mut changed = facts.clone();
    changed.clients[place].fields.insert("涉诉".to_owned(), FieldValue::Bool(true));
    assert_eq!((tasks(&facts), tasks(&changed)), (1, 0), "forbidden");
    let mut changed = facts.clone();
    changed.clients.remove(place);
    assert_eq!(tasks(&changed), 0, "the client is gone");
    let mut changed = facts.clone();
    changed.matters[place].participants[0].client = "c9".into();
    assert_eq!(tasks(&changed), 0, "the complaint was somebody else's");
    changed.decisions.push(decided("d1", "09-09", Act::DoNotContact { client: first.as_str().into() }));
    let unit = facts.draws[0].chosen()[0].clone();
    changed.draws[0].replaced.push(Replaced { unit, reason: "登记有误".to_owned(), on: day("09-09"), by: None });
    assert_eq!(tasks(&changed), 1, "the next one");
}

#[test]
fn who_is_handed_to_another_post_is_handed_over_when_drawn_too() {
    let rules = weekly(
        "[[except]]\nid = \"vip\"\ntitle = \"重大的由经理访\"\nwhen = { severity = \"major\" }\nhand_to = \"经理\"\n",
    );
    let mut facts = handled(&["09-01"]);
    facts.matters[0].severity = Some("major".to_owned());
    facts.draws.push(draw_on(&rules, &facts, "09-08"));
    let asked = ask(&rules, &facts, "09-08").into_iter().find(|e| e.client.is_some()).expect("the drawn client");
    assert_eq!(asked.role, "经理");
}

#[test]
fn nobody_is_drawn_twice_out_of_one_ledger() {
    let (rules, mut facts) = (weekly(""), handled(&["09-01", "09-02", "09-03"]));
    let mut seen = Vec::new();
    for on in ["09-08", "09-15", "09-22"] {
        let draw = draw_on(&rules, &facts, on);
        seen.extend(clients_of(&draw));
        facts.draws.push(draw);
    }
    seen.sort();
    assert_eq!(seen, ["c1", "c2", "c3"]);
    assert_eq!(draw_on(&rules, &facts, "09-29").ranking, [], "the ledger of September is used up");
    facts.draws[1].voided = true;
    assert_eq!(draw_on(&rules, &facts, "09-29").ranking.len(), 1, "what was taken back was not drawn");
}

#[test]
fn who_was_replaced_or_corrected_is_not_drawn_again_out_of_the_ledger() {
    let rules = weekly("strata = \"department\"");
    let mut facts = handled(&["09-01", "09-02"]);
    let mut draw = draw_on(&rules, &facts, "09-08");
    let unit = draw.chosen()[0].clone();
    draw.replaced.push(Replaced { unit, reason: "搬走".to_owned(), on: day("09-09"), by: None });
    facts.draws.push(draw);
    facts.matters.iter_mut().for_each(|m| m.department = Some("工程部".to_owned()));
    assert_eq!(draw_on(&rules, &facts, "09-15").ranking, [], "one was followed up, the other could not be");
}

#[test]
fn a_week_in_two_months_is_drawn_out_of_the_month_of_the_day_of_the_draw() {
    let (rules, mut facts) = (weekly(""), handled(&["09-01", "09-30", "10-01"]));
    let stretch = |facts: &Facts, on: &str| {
        let calendar = WorkingCalendar::shipped();
        let frame = draw_frame(&World::new(facts, &calendar, day(on)), &rules, "spot", day(on)).expect("a frame");
        (frame.period, frame.stretch, frame.units.len())
    };
    assert_eq!(stretch(&facts, "09-27"), ("2026W39".to_owned(), "2026-09".to_owned(), 2));
    assert_eq!(stretch(&facts, "09-28"), ("2026W40".to_owned(), "2026-09".to_owned(), 2));
    assert_eq!(stretch(&facts, "09-30"), ("2026W40".to_owned(), "2026-09".to_owned(), 2));
    assert_eq!(stretch(&facts, "10-01"), ("2026W40".to_owned(), "2026-10".to_owned(), 1));
    // What was drawn out of September on 30 September does not bear on October's ledger, and the other way round.
    facts.draws.push(draw_on(&rules, &facts, "10-01"));
    assert_eq!(stretch(&facts, "10-05"), ("2026W41".to_owned(), "2026-10".to_owned(), 0));
    facts.draws[0] = draw_on(&rules, &handled(&["09-01", "09-30", "10-01"]), "09-30");
    assert_eq!(stretch(&facts, "10-05"), ("2026W41".to_owned(), "2026-10".to_owned(), 1));
    assert_eq!(stretch(&facts, "09-21"), ("2026W39".to_owned(), "2026-09".to_owned(), 1));
}

#[test]
fn the_stretch_before_may_be_meant() {
    let rules = weekly("previous = true");
    let facts = handled(&["07-31", "08-01", "08-31", "09-01"]);
    let units = |on: &str| draw_on(&rules, &facts, on).ranking.len();
    assert_eq!((units("08-31"), units("09-01"), units("09-30"), units("10-01")), (1, 2, 2, 1));
}

#[test]
fn follow_ups_that_were_done_may_be_drawn() {
    let complaint = "[[rule]]\nid = \"complaint\"\ntitle = \"投诉回访\"\nkind = \"after\"\nmatter = \"complaint\"\n\
                     milestone = \"handled\"\nwithin = \"3 days\"\nassign = \"客服\"\n";
    let check = "[[rule]]\nid = \"spot\"\ntitle = \"抽查\"\nkind = \"sample\"\ndone = [\"complaint\"]\ntake = 9\nper = \"month\"\n\
                 assign = \"经理\"\n";
    let rules = since_2020(&format!("{complaint}{check}"));
    let mut facts = handled(&["09-01", "09-01"]);
    let task = ask(&rules, &facts, "09-01")[0].id.clone();
    facts.records.push(reached(&task, "09-02"));
    assert_eq!(draw_on(&rules, &facts, "09-30").ranking, [], "the record does not say of which rule");
    facts.records[0].settles[0].rule = Some("t-1/complaint".to_owned());
    assert_eq!(draw_on(&rules, &facts, "09-30").ranking.len(), 1);
    assert_eq!(draw_on(&rules, &facts, "10-01").ranking, [], "another month");
    facts.records[0].voided = true;
    assert_eq!(draw_on(&rules, &facts, "09-30").ranking, []);
}

#[test]
fn duplicates_and_ended_matters_are_not_drawn() {
    let rules = weekly(
        "until = [\"closed\"]\n[[merge]]\nid = \"same\"\ntitle = \"一件\"\nmatter = \"complaint\"\nsame = [\"重复号\"]\nwithin = \"9 days\"\n",
    );
    let mut facts = handled(&["09-01", "09-02"]);
    facts.matters[1].participants[0].client = "c1".into();
    assert_eq!(draw_on(&rules, &facts, "09-08").ranking.len(), 2);
    facts.matters.iter_mut().for_each(|m| drop(m.fields.insert("重复号".to_owned(), "漏水".into())));
    assert_eq!(draw_on(&rules, &facts, "09-08").ranking.len(), 1);
    facts.matters[0].add_milestone("closed", day("09-09").into(), None);
    assert_eq!(
        (draw_on(&rules, &facts, "09-08").ranking.len(), draw_on(&rules, &facts, "09-09").ranking.len()),
        (1, 0)
    );
}

#[test]
fn a_draw_follows_the_version_that_judges_its_period() {
    let mut rules = weekly("");
    let monthly = "[[rule]]\nid = \"spot\"\ntitle = \"抽访\"\nkind = \"sample\"\nmatter = \"complaint\"\nmilestone = \"handled\"\n\
                   take = 1\nper = \"month\"\nassign = \"客服\"\n";
    rules.versions.push(PackVersion::new(day("09-16"), pack(monthly)));
    let facts = handled(&["09-01"]);
    let period = |on: &str| draw_on(&rules, &facts, on).period;
    assert_eq!((period("09-17"), period("10-01")), ("2026W38".to_owned(), "2026-10".to_owned()));
    let mut drawn = facts.clone();
    drawn.draws.push(draw_on(&rules, &facts, "09-17"));
    assert_eq!(ask(&rules, &drawn, "09-17").iter().filter(|e| e.client.is_some()).count(), 1);
}

#[test]
fn a_rule_that_is_switched_off_asks_for_no_draw_and_for_nothing_drawn_before() {
    let mut facts = handled(&["09-01"]);
    facts.draws.push(draw_on(&weekly(""), &facts, "09-08"));
    assert_eq!(ask(&weekly("enabled = false"), &facts, "09-08"), []);
}

#[test]
fn an_office_that_did_not_draw_for_weeks_owes_the_draw_of_this_week_alone() {
    let (rules, facts) = (weekly(""), handled(&["09-01"]));
    let states = states(&rules, &facts, "09-30");
    let with = |state: State| states.iter().filter(|s| s.ends_with(state.code())).count();
    assert_eq!((with(State::Missed), with(State::Open)), (3, 1));
}

#[test]
fn draws_are_asked_for_up_to_the_horizon_and_from_the_first_day_of_the_pack_on() {
    let asked = ask(&weekly(""), &handled(&["09-01"]), "09-07");
    let first: NaiveDate = asked[0].due.day;
    let last = asked.last().expect("some").opens;
    assert_eq!((first, last), (day("09-13"), day("11-30")), "90 days from 09-07 are up on 12-06");
}

#[test]
fn parameters_of_some_clients_do_not_change_the_draw() {
    let mut rules = weekly("");
    let own = std::sync::Arc::new(rules.versions[0].pack.as_ref().clone());
    let whom = crate::engine::Whom::Client("c1".into());
    rules.versions[0].variants.push(crate::engine::Variant { whom, pack: own });
    let mut facts = handled(&["09-01"]);
    facts.draws.push(draw_on(&rules, &facts, "09-08"));
    assert_eq!(first_week(&rules, &facts, "09-09").len(), 2, "who was drawn is asked for, whatever his parameters");
}

#[test]
fn the_units_of_a_step_are_matters() {
    let rules = weekly("action = \"step\"");
    let mut facts = handled(&["09-01"]);
    facts.draws.push(draw_on(&rules, &facts, "09-08"));
    assert_eq!(first_week(&rules, &facts, "09-09")[0], "matter:m1 2026-09-13 open");
}
