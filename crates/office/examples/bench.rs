//! How long a person waits, as ratios of one run: an office and one ten times its size, and our work beside the raw cost of
//! the same work. `cargo xtask bench`; `-- 2000` sets the smaller size in clients.
//!
//! What a person waits for must not grow with the office (last column near 1). What is proportional is held against raw
//! reading and writing (ours / raw).

#![allow(clippy::print_stdout, reason = "printing is what a benchmark does")]

use chrono::{Days, FixedOffset, NaiveDate};
use huifang_core::calendar::Now;
use huifang_core::domain::Client;
use huifang_office::wire::{RecordFollowUp, SearchQuery, TaskAnswers};
use huifang_office::{ImportWish, NewOffice, Office, OfficeError, PackShelf};
use huifang_store::{Op, Store};
use serde_json::json;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::ops::ControlFlow;
use std::time::{Duration, Instant};

/// The day of the benchmark.
fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 9, 30).expect("a day of the calendar")
}

fn now(step: i64) -> Now {
    let zone = FixedOffset::east_opt(8 * 3600).expect("China's zone");
    Now { instant_ms: 1_790_000_000_000 + step, zone, today: today(), minute: 600, pretended: true }
}

/// What was measured on one office.
struct Measured {
    clients: usize,
    import: Duration,
    raw_insert: Duration,
    plan: Duration,
    raw_read: Duration,
    search: Duration,
    raw_rows: Duration,
    waits: Vec<(&'static str, Duration)>,
}

fn main() -> Result<(), OfficeError> {
    let small = std::env::args().nth(1).and_then(|n| n.parse().ok()).unwrap_or(5_000);
    let (small, large) = (measure(small)?, measure(small * 10)?);
    println!("{:<28}{:>12}{:>12}{:>10}", "what a person waits for", small.clients, large.clients, "ratio");
    for ((name, s), (_, l)) in small.waits.iter().zip(&large.waits) {
        println!("{name:<28}{:>12}{:>12}{:>10.2}", ms(*s), ms(*l), l.as_secs_f64() / s.as_secs_f64());
    }
    println!("\n{:<28}{:>12}{:>12}{:>10}", "proportional work", "ours", "raw", "ours/raw");
    for m in [&small, &large] {
        let rows = [
            ("import of clients / inserts", m.import, m.raw_insert),
            ("plan all / read all facts", m.plan, m.raw_read),
            ("search / read rows by id", m.search, m.raw_rows),
        ];
        for (name, ours, raw) in rows {
            println!(
                "{name:<28}{:>12}{:>12}{:>10.2}  ({} clients)",
                ms(ours),
                ms(raw),
                ours.as_secs_f64() / raw.as_secs_f64(),
                m.clients
            );
        }
    }
    Ok(())
}

fn ms(time: Duration) -> String {
    format!("{:.1} ms", time.as_secs_f64() * 1000.0)
}

fn measure(clients: usize) -> Result<Measured, OfficeError> {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let new = NewOffice {
        name: "量度".to_owned(),
        packs: vec!["002-12".to_owned()],
        effective_from: NaiveDate::from_ymd_opt(2026, 9, 1).expect("a day of the calendar"),
        sample: true,
    };
    let mut office = Office::create(&folder.path().join("office"), &new, &PackShelf::default(), now(0))?;
    let import = import(&mut office, "业主.csv", &client_list(clients))?;
    import_repairs(&mut office, clients)?;
    // Before planning and listing, which leave other pages in the cache.
    let search = best(|_| typed(&office))?;
    let (raw_insert, raw) = raw_insert(&folder.path().join("raw"), clients);
    let (plan, _) = timed(|| office.plan(now(1)))?;
    let (raw_read, _) = timed(|| office.task_views(today()))?;
    let raw_rows = best(|_| raw_rows(&raw, clients))?;
    let mut waits = waits(&mut office)?;
    waits.insert(1, ("search as one types", search));
    Ok(Measured { clients, import, raw_insert, plan, raw_read, search, raw_rows, waits })
}

fn timed<T>(work: impl FnOnce() -> Result<T, OfficeError>) -> Result<(Duration, T), OfficeError> {
    let begun = Instant::now();
    let output = work()?;
    Ok((begun.elapsed(), output))
}

/// The shortest of several: what the work costs when nothing else disturbs it.
fn best(mut work: impl FnMut(i64) -> Result<(), OfficeError>) -> Result<Duration, OfficeError> {
    let mut best = Duration::MAX;
    for step in 0..15 {
        best = best.min(timed(|| work(step))?.0);
    }
    Ok(best)
}

fn client_list(clients: usize) -> String {
    let mut text = String::from("房号,业主姓名,联系电话,入伙日期\n");
    for n in 0..clients {
        let (building, unit, room) = (n / 200 + 1, n / 100 % 2 + 1, n % 100 + 101);
        let name = name(n);
        let _ = writeln!(text, "{building}栋{unit}单元{room:04},{name},138{n:08},2020-01-01");
    }
    text
}

/// Names as common as in life: the first surnames and given names return more often than the last.
fn name(n: usize) -> String {
    const SURNAMES: &str = "王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常翟单仇查解区盖";
    const GIVEN: &str =
        "伟芳娜敏静秀英丽强磊洋艳勇军杰娟涛超明霞平刚桂兰玉萍红建国华文斌波辉鑫宇浩凯健俊帆雪倩婷欣佳慧琳璐";
    let pick = |from: &str, roll: usize| {
        let characters: Vec<char> = from.chars().collect();
        characters[(roll % 997) * (roll % 997) * characters.len() / (997 * 997)]
    };
    let second = if n % 4 == 0 { String::new() } else { pick(GIVEN, n * 7 + 3).to_string() };
    format!("{}{}{second}", pick(SURNAMES, n * 13), pick(GIVEN, n * 31))
}

/// Three repairs a client, spread over a year: a tenth of them within the last month.
fn import_repairs(office: &mut Office, clients: usize) -> Result<(), OfficeError> {
    let mut text = String::from("工单号,报修时间,房号,报修人,项目,等级,完成时间\n");
    for n in 0..clients * 3 {
        let (client, day) = (n % clients, today() - Days::new((n * 7 % 365) as u64));
        let (building, unit, room) = (client / 200 + 1, client / 100 % 2 + 1, client % 100 + 101);
        let _ = writeln!(text, "WX{n},{day},{building}栋{unit}单元{room:04},{},渗漏水,日常,{day}", name(client));
    }
    import(office, "维修.csv", &text).map(drop)
}

fn import(office: &mut Office, file: &str, text: &str) -> Result<Duration, OfficeError> {
    let mut batch = office.batch()?;
    let mut go_on = |_: &'static str, _: usize, _: usize| ControlFlow::Continue(());
    let wish = ImportWish::default();
    Ok(timed(|| office.import_bytes(&mut batch, file, text.as_bytes(), &wish, now(0), &mut go_on))?.0)
}

/// The same clients written by the store alone, in one operation.
fn raw_insert(folder: &std::path::Path, clients: usize) -> (Duration, Store) {
    let mut store = Store::create(folder, None).expect("a store can be made");
    let op = Op { name: "bench", at_ms: 0, today: today(), by: None, pretended: true, detail: json!({}) };
    let begun = Instant::now();
    let written = store.transact(op, |tx| -> Result<(), OfficeError> {
        for n in 0..clients {
            tx.put_client(&Client::new(format!("c{n}"), name(n)))?;
        }
        Ok(())
    });
    written.expect("the clients go in");
    (begun.elapsed(), store)
}

/// As many rows as the search shows at each of the same strokes, by their identifiers.
fn raw_rows(store: &Store, clients: usize) -> Result<(), OfficeError> {
    let strokes: usize = TYPED.iter().map(|text| text.chars().count()).sum();
    for stroke in 0..strokes {
        let ids = (0..SHOWN as usize).map(|n| format!("c{}", (stroke * 7919 + n * 977) % clients).as_str().into());
        store.read().clients(&ids.collect())?;
    }
    Ok(())
}

/// What is typed for four clients, key by key.
const TYPED: [&str; 4] = ["zhangwei", "李wf", "0000123", "1-1-01"];

/// So many of a kind the window shows.
const SHOWN: u32 = 8;

/// Every stroke of them is searched for, as the window does it.
fn typed(office: &Office) -> Result<(), OfficeError> {
    let strokes =
        |text: &str| text.char_indices().map(|(at, c)| text[..at + c.len_utf8()].to_owned()).collect::<Vec<_>>();
    for find in TYPED.iter().flat_map(|text| strokes(text)) {
        office.search(&SearchQuery { find, recent: Vec::new(), limit: SHOWN }, now(2))?;
    }
    Ok(())
}

fn waits(office: &mut Office) -> Result<Vec<(&'static str, Duration)>, OfficeError> {
    let (_, views) = office.task_views(today())?;
    let open: Vec<_> = views
        .iter()
        .filter(|v| v.state.is_listed() && v.task.emission.client.is_some())
        .map(|v| v.task.emission.id.to_string())
        .collect();
    let list = best(|_| office.open_worklist(now(2)).map(drop))?;
    let explain = best(|n| office.explain(&open[n as usize % open.len()], now(2)).map(drop))?;
    let save = best(|n| office.record_follow_up(&answered(&open[n as usize]), now(3 + n)).map(drop))?;
    Ok(vec![("open the worklist", list), ("explain a task", explain), ("save a record", save)])
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
        note: String::new(),
        by: None,
        exception: None,
        attachments: Vec::new(),
    }
}
