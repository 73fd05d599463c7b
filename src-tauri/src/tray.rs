//! The icon in the tray with its menu. A system without a tray goes without.

use crate::{Host, bring_forward};
use huifang_office::wire::dispatch;
use serde_json::json;
use std::panic::{AssertUnwindSafe, catch_unwind};
use tauri::menu::{Menu, MenuItem, PredefinedMenuItem};
use tauri::tray::{MouseButton, TrayIconBuilder, TrayIconEvent};
use tauri::{AppHandle, Emitter, Manager, Wry};

/// The tray icon's name.
pub(crate) const ID: &str = "main";

/// What the page is told: `worklist` (show it) or `desk` (look at the desk again).
pub(crate) const EVENT: &str = "shell";

/// The entry that says how much is due; in Tauri's care, so that the watch can change its words.
pub(crate) struct DueEntry(MenuItem<Wry>);

impl DueEntry {
    /// Says how much is due.
    pub(crate) fn say(&self, count: u32) {
        if let Err(error) = self.0.set_text(due_words(count)) {
            tracing::debug!(%error, "the tray's menu does not change");
        }
    }
}

fn due_words(count: u32) -> String {
    format!("今日待回访 {count}")
}

/// Puts the icon into the tray. Where the library behind it is missing it panics; that is caught here.
pub(crate) fn build(app: &AppHandle) {
    match catch_unwind(AssertUnwindSafe(|| try_build(app))) {
        Ok(Ok(())) => {}
        Ok(Err(error)) => tracing::info!(%error, "no tray"),
        Err(_) => tracing::info!("no tray: its library is missing"),
    }
}

fn try_build(app: &AppHandle) -> tauri::Result<()> {
    let entry = |id: &str, text: &str| MenuItem::with_id(app, id, text, true, None::<&str>);
    let due = entry("worklist", &due_words(0))?;
    let line = PredefinedMenuItem::separator(app)?;
    let menu = Menu::with_items(
        app,
        &[&entry("open", "打开")?, &due, &line, &entry("lock", "锁定")?, &entry("quit", "退出")?],
    )?;
    let mut tray = TrayIconBuilder::with_id(ID).menu(&menu).tooltip("回访台").show_menu_on_left_click(false);
    if let Some(icon) = app.default_window_icon() {
        tray = tray.icon(icon.clone());
    }
    tray.on_menu_event(|app, event| on_entry(app, event.id().as_ref()))
        .on_tray_icon_event(|tray, event| {
            if let TrayIconEvent::DoubleClick { button: MouseButton::Left, .. } = event {
                bring_forward(tray.app_handle());
            }
        })
        .build(app)?;
    app.manage(DueEntry(due));
    Ok(())
}

fn on_entry(app: &AppHandle, entry: &str) {
    match entry {
        "open" => bring_forward(app),
        "worklist" => {
            bring_forward(app);
            tell_page(app, "worklist");
        }
        "lock" => lock(app),
        "quit" => app.exit(0),
        _ => {}
    }
}

/// Locks the desk off the main thread, because a command may be at work, and has the page look again.
fn lock(app: &AppHandle) {
    let app = app.clone();
    tauri::async_runtime::spawn_blocking(move || {
        let host = app.state::<Host>();
        match dispatch(&host.desk, "lock_desk", json!({}), host.clock.now()) {
            Ok(_) => tell_page(&app, "desk"),
            Err(error) => tracing::info!(code = error.code, "not locked"),
        }
    });
}

fn tell_page(app: &AppHandle, what: &str) {
    if let Err(error) = app.emit(EVENT, what) {
        tracing::warn!(%error, "the page is not told");
    }
}
