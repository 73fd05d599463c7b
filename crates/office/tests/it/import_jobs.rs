//! An import as a job: started, asked how far it is, stopped.

use crate::common::{HOUSEHOLDS, STAFF, at};
use huifang_office::PackShelf;
use huifang_office::wire::{ClientList, Desk, JobStatus, WireError, dispatch};
use serde_json::{Value, json};
use std::path::Path;
use tempfile::TempDir;

const TODAY: &str = "2026-09-29";

/// A desk with a new property office in a folder beside the lists.
struct Host {
    desk: Desk,
    dir: TempDir,
}

impl Host {
    fn new() -> Self {
        let dir = TempDir::new().expect("a folder");
        let host = Self { desk: Desk::headless(PackShelf::default()), dir };
        let office = host.dir.path().join("office");
        host.call("create_office", json!({ "dir": office, "name": "某某花园", "packs": ["002-12"] }));
        host
    }

    fn try_call(&self, command: &str, payload: Value) -> Result<Value, WireError> {
        dispatch(&self.desk, command, payload, at(TODAY))
    }

    fn call(&self, command: &str, payload: Value) -> Value {
        self.try_call(command, payload).expect("the command answers")
    }

    fn file(&self, name: &str, text: &str) -> String {
        let path = self.dir.path().join(name);
        std::fs::write(&path, text).expect("the list is written");
        path.display().to_string()
    }

    fn start(&self, files: &[String]) -> JobStatus {
        let wish = json!({ "files": files, "as": null, "dry_run": false, "mapping": {} });
        serde_json::from_value(self.call("start_import", wish)).expect("it is a status")
    }

    fn status(&self, job: &str) -> JobStatus {
        serde_json::from_value(self.call("job_status", json!({ "job": job }))).expect("it is a status")
    }

    /// Asks until the job is over, and gives what was seen on the way.
    fn wait(&self, job: &str, mut look: impl FnMut(&JobStatus)) -> JobStatus {
        loop {
            let status = self.status(job);
            look(&status);
            if status.state != "running" {
                return status;
            }
            std::thread::yield_now();
        }
    }

    fn clients(&self) -> u32 {
        let list = self.call("client_list", json!({ "find": "", "offset": 0, "limit": 1 }));
        serde_json::from_value::<ClientList>(list).expect("it is a list").total
    }
}

#[test]
fn a_job_says_what_came_of_each_file() {
    let host = Host::new();
    let files = [host.file("员工.csv", STAFF), host.file("业主档案.csv", HOUSEHOLDS)];
    let job = host.start(&files);
    assert_eq!(job.state, "running");
    let done = host.wait(&job.job, |_| ());
    assert_eq!((done.state.as_str(), done.error), ("done", None));
    let seen: Vec<_> = done.imports.iter().map(|i| (i.file.as_str(), i.r#as.as_str(), i.rows, i.created)).collect();
    assert_eq!(seen, [("员工.csv", "staff", 5, 5), ("业主档案.csv", "clients", 6, 6)]);
    assert!(done.imports.iter().all(|i| i.import.is_some()));
    assert_eq!(host.clients(), 6);
    assert_eq!(host.status(&job.job).state, "done", "it can be asked again");
}

#[test]
fn the_rows_that_did_not_go_in_can_be_had_as_a_workbook() {
    let host = Host::new();
    let file = host.file("业主档案.csv", "房号,业主姓名,联系电话\n1栋0101,,13800000001\n1栋0102,乙二,13800000002\n");
    let done = host.wait(&host.start(&[file]).job, |_| ());
    let rejected: Vec<_> = done.imports[0].rejected.iter().map(|r| (r.row, r.code.as_str())).collect();
    assert_eq!(rejected, [(2, "missing_name")]);
    let path = host.dir.path().join("错误行.xlsx");
    let written = host.call("errors_workbook", json!({ "job": done.job, "path": path }));
    assert_eq!(written["rows"], 1);
    assert!(path.is_file());
}

#[test]
fn a_job_that_fails_says_why_and_what_went_in_before_stays_in() {
    let host = Host::new();
    let files = [host.file("业主档案.csv", HOUSEHOLDS), host.file("改名.xlsx", "姓名\n甲\n")];
    let failed = host.wait(&host.start(&files).job, |_| ());
    let error = failed.error.expect("it failed");
    assert_eq!((failed.state.as_str(), error.code.as_str()), ("failed", "not_a_workbook"));
    assert!(error.text.contains("改名.xlsx"), "{}", error.text);
    assert_eq!((failed.imports.len(), host.clients()), (1, 6));
}

#[test]
fn a_job_needs_files_and_an_open_office_and_has_a_number() {
    let host = Host::new();
    let wish = |files: &[&str]| json!({ "files": files, "as": null, "dry_run": false, "mapping": {} });
    let code = |command: &str, payload| host.try_call(command, payload).expect_err("it is refused").code;
    assert_eq!(code("start_import", wish(&[])), "no_file");
    assert_eq!(code("job_status", json!({ "job": "77" })), "not_found");
    assert_eq!(code("cancel_job", json!({ "job": "77" })), "not_found");
    host.call("close_office", Value::Null);
    assert_eq!(code("start_import", wish(&["a.csv"])), "no_office");
}

fn large(path: &Path) {
    let rows = (0..100_000).map(|n| format!("KQ{n:06},张三,139{n:08}\n"));
    std::fs::write(path, "病历号,姓名,联系电话\n".to_owned() + &rows.collect::<String>()).expect("the list is written");
}

#[test]
fn a_hundred_thousand_rows_show_how_far_they_are_and_can_be_stopped() {
    let host = Host::new();
    let path = host.dir.path().join("大.csv");
    large(&path);
    let job = host.start(&[path.display().to_string()]).job;
    let mut checked = Vec::new();
    let over = host.wait(&job, |status| {
        if status.stage == "checking" && checked.last() != Some(&status.done) {
            checked.push(status.done);
            assert_eq!(status.total, 100_000);
        }
        if status.stage == "writing" || checked.len() >= 5 {
            host.call("cancel_job", json!({ "job": job }));
        }
    });
    assert_eq!((over.state.as_str(), over.error, over.imports.len()), ("cancelled", None, 0));
    assert!(checked.len() >= 2 && checked.is_sorted(), "{checked:?}");
    assert_eq!(host.clients(), 0);
    assert_eq!(host.call("import_history", Value::Null), json!([]));
}
