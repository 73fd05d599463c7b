//! Commands on an office folder.

use crate::arguments::{Call, Explain, OfficeArgs, Record, Report, Sample, Tasks, WhyNot};
use crate::host::Host;
use crate::print::{Done, json, line};
use crate::search;
use chrono::NaiveDate;
use huifang_core::domain::{ClientId, TaskId};
use huifang_core::engine::{Emission, State, TaskView};
use huifang_office::wire::{self, Desk, RecordFollowUp, TaskAnswers};
use huifang_office::{Office, OfficeError, PlanSummary, SampleSector, TaskFacts, make_sample};
use serde::Serialize;
use serde_json::{Value, json as value};
use std::collections::BTreeMap;

/// `huifang sample`.
pub fn sample(host: &Host, args: &Sample) -> Result<Done, OfficeError> {
    let sector = SampleSector::parse(&args.sector);
    let sector = sector.ok_or_else(|| OfficeError::invalid("bad_sector", "行业只能是 property、dental、ward"))?;
    let office = make_sample(&args.dir, sector, &host.shelf, host.now)?;
    line(&format!("已建立演示办公室「{}」:{}", office.name(), args.dir.display()));
    Ok(Done::Clean)
}

/// `huifang plan`.
pub fn plan(host: &Host, args: &OfficeArgs) -> Result<Done, OfficeError> {
    let summary = host.open(&args.dir)?.plan(host.now)?;
    print_plan(&summary, args.json)
}

fn print_plan(summary: &PlanSummary, as_json: bool) -> Result<Done, OfficeError> {
    let failures: Vec<_> = summary
        .failures
        .iter()
        .map(|f| value!({ "pack": f.pack, "rule": f.rule, "subject": f.subject, "message": f.message }))
        .collect();
    if as_json {
        json(&value!({
            "new": summary.new.len(), "moved": summary.moved, "withdrawn": summary.withdrawn,
            "again": summary.again, "failures": failures,
        }))?;
    } else {
        line(&format!(
            "新增 {} 件,变动 {} 件,撤回 {} 件,重新提出 {} 件",
            summary.new.len(),
            summary.moved,
            summary.withdrawn,
            summary.again
        ));
        for f in &summary.failures {
            line(&format!("规则 {}/{} 对 {} 出错:{}", f.pack, f.rule, f.subject, f.message));
        }
    }
    Ok(if summary.failures.is_empty() { Done::Clean } else { Done::WithProblems })
}

/// A task as `tasks --json` and `simulate` print it (DESIGN 8).
#[derive(Debug, Serialize)]
pub struct TaskLine {
    id: String,
    rule: String,
    clauses: Vec<String>,
    client: Option<String>,
    matter: Option<String>,
    no: Option<String>,
    step: u32,
    need: u32,
    have: u32,
    opens: String,
    due: String,
    latest: Option<String>,
    channels: Vec<&'static str>,
    role: String,
    assignee: Option<String>,
    state: &'static str,
    because: String,
    /// What this design's list does not have, and scripts ask for.
    pack: String,
    client_name: Option<String>,
    /// A day of it was computed over a year without a holiday table.
    guessed: bool,
}

impl TaskLine {
    /// The line of a view on the day; `no` is the matter's number as the office writes it.
    pub fn of(facts: &TaskFacts, view: &TaskView, today: NaiveDate) -> Self {
        let emission: &Emission = &view.task.emission;
        Self {
            id: emission.id.to_string(),
            rule: emission.key.rule.clone(),
            clauses: emission.clauses.clone(),
            client: emission.client.as_ref().map(ToString::to_string),
            matter: emission.matter.as_ref().map(ToString::to_string),
            no: facts.matter(emission.matter.as_ref()).and_then(|m| m.no.clone()),
            step: emission.key.occurrence,
            need: emission.need,
            have: emission.have,
            opens: emission.opens.to_string(),
            due: view.human.due.map_or_else(|| emission.due.to_string(), |d| d.to_string()),
            latest: emission.latest.map(|d| d.to_string()),
            channels: emission.channels.iter().map(|c| c.code()).collect(),
            role: emission.role.clone(),
            assignee: facts.on_duty(view, today).person().map(|s| s.name.clone()),
            state: view.state.code(),
            because: emission.because.clone(),
            pack: emission.key.pack.clone(),
            client_name: facts.client(emission.client.as_ref()).map(|c| c.name.clone()),
            guessed: emission.guessed,
        }
    }
}

/// `huifang tasks`.
pub fn tasks(host: &Host, args: &Tasks) -> Result<Done, OfficeError> {
    if let Some(unknown) = args.state.iter().find(|s| State::parse(s).is_none()) {
        return Err(OfficeError::invalid("unknown_state", format!("没有这种状态:{unknown}(见 huifang tasks --help)")));
    }
    let office = host.open(&args.dir)?;
    let (facts, mut views) = office.task_views(host.now.today)?;
    views.retain(|v| args.state.is_empty() || args.state.iter().any(|s| s == v.state.code()));
    views.sort_by(|a, b| (a.due, &a.task.emission.id).cmp(&(b.due, &b.task.emission.id)));
    let lines: Vec<_> = views.iter().map(|view| TaskLine::of(&facts, view, host.now.today)).collect();
    print_tasks(&lines, args.json)
}

/// Prints tasks as one document or a line each.
pub fn print_tasks(lines: &[TaskLine], as_json: bool) -> Result<Done, OfficeError> {
    if as_json {
        json(&value!({ "tasks": lines }))?;
        return Ok(Done::Clean);
    }
    for task in lines {
        let who = task.assignee.as_deref().unwrap_or(&task.role);
        let client = task.client_name.as_deref().unwrap_or("—");
        line(&format!("{}  {:<9}  {}  {client}  {who}  {}", task.id, task.state, task.due, task.because));
    }
    line(&format!("共 {} 件", lines.len()));
    Ok(Done::Clean)
}

/// `huifang explain`.
pub fn explain(host: &Host, args: &Explain) -> Result<Done, OfficeError> {
    let office = host.open(&args.dir)?;
    let (facts, views) = office.task_views(host.now.today)?;
    let wanted = TaskId::from(args.task.as_str());
    let view = views.iter().find(|v| v.task.emission.id == wanted);
    let view = view.ok_or_else(|| OfficeError::NotFound { noun: "回访任务", id: args.task.clone() })?;
    let task = TaskLine::of(&facts, view, host.now.today);
    let withdrawn = view.task.withdrawn_because.clone().filter(|_| !view.task.asked);
    if args.json {
        json(&value!({ "task": task, "because": task.because, "withdrawn_because": withdrawn }))?;
    } else {
        line(&task.because);
        line(&format!("状态 {},最迟 {},责任 {}", task.state, task.due, task.assignee.as_deref().unwrap_or(&task.role)));
        withdrawn.iter().for_each(|why| line(&format!("已撤回:{why}")));
    }
    Ok(Done::Clean)
}

/// `huifang why-not`.
pub fn why_not(host: &Host, args: &WhyNot) -> Result<Done, OfficeError> {
    let office = host.open(&args.dir)?;
    let id = find_client(host, &office, &args.client)?;
    let lines = office.why_not(&id, host.now)?;
    if args.json {
        json(&value!({ "client": id.as_str(), "rules": lines }))?;
    } else {
        for why in lines {
            let mark = if why.on_list { "在名单上" } else { "不在" };
            line(&format!("{} {}({}):{}", why.pack, why.title, mark, why.text));
        }
    }
    Ok(Done::Clean)
}

/// A client by id, or the only one who is called so, lives there or has that number, or the only one whom the words find.
pub fn find_client(host: &Host, office: &Office, words: &str) -> Result<ClientId, OfficeError> {
    let id = ClientId::from(words);
    if office.why_not(&id, host.now).is_ok() {
        return Ok(id);
    }
    let found = office.search(&search::query(words), host.now)?.clients;
    let is_exact = |hit: &&wire::ClientHit| {
        let client = &hit.client;
        [Some(client.name.as_str()), client.no.as_deref(), client.place.as_deref()].contains(&Some(words))
    };
    let exact: Vec<_> = found.iter().filter(is_exact).collect();
    let meant = if exact.is_empty() { found.iter().collect() } else { exact };
    match &meant[..] {
        [only] => Ok(ClientId::from(only.client.id.as_str())),
        [] => Err(OfficeError::NotFound { noun: "客户", id: words.to_owned() }),
        many => {
            let text = format!("「{words}」找到 {} 位客户,请用房号、编号或客户编号说明是哪一位", many.len());
            Err(OfficeError::invalid("ambiguous_client", text))
        }
    }
}

/// `huifang record`.
pub fn record(host: &Host, args: &Record) -> Result<Done, OfficeError> {
    let mut office = host.open(&args.dir)?;
    let answers: BTreeMap<String, Value> = match &args.answers {
        None => BTreeMap::new(),
        Some(text) => serde_json::from_str(text)
            .map_err(|e| OfficeError::invalid("bad_answers", format!("--answers 不是 JSON 对象:{e}")))?,
    };
    let by = args.by.as_deref().map(|by| Host::staff(&office, by)).transpose()?;
    let task =
        |task: &String| TaskAnswers { task: task.clone(), answers: answers.clone(), unanswered: BTreeMap::new() };
    let wish = RecordFollowUp {
        tasks: args.tasks.iter().map(task).collect(),
        channel: args.channel.clone(),
        outcome: args.outcome.clone(),
        on: args.on.map(|d| d.to_string()),
        again_on: args.again_on.map(|d| d.to_string()),
        phone: None,
        note: args.note.clone(),
        by: by.map(|id| id.0),
        exception: args.exception.clone(),
        attachments: Vec::new(),
    };
    let written = office.record_follow_up(&wish, host.now)?;
    if args.json {
        json(&written)?;
    } else {
        let what = if written.settled.is_empty() { "已记录一次联系" } else { "已完成回访" };
        line(&[what, &written.line].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(","));
    }
    Ok(Done::Clean)
}

/// `huifang report`.
pub fn report(host: &Host, args: &Report) -> Result<Done, OfficeError> {
    if args.report != "quarterly" {
        return Err(OfficeError::invalid("unknown_report", format!("没有这种报表:{}(现有:quarterly)", args.report)));
    }
    let written = host.open(&args.dir)?.export_quarterly(&args.period, &args.out, host.now)?;
    if args.json {
        json(&written)?;
    } else {
        line(&format!("已写出 {}({} 行)", written.path, written.rows));
    }
    Ok(Done::Clean)
}

/// `huifang call`: any command of the wire.
pub fn call(host: &Host, args: &Call) -> Result<Done, OfficeError> {
    if args.command == "list" {
        wire::command_names().iter().for_each(|name| line(name));
        return Ok(Done::Clean);
    }
    let payload: Value = serde_json::from_str(&args.payload)
        .map_err(|e| OfficeError::invalid("bad_request", format!("内容不是 JSON:{e}")))?;
    let desk = Desk::headless(host.shelf.clone());
    let run = |command: &str, payload: Value| {
        wire::dispatch(&desk, command, payload, host.now)
            .map_err(|e| OfficeError::invalid("command_failed", format!("[{}] {}", e.code, e.detail)))
    };
    run("open_office", value!({ "dir": args.dir }))?;
    let mut answer = run(&args.command, payload)?;
    // A job would die with this process: wait for its end.
    while answer.get("state").and_then(Value::as_str) == Some("running") {
        std::thread::yield_now();
        answer = run("job_status", value!({ "job": answer["job"] }))?;
    }
    json(&answer)?;
    Ok(Done::Clean)
}
