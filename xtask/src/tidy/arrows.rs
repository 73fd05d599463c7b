//! Which part may know which: only downwards.

use super::Finding;
use super::source::{Language, Source};
use crate::shell::{Failure, Outcome, Step};
use serde_json::Value;

/// The crates by floor; one may use only crates of lower floors.
const FLOORS: [&[&str]; 4] = [
    &["huifang-core"],
    &["huifang-store", "huifang-intake", "huifang-report", "huifang-print"],
    &["huifang-office"],
    &["huifang-cli", "huifang"],
];

/// Foreign crates that only one of ours may use.
const RESERVED: [(&str, &str); 3] = [("tauri", "huifang"), ("rusqlite", "huifang-store"), ("typst", "huifang-print")];

/// The modules of core in the order of its map; one may use only earlier ones. `codes` is free to all.
const MODULES: [&str; 5] = ["calendar", "domain", "search", "policy", "engine"];

fn floor(name: &str) -> Option<usize> {
    FLOORS.iter().position(|crates| crates.contains(&name))
}

/// Reads every Cargo.toml, through cargo.
///
/// # Errors
/// cargo cannot read them.
pub(super) fn between_crates() -> Outcome<Vec<Finding>> {
    let read = Step::cargo(["metadata", "--format-version=1", "--no-deps", "--offline"]).read()?;
    let metadata: Value = serde_json::from_str(&read).map_err(|error| Failure::new(error.to_string()))?;
    let mut findings = Vec::new();
    for package in metadata["packages"].as_array().into_iter().flatten() {
        let user = package["name"].as_str().unwrap_or_default();
        for dependency in package["dependencies"].as_array().into_iter().flatten() {
            let used = dependency["name"].as_str().unwrap_or_default();
            // A bench compares with the bare thing; the program is not made of it.
            let is_compared = dependency["kind"] == "dev" && floor(used).is_none();
            findings.extend(wrong_arrow(user, used).filter(|_| !is_compared));
        }
    }
    Ok(findings)
}

fn wrong_arrow(user: &str, used: &str) -> Option<Finding> {
    if let Some((reserved, keeper)) = RESERVED.iter().find(|(reserved, _)| is_or_plugs_into(used, reserved)) {
        return (user != *keeper).then(|| format!("{user} uses {used}; only {keeper} may use {reserved}"));
    }
    let lower = floor(used)?;
    match floor(user) {
        Some(upper) if upper > lower => None,
        _ => Some(format!("{user} uses {used}, which is not below it")),
    }
}

fn is_or_plugs_into(used: &str, reserved: &str) -> bool {
    used.strip_prefix(reserved).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
}

/// Looks for `crate::module` in core.
pub(super) fn inside_core(sources: &[Source]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for source in sources.iter().filter(|source| source.language == Language::Rust) {
        let Some(below) = source.path.strip_prefix("crates/core/src/") else { continue };
        let module = below.split(['/', '.']).next().unwrap_or_default();
        let Some(at) = MODULES.iter().position(|name| *name == module) else { continue };
        for later in &MODULES[at + 1..] {
            findings.extend(uses(&source.code(), later).map(|line| format!("{}:{line} uses {later}", source.path)));
        }
    }
    findings
}

/// Lines on which the code names `crate::module`, also as a part of `crate::{…}`.
fn uses(code: &str, module: &str) -> impl Iterator<Item = usize> {
    code.match_indices("crate::").filter_map(move |(at, found)| {
        let after = &code[at + found.len()..];
        let named = match after.strip_prefix('{') {
            Some(group) => group.split(';').next().unwrap_or_default(),
            None => after.split(|c: char| !(c.is_alphanumeric() || c == '_')).next().unwrap_or_default(),
        };
        let names = named.split(|c: char| !(c.is_alphanumeric() || c == '_')).any(|name| name == module);
        names.then(|| code[..at].matches('\n').count() + 1)
    })
}

/// The page knows the desktop only through its platform folder.
pub(super) fn tauri_in_the_page(sources: &[Source]) -> Vec<Finding> {
    let page = sources.iter().filter(|source| source.language == Language::TypeScript);
    let page = page.filter(|source| source.path.starts_with("ui/") && !source.path.starts_with("ui/src/platform/"));
    let found = page.filter(|source| source.text.contains("@tauri-apps"));
    found.map(|source| format!("{} imports @tauri-apps", source.path)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_arrow_upwards_is_found_and_one_downwards_is_not() {
        assert!(wrong_arrow("huifang-store", "huifang-office").is_some());
        assert!(wrong_arrow("huifang-store", "huifang-intake").is_some(), "sideways is not down");
        assert!(wrong_arrow("huifang-office", "huifang-core").is_none());
        assert!(wrong_arrow("huifang-office", "serde").is_none());
    }

    #[test]
    fn only_the_window_may_use_tauri() {
        assert!(wrong_arrow("huifang-office", "tauri-plugin-dialog").is_some());
        assert!(wrong_arrow("huifang", "tauri").is_none());
    }

    #[test]
    fn a_module_is_found_by_path_and_in_a_group() {
        let code = "use crate::engine::x;\nuse crate::{\n  domain::y, policy};\nlet engine = 1;";
        assert_eq!(uses(code, "engine").collect::<Vec<_>>(), [1]);
        assert_eq!(uses(code, "policy").collect::<Vec<_>>(), [2]);
        assert_eq!(uses(code, "calendar").count(), 0);
    }
}
