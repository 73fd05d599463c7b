//! The first start: from a fresh start page to the first follow-up that is written down, in so few steps that nobody needs
//! a manual.

use crate::DAY;
use crate::sheet;
use crate::window::Window;
use serde_json::{Value, json};
use std::cell::Cell;
use std::path::Path;

/// A real office opens on the real day only; what is on its list follows from its clients, on any day.
const TODAY: &str = "";

/// Lists that every office has.
const LISTS: [&str; 2] = ["员工.xlsx", "业主档案.xlsx"];

/// More than these are too many (issue 4).
const MOST_ACTS: u32 = 12;

/// Somebody who sits before the program for the first time. What she does is counted: a chord, a typed text, a click.
struct Newcomer {
    window: Window,
    acts: Cell<u32>,
}

impl Newcomer {
    /// The program was just installed: the start page, with the cursor at the first sector.
    fn arrives(clock: &str) -> Self {
        let window = Window::open(None, clock);
        window.stands_at("[data-testid=sector-property]");
        window.picture("first-start");
        Self { window, acts: Cell::new(0) }
    }

    fn act(&self) -> &Window {
        self.acts.set(self.acts.get() + 1);
        &self.window
    }

    fn press(&self, chord: &str) {
        self.act().press(&[chord]);
    }

    fn types(&self, text: &str) {
        self.act().type_text(text);
    }

    /// The first follow-up is there, and she has done little for it.
    fn has_recorded(self, kind: &str) {
        let query = json!({ "tab": "all", "find": "", "offset": 0, "limit": 0 });
        let counts = self.window.rpc("worklist", query).expect("the worklist")["counts"].take();
        assert!(counts[kind].as_u64() >= Some(1), "a follow-up is written down: {counts}");
        let acts = self.acts.get();
        assert!(acts <= MOST_ACTS, "it took {acts} acts");
        self.window.close();
    }
}

#[test]
fn the_first_follow_up_in_a_demonstration_office_takes_at_most_twelve_acts() {
    let person = Newcomer::arrives(DAY);
    person.press("Shift+Tab");
    person.window.stands_at("[data-testid=sample-office]");
    person.press("Enter");
    person.window.stands_at("[data-testid=task-list]");
    person.window.until("the sheet", "document.querySelector('[data-testid=sheet]') !== null");
    person.window.picture("first-sample");
    let task = sheet::shown_task(&person.window);
    person.press("Enter");
    sheet::is_open(&person.window, &task);
    person.press("1");
    person.window.stands_at("[data-testid=field-content]");
    person.types("已经修好,没有再漏");
    person.press("Enter");
    person.window.stands_at("[data-testid^=field-satisfied-]");
    person.press("1");
    person.press("Ctrl+Enter");
    sheet::next_is_open(&person.window, &task);
    person.window.picture("first-recorded");
    assert_eq!(sheet::detail(&person.window, &task)["row"]["state"], "done");
    person.has_recorded("done_today");
}

#[test]
fn the_first_follow_up_in_an_office_of_ones_own_lists_takes_at_most_twelve_acts() {
    let person = Newcomer::arrives(TODAY);
    says_what_office_it_is(&person);
    brings_in_lists(&person);
    person.window.stands_at("[data-testid=task-list]");
    let sheet = "document.querySelector('[data-testid=sheet]') !== null";
    person.window.until("the first sheet", sheet);
    person.window.picture("first-worklist");
    let task = sheet::shown_task(&person.window);
    person.press("F9");
    person.window.until("the next sheet", &format!("!['', {}].includes({})", json!(task), sheet::TASK));
    let call = sheet::detail(&person.window, &task)["row"]["call"].take();
    assert_eq!((&call["outcome"], &call["waits"]), (&json!("no_answer"), &json!(true)), "{call}");
    let status = person.window.rpc("desk_status", json!({})).expect("the desk");
    assert_eq!((&status["office"]["name"], &status["me"]["name"]), (&json!("安居物业"), &json!("林晓")), "{status}");
    person.has_recorded("waiting");
}

/// Sector, name, policy, first person: each is one Enter where nothing has to be said.
fn says_what_office_it_is(person: &Newcomer) {
    let window = &person.window;
    person.press("Enter");
    window.stands_at("[data-testid=office-name]");
    person.types("安居物业");
    window.picture("first-name");
    person.press("Enter");
    window.stands_at("[data-testid^=choose-pack-]");
    window.until("what the policy leaves open", "document.querySelector('[data-testid^=params-]') !== null");
    window.picture("first-packs");
    person.press("Enter");
    window.stands_at("[data-testid=person-name]");
    person.types("林晓");
    window.picture("first-person");
    person.press("Enter");
    window.stands_at("[data-testid=begin-import]");
    window.picture("first-begin");
}

/// The lists are chosen in the system's dialog, which is none of ours: its answer is put in its place, and its two acts
/// (choosing them, and the button that opens them) are counted.
fn brings_in_lists(person: &Newcomer) {
    let window = &person.window;
    window.ask(&in_place_of_the_dialog());
    person.press("Enter");
    person.act();
    person.act();
    window.stands_at("[data-testid=import-run]");
    window.picture("first-lists");
    person.press("Enter");
    window.stands_at("[data-testid=import-to-work]");
    window.picture("first-imported");
    person.press("Enter");
}

/// What the page asks of the system goes over `fetch`; the question for files is answered here, everything else passes.
fn in_place_of_the_dialog() -> String {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/property");
    let files: Vec<Value> = LISTS.iter().map(|list| json!(samples.join(list))).collect();
    let answer = json!(Value::from(files).to_string());
    format!(
        "window.fetch = ((passes) => (to, how) => decodeURIComponent(String(to)).includes('plugin:dialog|open')
            ? Promise.resolve(new Response({answer}, {{ headers: {{ 'content-type': 'application/json', 'Tauri-Response': 'ok' }} }}))
            : passes(to, how))(window.fetch), true"
    )
}
