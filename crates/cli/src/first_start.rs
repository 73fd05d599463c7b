//! Making an office, with several policies and their parameters; and its calendar.

use crate::arguments::{Calendar, Init};
use crate::host::Host;
use crate::print::{Done, json, line, note};
use huifang_office::wire::ExportCalendar;
use huifang_office::{Beginning, NewOffice, Office, OfficeError, read_settings};
use serde_json::json as value;

/// `huifang init`. Blanks of a policy that were not set are told; they can be filled in by `huifang set`.
pub fn init(host: &Host, args: &Init) -> Result<Done, OfficeError> {
    let new = NewOffice {
        name: args.name.clone(),
        packs: args.packs.clone(),
        effective_from: args.effective_from.unwrap_or(host.now.today),
        sample: args.demo,
    };
    let values = read_settings(&args.settings, &args.packs, &host.shelf)?;
    let first = args.staff.as_deref().map(|staff| staff.split_once([':', '：']).unwrap_or((staff, "")));
    let first = first.map(|(name, role)| (name.to_owned(), role.to_owned()));
    let beginning = Beginning { values, fills_blanks: false, first };
    let office = Office::create_with(&args.dir, &new, &beginning, &host.shelf, host.now)?;
    let packs: Vec<_> = office.packs().map(|pack| pack.id.clone()).collect();
    let blanks = blanks(&office, &beginning);
    if args.json {
        let mut document = value!({ "dir": args.dir, "packs": packs, "effective_from": new.effective_from });
        if !beginning.values.is_empty() {
            document["values"] = value!(beginning.values);
        }
        if !blanks.is_empty() {
            document["blanks"] = value!(blanks);
        }
        json(&document)?;
    } else {
        line(&format!("已建立 {},启用 {}(自 {} 起)", args.dir.display(), packs.join("、"), new.effective_from));
        for blank in &blanks {
            note(&format!("原文空白,还没有填:{blank}"));
        }
    }
    Ok(Done::Clean)
}

/// Blanks that still hold the pack's own stand-in, as `pack.name 「label」`.
fn blanks(office: &Office, beginning: &Beginning) -> Vec<String> {
    let is_set = |pack: &str, name: &str| beginning.values.get(pack).is_some_and(|values| values.contains_key(name));
    let of_pack = |pack: &huifang_core::policy::PolicyPack| {
        let blank = pack.params.iter().filter(|param| param.must && !is_set(&pack.id, &param.name));
        blank.map(|param| format!("{}.{} 「{}」", pack.id, param.name, param.label)).collect::<Vec<_>>()
    };
    office.packs().flat_map(of_pack).collect()
}

/// `huifang calendar`.
pub fn calendar(host: &Host, args: &Calendar) -> Result<Done, OfficeError> {
    let office = host.open(&args.dir)?;
    let wish = ExportCalendar { staff: args.by.clone(), days: Some(args.days), path: args.out.display().to_string() };
    let written = office.export_calendar(&wish, host.now)?;
    if args.json {
        json(&value!(written))?;
    } else {
        line(&format!("已写出 {}({} 件)", args.out.display(), written.rows));
    }
    Ok(Done::Clean)
}
