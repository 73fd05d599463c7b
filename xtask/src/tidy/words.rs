//! The words of the project: the glossary's, and none that say nothing.

use super::Finding;
use super::source::{Language, Source};
use crate::shell::{Failure, Outcome, root};
use std::collections::BTreeSet;

/// A name that ends so says nothing about the thing.
const EMPTY: [&str; 7] = ["Manager", "Service", "Helper", "Util", "Utils", "Info", "Data"];
/// What begins the declaration of a type in Rust, and in TypeScript. (`pub class: String` is a field, no class.)
const DECLARES: [&str; 4] = ["struct", "enum", "trait", "type"];
const DECLARES_IN_SCRIPT: [&str; 4] = ["interface", "class", "type", "enum"];
/// What reads a clock in SQLite.
const CLOCKS: [&str; 9] = [
    "now",
    "current_date",
    "current_time",
    "current_timestamp",
    "datetime",
    "julianday",
    "strftime",
    "unixepoch",
    "timediff",
];

fn words(code: &str) -> impl Iterator<Item = &str> {
    code.split(|c: char| !(c.is_alphanumeric() || c == '_')).filter(|word| !word.is_empty())
}

/// SQL must get its days as parameters.
pub(super) fn clocks_in_sql(sources: &[Source]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for source in sources.iter().filter(|source| source.language == Language::Sql) {
        for (at, line) in source.code().to_lowercase().lines().enumerate() {
            let clock = words(line).find(|word| CLOCKS.contains(word));
            findings.extend(clock.map(|clock| format!("{}:{} says {clock}", source.path, at + 1)));
        }
    }
    findings
}

/// The names of types that a piece of code declares; with `public`, only of those that leave their module.
fn declared(code: &str, language: Language, public: bool) -> impl Iterator<Item = &str> {
    let keywords = if language == Language::Rust { DECLARES } else { DECLARES_IN_SCRIPT };
    code.lines().filter_map(move |line| {
        let line = line.trim_start();
        let rest = line.strip_prefix("pub ").or_else(|| line.strip_prefix("export "));
        if public && rest.is_none() {
            return None;
        }
        let mut found =
            words(rest.unwrap_or(line)).skip_while(|word| ["crate", "super", "default", "pub"].contains(word));
        let declares = keywords.contains(&found.next()?);
        found.next().filter(|name| declares && name.starts_with(char::is_uppercase))
    })
}

/// `Manager`, `Service` and the like at the end of a type's name.
pub(super) fn empty_suffixes(sources: &[Source]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for source in sources.iter().filter(|source| source.language != Language::Sql) {
        let code = source.code();
        let empty =
            declared(&code, source.language, false).filter(|name| EMPTY.iter().any(|suffix| name.ends_with(suffix)));
        findings.extend(empty.map(|name| format!("{}: {name}", source.path)));
    }
    findings
}

/// Every identifier that stands in backticks in GLOSSARY.md.
fn glossary() -> Outcome<BTreeSet<String>> {
    let file = root().join("GLOSSARY.md");
    let text = std::fs::read_to_string(&file).map_err(|error| Failure::new(format!("{}: {error}", file.display())))?;
    let quoted = text.split('`').skip(1).step_by(2);
    Ok(quoted.flat_map(words).map(str::to_owned).collect())
}

/// The types of the domain are the office's words.
///
/// # Errors
/// There is no glossary.
pub(super) fn types_in_glossary(sources: &[Source]) -> Outcome<Vec<Finding>> {
    let glossary = glossary()?;
    let mut findings = Vec::new();
    for source in sources.iter().filter(|source| source.path.starts_with("crates/core/src/domain/")) {
        let code = source.code();
        let unknown = declared(&code, source.language, true).filter(|name| !glossary.contains(*name));
        findings.extend(unknown.map(|name| format!("{}: {name} is not in GLOSSARY.md", source.path)));
    }
    Ok(findings)
}

/// A table is named by a word of the glossary, or by such a word and what it says about it (`client_contact`).
///
/// # Errors
/// There is no glossary.
pub(super) fn tables_in_glossary(sources: &[Source]) -> Outcome<Vec<Finding>> {
    let glossary: BTreeSet<String> = glossary()?.iter().map(|word| snake(word)).collect();
    let mut findings = Vec::new();
    for source in sources.iter().filter(|source| source.language == Language::Sql) {
        let unknown = tables(&source.code()).into_iter().filter(|table| !has_stem(&glossary, table));
        findings.extend(unknown.map(|table| format!("{}: table {table} is not in GLOSSARY.md", source.path)));
    }
    Ok(findings)
}

fn tables(code: &str) -> Vec<String> {
    let lower = code.to_lowercase();
    let all: Vec<&str> = words(&lower).collect();
    let filler = ["virtual", "table", "if", "not", "exists"];
    let created = all.iter().enumerate().filter(|(at, word)| {
        let next = (all.get(at + 1), all.get(at + 2));
        **word == "create" && matches!(next, (Some(&"table"), _) | (Some(&"virtual"), Some(&"table")))
    });
    created
        .filter_map(|(at, _)| all[at + 1..].iter().find(|word| !filler.contains(word)))
        .map(ToString::to_string)
        .collect()
}

fn has_stem(glossary: &BTreeSet<String>, table: &str) -> bool {
    let cuts = table.match_indices('_').map(|(at, _)| &table[..at]);
    cuts.chain([table]).any(|stem| glossary.contains(stem))
}

/// `SpotCheck` as tables are written: `spot_check`.
fn snake(word: &str) -> String {
    let mut snake = String::new();
    for (at, c) in word.char_indices() {
        if c.is_uppercase() && at > 0 {
            snake.push('_');
        }
        snake.extend(c.to_lowercase());
    }
    snake
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sql(text: &str) -> [Source; 1] {
        [Source { path: "x.sql".to_owned(), language: Language::Sql, text: text.to_owned() }]
    }

    #[test]
    fn a_clock_in_sql_is_found_with_its_line() {
        assert_eq!(clocks_in_sql(&sql("SELECT 1;\nSELECT date('now');")), ["x.sql:2 says now"]);
        assert_eq!(clocks_in_sql(&sql("SELECT known_ms, nowhere -- now")).len(), 0);
    }

    #[test]
    fn names_are_found_behind_any_visibility() {
        let rust = "pub struct A;\npub(crate) enum B {}\nstruct C;\npub class: String,\nlet type = 1;";
        assert_eq!(declared(rust, Language::Rust, false).collect::<Vec<_>>(), ["A", "B", "C"]);
        assert_eq!(declared(rust, Language::Rust, true).collect::<Vec<_>>(), ["A"]);
        let script = "export interface D {\nexport type E = 1;\nclass F {";
        assert_eq!(declared(script, Language::TypeScript, true).collect::<Vec<_>>(), ["D", "E"]);
    }

    #[test]
    fn a_table_may_add_to_a_word_of_the_glossary() {
        let glossary = ["SpotCheck", "Client"].map(snake).into();
        let made = tables("CREATE TABLE IF NOT EXISTS spot_check_result (a); create virtual table todo using x;");
        assert_eq!(made, ["spot_check_result", "todo"]);
        assert!(has_stem(&glossary, "spot_check_result") && has_stem(&glossary, "client"));
        assert!(!has_stem(&glossary, "todo") && !has_stem(&glossary, "clients"));
    }
}
