//! Where the calls about a task stand, as rows and sheets show it.

use super::next::hours_words;
use crate::OfficeError;
use crate::office::Office;
use crate::rows::TaskFacts;
use crate::wire::{CallState, Calling, TaskRow};
use huifang_core::calendar::{Moment, Now, local_moment};
use huifang_core::domain::{Client, ClientId, Outcome, Record, TaskId};
use huifang_core::engine::{Human, NextCall};
use huifang_store::TaskRow as StoredTask;
use std::collections::{BTreeMap, BTreeSet};

impl Office {
    /// Says in each row where its calls stand.
    pub(crate) fn with_calls(&self, mut rows: Vec<TaskRow>, facts: &TaskFacts, now: Now) -> Vec<TaskRow> {
        for row in rows.iter_mut().filter(|row| row.settled_by == "record") {
            let client = row.client.as_ref().map(|client| ClientId::from(client.id.as_str()));
            let human = facts.acts.of(&TaskId::from(row.id.as_str()));
            row.call = self.call_state(row, facts.client(client.as_ref()), &human, now);
        }
        rows
    }

    fn call_state(&self, row: &TaskRow, client: Option<&Client>, human: &Human, now: Now) -> CallState {
        let mut call = CallState { tried: tried(human, now), ..CallState::none() };
        call.outcome = human.outcome.map(|outcome| outcome.code().to_owned());
        if !["waiting", "open", "overdue"].contains(&row.state.as_str()) {
            return call;
        }
        match self.policies.next_call((&row.pack, &row.rule), client, human, now.zone) {
            Some(NextCall::Try(moment, channel)) => {
                call.next = Some(moment.to_string());
                call.waits = moment > now.moment();
                call.promised = human.again_on.is_some();
                call.channel = channel.map(|channel| channel.code().to_owned());
            }
            Some(NextCall::Verify) => call.verify = true,
            Some(NextCall::GiveUp) => call.may_give_up = true,
            None => {}
        }
        let from = self.policies.contact_hours(&row.pack, client).first_from(now.moment());
        // The hour for which the client asked is his own.
        let asked = call.promised && !call.waits;
        call.ring_from = Some(from).filter(|from| *from != now.moment() && !asked).map(|from| from.to_string());
        call.on_line = client.and_then(|client| self.on_line(client, now));
        call
    }

    /// What else the sheet of one call needs.
    pub(crate) fn calling(&self, row: &StoredTask, facts: &TaskFacts) -> Calling {
        let client = facts.client(row.client.as_ref());
        let wrong = client.map(|client| wrong_numbers(&facts.facts.records, &client.id)).unwrap_or_default();
        Calling {
            hours: hours_words(&self.policies.contact_hours(&row.pack, client)),
            wrong: wrong.into_iter().collect(),
            give_up: self.give_up_terms(row, &facts.acts.of(&row.id)),
        }
    }

    /// Promised call-backs by the moment of the promise.
    pub(crate) fn by_promise(&self, rows: &mut [StoredTask]) -> Result<(), OfficeError> {
        let facts = TaskFacts::of(self, rows)?;
        rows.sort_by_key(|row| {
            let human = facts.acts.of(&row.id);
            (human.again_on, human.again_minute, row.due_now())
        });
        Ok(())
    }
}

/// The last try: with the minute where it was written down on its day.
fn tried(human: &Human, now: Now) -> Option<String> {
    let on = human.tried_on?;
    let written = human.tried_ms.map(|ms| local_moment(ms, now.zone)).filter(|at| at.day == on);
    Some(written.unwrap_or_else(|| Moment::from(on)).to_string())
}

/// Numbers that turned out not to be the client's: what was last found about each counts, and a record that is struck out
/// takes its finding with it.
fn wrong_numbers(records: &[Record], client: &ClientId) -> BTreeSet<String> {
    let mut records: Vec<_> = records.iter().filter(|r| !r.voided && r.client.as_ref() == Some(client)).collect();
    records.sort_by_key(|r| (r.at_ms, r.on));
    let found = records.iter().filter_map(|r| Some((r.phone.as_deref()?, r.outcome)));
    let last: BTreeMap<&str, Outcome> = found.collect();
    let wrong = last.into_iter().filter(|(_, outcome)| *outcome == Outcome::WrongNumber);
    wrong.map(|(phone, _)| phone.to_owned()).collect()
}
