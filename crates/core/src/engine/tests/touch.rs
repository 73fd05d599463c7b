//! What an edit touches.

use super::book::{Book, Step, apply_to};
use super::support::*;
use crate::domain::{Act, Client, Facts, Participant};
use crate::engine::{Edit, Enabled, Scope, Task, Touched, tasks_named, touched};

fn series() -> Enabled {
    since_2020(
        "[[rule]]\nid = \"s\"\ntitle = \"跟进\"\nkind = \"series\"\nmatter = \"inquiry\"\nmilestone = \"called_in\"\n\
         base = \"previous_done\"\nsteps = [\"3 days\", \"3 days\"]\nassign = \"咨询员\"\n",
    )
}

fn called_in() -> Facts {
    about_c1(vec![matter("m1", "inquiry", "c1", &[("called_in", "09-01")])])
}

fn kept(facts: &Facts) -> Vec<Task> {
    let asked = ask(&series(), facts, "09-01").into_iter();
    asked.map(|emission| Task { emission, asked: true, withdrawn_because: None }).collect()
}

#[test]
fn an_edit_that_changes_nothing_touches_nothing() {
    let same = matter("m1", "inquiry", "c1", &[("called_in", "09-01")]);
    assert_eq!(touched(&[Edit::Matter(Some(&same), Some(&same))], &[]), Touched::default());
}

#[test]
fn a_matter_touches_those_who_took_part_and_those_who_do() {
    let was = matter("m1", "inquiry", "c1", &[]);
    let now = matter("m1", "inquiry", "c2", &[]);
    let touched = touched(&[Edit::Matter(Some(&was), Some(&now))], &[]);
    assert_eq!(touched.clients, ["c1", "c2"].map(Into::into).into());
    assert_eq!(touched.matters, ["m1"].map(Into::into).into());
    assert!(touched.pooled);
}

#[test]
fn a_client_touches_the_matters_that_he_leads_and_not_those_in_which_he_is_named_second() {
    let mut touched = touched(&[Edit::Client(None, Some(&Client::new("c1", "甲")))], &[]);
    let mut second = matter("m2", "inquiry", "c2", &[]);
    second.participants.push(Participant::subject("c1".into()));
    touched.widen(&[matter("m1", "inquiry", "c1", &[]), second]);
    assert_eq!(touched.matters, ["m1"].map(Into::into).into());
}

#[test]
fn a_record_that_moved_touches_both_clients() {
    let (was, now) = (called("c1", "09-01"), called("c2", "09-01"));
    let touched = touched(&[Edit::Record(Some(&was), Some(&now))], &[]);
    assert_eq!(touched.clients, ["c1", "c2"].map(Into::into).into());
}

#[test]
fn a_decision_about_a_task_touches_whom_the_task_is_about_and_no_quota() {
    let tasks = kept(&called_in());
    let waived = decided("d1", "09-02", Act::Waive { task: tasks[0].emission.id.clone() });
    let edit = [Edit::Decision(None, Some(&waived))];
    assert_eq!(tasks_named(&edit), [tasks[0].emission.id.clone()].into());
    let touched = touched(&edit, &tasks);
    assert_eq!((touched.clients, touched.pooled), (["c1"].map(Into::into).into(), false));
}

#[test]
fn a_waived_step_moves_the_next_one_in_the_same_replanning() {
    let (packs, today, mut facts, mut book) = ([series()], day("09-02"), called_in(), Book::default());
    book.replan(&facts, &packs, today, Scope::All);
    let first = ask(&packs[0], &facts, "09-02")[0].id.clone();
    let step = Step::Decision(None, Some(decided("d1", "09-02", Act::Waive { task: first })));
    apply_to(&mut facts, &step);
    book.replan_touched(&facts, &packs, today, &[step]);
    let mut due: Vec<_> = book.asked().map(|t| t.emission.due.day).collect();
    due.sort();
    assert_eq!(due, [day("09-04"), day("09-05")]);
}

/// A rule that asks only while a matter of the whole office is open; `how`: where that is said.
fn while_open(how: &str) -> Enabled {
    let open = "{ open = \"incident\", until = \"handled\" }";
    let rule = "[[rule]]\nid = \"r\"\ntitle = \"回访\"\nkind = \"after\"\nmatter = \"complaint\"\nmilestone = \"handled\"\n\
                within = \"3 days\"\nassign = \"客服\"\n";
    let more = match how {
        "where" => format!("where = {open}\n"),
        "nested" => format!("where = {{ matters = \"complaint\", within = \"9 days\", where = {open} }}\n"),
        "except" => format!(
            "[[except]]\nid = \"e\"\ntitle = \"平时不访\"\nwhen = {{ not = {open} }}\nrules = [\"r\"]\nsuppress = true\n"
        ),
        "class" => {
            format!("where = {{ class = \"受影响\" }}\n[[class]]\nid = \"受影响\"\ntitle = \"受影响\"\nwhen = {open}\n")
        }
        _ => "waits_for = { matter = \"incident\", milestone = \"handled\" }\n".to_owned(),
    };
    since_2020(&format!("{rule}{more}"))
}

#[test]
fn a_matter_of_the_whole_office_touches_everybody_wherever_a_pack_reads_it() {
    for (how, wanted) in [("where", 1), ("nested", 1), ("except", 1), ("class", 1), ("waits_for", 0)] {
        let (packs, today) = ([while_open(how)], day("09-02"));
        let (mut facts, mut book) =
            (about_c1(vec![matter("m1", "complaint", "c1", &[("handled", "09-01")])]), Book::default());
        book.replan(&facts, &packs, today, Scope::All);
        assert_eq!(book.asked().count(), 1 - wanted, "{how}: before");
        let mut incident = crate::domain::Matter::new("i1", "incident");
        incident.add_milestone("reported", day("09-01").into(), None);
        let step = Step::Matter(None, Some(incident));
        apply_to(&mut facts, &step);
        book.replan_touched(&facts, &packs, today, &[step]);
        assert_eq!(book.asked().count(), wanted, "{how}: after");
    }
}
