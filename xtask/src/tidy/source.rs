//! The project's own source files, and their text without strings and comments.

use crate::shell::{Failure, Outcome, root};
use std::path::Path;

/// In what a file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Language {
    Rust,
    TypeScript,
    Sql,
}

/// One file.
pub(super) struct Source {
    /// Path from the root, with `/`.
    pub(super) path: String,
    pub(super) language: Language,
    pub(super) text: String,
}

/// Where sources lie.
const FOLDERS: [&str; 5] = ["crates", "src-tauri", "tests", "ui", "xtask"];
/// What tools have written there.
const GENERATED: [&str; 5] = ["node_modules", "dist", "target", "gen", "bindings"];

/// Every source file that a person has written.
///
/// # Errors
/// A file cannot be read.
pub(super) fn all() -> Outcome<Vec<Source>> {
    let mut sources = Vec::new();
    for folder in FOLDERS {
        collect(&root().join(folder), &mut sources)?;
    }
    sources.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(sources)
}

fn collect(folder: &Path, sources: &mut Vec<Source>) -> Outcome {
    if !folder.is_dir() {
        return Ok(());
    }
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if GENERATED.contains(&stem.as_str()) || stem.starts_with('.') {
            continue;
        }
        if path.is_dir() {
            collect(&path, sources)?;
        } else if let Some(language) = language_of(&path) {
            sources.push(read(&path, language)?);
        }
    }
    Ok(())
}

fn language_of(path: &Path) -> Option<Language> {
    match path.extension()?.to_str()? {
        "rs" => Some(Language::Rust),
        "ts" | "tsx" => Some(Language::TypeScript),
        "sql" => Some(Language::Sql),
        _ => None,
    }
}

fn read(path: &Path, language: Language) -> Outcome<Source> {
    let text = std::fs::read_to_string(path).map_err(|error| Failure::new(format!("{}: {error}", path.display())))?;
    let below = path.strip_prefix(root()).unwrap_or(path);
    Ok(Source { path: below.to_string_lossy().replace('\\', "/"), language, text })
}

impl Source {
    /// The text with every string and comment blanked, line breaks kept. Not a parser: good enough to count braces
    /// and to find words in code.
    pub(super) fn code(&self) -> String {
        let mut code = String::with_capacity(self.text.len());
        let mut rest = self.text.as_str();
        while let Some(first) = rest.chars().next() {
            let dead = self.dead_length(rest);
            let (part, after) = rest.split_at(if dead > 0 { dead } else { first.len_utf8() });
            if dead > 0 {
                code.extend(part.chars().map(|c| if c == '\n' { '\n' } else { ' ' }));
            } else {
                code.push(first);
            }
            rest = after;
        }
        code
    }

    /// How many bytes at the beginning are a comment or a string; 0 for code.
    fn dead_length(&self, rest: &str) -> usize {
        let line_comment = if self.language == Language::Sql { "--" } else { "//" };
        if rest.starts_with(line_comment) {
            return rest.find('\n').unwrap_or(rest.len());
        }
        if rest.starts_with("/*") {
            return rest.find("*/").map_or(rest.len(), |end| end + 2);
        }
        match self.language {
            Language::Rust => rust_string(rest),
            Language::TypeScript => script_string(rest),
            // In SQL the words of a string count: 'now' is one.
            Language::Sql => 0,
        }
    }
}

fn rust_string(rest: &str) -> usize {
    if rest.starts_with('"') {
        return quoted(rest, '"', true);
    }
    if let Some(raw) = rest.strip_prefix('r') {
        let hashes = raw.len() - raw.trim_start_matches('#').len();
        if raw[hashes..].starts_with('"') {
            let end = format!("\"{}", "#".repeat(hashes));
            return raw[hashes + 1..].find(&end).map_or(rest.len(), |at| at + 2 * hashes + 3);
        }
    }
    character(rest)
}

/// A character in single quotes; a lifetime has only one of them.
fn character(rest: &str) -> usize {
    let Some(inner) = rest.strip_prefix('\'') else { return 0 };
    if inner.starts_with('\\') {
        return quoted(rest, '\'', false);
    }
    let length = inner.chars().next().map_or(0, char::len_utf8);
    if inner[length..].starts_with('\'') { length + 2 } else { 0 }
}

fn script_string(rest: &str) -> usize {
    match rest.chars().next() {
        Some('`') => quoted(rest, '`', true),
        Some(quote @ ('"' | '\'')) => quoted(rest, quote, false),
        _ => 0,
    }
}

/// Length of a string with backslash escapes. One that may not span lines and does is no string but an apostrophe.
fn quoted(rest: &str, quote: char, spans_lines: bool) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            '\n' if !spans_lines => return 0,
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if c == quote => return at + c.len_utf8(),
            _ => {}
        }
    }
    if spans_lines { rest.len() } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(language: Language, text: &str) -> String {
        Source { path: String::new(), language, text: text.to_owned() }.code()
    }

    #[test]
    fn strings_and_comments_are_blanked_and_lines_stay() {
        let text = "a \"{\\\"\" b // {\nc /* {\n */ d r#\"{ \" }\"# e '{' f 'x: &'a str";
        let words = code(Language::Rust, text);
        assert_eq!(words.lines().count(), 3);
        assert_eq!(words.split_whitespace().collect::<Vec<_>>(), ["a", "b", "c", "d", "e", "f", "'x:", "&'a", "str"]);
    }

    #[test]
    fn a_template_may_span_lines_and_an_apostrophe_is_no_string() {
        let words = code(Language::TypeScript, "a `{\n{` b 'c' it's d");
        assert_eq!(words.split_whitespace().collect::<Vec<_>>(), ["a", "b", "it's", "d"]);
    }

    #[test]
    fn strings_of_sql_stay_because_now_is_one() {
        assert!(code(Language::Sql, "SELECT date('now') -- not now").contains("'now'"));
        assert!(!code(Language::Sql, "SELECT 1 -- not now").contains("now"));
    }
}
