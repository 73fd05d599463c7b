//! Running the program in a folder of its own.

use serde_json::Value;
use std::collections::BTreeSet;
use std::process::Command;
use tempfile::TempDir;

pub const TODAY: &str = "2026-09-29";

pub const HOUSEHOLDS: &str = "\
房号,业主姓名,联系电话,面积
1栋1单元0101,甲一,13800000001,90
1栋1单元0102,,13800000002,90
1栋1单元0103,丙三,138-坏,90
";

pub const COMPLAINTS: &str = "\
编号,投诉日期,房号,投诉内容,等级,受理人,处理完毕日期,备注
TS1,2026-09-25,1栋1单元0101,电梯故障,一般,前台,2026-09-28,
TS2,2026-09-25,1栋1单元0103,电梯故障,重要,前台,2026-09-20,
";

/// What a run printed, and how it ended.
pub struct Run {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Run {
    /// The one document on standard output.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|e| panic!("one document: {e}\n{}\n{}", self.out, self.err))
    }
}

/// A folder in which the program is run.
pub struct Place(pub TempDir);

impl Place {
    pub fn new() -> Self {
        Self(TempDir::new().expect("a folder"))
    }

    /// With an office under 002-12, two households and two complaints.
    pub fn with_office() -> Self {
        let place = Self::new();
        assert_eq!(place.run(&["init", "o", "--pack", "002-12", "--effective-from", "2026-01-01"]).code, 0);
        place.file("业主档案.csv", HOUSEHOLDS);
        place.file("投诉登记.csv", COMPLAINTS);
        assert_eq!(place.run(&["import", "o", "业主档案.csv", "投诉登记.csv"]).code, 1, "one row has no name");
        place
    }

    pub fn file(&self, name: &str, text: &str) {
        let path = self.0.path().join(name);
        std::fs::create_dir_all(path.parent().expect("it is in the folder")).expect("the folder is made");
        std::fs::write(path, text).expect("the file is written");
    }

    pub fn run(&self, args: &[&str]) -> Run {
        self.run_with(args, &[("HUIFANG_TODAY", TODAY)])
    }

    pub fn run_with(&self, args: &[&str], environment: &[(&str, &str)]) -> Run {
        let mut command = Command::new(env!("CARGO_BIN_EXE_huifang"));
        for name in ["HUIFANG_TODAY", "HUIFANG_PACKS", "HUIFANG_LOG"] {
            command.env_remove(name);
        }
        command.args(args).envs(environment.iter().copied()).current_dir(self.0.path());
        let output = command.output().expect("the program runs");
        let text = |bytes| String::from_utf8(bytes).expect("it prints UTF-8");
        Run {
            code: output.status.code().expect("it ends by itself"),
            out: text(output.stdout),
            err: text(output.stderr),
        }
    }

    /// The task of a complaint.
    pub fn task(&self, no: &str) -> Value {
        let tasks = self.run(&["tasks", "o", "--json"]).json();
        let found = tasks["tasks"].as_array().expect("tasks").iter().find(|t| t["no"] == no).cloned();
        found.expect("the complaint has a task")
    }
}

pub fn keys(value: &Value) -> BTreeSet<&str> {
    value.as_object().expect("an object").keys().map(String::as_str).collect()
}

pub fn keys_are(value: &Value, names: &[&str]) {
    assert_eq!(keys(value), names.iter().copied().collect());
}
