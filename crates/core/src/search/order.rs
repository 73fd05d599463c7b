//! Texts that compare, byte by byte, as people sort names and numbers.

use super::letter::name_letters;

/// Grows whenever the texts, or what a store keeps beside them, are made otherwise than before: a store that sorted under
/// another version sorts again.
pub const ORDER_VERSION: i64 = 2;

/// Sorts after every text that people write.
const LAST: &str = "\u{10ffff}";

/// A name as it sounds, syllable by syllable (surnames as surnames), then as it is written: 李明 before 林芳, and both
/// before 黎明 where that is read the same.
pub fn name_order(name: &str) -> String {
    let mut text = String::new();
    for letter in name_letters(name) {
        match letter.sounds.all.first() {
            Some(sound) => text.push_str(sound),
            None => text.push(letter.written),
        }
        // Between syllables, so that `li ming` comes before `lin fang`.
        text.push(' ');
    }
    text + name
}

/// A number or place with its runs of digits as numbers: 2栋 before 10栋. What is missing comes last.
pub fn natural_order(text: Option<&str>) -> String {
    let Some(text) = text.map(str::trim).filter(|text| !text.is_empty()) else { return LAST.to_owned() };
    let mut order = String::new();
    let mut rest = text;
    while !rest.is_empty() {
        let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let (number, after) = rest.split_at(digits);
        if !number.is_empty() {
            let number = number.trim_start_matches('0');
            // As many digits as a number has come first, so that it need not be padded: `C10` after `B9`.
            order.push(char::from_u32(u32::from('A') + number.len().min(25) as u32).unwrap_or('Z'));
            order.push_str(number);
        }
        let words = after.find(|c: char| c.is_ascii_digit()).unwrap_or(after.len());
        order.extend(after[..words].chars().flat_map(char::to_lowercase));
        rest = &after[words..];
    }
    order + "\u{1}" + text
}

#[cfg(test)]
mod tests {
    use super::{name_order, natural_order};

    fn sorted(mut texts: Vec<&str>, order: impl Fn(&str) -> String) -> Vec<&str> {
        texts.sort_by_key(|text| order(text));
        texts
    }

    #[test]
    fn names_stand_as_they_sound_and_surnames_as_surnames() {
        let names = vec!["王伟", "单雄信", "林芳", "阿依古丽", "曾国藩", "李明", "陈一诺", "张三", "沈括"];
        let expected = ["阿依古丽", "陈一诺", "李明", "林芳", "单雄信", "沈括", "王伟", "曾国藩", "张三"];
        assert_eq!(sorted(names, name_order), expected);
    }

    #[test]
    fn numbers_count_and_what_is_missing_comes_last() {
        let order = |text: &str| natural_order(Some(text));
        let places = vec!["10栋1单元0101", "2栋3单元1201", "2栋3单元0902", "", "2栋", "A12-3", "A9-30"];
        assert_eq!(
            sorted(places, order),
            ["2栋", "2栋3单元0902", "2栋3单元1201", "10栋1单元0101", "A9-30", "A12-3", ""]
        );
        assert!(order("YZ9") < natural_order(None));
    }
}
