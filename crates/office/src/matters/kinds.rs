//! What can be registered here: kinds, their milestones and fields, as the vocabulary and the enabled packs have them.

use crate::OfficeError;
use crate::office::Office;
use crate::wire::{MatterField, MatterKindBrief, MatterKinds, MilestoneKind};
use crate::worklist::label;
use huifang_core::engine::kinds_of_all_in;
use huifang_core::policy::{Assign, Rule, Test, Vocabulary};
use std::collections::BTreeSet;

/// Problems come out of answers and have a page of their own.
pub(super) const PROBLEM: &str = "problem";

/// Fields that are yes or no, numbers, or several lines, by code.
const YES_NO: [&str; 6] = ["reply_only", "paid_service", "surgery", "dispute", "anonymous", "valid_complaint"];
const NUMBERS: [&str; 4] = ["amount", "rework", "age", "term_years"];
const LONG: [&str; 5] = ["topic", "text", "result", "diagnosis", "condition"];

/// Fields that conditions ask of the client, where the matter has none: they are written down in the archive.
const OF_CLIENTS: [&str; 14] = [
    "special_care",
    "area",
    "source",
    "allergy",
    "first_doctor",
    "key_client",
    "influential",
    "division",
    "dislikes_calls",
    "doubtful",
    "original_team",
    "age",
    "minor",
    "status",
];

impl Office {
    /// What can be registered, what the packs ask about first.
    ///
    /// # Errors
    /// The store's.
    pub fn matter_kinds(&self) -> Result<MatterKinds, OfficeError> {
        let words = Vocabulary::shipped();
        let used: BTreeSet<String> = self.store.read().matter_kinds()?.into_iter().collect();
        let asked = self.asked_kinds();
        let rest = words.kinds.iter().filter(|kind| !asked.contains(kind));
        let (known, other) = rest.partition::<Vec<_>, _>(|kind| used.contains(*kind));
        let own = used.iter().filter(|kind| !words.kinds.contains(kind) && !asked.contains(kind));
        let order = asked.iter().chain(known).chain(own).chain(other).filter(|kind| *kind != PROBLEM);
        let brief = |kind: &String| self.kind_brief(kind, asked.contains(kind), used.contains(kind));
        let named = |section| words.section(section).map(|(code, name)| label(code, name)).collect::<Vec<_>>();
        let mut roles = named("role");
        roles.sort_by_key(|role| role.label != "subject");
        let mut severities = named("severity");
        severities.sort_by_key(|s| ["normal", "important", "major"].iter().position(|code| *code == s.label));
        Ok(MatterKinds { kinds: order.map(brief).collect(), severities, roles, departments: self.departments()? })
    }

    /// Kinds that rules of enabled packs hang on, in the order of the rules; then those that packs only name.
    fn asked_kinds(&self) -> Vec<String> {
        let anchored = self.packs().flat_map(|p| &p.rules).filter_map(|rule| rule.kind.anchor().map(|a| &a.matter));
        let named = self.packs().flat_map(|p| &p.others).filter(|o| o.part == "matter").filter_map(|o| o.id.as_ref());
        let mut kinds: Vec<String> = Vec::new();
        for kind in anchored.chain(named).filter(|kind| Vocabulary::shipped().kinds.contains(kind)) {
            if !kinds.contains(kind) {
                kinds.push(kind.clone());
            }
        }
        kinds
    }

    fn departments(&self) -> Result<Vec<String>, OfficeError> {
        let mut found: BTreeSet<String> = self.store.read().matter_departments()?.into_iter().collect();
        found.extend(self.staff()?.into_iter().filter(|s| s.active).filter_map(|s| s.department));
        Ok(found.into_iter().collect())
    }

    fn kind_brief(&self, kind: &str, asked: bool, used: bool) -> MatterKindBrief {
        let known = Vocabulary::shipped().kind(kind);
        let milestone = |code: &String| MilestoneKind {
            kind: code.clone(),
            label: Vocabulary::shipped().milestone(kind, code).to_owned(),
            ends: known.is_end(code),
        };
        MatterKindBrief {
            kind: kind.to_owned(),
            label: self.kind_label(kind),
            asked,
            used,
            milestones: known.order.iter().map(milestone).collect(),
            begins: known.first().into_iter().map(str::to_owned).collect(),
            fields: self.matter_fields_of(kind),
            graded: known.graded || self.rules_on(kind).any(asks_severity),
            nobody: self.may_be_nobody(kind),
        }
    }

    /// What the kind is called here.
    pub(super) fn kind_label(&self, kind: &str) -> String {
        let term = self.packs().find_map(|p| p.terms.get(kind));
        term.cloned().unwrap_or_else(|| Vocabulary::shipped().matter(kind).to_owned())
    }

    /// Whether a matter of the kind may concern nobody by name.
    pub(super) fn may_be_nobody(&self, kind: &str) -> bool {
        Vocabulary::shipped().kind(kind).nobody || self.packs().any(|p| kinds_of_all_in(p).contains(kind))
    }

    /// The fields of a kind: the vocabulary's, those that packs ask for, those on which their rules depend.
    pub(crate) fn matter_fields_of(&self, kind: &str) -> Vec<MatterField> {
        let mut fields: Vec<MatterField> = Vec::new();
        let mut add = |id: &str, test: Option<&Test>| {
            if !OF_CLIENTS.contains(&id) && id != "loop" && id != "anonymous" && fields.iter().all(|f| f.id != id) {
                fields.push(field(id, test));
            }
        };
        Vocabulary::shipped().kind(kind).fields.iter().for_each(|id| add(id, None));
        let parts = self.packs().flat_map(|p| &p.others).filter(|o| o.id.as_deref() == Some(kind));
        parts.flat_map(|part| &part.fields).for_each(|id| add(id, None));
        for rule in self.rules_on(kind) {
            let conditions = [&rule.wanted, &rule.unless].into_iter().flat_map(|c| c.fields());
            conditions.for_each(|(id, test)| add(id, Some(test)));
        }
        fields
    }

    fn rules_on<'a>(&'a self, kind: &'a str) -> impl Iterator<Item = &'a Rule> {
        let on = move |rule: &&Rule| rule.kind.anchor().is_some_and(|anchor| anchor.matter == kind);
        self.packs().flat_map(|pack| &pack.rules).filter(on)
    }
}

fn asks_severity(rule: &Rule) -> bool {
    matches!(rule.assign, Assign::Severity(_)) || rule.wanted.names_severity() || rule.unless.names_severity()
}

/// A field as it is asked: by its code or, of one that no code is known for, by what a rule asks of it.
pub(super) fn field(id: &str, test: Option<&Test>) -> MatterField {
    let words = Vocabulary::shipped();
    let mut choices = Vec::new();
    if id == "what" {
        choices.extend(words.section("what").filter_map(|(_, names)| names.split('/').next()).map(str::to_owned));
    }
    if let Some(Test::In(texts)) = test {
        choices.clone_from(texts);
    }
    let kind = if YES_NO.contains(&id) {
        "yes_no"
    } else if NUMBERS.contains(&id) || matches!(test, Some(Test::AtLeast(_) | Test::AtMost(_))) {
        "number"
    } else if !choices.is_empty() {
        "choice"
    } else if LONG.contains(&id) {
        "long"
    } else if matches!(test, Some(Test::Truthy)) && words.name("field", id) == id {
        // A title of the office's own on which a rule depends: it says yes or no.
        "yes_no"
    } else {
        "text"
    };
    MatterField { id: id.to_owned(), label: words.name("field", id).to_owned(), kind: kind.to_owned(), choices }
}

/// A severity that there is.
///
/// # Errors
/// `bad_value`.
pub(super) fn severity(code: Option<&str>) -> Result<Option<String>, OfficeError> {
    match code.filter(|code| !code.is_empty()) {
        Some(code) if !Vocabulary::shipped().is_code("severity", code) => {
            Err(OfficeError::invalid("bad_value", "等级只能是 一般、重要、重大"))
        }
        code => Ok(code.map(str::to_owned)),
    }
}
