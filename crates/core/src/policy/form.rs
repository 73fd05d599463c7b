//! Forms (what is recorded) and scripts (what is said).

use super::part::{Carried, read_channels};
use super::reader::TableReader;
use crate::codes::code_enum;
use crate::domain::Channel;

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
}

impl Field {
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
    };
    check_levels(&table, &field);
    table.finish("栏目");
    field
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
