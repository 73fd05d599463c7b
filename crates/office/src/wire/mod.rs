//! The wire: one list of commands with request and response types. It knows no host.
//!
//! A host holds a [`Desk`] and calls [`dispatch`] with a command's name and JSON. Everything else (the TypeScript
//! bindings, the list of names) is made from the list in `commands`.

mod archive_handlers;
mod bindings;
mod call_handlers;
mod commands;
mod desk;
mod desklist_handlers;
mod draw_handlers;
mod first_start_handlers;
mod forms_handlers;
mod handlers;
mod jobs;
mod lock_handlers;
mod matter_handlers;
mod messages_handlers;
mod policy_handlers;
mod tables_handlers;
mod types;

pub use bindings::typescript;
pub use desk::Desk;
pub use types::*;

use crate::OfficeError;
use huifang_core::calendar::Now;
use huifang_core::domain::short_hash;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// An expected failure, or a panic that stayed in its command, as it crosses the wire.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct WireError {
    /// Stable code; the catalogue of the UI has a text for each.
    pub code: String,
    /// Parameters of that text.
    #[ts(type = "unknown")]
    pub params: Value,
    /// The sentence in Chinese, with file, row and remedy where there are any.
    pub detail: String,
    /// Finds the failure in the log.
    pub trace_id: String,
}

/// Runs the command of that name. A panic inside it comes back as an error.
///
/// # Errors
/// `unknown_command`, `bad_request`, `panic`, or what the command says.
pub fn dispatch(desk: &Desk, command: &str, payload: Value, now: Now) -> Result<Value, WireError> {
    let outcome = catch_unwind(AssertUnwindSafe(|| route(desk, command, payload, now)));
    let trace_id =
        || short_hash(&[command, &now.instant_ms.to_string(), &desk.next_trace().to_string()])[..8].to_owned();
    match outcome {
        Ok(Ok(value)) => Ok(value),
        Ok(Err(error)) => {
            let trace_id = trace_id();
            tracing::info!(command, trace_id, code = error.code(), "{error}");
            Err(WireError { code: error.code().to_owned(), params: error.params(), detail: error.sentence(), trace_id })
        }
        Err(panic) => {
            let trace_id = trace_id();
            let said = panic.downcast_ref::<&str>().map(|s| (*s).to_owned());
            let said = said.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_default();
            tracing::error!(command, trace_id, "panic: {said}");
            Err(WireError {
                code: "panic".to_owned(),
                params: json!({ "command": command }),
                detail: format!("程序内部出错,刚才的操作没有写入,其他功能不受影响。请把编号 {trace_id} 告诉维护人员。"),
                trace_id,
            })
        }
    }
}

/// Names of all commands, in the order of the list.
pub fn command_names() -> &'static [&'static str] {
    macro_rules! names {
        ($($name:ident($req:ty) -> $res:ty),* $(,)?) => { &[$(stringify!($name)),*] };
    }
    commands::for_each_command!(names)
}

fn route(desk: &Desk, command: &str, payload: Value, now: Now) -> Result<Value, OfficeError> {
    lock_handlers::check_lock(desk, command)?;
    macro_rules! arms {
        ($($name:ident($req:ty) -> $res:ty),* $(,)?) => {
            match command {
                $(stringify!($name) => {
                    let request: $req = read(command, payload)?;
                    let response: $res = handlers::$name(desk, request, now)?;
                    serde_json::to_value(response).map_err(|e| OfficeError::invalid("bad_response", e.to_string()))
                })*
                other => Err(OfficeError::Invalid {
                    code: "unknown_command",
                    params: json!({ "command": other }),
                    text: format!("没有这个命令:{other}"),
                }),
            }
        };
    }
    commands::for_each_command!(arms)
}

fn read<T: serde::de::DeserializeOwned>(command: &str, payload: Value) -> Result<T, OfficeError> {
    let payload = if payload.is_null() { json!({}) } else { payload };
    serde_json::from_value(payload).map_err(|e| OfficeError::Invalid {
        code: "bad_request",
        params: json!({ "command": command }),
        text: format!("命令 {command} 的内容不对:{e}"),
    })
}
