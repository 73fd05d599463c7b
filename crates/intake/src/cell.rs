//! One cell, and the cleaning of texts that offices type with full-width letters and stray blanks.

use chrono::{NaiveDateTime, NaiveTime};
use huifang_core::domain::FieldValue;
use serde::{Deserialize, Serialize};

/// The value of a cell as the workbook holds it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub enum Cell {
    /// Nothing, or nothing but blanks.
    #[default]
    Empty,
    /// Text, trimmed.
    Text(String),
    /// A number, telephones and dates typed as numbers included.
    Number(f64),
    /// A number shown as a date.
    DateTime(NaiveDateTime),
    /// A logical value.
    Bool(bool),
}

impl Cell {
    /// A cell of a text file or of a text cell: trimmed; a text that spreadsheet exports guard as `="0123"` is unwrapped.
    pub fn of_text(text: &str) -> Self {
        let text = text.trim_matches(is_blank);
        let text = text.strip_prefix("=\"").and_then(|inner| inner.strip_suffix('"')).unwrap_or(text);
        let text = text.trim_matches(is_blank);
        if text.is_empty() { Self::Empty } else { Self::Text(text.to_owned()) }
    }

    /// Whether nothing is in it.
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Empty)
    }

    /// What a person sees in the cell; whole numbers have no decimals, so that a telephone stays a telephone.
    pub fn text(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.clone(),
            Self::Number(n) => number_text(*n),
            Self::DateTime(at) if at.time() == NaiveTime::MIN => at.date().to_string(),
            Self::DateTime(at) => at.format("%Y-%m-%d %H:%M").to_string(),
            Self::Bool(true) => "是".to_owned(),
            Self::Bool(false) => "否".to_owned(),
        }
    }

    /// The value for a column that the program knows nothing about; `None` for an empty cell.
    pub fn value(&self) -> Option<FieldValue> {
        Some(match self {
            Self::Empty => return None,
            Self::Text(text) => text_value(text),
            Self::Number(n) => FieldValue::Number(*n),
            Self::DateTime(at) if at.time() == NaiveTime::MIN => FieldValue::Date(at.date()),
            Self::DateTime(_) => FieldValue::Text(self.text()),
            Self::Bool(yes) => FieldValue::Bool(*yes),
        })
    }
}

/// A text as a field value: what reads as a date is one, because the stored form does not tell them apart.
pub(crate) fn text_value(text: &str) -> FieldValue {
    text.parse().map_or_else(|_| FieldValue::Text(text.to_owned()), FieldValue::Date)
}

/// Whether the cell says in words that there is nothing to say.
pub(crate) fn says_nothing(text: &str) -> bool {
    matches!(squeeze(text).as_str(), "" | "无" | "暂无" | "没有" | "-" | "--" | "/")
}

fn number_text(n: f64) -> String {
    // Above 1e21 a text of digits would claim a precision that the number does not have.
    if n.fract() == 0.0 && n.abs() < 1e21 { format!("{n:.0}") } else { n.to_string() }
}

/// Blanks of every kind that office software leaves behind, zero-width ones and the byte-order mark included.
pub(crate) fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// Full-width letters, digits and signs as their half-width twins.
pub(crate) fn half_width(text: &str) -> String {
    text.chars().map(half).collect()
}

fn half(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '\u{3000}' => ' ',
        '。' => '.',
        '—' | '–' | '‐' | '‑' | '−' => '-',
        c => c,
    }
}

/// Half-width and without any blank: how numbers and titles are compared.
pub(crate) fn squeeze(text: &str) -> String {
    text.chars().filter(|c| !is_blank(*c)).map(half).collect()
}

/// A name without surrounding or inner blanks; one blank stays between two Latin letters (`John Smith`).
pub(crate) fn name(text: &str) -> String {
    let mut out = String::new();
    let mut gap = false;
    for c in text.chars() {
        if is_blank(c) {
            gap = true;
            continue;
        }
        let latin = |c: char| c.is_ascii_alphanumeric() || c == '.';
        if gap && latin(c) && out.chars().next_back().is_some_and(latin) {
            out.push(' ');
        }
        gap = false;
        out.push(c);
    }
    out
}

/// The text without what stands in round, square or corner brackets.
pub(crate) fn without_brackets(text: &str) -> String {
    let mut depth = 0_u32;
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '(' | '[' | '【' | '〔' => depth += 1,
            ')' | ']' | '】' | '〕' => depth = depth.saturating_sub(1),
            c if depth == 0 => out.push(c),
            _ => {}
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_telephone_typed_as_a_number_stays_a_telephone() {
        assert_eq!(Cell::Number(13_800_138_000.0).text(), "13800138000");
        assert_eq!(Cell::Number(117.37).text(), "117.37");
    }

    #[test]
    fn names_lose_their_blanks_but_latin_words_stay_apart() {
        assert_eq!(name("任\u{3000} 宇 "), "任宇");
        assert_eq!(name(" John   Smith "), "John Smith");
    }

    #[test]
    fn a_text_guarded_by_an_export_is_unwrapped() {
        assert_eq!(Cell::of_text("=\"0101\""), Cell::Text("0101".into()));
        assert_eq!(Cell::of_text("\u{feff} \u{3000}"), Cell::Empty);
    }

    #[test]
    fn a_text_that_reads_as_a_date_is_a_date_so_that_storing_it_changes_nothing() {
        for text in ["2026-01-19", "2026-1-9", "1987-02-30", "2026/1/9", "2026-01-19 16:28", "8"] {
            let value = text_value(text);
            let again: FieldValue = serde_json::from_str(&serde_json::to_string(&value).unwrap()).unwrap();
            assert_eq!(value, again, "{text}");
        }
        assert_eq!(text_value("1987-02-30"), FieldValue::Text("1987-02-30".into()));
    }
}
