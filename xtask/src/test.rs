//! `cargo xtask test`: every check and every test, cheap ones first. CI runs the same.

use crate::prepare;
use crate::shell::{Outcome, Step};
use std::ffi::OsString;
use std::time::Instant;

/// Runs the steps in order, stops at the first that fails, and says how long each took.
///
/// # Errors
/// The step that failed.
pub(crate) fn test() -> Outcome {
    let mut lines = Vec::new();
    let outcome = steps().into_iter().try_for_each(|(name, step)| {
        println!("\n=== {name}");
        let begun = Instant::now();
        let outcome = step();
        let word = if outcome.is_ok() { "ok" } else { "FAILED" };
        lines.push(format!("{word:<7}{:>6.1} s  {name}", begun.elapsed().as_secs_f64()));
        outcome
    });
    println!("\n=== summary");
    for line in lines {
        println!("{line}");
    }
    outcome
}

type NamedStep = (&'static str, fn() -> Outcome);

fn steps() -> [NamedStep; 10] {
    [
        ("system packages", prepare::system),
        ("rustfmt", format),
        ("page packages", prepare::node_modules),
        ("page lint and types", || ["lint", "typecheck"].into_iter().try_for_each(npm_script)),
        ("page tests", || npm_script("test")),
        ("page tests in Chromium", || npm_script("test:browser")),
        ("page build", || npm_script("build")),
        ("clippy", clippy),
        ("tauri-driver", || prepare::tauri_driver().map(drop)),
        ("workspace tests, the window among them", workspace),
    ]
}

fn format() -> Outcome {
    prepare::rust_components()?;
    Step::cargo(["fmt", "--all", "--check"]).run()
}

fn npm_script(name: &str) -> Outcome {
    Step::npm(&["run", "--if-present", name]).run()
}

fn clippy() -> Outcome {
    Step::cargo(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]).run()
}

/// One build for all of it: the same features everywhere, so nothing is compiled twice.
fn workspace() -> Outcome {
    let tests: &[&str] = match Step::cargo(["nextest", "--version"]).works() {
        true => &["nextest", "run", "--workspace", "--no-fail-fast"],
        false => &["test", "--workspace", "--no-fail-fast"],
    };
    let driver: OsString = prepare::tauri_driver()?.into();
    Step::cargo(tests).env("TAURI_DRIVER", driver).run()
}
