//! Which office the program opens by itself when it starts, and how commands wait for that.

use crate::Host;
use crate::rpc::off_main_thread;
use huifang_office::wire::WireError;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use tauri::{AppHandle, Manager};
use tauri_plugin_dialog::{DialogExt, MessageDialogButtons, MessageDialogKind};

/// Holds the page's first commands back until the office of the start is open (or has failed to open), so that the
/// page does not show the start page for a moment. Opening may take long: a migration, a backup before it.
#[derive(Debug, Default)]
pub(crate) struct Opening {
    over: Mutex<bool>,
    changed: Condvar,
}

impl Opening {
    /// Waits until opening is over.
    pub(crate) fn wait(&self) {
        let over = self.over.lock().unwrap_or_else(PoisonError::into_inner);
        drop(self.changed.wait_while(over, |over| !*over));
    }

    fn end(&self) {
        *self.over.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.changed.notify_all();
    }
}

/// Opens the office named on the command line or in `HUIFANG_OFFICE`, else the one opened last; off the main thread.
pub(crate) fn open_first_office(app: &AppHandle) {
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        let named = named_folder();
        let folder = match &named {
            Some(folder) => Some(folder.clone()),
            None => last_folder(&app).await,
        };
        let opened = match folder {
            Some(folder) => open(&app, &folder).await,
            None => Ok(Value::Null),
        };
        app.state::<Host>().opening.end();
        if let Err(error) = opened {
            report(&app, named.as_deref(), &error);
        }
    });
}

/// The folder that whoever started the program has named. Arguments that begin with `-` are the system's.
fn named_folder() -> Option<PathBuf> {
    let argument = std::env::args_os().skip(1).find(|argument| !argument.to_string_lossy().starts_with('-'));
    let named = argument.or_else(|| std::env::var_os("HUIFANG_OFFICE")).filter(|named| !named.is_empty())?;
    Some(std::path::absolute(&named).unwrap_or_else(|_| named.into()))
}

/// The folder opened last, if it is still there: a stick that was taken away is no error at the next start.
async fn last_folder(app: &AppHandle) -> Option<PathBuf> {
    let status = run(app, "desk_status", json!({})).await.ok()?;
    let last = PathBuf::from(status.get("recent")?.get(0)?.as_str()?);
    last.is_dir().then_some(last)
}

async fn open(app: &AppHandle, folder: &Path) -> Result<Value, WireError> {
    run(app, "open_office", json!({ "dir": folder })).await
}

/// Commands of the start itself do not wait for the start to be over.
async fn run(app: &AppHandle, command: &str, payload: Value) -> Result<Value, WireError> {
    let host = app.state::<Host>();
    let (desk, clock) = (Arc::clone(&host.desk), host.clock);
    off_main_thread(None, desk, clock, command.to_owned(), payload).await
}

/// A folder that was named and cannot be opened is said aloud; the start page is shown behind it.
fn report(app: &AppHandle, named: Option<&Path>, error: &WireError) {
    tracing::error!(code = error.code, trace_id = error.trace_id, folder = ?named, "{}", error.detail);
    let Some(folder) = named else { return };
    let text = format!("{}\n\n{}", folder.display(), error.detail);
    let message = app.dialog().message(text).title("打不开这个文件夹").kind(MessageDialogKind::Error);
    message.buttons(MessageDialogButtons::OkCustom("知道了".to_owned())).show(|_| {});
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_waits_goes_on_when_the_opening_is_over() {
        let opening = Arc::new(Opening::default());
        let waiting = Arc::clone(&opening);
        let waiter = std::thread::spawn(move || waiting.wait());
        opening.end();
        assert!(waiter.join().is_ok());
        opening.wait();
    }
}
