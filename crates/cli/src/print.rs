//! Printing: one JSON document, or lines for a person. The only place that writes to standard output.

#![allow(clippy::print_stdout, reason = "printing is what a command line does")]

use huifang_core::policy::PackProblem;
use huifang_office::OfficeError;
use serde::Serialize;

/// How a command ended when it was carried out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// Without problems.
    Clean,
    /// With problems, each printed.
    WithProblems,
}

/// Prints the document as JSON.
pub fn json<T: Serialize>(document: &T) -> Result<(), OfficeError> {
    let text = serde_json::to_string(document).map_err(|e| OfficeError::invalid("bad_response", e.to_string()))?;
    line(&text);
    Ok(())
}

/// Prints a line. A reader that went away (a closed pipe) ends the program quietly.
pub fn line(text: &str) {
    use std::io::Write;
    if writeln!(std::io::stdout().lock(), "{text}").is_err() {
        std::process::exit(0);
    }
}

/// Prints why a command was not carried out, with its code, on standard error.
pub fn fail(error: &OfficeError) {
    eprintln!("{}: {}", error.code(), error.sentence());
}

/// Says something beside the result, on standard error.
pub fn note(text: &str) {
    eprintln!("{text}");
}

/// Prints the problems of a pack.
pub fn pack_problems(id: &str, problems: &[PackProblem]) {
    for problem in problems {
        line(&format!("packs/{id}/pack.toml: {problem}"));
    }
}
