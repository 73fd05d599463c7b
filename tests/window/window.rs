//! One window on one office, and what a person can do with it.

use crate::screen::{Driver, Screen};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::time::Duration;
use tempfile::TempDir;
use thirtyfour::common::keys::Key;
use thirtyfour::{Capabilities, WebDriver};

/// Waiting is asking again, at this distance, at most so often; then the test fails with what the page shows.
const PAUSE: Duration = Duration::from_millis(50);
const TRIES: u32 = 300;

/// A window that runs.
pub struct Window {
    // In this order: the driver ends before its screen, and both before the settings folder is removed.
    _driver: Driver,
    session: WebDriver,
    _screen: Screen,
    _settings: TempDir,
}

impl Window {
    /// Opens the window on an office folder, or on the start page, with the clock set to `day`.
    pub async fn open(office: Option<&Path>, day: &str) -> Self {
        let settings = tempfile::tempdir().expect("a temporary folder can be made");
        let screen = Screen::get();
        let mut driver = Driver::start(environment(settings.path(), &screen, day));
        wait_for(&mut driver).await;
        let session = WebDriver::new(format!("http://127.0.0.1:{}", driver.port), capabilities(office)).await;
        let session = session.unwrap_or_else(|error| panic!("the window does not open: {error}"));
        Self { _driver: driver, session, _screen: screen, _settings: settings }
    }

    /// Presses keys one after the other: `F9`, `Ctrl+Enter`, `Shift+Tab`, `1`.
    pub async fn press(&self, keys: &[&str]) {
        for chord in keys {
            let mut parts: Vec<char> = chord.split('+').map(key).collect();
            let last = parts.pop().expect("split gives at least one part");
            let held = parts.iter().fold(self.session.action_chain(), |chain, part| chain.key_down(*part));
            let pressed = held.key_down(last).key_up(last);
            let released = parts.iter().rev().fold(pressed, |chain, part| chain.key_up(*part));
            released.perform().await.unwrap_or_else(|error| panic!("pressing {chord}: {error}"));
        }
    }

    /// Types text into what has the focus.
    pub async fn type_text(&self, text: &str) {
        let typed = self.session.action_chain().send_keys(text).perform().await;
        typed.unwrap_or_else(|error| panic!("typing {text}: {error}"));
    }

    /// Waits until the page shows this text.
    pub async fn see(&self, text: &str) {
        self.until(&format!("the text {text}"), &format!("document.body.innerText.includes({})", json!(text))).await;
    }

    /// Waits until the page shows this text no more.
    pub async fn see_no_more(&self, text: &str) {
        let gone = format!("!document.body.innerText.includes({})", json!(text));
        self.until(&format!("the text {text} to be gone"), &gone).await;
    }

    /// Waits until a condition in the page holds (an expression in JavaScript).
    pub async fn until(&self, what: &str, condition: &str) {
        for _ in 0..TRIES {
            if self.ask(condition).await == json!(true) {
                return;
            }
            tokio::time::sleep(PAUSE).await;
        }
        let picture = self.picture("failed").await;
        let shown = self.ask("document.body.innerText").await;
        panic!("waited in vain for {what}\npicture: {}\npage:\n{}", picture.display(), shown.as_str().unwrap_or("-"));
    }

    /// What an expression in the page is worth; null while the page is not there yet.
    pub async fn ask(&self, expression: &str) -> Value {
        let answer = self.session.execute(format!("return ({expression});"), Vec::new()).await;
        answer.map_or(Value::Null, |answer| answer.json().clone())
    }

    /// Runs a command of the wire list as the page does: its answer, or its error as it crosses the wire.
    pub async fn rpc(&self, command: &str, payload: Value) -> Result<Value, Value> {
        const SCRIPT: &str = "const [cmd, payload, done] = arguments;
            window.__TAURI_INTERNALS__.invoke('rpc', { cmd, payload })
                .then((answer) => done([true, answer]), (error) => done([false, error]));";
        let answer = self.session.execute_async(SCRIPT, vec![json!(command), payload]).await;
        let answer = answer.unwrap_or_else(|error| panic!("no answer to {command}: {error}")).json().clone();
        if answer[0] == json!(true) { Ok(answer[1].clone()) } else { Err(answer[1].clone()) }
    }

    /// Writes a picture of the page to `out/screens/`; gives back where.
    pub async fn picture(&self, name: &str) -> PathBuf {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("out/screens");
        std::fs::create_dir_all(&folder).expect("out/screens can be made");
        let file = folder.join(format!("{name}.png"));
        self.session.screenshot(&file).await.unwrap_or_else(|error| panic!("no picture {name}: {error}"));
        file
    }

    /// Closes the window as its frame does, and waits for it to be gone.
    pub async fn close(self) {
        self.session.clone().quit().await.unwrap_or_else(|error| panic!("the window does not close: {error}"));
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        // When a test fails, the driver is killed and takes the window with it. Without this, the session would try for
        // minutes to end it politely.
        let _ = self.session.clone().leak();
    }
}

fn capabilities(office: Option<&Path>) -> Capabilities {
    let mut capabilities = Capabilities::new();
    let arguments: Vec<_> = office.into_iter().collect();
    let program = json!({ "application": env!("CARGO_BIN_EXE_huifang-desktop"), "args": arguments });
    for (name, value) in [("browserName", json!("wry")), ("tauri:options", program)] {
        capabilities.set(name, value).expect("JSON can be written as JSON");
    }
    capabilities
}

/// Nothing of whoever runs the tests: neither settings nor display nor a window that is open already.
fn environment(settings: &Path, screen: &Screen, day: &str) -> [(&'static str, std::ffi::OsString); 9] {
    [
        ("DISPLAY", screen.name.clone()),
        ("GDK_BACKEND", "x11".into()),
        ("XDG_CONFIG_HOME", settings.join("config").into()),
        ("XDG_DATA_HOME", settings.join("data").into()),
        ("XDG_CACHE_HOME", settings.join("cache").into()),
        // No session bus: a second window must not hand over to the first.
        ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent".into()),
        ("NO_AT_BRIDGE", "1".into()),
        ("HUIFANG_OFFICE", "".into()),
        ("HUIFANG_TODAY", day.into()),
    ]
}

async fn wait_for(driver: &mut Driver) {
    for _ in 0..TRIES {
        if driver.listens() {
            return;
        }
        tokio::time::sleep(PAUSE).await;
    }
    panic!("tauri-driver does not listen on port {}", driver.port);
}

/// The character that WebDriver takes for a key.
fn key(name: &str) -> char {
    match name {
        "Ctrl" => Key::Control.value(),
        "Shift" => Key::Shift.value(),
        "Alt" => Key::Alt.value(),
        "Enter" => Key::Enter.value(),
        "Esc" => Key::Escape.value(),
        "Tab" => Key::Tab.value(),
        "Space" => ' ',
        "Backspace" => Key::Backspace.value(),
        "Delete" => Key::Delete.value(),
        "Home" => Key::Home.value(),
        "End" => Key::End.value(),
        "PageUp" => Key::PageUp.value(),
        "PageDown" => Key::PageDown.value(),
        "Up" => Key::Up.value(),
        "Down" => Key::Down.value(),
        "Left" => Key::Left.value(),
        "Right" => Key::Right.value(),
        _ => one_character(name),
    }
}

/// `F1` to `F12` follow each other in WebDriver's table; anything else is the character itself.
fn one_character(name: &str) -> char {
    if let Some(number) = name.strip_prefix('F').and_then(|number| number.parse::<u32>().ok()) {
        let found = char::from_u32(u32::from(Key::F1.value()) + number - 1);
        return found.unwrap_or_else(|| panic!("no key {name}"));
    }
    let mut characters = name.chars();
    match (characters.next(), characters.next()) {
        (Some(character), None) => character,
        _ => panic!("no key {name}"),
    }
}
