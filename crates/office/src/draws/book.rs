//! The sheet of a draw as a workbook: printed on A4, signed, filed.

use crate::OfficeError;
use crate::office::Office;
use crate::wire::{DrawSheet, DrawnRow, Exported};
use huifang_core::calendar::Now;
use huifang_core::domain::DrawId;
use huifang_report::{Cell, SignedList, write_signed_list};
use std::path::Path;

const HEADERS: [&str; 8] = ["名次", "结果", "姓名", "房号/编号", "事项", "分层", "替补理由", "复核用编号"];

impl Office {
    /// Writes the sheet with its whole ranking.
    ///
    /// # Errors
    /// `not_found`; the place cannot be written to.
    pub fn export_draw(&self, id: &DrawId, path: &Path, now: Now) -> Result<Exported, OfficeError> {
        let sheet = self.draw_sheet(id, true, now)?;
        let rows: Vec<Vec<Cell>> = sheet.ranking.iter().map(cells).collect();
        let signatures: Vec<String> = sheet.signatures.iter().map(|who| format!("{who}:")).collect();
        let list = SignedList {
            title: &format!("抽样单 · {}", sheet.about.title),
            facts: &facts(&sheet),
            headers: &HEADERS,
            rows: &rows,
            signatures: &signatures,
        };
        let written = write_signed_list(path, &list)?;
        Ok(Exported { path: path.display().to_string(), rows: written.rows })
    }
}

fn cells(row: &DrawnRow) -> Vec<Cell> {
    let state = match row.state.as_str() {
        "taken" => "抽中",
        "replaced" => "已替补",
        _ => "",
    };
    let texts = [state, &row.name, &row.place, &row.matter, &row.stratum, &row.replaced, &row.key];
    std::iter::once(Cell::Number(f64::from(row.rank))).chain(texts.map(Cell::from)).collect()
}

/// What stands above the ranking, as label and value.
fn facts(sheet: &DrawSheet) -> Vec<(String, String)> {
    let clauses: Vec<_> = sheet.about.clauses.iter().map(|c| format!("{} {}", c.id, c.policy)).collect();
    let row = &sheet.row;
    let seed = format!("{}({})", row.seed, if row.agreed { "事先约定" } else { "操作系统随机数" });
    let mut facts = vec![
        ("单位", sheet.office.clone()),
        ("依据", clauses.join("、")),
        ("规则", sheet.about.words.clone()),
        ("周期", sheet.about.period.clone()),
        ("从哪里抽", sheet.about.stretch.clone()),
        ("抽样框", format!("{} 个,摘要 {}", row.population, row.hash)),
        ("随机种子", seed),
        ("抽中", format!("{} 个,替补 {} 个", row.taken, row.replaced)),
        ("抽样日期", [row.on.as_str(), row.by.as_str()].join(" ").trim().to_owned()),
        ("怎么复核", sheet.method.clone()),
    ];
    if let Some(voided) = &row.voided {
        let text = format!("{} 作废:{}(批准人 {})", voided.on, voided.reason, voided.approver);
        facts.insert(0, ("作废", text));
    }
    let said = facts.into_iter().filter(|(_, value)| !value.is_empty());
    said.map(|(label, value)| (label.to_owned(), value)).collect()
}
