//! Stories (in work).
