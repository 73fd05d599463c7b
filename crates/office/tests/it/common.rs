//! Shared by the tests: a clock that is told, small offices made of lists as offices keep them, and tasks as lines.

use chrono::{FixedOffset, NaiveDate};
use huifang_core::calendar::Now;
use huifang_office::wire::{Decide, RecordFollowUp, Rectify, TaskAnswers, WorklistQuery};
use huifang_office::{ImportOutcome, ImportWish, NewOffice, Office, OfficeError, PackShelf, Watch};
use serde_json::Value;
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicI64, Ordering};
use tempfile::TempDir;

/// The demonstration lists.
pub fn samples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../samples")
}

/// A day written as `2026-09-30`.
pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day is written YYYY-MM-DD")
}

/// Nine o'clock of that day in China. Each clock is a second later than the one before, as acts of people are.
pub fn at(text: &str) -> Now {
    static SECONDS: AtomicI64 = AtomicI64::new(0);
    let today = day(text);
    let zone = FixedOffset::east_opt(8 * 3600).expect("eight hours are an offset");
    let nine = today.and_hms_opt(9, 0, 0).expect("nine o'clock is a time");
    let utc_ms = nine.and_utc().timestamp_millis() - 8 * 3_600_000;
    let instant_ms = utc_ms + 1000 * SECONDS.fetch_add(1, Ordering::Relaxed);
    Now { instant_ms, zone, today, minute: 9 * 60, pretended: false }
}

/// The same moment on a clock that was set by hand.
pub fn pretended(text: &str) -> Now {
    Now { pretended: true, ..at(text) }
}

/// A task as a test names it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Line {
    /// Number of the matter, or the client's name where it hangs on no matter.
    pub about: String,
    pub rule: String,
    pub step: u32,
    pub id: String,
    pub opens: NaiveDate,
    pub due: NaiveDate,
    pub state: &'static str,
    pub role: String,
    pub assignee: Option<String>,
    /// Why it was withdrawn.
    pub withdrawn: Option<String>,
}

/// An office in a folder that goes away with the test.
pub struct Small {
    pub office: Office,
    pub dir: TempDir,
}

pub const STAFF: &str = "\
姓名,岗位,部门,手机
王芳,物业助理,客服部,13900000001
李娜,物业助理,客服部,13900000002
陈主管,客服部主管,客服部,13900000003
孙工,工程主管,工程部,13900000004
赵总,公司经理,办公室,13900000005
";

pub const HOUSEHOLDS: &str = "\
房号,业主姓名,联系电话,面积,特殊关怀
1栋1单元0101,甲一,13800000001,90,
1栋1单元0102,乙二,13800000002,90,
1栋1单元0103,丙三,13800000003,90,
1栋1单元0104,丁四,13800000004,90,
1栋1单元0105,戊五,13800000005,90,
1栋1单元0106,己六,13800000006,90,
";

/// A list of complaints: each is number, room, handled on, severity, remark.
pub fn complaints(rows: &[[&str; 5]]) -> String {
    let title = "编号,投诉日期,房号,投诉内容,等级,受理人,处理完毕日期,备注\n";
    let row = |[no, room, handled, severity, remark]: &[&str; 5]| {
        format!("{no},2026-06-30,1栋1单元{room},电梯故障,{severity},前台,{handled},{remark}\n")
    };
    title.to_owned() + &rows.iter().map(row).collect::<String>()
}

impl Small {
    /// An empty office.
    pub fn new(packs: &[&str], effective_from: &str, now: Now) -> Self {
        let dir = TempDir::new().expect("a folder for the office");
        let new = NewOffice {
            name: "某某花园".to_owned(),
            packs: packs.iter().map(|p| (*p).to_owned()).collect(),
            effective_from: day(effective_from),
            sample: false,
        };
        let office = Office::create(dir.path(), &new, &PackShelf::default(), now).expect("the office is made");
        Self { office, dir }
    }

    /// A property office under 002-12 with six households and these complaints.
    pub fn property(rows: &[[&str; 5]], now: Now) -> Self {
        let mut small = Self::new(&["002-12"], "2026-01-01", now);
        small.import("员工.csv", STAFF, now);
        small.import("业主档案.csv", HOUSEHOLDS, now);
        if !rows.is_empty() {
            small.import("投诉登记.csv", &complaints(rows), now);
        }
        small
    }

    /// Imports a list.
    pub fn import(&mut self, file: &str, text: &str, now: Now) -> ImportOutcome {
        import(&mut self.office, file, text.as_bytes(), now).expect("the list is imported")
    }

    /// Every task, in order.
    pub fn lines(&self, today: &str) -> Vec<Line> {
        lines(&self.office, day(today))
    }

    /// The only task of the rule about that number or name.
    pub fn line(&self, today: &str, rule: &str, about: &str) -> Line {
        let found: Vec<_> = self.lines(today).into_iter().filter(|l| l.rule == rule && l.about == about).collect();
        let [line] = &found[..] else { panic!("one task of {rule} about {about}, found {found:#?}") };
        line.clone()
    }

    /// The id of a person of staff.
    pub fn staff(&self, name: &str) -> String {
        let staff = self.office.staff().expect("the staff can be read");
        staff.into_iter().find(|s| s.name == name).expect("somebody has this name").id.0
    }

    /// The id of a client.
    pub fn client(&self, name: &str) -> String {
        let found = self.office.find_clients(name, 2, at("2026-09-30")).expect("clients can be searched");
        assert_eq!(found.total, 1, "one client is called {name}");
        found.rows[0].client.id.clone()
    }

    /// The id of the matter of a task.
    pub fn matter(&self, no: &str) -> String {
        let (facts, _) = self.office.task_views(day("2026-09-30")).expect("the tasks can be read");
        let found = facts.facts.matters.iter().find(|m| m.no.as_deref() == Some(no));
        found.expect("a matter has this number").id.to_string()
    }

    /// Writes a decision.
    pub fn decide(&mut self, decide: Decide, now: Now) {
        self.office.decide(&decide, now).expect("the decision is written");
    }
}

/// Imports bytes without a wish.
pub fn import(office: &mut Office, file: &str, bytes: &[u8], now: Now) -> Result<ImportOutcome, OfficeError> {
    import_watched(office, file, bytes, &ImportWish::default(), now, &mut |_, _, _| ControlFlow::Continue(()))
}

/// Imports bytes as wished, with somebody watching.
pub fn import_watched(
    office: &mut Office,
    file: &str,
    bytes: &[u8],
    wish: &ImportWish,
    now: Now,
    watch: Watch<'_>,
) -> Result<ImportOutcome, OfficeError> {
    let mut batch = office.batch()?;
    office.import_bytes(&mut batch, file, bytes, wish, now, watch)
}

/// Every task of the office as a line, in order.
pub fn lines(office: &Office, today: NaiveDate) -> Vec<Line> {
    let (facts, views) = office.task_views(today).expect("the tasks can be read");
    let mut lines: Vec<_> = views
        .iter()
        .map(|view| {
            let emission = &view.task.emission;
            let no = facts.matter(emission.matter.as_ref()).and_then(|m| m.no.clone());
            let name = || facts.client(emission.client.as_ref()).map(|c| c.name.clone()).unwrap_or_default();
            Line {
                about: no.unwrap_or_else(name),
                rule: emission.key.rule.clone(),
                step: emission.key.occurrence,
                id: emission.id.to_string(),
                opens: emission.opens,
                due: view.due,
                state: view.state.code(),
                role: emission.role.clone(),
                assignee: facts.assignee(view).map(|s| s.name.clone()),
                withdrawn: view.task.withdrawn_because.clone(),
            }
        })
        .collect();
    lines.sort();
    lines
}

/// A decision about a task.
pub fn about_task(act: &str, task: &str) -> Decide {
    Decide {
        act: act.to_owned(),
        task: Some(task.to_owned()),
        client: None,
        day: None,
        to: None,
        // A waiver is approved; what else is decided needs nobody's leave.
        approver: (act == "waive").then(|| "赵总".to_owned()),
        reason: "经理同意".to_owned(),
    }
}

/// A window of the whole list under a tab.
pub fn listing(tab: &str) -> WorklistQuery {
    WorklistQuery {
        tab: tab.to_owned(),
        whose: String::new(),
        filter: None,
        tasks: Vec::new(),
        find: String::new(),
        offset: 0,
        limit: 100,
    }
}

/// A decision about a client.
pub fn about_client(act: &str, client: &str) -> Decide {
    Decide { task: None, client: Some(client.to_owned()), ..about_task(act, "") }
}

/// A call that reached the client.
pub fn reached(task: &str, answers: Value) -> RecordFollowUp {
    let Value::Object(answers) = answers else { panic!("answers are an object") };
    RecordFollowUp {
        tasks: vec![TaskAnswers {
            task: task.to_owned(),
            answers: answers.into_iter().collect(),
            unanswered: BTreeMap::new(),
        }],
        channel: "phone".to_owned(),
        outcome: "reached".to_owned(),
        on: None,
        again_on: None,
        phone: None,
        note: String::new(),
        by: None,
        exception: None,
        attachments: Vec::new(),
    }
}

/// A call after which the client says whether he is satisfied, made by somebody.
pub fn asked(task: &str, satisfied: &str, by: &str) -> RecordFollowUp {
    let answers = serde_json::json!({ "content": "问了处理情况", "satisfied": satisfied });
    RecordFollowUp { by: Some(by.to_owned()), ..reached(task, answers) }
}

/// A rectification by somebody, today.
pub fn mended(problem: &str, by: &str) -> Rectify {
    Rectify {
        matter: problem.to_owned(), on: None, note: "换了门机皮带并试运行".to_owned(), by: Some(by.to_owned())
    }
}

/// The code with which something is refused.
pub fn refusal<T>(result: Result<T, OfficeError>) -> (&'static str, String) {
    let error = result.err().expect("this is refused");
    (error.code(), error.sentence())
}
