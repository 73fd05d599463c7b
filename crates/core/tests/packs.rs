//! The shipped packs: they parse, they carry their policies, and their stories come out as written.

use huifang_core::calendar::WorkingCalendar;
use huifang_core::engine::story::{run_story, story_heads};
use huifang_core::policy::{Clause, PackProblem, ParamValues, PolicyPack, Vocabulary, check, coverage, rule_words};
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

#[test]
fn a_rule_reads_like_the_notice_on_the_wall() {
    let packs = shipped();
    let words = |pack: &str, rule: &str| {
        let shipped = packs.iter().find(|s| s.id == pack).expect("a pack");
        rule_words(shipped.pack.rule(rule).expect("a rule"))
    };
    for (pack, rule, text) in [
        (
            "002-12",
            "complaint",
            "投诉回访:投诉处理完毕后 3 天内回访;未留姓名或只需复函的除外;方式依次为上门、电话;\
             由物业助理(一般的)、客服部主管(重要的)、公司经理(重大的)。",
        ),
        (
            "001-01",
            "undecided",
            "未定时间回访:预约登记后 1 天内、 4 天内、 7 天内各回访一次,之后每 3 天 一次,30 天为限;\
             到诊、爽约、取消、约定就诊后不再回访;方式依次为电话、短信、微信;由负责该客户的咨询员。",
        ),
        ("002-16", "card", "发放出院联系卡:住院出院后当日发放,过期 3 天后不再补;由经办人(主管医师)。"),
        (
            "002-09",
            "monthly",
            "日常抽访:全单位每月至少回访 10 至 15 次;本期有投诉 1 次以上或本期有维修 1 次以上的除外;\
             方式依次为电话、上门、信函;由公司经理。",
        ),
    ] {
        assert_eq!(words(pack, rule), text);
    }
}
