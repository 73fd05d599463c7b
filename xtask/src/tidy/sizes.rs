//! How long files and functions are: what fits in a head is changed without fear.

use super::Finding;
use super::source::{Language, Source};

const FILE_LIMIT: usize = 800;
const FUNCTION_LIMIT: usize = 120;
/// What good code keeps to in nine cases of ten.
const FILE_AIM: usize = 400;
const FUNCTION_AIM: usize = 30;
/// How many of the longest are printed.
const SHOWN: usize = 5;

/// A function with its length in lines, from its first line to its closing brace.
struct Function {
    place: String,
    lines: usize,
}

/// Files over the limit.
pub(super) fn long_files(sources: &[Source]) -> Vec<Finding> {
    let long = sources.iter().filter(|source| source.text.lines().count() > FILE_LIMIT);
    long.map(|source| format!("{}: {} lines, limit {FILE_LIMIT}", source.path, source.text.lines().count())).collect()
}

/// Functions over the limit.
pub(super) fn long_functions(sources: &[Source]) -> Vec<Finding> {
    let all = sources.iter().flat_map(functions);
    let long = all.filter(|function| function.lines > FUNCTION_LIMIT);
    long.map(|function| format!("{}: {} lines, limit {FUNCTION_LIMIT}", function.place, function.lines)).collect()
}

/// Lines by part, how many keep to the aim, and the longest.
pub(super) fn print(sources: &[Source]) {
    for (part, lines) in by_part(sources) {
        println!("{lines:>7} lines  {part}");
    }
    let files = sources.iter().map(|source| (source.path.clone(), source.text.lines().count())).collect();
    print_longest("files", files, FILE_AIM);
    let functions = sources.iter().flat_map(functions).map(|function| (function.place, function.lines)).collect();
    print_longest("functions", functions, FUNCTION_AIM);
}

/// `crates/core`, `ui/src`, `xtask` …
fn by_part(sources: &[Source]) -> std::collections::BTreeMap<String, usize> {
    let mut parts = std::collections::BTreeMap::new();
    for source in sources {
        let mut steps = source.path.split('/');
        let first = steps.next().unwrap_or_default();
        let part = match (first, steps.next()) {
            ("crates" | "ui", Some(second)) => format!("{first}/{second}"),
            _ => first.to_owned(),
        };
        *parts.entry(part).or_insert(0) += source.text.lines().count();
    }
    parts
}

fn print_longest(what: &str, mut all: Vec<(String, usize)>, aim: usize) {
    let good = all.iter().filter(|(_, lines)| *lines <= aim).count();
    let percent = 100.0 * good as f64 / all.len().max(1) as f64;
    println!("{:>7} {what}, {percent:.1} % of at most {aim} lines; the longest:", all.len());
    all.sort_by_key(|(_, lines)| std::cmp::Reverse(*lines));
    for (place, lines) in all.iter().take(SHOWN) {
        println!("{lines:>12}  {place}");
    }
}

/// Finds functions by their keyword (Rust: `fn`; TypeScript: `function` and arrows with a body) and counts braces.
fn functions(source: &Source) -> Vec<Function> {
    let openers: &[&str] = match source.language {
        Language::Rust => &["fn "],
        Language::TypeScript => &["function ", "=> {"],
        Language::Sql => &[],
    };
    let code = source.code();
    let starts = openers.iter().flat_map(|opener| code.match_indices(opener));
    let whole = starts.filter(|(at, opener)| opener.starts_with('=') || stands_alone(&code, *at));
    let measured = whole.filter_map(|(at, _)| {
        let lines = body_end(&code[at..]).map(|end| code[at..at + end].matches('\n').count() + 1)?;
        let first = code[..at].matches('\n').count() + 1;
        Some(Function { place: format!("{}:{first}", source.path), lines })
    });
    measured.collect()
}

/// Whether a word begins here, not merely ends.
fn stands_alone(code: &str, at: usize) -> bool {
    !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_')
}

/// Where the braces that open first close again; none for a declaration without a body.
fn body_end(code: &str) -> Option<usize> {
    let (mut braces, mut brackets) = (0_usize, 0_usize);
    for (at, c) in code.char_indices() {
        match c {
            // Types of parameters may have braces of their own; those of the body stand outside.
            '(' | '[' => brackets += 1,
            ')' | ']' => brackets = brackets.saturating_sub(1),
            '{' if braces > 0 || brackets == 0 => braces += 1,
            '}' if braces > 0 => {
                braces -= 1;
                if braces == 0 {
                    return Some(at);
                }
            }
            ';' if braces == 0 && brackets == 0 => return None,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(language: Language, text: &str) -> Vec<usize> {
        let source = Source { path: "x".to_owned(), language, text: text.to_owned() };
        functions(&source).iter().map(|function| function.lines).collect()
    }

    #[test]
    fn a_function_is_counted_from_its_first_line_to_its_brace() {
        let text = "fn a() -> [u8; 3] {\n  if x {\n  }\n}\ntrait T { fn b(&self); }\nfn c() { \"}\"; }";
        assert_eq!(lines(Language::Rust, text), [4, 1]);
    }

    #[test]
    fn parameters_with_braces_are_not_the_body() {
        let text = "function f({ a, b }: { a: number; b: number }) {\n  return (\n    a);\n}\nconst g = () => {\n};";
        assert_eq!(lines(Language::TypeScript, text), [4, 2]);
    }
}
