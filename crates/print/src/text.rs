//! What people wrote, made fit for paper: nothing that is not seen, nothing that cannot be broken into lines.

use serde_json::Value;

/// A run of letters without a place to break (a link, a number) may be so long; what is longer gets such places.
const LONGEST_RUN: usize = 20;

/// An invisible place at which a line may break.
const BREAK: char = '\u{200B}';

/// Cleans every text of the document.
pub(crate) fn clean_all(value: &mut Value) {
    match value {
        Value::String(text) => *text = clean(text),
        Value::Array(items) => items.iter_mut().for_each(clean_all),
        Value::Object(fields) => fields.values_mut().for_each(clean_all),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Lines stay lines; other control characters and those that turn the direction of writing become blanks or go away.
fn clean(text: &str) -> String {
    let mut cleaned = String::with_capacity(text.len());
    let mut run = 0;
    for c in text.trim_end().replace("\r\n", "\n").chars() {
        let c = match c {
            '\r' => '\n',
            '\t' => ' ',
            c if is_unseen(c) => continue,
            c => c,
        };
        run = if c.is_whitespace() || is_broken_after(c) { 0 } else { run + 1 };
        if run > LONGEST_RUN {
            cleaned.push(BREAK);
            run = 1;
        }
        cleaned.push(c);
    }
    cleaned
}

/// Control characters, direction marks, the byte order mark.
fn is_unseen(c: char) -> bool {
    (c.is_control() && c != '\n')
        || matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

/// Chinese characters and full-width signs: a line may break behind nearly each of them.
fn is_broken_after(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{FFEF}' | '\u{20000}'..='\u{3FFFF}')
}

/// The characters of all texts of the document, in order of first use.
pub(crate) fn characters(value: &Value) -> Vec<char> {
    let mut found = Vec::new();
    let mut seen = std::collections::HashSet::new();
    each_text(value, &mut |text| found.extend(text.chars().filter(|c| seen.insert(*c))));
    found
}

fn each_text(value: &Value, visit: &mut impl FnMut(&str)) {
    match value {
        Value::String(text) => visit(text),
        Value::Array(items) => items.iter().for_each(|item| each_text(item, visit)),
        Value::Object(fields) => fields.values().for_each(|field| each_text(field, visit)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_stay_and_what_is_not_seen_goes() {
        assert_eq!(clean("一\r\n二\r三\t四\u{7}\u{202E}五\n"), "一\n二\n三 四五");
    }

    #[test]
    fn a_long_run_gets_places_to_break_and_chinese_needs_none() {
        let long = clean(&"a".repeat(50));
        assert_eq!(long.matches(BREAK).count(), 2);
        assert_eq!(long.replace(BREAK, ""), "a".repeat(50));
        assert_eq!(clean(&"字".repeat(50)), "字".repeat(50));
        assert_eq!(clean("3栋2单元1501 13800000001"), "3栋2单元1501 13800000001");
    }
}
