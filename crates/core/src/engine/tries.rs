//! What follows when a client was not reached: when and how to try again, and when to give up.

use super::state::Human;
use crate::calendar::WorkingCalendar;
use crate::domain::Channel;
use crate::policy::{Rule, Tries};
use chrono::NaiveDate;

/// The next try.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NextTry {
    /// On this day, by this channel (`None`: as before).
    On(NaiveDate, Option<Channel>),
    /// All tries and channels are used up: the client may be given up as lost.
    GiveUp,
}

/// What follows on the tries so far; `None`: nobody tried, or the pack says nothing about it.
///
/// A day on which the client asked to be contacted comes before the policy's own.
pub fn next_try(tries: Option<&Tries>, rule: &Rule, human: &Human, calendar: &WorkingCalendar) -> Option<NextTry> {
    if human.end.is_some() || human.tries == 0 {
        return None;
    }
    if let Some(day) = human.again_on {
        return Some(NextTry::On(day, None));
    }
    let tries = tries?;
    let next = calendar.add(human.tried_on?, tries.again).value;
    let Some(over) = human.tries.checked_sub(tries.most) else { return Some(NextTry::On(next, None)) };
    let place = (over / tries.most_then) as usize;
    match tries.then.get(place) {
        Some(channel) => Some(NextTry::On(next, Some(*channel).filter(|c| rule.channels.first() != Some(c)))),
        None if tries.lost => Some(NextTry::GiveUp),
        None => Some(NextTry::On(next, tries.then.last().copied())),
    }
}
