//! A shared computer: who works proves it by a PIN, and what is hidden is shown to somebody in particular.

mod due_now;
mod pin;
mod reveal;
