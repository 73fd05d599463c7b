//! The packs that ship with the program, as their files say them.

use huifang_core::policy::{Clause, PackProblem, ParamValues, PolicyPack};
use std::fs;
use std::path::{Path, PathBuf};

/// A pack's folder.
#[allow(dead_code, reason = "not every test file reads all of it")]
pub struct Folder {
    pub id: String,
    pub text: String,
    /// File name and text.
    pub stories: Vec<(String, String)>,
}

/// All folders, with the clauses of all policies.
#[allow(dead_code, reason = "not every test file reads all of it")]
pub struct Shelf {
    pub folders: Vec<Folder>,
    pub clauses: Vec<Clause>,
}

pub fn packs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs")
}

impl Shelf {
    pub fn read() -> Self {
        let entries = fs::read_dir(packs()).expect("packs/").map(|e| e.expect("an entry").path());
        let mut folders: Vec<_> =
            entries.filter(|path| path.join("pack.toml").is_file()).map(|path| read_folder(&path)).collect();
        folders.sort_by(|a, b| a.id.cmp(&b.id));
        let clauses = fs::read_to_string(packs().join("clauses.jsonl")).expect("packs/clauses.jsonl");
        let clauses = clauses.lines().map(|line| serde_json::from_str(line).expect("a clause")).collect();
        Self { folders, clauses }
    }

    pub fn text(&self, id: &str) -> Option<String> {
        self.folders.iter().find(|f| f.id == id).map(|f| f.text.clone())
    }

    #[allow(dead_code, reason = "not every test file reads the packs")]
    pub fn pack(&self, folder: &Folder) -> Result<PolicyPack, Vec<PackProblem>> {
        PolicyPack::parse_among(&folder.text, &ParamValues::new(), &|id| self.text(id))
    }
}

fn read_folder(path: &Path) -> Folder {
    let id = path.file_name().expect("a name").to_string_lossy().into_owned();
    let text = fs::read_to_string(path.join("pack.toml")).expect("pack.toml");
    let mut stories = Vec::new();
    for entry in fs::read_dir(path.join("stories")).into_iter().flatten() {
        let file = entry.expect("an entry").path();
        let name = file.file_name().expect("a name").to_string_lossy().into_owned();
        stories.push((name, fs::read_to_string(file).expect("a story")));
    }
    stories.sort();
    Folder { id, text, stories }
}
