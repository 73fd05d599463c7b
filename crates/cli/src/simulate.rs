//! What the policies would ask for, out of a facts file, without a database.

use crate::arguments::Simulate;
use crate::host::Host;
use crate::office_commands::{TaskLine, print_tasks};
use crate::print::{Done, json, line};
use huifang_core::calendar::WorkingCalendar;
use huifang_core::domain::Facts;
use huifang_core::engine::{
    Emission, Enabled, End, EndKind, Task, advance, facts_from_json, resolve_settlements, simulate as engine_simulate,
};
use huifang_core::policy::{Bound, Measure, ParamValues, PolicyPack, TaskAction};
use huifang_office::{OfficeError, TaskFacts};
use serde::Serialize;
use serde_json::json as value;

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
    let targets = target_lines(&packs, &derived.emissions);
    let task_facts = TaskFacts::of_facts(facts);
    let views = derived.emissions.into_iter().map(|emission| {
        let mut human = task_facts.acts.of(&emission.id);
        // Each is taken as done on its due day, unless the facts say how it ended.
        let done = End { kind: EndKind::Done, on: emission.due.day, record: None };
        human.end = human.end.or(Some(done));
        advance(Task { emission, asked: true, withdrawn_because: None }, human, args.to)
    });
    let mut lines: Vec<_> = views.map(|view| (view.due, TaskLine::of(&task_facts, &view, args.to))).collect();
    lines.sort_by_key(|(due, _)| *due);
    let lines: Vec<_> = lines.into_iter().map(|(_, line)| line).collect();
    print_simulated(&lines, &targets, args.json)
}

/// What a target asks of the span: of so many occurrences, so many.
#[derive(Debug, Serialize)]
struct TargetLine {
    pack: String,
    title: String,
    /// Percent to be reached (`at_least`) or not to be passed.
    percent: f64,
    at_least: bool,
    /// Occurrences due in the span.
    of: usize,
    /// How many of them must be reached; for `at_most`, how many there may be.
    need: usize,
    clauses: Vec<String>,
}

/// The targets about follow-ups: others count what a simulation does not know (problems, answers).
fn target_lines(packs: &[Enabled], emissions: &[Emission]) -> Vec<TargetLine> {
    let packs = packs.iter().filter_map(Enabled::current);
    let targets = packs.flat_map(|pack| pack.targets.iter().map(move |target| (pack, target)));
    let counted = targets.filter(|(_, t)| matches!(t.measure, Measure::FollowUps | Measure::OnTime));
    counted
        .map(|(pack, target)| {
            let mine = |e: &&Emission| {
                e.key.pack == pack.id
                    && e.action == TaskAction::Contact
                    && (target.rules.is_empty() || target.rules.contains(&e.key.rule))
            };
            let of = emissions.iter().filter(mine).count();
            let exact = of as f64 * target.percent() / 100.0;
            let (at_least, need) = match target.bound {
                Bound::AtLeast(_) => (true, (exact - 1e-9).ceil()),
                Bound::AtMost(_) => (false, (exact + 1e-9).floor()),
            };
            TargetLine {
                pack: pack.id.clone(),
                title: target.title.clone(),
                percent: target.percent(),
                at_least,
                of,
                need: need.max(0.0) as usize,
                clauses: target.carried.ids(),
            }
        })
        .collect()
}

fn print_simulated(lines: &[TaskLine], targets: &[TargetLine], as_json: bool) -> Result<Done, OfficeError> {
    if as_json {
        json(&value!({ "tasks": lines, "targets": targets }))?;
        return Ok(Done::Clean);
    }
    let done = print_tasks(lines, false)?;
    for target in targets {
        let bound = if target.at_least { "不低于" } else { "不超过" };
        line(&format!("{}:应做 {},{bound} {}%,即 {} 件", target.title, target.of, target.percent, target.need));
    }
    Ok(done)
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
