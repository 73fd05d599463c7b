//! Identity numbers as they are kept.

use crate::cell::squeeze;
pub use huifang_core::domain::{IdNumber, read_id_number};

/// An identity number as it is kept: half-width, no blanks, a capital X.
pub fn normal_id_number(text: &str) -> String {
    squeeze(text).to_ascii_uppercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_number_is_kept_half_width_without_blanks_and_with_a_capital_x() {
        assert_eq!(normal_id_number(" 110105 19491231 002x"), "11010519491231002X");
    }

    proptest! {
        #[test]
        fn normalising_twice_is_once(text in "[0-9Xx１ ]{0,20}|\\PC{0,20}") {
            let number = normal_id_number(&text);
            prop_assert_eq!(normal_id_number(&number), number.clone());
        }
    }
}
