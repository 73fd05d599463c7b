//! The page about the pack language says what the program reads.

use huifang_core::calendar::WorkingCalendar;
use huifang_core::engine::story::run_story;
use huifang_core::policy::{ParamValues, PolicyPack, Vocabulary};
use std::collections::BTreeSet;

const PAGE: &str = include_str!("../../../docs/packs.md");

fn block(language: &str) -> &'static str {
    let start = PAGE.split(&format!("```{language}\n")).nth(1).expect("a block");
    start.split("```").next().expect("its end")
}

/// The keys that the program names when it meets one that it does not know.
fn keys(pack: &str) -> BTreeSet<String> {
    let problems = PolicyPack::parse(pack, &ParamValues::new()).expect_err("zzz is no key");
    let known = problems.into_iter().filter(|p| p.code == "unknown_key").map(|p| p.expected);
    let lists: Vec<_> = known.filter_map(|text| Some(text.split_once("可用的键:")?.1.to_owned())).collect();
    assert!(!lists.is_empty(), "{pack}");
    lists.iter().flat_map(|list| list.split('、')).map(str::to_owned).collect()
}

fn code_words() -> BTreeSet<String> {
    let spans = PAGE.split('`').skip(1).step_by(2);
    let words = spans.flat_map(|span| span.split(|c: char| !c.is_ascii_alphanumeric() && c != '_'));
    words.map(str::to_owned).collect()
}

#[test]
fn the_example_on_the_page_is_a_pack_and_its_story_holds() {
    let pack = PolicyPack::parse(block("toml"), &ParamValues::new()).expect("the example");
    assert_eq!(run_story(block("markdown"), &pack, &WorkingCalendar::shipped()), Ok(()));
}

#[test]
fn every_key_that_the_program_reads_is_on_the_page() {
    let head = "[pack]\nid = \"x\"\ntitle = \"x\"\nsector = \"x\"\nlanguage = 1\n";
    let parts = [
        "zzz = 1",
        "[params]\na = { label = \"x\", default = 1, zzz = 1 }",
        "[[except]]\nzzz = 1",
        "[[target]]\nzzz = 1",
        "[[loop]]\nzzz = 1",
        "[[form]]\nid = \"f\"\nzzz = 1\nfields = [{ zzz = 1 }]",
        "[[script]]\nzzz = 1",
        "[[duty]]\nzzz = 1",
        "[[note]]\nzzz = 1",
        "[[rule]]\nkind = \"after\"\nzzz = 1",
        "[[rule]]\nkind = \"series\"\nzzz = 1\nrepeat = { zzz = 1 }\nphases = [{ zzz = 1 }]\nsteps = [{ zzz = 1 }]",
        "[[rule]]\nkind = \"before\"\nzzz = 1",
        "[[rule]]\nkind = \"quota\"\nzzz = 1\npopulation = { zzz = 1 }\nwhere = { zzz = 1 }",
        "[[rule]]\nkind = \"on_date\"\nzzz = 1\nassign = { zzz = 1 }",
    ];
    let read: BTreeSet<_> = parts.iter().flat_map(|part| keys(&format!("{head}{part}\n"))).collect();
    assert!(read.len() > 60, "{read:?}");
    let untold: Vec<_> = read.difference(&code_words()).cloned().collect();
    assert_eq!(untold, Vec::<String>::new());
}

#[test]
fn the_labels_on_the_page_are_those_of_the_vocabulary() {
    let vocabulary = Vocabulary::shipped();
    for (section, code) in [
        ("state", "overdue"),
        ("state", "waiting"),
        ("state", "done"),
        ("state", "missed"),
        ("state", "lost"),
        ("state", "waived"),
        ("state", "withdrawn"),
        ("outcome", "reached"),
        ("outcome", "no_answer"),
        ("outcome", "busy"),
        ("field", "reply_only"),
        ("field", "anonymous"),
        ("severity", "major"),
        ("role", "obligee"),
    ] {
        let label = vocabulary.name(section, code);
        assert!(PAGE.contains(label), "{label}");
    }
}
