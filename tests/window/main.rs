//! The real window, driven by keys: what a person at the desk does and sees.
//!
//! Needs WebKitWebDriver and tauri-driver (`cargo xtask test` installs both) and, where there is no display, Xvfb.
//! A missing one is a failure that names the remedy: these tests are never skipped.

#![cfg(target_os = "linux")]

mod day;
mod desk;
mod first_start;
mod help;
mod keys;
mod pictures;
mod screen;
mod sheet;
mod webdriver;
mod window;

use serde_json::json;
use window::Window;

/// A day before the National Day holiday; the hour is fixed so that pictures can be compared.
const DAY: &str = "2026-09-30T09:00";

#[test]
fn the_window_opens_and_says_whose_it_is() {
    let window = Window::open(None, DAY);
    window.until("the title of the page", "document.title.includes('回访台')");
    window.see("回访台");
    window.picture("start");
    window.close();
}

#[test]
fn a_command_that_is_not_on_the_list_comes_back_as_an_error() {
    let window = Window::open(None, DAY);
    let error = window.rpc("no_such_command", json!({})).expect_err("nothing of that name is on the list");
    assert_eq!(error["code"], "unknown_command");
    window.close();
}

#[test]
fn a_panic_stays_in_its_command_and_the_window_lives_on() {
    let window = Window::open(None, DAY);
    let error = window.rpc("provoke_panic", json!({ "message": "for the test" }));
    let error = error.expect_err("a panic is no answer");
    assert_ne!(error["trace_id"], "", "the panic can be found in the log: {error}");
    window.see("回访台");
    window.rpc("desk_status", json!({})).expect("the next command is answered");
    window.close();
}

/// Whether the harness itself presses what a person presses: everything else stands on it.
#[test]
fn keys_reach_the_page_as_they_are_pressed() {
    let window = Window::open(None, DAY);
    window.until("the page", "document.body !== null");
    window.ask(LISTEN);
    window.press(&["Ctrl+Enter", "Shift+Tab", "F9", "Down", "1"]);
    window.until("the keys", "heard.join(' ') === 'c+Enter s+Tab F9 ArrowDown 1'");
    window.ask("document.body.insertAdjacentHTML('beforeend', '<label id=probe>看得见<input></label>')");
    window.see("看得见");
    window.ask("document.querySelector('#probe input').focus()");
    window.type_text("张三 17-2-901");
    window.until("what is typed", "document.querySelector('#probe input').value === '张三 17-2-901'");
    window.ask("document.getElementById('probe').remove()");
    window.see_no_more("看得见");
    window.close();
}

/// Writes down every key with its modifiers and keeps it from the page. The driver gives Shift+Tab no name, only a code.
const LISTEN: &str = "window.heard = [], window.addEventListener('keydown', (e) => {
    if (['Control', 'Shift'].includes(e.key)) return;
    heard.push((e.ctrlKey ? 'c+' : '') + (e.shiftKey ? 's+' : '') + (e.key === 'Unidentified' ? e.code : e.key));
    e.stopImmediatePropagation();
}, true)";
