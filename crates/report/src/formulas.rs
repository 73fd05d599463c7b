//! Formulas over the ledger that a manager can read: `COUNTIFS` with the ledger's own words.

use crate::sheets::ledger::{Column, FIRST_ROW, SHEET};

/// The ledger as other sheets refer to it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct LedgerRange {
    /// Rows of occurrences.
    pub(crate) rows: u32,
}

impl LedgerRange {
    /// The cells of a column; of an empty ledger, its one blank row.
    pub(crate) fn column(self, column: Column) -> String {
        let (letter, first) = (column.letter(), FIRST_ROW + 1);
        format!("{SHEET}!${letter}${first}:${letter}${}", first + self.rows.max(1) - 1)
    }

    /// How many rows fulfil all conditions. Each is a column with a criterion as Excel writes it.
    pub(crate) fn count(self, conditions: &[(Column, String)]) -> String {
        let parts = conditions.iter().map(|(column, criterion)| format!("{},{criterion}", self.column(*column)));
        format!("=COUNTIFS({})", parts.collect::<Vec<_>>().join(","))
    }
}

/// The criterion "is this word".
pub(crate) fn is(word: &str) -> String {
    format!("\"{word}\"")
}

/// The criterion "is what stands in that cell"; the sign before it keeps a name that begins with `>` a name.
pub(crate) fn same_as(cell: &str) -> String {
    format!("\"=\"&{cell}")
}

/// A share that says — for 0/0.
pub(crate) fn share(numerator: &str, denominator: &str) -> String {
    format!("=IF({denominator}=0,\"—\",{numerator}/{denominator})")
}

/// The sum of rows of a column, both inclusive and counted from 0.
pub(crate) fn sum(col: u16, first: u32, last: u32) -> String {
    let letter = letter(col);
    format!("=SUM({letter}{}:{letter}{})", first + 1, last + 1)
}

/// The letter of one of the first 26 columns.
pub(crate) fn letter(col: u16) -> char {
    char::from(b'A' + (col % 26) as u8)
}

/// The name of a cell, such as `D7`, from a row and a column counted from 0.
pub(crate) fn cell(row: u32, col: u16) -> String {
    format!("{}{}", letter(col), row + 1)
}

/// Whether `COUNTIFS` tells this name from all others: it takes `*`, `?` and `~` for patterns, digits for numbers, and
/// capital letters for small ones. What it cannot tell apart is written as a number instead of a formula.
pub(crate) fn tells_apart(name: &str, all: &[&str]) -> bool {
    let plain = name.chars().any(char::is_alphabetic) && !name.contains(['*', '?', '~']) && name.len() <= 200;
    let folded = name.to_lowercase();
    plain
        && !matches!(folded.as_str(), "true" | "false")
        && all.iter().filter(|o| o.to_lowercase() == folded).count() == 1
}

#[cfg(test)]
mod tests {
    use super::tells_apart;

    #[test]
    fn a_name_that_countifs_would_take_for_something_else_is_not_counted_by_it() {
        let all = ["客服部", "*", "外?部", "101", "Anna", "anna", "true", "=1+1", ">甲"];
        let told: Vec<_> = all.into_iter().filter(|name| tells_apart(name, &all)).collect();
        assert_eq!(told, ["客服部", ">甲"]);
    }
}
