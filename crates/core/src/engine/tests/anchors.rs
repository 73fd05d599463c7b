//! On what `after` hangs: any or all of several milestones, matters of the whole office, the next period; waiting and
//! holidays.

use super::support::*;
use crate::domain::{ClassSpan, Client, Facts, Matter};
use crate::engine::{Enabled, State};

fn after(keys: &str) -> Enabled {
    since_2020(&format!("[[rule]]\nid = \"r\"\ntitle = \"回访\"\nkind = \"after\"\nassign = \"客服\"\n{keys}\n"))
}

fn purchase(milestones: &[(&str, &str)]) -> Facts {
    about_c1(vec![matter("m1", "purchase", "c1", milestones)])
}

const ANY: &str = "matter = \"purchase\"\nmilestones_any = [\"delivered\", \"installed\"]\nwithin = \"3 days\"";
const ALL: &str = "matter = \"purchase\"\nmilestones_all = [\"delivered\", \"paid\"]\nwithin = \"3 days\"";

#[test]
fn of_any_the_first_counts_and_the_task_stays_the_same_whichever_it_was() {
    let rules = after(ANY);
    assert_eq!(ask(&rules, &purchase(&[("paid", "09-01")]), "09-10"), []);
    let one = only(&rules, &purchase(&[("installed", "09-05")]), "09-10");
    assert_eq!(one.due.day, day("09-08"));
    let both = only(&rules, &purchase(&[("installed", "09-05"), ("delivered", "09-02")]), "09-10");
    assert_eq!((both.id.clone(), both.due.day), (one.id, day("09-05")));
    assert!(both.because.contains("送货"), "{}", both.because);
}

#[test]
fn of_all_the_last_counts() {
    let rules = after(ALL);
    assert_eq!(ask(&rules, &purchase(&[("delivered", "09-05")]), "09-10"), []);
    let facts = purchase(&[("delivered", "09-05"), ("paid", "09-02")]);
    assert_eq!(windows(&rules, &facts, "09-10"), ["09-05 09-08"]);
    let facts = purchase(&[("delivered", "09-05"), ("paid", "09-07")]);
    assert_eq!(windows(&rules, &facts, "09-10"), ["09-07 09-10"]);
}

#[test]
fn all_and_one_of_others_are_both_wanted() {
    let rules = after(&format!("{ALL}\nmilestones_any = [\"device_accepted\", \"project_accepted\"]"));
    let mut facts = purchase(&[("delivered", "09-01"), ("paid", "09-02")]);
    assert_eq!(ask(&rules, &facts, "09-10"), []);
    facts.matters[0].add_milestone("project_accepted", day("09-04").into(), None);
    let before = only(&rules, &facts, "09-10");
    assert_eq!(before.opens, day("09-04"));
    facts.matters[0].add_milestone("device_accepted", day("09-03").into(), None);
    let earlier = only(&rules, &facts, "09-10");
    assert_eq!((earlier.id, earlier.opens), (before.id, day("09-03")), "one of them is enough");
    facts.matters[0].milestones.remove(0);
    assert_eq!(ask(&rules, &facts, "09-10"), []);
}

#[test]
fn in_the_next_week_is_from_its_monday_to_its_sunday() {
    let rules = after("matter = \"purchase\"\nmilestone = \"delivered\"\nin_next = \"week\"");
    for (on, wanted) in [("09-06", "09-07 09-13"), ("09-07", "09-14 09-20"), ("09-13", "09-14 09-20")] {
        assert_eq!(windows(&rules, &purchase(&[("delivered", on)]), "09-13"), [wanted], "{on}");
    }
    let facts = purchase(&[("delivered", "09-07")]);
    for (today, wanted) in
        [("09-13", State::Waiting), ("09-14", State::Open), ("09-20", State::Open), ("09-21", State::Overdue)]
    {
        assert_eq!(state(&rules, &facts, today), wanted, "{today}");
    }
    let said = only(&rules, &facts, "09-14").because;
    assert_eq!(said, "购买 于 09-07 送货,须在2026年第38周内回访,最迟 09-20");
}

#[test]
fn a_due_day_off_moves_to_the_next_working_day_only_where_the_rule_says_so() {
    let within = "matter = \"purchase\"\nmilestone = \"delivered\"\nwithin = \"3 days\"";
    let facts = purchase(&[("delivered", "09-30")]);
    assert_eq!(windows(&after(within), &facts, "09-30"), ["09-30 10-03"]);
    let shifted = after(&format!("{within}\nshift = true\nlapse = \"1 day\""));
    assert_eq!(windows(&shifted, &facts, "09-30"), ["09-30 10-08"]);
    for (today, wanted) in [("10-08", State::Open), ("10-09", State::Overdue), ("10-10", State::Missed)] {
        assert_eq!(state(&shifted, &facts, today), wanted, "{today}");
    }
    let since = Enabled { effective_from: day("10-08"), ..shifted };
    assert_eq!(ask(&since, &facts, "10-08").len(), 1, "the day on which it falls due is the moved one");
}

#[test]
fn a_series_goes_on_from_the_moved_day() {
    let series = |shift: bool| {
        since_2020(&format!(
            "[[rule]]\nid = \"s\"\ntitle = \"跟进\"\nkind = \"series\"\nmatter = \"inquiry\"\nmilestone = \"called_in\"\n\
             steps = [\"3 days\", \"5 days\"]\nassign = \"客服\"\nshift = {shift}\n"
        ))
    };
    let facts = about_c1(vec![matter("m1", "inquiry", "c1", &[("called_in", "09-30")])]);
    assert_eq!(windows(&series(false), &facts, "09-30"), ["09-30 10-03", "10-04 10-05"]);
    assert_eq!(windows(&series(true), &facts, "09-30"), ["09-30 10-08", "10-09 10-09"]);
}

fn for_all(audience: &str) -> Enabled {
    after(&format!("matter = \"site_node\"\nmilestone = \"handed_over\"\naudience = {audience}\nwithin = \"1 week\""))
}

/// A matter of the whole office: topped out in January, handed over in September.
fn node() -> Matter {
    let mut node = Matter::new("n1", "site_node");
    node.add_milestone("topped_out", day("01-10").into(), None);
    node.add_milestone("handed_over", day("09-01").into(), None);
    node
}

fn clients(since: &[(&str, Option<&str>)]) -> Facts {
    let clients = since.iter().map(|(id, since)| Client { since: since.map(day), ..client(id) });
    Facts { clients: clients.collect(), matters: vec![node()], ..Facts::default() }
}

fn asked_of(rules: &Enabled, facts: &Facts) -> Vec<String> {
    let mut asked: Vec<_> = ask(rules, facts, "09-05").into_iter().map(|e| e.key.subject.to_string()).collect();
    asked.sort();
    asked
}

#[test]
fn a_matter_of_the_whole_office_concerns_each_who_is_a_client_on_the_day_of_the_milestone() {
    let facts = clients(&[("c1", None), ("c2", Some("09-01")), ("c3", Some("09-02")), ("c4", Some("05-01"))]);
    assert_eq!(asked_of(&for_all("\"all\""), &facts), ["client:c1", "client:c2", "client:c4"]);
    let mut of_two = facts.clone();
    of_two.matters[0] = matter("n1", "site_node", "c3", &[("handed_over", "09-01")]);
    assert_eq!(asked_of(&for_all("\"all\""), &of_two), ["client:c3"], "with participants it concerns them alone");
    assert_eq!(
        asked_of(&after("matter = \"site_node\"\nmilestone = \"handed_over\"\nwithin = \"1 week\""), &facts),
        [""; 0]
    );
}

#[test]
fn an_audience_of_a_class_is_judged_on_the_day_of_the_milestone() {
    let mut facts = clients(&[("c1", None), ("c2", None), ("c3", None)]);
    let span = |from: &str, to: &str| ClassSpan { class: "A1".to_owned(), from: Some(day(from)), to: Some(day(to)) };
    facts.clients[0].classes = vec![span("09-01", "09-01")];
    facts.clients[1].classes = vec![span("01-01", "08-31")];
    assert_eq!(asked_of(&for_all("{ class = \"A1\" }"), &facts), ["client:c1"]);
}

#[test]
fn before_another_rule_is_before_the_day_on_which_that_falls_due() {
    let check = |shift: bool| {
        since_2020(&format!(
            "[[rule]]\nid = \"check\"\ntitle = \"核实\"\nkind = \"before\"\nrule = \"visit\"\nlead = \"2 days\"\nassign = \"客服\"\n\
             [[rule]]\nid = \"visit\"\ntitle = \"回访\"\nkind = \"after\"\nmatter = \"policy\"\nmilestone = \"issued\"\n\
             within = \"10 days\"\nassign = \"客服\"\nshift = {shift}\n"
        ))
    };
    let facts = |on: &str| about_c1(vec![matter("m1", "policy", "c1", &[("issued", on)])]);
    assert_eq!(windows(&check(false), &facts("09-01"), "09-01"), ["09-01 09-09", "09-01 09-11"]);
    assert_eq!(windows(&check(false), &facts("09-25"), "09-25"), ["09-25 10-03", "09-25 10-05"]);
    assert_eq!(windows(&check(true), &facts("09-25"), "09-25"), ["09-25 10-06", "09-25 10-08"], "10-05 is a day off");
    let first = ask(&check(false), &facts("09-01"), "09-01").remove(0);
    assert_eq!((first.key.rule.as_str(), first.latest), ("check", Some(day("09-11"))));
}

#[test]
fn before_another_rule_is_never_due_before_the_anchor() {
    let rules = since_2020(
        "[[rule]]\nid = \"check\"\ntitle = \"核实\"\nkind = \"before\"\nrule = \"visit\"\nlead = \"5 days\"\nassign = \"客服\"\n\
         [[rule]]\nid = \"visit\"\ntitle = \"回访\"\nkind = \"after\"\nmatter = \"policy\"\nmilestone = \"issued\"\n\
         within = \"2 days\"\nassign = \"客服\"\n",
    );
    let facts = about_c1(vec![matter("m1", "policy", "c1", &[("issued", "09-10")])]);
    assert_eq!(windows(&rules, &facts, "09-10"), ["09-10 09-10", "09-10 09-12"]);
}

fn waiting() -> Enabled {
    after(
        "matter = \"complaint\"\nmilestone = \"received\"\nwithin = \"3 days\"\nlapse = \"2 days\"\n\
         waits_for = { matter = \"problem\", milestone = \"closed\" }",
    )
}

fn complaint_and_problem(received: &str, problem: &[(&str, &str)]) -> Facts {
    let mut facts = about_c1(vec![matter("m1", "complaint", "c1", &[("received", received)])]);
    facts.matters.push(matter("p1", "problem", "c1", problem));
    facts
}

#[test]
fn what_waits_is_asked_for_when_the_other_matter_is_over_and_is_due_no_sooner() {
    let facts = complaint_and_problem("09-05", &[("raised", "09-01")]);
    assert_eq!(ask(&waiting(), &facts, "09-10"), []);
    let over = complaint_and_problem("09-05", &[("raised", "09-01"), ("closed", "09-20")]);
    assert_eq!(windows(&waiting(), &over, "09-20"), ["09-20 09-20"]);
    for (today, wanted) in [("09-20", State::Open), ("09-21", State::Missed)] {
        assert_eq!(state(&waiting(), &over, today), wanted, "{today}");
    }
    let in_time = complaint_and_problem("09-05", &[("raised", "09-01"), ("closed", "09-06")]);
    assert_eq!(windows(&waiting(), &in_time, "09-20"), ["09-06 09-08"]);
}

#[test]
fn a_matter_that_began_on_the_day_is_waited_for_and_one_that_began_later_is_not() {
    assert_eq!(ask(&waiting(), &complaint_and_problem("09-05", &[("raised", "09-05")]), "09-05"), []);
    assert_eq!(ask(&waiting(), &complaint_and_problem("09-05", &[("raised", "09-06")]), "09-06").len(), 1);
    let before = complaint_and_problem("09-05", &[("raised", "09-01"), ("closed", "09-04")]);
    assert_eq!(windows(&waiting(), &before, "09-05"), ["09-05 09-08"]);
}

#[test]
fn a_matter_of_the_whole_office_is_waited_for_by_everybody_and_one_of_others_by_nobody() {
    let mut facts = complaint_and_problem("09-05", &[("raised", "09-01")]);
    facts.matters[1].participants.clear();
    assert_eq!(ask(&waiting(), &facts, "09-05"), []);
    facts.matters[1].participants.push(crate::domain::Participant::subject("c2".into()));
    assert_eq!(ask(&waiting(), &facts, "09-05").len(), 1);
}

#[test]
fn what_fell_due_before_the_pack_but_waited_into_it_is_asked_for() {
    let since = Enabled { effective_from: day("09-15"), ..waiting() };
    let over = complaint_and_problem("09-05", &[("raised", "09-01"), ("closed", "09-20")]);
    assert_eq!(
        (ask(&since, &over, "09-20").len(), windows(&since, &over, "09-20")),
        (1, vec!["09-20 09-20".to_owned()])
    );
}

#[test]
fn a_period_that_passed_while_waiting_is_not_made_up_for() {
    let round = since_2020(
        "[[rule]]\nid = \"q\"\ntitle = \"问卷\"\nkind = \"quota\"\nneed = 1\nper = \"month\"\npopulation = \"all\"\n\
         waits_for = { matter = \"problem\", milestone = \"closed\" }\nassign = \"客服\"\n",
    );
    let round = Enabled { effective_from: day("08-01"), ..round };
    let problem = |milestones: &[(&str, &str)]| about_c1(vec![matter("p1", "problem", "c1", milestones)]);
    let months = |facts: &Facts| {
        let asked = ask(&round, facts, "09-20").into_iter().filter(|e| e.due.day <= day("10-31"));
        asked.map(|e| format!("{} {}", e.key.anchor, e.opens)).collect::<Vec<_>>()
    };
    assert_eq!(months(&problem(&[("raised", "07-20")])), Vec::<String>::new());
    let over = problem(&[("raised", "07-20"), ("closed", "09-15")]);
    assert_eq!(months(&over), ["2026-09 2026-09-15", "2026-10 2026-10-01"], "August passed while it waited");
}
