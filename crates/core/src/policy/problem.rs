//! Problems of a pack: what a manager or an author must mend, each with its place.

use serde::Serialize;
use std::fmt;

/// One mistake in a pack's text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct PackProblem {
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
    /// Stable code: `syntax`, `unknown_key`, `missing`, `wrong_type`, `unknown_name`, `bad_value`, `clause` …
    pub code: &'static str,
    /// What was expected, in Chinese.
    pub expected: String,
    /// What was found.
    pub found: String,
}

impl fmt::Display for PackProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "第 {} 行第 {} 列:{}", self.line, self.column, self.expected)?;
        if self.found.is_empty() { Ok(()) } else { write!(f, ",实际是「{}」", self.found) }
    }
}
