//! Registering matters from the command line.

use crate::place::Place;
use serde_json::json;

#[test]
fn a_matter_is_looked_at_registered_and_asked_about() {
    let place = Place::with_office();
    let found = place.run(&["search", "o", "甲一", "--json"]).json();
    let client = found["clients"][0]["id"].as_str().expect("a client").to_owned();
    let wish = ["matter", "o", "--client", &client, "--kind", "complaint", "--milestone", "handled=2026-09-28"];
    let looked = place.run(&[&wish[..], &["--dry-run", "--json"]].concat()).json();
    assert_eq!((&looked["no"], &looked["lines"][0]["sort"]), (&json!("TS260001"), &json!("new")));

    let written = place.run(&[&wish[..], &["--field", "topic=电梯又停了", "--json"]].concat()).json();
    assert_eq!(written["no"], "TS260001");
    let tasks = place.run(&["tasks", "o", "--state", "open", "--json"]).json();
    let about = tasks["tasks"].as_array().expect("tasks").iter().filter(|t| t["rule"] == "complaint").count();
    assert_eq!(about, 2, "that of the list, and this one");

    let caller =
        place.run(&["matter", "o", "--caller", "13700001234", "--name", "何先生", "--kind", "complaint", "--json"]);
    assert_eq!(place.run(&["search", "o", "何先生", "--json"]).json()["clients"][0]["id"], caller.json()["client"]);
    let odd = place.run(&["matter", "o", "--kind", "complaint", "--field", "topic"]);
    assert!(odd.code == 2 && odd.err.contains("bad_value"), "{}", odd.err);
}
