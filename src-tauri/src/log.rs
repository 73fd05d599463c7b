//! The log of the window: standard error, `HUIFANG_LOG` sets how much (`warn`, `info`, `huifang_office=debug`).

use std::backtrace::Backtrace;
use std::io::IsTerminal;
use tracing_subscriber::EnvFilter;

/// Starts the log and sends panics there.
pub(crate) fn start() {
    let filter = EnvFilter::try_from_env("HUIFANG_LOG").unwrap_or_else(|_| EnvFilter::new("info"));
    // Fails only where a log has been started already; that one goes on then.
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    let _ = log.with_ansi(std::io::stderr().is_terminal()).try_init();
    std::panic::set_hook(Box::new(|panic| {
        tracing::error!(backtrace = %Backtrace::capture(), "panic: {panic}");
    }));
}
