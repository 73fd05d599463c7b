//! Keys by the names that stand on them.

/// The strokes of a chord such as `Ctrl+Enter`: down in order, up in reverse (`true`: down).
pub fn strokes(chord: &str) -> Vec<(bool, char)> {
    let keys: Vec<char> = chord.split('+').map(key).collect();
    let down = keys.iter().map(|key| (true, *key));
    let up = keys.iter().rev().map(|key| (false, *key));
    down.chain(up).collect()
}

/// The character that WebDriver takes for a key (its table of "normalised key values"); any other character is itself.
fn key(name: &str) -> char {
    match name {
        "Backspace" => '\u{e003}',
        "Tab" => '\u{e004}',
        "Enter" => '\u{e007}',
        "Shift" => '\u{e008}',
        "Ctrl" => '\u{e009}',
        "Alt" => '\u{e00a}',
        "Esc" => '\u{e00c}',
        "Space" => ' ',
        "PageUp" => '\u{e00e}',
        "PageDown" => '\u{e00f}',
        "End" => '\u{e010}',
        "Home" => '\u{e011}',
        "Left" => '\u{e012}',
        "Up" => '\u{e013}',
        "Right" => '\u{e014}',
        "Down" => '\u{e015}',
        "Delete" => '\u{e017}',
        _ => function_key(name).unwrap_or_else(|| single(name)),
    }
}

/// `F1` to `F12` follow each other in the table.
fn function_key(name: &str) -> Option<char> {
    let number: u32 = name.strip_prefix('F')?.parse().ok()?;
    char::from_u32(0xe030 + number)
}

fn single(name: &str) -> char {
    let mut characters = name.chars();
    match (characters.next(), characters.next()) {
        (Some(character), None) => character,
        _ => panic!("no key is called {name}"),
    }
}
