//! An office with several policies, their values and its first person in one command; its calendar.

use crate::place::Place;
use serde_json::json;

#[test]
fn init_takes_several_policies_with_values_and_the_first_person() {
    let place = Place::new();
    let made = place.run(&[
        "init",
        "o",
        "--pack",
        "002-12",
        "--pack",
        "002-13",
        "--set",
        "incident_within=1 day",
        "--set",
        "002-13.occasions=[\"节日庆祝\"]",
        "--staff",
        "林晓:物业助理",
        "--json",
    ]);
    assert_eq!(made.code, 0, "{}", made.err);
    let document = made.json();
    assert_eq!(document["packs"], json!(["002-12", "002-13"]));
    assert_eq!(
        document["values"],
        json!({ "002-12": { "incident_within": "1 day" }, "002-13": { "occasions": ["节日庆祝"] } })
    );
    assert_eq!(document["blanks"], json!(null), "every blank is filled in");
    let staff = place.run(&["call", "o", "staff_list"]).json();
    assert_eq!((&staff[0]["name"], &staff[0]["role"]), (&json!("林晓"), &json!("物业助理")));
}

#[test]
fn init_says_which_blanks_are_left_and_refuses_what_no_policy_has() {
    let place = Place::new();
    let made = place.run(&["init", "o", "--pack", "002-13", "--json"]);
    assert_eq!(made.code, 0, "{}", made.err);
    assert!(
        made.json()["blanks"][0].as_str().is_some_and(|blank| blank.starts_with("002-13.occasions")),
        "{}",
        made.out
    );
    for (setting, named) in
        [("nothing=1", "nothing"), ("incident_within", "incident_within"), ("incident_within=很快", "突发事件")]
    {
        let refused = place.run(&["init", "p", "--pack", "002-12", "--set", setting]);
        assert_eq!(refused.code, 2);
        assert!(refused.err.contains("param_invalid") && refused.err.contains(named), "{}", refused.err);
        assert!(!place.0.path().join("p").exists(), "nothing is left behind");
    }
}

#[test]
fn the_calendar_is_written_for_one_person_or_everybody() {
    let place = Place::with_office();
    let run = place.run(&["calendar", "o", "--out", "a.ics", "--json"]);
    assert_eq!((run.code, &run.json()["rows"]), (0, &json!(0)), "no appointments, no promises");
    let text = std::fs::read_to_string(place.0.path().join("a.ics")).expect("it is written");
    assert!(text.starts_with("BEGIN:VCALENDAR\r\n") && text.ends_with("END:VCALENDAR\r\n"), "{text}");
    let nobody = place.run(&["calendar", "o", "--out", "b.ics", "--by", "没有这人"]);
    assert!(nobody.code == 2 && nobody.err.contains("没有这人"), "{}", nobody.err);
}
