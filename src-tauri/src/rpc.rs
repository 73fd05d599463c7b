//! The one command of the window. It takes a command of the wire list off the main thread and gives back what it says.

use crate::Host;
use crate::host_clock::HostClock;
use crate::opening::Opening;
use crate::watch::Nudge;
use huifang_core::calendar::Now;
use huifang_office::wire::{Desk, WireError, dispatch};
use serde_json::{Value, json};
use std::sync::Arc;
use tauri::State;
use tauri::async_runtime::spawn_blocking;

/// Runs a command of the wire list for the page.
#[tauri::command]
pub(crate) async fn rpc(
    host: State<'_, Host>,
    nudge: State<'_, Nudge>,
    cmd: String,
    payload: Option<Value>,
) -> Result<Value, WireError> {
    let opening = Arc::clone(&host.opening);
    let desk = Arc::clone(&host.desk);
    let answer = off_main_thread(Some(opening), desk, host.clock, cmd, payload.unwrap_or_else(|| json!({}))).await?;
    if may_have_written(&answer) {
        nudge.written();
    }
    Ok(answer)
}

/// Whether what is due may be another now: a write names what it changed, another office is open, a job has ended.
fn may_have_written(answer: &Value) -> bool {
    ["changed", "recent", "imports"].iter().any(|key| answer.get(key).is_some())
}

/// Runs a command on a thread where it may wait for the disk, after `opening` is over if there is one to wait for.
pub(crate) async fn off_main_thread(
    opening: Option<Arc<Opening>>,
    desk: Arc<Desk>,
    clock: HostClock,
    command: String,
    payload: Value,
) -> Result<Value, WireError> {
    let now = clock.now();
    let name = command.clone();
    let run = move || {
        if let Some(opening) = opening {
            opening.wait();
        }
        dispatch(&desk, &command, payload, now)
    };
    match spawn_blocking(run).await {
        Ok(answer) => answer,
        Err(error) => Err(thread_lost(&name, &error, now)),
    }
}

/// `dispatch` keeps panics in itself; this is for what gets past it, such as a panic while it unwinds.
fn thread_lost(command: &str, error: &tauri::Error, now: Now) -> WireError {
    let trace_id = format!("shell-{:x}", now.instant_ms);
    tracing::error!(%trace_id, command, %error, "the command's thread is lost");
    WireError {
        code: "internal".to_owned(),
        params: json!({ "command": command }),
        detail: format!("程序内部出错,这一步没有完成。请重试;仍不行时请把编号 {trace_id} 告诉维护人员。"),
        trace_id,
    }
}
