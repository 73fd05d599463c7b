//! The scenes of the help: one walk through the demonstration office by keys, with a picture wherever the help has one.
//! Day and hour are fixed and the office is made by rule, so that the words are the same on every machine.

use crate::DAY;
use crate::pictures::Album;
use crate::screen::Screen;
use crate::window::Window;
use chrono::{FixedOffset, NaiveDate};
use huifang_core::calendar::Now;
use huifang_office::wire::{Desk, dispatch};
use huifang_office::{PackShelf, SampleSector, make_sample};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// What a picture of a page shows: all but the menu and the head of the window.
const PAGE: &str = "main";
const DIALOG: &str = "[role=dialog]";
const SHEET: &str = "aside[aria-label=回访记录]";

/// A client of the demonstration office who is to be called by telephone.
const UNREACHED: &str = "武海秀";

#[test]
fn the_pictures_of_the_help_show_the_program_as_it_is() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let office = sample_office(&folder);
    let window = Window::open_on(Screen::in_memory(), None, DAY);
    let mut album = Album::open(&window);
    first_day(&window, &mut album);
    open_office(&window, &office);
    worklist(&window, &mut album);
    call(&window, &mut album);
    unanswered(&window, &mut album);
    given_up(&window, &mut album);
    client(&window, &mut album);
    matter(&window, &mut album);
    problem(&window, &mut album);
    round(&window, &mut album, folder.path());
    messages(&window, &mut album);
    import(&window, &mut album, folder.path());
    report(&window, &mut album);
    policy(&window, &mut album);
    lock(&window, &mut album);
    album.close();
    window.close();
}

/// The office that `huifang sample` makes, on the day of the demonstration; and somebody in it whom nobody reaches.
fn sample_office(folder: &TempDir) -> PathBuf {
    let zone = FixedOffset::east_opt(8 * 3600).expect("China's zone");
    let today = NaiveDate::from_ymd_opt(2026, 9, 30).expect("a day of the calendar");
    let now = Now { instant_ms: 1_790_730_000_000, zone, today, minute: 540, pretended: true };
    let office = folder.path().join("office");
    make_sample(&office, SampleSector::Property, &PackShelf::default(), now).expect("an office can be made");
    let desk = Desk::headless(PackShelf::default());
    let ask = |command: &str, payload: Value| {
        dispatch(&desk, command, payload, now).unwrap_or_else(|error| panic!("{command}: {error:?}"))
    };
    ask("open_office", json!({ "dir": office }));
    let query = json!({ "tab": "overdue", "whose": "all", "filter": null, "tasks": [], "find": UNREACHED, "offset": 0, "limit": 1 });
    let task = ask("worklist", query)["rows"][0]["id"].clone();
    for on in ["2026-09-21", "2026-09-23", "2026-09-25", "2026-09-27"] {
        let missed = json!({ "tasks": [{ "task": task, "answers": {} }], "channel": "phone", "outcome": "no_answer",
                             "on": on, "again_on": null, "note": "", "by": null, "exception": null });
        ask("record_follow_up", missed);
    }
    ask("close_office", json!({}));
    office
}

/// The selector of a test id.
fn id(name: &str) -> String {
    format!("[data-testid={name}]")
}

fn focus(window: &Window, name: &str) {
    focus_on(window, &id(name));
}

fn focus_on(window: &Window, selector: &str) {
    let found = format!("document.querySelector({})", json!(selector));
    window.until(&format!("{selector} to be there"), &format!("{found} !== null && !{found}.disabled"));
    window.ask(&format!("{found}.focus()"));
}

/// Waits until what has the focus, or something round it, has a test id that begins so.
fn until_in(window: &Window, begins: &str) {
    let inside = format!("document.activeElement?.closest('[data-testid^={begins}]') != null");
    window.until(&format!("the focus to be in {begins}"), &inside);
}

/// A half-filled sheet says when it was kept; only then it stands as it will stay.
fn until_kept(window: &Window) {
    window.see("草稿已保存");
}

fn first_day(window: &Window, album: &mut Album<'_>) {
    focus(window, "sector-property");
    window.press(&["Enter"]);
    focus(window, "office-name");
    window.type_text("安居物业客服中心");
    window.press(&["Enter"]);
    let onward = id("step-onward");
    album.take("start", &id("new-office"), &[&id("offers"), "[data-testid^=params-]", &onward]);
}

/// Opens it, and answers what is asked once of whoever works there.
fn open_office(window: &Window, office: &Path) {
    focus(window, "open-path");
    window.type_text(&office.display().to_string());
    window.press(&["Enter"]);
    for question in ["pin-offer-later", "autostart-no"] {
        focus(window, question);
        window.press(&["Enter"]);
    }
    window.until("the sheet", "document.querySelector('[data-testid=sheet]') !== null");
}

fn worklist(window: &Window, album: &mut Album<'_>) {
    focus(window, "task-list");
    let tabs = "main [role=tablist]";
    album.take("worklist", "body", &[tabs, "[aria-label=谁的任务]", &id("task-list"), SHEET]);
}

/// A complaint, by telephone: reached, and not satisfied.
fn call(window: &Window, album: &mut Album<'_>) {
    focus(window, "task-list");
    window.press(&["Down", "Down", "Enter"]);
    until_in(window, "outcome-");
    by_telephone(window);
    window.press(&["1"]);
    until_in(window, "field-content");
    until_kept(window);
    album.take("call", SHEET, &[&id("phone"), &question("outcome"), &question("content"), &id("save")]);
    window.type_text("墙角还是返潮");
    window.press(&["Enter"]);
    until_in(window, "field-satisfied");
    window.press(&["3"]);
    window.see("保存后");
    album.take("dissatisfied", SHEET, &[&question("satisfied"), &id("foresight")]);
    window.press(&["Ctrl+Enter"]);
    until_in(window, "outcome-");
}

/// The policy asks for a visit first; who rings up says so.
fn by_telephone(window: &Window) {
    focus_on(window, "[data-testid^=channel-][data-value=phone]");
    window.press(&["2"]);
    focus(window, "outcome-1");
}

fn question(name: &str) -> String {
    format!("[data-question$={name}]")
}

/// The next client asks to be called at another time.
fn unanswered(window: &Window, album: &mut Album<'_>) {
    by_telephone(window);
    window.press(&["4"]);
    window.until("the hour to be asked", "document.activeElement?.dataset.testid === 'again-on'");
    window.type_text("明天下午3点");
    until_kept(window);
    album.take("unanswered", SHEET, &[&question("outcome"), &question("again_on"), &id("save")]);
    window.press(&["Ctrl+Enter"]);
    until_in(window, "outcome-");
}

/// All the tries that the policy asks for are used up.
fn given_up(window: &Window, album: &mut Album<'_>) {
    focus(window, "worklist-find");
    window.type_text(UNREACHED);
    window.see(&format!("只列出与“{UNREACHED}”有关的回访"));
    focus(window, "give-up-open");
    window.press(&["Enter"]);
    until_in(window, "lost-why");
    window.press(&["1"]);
    album.take("lost", DIALOG, &[&question("why"), "#give-up-ok"]);
    window.press(&["Esc"]);
    window.until("the dialog to be gone", "document.querySelector('[role=dialog]') === null");
    focus(window, "worklist-clear");
    window.press(&["Enter"]);
}

/// A client who rings: found by initials, and what there was with him.
fn client(window: &Window, album: &mut Album<'_>) {
    window.press(&["Ctrl+k"]);
    window.type_text("lzy");
    window.see("龙珍洋");
    album.take("search", "header:has([data-testid=client-search]), #found", &[&id("client-search"), &id("client-hit")]);
    window.press(&["Enter"]);
    window.until("the client", "document.querySelector('[data-testid=client-page]') !== null");
    let facts = format!("{} dl", id("client-page"));
    album.take("client", PAGE, &[&id("next"), &facts, &id("timeline")]);
}

/// He complains; then all that has been complained about.
fn matter(window: &Window, album: &mut Album<'_>) {
    window.press(&["Ctrl+n"]);
    focus(window, "matter-who");
    window.type_text("lzy");
    window.see("龙珍洋");
    window.press(&["Enter"]);
    until_in(window, "matter-kind");
    window.press(&["1"]);
    window.until("what follows", "document.querySelector('[data-testid=matter-foresight]') !== null");
    album.take("register", DIALOG, &[&id("matter-who-chosen"), &question("kind"), &id("matter-foresight")]);
    window.press(&["Ctrl+Enter"]);
    window.until("the dialog to be gone", "document.querySelector('[role=dialog]') === null");
    window.press(&["Ctrl+3"]);
    window.until("the board", "document.querySelector('[data-testid=matter-card]') !== null");
    let marks = ["main [role=tablist]", "[data-testid^=column-] h2", "[data-testid=matter-card] [data-testid^=reach-]"];
    album.take("board", PAGE, &marks);
}

fn problem(window: &Window, album: &mut Album<'_>) {
    window.press(&["Ctrl+4"]);
    focus(window, "problem-list");
    window.press(&["Down", "Enter"]);
    window.until("the note", "document.activeElement?.dataset.testid === 'rectify-note'");
    window.type_text("重新做了防水,已试水");
    album.take("problems", PAGE, &["[data-testid=problem-row][aria-selected=true]", &question("note"), &id("rectify")]);
}

/// The round is printed to a file, what is longest overdue; what comes back from it is typed.
fn round(window: &Window, album: &mut Album<'_>, folder: &Path) {
    let path = folder.join("visits.pdf");
    let wish = json!({ "staff": null, "due_to": "2026-08-15", "on": "2026-09-30", "tasks": [], "path": path });
    window.rpc("print_visits", wish).expect("the round is printed");
    window.press(&["Ctrl+5"]);
    until_in(window, "entry-1-outcome");
    window.press(&["1"]);
    album.take("rounds", PAGE, &[&id("rounds"), "[data-visit='1']"]);
}

fn messages(window: &Window, album: &mut Album<'_>) {
    window.press(&["Ctrl+6"]);
    focus_on(window, "[data-text='shipped/festival']");
    window.press(&["Enter"]);
    focus(window, "message-to-1");
    window.press(&["2"]);
    window.until("the messages", "document.querySelector('[data-testid=message-row]') !== null");
    let whom = "[role=radiogroup]:has([data-testid=message-to-1])";
    album.take("messages", PAGE, &["[data-text='shipped/festival']", whom, &id("message-list")]);
}

/// A new list: two lines that are right, one with a day that there is none, one without a client.
const LIST: &str = "编号,投诉日期,房号,投诉人,电话,投诉内容,类别,等级,受理人,处理完毕日期,处理结果,备注
TS260901,2026-09-28,5栋2单元0201,龙珍洋,,楼道灯不亮,设施,一般,前台,2026-09-29,已处理,
TS260902,2026-09-28,1栋2单元0401,李子勇,,电梯异响,设施,一般,前台,,,
TS260903,2026-09-31,1栋2单元0401,李子勇,,门禁失灵,安全,一般,前台,,,
TS260904,2026-09-29,99栋9单元9999,,,垃圾清运不及时,环境,一般,前台,,,
";

fn import(window: &Window, album: &mut Album<'_>, folder: &Path) {
    let list = folder.join("九月投诉登记.csv");
    std::fs::write(&list, LIST).expect("a list can be written");
    window.press(&["Ctrl+7"]);
    focus(window, "import-paths");
    window.type_text(&list.display().to_string());
    window.press(&["Ctrl+Enter"]);
    focus(window, "import-run");
    album.take("import", PAGE, &["[data-testid=import-file] dl", &id("import-problems")]);
}

fn report(window: &Window, album: &mut Album<'_>) {
    window.press(&["Ctrl+8"]);
    focus(window, "export-path");
    window.press(&["Ctrl+a"]);
    window.type_text("D:/报表/回访报表2026年第三季度.xlsx");
    album.take("report", PAGE, &[&id("report-period"), &id("figure-coverage"), &id("month-chart"), &id("export")]);
}

/// What it would do if everybody who moves in were called within fifteen days.
fn policy(window: &Window, album: &mut Album<'_>) {
    window.press(&["Ctrl+9"]);
    focus(window, "param-move_in_within");
    window.press(&["Ctrl+a"]);
    window.type_text("15");
    focus(window, "change-day");
    window.press(&["Ctrl+a"]);
    window.type_text("2026-07-01");
    focus(window, "preview-run");
    window.press(&["Enter"]);
    window.until("the preview", "document.querySelector('[data-testid=preview]') !== null");
    album.take("policy", PAGE, &[&id("packs"), &id("pack-text"), &id("preview"), &id("change-run")]);
}

fn lock(window: &Window, album: &mut Album<'_>) {
    window.press(&["Ctrl+l"]);
    until_in(window, "unlock-");
    album.take("lock", &id("lock-screen"), &["[data-testid^=unlock-]"]);
}
