//! A screen without a screen: Xvfb, and pictures of what is on it.

use crate::shell::{Failure, Outcome, Step};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// Waiting for the window: so many tries at this distance.
const TRIES: u32 = 240;
const PAUSE: Duration = Duration::from_millis(500);
/// A blank window has a handful of colours, anti-aliased text has dozens.
const COLOURS_OF_A_PAGE: u32 = 24;
/// A page that is still loading has text too; painted means painted so many times in a row.
const STEADY: u32 = 4;

/// Whether programs can open windows here.
pub(crate) fn present() -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

/// An X server in memory; it ends with this value.
pub(crate) struct Xvfb {
    server: Child,
    /// Its name, for `DISPLAY`.
    pub(crate) name: String,
}

impl Xvfb {
    /// Starts a server of 1280 by 800 on a display number that it finds itself.
    ///
    /// # Errors
    /// Xvfb cannot be started or says no number.
    pub(crate) fn start() -> Outcome<Self> {
        let arguments = ["-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp"];
        let mut command = Command::new("Xvfb");
        let command = command.args(arguments).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut server = command.spawn().map_err(|error| Failure::new(format!("cannot start Xvfb: {error}")))?;
        let mut number = String::new();
        if let Some(said) = server.stdout.take() {
            BufReader::new(said).read_line(&mut number)?;
        }
        let xvfb = Self { server, name: format!(":{}", number.trim()) };
        if number.trim().is_empty() { Err(Failure::new("Xvfb ended without a display")) } else { Ok(xvfb) }
    }

    /// Waits until the window of that title is on the screen and painted, and writes a picture of the screen.
    ///
    /// # Errors
    /// The program ends, or nothing is painted after many tries.
    pub(crate) fn picture_of(&self, title: &str, program: &mut Child, picture: &Path) -> Outcome {
        let mut steady = 0;
        for _ in 0..TRIES {
            std::thread::sleep(PAUSE);
            if let Some(status) = program.try_wait()? {
                return Err(Failure::new(format!("the program ended before its window was painted ({status})")));
            }
            steady = if self.painted(title, picture) { steady + 1 } else { 0 };
            if steady == STEADY {
                return Ok(());
            }
        }
        Err(Failure::new(format!("no painted window {title} after {TRIES} tries; last picture: {}", picture.display())))
    }

    /// Takes a picture; whether the window is there and its page painted.
    fn painted(&self, title: &str, picture: &Path) -> bool {
        let there =
            Step::new("xdotool", ["search", "--onlyvisible", "--name", title]).env("DISPLAY", &self.name).works();
        let picture = picture.to_string_lossy().into_owned();
        let taken = Step::new("import", ["-window", "root", &picture]).env("DISPLAY", &self.name).works();
        if !(there && taken) {
            return false;
        }
        let colours = Step::new("identify", ["-format", "%k", &picture]).read().unwrap_or_default();
        colours.trim().parse().is_ok_and(|colours: u32| colours >= COLOURS_OF_A_PAGE)
    }
}

impl Drop for Xvfb {
    fn drop(&mut self) {
        end(&mut self.server);
    }
}

/// Ends a program that this one has started.
pub(crate) fn end(program: &mut Child) {
    // It may have ended by itself; then there is nothing to do.
    let _ = program.kill();
    let _ = program.wait();
}
