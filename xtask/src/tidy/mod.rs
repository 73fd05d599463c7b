//! The house rules that no compiler checks: which way arrows point, which words are used, how long things get.
//!
//! `cargo xtask tidy` prints sizes and findings; the tests below run the same checks.

mod arrows;
mod sizes;
mod source;
mod words;

use crate::shell::{Failure, Outcome};
use source::Source;

/// A rule that is broken: where, and what to do.
type Finding = String;

type Check = (&'static str, fn(&[Source]) -> Outcome<Vec<Finding>>);

const CHECKS: [Check; 9] = [
    ("arrows between crates point downwards", |_| arrows::between_crates()),
    ("arrows inside core point upwards in its map", |sources| Ok(arrows::inside_core(sources))),
    ("only ui/src/platform imports Tauri", |sources| Ok(arrows::tauri_in_the_page(sources))),
    ("no SQL reads a clock", |sources| Ok(words::clocks_in_sql(sources))),
    ("no type has a name that says nothing", |sources| Ok(words::empty_suffixes(sources))),
    ("domain types are in the glossary", |sources| words::types_in_glossary(sources)),
    ("tables are in the glossary", |sources| words::tables_in_glossary(sources)),
    ("no file is too long", |sources| Ok(sizes::long_files(sources))),
    ("no function is too long", |sources| Ok(sizes::long_functions(sources))),
];

/// Prints the sizes, then what is against the rules.
///
/// # Errors
/// A rule is broken.
pub(crate) fn print() -> Outcome {
    let sources = source::all()?;
    sizes::print(&sources);
    let mut broken = 0;
    for (rule, check) in CHECKS {
        // What cannot be checked is a finding too, and the other rules are checked all the same.
        let findings = check(&sources).unwrap_or_else(|failure| vec![failure.to_string()]);
        println!("{} {rule}", if findings.is_empty() { "✓" } else { "✗" });
        for finding in &findings {
            println!("    {finding}");
        }
        broken += findings.len();
    }
    if broken == 0 { Ok(()) } else { Err(Failure::new(format!("{broken} findings"))) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One test a rule, so that the name of the test says which one is broken.
    macro_rules! rules {
        ($($name:ident = $index:expr;)+) => {
            $(#[test]
            fn $name() {
                let (rule, check) = CHECKS[$index];
                let findings = source::all().and_then(|sources| check(&sources)).unwrap();
                assert!(findings.is_empty(), "{rule}:\n{}", findings.join("\n"));
            })+

            #[test]
            fn every_rule_has_a_test() {
                assert_eq!([$($index),+].len(), CHECKS.len());
            }
        };
    }

    rules! {
        arrows_between_crates_point_downwards = 0;
        arrows_inside_core_point_upwards_in_its_map = 1;
        only_the_platform_folder_imports_tauri = 2;
        no_sql_reads_a_clock = 3;
        no_type_has_a_name_that_says_nothing = 4;
        domain_types_are_in_the_glossary = 5;
        tables_are_in_the_glossary = 6;
        no_file_is_too_long = 7;
        no_function_is_too_long = 8;
    }
}
