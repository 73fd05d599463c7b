//! Rooms: several spellings, one room.

use crate::cell::squeeze;

/// A room as it is shown, and the key by which two spellings are the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Room {
    /// As shown: `9栋1单元1501` where building, unit and room are known, otherwise as written without blanks.
    pub label: String,
    /// Equal for all spellings of a room: `9-1-1501`.
    pub key: String,
}

/// Words that say what a number is, and not which: longest first.
const NEUTRAL: &[&str] = &["号楼", "单元", "栋", "幢", "座", "楼", "室", "号", "房", "户", "门"];

/// Reads a room written in one cell: `9栋1单元1501`, `9-1-1501`, `9号楼1单元1501室`; `None` for an empty text.
pub fn read_room(text: &str) -> Option<Room> {
    let parts = parts(text);
    if parts.is_empty() {
        return None;
    }
    let key = parts.iter().map(|part| plain(part)).collect::<Vec<_>>().join("-");
    let label = match parts.as_slice() {
        [building, unit, room] if [building, unit].iter().all(|part| part.is_ascii()) && room.is_ascii() => {
            format!("{}栋{}单元{room}", plain(building), plain(unit))
        }
        _ => squeeze(text),
    };
    Some(Room { label, key })
}

/// Joins the cells of building, unit and room; a room cell that names its building needs no other cell.
pub fn join_room(building: &str, unit: &str, room: &str) -> Option<Room> {
    if parts(room).len() >= 3 || (building.is_empty() && unit.is_empty()) {
        return read_room(room);
    }
    let with_word = |text: &str, word: &str| {
        let text = squeeze(text);
        if text.is_empty() || !text.is_ascii() { text } else { format!("{text}{word}") }
    };
    read_room(&format!("{}{}{}", with_word(building, "栋"), with_word(unit, "单元"), squeeze(room)))
}

/// Runs of Latin letters and digits, and runs of other letters that are no neutral word.
fn parts(text: &str) -> Vec<String> {
    let mut text = squeeze(text);
    for word in NEUTRAL {
        text = text.replace(word, "-");
    }
    let mut parts: Vec<String> = Vec::new();
    let mut last = None;
    for c in text.chars() {
        let kind = c.is_alphanumeric().then_some(c.is_ascii());
        match kind {
            Some(_) if kind == last => parts.last_mut().into_iter().for_each(|part| part.push(c)),
            Some(_) => parts.push(c.to_string()),
            None => {}
        }
        last = kind;
    }
    parts
}

/// A number without its leading zeros, letters in capitals.
fn plain(part: &str) -> String {
    let stripped = part.trim_start_matches('0');
    if stripped.is_empty() { part.to_owned() } else { stripped.to_ascii_uppercase() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_spellings_of_a_room_have_one_key_and_one_label() {
        for text in ["9栋1单元1501", "9-1-1501", "9号楼1单元1501室", "09幢1单元1501号", "９栋 1单元 1501"]
        {
            let room = read_room(text).unwrap();
            assert_eq!((room.key.as_str(), room.label.as_str()), ("9-1-1501", "9栋1单元1501"), "{text}");
        }
        assert_eq!(read_room("9栋1单元0401").unwrap().key, read_room("9-1-401").unwrap().key);
    }

    #[test]
    fn building_unit_and_room_may_stand_in_three_cells_or_in_one() {
        let room = join_room("1栋", "1单元", "0101").unwrap();
        assert_eq!((room.key.as_str(), room.label.as_str()), ("1-1-101", "1栋1单元0101"));
        assert_eq!(join_room("1", "1", "0101").unwrap(), room);
        assert_eq!(join_room("1栋", "1单元", "1栋1单元0101").unwrap(), room);
        assert_eq!(join_room("", "", ""), None);
    }

    #[test]
    fn words_that_name_a_quarter_keep_rooms_apart() {
        assert_ne!(read_room("东区9栋1501").unwrap().key, read_room("西区9栋1501").unwrap().key);
        assert_ne!(read_room("A座1201").unwrap().key, read_room("B座1201").unwrap().key);
        assert_ne!(read_room("1栋11单元101").unwrap().key, read_room("11栋1单元101").unwrap().key);
    }
}
