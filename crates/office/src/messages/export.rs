//! Messages as a list for a sending tool: a workbook or a text with commas.

use super::texts::refuse_bad_text;
use crate::OfficeError;
use crate::office::Office;
use crate::saving::save;
use crate::wire::{ExportMessages, Exported, MessageRow};
use huifang_core::calendar::Now;
use huifang_core::domain::Channel;
use huifang_report::write_plain;
use std::path::Path;

impl Office {
    /// Writes the messages of the wish; nothing is marked as sent by it.
    ///
    /// # Errors
    /// `text_missing`, `unknown_placeholder`, `nobody_to_send`, `unknown_ending`; the file cannot be written.
    pub(crate) fn export_messages(&self, wish: &ExportMessages, now: Now) -> Result<Exported, OfficeError> {
        refuse_bad_text(&wish.messages.text)?;
        let batch = self.batch_of(&wish.messages, now)?;
        if batch.ready.is_empty() {
            return Err(OfficeError::invalid("nobody_to_send", "没有可以发的人。请看看下面列出的原因。"));
        }
        let address = if batch.channel == Channel::Wechat { "微信号或手机号" } else { "手机号" };
        let headers = [address, "内容", "姓名", "房号"];
        let cells = |row: MessageRow| [row.address, row.text, row.name, row.place];
        let rows: Vec<[String; 4]> = batch.ready.into_iter().map(|ready| cells(ready.row)).collect();
        let path = Path::new(&wish.path);
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
        match ending.as_str() {
            "xlsx" => {
                write_plain(path, &headers, &rows)?;
            }
            "csv" => save(csv(&headers, &rows).as_bytes(), path)?,
            _ => return Err(OfficeError::invalid("unknown_ending", "文件名请以 .xlsx 或 .csv 结尾")),
        }
        Ok(Exported { path: wish.path.clone(), rows: rows.len() as u32 })
    }
}

/// UTF-8 with the mark by which Excel knows it, lines as RFC 4180 has them.
fn csv(headers: &[&str; 4], rows: &[[String; 4]]) -> String {
    let line = |cells: Vec<String>| cells.join(",") + "\r\n";
    let mut text = "\u{feff}".to_owned() + &line(headers.iter().map(|header| cell(header)).collect());
    for row in rows {
        text += &line(row.iter().map(|text| cell(text)).collect());
    }
    text
}

/// A cell. What a table program would take for a formula is preceded by an apostrophe, as OWASP advises.
fn cell(text: &str) -> String {
    let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let text = if is_formula { format!("'{text}") } else { text.to_owned() };
    if text.contains([',', '"', '\r', '\n']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula_and_quotes_are_doubled() {
        for (text, written) in [
            ("13800000001", "13800000001"),
            ("=1+1", "'=1+1"),
            ("@某某", "'@某某"),
            ("他说\"好\",行", "\"他说\"\"好\"\",行\""),
            ("两\n行", "\"两\n行\""),
            ("=A1,B1", "\"'=A1,B1\""),
        ] {
            assert_eq!(cell(text), written);
        }
    }
}
