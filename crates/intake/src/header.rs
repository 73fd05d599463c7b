//! Finding the row of titles by its words, and what each column means.

use crate::book::{Row, Sheet};
use crate::cell::{Cell, squeeze, without_brackets};
use crate::field::{Field, ListKind};
use crate::words::{self, Words};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashSet};

/// What the office once said about the columns of a list: saved, and given back with the next file of the same form.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Mapping {
    /// What kind of list it is; `None`: told by the titles.
    #[serde(rename = "as", skip_serializing_if = "Option::is_none")]
    pub kind: Option<ListKind>,
    /// Column title to field code; `-` for a column that is not to be read. Titles that are not here are told by their words.
    pub columns: BTreeMap<String, Field>,
}

/// The titles of a sheet, understood.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Header {
    /// What kind of list it is.
    #[serde(rename = "as")]
    pub kind: ListKind,
    /// Row in which the titles stand, from 1.
    pub row: u32,
    /// The columns that have a title, from the left.
    pub columns: Vec<Column>,
}

/// One column with a title.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Column {
    /// Column counted from 0.
    pub at: usize,
    /// Title as written, without blanks.
    pub title: String,
    /// What it means; `None`: kept under its own title.
    pub field: Option<Field>,
}

/// Titles stand near the top: a sheet that has none in so many filled rows has none.
const SEARCHED_ROWS: usize = 50;

impl Header {
    /// Finds the titles of a sheet; `None` if no row has at least two titles that are understood, one of which says whom
    /// or what the row is about. `wanted` limits the kinds to one.
    pub fn find(file: &str, sheet: &Sheet, wanted: Option<&ListKind>, mapping: &Mapping) -> Option<Self> {
        let wanted = wanted.or(mapping.kind.as_ref());
        let tables = words::tables(wanted.map(ListKind::code));
        let mut best: Option<(u32, Self)> = None;
        let mut above = format!("{file} {} ", sheet.name);
        for row in sheet.rows.iter().take(SEARCHED_ROWS) {
            if row.filled().count() == 1 {
                above.extend(row.filled().map(|(_, cell)| cell.text()));
            }
            for table in &tables {
                let Some((score, header)) = read_titles(row, table, mapping) else { continue };
                let named = table.names.iter().any(|name| above.contains(*name));
                let score = score + if named { 3 } else { 0 };
                if best.as_ref().is_none_or(|(most, _)| score > *most) {
                    best = Some((score, header));
                }
            }
        }
        let mut header = best?.1;
        header.keep_titles_apart();
        // A kind that is in no table is read with the words of all lists, and with the mapping.
        if let Some(kind) = wanted {
            header.kind = kind.clone();
        }
        Some(header)
    }

    /// The columns that mean the field.
    pub fn columns_of<'a, 'f>(&'a self, field: &'f Field) -> impl Iterator<Item = &'a Column> + use<'a, 'f> {
        self.columns.iter().filter(move |column| column.field.as_ref() == Some(field))
    }

    /// Whether the row says the titles again, as printed lists do on each page.
    pub(crate) fn repeated_by(&self, row: &Row) -> bool {
        let says = |column: &&Column| {
            // Nearly every cell is told apart by its length, which costs nothing.
            let near = matches!(row.cell(column.at), Cell::Text(text) if text.len() <= 4 * column.title.len() + 8);
            near && title_of(row.cell(column.at)) == bare(&column.title)
        };
        let titled = || self.columns.iter().filter(|column| !row.cell(column.at).is_empty());
        if !titled().take(3).any(|column| says(&column)) {
            return false;
        }
        let same = titled().filter(says).count();
        same >= 2 && same * 5 >= row.filled().count() * 3
    }

    /// A field belongs to its first column; the others, and titles that occur twice, keep a title of their own.
    fn keep_titles_apart(&mut self) {
        let (mut fields, mut titles) = (HashSet::new(), HashSet::new());
        for column in &mut self.columns {
            if column.field.as_ref().is_some_and(|field| !field.repeats() && !fields.insert(field.clone())) {
                column.field = None;
            }
            let title = column.title.clone();
            let mut count = 1;
            while !titles.insert(column.title.clone()) {
                count += 1;
                column.title = format!("{title}{count}");
            }
        }
    }
}

/// A title as it is compared: half-width, without blanks, without the unit in brackets, without a colon or star behind.
fn bare(title: &str) -> String {
    let title = without_brackets(&squeeze(title));
    title.trim_matches(|c| matches!(c, ':' | '*')).to_owned()
}

fn title_of(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => bare(text),
        _ => String::new(),
    }
}

fn read_titles(row: &Row, table: &Words, mapping: &Mapping) -> Option<(u32, Header)> {
    let mut score = 0;
    let mut known = HashSet::new();
    let mut columns = Vec::new();
    for (at, cell) in row.filled() {
        let (title, words) = (squeeze(&cell.text()), title_of(cell));
        let mapped = mapping.columns.iter().find(|(key, _)| squeeze(key) == title).map(|(_, field)| (field.clone(), 3));
        let told = || table.titles.get(words.as_str()).map(|(field, weight)| (Field::from(*field), *weight));
        let field = mapped.or_else(told).map(|(field, weight)| {
            score += if known.insert(field.clone()) { weight } else { 0 };
            field
        });
        columns.push(Column { at, title, field });
    }
    let enough = known.len() >= 2 && known.iter().any(Field::identifies);
    enough.then(|| (score, Header { kind: table.kind.into(), row: row.number, columns }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(name: &str, rows: &[&[&str]]) -> Sheet {
        let row = |(index, cells): (usize, &&[&str])| Row {
            number: index as u32 + 1,
            cells: cells.iter().map(|text| Cell::of_text(text)).collect(),
        };
        Sheet { name: name.into(), rows: rows.iter().enumerate().map(row).collect() }
    }

    fn kind(titles: &[&str]) -> Option<String> {
        let header = Header::find("a.xlsx", &sheet("Sheet1", &[titles]), None, &Mapping::default());
        header.map(|header| header.kind.code().to_owned())
    }

    #[test]
    fn a_list_is_known_by_the_words_of_its_titles() {
        for (titles, expected) in [
            (&["序号", "病历号", "姓 名", "性别", "出生日期", "联系电话"][..], "clients"),
            (&["姓名", "岗位", "部门", "手机", "状态"], "staff"),
            (&["预约号", "病历号", "姓名", "登记时间", "预约就诊时间", "状态"], "appointment"),
            (&["住院号", "姓名", "科室", "入院日期", "出院日期"], "stay"),
            (&["编号", "投诉日期", "房号", "投诉人", "投诉内容", "处理完毕日期"], "complaint"),
            (&["工单号", "报修时间", "房号", "报修人", "维修人", "完成时间"], "repair"),
            (&["单号", "房号", "住户", "服务项目", "服务结束日期", "金额(元)"], "special_service"),
            (&["订单号", "客户姓名", "电话", "商品名称", "购买日期"], "purchase"),
            (&["合同编号", "客户名称", "签约日期", "合同金额"], "contract"),
            (&["工程编号", "客户姓名", "开工日期", "竣工日期"], "project"),
            (&["姓名", "电话", "来访日期", "意向"], "inquiry"),
            (&["活动名称", "活动日期", "姓名", "电话"], "activity"),
        ] {
            assert_eq!(kind(titles).as_deref(), Some(expected), "{titles:?}");
        }
        assert_eq!(kind(&["今天", "天气", "很好"]), None);
        assert_eq!(kind(&["姓名"]), None);
    }

    #[test]
    fn titles_are_found_below_headings_and_known_in_spite_of_blanks_units_and_full_width() {
        let sheet = sheet("档案", &[&["某某花园"], &["制表:前台"], &["业主 姓名", "联系电话：", "面积（㎡）", "楼层"]]);
        let header = Header::find("a.xlsx", &sheet, None, &Mapping::default()).unwrap();
        assert_eq!(header.row, 3);
        let fields: Vec<_> = header.columns.iter().map(|column| column.field.clone()).collect();
        assert_eq!(fields, [Some(Field::Name), Some(Field::Phone), Some(Field::Own("area".into())), None]);
    }

    #[test]
    fn a_saved_mapping_decides_over_the_words_and_survives_saving() {
        let json = r#"{"as":"complaint","columns":{"客诉时间":"on.received","是谁":"name","备注":"-"}}"#;
        let mapping: Mapping = serde_json::from_str(json).unwrap();
        let again: Mapping = serde_json::from_str(&serde_json::to_string(&mapping).unwrap()).unwrap();
        assert_eq!(again, mapping);
        let sheet = sheet("Sheet1", &[&["是谁", "客诉时间", "备注"]]);
        let header = Header::find("a.xlsx", &sheet, None, &mapping).unwrap();
        assert_eq!(header.kind.code(), "complaint");
        let fields: Vec<_> = header.columns.iter().map(|column| column.field.clone()).collect();
        assert_eq!(fields, [Some(Field::Name), Some(Field::Milestone("received".into())), Some(Field::Ignored)]);
    }

    #[test]
    fn columns_with_the_same_title_are_kept_apart() {
        let sheet = sheet("Sheet1", &[&["姓名", "电话", "手机", "备注", "备注"]]);
        let header = Header::find("a.xlsx", &sheet, None, &Mapping::default()).unwrap();
        assert_eq!(header.columns_of(&Field::Phone).count(), 2);
        let last = header.columns.last().unwrap();
        assert_eq!((last.title.as_str(), last.field.as_ref()), ("备注2", None));
    }
}
