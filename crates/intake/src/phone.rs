//! Telephone numbers: digits in, digits out; what is no number is said to be none.

use crate::cell::{half_width, says_nothing, squeeze};

/// What a telephone cell holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Phones {
    /// The numbers as digits, in the order of the cell, each once; an extension stands behind a dash.
    pub numbers: Vec<String>,
    /// Whether some part of the cell is no telephone number.
    pub invalid: bool,
}

/// Reads a cell that may hold several numbers, parted by `/`, `、`, `,`, `;`, a line break, or nothing but a blank.
pub fn read_phones(text: &str) -> Phones {
    let mut found = Phones::default();
    for part in half_width(text).split(['/', '、', ',', ';', '|', '\\', '\n', '\r']) {
        if says_nothing(part) {
            continue;
        }
        let numbers = read_part(part);
        found.invalid |= numbers.is_empty();
        for number in numbers {
            if !found.numbers.contains(&number) {
                found.numbers.push(number);
            }
        }
    }
    found
}

/// One part: one number with blanks in it, or several numbers with blanks between them.
fn read_part(part: &str) -> Vec<String> {
    if let Some(number) = normal_phone(part) {
        return vec![number];
    }
    let words: Vec<_> = part.split_whitespace().map(normal_phone).collect();
    if words.len() > 1 && words.iter().all(Option::is_some) {
        return words.into_iter().flatten().collect();
    }
    let digits = squeeze(part);
    let halves = digits.get(..11).zip(digits.get(11..)).filter(|(first, second)| is_mobile(first) && is_mobile(second));
    halves.map(|(first, second)| vec![first.to_owned(), second.to_owned()]).unwrap_or_default()
}

/// One number as digits: a mobile, a landline with area code and perhaps an extension (`057188886666-801`), a 400 or 800
/// number, or a service number 95xxx; `None` for anything else.
pub fn normal_phone(text: &str) -> Option<String> {
    let text = squeeze(text);
    let (main, extension) = split_extension(&text)?;
    let main: String = main.chars().filter(|c| !matches!(c, '-' | '(' | ')' | '.' | '·')).collect();
    if main.is_empty() || !main.trim_start_matches('+').bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let main = without_country(&main);
    match extension {
        None if is_mobile(main) || is_landline(main) || is_service(main) => Some(main.to_owned()),
        Some(extension) if is_landline(main) || is_service(main) => Some(format!("{main}-{extension}")),
        _ => None,
    }
}

/// The number and its extension, which follows 转, `ext`, or a dash behind a landline; `None` if nothing follows 转.
fn split_extension(text: &str) -> Option<(&str, Option<&str>)> {
    let is_extension = |part: &str| (1..=6).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    for mark in ["转", "ext.", "ext", "#"] {
        if let Some((main, extension)) = text.split_once(mark) {
            return is_extension(extension).then_some((main.trim_end_matches('-'), Some(extension)));
        }
    }
    let Some((main, extension)) = text.rsplit_once('-') else { return Some((text, None)) };
    let digits: String = main.chars().filter(char::is_ascii_digit).collect();
    let behind_landline = is_extension(extension) && is_landline(without_country(&digits));
    Some(if behind_landline { (main, Some(extension)) } else { (text, None) })
}

fn without_country(digits: &str) -> &str {
    let rest = digits.strip_prefix('+').unwrap_or(digits);
    let rest = rest.strip_prefix("00").filter(|rest| rest.starts_with("86")).unwrap_or(rest);
    rest.strip_prefix("86").filter(|rest| is_mobile(rest) || is_landline(rest)).unwrap_or(rest)
}

fn is_mobile(digits: &str) -> bool {
    let bytes = digits.as_bytes();
    bytes.len() == 11 && bytes.iter().all(u8::is_ascii_digit) && bytes[0] == b'1' && (b'3'..=b'9').contains(&bytes[1])
}

/// 010 and 02x have seats of eight digits, the other areas of seven or eight.
fn is_landline(digits: &str) -> bool {
    let Some(rest) = digits.strip_prefix('0') else { return false };
    let (area, seat) = match rest.as_bytes().first() {
        Some(b'1' | b'2') => (2, rest.len().wrapping_sub(2)),
        Some(b'3'..=b'9') => (3, rest.len().wrapping_sub(3)),
        _ => return false,
    };
    let first = rest.as_bytes().get(area);
    (seat == 8 || (seat == 7 && area == 3)) && first.is_some_and(|digit| (b'2'..=b'8').contains(digit))
}

fn is_service(digits: &str) -> bool {
    let hotline = digits.starts_with("400") || digits.starts_with("800");
    hotline && digits.len() == 10 || digits.starts_with("95") && matches!(digits.len(), 5 | 6)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_spellings_of_a_mobile_are_one_number() {
        for text in [
            "13800138000",
            "138 0013 8000",
            "138-0013-8000",
            "+8613800138000",
            "+86 138 0013 8000",
            "0086-13800138000",
            "8613800138000",
            "１３８００１３８０００",
            " 13800138000\u{3000}",
        ] {
            assert_eq!(normal_phone(text).as_deref(), Some("13800138000"), "{text}");
        }
    }

    #[test]
    fn landlines_hotlines_and_service_numbers_are_telephones() {
        for (text, expected) in [
            ("0571-88886666", "057188886666"),
            ("(010)62345678", "01062345678"),
            ("0857-8223344", "08578223344"),
            ("0571-88886666-801", "057188886666-801"),
            ("0571-88886666转801", "057188886666-801"),
            ("400-123-4567", "4001234567"),
            ("95588", "95588"),
        ] {
            assert_eq!(normal_phone(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_is_too_short_or_carries_words_is_no_telephone() {
        for text in [
            "146853110",
            "12800138000",
            "1380013800",
            "138001380001",
            "1.38E+10",
            "不详",
            "8888",
            "13800138000儿子",
            "057188886666转",
        ] {
            assert_eq!(normal_phone(text), None, "{text}");
        }
    }

    #[test]
    fn one_cell_may_hold_two() {
        let two = vec!["13578039545".to_owned(), "17241127154".to_owned()];
        for text in
            ["13578039545/17241127154", "13578039545、17241127154", "13578039545 17241127154", "1357803954517241127154"]
        {
            assert_eq!(read_phones(text), Phones { numbers: two.clone(), invalid: false }, "{text}");
        }
        assert_eq!(read_phones("无 / -"), Phones::default());
        let half = read_phones("13578039545/1724");
        assert_eq!((half.numbers, half.invalid), (vec!["13578039545".to_owned()], true));
    }

    proptest! {
        #[test]
        fn normalising_never_crashes_and_twice_is_once(text in "[-+0-9 ()/转外線a-z\u{3000}１２]{0,26}|\\PC{0,20}") {
            for number in read_phones(&text).numbers {
                prop_assert_eq!(normal_phone(&number), Some(number));
            }
        }
    }
}
