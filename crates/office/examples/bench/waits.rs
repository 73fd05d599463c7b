//! What a person waits for, each beside the same by bare SQL over the same file.

use crate::raw::Raw;
use crate::{Size, Wait, best, now, today};
use huifang_core::search::Query;
use huifang_office::wire::{
    ClientQuery, FigureQuery, FilterCondition, MatterQuery, MatterWish, MilestoneWish, RecordFollowUp, SaveView,
    SearchQuery, TaskAnswers, ViewFilter, WorklistQuery,
};
use huifang_office::{Office, OfficeError};
use serde_json::json;
use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

/// What is typed, key by key: a name by sound, mixed, a telephone's tail, a room.
const TYPED: [&str; 5] = ["zhangwei", "李wf", "lvxm", "4821", "17-2-901"];

/// So many of a kind the window shows.
const SHOWN: u32 = 8;

/// The quarter of the day of the benchmark.
const QUARTER: &str = "2026Q3";

/// How long the work takes at best, and of how many rows it is.
type Ours = Result<(Duration, usize), OfficeError>;

/// All of them.
pub fn all(office: &mut Office, dir: &Path, size: Size) -> Result<Vec<Wait>, OfficeError> {
    let raw = Raw::open(&dir.join("office.db"));
    let open = open_tasks(office)?;
    let mut waits = vec![wait("search, every key typed", best(|_| typed(office)), || raw.search(&strokes()))];
    worklist(office, &raw, &mut waits)?;
    clients(office, &raw, size, &mut waits);
    let at = |n: usize| &open[n * 7 % open.len()];
    let page = best(|n| office.client_page(&at(n).1.as_str().into(), now(5)).map(|page| page.timeline.len()));
    waits.push(wait("a client's page", page, || raw.client(&at(0).1)));
    let explained = best(|n| office.explain(&at(n).0, now(5)).map(|_| 1));
    waits.push(wait("a task is explained", explained, || raw.task(&at(0).0, &at(0).1)));
    overviews(office, &raw, &mut waits);
    writes(office, &raw, &open, &mut waits);
    waits.into_iter().collect()
}

/// Tasks that can be done, with their clients.
fn open_tasks(office: &Office) -> Result<Vec<(String, String)>, OfficeError> {
    let query = WorklistQuery { limit: 500, ..asked("all", "all", "") };
    let rows = office.list(&query, now(5))?.rows.into_iter();
    let callable = rows.filter(|row| row.settled_by == "record");
    Ok(callable.filter_map(|row| Some((row.id, row.client?.id))).collect())
}

type Waits = Vec<Result<Wait, OfficeError>>;

fn worklist(office: &mut Office, raw: &Raw, waits: &mut Waits) -> Result<(), OfficeError> {
    let listed = |office: &Office, query: &WorklistQuery| office.list(query, now(5)).map(|list| list.total as usize);
    let same = || raw.worklist(today(), 0);
    let opens = best(|_| office.open_worklist(now(5)).map(|list| list.total as usize));
    waits.push(wait("the worklist opens", opens, same));
    for (what, query) in [
        ("… overdue", asked("overdue", "all", "")),
        ("… today", asked("today", "all", "")),
        ("… tomorrow", asked("tomorrow", "all", "")),
        ("… this week", asked("week", "all", "")),
        ("… call-backs", asked("call_back", "all", "")),
        ("… waiting for a try", asked("waiting", "all", "")),
        ("… paused", asked("paused", "all", "")),
        ("… the office's own work", asked("office", "all", "")),
        ("… settled today", asked("done", "all", "")),
        ("… mine", asked("all", "mine", "")),
        ("… unassigned", asked("all", "unassigned", "")),
        ("… without telephone", asked("all", "no_phone", "")),
        ("… of a view", WorklistQuery { filter: Some(view()), ..asked("all", "all", "") }),
        ("… mine, something typed", asked("all", "mine", "李")),
        ("… something typed", asked("all", "all", "李")),
    ] {
        waits.push(wait(what, best(|_| listed(office, &query)), same));
    }
    let scrolled = WorklistQuery { offset: 100, ..asked("all", "all", "") };
    waits.push(wait("… scrolled down", best(|_| listed(office, &scrolled)), || raw.worklist(today(), 100)));
    let mine = WorklistQuery { offset: 100, ..asked("all", "mine", "") };
    waits.push(wait("… mine, scrolled down", best(|_| listed(office, &mine)), || raw.worklist(today(), 100)));
    let counted = best(|_| office.whose_counts(&asked("all", "all", ""), now(5)).map(|counts| counts.all as usize));
    waits.push(wait("counts of whose", counted, || raw.counts(today())));
    office.save_view(&SaveView { view: None, name: "量度".to_owned(), filter: view() }, now(5))?;
    let views = best(|_| office.saved_views(now(5)).map(|views| views.len()));
    waits.push(wait("saved views, counted", views, || raw.counts(today())));
    let due = best(|_| office.due_now(now(5)).map(|due| due.call_backs.len()));
    waits.push(wait("what is due now", due, || raw.counts(today())));
    Ok(())
}

fn clients(office: &Office, raw: &Raw, size: Size, waits: &mut Waits) {
    let (middle, far) = (size.clients / 2, size.clients - 400);
    for (what, sort, column, offset) in [
        ("the list of clients opens", "", "name", 0),
        ("… by name, scrolled halfway", "name", "name", middle),
        ("… by number", "no", "no", 0),
        ("… by place", "place", "place", 0),
        ("… by last contact, at the end", "last", "last_contact", far),
        ("… by next due day", "next", "next_due", 0),
    ] {
        waits.push(wait(what, best(|_| client_list(office, sort, "", offset)), || raw.clients(column, offset)));
    }
    let overdue = best(|_| client_list(office, "next", "overdue", 0));
    waits.push(wait("… the overdue ones", overdue, || raw.clients("next_due", 0)));
}

/// What is looked at now and then.
fn overviews(office: &Office, raw: &Raw, waits: &mut Waits) {
    let problems = best(|_| office.problems(now(5)).map(|rows| rows.len()));
    waits.push(wait("problems", problems, || raw.problems()));
    let board = MatterQuery {
        kind: "repair".to_owned(),
        stage: None,
        department: None,
        handler: None,
        overdue: false,
        find: String::new(),
        offset: 0,
        limit: 100,
    };
    let matters = best(|_| office.matter_list(&board, now(5)).map(|list| list.total as usize));
    waits.push(wait("the board of repairs", matters, || raw.board("repair")));
    let doubts = best(|_| office.doubts(now(5)).map(|list| list.doubts.len()));
    waits.push(wait("doubtful data", doubts, || raw.everybody()));
    let pairs = best(|_| office.duplicates(now(5)).map(|list| list.total as usize));
    waits.push(wait("duplicates", pairs, || raw.everybody()));
    let coach = best(|_| office.coach(now(5)).map(|lines| lines.len()));
    waits.push(wait("the coach's lines", coach, || raw.quarter(today())));
    let report = best(|_| office.quarterly(QUARTER, now(5)).map(|_| 1));
    waits.push(wait("the quarter's report", report, || raw.quarter(today())));
    let behind = FigureQuery {
        period: QUARTER.to_owned(),
        figure: "due_count".to_owned(),
        table: None,
        key: None,
        offset: 0,
        limit: 100,
    };
    let listed = best(|_| office.figure_list(&behind, now(5)).map(|list| list.total as usize));
    waits.push(wait("the list behind a figure", listed, || raw.quarter(today())));
}

fn writes(office: &mut Office, raw: &Raw, open: &[(String, String)], waits: &mut Waits) {
    let complaint = |n: usize| complaint(&open[n * 11 % open.len()].1);
    let foreseen = best(|n| office.foresee_matter(&complaint(n), now(6)).map(|seen| seen.lines.len()));
    waits.push(wait("what a matter brings", foreseen, || raw.client(&open[0].1)));
    let registered = best(|n| office.register_matter(&complaint(n), now(100 + n as i64)).map(|_| 1));
    waits.push(wait("a matter is registered", registered, || raw.save("m")));
    let answer = |n: usize| answered(&open[n * 13 % open.len()].0);
    let saved = best(|n| office.record_follow_up(&answer(n), now(200 + n as i64)).map(|written| written.settled.len()));
    waits.push(wait("a record is saved", saved, || raw.save("r")));
}

fn wait(
    what: &'static str,
    ours: Ours,
    mut raw: impl FnMut() -> Result<(), rusqlite::Error>,
) -> Result<Wait, OfficeError> {
    let (ours, rows) = ours?;
    let (raw, _) = best(|_| raw().map(|()| 0)).expect("bare SQL over the same file");
    Ok(Wait { what, rows, ours, raw })
}

fn keys(text: &str) -> Vec<String> {
    text.char_indices().map(|(at, c)| text[..at + c.len_utf8()].to_owned()).collect()
}

/// The ranges of words that each stroke stands for.
fn strokes() -> Vec<Vec<(String, String)>> {
    let ranges =
        |find: String| Query::new(&find).ranges().iter().map(|range| (range.from.clone(), range.to.clone())).collect();
    TYPED.iter().flat_map(|text| keys(text)).map(ranges).collect()
}

fn typed(office: &Office) -> Result<usize, OfficeError> {
    let mut shown = 0;
    for find in TYPED.iter().flat_map(|text| keys(text)) {
        shown += office.search(&SearchQuery { find, recent: Vec::new(), limit: SHOWN }, now(5))?.clients.len();
    }
    Ok(shown)
}

fn asked(tab: &str, whose: &str, find: &str) -> WorklistQuery {
    WorklistQuery {
        tab: tab.to_owned(),
        whose: whose.to_owned(),
        filter: None,
        tasks: Vec::new(),
        find: find.to_owned(),
        offset: 0,
        limit: 100,
    }
}

/// Repairs in the third building.
fn view() -> ViewFilter {
    let condition = |field: &str, relation: &str, value: &str| FilterCondition {
        field: field.to_owned(),
        relation: relation.to_owned(),
        values: vec![value.to_owned()],
    };
    let conditions = vec![condition("rule", "is", "002-12/repair"), condition("place", "begins", "3栋")];
    ViewFilter { all: true, conditions }
}

fn client_list(office: &Office, sort: &str, only: &str, offset: usize) -> Result<usize, OfficeError> {
    let query = ClientQuery {
        find: String::new(),
        only: only.to_owned(),
        sort: sort.to_owned(),
        descending: false,
        offset: offset as u32,
        limit: 200,
    };
    office.client_list(&query, now(5)).map(|list| list.total as usize)
}

fn complaint(client: &str) -> MatterWish {
    MatterWish {
        kind: "complaint".to_owned(),
        client: Some(client.to_owned()),
        new_client: None,
        caller: String::new(),
        others: Vec::new(),
        no: String::new(),
        severity: Some("normal".to_owned()),
        department: None,
        handler: None,
        fields: BTreeMap::from([("text".to_owned(), json!("楼道灯不亮"))]),
        milestones: vec![MilestoneWish { kind: "received".to_owned(), on: None, note: String::new() }],
        parent: None,
    }
}

fn answered(task: &str) -> RecordFollowUp {
    let answers = [("content", "已了解"), ("satisfied", "满意")];
    let answers: BTreeMap<_, _> = answers.into_iter().map(|(k, v)| (k.to_owned(), json!(v))).collect();
    RecordFollowUp {
        tasks: vec![TaskAnswers { task: task.to_owned(), answers, unanswered: BTreeMap::new() }],
        channel: "phone".to_owned(),
        outcome: "reached".to_owned(),
        on: None,
        again_on: None,
        phone: None,
        note: String::new(),
        by: None,
        exception: None,
        attachments: Vec::new(),
    }
}
