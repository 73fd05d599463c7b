//! How long a person waits, in an office of two sizes: our work beside the raw cost of the same queries by bare SQL, as ratios of
//! one run. `cargo xtask bench [--size S|L]`; without a size both, and how what is waited for grows from one to the other.
//! Raw is the least that must be read for the same screen: keys, rows and counts, by prepared statements, into nothing.
//!
//! S: 5,000 clients, 20,000 matters, 60,000 records (two years). L: 100,000, 300,000, 1,000,000 (ten years). The office is made
//! by a seed, so that any machine measures the same one.

#![allow(clippy::print_stdout, reason = "printing is what a benchmark does")]

mod imports;
mod make;
mod names;
mod raw;
mod waits;

use chrono::{Days, FixedOffset, NaiveDate};
use huifang_core::calendar::Now;
use huifang_office::OfficeError;
use std::time::{Duration, Instant};

/// An office to be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    name: &'static str,
    clients: usize,
    matters: usize,
    records: usize,
    /// The matters and records are spread over so many days before today.
    days: u64,
}

const S: Size = Size { name: "S", clients: 5_000, matters: 20_000, records: 60_000, days: 730 };
const L: Size = Size { name: "L", clients: 100_000, matters: 300_000, records: 1_000_000, days: 3_650 };

/// What somebody waits for: ours, and the same by bare SQL.
pub struct Wait {
    what: &'static str,
    /// Of how many rows it is.
    rows: usize,
    ours: Duration,
    raw: Duration,
}

/// The day of the benchmark.
pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 9, 30).expect("a day of the calendar")
}

/// So many days before it.
pub fn before(days: u64) -> NaiveDate {
    today() - Days::new(days)
}

/// The clock, a moment later with each step.
pub fn now(step: i64) -> Now {
    let zone = FixedOffset::east_opt(8 * 3600).expect("China's zone");
    Now { instant_ms: 1_790_000_000_000 + step, zone, today: today(), minute: 600, pretended: true }
}

fn main() -> Result<(), OfficeError> {
    let asked = std::env::args().skip_while(|word| word != "--size").nth(1);
    let sizes: Vec<Size> =
        [S, L].into_iter().filter(|size| asked.as_deref().is_none_or(|name| name == size.name)).collect();
    let measured = sizes.iter().map(|size| measure(*size)).collect::<Result<Vec<_>, _>>()?;
    if let [small, large] = &measured[..] {
        println!("\nwhat grows: L / S");
        println!("{:<34}{:>10}{:>10}", "", "ours", "raw SQL");
        for (s, l) in small.iter().zip(large) {
            println!("{:<34}{:>10.2}{:>10.2}", s.what, ratio(l.ours, s.ours), ratio(l.raw, s.raw));
        }
    }
    imports::measure()
}

fn measure(size: Size) -> Result<Vec<Wait>, OfficeError> {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let dir = folder.path().join("office");
    let mut office = make::office(&dir, size)?;
    let waits = waits::all(&mut office, &dir, size)?;
    println!(
        "\n{:<34}{:>8}{:>12}{:>12}{:>10}",
        format!("{} ({} clients)", size.name, size.clients),
        "rows",
        "ours",
        "raw SQL",
        "ours/raw"
    );
    for wait in &waits {
        let ratio = ratio(wait.ours, wait.raw);
        println!("{:<34}{:>8}{:>12}{:>12}{ratio:>10.2}", wait.what, wait.rows, ms(wait.ours), ms(wait.raw));
    }
    Ok(waits)
}

/// The time as milliseconds.
pub fn ms(time: Duration) -> String {
    format!("{:.2} ms", time.as_secs_f64() * 1000.0)
}

/// One time as so many of another.
pub fn ratio(one: Duration, other: Duration) -> f64 {
    one.as_secs_f64() / other.as_secs_f64()
}

/// How long the work takes, and what it gives.
pub fn timed<T, E>(work: impl FnOnce() -> Result<T, E>) -> Result<(Duration, T), E> {
    let begun = Instant::now();
    let output = work()?;
    Ok((begun.elapsed(), output))
}

/// So often something is done at most, and so long at most; once in any case.
const MOST_TIMES: usize = 15;
const LONG_ENOUGH: Duration = Duration::from_secs(2);

/// The shortest of several, with what it gave: what the work costs when nothing else disturbs it.
pub fn best<T, E>(mut work: impl FnMut(usize) -> Result<T, E>) -> Result<(Duration, T), E> {
    let begun = Instant::now();
    let mut best = timed(|| work(0))?;
    for step in 1..MOST_TIMES {
        if begun.elapsed() > LONG_ENOUGH {
            break;
        }
        let again = timed(|| work(step))?;
        if again.0 < best.0 {
            best = again;
        }
    }
    Ok(best)
}
