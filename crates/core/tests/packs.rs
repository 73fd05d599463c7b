//! The shipped packs: they parse, they carry their policies, and their stories come out as written.

use huifang_core::calendar::WorkingCalendar;
use huifang_core::engine::story::{run_story, story_heads};
use huifang_core::policy::{Clause, PackProblem, ParamValues, PolicyPack, Vocabulary, check, coverage};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

struct Shipped {
    id: String,
    text: String,
    pack: PolicyPack,
    /// File name and text.
    stories: Vec<(String, String)>,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs")
}

fn parse(text: &str) -> Result<PolicyPack, Vec<PackProblem>> {
    PolicyPack::parse(text, &ParamValues::new())
}

fn shipped() -> Vec<Shipped> {
    let mut folders: Vec<_> = fs::read_dir(folder()).expect("packs/").map(|e| e.expect("an entry").path()).collect();
    folders.retain(|path| path.is_dir());
    folders.sort();
    folders.iter().map(|path| read(path)).collect()
}

fn read(path: &Path) -> Shipped {
    let id = path.file_name().expect("a name").to_string_lossy().into_owned();
    let text = fs::read_to_string(path.join("pack.toml")).expect("pack.toml");
    let pack = parse(&text).unwrap_or_else(|problems| panic!("{id}:\n{}", lines(&problems)));
    let mut stories = Vec::new();
    for entry in fs::read_dir(path.join("stories")).expect("stories/") {
        let file = entry.expect("an entry").path();
        let name = file.file_name().expect("a name").to_string_lossy().into_owned();
        stories.push((name, fs::read_to_string(file).expect("a story")));
    }
    stories.sort();
    Shipped { id, text, pack, stories }
}

fn lines<T: ToString>(items: &[T]) -> String {
    items.iter().map(T::to_string).collect::<Vec<_>>().join("\n")
}

fn clauses() -> Vec<Clause> {
    let text = fs::read_to_string(folder().join("clauses.jsonl")).expect("packs/clauses.jsonl");
    text.lines().map(|line| serde_json::from_str(line).expect("a clause")).collect()
}

#[test]
fn every_folder_is_a_pack_of_that_name() {
    let packs = shipped();
    assert!(packs.len() >= 8, "{}", packs.len());
    for shipped in &packs {
        assert_eq!(shipped.pack.id, shipped.id);
    }
}

#[test]
fn the_vocabulary_has_no_mistake() {
    let text = fs::read_to_string(folder().join("vocabulary.toml")).expect("packs/vocabulary.toml");
    assert_eq!(lines(&Vocabulary::parse(&text).1), "");
}

#[test]
fn every_pack_carries_its_clauses() {
    let clauses = clauses();
    let found: Vec<_> = shipped()
        .iter()
        .flat_map(|s| {
            check(&s.pack, &s.text, &clauses).into_iter().map(|p| format!("{}:{p}", s.id)).collect::<Vec<_>>()
        })
        .collect();
    assert!(found.is_empty(), "\n{}", lines(&found));
}

#[test]
fn a_complete_pack_leaves_no_enforceable_clause_out() {
    let clauses = clauses();
    let complete: Vec<_> = shipped().into_iter().filter(|s| s.pack.complete).collect();
    assert_eq!(complete.iter().map(|s| s.id.as_str()).collect::<Vec<_>>(), ["001-01", "002-12", "002-16"]);
    for shipped in complete {
        let carried = coverage(&shipped.pack, &clauses);
        assert_eq!(carried.missing, Vec::<String>::new(), "{}", shipped.id);
        assert!(carried.clauses.len() >= 20);
    }
}

#[test]
fn every_story_comes_out_as_written() {
    let calendar = WorkingCalendar::shipped();
    let mut wrong = Vec::new();
    for shipped in shipped() {
        assert!(!shipped.stories.is_empty(), "{} has no story", shipped.id);
        for (name, text) in &shipped.stories {
            if let Err(mismatches) = run_story(text, &shipped.pack, &calendar) {
                wrong.push(format!("{}/{name}\n{}", shipped.id, lines(&mismatches)));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", lines(&wrong));
}

#[test]
fn every_timed_clause_with_numbers_of_a_complete_pack_has_a_story() {
    let clauses = clauses();
    for shipped in shipped().iter().filter(|s| s.pack.complete) {
        let told: BTreeSet<_> =
            shipped.stories.iter().flat_map(|(_, text)| story_heads(text)).flat_map(|head| head.clauses).collect();
        let own = clauses.iter().filter(|c| c.id.starts_with(&format!("{}-", shipped.id)));
        let untold: Vec<_> =
            own.filter(|c| c.enforceable && c.is_timed_with_numbers() && !told.contains(&c.id)).collect();
        assert!(untold.is_empty(), "{untold:?}");
    }
}

#[test]
fn stories_name_only_clauses_that_exist_and_that_their_pack_carries() {
    let known: BTreeSet<_> = clauses().into_iter().map(|c| c.id).collect();
    for shipped in shipped() {
        let carried: BTreeSet<_> = shipped.pack.carriers().into_iter().flat_map(|(_, carried)| carried.ids()).collect();
        let named = shipped.stories.iter().flat_map(|(_, text)| story_heads(text)).flat_map(|head| head.clauses);
        for clause in named {
            assert!(known.contains(&clause), "{}: {clause} is no clause", shipped.id);
            assert!(carried.contains(&clause), "{}: nothing carries {clause}", shipped.id);
        }
    }
}
