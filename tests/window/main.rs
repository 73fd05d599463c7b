//! The real window, driven by keys: what a person at the desk does and sees.
//!
//! Needs WebKitWebDriver and tauri-driver (`cargo xtask test` installs both) and, where there is no display, Xvfb.
//! A missing one is a failure that names the remedy: these tests are never skipped.

#![cfg(target_os = "linux")]

mod screen;
mod window;

use serde_json::json;
use window::Window;

/// A day before the National Day holiday; the hour is fixed so that pictures can be compared.
const DAY: &str = "2026-09-30T09:00";

#[tokio::test]
async fn the_window_opens_and_says_whose_it_is() {
    let window = Window::open(None, DAY).await;
    window.until("the title of the page", "document.title.includes('回访台')").await;
    window.see("回访台").await;
    window.picture("start").await;
    window.close().await;
}

#[tokio::test]
async fn a_command_that_is_not_on_the_list_comes_back_as_an_error() {
    let window = Window::open(None, DAY).await;
    let error = window.rpc("no_such_command", json!({})).await.expect_err("nothing of that name is on the list");
    assert_eq!(error["code"], "unknown_command");
    window.close().await;
}

#[tokio::test]
async fn a_panic_stays_in_its_command_and_the_window_lives_on() {
    let window = Window::open(None, DAY).await;
    let error = window.rpc("provoke_panic", json!({ "message": "for the test" })).await;
    let error = error.expect_err("a panic is no answer");
    assert_ne!(error["trace_id"], "", "the panic can be found in the log: {error}");
    window.see("回访台").await;
    window.rpc("desk_status", json!({})).await.expect("the next command is answered");
    window.close().await;
}

/// Whether the harness itself presses what a person presses: everything else stands on it.
#[tokio::test]
async fn keys_reach_the_page_as_they_are_pressed() {
    let window = Window::open(None, DAY).await;
    window.until("the page", "document.body !== null").await;
    window.ask(LISTEN).await;
    window.press(&["Ctrl+Enter", "Shift+Tab", "F9", "Down", "1"]).await;
    window.until("the keys", "heard.join(' ') === 'c+Enter s+Tab F9 ArrowDown 1'").await;
    window.ask("document.body.insertAdjacentHTML('beforeend', '<label id=probe>看得见<input></label>')").await;
    window.see("看得见").await;
    window.ask("document.querySelector('#probe input').focus()").await;
    window.type_text("张三 17-2-901").await;
    window.until("what is typed", "document.querySelector('#probe input').value === '张三 17-2-901'").await;
    window.ask("document.getElementById('probe').remove()").await;
    window.see_no_more("看得见").await;
    window.close().await;
}

/// Writes down every key with its modifiers and keeps it from the page. The driver gives Shift+Tab no name, only a code.
const LISTEN: &str = "window.heard = [], window.addEventListener('keydown', (e) => {
    if (['Control', 'Shift'].includes(e.key)) return;
    heard.push((e.ctrlKey ? 'c+' : '') + (e.shiftKey ? 's+' : '') + (e.key === 'Unidentified' ? e.code : e.key));
    e.stopImmediatePropagation();
}, true)";
