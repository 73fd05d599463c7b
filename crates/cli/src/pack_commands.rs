//! Policy packs from the command line.

use crate::arguments::PacksCommand;
use crate::host::Host;
use crate::print::{Done, json, line, pack_problems};
use huifang_core::policy::{How, pack_lines};
use huifang_office::OfficeError;
use serde_json::json as value;

/// `huifang packs …`.
pub fn packs(host: &Host, command: &PacksCommand) -> Result<Done, OfficeError> {
    match command {
        PacksCommand::List { json } => list(host, *json),
        PacksCommand::Check { id, json } => check(host, id.as_deref(), *json),
        PacksCommand::Coverage { json } => coverage(host, *json),
        PacksCommand::Show { id, json } => show(host, id, *json),
    }
}

fn list(host: &Host, as_json: bool) -> Result<Done, OfficeError> {
    let mut packs = Vec::new();
    for id in host.shelf.ids() {
        let pack = host.shelf.get(id)?.pack;
        if !as_json {
            line(&format!("{}  {:<12}  {}", pack.id, pack.sector, pack.title));
        }
        packs.push(value!({ "id": pack.id, "title": pack.title, "sector": pack.sector, "complete": pack.complete }));
    }
    if as_json {
        json(&value!({ "packs": packs }))?;
    }
    Ok(Done::Clean)
}

fn check(host: &Host, id: Option<&str>, as_json: bool) -> Result<Done, OfficeError> {
    let ids: Vec<&str> = id.map_or_else(|| host.shelf.ids().collect(), |id| vec![id]);
    let mut found = Vec::new();
    for id in &ids {
        let problems = host.shelf.problems(id)?;
        if !as_json {
            pack_problems(id, &problems);
        }
        found.push((*id, problems));
    }
    let total: usize = found.iter().map(|(_, problems)| problems.len()).sum();
    if as_json {
        let packs: Vec<_> = found.iter().map(|(id, problems)| value!({ "id": id, "problems": problems })).collect();
        json(&value!({ "packs": packs }))?;
    } else {
        line(&format!("检查 {} 份制度包,{total} 处问题", ids.len()));
    }
    Ok(if total == 0 { Done::Clean } else { Done::WithProblems })
}

fn coverage(host: &Host, as_json: bool) -> Result<Done, OfficeError> {
    let mut policies = Vec::new();
    for id in host.shelf.ids() {
        let carried = host.shelf.coverage(id)?;
        if !as_json {
            let count = |how| carried.clauses.iter().filter(|c| c.how == Some(how)).count();
            line(&format!(
                "{id}  执行 {}  询问 {}  展示 {}  缺 {}",
                count(How::Runs),
                count(How::Asks),
                count(How::Shows),
                carried.missing.len()
            ));
        }
        policies.push(carried);
    }
    let missing = policies.iter().any(|p| !p.missing.is_empty());
    if as_json {
        json(&value!({ "policies": policies }))?;
    }
    Ok(if missing { Done::WithProblems } else { Done::Clean })
}

fn show(host: &Host, id: &str, as_json: bool) -> Result<Done, OfficeError> {
    let pack = host.shelf.get(id)?.pack;
    let lines = pack_lines(&pack);
    if as_json {
        let lines: Vec<_> = lines
            .iter()
            .map(|l| {
                let clauses: Vec<_> = l.clauses.iter().map(|(id, how)| value!({ "id": id, "how": how })).collect();
                value!({ "kind": l.kind, "text": l.text, "clauses": clauses })
            })
            .collect();
        json(&value!({ "id": pack.id, "title": pack.title, "lines": lines }))?;
        return Ok(Done::Clean);
    }
    for l in &lines {
        let clauses: Vec<_> = l.clauses.iter().map(|(id, _)| id.as_str()).collect();
        let clauses = if clauses.is_empty() { String::new() } else { format!("  [{}]", clauses.join(" ")) };
        match l.kind {
            "title" => line(&l.text),
            "heading" => line(&format!("\n{}", l.text)),
            _ => line(&format!("  · {}{clauses}", l.text)),
        }
    }
    Ok(Done::Clean)
}
