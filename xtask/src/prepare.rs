//! Installs what a fresh computer lacks: only what is missing, and never without saying it.

use crate::shell::{Failure, Outcome, Step, target, ui};
use std::path::{Path, PathBuf};

/// What the window is built with and tested with on Debian.
const PACKAGES: &[&str] = &[
    "build-essential",
    "pkg-config",
    "perl",
    "libwebkit2gtk-4.1-dev",
    "librsvg2-dev",
    "libayatana-appindicator3-dev",
    "libssl-dev",
    "webkit2gtk-driver",
    "xvfb",
    "fonts-noto-cjk",
    "imagemagick",
    "chromium",
    "xdotool",
];

const TAURI_DRIVER: &str = "2.1.0";

/// The system libraries.
///
/// # Errors
/// A package is missing and cannot be installed.
pub(crate) fn system() -> Outcome {
    if !cfg!(target_os = "linux") {
        // Windows: WebView2 and the MSVC tools; macOS: the Xcode tools. README says it; cargo complains clearly.
        return Ok(());
    }
    if !Path::new("/etc/debian_version").exists() {
        println!("not Debian: the counterparts of these packages are needed: {}", PACKAGES.join(" "));
        return Ok(());
    }
    let missing: Vec<&str> = PACKAGES.iter().copied().filter(|package| !installed(package)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    println!("installing with apt-get: {}", missing.join(" "));
    apt_get(&["update"])?;
    apt_get(&[&["install", "--yes", "--no-install-recommends"], missing.as_slice()].concat())
}

fn installed(package: &str) -> bool {
    let asked = Step::new("dpkg-query", ["--show", "--showformat=${db:Status-Status}", package]).read();
    asked.is_ok_and(|status| status == "installed")
}

/// As root, or through sudo.
fn apt_get(arguments: &[&str]) -> Outcome {
    let root = Step::new("id", ["-u"]).read()?.trim() == "0";
    let step = match root {
        true => Step::new("apt-get", arguments),
        false => Step::new("sudo", [&["apt-get"], arguments].concat()),
    };
    step.env("DEBIAN_FRONTEND", "noninteractive")
        .run()
        .map_err(|failure| Failure::new(format!("{failure}\nplease install as root: {}", PACKAGES.join(" "))))
}

/// The page's packages, when the lock file is newer than what is installed.
///
/// # Errors
/// Node is missing, or npm fails.
pub(crate) fn node_modules() -> Outcome {
    if !Step::npm(&["--version"]).works() {
        return Err(Failure::new("npm is missing: please install Node 20.19 or newer (https://nodejs.org)"));
    }
    let lock = ui().join("package-lock.json");
    if changed(&lock)? <= changed(&ui().join("node_modules/.package-lock.json")).unwrap_or(std::time::UNIX_EPOCH) {
        return Ok(());
    }
    Step::npm(&["ci", "--no-audit", "--no-fund"]).run()
}

fn changed(file: &Path) -> Outcome<std::time::SystemTime> {
    let failure = |error| Failure::new(format!("{}: {error}", file.display()));
    file.metadata().and_then(|found| found.modified()).map_err(failure)
}

/// The page, from its packages to `ui/dist`. The window cannot be compiled without it.
///
/// # Errors
/// As [`node_modules`], or the build fails.
pub(crate) fn page() -> Outcome {
    node_modules()?;
    Step::npm(&["run", "build"]).run()
}

/// rustfmt and clippy.
///
/// # Errors
/// They are missing and rustup is too.
pub(crate) fn rust_components() -> Outcome {
    for (command, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if !Step::cargo([command, "--version"]).works() {
            Step::new("rustup", ["component", "add", component]).run()?;
        }
    }
    Ok(())
}

/// The bridge between the window test and the system's webview driver; gives back where it is.
///
/// # Errors
/// It is missing and cannot be built.
pub(crate) fn tauri_driver() -> Outcome<PathBuf> {
    let tools = target().join("tools");
    let driver = tools.join("bin").join(format!("tauri-driver{}", std::env::consts::EXE_SUFFIX));
    if !driver.exists() {
        println!("tauri-driver {TAURI_DRIVER} is missing: building it into {}", tools.display());
        let folder = tools.to_string_lossy().into_owned();
        Step::cargo(["install", "tauri-driver", "--version", TAURI_DRIVER, "--locked", "--root", &folder]).run()?;
    }
    Ok(driver)
}
