//! The few words of WebDriver (W3C) that the tests speak. Blocking, and without an asynchronous client, because such a
//! one would change the features of crates that the window is built from, and all of it would be compiled twice.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};
use std::time::Duration;

/// No command takes that long; one that does hangs.
const PATIENCE: Duration = Duration::from_secs(60);

/// A session: one window under remote control.
pub struct Session {
    agent: ureq::Agent,
    address: String,
}

impl Session {
    /// Opens a window with what `capabilities` asks for.
    ///
    /// # Errors
    /// What the driver says, in words.
    pub fn open(port: u16, capabilities: &Value) -> Result<Self, String> {
        let config = ureq::Agent::config_builder().http_status_as_error(false).timeout_global(Some(PATIENCE));
        let drivers = format!("http://127.0.0.1:{port}/session");
        let mut session = Self { agent: config.build().new_agent(), address: drivers };
        let opened = session.post("", &json!({ "capabilities": { "alwaysMatch": capabilities } }))?;
        let id = opened["sessionId"].as_str().ok_or_else(|| format!("no session: {opened}"))?;
        session.address = format!("{}/{id}", session.address);
        Ok(session)
    }

    /// What a piece of JavaScript returns.
    ///
    /// # Errors
    /// What the driver says.
    pub fn execute(&self, script: &str) -> Result<Value, String> {
        self.post("/execute/sync", &json!({ "script": script, "args": [] }))
    }

    /// What a piece of JavaScript hands to its last argument, a function.
    ///
    /// # Errors
    /// What the driver says.
    pub fn execute_async(&self, script: &str, arguments: &[Value]) -> Result<Value, String> {
        self.post("/execute/async", &json!({ "script": script, "args": arguments }))
    }

    /// Presses and releases keys in this order (`true`: down).
    ///
    /// # Errors
    /// What the driver says.
    pub fn keys(&self, strokes: impl IntoIterator<Item = (bool, char)>) -> Result<(), String> {
        let action = |(down, key)| json!({ "type": if down { "keyDown" } else { "keyUp" }, "value": key });
        let actions: Vec<Value> = strokes.into_iter().map(action).collect();
        self.post("/actions", &json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": actions }] }))
            .map(drop)
    }

    /// Moves the mouse through these points of the page, its button down from the first to the last.
    ///
    /// # Errors
    /// What the driver says.
    pub fn draw(&self, points: &[(i64, i64)]) -> Result<(), String> {
        let to = |&(x, y): &(i64, i64)| json!({ "type": "pointerMove", "duration": 0, "origin": "viewport", "x": x, "y": y });
        let mut actions: Vec<Value> = points.iter().map(to).collect();
        actions.insert(1.min(actions.len()), json!({ "type": "pointerDown", "button": 0 }));
        actions.push(json!({ "type": "pointerUp", "button": 0 }));
        let mouse =
            json!({ "type": "pointer", "id": "mouse", "parameters": { "pointerType": "mouse" }, "actions": actions });
        self.post("/actions", &json!({ "actions": [mouse] })).map(drop)
    }

    /// The page as a PNG file.
    ///
    /// # Errors
    /// What the driver says.
    pub fn picture(&self) -> Result<Vec<u8>, String> {
        let answer = self.agent.get(format!("{}/screenshot", self.address)).call();
        let encoded = value(answer)?;
        BASE64_STANDARD.decode(encoded.as_str().unwrap_or_default()).map_err(|error| error.to_string())
    }

    /// Closes the window.
    ///
    /// # Errors
    /// What the driver says.
    pub fn close(&self) -> Result<(), String> {
        value(self.agent.delete(&self.address).call()).map(drop)
    }

    fn post(&self, path: &str, body: &Value) -> Result<Value, String> {
        value(self.agent.post(format!("{}{path}", self.address)).send_json(body))
    }
}

/// Every answer is wrapped in `value`, an error too.
fn value(answer: Result<ureq::http::Response<ureq::Body>, ureq::Error>) -> Result<Value, String> {
    let mut answer = answer.map_err(|error| error.to_string())?;
    let mut body: Value = answer.body_mut().read_json().map_err(|error| error.to_string())?;
    let value = body["value"].take();
    if answer.status().is_success() { Ok(value) } else { Err(value.to_string()) }
}
