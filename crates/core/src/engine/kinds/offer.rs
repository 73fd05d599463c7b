//! Making an occurrence that passed the gates an emission: its key, who must, and its sentence.

use super::{Admitted, Occurrence, next_day};
use crate::calendar::{Judged, Moment};
use crate::domain::{StaffRef, Subject};
use crate::engine::derive::Asking;
use crate::engine::emission::{Emission, TaskKey};
use crate::engine::sentence;
use crate::policy::{Assign, TaskAction};
use chrono::NaiveDate;

impl<'r> Asking<'r, '_> {
    /// Passes an occurrence through the gates of time and human halts, and makes it an emission.
    pub fn offer(&mut self, admitted: Admitted<'r>, occurrence: Occurrence) {
        if self.passes(admitted, occurrence.opens, occurrence.due) {
            self.emit(admitted, occurrence);
        }
    }

    /// Makes an occurrence that passed the gates an emission.
    pub fn emit(&mut self, admitted: Admitted<'r>, occurrence: Occurrence) {
        self.emit_as(admitted, occurrence, self.rule.action);
    }

    /// As `emit`, for what is a step though the rule asks for contacts (the draw itself).
    pub fn emit_as(&mut self, admitted: Admitted<'r>, mut occurrence: Occurrence, action: TaskAction) {
        if let Ok((opens, due)) = self.after_waiting(admitted, occurrence.opens, occurrence.due) {
            // What waited is not missed before it could be done.
            let late = due > occurrence.due;
            occurrence.lapses = occurrence.lapses.map(|lapses| if late { lapses.max(next_day(due)) } else { lapses });
            (occurrence.opens, occurrence.due) = (opens, due);
        }
        let key = TaskKey {
            pack: self.pack.id.clone(),
            rule: self.rule.id.clone(),
            subject: occurrence.subject,
            anchor: occurrence.anchor,
            occurrence: occurrence.number,
        };
        let clauses = self.rule.carried.ids();
        let own = match &key.subject {
            Subject::Staff(id) => Some(StaffRef(id.0.clone())),
            _ => None,
        };
        let (role, held_by, by_area) = self.who(admitted);
        let must =
            if occurrence.guessed { occurrence.must.clone() + sentence::GUESSED } else { occurrence.must.clone() };
        let because = sentence::because(&occurrence.head, &must, occurrence.due, occurrence.latest, &clauses);
        self.derived.emissions.push(Emission {
            id: key.id(),
            key,
            client: admitted.client.map(|c| c.id.clone()),
            matter: admitted.matter.map(|m| m.id.clone()),
            step_title: occurrence.step_title,
            need: occurrence.need,
            have: occurrence.have,
            opens: occurrence.opens,
            due: Moment::from(occurrence.due),
            latest: occurrence.latest,
            lapses: occurrence.lapses,
            fulfilled: occurrence.fulfilled,
            halted_to: admitted
                .client
                .filter(|_| action == TaskAction::Contact)
                .and_then(|client| self.world.halted_to(&client.id)),
            action,
            role,
            held_by: own.or(held_by),
            by_area,
            channels: self.rule.channels.clone(),
            form: self.rule.form.clone(),
            clauses,
            because,
            guessed: occurrence.guessed,
        });
    }

    /// The due day or, where the rule says `shift` and it is no working day, the next one that is.
    pub fn shifted(&self, due: Judged<NaiveDate>) -> Judged<NaiveDate> {
        if !self.rule.shift {
            return due;
        }
        let worked = self.world.calendar.on_or_after(due.value);
        Judged { value: worked.value, guessed: due.guessed || worked.guessed }
    }

    /// The post, the person whom the facts name, and whether the area decides.
    fn who(&self, admitted: Admitted<'_>) -> (String, Option<StaffRef>, bool) {
        if let Some(role) = admitted.handed_to {
            return (role.to_owned(), None, false);
        }
        match &self.rule.assign {
            Assign::Role(role) => (role.clone(), None, false),
            Assign::Severity(by) => {
                let severity = admitted.matter.and_then(|m| m.severity.as_deref()).unwrap_or("normal");
                let role = by.get(severity).or_else(|| by.get("normal")).or_else(|| by.values().next());
                (role.cloned().unwrap_or_default(), None, false)
            }
            Assign::ClientOwner(role) => (role.clone(), admitted.client.and_then(|c| c.assignee.clone()), false),
            Assign::Handler(role) => (role.clone(), admitted.matter.and_then(|m| m.handler.clone()), false),
            Assign::Doer(role) => (role.clone(), admitted.doer.cloned(), false),
            Assign::Area(role) => (role.clone(), None, true),
        }
    }
}
