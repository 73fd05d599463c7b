//! How cells look. Colours are few and none carries a meaning alone: the report is printed in black and white.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

/// The one accent, of the program's own windows.
pub(crate) const ACCENT: Color = Color::RGB(0x0b_6e5b);
/// Behind headings: light enough that a printer leaves the letters readable.
const TINT: Color = Color::RGB(0xe7_f1ee);
/// Lines between cells.
pub(crate) const RULE: Color = Color::RGB(0xb8_c4c0);
/// Words of second rank.
const QUIET: Color = Color::RGB(0x59_6661);
/// On every Windows since 7 and in WPS; elsewhere the system puts its own CJK font in its place.
pub(crate) const FONT: &str = "微软雅黑";

/// What a cell is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Look {
    /// The report's name.
    Title,
    /// The line under it.
    Subtitle,
    /// A mark that must not be overlooked: sample figures, a clock set by hand.
    Warning,
    /// Heading of a section.
    Section,
    /// A quiet remark.
    Remark,
    /// Heading of a column.
    Head,
    /// Text on one line.
    Text,
    /// Text on one line that stands out.
    Strong,
    /// Text that runs over several lines.
    Wrap,
    /// A word in the middle of its column.
    Word,
    /// A number that names a row.
    Ordinal,
    /// A count.
    Count,
    /// A share.
    Share,
    /// A headline figure.
    BigCount,
    /// A headline rate.
    BigShare,
    /// A civil date.
    Date,
    /// The word 合计.
    TotalText,
    /// A sum.
    TotalCount,
    /// The share of sums.
    TotalShare,
    /// Text that a person is going to mend: it stays text whatever is typed.
    Editable,
    /// Why a row was refused.
    Reason,
    /// A line to write on by hand.
    Signature,
    /// A number of any kind, as it is.
    Plain,
}

impl Look {
    const ALL: [Self; 23] = [
        Self::Title,
        Self::Subtitle,
        Self::Warning,
        Self::Section,
        Self::Remark,
        Self::Head,
        Self::Text,
        Self::Strong,
        Self::Wrap,
        Self::Word,
        Self::Ordinal,
        Self::Count,
        Self::Share,
        Self::BigCount,
        Self::BigShare,
        Self::Date,
        Self::TotalText,
        Self::TotalCount,
        Self::TotalShare,
        Self::Editable,
        Self::Reason,
        Self::Signature,
        Self::Plain,
    ];

    fn format(self) -> Format {
        match self {
            Self::Title => plain().set_font_size(18).set_bold().set_font_color(ACCENT).set_align(FormatAlign::Center),
            Self::Subtitle => plain().set_align(FormatAlign::Center),
            Self::Warning => plain().set_bold().set_align(FormatAlign::Center).set_border(FormatBorder::Medium),
            Self::Section => plain().set_font_size(12).set_bold().set_font_color(ACCENT),
            Self::Remark => plain().set_font_size(9).set_font_color(QUIET).set_text_wrap(),
            Self::Head => head(),
            Self::Text => cell(),
            Self::Strong => cell().set_bold(),
            Self::Wrap => cell().set_text_wrap(),
            Self::Word | Self::Ordinal => cell().set_align(FormatAlign::Center),
            Self::Count => count(cell()),
            Self::Share => share(cell()),
            Self::BigCount => count(cell().set_bold().set_font_size(12)),
            Self::BigShare => share(cell().set_bold().set_font_size(12)),
            Self::Date => cell().set_num_format("yyyy-mm-dd").set_align(FormatAlign::Center),
            Self::TotalText => total(),
            Self::TotalCount => count(total()),
            Self::TotalShare => share(total()),
            Self::Editable => cell().set_num_format("@"),
            Self::Reason => {
                cell().set_text_wrap().set_bold().set_border_left(FormatBorder::Medium).set_background_color(TINT)
            }
            Self::Plain => cell().set_align(FormatAlign::Right),
            Self::Signature => plain().set_border_bottom(FormatBorder::Thin),
        }
    }
}

fn plain() -> Format {
    Format::new().set_font_name(FONT).set_font_size(10).set_align(FormatAlign::VerticalCenter)
}

fn cell() -> Format {
    plain().set_border(FormatBorder::Thin).set_border_color(RULE)
}

fn head() -> Format {
    let bold = cell().set_bold().set_background_color(TINT).set_align(FormatAlign::Center).set_text_wrap();
    bold.set_border_bottom(FormatBorder::Medium).set_border_bottom_color(ACCENT)
}

fn total() -> Format {
    cell().set_bold().set_border_top(FormatBorder::Medium).set_border_top_color(ACCENT)
}

fn count(format: Format) -> Format {
    format.set_num_format("#,##0").set_align(FormatAlign::Right).set_indent(1)
}

fn share(format: Format) -> Format {
    format.set_num_format("0.0%").set_align(FormatAlign::Right).set_indent(1)
}

/// The formats of a workbook, made once: a format for each cell would make the file large and the writing slow.
pub(crate) struct Formats(Vec<Format>);

impl Formats {
    pub(crate) fn new() -> Self {
        Self(Look::ALL.iter().map(|look| look.format()).collect())
    }

    pub(crate) fn get(&self, look: Look) -> &Format {
        // `ALL` is in the order of the definition, which a test holds.
        &self.0[look as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::Look;

    #[test]
    fn every_look_stands_at_its_own_place() {
        for (at, look) in Look::ALL.into_iter().enumerate() {
            assert_eq!(look as usize, at, "{look:?} would get the format of {:?}", Look::ALL[at]);
        }
    }
}
