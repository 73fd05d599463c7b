//! A pack as readable policy: its lines with what carries them and which stories show it, the parameters, the versions.

use super::in_force::{overrides_of, params_of};
use super::params::param_row;
use crate::OfficeError;
use crate::office::Office;
use crate::packs::{PackShelf, counts};
use crate::wire::{LabelValue, PackBrief, PackForm, PackLine, PackText, PackVersionLine, ParamOverride};
use chrono::NaiveDate;
use huifang_core::domain::ClientId;
use huifang_core::policy::{How, ParamValues, PolicyPack, pack_lines};
use serde_json::json;

/// A pack in a list: as the office follows it, else as it stands on the shelf.
pub(crate) fn pack_brief(office: Option<&Office>, shelf: &PackShelf, id: &str, today: NaiveDate) -> PackBrief {
    let followed = office.and_then(|office| office.pack(id));
    let on_shelf = shelf.get(id).ok().map(|found| &found.pack);
    let pack = followed.or(on_shelf);
    let [runs, asks, shows] = pack.map(counts).unwrap_or_default();
    let day = |day: Option<NaiveDate>| day.map(|d| d.to_string());
    PackBrief {
        id: id.to_owned(),
        title: pack.map_or(id, |p| &p.title).to_owned(),
        sector: pack.map(|p| p.sector.clone()).unwrap_or_default(),
        effective_from: day(office.and_then(|o| o.effective_from(id))),
        paused_from: day(office.and_then(|o| o.policies.paused_from(id))),
        state: state_of(office, id, today).to_owned(),
        own: shelf.is_own(id),
        copied_from: shelf.copied_from(id).map(str::to_owned),
        runs,
        asks,
        shows,
    }
}

fn state_of(office: Option<&Office>, id: &str, today: NaiveDate) -> &'static str {
    let Some(policies) = office.map(|o| &o.policies).filter(|p| p.versions(id).next().is_some()) else {
        return "off";
    };
    match policies.paused_from(id) {
        Some(day) if day > today => "ending",
        Some(_) => "paused",
        None if policies.asks(id, today) => "on",
        None => "coming",
    }
}

/// A pack as readable policy, with its parameters.
///
/// # Errors
/// `not_found`, or the mistakes of the pack.
pub(crate) fn pack_page(
    office: Option<&Office>,
    shelf: &PackShelf,
    id: &str,
    today: NaiveDate,
) -> Result<PackText, OfficeError> {
    let followed = office.and_then(|office| office.pack(id));
    let pack = match followed {
        Some(pack) => pack,
        None => &shelf.get(id)?.pack,
    };
    let rows: Vec<_> = office.map(|o| o.policies.versions(id).collect()).unwrap_or_default();
    let values = rows.last().map(|row| params_of(row)).unwrap_or_default();
    let overrides = rows.last().map(|row| overrides_of(row)).unwrap_or_default();
    let stories = shelf.stories(id).unwrap_or_default();
    let newer = |text: &str| rows.last().is_some_and(|row| row.text != text);
    let versions = rows.iter().map(|row| PackVersionLine {
        from: row.effective_from.to_string(),
        until: row.until.map(|day| day.to_string()),
        values: named_values(pack, &params_of(row)),
    });
    Ok(PackText {
        brief: pack_brief(office, shelf, id, today),
        lines: page_lines(pack, &stories),
        params: pack.params.iter().map(|param| param_row(param, &values)).collect(),
        overrides: overrides
            .into_iter()
            .map(|o| ParamOverride {
                label: override_label(office, &o.whom, &o.name),
                whom: o.whom,
                name: o.name,
                values: o.params.iter().map(|(name, value)| (name.clone(), json!(value))).collect(),
            })
            .collect(),
        versions: versions.collect(),
        newer_text: shelf.get(id).is_ok_and(|found| newer(&found.text)),
        classes: class_names(office),
        forms: pack.forms.iter().map(|form| PackForm { id: form.id.clone(), title: form.title.clone() }).collect(),
    })
}

/// The lines of the notice; what the office has to fill in stands apart, with its values.
fn page_lines(pack: &PolicyPack, stories: &[(String, Vec<String>)]) -> Vec<PackLine> {
    let mut lines = pack_lines(pack);
    if let Some(first) = lines.iter().position(|line| line.kind == "silent") {
        lines.truncate(first.saturating_sub(1));
    }
    let told = |clauses: &[String]| {
        let about = stories.iter().filter(|(_, told)| told.iter().any(|id| clauses.contains(id)));
        about.map(|(title, _)| title.clone()).collect()
    };
    let line = |line: huifang_core::policy::PackLine| {
        let how: Option<How> = line.clauses.iter().map(|(_, how)| *how).min();
        let clauses: Vec<String> = line.clauses.into_iter().map(|(id, _)| id).collect();
        PackLine {
            kind: line.kind.to_owned(),
            text: line.text,
            stories: if line.kind == "text" { told(&clauses) } else { Vec::new() },
            clauses,
            how: how.map(How::code).unwrap_or_default().to_owned(),
        }
    };
    lines.into_iter().map(line).collect()
}

fn named_values(pack: &PolicyPack, values: &ParamValues) -> Vec<LabelValue> {
    let known = pack.params.iter().filter_map(|param| Some((param, values.get(&param.name)?)));
    known
        .map(|(param, value)| LabelValue { label: param.label.clone(), value: super::params::value_words(value) })
        .collect()
}

fn override_label(office: Option<&Office>, whom: &str, name: &str) -> String {
    let client = || office?.store.read().client(&ClientId::from(name)).ok().flatten();
    if whom == "client" { client().map_or_else(|| name.to_owned(), |client| client.name) } else { name.to_owned() }
}

/// The classes that clients of the office are in.
fn class_names(office: Option<&Office>) -> Vec<String> {
    let classes = office.and_then(|office| office.store.read().class_names().ok());
    classes.unwrap_or_default()
}

impl PackShelf {
    /// The packs in which the words stand, each with the first line that has them; title, id and clause ids count too.
    pub(crate) fn find(&self, words: &str) -> Vec<(String, String)> {
        let words = words.trim().to_lowercase();
        let has = |text: &str| text.to_lowercase().contains(&words);
        let found = |id: &str| {
            let pack = &self.get(id).ok()?.pack;
            if has(id) || has(&pack.title) {
                return Some((id.to_owned(), String::new()));
            }
            let says = |line: &&huifang_core::policy::PackLine| {
                has(&line.text) || line.clauses.iter().any(|(clause, _)| has(clause))
            };
            let line = self.lines(id).iter().find(says)?;
            Some((id.to_owned(), line.text.clone()))
        };
        self.ids().filter_map(found).collect()
    }
}
