//! The list of what the program is built from, with licences: shown under 「关于 › 许可」.

use crate::shell::{Failure, Outcome, Step, root, ui};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

const HEAD: &str = "\
回访台由下列组件构成, 按其许可使用。本文件由 cargo xtask licences 生成。
Built from the components below, used under their licences. Written by cargo xtask licences.
";

/// Libraries in C that come inside a Rust package and that its licence line does not name.
const INSIDE: &[&str] = &[
    "SQLite (in libsqlite3-sys)  public domain",
    "SQLCipher (in libsqlite3-sys)  BSD-3-Clause, Copyright (c) Zetetic LLC",
    "OpenSSL 3 (in openssl-src)  Apache-2.0",
];

/// Fonts that are embedded in the program and in the PDFs that it makes.
const FONTS: &[&str] = &["Noto Sans CJK SC 2.004, Chinese part  OFL-1.1, Copyright (c) 2014-2021 Adobe"];

/// Their licence must go where they go.
const FONT_LICENCE: &str = include_str!("../../crates/print/fonts/OFL.txt");

/// Writes `docs/licences.txt`.
///
/// # Errors
/// cargo or the lock file of the page cannot be read.
pub(crate) fn write() -> Outcome {
    let file = root().join("docs/licences.txt");
    std::fs::create_dir_all(root().join("docs"))?;
    let mut text = HEAD.to_owned();
    section(&mut text, "Rust", &rust()?);
    section(&mut text, "C", &INSIDE.iter().map(ToString::to_string).collect());
    section(&mut text, "TypeScript", &page()?);
    section(&mut text, "Fonts", &FONTS.iter().map(ToString::to_string).collect());
    text.push_str(&format!("\n{FONT_LICENCE}"));
    std::fs::write(&file, text)?;
    println!("written: {}", file.display());
    Ok(())
}

fn section(text: &mut String, title: &str, lines: &BTreeSet<String>) {
    text.push_str(&format!("\n== {title} ({})\n", lines.len()));
    for line in lines {
        text.push_str(line);
        text.push('\n');
    }
}

fn line(name: &str, version: &str, licence: &str) -> String {
    format!("{name} {version}  {licence}")
}

/// What is compiled into the two programs: build tools and tests are not.
fn rust() -> Outcome<BTreeSet<String>> {
    let read = Step::cargo(["metadata", "--format-version=1", "--locked"]).read()?;
    let metadata: Value = parse(&read)?;
    let packages = list(&metadata["packages"]).map(|package| (text(&package["id"]), package));
    let packages: BTreeMap<&str, &Value> = packages.collect();
    let nodes = list(&metadata["resolve"]["nodes"]).map(|node| (text(&node["id"]), node));
    let nodes: BTreeMap<&str, &Value> = nodes.collect();
    let programs = packages.iter().filter(|(_, package)| ["huifang", "huifang-cli"].contains(&text(&package["name"])));
    let mut waiting: Vec<&str> = programs.map(|(id, _)| *id).collect();
    let mut seen = BTreeSet::new();
    while let Some(id) = waiting.pop() {
        if seen.insert(id) {
            waiting.extend(nodes.get(id).into_iter().flat_map(|node| linked(node)));
        }
    }
    let foreign = seen.iter().filter_map(|id| packages.get(id)).filter(|package| !package["source"].is_null());
    let lines = foreign.map(|package| line(text(&package["name"]), text(&package["version"]), licence(package)));
    Ok(lines.collect())
}

fn licence(package: &Value) -> &str {
    package["license"].as_str().unwrap_or("see its licence file")
}

/// The packages that one is linked with (its normal dependencies).
fn linked(node: &Value) -> impl Iterator<Item = &str> {
    let normal = |dependency: &&Value| list(&dependency["dep_kinds"]).any(|kind| kind["kind"].is_null());
    list(&node["deps"]).filter(normal).map(|dependency| text(&dependency["pkg"]))
}

/// What the page is built from, out of npm's lock file: what is only for development is marked there.
fn page() -> Outcome<BTreeSet<String>> {
    let lock = parse(&std::fs::read_to_string(ui().join("package-lock.json"))?)?;
    let packages = lock["packages"].as_object().into_iter().flatten();
    let shipped = packages.filter(|(path, package)| !path.is_empty() && package["dev"] != true);
    let lines = shipped.map(|(path, package)| {
        let name = path.rsplit("node_modules/").next().unwrap_or(path);
        line(name, text(&package["version"]), licence(package))
    });
    Ok(lines.collect())
}

fn parse(json: &str) -> Outcome<Value> {
    serde_json::from_str(json).map_err(|error| Failure::new(error.to_string()))
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
