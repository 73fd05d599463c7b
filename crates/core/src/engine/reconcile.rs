//! What changes when the rules are asked again.

use super::emission::{Emission, Task};
use crate::domain::TaskId;
use std::collections::{BTreeMap, HashMap};

/// A change of the kept tasks. Applying all changes and reconciling again gives none (DESIGN 6.3).
#[derive(Debug, Clone, PartialEq)]
#[expect(clippy::large_enum_variant, reason = "changes live for one replanning and are taken apart at once")]
pub enum Change {
    /// Asked for the first time.
    New(Emission),
    /// Asked for with other days, person, form or reason.
    Moved {
        /// As it was.
        was: Emission,
        /// As it is.
        now: Emission,
    },
    /// Not asked for any more.
    Withdrawn {
        /// Which.
        id: TaskId,
        /// Why, where the engine can say.
        because: String,
    },
    /// Asked for again after it was withdrawn: the same task.
    AskedAgain(Emission),
}

/// Compares the kept tasks with what the rules ask for. `existing` holds the tasks of the same scope as the emissions, and
/// `gone` says why a task is not asked for any more.
pub fn reconcile(existing: &[Task], emissions: Vec<Emission>, gone: &dyn Fn(&Task) -> String) -> Vec<Change> {
    let kept: HashMap<&TaskId, &Task> = existing.iter().map(|t| (&t.emission.id, t)).collect();
    let asked: BTreeMap<TaskId, Emission> = emissions.into_iter().map(|e| (e.id.clone(), e)).collect();
    let mut changes = Vec::new();
    for task in existing.iter().filter(|t| t.asked && !asked.contains_key(&t.emission.id)) {
        changes.push(Change::Withdrawn { id: task.emission.id.clone(), because: gone(task) });
    }
    for (id, emission) in asked {
        match kept.get(&id) {
            None => changes.push(Change::New(emission)),
            Some(task) if !task.asked => changes.push(Change::AskedAgain(emission)),
            Some(task) if task.emission != emission => {
                changes.push(Change::Moved { was: task.emission.clone(), now: emission });
            }
            Some(_) => {}
        }
    }
    changes
}
