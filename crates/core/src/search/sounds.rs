//! How a character is read.

use pinyin::ToPinyinMulti;

/// Surnames that are read otherwise than the character is by itself; the readings of compound ones stand for their
/// characters in turn. Source: the surname readings of 《通用规范汉字字典》.
const SURNAMES: &[(&str, &[&str])] = &[
    ("万俟", &["mo", "qi"]),
    ("尉迟", &["yu", "chi"]),
    ("单于", &["chan", "yu"]),
    ("长孙", &["zhang", "sun"]),
    ("令狐", &["ling", "hu"]),
    ("澹台", &["tan", "tai"]),
    ("鲜于", &["xian", "yu"]),
    ("宰父", &["zai", "fu"]),
    ("亓官", &["qi", "guan"]),
    ("单", &["shan"]),
    ("仇", &["qiu"]),
    ("曾", &["zeng"]),
    ("查", &["zha"]),
    ("解", &["xie"]),
    ("区", &["ou"]),
    ("盖", &["ge"]),
    ("翟", &["zhai"]),
    ("朴", &["piao"]),
    ("缪", &["miao"]),
    ("任", &["ren"]),
    ("乐", &["yue"]),
    ("覃", &["qin"]),
    ("种", &["chong"]),
    ("员", &["yun"]),
    ("繁", &["po"]),
    ("黑", &["he"]),
    ("折", &["she"]),
    ("佴", &["nai"]),
    ("召", &["shao"]),
    ("牟", &["mu"]),
    ("秘", &["bi"]),
    ("谌", &["chen"]),
    ("隗", &["wei"]),
    ("郗", &["xi"]),
    ("逄", &["pang"]),
    ("瞿", &["qu"]),
    ("阚", &["kan"]),
    ("盛", &["sheng"]),
    ("晟", &["cheng"]),
    ("冼", &["xian"]),
    ("洗", &["xian"]),
    ("尹", &["yin"]),
    ("车", &["che"]),
    ("石", &["shi"]),
    ("祭", &["zhai"]),
    ("句", &["gou"]),
    ("角", &["jue"]),
    ("能", &["nai"]),
    ("尉", &["wei"]),
    ("万", &["wan"]),
    ("长", &["zhang"]),
    ("适", &["kuo"]),
    ("郇", &["xun"]),
    ("逯", &["lu"]),
    ("眭", &["sui"]),
    ("炅", &["gui"]),
    ("幺", &["yao"]),
    ("卜", &["bu"]),
    ("褚", &["chu"]),
    ("臧", &["zang"]),
    ("宓", &["mi"]),
    ("殷", &["yin"]),
    ("贾", &["jia"]),
    ("钭", &["tou"]),
    ("呙", &["guo"]),
];

/// The readings of the character in letters without tones, the commonest first: all of them, because who wrote a name
/// down and who looks for it may not agree. `ü` is `v`, `u` and `yu`, as people type it. None: no Chinese character.
pub(super) fn sounds(c: char) -> Vec<String> {
    let Some(readings) = c.to_pinyin_multi() else { return Vec::new() };
    let mut sounds = Vec::new();
    for reading in readings.into_iter().map(pinyin::Pinyin::plain) {
        let spellings: &[&str] = if reading.contains('ü') { &["v", "u", "yu"] } else { &[""] };
        for spelling in spellings {
            let sound = reading.replace('ü', spelling);
            if !sounds.contains(&sound) {
                sounds.push(sound);
            }
        }
    }
    sounds
}

/// Puts the reading that a surname has before the others.
pub(super) fn surname_first(written: &[char], sounds: &mut [Vec<String>]) {
    let known = SURNAMES.iter().find(|(name, _)| name.chars().eq(written.iter().copied().take(name.chars().count())));
    let Some((_, readings)) = known else { return };
    for (reading, sounds) in readings.iter().zip(sounds) {
        sounds.retain(|sound| sound != reading);
        sounds.insert(0, (*reading).to_owned());
    }
}

/// The readings of each character of a name, that of a surname first; characters without any (letters, digits, marks)
/// have none.
///
/// ```
/// assert_eq!(huifang_core::search::readings("曾静")[0], ["zeng", "ceng"]);
/// ```
pub fn readings(name: &str) -> Vec<Vec<String>> {
    let written: Vec<char> = name.chars().collect();
    let mut all: Vec<_> = written.iter().map(|c| sounds(*c)).collect();
    surname_first(&written, &mut all);
    all
}
