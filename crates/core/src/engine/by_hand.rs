//! Follow-ups that no policy asks for: somebody decided that a client shall be contacted once (`Act::Ask`). They become
//! tasks like all others, so that list, tries, settlement and voiding need nothing of their own.

use super::derive::{Derived, Scope};
use super::emission::{Emission, TaskKey};
use super::sentence;
use super::world::World;
use crate::domain::{Act, Decision, Subject};
use crate::policy::TaskAction;

/// Stands in the place of the pack in the key of such a task; no policy has this id.
pub const BY_HAND: &str = "by_hand";

/// Asks for what people decided by hand. The decision is the anchor: the task is the same as long as it stands.
pub(super) fn ask(world: &World<'_>, scope: Scope<'_>, derived: &mut Derived) {
    let standing = world.facts.decisions.iter().filter(|d| !d.voided);
    derived.emissions.extend(standing.filter_map(|decision| asked_by(world, scope, decision)));
}

fn asked_by(world: &World<'_>, scope: Scope<'_>, decision: &Decision) -> Option<Emission> {
    let Act::Ask { client, due, title, channel, assignee } = &decision.act else { return None };
    let subject = Subject::Client(client.clone());
    let known = world.client(client).filter(|_| scope.covers(&subject))?;
    if world.halted(client, *due).is_some() {
        return None;
    }
    let key = TaskKey {
        pack: BY_HAND.to_owned(),
        rule: "ask".to_owned(),
        subject,
        anchor: decision.id.to_string(),
        occurrence: 1,
    };
    Some(Emission {
        id: key.id(),
        key,
        client: Some(client.clone()),
        matter: None,
        step_title: Some(title.clone()),
        need: 1,
        have: 0,
        opens: decision.on.min(*due),
        due: (*due).into(),
        latest: None,
        lapses: None,
        fulfilled: None,
        action: TaskAction::Contact,
        role: String::new(),
        held_by: assignee.clone().or_else(|| known.assignee.clone()),
        by_area: false,
        channels: vec![*channel],
        form: None,
        clauses: Vec::new(),
        halted_to: world.halted_to(client),
        because: sentence::because(&said(world, decision), "须联系客户", *due, None, &[]),
        guessed: false,
    })
}

/// `10-08 由林晓加入:合同要当面说明`.
fn said(world: &World<'_>, decision: &Decision) -> String {
    let name = decision.by.as_ref().map(|by| world.staff(by).map_or(by.0.as_str(), |s| s.name.as_str()));
    let by = name.map(|name| format!("由{name}")).unwrap_or_default();
    let near = match &decision.act {
        Act::Ask { due, .. } => *due,
        _ => decision.on,
    };
    let why = if decision.reason.is_empty() { String::new() } else { format!(":{}", decision.reason) };
    format!("{} {by}加入{why}", sentence::day_near(decision.on, near))
}
