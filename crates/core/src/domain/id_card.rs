//! Identity numbers: the citizen's number of GB 11643-1999, its check digit (ISO 7064 MOD 11-2), birth day and sex.

use super::Sex;
use chrono::NaiveDate;

/// What an identity number says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IdNumber {
    /// A citizen's number (or the permit of a resident from elsewhere in the same form) whose check digit is right.
    Citizen {
        /// Day of birth.
        born: NaiveDate,
        /// Sex.
        sex: Sex,
    },
    /// Has the form of a citizen's number, and is wrong: a digit too many or too few, a wrong check digit, no such day.
    Wrong,
    /// A passport or permit of another form: kept as it is, and not judged.
    Other,
}

const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS: &[u8; 11] = b"10X98765432";

/// Judges a number written half-width, without blanks, with a capital X.
pub fn read_id_number(number: &str) -> IdNumber {
    let bytes = number.as_bytes();
    let Some(body) = number.strip_suffix('X').or(Some(number)).filter(|body| all_digits(body)) else {
        return IdNumber::Other;
    };
    match bytes.len() {
        18 if body.len() >= 17 => citizen(bytes).unwrap_or(IdNumber::Wrong),
        15 if body.len() == 15 => old_citizen(number).unwrap_or(IdNumber::Wrong),
        // Passports of other states and old permits have up to ten digits.
        0..=10 => IdNumber::Other,
        _ => IdNumber::Wrong,
    }
}

fn all_digits(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_digit())
}

fn citizen(bytes: &[u8]) -> Option<IdNumber> {
    let sum: u32 = bytes.iter().zip(WEIGHTS).map(|(byte, weight)| u32::from(byte - b'0') * weight).sum();
    (CHECKS[(sum % 11) as usize] == bytes[17]).then_some(())?;
    let text = std::str::from_utf8(&bytes[6..14]).ok()?;
    Some(IdNumber::Citizen { born: day(text)?, sex: sex(bytes[16]) })
}

/// The fifteen digits of before 1999 have no check digit and a year of two digits in the 1900s.
fn old_citizen(number: &str) -> Option<IdNumber> {
    Some(IdNumber::Citizen { born: day(&format!("19{}", number.get(6..12)?))?, sex: sex(*number.as_bytes().get(14)?) })
}

fn day(text: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(text, "%Y%m%d").ok()
}

fn sex(digit: u8) -> Sex {
    if (digit - b'0') % 2 == 1 { Sex::Male } else { Sex::Female }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> IdNumber {
        read_id_number(text)
    }

    #[test]
    fn the_example_of_the_standard_passes_and_its_neighbour_fails() {
        let born = NaiveDate::from_ymd_opt(1949, 12, 31).unwrap();
        let citizen = IdNumber::Citizen { born, sex: Sex::Female };
        assert_eq!(read("11010519491231002X"), citizen);
        assert_eq!(read("110105194912310021"), IdNumber::Wrong);
    }

    #[test]
    fn a_digit_too_few_or_too_many_is_wrong_and_a_passport_is_not_judged() {
        assert_eq!(read("1101051949123100"), IdNumber::Wrong);
        assert_eq!(read("1101051949123100211"), IdNumber::Wrong);
        assert_eq!(read("E12345678"), IdNumber::Other);
        assert_eq!(read("H0123456789"), IdNumber::Other);
        assert!(matches!(read("110105491231002"), IdNumber::Citizen { .. }));
        assert_eq!(read("110105491331002"), IdNumber::Wrong);
    }

    proptest! {
        #[test]
        fn judging_never_crashes(text in "[0-9Xx１ ]{0,20}|\\PC{0,20}") {
            let _ = read_id_number(&text);
        }

        #[test]
        fn exactly_one_check_digit_is_right(body in "[1-9][0-9]{5}19[0-9]{2}0[1-9]1[0-9][0-9]{3}") {
            let right = "0123456789X".chars().filter(|c| read_id_number(&format!("{body}{c}")) != IdNumber::Wrong).count();
            prop_assert_eq!(right, 1);
        }
    }
}
