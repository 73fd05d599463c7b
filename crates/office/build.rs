//! Puts the shipped packs into the program: every `packs/<id>/pack.toml` with its id, its text and its stories.

use std::fmt::Write as _;
use std::path::Path;

fn main() {
    let packs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs");
    println!("cargo:rerun-if-changed={}", packs.display());
    let mut ids: Vec<String> = std::fs::read_dir(&packs)
        .expect("the packs folder stands beside the crates")
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| packs.join(name).join("pack.toml").is_file())
        .collect();
    ids.sort();
    let mut code = String::from("&[\n");
    for id in ids {
        let file = packs.join(&id).join("pack.toml");
        println!("cargo:rerun-if-changed={}", file.display());
        writeln!(code, "    ({id:?}, include_str!({:?}), &[", file.display().to_string()).expect("a String takes all");
        for story in stories(&packs.join(&id).join("stories")) {
            println!("cargo:rerun-if-changed={}", story.display());
            let name = story.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
            writeln!(code, "        ({name:?}, include_str!({:?})),", story.display().to_string())
                .expect("a String takes all");
        }
        code.push_str("    ]),\n");
    }
    code.push(']');
    let out = std::env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    std::fs::write(Path::new(&out).join("packs.rs"), code).expect("OUT_DIR can be written");
}

fn stories(folder: &Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten();
    let mut files: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "md"));
    files.sort();
    files
}
