//! The command line as scripts see it: documents on standard output, sentences on standard error, exit codes.

mod first_start;
mod importing;
mod office;
mod office_work;
mod packs;
mod place;
mod printing;
mod simulate;
