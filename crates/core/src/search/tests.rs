//! Who is found by what, and that words and matches agree.

use super::*;
use crate::domain::{Client, Contact, Matter};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// How the client answers to the first range that holds one of his words and that he stands up to: what a store does.
fn find(client: &Client, typed: &str) -> Option<Found> {
    find_in(&client_words(client), client, typed)
}

fn find_in(words: &BTreeSet<String>, client: &Client, typed: &str) -> Option<Found> {
    let query = Query::new(typed);
    let met = |range: &Range| words.range(range.from.clone()..range.to.clone()).next().is_some();
    query.ranges().iter().filter(|range| met(range)).find_map(|range| query.match_client(client, range))
}

fn named(name: &str) -> Client {
    Client::new("c1", name)
}

fn resident() -> Client {
    let mut client = named("翟伟芳");
    client.no = Some("TS-260017".to_owned());
    client.place = Some("17栋2单元901".to_owned());
    let phones = |numbers: &[&str]| numbers.iter().map(|number| (*number).to_owned()).collect();
    client.contacts = vec![
        Contact { phones: phones(&["13800138000"]), ..Contact::default() },
        Contact {
            relation: Some("女儿".to_owned()),
            name: Some("欧阳敏".to_owned()),
            phones: phones(&["01088886666"]),
            ..Contact::default()
        },
    ];
    client
}

/// The part that is marked, with what was matched.
fn marked(client: &Client, typed: &str) -> Option<(&'static str, String)> {
    find(client, typed).map(|found| (found.by.code(), found.hit))
}

#[test]
fn every_reading_of_a_surname_finds_it() {
    let readings = [
        ("单", "shan dan chan"),
        ("仇", "qiu chou"),
        ("曾", "zeng ceng"),
        ("查", "zha cha"),
        ("解", "xie jie"),
        ("区", "ou qu"),
        ("盖", "ge gai"),
        ("翟", "zhai di"),
        ("尉迟", "yuchi weichi"),
        ("万俟", "moqi wansi"),
        ("朴", "piao pu"),
        ("缪", "miao mou"),
        ("乐", "yue le"),
        ("覃", "qin tan"),
        ("种", "chong zhong"),
        ("员", "yun yuan"),
        ("繁", "po fan"),
        ("黑", "he hei"),
        ("折", "she zhe"),
        ("召", "shao zhao"),
        ("牟", "mu mou"),
        ("秘", "bi mi"),
        ("隗", "wei kui"),
        ("盛", "sheng cheng"),
        ("令狐", "linghu"),
        ("单于", "chanyu shanyu danyu"),
        ("长孙", "zhangsun changsun"),
        ("澹台", "tantai dantai"),
        ("吕", "lv lu lyu"),
    ];
    for (surname, sounds) in readings {
        let client = named(&format!("{surname}小明"));
        for sound in sounds.split(' ') {
            for typed in [sound.to_owned(), format!("{sound}xm"), format!("{sound}xiaoming"), format!("{sound}xming")] {
                let found = find(&client, &typed).unwrap_or_else(|| panic!("{typed} finds {}", client.name));
                assert_eq!(found.by, MatchedBy::Pinyin);
                assert!(found.hit.starts_with(surname) && found.before.is_empty(), "{typed} is {found:?}");
            }
        }
        let first = sounds.split(' ').next().expect("one reading");
        let read: String = readings_of_surname(surname);
        assert_eq!(read, first, "{surname} is read as a surname first");
    }
}

fn readings_of_surname(surname: &str) -> String {
    readings(surname).into_iter().map(|sounds| sounds[0].clone()).collect()
}

#[test]
fn the_table_of_surnames_holds_only_what_the_library_does_not_say() {
    for (surname, _) in sounds::SURNAMES {
        // Behind another character it is no surname.
        let elsewhere = readings(&format!("小{surname}"));
        assert_ne!(readings(surname)[..], elsewhere[1..], "{surname} is read so anyway");
    }
}

#[test]
fn what_a_receptionist_tries_finds_the_client_and_marks_the_part() {
    let all = [
        ("翟伟芳", "name", "翟伟芳"),
        ("翟", "name", "翟"),
        ("伟芳", "name", "伟芳"),
        ("zhaiwf", "pinyin", "翟伟芳"),
        ("zwfang", "pinyin", "翟伟芳"),
        ("dwf", "pinyin", "翟伟芳"),
        ("zhaiwei", "pinyin", "翟伟"),
        ("Zhai Wei", "pinyin", "翟伟"),
        ("zhaiwe", "pinyin", "翟伟"),
        ("翟wf", "pinyin", "翟伟芳"),
        ("翟w", "pinyin", "翟伟"),
        ("伟f", "pinyin", "伟芳"),
        ("z伟f", "pinyin", "翟伟芳"),
        ("zhai伟芳", "pinyin", "翟伟芳"),
        ("wf", "pinyin", "伟芳"),
        ("weif", "pinyin", "伟芳"),
        ("fang", "pinyin", "芳"),
        ("ts260", "no", "TS-260"),
        ("TS-260017", "no", "TS-260017"),
        ("TS-26", "no", "TS-26"),
        ("260017", "no", "260017"),
        ("0017", "no", "0017"),
        ("17栋", "place", "17栋"),
        ("17-2-901", "place", "17栋2单元901"),
        ("17 2 9", "place", "17栋2单元9"),
        ("17-", "place", "17栋"),
        ("2-901", "place", "2单元901"),
        ("901", "place", "901"),
        ("2单元", "place", "2单元"),
        ("8000", "phone", "8000"),
        ("138 0013 8000", "phone", "13800138000"),
        ("１３８００１３８０００", "phone", "13800138000"),
        ("010-88886666", "phone", "01088886666"),
        ("欧阳", "contact", "欧阳"),
        ("oym", "contact", "欧阳敏"),
    ];
    for (typed, by, hit) in all {
        let found = marked(&resident(), typed);
        assert_eq!(found, Some((by, hit.to_owned())), "{typed}");
    }
    for typed in ["伟翟", "zf", "wzf", "翟芳", "1380013", "zhaiwffang", "17-901", "yangm", "", "'"] {
        assert_eq!(marked(&resident(), typed), None, "{typed} is somebody else");
    }
}

#[test]
fn a_match_by_sound_says_how_it_is_read() {
    let found = find(&named("单雄信"), "sxx").expect("by the surname's reading");
    assert_eq!(found.reading.as_deref(), Some("shan xiong xin"));
    let found = find(&named("单雄信"), "dxx").expect("by the everyday reading");
    assert_eq!(found.reading.as_deref(), Some("dan xiong xin"));
}

#[test]
fn names_that_are_not_three_characters_are_found_too() {
    let company = "海棠苑物业服务有限公司";
    for typed in ["haitang", "htywy", "物业", "wuye", "wyfw", "海棠y", company] {
        assert!(find(&named(company), typed).is_some(), "{typed}");
    }
    let minority = "阿卜杜热合曼·买买提";
    for typed in ["abdr", "abu", "曼买", "曼·买", "mmt"] {
        assert!(find(&named(minority), typed).is_some(), "{typed}");
    }
    for (name, typed) in [("Tom Smith", "tom s"), ("王A", "wa"), ("王芳(母)", "wf"), ("李2", "l2"), ("𬭎", "hong")]
    {
        assert!(find(&named(name), typed).is_some(), "{typed}");
    }
}

#[test]
fn the_characters_of_a_search_pattern_are_ordinary_ones() {
    assert!(find(&named("100%达标店"), "100%").is_some());
    for typed in ["%", "_", "*", "\u{1}"] {
        assert_eq!(find(&named("1000强店"), typed), None, "{typed:?} stands for itself");
    }
}

#[test]
fn a_matter_is_found_by_its_number_and_the_end_of_it() {
    let mut matter = Matter::new("m1", "repair");
    matter.no = Some("WX2026-0915".to_owned());
    let words = matter_words(matter.no.as_deref());
    for (typed, hit) in
        [("wx20", "WX20"), ("2026-09", "2026-09"), ("0915", "0915"), ("915", "915"), ("6-0915", "6-0915")]
    {
        let query = Query::new(typed);
        let ranges = query.matter_ranges();
        let range = ranges.iter().find(|range| words.range(range.from.clone()..range.to.clone()).next().is_some());
        let found = query.match_matter(&matter, range.unwrap_or_else(|| panic!("{typed} leads to it")));
        assert_eq!(found.map(|found| found.hit).as_deref(), Some(hit));
    }
}

#[test]
fn words_are_those_of_their_version() {
    let mut hash = blake3::Hasher::new();
    let every_character: String = ('\u{4e00}'..='\u{9fff}').collect();
    for character in every_character.chars() {
        hash.update(readings(&character.to_string())[0].join(" ").as_bytes());
    }
    for word in client_words(&resident()) {
        hash.update(word.as_bytes());
    }
    let now = (WORDS_VERSION, &hash.finalize().to_hex()[..16]);
    let shipped = (1, "f130f21042c62b9f");
    assert_eq!(now, shipped, "words are made otherwise than before: raise WORDS_VERSION, so that stores index anew");
}

/// A name of the characters that offices write, polyphonic ones among them, with what stands in names besides.
fn any_name() -> impl Strategy<Value = String> {
    let common = "单仇曾查解区盖翟尉迟万俟吕王李张刘陈杨赵黄周吴伟芳秀英敏静丽强磊军洋艳勇娟涛明超乐那女绿长行重";
    let characters: Vec<char> = common.chars().chain("Aa9·(".chars()).collect();
    prop::collection::vec(prop::sample::select(characters), 1..7).prop_map(|name| name.into_iter().collect())
}

fn any_client() -> impl Strategy<Value = Client> {
    let place = "[1-9][0-9]?栋([1-3]单元)?[0-9]{3,4}";
    (any_name(), prop::option::of(place), prop::option::of("[A-Z]{0,2}-?[0-9]{1,9}"), "1[0-9]{10}", any_name())
        .prop_map(|(name, place, no, phone, relative)| {
            let contact = Contact { phones: vec![phone], name: Some(relative), ..Contact::default() };
            Client { place, no, contacts: vec![contact], ..named(&name) }
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_client_answers_to_each_beginning_of_each_of_his_words(client in any_client()) {
        let words = client_words(&client);
        for word in &words {
            let mark = &word[..1];
            let text: Vec<char> = word[1..].chars().collect();
            for length in 2..=text.len() {
                let typed: String = text[..length].iter().collect();
                let is_back = [word::Mark::PhoneBack, word::Mark::NoBack].iter().any(|back| mark == &back.word("")[..]);
                let typed: String = if is_back { typed.chars().rev().collect() } else { typed };
                let query = Query::new(&typed);
                for range in query.ranges().iter().filter(|range| range.from.starts_with(mark)) {
                    let met = range.from <= *word && *word < range.to;
                    if met && range.is_exact {
                        prop_assert!(query.match_client(&client, range).is_some(), "{typed} leads to {word} of {client:?}");
                    }
                }
                prop_assert!(find_in(&words, &client, &typed).is_some(), "{typed} finds {client:?}");
            }
        }
    }

    #[test]
    fn whatever_is_typed_what_is_marked_is_part_of_the_text(client in any_client(), typed in any_name()) {
        if let Some(found) = find(&client, &typed) {
            let whole = format!("{}{}{}", found.before, found.hit, found.after);
            let phones = client.contacts.iter().flat_map(|contact| contact.phones.iter().chain(&contact.name));
            let texts: BTreeSet<&String> = phones.chain([&client.name]).chain(&client.place).chain(&client.no).collect();
            prop_assert!(texts.contains(&whole) && !found.hit.is_empty());
        }
    }
}
