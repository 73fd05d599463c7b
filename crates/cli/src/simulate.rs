//! What the policies would ask for, out of a facts file, without a database.

use crate::arguments::Simulate;
use crate::host::Host;
use crate::office_commands::{TaskLine, print_tasks};
use crate::print::Done;
use huifang_core::calendar::WorkingCalendar;
use huifang_core::domain::Facts;
use huifang_core::engine::{
    Enabled, End, EndKind, Task, advance, facts_from_json, resolve_settlements, simulate as engine_simulate,
};
use huifang_core::policy::{ParamValues, PolicyPack};
use huifang_office::{OfficeError, TaskFacts};

/// `huifang simulate`.
pub fn simulate(host: &Host, args: &Simulate) -> Result<Done, OfficeError> {
    let text = std::fs::read_to_string(&args.facts).map_err(|source| OfficeError::Io {
        path: args.facts.clone(),
        operation: "读取事实文件",
        source,
    })?;
    let mut facts: Facts = facts_from_json(&text)
        .map_err(|e| OfficeError::invalid("bad_facts", format!("{}:{e}", args.facts.display())))?;
    let packs = read_packs(host, args)?;
    let calendar = WorkingCalendar::shipped();
    resolve_settlements(&mut facts, &packs, &calendar);
    let derived = engine_simulate(&facts, &packs, &calendar, args.from, args.to);
    let task_facts = TaskFacts::of_facts(facts);
    let views = derived.emissions.into_iter().map(|emission| {
        let mut human = task_facts.acts.of(&emission.id);
        // Each is taken as done on its due day, unless the facts say how it ended.
        let done = End { kind: EndKind::Done, on: emission.due.day, record: None };
        human.end = human.end.or(Some(done));
        advance(Task { emission, asked: true, withdrawn_because: None }, human, args.to)
    });
    let mut lines: Vec<_> = views.map(|view| (view.due, TaskLine::of(&task_facts, &view))).collect();
    lines.sort_by_key(|(due, _)| *due);
    let lines: Vec<_> = lines.into_iter().map(|(_, line)| line).collect();
    print_tasks(&lines, args.json)
}

/// The packs in force from the first day; each gets the parameters that it knows.
fn read_packs(host: &Host, args: &Simulate) -> Result<Vec<Enabled>, OfficeError> {
    let params = read_params(args.params.as_deref())?;
    let found = args.packs.iter().map(|id| host.shelf.get(id)).collect::<Result<Vec<_>, _>>()?;
    let knows = |pack: &PolicyPack, name: &str| pack.params.iter().any(|p| p.name == name);
    if let Some(name) = params.keys().find(|name| !found.iter().any(|f| knows(&f.pack, name))) {
        return Err(OfficeError::invalid("bad_params", format!("制度包里没有这个参数:{name}")));
    }
    let mut packs = Vec::new();
    for shelf in &found {
        let mut own = params.clone();
        own.retain(|name, _| knows(&shelf.pack, name));
        let pack = PolicyPack::parse(&shelf.text, &own)
            .map_err(|problems| OfficeError::Pack { id: shelf.pack.id.clone(), problems })?;
        packs.push(Enabled::new(pack, args.from));
    }
    Ok(packs)
}

fn read_params(text: Option<&str>) -> Result<ParamValues, OfficeError> {
    let Some(text) = text else { return Ok(ParamValues::new()) };
    serde_json::from_str(text).map_err(|e| OfficeError::invalid("bad_params", format!("--params 不是 JSON 对象:{e}")))
}
