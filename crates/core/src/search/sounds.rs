//! How a character is read.

use pinyin::ToPinyinMulti;

/// Surnames that are read otherwise than the character is by itself (the first reading of the library); the readings of
/// compound ones stand for their characters in turn. What is missing here is only not the first reading of its surname.
pub(super) const SURNAMES: &[(&str, &[&str])] = &[
    ("万俟", &["mo", "qi"]),
    ("尉迟", &["yu", "chi"]),
    ("单于", &["chan", "yu"]),
    ("澹台", &["tan", "tai"]),
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
    ("隗", &["wei"]),
    ("阚", &["kan"]),
    ("洗", &["xian"]),
    ("祭", &["zhai"]),
    ("句", &["gou"]),
    ("角", &["jue"]),
    ("能", &["nai"]),
    ("适", &["kuo"]),
    ("郇", &["xun"]),
    ("炅", &["gui"]),
    ("卜", &["bu"]),
];

/// The readings of a character in letters without tones: all of them, because who wrote a name down and who looks for it
/// may not agree. The common one is that of the surname, where the table has it, else the first of the library. `ü` is `v`, `u` and `yu`, as people type it.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Sounds {
    /// Every spelling of every reading.
    pub all: Vec<String>,
    /// How many of these spell the common reading; they stand first.
    pub common: usize,
}

impl Sounds {
    /// Those of the common reading, or all.
    pub fn of(&self, only_common: bool) -> &[String] {
        if only_common { &self.all[..self.common] } else { &self.all }
    }
}

/// The readings of the character; none where it is no Chinese character.
pub(super) fn sounds(c: char) -> Sounds {
    let mut sounds = Sounds::default();
    let readings = c.to_pinyin_multi().into_iter().flatten().map(pinyin::Pinyin::plain);
    for (at, reading) in readings.enumerate() {
        let spellings: &[&str] = if reading.contains('ü') { &["v", "u", "yu"] } else { &[""] };
        for spelling in spellings {
            let sound = reading.replace('ü', spelling);
            if !sounds.all.contains(&sound) {
                sounds.all.push(sound);
            }
        }
        if at == 0 {
            sounds.common = sounds.all.len();
        }
    }
    sounds
}

/// Makes the reading that a surname has the common one of its character.
pub(super) fn surname_first(written: &[char], sounds: &mut [Sounds]) {
    let known = SURNAMES.iter().find(|(name, _)| name.chars().eq(written.iter().copied().take(name.chars().count())));
    let Some((_, readings)) = known else { return };
    for (reading, sounds) in readings.iter().zip(sounds) {
        sounds.all.retain(|sound| sound != reading);
        sounds.all.insert(0, (*reading).to_owned());
        sounds.common = 1;
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
    all.into_iter().map(|sounds| sounds.all).collect()
}
