//! The facts file (DESIGN 8): facts as one JSON document, with the short forms that people write by hand.

use crate::calendar::Moment;
use crate::domain::{Facts, FieldValue, Matter, MatterId, Milestone, MilestoneId, Participant, StaffRef};
use chrono::NaiveDate;
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Default, Deserialize)]
#[serde(default)]
struct FactsFile {
    staff: Vec<crate::domain::Staff>,
    clients: Vec<crate::domain::Client>,
    matters: Vec<MatterForm>,
    records: Vec<crate::domain::Record>,
    decisions: Vec<crate::domain::Decision>,
    draws: Vec<crate::domain::Draw>,
}

/// A matter in which `client` stands for one participant, and `milestones` may be a map of kind and day.
#[derive(Deserialize)]
struct MatterForm {
    id: MatterId,
    kind: String,
    #[serde(default)]
    no: Option<String>,
    #[serde(default)]
    client: Option<String>,
    #[serde(default)]
    participants: Vec<Participant>,
    #[serde(default)]
    department: Option<String>,
    #[serde(default)]
    severity: Option<String>,
    #[serde(default)]
    handler: Option<StaffRef>,
    #[serde(default)]
    parent: Option<MatterId>,
    #[serde(default)]
    milestones: Milestones,
    #[serde(default)]
    fields: BTreeMap<String, FieldValue>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Milestones {
    List(Vec<MilestoneForm>),
    Map(BTreeMap<String, Moment>),
}

impl Default for Milestones {
    fn default() -> Self {
        Self::List(Vec::new())
    }
}

#[derive(Deserialize)]
struct MilestoneForm {
    #[serde(default)]
    id: Option<MilestoneId>,
    kind: String,
    on: Moment,
    #[serde(default)]
    known: Option<NaiveDate>,
}

/// Reads a facts file.
///
/// # Errors
/// A Chinese sentence with line and column, or the id that stands twice.
pub fn facts_from_json(text: &str) -> Result<Facts, String> {
    let file: FactsFile =
        serde_json::from_str(text).map_err(|e| format!("第 {} 行第 {} 列写得不对:{e}", e.line(), e.column()))?;
    let facts = Facts {
        staff: file.staff,
        clients: file.clients,
        matters: file.matters.into_iter().map(matter).collect(),
        records: file.records,
        decisions: file.decisions,
        draws: file.draws,
        absences: Vec::new(),
    };
    let ids = facts.clients.iter().map(|c| ("客户", c.id.as_str()));
    let ids = ids.chain(facts.matters.iter().map(|m| ("事项", m.id.as_str())));
    let mut seen = std::collections::BTreeSet::new();
    for id in ids {
        if !seen.insert(id) {
            return Err(format!("{} {} 出现了两次,编号不能重复", id.0, id.1));
        }
    }
    Ok(facts)
}

fn matter(form: MatterForm) -> Matter {
    let mut matter = Matter::new(form.id, form.kind);
    matter.no = form.no.or_else(|| Some(matter.id.to_string()));
    matter.participants = form.participants;
    matter.participants.extend(form.client.map(|id| Participant::subject(id.into())));
    matter.department = form.department;
    matter.severity = form.severity;
    matter.handler = form.handler;
    matter.parent = form.parent;
    matter.fields = form.fields;
    match form.milestones {
        Milestones::Map(map) => {
            for (kind, on) in map {
                matter.add_milestone(&kind, on, None);
            }
        }
        Milestones::List(list) => {
            for step in list {
                let made = matter.add_milestone(&step.kind, step.on, step.known);
                if let (Some(id), Some(last)) = (step.id, matter.milestones.last_mut()) {
                    debug_assert_eq!(made, last.id);
                    *last = Milestone { id, ..last.clone() };
                }
            }
        }
    }
    matter
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_and_long_forms_say_the_same() {
        let text = r#"{"clients":[{"id":"c1","name":"张三","classes":["A1"]}],
            "matters":[{"id":"m1","client":"c1","kind":"complaint","milestones":{"received":"2026-09-28","handled":"2026-09-30"}},
                       {"id":"m2","participants":[{"client":"c1","role":"obligor"}],"kind":"court_case",
                        "milestones":[{"id":"i1","kind":"obligation_due","on":"2026-03-01"}]}],
            "records":[{"id":"r1","client":"c1","on":"2026-10-02","channel":"phone","outcome":"reached","satisfied":true,
                        "matter":"m1","settles":["complaint"]}]}"#;
        let facts = facts_from_json(text).expect("a facts file");
        assert_eq!(facts.matters[0].participants[0].client.as_str(), "c1");
        assert_eq!(facts.matters[0].milestone("handled").map(|m| m.on.to_string()), Some("2026-09-30".to_owned()));
        assert_eq!(facts.matters[1].milestones[0].id.as_str(), "i1");
        assert!(facts.clients[0].in_class("A1", NaiveDate::MIN));
    }

    #[test]
    fn a_mistake_is_named_with_its_place() {
        let error = facts_from_json("{\"clients\":[{\"id\":\"c1\"}]}").expect_err("a client has a name");
        assert!(error.contains("第 1 行") && error.contains("name"), "{error}");
        let twice = facts_from_json(r#"{"clients":[{"id":"c","name":"a"},{"id":"c","name":"b"}]}"#);
        assert_eq!(twice.expect_err("an id stands twice"), "客户 c 出现了两次,编号不能重复");
    }
}
