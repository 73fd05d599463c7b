//! One window on one office, and what a person can do with it.

use crate::keys::strokes;
use crate::screen::{Driver, Screen};
use crate::webdriver::Session;
use serde_json::{Value, json};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::Duration;
use tempfile::TempDir;

/// Waiting is asking again, at this distance, at most so often; then the test fails with what the page shows.
const PAUSE: Duration = Duration::from_millis(50);
const TRIES: u32 = 1200;

/// No page has so many places for the focus between two that belong together.
const STOPS: u32 = 60;

/// A window that runs.
pub struct Window {
    session: Session,
    // In this order: the driver ends and takes the window with it, then the screen; last the settings are removed.
    driver: Driver,
    _screen: Screen,
    _settings: TempDir,
}

impl Window {
    /// Opens the window on an office folder, or on the start page, with the clock set to `day`.
    pub fn open(office: Option<&Path>, day: &str) -> Self {
        Self::open_on(Screen::get(), office, day)
    }

    /// As [`Window::open`], on that screen.
    pub fn open_on(screen: Screen, office: Option<&Path>, day: &str) -> Self {
        let settings = tempfile::tempdir().expect("a temporary folder can be made");
        let mut driver = Driver::start(environment(settings.path(), &screen, day));
        assert!(asking_again(|| driver.listens()), "tauri-driver does not listen on port {}", driver.port);
        let session = Session::open(driver.port, &capabilities(office));
        let session = session.unwrap_or_else(|error| panic!("the window does not open: {error}"));
        Self { session, driver, _screen: screen, _settings: settings }
    }

    /// Presses keys one after the other: `F9`, `Ctrl+Enter`, `Shift+Tab`, `1`.
    pub fn press(&self, keys: &[&str]) {
        for chord in keys {
            self.session.keys(strokes(chord)).unwrap_or_else(|error| panic!("pressing {chord}: {error}"));
        }
    }

    /// Types text into what has the focus.
    pub fn type_text(&self, text: &str) {
        let strokes = text.chars().flat_map(|character| [(true, character), (false, character)]);
        self.session.keys(strokes).unwrap_or_else(|error| panic!("typing {text}: {error}"));
    }

    /// Waits until the page shows this text.
    pub fn see(&self, text: &str) {
        self.until(&format!("the text {text}"), &format!("document.body.innerText.includes({})", json!(text)));
    }

    /// Waits until the page shows this text no more.
    pub fn see_no_more(&self, text: &str) {
        let gone = format!("!document.body.innerText.includes({})", json!(text));
        self.until(&format!("the text {text} to be gone"), &gone);
    }

    /// Waits until a condition in the page holds (an expression in JavaScript).
    pub fn until(&self, what: &str, condition: &str) {
        if asking_again(|| self.ask(condition) == json!(true)) {
            return;
        }
        let picture = self.picture("failed");
        let shown = self.ask("document.body.innerText");
        panic!("waited in vain for {what}\npicture: {}\npage:\n{}", picture.display(), shown.as_str().unwrap_or("-"));
    }

    /// Waits until something holds that the page does not show: what the office has on the disk.
    pub fn until_true(&self, what: &str, holds: impl FnMut() -> bool) {
        assert!(asking_again(holds), "waited in vain for {what}; picture: {}", self.picture("failed").display());
    }

    /// What an expression in the page is worth; null while the page is not there yet.
    pub fn ask(&self, expression: &str) -> Value {
        self.session.execute(&format!("return ({expression});")).unwrap_or_default()
    }

    /// Runs a command of the wire list as the page does: its answer, or its error as it crosses the wire.
    pub fn rpc(&self, command: &str, payload: Value) -> Result<Value, Value> {
        const SCRIPT: &str = "const [cmd, payload, done] = arguments;
            window.__TAURI_INTERNALS__.invoke('rpc', { cmd, payload })
                .then((answer) => done([true, answer]), (error) => done([false, error]));";
        let answer = self.session.execute_async(SCRIPT, &[json!(command), payload]);
        let mut answer = answer.unwrap_or_else(|error| panic!("no answer to {command}: {error}"));
        let value = answer[1].take();
        if answer[0] == json!(true) { Ok(value) } else { Err(value) }
    }

    /// Writes a picture of the page to `out/screens/`; gives back where.
    pub fn picture(&self, name: &str) -> PathBuf {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("out/screens");
        std::fs::create_dir_all(&folder).expect("out/screens can be made");
        let file = folder.join(format!("{name}.png"));
        let picture = self.session.picture().unwrap_or_else(|error| panic!("no picture {name}: {error}"));
        std::fs::write(&file, picture).expect("a picture can be written");
        file
    }

    /// Presses `chord` (Tab, Shift+Tab, an arrow) until what `css` names has the focus. Whoever works by keyboard does the
    /// same; what cannot be reached so fails.
    pub fn walk_to(&self, chord: &str, css: &str) {
        for _ in 0..STOPS {
            if self.ask(&has_focus(css)) == json!(true) {
                return;
            }
            self.ask("window.stoodAt = document.activeElement, true");
            self.press(&[chord]);
            self.until(&format!("{chord} to lead on, to {css}"), "document.activeElement !== window.stoodAt");
        }
        let at = self.ask("document.activeElement?.outerHTML.slice(0, 200)");
        panic!("{css} is not reached by {STOPS} times {chord}; the focus is at {at}");
    }

    /// Waits until what `css` names has the focus.
    pub fn stands_at(&self, css: &str) {
        self.until(&format!("the focus at {css}"), &has_focus(css));
    }

    /// Draws a line through points of the page, with the mouse button down.
    pub fn draw(&self, points: &[(i64, i64)]) {
        self.session.draw(points).unwrap_or_else(|error| panic!("drawing {points:?}: {error}"));
    }

    /// Ends the program as a power cut would: no chance to tidy up, and nobody asks it to. Waits until it is gone.
    pub fn kill(self) {
        let window = self.driver.started(Path::new(env!("CARGO_BIN_EXE_huifang-desktop")));
        let window = window.expect("the window runs under its driver");
        assert!(window.kill(), "the window can be killed");
        assert!(asking_again(|| window.has_ended()), "the window has ended");
    }

    /// The page as a PNG file.
    pub fn photograph(&self) -> Vec<u8> {
        self.session.picture().unwrap_or_else(|error| panic!("no picture: {error}"))
    }

    /// Closes the window, and waits for it to be gone.
    pub fn close(self) {
        self.session.close().unwrap_or_else(|error| panic!("the window does not close: {error}"));
    }
}

/// Whether what `css` names has the focus (an expression in JavaScript).
fn has_focus(css: &str) -> String {
    format!("document.activeElement?.matches({}) ?? false", json!(css))
}

/// Whether it holds sooner or later.
pub fn asking_again(mut holds: impl FnMut() -> bool) -> bool {
    (0..TRIES).any(|_| {
        holds() || {
            std::thread::sleep(PAUSE);
            false
        }
    })
}

fn capabilities(office: Option<&Path>) -> Value {
    let arguments: Vec<_> = office.into_iter().collect();
    let program = json!({ "application": env!("CARGO_BIN_EXE_huifang-desktop"), "args": arguments });
    json!({ "browserName": "wry", "tauri:options": program })
}

/// Nothing of whoever runs the tests: neither settings nor display nor a window that is open already.
fn environment(settings: &Path, screen: &Screen, day: &str) -> [(&'static str, OsString); 10] {
    [
        ("DISPLAY", screen.name.clone()),
        ("GDK_BACKEND", "x11".into()),
        ("HOME", settings.into()),
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
