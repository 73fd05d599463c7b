//! Numbers of matters: letters of the kind, the year, and a running number.

use crate::OfficeError;
use crate::office::Office;
use chrono::{Datelike, NaiveDate};
use huifang_core::policy::Vocabulary;
use serde_json::json;

/// Digits of the running number, at least.
const WIDTH: usize = 4;

impl Office {
    /// The next free number of the kind in the year of the day: `TS260017`. A number once given is not given again, even if
    /// its matter was struck out.
    pub(super) fn next_number(&self, kind: &str, on: NaiveDate) -> Result<String, OfficeError> {
        let start = format!("{}{:02}", Vocabulary::shipped().kind(kind).number, on.year() % 100);
        let last = self.store.read().last_number_from(&start)?;
        let digits = last.as_deref().and_then(|no| no.strip_prefix(start.as_str())).unwrap_or_default();
        let width = digits.len().max(WIDTH);
        let next = digits.parse::<u64>().unwrap_or(0) + 1;
        Ok(format!("{start}{next:0width$}"))
    }

    /// The number as written, where no other matter of the kind has it; the next free one where none is written.
    ///
    /// # Errors
    /// `number_taken`.
    pub(super) fn free_number(&self, kind: &str, written: &str, on: NaiveDate) -> Result<String, OfficeError> {
        let no = written.trim();
        if no.is_empty() {
            return self.next_number(kind, on);
        }
        if self.store.read().matters_with_number(kind, no)?.is_empty() {
            return Ok(no.to_owned());
        }
        let next = self.next_number(kind, on)?;
        let text = format!("编号 {no} 已经用过。可以改用 {next},或清空由程序编号");
        Err(OfficeError::Invalid { code: "number_taken", params: json!({ "no": no, "next": next }), text })
    }
}
