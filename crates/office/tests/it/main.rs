//! What the use cases and the wire promise, at the boundary that the hosts use.

mod calls;
mod calls_by_hand;
mod careless;
mod catching_up;
mod common;
mod desklist;
mod desklist_views;
mod convention_01;
mod draws;
mod forms;
mod forms_files;
mod import_jobs;
mod imports;
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
mod tables;
mod wire;
