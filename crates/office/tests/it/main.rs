//! What the use cases and the wire promise, at the boundary that the hosts use.

mod careless;
mod catching_up;
mod common;
mod draws;
mod import_jobs;
mod imports;
mod lock;
mod loop_story;
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
