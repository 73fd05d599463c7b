//! A pack as its parts in words: what the page shows and a comparison sets side by side.

use super::params::value_words;
use huifang_core::policy::{Carried, Param, ParamValues, PolicyPack, pack_lines};

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
    let lines = pack_lines(pack).into_iter().filter(|line| !["title", "heading"].contains(&line.kind));
    let mut parts: Vec<_> = keys(pack)
        .into_iter()
        .zip(lines)
        .map(|([kind, id, title, whole], line)| Part { kind, id, title, words: line.text, whole })
        .collect();
    parts.extend(pack.params.iter().map(|param| param_part(param, values)));
    parts
}

/// Kind, id, title and whole of every part, in the order in which `pack_lines` puts them into words.
fn keys(pack: &PolicyPack) -> Vec<[String; 4]> {
    let key = |kind: &str, id: &str, title: &str, whole: String| [kind.into(), id.into(), title.into(), whole];
    let none = Carried::default;
    let mut keys: Vec<[String; 4]> = Vec::new();
    keys.extend(pack.rules.iter().map(|p| {
        let mut bare = p.clone();
        bare.carried = none();
        key("rule", &p.id, &p.title, format!("{bare:?}").replace(&format!("\"{}/", pack.id), "\""))
    }));
    keys.extend(pack.excepts.iter().map(|p| {
        let mut bare = p.clone();
        bare.carried = none();
        key("except", &p.id, &p.title, format!("{bare:?}"))
    }));
    keys.extend(pack.targets.iter().map(|p| {
        let mut bare = p.clone();
        bare.carried = none();
        key("target", &p.title, &p.title, format!("{bare:?}"))
    }));
    keys.extend(pack.forms.iter().map(|p| {
        let mut bare = p.clone();
        bare.carried = none();
        key("form", &p.id, &p.title, format!("{bare:?}"))
    }));
    keys.extend(pack.scripts.iter().map(|p| key("script", &p.id, &p.id, p.text.clone())));
    keys.extend(pack.duties.iter().map(|p| key("duty", &p.title, &p.title, String::new())));
    keys.extend(pack.others.iter().map(|p| key(&p.part, &p.title, &p.title, p.text.clone())));
    keys
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
    fn every_line_of_every_shipped_pack_is_the_line_of_its_part() {
        let shelf = PackShelf::default();
        for id in shelf.ids() {
            let pack = &shelf.get(id).expect("a shipped pack can be read").pack;
            let lines = pack_lines(pack).into_iter().filter(|l| l.kind != "title" && l.kind != "heading").count();
            let silent = pack.params.iter().filter(|p| p.silent).count();
            assert_eq!(keys(pack).len() + silent, lines, "{id}: another order of lines would mix the parts up");
            let parts = parts(pack, &ParamValues::new());
            for part in parts.iter().filter(|p| p.kind == "rule") {
                assert!(part.words.starts_with(&part.title), "{id}: {} / {}", part.title, part.words);
            }
        }
    }
}
