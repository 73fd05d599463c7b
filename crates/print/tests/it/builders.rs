//! Sheets of a property office, and what can be read on paper.

use chrono::NaiveDate;
use huifang_core::domain::{Channel, FieldValue, Outcome};
use huifang_core::policy::{Form, ParamValues, PolicyPack};
use huifang_print::{Filled, FormSheet, Header, Labelled, Paper, Question, Round, Visit, VisitList, VisitTask};
use std::collections::BTreeMap;

pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day is written YYYY-MM-DD")
}

pub fn header() -> Header {
    Header {
        office: "某某花园物业服务中心".to_owned(),
        made_on: day("2026-10-09"),
        made_by: "王芳".to_owned(),
        sample: false,
        pretended: false,
    }
}

/// The form of the shipped pack 002-12.
pub fn record_form() -> Form {
    let pack = PolicyPack::parse(include_str!("../../../../packs/002-12/pack.toml"), &ParamValues::new());
    pack.expect("the pack is whole").form("record").expect("it has this form").clone()
}

pub fn facts(pairs: &[(&str, &str)]) -> Vec<Labelled> {
    pairs.iter().map(|(label, value)| Labelled::new(*label, *value)).collect()
}

/// A form to be filled in by hand.
pub fn blank() -> FormSheet {
    FormSheet {
        header: header(),
        form: record_form(),
        purpose: "投诉回访".to_owned(),
        no: "TS260017".to_owned(),
        about: facts(&[
            ("业主", "李建国"),
            ("房号", "3栋2单元1501"),
            ("电话", "13800000001"),
            ("事项", "投诉 TS260017"),
        ]),
        channels: vec![Channel::HomeVisit, Channel::Phone],
        client_term: "业主".to_owned(),
        filled: None,
        basis: "002-12-18、002-12-21《物业公司客户回访制度》".to_owned(),
    }
}

/// The same form, filled in.
pub fn filled(answers: &[(&str, FieldValue)], note: &str) -> FormSheet {
    let answers: BTreeMap<String, FieldValue> = answers.iter().map(|(id, v)| ((*id).to_owned(), v.clone())).collect();
    let filled = Filled {
        on: day("2026-10-10"),
        channel: Channel::HomeVisit,
        outcome: Some(Outcome::Reached),
        by: "王芳".to_owned(),
        answers,
        unanswered: BTreeMap::new(),
        pictures: BTreeMap::new(),
        correction: String::new(),
        note: note.to_owned(),
        voided: false,
    };
    FormSheet { filled: Some(filled), ..blank() }
}

pub fn visit(name: &str, place: &str) -> Visit {
    let question = Question {
        label: "是否满意".to_owned(),
        levels: ["满意", "基本满意", "不满意"].map(str::to_owned).to_vec(),
    };
    Visit {
        name: name.to_owned(),
        place: place.to_owned(),
        phones: vec!["13800000001".to_owned()],
        heed: String::new(),
        tasks: vec![VisitTask {
            title: "投诉回访".to_owned(),
            about: "电梯故障 · TS260017".to_owned(),
            due: "2026-10-10".to_owned(),
            questions: vec![question],
        }],
    }
}

pub fn round(visits: Vec<Visit>) -> VisitList {
    VisitList {
        header: header(),
        on: Some(day("2026-10-10")),
        client_term: "业主".to_owned(),
        rounds: vec![Round { person: "王芳".to_owned(), visits }],
    }
}

/// The text of each page as a reader of the PDF copies it, without blanks and line breaks.
pub fn read_back(paper: &Paper) -> Vec<String> {
    let pdf = lopdf::Document::load_mem(&paper.pdf().expect("a PDF")).expect("it can be read");
    let pages: Vec<u32> = pdf.get_pages().into_keys().collect();
    assert_eq!(pages.len(), paper.pages());
    pages
        .into_iter()
        .map(|page| {
            let text = pdf.extract_text(&[page]).expect("it has text");
            text.chars().filter(|c| !c.is_whitespace() && *c != '\u{200B}').collect()
        })
        .collect()
}

/// The text of all pages.
pub fn all_text(paper: &Paper) -> String {
    read_back(paper).concat()
}
