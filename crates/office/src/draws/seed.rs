//! Where chance comes from.

use crate::OfficeError;

/// Bytes of a seed from the system: nobody can go through them all.
const BYTES: usize = 16;

/// Longest seed that people may agree on, in characters: it is printed on a line of the sheet.
const LONGEST: usize = 60;

/// With what a ranking is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Seed {
    /// The randomness of the operating system.
    System,
    /// A text that people agreed on: thrown with dice before witnesses, say.
    Agreed(String),
}

impl Seed {
    /// The seed as it is stored and printed.
    ///
    /// # Errors
    /// `bad_seed`; the system gives no randomness.
    pub(super) fn text(&self) -> Result<String, OfficeError> {
        match self {
            Self::System => {
                let mut bytes = [0_u8; BYTES];
                getrandom::fill(&mut bytes)
                    .map_err(|e| OfficeError::invalid("no_randomness", format!("系统没有给出随机数:{e}")))?;
                Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
            }
            Self::Agreed(text) => agreed(text.trim()),
        }
    }
}

/// A seed that looks like one of the system's would be printed as one.
fn agreed(text: &str) -> Result<String, OfficeError> {
    if text.is_empty() || text.chars().count() > LONGEST || is_of_system(text) {
        let text =
            format!("约定的种子要写 1 至 {LONGEST} 个字,且不能与程序自己的种子同样是 {} 位十六进制数", BYTES * 2);
        return Err(OfficeError::invalid("bad_seed", text));
    }
    Ok(text.to_owned())
}

/// Whether the stored seed came from the system.
pub(super) fn is_of_system(seed: &str) -> bool {
    seed.len() == BYTES * 2 && seed.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seeds_of_the_system_differ_and_are_known_as_such() {
        let [one, other] = [Seed::System, Seed::System].map(|seed| seed.text().expect("the system has randomness"));
        assert!(one != other && is_of_system(&one) && is_of_system(&other), "{one} {other}");
    }

    #[test]
    fn an_agreed_seed_is_text_that_nobody_takes_for_one_of_the_system() {
        assert_eq!(Seed::Agreed(" 3 5 1 6 ".to_owned()).text().expect("a seed"), "3 5 1 6");
        assert!(!is_of_system("3 5 1 6"));
        for bad in ["", "  ", &"a1".repeat(16), &"长".repeat(61)] {
            assert_eq!(Seed::Agreed(bad.to_owned()).text().expect_err("refused").code(), "bad_seed", "{bad}");
        }
    }
}
