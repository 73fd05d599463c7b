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
        PacksCommand::Probe { id, json } => probe(host, id, *json),
        PacksCommand::Coverage { json } => coverage(host, *json),
        PacksCommand::Show { id, json } => show(host, id, *json),
    }
}

fn list(host: &Host, as_json: bool) -> Result<Done, OfficeError> {
    let mut packs = Vec::new();
    let mut done = Done::Clean;
    for id in host.shelf.ids() {
        let pack = match host.shelf.get(id) {
            Ok(found) => &found.pack,
            // One pack with mistakes does not hide the others.
            Err(OfficeError::Pack { problems, .. }) => {
                done = Done::WithProblems;
                if !as_json {
                    pack_problems(id, &problems);
                }
                packs.push(value!({ "id": id, "problems": problems }));
                continue;
            }
            Err(other) => return Err(other),
        };
        if !as_json {
            line(&format!("{}  {:<12}  {}", pack.id, pack.sector, pack.title));
        }
        packs.push(value!({ "id": pack.id, "title": pack.title, "sector": pack.sector, "complete": pack.complete }));
    }
    if as_json {
        json(&value!({ "packs": packs }))?;
    }
    Ok(done)
}

fn check(host: &Host, id: Option<&str>, as_json: bool) -> Result<Done, OfficeError> {
    let ids: Vec<&str> = id.map_or_else(|| host.shelf.ids().collect(), |id| vec![id]);
    let mut found = Vec::new();
    for id in &ids {
        let problems = host.shelf.problems(id)?;
        // A pack that can not be read has no stories to play.
        let stories = if problems.is_empty() { host.shelf.story_problems(id)? } else { Vec::new() };
        if !as_json {
            pack_problems(id, &problems);
            stories.iter().for_each(|s| line(&format!("packs/{id}/{s}")));
        }
        found.push((*id, problems, stories));
    }
    let total: usize = found.iter().map(|(_, problems, stories)| problems.len() + stories.len()).sum();
    if as_json {
        let pack = |(id, problems, stories): &(&str, Vec<_>, Vec<String>)| value!({ "id": id, "problems": problems, "stories": stories });
        let packs: Vec<_> = found.iter().map(pack).collect();
        json(&value!({ "packs": packs }))?;
    } else {
        line(&format!("检查 {} 份制度包,{total} 处问题", ids.len()));
    }
    Ok(if total == 0 { Done::Clean } else { Done::WithProblems })
}

fn probe(host: &Host, id: &str, as_json: bool) -> Result<Done, OfficeError> {
    let unnoticed = host.shelf.unnoticed(id)?;
    if as_json {
        let found: Vec<_> = unnoticed.iter().map(|u| value!({ "line": u.line, "what": u.what })).collect();
        json(&value!({ "id": id, "unnoticed": found }))?;
    } else {
        unnoticed.iter().for_each(|u| line(&format!("packs/{id}/pack.toml: {u}")));
        line(&format!("{id}:{} 处改动没有被发现", unnoticed.len()));
    }
    Ok(if unnoticed.is_empty() { Done::Clean } else { Done::WithProblems })
}

fn coverage(host: &Host, as_json: bool) -> Result<Done, OfficeError> {
    let mut policies = Vec::new();
    let mut missing = false;
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
        missing |= !carried.missing.is_empty();
        let stories = host.shelf.stories(id)?;
        let clauses: Vec<_> = carried
            .clauses
            .iter()
            .map(|c| {
                let told = stories.iter().filter(|(_, clauses)| clauses.contains(&c.id)).map(|(title, _)| title);
                value!({ "id": c.id, "kind": c.kind, "how": c.how, "by": c.by, "stories": told.collect::<Vec<_>>() })
            })
            .collect();
        policies.push(value!({ "id": carried.id, "clauses": clauses, "missing": carried.missing }));
    }
    if as_json {
        json(&value!({ "policies": policies }))?;
    }
    Ok(if missing { Done::WithProblems } else { Done::Clean })
}

fn show(host: &Host, id: &str, as_json: bool) -> Result<Done, OfficeError> {
    let pack = &host.shelf.get(id)?.pack;
    let lines = pack_lines(pack);
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
