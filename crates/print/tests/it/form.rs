//! A form on paper.

use crate::builders::{all_text, blank, day, filled, header, read_back};
use huifang_core::domain::FieldValue;
use huifang_print::{Filled, FormSheet, Header};

#[test]
fn a_blank_form_has_the_fields_of_the_pack_in_order_with_boxes_and_room_to_write() {
    let sheet = blank();
    let paper = sheet.paper().expect("it is set");
    assert_eq!(paper.pages(), 1, "a form for a home visit is one sheet");
    let text = all_text(&paper);
    let mut rest = text.as_str();
    for field in &sheet.form.fields {
        let label: String = field.label.chars().filter(|c| !c.is_whitespace()).collect();
        let at = rest.find(&label).unwrap_or_else(|| panic!("{label} comes next in {rest}"));
        rest = &rest[at + label.len()..];
    }
    for words in
        ["回访记录表", "编号TS260017", "□1满意", "□2基本满意", "□3不满意", "业主签字", "回访人签字", "第1页/共1页"]
    {
        assert!(text.contains(words), "{words} in {text}");
    }
    assert!(!text.contains('✓'), "nothing is ticked");
}

#[test]
fn a_filled_form_shows_what_was_said_and_ticks_what_was_chosen() {
    let answers = [
        ("content", "电梯已修好,业主确认".into()),
        ("satisfied", FieldValue::from("基本满意")),
        ("pending", FieldValue::Bool(true)),
        ("answer_on", FieldValue::Date(day("2026-10-15"))),
    ];
    let text = all_text(&filled(&answers, "请周末再来").paper().expect("it is set"));
    for words in
        ["电梯已修好,业主确认", "□✓2基本满意", "□✓是", "2026年10月15日", "2026年10月10日", "□✓上门", "请周末再来"]
    {
        assert!(text.contains(words), "{words} in {text}");
    }
}

#[test]
fn a_sheet_that_is_no_evidence_says_so() {
    let mut sheet = filled(&[], "");
    sheet.header = Header { sample: true, ..header() };
    sheet.filled = sheet.filled.map(|f| Filled { voided: true, ..f });
    let text = all_text(&sheet.paper().expect("it is set"));
    assert!(text.contains("演示数据") && text.contains("已作废"), "{text}");
}

#[test]
fn a_long_answer_goes_on_over_the_page_and_nothing_of_it_is_lost() {
    let long: String = (1..=120).map(|n| format!("第{n}句。\n")).collect();
    let paper = filled(&[("content", long.as_str().into())], "").paper().expect("it is set");
    let pages = read_back(&paper);
    assert!(pages.len() > 1, "one page has no room for it");
    let text = pages.concat();
    assert!((1..=120).all(|n| text.contains(&format!("第{n}句。"))));
    assert!(pages[1].contains(&format!("第2页/共{}页", pages.len())));
}

#[test]
fn a_form_without_fields_still_asks_what_came_of_it() {
    let mut sheet: FormSheet = blank();
    sheet.form.fields.clear();
    let text = all_text(&sheet.paper().expect("it is set"));
    assert!(text.contains("回访情况") && !text.contains("回访内容"), "{text}");
}
