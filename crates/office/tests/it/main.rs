//! What the use cases and the wire promise, at the boundary that the hosts use.

mod careless;
mod catching_up;
mod common;
mod import_jobs;
mod imports;
mod loop_story;
mod print;
mod quarter;
mod replanning;
mod same_ids;
mod samples;
mod wire;
