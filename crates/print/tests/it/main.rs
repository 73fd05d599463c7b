//! The sheets as a person gets them: what can be read back out of the PDF, how many pages there are.

mod builders;
mod determinism;
mod form;
mod lists;
mod strange_words;
