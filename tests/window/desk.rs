//! A whole day at the front desk, by keyboard: every outcome that a call can have, complaints that come in between, a
//! household, a signed visit, a colleague on the line, a slip taken back, and a power cut in the middle of a form.

use crate::sheet;
use crate::window::{Window, asking_again};
use chrono::{FixedOffset, NaiveDate};
use huifang_core::calendar::Now;
use huifang_core::domain::Record;
use huifang_office::wire::{ClientBrief, JoinHousehold, WorklistQuery};
use huifang_office::{Office, PackShelf, SampleSector, make_sample};
use huifang_store::Store;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::Path;
use tempfile::TempDir;

/// The day before the National Day holiday, before and after the power cut.
const MORNING: &str = "2026-09-30T09:00";
const AFTERNOON: &str = "2026-09-30T14:00";

/// What a call comes to.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Said {
    /// Reached; the digit of the rating.
    Reached(&'static str),
    NoAnswer,
    /// Nobody answers, said from the list without opening the sheet.
    NoAnswerFromList,
    Busy,
    /// Asked to be called again, as typed; and the moment that it means.
    AskedFor(&'static str, &'static str),
    Refused,
    WrongNumber,
}
use Said::{AskedFor, Busy, NoAnswer, NoAnswerFromList, Reached, Refused, WrongNumber};

const SATISFIED: Said = Reached("1");
const DISSATISFIED: Said = Reached("3");

const BEFORE_NOON: [Said; 13] = [
    SATISFIED,
    Busy,
    AskedFor("明天15:30", "2026-10-01T15:30"),
    DISSATISFIED,
    NoAnswerFromList,
    SATISFIED,
    Refused,
    WrongNumber,
    Reached("2"),
    NoAnswer,
    SATISFIED,
    AskedFor("今天17:00", "2026-09-30T17:00"),
    SATISFIED,
];

const AFTER_NOON: [Said; 12] = [
    SATISFIED,
    NoAnswer,
    SATISFIED,
    DISSATISFIED,
    Busy,
    SATISFIED,
    Refused,
    Reached("2"),
    NoAnswerFromList,
    WrongNumber,
    AskedFor("10-08", "2026-10-08"),
    SATISFIED,
];

#[test]
fn a_front_desk_day_by_keyboard_with_a_power_cut_in_the_middle() {
    let (office, household) = sample_office();
    let folder = office.path().join("office");
    let mut day = Day::begin(&folder, MORNING);
    day.colleague_is_on_the_line();
    for said in BEFORE_NOON {
        day.call(said);
    }
    day.slip_is_taken_back();
    day.three_complaints();
    day.complaint_is_dealt_with();
    day.visit_is_signed();
    let half = day.half_a_call();
    let mut day = day.power_cut(&folder);
    day.goes_on_with(&half);
    for said in AFTER_NOON {
        day.call(said);
    }
    day.household_is_called_once(&household);
    let (me, calls) = day.end();
    assert!(calls.len() >= 30, "{} calls were made", calls.len());
    the_office_holds(&folder, &me, &calls);
}

/// The property office of the demonstration as it was left in the evening before, with two clients who have become one
/// household.
fn sample_office() -> (TempDir, Vec<ClientBrief>) {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let evening = now(day_of(29), 18 * 60);
    let path = folder.path().join("office");
    let office = make_sample(&path, SampleSector::Property, &PackShelf::default(), evening);
    let mut office = office.expect("the demonstration office can be made");
    let household = two_flats(&office, evening);
    let clients = household.iter().map(|client| client.id.clone()).collect();
    office.join_household(&JoinHousehold { clients }, evening).expect("they live together");
    (folder, household)
}

fn now(today: NaiveDate, minute: u16) -> Now {
    let zone = FixedOffset::east_opt(8 * 3600).expect("China's zone");
    let midnight = today.and_time(chrono::NaiveTime::MIN).and_utc().timestamp_millis() - 8 * 3_600_000;
    Now { instant_ms: midnight + i64::from(minute) * 60_000, zone, today, minute, pretended: true }
}

fn day_of(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 9, day).expect("a day of the calendar")
}

/// Two clients with one overdue follow-up each, far down the list: the day's calls do not get there.
fn two_flats(office: &Office, evening: Now) -> Vec<ClientBrief> {
    let query: WorklistQuery =
        serde_json::from_value(json!({ "tab": "overdue", "find": "", "offset": 50, "limit": 30 })).expect("a query");
    let rows = office.list(&query, evening).expect("the worklist").rows;
    let alone = rows.iter().filter(|row| row.together == 0 && row.channels.iter().any(|channel| channel == "phone"));
    let clients: Vec<_> = alone.filter_map(|row| row.client.clone()).take(2).collect();
    assert_eq!(clients.len(), 2, "two clients wait");
    clients
}

/// A call that was written down.
struct Call {
    said: Said,
    /// The tasks that it was about.
    tasks: Vec<String>,
    /// Whom it concerned.
    clients: BTreeSet<String>,
}

/// The desk of one person in the course of a day.
struct Day {
    window: Window,
    /// Who sits there.
    me: String,
    calls: Vec<Call>,
    /// The outcomes that a sheet offers.
    offered: BTreeSet<String>,
    /// Problems that are open.
    problems: usize,
    /// What busy lines and unanswered calls lead to at this hour.
    next: Next,
}

/// When a call is tried again that did not reach anybody.
struct Next {
    busy: &'static str,
    no_answer: &'static str,
}

impl Day {
    /// Opens the office: it knows who works there, and the list has the cursor.
    fn begin(folder: &Path, hour: &str) -> Self {
        let next = match hour {
            MORNING => Next { busy: "2026-09-30T10:00", no_answer: "2026-09-30T12:00" },
            _ => Next { busy: "2026-09-30T15:00", no_answer: "2026-09-30T18:00" },
        };
        let window = Window::open(Some(folder), hour);
        window.stands_at("[data-testid=task-list]");
        let status = window.rpc("desk_status", json!({})).expect("the desk");
        let me = status["me"]["id"].as_str().expect("somebody works").to_owned();
        let problems = problems(&window);
        Self { window, me, calls: Vec::new(), offered: BTreeSet::new(), problems, next }
    }

    /// Somebody else is on the line with the first client: it is said before anything is written, and taken over by Enter.
    fn colleague_is_on_the_line(&mut self) {
        let window = &self.window;
        window.until("the first sheet", "document.querySelector('[data-testid=sheet]') !== null");
        let task = sheet::shown_task(window);
        let client = sheet::detail(window, &task)["row"]["client"]["id"].clone();
        let staff = window.rpc("staff_list", json!({})).expect("the staff list");
        let others = staff.as_array().into_iter().flatten().filter(|person| person["id"] != json!(self.me));
        let colleague = others.map(|person| &person["id"]).next().expect("she has a colleague");
        window.rpc("sign_in", json!({ "staff": colleague, "pin": null })).expect("the colleague works");
        window.rpc("claim", json!({ "client": client, "take_over": false })).expect("the colleague calls");
        window.rpc("sign_in", json!({ "staff": self.me, "pin": null })).expect("she works again");
        window.press(&["Enter"]);
        sheet::is_open(window, &task);
        window.see("正在与这位客户通话");
        window.picture("desk-claim");
        self.offered = offered(window);
        sheet::choose(window, "outcome", "no_answer");
        window.press(&["Enter"]);
        window.stands_at("[data-testid=claim-take]");
        assert_eq!(
            sheet::detail(window, &task)["row"]["tries"],
            0,
            "nothing is written while a colleague is on the line"
        );
        window.press(&["Enter"]);
        window.see_no_more("正在与这位客户通话");
        let call = self.about(&task, NoAnswer);
        self.window.press(&["Enter"]);
        self.is_written(call);
    }

    /// One call from the sheet that is open to the next.
    fn call(&mut self, said: Said) {
        let task = sheet::shown_task(&self.window);
        let call = self.about(&task, said);
        let window = &self.window;
        sheet::by_channel(window, "phone");
        match said {
            Reached(rating) => {
                sheet::reached(window);
                sheet::answer(window, "问过了,已记下", rating);
            }
            AskedFor(typed, _) => {
                sheet::choose(window, "outcome", code(said));
                window.stands_at("[data-testid=again-on]");
                window.type_text(typed);
                window.press(&["Ctrl+Enter"]);
            }
            NoAnswerFromList => {
                window.press(&["Esc"]);
                window.stands_at("[data-testid=task-list]");
                window.press(&["F9"]);
            }
            _ => {
                sheet::choose(window, "outcome", code(said));
                window.press(&["Enter"]);
            }
        }
        if said == NoAnswerFromList {
            let gone = format!("!['', {}].includes({})", json!(task), sheet::TASK);
            window.until("the next sheet, and the list keeps the cursor", &gone);
            window.stands_at("[data-testid=task-list]");
            window.press(&["Enter"]);
        }
        self.is_written(call);
    }

    /// What a call about the shown task will be about.
    fn about(&self, task: &str, said: Said) -> Call {
        let detail = sheet::detail(&self.window, task);
        let others = detail["together"].as_array().into_iter().flatten().filter(|other| other["action"] == "contact");
        let rows: Vec<&Value> = std::iter::once(&detail["row"]).chain(others).collect();
        let text = |value: &Value| value.as_str().expect("an identifier").to_owned();
        Call {
            said,
            tasks: rows.iter().map(|row| text(&row["id"])).collect(),
            clients: rows.iter().map(|row| text(&row["client"]["id"])).collect(),
        }
    }

    /// Waits for the next sheet, and sees what the office holds of the call.
    fn is_written(&mut self, call: Call) {
        sheet::next_is_open(&self.window, &call.tasks[0]);
        self.keep(call);
    }

    fn keep(&mut self, call: Call) {
        for task in &call.tasks {
            self.holds(task, call.said);
        }
        self.problems += usize::from(call.said == DISSATISFIED);
        assert_eq!(problems(&self.window), self.problems, "one problem for each dissatisfied client");
        self.calls.push(call);
    }

    /// Whether the office holds of a task what was said.
    fn holds(&self, task: &str, said: Said) {
        let detail = sheet::detail(&self.window, task);
        let (row, call) = (&detail["row"], &detail["row"]["call"]);
        let is_ours = |record: &&Value| {
            record["voided"] == false && record["on"] == "2026-09-30" && record["outcome"] == code(said)
        };
        let found = detail["history"].as_array().into_iter().flatten().find(is_ours);
        assert!(found.is_some(), "{said:?} is written down: {detail}");
        match said {
            Reached(_) => assert_eq!(row["state"], "done", "{detail}"),
            NoAnswer | NoAnswerFromList => {
                assert_eq!((&call["next"], &call["waits"]), (&json!(self.next.no_answer), &json!(true)), "{row}");
            }
            Busy => assert_eq!((&call["next"], &call["waits"]), (&json!(self.next.busy), &json!(true)), "{row}"),
            AskedFor(_, when) => {
                assert_eq!((&row["again_on"], &call["promised"]), (&json!(when), &json!(true)), "{row}");
            }
            Refused => assert_eq!(call["may_give_up"], true, "{row}"),
            WrongNumber => assert_eq!(call["verify"], true, "{row}"),
        }
    }

    /// A call is saved under the wrong answer: Ctrl+Z brings the task back with what was written, and it is saved again.
    fn slip_is_taken_back(&mut self) {
        let window = &self.window;
        let task = sheet::shown_task(window);
        let call = self.about(&task, SATISFIED);
        sheet::by_channel(window, "phone");
        sheet::reached(window);
        sheet::answer(window, "电话里说很满意", "1");
        window.until("the way back", "document.querySelector('[data-testid=undo]') !== null");
        window.press(&["Ctrl+z"]);
        sheet::is_open(window, &task);
        window.picture("desk-taken-back");
        let detail = sheet::detail(window, &task);
        assert_ne!(detail["row"]["state"], "done", "the task is back: {detail}");
        let voided = detail["history"].as_array().into_iter().flatten().filter(|record| record["voided"] == true);
        assert_eq!(voided.count(), 1, "what was taken back stays to be read: {detail}");
        let written = window.ask("document.querySelector('[data-testid=field-content]')?.value");
        assert_eq!(written, "电话里说很满意", "what was written is still there");
        window.press(&["Ctrl+Enter"]);
        self.is_written(call);
    }

    /// Complaints come in between calls: the client is found by name, by the number that rings, by the room.
    fn three_complaints(&mut self) {
        let before = complaints(&self.window)["total"].as_u64();
        let task = sheet::shown_task(&self.window);
        let rows = self.window.rpc("worklist", json!({ "tab": "today", "find": "", "offset": 0, "limit": 3 }));
        let rows = rows.expect("the worklist")["rows"].take();
        let of = |at: usize, what: &str| rows[at]["client"][what].as_str().unwrap_or_default().to_owned();
        self.register(&of(0, "name"), "normal", "楼道灯不亮");
        self.register(&of(1, "phone"), "important", "夜里装修吵人");
        self.register(&of(2, "place"), "major", "电梯困人");
        sheet::is_open(&self.window, &task);
        assert_eq!(complaints(&self.window)["total"].as_u64(), before.map(|before| before + 3));
        for (at, text) in ["楼道灯不亮", "夜里装修吵人", "电梯困人"].into_iter().enumerate() {
            assert_eq!(complaint(&self.window, text)["client"]["id"], rows[at]["client"]["id"], "{text}");
        }
    }

    /// Ctrl+N; whom, what, how grave, and in which words.
    fn register(&self, whom: &str, severity: &str, words: &str) {
        let window = &self.window;
        window.press(&["Ctrl+n"]);
        window.stands_at("[data-testid=matter-who]");
        window.type_text(whom);
        window.press(&["Enter"]);
        window.stands_at("[data-testid^=matter-kind-]");
        sheet::choose(window, "matter-kind", "complaint");
        window.stands_at("[data-testid^=matter-severity-]");
        sheet::choose(window, "matter-severity", severity);
        window.stands_at("[data-testid=matter-field-topic]");
        window.type_text(words);
        window.picture("desk-complaint");
        window.press(&["Ctrl+Enter"]);
        window.until("the form to be gone", "document.querySelector('[data-testid=new-matter]') === null");
        window.until(
            "the office to say it",
            "document.querySelector('[data-testid=notice-text]')?.innerText.includes('已登记投诉')",
        );
    }

    /// The first complaint is dealt with: found by its number, the milestone by its digit; a follow-up comes of it.
    fn complaint_is_dealt_with(&mut self) {
        let window = &self.window;
        let task = sheet::shown_task(window);
        let matter = complaint(window, "夜里装修吵人")["matter"].clone();
        window.press(&["Ctrl+k"]);
        window.stands_at("[data-testid=client-search]");
        window.type_text(matter["no"].as_str().expect("it has a number"));
        window.press(&["Enter"]);
        window.stands_at("[data-testid=matter-page]");
        sheet::press_digit_of(window, "[data-testid^=reach-]", "[data-testid=reach-handled]");
        window.stands_at("[data-testid=milestone-day]");
        window.picture("desk-milestone");
        window.press(&["Ctrl+Enter"]);
        window.until("the dialog to be gone", "document.querySelector('[data-testid=milestone-dialog]') === null");
        window.stands_at("[data-testid=matter-page]");
        let page = window.rpc("matter_page", json!({ "matter": matter["id"] })).expect("the complaint");
        assert_eq!(
            (&page["row"]["stage"], &page["tasks"][0]["due"]),
            (&json!("handled"), &json!("2026-10-03")),
            "{page}"
        );
        window.press(&["Ctrl+1"]);
        window.stands_at("[data-testid=task-list]");
        window.press(&["Enter"]);
        sheet::is_open(window, &task);
    }

    /// Calls on until a client may be visited about one thing alone.
    fn comes_to_a_visit(&mut self) {
        for _ in 0..10 {
            let detail = sheet::detail(&self.window, &sheet::shown_task(&self.window));
            if detail["together"] == json!([]) && detail["row"]["channels"][0] == "home_visit" {
                return;
            }
            self.call(SATISFIED);
        }
        panic!("nobody is to be visited");
    }

    /// A visit at the client's door, signed there with the mouse.
    fn visit_is_signed(&mut self) {
        self.comes_to_a_visit();
        let window = &self.window;
        let task = sheet::shown_task(window);
        let call = self.about(&task, SATISFIED);
        sheet::by_channel(window, "home_visit");
        sheet::reached(window);
        window.type_text("上门看过,已修好");
        window.press(&["Enter", "1"]);
        window.walk_to("Tab", "[data-testid=field-signature-sign]");
        window.press(&["Space"]);
        window.stands_at("[data-testid=sign-pad]");
        window.draw(&strokes(window));
        window.until("the signature", "document.querySelector('[data-testid=sign-ok]')?.disabled === false");
        window.picture("desk-signature");
        window.press(&["Ctrl+Enter"]);
        window.stands_at("[data-testid=field-signature-sign]");
        window.see("已签名");
        window.picture("desk-signed");
        window.press(&["Ctrl+Enter"]);
        let client = call.clients.first().cloned();
        self.is_written(call);
        let query = json!({ "client": client, "record": null, "ids": [] });
        let files = self.window.rpc("attachments", query).expect("the client's files");
        assert_eq!(files[0]["kind"], "signature", "{files}");
        assert!(files[0]["record"].is_string(), "it belongs to the visit: {files}");
    }

    /// A form is filled in half; what stands on it is on the disk, and the cursor still in it.
    fn half_a_call(&self) -> String {
        let window = &self.window;
        let task = sheet::shown_task(window);
        sheet::by_channel(window, "phone");
        sheet::reached(window);
        window.type_text("说还在漏水");
        window.until_true("the draft to be kept", || drafts(window).iter().any(|draft| kept(draft, "说还在漏水")));
        window.see("已保存");
        window.picture("desk-half");
        task
    }

    /// The program is killed; in the afternoon the same office is opened again, and the half-filled form is offered.
    fn power_cut(self, folder: &Path) -> Self {
        let Self { window, me, calls, offered, problems, .. } = self;
        window.kill();
        let again = Self::begin(folder, AFTERNOON);
        assert_eq!((&again.me, again.problems), (&me, problems), "nothing that was written is lost");
        Self { calls, offered, ..again }
    }

    /// The half-filled form is one way back and Enter away, with what was typed and the cursor behind it.
    fn goes_on_with(&mut self, task: &str) {
        let window = &self.window;
        window.until(
            "the draft",
            &format!("document.querySelector('[data-testid=draft-row]')?.dataset.key === {}", json!(task)),
        );
        window.picture("desk-draft-offered");
        window.walk_to("Shift+Tab", "[data-testid=draft-open]");
        let call = self.about(task, SATISFIED);
        window.press(&["Enter"]);
        let there = format!("{} === {} && {}.endsWith('/content')", sheet::TASK, json!(task), sheet::QUESTION);
        window.until("the form with the cursor where it was", &there);
        assert_eq!(window.ask("document.activeElement.value"), "说还在漏水");
        sheet::answer(window, ",约了明天再看", "1");
        window.until_true("the draft to be gone", || drafts(window).is_empty());
        let history = sheet::detail(window, task)["history"].take();
        assert_eq!(history[0]["answers"][0]["value"], "说还在漏水,约了明天再看", "{history}");
        self.keep(call);
        self.back_to_the_list();
    }

    /// One call for two flats that are one household: found by room, both tasks on one sheet, a record for each client.
    fn household_is_called_once(&mut self, household: &[ClientBrief]) {
        let window = &self.window;
        let before = sheet::shown_task(window);
        window.press(&["Ctrl+k"]);
        window.stands_at("[data-testid=client-search]");
        window.type_text(household[0].place.as_deref().expect("a room"));
        window.press(&["Enter"]);
        window.until("the client", "document.querySelector('[data-testid=start-task]') !== null");
        window.walk_to("Tab", "[data-testid=start-task]");
        window.press(&["Enter"]);
        sheet::next_is_open(window, &before);
        let call = self.about(&sheet::shown_task(window), SATISFIED);
        let members: BTreeSet<_> = household.iter().map(|member| member.id.clone()).collect();
        assert_eq!(call.clients, members, "the call is for both");
        sheet::by_channel(window, "phone");
        sheet::reached(window);
        window.see(&household[1].name);
        window.picture("desk-household");
        sheet::answer(window, "两套都修好了", "1");
        self.keep(call);
        self.back_to_the_list();
    }

    /// The one client who was looked for is done with: one Enter leads back to what was listed before.
    fn back_to_the_list(&self) {
        let window = &self.window;
        window.stands_at("[data-testid=empty-clear]");
        window.picture("desk-back");
        window.press(&["Enter"]);
        window.stands_at("[data-testid=task-list]");
        window.press(&["Enter"]);
        sheet::next_is_open(window, "");
    }

    /// The evening: nothing is left half done, and the day's count is what was settled.
    fn end(self) -> (String, Vec<Call>) {
        let Self { window, me, calls, offered, .. } = self;
        let had: BTreeSet<_> = calls.iter().map(|call| code(call.said).to_owned()).collect();
        assert_eq!(had, offered, "every outcome that the sheet offers was had");
        assert_eq!(drafts(&window), Vec::<Value>::new());
        let query = json!({ "tab": "all", "find": "", "offset": 0, "limit": 0 });
        let counts = window.rpc("worklist", query).expect("the worklist")["counts"].take();
        let settled: usize =
            calls.iter().filter(|call| code(call.said) == "reached").map(|call| call.tasks.len()).sum();
        assert_eq!(counts["done_today"], settled, "{counts}");
        window.press(&["Esc"]);
        window.picture("desk-evening");
        window.close();
        (me, calls)
    }
}

/// The day's records are as many as there were calls (one for each client of a household), each by whoever sat there; what
/// was taken back is struck out; the file is sound and its chain of acts unbroken.
fn the_office_holds(folder: &Path, me: &str, calls: &[Call]) {
    let store = is_free(folder);
    let records = store.read().records_between(day_of(30), day_of(30)).expect("the day's records");
    let (struck, counted): (Vec<Record>, Vec<Record>) = records.into_iter().partition(|record| record.voided);
    assert_eq!(struck.len(), 1, "one slip was taken back");
    let by_her = counted.iter().filter(|record| record.by.as_ref().is_some_and(|by| by.0 == me)).count();
    assert_eq!(by_her, counted.len(), "every record is hers");
    let mut written: Vec<&str> = counted.iter().map(|record| record.outcome.code()).collect();
    let mut said: Vec<&str> = calls.iter().flat_map(|call| call.clients.iter().map(|_| code(call.said))).collect();
    written.sort_unstable();
    said.sort_unstable();
    assert_eq!(written, said);
    store.verify_audit().expect("the chain of acts is whole");
    store.backup_to(&folder.with_file_name("checked.db")).expect("the file passes its integrity check");
}

/// The office as soon as the window has let go of it.
fn is_free(folder: &Path) -> Store {
    let mut opened = None;
    let free = asking_again(|| {
        opened = Store::open(folder, None).ok();
        opened.is_some()
    });
    assert!(free, "the window has let go of the office");
    opened.expect("it was opened")
}

/// The outcome as it crosses the wire.
fn code(said: Said) -> &'static str {
    match said {
        Reached(_) => "reached",
        NoAnswer | NoAnswerFromList => "no_answer",
        Busy => "busy",
        AskedFor(..) => "call_back",
        Refused => "refused",
        WrongNumber => "wrong_number",
    }
}

/// The outcomes that the sheet offers.
fn offered(window: &Window) -> BTreeSet<String> {
    let values =
        window.ask("[...document.querySelectorAll('[data-testid^=outcome-]')].map((choice) => choice.dataset.value)");
    values.as_array().into_iter().flatten().filter_map(|value| Some(value.as_str()?.to_owned())).collect()
}

/// How many problems are open.
fn problems(window: &Window) -> usize {
    let problems = window.rpc("problems", json!({})).expect("the problems");
    problems.as_array().expect("a list").len()
}

/// The complaints as the board lists them: how many there are, and those of its first window.
fn complaints(window: &Window) -> Value {
    let query = json!({ "kind": "complaint", "stage": null, "department": null, "handler": null, "overdue": false,
                        "find": "", "offset": 0, "limit": 500 });
    window.rpc("matter_list", query).expect("the complaints")
}

/// The complaint in these words.
fn complaint(window: &Window, words: &str) -> Value {
    let listed = complaints(window);
    let mut rows = listed["rows"].as_array().into_iter().flatten();
    let found = rows.find(|row| row["text"].as_str().is_some_and(|text| text.contains(words)));
    found.cloned().unwrap_or_else(|| panic!("no complaint says {words}"))
}

/// The half-filled forms of who is working.
fn drafts(window: &Window) -> Vec<Value> {
    let drafts = window.rpc("drafts", json!({})).expect("the drafts");
    drafts.as_array().expect("a list").clone()
}

/// Whether these words are on the disk with a draft.
fn kept(draft: &Value, words: &str) -> bool {
    draft["body"].to_string().contains(words)
}

/// A signature across the pad, as points of the page.
fn strokes(window: &Window) -> Vec<(i64, i64)> {
    let place = window.ask(
        "(({ x, y, width, height }) => [x, y, width, height].map(Math.round))
            (document.querySelector('[data-testid=sign-pad]').getBoundingClientRect())",
    );
    let [x, y, width, height] = [0, 1, 2, 3].map(|at| place[at].as_i64().expect("the pad stands there"));
    (0..24).map(|at| (x + width * (4 + at) / 32, y + height * (3 + (at * 7) % 5) / 10)).collect()
}
