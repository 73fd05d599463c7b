//! The shipped packs: they parse, they carry their policies, and their stories come out as written.

mod shelf;

use huifang_core::calendar::{Moment, WorkingCalendar};
use huifang_core::domain::Matter;
use huifang_core::engine::story::{run_story, story_heads};
use huifang_core::policy::{Clause, How, PolicyPack, Vocabulary, check, coverage, rule_words};
use shelf::{Folder, Shelf};
use std::collections::BTreeSet;
use std::fs;

struct Shipped {
    id: String,
    text: String,
    pack: PolicyPack,
    /// File name and text.
    stories: Vec<(String, String)>,
}

fn shipped() -> Vec<Shipped> {
    let shelf = Shelf::read();
    let read = |folder: &Folder| {
        let pack = shelf.pack(folder).unwrap_or_else(|problems| panic!("{}:\n{}", folder.id, lines(&problems)));
        let (id, text, stories) = (folder.id.clone(), folder.text.clone(), folder.stories.clone());
        Shipped { id, text, pack, stories }
    };
    shelf.folders.iter().map(read).collect()
}

fn lines<T: ToString>(items: &[T]) -> String {
    items.iter().map(T::to_string).collect::<Vec<_>>().join("\n")
}

fn clauses() -> Vec<Clause> {
    Shelf::read().clauses
}

#[test]
fn every_policy_has_a_folder_with_a_pack_of_that_name() {
    let policies: BTreeSet<_> = clauses().iter().map(|c| c.id[..6].to_owned()).collect();
    let packs: BTreeSet<_> = shipped().iter().map(|s| (s.id.clone(), s.pack.id.clone())).collect();
    assert_eq!(packs, policies.into_iter().map(|id| (id.clone(), id)).collect());
    assert_eq!(packs.len(), 76);
}

#[test]
fn the_vocabulary_has_no_mistake() {
    let text = fs::read_to_string(shelf::packs().join("vocabulary.toml")).expect("packs/vocabulary.toml");
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
fn no_enforceable_clause_is_left_out_and_timed_clauses_with_numbers_run() {
    let clauses = clauses();
    let packs = shipped();
    let mut enforceable = 0;
    for shipped in &packs {
        let carried = coverage(&shipped.pack, &clauses);
        assert!(shipped.pack.complete, "{}", shipped.id);
        assert_eq!(carried.missing, Vec::<String>::new(), "{}", shipped.id);
        enforceable += carried.clauses.len();
        let timed =
            clauses.iter().filter(|c| c.id.starts_with(&shipped.id) && c.enforceable && c.is_timed_with_numbers());
        for clause in timed {
            let found = carried.clauses.iter().find(|c| c.id == clause.id).expect("carried");
            assert_eq!(found.how, Some(How::Runs), "{}", clause.id);
        }
    }
    assert_eq!(enforceable, 1847);
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
    for shipped in &shipped() {
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
            "日常抽访:每月从全部客户里抽 10 至 15 个,逐个回访;本期有投诉 1 次以上或本期有维修 1 次以上的除外;\
             方式依次为电话、上门、信函;由公司经理。",
        ),
    ] {
        assert_eq!(words(pack, rule), text);
    }
}

#[test]
fn a_matter_stands_at_its_last_milestone_unless_one_that_ends_it_was_noted_after() {
    let words = Vocabulary::shipped();
    let day = |text: &str| Moment::parse(text).expect("a day");
    let mut appointment = Matter::new("m", "appointment");
    let stage = |matter: &Matter| words.kind("appointment").stage(matter).map(|m| m.kind.clone());
    assert_eq!(stage(&appointment), None);
    appointment.add_milestone("booked", day("2026-09-20"), None);
    appointment.add_milestone("scheduled", day("2026-10-15"), None);
    assert_eq!(stage(&appointment).as_deref(), Some("scheduled"));
    appointment.add_milestone("cancelled", day("2026-09-20"), None);
    assert_eq!(stage(&appointment).as_deref(), Some("cancelled"), "its appointed day lies ahead, and will not come");

    let mut complaint = Matter::new("m", "complaint");
    let stage = |matter: &Matter| words.kind("complaint").stage(matter).map(|m| m.kind.clone());
    complaint.add_milestone("handled", day("2026-10-08"), None);
    complaint.add_milestone("received", day("2026-10-01"), None);
    assert_eq!(stage(&complaint).as_deref(), Some("handled"), "what was written down later had happened before");
    complaint.add_milestone("received", day("2026-10-09"), None);
    assert_eq!(stage(&complaint).as_deref(), Some("received"), "it was opened again");
}

#[test]
fn what_the_vocabulary_says_of_registering_is_among_its_milestones() {
    let words = Vocabulary::shipped();
    for kind in &words.kinds {
        let known = words.kind(kind);
        assert!(!known.number.is_empty() && !known.fields.is_empty(), "{kind}");
        for code in known.ends.iter().chain(&known.begins) {
            assert!(known.milestones.contains_key(code), "{kind} has no {code}");
        }
        assert!(known.fields.iter().all(|f| words.is_code("field", f)), "{kind}: {:?}", known.fields);
    }
    let numbers: std::collections::BTreeSet<_> = words.kinds.iter().map(|k| &words.kind(k).number).collect();
    assert_eq!(numbers.len(), words.kinds.len(), "two kinds with the same letters would count together");
}
