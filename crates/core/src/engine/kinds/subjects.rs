//! How a rule finds its subjects: the matters and clients of the scope.

use super::{anchors, has_role};
use crate::calendar::Moment;
use crate::domain::{Client, Matter, Milestone, Subject};
use crate::engine::derive::{Asking, Scope};
use crate::engine::why::Why;
use crate::policy::{Anchor, TaskAction};
use std::collections::BTreeMap;

impl<'r> Asking<'r, '_> {
    /// Matters of the kind with each client who takes part in the role, once each; for a step of the matter itself, the
    /// matter with the client named first.
    pub fn each_matter(&mut self, anchor: &'r Anchor, mut work: impl FnMut(&mut Self, &'r Matter, Option<&'r Client>)) {
        let world = self.world;
        for matter in self.matters_in_scope().into_iter().filter(|m| m.kind == anchor.matter) {
            if self.rule.action == TaskAction::Step {
                let client = matter.participants.first().and_then(|p| world.client(&p.client));
                self.guarded(matter.id.as_str(), |asking| work(asking, matter, client));
                continue;
            }
            if anchor.audience.is_some() && matter.participants.is_empty() {
                // Whom it concerns is judged on each anchor's day: a matter goes on for years, and clients come and go.
                for client in self.clients_in_scope() {
                    self.guarded(client.id.as_str(), |asking| work(asking, matter, Some(client)));
                }
                continue;
            }
            let in_role = matter.participants.iter().filter(|p| has_role(anchor, p)).collect::<Vec<_>>();
            for (index, participant) in in_role.iter().enumerate() {
                let again = in_role[..index].iter().any(|p| p.client == participant.client);
                if !again
                    && self.scope.covers(&Subject::Client(participant.client.clone()))
                    && let Some(client) = world.client(&participant.client)
                {
                    self.guarded(client.id.as_str(), |asking| work(asking, matter, Some(client)));
                }
            }
        }
    }

    /// Matters of which the rule may ask something in this scope. Of few clients only theirs, and those of the whole office,
    /// are looked at.
    fn matters_in_scope(&self) -> Vec<&'r Matter> {
        let world = self.world;
        match self.scope {
            Scope::All => world.facts.matters.iter().collect(),
            Scope::Pooled | Scope::Counted(_) => Vec::new(),
            Scope::Only { matters, .. } if self.rule.action == TaskAction::Step => {
                matters.iter().filter_map(|id| world.matter(id)).collect()
            }
            Scope::Only { clients, .. } => {
                let theirs = clients.iter().flat_map(|id| world.matters_of(id)).chain(world.matters_of_all());
                theirs.map(|m| (&m.id, *m)).collect::<BTreeMap<_, _>>().into_values().collect()
            }
        }
    }

    /// The clients of this scope.
    pub fn clients_in_scope(&self) -> Vec<&'r Client> {
        let world = self.world;
        match self.scope {
            Scope::All => world.facts.clients.iter().collect(),
            Scope::Pooled | Scope::Counted(_) => Vec::new(),
            Scope::Only { clients, .. } => clients.iter().filter_map(|id| world.client(id)).collect(),
        }
    }

    /// The anchors of the matter that this version judges; notes it where the matter has none at all.
    pub fn judged_anchors(
        &mut self,
        anchor: &'r Anchor,
        matter: &'r Matter,
        client: Option<&'r Client>,
    ) -> Vec<(&'r Milestone, Moment)> {
        let mut found = anchors(anchor, matter);
        if found.is_empty() {
            let (kind, milestones) = (&matter.kind, &anchor.milestones);
            self.skip::<()>(Some(matter), client, || Why::NoMilestone {
                kind: kind.clone(),
                milestones: milestones.clone(),
            });
        }
        found.retain(|(_, on)| self.judges(on.day));
        found
    }

    /// The subject of a task that hangs on a matter.
    pub fn subject(&self, matter: &Matter, client: Option<&Client>) -> Subject {
        match client {
            Some(client) if self.rule.action == TaskAction::Contact => Subject::Client(client.id.clone()),
            _ => Subject::Matter(matter.id.clone()),
        }
    }
}
