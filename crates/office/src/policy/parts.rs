//! A pack as its parts in words: what the page shows and a comparison sets side by side.

use super::params::value_words;
use huifang_core::policy::{
    Carried, ClassPart, Except, Form, Hours, Merge, Param, ParamValues, PolicyPack, Rule, Score, Target, Tries,
    pack_lines,
};
use std::collections::BTreeMap;

/// A part of a pack, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    /// `rule`, `except`, `target`, `form`, `script`, `duty`, `review` …, `param`.
    pub kind: String,
    /// What makes it the same part in another pack.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// What it says.
    pub words: String,
    /// All that it says, also what the words leave out; for comparing.
    pub whole: String,
}

/// The parts of the pack in the order of its page, then its parameters with their values.
pub(super) fn parts(pack: &PolicyPack, values: &ParamValues) -> Vec<Part> {
    let words: BTreeMap<String, String> = pack_lines(pack).into_iter().map(|line| (line.part, line.text)).collect();
    let mut parts: Vec<_> = keys(pack)
        .into_iter()
        .map(|[kind, id, title, whole]| {
            let words = words.get(&format!("{kind}.{id}")).unwrap_or(&title).clone();
            Part { kind, id, title, words, whole }
        })
        .collect();
    parts.extend(pack.params.iter().map(|param| param_part(param, values)));
    parts
}

/// Kind, id, title and whole of every part but the parameters.
fn keys(pack: &PolicyPack) -> Vec<[String; 4]> {
    let mut keys: Vec<[String; 4]> = Vec::new();
    let mut key = |kind: &str, id: &str, title: &str, whole: String| {
        // A loop's own rules name their pack, and clauses differ by policy: neither is a difference of what is done.
        let whole = whole.replace(&format!("\"{}/", pack.id), "\"");
        keys.push([kind.to_owned(), id.to_owned(), title.to_owned(), whole]);
    };
    let bare = Carried::default;
    pack.rules.iter().for_each(|p| key("rule", &p.id, &p.title, whole(&Rule { carried: bare(), ..p.clone() })));
    pack.excepts.iter().for_each(|p| key("except", &p.id, &p.title, whole(&Except { carried: bare(), ..p.clone() })));
    pack.targets
        .iter()
        .for_each(|p| key("target", &p.title, &p.title, whole(&Target { carried: bare(), ..p.clone() })));
    pack.forms.iter().for_each(|p| key("form", &p.id, &p.title, whole(&Form { carried: bare(), ..p.clone() })));
    pack.scripts.iter().for_each(|p| key("script", &p.id, &p.id, p.text.clone()));
    pack.classes.iter().for_each(|p| key("class", &p.id, &p.id, whole(&ClassPart { carried: bare(), ..p.clone() })));
    pack.merges.iter().for_each(|p| key("merge", &p.id, &p.title, whole(&Merge { carried: bare(), ..p.clone() })));
    pack.tries.iter().for_each(|p| key("tries", &p.id, &p.id, whole(&Tries { carried: bare(), ..p.clone() })));
    pack.hours.iter().for_each(|p| key("hours", &p.title, &p.title, whole(&Hours { carried: bare(), ..p.clone() })));
    pack.scores.iter().for_each(|p| key("score", &p.id, &p.title, whole(&Score { carried: bare(), ..p.clone() })));
    pack.others.iter().for_each(|p| key(&p.part, &p.title, &p.title, p.text.clone()));
    keys
}

fn whole(part: &impl std::fmt::Debug) -> String {
    format!("{part:?}")
}

fn param_part(param: &Param, values: &ParamValues) -> Part {
    let value = value_words(values.get(&param.name).unwrap_or(&param.default));
    Part {
        kind: "param".to_owned(),
        id: param.name.clone(),
        title: param.label.clone(),
        words: format!("{}:{value}", param.label),
        whole: value,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::packs::PackShelf;

    #[test]
    fn every_part_of_every_shipped_pack_has_its_words() {
        let shelf = PackShelf::default();
        for id in shelf.ids() {
            let pack = &shelf.get(id).expect("a shipped pack can be read").pack;
            let said: Vec<_> = pack_lines(pack).into_iter().map(|line| line.part).filter(|p| !p.is_empty()).collect();
            let silent = pack.params.iter().filter(|p| p.silent || p.must).count();
            assert_eq!(keys(pack).len() + silent, said.len(), "{id}");
            for [kind, part, ..] in keys(pack) {
                assert!(said.contains(&format!("{kind}.{part}")), "{id}: {kind}.{part} is not said");
            }
        }
    }
}
