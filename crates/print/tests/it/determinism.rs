//! The same model gives the same bytes.

use crate::builders::{blank, filled, round, visit};
use huifang_core::domain::Channel;

#[test]
fn the_same_sheet_is_the_same_bytes_in_any_order_of_printing() {
    let other = filled(&[("content", "别的内容".into())], "").paper().expect("it is set").pdf().expect("a PDF");
    let first = blank().paper().expect("it is set");
    round(vec![visit("甲一", "1栋"); 30]).paper().expect("it is set");
    let second = blank().paper().expect("it is set");
    assert!(first.pdf().expect("a PDF") == second.pdf().expect("a PDF"), "printed twice, it differs");
    assert!(first.picture(0) == second.picture(0), "drawn twice, it differs");
    assert!(first.pdf().expect("a PDF") != other);
}

#[test]
fn what_differs_in_the_model_differs_on_paper() {
    let mut sheet = blank();
    let before = sheet.paper().expect("it is set").picture(0);
    sheet.channels = vec![Channel::Phone];
    assert!(sheet.paper().expect("it is set").picture(0) != before);
}

#[test]
fn behind_the_last_page_is_no_picture() {
    let paper = blank().paper().expect("it is set");
    assert!(paper.picture(0).is_some_and(|svg| svg.starts_with("<svg")));
    assert!(paper.picture(paper.pages()).is_none());
}
