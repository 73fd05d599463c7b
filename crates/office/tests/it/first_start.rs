//! The first start: policies on offer, a folder that will do, an office with several policies in one call, and twelve acts
//! to the first recorded follow-up.

use crate::common::{HOUSEHOLDS, STAFF, at, complaints};
use huifang_office::PackShelf;
use huifang_office::wire::{Desk, FolderCheck, JobStatus, PackOffer, TaskDetail, WireError, Worklist, dispatch};
use serde_json::{Value, json};
use tempfile::TempDir;

const TODAY: &str = "2026-09-29";

/// A fresh program, and the place where its offices lie.
struct Fresh {
    desk: Desk,
    place: TempDir,
}

impl Fresh {
    fn new() -> Self {
        let place = TempDir::new().expect("a folder");
        let desk = Desk::headless(PackShelf::default()).keep_offices_in(place.path().join("回访台"));
        Self { desk, place }
    }

    fn ask(&self, command: &str, payload: Value) -> Result<Value, WireError> {
        dispatch(&self.desk, command, payload, at(TODAY))
    }

    fn call(&self, command: &str, payload: Value) -> Value {
        self.ask(command, payload).expect("the command answers")
    }

    fn check(&self, dir: Option<String>, name: &str) -> FolderCheck {
        let check = self.call("check_folder", json!({ "dir": dir, "name": name }));
        serde_json::from_value(check).expect("it is a check")
    }

    fn path(&self, name: &str) -> String {
        self.place.path().join(name).display().to_string()
    }

    fn file(&self, name: &str, text: &str) -> String {
        std::fs::write(self.place.path().join(name), text).expect("the list is written");
        self.path(name)
    }

    fn import(&self, files: &[String], dry_run: bool) -> JobStatus {
        let wish = json!({ "files": files, "as": null, "dry_run": dry_run, "mapping": {} });
        let mut status: JobStatus = serde_json::from_value(self.call("start_import", wish)).expect("a status");
        while status.state == "running" {
            std::thread::yield_now();
            let asked = self.call("job_status", json!({ "job": status.job }));
            status = serde_json::from_value(asked).expect("a status");
        }
        status
    }

    fn worklist(&self) -> Worklist {
        let query = json!({ "tab": "all", "mine": false, "find": "", "offset": 0, "limit": 20 });
        serde_json::from_value(self.call("worklist", query)).expect("it is a list")
    }
}

fn problem_of(check: FolderCheck) -> String {
    check.problem.map(|problem| problem.code).unwrap_or_default()
}

#[test]
fn every_pack_is_offered_with_what_it_asks_for_and_of_each_sector_one_is_recommended() {
    let fresh = Fresh::new();
    let offers: Vec<PackOffer> = serde_json::from_value(fresh.call("pack_offers", json!({}))).expect("offers");
    assert_eq!(offers.len(), PackShelf::default().ids().count());
    let sectors: std::collections::BTreeSet<_> = offers.iter().map(|offer| &offer.sector).collect();
    let recommended: Vec<_> = offers.iter().filter(|offer| offer.recommended).collect();
    assert_eq!(recommended.len(), sectors.len());
    for sector in sectors {
        let of_sector: Vec<_> = offers.iter().filter(|offer| &offer.sector == sector).collect();
        let best = of_sector[0];
        assert!(best.recommended, "{sector}: the recommended one stands first");
        let better = of_sector.iter().find(|o| (o.blanks == 0, o.runs) > (best.blanks == 0, best.runs));
        assert!(better.is_none(), "{sector}: {} is better than {}", better.map_or("", |o| &o.id), best.id);
    }
    let graded = offers.iter().find(|offer| offer.id == "002-12").expect("002-12 ships");
    assert!(graded.line.starts_with("投诉回访、维修回访、"), "{}", graded.line);
    assert!(graded.runs > 10 && graded.roles.contains(&"物业助理".to_owned()), "{graded:?}");
    assert!(offers.iter().all(|offer| !offer.line.is_empty() || offer.runs == 0), "each says what it asks for");
}

#[test]
fn a_folder_is_proposed_that_is_free() {
    let fresh = Fresh::new();
    let first = fresh.check(None, "安居物业");
    assert_eq!((first.dir.as_str(), &first.problem), (fresh.path("回访台/安居物业").as_str(), &None));
    std::fs::create_dir_all(&first.dir).expect("it is made");
    assert_eq!(fresh.check(None, "安居物业").dir, first.dir, "an empty one is free");
    std::fs::write(std::path::Path::new(&first.dir).join("账.txt"), "1").expect("it is written");
    assert_eq!(fresh.check(None, "安居物业").dir, fresh.path("回访台/安居物业 2"));
    assert_eq!(fresh.check(None, "a/b:c").dir, fresh.path("回访台/abc"));
}

#[test]
fn a_folder_that_will_not_do_is_refused_with_what_to_do() {
    let fresh = Fresh::new();
    let file = fresh.file("名单.csv", "姓名");
    let checks = [
        ("", "folder_unset"),
        ("我的办公室", "folder_not_absolute"),
        (file.as_str(), "folder_is_file"),
        (&fresh.path(""), "folder_not_empty"),
        (&fresh.path("名单.csv/办公室"), "folder_not_writable"),
    ];
    for (dir, code) in checks {
        let problem = fresh.check(Some(dir.to_owned()), "安居").problem.expect("it will not do");
        assert_eq!(problem.code, code, "{dir}");
        assert!(problem.text.contains('请'), "{}", problem.text);
        let create = json!({ "dir": dir, "name": "安居", "packs": ["002-12"] });
        assert_eq!(fresh.ask("create_office", create).expect_err("it is refused").code, code);
    }
    assert_eq!(std::fs::read_dir(fresh.place.path()).expect("it can be read").count(), 1, "nothing is left behind");
    assert!(problem_of(fresh.check(Some(fresh.path("新的/更深的")), "安居")).is_empty());
    std::fs::create_dir(fresh.path("苹果")).expect("it is made");
    std::fs::write(fresh.path("苹果/.DS_Store"), "").expect("it is written");
    assert!(
        problem_of(fresh.check(Some(fresh.path("苹果")), "安居")).is_empty(),
        "what systems leave lying is nothing"
    );
}

#[test]
fn an_office_that_can_not_be_made_leaves_the_open_one_open_and_nothing_behind() {
    let fresh = Fresh::new();
    let create = |dir: &str, packs: Value| {
        fresh.ask("create_office", json!({ "dir": fresh.path(dir), "name": "安居", "packs": packs }))
    };
    create("一", json!(["002-12"])).expect("it is made");
    assert_eq!(create("二", json!(["002-99"])).expect_err("it is refused").code, "not_found");
    assert!(!fresh.place.path().join("二").exists());
    assert_eq!(fresh.call("desk_status", json!({}))["office"]["dir"], json!(fresh.path("一")));
}

#[test]
fn several_policies_begin_in_one_call_with_their_values_and_the_first_person() {
    let fresh = Fresh::new();
    let create = |values: Value| {
        let wish = json!({
            "dir": fresh.path("安居"), "name": "安居物业", "packs": ["002-12", "002-13"],
            "values": values, "first": { "name": "林 晓", "role": "物业助理" },
        });
        fresh.ask("create_office", wish)
    };
    let blank = create(json!({})).expect_err("002-13 leaves a blank");
    assert_eq!(blank.code, "param_invalid");
    assert_eq!(blank.params["params"][0]["pack"], "002-13");
    assert_eq!(blank.params["params"][0]["name"], "occasions");

    let wrong = json!({ "002-12": { "incident_within": "很快", "festival": 1 }, "003-04": {} });
    let wrong = create(wrong).expect_err("nothing of that may stand");
    let named: Vec<_> = wrong.params["params"].as_array().expect("faults").iter().map(|f| f["name"].clone()).collect();
    assert_eq!(named, ["festival", "incident_within", "occasions"], "all at once: {}", wrong.detail);
    assert!(wrong.detail.contains("003-04"), "{}", wrong.detail);

    let status = create(json!({ "002-13": { "occasions": ["节日庆祝"] }, "002-12": { "incident_within": "1 day" } }));
    let status = status.expect("it is made");
    assert_eq!(status["me"]["name"], "林晓");
    let packs: Vec<_> = status["office"]["packs"].as_array().expect("packs").iter().map(|p| p["id"].clone()).collect();
    assert_eq!(packs, ["002-12", "002-13"]);
    let text = fresh.call("pack_text", json!({ "id": "002-12" }));
    let set: Vec<_> = text["params"].as_array().expect("params").iter().filter(|p| p["set"] == true).collect();
    assert_eq!((set.len(), &set[0]["name"], &set[0]["value"]), (1, &json!("incident_within"), &json!("1 day")));
}

#[test]
fn a_list_of_staff_that_names_the_first_person_does_not_double_him() {
    let fresh = Fresh::new();
    let wish = json!({ "dir": fresh.path("安居"), "name": "安居", "packs": ["002-12"], "first": { "name": "王芳", "role": "前台" } });
    fresh.call("create_office", wish);
    let list = fresh.file("员工.csv", "姓名,岗位,部门\n王芳,物业助理,客服部\n李娜,物业助理,客服部\n");
    assert_eq!(fresh.import(std::slice::from_ref(&list), false).imports[0].created, 1);
    assert_eq!(fresh.import(&[list], false).imports[0].unchanged, 2, "the same list again changes nothing");
    let staff = fresh.call("staff_list", json!({}));
    assert_eq!(staff.as_array().expect("people").len(), 2);
    assert_eq!(fresh.call("desk_status", json!({}))["me"]["role"], "物业助理");
}

#[test]
fn from_a_fresh_start_to_the_first_recorded_follow_up_takes_few_commands() {
    let fresh = Fresh::new();
    let mut acts = 0;
    let mut act = |command: &str, payload: Value| {
        acts += 1;
        fresh.call(command, payload)
    };
    let dir = fresh.check(None, "安居物业").dir;
    let first = json!({ "name": "林晓", "role": "物业助理" });
    act("create_office", json!({ "dir": dir, "name": "安居物业", "packs": ["002-12"], "first": first }));
    assert_eq!(fresh.worklist().total, 0);
    let files = [
        fresh.file("业主档案.csv", HOUSEHOLDS),
        fresh.file("投诉登记.csv", &complaints(&[["TS1", "0101", "2026-09-29", "一般", ""]])),
    ];
    assert_eq!(fresh.import(&files, true).state, "done");
    assert_eq!(fresh.import(&files, false).state, "done");
    acts += 2;
    let mut act = |command: &str, payload: Value| {
        acts += 1;
        fresh.call(command, payload)
    };
    let task = fresh.worklist().rows[0].id.clone();
    let detail: TaskDetail = serde_json::from_value(act("task_detail", json!({ "task": task }))).expect("a task");
    assert_eq!(detail.row.assignee, "林晓", "the first person must, since he holds the post");
    let answers = json!({ "content": "问了电梯", "satisfied": "满意" });
    let record = json!({
        "tasks": [{ "task": task, "answers": answers }], "channel": "phone", "outcome": "reached",
        "on": null, "again_on": null, "note": "", "by": null, "exception": null,
    });
    let written = act("record_follow_up", record);
    assert_eq!(written["settled"], json!([task]));
    assert!(acts <= 12, "{acts}");
}

#[test]
fn the_demonstration_is_one_command_and_lies_beside_the_others() {
    let fresh = Fresh::new();
    let status = fresh.call("sample_office", json!({ "sector": "hospital", "dir": null }));
    assert_eq!(status["office"]["sample"], true);
    assert_eq!(status["office"]["dir"], json!(fresh.path("回访台/演示 某某医院")));
    assert!(status["me"].is_object(), "somebody is at work");
    assert!(fresh.worklist().total > 0);
    fresh.call("close_office", json!({}));
    let again = fresh.call("sample_office", json!({ "sector": "hospital", "dir": null }));
    assert_eq!(again["office"]["dir"], json!(fresh.path("回访台/演示 某某医院 2")));
}

#[test]
fn an_imported_list_of_staff_is_not_needed_for_posts() {
    let fresh = Fresh::new();
    fresh.call("create_office", json!({ "dir": fresh.path("安居"), "name": "安居", "packs": ["002-12"] }));
    fresh.import(&[fresh.file("员工.csv", STAFF), fresh.file("业主.csv", HOUSEHOLDS)], false);
    assert!(fresh.call("desk_status", json!({}))["me"].is_null(), "nobody was named, so nobody is signed in");
}
