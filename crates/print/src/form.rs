//! A form on paper, blank or filled: the same title, fields, order and boxes as on the screen.

use crate::header::{Head, Header, Labelled, chinese_day, in_rows};
use crate::paper::{Paper, PrintError};
use crate::world::Template;
use chrono::NaiveDate;
use huifang_core::domain::{Channel, FieldValue, Outcome, Unanswered};
use huifang_core::policy::{Field, FieldKind, Form, Vocabulary};
use serde::Serialize;
use std::collections::BTreeMap;

/// Distance of the lines to write on, in millimetres: as in an exercise book, and the least that a pen can use.
const WIDE_LINE_MM: f64 = 7.5;
const CLOSE_LINE_MM: f64 = 6.0;

/// Outcomes in the order of the keys that choose them on the screen.
const OUTCOMES: [Outcome; 6] =
    [Outcome::Reached, Outcome::NoAnswer, Outcome::Busy, Outcome::CallBack, Outcome::Refused, Outcome::WrongNumber];

/// A form of a pack on A4.
#[derive(Debug, Clone)]
pub struct FormSheet {
    /// Head and foot.
    pub header: Header,
    /// The form as the pack defines it.
    pub form: Form,
    /// What the sheet is for: 投诉回访; empty: the form as such.
    pub purpose: String,
    /// Number of the sheet; empty: room to write it in.
    pub no: String,
    /// Facts of client and matter; a fact without value has room to write it in.
    pub about: Vec<Labelled>,
    /// Channels that the policy allows, in its order; empty: all.
    pub channels: Vec<Channel>,
    /// What the client is called here, for the signature: 业主.
    pub client_term: String,
    /// What was written down; none: the sheet is blank, to be filled in by hand.
    pub filled: Option<Filled>,
    /// What the form stands on: clauses with the name of their policy.
    pub basis: String,
}

/// A follow-up that was written down.
#[derive(Debug, Clone, PartialEq)]
pub struct Filled {
    /// Civil day of the contact.
    pub on: NaiveDate,
    /// How.
    pub channel: Channel,
    /// What came of it; none: that is not said yet.
    pub outcome: Option<Outcome>,
    /// Who made the contact; empty: nobody is named.
    pub by: String,
    /// Answers by field.
    pub answers: BTreeMap<String, FieldValue>,
    /// Fields without an answer, by field: why there is none.
    pub unanswered: BTreeMap<String, Unanswered>,
    /// What was signed or photographed, by field.
    pub pictures: BTreeMap<String, Vec<Picture>>,
    /// Why it takes the place of an earlier record; empty: it does not.
    pub correction: String,
    /// What the client said beyond the form.
    pub note: String,
    /// Struck out: the sheet says so.
    pub voided: bool,
}

/// A picture that answers a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// PNG or JPEG; empty: it cannot be shown on paper, its words say what it is.
    pub bytes: Vec<u8>,
    /// What stands below it: when it was signed, what the file is called.
    pub words: String,
}

#[derive(Serialize)]
struct Sheet<'a> {
    head: Head,
    /// Distance of ruled lines.
    line_mm: f64,
    voided: bool,
    correction: &'a str,
    about: Vec<Vec<&'a Labelled>>,
    items: Vec<Item>,
    /// Day and person of the contact, side by side.
    pair: [Item; 2],
    contact: Vec<Item>,
    legend: &'static str,
    signers: [String; 3],
    basis: &'a str,
}

/// A line of the form.
#[derive(Debug, PartialEq, Serialize)]
struct Item {
    label: String,
    /// Small, under the label.
    hint: String,
    answer: Answer,
}

/// What stands beside the label.
#[derive(Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum Answer {
    /// Boxes to tick.
    Boxes { boxes: Vec<TickBox> },
    /// Words, or so many ruled lines.
    Words { words: String, lines: u8 },
    /// A day to be written in.
    Day,
    /// Room to sign in.
    Sign,
    /// Pictures by the names of their files, with the words below them.
    Pictures { pictures: Vec<Shown> },
}

#[derive(Debug, PartialEq, Serialize)]
struct Shown {
    /// Name of the file that the template asks for; empty: only words.
    file: String,
    words: String,
}

#[derive(Debug, PartialEq, Serialize)]
struct TickBox {
    text: String,
    ticked: bool,
}

impl FormSheet {
    /// Sets the form.
    ///
    /// # Errors
    /// Only a mistake in the program.
    pub fn paper(&self) -> Result<Paper, PrintError> {
        let wide = self.set(WIDE_LINE_MM)?;
        if wide.pages() == 1 {
            return Ok(wide);
        }
        // One sheet in the hand is worth closer lines; two sheets are written on as wide as one.
        let close = self.set(CLOSE_LINE_MM)?;
        Ok(if close.pages() < wide.pages() { close } else { wide })
    }

    fn set(&self, line_mm: f64) -> Result<Paper, PrintError> {
        let fields = &self.form.fields;
        let sheet = Sheet {
            line_mm,
            head: Head::new(&self.header, &self.form.title, &self.purpose, &self.no),
            voided: self.filled.as_ref().is_some_and(|f| f.voided),
            correction: self.filled.as_ref().map_or("", |f| f.correction.as_str()),
            about: in_rows(&self.about),
            items: fields.iter().enumerate().map(|(at, field)| self.item(at, field)).collect(),
            pair: self.pair(),
            contact: self.contact(),
            legend: if fields.iter().any(|f| f.required) { "标 * 的栏目必填。" } else { "" },
            signers: [format!("{}签字", self.client_term), "回访人签字".to_owned(), "审阅".to_owned()],
            basis: &self.basis,
        };
        Paper::set_with(Template::Form, &sheet, self.files())
    }

    /// The pictures under the names by which the template asks for them.
    fn files(&self) -> Vec<(String, Vec<u8>)> {
        let fields = self.form.fields.iter().enumerate();
        let all = fields.filter_map(|(at, field)| Some((at, self.filled.as_ref()?.pictures.get(&field.id)?)));
        let files = all.flat_map(|(at, pictures)| {
            pictures.iter().enumerate().map(move |(index, picture)| (picture_name(at, index), picture.bytes.clone()))
        });
        files.filter(|(_, bytes)| !bytes.is_empty()).collect()
    }

    fn item(&self, at: usize, field: &Field) -> Item {
        let answer = self.filled.as_ref().map_or_else(|| blank(field), |filled| filled.answer(at, field));
        let star = if field.required { " *" } else { "" };
        Item { label: format!("{}{star}", field.label), hint: self.hint(field), answer }
    }

    /// The field's own hint and, in words, when it must be filled in.
    fn hint(&self, field: &Field) -> String {
        let words = Vocabulary::shipped();
        let mut hints = vec![field.hint.clone()];
        let other = field.required_if.as_ref().and_then(|id| self.form.fields.iter().find(|f| &f.id == id));
        hints.extend(other.map(|other| match &other.dissatisfied[..] {
            [] => format!("「{}」选是时必填", other.label),
            levels => format!("「{}」选{}时必填", other.label, levels.join("、")),
        }));
        let channels: Vec<_> = field.required_by.iter().map(|c| words.name("channel", c.code())).collect();
        hints.extend((!channels.is_empty()).then(|| format!("{}时必填", channels.join("、"))));
        hints.push(field.bounds.chinese());
        hints.retain(|hint| !hint.is_empty());
        hints.join(";")
    }

    fn pair(&self) -> [Item; 2] {
        let filled = self.filled.as_ref();
        let day = filled.map_or(Answer::Day, |f| said(chinese_day(f.on)));
        let by = filled.map_or_else(|| room(1), |f| said(f.by.clone()));
        [item("回访日期", day), item("回访人", by)]
    }

    /// Channel, outcome, remark: what is asked of every contact.
    fn contact(&self) -> Vec<Item> {
        let words = Vocabulary::shipped();
        let filled = self.filled.as_ref();
        let (channel, outcome) = (filled.map(|f| f.channel), filled.and_then(|f| f.outcome));
        let mut channels = if self.channels.is_empty() { Channel::ALL.to_vec() } else { self.channels.clone() };
        // The contact may have been made by a channel that the policy does not name.
        channels.extend(channel.filter(|c| !channels.contains(c)));
        let channels = channels.iter().map(|c| tick(words.name("channel", c.code()), channel == Some(*c)));
        let outcomes = OUTCOMES
            .iter()
            .enumerate()
            .map(|(index, o)| tick(&format!("{} {}", index + 1, words.name("outcome", o.code())), outcome == Some(*o)));
        let note = filled.map_or_else(|| room(2), |f| said(f.note.clone()));
        vec![
            item("方式", Answer::Boxes { boxes: channels.collect() }),
            item("结果", Answer::Boxes { boxes: outcomes.collect() }),
            item("备注", note),
        ]
    }
}

impl Filled {
    fn answer(&self, at: usize, field: &Field) -> Answer {
        if let Some(gap) = self.unanswered.get(&field.id) {
            return said(gap.chinese());
        }
        let pictures = self.pictures.get(&field.id).map(Vec::as_slice).unwrap_or_default();
        if field.is_file() && !pictures.is_empty() {
            let shown = pictures.iter().enumerate().map(|(index, picture)| Shown {
                file: if picture.bytes.is_empty() { String::new() } else { picture_name(at, index) },
                words: picture.words.clone(),
            });
            return Answer::Pictures { pictures: shown.collect() };
        }
        answered(field, self.answers.get(&field.id))
    }
}

/// Short, because what people wrote is broken into lines where it has no place to break, and names stand in the same document.
fn picture_name(field: usize, index: usize) -> String {
    format!("p{field}-{index}")
}

fn item(label: &str, answer: Answer) -> Item {
    Item { label: label.to_owned(), hint: String::new(), answer }
}

fn tick(text: &str, ticked: bool) -> TickBox {
    TickBox { text: text.to_owned(), ticked }
}

fn said(words: String) -> Answer {
    Answer::Words { words, lines: 0 }
}

fn room(lines: u8) -> Answer {
    Answer::Words { words: String::new(), lines }
}

fn blank(field: &Field) -> Answer {
    match field.kind {
        FieldKind::Rating | FieldKind::Choice | FieldKind::Choices | FieldKind::YesNo => boxes(field, &[]),
        FieldKind::Text => room(field.lines.unwrap_or(if field.required { 3 } else { 2 })),
        FieldKind::Staff => room(1),
        FieldKind::Number if field.bounds.unit.is_empty() => room(1),
        FieldKind::Number => said(format!("__________ {}", field.bounds.unit)),
        FieldKind::Date => Answer::Day,
        FieldKind::Signature => Answer::Sign,
        FieldKind::Photo => boxes_of(["已拍照,另附"]),
    }
}

fn answered(field: &Field, value: Option<&FieldValue>) -> Answer {
    match field.kind {
        FieldKind::Rating | FieldKind::Choice | FieldKind::Choices | FieldKind::YesNo => boxes(field, &chosen(value)),
        FieldKind::Date => said(value.map(day_or_words).unwrap_or_default()),
        FieldKind::Number => {
            let number = value.map(FieldValue::text).unwrap_or_default();
            said(format!("{number} {}", field.bounds.unit).trim().to_owned())
        }
        FieldKind::Text | FieldKind::Staff => said(value.map(FieldValue::text).unwrap_or_default()),
        // What was kept is a file; its identifier says nothing on paper.
        FieldKind::Signature | FieldKind::Photo => said(String::new()),
    }
}

fn day_or_words(value: &FieldValue) -> String {
    value.as_date().map_or_else(|| value.text(), chinese_day)
}

fn chosen(value: Option<&FieldValue>) -> Vec<String> {
    match value {
        None => Vec::new(),
        Some(FieldValue::List(items)) => items.clone(),
        Some(value) => vec![value.text()].into_iter().filter(|text| !text.is_empty()).collect(),
    }
}

fn boxes_of<const N: usize>(texts: [&str; N]) -> Answer {
    Answer::Boxes { boxes: texts.iter().map(|text| tick(text, false)).collect() }
}

/// The levels as boxes, those of a rating with the key that chooses them; an answer that is no level (the form has changed
/// since) has a box of its own.
fn boxes(field: &Field, chosen: &[String]) -> Answer {
    let yes_no = ["是".to_owned(), "否".to_owned()];
    let levels = if field.kind == FieldKind::YesNo { &yes_no[..] } else { &field.levels };
    let numbered = field.kind == FieldKind::Rating;
    let known = levels.iter().enumerate().map(|(index, level)| {
        let text = if numbered { format!("{} {level}", index + 1) } else { level.clone() };
        TickBox { text, ticked: chosen.contains(level) }
    });
    let others = chosen.iter().filter(|answer| !levels.contains(answer));
    Answer::Boxes { boxes: known.chain(others.map(|answer| tick(answer, true))).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_outcome_can_be_ticked() {
        assert!(Outcome::ALL.iter().all(|outcome| OUTCOMES.contains(outcome)));
    }

    fn field(kind: FieldKind, levels: &[&str]) -> Field {
        Field {
            id: "f".to_owned(),
            label: "是否满意".to_owned(),
            kind,
            levels: levels.iter().map(|l| (*l).to_owned()).collect(),
            dissatisfied: Vec::new(),
            required: false,
            required_if: None,
            required_by: Vec::new(),
            hint: String::new(),
            bounds: huifang_core::policy::Bounds::default(),
            lines: None,
        }
    }

    fn shown(answer: &Answer) -> String {
        let Answer::Boxes { boxes } = answer else { panic!("boxes, found {answer:?}") };
        boxes.iter().map(|b| format!("{}{} ", if b.ticked { "☑" } else { "☐" }, b.text)).collect()
    }

    #[test]
    fn a_rating_shows_its_keys_and_the_level_that_was_chosen() {
        let field = field(FieldKind::Rating, &["满意", "不满意"]);
        assert_eq!(shown(&blank(&field)), "☐1 满意 ☐2 不满意 ");
        assert_eq!(shown(&answered(&field, Some(&"不满意".into()))), "☐1 满意 ☑2 不满意 ");
    }

    #[test]
    fn several_choices_and_yes_or_no_are_ticked() {
        let choices = field(FieldKind::Choices, &["电梯", "保洁", "安全"]);
        let list = FieldValue::List(vec!["电梯".to_owned(), "安全".to_owned()]);
        assert_eq!(shown(&answered(&choices, Some(&list))), "☑电梯 ☐保洁 ☑安全 ");
        assert_eq!(shown(&answered(&field(FieldKind::YesNo, &[]), Some(&false.into()))), "☐是 ☑否 ");
    }

    #[test]
    fn an_answer_of_an_older_form_is_not_lost() {
        let field = field(FieldKind::Choice, &["好", "差"]);
        assert_eq!(shown(&answered(&field, Some(&"尚可".into()))), "☐好 ☐差 ☑尚可 ");
    }

    #[test]
    fn an_unanswered_field_of_a_filled_form_is_empty_and_has_no_lines() {
        assert_eq!(answered(&field(FieldKind::Text, &[]), None), said(String::new()));
        assert_eq!(blank(&field(FieldKind::Text, &[])), room(2));
    }
}
