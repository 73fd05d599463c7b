//! Forms (what is recorded) and scripts (what is said).

use super::part::{Carried, read_channels};
use super::reader::TableReader;
use crate::codes::code_enum;
use crate::domain::Channel;

/// More lines than this no sheet has room for.
const MOST_LINES: u32 = 20;

code_enum!(
    /// What a field holds.
    FieldKind {
        /// Free text.
        Text = "text",
        /// One of 2 to 10 levels, best first.
        Rating = "rating",
        /// One of several.
        Choice = "choice",
        /// Several of several.
        Choices = "choices",
        /// Yes or no.
        YesNo = "yes_no",
        /// A day.
        Date = "date",
        /// A number.
        Number = "number",
        /// A person of staff.
        Staff = "staff",
        /// Written by the client's own hand on the screen (现场签名图像).
        Signature = "signature",
        /// Pictures: of the place, or of a sheet that was signed on paper.
        Photo = "photo",
    }
);

/// A form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// Id inside the pack.
    pub id: String,
    /// Name of the form as the policy gives it.
    pub title: String,
    /// Fields in order.
    pub fields: Vec<Field>,
    /// Clauses.
    pub carried: Carried,
}

/// A field of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Id inside the form.
    pub id: String,
    /// Label.
    pub label: String,
    /// Kind.
    pub kind: FieldKind,
    /// Levels of a rating, choices of a choice.
    pub levels: Vec<String>,
    /// Levels that mean dissatisfied.
    pub dissatisfied: Vec<String>,
    /// An answer is needed when the client was reached.
    pub required: bool,
    /// Needed only when this field's answer means dissatisfied or yes.
    pub required_if: Option<String>,
    /// Needed only when the client was reached by one of these channels (a home visit is signed).
    pub required_by: Vec<Channel>,
    /// A line of help.
    pub hint: String,
    /// What a number may be, and what it counts.
    pub bounds: Bounds,
    /// Lines to write on, on the screen and on paper; none: one line on the screen, what is usual on paper.
    pub lines: Option<u8>,
}

/// What a number field takes: both ends belong to it. A field of another kind has none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bounds {
    /// The least number.
    pub min: Option<i64>,
    /// The greatest number.
    pub max: Option<i64>,
    /// What is counted: 人, 次, ℃; empty: nothing in particular.
    pub unit: String,
}

impl Bounds {
    /// Whether the number lies between the ends.
    pub fn hold(&self, number: f64) -> bool {
        self.min.is_none_or(|min| number >= min as f64) && self.max.is_none_or(|max| number <= max as f64)
    }

    /// `0 到 10`, `不小于 0`, `不大于 10`; empty where any number does.
    pub fn chinese(&self) -> String {
        match (self.min, self.max) {
            (Some(min), Some(max)) => format!("{min} 到 {max}"),
            (Some(min), None) => format!("不小于 {min}"),
            (None, Some(max)) => format!("不大于 {max}"),
            (None, None) => String::new(),
        }
    }
}

impl Field {
    /// Whether an answer is a file that was kept, not words.
    pub fn is_file(&self) -> bool {
        matches!(self.kind, FieldKind::Signature | FieldKind::Photo)
    }

    /// Whether it is the place where the client signs: on the screen, or the yes-or-no `signed`, which says that he did on
    /// paper.
    pub fn is_signed_by_client(&self) -> bool {
        self.kind == FieldKind::Signature || (self.kind == FieldKind::YesNo && self.id == "signed")
    }

    /// Whether instead of an answer it may be said why there is none. A person of staff is always known.
    pub fn may_be_unanswered(&self) -> bool {
        self.kind != FieldKind::Staff
    }

    /// Whether an answer means dissatisfied.
    pub fn is_dissatisfied(&self, answer: &str) -> bool {
        self.dissatisfied.iter().any(|level| level == answer)
    }
}

/// What is said, with placeholders `{客户}` `{处所}` `{事项}` `{单位}` `{我}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Script {
    /// Id inside the pack.
    pub id: String,
    /// The words.
    pub text: String,
    /// Clauses.
    pub carried: Carried,
}

pub(super) fn read_form(table: TableReader<'_, '_>) -> Form {
    let fields: Vec<Field> = table.tables("fields").into_iter().map(read_field).collect();
    let form = Form {
        id: table.required_text("id", "表单的代号"),
        title: table.required_text("title", "表单的名称"),
        carried: Carried::read(&table),
        fields,
    };
    for field in &form.fields {
        if let Some(other) = &field.required_if
            && !form.fields.iter().any(|f| &f.id == other)
        {
            table.source.report(
                table.at,
                "unknown_name",
                &format!("表单 {} 没有 required_if 所指的栏目", form.id),
                other,
            );
        }
    }
    table.finish("[[form]] ");
    form
}

fn read_field(table: TableReader<'_, '_>) -> Field {
    let known = super::part::codes(FieldKind::ALL.iter().map(|k| k.code()));
    if !table.has("type") {
        table.missing("type", &format!("栏目类型:{known}"));
    }
    let kind = table.code("type", FieldKind::parse, &known).unwrap_or(FieldKind::Text);
    let field = Field {
        id: table.required_text("id", "栏目的代号"),
        label: table.required_text("label", "栏目的名称"),
        kind,
        levels: table.texts("levels"),
        dissatisfied: table.texts("dissatisfied"),
        required: table.flag("required"),
        required_if: table.text("required_if"),
        required_by: read_channels(&table, "required_by"),
        hint: table.text("hint").unwrap_or_default(),
        bounds: Bounds {
            min: table.whole("min"),
            max: table.whole("max"),
            unit: table.text("unit").unwrap_or_default(),
        },
        lines: table.count("lines").map(|lines| lines.clamp(1, MOST_LINES) as u8),
    };
    check_levels(&table, &field);
    check_bounds(&table, &field);
    table.finish("栏目");
    field
}

/// Keys that mean nothing for the kind of the field are a slip of the pen.
fn check_bounds(table: &TableReader<'_, '_>, field: &Field) {
    let Bounds { min, max, unit } = &field.bounds;
    let bounded = min.is_some() || max.is_some() || !unit.is_empty();
    if bounded && field.kind != FieldKind::Number {
        table.source.report(table.at, "bad_value", "min、max、unit 只用于 number 栏目", field.kind.code());
    }
    if field.lines.is_some() && field.kind != FieldKind::Text {
        table.source.report(table.at, "bad_value", "lines 只用于 text 栏目", field.kind.code());
    }
    if let (Some(min), Some(max)) = (min, max)
        && min > max
    {
        table.source.report(table.at, "bad_value", "min 不大于 max", &format!("min = {min}, max = {max}"));
    }
}

fn check_levels(table: &TableReader<'_, '_>, field: &Field) {
    let count = field.levels.len();
    let wanted = match field.kind {
        FieldKind::Rating => 2..=10,
        FieldKind::Choice | FieldKind::Choices => 2..=50,
        _ => 0..=0,
    };
    if !wanted.contains(&count) {
        let expected = format!("levels 要有 {} 到 {} 项", wanted.start(), wanted.end());
        table.source.report(table.at, "bad_value", &expected, &count.to_string());
    }
    for level in field.dissatisfied.iter().filter(|d| !field.levels.contains(d)) {
        table.source.report(table.at, "unknown_name", "dissatisfied 里的每一项都要在 levels 里", level);
    }
}

pub(super) fn read_script(table: TableReader<'_, '_>) -> Script {
    let script = Script {
        id: table.required_text("id", "话术的代号"),
        text: table.required_text("text", "话术"),
        carried: Carried::read(&table),
    };
    table.finish("[[script]] ");
    script
}
