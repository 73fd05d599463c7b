//! What a view lists: conditions on the fields of a row, read from their codes, judged, and said as a sentence.

use crate::OfficeError;
use crate::wire::{FilterCondition, FilterField, ViewFilter};
use chrono::{Datelike, Days, NaiveDate};
use huifang_core::domain::{Channel, Client, OnDuty};
use huifang_store::{TaskRow as StoredTask, Worklist as Listed};

/// What a row is judged by, beside itself.
pub(crate) struct Seen<'f> {
    pub(crate) client: Option<&'f Client>,
    pub(crate) on_duty: OnDuty<'f>,
    pub(crate) tries: u32,
}

/// A view's conditions, understood.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Filter {
    all: bool,
    tests: Vec<Test>,
}

#[derive(Debug, Clone, PartialEq)]
enum Test {
    /// One of the codes that the row has is (`wanted`) or is not among these.
    Code {
        of: Coded,
        codes: Vec<String>,
        wanted: bool,
    },
    Place {
        how: PlaceTest,
        text: String,
    },
    Due {
        how: DueTest,
        days: u64,
    },
    Tries {
        at_least: bool,
        count: u32,
    },
}

/// Fields whose values are codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Coded {
    Pack,
    Rule,
    Assignee,
    Class,
    Channel,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum PlaceTest {
    Begins,
    Contains,
    ContainsNot,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum DueTest {
    /// Due by so many days from today; what is overdue too.
    Within,
    /// Past due by at least so many days.
    Over,
    /// Due after so many days from today.
    After,
}

/// Every field with the way its value is given and its relations.
pub(super) const FIELDS: [(&str, &str, &[&str]); 8] = [
    ("pack", "choices", &["is", "is_not"]),
    ("rule", "choices", &["is", "is_not"]),
    ("assignee", "choices", &["is", "is_not"]),
    ("place", "text", &["begins", "contains", "contains_not"]),
    ("class", "choices", &["is", "is_not"]),
    ("due", "number", &["within_days", "over_days", "after_days"]),
    ("channel", "choices", &["is", "is_not"]),
    ("tries", "number", &["at_least", "at_most"]),
];

impl Filter {
    /// # Errors
    /// `bad_filter`: a field, relation or value that there is not.
    pub(crate) fn read(wish: &ViewFilter) -> Result<Self, OfficeError> {
        let tests = wish.conditions.iter().map(read_test).collect::<Result<_, _>>()?;
        Ok(Self { all: wish.all, tests })
    }

    /// Whether it asks how often somebody was tried.
    pub(crate) fn asks_tries(&self) -> bool {
        self.tests.iter().any(|test| matches!(test, Test::Tries { .. }))
    }

    /// The conditions that every row must fulfil.
    fn must(&self) -> &[Test] {
        if self.all || self.tests.len() == 1 { &self.tests } else { &[] }
    }

    /// How every place listed begins, where the view says so.
    pub(crate) fn place_begins(&self) -> Option<&str> {
        self.must().iter().find_map(|test| match test {
            Test::Place { how: PlaceTest::Begins, text } => Some(text.as_str()),
            _ => None,
        })
    }

    /// A list that has at least what of this one the view lists: as far as an index leads.
    pub(crate) fn bound(&self, list: &Listed, today: NaiveDate) -> Listed {
        let mut bound = list.clone();
        // A day beyond the fourth digit of its year bounds nothing.
        let later = |days: &u64| today.checked_add_days(Days::new(*days)).filter(|day| day.year() < 10_000);
        for test in self.must() {
            match test {
                Test::Code { of: Coded::Rule, codes, wanted: true } => {
                    bound.rules = Some(codes.iter().cloned().collect());
                }
                Test::Due { how: DueTest::Within, days } => bound.due_to = earlier(bound.due_to, later(days)),
                Test::Due { how: DueTest::Over, .. } => bound.due_to = earlier(bound.due_to, Some(today)),
                Test::Due { how: DueTest::After, days } => bound.due_from = bound.due_from.max(later(days)),
                _ => {}
            }
        }
        bound
    }

    /// Whether the row is listed. Without conditions everything is.
    pub(crate) fn fits(&self, row: &StoredTask, seen: &Seen<'_>, today: NaiveDate) -> bool {
        let mut tests = self.tests.iter().map(|test| test.holds(row, seen, today));
        if self.all || self.tests.is_empty() { tests.all(|holds| holds) } else { tests.any(|holds| holds) }
    }
}

fn read_test(condition: &FilterCondition) -> Result<Test, OfficeError> {
    let FilterCondition { field, relation, values } = condition;
    let bad = |what: &str| OfficeError::invalid("bad_filter", format!("筛选条件不完整:{what}"));
    let text = || values.first().map(|v| v.trim()).filter(|v| !v.is_empty()).ok_or_else(|| bad("请填写值"));
    let number = || text()?.parse::<u32>().map_err(|_| bad("请填写数字"));
    let of = match field.as_str() {
        "pack" => Coded::Pack,
        "rule" => Coded::Rule,
        "assignee" => Coded::Assignee,
        "class" => Coded::Class,
        "channel" => Coded::Channel,
        "place" => {
            let how = match relation.as_str() {
                "begins" => PlaceTest::Begins,
                "contains" => PlaceTest::Contains,
                "contains_not" => PlaceTest::ContainsNot,
                _ => return Err(bad("没有这种关系")),
            };
            return Ok(Test::Place { how, text: text()?.to_owned() });
        }
        "due" => {
            let how = match relation.as_str() {
                "within_days" => DueTest::Within,
                "over_days" => DueTest::Over,
                "after_days" => DueTest::After,
                _ => return Err(bad("没有这种关系")),
            };
            return Ok(Test::Due { how, days: number()?.into() });
        }
        "tries" if ["at_least", "at_most"].contains(&relation.as_str()) => {
            return Ok(Test::Tries { at_least: relation == "at_least", count: number()? });
        }
        _ => return Err(bad("没有这个字段或关系")),
    };
    if !["is", "is_not"].contains(&relation.as_str()) {
        return Err(bad("没有这种关系"));
    }
    if values.is_empty() {
        return Err(bad("请选择值"));
    }
    Ok(Test::Code { of, codes: values.clone(), wanted: relation == "is" })
}

impl Test {
    fn holds(&self, row: &StoredTask, seen: &Seen<'_>, today: NaiveDate) -> bool {
        match self {
            Self::Code { of, codes, wanted } => {
                of.codes_of(row, seen, today).iter().any(|code| codes.contains(code)) == *wanted
            }
            Self::Place { how, text } => {
                let place = seen.client.and_then(|c| c.place.as_deref()).unwrap_or_default();
                match how {
                    PlaceTest::Begins => begins(place, text),
                    PlaceTest::Contains => place.contains(text.as_str()),
                    PlaceTest::ContainsNot => !place.contains(text.as_str()),
                }
            }
            Self::Due { how, days } => {
                let due = row.due_now();
                let later = today.checked_add_days(Days::new(*days)).unwrap_or(NaiveDate::MAX);
                match how {
                    DueTest::Within => due <= later,
                    DueTest::After => due > later,
                    DueTest::Over => {
                        due < today && (today - due).num_days() >= i64::try_from(*days).unwrap_or(i64::MAX)
                    }
                }
            }
            Self::Tries { at_least: true, count } => seen.tries >= *count,
            Self::Tries { at_least: false, count } => seen.tries <= *count,
        }
    }
}

impl Coded {
    fn codes_of(self, row: &StoredTask, seen: &Seen<'_>, today: NaiveDate) -> Vec<String> {
        match self {
            Self::Pack => vec![row.pack.clone()],
            Self::Rule => vec![rule_code(&row.pack, &row.rule)],
            // Nobody has the empty code.
            Self::Assignee => vec![seen.on_duty.person().map(|s| s.id.to_string()).unwrap_or_default()],
            Self::Class => {
                let classes = seen.client.into_iter().flat_map(|c| &c.classes).filter(|span| span.holds_on(today));
                classes.map(|span| span.class.clone()).collect()
            }
            Self::Channel => vec![row.channels.first().copied().unwrap_or(Channel::Phone).code().to_owned()],
        }
    }
}

/// The earlier of two last days; none is later than any.
fn earlier(a: Option<NaiveDate>, b: Option<NaiveDate>) -> Option<NaiveDate> {
    a.into_iter().chain(b).min()
}

/// The rule among all packs.
pub(super) fn rule_code(pack: &str, rule: &str) -> String {
    format!("{pack}/{rule}")
}

/// Whether the place begins with the text; `31栋` does not begin with `3`.
fn begins(place: &str, text: &str) -> bool {
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let rest = place.strip_prefix(text);
    rest.is_some_and(|rest| !(digit(text.chars().last()) && digit(rest.chars().next())))
}

/// The filter as people say it: 满足全部:楼栋/处所 开头是 3栋;期限 在 7 天内.
pub(super) fn sentence(wish: &ViewFilter, fields: &[FilterField]) -> String {
    if wish.conditions.is_empty() {
        return "全部待办".to_owned();
    }
    let parts: Vec<_> = wish.conditions.iter().map(|condition| condition_words(condition, fields)).collect();
    format!("满足{}:{}", if wish.all { "全部" } else { "任一" }, parts.join(";"))
}

fn condition_words(condition: &FilterCondition, fields: &[FilterField]) -> String {
    let choices = fields.iter().find(|f| f.field == condition.field).map(|f| f.choices.as_slice()).unwrap_or_default();
    let label =
        |code: &String| choices.iter().find(|c| &c.value == code).map_or_else(|| code.clone(), |c| c.label.clone());
    let values = condition.values.iter().map(label).collect::<Vec<_>>().join("、");
    let field = match condition.field.as_str() {
        "pack" => "制度",
        "rule" => "规则",
        "assignee" => "责任人",
        "place" => "楼栋/处所",
        "class" => "类别",
        "due" => "期限",
        "channel" => "方式",
        "tries" => "次数",
        other => other,
    };
    match condition.relation.as_str() {
        "is" => format!("{field} 是 {values}"),
        "is_not" => format!("{field} 不是 {values}"),
        "begins" => format!("{field} 开头是 {values}"),
        "contains" => format!("{field} 包含 {values}"),
        "contains_not" => format!("{field} 不包含 {values}"),
        "within_days" => format!("{field} 在 {values} 天内"),
        "over_days" => format!("{field} 已逾期满 {values} 天"),
        "after_days" => format!("{field} 在 {values} 天以后"),
        "at_least" => format!("{field} 至少 {values} 次"),
        "at_most" => format!("{field} 至多 {values} 次"),
        other => format!("{field} {other} {values}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_building_is_not_another_whose_number_begins_alike() {
        let begin = [("3栋1单元", "3栋"), ("31栋1单元", "3"), ("3栋", "3"), ("A12-3", "A1")].map(|(p, t)| begins(p, t));
        assert_eq!(begin, [true, false, true, false]);
    }

    #[test]
    fn a_condition_that_says_nothing_is_refused() {
        let read = |field: &str, relation: &str, values: &[&str]| {
            let values = values.iter().map(|v| (*v).to_owned()).collect();
            let condition = FilterCondition { field: field.to_owned(), relation: relation.to_owned(), values };
            Filter::read(&ViewFilter { all: true, conditions: vec![condition] }).is_ok()
        };
        assert!(read("place", "begins", &["3栋"]) && read("due", "within_days", &["7"]) && read("pack", "is", &["a"]));
        assert!(!read("place", "begins", &[" "]) && !read("due", "within_days", &["七"]) && !read("pack", "is", &[]));
        assert!(!read("place", "is", &["3栋"]) && !read("tries", "is", &["3"]) && !read("colour", "is", &["red"]));
        for (field, kind, relations) in FIELDS {
            let value = if kind == "number" { "3" } else { "x" };
            assert!(relations.iter().all(|relation| read(field, relation, &[value])), "{field}");
        }
    }
}
