//! Two clients side by side, before they are made one.

use super::facets::{Facet, Words};
use crate::OfficeError;
use crate::office::Office;
use crate::wire::{ClientPair, MergeLook, MergeRow};
use crate::worklist::client_brief;
use huifang_core::calendar::Now;
use huifang_core::domain::{Client, ClientId};

/// Fields of which both are kept, so that nobody has to choose.
const BOTH: &[&str] = &["phones", "wechat", "contacts", "classes"];

impl Office {
    /// Two clients side by side.
    ///
    /// # Errors
    /// `same_client`, `not_found`.
    pub fn compare_clients(&self, pair: &ClientPair, now: Now) -> Result<MergeLook, OfficeError> {
        let (a, b) = self.both(&pair.a, &pair.b)?;
        let labels = self.field_labels()?;
        let staff = self.store.read().staff_all()?;
        let words = Words { labels: &labels, staff: &staff, today: now.today };
        Ok(MergeLook {
            rows: rows(&words.facets(&a), &words.facets(&b)),
            belongings: self.belongings(&a.id, &b.id)?,
            along: along(&words, &a, &b),
            notes: self.merge_notes(&a, &b)?,
            a: client_brief(&a, now.today),
            b: client_brief(&b, now.today),
        })
    }

    pub(super) fn both(&self, a: &str, b: &str) -> Result<(Client, Client), OfficeError> {
        let (a, b) = (self.client_meant(&ClientId::from(a))?, self.client_meant(&ClientId::from(b))?);
        if a.id == b.id {
            return Err(OfficeError::invalid("same_client", "这是同一位客户,不用合并"));
        }
        Ok((a, b))
    }

    fn belongings(&self, a: &ClientId, b: &ClientId) -> Result<Vec<MergeRow>, OfficeError> {
        let read = self.store.read();
        let count = |label: &str, a: usize, b: usize| MergeRow {
            field: String::new(),
            label: label.to_owned(),
            a: a.to_string(),
            b: b.to_string(),
            differs: false,
            choose: "a".to_owned(),
        };
        Ok(vec![
            count("事项", read.matters_of_client(a)?.len(), read.matters_of_client(b)?.len()),
            count("回访记录", read.records_of_client(a)?.len(), read.records_of_client(b)?.len()),
            count("决定", read.decisions_of_client(a)?.len(), read.decisions_of_client(b)?.len()),
        ])
    }

    fn merge_notes(&self, a: &Client, b: &Client) -> Result<Vec<String>, OfficeError> {
        let mut notes = Vec::new();
        let differ = |x: &Option<String>, y: &Option<String>| x.is_some() && y.is_some() && x != y;
        if differ(&a.id_number, &b.id_number) {
            notes.push("两位的身份证号不同,多半不是同一个人".to_owned());
        }
        if a.born.is_some() && b.born.is_some() && a.born != b.born {
            notes.push("两位的出生日期不同".to_owned());
        }
        let drawn = self.store.read().draws_chosen()?;
        if drawn.iter().any(|draw| !draw.voided && draw.ranking.iter().any(|unit| unit.client.as_ref() == Some(&b.id)))
        {
            notes.push(format!("{} 在一次抽样里被抽中;抽样名单不改,合并后请在抽样里替补", b.name));
        }
        Ok(notes)
    }
}

/// What comes along from both.
fn along(words: &Words<'_>, a: &Client, b: &Client) -> Vec<String> {
    let of = |client: &Client| words.facets(client).into_iter().filter(|f| BOTH.contains(&f.code.as_str()));
    let shown = of(a).zip(of(b)).filter(|(a, b)| a.text != b.text && !b.text.is_empty());
    shown.map(|(a, b)| format!("{}:{}", a.label, [a.text, b.text].join("、").trim_start_matches('、'))).collect()
}

/// The rows of fields of which one must be chosen: what somebody has filled in, differing ones first.
fn rows(a: &[Facet], b: &[Facet]) -> Vec<MergeRow> {
    let mut codes: Vec<&Facet> = a.iter().collect();
    codes.extend(b.iter().filter(|facet| !a.iter().any(|known| known.code == facet.code)));
    let text =
        |of: &[Facet], code: &str| of.iter().find(|f| f.code == code).map(|f| f.text.clone()).unwrap_or_default();
    let row = |facet: &Facet| {
        let (a, b) = (text(a, &facet.code), text(b, &facet.code));
        MergeRow {
            field: facet.code.clone(),
            label: facet.label.clone(),
            differs: a != b,
            choose: if a.is_empty() && !b.is_empty() { "b" } else { "a" }.to_owned(),
            a,
            b,
        }
    };
    let chosen = codes.into_iter().filter(|facet| !BOTH.contains(&facet.code.as_str()));
    let mut rows: Vec<_> = chosen.map(row).filter(|row| !row.a.is_empty() || !row.b.is_empty()).collect();
    rows.sort_by_key(|row| !row.differs);
    rows
}
