//! Running other programs: each step says what it does, and a failure says which step it was.

use std::ffi::OsStr;
use std::fmt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Why a task ended early, in words for whoever started it.
#[derive(Debug)]
pub(crate) struct Failure(String);

impl Failure {
    pub(crate) fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self(error.to_string())
    }
}

/// What a task comes to.
pub(crate) type Outcome<T = ()> = Result<T, Failure>;

/// The checkout.
pub(crate) fn root() -> &'static Path {
    // xtask lies directly below the root, so it has a parent.
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."))
}

/// The page's project.
pub(crate) fn ui() -> PathBuf {
    root().join("ui")
}

/// Where cargo puts what it builds.
pub(crate) fn target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => std::path::absolute(&folder).unwrap_or_else(|_| folder.into()),
        None => root().join("target"),
    }
}

/// A program that cargo has built in the dev profile.
pub(crate) fn built(name: &str) -> PathBuf {
    target().join("debug").join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

/// Files made by a run that nobody commits.
pub(crate) fn out(name: &str) -> Outcome<PathBuf> {
    let folder = root().join("out");
    std::fs::create_dir_all(&folder)?;
    Ok(folder.join(name))
}

/// One call of another program.
pub(crate) struct Step {
    command: Command,
    said: String,
}

impl Step {
    /// A program with its arguments, started in the root folder.
    pub(crate) fn new<S: AsRef<OsStr>>(program: impl AsRef<OsStr>, arguments: impl IntoIterator<Item = S>) -> Self {
        let mut command = Command::new(program.as_ref());
        let mut said = program.as_ref().to_string_lossy().into_owned();
        for argument in arguments {
            said.push(' ');
            said.push_str(&argument.as_ref().to_string_lossy());
            command.arg(argument);
        }
        command.current_dir(root());
        Self { command, said }
    }

    /// The cargo that runs this program.
    pub(crate) fn cargo<S: AsRef<OsStr>>(arguments: impl IntoIterator<Item = S>) -> Self {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut step = Self::new(cargo, arguments);
        step.said = step.said.replacen(&step.command.get_program().to_string_lossy().into_owned(), "cargo", 1);
        step
    }

    /// npm in the page's folder. On Windows npm is a script, which only a shell finds.
    pub(crate) fn npm(arguments: &[&str]) -> Self {
        let mut step = if cfg!(windows) {
            Self::new("cmd", [&["/C", "npm"], arguments].concat())
        } else {
            Self::new("npm", arguments)
        };
        step.command.current_dir(ui());
        step
    }

    /// With an environment variable.
    pub(crate) fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// Runs it; its output goes where ours goes.
    ///
    /// # Errors
    /// It cannot be started, or does not end well.
    pub(crate) fn run(mut self) -> Outcome {
        println!("» {}", self.said);
        let status = self.command.stdin(Stdio::null()).status().map_err(|error| self.not_started(&error))?;
        if status.success() { Ok(()) } else { Err(Failure(format!("failed: {} ({status})", self.said))) }
    }

    /// Runs it silently and gives back what it printed.
    ///
    /// # Errors
    /// As [`Step::run`].
    pub(crate) fn read(mut self) -> Outcome<String> {
        let output = self.command.stdin(Stdio::null()).output().map_err(|error| self.not_started(&error))?;
        if !output.status.success() {
            let said = String::from_utf8_lossy(&output.stderr);
            return Err(Failure(format!("failed: {} ({})\n{said}", self.said, output.status)));
        }
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }

    /// Whether it runs and ends well; prints nothing.
    pub(crate) fn works(self) -> bool {
        self.read().is_ok()
    }

    /// The prepared command, for a program that goes on running.
    pub(crate) fn into_command(self) -> Command {
        println!("» {}", self.said);
        self.command
    }

    fn not_started(&self, error: &std::io::Error) -> Failure {
        Failure(format!("cannot start: {} ({error})", self.said))
    }
}
