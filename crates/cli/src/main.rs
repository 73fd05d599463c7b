//! The headless host: tests, support and scripts see the program through it. It reads the clock once, opens the office,
//! calls the use case, prints. Exit codes: 0 done, 1 done with problems (each printed), 2 not done.

mod arguments;
mod first_start;
mod host;
mod import;
mod office_commands;
mod office_work;
mod pack_commands;
mod policy_commands;
mod print;
mod search;
mod sheets;
mod simulate;

use arguments::{Arguments, Command};
use clap::Parser;
use huifang_office::OfficeError;
use print::{Done, fail};
use std::io::IsTerminal;
use std::process::ExitCode;

fn main() -> ExitCode {
    let filter = tracing_subscriber::EnvFilter::try_from_env("HUIFANG_LOG");
    let filter = filter.unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("warn"));
    let colours = std::io::stderr().is_terminal();
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).with_ansi(colours).init();
    match run(Arguments::parse().command) {
        Ok(Done::Clean) => ExitCode::SUCCESS,
        Ok(Done::WithProblems) => ExitCode::from(1),
        Err(error) => {
            fail(&error);
            ExitCode::from(2)
        }
    }
}

fn run(command: Command) -> Result<Done, OfficeError> {
    let host = host::Host::from_env()?;
    match command {
        Command::Init(args) => first_start::init(&host, &args),
        Command::Sample(args) => office_commands::sample(&host, &args),
        Command::Import(args) => import::import(&host, &args),
        Command::Imports(args) => import::imports(&host, &args),
        Command::UndoImport(args) => import::undo(&host, &args),
        Command::Plan(args) => office_commands::plan(&host, &args),
        Command::Preview(args) => policy_commands::preview(&host, &args),
        Command::Enable(args) => policy_commands::change(&host, "enable", &args),
        Command::Pause(args) => policy_commands::change(&host, "pause", &args),
        Command::Set(args) => policy_commands::change(&host, "params", &args),
        Command::Tasks(args) => office_commands::tasks(&host, &args),
        Command::Explain(args) => office_commands::explain(&host, &args),
        Command::WhyNot(args) => office_commands::why_not(&host, &args),
        Command::Search(args) => search::search(&host, &args),
        Command::Record(args) => office_commands::record(&host, &args),
        Command::Draw(args) => office_work::draw(&host, &args),
        Command::Finish(args) => office_work::finish(&host, &args),
        Command::Report(args) => office_commands::report(&host, &args),
        Command::Print(args) => sheets::print(&host, &args),
        Command::Calendar(args) => first_start::calendar(&host, &args),
        Command::Call(args) => office_commands::call(&host, &args),
        Command::Simulate(args) => simulate::simulate(&host, &args),
        Command::Packs(args) => pack_commands::packs(&host, &args.command),
    }
}
