//! The use cases: one function for each thing that a person does, with permission, transaction and audit; and the wire
//! list, through which every host (window, command line) runs them.

pub mod wire;
