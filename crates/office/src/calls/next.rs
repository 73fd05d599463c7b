//! When a client may be contacted, and what is next after the tries so far: the packs in force with the engine's reckoning.

use crate::office::Office;
use crate::policy::Policies;
use chrono::{FixedOffset, NaiveDate};
use huifang_core::calendar::{Moment, Now};
use huifang_core::domain::{Channel, Client, ContactWish, HourSpan, Outcome};
use huifang_core::engine::{CallRules, ContactHours, Enabled, Human, NextCall, next_call};
use huifang_core::policy::{Hours, PolicyPack, Rule, Tries, Vocabulary};

impl Policies {
    fn current(&self, pack: &str) -> Option<&PolicyPack> {
        self.enabled.iter().filter_map(Enabled::current).find(|known| known.id == pack)
    }

    /// The rule with what its pack says of further tries.
    pub(crate) fn tries_of(&self, pack: &str, rule: &str) -> Option<(&Rule, &Tries)> {
        let pack = self.current(pack)?;
        pack.rule(rule).zip(pack.tries_of(rule))
    }

    /// When the client may be contacted about a task of the pack: as he wishes, else as the pack says, else as the other
    /// packs of the office say.
    pub(crate) fn contact_hours(&self, pack: &str, client: Option<&Client>) -> ContactHours {
        let none = ContactWish::default();
        let wish = client.map_or(&none, |client| &client.wish);
        let own = said(self.current(pack));
        let said = if own.is_empty() { said(self.enabled.iter().filter_map(Enabled::current)) } else { own };
        ContactHours::of(&said, wish)
    }

    /// What is next after what people did about a task.
    pub(crate) fn next_call(
        &self,
        (pack, rule): (&str, &str),
        client: Option<&Client>,
        human: &Human,
        zone: FixedOffset,
    ) -> Option<NextCall> {
        human.outcome?;
        let hours = self.contact_hours(pack, client);
        let tries = self.tries_of(pack, rule);
        next_call(human, CallRules { tries, hours: &hours, calendar: &self.calendar, zone })
    }

    /// Until when a task waits for its next try.
    pub(crate) fn next_try(
        &self,
        of: (&str, &str),
        client: Option<&Client>,
        human: &Human,
        zone: FixedOffset,
    ) -> Option<Moment> {
        match self.next_call(of, client, human, zone) {
            Some(NextCall::Try(moment, _)) => Some(moment),
            _ => None,
        }
    }
}

/// What packs say of hours, where they say something that a clock can read.
fn said<'p>(packs: impl IntoIterator<Item = &'p PolicyPack>) -> Vec<&'p Hours> {
    let hours = packs.into_iter().flat_map(|pack| &pack.hours);
    hours.filter(|hours| !hours.windows.is_empty() || !hours.days.is_empty()).collect()
}

impl Office {
    /// The hours in which clients are contacted here, for the head of the window: `14:00–17:00`.
    pub(crate) fn hours_line(&self) -> String {
        hours_words(&self.policies.contact_hours("", None))
    }

    /// What would be next after one more try with this outcome, in words; empty: nothing to say.
    pub(crate) fn next_words_after(
        &self,
        of: (&str, &str),
        client: Option<&Client>,
        before: &Human,
        made: &MadeTry,
        now: Now,
    ) -> String {
        let again = made.again;
        let human = Human {
            end: None,
            tries: before.tries + 1,
            tried_on: Some(made.on),
            outcome: Some(made.outcome),
            tried_ms: Some(now.instant_ms),
            again_on: again.map(|moment| moment.day),
            again_minute: again.and_then(|moment| moment.minute),
            ..before.clone()
        };
        let next = self.policies.next_call(of, client, &human, now.zone);
        next.map(|next| next_words(next, human.tries, again.is_some(), now.today)).unwrap_or_default()
    }
}

/// A try that did not reach the client.
pub(crate) struct MadeTry {
    /// What came of it.
    pub outcome: Outcome,
    /// Civil day of the contact.
    pub on: NaiveDate,
    /// When the client asked to be contacted again.
    pub again: Option<Moment>,
}

/// `08:00–11:00、14:00–17:00`.
pub(crate) fn hours_words(hours: &ContactHours) -> String {
    let clock = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
    let span = |span: &HourSpan| format!("{}–{}", clock(span.from), clock(span.to));
    hours.spans().iter().map(span).collect::<Vec<_>>().join("、")
}

fn next_words(next: NextCall, tries: u32, promised: bool, today: NaiveDate) -> String {
    match next {
        NextCall::Try(moment, _) if promised => format!("约定 {} 再联系,到时列入「约定回拨」", when(moment, today)),
        NextCall::Try(moment, channel) => {
            let by = channel.map(|c| format!("改为{}", channel_name(c))).unwrap_or_else(|| "再联系".to_owned());
            format!("{} 起{by}(已试 {tries} 次),之前列在「等待中」", when(moment, today))
        }
        NextCall::Verify => "标为「号码待核实」,请换一个号码或核实后再打".to_owned(),
        NextCall::GiveUp => format!("已试 {tries} 次,可以按失访结束"),
    }
}

fn channel_name(channel: Channel) -> String {
    Vocabulary::shipped().name("channel", channel.code()).to_owned()
}

/// `今天 14:00`, `明天 08:00`, `10-12 09:30`.
fn when(moment: Moment, today: NaiveDate) -> String {
    let minute = moment.minute.unwrap_or(0);
    let clock = format!("{:02}:{:02}", minute / 60, minute % 60);
    match (moment.day - today).num_days() {
        0 => format!("今天 {clock}"),
        1 => format!("明天 {clock}"),
        _ => format!("{} {clock}", moment.day.format("%m-%d")),
    }
}
