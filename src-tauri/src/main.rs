//! The shell: one window, one command. Everything that the program can do stands behind the wire list of
//! `huifang-office`; what is here belongs to the desktop: the clock, the log, the window, which folder to open.

// Without this a console window would stand behind the program on Windows.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod badge;
mod host_clock;
mod log;
mod manners;
mod opening;
mod reminder;
mod rpc;
mod tray;
mod watch;

use host_clock::HostClock;
use huifang_office::wire::Desk;
use manners::Manners;
use opening::Opening;
use std::process::ExitCode;
use std::sync::Arc;
use tauri::{AppHandle, Manager, Window, WindowEvent};
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
        .plugin(tauri_plugin_single_instance::init(|app, _, _| bring_forward(app)))
        .plugin(tauri_plugin_window_state::Builder::default().with_state_flags(remembered()).build())
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::init())
        .plugin(tauri_plugin_notification::init())
        .plugin(tauri_plugin_autostart::Builder::new().app_name("huifang").build())
        .invoke_handler(tauri::generate_handler![rpc::rpc, manners::manners])
        .on_window_event(on_window)
        .setup(move |app| {
            set_up(app.handle(), clock);
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

fn set_up(app: &AppHandle, clock: HostClock) {
    let file = app.path().app_config_dir().ok().map(|folder| folder.join("manners.json"));
    app.manage(Manners::read(file));
    app.manage(Host { desk: Arc::new(desk(app)), clock, opening: Arc::default() });
    tray::build(app);
    app.manage(watch::start(app));
    opening::open_first_office(app);
}

/// Whoever wishes it so has the window hidden where it would be closed; the tray brings it back.
fn on_window(window: &Window, event: &WindowEvent) {
    let WindowEvent::CloseRequested { api, .. } = event else { return };
    if manners::hides_on_close(window.app_handle()) && window.hide().is_ok() {
        api.prevent_close();
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

/// What a second start and the tray do: the window that is open comes to the front. It goes on showing its own office, because
/// somebody may be in the middle of a form.
pub(crate) fn bring_forward(app: &AppHandle) {
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
