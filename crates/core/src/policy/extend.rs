//! A pack that extends another: the other's parts, less what is removed, with what is said anew.
//!
//! Works on the tree of the text, before anything is read: so what is taken over is read, checked and given parameters like
//! what stands in the pack itself. A mistake in what was taken over is reported at the line that says `extends`.

use super::node::{self, Entry, Node, NodeValue};
use super::reader::{Source, TableReader};
use std::collections::BTreeMap;

/// Where packs find the packs that they extend: the text of a pack by id.
pub type PackTexts<'a> = &'a dyn Fn(&str) -> Option<String>;

/// Packs do not extend one another deeper than this.
const DEEPEST: u32 = 4;

const HEADS: [&str; 3] = ["clauses", "asks", "shows"];

/// Before the id of a pack that is carried along, and before each of its lines: comments to every reader of TOML.
const CARRIED: (&str, &str) = ("#= ", "#| ");

/// The text with the packs that it extends carried along in comments, so that it can be kept and read by itself: no later
/// change of the other changes what was in force.
pub fn bundled(text: &str, texts: PackTexts<'_>) -> String {
    let mut whole = text.trim_end().to_owned() + "\n";
    let mut next = base_of(&node::parse(text).0).map(|(_, id)| id);
    let mut depth = 0;
    while let Some(id) = next.filter(|id| depth < DEEPEST && embedded(&whole, id).is_none()) {
        let Some(base) = texts(&id) else { break };
        whole += &format!("\n{}{id}\n", CARRIED.0);
        base.lines().for_each(|line| whole += &format!("{}{line}\n", CARRIED.1));
        next = base_of(&node::parse(&base).0).map(|(_, id)| id);
        depth += 1;
    }
    whole
}

/// The text of a pack that is carried along.
pub(super) fn embedded(text: &str, id: &str) -> Option<String> {
    let head = format!("{}{id}", CARRIED.0);
    let mut lines = text.lines().skip_while(|line| line.trim_end() != head);
    lines.next()?;
    let carried = lines.map_while(|line| line.strip_prefix(CARRIED.1.trim_end()));
    Some(carried.map(|line| line.strip_prefix(' ').unwrap_or(line)).fold(String::new(), |all, line| all + line + "\n"))
}

/// The tree with what it extends put in.
pub(super) fn extended(source: &Source<'_>, root: Node, texts: PackTexts<'_>, depth: u32) -> Node {
    let Some((at, base)) = base_of(&root) else { return root };
    let text = texts(&base).filter(|_| depth < DEEPEST);
    let Some(text) = text else {
        source.report(at, "unknown_name", "没有这个可以沿用的制度包", &base);
        return root;
    };
    let (tree, problems) = node::parse(&text);
    if !problems.is_empty() {
        source.report(at, "bad_value", "被沿用的包要先能读通", &base);
        return root;
    }
    let tree = moved_to(extended(source, tree, texts, depth + 1), at);
    let same = read_same(source, &root);
    merged(source, root, tree, &same, at)
}

fn base_of(root: &Node) -> Option<(usize, String)> {
    let NodeValue::Text(id) = &get(get(root, "pack")?, "extends")?.value else { return None };
    Some((get(get(root, "pack")?, "extends")?.at, id.clone()))
}

fn get<'n>(node: &'n Node, key: &str) -> Option<&'n Node> {
    entries(node).iter().find(|e| e.key == key).map(|e| &e.node)
}

fn entries(node: &Node) -> &[Entry] {
    match &node.value {
        NodeValue::Table(entries) => entries,
        _ => &[],
    }
}

fn items(node: &Node) -> &[Node] {
    match &node.value {
        NodeValue::List(items) => items,
        _ => &[],
    }
}

/// The same tree, all of it at one place of the text.
fn moved_to(node: Node, at: usize) -> Node {
    let value = match node.value {
        NodeValue::List(items) => NodeValue::List(items.into_iter().map(|item| moved_to(item, at)).collect()),
        NodeValue::Table(entries) => NodeValue::Table(
            entries.into_iter().map(|e| Entry { key: e.key, key_at: at, node: moved_to(e.node, at) }).collect(),
        ),
        other => other,
    };
    Node { at, value }
}

/// `[[same]]`: the other's clause id -> our own.
fn read_same(source: &Source<'_>, root: &Node) -> BTreeMap<String, String> {
    let mut same = BTreeMap::new();
    let Some(list) = get(root, "same") else { return same };
    for item in items(list) {
        let table = TableReader::new(source, item);
        let (here, there) =
            (table.required_text("here", "本制度的条款号"), table.required_text("there", "被沿用的条款号"));
        let count = table.count("count").unwrap_or(1);
        table.finish("[[same]] ");
        for step in 0..count {
            same.extend(plus(&there, step).zip(plus(&here, step)));
        }
    }
    same
}

/// `002-05-11` and 2 are `002-05-13`.
fn plus(clause: &str, step: u32) -> Option<String> {
    let (policy, number) = clause.rsplit_once('-')?;
    Some(format!("{policy}-{:02}", number.parse::<u32>().ok()? + step))
}

fn merged(source: &Source<'_>, root: Node, base: Node, same: &BTreeMap<String, String>, at: usize) -> Node {
    let mut removed: Vec<String> = get(&root, "pack")
        .and_then(|pack| get(pack, "remove"))
        .map(|list| items(list).iter().map(Node::shown).collect())
        .unwrap_or_default();
    let mut own = match root.value {
        NodeValue::Table(entries) => entries,
        _ => Vec::new(),
    };
    let theirs = match base.value {
        NodeValue::Table(entries) => entries,
        _ => Vec::new(),
    };
    for entry in theirs.into_iter().filter(|e| !["pack", "same"].contains(&e.key.as_str())) {
        let place = own.iter().position(|e| e.key == entry.key);
        let mine = place.map(|index| own.remove(index).node);
        let node = merged_part(&entry.key, entry.node, mine, same, &mut removed);
        own.push(Entry { key: entry.key, key_at: at, node });
    }
    for name in removed {
        source.report(at, "unknown_name", "被沿用的包里没有这一部分,不能去掉", &name);
    }
    Node { at: root.at, value: NodeValue::Table(own) }
}

/// A section of the other with our own of the same name: for lists of parts by id (or title), for tables by key.
fn merged_part(
    part: &str,
    theirs: Node,
    mine: Option<Node>,
    same: &BTreeMap<String, String>,
    removed: &mut Vec<String>,
) -> Node {
    let at = theirs.at;
    let singular = if part == "params" { "param" } else { part };
    let mut gone = |name: &str| {
        let full = format!("{singular}.{name}");
        let before = removed.len();
        removed.retain(|r| *r != full);
        removed.len() < before
    };
    match theirs.value {
        NodeValue::Table(entries) => {
            let mine = mine.map(entries_of).unwrap_or_default();
            let kept = entries.into_iter().filter(|e| !gone(&e.key) && !mine.iter().any(|m| m.key == e.key));
            let kept: Vec<_> = kept.map(|e| Entry { node: own_clauses(e.node, same), ..e }).collect();
            let head = own_clauses(Node { at, value: NodeValue::Table(kept) }, same);
            Node { at, value: NodeValue::Table([entries_of(head), mine].concat()) }
        }
        NodeValue::List(items) => {
            let mine = mine.map(items_of).unwrap_or_default();
            let named: Vec<_> = mine.iter().filter_map(name_of).collect();
            let kept = items
                .into_iter()
                .filter(|item| name_of(item).is_none_or(|name| !gone(&name) && !named.contains(&name)));
            let kept: Vec<_> = kept.map(|item| own_clauses(item, same)).collect();
            Node { at, value: NodeValue::List([kept, mine].concat()) }
        }
        other => mine.unwrap_or(Node { at, value: other }),
    }
}

fn entries_of(node: Node) -> Vec<Entry> {
    match node.value {
        NodeValue::Table(entries) => entries,
        _ => Vec::new(),
    }
}

fn items_of(node: Node) -> Vec<Node> {
    match node.value {
        NodeValue::List(items) => items,
        _ => vec![node],
    }
}

fn name_of(part: &Node) -> Option<String> {
    get(part, "id").or_else(|| get(part, "title")).map(Node::shown)
}

/// The part with our clause ids for the other's; those that we do not have are dropped.
fn own_clauses(node: Node, same: &BTreeMap<String, String>) -> Node {
    let NodeValue::Table(entries) = node.value else { return node };
    let mapped = entries.into_iter().map(|entry| {
        if !HEADS.contains(&entry.key.as_str()) {
            return entry;
        }
        let ids = items(&entry.node).iter().filter_map(|id| same.get(&id.shown()));
        let ids = ids.map(|id| Node { at: entry.key_at, value: NodeValue::Text(id.clone()) }).collect();
        Entry { node: Node { at: entry.key_at, value: NodeValue::List(ids) }, ..entry }
    });
    Node { at: node.at, value: NodeValue::Table(mapped.collect()) }
}
