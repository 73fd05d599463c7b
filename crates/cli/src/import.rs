//! Imports from the command line.

use crate::arguments::{Import, OfficeArgs, UndoImport};
use crate::host::Host;
use crate::print::{Done, json, line};
use huifang_office::{ImportOutcome, ImportWish, Office, OfficeError, write_rejected};
use serde_json::json as value;
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::Path;

/// `huifang import`: files one after the other; a file that can not be read does not keep the others out.
pub fn import(host: &Host, args: &Import) -> Result<Done, OfficeError> {
    let mut office = host.open(&args.dir)?;
    let wish = ImportWish {
        kind: args.kind.clone(),
        mapping: args.map.as_deref().map(read_mapping).transpose()?,
        dry_run: args.dry_run,
    };
    let mut batch = office.batch()?;
    let (mut outcomes, mut failures) = (Vec::new(), Vec::new());
    for file in &args.files {
        match office.import_in(&mut batch, file, &wish, host.now, &mut |_, _, _| ControlFlow::Continue(())) {
            Ok(outcome) => outcomes.push(outcome),
            Err(error) => failures.push((file.display().to_string(), error)),
        }
    }
    if let Some(path) = &args.errors {
        write_rejected(&outcomes.iter().map(|o| &o.plan).collect::<Vec<_>>(), path)?;
    }
    print_outcomes(&office, &outcomes, &failures, args.json)?;
    let rejected = outcomes.iter().any(|o| !o.plan.rejected.is_empty() || !o.plan.warnings.is_empty());
    match failures.pop() {
        Some((_, error)) if outcomes.is_empty() => Err(error),
        Some(_) => Ok(Done::WithProblems),
        None if rejected => Ok(Done::WithProblems),
        None => Ok(Done::Clean),
    }
}

fn print_outcomes(
    _: &Office,
    outcomes: &[ImportOutcome],
    failures: &[(String, OfficeError)],
    as_json: bool,
) -> Result<(), OfficeError> {
    if as_json {
        let mut documents: Vec<_> =
            outcomes.iter().map(|o| serde_json::to_value(&o.plan).unwrap_or_default()).collect();
        documents.extend(
            failures
                .iter()
                .map(|(file, e)| value!({ "file": file, "error": { "code": e.code(), "text": e.sentence() } })),
        );
        // One file: its document. Several: a list of them.
        return if let [only] = &documents[..] { json(only) } else { json(&documents) };
    }
    for outcome in outcomes {
        let plan = &outcome.plan;
        line(&format!(
            "{}(按 {} 读):{} 行,新增 {},更新 {},不变 {},未进 {},提醒 {}",
            plan.file,
            plan.kind.code(),
            plan.rows,
            plan.created,
            plan.updated,
            plan.unchanged,
            plan.rejected.len(),
            plan.warnings.len()
        ));
        for r in &plan.rejected {
            line(&format!("  {} · {} 第 {} 行:{}", plan.file, r.sheet, r.row, r.code.message_zh(&r.found)));
        }
        for w in &plan.warnings {
            line(&format!(
                "  {} · {} 第 {} 行「{}」:{}",
                plan.file,
                w.sheet,
                w.row,
                w.column,
                w.code.message_zh(&w.found)
            ));
        }
    }
    for (file, error) in failures {
        line(&format!("{file}:{}", error.sentence()));
    }
    Ok(())
}

/// `as = "clients"` and a table `[columns]` of "title" = "field".
fn read_mapping(path: &Path) -> Result<huifang_office::Mapping, OfficeError> {
    let bad = |text: String| OfficeError::invalid("bad_mapping", format!("{}:{text}", path.display()));
    let text = std::fs::read_to_string(path).map_err(|source| OfficeError::Io {
        path: path.to_owned(),
        operation: "读取列的含义",
        source,
    })?;
    let arena = toml_spanner::Arena::new();
    let document = toml_spanner::parse(&text, &arena).map_err(|e| {
        let line = text.get(..e.span().start as usize).map_or(1, |before| before.matches('\n').count() + 1);
        bad(format!("第 {line} 行写法有误(中文的列名要加引号):{}", e.message(&text)))
    })?;
    let mut columns = BTreeMap::new();
    for (title, field) in document["columns"].as_table().into_iter().flat_map(|t| t.entries()) {
        let field = field.as_str().ok_or_else(|| bad(format!("「{}」的含义要写成带引号的文字", title.name)))?;
        columns.insert(title.name.to_owned(), field.to_owned());
    }
    let kind = document["as"].as_str();
    serde_json::from_value(value!({ "as": kind, "columns": columns })).map_err(|e| bad(e.to_string()))
}

/// `huifang imports`.
pub fn imports(host: &Host, args: &OfficeArgs) -> Result<Done, OfficeError> {
    let imports = host.open(&args.dir)?.imports(host.now)?;
    if args.json {
        json(&value!({ "imports": imports }))?;
    } else {
        for i in &imports {
            let undone = if i.undone { "(已撤销)" } else { "" };
            line(&format!("{}  {}  {}  新增 {},更新 {}{undone}", i.import, i.at, i.file, i.created, i.updated));
        }
    }
    Ok(Done::Clean)
}

/// `huifang undo-import`.
pub fn undo(host: &Host, args: &UndoImport) -> Result<Done, OfficeError> {
    let undone = host.open(&args.dir)?.undo_import(args.import, args.force, host.now)?;
    if args.json {
        json(&undone)?;
    } else {
        line(&format!("已撤销 {} 项", undone.undone));
        undone.kept.iter().for_each(|k| line(&format!("保留 {}:{}", k.label, k.value)));
    }
    Ok(if undone.kept.is_empty() { Done::Clean } else { Done::WithProblems })
}
