//! `cargo xtask run`: from a fresh checkout to the window, in one command.

use crate::display::{self, Xvfb};
use crate::prepare;
use crate::shell::{Failure, Outcome, Step, built, out};
use std::path::Path;

/// The day of the demonstration; the sample office is written for it.
const DAY: &str = "2026-09-30";

/// The programs, with the features that the tests use too (which is what `--test window` is for): so nothing is compiled
/// twice by whoever runs and tests. This program stands aside, because Windows does not overwrite one that runs.
const BUILD: [&str; 7] = ["build", "--workspace", "--exclude", "xtask", "--bins", "--test", "window"];

/// Whether the sample office is made anew.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sample {
    /// As it was written for the day of the demonstration.
    Fresh,
    /// As the last run left it, if there was one.
    Kept,
}

/// Installs, builds, makes the sample office, opens the window on it.
///
/// # Errors
/// The step that failed.
pub(crate) fn run(sample: Sample) -> Outcome {
    prepare::system()?;
    prepare::page()?;
    Step::cargo(BUILD).run()?;
    let office = out("sample-office")?;
    make_sample(&office, sample)?;
    if display::present() { open(&office) } else { photograph(&office) }
}

fn make_sample(office: &Path, sample: Sample) -> Outcome {
    if office.exists() {
        if sample == Sample::Kept {
            return Ok(());
        }
        std::fs::remove_dir_all(office)
            .map_err(|error| Failure::new(format!("{}: {error}; is the window still open?", office.display())))?;
    }
    let folder = office.to_string_lossy().into_owned();
    Step::new(built("huifang"), ["sample", &folder]).env("HUIFANG_TODAY", DAY).run()
}

fn window(office: &Path) -> Step {
    Step::new(built("huifang-desktop"), [office]).env("HUIFANG_TODAY", DAY)
}

fn open(office: &Path) -> Outcome {
    println!("the window shows the sample office on {DAY}; close it to end");
    window(office).run()
}

/// Without a display nobody could see a window: a picture of it is written instead.
fn photograph(office: &Path) -> Outcome {
    println!("no display: starting Xvfb");
    let screen = Xvfb::start()?;
    let picture = out("screenshot.png")?;
    let settings = out("desk-settings")?;
    let mut program = window(office)
        .env("DISPLAY", &screen.name)
        .env("GDK_BACKEND", "x11")
        // The settings of whoever runs this stay as they are, and the picture does not depend on them.
        .env("XDG_CONFIG_HOME", settings.join("config"))
        .env("XDG_DATA_HOME", settings.join("data"))
        .into_command()
        .spawn()?;
    let taken = screen.picture_of("回访台", &mut program, &picture);
    display::end(&mut program);
    taken?;
    println!("{}", picture.display());
    Ok(())
}
