//! `huifang search`: the one search, with what was matched.

use crate::arguments::Search;
use crate::host::Host;
use crate::print::{Done, json, line};
use huifang_office::OfficeError;
use huifang_office::wire::{ClientHit, Matched, MatterHit, SearchQuery};
use serde_json::{Value, json as value};

/// What is asked for the words.
pub fn query(find: &str) -> SearchQuery {
    SearchQuery { find: find.to_owned(), recent: Vec::new(), limit: 50 }
}

/// `huifang search`.
pub fn search(host: &Host, args: &Search) -> Result<Done, OfficeError> {
    let office = host.open(&args.dir)?;
    let found = office.search(&query(&args.query), host.now)?;
    if args.json {
        let shown = found.clients.len();
        let total = if found.more { office.find_clients(&args.query, 0, host.now)?.total as usize } else { shown };
        let clients: Vec<_> = found.clients.iter().map(client_line).collect();
        let matters: Vec<_> = found.matters.iter().map(matter_line).collect();
        json(&value!({ "clients": clients, "matters": matters, "total": total, "more": found.more }))?;
        return Ok(Done::Clean);
    }
    for hit in &found.clients {
        let client = &hit.client;
        let which = client.place.as_deref().or(client.no.as_deref()).unwrap_or_default();
        line(&format!(
            "{}  {}  {which}  {}",
            client.id,
            client.name,
            hit.matched.as_ref().map(marked).unwrap_or_default()
        ));
    }
    for hit in &found.matters {
        let client = hit.client.as_ref().map_or("—", |client| &client.name);
        line(&format!("{}  {}  {client}  {}", hit.matter.id, hit.matter.kind_label, marked(&hit.matched)));
    }
    let more = if found.more { ",还有更多,请多写几个字" } else { "" };
    line(&format!("客户 {} 位,事项 {} 件{more}", found.clients.len(), found.matters.len()));
    Ok(Done::Clean)
}

/// `matched` is the part that answers to the query; `text` is that of which it is a part.
fn client_line(hit: &ClientHit) -> Value {
    let client = &hit.client;
    let mut printed = value!({ "id": client.id, "name": client.name, "no": client.no, "place": client.place });
    add_match(&mut printed, hit.matched.as_ref());
    printed
}

fn matter_line(hit: &MatterHit) -> Value {
    let client = hit.client.as_ref().map(|client| &client.id);
    let matter = &hit.matter;
    let mut printed = value!({ "id": matter.id, "kind": matter.kind, "no": matter.no, "client": client, "on": hit.on });
    add_match(&mut printed, Some(&hit.matched));
    printed
}

fn add_match(printed: &mut Value, matched: Option<&Matched>) {
    let Some(Matched { by, before, hit, after, reading }) = matched else { return };
    printed["matched"] = value!(hit);
    printed["by"] = value!(by);
    printed["text"] = value!(format!("{before}{hit}{after}"));
    printed["reading"] = value!(reading);
}

fn marked(matched: &Matched) -> String {
    let Matched { before, hit, after, .. } = matched;
    format!("{before}【{hit}】{after}")
}
