//! What a person waits for, each beside the same by bare SQL over the same file.

use crate::raw::Raw;
use crate::{Size, Wait, best, now, today};
use huifang_core::search::Query;
use huifang_office::wire::{ClientQuery, RecordFollowUp, SearchQuery, TaskAnswers, WorklistQuery};
use huifang_office::{Office, OfficeError};
use serde_json::json;
use std::collections::BTreeMap;
use std::path::Path;

/// What is typed, key by key: a name by sound, mixed, a telephone's tail, a room.
const TYPED: [&str; 5] = ["zhangwei", "李wf", "lvxm", "4821", "17-2-901"];

/// So many of a kind the window shows.
const SHOWN: u32 = 8;

/// All of them.
pub fn all(office: &mut Office, dir: &Path, size: Size) -> Result<Vec<Wait>, OfficeError> {
    let raw = Raw::open(&dir.join("office.db"));
    let (_, views) = office.task_views(today())?;
    let listed = views.iter().filter(|view| view.state.is_listed() && view.task.emission.client.is_some());
    let open: Vec<(String, String)> = listed
        .map(|view| (view.task.emission.id.to_string(), view.task.emission.client.as_ref().map(ToString::to_string)))
        .filter_map(|(task, client)| Some((task, client?)))
        .take(600)
        .collect();
    drop(views);
    let mut waits = vec![
        wait("search, every key typed", best(|_| typed(office)), best(|_| raw.search(&strokes()))),
        wait("the worklist opens", best(|_| office.open_worklist(now(5)).map(drop)), best(|_| raw.worklist(today()))),
        wait("my own worklist", best(|_| list(office, true, "")), best(|_| raw.worklist(today()))),
        wait("the worklist, something typed", best(|_| list(office, false, "李")), best(|_| raw.worklist(today()))),
    ];
    let (middle, far) = (size.clients / 2, size.clients - 400);
    for (what, sort, offset) in [
        ("the list of clients opens", "", 0),
        ("clients by name, scrolled halfway", "name", middle),
        ("clients by last contact, at the end", "last", far),
        ("clients by next due day", "next", 0),
    ] {
        waits.push(wait(what, best(|_| clients(office, sort, offset)), best(|_| raw.clients(offset))));
    }
    let at = |n: usize| &open[n * 7 % open.len()];
    waits.push(wait(
        "a client's page",
        best(|n| office.client_page(&at(n).1.as_str().into(), now(5)).map(drop)),
        best(|n| raw.client(&at(n).1)),
    ));
    waits.push(wait(
        "a task is explained",
        best(|n| office.explain(&at(n).0, now(5)).map(drop)),
        best(|n| raw.task(&at(n).0, &at(n).1)),
    ));
    let ours = best(|n| office.record_follow_up(&answered(&open[n * 13 % open.len()].0), now(6 + n as i64)).map(drop));
    waits.push(wait("a record is saved", ours, best(|n| raw.save(n))));
    waits.into_iter().collect()
}

fn wait(
    what: &'static str,
    ours: Result<std::time::Duration, OfficeError>,
    raw: Result<std::time::Duration, rusqlite::Error>,
) -> Result<Wait, OfficeError> {
    Ok(Wait { what, ours: ours?, raw: raw.expect("bare SQL over the same file") })
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

fn typed(office: &Office) -> Result<(), OfficeError> {
    for find in TYPED.iter().flat_map(|text| keys(text)) {
        office.search(&SearchQuery { find, recent: Vec::new(), limit: SHOWN }, now(5))?;
    }
    Ok(())
}

fn list(office: &Office, mine: bool, find: &str) -> Result<(), OfficeError> {
    let query = WorklistQuery {
        tab: "all".to_owned(),
        whose: if mine { "mine" } else { "all" }.to_owned(),
        filter: None,
        tasks: Vec::new(),
        find: find.to_owned(),
        offset: 0,
        limit: 100,
    };
    office.list(&query, now(5)).map(drop)
}

fn clients(office: &Office, sort: &str, offset: usize) -> Result<(), OfficeError> {
    let query = ClientQuery {
        find: String::new(),
        only: String::new(),
        sort: sort.to_owned(),
        descending: false,
        offset: offset as u32,
        limit: 200,
    };
    office.client_list(&query, now(5)).map(drop)
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
