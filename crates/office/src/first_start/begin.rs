//! How an office begins: the values of its policies' parameters and its first person.

use super::folder::{clear_away, refuse_bad_folder};
use crate::office::{NewOffice, Office};
use crate::packs::{PackShelf, ShelfPack};
use crate::policy::first_values;
use crate::{OfficeError, SampleSector, make_sample};
use huifang_core::calendar::Now;
use huifang_core::domain::{Staff, StaffId, short_hash};
use huifang_core::policy::ParamValues;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::Path;

/// Values of parameters: by pack, by name.
pub type ValuesOfPacks = BTreeMap<String, BTreeMap<String, Value>>;

/// What a new office is told beyond its name and its packs.
#[derive(Debug, Clone, Default)]
pub struct Beginning {
    /// Values of parameters.
    pub values: ValuesOfPacks,
    /// Refuses where a blank of a policy is not filled in. A host without a person to ask lets them be, and says so.
    pub fills_blanks: bool,
    /// The first person: name and post.
    pub first: Option<(String, String)>,
}

impl Beginning {
    /// The values of each pack, in their order; every one that may not stand is named.
    ///
    /// # Errors
    /// `param_invalid`, each fault with its pack.
    pub(crate) fn values_of(&self, packs: &[&ShelfPack]) -> Result<Vec<ParamValues>, OfficeError> {
        let (mut read, mut faults, mut lines) = (Vec::new(), Vec::new(), Vec::new());
        for found in packs {
            let empty = BTreeMap::new();
            let values = self.values.get(&found.pack.id).unwrap_or(&empty);
            match first_values(&found.pack, values, self.fills_blanks) {
                Ok(values) => read.push(values),
                Err(OfficeError::Invalid { params, text, .. }) => {
                    lines.push(format!("{}:{text}", found.pack.title));
                    faults.extend(params["params"].as_array().into_iter().flatten().cloned().map(|mut fault| {
                        fault["pack"] = json!(found.pack.id);
                        fault
                    }));
                }
                Err(other) => return Err(other),
            }
        }
        if let Some(stray) = self.values.keys().find(|id| !packs.iter().any(|found| &found.pack.id == *id)) {
            lines.push(format!("没有选用制度 {stray},不能定它的参数"));
        }
        if lines.is_empty() {
            return Ok(read);
        }
        Err(OfficeError::Invalid { code: "param_invalid", params: json!({ "params": faults }), text: lines.join("\n") })
    }

    /// The first person, under the identifier that a list of staff would give him.
    ///
    /// # Errors
    /// `staff_name_missing`.
    pub(crate) fn first_person(&self) -> Result<Option<Staff>, OfficeError> {
        let Some((name, role)) = &self.first else { return Ok(None) };
        let name: String = name.split_whitespace().collect();
        if name.is_empty() {
            return Err(OfficeError::invalid("staff_name_missing", "请写上第一位同事的姓名"));
        }
        Ok(Some(Staff {
            id: StaffId(short_hash(&["staff", &name, ""])),
            name,
            role: role.trim().to_owned(),
            department: None,
            phone: None,
            areas: Vec::new(),
            active: true,
        }))
    }
}

/// Makes an office where none is, and plans it. What cannot be made leaves nothing behind.
///
/// # Errors
/// As `refuse_bad_folder` and `Office::create_with`.
pub(crate) fn begin(
    dir: &Path,
    new: &NewOffice,
    beginning: &Beginning,
    shelf: &PackShelf,
    now: Now,
) -> Result<Office, OfficeError> {
    undisturbed(dir, || {
        let mut office = Office::create_with(dir, new, beginning, shelf, now)?;
        office.plan(now)?;
        Ok(office)
    })
}

/// As `begin`, of a demonstration office.
///
/// # Errors
/// As `refuse_bad_folder` and `make_sample`.
pub(crate) fn begin_sample(
    dir: &Path,
    sector: SampleSector,
    shelf: &PackShelf,
    now: Now,
) -> Result<Office, OfficeError> {
    undisturbed(dir, || make_sample(dir, sector, shelf, now))
}

fn undisturbed(dir: &Path, make: impl FnOnce() -> Result<Office, OfficeError>) -> Result<Office, OfficeError> {
    refuse_bad_folder(dir)?;
    let existed = dir.exists();
    make().inspect_err(|_| clear_away(dir, existed))
}

/// Settings as a command line gives them, `name=value` or `pack.name=value`, for the packs that have the parameter.
///
/// # Errors
/// `param_invalid`: no pack has it, or it is not written so.
pub fn read_settings(settings: &[String], packs: &[String], shelf: &PackShelf) -> Result<ValuesOfPacks, OfficeError> {
    let mut values = ValuesOfPacks::new();
    for setting in settings {
        let wrong = |text: String| OfficeError::invalid("param_invalid", text);
        let (name, value) = setting.split_once('=').ok_or_else(|| wrong(format!("参数要写成 名称=值:{setting}")))?;
        // What is no JSON is the text itself: 客服部主管.
        let value: Value = serde_json::from_str(value).unwrap_or_else(|_| json!(value));
        let mut is_known = false;
        for id in packs {
            let pack = &shelf.get(id)?.pack;
            let inner = name.strip_prefix(id.as_str()).and_then(|rest| rest.strip_prefix('.')).unwrap_or(name);
            if pack.params.iter().any(|param| param.name == inner) {
                is_known = true;
                values.entry(id.clone()).or_default().insert(inner.to_owned(), value.clone());
            }
        }
        if !is_known {
            return Err(wrong(format!("选用的制度里没有这个参数:{name}")));
        }
    }
    Ok(values)
}
