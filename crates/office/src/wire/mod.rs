//! The wire: one list of commands with request and response types. It knows no host.

mod commands;
mod types;
pub use types::*;

use huifang_core::calendar::Now;
use serde::Serialize;
use serde_json::{Value, json};

/// An expected failure, or a panic that stayed in its command, as it crosses the wire.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
#[ts(export_to = "bindings.ts")]
pub struct WireError {
    /// Stable code; the catalogue of the UI has a text for each.
    pub code: String,
    /// Parameters of that text.
    pub params: Value,
    /// The sentence in Chinese, with file, row and remedy where there are any.
    pub detail: String,
    /// Finds the failure in the log.
    pub trace_id: String,
}

/// What a host holds: at most one open office, and who works there.
#[derive(Debug, Default)]
pub struct Desk {}

impl Desk {
    /// A desk without an open office.
    pub fn new() -> Self {
        Self::default()
    }
}

/// Runs the command of that name. A panic inside it comes back as an error.
///
/// # Errors
/// `unknown_command`, `bad_request`, or what the command says.
pub fn dispatch(desk: &Desk, command: &str, payload: Value, now: Now) -> Result<Value, WireError> {
    let _ = (desk, payload, now);
    Err(WireError {
        code: "unknown_command".to_owned(),
        params: json!({ "command": command }),
        detail: format!("没有这个命令:{command}"),
        trace_id: String::new(),
    })
}
