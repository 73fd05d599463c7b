//! `cargo xtask pictures`: the pictures of the help, taken anew from the running program.

use crate::prepare;
use crate::shell::{Outcome, Step};

/// The one test that takes them; with the same packages as `cargo xtask run`, so that nothing is compiled twice.
const TEST: [&str; 8] = ["test", "--workspace", "--exclude", "xtask", "--test", "window", "--", "help::"];

/// Builds the page and the window, and walks through the scenes once.
///
/// # Errors
/// The step that failed; a scene that the program no longer has is named with what is seen instead.
pub(crate) fn take() -> Outcome {
    prepare::system()?;
    prepare::page()?;
    let driver = prepare::tauri_driver()?;
    Step::cargo(TEST).env("TAURI_DRIVER", driver).env("HUIFANG_BLESS", "1").run()?;
    println!("taken: ui/src/help/pictures; look at them before they are committed");
    Ok(())
}
