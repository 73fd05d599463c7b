//! `before`: reminds of what is to come.

use super::support::*;
use crate::calendar::Moment;
use crate::engine::{Enabled, State};

fn reminder(lead: &str) -> Enabled {
    since_2020(&format!(
        "[[rule]]\nid = \"remind\"\ntitle = \"提醒\"\nkind = \"before\"\nmatter = \"appointment\"\nmilestone = \"scheduled\"\n\
         lead = \"{lead}\"\nday_part = \"下午\"\nuntil = [\"cancelled\"]\nverb = \"提醒\"\nassign = \"前台\"\n"
    ))
}

#[test]
fn it_is_open_on_its_day_overdue_until_the_appointment_and_missed_on_it() {
    let rules = reminder("2 days");
    let facts = about_c1(vec![matter("m1", "appointment", "c1", &[("scheduled", "09-20")])]);
    assert_eq!(state(&rules, &facts, "09-17"), State::Waiting);
    assert_eq!(state(&rules, &facts, "09-18"), State::Open);
    assert_eq!(state(&rules, &facts, "09-19"), State::Overdue);
    assert_eq!(state(&rules, &facts, "09-20"), State::Missed);
}

#[test]
fn the_sentence_gives_the_hour_of_the_appointment() {
    let mut appointment = matter("m1", "appointment", "c1", &[("scheduled", "09-20")]);
    appointment.milestones[0].on = Moment::at(day("09-20"), 9 * 60 + 30);
    let asked = ask(&reminder("1 day"), &about_c1(vec![appointment]), "09-01");
    assert_eq!(asked[0].because, "预约 定于 09-20 09:30,须在前 1 天下午提醒,最迟 09-19");
}

#[test]
fn another_day_moves_the_same_task_and_a_cancellation_takes_it_away() {
    let rules = reminder("1 day");
    let mut appointment = matter("m1", "appointment", "c1", &[("scheduled", "09-20")]);
    let before = ask(&rules, &about_c1(vec![appointment.clone()]), "09-01");
    appointment.milestones[0].on = day("09-25").into();
    let after = ask(&rules, &about_c1(vec![appointment.clone()]), "09-01");
    assert_eq!((&before[0].id, after[0].due.day), (&after[0].id, day("09-24")));
    appointment.add_milestone("cancelled", day("09-10").into(), None);
    assert!(ask(&rules, &about_c1(vec![appointment]), "09-11").is_empty());
}

#[test]
fn a_reminder_on_the_day_itself_can_be_given_on_that_day() {
    let facts = about_c1(vec![matter("m1", "appointment", "c1", &[("scheduled", "09-20")])]);
    assert_eq!(state(&reminder("0 days"), &facts, "09-20"), State::Open);
    assert_eq!(state(&reminder("0 days"), &facts, "09-21"), State::Missed);
}

#[test]
fn working_days_are_counted_back() {
    let facts = about_c1(vec![matter("m1", "appointment", "c1", &[("scheduled", "10-08")])]);
    assert_eq!(ask(&reminder("1 working_day"), &facts, "09-20")[0].due.day, day("09-30"));
}
