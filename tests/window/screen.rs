//! Programs that a window needs round it: a screen in memory and the webview's driver. Each ends with its value.

use std::ffi::{OsStr, OsString};
use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// A program with everything that it has started in turn.
pub struct Started(Child);

impl Started {
    /// Starts it in a process group of its own; `remedy` says what to do when it is missing.
    pub fn new(command: &mut Command, remedy: &str) -> Self {
        let child = command.process_group(0).stdin(Stdio::null()).spawn();
        Self(child.unwrap_or_else(|error| panic!("cannot start {command:?}: {error}\n{remedy}")))
    }
}

impl Drop for Started {
    fn drop(&mut self) {
        // The whole group: the driver has started the webview's driver, and that the window.
        let group = format!("-{}", self.0.id());
        let _ = Command::new("kill").args(["-KILL", "--", &group]).stderr(Stdio::null()).status();
        let _ = self.0.wait();
    }
}

/// A screen: the one that is there, or one in memory.
pub struct Screen {
    /// For `DISPLAY`.
    pub name: OsString,
    _server: Option<Started>,
}

impl Screen {
    /// The display of whoever runs the tests, else an Xvfb of 1280 by 800.
    pub fn get() -> Self {
        match std::env::var_os("DISPLAY").filter(|name| !name.is_empty()) {
            Some(name) => Self { name, _server: None },
            None => Self::in_memory(),
        }
    }

    /// An Xvfb of 1280 by 800, the same wherever it is. It finds a free number itself and says it when it is ready.
    pub fn in_memory() -> Self {
        let mut command = Command::new("Xvfb");
        command.args(["-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp"]);
        command.stdout(Stdio::piped()).stderr(Stdio::null());
        let mut server = Started::new(&mut command, "Debian: apt-get install xvfb");
        let mut number = String::new();
        if let Some(said) = server.0.stdout.take() {
            BufReader::new(said).read_line(&mut number).expect("what Xvfb says can be read");
        }
        assert!(!number.trim().is_empty(), "Xvfb ended without a display");
        Self { name: format!(":{}", number.trim()).into(), _server: Some(server) }
    }
}

/// The bridge from WebDriver to the window.
pub struct Driver {
    /// Where it listens.
    pub port: u16,
    /// Where the webview's own driver listens, to which it hands everything on; that one starts later.
    native_port: u16,
    program: Started,
}

impl Driver {
    /// Starts tauri-driver; the windows that it opens inherit `environment`.
    pub fn start<K: AsRef<OsStr>, V: AsRef<OsStr>>(environment: impl IntoIterator<Item = (K, V)>) -> Self {
        let (port, native_port) = (free_port(), free_port());
        let mut command = Command::new(tauri_driver());
        command.args(["--port", &port.to_string(), "--native-port", &native_port.to_string()]);
        command.args(["--native-driver".as_ref(), webkit_driver().as_os_str()]).envs(environment);
        let remedy = "`cargo xtask test` builds it; or set TAURI_DRIVER to where it is";
        Self { port, native_port, program: Started::new(&mut command, remedy) }
    }

    /// The process of this program in the driver's group.
    pub fn started(&self, program: &Path) -> Option<Running> {
        let processes = std::fs::read_dir("/proc").ok()?;
        let ids = processes.filter_map(|entry| entry.ok()?.file_name().to_str()?.parse::<u32>().ok());
        let ours = |id: &u32| stat(*id).is_some_and(|(_, group)| group == self.program.0.id());
        let runs = |id: &u32| std::fs::read_link(format!("/proc/{id}/exe")).is_ok_and(|exe| exe == program);
        ids.filter(ours).find(runs).map(Running)
    }

    /// Whether both listen.
    ///
    /// # Panics
    /// It has ended.
    pub fn listens(&mut self) -> bool {
        assert!(matches!(self.program.0.try_wait(), Ok(None)), "tauri-driver has ended");
        [self.port, self.native_port].into_iter().all(|port| TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok())
    }
}

/// A program that the driver has started.
pub struct Running(u32);

impl Running {
    /// SIGKILL; whether that could be done.
    pub fn kill(&self) -> bool {
        let killed = Command::new("kill").args(["-KILL", &self.0.to_string()]).status();
        killed.is_ok_and(|status| status.success())
    }

    /// Whether it runs no more; one that nobody has asked after yet counts as ended.
    pub fn has_ended(&self) -> bool {
        stat(self.0).is_none_or(|(state, _)| state == "Z")
    }
}

/// State and process group of a process (proc(5)); none: it is gone.
fn stat(process: u32) -> Option<(String, u32)> {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    // The name stands in brackets and may hold anything.
    let mut fields = stat.rsplit_once(')')?.1.split_whitespace();
    let state = fields.next()?.to_owned();
    Some((state, fields.nth(1)?.parse().ok()?))
}

fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port is free");
    listener.local_addr().expect("a bound socket has an address").port()
}

fn tauri_driver() -> OsString {
    if let Some(named) = std::env::var_os("TAURI_DRIVER") {
        return named;
    }
    // Where xtask puts it: target/tools, beside the profile folder of the program under test.
    let program = PathBuf::from(env!("CARGO_BIN_EXE_huifang-desktop"));
    let tool = program.ancestors().nth(2).map(|target| target.join("tools/bin/tauri-driver"));
    tool.filter(|tool| tool.exists()).map_or_else(|| "tauri-driver".into(), PathBuf::into_os_string)
}

fn webkit_driver() -> PathBuf {
    let places = ["/usr/bin/WebKitWebDriver", "/usr/libexec/webkit2gtk-4.1/WebKitWebDriver"];
    let found = places.iter().map(PathBuf::from).find(|place| place.exists());
    found.unwrap_or_else(|| panic!("WebKitWebDriver is missing; Debian: apt-get install webkit2gtk-driver"))
}
