//! Policy packs from the command line.

use crate::place::{Place, keys_are};
use crate::simulate::FACTS;
use serde_json::json;
use std::path::Path;

#[test]
fn packs_are_listed_checked_shown_and_covered() {
    let place = Place::new();
    let list = place.run(&["packs", "list", "--json"]);
    let document = list.json();
    let packs = document["packs"].as_array().expect("packs");
    packs.iter().for_each(|pack| keys_are(pack, &["id", "title", "sector", "complete"]));
    assert!(list.code == 0 && packs.iter().any(|p| p["id"] == "002-12" && p["sector"] == "property"));

    let check = place.run(&["packs", "check", "--json"]);
    let checked = check.json();
    let problems = checked["packs"].as_array().expect("packs").iter().map(|p| p["problems"].clone());
    assert!(check.code == 0 && problems.eq(std::iter::repeat_n(json!([]), packs.len())), "{checked}");

    let show = place.run(&["packs", "show", "002-12", "--json"]).json();
    keys_are(&show, &["id", "title", "lines"]);
    keys_are(&show["lines"][0], &["kind", "text", "clauses"]);
    let told = place.run(&["packs", "show", "002-12"]).out;
    assert!(told.contains("投诉回访") && told.contains("[002-12-03"), "{told}");
    assert_eq!(place.run(&["packs", "show", "002-99"]).code, 2);
}

#[test]
fn coverage_names_for_each_clause_what_carries_it() {
    let run = Place::new().run(&["packs", "coverage", "--json"]);
    let document = run.json();
    let policies = document["policies"].as_array().expect("policies");
    assert!(!policies.is_empty());
    for policy in policies {
        keys_are(policy, &["id", "clauses", "missing"]);
        let missing = policy["missing"].as_array().expect("clauses that nothing carries");
        for clause in policy["clauses"].as_array().expect("clauses") {
            keys_are(clause, &["id", "kind", "how", "by", "stories"]);
            let carried = ["runs", "asks", "shows"].contains(&clause["how"].as_str().unwrap_or_default());
            assert_ne!(carried, missing.contains(&clause["id"]), "{clause}");
        }
    }
    let property = policies.iter().find(|p| p["id"] == "002-12").expect("002-12 is a policy");
    let clause = property["clauses"].as_array().expect("clauses").iter().find(|c| c["id"] == "002-12-03");
    let clause = clause.expect("002-12-03 is a clause");
    assert!(clause["how"] == "runs" && clause["by"].as_array().expect("parts").contains(&json!("rule.complaint")));
}

const BROKEN: &str = "\
[pack]
id = \"x\"
title = \"坏的\"
sector = \"property\"
language = 1

[[rule]]
id = \"a\"
title = \"甲\"
kind = \"after\"
matter = \"complaint\"
milestone = \"handled\"
within = \"3 moons\"
channels = [\"pigeon\"]
";

#[test]
fn all_mistakes_of_a_pack_are_printed_with_line_and_column_and_the_exit_code_is_one() {
    let place = Place::new();
    place.file("packs/x/pack.toml", BROKEN);
    let environment = [("HUIFANG_PACKS", "packs")];
    let run = place.run_with(&["packs", "check"], &environment);
    assert_eq!(run.code, 1, "{}", run.err);
    let lines: Vec<_> = run.out.lines().collect();
    for at in ["packs/x/pack.toml: 第 13 行第 10 列", "packs/x/pack.toml: 第 14 行第 12 列"] {
        assert!(lines.iter().any(|line| line.starts_with(at)), "{at} in {}", run.out);
    }
    assert!(run.out.contains("3 moons") && run.out.contains("pigeon"), "{}", run.out);
    let document = place.run_with(&["packs", "check", "x", "--json"], &environment).json();
    let problems = document["packs"][0]["problems"].as_array().expect("problems");
    assert_eq!(problems.len(), lines.len() - 1);
    problems.iter().for_each(|p| keys_are(p, &["line", "column", "code", "expected", "found"]));

    let list = place.run_with(&["packs", "list"], &environment);
    assert!(list.code == 1 && list.out.contains("pigeon"), "a pack with mistakes is listed with them: {}", list.out);
    let init = place.run_with(&["init", "o", "--pack", "x"], &environment);
    assert!(init.code == 2 && init.err.contains("pack_problems") && init.err.contains("第 13 行"), "{}", init.err);
    assert!(!place.0.path().join("o").exists());
}

#[test]
fn packs_may_be_read_from_elsewhere() {
    let place = Place::new();
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs/002-12/pack.toml");
    let text = std::fs::read_to_string(shipped).expect("the pack is there").replace("\"3 days\"", "\"5 days\"");
    place.file("packs/002-12/pack.toml", &text);
    place.file("facts.json", FACTS);
    let args = [
        "simulate",
        "--pack",
        "002-12",
        "--facts",
        "facts.json",
        "--from",
        "2026-01-01",
        "--to",
        "2026-12-31",
        "--json",
    ];
    let tasks = place.run_with(&args, &[("HUIFANG_PACKS", "packs")]).json();
    let complaint = tasks["tasks"].as_array().expect("tasks").iter().find(|t| t["rule"] == "complaint");
    assert_eq!(complaint.expect("a task")["due"], "2026-10-05");
    let nowhere = place.run_with(&["packs", "list"], &[("HUIFANG_PACKS", "nowhere")]);
    assert!(nowhere.code == 2 && nowhere.err.contains("nowhere"), "{}", nowhere.err);
}
