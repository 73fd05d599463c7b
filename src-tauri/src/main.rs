//! The shell: one window, one command. Everything that the program can do stands behind the wire list of
//! `huifang-office`; what is here belongs to the desktop: the clock, the log, the window, which folder to open.

// Without this a console window would stand behind the program on Windows.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod host_clock;
mod log;
mod opening;
mod rpc;

use host_clock::HostClock;
use huifang_office::wire::Desk;
use opening::Opening;
use std::process::ExitCode;
use std::sync::Arc;
use tauri::{AppHandle, Manager};
use tauri_plugin_window_state::StateFlags;

/// What the commands need, in Tauri's care.
pub(crate) struct Host {
    /// The open office and who works there.
    pub(crate) desk: Arc<Desk>,
    /// Where each command's `Now` comes from.
    pub(crate) clock: HostClock,
    /// Holds commands back until the office of the start is open.
    pub(crate) opening: Arc<Opening>,
}

fn main() -> ExitCode {
    log::start();
    match HostClock::from_env() {
        Ok(clock) => start(clock),
        Err(error) => fail(&error),
    }
}

fn start(clock: HostClock) -> ExitCode {
    let built = tauri::Builder::default()
        // First, so that a second start ends before it has opened anything.
        .plugin(tauri_plugin_single_instance::init(|app, _, _| show_window(app)))
        .plugin(tauri_plugin_window_state::Builder::default().with_state_flags(remembered()).build())
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::init())
        .invoke_handler(tauri::generate_handler![rpc::rpc])
        .setup(move |app| {
            app.manage(Host { desk: Arc::new(desk(app.handle())), clock, opening: Arc::default() });
            opening::open_first_office(app.handle());
            Ok(())
        })
        .build(tauri::generate_context!());
    match built {
        Ok(app) => {
            app.run(|_, _| {});
            ExitCode::SUCCESS
        }
        Err(error) => fail(&error),
    }
}

/// The desk, which remembers the folders opened on this computer by this person.
fn desk(app: &AppHandle) -> Desk {
    match app.path().app_config_dir() {
        Ok(folder) => Desk::new().remember_in(folder.join("recent-offices.txt")),
        Err(error) => {
            tracing::warn!(%error, "no folder for settings: opened offices are not remembered");
            Desk::new()
        }
    }
}

/// A window that was hidden when the program ended must not stay hidden.
fn remembered() -> StateFlags {
    StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED
}

/// What a second start does: the window that is open comes to the front. It goes on showing its own office, because
/// somebody may be in the middle of a form.
fn show_window(app: &AppHandle) {
    let Some(window) = app.get_webview_window("main") else { return };
    for done in [window.unminimize(), window.show(), window.set_focus()] {
        if let Err(error) = done {
            tracing::warn!(%error, "the window does not come to the front");
        }
    }
}

fn fail(error: &dyn std::error::Error) -> ExitCode {
    tracing::error!(%error, "the program cannot start");
    ExitCode::FAILURE
}
