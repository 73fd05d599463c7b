//! Draws (抽样): a person draws, once for each period; what was drawn stays drawn (DESIGN 6.7).
//!
//! `act` looks at the frame, draws, lets the next rank take somebody's place, takes a draw back; `sheet` is what is printed and
//! signed, `words` what it says; `seed` is where chance comes from.

mod act;
mod book;
mod seed;
mod sheet;
mod words;

pub use seed::Seed;
