//! What the use cases and the wire promise, at the boundary that the hosts use.

mod careless;
mod catching_up;
mod common;
mod draws;
mod first_start;
mod import_jobs;
mod imports;
mod loop_story;
mod messages;
mod office_work;
mod own_packs;
mod policies;
mod print;
mod quarter;
mod replanning;
mod same_ids;
mod samples;
mod search;
mod wire;
