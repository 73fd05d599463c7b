//! A changed pack judges what is anchored after the change.

use super::support::*;
use crate::domain::Facts;
use crate::engine::{Enabled, PackVersion};
use std::sync::Arc;

fn rule(timing: &str) -> String {
    format!(
        "[[rule]]\nid = \"r\"\ntitle = \"回访\"\nkind = \"series\"\nmatter = \"purchase\"\nmilestone = \"delivered\"\nassign = \"客服\"\n{timing}\n"
    )
}

fn two_versions(before: &str, from: &str, after: &str) -> Enabled {
    let mut enabled = since_2020(&rule(before));
    enabled.versions.push(PackVersion { from: day(from), pack: Arc::new(pack(&rule(after))), variants: Vec::new() });
    enabled
}

fn delivered(days: &[&str]) -> Facts {
    let matters = days.iter().enumerate();
    about_c1(matters.map(|(i, on)| matter(&format!("m{i}"), "purchase", "c1", &[("delivered", on)])).collect())
}

#[test]
fn each_occurrence_is_judged_by_the_version_in_force_on_its_anchor_day() {
    let rules = two_versions("steps = [\"3 days\"]", "09-10", "steps = [\"5 days\"]");
    let due = |on: &str| ask(&rules, &delivered(&[on]), "09-20")[0].due.day;
    assert_eq!(due("09-09"), day("09-12"));
    assert_eq!(due("09-10"), day("09-15"));
}

#[test]
fn a_corrected_day_rejudges_the_same_task() {
    let rules = two_versions("steps = [\"3 days\"]", "09-10", "steps = [\"5 days\"]");
    let id = |on: &str| ask(&rules, &delivered(&[on]), "09-20")[0].id.clone();
    assert_eq!(id("09-09"), id("09-10"));
}

#[test]
fn a_repetition_of_the_client_is_judged_once_by_the_version_of_its_first_day() {
    let merged = |every: &str| format!("steps = [\"1 month\"]\nrepeat = {{ every = \"{every}\", per_client = true }}");
    let rules = two_versions(&merged("1 month"), "2026-05-01", &merged("2 months"));
    let asked = ask(&rules, &delivered(&["2026-03-10", "2026-05-10"]), "09-20");
    let of_client: Vec<_> = asked.iter().filter(|e| e.key.anchor == "client").map(|e| e.due.day).collect();
    assert_eq!(of_client[..2], [day("05-10"), day("06-10")]);
    assert!(of_client.windows(2).all(|w| w[0] < w[1]), "no month twice: {of_client:?}");
}
