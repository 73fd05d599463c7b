//! What is next with a client who was not reached: when to try again and how, when somebody has to find another number,
//! when he may be given up. It follows from what was tried, from the pack's `[[tries]]` and from the contact hours, and from
//! nothing else: computed again it is the same.

use super::hours::{ContactHours, DayPart};
use super::state::Human;
use super::tries::{NextTry, next_try};
use crate::calendar::{Moment, WorkingCalendar, local_moment};
use crate::domain::{Channel, Outcome};
use crate::policy::{Rule, Tries};
use chrono::{FixedOffset, NaiveDate};

/// Where no pack says how often to try, a client who did not answer so many times may be given up.
pub const USUAL_TRIES: u32 = 3;

/// A busy line is tried again after so many minutes.
const BUSY_MINUTES: u16 = 60;

/// What is next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NextCall {
    /// From this moment on, by this channel (`None`: as before).
    Try(Moment, Option<Channel>),
    /// The number is not the client's: another one is needed.
    Verify,
    /// All tries and channels are used up, or the client does not want it: he may be given up as lost.
    GiveUp,
}

/// By what the next call is set.
#[derive(Debug, Clone, Copy)]
pub struct CallRules<'a> {
    /// The rule of the task with its pack's `[[tries]]`, where the pack has them.
    pub tries: Option<(&'a Rule, &'a Tries)>,
    /// When the client may be contacted.
    pub hours: &'a ContactHours,
    /// Working days.
    pub calendar: &'a WorkingCalendar,
    /// The office's zone, in which parts of the day are told.
    pub zone: FixedOffset,
}

/// What is next after the tries so far; `None`: nobody tried, or a person ended the task.
///
/// The hour for which the client asked is kept to the minute. Every other moment lies in the contact hours and after the
/// last try; after no answer in another part of the day, where the hours have one.
pub fn next_call(human: &Human, rules: CallRules<'_>) -> Option<NextCall> {
    let (outcome, tried_on) = (human.outcome?, human.tried_on?);
    if human.end.is_some() {
        return None;
    }
    if let Some(day) = human.again_on {
        return Some(NextCall::Try(promised(day, human.again_minute, rules.hours), None));
    }
    if outcome == Outcome::WrongNumber {
        return Some(NextCall::Verify);
    }
    let minute = human.tried_ms.map(|ms| local_moment(ms, rules.zone)).filter(|at| at.day == tried_on);
    let last = Last { outcome, on: tried_on, minute: minute.and_then(|at| at.minute) };
    Some(match rules.tries {
        Some((rule, tries)) => match next_try(Some(tries), rule, human, rules.calendar)? {
            NextTry::GiveUp => NextCall::GiveUp,
            NextTry::On(day, channel) => NextCall::Try(last.again_from(day, rules.hours), channel),
        },
        None if outcome == Outcome::Refused || human.tries >= USUAL_TRIES => NextCall::GiveUp,
        None => NextCall::Try(last.again_from(tried_on, rules.hours), None),
    })
}

/// The last try.
struct Last {
    outcome: Outcome,
    on: NaiveDate,
    /// Not known of what was written down on a later day.
    minute: Option<u16>,
}

impl Last {
    /// When to try again, not before that day.
    fn again_from(&self, day: NaiveDate, hours: &ContactHours) -> Moment {
        let from = self.earliest(day);
        let part = self.minute.filter(|_| self.outcome == Outcome::NoAnswer).map(DayPart::of);
        // Where the hours lie in one part of the day, another day is all that can be had.
        let other_day = || hours.first_from(from.max(next_day(self.on).into()));
        match part {
            Some(part) => hours.first_outside(part, from).unwrap_or_else(other_day),
            None => hours.first_from(from),
        }
    }

    /// The first moment on or after that day that lies after the last try.
    fn earliest(&self, day: NaiveDate) -> Moment {
        if day > self.on {
            return day.into();
        }
        let pause = if self.outcome == Outcome::Busy { BUSY_MINUTES } else { 1 };
        match self.minute.map(|minute| minute + pause) {
            Some(minute) if minute < 1440 => Moment::at(self.on, minute),
            _ => next_day(self.on).into(),
        }
    }
}

/// The hour for which the client asked; on a day without an hour, when contact hours begin.
fn promised(day: NaiveDate, minute: Option<u16>, hours: &ContactHours) -> Moment {
    let opening = || hours.spans().first().map_or(0, |span| span.from);
    Moment::at(day, minute.unwrap_or_else(opening))
}

fn next_day(day: NaiveDate) -> NaiveDate {
    day.succ_opt().unwrap_or(day)
}
