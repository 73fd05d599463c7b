//! What people write is shown as they wrote it, whatever it looks like to a typesetter.

use crate::builders::{all_text, blank, facts, filled, round, visit};

const STRANGE: [&str; 17] = [
    "#import \"@preview/cetz:0.3.0\"",
    "#panic(\"x\")",
    "#read(\"/etc/passwd\")",
    "=1+1",
    "= 标题",
    "*x*",
    "_下划线_",
    "$x^2$",
    "`raw`",
    "<label>",
    "@someone",
    "// 注释",
    "/* 注释 */",
    "- 列表 \\ ",
    "[方括号] {花括号} ~ -- ... '引号' \"引号\"",
    "\\u{41}",
    "https://example.com/a_b*c",
];

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn no_text_is_read_as_markup() {
    for words in STRANGE {
        let mut sheet = filled(&[("content", words.into())], words);
        sheet.about = facts(&[("业主", words), (words, "1")]);
        sheet.header.office = words.to_owned();
        sheet.form.title = words.to_owned();
        sheet.no = words.to_owned();
        let text = all_text(&sheet.paper().unwrap_or_else(|e| panic!("{words}: {e}")));
        let count = text.matches(&squeezed(words)).count();
        // Office in head and foot, title, number, two facts, answer, remark.
        assert!(count >= 8, "{words} stands {count} times in {text}");
    }
}

#[test]
fn a_list_shows_names_as_they_are() {
    let list = round(STRANGE.iter().map(|words| visit(words, words)).collect());
    let text = all_text(&list.paper().expect("it is set"));
    for words in STRANGE {
        assert!(text.matches(&squeezed(words)).count() >= 2, "{words} in {text}");
    }
}

#[test]
fn lines_of_a_text_stay_lines_and_a_word_without_end_does_not_run_off_the_sheet() {
    let mut sheet = blank();
    sheet.about = facts(&[("地址", &"x".repeat(400)), ("备注", "第一行\n第二行")]);
    let paper = sheet.paper().expect("it is set");
    let text = all_text(&paper);
    assert!(text.contains(&"x".repeat(400)));
    let widest = widest_line(&paper.picture(0).expect("the first page"));
    assert!((200.0..499.0).contains(&widest), "between the margins are 499 points, the widest line has {widest}");
}

/// The place of the last letter in the longest line: each letter is a `use` at its distance from the line's beginning.
fn widest_line(svg: &str) -> f64 {
    let letters = svg.split("<use ").skip(1);
    let places = letters.filter_map(|letter| letter.split("x=\"").nth(1)?.split('"').next()?.parse::<f64>().ok());
    places.fold(0.0, f64::max)
}

#[test]
fn rare_characters_of_names_are_there_and_what_no_font_has_is_reported() {
    let mut sheet = blank();
    sheet.about = facts(&[("业主", "龘靐齉䶮〇㛃𬭊")]);
    let paper = sheet.paper().expect("it is set");
    assert_eq!(paper.missing(), "");
    assert!(all_text(&paper).contains("龘靐齉䶮〇㛃𬭊"));

    sheet.about = facts(&[("业主", "李𠀀😀李𠀀")]);
    let paper = sheet.paper().expect("it is set");
    assert_eq!(paper.missing(), "𠀀😀");
}
