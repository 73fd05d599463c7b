//! `simulate`: the load to come, as if each task were done on its due day.

use super::book::CALENDAR;
use super::support::*;
use crate::engine::{Enabled, simulate};

const RULES: &str = r#"
[[rule]]
id = "steps"
title = "跟进"
kind = "series"
matter = "inquiry"
milestone = "called_in"
base = "previous_done"
steps = ["3 days", "3 days"]
repeat = { every = "1 week" }
assign = "咨询员"

[[rule]]
id = "weekly"
title = "每周"
kind = "quota"
need = 2
per = "week"
population = "all"
assign = "客服"
"#;

fn due(from: &str, to: &str) -> Vec<String> {
    let packs = [Enabled::new(pack(RULES), day("2026-01-01"))];
    let facts = about_c1(vec![matter("m1", "inquiry", "c1", &[("called_in", "09-01")])]);
    let derived = simulate(&facts, &packs, &CALENDAR, day(from), day(to));
    let mut due: Vec<_> = derived.emissions.iter().map(|e| format!("{} {}", e.due.day, e.key.rule)).collect();
    due.sort();
    due
}

#[test]
fn each_step_follows_the_one_before_as_if_it_had_been_done_when_due() {
    let steps: Vec<_> = due("09-01", "09-21").into_iter().filter(|d| d.ends_with("steps")).collect();
    assert_eq!(steps, ["2026-09-04 steps", "2026-09-07 steps", "2026-09-14 steps", "2026-09-21 steps"]);
}

#[test]
fn only_what_falls_due_between_the_days_both_included_is_told() {
    assert_eq!(due("09-13", "09-20"), ["2026-09-13 weekly", "2026-09-14 steps", "2026-09-20 weekly"]);
    assert_eq!(due("09-15", "09-19"), Vec::<String>::new());
}
