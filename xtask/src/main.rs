//! What the project is worked with: `cargo xtask run`, `cargo xtask test` and the rest.
//! Needs Rust and Node; what else is missing it installs, and says so.

#![allow(clippy::print_stdout, reason = "a command-line tool speaks on standard output")]

mod display;
mod icons;
mod licences;
mod pictures;
mod prepare;
mod run;
mod shell;
mod test;
mod tidy;

use shell::{Failure, Outcome, Step, root};
use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask run [--keep]   build everything, make the sample office in out/sample-office, open the window on it
                           (without a display: write out/screenshot.png; --keep: go on with the last sample office)
cargo xtask test           every check and every test, in the order of cost
cargo xtask tidy           sizes and house rules only
cargo xtask bench [--size S|L]   how long a person waits, beside bare SQL; without a size both, and what grows
cargo xtask bindings       write the TypeScript bindings of the wire
cargo xtask pictures       take the pictures of the help anew from the running program
cargo xtask icons          draw icons/ anew from its SVG sources
cargo xtask licences       write docs/licences.txt anew";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        ["run"] => run::run(run::Sample::Fresh),
        ["run", "--keep"] => run::run(run::Sample::Kept),
        ["test"] => test::test(),
        ["tidy"] => tidy::print(),
        ["bench", rest @ ..] => bench(rest),
        ["bindings"] => bindings(),
        ["pictures"] => pictures::take(),
        ["icons"] => icons::draw(),
        ["licences"] => licences::write(),
        _ => Err(Failure::new(USAGE)),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

fn bench(arguments: &[&str]) -> Outcome {
    let bench = ["run", "--profile", "measure", "--package", "huifang-office", "--example", "bench", "--"];
    Step::cargo(bench.iter().chain(arguments)).run()
}

fn bindings() -> Outcome {
    Step::cargo(["run", "--package", "huifang-office", "--example", "bindings"]).run()?;
    println!("written below {}", root().join("ui/src").display());
    Ok(())
}
