//! Which fields of a client a pack reads: what an archive should have room for.

use super::kinds::{DataCheck, RuleKind};
use super::{Condition, PolicyPack, Rule, Test};
use std::collections::BTreeMap;

/// The fields of clients that the pack reads, with the values that it knows, where it asks for particular ones: in the
/// conditions of its classes, of rules that hang on no matter, and in its checks of data.
pub fn client_fields(pack: &PolicyPack) -> BTreeMap<String, Vec<String>> {
    let mut fields = BTreeMap::new();
    for when in pack.classes.iter().filter_map(|class| class.when.as_ref()) {
        note(when, &mut fields);
    }
    for rule in &pack.rules {
        if rule.kind.anchor().is_none() {
            note(&rule.wanted, &mut fields);
            note(&rule.unless, &mut fields);
        }
        for field in checked(rule) {
            fields.entry(field.to_owned()).or_default();
        }
    }
    fields
}

fn checked(rule: &Rule) -> impl Iterator<Item = &str> {
    let checks = match &rule.kind {
        RuleKind::Quality(quality) => quality.checks.as_slice(),
        _ => &[],
    };
    checks.iter().filter_map(|check| match check {
        DataCheck::Field(field) => Some(field.as_str()),
        _ => None,
    })
}

fn note(condition: &Condition, fields: &mut BTreeMap<String, Vec<String>>) {
    match condition {
        Condition::All(parts) | Condition::Any(parts) => parts.iter().for_each(|part| note(part, fields)),
        Condition::Not(inner) => note(inner, fields),
        Condition::Field { name, test } => {
            let known = fields.entry(name.clone()).or_default();
            if let Test::In(values) = test {
                known.extend(values.iter().filter(|value| !known.contains(value)).cloned().collect::<Vec<_>>());
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::ParamValues;

    #[test]
    fn fields_of_client_conditions_are_found_with_their_values_and_those_of_matters_are_not() {
        let text = r#"
[pack]
id = "900-01"
title = "试"
sector = "other"
language = 1
complete = false

[[class]]
id = "重点"
title = "重点客户"
when = { field = "等级", in = ["A", "B"] }

[[rule]]
id = "mend"
title = "资料核对"
kind = "quality"
checks = ["phone", "allergy"]
within = "1 working_day"
assign = "客服专员"

[[rule]]
id = "after"
title = "投诉回访"
kind = "after"
matter = "complaint"
milestone = "handled"
within = "3 days"
where = { field = "reply_only" }
assign = "客服专员"
"#;
        let pack = PolicyPack::parse(text, &ParamValues::new()).expect("the pack is read");
        let fields = client_fields(&pack);
        assert_eq!(fields.keys().map(String::as_str).collect::<Vec<_>>(), ["allergy", "等级"]);
        assert_eq!(fields["等级"], ["A", "B"]);
    }
}
