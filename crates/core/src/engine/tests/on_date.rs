//! `on_date`: festivals and fixed days.

use super::support::*;
use crate::domain::{ClassSpan, Client, Facts};
use crate::engine::Enabled;

fn greeting(more: &str) -> Enabled {
    let rule =
        "[[rule]]\nid = \"greet\"\ntitle = \"节日问候\"\nkind = \"on_date\"\nassign = \"客服\"\nverb = \"问候\"\n";
    Enabled::new(pack(&format!("{rule}{more}\n")), day("2026-01-01"))
}

fn everybody() -> Facts {
    about_c1(Vec::new())
}

#[test]
fn a_lunar_festival_opens_its_lead_before_and_is_due_on_the_day() {
    let rules = greeting("on = [\"重阳节\"]\nlead = \"1 month\"\npopulation = \"all\"");
    let asked = ask(&rules, &everybody(), "09-01");
    assert_eq!((asked[0].opens, asked[0].due.day), (day("09-18"), day("10-18")));
    assert_eq!(asked[0].because, "10-18 重阳节,自前 1 个月起须问候,最迟 10-18");
    assert_eq!(states(&rules, &everybody(), "09-17"), ["2026-10-18 waiting"]);
    assert_eq!(states(&rules, &everybody(), "09-18"), ["2026-10-18 open"]);
    assert_eq!(states(&rules, &everybody(), "10-18"), ["2026-10-18 open"]);
    assert_eq!(states(&rules, &everybody(), "10-19"), ["2026-10-18 overdue"]);
}

#[test]
fn when_the_next_day_opens_the_one_before_is_missed() {
    let rules = greeting("on = [\"12-31\", \"06-30\"]\npopulation = \"all\"");
    assert_eq!(states(&rules, &everybody(), "12-30"), ["2026-06-30 overdue", "2026-12-31 waiting"]);
    assert_eq!(states(&rules, &everybody(), "12-31"), ["2026-06-30 missed", "2026-12-31 open"]);
}

#[test]
fn only_the_class_on_that_day_is_greeted() {
    let rules = greeting("on = [\"09-10\"]\npopulation = { class = \"VIP\" }");
    let mut facts = everybody();
    let span = |from: &str, to: &str| ClassSpan { class: "VIP".to_owned(), from: Some(day(from)), to: Some(day(to)) };
    for (from, to, asked) in [("09-10", "09-10", 1), ("09-11", "09-30", 0), ("09-01", "09-09", 0)] {
        facts.clients[0].classes = vec![span(from, to)];
        assert_eq!(ask(&rules, &facts, "09-12").len(), asked, "{from} to {to}");
    }
}

#[test]
fn a_matter_of_the_population_must_have_begun_and_not_have_been_ended() {
    let rules = greeting(
        "on = [\"09-10\"]\nuntil = [\"enforcement_ended\"]\npopulation = { matter = \"court_case\", participant = \"obligor\" }",
    );
    let facts = |milestones: &[(&str, &str)], role: &str| {
        let mut case = matter("m1", "court_case", "c1", milestones);
        case.participants[0].role = role.to_owned();
        about_c1(vec![case])
    };
    let asked = |milestones: &[(&str, &str)], role: &str| ask(&rules, &facts(milestones, role), "09-12").len();
    assert_eq!(asked(&[("filed", "09-10")], "obligor"), 1);
    assert_eq!(asked(&[("filed", "09-10")], "obligee"), 0);
    assert_eq!(asked(&[("filed", "09-11")], "obligor"), 0);
    assert_eq!(asked(&[("filed", "09-01"), ("enforcement_ended", "09-10")], "obligor"), 0);
    assert_eq!(asked(&[("filed", "09-01"), ("enforcement_ended", "09-11")], "obligor"), 1);
}

#[test]
fn who_became_a_client_after_the_day_is_not_asked_for_it() {
    let rules = greeting("on = [\"09-10\"]\npopulation = \"all\"");
    let since = |on: &str| {
        let client = Client { since: Some(day(on)), ..Client::new("c1", "甲") };
        ask(&rules, &Facts { clients: vec![client], ..Facts::default() }, "09-12").len()
    };
    assert_eq!((since("09-10"), since("09-11")), (1, 0));
}

#[test]
fn a_pack_that_is_in_force_from_ever_does_not_lay_out_all_of_history() {
    let rule = "[[rule]]\nid = \"q\"\ntitle = \"q\"\nkind = \"quota\"\nneed = 1\nper = \"week\"\npopulation = \"all\"\nassign = \"客服\"\n";
    let enabled = Enabled::new(pack(rule), chrono::NaiveDate::MIN);
    let mut facts = everybody();
    facts.clients[0].since = Some(day("09-21"));
    assert_eq!(states(&enabled, &facts, "10-07")[..3], ["2026-09-27 missed", "2026-10-04 missed", "2026-10-11 open"]);
}
